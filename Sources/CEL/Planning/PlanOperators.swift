internal import DocumentArena

// Typed forms of operators and of `size`, where the static types allow; nil where they do not, and
// the general form in ``BuiltIns`` takes over.
extension Planner {
  func planTyped(_ id: ExpressionID, _ function: String, _ arguments: [Code]) -> Code? {
    if arguments.count == 1 { return planTypedUnary(id, function, arguments[0]) }
    guard arguments.count == 2 else { return nil }
    let first = arguments[0]
    let second = arguments[1]
    switch function {
    case Operator.add, Operator.subtract, Operator.multiply, Operator.divide, Operator.modulo:
      return arithmetic(id, function, first, second)
    case Operator.less:
      return comparison(id, function, first, second, Comparison({ $0 < $1 }, { $0 < $1 }))
    case Operator.lessOrEqual:
      return comparison(id, function, first, second, Comparison({ $0 <= $1 }, { $0 <= $1 }))
    case Operator.greater:
      return comparison(id, function, first, second, Comparison({ $0 > $1 }, { $0 > $1 }))
    case Operator.greaterOrEqual:
      return comparison(id, function, first, second, Comparison({ $0 >= $1 }, { $0 >= $1 }))
    case Operator.equals: return equality(id, first, second, wanted: true)
    case Operator.notEquals: return equality(id, first, second, wanted: false)
    case Operator.isIn: return membership(id, first, second)
    default: return nil
    }
  }

  private func planTypedUnary(_ id: ExpressionID, _ function: String, _ operand: Code) -> Code? {
    switch (function, operand.type) {
    case (Operator.negate, .int):
      let run = operand.asInt(function)
      return Code(
        id,
        int: { (a) throws(Stop) in
          try a.tick()
          let (result, overflow) = (0 as Int64).subtractingReportingOverflow(try run(&a))
          if overflow { throw .error(.overflow.placed(at: id)) }
          return result
        }
      )
    case (Operator.negate, .double):
      let run = operand.asDouble(function)
      return Code(id, double: { (a) throws(Stop) in -(try run(&a)) })
    case ("size", .list):
      guard let list = operand.list?.run else { return nil }
      return Code(
        id,
        int: { (a) throws(Stop) in
          try a.tick()
          return Int64(a.context.count(try list(&a)))
        }
      )
    default: return nil
    }
  }

  // MARK: Arithmetic

  private func arithmetic(
    _ id: ExpressionID,
    _ function: String,
    _ first: Code,
    _ second: Code
  ) -> Code? {
    switch (first.type, second.type) {
    case (.int, .int):
      let left = first.asInt(function)
      let right = second.asInt(function)
      return Code(id, int: Strict.combine(id, left, right, Arithmetic.int(function)))
    case (.double, .double) where function != Operator.modulo:
      let left = first.asDouble(function)
      let right = second.asDouble(function)
      return Code(id, double: Strict.total(left, right, Arithmetic.double(function)))
    default: return nil
    }
  }

  // MARK: Comparison

  private struct Comparison: Sendable {
    let int: @Sendable (Int64, Int64) -> Bool
    let double: @Sendable (Double, Double) -> Bool

    init(
      _ int: @escaping @Sendable (Int64, Int64) -> Bool,
      _ double: @escaping @Sendable (Double, Double) -> Bool
    ) {
      self.int = int
      self.double = double
    }
  }

  private func comparison(
    _ id: ExpressionID,
    _ function: String,
    _ first: Code,
    _ second: Code,
    _ compare: Comparison
  ) -> Code? {
    switch (first.type, second.type) {
    case (.int, .int):
      let left = first.asInt(function)
      if case .int(let constant) = second.constant?.payload {
        let int = compare.int
        return Code(
          id,
          bool: { (a) throws(Stop) in
            try a.tick()
            return int(try left(&a), constant)
          }
        )
      }
      return Code(id, bool: Strict.compare(left, second.asInt(function), compare.int))
    case (.double, .double):
      let left = first.asDouble(function)
      return Code(id, bool: Strict.total(left, second.asDouble(function), compare.double))
    default: return nil
    }
  }

  // MARK: Equality

