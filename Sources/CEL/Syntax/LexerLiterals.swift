import Diagnostics

extension Lexer {
  /// A text or bytes literal whose quotation mark stands here; `start` is where its prefix stands.
  mutating func stringLiteral(start: Int, isRaw: Bool, isBytes: Bool) {
    let quote = peek()
    let isTriple = peek(1) == quote && peek(2) == quote
    let opening = position
    position += isTriple ? 3 : 1
    var content: [UInt8] = []
    var isClosed = false
    while position < bytes.count {
      let byte = peek()
      if byte == quote, !isTriple || (peek(1) == quote && peek(2) == quote) {
        position += isTriple ? 3 : 1
        isClosed = true
        break
      }
      if byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r") {
        guard isTriple else { break }
        // Line ends of any system are one line feed, so that a rule means the same everywhere.
        position += byte == UInt8(ascii: "\r") && peek(1) == UInt8(ascii: "\n") ? 2 : 1
        content.append(UInt8(ascii: "\n"))
      } else if byte == UInt8(ascii: "\\") {
        backslash(isRaw: isRaw, isBytes: isBytes, into: &content)
      } else {
        content.append(byte)
        position += 1
      }
    }
    if !isClosed {
      sawUnterminated = true
      report(
        .celUnterminated,
        from: start,
        to: opening + (isTriple ? 3 : 1),
        SyntaxMessage.unterminated(isBytes: isBytes),
        help: SyntaxMessage.unterminatedHelp(
          closing: text(opening, opening + (isTriple ? 3 : 1)),
          hasSmartQuote: SmartQuote.occurs(in: content),
          isTriple: isTriple
        )
      )
    }
    emit(isBytes ? .bytes(content) : .string(String(decoding: content, as: UTF8.self)), from: start)
  }

  /// One backslash and what belongs to it.
  private mutating func backslash(isRaw: Bool, isBytes: Bool, into content: inout [UInt8]) {
    if isRaw {
      // In a raw literal it is a character like any other: a quotation mark after it closes.
      content.append(peek())
      position += 1
      return
    }
    if let byte = Self.simpleEscape(peek(1)) {
      content.append(byte)
      position += 2
      return
    }
    switch peek(1) {
    case UInt8(ascii: "x"), UInt8(ascii: "X"):
      numericEscape(skip: 2, digits: 2, radix: 16, isBytes: isBytes, into: &content)
    case UInt8(ascii: "u") where !isBytes:
      numericEscape(skip: 2, digits: 4, radix: 16, isBytes: isBytes, into: &content)
    case UInt8(ascii: "U") where !isBytes:
      numericEscape(skip: 2, digits: 8, radix: 16, isBytes: isBytes, into: &content)
    case UInt8(ascii: "0")...UInt8(ascii: "3"):
      numericEscape(skip: 1, digits: 3, radix: 8, isBytes: isBytes, into: &content)
    case UInt8(ascii: "4")...UInt8(ascii: "7"):
      let start = position
      position += 2
      while position < start + 4, (UInt8(ascii: "0")...UInt8(ascii: "7")).contains(peek()) {
        position += 1
      }
      report(.celEscape, from: start, SyntaxMessage.shortEscape(text(start, start + 2), digits: 3))
    default:
      unknownEscape(isBytes: isBytes)
    }
  }

  /// The byte that an escape of one character stands for.
  private static func simpleEscape(_ letter: UInt8) -> UInt8? {
    switch letter {
    case UInt8(ascii: "a"): 0x07
    case UInt8(ascii: "b"): 0x08
    case UInt8(ascii: "f"): 0x0C
    case UInt8(ascii: "n"): 0x0A
    case UInt8(ascii: "r"): 0x0D
    case UInt8(ascii: "t"): 0x09
    case UInt8(ascii: "v"): 0x0B
    case UInt8(ascii: "\\"), UInt8(ascii: "?"), UInt8(ascii: "\""), UInt8(ascii: "'"),
      UInt8(ascii: "`"):
      letter
    default: nil
    }
  }

  private mutating func numericEscape(
    skip: Int,
    digits: Int,
    radix: UInt32,
    isBytes: Bool,
    into content: inout [UInt8]
  ) {
    let start = position
    var value: UInt32 = 0
    position += skip
    for index in 0..<digits {
      guard let digit = peek(index).hexValue, digit < radix else {
        position += index
        report(
          .celEscape,
          from: start,
          SyntaxMessage.shortEscape(text(start, start + 2), digits: digits)
        )
        return
      }
      value = value &* radix &+ digit
    }
    position += digits
    if isBytes {
      content.append(UInt8(truncatingIfNeeded: value))
    } else if let scalar = Unicode.Scalar(value) {
      content.append(contentsOf: Array(String(Character(scalar)).utf8))
    } else {
      report(.celEscape, from: start, SyntaxMessage.noSuchScalar(text(start, position)))
    }
  }

  private mutating func unknownEscape(isBytes: Bool) {
    let start = position
    position += 1
    if position < bytes.count, peek() != UInt8(ascii: "\n"), peek() != UInt8(ascii: "\r") {
      position += UTF8Length.of(peek())
    }
    position = min(position, bytes.count)
    report(
      .celEscape,
      from: start,
      SyntaxMessage.unknownEscape(text(start, position), isBytes: isBytes),
      help: SyntaxMessage.unknownEscapeHelp(text(start, position), isBytes: isBytes)
    )
  }

  /// A field name in backticks, which may hold letters, digits and `_ . - /` and spaces.
  mutating func quotedField() {
    let start = position
    position += 1
    var isValid = true
    while position < bytes.count, peek() != UInt8(ascii: "`"), peek() != UInt8(ascii: "\n") {
      let byte = peek()
      isValid = isValid && (byte.isNamePart || " .-/".utf8.contains(byte))
      position += 1
    }
    let name = text(start + 1, position)
    guard peek() == UInt8(ascii: "`") else {
      sawUnterminated = true
      report(
        .celUnterminated,
        from: start,
        to: start + 1,
        SyntaxMessage.unterminatedField,
        help: SyntaxMessage.closeWith("`")
      )
      emit(.invalid(name), from: start)
      return
    }
    position += 1
    guard isValid, !name.isEmpty else {
      report(
        .celForeignName,
        from: start,
        SyntaxMessage.quotedFieldCharacters,
        help: SyntaxMessage.indexInstead(name)
      )
      emit(.invalid(name), from: start)
      return
    }
    emit(.quotedField(name), from: start)
  }

  /// A number: `12`, `0x1F`, `12u`, `1.5`, `.5`, `1e9`.
  mutating func number() {
    let start = position
    var kind = Token.Kind.int
    if peek() == UInt8(ascii: "0"), peek(1) == UInt8(ascii: "x"), peek(2).hexValue != nil {
      position += 2
      while peek().hexValue != nil { position += 1 }
    } else {
      while peek().isDigit { position += 1 }
      if peek() == UInt8(ascii: "."), peek(1).isDigit {
        kind = .double
        position += 1
        while peek().isDigit { position += 1 }
      }
      if let length = exponentLength() {
        kind = .double
        position += length
      }
    }
    if kind == .int, peek() | 0x20 == UInt8(ascii: "u") {
      kind = .uint
      position += 1
    }
    if peek().isNamePart || peek() >= 0x80 && isWordScalar(at: position) {
      numberWithTail(from: start)
      return
    }
    emit(kind, from: start)
  }

  private func exponentLength() -> Int? {
    guard peek() | 0x20 == UInt8(ascii: "e") else { return nil }
    var length = peek(1) == UInt8(ascii: "+") || peek(1) == UInt8(ascii: "-") ? 2 : 1
    guard peek(length).isDigit else { return nil }
    while peek(length).isDigit { length += 1 }
    return length
  }

  /// `12abc`, `1_000`: one problem for the whole.
  private mutating func numberWithTail(from start: Int) {
    while peek().isNamePart || (peek() >= 0x80 && isWordScalar(at: position)) {
      position += UTF8Length.of(peek())
    }
    let written = text(start, position)
    let digits = String(written.filter { $0 != "_" })
    let hex = written.dropFirst(2).filter { $0 != "_" }
    let isHex =
      written.hasPrefix("0X") && !hex.isEmpty && hex.utf8.allSatisfy { $0.hexValue != nil }
    let number = written.prefix { $0.isASCII && $0.isNumber }
    let hasUnit = written.utf8.dropFirst(number.utf8.count).allSatisfy { $0 >= 0x80 }
    let meant =
      isHex
      ? "0x" + hex
      : digits.utf8.allSatisfy(\.isDigit) ? digits : hasUnit ? String(number) : nil
    report(
      .celNumber,
      from: start,
      SyntaxMessage.badNumber(written),
      help: meant.map(SyntaxMessage.write) ?? SyntaxMessage.quoteTextHelp(written)
    )
    emit(.invalid(written), from: start)
  }
}

/// The lengths of UTF-8 sequences.
enum UTF8Length {
  /// The length of the sequence that a byte begins; 1 for a stray one.
  static func of(_ byte: UInt8) -> Int {
    switch byte {
    case 0xC0...0xDF: 2
    case 0xE0...0xEF: 3
    case 0xF0...0xF7: 4
    default: 1
    }
  }
}
