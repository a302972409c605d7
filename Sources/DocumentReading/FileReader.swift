public import Diagnostics
public import SourceText

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

/// Reads whole files into memory, within limits and without Foundation.
///
/// Memory-mapping is avoided on purpose: a file that another process shortens would kill this one.
public enum FileReader {
  /// Reads a file, or standard input when the path is `-`.
  ///
  /// Regular files and pipes are read; directories, devices and sockets are refused. A file whose
  /// size is over the limit is refused before a byte is read, a pipe as soon as it passes it.
  public static func read(
    _ path: String,
    limits: ReadingLimits = .standard
  ) throws(DiagnosticError) -> SourceFile {
    if path == "-" {
      let name = "<stdin>"
      let bytes = try read(0, name: name, start: [], expected: nil, limits: limits)
      return SourceFile(name: name, bytes: bytes)
    }
    // Non-blocking, so that a pipe nobody writes to cannot hold the program for ever.
    let descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY)
    guard descriptor >= 0 else { throw FileProblem.cannotOpen(errno).error(path, limits) }
    defer { close(descriptor) }
    var status = stat()
    guard unsafe fstat(descriptor, &status) == 0 else {
      throw FileProblem.cannotOpen(errno).error(path, limits)
    }
    var start: [UInt8] = []
    var expected: Int?
    switch status.st_mode & S_IFMT {
    case S_IFREG:
      expected = Int(status.st_size)
      guard Int(status.st_size) <= limits.fileBytes else {
        throw FileProblem.tooLarge.error(path, limits)
      }
    case S_IFIFO: start = try firstByte(of: descriptor, path, limits)
    case S_IFDIR: throw FileProblem.isDirectory.error(path, limits)
    default: throw FileProblem.notRegular.error(path, limits)
    }
    let bytes = try read(descriptor, name: path, start: start, expected: expected, limits: limits)
    return SourceFile(name: path, bytes: bytes)
  }

  /// Reads to the end; `expected` is the size that the system promised, nil for pipes.
  private static func read(
    _ descriptor: Int32,
    name: String,
    start: [UInt8],
    expected: Int?,
    limits: ReadingLimits
  ) throws(DiagnosticError) -> [UInt8] {
    var bytes = start
    // One byte more than expected, so that the end is seen without growing.
    let promised = expected.flatMap { $0 > 0 ? $0 + 1 : nil }
    var capacity = min(promised ?? 1 << 16, limits.fileBytes + 1)
    while true {
      var problem: Int32 = 0
      let chunk = unsafe [UInt8](unsafeUninitializedCapacity: capacity) { buffer, filled in
        (filled, problem) = unsafe fill(UnsafeMutableRawBufferPointer(buffer), from: descriptor)
      }
      if bytes.isEmpty { bytes = chunk } else { bytes += chunk }
      if problem != 0 { throw FileProblem.readFailed(problem).error(name, limits) }
      if bytes.count > limits.fileBytes { throw FileProblem.tooLarge.error(name, limits) }
      if chunk.count < capacity { break }
      // Doubling keeps the cost linear in the size.
      capacity = max(1, min(bytes.count, limits.fileBytes + 1 - bytes.count))
    }
    // A size of 0 says nothing: the system's own pseudo-files have it too.
    if let expected, expected > 0, bytes.count != expected {
      throw FileProblem.changed.error(name, limits)
    }
    return bytes
  }

  /// Fills a buffer as far as the file goes; the second part is the system's error, 0 for none.
  private static func fill(
    _ buffer: UnsafeMutableRawBufferPointer,
    from descriptor: Int32
  ) -> (count: Int, problem: Int32) {
    var filled = 0
    while filled < buffer.count {
      let rest = unsafe UnsafeMutableRawBufferPointer(rebasing: buffer[filled...])
      let count = unsafe systemRead(descriptor, rest)
      if count < 0 {
        if errno == EINTR { continue }
        return (filled, errno)
      }
      if count == 0 { break }
      filled += count
    }
    return (filled, 0)
  }

  /// Takes the first byte of a pipe if there is one already, and lets later reads wait for more.
  private static func firstByte(
    of descriptor: Int32,
    _ path: String,
    _ limits: ReadingLimits
  ) throws(DiagnosticError) -> [UInt8] {
    var byte: [UInt8] = [0]
    let count = unsafe byte.withUnsafeMutableBytes { unsafe systemRead(descriptor, $0) }
    let problem = errno
    if count == 0 { throw FileProblem.pipeWithoutWriter.error(path, limits) }
    if count < 0, problem != EAGAIN { throw FileProblem.readFailed(problem).error(path, limits) }
    let flags = fcntl(descriptor, F_GETFL)
    _ = fcntl(descriptor, F_SETFL, flags & ~O_NONBLOCK)
    return count > 0 ? byte : []
  }

  private static func systemRead(
    _ descriptor: Int32,
    _ buffer: UnsafeMutableRawBufferPointer
  ) -> Int {
    #if canImport(Glibc)
    unsafe Glibc.read(descriptor, buffer.baseAddress, buffer.count)
    #elseif canImport(Musl)
    unsafe Musl.read(descriptor, buffer.baseAddress, buffer.count)
    #elseif canImport(Darwin)
    unsafe Darwin.read(descriptor, buffer.baseAddress, buffer.count)
    #endif
  }
}
