import Attachments
public import Diagnostics

extension DiagnosticCode {
  /// The name of an attachment leads out of the folder of its submission.
  public static let attachmentOutside = DiagnosticCode("ATT-001")
  /// The submission was not read from a file, so its attachments cannot be found.
  public static let attachmentNoFolder = DiagnosticCode("ATT-002")
  /// An attachment is larger, or has more text, than is read.
  public static let attachmentTooLarge = DiagnosticCode("ATT-003")
  /// An attachment may not be read, or is no file.
  public static let attachmentUnreadable = DiagnosticCode("ATT-004")
  /// A program that reads attachments is not installed.
  public static let programMissing = DiagnosticCode("ATT-005")
  /// A program took more time or memory for an attachment than it may.
  public static let attachmentTookTooLong = DiagnosticCode("ATT-006")
  /// What the program finds out was written by hand.
  public static let factsWritten = DiagnosticCode("ATT-007")
  /// An attachment is missing, damaged, protected by a password, or scanned without text.
  public static let attachmentState = DiagnosticCode("ATT-008")
}

/// What is told about attachments, in words.
enum AttachmentProblem {
  static func diagnostic(
    _ trouble: AttachmentTrouble,
    _ name: String,
    _ place: Diagnostic.Place
  ) -> Diagnostic {
    let (code, message, help) = words(trouble, name)
    return Diagnostic(code, .warning, message, at: place, help: help)
  }

  static func writtenByHand(_ place: Diagnostic.Place) -> Diagnostic {
    Diagnostic(
      .factsWritten,
      .warning,
      LocalizedText(
        th: "ช่องนี้โปรแกรมอ่านจากแฟ้มแนบเอง ค่าที่เขียนไว้จึงไม่ใช้",
        en: "the program reads this from the attached file; what is written here is not used"
      ),
      at: place,
      help: LocalizedText(th: "ลบช่องนี้ออก", en: "take the field out")
    )
  }

  /// What is wrong with a file that could be looked into.
  static func states(
    _ facts: AttachmentFacts,
    _ name: String,
    _ place: Diagnostic.Place
  ) -> [Diagnostic] {
    var found: [LocalizedText] = []
    if facts.exists == false {
      found.append(LocalizedText(th: "ไม่พบแฟ้มแนบ “\(name)”", en: "there is no file “\(name)”"))
    }
    if facts.isEncrypted == true || facts.kind == .oldOffice {
      found.append(
        LocalizedText(
          th: "แฟ้มแนบ “\(name)” มีรหัสผ่านหรือเป็นแฟ้มรุ่นเก่า จึงเปิดดูไม่ได้",
          en: "“\(name)” has a password or is of the old kind, so it cannot be looked into"
        )
      )
    }
    if facts.isDamaged == true {
      found.append(
        LocalizedText(th: "แฟ้มแนบ “\(name)” เสียหาย เปิดไม่ได้", en: "“\(name)” is damaged")
      )
    }
    if facts.isScanned == true {
      found.append(
        LocalizedText(
          th: "แฟ้มแนบ “\(name)” เป็นภาพสแกนที่ไม่มีข้อความ จึงตรวจเนื้อหาไม่ได้",
          en: "“\(name)” is scanned without text, so what it says cannot be checked"
        )
      )
    }
    return found.map { Diagnostic(.attachmentState, .warning, $0, at: place) }
  }

  private typealias Words = (DiagnosticCode, LocalizedText, LocalizedText?)

  private static func words(_ trouble: AttachmentTrouble, _ name: String) -> Words {
    switch trouble {
    case .outsideFolder: outside(name)
    case .noFolder:
      (
        .attachmentNoFolder,
        LocalizedText(
          th: "เรื่องนี้ไม่ได้อ่านจากแฟ้ม จึงหาแฟ้มแนบ “\(name)” ไม่ได้",
          en: "the submission was not read from a file, so “\(name)” cannot be found"
        ),
        LocalizedText(
          th: "บันทึกเรื่องเป็นแฟ้มไว้ในโฟลเดอร์เดียวกับแฟ้มแนบ",
          en: "save the submission as a file in the folder of its attachments"
        )
      )
    case .tooLarge, .tooMuchText:
      (
        .attachmentTooLarge,
        LocalizedText(
          th: "แฟ้มแนบ “\(name)” ใหญ่เกินกว่าที่อ่าน จึงตรวจเนื้อหาไม่ได้ทั้งหมด",
          en: "“\(name)” is larger than is read, so not all of it can be checked"
        ),
        nil
      )
    case .unreadable:
      (
        .attachmentUnreadable,
        LocalizedText(th: "อ่านแฟ้มแนบ “\(name)” ไม่ได้", en: "“\(name)” cannot be read"),
        LocalizedText(
          th: "ตรวจสิทธิ์การอ่าน และว่าเป็นแฟ้ม ไม่ใช่โฟลเดอร์",
          en: "check that it may be read, and that it is a file and no folder"
        )
      )
    case .programMissing(let program): missing(program)
    case .tookTooLong(let program):
      (
        .attachmentTookTooLong,
        LocalizedText(
          th: "\(program) ใช้เวลาหรือหน่วยความจำกับแฟ้มแนบ “\(name)” มากเกินไป จึงหยุดอ่าน",
          en: "\(program) took too much time or memory for “\(name)” and was stopped"
        ),
        LocalizedText(
          th: "บันทึกเป็น PDF ใหม่จากโปรแกรมที่สร้างแฟ้ม",
          en: "save it as PDF again from the program that made it"
        )
      )
    }
  }

  private static func outside(_ name: String) -> Words {
    (
      .attachmentOutside,
      LocalizedText(
        th: "ชื่อแฟ้มแนบ “\(name)” ออกนอกโฟลเดอร์ของเรื่อง จึงไม่เปิดดู",
        en: "“\(name)” leads out of the folder of the submission; it is not opened"
      ),
      LocalizedText(
        th: "คัดลอกแฟ้มมาไว้ในโฟลเดอร์ของเรื่อง แล้วระบุชื่อโดยไม่มี .. และไม่ขึ้นต้นด้วย /",
        en:
          "copy the file into that folder, and give its name without .. or a slash in front; links are not followed"
      )
    )
  }

  private static func missing(_ program: String) -> Words {
    (
      .programMissing,
      LocalizedText(
        th: "ไม่มีโปรแกรม \(program) ในเครื่องนี้ จึงดูเนื้อหาของ PDF ไม่ได้",
        en: "\(program) is not installed, so PDF files cannot be looked into"
      ),
      LocalizedText(
        th: "ติดตั้ง poppler-utils (Debian) หรือ poppler (Homebrew)",
        en: "install poppler-utils (Debian) or poppler (Homebrew)"
      )
    )
  }
}
