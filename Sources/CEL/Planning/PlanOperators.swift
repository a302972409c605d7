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
    case Operator.less, Operator.lessOrEqual, Operator.greater, Operator.greaterOrEqual:
      return comparison(id, function, first, second)
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
      if let node = operand.listNode?.run {
        var code = Code(id, int: Self.size(node, list))
        code.listFacts = operand.listFacts
        return code
      }
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

  /// The number of elements; that of a list in a document without making a list.
  private static func size(
    _ node: @escaping Run<NodeReference>,
    _ list: @escaping Run<ListValue>
  ) -> Run<Int64> {
    { (a) throws(Stop) in
      try a.tick()
      let before = a.steps
      let reference = try node(&a)
      if let count = a.with(reference.document, { $0.count(of: reference.node) }) {
        return Int64(count)
      }
      a.steps = before
      return Int64(a.context.count(try list(&a)))
    }
  }

  // MARK: Comparison

  private func comparison(
    _ id: ExpressionID,
    _ function: String,
    _ first: Code,
    _ second: Code
  ) -> Code? {
    switch (first.type, second.type) {
    case (.int, .int):
      if let test = constantComparison(id, function, first, second) { return test }
      let left = first.asInt(function)
      return Code(id, bool: Strict.ordered(function, left, second.asInt(function)))
    case (.double, .double):
      let left = first.asDouble(function)
      let right = second.asDouble(function)
      let compare: @Sendable (Double, Double) -> Bool =
        switch function {
        case Operator.less: { $0 < $1 }
        case Operator.lessOrEqual: { $0 <= $1 }
        case Operator.greater: { $0 > $1 }
        default: { $0 >= $1 }
        }
      return Code(id, bool: Strict.total(left, right, compare))
    default: return nil
    }
  }

  /// A comparison of ints of which one is constant.
  private func constantComparison(
    _ id: ExpressionID,
    _ function: String,
    _ first: Code,
    _ second: Code
  ) -> Code? {
    let operand: Code
    let interval: Interval?
    if case .int(let constant) = second.constant?.payload {
      operand = first
      interval = Interval(function, constant)
    } else if case .int(let constant) = first.constant?.payload {
      operand = second
      interval = Interval(Interval.flipped(function), constant)
    } else {
      return nil
    }
    // A trace shows every operand of an equality.
    guard let interval, !tracing || function != Operator.equals else { return nil }
    if let field = operand.field {
      return FieldTest(field: field, interval: interval, steps: 2).code(id)
    }
    let number = operand.asInt(function)
    var code = Code(
      id,
      bool: { (a) throws(Stop) in
        try a.tick()
        return interval.contains(try number(&a))
      }
    )
    code.listFacts = ListFacts(asking: .size(interval), of: operand.listFacts?.field)
    return code
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
      if let test = constantComparison(id, function, first, second) { return test }
      return bitsEquality(id, first, second, first.asInt(function), second.asInt(function), wanted)
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
      return bitsEquality(id, first, second, left, right, wanted)
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
        return a.with(node.document, { $0.hasText(node.node, bytes) }) == wanted
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
