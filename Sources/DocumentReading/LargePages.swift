#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

/// Asks the system to back large blocks of memory with large pages.
///
/// Fresh memory costs a fault for each page that is touched; for a plan of forty megabytes and its
/// nodes that is a twentieth of the reading. It is a wish: where the system has no such pages nothing
/// happens.
enum LargePages {
  private static let pageSize = 2 << 20

  /// Smaller blocks gain nothing.
  private static let leastSize = 8 << 20

  /// Asks for the whole pages inside a block; its contents stay as they are.
  static func prefer(for start: UnsafeMutableRawPointer?, size: Int) {
    #if os(Linux)
    guard size >= leastSize, let start = unsafe start else { return }
    let first = (UInt(bitPattern: start) + UInt(pageSize) - 1) / UInt(pageSize) * UInt(pageSize)
    let end = (UInt(bitPattern: start) + UInt(size)) / UInt(pageSize) * UInt(pageSize)
    guard first < end, let page = unsafe UnsafeMutableRawPointer(bitPattern: first) else { return }
    _ = unsafe madvise(page, Int(end - first), Int32(MADV_HUGEPAGE))
    #endif
  }
}
