#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

/// Standard input as it comes: a sign to go on, whose end means enough, or bytes.
enum StandardInput {
  /// Waits; false as soon as the input ends.
  static func isOpen(forMilliseconds wait: Int32) -> Bool {
    var request = pollfd(fd: 0, events: Int16(POLLIN), revents: 0)
    let count = unsafe poll(&request, 1, wait)
    guard count > 0 else { return count == 0 || errno == EINTR }
    var bytes = [UInt8](repeating: 0, count: 256)
    let read = unsafe bytes.withUnsafeMutableBytes { unsafe Self.read(into: $0) }
    return read > 0
  }

  /// What came in while waiting.
  enum Input {
    case bytes([UInt8])
    case nothing
    case end
  }

  /// Takes what is there, at most a megabyte; waits so many milliseconds, with -1 until something comes.
  static func bytes(waiting wait: Int32) -> Input {
    var request = pollfd(fd: 0, events: Int16(POLLIN), revents: 0)
    let ready = unsafe poll(&request, 1, wait)
    guard ready > 0 else { return ready == 0 || errno == EINTR ? .nothing : .end }
    var count = 0
    let bytes = unsafe [UInt8](unsafeUninitializedCapacity: 1 << 20) { buffer, filled in
      count = unsafe Self.read(into: UnsafeMutableRawBufferPointer(buffer))
      filled = max(0, count)
    }
    if count > 0 { return .bytes(bytes) }
    return count < 0 && (errno == EINTR || errno == EAGAIN) ? .nothing : .end
  }

  private static func read(into buffer: UnsafeMutableRawBufferPointer) -> Int {
    #if canImport(Glibc)
    unsafe Glibc.read(0, buffer.baseAddress, buffer.count)
    #elseif canImport(Musl)
    unsafe Musl.read(0, buffer.baseAddress, buffer.count)
    #else
    unsafe Darwin.read(0, buffer.baseAddress, buffer.count)
    #endif
  }
}
