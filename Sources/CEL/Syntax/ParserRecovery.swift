import Diagnostics
import SourceText

extension Parser {
  /// Takes the bracket that closes an opening one; returns the offset after it.
  mutating func close(_ opening: Token) -> Int {
    defer { if !openBrackets.isEmpty { openBrackets.removeLast() } }
    guard let closing = opening.kind.closing else { return current.start }
    if isPanicking { skipToDelimiter() }
    let token = current
    if token.kind == closing {
      advance()
      isPanicking = false
      return token.end
    }
    if token.kind == .end {
      if !lexer.sawUnterminated {
        report(
          .celBracket,
          at: opening.span,
          SyntaxMessage.neverClosed(text(opening)),
          help: SyntaxMessage.closeWith(Self.closer(of: opening))
        )
      }
      return token.start
    }
    if token.kind.isClosing {
      report(
        .celBracket,
        at: token.span,
        SyntaxMessage.wrongCloser(text(token), opening: text(opening)),
        help: SyntaxMessage.write(Self.closer(of: opening))
      )
      // When an outer bracket waits for it, it is that one's; otherwise it was meant here.
      if openBrackets.dropLast().contains(where: { $0.kind.closing == token.kind }) {
        return token.start
      }
      advance()
      isPanicking = false
      return token.end
    }
    reportUnexpected(
      expected: SyntaxMessage.closer(Self.closer(of: opening)),
      help: closingHelp(opening)
    )
    skipToDelimiter()
    while current.kind == .comma || current.kind == .colon {
      advance()
      skipToDelimiter()
    }
    guard current.kind == closing else { return current.start }
    let end = current.end
    advance()
    isPanicking = false
    return end
  }

  /// Skips to the next comma, colon or closing bracket of this level.
  mutating func skipToDelimiter() {
    while true {
      switch current.kind {
      case .comma, .colon, .rightParenthesis, .rightBracket, .rightBrace, .end: return
      case .leftParenthesis, .leftBracket, .leftBrace: skipBrackets()
      default: advance()
      }
    }
  }

  /// Skips a bracket with all that it holds.
  mutating func skipBrackets() {
    var depth = 0
    while current.kind != .end {
      if current.kind.closing != nil { depth += 1 }
      if current.kind.isClosing { depth -= 1 }
      advance()
      if depth <= 0 { return }
    }
  }

  func text(_ token: Token) -> String { lexer.text(token.start, token.end) }

  private static func closer(of opening: Token) -> String {
    switch opening.kind {
    case .leftParenthesis: ")"
    case .leftBracket: "]"
    default: "}"
    }
  }

  /// Reports that something else was expected here.
  mutating func reportUnexpected(expected: LocalizedText, help: LocalizedText? = nil) {
    let token = current
    if reportGroupedNumber() { return }
    if case .invalid = token.kind {
      // Whatever it is, it was reported.
      isPanicking = true
      return
    }
    if token.kind == .end {
      if lexer.sawUnterminated {
        isPanicking = true
        return
      }
      report(
        .celUnexpected,
        at: token.span,
        SyntaxMessage.endsEarly(expected: expected),
        help: help
      )
      return
    }
    report(
      .celUnexpected,
      at: token.span,
      SyntaxMessage.found(text(token), expected: expected),
      help: help
    )
  }

  /// Reports what stands after a complete expression.
  mutating func reportTrailing() {
    let token = current
    if case .invalid = token.kind { return }
    if reportGroupedNumber() { return }
    if token.kind.isClosing {
      report(
        .celBracket,
        at: token.span,
        SyntaxMessage.neverOpened(text(token)),
        help: SyntaxMessage.remove(text(token))
      )
      return
    }
    if token.kind == .comma || token.kind == .colon {
      report(
        .celUnexpected,
        at: token.span,
        SyntaxMessage.found(text(token), expected: SyntaxMessage.operatorOrEnd)
      )
      return
    }
    report(
      .celUnexpected,
      at: token.span,
      SyntaxMessage.missingOperator(text(token)),
      help: trailingHelp(token)
    )
  }
}
