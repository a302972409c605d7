// OpenXML reads and writes what Excel and Word files are made of: a ZIP container (through zlib) with
// XML parts in it (through expat). It knows neither sheets nor paragraphs. Everything that a hostile
// file could make large is bounded here; sizes that the file itself states are never believed.

public import Diagnostics

/// The bounds that no package may pass; each has a test.
public struct PackageLimits: Sendable {
  /// The size of the package in bytes.
  public var fileBytes = 64 << 20

  /// The number of parts.
  public var parts = 10_000

  /// The size of one part after inflating, in bytes.
  public var partBytes = 256 << 20

  /// The size of all parts after inflating, in bytes.
  public var totalBytes = 512 << 20

  /// How many times larger a part may become than it is in the package; counts only for parts over
  /// ``ratioFromBytes``, because sparse but honest sheets compress hard.
  public var ratio = 200

  /// From which size on the ratio counts.
  public var ratioFromBytes = 32 << 20

  /// How deep elements may nest.
  public var depth = 256

  /// The length of one tag with its attributes, in bytes.
  public var tagBytes = 1 << 20

  /// The limits of the product.
  public static let standard = PackageLimits()

  /// Makes the limits of the product, to be lowered by the caller.
  public init() {}
}

/// Why a package, or a part of it, cannot be used.
public enum PackageProblem: Error, Hashable, Sendable {
  /// The bytes are no ZIP file.
  case notPackage
  /// An Excel or Word file of before 2007, or one that is protected by a password.
  case oldOrProtected
  /// The container is damaged or cut off; the part where that was seen, if one was.
  case damaged(part: String?)
  /// The package or one of its parts is too large.
  case tooLarge(part: String?)
  /// There are too many parts.
  case tooManyParts
  /// A part is encrypted.
  case encrypted
  /// A part is compressed in a way that Office files do not use.
  case unknownCompression(part: String)
  /// A part that must be there is not.
  case missingPart(String)
  /// A part is not well-formed XML.
  case malformed(part: String, line: Int, column: Int)
  /// A part declares a document type, which Office files never do and attacks need.
  case documentType(part: String)
  /// Elements nest too deep, or a tag is too long.
  case tooComplex(part: String)
  /// A part that is to be changed is written in another encoding than UTF-8.
  case otherEncoding(part: String)
}

/// The codes of packages.
extension DiagnosticCode {
  /// The bytes are no Office file.
  public static let packageNotOffice = DiagnosticCode("PKG-001")
  /// An old or protected Office file.
  public static let packageOldOrProtected = DiagnosticCode("PKG-002")
  /// A damaged Office file.
  public static let packageDamaged = DiagnosticCode("PKG-003")
  /// An Office file that is too large.
  public static let packageTooLarge = DiagnosticCode("PKG-004")
  /// A part with forbidden or too complex XML.
  public static let packageUnsafe = DiagnosticCode("PKG-005")
  /// A part that cannot be changed as it is written.
  public static let packageOtherEncoding = DiagnosticCode("PKG-006")
}

extension PackageProblem {
  /// The problem as a diagnostic of a file.
  public func diagnostic(_ file: String) -> Diagnostic {
    let (code, message, help) = words
    return Diagnostic(
      code,
      .error,
      message,
      at: Diagnostic.Place(file: file, position: nil),
      help: help
    )
  }

  private typealias Words = (DiagnosticCode, LocalizedText, LocalizedText)

  private var words: Words {
    switch self {
    case .notPackage: Self.notOffice
    case .oldOrProtected, .encrypted: Self.oldOrProtectedWords
    case .damaged(let part): Self.damagedWords(part)
    case .missingPart(let part): Self.damagedWords(part)
    case .unknownCompression(let part): Self.damagedWords(part)
    case .malformed(let part, let line, let column):
      Self.damagedWords("\(part), \(line):\(column)")
    case .tooLarge, .tooManyParts: Self.tooLargeWords
    case .documentType(let part), .tooComplex(let part): Self.unsafeWords(part)
    case .otherEncoding(let part): Self.otherEncodingWords(part)
    }
  }

