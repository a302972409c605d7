/// Finds how far a text is made of characters that YAML allows, and counts them.
///
/// libyaml decodes, checks and copies each character, which takes a quarter of its time. This makes
/// the same check with a few instructions for eight ASCII bytes or two Thai letters.
struct TextScan {
  /// The length in bytes of what was allowed; whole characters only.
  private(set) var length = 0
  /// The number of its characters.
  private(set) var characters = 0

  private static let highBits: UInt64 = 0x8080_8080_8080_8080
  /// E0 B8 or E0 B9 and a continuing byte, twice: two Thai letters.
  private static let thaiMask: UInt64 = 0xC0FE_FFC0_FEFF
  private static let thaiBits: UInt64 = 0x80B8_E080_B8E0

  /// Scans from the start; stops before a character that is malformed, not allowed, a byte order mark
  /// or one of the line ends NEL, LS and PS, and before one that is cut off at the end.
  init(_ bytes: UnsafeRawBufferPointer) {
    while length &+ 8 <= bytes.count {
      let word = unsafe bytes.loadUnaligned(fromByteOffset: length, as: UInt64.self).littleEndian
      if word & Self.thaiMask == Self.thaiBits {
        length &+= 6
        characters &+= 2
        continue
      }
      let high = word & Self.highBits
      // Shifted so that only the bytes before the first that is not ASCII are left.
      let run = high.trailingZeroBitCount / 8
      if run > 0, Self.controls(word) << UInt64(64 - run * 8) == 0 {
        length &+= run
        characters &+= run
        continue
      }
      guard unsafe takeCharacter(bytes) else { return }
    }
    while length < bytes.count, unsafe takeCharacter(bytes) {}
  }

  /// The high bits of the bytes that are control characters other than LF, where the bytes are ASCII.
  @inline(__always)
  private static func controls(_ word: UInt64) -> UInt64 {
    let ones: UInt64 = 0x0101_0101_0101_0101
    let isBelowSpace = ~((word | highBits) &- ones &* 0x20)
    let isNotLF = ((word ^ (ones &* 0x0A)) | highBits) &- ones
    let isDelete = ~(((word ^ (ones &* 0x7F)) | highBits) &- ones)
    return (isBelowSpace & isNotLF | isDelete) & highBits
  }

  /// Takes one character, whatever its length; false when it is not to be taken.
  @inline(__always)
  private mutating func takeCharacter(_ bytes: UnsafeRawBufferPointer) -> Bool {
    let size = unsafe Self.size(ofCharacterAt: length, in: bytes)
    length &+= size
    characters &+= 1
    guard size == 0 else { return true }
    characters &-= 1
    return false
  }

  /// The length of an allowed character; 0 for every other.
  private static func size(ofCharacterAt offset: Int, in bytes: UnsafeRawBufferPointer) -> Int {
    let first = unsafe bytes[offset]
    if first < 0x80 {
      let isAllowed =
        first >= 0x20 ? first != 0x7F : first == 0x09 || first == 0x0A || first == 0x0D
      return isAllowed ? 1 : 0
    }
    let size = first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4
    guard first >= 0xC2, first < 0xF5, offset + size <= bytes.count else { return 0 }
    var value = UInt32(first) & (size == 2 ? 0x1F : size == 3 ? 0x0F : 0x07)
    for index in offset + 1..<offset + size {
      let byte = unsafe bytes[index]
      guard byte & 0xC0 == 0x80 else { return 0 }
      value = value << 6 | UInt32(byte & 0x3F)
    }
    return isAllowed(value, size) ? size : 0
  }

  /// Whether a character beyond ASCII has its shortest form and is allowed and no line end.
  private static func isAllowed(_ value: UInt32, _ size: Int) -> Bool {
    switch value {
    case 0xA0...0x7FF: size == 2
    case 0x2028, 0x2029, 0xFEFF: false
    case 0x800...0xD7FF, 0xE000...0xFFFD: size == 3
    case 0x1_0000...0x10_FFFF: size == 4
    default: false
    }
  }
}
