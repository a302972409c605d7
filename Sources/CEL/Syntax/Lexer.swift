import Diagnostics
import SourceText

/// Cuts a text into tokens, going on after mistakes.
///
/// What people mean by a mistake (`=`, `&`, “quotes”, Thai words) becomes the token they meant, so that
/// one mistake gives one problem.
struct Lexer {
  let bytes: [UInt8]
  var position = 0
  var tokens: [Token] = []
  var problems = ProblemList()

  /// Whether a literal ran to the end of its line: what follows is then not to be trusted.
  var sawUnterminated = false

  /// Whether `$0` and `$target` are tokens.
  private let allowsPlaceholders: Bool

  init(_ text: String, allowsPlaceholders: Bool = false) {
    bytes = Array(text.utf8)
    self.allowsPlaceholders = allowsPlaceholders
  }

  /// Cuts the whole text; the last token is always the end.
  ///
  /// The end stands right behind what is written: a line end of YAML after it would put what is
  /// missing on the line of the next key.
  mutating func run() {
    while position < bytes.count {
      next()
    }
    let end = tokens.last?.end ?? bytes.count
    tokens.append(Token(kind: .end, start: end, end: end))
  }

  /// The byte at an offset from here; 0 past the end.
  func peek(_ distance: Int = 0) -> UInt8 {
    let index = position + distance
    return index >= 0 && index < bytes.count ? bytes[index] : 0
  }

  mutating func emit(_ kind: Token.Kind, from start: Int) {
    tokens.append(Token(kind: kind, start: start, end: position))
  }

  mutating func report(
    _ code: DiagnosticCode,
    from start: Int,
    to end: Int? = nil,
    _ message: LocalizedText,
    help: LocalizedText? = nil
  ) {
    let span = SourceSpan(start: UInt32(clamping: start), end: UInt32(clamping: end ?? position))
    problems.add(ExpressionProblem(code, at: span, message, help: help))
  }

  /// The text between two offsets, as much of it as there is.
  func text(_ start: Int, _ end: Int) -> String {
    let first = min(max(0, start), bytes.count)
    return String(decoding: bytes[first..<max(first, min(end, bytes.count))], as: UTF8.self)
  }

  private mutating func next() {
    let byte = peek()
    switch byte {
    case UInt8(ascii: " "), UInt8(ascii: "\t"), UInt8(ascii: "\n"), UInt8(ascii: "\r"), 0x0C:
      position += 1
    case UInt8(ascii: "/") where peek(1) == UInt8(ascii: "/"):
      skipLine()
    case UInt8(ascii: "/") where peek(1) == UInt8(ascii: "*"):
      blockComment()
    case UInt8(ascii: "\""), UInt8(ascii: "'"):
      stringLiteral(start: position, isRaw: false, isBytes: false)
    case UInt8(ascii: "`"):
      quotedField()
    case UInt8(ascii: "0")...UInt8(ascii: "9"):
      number()
    case UInt8(ascii: "."):
      if peek(1).isDigit {
        number()
      } else {
        single(.dot)
      }
    case UInt8(ascii: "$") where allowsPlaceholders:
      placeholder()
    case 0x80...:
      foreign()
    default:
      if byte.isNameStart { word() } else { symbol(byte) }
    }
  }

  mutating func skipLine() {
    while position < bytes.count, peek() != UInt8(ascii: "\n"), peek() != UInt8(ascii: "\r") {
      position += 1
    }
  }

  private mutating func single(_ kind: Token.Kind, length: Int = 1) {
    let start = position
    position += length
    emit(kind, from: start)
  }

  private mutating func placeholder() {
    let start = position
    position += 1
    while peek().isNamePart { position += 1 }
    emit(.placeholder(text(start + 1, position)), from: start)
  }

  /// A name, a keyword, or the prefix of a text literal.
  private mutating func word() {
    let start = position
    if let prefix = literalPrefix() {
      position += prefix.length
      if prefix.length == 2, bytes[start] | 0x20 == UInt8(ascii: "r") {
        // The specification has `b` before `r` only.
        let mark = text(position, position + 1)
        report(
          .celUnexpected,
          from: start,
          to: position,
          SyntaxMessage.rawBytesPrefix(text(start, position)),
          help: SyntaxMessage.write("br\(mark)…\(mark)")
        )
      }
      stringLiteral(start: start, isRaw: prefix.isRaw, isBytes: prefix.isBytes)
      return
    }
    while peek().isNamePart { position += 1 }
    if peek() >= 0x80, foreignWord(startingAt: start) { return }
    emit(Self.word(text(start, position)), from: start)
  }

  /// A keyword or a name.
  static func word(_ text: String) -> Token.Kind {
    switch text {
    case "true": .yes
    case "false": .no
    case "null": .null
    case "in": .isIn
    default: .identifier(text)
    }
  }

  /// `r`, `b`, `br` in any case, straight before a quotation mark, and `rb`, which is a mistake.
  private func literalPrefix() -> (length: Int, isRaw: Bool, isBytes: Bool)? {
    var isRaw = false
    var isBytes = false
    var length = 0
    while length < 3 {
      switch peek(length) {
      case UInt8(ascii: "\""), UInt8(ascii: "'"):
        return length > 0 ? (length, isRaw, isBytes) : nil
      case UInt8(ascii: "r") where !isRaw, UInt8(ascii: "R") where !isRaw: isRaw = true
      case UInt8(ascii: "b") where !isBytes, UInt8(ascii: "B") where !isBytes: isBytes = true
      default: return nil
      }
      length += 1
    }
    return nil
  }

