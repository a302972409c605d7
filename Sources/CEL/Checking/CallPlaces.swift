import SourceText

// Where a call is wrong: the name that nothing declares, the argument that does not fit. A call begins at its
// target, so its own place would underline what is right, and of several lines only the first.
extension Checker {
  /// The place of the name of a call, with the namespace before it; the whole where it is not written so, as
  /// in what a macro made.
  func nameSpan(_ expression: Expression, _ name: String, _ target: Expression?) -> SourceSpan {
    let whole = span(expression)
    let from = target.map { span($0).end } ?? whole.start
    return tokenSpan(from, whole.end) { kind, text in
      guard case .identifier = kind else { return false }
      return text.utf8.elementsEqual(name.utf8)
    } ?? whole
  }

  /// The place of a call without its target: the name with the arguments, the name alone where these go
  /// over several lines.
  func callSpan(_ expression: Expression, _ name: String, _ target: Expression?) -> SourceSpan {
    let start = nameSpan(expression, name, target)
    let end = span(expression).end
    let call = SourceSpan(start: start.start, end: max(start.end, end))
    return isOnOneLine(call) ? call : start
  }

  /// The place of an operator between two operands: with these where they stand in one line.
  func operatorSpan(
    _ expression: Expression,
    _ sign: String,
    _ operands: [Expression]
  ) -> SourceSpan {
    let whole = span(expression)
    guard !isOnOneLine(whole), let first = operands.first, let last = operands.last else {
      return whole
    }
    return tokenSpan(span(first).end, span(last).start) { $1.utf8.elementsEqual(sign.utf8) }
      ?? whole
  }

  private static let longestWay: UInt32 = 500

  /// The text of a place.
  func source(at span: SourceSpan) -> String {
    let bytes = tree.source.utf8.dropFirst(Int(span.start)).prefix(Int(span.end - span.start))
    return String(decoding: bytes, as: UTF8.self)
  }

  private func isOnOneLine(_ span: SourceSpan) -> Bool {
    !source(at: span).utf8.contains(UInt8(ascii: "\n"))
  }

  /// The first token of some sort between two places.
  private func tokenSpan(
    _ start: UInt32,
    _ end: UInt32,
    where isMeant: (Token.Kind, String) -> Bool
  ) -> SourceSpan? {
    guard start < end else { return nil }
    // Only signs, space and comments stand before it: what is far behind need not be read.
    let way = SourceSpan(start: start, end: min(end, start + Self.longestWay))
    var lexer = Lexer(source(at: way))
    lexer.run()
    let found = lexer.tokens.first { isMeant($0.kind, lexer.text($0.start, $0.end)) }
    return found.map { SourceSpan(start: start + $0.span.start, end: start + $0.span.end) }
  }
}
