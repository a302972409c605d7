import SourceText

/// One token with its place.
struct Token {
  /// What it is.
  let kind: Kind

  /// The offset of its first byte.
  let start: Int

  /// The offset after its last byte.
  let end: Int

  var span: SourceSpan { SourceSpan(start: UInt32(clamping: start), end: UInt32(clamping: end)) }

  /// The kinds of tokens; numbers are decoded by the parser, which knows their sign.
  enum Kind: Equatable {
    case int, uint, double
    case string(String)
    case bytes([UInt8])
    case identifier(String)
    /// A field name in backticks.
    case quotedField(String)
    /// `$0`, `$target` in templates of macros.
    case placeholder(String)
    case null, yes, no, isIn
    case leftParenthesis, rightParenthesis, leftBracket, rightBracket, leftBrace, rightBrace
    case dot, comma, colon, question
    case plus, minus, star, slash, percent, not
    case equal, notEqual, less, lessOrEqual, greater, greaterOrEqual
    case and, or
    /// Something whose mistake was already reported; the text helps to guess what was meant.
    case invalid(String)
    case end
  }
}

extension Token.Kind {
  /// The bracket that closes this one.
  var closing: Token.Kind? {
    switch self {
    case .leftParenthesis: .rightParenthesis
    case .leftBracket: .rightBracket
    case .leftBrace: .rightBrace
    default: nil
    }
  }

  /// Whether it is a closing bracket.
  var isClosing: Bool {
    switch self {
    case .rightParenthesis, .rightBracket, .rightBrace: true
    default: false
    }
  }

  /// Whether an operand can begin with it.
  var startsOperand: Bool {
    switch self {
    case .int, .uint, .double, .string, .bytes, .identifier, .null, .yes, .no, .leftParenthesis,
      .leftBracket, .leftBrace, .placeholder, .not:
      true
    default: false
    }
  }

  /// The words that may be selected but not used as names.
  static let reserved: Set<String> = [
    "as", "break", "const", "continue", "else", "for", "function", "if", "import", "let", "loop",
    "package", "namespace", "return", "var", "void", "while",
  ]
}
