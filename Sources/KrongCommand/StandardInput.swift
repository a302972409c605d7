#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

/// Standard input as a sign to go on: what is typed is passed over, its end means enough.
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
