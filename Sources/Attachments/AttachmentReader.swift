import OpenXML
import SourceText
import Spreadsheets
import WordDocuments

/// Looks into attachments.
public struct AttachmentReader {
  /// Where Linux distributions and Homebrew put poppler's programs.
  public static let standardFolders = ["/usr/bin", "/usr/local/bin", "/opt/homebrew/bin"]

  private let limits: AttachmentLimits
  private let tools: PDFTools
  /// What was read already, by folder and name: many submissions may name one file.
  private var known: [[UInt8]: AttachmentFacts] = [:]

  /// Makes a reader; poppler's programs are looked for in some folders.
  public init(
    programs: [String] = AttachmentReader.standardFolders,
    limits: AttachmentLimits = .standard
  ) {
    self.limits = limits
    tools = PDFTools(folders: programs, limits: limits)
  }

  /// The facts of a file, by the name that the submission gives it.
  ///
  /// - Parameters:
  ///   - name: The name, from the folder of the submission on.
  ///   - folder: The folder of the submission; nil when it was not read from a file.
  /// - Returns: What could be found out.
  public mutating func facts(of name: String, in folder: String?) -> AttachmentFacts {
    guard let folder else {
      var facts = AttachmentFacts()
      facts.troubles = [.noFolder]
      return facts
    }
    let key = Array(folder.utf8) + [0] + Array(name.utf8)
    if let facts = known[key] { return facts }
    let facts = read(name, folder)
    known[key] = facts
    return facts
  }

  private func read(_ name: String, _ folder: String) -> AttachmentFacts {
    var facts = AttachmentFacts()
    let file: AttachedFile
    do throws(AttachedFile.Refusal) {
      file = try AttachedFile(name, in: folder)
    } catch {
      switch error {
      case .missing: facts.exists = false
      case .outside: facts.troubles = [.outsideFolder]
      case .unreadable:
        facts.exists = true
        facts.troubles = [.unreadable]
      }
      return facts
    }
    facts.exists = true
    facts.bytes = file.size
    guard file.size <= limits.fileBytes else {
      facts.troubles = [.tooLarge]
      return facts
    }
    guard let bytes = file.read(atMost: limits.fileBytes) else {
      facts.troubles = [.unreadable]
      return facts
    }
    facts.sha256 = SHA256.hexDigest(of: bytes)
    look(into: bytes, file, &facts)
    return facts
  }

  private func look(into bytes: [UInt8], _ file: AttachedFile, _ facts: inout AttachmentFacts) {
    if Self.isPDF(bytes) {
      facts.kind = .pdf
      readPDF(file, &facts)
    } else if bytes.starts(with: [0x50, 0x4B, 0x03, 0x04]) {
      readPackage(bytes, &facts)
    } else if bytes.starts(with: [0xD0, 0xCF, 0x11, 0xE0]) {
      facts.kind = .oldOffice
    } else if Self.isImage(bytes) {
      facts.kind = .image
    } else {
      let isText =
        !bytes.isEmpty && !bytes.contains(0) && String(validating: bytes, as: UTF8.self) != nil
      facts.kind = isText ? .text : .other
    }
  }

  /// The mark may stand anywhere in the first kilobyte (ISO 32000-1, Annex H).
  private static func isPDF(_ bytes: [UInt8]) -> Bool {
    let mark = Array("%PDF-".utf8)
    let head = bytes.prefix(1024)
    return head.indices.contains { head[$0...].starts(with: mark) }
  }

  private static func isImage(_ bytes: [UInt8]) -> Bool {
    let marks: [[UInt8]] = [
      [0x89, 0x50, 0x4E, 0x47], [0xFF, 0xD8, 0xFF], [0x47, 0x49, 0x46, 0x38],
      [0x49, 0x49, 0x2A, 0x00], [0x4D, 0x4D, 0x00, 0x2A], [0x42, 0x4D],
    ]
    return marks.contains { bytes.starts(with: $0) }
  }

  // MARK: PDF

