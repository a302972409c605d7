#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

/// An attachment, opened for reading inside the folder of its submission.
final class AttachedFile {
  /// Why a file cannot be opened.
  enum Refusal: Error {
    case missing
    case outside
    case unreadable
  }

  /// The open file.
  let descriptor: Int32
  /// Its size in bytes.
  let size: Int

  /// Opens a file by its name; neither `..` nor a link is followed anywhere on the way.
  ///
  /// Each step is opened in the folder of the step before, so that nobody can put a link in its place
  /// between a look and a use.
  init(_ name: String, in folder: String) throws(Refusal) {
    let steps = name.split(separator: "/", omittingEmptySubsequences: false).filter { $0 != "." }
    guard !name.hasPrefix("/"), !steps.isEmpty,
      !steps.contains(where: { $0 == ".." || $0.isEmpty || $0.utf8.contains(0) })
    else { throw .outside }
    var current = unsafe open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard current >= 0 else { throw .missing }
    for (index, step) in steps.enumerated() {
      let isLast = index == steps.count - 1
      let flags = O_RDONLY | O_NOFOLLOW | O_CLOEXEC | O_NONBLOCK | (isLast ? 0 : O_DIRECTORY)
      let next = unsafe openat(current, String(step), flags)
      let number = errno
      if next < 0, Self.isLink(String(step), in: current) {
        close(current)
        throw .outside
      }
      close(current)
      guard next >= 0 else {
        throw number == ENOENT || number == ENOTDIR || number == ENAMETOOLONG
          ? .missing : .unreadable
      }
      current = next
    }
    var status = stat()
    guard unsafe fstat(current, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
      close(current)
      throw .unreadable
    }
    descriptor = current
    size = Int(status.st_size)
  }

  deinit { close(descriptor) }

  /// All bytes; nil when they cannot be read, or are more than was said.
  func read(atMost limit: Int) -> [UInt8]? {
    guard size <= limit, lseek(descriptor, 0, SEEK_SET) == 0 else { return nil }
    var filled = 0
    var failed = false
    let bytes = unsafe [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
      while filled < buffer.count {
        let rest = unsafe UnsafeMutableRawBufferPointer(
          rebasing: UnsafeMutableRawBufferPointer(buffer)[filled...]
        )
        let number = unsafe Self.systemRead(descriptor, rest)
        if number < 0, errno == EINTR { continue }
        if number <= 0 {
          failed = number < 0
          break
        }
        filled += number
      }
      count = filled
    }
    return failed ? nil : bytes
  }

  /// Goes back to the beginning, for a program that reads the file next.
  func rewind() { _ = lseek(descriptor, 0, SEEK_SET) }

  private static func isLink(_ name: String, in folder: Int32) -> Bool {
    var status = stat()
    guard unsafe fstatat(folder, name, &status, AT_SYMLINK_NOFOLLOW) == 0 else { return false }
    return status.st_mode & S_IFMT == S_IFLNK
  }

  private static func systemRead(_ descriptor: Int32, _ rest: UnsafeMutableRawBufferPointer) -> Int
  {
    #if canImport(Glibc)
    unsafe Glibc.read(descriptor, rest.baseAddress, rest.count)
    #elseif canImport(Musl)
    unsafe Musl.read(descriptor, rest.baseAddress, rest.count)
    #elseif canImport(Darwin)
    unsafe Darwin.read(descriptor, rest.baseAddress, rest.count)
    #endif
  }
}
