import CEL
import Diagnostics
import PlanValues

/// Days, fiscal years and the periods that are due; no clock, no durations.
///
/// Fiscal years are Buddhist Era and run from 1 October to 30 September (requirements, section A).
enum DateFunctions {
  static func declare(in environment: inout Environment) {
    let date = PlanType.date
    // days_between(a, b): days from a to b, negative when b is earlier.
    environment.add(
      "days_between",
      Overload(
        "days_between",
        [date, date],
        .int,
        cost: .constant,
        .values { arguments in
          guard let from = arguments[0].date, let to = arguments[1].date else { return wrong }
          return Value(.int(Int64(from.days(until: to))))
        }
      )
    )
    // add_days(d, n): the day n days later.
    environment.add(
      "add_days",
      Overload(
        "add_days",
        [date, .int],
        date,
        cost: .constant,
        .values { arguments in
          guard let day = arguments[0].date, let count = arguments[1].int,
            let days = Int(exactly: count), let sum = day.adding(days: days)
          else { return AmountFunctions.overflow }
          return PlanType.date(sum)
        }
      )
    )
    declareYears(in: &environment)
    declarePeriods(in: &environment)
    EraFunctions.declare(in: &environment)
  }

  /// Refuses a year written in a rule that is no fiscal year, such as one of the C.E.
  static func checkYear(_ number: Int64) -> LiteralRefusal? {
    let other = commonEraYear(number)
    if fiscalYear(number) != nil { return nil }
    return LiteralRefusal(
      LocalizedText(
        th: "\(number) ไม่ใช่ปีงบประมาณ พ.ศ.",
        en: "\(number) is no fiscal year of the Buddhist era"
      ),
      help: other.map { LocalizedText.didYouMean("\($0)") }
    )
  }

  /// The year of the Buddhist era that a year of our days is, counted as others count; nil for other numbers.
  ///
  /// Taken as one of the B.E. it would be one of the Middle Ages.
  static func commonEraYear(_ number: Int64) -> Int64? {
    (1900...2199).contains(number) ? number + 543 : nil
  }

  /// The fiscal year of a number; nil where it is none, or a year of the C.E.
  static func fiscalYear(_ number: Int64) -> FiscalYear? {
    guard commonEraYear(number) == nil, let year = Int(exactly: number) else { return nil }
    return FiscalYear(be: year)
  }

  private static func declareYears(in environment: inout Environment) {
    for id in ["fiscal_year_start", "fiscal_year_end", "periods_due", "years_due"] {
      environment.checkInteger(of: 0, id) { checkYear($0) }
    }
    // fiscal_year_start(2569): 2025-10-01.
    environment.add(
      "fiscal_year_start",
      Overload("fiscal_year_start", [.int], PlanType.date, cost: .constant, .values(yearStart))
    )
    // fiscal_year_end(2569): 2026-09-30.
    environment.add(
      "fiscal_year_end",
      Overload("fiscal_year_end", [.int], PlanType.date, cost: .constant, .values(yearEnd))
    )
    // fiscal_year_of(d): the fiscal year in which a day lies.
    environment.add(
      "fiscal_year_of",
      Overload("fiscal_year_of", [PlanType.date], .int, cost: .constant, .values(yearOf))
    )
    // years(a, b): the years from a to b; none when a is after b. At most 200 of them.
    environment.add(
      "years",
      Overload(
        "years",
        [.int, .int],
        .list(.int),
        cost: .linear,
        size: { _ in .list(200, of: .small) },
        .values { arguments in
          guard let from = arguments[0].int, let until = arguments[1].int else { return wrong }
          guard from <= until else { return Value(.list(.elements([]))) }
          let (span, overflow) = until.subtractingReportingOverflow(from)
          guard !overflow, span < 200 else { return noYear(arguments[0]) }
          return Value(.list(.elements((from...until).map { Value(.int($0)) })))
        }
      )
    )
  }