  private static let notOffice: Words = (
    .packageNotOffice,
    LocalizedText(
      th: "แฟ้มนี้ไม่ใช่แฟ้ม Excel (.xlsx) หรือ Word (.docx) ตามที่นามสกุลบอก",
      en: "this is not an Excel (.xlsx) or Word (.docx) file, whatever its name says"
    ),
    LocalizedText(
      th: "เปิดด้วยโปรแกรมที่สร้างแฟ้ม แล้วบันทึกใหม่เป็น .xlsx หรือ .docx",
      en: "open it in the program that made it and save it as .xlsx or .docx"
    )
  )

  private static let oldOrProtectedWords: Words = (
    .packageOldOrProtected,
    LocalizedText(
      th: "แฟ้มนี้เป็นแฟ้ม Excel หรือ Word รุ่นเก่า (.xls, .doc) หรือมีรหัสผ่าน จึงอ่านไม่ได้",
      en:
        "this is an Excel or Word file of the old kind (.xls, .doc), or one with a password; it cannot be read"
    ),
    LocalizedText(
      th: "เปิดด้วยโปรแกรม Excel หรือ Word เอารหัสผ่านออก แล้วบันทึกเป็น .xlsx หรือ .docx",
      en: "open it in Excel or Word, take the password off, and save it as .xlsx or .docx"
    )
  )

  private static func damagedWords(_ part: String?) -> Words {
    let inside = part.map { " (\($0))" } ?? ""
    return (
      .packageDamaged,
      LocalizedText(
        th: "แฟ้มเสียหายหรือไม่สมบูรณ์ จึงอ่านไม่ได้\(inside)",
        en: "the file is damaged or incomplete and cannot be read\(inside)"
      ),
      LocalizedText(
        th: "ขอแฟ้มใหม่จากผู้ส่ง หรือเปิดด้วยโปรแกรมที่สร้างแฟ้มแล้วบันทึกใหม่",
        en:
          "ask the sender for a new copy, or open it in the program that made it and save it again"
      )
    )
  }

  private static let tooLargeWords: Words = (
    .packageTooLarge,
    LocalizedText(
      th: "แฟ้มหรือเนื้อหาในแฟ้มใหญ่เกินกว่าที่รับได้",
      en: "the file, or what is packed into it, is too large"
    ),
    LocalizedText(
      th: "ลบแผ่นงาน รูปภาพ หรือแถวว่างที่ไม่ใช้ หรือแบ่งเป็นหลายแฟ้ม",
      en:
        "take out sheets, pictures or empty rows that are not needed, or split it into several files"
    )
  )

  private static func otherEncodingWords(_ part: String) -> Words {
    (
      .packageOtherEncoding,
      LocalizedText(
        th: "ส่วน \(part) ของแฟ้มไม่ได้เข้ารหัสเป็น UTF-8 จึงเพิ่มเครื่องหมายลงไปไม่ได้",
        en: "part \(part) is not written in UTF-8, so no marks can be put into it"
      ),
      LocalizedText(
        th: "เปิดด้วย Excel, Word หรือ LibreOffice แล้วบันทึกใหม่",
        en: "open it in Excel, Word or LibreOffice and save it again"
      )
    )
  }

  private static func unsafeWords(_ part: String) -> Words {
    (
      .packageUnsafe,
      LocalizedText(
        th: "ส่วน \(part) ของแฟ้มมีโครงสร้างที่แฟ้ม Excel หรือ Word ปกติไม่มี จึงไม่อ่านเพื่อความปลอดภัย",
        en: "part \(part) is built as no honest Excel or Word file is; it is not read, to be safe"
      ),
      LocalizedText(
        th: "ขอแฟ้มใหม่จากผู้ส่ง หรือเปิดด้วยโปรแกรมที่สร้างแฟ้มแล้วบันทึกใหม่",
        en:
          "ask the sender for a new copy, or open it in the program that made it and save it again"
      )
    )
  }
}
