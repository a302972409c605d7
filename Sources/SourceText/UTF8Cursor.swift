/// Steps through bytes scalar by scalar; what is not UTF-8 is read as U+FFFD, one for each byte.
///
/// Never fails and never reads outside the bytes, so that any file can be shown.
public struct UTF8Cursor: Sendable {
  private let bytes: ArraySlice<UInt8>

  /// The offset of the next scalar, an index of the slice.
  public private(set) var offset: Int

  /// Whether the scalar read last stood for a byte that is not UTF-8.
  public private(set) var wasInvalid = false

  /// Starts at the beginning of the bytes.
  public init(_ bytes: ArraySlice<UInt8>) {
    self.bytes = bytes
    offset = bytes.startIndex
  }

  /// The next scalar, or nil at the end.
  public mutating func next() -> Unicode.Scalar? {
    guard offset < bytes.endIndex else { return nil }
    let first = bytes[offset]
    wasInvalid = false
    if first < 0x80 {
      offset += 1
      return Unicode.Scalar(first)
    }
    let (length, least): (Int, UInt32) =
      switch first {
      case 0xC2...0xDF: (2, 0x80)
      case 0xE0...0xEF: (3, 0x800)
      case 0xF0...0xF4: (4, 0x10000)
      default: (0, 0)
      }
    guard length > 0, bytes.endIndex - offset >= length else { return invalid() }
    var value = UInt32(first) & (0x7F >> UInt32(length))
    for index in offset + 1..<offset + length {
      guard bytes[index] & 0xC0 == 0x80 else { return invalid() }
      value = value << 6 | UInt32(bytes[index] & 0x3F)
    }
    // The scalar's initialiser refuses surrogates and what lies beyond U+10FFFF.
    guard value >= least, let scalar = Unicode.Scalar(value) else { return invalid() }
    offset += length
    return scalar
  }

  private mutating func invalid() -> Unicode.Scalar {
    offset += 1
    wasInvalid = true
    return "\u{FFFD}"
  }
}