  @Sendable private static func yearStart(_ arguments: [Value]) -> Value {
    guard let year = year(of: arguments[0]) else { return noYear(arguments[0]) }
    return PlanType.date(year.start)
  }

  @Sendable private static func yearEnd(_ arguments: [Value]) -> Value {
    guard let year = year(of: arguments[0]) else { return noYear(arguments[0]) }
    return PlanType.date(year.end)
  }

  @Sendable private static func yearOf(_ arguments: [Value]) -> Value {
    guard let day = arguments[0].date, let year = FiscalYear(containing: day) else {
      return noYear(arguments[0])
    }
    return Value(.int(Int64(year.be)))
  }

  private static func declarePeriods(in environment: inout Environment) {
    let parameters = [CELType.int, .int, PlanType.date]
    // periods_due(y, grace, as_of): the quarters of fiscal year y whose end plus grace is past.
    environment.add(
      "periods_due",
      Overload(
        "periods_due",
        parameters,
        .list(.int),
        cost: .constant,
        size: { _ in .list(4, of: .small) },
        .values(periodsDue)
      )
    )
    // years_due(y, grace, as_of): the fiscal year itself when its end plus grace is past, else none.
    environment.add(
      "years_due",
      Overload(
        "years_due",
        parameters,
        .list(.int),
        cost: .constant,
        size: { _ in .list(1, of: .small) },
        .values(yearsDue)
      )
    )
    // overlap(a, b, c, d): whether a–b and c–d share a day; an absent end is open.
    let end = CELType.optional(PlanType.date)
    environment.add(
      "overlap",
      Overload(
        "overlap",
        [end, end, end, end],
        .bool,
        cost: .constant,
        .values { arguments in
          let ends = arguments.map(optionalDate)
          // Where the end is before the start there is no day to share.
          let hasDays = before(ends[0], ends[1]) && before(ends[2], ends[3])
          return Value(.bool(hasDays && before(ends[0], ends[3]) && before(ends[2], ends[1])))
        }
      )
    )
  }

  @Sendable private static func periodsDue(_ arguments: [Value]) -> Value {
    guard let year = year(of: arguments[0]) else { return noYear(arguments[0]) }
    guard let number = arguments[1].int, let grace = Int(exactly: number),
      let day = arguments[2].date
    else { return wrong }
    var values: [Value] = []
    for quarter in year.quartersDue(asOf: day, graceDays: grace) {
      values.append(Value(.int(Int64(quarter.number))))
    }
    return Value(.list(.elements(values)))
  }

  @Sendable private static func yearsDue(_ arguments: [Value]) -> Value {
    guard let year = year(of: arguments[0]) else { return noYear(arguments[0]) }
    guard let number = arguments[1].int, let grace = Int(exactly: number),
      let day = arguments[2].date
    else { return wrong }
    guard year.isDue(asOf: day, graceDays: grace) else { return Value(.list(.elements([]))) }
    return Value(.list(.elements([Value(.int(Int64(year.be)))])))
  }

  private static func before(_ start: CalendarDate?, _ end: CalendarDate?) -> Bool {
    guard let start, let end else { return true }
    return start <= end
  }

  private static func optionalDate(_ value: Value) -> CalendarDate? {
    guard case .optional(.some(let wrapped)) = value.payload else { return nil }
    return wrapped.date
  }

  private static func year(of value: Value) -> FiscalYear? {
    value.int.flatMap { fiscalYear($0) }
  }

  /// A value of another type, which only calls with unchecked arguments can have.
  static var wrong: Value {
    Value(
      .error(EvaluationError(LocalizedText(th: "ค่าไม่ถูกชนิด", en: "a value of another type")))
    )
  }

  /// A number that is no year is a fault of the data, which the reader reports (STR-002).
  static func noYear(_ number: Value) -> Value {
    let missing = number.origin.map { [UnknownSet.Missing(base: $0, steps: [])] }
    return Value(.unknown(UnknownSet(missing ?? [])))
  }
}
