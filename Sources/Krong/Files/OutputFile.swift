public import Diagnostics

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

/// Writes whole files: the old content or the new one is there, never a part of it.
public enum OutputFile {
  /// Writes text to a file through a temporary file beside it.
  ///
  /// A file that exists keeps its permissions; a link stays a link, and what it leads to is replaced.
  /// Devices and pipes (`/dev/stdout`) are written to as they are. On an error nothing is left behind.
  public static func write(_ text: String, to path: String) throws(DiagnosticError) {
    try write(Array(text.utf8), to: path)
  }

  /// Refuses to write over a file that was read: by another name or through a link it is the same file.
  ///
  /// - Parameters:
  ///   - inputs: The files that were read; what is no file, such as `-`, is passed over.
  ///   - path: What is to be written.
  /// - Throws: When `path` is one of them.
  public static func protect(
    _ inputs: [String],
    from path: String
  ) throws(DiagnosticError) {
    guard let own = FileIdentity(regularFile: path),
      inputs.contains(where: { FileIdentity($0) == own })
    else { return }
    throw DiagnosticError([
      Diagnostic(
        .outputIsInput,
        .error,
        LocalizedText(
          th: "แฟ้มนี้เป็นแฟ้มที่อ่านเข้ามา จึงไม่เขียนทับ",
          en: "this file was read as an input; it is not written over"
        ),
        at: Diagnostic.Place(file: path, position: nil),
        help: LocalizedText(th: "ใช้ชื่ออื่นสำหรับผลลัพธ์", en: "choose another name for the output")
      )
    ])
  }

  /// Writes a file that must not exist yet; devices and pipes may.
  public static func create(_ bytes: [UInt8], at path: String) throws(DiagnosticError) {
    guard FileIdentity(regularFile: path) == nil else {
      throw DiagnosticError([OutputFolder.exists(path)])
    }
    try write(bytes, to: path)
  }

  /// Writes bytes to a file in the same way.
  public static func write(_ bytes: [UInt8], to path: String) throws(DiagnosticError) {
    var status = stat()
    let exists = unsafe stat(path, &status) == 0
    if exists, status.st_mode & S_IFMT == S_IFDIR {
      throw problem(.outputIsDirectory, path, EISDIR)
    }
    if exists, status.st_mode & S_IFMT != S_IFREG { return try writeThrough(bytes, path) }
    let target = exists ? resolved(path) : path
    let mode = exists ? status.st_mode & 0o7777 : 0o666 & ~currentMask()
    // An interruption waits until the new file stands in its place, or nothing is left of it.
    let signals = BlockedSignals()
    defer { signals.release() }
    let (temporary, descriptor) = create(beside: target, mode)
    guard descriptor >= 0 else { throw problem(.outputNotWritten, path, errno) }
    var number = unsafe bytes.withUnsafeBytes { unsafe fill(descriptor, $0) }
    if number == 0, fchmod(descriptor, mode) != 0 { number = errno }
    // Without this a power cut could leave an empty file under the new name.
    if number == 0, fsync(descriptor) != 0 { number = errno }
    if close(descriptor) != 0, number == 0 { number = errno }
    if number == 0, unsafe rename(temporary, target) != 0 { number = errno }
    guard number == 0 else {
      unsafe _ = unlink(temporary)
      throw problem(.outputNotWritten, path, number)
    }
  }

  /// Creates a file that nobody else has; a name left behind by a program that died is passed over.
  private static func create(beside target: String, _ mode: mode_t) -> (String, Int32) {
    var name = ""
    var descriptor: Int32 = -1
    for attempt in 0..<100 {
      name = "\(target).\(getpid()).\(attempt).tmp"
      descriptor = unsafe open(name, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, mode)
      if descriptor >= 0 || errno != EEXIST { break }
    }
    return (name, descriptor)
  }

  private static func writeThrough(_ bytes: [UInt8], _ path: String) throws(DiagnosticError) {
    let descriptor = unsafe open(path, O_WRONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw problem(.outputNotWritten, path, errno) }
    var number = unsafe bytes.withUnsafeBytes { unsafe fill(descriptor, $0) }
    if close(descriptor) != 0, number == 0 { number = errno }
    guard number == 0 else { throw problem(.outputNotWritten, path, number) }
  }

