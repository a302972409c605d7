#if canImport(Glibc)
import Glibc
#endif

/// The memory of the program.
enum Memory {
  /// What a check of one plan takes, a little rounded up.
  private static let usual = 3 << 20

  /// Asks the system for the usual memory at once; piece by piece it takes a tenth of a short check.
  ///
  /// Only a hint: where the system does not know it, everything goes on as without it.
  static func prepare() {
    #if canImport(Glibc) && os(Linux)
    guard mallopt(M_TOP_PAD, Int32(usual)) == 1 else { return }
    // Larger than anything that is free now, so that the heap grows; smaller than what is mapped apart.
    let first = unsafe malloc(120 << 10)
    unsafe free(first)
    guard let end = unsafe sbrk(0) else { return }
    let page = 4096
    let start = unsafe UnsafeMutableRawPointer(
      bitPattern: (Int(bitPattern: end) - usual) / page * page
    )
    // MADV_POPULATE_WRITE, since Linux 5.14; others refuse it.
    unsafe _ = madvise(start, usual / page * page, 23)
    #endif
  }
}
