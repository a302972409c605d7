import Diagnostics
import SourceText

// What was meant by something that could not be read.
extension Parser {
  /// Reports `[]` and `[*]`, which mean each element in paths only.
  mutating func reportThroughList() {
    let isStar = current.kind == .star && token(after: 1).kind == .rightBracket
    guard isStar || current.kind == .rightBracket else { return }
    reportUnexpected(expected: SyntaxMessage.operand, help: SyntaxMessage.throughList)
    if isStar { advance() }
  }

  mutating func reportMissingOperand() {
    var help: LocalizedText?
    let before = token(before: current)
    if before == .percent {
      help = environment.hints.instead(of: "percent")
    } else if current.kind == .question, before == .question {
      help =
        environment.hints.instead(of: "coalesce") ?? SyntaxMessage.write("has(a.b) ? a.b : c")
    }
    reportUnexpected(expected: SyntaxMessage.operand, help: help)
  }

  /// Reports a choice without its second way; `a?.b` was meant for one.
  mutating func reportMissingColon(ofChoice question: Int) {
    let end = lexer.tokens[question].end
    reportUnexpected(
      expected: SyntaxMessage.choiceColon,
      help: lexer.text(end, end + 1) == "." ? SyntaxMessage.optionalField : nil
    )
  }

  /// Reports a choice in the middle of another; of `a ?? b` the second sign was reported.
  mutating func noteNestedChoice() {
    if isPanicking { return }
    note(
      .celUnexpected,
      at: current.span,
      SyntaxMessage.nestedChoice,
      help: SyntaxMessage.nestedChoiceHelp
    )
  }

  /// Reports a key without a value; a name alone in braces is a placeholder of messages.
  mutating func reportMissingColon(behind key: Parsed, isFirst: Bool) {
    let name = lexer.text(key.start, key.end)
    let isPlaceholder =
      isFirst && current.kind == .rightBrace && name.utf8.first.map(\.isNameStart) == true
      && name.utf8.allSatisfy { $0.isNamePart || $0 == UInt8(ascii: ".") }
    reportUnexpected(
      expected: SyntaxMessage.colon,
      help: isPlaceholder ? SyntaxMessage.bracesInExpression(name) : nil
    )
  }

  /// What was meant where a bracket should close: another operator, or a list of another language.
  func closingHelp(_ opening: Token) -> LocalizedText? {
    if opening.kind == .leftParenthesis, current.kind == .comma, token(before: opening) == .isIn {
      return SyntaxMessage.listBrackets
    }
    if opening.kind == .leftBracket {
      switch current.kind {
      case .string, .int, .double, .yes, .no: return SyntaxMessage.write(",")
      default: break
      }
    }
    return trailingHelp(current)
  }

  /// What people write between operands in other languages.
  func trailingHelp(_ token: Token) -> LocalizedText? {
    if case .string = token.kind, index > 0 {
      let before = lexer.tokens[index - 1]
      let isFormat = before.end == token.start && text(before).lowercased() == "f"
      return isFormat ? SyntaxMessage.textWithValues : nil
    }
    guard case .identifier(let written) = token.kind else { return nil }
    let word = written.lowercased()
    if word == "not", text(self.token(after: 1)).lowercased() == "in" {
      return SyntaxMessage.write("!(a in b)")
    }
    if word == "is" { return identityHelp() }
    if environment.functions[written]?.overloads.contains(where: { $0.isMember }) == true {
      return SyntaxMessage.write("a.\(written)(b)")
    }
    // Two names in a row are not an operator and its operand.
    guard self.token(after: 1).kind.startsOperand else { return nil }
    return SyntaxMessage.infix(word) ?? environment.hints.instead(of: word)
  }

  /// After `is`: whether something is there, or whether it equals.
  private func identityHelp() -> LocalizedText {
    let isNegated = text(token(after: 1)).lowercased() == "not"
    let asked = text(token(after: isNegated ? 2 : 1)).lowercased()
    if let presence = environment.hints.presence,
      WritingHints.constant(asked) == "null" || ["empty", "blank", "missing"].contains(asked)
    {
      return SyntaxMessage.write((isNegated ? presence.present : presence.missing) + "(…)")
    }
    return SyntaxMessage.write(isNegated ? "!=" : "==")
  }

  /// The kind of the token before another.
  func token(before token: Token) -> Token.Kind? {
    var low = 0
    var high = lexer.tokens.count
    while low < high {
      let middle = (low + high) / 2
      if lexer.tokens[middle].start < token.start { low = middle + 1 } else { high = middle }
    }
    return low > 0 ? lexer.tokens[low - 1].kind : nil
  }

  // MARK: Numbers with commas

  /// Reports the number that the comma here belongs to, as in `1,000`; false when there is none.
  mutating func reportGroupedNumber() -> Bool {
    guard current.kind == .comma, index > 0, let number = groupedNumber(at: index - 1) else {
      return false
    }
    report(
      .celNumber,
      at: number.span,
      SyntaxMessage.badNumber(number.written),
      help: SyntaxMessage.write(number.meant)
    )
    return true
  }

  /// Notes a number with commas among the arguments of a call that ends here.
  mutating func noteGroupedNumber(since start: Int) -> Bool {
    var depth = 0
    var at = index - 1
    while at > 0, lexer.tokens[at].start > start {
      let kind = lexer.tokens[at].kind
      if kind.isClosing { depth += 1 }
      if kind.closing != nil { depth -= 1 }
      if depth == 1, kind == .comma, let number = groupedNumber(at: at - 1) {
        note(
          .celNumber,
          at: number.span,
          SyntaxMessage.badNumber(number.written),
          help: SyntaxMessage.write(number.meant)
        )
        return true
      }
      at -= 1
    }
    return false
  }

  /// The number with a comma before every third digit of which a token is a part.
  private func groupedNumber(
    at first: Int
  ) -> (span: SourceSpan, written: String, meant: String)? {
    let tokens = lexer.tokens
    var first = first
    while first > 1, tokens[first].end - tokens[first].start == 3, tokens[first - 1].kind == .comma,
      tokens[first - 2].kind == .int,
      tokens[first - 1].end == tokens[first].start, tokens[first - 2].end == tokens[first - 1].start
    {
      first -= 2
    }
    guard tokens[first].kind == .int, (1...3).contains(tokens[first].end - tokens[first].start)
    else { return nil }
    var meant = text(tokens[first])
    var last = first
    while last + 2 < tokens.count, tokens[last].kind == .int, tokens[last + 1].kind == .comma {
      let group = text(tokens[last + 2])
      guard tokens[last + 1].start == tokens[last].end,
        tokens[last + 2].start == tokens[last + 1].end,
        tokens[last + 2].kind == .int || tokens[last + 2].kind == .double,
        group.prefix(while: \.isNumber).utf8.count == 3
      else { break }
      meant += group
      last += 2
    }
    guard last > first else { return nil }
    let span = SourceSpan(
      start: UInt32(clamping: tokens[first].start),
      end: UInt32(clamping: tokens[last].end)
    )
    return (span, lexer.text(tokens[first].start, tokens[last].end), meant)
  }
}
