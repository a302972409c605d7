/// A Thai government fiscal year (ปีงบประมาณ), named by its Buddhist-era year.
///
/// Year y runs from 1 October of the C.E. year y − 544 to 30 September of y − 543 (requirements,
/// section A).
public struct FiscalYear: Sendable, Hashable, Comparable {
  /// The Buddhist-era year of its 30 September.
  public let be: Int

  /// The first day, 1 October.
  public let start: CalendarDate

  /// The last day, 30 September.
  public let end: CalendarDate

  /// A fiscal year by its Buddhist-era year; nil when its days are outside the calendar.
  public init?(be: Int) {
    guard (545...10_542).contains(be),
      let start = CalendarDate(year: be - 544, month: 10, day: 1),
      let end = CalendarDate(year: be - 543, month: 9, day: 30)
    else { return nil }
    self.be = be
    self.start = start
    self.end = end
  }

  /// The fiscal year that holds a day; nil at the very ends of the calendar.
  public init?(containing date: CalendarDate) {
    let (year, month, _) = date.components
    self.init(be: year + 543 + (month >= 10 ? 1 : 0))
  }

  /// Earlier years come first.
  public static func < (left: FiscalYear, right: FiscalYear) -> Bool { left.be < right.be }

  /// Whether a day is in the year.
  public func contains(_ date: CalendarDate) -> Bool { date >= start && date <= end }

  /// The four quarters in order.
  public var quarters: [FiscalQuarter] { (1...4).compactMap(quarter) }

  /// A quarter by its number; nil unless it is 1 to 4.
  public func quarter(_ number: Int) -> FiscalQuarter? {
    FiscalQuarter(year: self, number: number)
  }

  /// The quarter that holds a day; nil when the day is not in the year.
  public func quarter(containing date: CalendarDate) -> FiscalQuarter? {
    quarters.first { $0.contains(date) }
  }

  /// The quarters that are over: their end and the days of grace lie before the as-of date.
  public func quartersDue(asOf: CalendarDate, graceDays: Int) -> [FiscalQuarter] {
    quarters.filter { Self.isPast($0.end, graceDays: graceDays, asOf: asOf) }
  }

  /// Whether the year is over: 30 September and the days of grace lie before the as-of date.
  public func isDue(asOf: CalendarDate, graceDays: Int) -> Bool {
    Self.isPast(end, graceDays: graceDays, asOf: asOf)
  }

  private static func isPast(_ end: CalendarDate, graceDays: Int, asOf: CalendarDate) -> Bool {
    end.days(until: asOf) > graceDays
  }
}

/// A quarter of a fiscal year: 1 is October to December.
public struct FiscalQuarter: Sendable, Hashable {
  /// The fiscal year that it belongs to.
  public let year: FiscalYear
  /// 1 to 4.
  public let number: Int
  /// The first day.
  public let start: CalendarDate
  /// The last day: 31 December, 31 March, 30 June or 30 September.
  public let end: CalendarDate

  init?(year: FiscalYear, number: Int) {
    guard (1...4).contains(number) else { return nil }
    let firstMonth = [10, 1, 4, 7][number - 1]
    let calendarYear = number == 1 ? year.be - 544 : year.be - 543
    let lastMonth = firstMonth + 2
    let lastDay = CalendarDate.days(inMonth: lastMonth, year: calendarYear)
    guard let start = CalendarDate(year: calendarYear, month: firstMonth, day: 1),
      let end = CalendarDate(year: calendarYear, month: lastMonth, day: lastDay)
    else { return nil }
    self.year = year
    self.number = number
    self.start = start
    self.end = end
  }

  /// Whether a day is in the quarter.
  public func contains(_ date: CalendarDate) -> Bool { date >= start && date <= end }
}
