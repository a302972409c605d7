#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#endif

/// Asks the system for large pages under a big array that is about to be filled.
///
/// Touching fresh memory page by page cost a tenth of the time of reading a 46 MB plan. Only advice:
/// where the system does not know it, nothing happens.
enum LargePages {
  /// Arrays below this size do not gain.
  private static let least = 4 << 20
  private static let pageSize = 2 << 20

  static func advise<T>(_ array: inout [T]) {
    #if os(Linux)
    let bytes = array.capacity * MemoryLayout<T>.stride
    guard bytes >= least else { return }
    unsafe array.withUnsafeMutableBufferPointer { buffer in
      guard let start = UnsafeMutableRawPointer(buffer.baseAddress) else { return }
      let misaligned = Int(bitPattern: start) & (pageSize - 1)
      let skipped = misaligned == 0 ? 0 : pageSize - misaligned
      let length = (bytes - skipped) & ~(pageSize - 1)
      guard length > 0 else { return }
      _ = unsafe madvise(start + skipped, length, MADV_HUGEPAGE)
    }
    #endif
  }
}
