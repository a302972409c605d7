/// Whole numbers between two bounds, both included: what comparisons with constants ask.
struct Interval: Sendable {
  let low: Int64
  let high: Int64

  /// No number at all.
  static let empty = Interval(low: .max, high: .min)

  init(low: Int64, high: Int64) {
    self.low = low
    self.high = high
  }

  /// The numbers that stand to a constant as an operator says; nil for other operators.
  init?(_ function: String, _ constant: Int64) {
    switch function {
    case Operator.equals: self.init(low: constant, high: constant)
    case Operator.lessOrEqual: self.init(low: .min, high: constant)
    case Operator.greaterOrEqual: self.init(low: constant, high: .max)
    case Operator.less:
      self = constant == .min ? .empty : Interval(low: .min, high: constant - 1)
    case Operator.greater:
      self = constant == .max ? .empty : Interval(low: constant + 1, high: .max)
    default: return nil
    }
  }

  @inline(__always)
  func contains(_ number: Int64) -> Bool { number >= low && number <= high }

  /// The numbers in both.
  func intersection(_ other: Interval) -> Interval {
    Interval(low: max(low, other.low), high: min(high, other.high))
  }

  /// The operator with its operands exchanged: `1 <= x` is `x >= 1`.
  static func flipped(_ function: String) -> String {
    switch function {
    case Operator.less: Operator.greater
    case Operator.lessOrEqual: Operator.greaterOrEqual
    case Operator.greater: Operator.less
    case Operator.greaterOrEqual: Operator.lessOrEqual
    default: function
    }
  }
}

/// Tests of one whole number of a record against constants, such as
/// `a.quarter >= 1 && a.quarter <= 4`: the field is read once.
struct FieldTest: Sendable {
  let field: FieldAccess
  let interval: Interval

  /// The steps of the test as written: one for each selection and one for each comparison.
  let steps: UInt64

  /// This test and one that follows it; nil when that is of another number.
  func merged(with next: FieldTest) -> FieldTest? {
    guard field.readsSame(as: next.field) else { return nil }
    return FieldTest(
      field: field,
      interval: interval.intersection(next.interval),
      steps: steps + next.steps
    )
  }

  /// The test as a closure of its own.
  func code(_ id: ExpressionID) -> Code {
    let field = field
    let interval = interval
    let steps = steps
    var code = Code(
      id,
      bool: { (a) throws(Stop) in
        try a.tick(steps)
        return interval.contains(try field.int(&a))
      }
    )
    code.fieldTest = self
    return code
  }
}
