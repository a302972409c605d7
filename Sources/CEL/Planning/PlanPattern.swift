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
        try a.tick(UInt64(1 + text.utf8.count / 10))
        return pattern.matches(text)
      }
    )
  }
}
