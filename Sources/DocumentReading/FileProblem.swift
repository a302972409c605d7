import Diagnostics

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

/// Why a file could not be read, and its sentences.
enum FileProblem {
  case cannotOpen(Int32)
  case isDirectory
  case notRegular
  case tooLarge
  case readFailed(Int32)
  case changed
  case pipeWithoutWriter
  case empty

  func error(_ name: String, _ limits: ReadingLimits) -> DiagnosticError {
    DiagnosticError([diagnostic(name, limits)])
  }

  func diagnostic(_ name: String, _ limits: ReadingLimits) -> Diagnostic {
    let parts = parts(limits)
    return Diagnostic(
      parts.code,
      .error,
      parts.message,
      at: Diagnostic.Place(file: name, position: nil),
      help: parts.help
    )
  }

  private typealias Parts = (code: DiagnosticCode, message: LocalizedText, help: LocalizedText?)

  private func parts(_ limits: ReadingLimits) -> Parts {
    switch self {
    case .cannotOpen(let number): Self.openParts(number)
    case .isDirectory:
      (
        .fileIsDirectory,
        LocalizedText(th: "ชื่อนี้เป็นโฟลเดอร์ ไม่ใช่แฟ้ม", en: "this is a directory, not a file"),
        LocalizedText(th: "ระบุแฟ้มที่อยู่ในโฟลเดอร์นี้", en: "name a file inside it")
      )
    case .notRegular:
      (
        .fileNotRegular,
        LocalizedText(
          th: "ชื่อนี้เป็นอุปกรณ์หรือช่องสื่อสาร ไม่ใช่แฟ้ม",
          en: "this is a device or a socket, not a file"
        ),
        LocalizedText(
          th: "ระบุแฟ้มข้อมูล หรือใช้ - เพื่ออ่านจากข้อมูลเข้ามาตรฐาน",
          en: "name a file, or use - for standard input"
        )
      )
    case .tooLarge:
      (
        .fileTooLarge,
        LocalizedText(
          th: "แฟ้มใหญ่เกิน \(Self.size(limits.fileBytes))",
          en: "the file is larger than \(Self.size(limits.fileBytes))"
        ),
        LocalizedText(th: "แบ่งเป็นหลายแฟ้ม", en: "split it into several files")
      )
    case .readFailed(let number):
      (
        .fileReadFailed,
        LocalizedText(
          th: "อ่านแฟ้มไม่สำเร็จ (\(Self.systemText(number)))",
          en: "the file could not be read (\(Self.systemText(number)))"
        ),
        nil
      )
    case .changed:
      (
        .fileChanged,
        LocalizedText(
          th: "แฟ้มเปลี่ยนขนาดระหว่างที่อ่าน",
          en: "the file changed its size while it was read"
        ),
        LocalizedText(
          th: "รอให้โปรแกรมอื่นบันทึกให้เสร็จ แล้วสั่งใหม่อีกครั้ง",
          en: "wait until the other program has saved it, then try again"
        )
      )
    case .pipeWithoutWriter:
      (
        .filePipeWithoutWriter,
        LocalizedText(
          th: "ไม่มีโปรแกรมใดส่งข้อมูลเข้าท่อ (pipe) นี้",
          en: "no program writes to this pipe"
        ),
        LocalizedText(
          th: "เริ่มโปรแกรมที่ส่งข้อมูลก่อน หรือใช้ - เพื่ออ่านจากข้อมูลเข้ามาตรฐาน",
          en: "start the writing program first, or use - for standard input"
        )
      )
    case .empty:
      (
        .fileEmpty,
        LocalizedText(
          th: "แฟ้มไม่มีข้อมูล",
          en: "the file is empty"
        ),
        LocalizedText(
          th: "ตรวจว่าเลือกแฟ้มถูกต้องและบันทึกแล้ว",
          en: "check that it is the right file and that it was saved"
        )
      )
    }
  }

  private static func openParts(_ number: Int32) -> Parts {
    switch number {
    case ENOENT, ENOTDIR:
      (
        .fileMissing,
        LocalizedText(th: "ไม่พบแฟ้มนี้", en: "there is no such file"),
        LocalizedText(
          th: "ตรวจตัวสะกดของชื่อแฟ้มและโฟลเดอร์",
          en: "check the spelling of the name and its folder"
        )
      )
    case EACCES, EPERM:
      (
        .fileUnreadable,
        LocalizedText(th: "ไม่มีสิทธิ์อ่านแฟ้มนี้", en: "permission to read the file is missing"),
        LocalizedText(
          th: "ขอสิทธิ์อ่านจากเจ้าของแฟ้ม หรือคัดลอกแฟ้มมาไว้ในโฟลเดอร์ของตน",
          en: "ask its owner for permission, or work on a copy of your own"
        )
      )
    case ENXIO:
      Self.notRegular.parts(.standard)
    default:
      (
        .fileReadFailed,
        LocalizedText(
          th: "เปิดแฟ้มไม่สำเร็จ (\(systemText(number)))",
          en: "the file could not be opened (\(systemText(number)))"
        ),
        nil
      )
    }
  }

  /// The system's name of an error, in the C locale as long as nobody sets another.
  private static func systemText(_ number: Int32) -> String {
    guard let text = unsafe strerror(number) else { return "error \(number)" }
    return unsafe String(cString: text)
  }

  /// A size as people say it: whole mebibytes, kibibytes or bytes.
  static func size(_ bytes: Int) -> String {
    if bytes >= 1 << 20, bytes % (1 << 20) == 0 { return "\(bytes >> 20) MiB" }
    if bytes >= 1 << 10, bytes % (1 << 10) == 0 { return "\(bytes >> 10) KiB" }
    return "\(bytes) bytes"
  }
}
