import DocumentArena

/// The YAML 1.2 core schema (specification 10.3.2): what a plain scalar is, decided on its bytes.
///
/// `yes`, `no`, `on`, `off` and dates are text. The first byte settles most cases.
enum CoreSchema {
  /// The kind of a plain scalar without a tag.
  @inline(__always)
  static func kind(of text: UnsafeBufferPointer<UInt8>) -> NodeKind {
    guard let first = unsafe text.first else { return .null }
    // Thai letters and most Latin ones end here.
    guard first < 0x80, text.count <= 5 || isNumberStart(first) else { return .string }
    return unsafe slowKind(of: text, first)
  }

  @inline(__always)
  private static func isNumberStart(_ byte: UInt8) -> Bool {
    byte &- 0x30 < 10 || byte == 0x2B || byte == 0x2D || byte == 0x2E
  }

  private static func slowKind(
    of text: UnsafeBufferPointer<UInt8>,
    _ first: UInt8
  ) -> NodeKind {
    switch first {
    case UInt8(ascii: "~"): text.count == 1 ? .null : .string
    case UInt8(ascii: "n"): unsafe equals(text, "null") ? .null : .string
    case UInt8(ascii: "N"):
      unsafe equals(text, "Null") || equals(text, "NULL") ? .null : .string
    case UInt8(ascii: "t"): unsafe equals(text, "true") ? .bool : .string
    case UInt8(ascii: "T"):
      unsafe equals(text, "True") || equals(text, "TRUE") ? .bool : .string
    case UInt8(ascii: "f"): unsafe equals(text, "false") ? .bool : .string
    case UInt8(ascii: "F"):
      unsafe equals(text, "False") || equals(text, "FALSE") ? .bool : .string
    case 0x30...0x39, 0x2B, 0x2D, 0x2E: unsafe numberKind(of: text)
    default: .string
    }
  }

  /// Whether the text is an integer or a number of the core schema; text otherwise.
  static func numberKind(of text: UnsafeBufferPointer<UInt8>) -> NodeKind {
    var position = 0
    let count = text.count
    if unsafe count > 2 && text[0] == 0x30 {
      if unsafe text[1] == UInt8(ascii: "o") {
        return unsafe all(text, from: 2) { $0 &- 0x30 < 8 } ? .int : .string
      }
      if unsafe text[1] == UInt8(ascii: "x") {
        return unsafe all(text, from: 2, isHexDigit) ? .int : .string
      }
    }
    if unsafe text[0] == 0x2B || text[0] == 0x2D { position = 1 }
    let whole = unsafe skipDigits(text, &position)
    if position == count { return whole > 0 ? .int : .string }
    var fraction = 0
    if unsafe text[position] == 0x2E {
      position += 1
      fraction = unsafe skipDigits(text, &position)
      if whole == 0, fraction == 0 {
        return unsafe isInfinityOrNaN(text, afterPoint: position) ? .double : .string
      }
    }
    guard whole + fraction > 0 else { return .string }
    if position == count { return .double }
    guard unsafe text[position] | 0x20 == UInt8(ascii: "e") else { return .string }
    position += 1
    if position < count, unsafe text[position] == 0x2B || text[position] == 0x2D { position += 1 }
    let exponent = unsafe skipDigits(text, &position)
    return exponent > 0 && position == count ? .double : .string
  }

  private static func skipDigits(
    _ text: UnsafeBufferPointer<UInt8>,
    _ position: inout Int
  ) -> Int {
    let start = position
    while unsafe position < text.count && text[position] &- 0x30 < 10 { position += 1 }
    return position - start
  }

  private static func isInfinityOrNaN(
    _ text: UnsafeBufferPointer<UInt8>,
    afterPoint position: Int
  ) -> Bool {
    let word = unsafe UnsafeBufferPointer(rebasing: text[position...])
    if unsafe equals(word, "inf") || equals(word, "Inf") || equals(word, "INF") { return true }
    // NaN takes no sign.
    guard position == 1 else { return false }
    return unsafe equals(word, "nan") || equals(word, "NaN") || equals(word, "NAN")
  }

  private static func isHexDigit(_ byte: UInt8) -> Bool {
    byte &- 0x30 < 10 || (byte | 0x20) &- 0x61 < 6
  }

  private static func all(
    _ text: UnsafeBufferPointer<UInt8>,
    from start: Int,
    _ isAllowed: (UInt8) -> Bool
  ) -> Bool {
    var position = start
    while position < text.count {
      guard unsafe isAllowed(text[position]) else { return false }
      position += 1
    }
    return true
  }

  private static func equals(_ text: UnsafeBufferPointer<UInt8>, _ word: StaticString) -> Bool {
    guard text.count == word.utf8CodeUnitCount else { return false }
    var position = 0
    while position < text.count {
      guard unsafe text[position] == word.utf8Start[position] else { return false }
      position += 1
    }
    return true
  }
}