  private func readPDF(_ file: AttachedFile, _ facts: inout AttachmentFacts) {
    switch tools.info(file) {
    case .trouble(let trouble):
      facts.troubles.append(trouble)
      return
    case .output(let text, let status):
      guard status == 0 else {
        facts.isEncrypted = text.contains("Incorrect password")
        facts.isDamaged = facts.isEncrypted == true ? nil : true
        return
      }
      facts.isEncrypted = false
      facts.isDamaged = false
      // Titles and other texts of the file come first and may look like this line.
      let lines = text.split(whereSeparator: \.isNewline)
      let pages = lines.last { $0.hasPrefix("Pages:") }?.dropFirst("Pages:".count)
      facts.pages = pages.flatMap { Int($0.drop { $0 == " " }) }
    }
    readText(of: file, &facts)
  }

  private func readText(of file: AttachedFile, _ facts: inout AttachmentFacts) {
    switch tools.text(file) {
    case .trouble(let trouble): facts.troubles.append(trouble)
    case .output(let text, let status):
      guard status == 0 else {
        facts.isDamaged = true
        return
      }
      let hasText = text.unicodeScalars.contains { $0.properties.isAlphabetic }
      facts.isScanned = !hasText && (facts.pages ?? 0) > 0
      if hasText { keep(text.split(whereSeparator: \.isNewline).lazy.map(String.init), &facts) }
    }
  }

  // MARK: Office

  private func readPackage(_ bytes: [UInt8], _ facts: inout AttachmentFacts) {
    do throws(PackageProblem) {
      let archive = try PackageArchive(bytes)
      facts.isEncrypted = false
      if archive.part("word/document.xml") != nil {
        facts.kind = .docx
        let document = try WordReader.read(archive)
        facts.isDamaged = false
        keep(Self.texts(of: document), &facts)
      } else if archive.part("xl/workbook.xml") != nil {
        facts.kind = .xlsx
        let workbook = try WorkbookReader.read(archive)
        facts.isDamaged = false
        keep(Self.texts(of: workbook), &facts)
      } else {
        facts.kind = .other
        facts.isEncrypted = nil
      }
    } catch {
      switch error {
      case .tooLarge, .tooManyParts: facts.troubles.append(.tooLarge)
      case .encrypted: facts.isEncrypted = true
      default: facts.isDamaged = true
      }
      if facts.kind == nil { facts.kind = .other }
    }
  }

  private static func texts(of document: WordDocument) -> [String] {
    document.blocks.flatMap { block -> [String] in
      switch block {
      case .paragraph(let paragraph): [paragraph.text]
      case .table(let table):
        table.rows.flatMap { row in
          row.flatMap { $0.text.split(separator: "\n").map(String.init) }
        }
      }
    }
  }

  private static func texts(of workbook: Workbook) -> some Sequence<String> {
    workbook.sheets.lazy.flatMap { sheet in
      let cells = (0..<sheet.count).lazy.compactMap { number -> String? in
        if case .text(let text) = sheet.content(number) { text } else { nil }
      }
      return [[sheet.name], Array(cells.prefix(100_000))].joined()
    }
  }

  // MARK: Headings

  /// Keeps the lines that may be headings, each once; none when there are too many.
  private func keep(_ lines: some Sequence<String>, _ facts: inout AttachmentFacts) {
    var seen: Set<[UInt8]> = []
    var headings: [String] = []
    for line in lines {
      guard let heading = heading(line), seen.insert(Array(heading.utf8)).inserted else { continue }
      guard headings.count < limits.headings else {
        facts.troubles.append(.tooMuchText)
        return
      }
      headings.append(heading)
    }
    facts.headings = headings
  }

  /// A line without the blanks around it; nil for one that is too long for a heading, or has no letter.
  private func heading(_ line: String) -> String? {
    let scalars = Array(line.unicodeScalars)
    guard let first = scalars.firstIndex(where: { !Self.isBlank($0) }),
      let last = scalars.lastIndex(where: { !Self.isBlank($0) }),
      last - first < limits.headingLength,
      scalars[first...last].contains(where: { $0.properties.isAlphabetic })
    else { return nil }
    var text = String.UnicodeScalarView()
    for scalar in scalars[first...last] where scalar.value >= 0x20 { text.append(scalar) }
    return String(text)
  }

  private static func isBlank(_ scalar: Unicode.Scalar) -> Bool {
    scalar.value <= 0x20 || scalar.value == 0xA0 || scalar.value == 0x0C
  }
}
