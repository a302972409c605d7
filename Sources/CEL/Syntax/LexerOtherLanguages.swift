// Separators and comments of other languages, taken for those of CEL.
extension Lexer {
  /// `=>` or `->` behind the variable of a fold.
  mutating func arrow() {
    misspelled(help: SyntaxMessage.commaNeeded, .comma, length: 2)
  }

  /// A sign that separates arguments elsewhere.
  mutating func separator() {
    let start = position
    position += 1
    let written = text(start, position)
    report(
      .celCharacter,
      from: start,
      SyntaxMessage.strange(written),
      help: SyntaxMessage.write(",")
    )
    emit(.comma, from: start)
  }

  /// Whether the last tokens are `.name(x` or `.name((x)`, behind which a comma belongs.
  func followsVariable(ofStandardFold: Bool = false) -> Bool {
    var kinds = tokens.suffix(6).map(\.kind)
    if kinds.last == .rightParenthesis {
      kinds.removeLast()
      guard kinds.count > 1, kinds.remove(at: kinds.count - 2) == .leftParenthesis else {
        return false
      }
    }
    guard kinds.count >= 4, case .identifier = kinds[kinds.count - 1],
      kinds[kinds.count - 2] == .leftParenthesis,
      case .identifier(let name) = kinds[kinds.count - 3], kinds[kinds.count - 4] == .dot
    else { return false }
    return !ofStandardFold || ["all", "exists", "exists_one", "filter", "map"].contains(name)
  }

  /// Whether a bracket is open, as far as the last tokens show.
  var isInBrackets: Bool {
    var open = 0
    for token in tokens.suffix(200).reversed() {
      if token.kind.closing != nil { open += 1 }
      if token.kind.isClosing { open -= 1 }
      if open > 0 { return true }
    }
    return false
  }

  mutating func blockComment() {
    let start = position
    position += 2
    while position < bytes.count, peek() != UInt8(ascii: "*") || peek(1) != UInt8(ascii: "/") {
      position += 1
    }
    position = min(position + 2, bytes.count)
    report(
      .celCharacter,
      from: start,
      to: start + 2,
      SyntaxMessage.strange("/*"),
      help: SyntaxMessage.characterHelp("#")
    )
  }
}