  private func equality(
    _ id: ExpressionID,
    _ first: Code,
    _ second: Code,
    wanted: Bool
  ) -> Code? {
    let function = wanted ? Operator.equals : Operator.notEquals
    switch (first.type, second.type) {
    case (.int, .int):
      let left = first.asInt(function)
      let right = second.asInt(function)
      return Code(id, bool: Strict.compare(left, right) { ($0 == $1) == wanted })
    case (.bool, .bool):
      let left = first.asBool(function)
      let right = second.asBool(function)
      return Code(id, bool: Strict.total(left, right) { ($0 == $1) == wanted })
    case (.double, .double):
      let left = first.asDouble(function)
      let right = second.asDouble(function)
      return Code(id, bool: Strict.total(left, right) { ($0 == $1) == wanted })
    case (.opaque(let a, []), .opaque(let b, [])) where a == b:
      guard let left = first.bits?.run, let right = second.bits?.run else { return nil }
      return Code(id, bool: Strict.compare(left, right) { ($0 == $1) == wanted })
    case (.string, .string):
      if let text = second.constant { return textEquality(id, first, text, wanted) }
      if let text = first.constant { return textEquality(id, second, text, wanted) }
      return nil
    default: return nil
    }
  }

  /// Compares the bytes of a text in a document with a constant, without making a string.
  private func textEquality(
    _ id: ExpressionID,
    _ text: Code,
    _ constant: Value,
    _ wanted: Bool
  ) -> Code? {
    guard let node = text.textNode?.run, case .string(let string) = constant.payload else {
      return nil
    }
    let bytes = Array(string.utf8)
    return Code(
      id,
      bool: { (a) throws(Stop) in
        let node = try node(&a)
        let document = a.documents[Int(node.document)]
        return document.bytes(of: node.node).elementsEqual(bytes) == wanted
      }
    )
  }

  // MARK: Membership

  /// `x in [constants]`, by bytes for texts of a document and through a set otherwise.
  private func membership(_ id: ExpressionID, _ element: Code, _ list: Code) -> Code? {
    guard case .list(.elements(let elements)) = list.constant?.payload else { return nil }
    let keys = elements.compactMap { MapKey(inserting: $0) }
    guard keys.count == elements.count else { return nil }
    let set = Set(keys)
    if let node = element.textNode?.run {
      return Code(
        id,
        bool: { (a) throws(Stop) in
          let node = try node(&a)
          let text = a.documents[Int(node.document)].text(of: node.node)
          return set.contains(.string(Text(text)))
        }
      )
    }
    let run = element.value
    return Code(
      id,
      bool: { (a) throws(Stop) in
        try a.tick()
        guard let key = MapKey(lookingUp: try run(&a)) else { return false }
        return set.contains(key)
      }
    )
  }
}

/// Checked arithmetic: overflow and division by zero are errors, never traps.
enum Arithmetic {
  static func int(_ function: String) -> @Sendable (Int64, Int64) throws(Stop) -> Int64 {
    switch function {
    case Operator.add:
      { (a, b) throws(Stop) in try checked(a.addingReportingOverflow(b)) }
    case Operator.subtract:
      { (a, b) throws(Stop) in try checked(a.subtractingReportingOverflow(b)) }
    case Operator.multiply:
      { (a, b) throws(Stop) in try checked(a.multipliedReportingOverflow(by: b)) }
    case Operator.divide:
      { (a, b) throws(Stop) in
        if b == 0 { throw .error(.divisionByZero) }
        return try checked(a.dividedReportingOverflow(by: b))
      }
    default:
      { (a, b) throws(Stop) in
        if b == 0 { throw .error(.modulusByZero) }
        return try checked(a.remainderReportingOverflow(dividingBy: b))
      }
    }
  }

  static func uint(_ function: String) -> @Sendable (UInt64, UInt64) throws(Stop) -> UInt64 {
    switch function {
    case Operator.add:
      { (a, b) throws(Stop) in try checked(a.addingReportingOverflow(b)) }
    case Operator.subtract:
      { (a, b) throws(Stop) in try checked(a.subtractingReportingOverflow(b)) }
    case Operator.multiply:
      { (a, b) throws(Stop) in try checked(a.multipliedReportingOverflow(by: b)) }
    case Operator.divide:
      { (a, b) throws(Stop) in
        if b == 0 { throw .error(.divisionByZero) }
        return a / b
      }
    default:
      { (a, b) throws(Stop) in
        if b == 0 { throw .error(.modulusByZero) }
        return a % b
      }
    }
  }

  static func double(_ function: String) -> @Sendable (Double, Double) -> Double {
    switch function {
    case Operator.add: { $0 + $1 }
    case Operator.subtract: { $0 - $1 }
    case Operator.multiply: { $0 * $1 }
    default: { $0 / $1 }
    }
  }

  private static func checked<T>(
    _ result: (partialValue: T, overflow: Bool)
  ) throws(Stop) -> T {
    if result.overflow { throw .error(.overflow) }
    return result.partialValue
  }
}
