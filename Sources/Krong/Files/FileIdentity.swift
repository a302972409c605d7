#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

/// What tells two files apart, however they are named.
struct FileIdentity: Hashable {
  private let device: UInt64
  private let number: UInt64

  /// The identity of a file; nil when there is none.
  init?(_ path: String) {
    var status = stat()
    guard unsafe stat(path, &status) == 0 else { return nil }
    self.init(status)
  }

  /// The identity of what is no device, pipe or folder; nil for those too.
  init?(regularFile path: String) {
    var status = stat()
    guard unsafe stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return nil }
    self.init(status)
  }

  private init(_ status: stat) {
    device = UInt64(truncatingIfNeeded: status.st_dev)
    number = UInt64(truncatingIfNeeded: status.st_ino)
  }
}

/// Files that were met; the first stands by itself, since most checks are of one file.
struct FileIdentities {
  private var first: FileIdentity?
  private var others: Set<FileIdentity> = []

  /// Adds a file; false when it is there already.
  mutating func insert(_ identity: FileIdentity) -> Bool {
    guard let first else {
      self.first = identity
      return true
    }
    return identity != first && others.insert(identity).inserted
  }
}
