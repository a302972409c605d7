/// Keeps libyaml from taking NEL, LS and PS for line ends.
///
/// They are line ends in YAML 1.1, which libyaml speaks, and ordinary characters in YAML 1.2 and in
/// every editor; texts copied from word processors have them. While libyaml reads, a character that
/// the file does not have stands in for each, of the same length, so that all offsets stay right.
struct LineEndGuard {
  /// The last byte of what stands in for NEL (after DE), LS and PS (after EE 80).
  private let nel: UInt8
  private let ls: UInt8
  private let ps: UInt8

  /// Chooses letters of Thaana and of the private area that the file does not have; one pass over it.
  ///
  /// A file that has all sixty-four of them keeps its line ends as libyaml sees them.
  init?(_ bytes: UnsafeBufferPointer<UInt8>) {
    var twoBytes: UInt64 = 0
    var threeBytes: UInt64 = 0
    var offset = 0
    while offset + 1 < bytes.count {
      let byte = unsafe bytes[offset]
      if byte == 0xDE {
        unsafe twoBytes |= 1 << UInt64(bytes[offset + 1] & 0x3F)
      } else if byte == 0xEE, offset + 2 < bytes.count, unsafe bytes[offset + 1] == 0x80 {
        unsafe threeBytes |= 1 << UInt64(bytes[offset + 2] & 0x3F)
      }
      offset += 1
    }
    guard let nel = Self.free(twoBytes), let ls = Self.free(threeBytes),
      let ps = Self.free(threeBytes | 1 << UInt64(ls & 0x3F))
    else { return nil }
    self.nel = nel
    self.ls = ls
    self.ps = ps
  }

  private static func free(_ used: UInt64) -> UInt8? {
    used == .max ? nil : 0x80 | UInt8(truncatingIfNeeded: (~used).trailingZeroBitCount)
  }

  /// The length of a NEL, LS or PS at an offset, 0 when there is none.
  @inline(__always)
  static func length(_ bytes: UnsafeBufferPointer<UInt8>, _ offset: Int) -> Int {
    switch unsafe bytes[offset] {
    case 0xC2:
      return unsafe offset + 1 < bytes.count && bytes[offset + 1] == 0x85 ? 2 : 0
    case 0xE2:
      guard offset + 2 < bytes.count, unsafe bytes[offset + 1] == 0x80 else { return 0 }
      return unsafe bytes[offset + 2] & 0xFE == 0xA8 ? 3 : 0
    default: return 0
    }
  }

  /// Puts the stand-ins into a piece of the file; the piece must not end inside a character.
  func hide(_ bytes: UnsafeMutableBufferPointer<UInt8>) {
    var offset = 0
    while offset < bytes.count {
      switch unsafe Self.length(UnsafeBufferPointer(bytes), offset) {
      case 2:
        unsafe bytes[offset] = 0xDE
        unsafe bytes[offset + 1] = nel
      case 3:
        let isLS = unsafe bytes[offset + 2] == 0xA8
        unsafe bytes[offset] = 0xEE
        unsafe bytes[offset + 2] = isLS ? ls : ps
      default: break
      }
      offset += 1
    }
  }

  /// The text of a scalar with the characters themselves.
  func reveal(_ bytes: UnsafeBufferPointer<UInt8>) -> [UInt8] {
    var text = unsafe Array(bytes)
    var offset = 0
    while offset + 1 < text.count {
      if text[offset] == 0xDE, text[offset + 1] == nel {
        text[offset] = 0xC2
        text[offset + 1] = 0x85
      } else if text[offset] == 0xEE, offset + 2 < text.count, text[offset + 1] == 0x80 {
        if text[offset + 2] == ls || text[offset + 2] == ps {
          text[offset] = 0xE2
          text[offset + 2] = text[offset + 2] == ls ? 0xA8 : 0xA9
        }
      }
      offset += 1
    }
    return text
  }
}
