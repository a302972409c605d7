// Operators on values of any types.
extension BuiltIns {
  static let operators: [String: [Int: Function]] = [
    Operator.equals: [2: { (v, c) throws(Stop) in Value(.bool(try c.areEqual(v[0], v[1]))) }],
    Operator.notEquals: [2: { (v, c) throws(Stop) in Value(.bool(!(try c.areEqual(v[0], v[1])))) }],
    Operator.less: [2: order(Operator.less, [.less])],
    Operator.lessOrEqual: [2: order(Operator.lessOrEqual, [.less, .equal])],
    Operator.greater: [2: order(Operator.greater, [.greater])],
    Operator.greaterOrEqual: [2: order(Operator.greaterOrEqual, [.greater, .equal])],
    Operator.isIn: [2: isIn],
    Operator.add: [2: add],
    Operator.subtract: [2: subtract],
    Operator.multiply: [2: numbers(Operator.multiply)],
    Operator.divide: [2: numbers(Operator.divide)],
    Operator.modulo: [2: numbers(Operator.modulo)],
    Operator.negate: [1: negate],
  ]

  private static func order(_ function: String, _ wanted: [Order]) -> Function {
    { (values, _) throws(Stop) in
      guard let order = try ValueOrder.order(values[0], values[1], for: function) else {
        return Value(.bool(false))
      }
      return Value(.bool(wanted.contains(order)))
    }
  }

  /// Arithmetic on two numbers of the same type.
  private static func numbers(_ function: String) -> Function {
    let int = Arithmetic.int(function)
    let uint = Arithmetic.uint(function)
    let double = Arithmetic.double(function)
    return { (values, _) throws(Stop) in
      switch (values[0].payload, values[1].payload) {
      case (.int(let a), .int(let b)): return Value(.int(try int(a, b)))
      case (.uint(let a), .uint(let b)): return Value(.uint(try uint(a, b)))
      case (.double(let a), .double(let b)) where function != Operator.modulo:
        return Value(.double(double(a, b)))
      default: throw .error(.noSuchOverload(function))
      }
    }
  }

  private static let addNumbers = numbers(Operator.add)
  private static let subtractNumbers = numbers(Operator.subtract)

  @Sendable
  private static func add(_ values: [Value], _ context: EvaluationContext) throws(Stop) -> Value {
    switch (values[0].payload, values[1].payload) {
    case (.string(let a), .string(let b)): return Value(.string(a + b))
    case (.bytes(let a), .bytes(let b)): return Value(.bytes(a + b))
    case (.list(let a), .list(let b)):
      return Value(.list(.elements(try context.settledElements(a) + context.settledElements(b))))
    case (.timestamp(let s, let n), .duration(let s2, let n2)),
      (.duration(let s2, let n2), .timestamp(let s, let n)):
      let time = Timestamp(seconds: s, nanoseconds: n)
      return try checked(time.adding(TimeSpan(seconds: s2, nanoseconds: n2))?.payload)
    case (.duration(let s, let n), .duration(let s2, let n2)):
      let span = TimeSpan(seconds: s, nanoseconds: n)
      return try checked(span.adding(TimeSpan(seconds: s2, nanoseconds: n2))?.payload)
    default: return try addNumbers(values, context)
    }
  }

  @Sendable
  private static func subtract(
    _ values: [Value],
    _ context: EvaluationContext
  ) throws(Stop) -> Value {
    switch (values[0].payload, values[1].payload) {
    case (.timestamp(let s, let n), .timestamp(let s2, let n2)):
      let time = Timestamp(seconds: s, nanoseconds: n)
      return try checked(time.since(Timestamp(seconds: s2, nanoseconds: n2))?.payload)
    case (.timestamp(let s, let n), .duration(let s2, let n2)):
      let time = Timestamp(seconds: s, nanoseconds: n)
      let span = TimeSpan(seconds: s2, nanoseconds: n2)
      let back = TimeSpan(total: 0).subtracting(span)
      return try checked(back.flatMap { time.adding($0) }?.payload)
    case (.duration(let s, let n), .duration(let s2, let n2)):
      let span = TimeSpan(seconds: s, nanoseconds: n)
      return try checked(span.subtracting(TimeSpan(seconds: s2, nanoseconds: n2))?.payload)
    default: return try subtractNumbers(values, context)
    }
  }

  private static func checked(_ payload: Value.Payload?) throws(Stop) -> Value {
    guard let payload else { throw .error(.overflow) }
    return Value(payload)
  }

  @Sendable
  private static func negate(_ values: [Value], _: EvaluationContext) throws(Stop) -> Value {
    switch values[0].payload {
    case .int(let number):
      let (result, overflow) = (0 as Int64).subtractingReportingOverflow(number)
      if overflow { throw .error(.overflow) }
      return Value(.int(result))
    case .double(let number): return Value(.double(-number))
    default: throw .error(.noSuchOverload(Operator.negate))
    }
  }

  @Sendable
  private static func isIn(_ values: [Value], _ context: EvaluationContext) throws(Stop) -> Value {
    switch values[1].payload {
    case .list(let list): return Value(.bool(try context.contains(list, values[0])))
    case .map(let map): return Value(.bool(try context.lookUp(values[0], in: map) != nil))
    default: throw .error(.noSuchOverload(Operator.isIn))
    }
  }
}
