#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

extension String {
  /// Whether the bytes of this text come before those of another; of two the shorter comes first.
  ///
  /// The order of `utf8.lexicographicallyPrecedes`, in a fraction of its time.
  package func precedesInBytes(_ other: String) -> Bool {
    var left = self
    var right = other
    return left.withUTF8 { a in
      right.withUTF8 { b in
        let shorter = min(a.count, b.count)
        guard shorter > 0, let first = a.baseAddress, let second = b.baseAddress else {
          return a.count < b.count
        }
        let order = unsafe memcmp(first, second, shorter)
        return order == 0 ? a.count < b.count : order < 0
      }
    }
  }
}
