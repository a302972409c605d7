#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

/// What tells whether a file is still as it was, without reading it: the index of git uses the same.
///
/// The time of the last change of status cannot be set by programs, so a file that was rewritten with
/// its old size and time has another stamp all the same.
struct FileStamp: Hashable, Sendable {
  /// The size in bytes.
  let size: Int64
  /// When the content was last changed, in nanoseconds since 1970.
  let modified: Int64
  /// When content, name or permissions were last changed.
  let changed: Int64
  /// The number of the file on its device.
  let number: UInt64
  /// The device.
  let device: UInt64

  /// The stamp of a file whose status is known.
  init(_ status: stat) {
    size = Int64(status.st_size)
    #if canImport(Darwin)
    modified = Self.nanoseconds(status.st_mtimespec)
    changed = Self.nanoseconds(status.st_ctimespec)
    #else
    modified = Self.nanoseconds(status.st_mtim)
    changed = Self.nanoseconds(status.st_ctim)
    #endif
    number = UInt64(truncatingIfNeeded: status.st_ino)
    device = UInt64(truncatingIfNeeded: status.st_dev)
  }

  /// The stamp of a file; nil when there is none.
  init?(path: String) {
    var status = stat()
    guard unsafe stat(path, &status) == 0 else { return nil }
    self.init(status)
  }

  /// A stamp that was written down.
  init(size: Int64, modified: Int64, changed: Int64, number: UInt64, device: UInt64) {
    self.size = size
    self.modified = modified
    self.changed = changed
    self.number = number
    self.device = device
  }

  /// Whether the file was at rest before a moment: changes that come later show in the stamp.
  ///
  /// File systems count time in ticks, the coarsest in two seconds; within one tick two contents can
  /// have one stamp.
  func isSettled(at moment: Int64) -> Bool {
    max(modified, changed) < moment - 2_000_000_000
  }

  /// The time now, in nanoseconds since 1970.
  static func now() -> Int64 {
    var time = timespec()
    guard unsafe clock_gettime(CLOCK_REALTIME, &time) == 0 else { return 0 }
    return nanoseconds(time)
  }

  private static func nanoseconds(_ time: timespec) -> Int64 {
    Int64(time.tv_sec) &* 1_000_000_000 &+ Int64(time.tv_nsec)
  }
}
