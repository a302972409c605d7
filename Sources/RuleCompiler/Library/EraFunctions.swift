import CEL
import Diagnostics
import PlanValues

/// Days of the Buddhist Era and the quarters of fiscal years.
enum EraFunctions {
  static func declare(in environment: inout Environment) {
    let date = PlanType.date
    // be_date("25 มิถุนายน 2568"): a day as people write it, with a year of the B.E.
    environment.add(
      "be_date",
      Overload("be_date_string", [.string], date, cost: .linear, .values(dayOfText))
    )
    // be_date(2568, 6, 25): a day by its numbers.
    environment.add(
      "be_date",
      Overload("be_date_int", [.int, .int, .int], date, cost: .constant, .values(dayOfNumbers))
    )
    // be_year_of(d): the calendar year, B.E.
    environment.add(
      "be_year_of",
      Overload("be_year_of", [date], .int, cost: .constant, .values(yearOf))
    )
    // quarter_of(d): the quarter of the fiscal year, 1 from October.
    environment.add(
      "quarter_of",
      Overload("quarter_of", [date], .int, cost: .constant, .values(quarterOf))
    )
    // quarter_start(2569, 2): 2026-01-01. quarter_end(2569, 2): 2026-03-31.
    environment.add(
      "quarter_start",
      Overload("quarter_start", [.int, .int], date, cost: .constant, .values(quarterStart))
    )
    environment.add(
      "quarter_end",
      Overload("quarter_end", [.int, .int], date, cost: .constant, .values(quarterEnd))
    )
    for id in ["quarter_start", "quarter_end"] {
      environment.checkInteger(of: 0, id) { DateFunctions.checkYear($0) }
      environment.checkInteger(of: 1, id) { number in
        (1...4).contains(number)
          ? nil
          : LiteralRefusal(
            LocalizedText(
              th: "ไตรมาสมีเฉพาะ 1 2 3 และ 4 ไม่มีไตรมาสที่ \(number)",
              en: "the quarters are 1, 2, 3 and 4; there is no quarter \(number)"
            )
          )
      }
    }
  }

  @Sendable private static func dayOfText(_ arguments: [Value]) -> Value {
    guard let text = arguments[0].string, let day = DateForms.buddhistEra(text) else {
      return AmountFunctions.unreadable(arguments[0], AmountLiterals.buddhistDay)
    }
    return PlanType.date(day)
  }

  @Sendable private static func dayOfNumbers(_ arguments: [Value]) -> Value {
    guard let year = number(arguments[0]), let month = number(arguments[1]),
      let day = number(arguments[2]), DateFunctions.commonEraYear(Int64(year)) == nil,
      let date = CalendarDate(buddhistYear: year, month: month, day: day)
    else {
      let numbers = arguments.map { $0.int.map(String.init) ?? "" }
      return Value(
        .error(
          EvaluationError(
            LocalizedText(
              th: "ไม่มีวันที่ \(numbers[2]) เดือน \(numbers[1]) พ.ศ. \(numbers[0])",
              en: "there is no day \(numbers[2]) in month \(numbers[1]) of B.E. \(numbers[0])"
            )
          )
        )
      )
    }
    return PlanType.date(date)
  }

  @Sendable private static func yearOf(_ arguments: [Value]) -> Value {
    guard let day = arguments[0].date else { return DateFunctions.wrong }
    return Value(.int(Int64(day.year + 543)))
  }

  @Sendable private static func quarterOf(_ arguments: [Value]) -> Value {
    guard let day = arguments[0].date, let year = FiscalYear(containing: day),
      let quarter = year.quarter(containing: day)
    else { return DateFunctions.noYear(arguments[0]) }
    return Value(.int(Int64(quarter.number)))
  }

  @Sendable private static func quarterStart(_ arguments: [Value]) -> Value {
    guard let quarter = quarter(arguments) else { return noQuarter(arguments) }
    return PlanType.date(quarter.start)
  }

  @Sendable private static func quarterEnd(_ arguments: [Value]) -> Value {
    guard let quarter = quarter(arguments) else { return noQuarter(arguments) }
    return PlanType.date(quarter.end)
  }

  private static func quarter(_ arguments: [Value]) -> FiscalQuarter? {
    guard let quarter = number(arguments[1]) else { return nil }
    return year(arguments)?.quarter(quarter)
  }

  /// The number that is none: the year, else the quarter.
  private static func noQuarter(_ arguments: [Value]) -> Value {
    DateFunctions.noYear(arguments[year(arguments) == nil ? 0 : 1])
  }

  private static func year(_ arguments: [Value]) -> FiscalYear? {
    arguments[0].int.flatMap { DateFunctions.fiscalYear($0) }
  }

  private static func number(_ value: Value) -> Int? { value.int.flatMap { Int(exactly: $0) } }
}
