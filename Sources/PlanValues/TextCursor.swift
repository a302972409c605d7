/// Steps through the words around a number.
struct TextCursor {
  private(set) var index: Int

  init(at index: Int) { self.index = index }

  /// Steps over spaces, tabs, line ends and no-break spaces.
  mutating func skipSpaces(_ bytes: Span<UInt8>) {
    while index < bytes.count {
      let byte = bytes[index]
      if byte == 0x20 || (byte >= 0x09 && byte <= 0x0D) {
        index += 1
      } else if byte == 0xC2, index + 1 < bytes.count, bytes[index + 1] == 0xA0 {
        index += 2
      } else {
        return
      }
    }
  }

  /// Steps over a word if it stands here, ASCII letters in either case.
  mutating func take(_ word: StaticString, _ bytes: Span<UInt8>) -> Bool {
    let length = word.utf8CodeUnitCount
    guard bytes.count - index >= length else { return false }
    let matches = word.withUTF8Buffer { expected in
      for offset in 0..<length {
        var byte = bytes[index + offset]
        if byte >= 0x41, byte <= 0x5A { byte |= 0x20 }
        guard unsafe byte == expected[offset] else { return false }
      }
      return true
    }
    if matches { index += length }
    return matches
  }

  mutating func move(to index: Int) { self.index = index }
}
