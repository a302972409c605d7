package import SourceText

/// The tokens of an expression by what they are for, for programs that bend expressions.
package struct ExpressionToken: Sendable {
  /// What a token is for.
  package enum Kind: Sendable {
    /// `== != < <= > >= && || + - !`
    case sign
    /// A whole number.
    case int
    /// A text in quotes, decoded.
    case string(String)
    /// `true` or `false`.
    case bool
    /// A name.
    case name
  }

  /// What it is for.
  package let kind: Kind
  /// As written.
  package let text: String
  /// Where.
  package let span: SourceSpan

  /// The tokens of a text; others than those of ``Kind`` are left out.
  package static func all(in text: String) -> [ExpressionToken] {
    var lexer = Lexer(text)
    lexer.run()
    return lexer.tokens.compactMap { token in
      kind(of: token.kind).map {
        ExpressionToken(kind: $0, text: lexer.text(token.start, token.end), span: token.span)
      }
    }
  }

  private static func kind(of kind: Token.Kind) -> Kind? {
    switch kind {
    case .equal, .notEqual, .less, .lessOrEqual, .greater, .greaterOrEqual, .and, .or, .plus,
      .minus,
      .not:
      .sign
    case .int: .int
    case .string(let text): .string(text)
    case .yes, .no: .bool
    case .identifier: .name
    default: nil
    }
  }
}
