import Findings
import PlanValues

/// The disbursement plan of a submission and what was spent, by quarters and lines.
struct Spending {
  /// One quarter, in percent of the year's money from its beginning.
  struct Quarter {
    /// Which one, as it stands in the submission.
    let number: SubmissionRecord.Value?
    let planned: ExactDecimal?
    let actual: ExactDecimal?

    /// What was spent beyond the plan, below zero where it was less; nil where one of the two is missing.
    var difference: ExactDecimal? {
      guard let planned, let actual else { return nil }
      let (micros, overflow) = actual.micros.subtractingReportingOverflow(planned.micros)
      return overflow ? nil : ExactDecimal(micros: micros)
    }

    var isBehind: Bool { difference.map { $0.micros < 0 } ?? false }
  }

  /// A line that is behind the plan.
  struct Line {
    let name: SubmissionRecord.Value?
    let allocated: Money
    let disbursed: Money
    let expected: Money
    let gap: Money
    let problem: SubmissionRecord.Value?
  }

  /// The last quarter of which plan and result are given.
  struct Latest {
    let number: Int64
    let planned: ExactDecimal
  }

  /// The quarters in the order of the submission.
  let quarters: [Quarter]
  /// The last one with plan and result.
  let latest: Latest?
  /// The lines that have spent less than its planned share of what was allocated to them.
  let behind: [Line]

  init(_ record: SubmissionRecord?) {
    let quarters = Self.quarters(of: record)
    let latest = Self.latest(of: quarters)
    self.quarters = quarters
    self.latest = latest
    behind = latest.map { Self.behind($0.planned, in: record) } ?? []
  }

  /// Whether there is anything to speed up: a proposal is asked for of each quarter that was behind (J19 §5.8).
  var isBehind: Bool { !behind.isEmpty || quarters.contains(where: \.isBehind) }

  private static func quarters(of record: SubmissionRecord?) -> [Quarter] {
    guard let table = record?.table("quarters") else { return [] }
    let numbers = table.values("quarter")
    let planned = table.values("planned_pct")
    let actual = table.values("actual_pct")
    return table.rows.indices.map { index in
      Quarter(
        number: numbers[index],
        planned: number(planned[index]),
        actual: number(actual[index])
      )
    }
  }

  private static func latest(of quarters: [Quarter]) -> Latest? {
    var latest: Latest?
    for quarter in quarters {
      guard case .whole(let number)? = quarter.number, quarter.actual != nil,
        let planned = quarter.planned
      else { continue }
      if latest.map({ number > $0.number }) ?? true {
        latest = Latest(number: number, planned: planned)
      }
    }
    return latest
  }

  private static func behind(_ planned: ExactDecimal, in record: SubmissionRecord?) -> [Line] {
    guard let table = record?.table("lines") else { return [] }
    let names = table.values("project_id")
    let problems = table.values("problems")
    let allocated = table.values("allocated")
    let disbursed = table.values("disbursed")
    return table.rows.indices.compactMap { index in
      guard case .money(let whole)? = allocated[index], case .money(let spent)? = disbursed[index],
        let expected = whole.scaled(by: planned)?.divided(by: 100), spent < expected,
        let gap = expected.subtracting(spent)
      else { return nil }
      return Line(
        name: names[index],
        allocated: whole,
        disbursed: spent,
        expected: expected,
        gap: gap,
        problem: problems[index]
      )
    }
  }

  private static func number(_ value: SubmissionRecord.Value?) -> ExactDecimal? {
    switch value {
    case .number(let number): number
    case .whole(let number): ExactDecimal(String(number))
    default: nil
    }
  }
}
