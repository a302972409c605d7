extension RegexParser {
  /// A repetition operator as it stands in the pattern.
  struct Repetition {
    let min: Int
    let max: Int?
    let isGreedy: Bool
    let start: Int
  }

  /// The atom with the operator behind it; a second operator is an error, as in RE2.
  mutating func parseRepetitions(of atom: RegexNode) throws(RegexError) -> RegexNode {
    guard let operation = try takeRepetition() else { return atom }
    let node = RegexNode.repetition(
      atom,
      min: operation.min,
      max: operation.max,
      isGreedy: operation.isGreedy
    )
    // `*`, `+` and `?` have no counts to multiply.
    let counts = Swift.max(operation.min, operation.max ?? 0)
    if counts > 1, node.repeatProduct > RegexLimits.repeatCount {
      throw reader.error(.invalidRepeatCount, from: operation.start)
    }
    let end = reader.index
    if try takeRepetition() != nil { throw reader.error(.doubleRepetition, from: end) }
    return node
  }

  /// Steps over `*`, `+`, `?` or `{n,m}`, with the `?` that makes it lazy.
  mutating func takeRepetition() throws(RegexError) -> Repetition? {
    let start = reader.index
    var counts: (min: Int, max: Int?)
    switch reader.peek() {
    case 0x2A: counts = (0, nil)
    case 0x2B: counts = (1, nil)
    case 0x3F: counts = (0, 1)
    case 0x7B:
      guard let braces = try takeBraces() else { return nil }
      counts = braces
    default: return nil
    }
    if reader.index == start { reader.advance() }
    let isLazy = reader.take("?")
    return Repetition(
      min: counts.min,
      max: counts.max,
      isGreedy: isLazy == flags.isUngreedy,
      start: start
    )
  }

  /// Steps over `{n}`, `{n,}` or `{n,m}`; anything else in braces is literal text.
  private mutating func takeBraces() throws(RegexError) -> (min: Int, max: Int?)? {
    let start = reader.index
    reader.advance()
    guard let low = takeCount() else {
      reader.move(to: start)
      return nil
    }
    var high: Int? = low
    if reader.take(",") {
      high = reader.looking(at: "}") ? nil : takeCount()
      if high == nil, !reader.looking(at: "}") {
        reader.move(to: start)
        return nil
      }
    }
    guard reader.take("}") else {
      reader.move(to: start)
      return nil
    }
    let limit = RegexLimits.repeatCount
    guard low <= limit, high ?? low <= limit, high ?? low >= low else {
      throw reader.error(.invalidRepeatCount, from: start)
    }
    return (low, high)
  }

  /// A count without leading zeros, which RE2 does not take for a count.
  private mutating func takeCount() -> Int? {
    var value: Int?
    if reader.looking(at: "0"), let next = reader.peek(1), next >= 0x30, next <= 0x39 { return nil }
    while let scalar = reader.peek(), scalar >= 0x30, scalar <= 0x39 {
      value = Swift.min((value ?? 0) * 10 + Int(scalar - 0x30), 1_000_000)
      reader.advance()
    }
    return value
  }
}
