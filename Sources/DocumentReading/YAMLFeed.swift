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
@safe
struct YAMLFeed {
  private let bytes: UnsafeBufferPointer<UInt8>
  private let limit: Int
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
    var count = unsafe min(buffer.count, bytes.count - position)
    guard count > 0, let target = buffer.baseAddress, let start = unsafe bytes.baseAddress
    else { return 0 }
    unsafe memcpy(target, start + position, count)
    // NEL begins with C2, LS and PS with E2.
    if unsafe memchr(target, 0xC2, count) != nil || memchr(target, 0xE2, count) != nil {
      count -= unsafe cutLength(UnsafeMutableBufferPointer(start: target, count: count))
      unsafe hideLineEnds(UnsafeMutableBufferPointer(start: target, count: count))
    }
    position += count
    return count
  }

  /// How many bytes at the end of a piece are the beginning of a character that goes on after it.
  private func cutLength(_ piece: UnsafeMutableBufferPointer<UInt8>) -> Int {
    let isLast = unsafe position + piece.count >= bytes.count
    guard piece.count > 3, !isLast else { return 0 }
    let last = unsafe piece[piece.count - 1]
    if last == 0xC2 || last == 0xE2 { return 1 }
    return unsafe last == 0x80 && piece[piece.count - 2] == 0xE2 ? 2 : 0
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