  private mutating func symbol(_ byte: UInt8) {
    switch byte {
    case UInt8(ascii: "("): single(.leftParenthesis)
    case UInt8(ascii: ")"): single(.rightParenthesis)
    case UInt8(ascii: "["): single(.leftBracket)
    case UInt8(ascii: "]"): single(.rightBracket)
    case UInt8(ascii: "{"): single(.leftBrace)
    case UInt8(ascii: "}"): single(.rightBrace)
    case UInt8(ascii: ","): single(.comma)
    case UInt8(ascii: ":"): single(.colon)
    case UInt8(ascii: "?"): single(.question)
    case UInt8(ascii: "+"): single(.plus)
    case UInt8(ascii: "-") where peek(1) == UInt8(ascii: ">") && followsVariable(): arrow()
    case UInt8(ascii: "-"): single(.minus)
    case UInt8(ascii: "*") where peek(1) == byte:
      misspelled(help: SyntaxMessage.powerHelp, .star, length: 2)
    case UInt8(ascii: "*"): single(.star)
    case UInt8(ascii: "/"): single(.slash)
    case UInt8(ascii: "%"): single(.percent)
    default: comparison(byte)
    }
  }

  /// Comparisons and logic, with the spellings of other languages.
  private mutating func comparison(_ byte: UInt8) {
    let equalSign = UInt8(ascii: "=")
    switch byte {
    case equalSign where peek(1) == equalSign && peek(2) == equalSign:
      misspelled("==", .equal, length: 3)
    case equalSign where peek(1) == equalSign: single(.equal, length: 2)
    case equalSign where peek(1) == UInt8(ascii: "<"): misspelled("<=", .lessOrEqual, length: 2)
    case equalSign where peek(1) == UInt8(ascii: ">"):
      if followsVariable() { arrow() } else { misspelled(">=", .greaterOrEqual, length: 2) }
    case equalSign where peek(1) == UInt8(ascii: "~"), UInt8(ascii: "~") where peek(1) == equalSign,
      UInt8(ascii: "!") where peek(1) == UInt8(ascii: "~"):
      misspelled("a.matches(b)", .equal, length: 2)
    case UInt8(ascii: "~"): misspelled("a.matches(b)", .equal, length: 1)
    case equalSign: misspelled("==", .equal, length: 1)
    case UInt8(ascii: "!") where peek(1) == equalSign && peek(2) == equalSign:
      misspelled("!=", .notEqual, length: 3)
    case UInt8(ascii: "!") where peek(1) == equalSign: single(.notEqual, length: 2)
    case UInt8(ascii: "!"): single(.not)
    case UInt8(ascii: "<") where peek(1) == equalSign: single(.lessOrEqual, length: 2)
    case UInt8(ascii: "<") where peek(1) == UInt8(ascii: ">"):
      misspelled("!=", .notEqual, length: 2)
    case UInt8(ascii: "<"): single(.less)
    case UInt8(ascii: ">") where peek(1) == equalSign: single(.greaterOrEqual, length: 2)
    case UInt8(ascii: ">"): single(.greater)
    case UInt8(ascii: "&") where peek(1) == byte: single(.and, length: 2)
    case UInt8(ascii: "&"): misspelled("&&", .and, length: 1)
    case UInt8(ascii: "|") where peek(1) == byte: single(.or, length: 2)
    case UInt8(ascii: "|") where followsVariable(ofStandardFold: true): separator()
    case UInt8(ascii: "|"): misspelled("||", .or, length: 1)
    case UInt8(ascii: ";") where isInBrackets: separator()
    default: unexpectedCharacter()
    }
  }

  /// An operator of another language, taken for the one that was meant.
  mutating func misspelled(_ meant: String, _ kind: Token.Kind, length: Int) {
    misspelled(help: SyntaxMessage.write(meant), kind, length: length)
  }

  mutating func misspelled(help: LocalizedText?, _ kind: Token.Kind, length: Int) {
    let start = position
    position += length
    report(
      .celOperator,
      from: start,
      SyntaxMessage.noSuchOperator(text(start, position)),
      help: help
    )
    emit(kind, from: start)
  }

  private mutating func unexpectedCharacter() {
    let start = position
    let character = text(start, start + 1)
    position += 1
    while position < bytes.count, peek() == bytes[start] { position += 1 }
    // `$name` and `@name` of other languages are the name.
    let isPrefix = (character == "$" || character == "@") && peek().isNameStart
    report(
      .celCharacter,
      from: start,
      SyntaxMessage.unexpectedCharacter(bytes[start], character),
      help: isPrefix ? SyntaxMessage.remove(character) : SyntaxMessage.characterHelp(character)
    )
    if isPrefix { return }
    if character == "#" {
      skipLine()
    } else if bytes[start] >= 0x20 {
      emit(.invalid(character), from: start)
    }
  }
}

extension UInt8 {
  var isDigit: Bool { self >= 0x30 && self <= 0x39 }

  var isNameStart: Bool { (self | 0x20) >= 0x61 && (self | 0x20) <= 0x7A || self == 0x5F }

  var isNamePart: Bool { isNameStart || isDigit }

  /// The value of a hexadecimal digit.
  var hexValue: UInt32? {
    switch self {
    case 0x30...0x39: UInt32(self - 0x30)
    case 0x41...0x46: UInt32(self - 0x41 + 10)
    case 0x61...0x66: UInt32(self - 0x61 + 10)
    default: nil
    }
  }
}
