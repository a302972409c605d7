// Attachments are files that a submission names. They are looked into before rules are evaluated, with
// limits, and appear to rules as facts; no rule opens a file. What each kind of submission calls the
// facts, and in which field the name of the file stands, is data (`facts_of` in Rules/kinds).

/// What an attachment is, by its content and not by its name.
public enum AttachmentKind: String, Hashable, Sendable {
  case pdf
  case docx
  case xlsx
  /// Word or Excel of before 2007, or protected by a password.
  case oldOffice = "old-office"
  case image
  case text
  case other
}

/// What is known of an attachment; nil for what could not be found out.
public struct AttachmentFacts: Hashable, Sendable {
  /// Whether the file is there.
  public var exists: Bool?
  /// What it is.
  public var kind: AttachmentKind?
  /// Its size in bytes.
  public var bytes: Int?
  /// The SHA-256 of its bytes, 64 hexadecimal digits.
  public var sha256: String?
  /// The pages, of PDF files.
  public var pages: Int?
  /// Whether a password is needed to read it.
  public var isEncrypted: Bool?
  /// Whether it cannot be read because it is damaged or cut off.
  public var isDamaged: Bool?
  /// Whether its pages are pictures without text, of PDF files.
  public var isScanned: Bool?
  /// The short lines that may be headings, each once: of documents headings and short paragraphs, of PDF files short lines,
  /// of workbooks the names of sheets and short texts of cells.
  public var headings: [String]?
  /// What kept something from being found out.
  public var troubles: [AttachmentTrouble] = []

  /// Knows nothing.
  public init() {}
}

/// Why something could not be found out about an attachment.
public enum AttachmentTrouble: Hashable, Sendable {
  /// The name leads out of the folder of the submission: an absolute path, `..`, a link.
  case outsideFolder
  /// The submission was not read from a file, so that there is no folder to look in.
  case noFolder
  /// The file is larger than is read.
  case tooLarge
  /// The file may not be read, or is no file.
  case unreadable
  /// A program is not installed.
  case programMissing(String)
  /// A program took more time or memory than it may.
  case tookTooLong(String)
  /// There is more text than is taken.
  case tooMuchText
}

/// The bounds of what is read of attachments; each has a test.
public struct AttachmentLimits: Sendable {
  /// The size of a file in bytes.
  public var fileBytes = 64 << 20
  /// The text of a PDF file in bytes.
  public var textBytes = 8 << 20
  /// How many short lines are kept.
  public var headings = 3_000
  /// How long such a line may be, in Unicode scalars.
  public var headingLength = 100
  /// The address space of a program in bytes.
  public var memory = 512 << 20
  /// The processor time of a program in seconds.
  public var processorSeconds = 10
  /// The time of a program from start to end in milliseconds.
  public var milliseconds = 20_000

  /// The limits of the product.
  public static let standard = AttachmentLimits()

  /// Makes the limits of the product, to be lowered by the caller.
  public init() {}
}