  /// Puts bytes in the place of a file that only its user may read; tells nobody when it cannot.
  static func replace(_ path: String, with bytes: [UInt8]) {
    let (temporary, descriptor) = create(beside: path, 0o600)
    guard descriptor >= 0 else { return }
    let number = unsafe bytes.withUnsafeBytes { unsafe fill(descriptor, $0) }
    let isClosed = close(descriptor) == 0
    guard number == 0, isClosed, unsafe rename(temporary, path) == 0 else {
      unsafe _ = unlink(temporary)
      return
    }
  }

  /// Writes all of a text to an open file; gives the system's error, 0 for none.
  public static func fill(_ descriptor: Int32, _ text: String) -> Int32 {
    var text = text
    return text.withUTF8 { unsafe fill(descriptor, UnsafeRawBufferPointer($0)) }
  }

  /// Writes all bytes to an open file; gives the system's error, 0 for none.
  public static func fill(_ descriptor: Int32, _ bytes: [UInt8]) -> Int32 {
    unsafe bytes.withUnsafeBytes { unsafe fill(descriptor, $0) }
  }

  private static func fill(_ descriptor: Int32, _ bytes: UnsafeRawBufferPointer) -> Int32 {
    var written = 0
    while written < bytes.count {
      let rest = unsafe UnsafeRawBufferPointer(rebasing: bytes[written...])
      let count = unsafe systemWrite(descriptor, rest)
      if count < 0 {
        if errno == EINTR { continue }
        return errno
      }
      written += count
    }
    return 0
  }

  private static func systemWrite(_ descriptor: Int32, _ bytes: UnsafeRawBufferPointer) -> Int {
    #if canImport(Glibc)
    unsafe Glibc.write(descriptor, bytes.baseAddress, bytes.count)
    #elseif canImport(Musl)
    unsafe Musl.write(descriptor, bytes.baseAddress, bytes.count)
    #elseif canImport(Darwin)
    unsafe Darwin.write(descriptor, bytes.baseAddress, bytes.count)
    #endif
  }

  /// The path behind a link; the path itself when the system cannot tell.
  private static func resolved(_ path: String) -> String {
    guard let real = unsafe realpath(path, nil) else { return path }
    defer { unsafe free(real) }
    return unsafe String(cString: real)
  }

  private static func currentMask() -> mode_t {
    let mask = umask(0)
    _ = umask(mask)
    return mask
  }

  private static func problem(
    _ code: DiagnosticCode,
    _ path: String,
    _ number: Int32
  ) -> DiagnosticError {
    let cause = unsafe strerror(number).map { unsafe String(cString: $0) } ?? "\(number)"
    return DiagnosticError([
      Diagnostic(
        code,
        .error,
        LocalizedText(
          th: "เขียนแฟ้มผลลัพธ์ไม่ได้ (\(cause))",
          en: "the output could not be written (\(cause))"
        ),
        at: Diagnostic.Place(file: path, position: nil),
        help: LocalizedText(
          th: "ตรวจชื่อแฟ้ม สิทธิ์การเขียนในโฟลเดอร์ และพื้นที่ว่าง",
          en: "check the name, the permission to write in its folder, and the space left"
        )
      )
    ])
  }
}

/// The signals by which people and systems end a program, kept waiting for a moment.
///
/// They are blocked for the thread that asks; the others have ended when a report is written.
private struct BlockedSignals {
  private var before = sigset_t()

  init() {
    var set = sigset_t()
    unsafe _ = sigemptyset(&set)
    for signal in [SIGINT, SIGTERM, SIGHUP] { unsafe _ = sigaddset(&set, signal) }
    unsafe _ = pthread_sigmask(SIG_BLOCK, &set, &before)
  }

  /// Lets them through again; one that came meanwhile takes effect now.
  func release() {
    var set = before
    unsafe _ = pthread_sigmask(SIG_SETMASK, &set, nil)
  }
}
