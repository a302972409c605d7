internal import DocumentArena

// Indexing, and the alternatives of optionals.
extension Planner {
  mutating func planIndex(
    _ id: ExpressionID,
    _ operand: Expression,
    _ index: Expression,
    isOptional: Bool
  ) -> Code {
    let operand = plan(operand)
    let index = plan(index)
    let inner = operand.isPath ? Self.growing(operand.value, by: index.constant) : operand.value
    let key = index.value
    var type = type(of: id)
    if type == .dyn, !isOptional, case .list(let element) = operand.type { type = element }
    var code = Code(id, type) { (a) throws(Stop) in
      var stop: Stop?
      var values: [Value] = []
      for run in [inner, key] {
        do throws(Stop) { values.append(try run(&a)) } catch { stop.merge(error) }
      }
      if let stop { throw stop }
      try a.tick()
      do throws(Stop) {
        return try isOptional
          ? a.context.indexIfPresent(values[0], values[1]) : a.context.index(values[0], values[1])
      } catch {
        throw error.placed(at: id)
      }
    }
    code.isPath = true
    return code
  }

  /// Missing values under the operand are named with the index when that is constant.
  private static func growing(_ run: @escaping Run<Value>, by index: Value?) -> Run<Value> {
    switch index?.payload {
    case .string(let key): growing(run, .key(key))
    case .int(let number): Int(exactly: number).map { growing(run, .index($0)) } ?? run
    default: run
    }
  }

  /// `a.or(b)` and `a.orValue(b)`: b is computed only when a is empty.
  ///
  /// Nil when a host overloads the name for other types.
  mutating func planAlternative(
    _ id: ExpressionID,
    _ function: String,
    _ target: Expression,
    _ alternative: Expression
  ) -> Code? {
    if environment.functions[function]?.overloads.contains(where: { !$0.isBuiltIn }) == true {
      return nil
    }
    let optional = plan(target).value
    let other = plan(alternative).value
    let isValue = function == "orValue"
    return Code(id, type(of: id)) { (a) throws(Stop) in
      let value = try optional(&a)
      switch value.payload {
      case .optional(.none): break
      case .optional(.some(let inner)): return isValue ? inner : value
      default: throw .error(.noSuchOverload(function).placed(at: id))
      }
      let result = try other(&a)
      if isValue { return result }
      if case .optional = result.payload { return result }
      throw .error(.noSuchOverload(function).placed(at: id))
    }
  }
}

extension EvaluationContext {
  /// Computes `operand[key]`.
  func index(_ operand: Value, _ key: Value) throws(Stop) -> Value {
    switch operand.payload {
    case .list(let list):
      let position = try position(key)
      if let element = try element(position, of: list) { return element }
      throw .error(.indexOutOfRange(Int64(position)))
    case .map(let map):
      if let value = try lookUp(key, in: map) { return value }
      throw .error(.noSuchKey(printed(literal: key)))
    case .optional: return try indexIfPresent(operand, key)
    default: throw .error(.noSuchOverload(Operator.index))
    }
  }

  /// Computes `operand[?key]`.
  func indexIfPresent(_ operand: Value, _ key: Value) throws(Stop) -> Value {
    let found: Value?
    switch operand.payload {
    case .list(let list): found = try element(try position(key), of: list)
    case .map(let map): found = try lookUp(key, in: map)
    case .optional(.some(let inner)): return try indexIfPresent(inner, key)
    case .optional(.none): found = nil
    default: throw .error(.noSuchOverload(Operator.optionalIndex))
    }
    guard let found else { return Value(.optional(.none)) }
    return Value(.optional(.some(found)), origin: found.origin)
  }

  /// A list index: an int, a uint, or a double without a fraction.
  private func position(_ key: Value) throws(Stop) -> Int {
    let position: Int? =
      switch key.payload {
      case .int(let number): Int(exactly: number)
      case .uint(let number): Int(exactly: number)
      case .double(let number): Int(exactly: number)
      default: nil
      }
    guard let position else { throw .error(.noSuchOverload(Operator.index)) }
    return position
  }
}
