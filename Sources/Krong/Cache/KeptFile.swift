import DocumentArena

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

/// A file of the cache that is open for reading; it stays the same when another takes its name.
final class KeptFile: Sendable {
  private let descriptor: Int32
  let size: Int

  /// Opens a file that this user, and nobody else, can have written.
  init?(_ path: String) {
    descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK)
    guard descriptor >= 0 else { return nil }
    var status = stat()
    guard unsafe fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG,
      status.st_uid == geteuid(), status.st_mode & 0o022 == 0
    else { return nil }
    size = Int(status.st_size)
  }

  deinit {
    if descriptor >= 0 { close(descriptor) }
  }

  /// Some of its bytes; nil when it does not have so many.
  func read(from offset: Int, count: Int) -> [UInt8]? {
    guard offset >= 0, count >= 0, offset <= size, count <= size - offset else { return nil }
    let bytes = unsafe [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
      while filled < count {
        let rest = unsafe UnsafeMutableRawBufferPointer(
          rebasing: UnsafeMutableRawBufferPointer(buffer)[filled...]
        )
        let read = unsafe pread(descriptor, rest.baseAddress, rest.count, off_t(offset + filled))
        if read <= 0 { break }
        filled += read
      }
    }
    return bytes.count == count ? bytes : nil
  }

  /// A document; nil when it is damaged.
  ///
  /// `start` is where the documents begin.
  func document(_ place: KeptPlace, from start: Int, name: String) -> Document? {
    guard place.offset >= 0, place.offset <= size,
      let bytes = read(from: start + place.offset, count: place.length),
      Checksum.of(bytes[...]) == place.checksum
    else { return nil }
    return KeptDocument.read(bytes, name: name)
  }
}
