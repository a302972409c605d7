import Diagnostics

/// The quotation marks that word processors put in place of the straight ones.
enum SmartQuote {
  /// The straight mark for a curly one.
  static func straight(_ scalar: Unicode.Scalar) -> Character? {
    switch scalar.value {
    case 0x201C...0x201F, 0x2033, 0xFF02: "\""
    case 0x2018...0x201B, 0x2032, 0xFF07: "'"
    default: nil
    }
  }

  /// Whether one of them occurs in UTF-8 text.
  static func occurs(in bytes: [UInt8]) -> Bool {
    String(decoding: bytes, as: UTF8.self).unicodeScalars.contains { straight($0) != nil }
  }
}

/// What lies outside ASCII: nothing of CEL's own, but much of what people paste.
extension Lexer {
  /// The scalar at an offset.
  func scalar(at offset: Int) -> Unicode.Scalar {
    let end = min(bytes.count, offset + UTF8Length.of(offset < bytes.count ? bytes[offset] : 0))
    return text(offset, end).unicodeScalars.first ?? "\u{FFFD}"
  }

  /// Whether the scalar at an offset can be part of a word in some script.
  func isWordScalar(at offset: Int) -> Bool {
    let scalar = scalar(at: offset)
    if (0x0E00...0x0E7F).contains(scalar.value) { return scalar != "฿" }
    switch scalar.properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter,
      .nonspacingMark, .spacingMark, .decimalNumber:
      return true
    default:
      return false
    }
  }

  mutating func foreign() {
    let start = position
    let scalar = scalar(at: position)
    if let straight = SmartQuote.straight(scalar) {
      smartQuoted(straight)
    } else if isWordScalar(at: position) {
      _ = foreignWord(startingAt: start)
    } else if let meant = Self.symbols[scalar.value] {
      misspelled(meant.text, meant.kind, length: UTF8Length.of(peek()))
    } else if LookAlike.wide(scalar) != nil {
      wideSign(scalar)
    } else {
      strangeCharacter(scalar)
    }
  }

  /// The signs of typography and mathematics that stand for operators.
  private static let symbols: [UInt32: (text: String, kind: Token.Kind)] = [
    0x2260: ("!=", .notEqual), 0x2264: ("<=", .lessOrEqual), 0x2265: (">=", .greaterOrEqual),
    0x2212: ("-", .minus), 0x2013: ("-", .minus), 0x2014: ("-", .minus), 0x00D7: ("*", .star),
    0x00F7: ("/", .slash), 0x2A7D: ("<=", .lessOrEqual), 0x2A7E: (">=", .greaterOrEqual),
    0x2227: ("&&", .and), 0x2228: ("||", .or), 0x00AC: ("!", .not),
  ]

  /// Signs of the full width, taken for those of ASCII.
  private mutating func wideSign(_ first: Unicode.Scalar) {
    let start = position
    var sign = ""
    while sign.utf8.count < 2, peek() >= 0x80, let ascii = LookAlike.wide(scalar(at: position)) {
      // Only signs that belong together are taken together.
      guard sign.isEmpty || Self.signs[sign + String(ascii)] != nil else { break }
      sign.append(ascii)
      position += UTF8Length.of(peek())
    }
    guard let meant = Self.signs[sign] else {
      position = start
      return strangeCharacter(first)
    }
    report(
      .celCharacter,
      from: start,
      SyntaxMessage.strange(text(start, position)),
      help: SyntaxMessage.write(meant.text)
    )
    emit(meant.kind, from: start)
  }

  /// The signs of ASCII, and what is meant by them.
  private static let signs: [String: (text: String, kind: Token.Kind)] = {
    let kinds: [(String, Token.Kind)] = [
      ("(", .leftParenthesis), (")", .rightParenthesis), ("[", .leftBracket),
      ("]", .rightBracket), ("{", .leftBrace), ("}", .rightBrace), (",", .comma), (".", .dot),
      (":", .colon), ("?", .question), ("+", .plus), ("-", .minus), ("*", .star), ("/", .slash),
      ("%", .percent), ("!", .not), ("<", .less), (">", .greater), ("==", .equal),
      ("!=", .notEqual), ("<=", .lessOrEqual), (">=", .greaterOrEqual), ("&&", .and),
      ("||", .or),
    ]
    var signs: [String: (text: String, kind: Token.Kind)] = [
      "=": ("==", .equal), "<>": ("!=", .notEqual), "&": ("&&", .and), "|": ("||", .or),
    ]
    for (text, kind) in kinds { signs[text] = (text, kind) }
    return signs
  }()

  private mutating func strangeCharacter(_ scalar: Unicode.Scalar) {
    let start = position
    let length = UTF8Length.of(peek())
    let first = text(start, start + length)
    repeat {
      position += length
    } while text(position, position + length).utf8.elementsEqual(first.utf8)
    position = min(position, bytes.count)
    if scalar.properties.generalCategory == .currencySymbol {
      // What it stands before is a number in any case.
      report(
        .celCharacter,
        from: start,
        SyntaxMessage.strange(first),
        help: SyntaxMessage.remove(text(start, position))
      )
      return
    }
    let isBlank =
      scalar.properties.isWhitespace || scalar.properties.generalCategory == .format
      || scalar.properties.isDefaultIgnorableCodePoint
    report(
      .celCharacter,
      from: start,
      isBlank ? SyntaxMessage.invisible(scalar) : SyntaxMessage.strange(first),
      help: isBlank ? SyntaxMessage.invisibleHelp : nil
    )
    if !isBlank { emit(.invalid(first), from: start) }
  }

  /// Text between curly quotation marks, taken for the text that was meant.
  private mutating func smartQuoted(_ straight: Character) {
    let start = position
    let message =
      LookAlike.wide(scalar(at: start)) == nil
      ? SyntaxMessage.smartQuotes : SyntaxMessage.wideQuotes
    position += UTF8Length.of(peek())
    let first = position
    while position < bytes.count, peek() != UInt8(ascii: "\n"), peek() != UInt8(ascii: "\r") {
      let length = UTF8Length.of(peek())
      let isClosing =
        peek() < 0x80
        ? text(position, position + 1) == String(straight)
        : SmartQuote.straight(scalar(at: position)) == straight
      if isClosing {
        let content = text(first, position)
        position += length
        report(
          .celQuotes,
          from: start,
          message,
          help: SyntaxMessage.write("\(straight)\(content)\(straight)")
        )
        emit(.string(content), from: start)
        return
      }
      position += length
    }
    position = min(position, bytes.count)
    sawUnterminated = true
    report(
      .celQuotes,
      from: start,
      to: first,
      message,
      help: SyntaxMessage.unterminatedHelp(
        closing: String(straight),
        hasSmartQuote: true,
        isTriple: false
      )
    )
    emit(.string(text(first, position)), from: start)
  }

  /// A word with letters outside ASCII; true when there is one from `start` on.
  mutating func foreignWord(startingAt start: Int) -> Bool {
    let here = position
    while position < bytes.count {
      if peek().isNamePart {
        position += 1
      } else if peek() >= 0x80, isWordScalar(at: position) {
        position += UTF8Length.of(peek())
      } else {
        break
      }
    }
    position = min(position, bytes.count)
    guard position > here else { return false }
    let written = text(start, position)
    if let meant = Self.thaiWords[Array(written.utf8)] {
      report(
        .celOperator,
        from: start,
        SyntaxMessage.noSuchOperator(written),
        help: SyntaxMessage.write(meant.text)
      )
      emit(meant.kind, from: start)
    } else if let digits = Self.asciiDigits(written) {
      let meant = digits + followingGroups()
      report(
        .celNumber,
        from: start,
        SyntaxMessage.foreignDigits(text(start, position)),
        help: SyntaxMessage.write(meant)
      )
      emit(.invalid(text(start, position)), from: start)
    } else if let meant = LookAlike.ascii(written), let letter = LookAlike.first(in: written) {
      report(
        .celForeignName,
        from: start,
        SyntaxMessage.lookAlike(letter, in: written),
        help: SyntaxMessage.write(meant)
      )
      emit(Self.word(meant), from: start)
    } else if tokens.last?.kind == .int || tokens.last?.kind == .double {
      // The unit of the number before it.
      report(
        .celForeignName,
        from: start,
        SyntaxMessage.foreignName(written),
        help: Self.multiplies(written) ? nil : SyntaxMessage.remove(written)
      )
    } else {
      let isField = tokens.last?.kind == .dot
      report(
        .celForeignName,
        from: start,
        SyntaxMessage.foreignName(written),
        help: isField ? SyntaxMessage.indexInstead(written) : SyntaxMessage.quoteTextHelp(written)
      )
      emit(.invalid(written), from: start)
    }
    return true
  }

  /// Whether a word behind a number changes how much it is, so that it cannot be left out.
  private static func multiplies(_ word: String) -> Bool {
    ["พัน", "หมื่น", "แสน", "ล้าน"].contains { multiple in
      word.utf8.starts(with: multiple.utf8)
    }
  }

  /// Takes groups of three digits behind commas, outside brackets, where a comma separates nothing.
  private mutating func followingGroups() -> String {
    guard !isInBrackets else { return "" }
    var groups = ""
    while peek() == UInt8(ascii: ",") {
      let comma = position
      position += 1
      var group = ""
      while position < bytes.count, peek() >= 0x80,
        let digit = Self.asciiDigits(String(scalar(at: position)))
      {
        group += digit
        position += UTF8Length.of(peek())
      }
      guard group.utf8.count == 3 else {
        position = comma
        break
      }
      groups += group
    }
    return groups
  }

  /// Words for which CEL has signs.
  private static let thaiWords: [[UInt8]: (text: String, kind: Token.Kind)] = [
    Array("และ".utf8): ("&&", .and), Array("หรือ".utf8): ("||", .or),
    Array("ไม่".utf8): ("!", .not), Array("จริง".utf8): ("true", .yes),
    Array("เท็จ".utf8): ("false", .no),
  ]

  /// The digits of a number written in the digits of any script; nil for other words.
  private static func asciiDigits(_ word: String) -> String? {
    var digits = ""
    for scalar in word.unicodeScalars {
      guard scalar.properties.generalCategory == .decimalNumber,
        let value = scalar.properties.numericValue
      else { return nil }
      digits += String(Int(value))
    }
    return digits
  }
}
