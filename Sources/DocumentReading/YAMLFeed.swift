import CLibYAML

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

/// What libyaml reads from: bytes in memory, handed out piece by piece.
///
/// libyaml reads ahead only as far as its next token needs. The feed refuses to hand out more than
/// a limit between two events, so one endless text or comment cannot fill the memory.
///
/// What is plain UTF-8 goes straight into the buffer that libyaml's scanner reads, checked and counted
/// by ``TextScan``; libyaml would spend a quarter of its time on that. All else (the beginning, until
/// the encoding is known; mistakes, which libyaml words; line ends to hide) goes the common way.
@safe
struct YAMLFeed {
  private let bytes: UnsafeBufferPointer<UInt8>
  private let limit: Int
  /// The parser whose buffer may be filled directly.
  var parser: UnsafeMutablePointer<yaml_parser_t>?
  private var position = 0
  private var positionAtLastEvent = 0
  /// Whether the limit has stopped the reading.
  private(set) var isOverLimit = false
  /// Set when the first NEL, LS or PS is met.
  private(set) var lineEnds: LineEndGuard?
  private var isGuardTried = false

  init(_ bytes: UnsafeBufferPointer<UInt8>, limit: Int) {
    unsafe self.bytes = bytes
    self.limit = limit
  }

  /// Starts the count anew.
  @inline(__always)
  mutating func eventFollows() { positionAtLastEvent = position }

  /// Copies the next bytes; nil makes libyaml stop, 0 is the end.
  mutating func fill(_ buffer: UnsafeMutableBufferPointer<UInt8>) -> Int? {
    guard position - positionAtLastEvent <= limit else {
      isOverLimit = true
      return nil
    }
    if let count = unsafe fillDirectly(buffer) { return count }
    var count = unsafe min(buffer.count, bytes.count - position)
    guard count > 0, let target = buffer.baseAddress, let start = unsafe bytes.baseAddress
    else { return 0 }
    unsafe memcpy(target, start + position, count)
    count -= unsafe cutLength(UnsafeMutableBufferPointer(start: target, count: count))
    // NEL begins with C2, LS and PS with E2.
    if unsafe memchr(target, 0xC2, count) != nil || memchr(target, 0xE2, count) != nil {
      unsafe hideLineEnds(UnsafeMutableBufferPointer(start: target, count: count))
    }
    position += count
    return count
  }

  /// Puts the next bytes behind libyaml's decoded characters, all but the last character, which is
  /// left to be decoded, for an empty answer would mean the end; nil when they must go the common way.
  private mutating func fillDirectly(
    _ buffer: UnsafeMutableBufferPointer<UInt8>
  ) -> Int? {
    guard let parser = unsafe parser else { return nil }
    let isUndecodedLeft = unsafe parser.pointee.raw_buffer.last != parser.pointee.raw_buffer.start
    guard unsafe parser.pointee.encoding == YAML_UTF8_ENCODING, !isUndecodedLeft,
      let target = unsafe parser.pointee.buffer.last, let end = unsafe parser.pointee.buffer.end,
      let start = unsafe bytes.baseAddress, let undecoded = buffer.baseAddress
    else { return nil }
    let count = unsafe min(end - target - Self.reserve, bytes.count - position)
    guard count >= Self.leastDirectLength else { return nil }
    let piece = unsafe UnsafeRawBufferPointer(start: start + position, count: count)
    let scan = unsafe TextScan(piece)
    guard scan.length >= Self.leastDirectLength else { return nil }
    var last = scan.length - 1
    while last > 0, unsafe piece[last] & 0xC0 == 0x80 { last -= 1 }
    unsafe memcpy(target, start + position, last)
    unsafe parser.pointee.buffer.last = target + last
    unsafe parser.pointee.unread += scan.characters - 1
    unsafe parser.pointee.offset += last
    unsafe memcpy(undecoded, start + position + last, scan.length - last)
    position += scan.length
    return scan.length - last
  }

  /// Room that is left in libyaml's buffer: for one character and the zero at the end.
  private static let reserve = 16

  /// Shorter pieces are not worth the way around; mistakes come nearer in small steps otherwise.
  private static let leastDirectLength = 1024

  /// How many bytes at the end of a piece are the beginning of a character that goes on after it.
  private func cutLength(_ piece: UnsafeMutableBufferPointer<UInt8>) -> Int {
    let isLast = unsafe position + piece.count >= bytes.count
    guard piece.count > 3, !isLast else { return 0 }
    for length in 1...3 {
      let byte = unsafe piece[piece.count - length]
      if byte & 0xC0 == 0x80 { continue }
      let size = byte < 0xC0 ? 1 : byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4
      return size > length ? length : 0
    }
    return 0
  }

  private mutating func hideLineEnds(_ piece: UnsafeMutableBufferPointer<UInt8>) {
    if !isGuardTried {
      let view = UnsafeBufferPointer(piece)
      let isNeeded = view.indices.contains { unsafe LineEndGuard.length(view, $0) > 0 }
      guard isNeeded else { return }
      isGuardTried = true
      lineEnds = unsafe LineEndGuard(bytes)
    }
    unsafe lineEnds?.hide(piece)
  }
}
