import DocumentArena

/// Reads one scalar again, guided by the text that the reader made of it.
///
/// Where the scalar ends is known from that text, so no grammar of what may follow is needed.
struct ScalarScanner {
  let source: [UInt8]
  let start: Int
  let text: [UInt8]

  /// The pieces of the scalar, or nil when there is nothing to map.
  func scan(_ style: ScalarStyle) -> ScalarPieces? {
    let first = skipProperties(start)
    guard byte(first) != UInt8(ascii: "*") || style != .plain else { return nil }
    switch style {
    case .none: return verbatim(from: start)
    case .plain: return flow(from: first, style)
    case .singleQuoted:
      return byte(first) == UInt8(ascii: "'") ? flow(from: first + 1, style) : nil
    case .doubleQuoted:
      return byte(first) == UInt8(ascii: "\"") ? flow(from: first + 1, style) : nil
    case .literal: return byte(first) == UInt8(ascii: "|") ? literal(from: first) : nil
    case .folded: return byte(first) == UInt8(ascii: ">") ? folded(from: first) : nil
    }
  }

  /// A text that stands in the file as it is, without any syntax: an expression from a command line.
  private func verbatim(from start: Int) -> ScalarPieces? {
    guard source.dropFirst(start).starts(with: text) else { return nil }
    var pieces = ScalarPieces()
    for (offset, byte) in text.enumerated() { pieces.append(byte, at: start + offset) }
    pieces.end(at: start + text.count)
    return pieces
  }

  /// The byte at an offset, 0 at the end.
  func byte(_ offset: Int) -> UInt8 { offset < source.count ? source[offset] : 0 }

  func isBlank(_ offset: Int) -> Bool { byte(offset) == 0x20 || byte(offset) == 0x09 }

  /// The length of the line end at an offset, 0 when there is none.
  func breakLength(_ offset: Int) -> Int {
    switch byte(offset) {
    case 0x0A: 1
    case 0x0D: byte(offset + 1) == 0x0A ? 2 : 1
    default: 0
    }
  }

  /// Passes anchors and tags, blanks, line ends and comments before the scalar itself.
  private func skipProperties(_ start: Int) -> Int {
    var offset = start
    while byte(offset) == UInt8(ascii: "&") || byte(offset) == UInt8(ascii: "!") {
      while offset < source.count, !isBlank(offset), breakLength(offset) == 0 { offset += 1 }
      while offset < source.count {
        if byte(offset) == UInt8(ascii: "#") {
          while offset < source.count, breakLength(offset) == 0 { offset += 1 }
        } else if isBlank(offset) {
          offset += 1
        } else if breakLength(offset) > 0 {
          offset += breakLength(offset)
        } else {
          break
        }
      }
    }
    return offset
  }
}

// MARK: - Plain and quoted scalars

extension ScalarScanner {
  private func flow(from first: Int, _ style: ScalarStyle) -> ScalarPieces {
    var pieces = ScalarPieces()
    var offset = first
    while pieces.decoded.count < text.count, offset < source.count {
      let blanksEnd = endOfBlanks(offset)
      if breakLength(blanksEnd) > 0 {
        offset = fold(blanksEnd, isEscaped: false, &pieces)
      } else if style == .singleQuoted, byte(offset) == UInt8(ascii: "'") {
        pieces.append(contentsOf: [byte(offset)], at: offset)
        offset += 2
      } else if style == .doubleQuoted, byte(offset) == UInt8(ascii: "\\") {
        offset = escape(offset, &pieces)
      } else {
        pieces.append(source[offset], at: offset)
        offset += 1
      }
    }
    pieces.end(at: offset)
    return pieces
  }

  private func endOfBlanks(_ start: Int) -> Int {
    var offset = start
    while isBlank(offset) { offset += 1 }
    return offset
  }

  /// Passes line ends and the blanks around them; one becomes a blank, more become one less.
  private func fold(_ start: Int, isEscaped: Bool, _ pieces: inout ScalarPieces) -> Int {
    var breaks: [Int] = []
    var offset = start
    while breakLength(offset) > 0 {
      breaks.append(offset)
      offset = endOfBlanks(offset + breakLength(offset))
    }
    if !isEscaped, breaks.count == 1 { pieces.append(contentsOf: [0x20], at: start) }
    for place in breaks.dropFirst() { pieces.append(contentsOf: [0x0A], at: place) }
    return offset
  }

  private func escape(_ start: Int, _ pieces: inout ScalarPieces) -> Int {
    guard breakLength(start + 1) == 0 else {
      return fold(start + 1, isEscaped: true, &pieces)
    }
    let letter = byte(start + 1)
    if let digits = Self.digits(of: letter) {
      var (value, end) = (hex(start + 2, digits), start + 2 + digits)
      // JSON writes what lies beyond U+FFFF as two halves.
      if value & 0xFFFF_FC00 == 0xD800, byte(end) == UInt8(ascii: "\\") {
        value = 0x10000 + (value & 0x3FF) << 10 + hex(end + 2, 4) & 0x3FF
        end += 6
      }
      let scalar = Unicode.Scalar(value) ?? "\u{FFFD}"
      pieces.append(contentsOf: Array(String(scalar).utf8), at: start)
      return end
    }
    pieces.append(contentsOf: Self.named(letter), at: start)
    return start + 2
  }

  private func hex(_ start: Int, _ count: Int) -> UInt32 {
    var value: UInt32 = 0
    for offset in start..<start + count {
      let digit = byte(offset)
      value = value << 4 | UInt32(digit < 0x3A ? digit &- 0x30 : (digit | 0x20) &- 0x57) & 0xF
    }
    return value
  }

  private static func digits(of letter: UInt8) -> Int? {
    switch letter {
    case UInt8(ascii: "x"): 2
    case UInt8(ascii: "u"): 4
    case UInt8(ascii: "U"): 8
    default: nil
    }
  }

  /// The escapes of one letter (YAML 1.2 section 5.7).
  private static func named(_ letter: UInt8) -> [UInt8] {
    switch letter {
    case UInt8(ascii: "0"): [0x00]
    case UInt8(ascii: "a"): [0x07]
    case UInt8(ascii: "b"): [0x08]
    case UInt8(ascii: "t"), 0x09: [0x09]
    case UInt8(ascii: "n"): [0x0A]
    case UInt8(ascii: "v"): [0x0B]
    case UInt8(ascii: "f"): [0x0C]
    case UInt8(ascii: "r"): [0x0D]
    case UInt8(ascii: "e"): [0x1B]
    case UInt8(ascii: "N"): [0xC2, 0x85]
    case UInt8(ascii: "_"): [0xC2, 0xA0]
    case UInt8(ascii: "L"): [0xE2, 0x80, 0xA8]
    case UInt8(ascii: "P"): [0xE2, 0x80, 0xA9]
    default: [letter]
    }
  }
}
