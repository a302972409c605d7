import CLibYAML
import DocumentArena

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

/// Follows libyaml through the file, from its character numbers to byte offsets.
///
/// Most scalars stand in the file byte for byte. Knowing where saves copying them, and touching fresh
/// memory for the copy costs more than the copying. Events come in the order of the file, so all steps
/// together pass the file once, eight bytes at a time.
@safe
struct SourceCursor {
  private let bytes: UnsafeBufferPointer<UInt8>
  private var offset: Int
  /// The number of characters that begin before the offset; a byte order mark is none.
  private var character = 0

  init(_ bytes: UnsafeBufferPointer<UInt8>) {
    unsafe self.bytes = bytes
    offset = unsafe bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
  }

  /// The offset of a scalar's text if it stands in the file as it is; nil when it may not.
  ///
  /// The scalar has neither anchor nor tag, except perhaps the lone `!` that libyaml does not report.
  @inline(__always)
  mutating func verbatim(
    _ text: UnsafeBufferPointer<UInt8>,
    _ style: ScalarStyle,
    _ event: UnsafeMutablePointer<yaml_event_t>
  ) -> Int? {
    guard text.count > 0, unsafe event.pointee.start_mark.line == event.pointee.end_mark.line,
      let first = text.baseAddress, let source = unsafe bytes.baseAddress
    else { return nil }
    unsafe advance(to: event.pointee.start_mark.index)
    var start = offset
    switch style {
    case .plain: break
    case .singleQuoted, .doubleQuoted: start += 1
    default: return nil
    }
    let fits = unsafe start + text.count <= bytes.count
    guard fits, unsafe memcmp(source + start, first, text.count) == 0 else { return nil }
    if style == .plain {
      // The scalar is its text: its end is known without counting.
      offset = start + text.count
      character = unsafe event.pointee.end_mark.index
    }
    return start
  }

  /// Moves on to a character; one that was passed already stays passed.
  @inline(__always)
  private mutating func advance(to target: Int) {
    var gap = target - character
    guard gap > 0 else { return }
    character = target
    let raw = unsafe UnsafeRawBufferPointer(bytes)
    while gap > 0, offset + 8 <= raw.count {
      let word = unsafe raw.loadUnaligned(fromByteOffset: offset, as: UInt64.self).littleEndian
      let high = word & 0x8080_8080_8080_8080
      if gap < 8 {
        // Indentation and punctuation: the bytes that are left are characters of one byte.
        guard high << UInt64(64 - gap * 8) == 0 else { break }
        offset += gap
        return
      }
      // Bytes 10xxxxxx go on with a character, all others begin one; the product adds the bits up.
      let continuing = (high & ~(word << 1)) >> 7
      gap -= 8 - Int(truncatingIfNeeded: (continuing &* 0x0101_0101_0101_0101) >> 56)
      offset += 8
    }
    while offset < raw.count {
      let isContinuing = unsafe raw[offset] & 0xC0 == 0x80
      if !isContinuing {
        guard gap > 0 else { return }
        gap -= 1
      }
      offset += 1
    }
  }
}
