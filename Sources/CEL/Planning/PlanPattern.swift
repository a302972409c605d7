// `matches` with a constant pattern is compiled with the expression; a bad pattern stops each
// evaluation with its error, which the checker reports beforehand.
extension Planner {
  func planConstantPattern(_ id: ExpressionID, _ name: String, _ arguments: [Code]) -> Code? {
    guard name == "matches", arguments.count == 2,
      case .string(let source) = arguments[1].constant?.payload
    else { return nil }
    let pattern: CompiledPattern
    do throws(Stop) {
      pattern = try CompiledPattern(source)
    } catch {
      let stop = error.placed(at: id)
      return Code(id, bool: { (_) throws(Stop) in throw stop })
    }
    let text = arguments[0].value
    return Code(
      id,
      bool: { (a) throws(Stop) in
        let value = try text(&a)
        guard case .string(let text) = value.payload else {
          throw .error(.noSuchOverload(name).placed(at: id))
        }
        let tens = UInt64(text.utf8.count / 10)
        try a.tick(1 + tens + pattern.steps(tens: tens))
        return pattern.matches(text)
      }
    )
  }

  /// `matches` with a pattern that is computed: it is compiled each time, which counts.
  static func matches(_ values: [Value], _ a: inout Activation) throws(Stop) -> Value {
    guard case .string(let text) = values[0].payload, case .string(let source) = values[1].payload
    else { throw .error(.noSuchOverload("matches")) }
    var steps: UInt64 = 0
    let pattern: CompiledPattern
    do throws(Stop) {
      pattern = try CompiledPattern(source, &steps)
    } catch {
      try a.tick(min(steps, a.remainingSteps))
      throw error
    }
    steps += pattern.steps(tens: UInt64(text.utf8.count / 10))
    try a.tick(min(steps, a.remainingSteps))
    return Value(.bool(pattern.matches(text)))
  }
}
