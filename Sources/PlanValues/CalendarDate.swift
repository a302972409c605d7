/// A day of the Gregorian calendar, counted backwards too (proleptic), from the year 1 to 9999 C.E.
///
/// Kept as one day number, so that comparing and counting days are plain arithmetic. Buddhist-era
/// years are the year + 543; before 1941 the Thai year did not begin in January, which this type
/// does not model (no plan reaches back so far).
public struct CalendarDate: Sendable, Hashable, Comparable {
  /// Days since 1 January 1970.
  public let dayNumber: Int32

  private init(uncheckedDayNumber: Int32) { dayNumber = uncheckedDayNumber }

  private static let firstDay: Int64 = -719_162
  private static let lastDay: Int64 = 2_932_896

  /// The earliest day: 1 January of the year 1.
  public static let min = CalendarDate(uncheckedDayNumber: -719_162)

  /// The latest day: 31 December 9999.
  public static let max = CalendarDate(uncheckedDayNumber: 2_932_896)

  /// A day by its number since 1 January 1970; nil outside the years 1 to 9999.
  public init?(dayNumber: Int64) {
    guard dayNumber >= Self.firstDay, dayNumber <= Self.lastDay else { return nil }
    self.init(uncheckedDayNumber: Int32(dayNumber))
  }

  /// A day by year (C.E.), month and day; nil if there is no such day.
  public init?(year: Int, month: Int, day: Int) {
    guard (1...9999).contains(year), (1...12).contains(month),
      day >= 1, day <= Self.days(inMonth: month, year: year)
    else { return nil }
    // Years from March put the leap day last; 400 years are one cycle of 146,097 days.
    let shifted = month <= 2 ? year - 1 : year
    let era = shifted / 400
    let yearOfEra = shifted - era * 400
    let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    self.init(uncheckedDayNumber: Int32(era * 146_097 + dayOfEra - 719_468))
  }

  /// A day by Buddhist-era year, month and day; nil if there is no such day.
  public init?(buddhistYear: Int, month: Int, day: Int) {
    let (year, overflow) = buddhistYear.subtractingReportingOverflow(543)
    guard !overflow else { return nil }
    self.init(year: year, month: month, day: day)
  }

  /// Year (C.E.), month and day of month.
  public var components: (year: Int, month: Int, day: Int) {
    let shifted = Int(dayNumber) + 719_468
    let era = shifted / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let marchMonth = (5 * dayOfYear + 2) / 153
    let day = dayOfYear - (153 * marchMonth + 2) / 5 + 1
    let month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9
    return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day)
  }

  /// The year, C.E.
  public var year: Int { components.year }

  /// The year, B.E.
  public var buddhistYear: Int { components.year + 543 }

  /// The month, 1 to 12.
  public var month: Int { components.month }

  /// The day of the month, 1 to 31.
  public var day: Int { components.day }

  /// The day of the week, 1 for Monday to 7 for Sunday (ISO 8601).
  public var weekday: Int { (Int(dayNumber) + 719_162) % 7 + 1 }

  /// Earlier days come first.
  public static func < (left: CalendarDate, right: CalendarDate) -> Bool {
    left.dayNumber < right.dayNumber
  }

  /// How many days there are from this day to another; negative if the other is earlier.
  public func days(until other: CalendarDate) -> Int { Int(other.dayNumber) - Int(dayNumber) }

  /// The day so many days later (earlier if negative); nil outside the years 1 to 9999.
  public func adding(days: Int) -> CalendarDate? {
    let (sum, overflow) = Int64(dayNumber).addingReportingOverflow(Int64(days))
    return overflow ? nil : CalendarDate(dayNumber: sum)
  }

  /// How many days a month has.
  static func days(inMonth month: Int, year: Int) -> Int {
    switch month {
    case 4, 6, 9, 11: 30
    case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
    default: 31
    }
  }
}
