/// Finds where a quoted text of several lines began.
///
/// A forgotten closing quote makes YAML read on to the next quote, lines further down, and stumble
/// over what follows there. The place to mend is the opening one.
struct QuotedTexts {
  private let bytes: [UInt8]
  private var index = 0
  private var depth = 0
  /// Whether a value may begin here.
  private var mayBegin = true

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// The offset of the quote that opens the text of several lines which ends in the line of an offset,
  /// before it; nil when there is none, and inside brackets, where much may follow a text.
  ///
  /// The cost is linear in the offset.
  static func opening(before end: Int, in bytes: [UInt8]) -> Int? {
    var texts = QuotedTexts(bytes)
    return texts.opening(before: min(end, bytes.count))
  }

  private mutating func opening(before end: Int) -> Int? {
    var found: Int?
    while index < end {
      let byte = bytes[index]
      if mayBegin, byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
        let start = index
        skipText(byte)
        guard index <= end else { return nil }
        if bytes[start..<index].contains(UInt8(ascii: "\n")) { found = start }
        mayBegin = false
        continue
      }
      if byte == UInt8(ascii: "\n") { found = nil }
      advance(over: byte)
    }
    return depth == 0 ? found : nil
  }

  /// Goes behind the quote that closes a text.
  private mutating func skipText(_ quote: UInt8) {
    index += 1
    while index < bytes.count {
      let byte = bytes[index]
      index += 1
      if byte == UInt8(ascii: "\\"), quote == UInt8(ascii: "\"") {
        index += 1
      } else if byte == quote {
        let isDoubled = quote == UInt8(ascii: "'") && index < bytes.count && bytes[index] == quote
        guard isDoubled else { return }
        index += 1
      }
    }
  }

  private mutating func advance(over byte: UInt8) {
    let next = index + 1 < bytes.count ? bytes[index + 1] : UInt8(ascii: "\n")
    let isSpaced = next == UInt8(ascii: " ") || next == UInt8(ascii: "\n")
    switch byte {
    case UInt8(ascii: "\n"): mayBegin = true
    case UInt8(ascii: " "), UInt8(ascii: "\r"): break
    case UInt8(ascii: "#") where index == 0 || bytes[index - 1] <= 0x20:
      while index + 1 < bytes.count, bytes[index + 1] != UInt8(ascii: "\n") { index += 1 }
    case UInt8(ascii: "-") where mayBegin && isSpaced: break
    case UInt8(ascii: ":") where isSpaced: mayBegin = true
    case UInt8(ascii: "["), UInt8(ascii: "{"):
      guard mayBegin else { break }
      depth += 1
    case UInt8(ascii: "]"), UInt8(ascii: "}"):
      depth = max(0, depth - 1)
      mayBegin = false
    case UInt8(ascii: ",") where depth > 0: mayBegin = true
    default: mayBegin = false
    }
    index += 1
  }
}
