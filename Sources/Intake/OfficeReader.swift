package import Catalogues
package import Diagnostics
package import DocumentArena
package import DocumentReading
import OpenXML
package import SourceText
import Spreadsheets
package import Submissions
import WordDocuments

/// The kinds of file that are read through a mapping, by their content.
package enum OfficeFile: Sendable {
  /// A ZIP container: Excel or Word.
  case package
  /// An Excel or Word file of before 2007, or one with a password.
  case old
  /// A table of text.
  case csv
  /// Named like one of them, but none of them.
  case falselyNamed

  /// What a file is; nil for files that are read without a mapping.
  ///
  /// A table of text cannot be told from other text, so its name decides.
  package init?(_ source: SourceFile) {
    if source.bytes.starts(with: [0x50, 0x4B, 0x03, 0x04]) {
      self = .package
    } else if source.bytes.starts(with: [0xD0, 0xCF, 0x11, 0xE0]) {
      self = .old
    } else if Self.isNamed(source, [".csv", ".tsv"]) {
      self = .csv
    } else if Self.isNamed(source, [".xlsx", ".xlsm", ".docx", ".xls", ".doc"]) {
      self = .falselyNamed
    } else {
      return nil
    }
  }

  private static func isNamed(_ source: SourceFile, _ ends: [String]) -> Bool {
    let name = source.name.utf8.suffix(8).map { 0x41...0x5A ~= $0 ? $0 | 0x20 : $0 }
    return ends.contains { name.suffix($0.utf8.count).elementsEqual($0.utf8) }
  }
}

/// Reads Excel workbooks, CSV files and Word documents as submissions.
///
/// Mappings are read when the first such file is met, and not before.
package struct OfficeReader {
  let kinds: KindSet
  let catalogues: CatalogueSet
  /// Tells the files of mappings.
  let files: @Sendable () -> [String]
  /// The mapping asked for: a name, the code of a kind, or a file.
  let wanted: String?
  /// Whether of a list that is longer than its kind allows only as much is read as shows that it is.
  let heedsBounds: Bool
  private let limits: ReadingLimits
  var loaded: Loaded<[Mapping]>?
  /// The mapping that was asked for, once found.
  var chosen: Mapping?

  /// Makes a reader.
  package init(
    kinds: KindSet,
    catalogues: CatalogueSet,
    files: @escaping @Sendable () -> [String],
    wanted: String?,
    heedsBounds: Bool = false,
    limits: ReadingLimits = .standard
  ) {
    self.kinds = kinds
    self.catalogues = catalogues
    self.files = files
    self.wanted = wanted
    self.heedsBounds = heedsBounds
    self.limits = limits
  }

  /// Reads a file.
  ///
  /// - Returns: What came of it; nil for a file that no mapping fits and that nobody asked for by name.
  package mutating func read(
    _ source: SourceFile,
    _ file: OfficeFile,
    keys: KeyTable,
    isNamed: Bool
  ) throws(DiagnosticError) -> IntakeResult? {
    switch try Self.content(source, file) {
    case .workbook(let workbook, let heedsNames, let notes):
      let views = workbook.sheets.enumerated().map { number, sheet in
        let isFindings = StandardLayout.findingsSheets.contains {
          $0.utf8.elementsEqual(sheet.name.utf8)
        }
        return SheetView(isFindings ? sheet.emptied() : sheet, number: number)
      }
      let finder = TableFinder(sheets: views, heedsNames: heedsNames)
      guard let choice = try choose(finder, source, isNamed) else { return nil }
      var intake = WorkbookIntake(
        source,
        finder,
        choice.mapping,
        catalogues: catalogues,
        keys: keys,
        heedsBounds: heedsBounds,
        limits: limits
      )
      let result = intake.run()
      return IntakeResult(
        document: result.document,
        diagnostics: notes + choice.notes + result.diagnostics
      )
    case .word(let document):
      let words = WordOutline(document)
      guard let choice = try choose(words, source, isNamed) else { return nil }
      var intake = WordIntake(source, words, choice.mapping, catalogues: catalogues, keys: keys)
      let result = intake.run()
      return IntakeResult(
        document: result.document,
        diagnostics: choice.notes + result.diagnostics
      )
    }
  }

  private enum Content {
    case workbook(Workbook, heedsNames: Bool, notes: [Diagnostic])
    case word(WordDocument)
  }

  private static func content(
    _ source: SourceFile,
    _ file: OfficeFile
  ) throws(DiagnosticError) -> Content {
    if file == .csv { return try table(source) }
    do throws(PackageProblem) {
      switch file {
      case .old: throw PackageProblem.oldOrProtected
      case .falselyNamed, .csv: throw PackageProblem.notPackage
      case .package: break
      }
      let archive = try PackageArchive(source.bytes)
      if archive.part("word/document.xml") != nil { return .word(try WordReader.read(archive)) }
      return .workbook(try WorkbookReader.read(archive), heedsNames: true, notes: [])
    } catch {
      throw DiagnosticError([error.diagnostic(source.name)])
    }
  }

  private static func table(_ source: SourceFile) throws(DiagnosticError) -> Content {
    do throws(CSVReader.Problem) {
      let table = try CSVReader.read(source)
      var notes: [Diagnostic] = []
      if table.encoding == .thai { notes.append(oldEncoding(source)) }
      return .workbook(Workbook(sheets: [table.sheet]), heedsNames: false, notes: notes)
    } catch {
      throw DiagnosticError([damaged(source, error)])
    }
  }

  private static func oldEncoding(_ source: SourceFile) -> Diagnostic {
    Diagnostic(
      .oldEncoding,
      .warning,
      LocalizedText(
        th: "แฟ้มนี้ไม่ใช่ UTF-8 จึงอ่านเป็น TIS-620/Windows-874",
        en: "the file is not UTF-8; it was read as TIS-620/Windows-874"
      ),
      at: Diagnostic.Place(file: source.name, position: nil),
      help: LocalizedText(
        th: "หากอักษรไทยผิดเพี้ยน ให้บันทึกใหม่เป็น CSV UTF-8",
        en: "if the Thai text came out wrong, save it again as CSV UTF-8"
      )
    )
  }

  private static func damaged(_ source: SourceFile, _ problem: CSVReader.Problem) -> Diagnostic {
    let message: LocalizedText
    switch problem {
    case .openQuote(let row):
      message = LocalizedText(
        th: "เครื่องหมายคำพูดที่เปิดในแถว \(row) ไม่มีตัวปิด จึงแยกช่องไม่ได้",
        en: "a quotation mark opened in row \(row) is never closed, so fields cannot be told apart"
      )
    case .notText:
      message = LocalizedText(
        th: "แฟ้มนี้ไม่ใช่ข้อความ UTF-8 หรือ TIS-620 จึงอ่านเป็น CSV ไม่ได้",
        en: "the file is no text in UTF-8 or TIS-620, so it cannot be read as CSV"
      )
    case .tooLarge:
      message = LocalizedText(
        th: "แฟ้มมีแถวหรือคอลัมน์มากกว่าที่แผ่นงานหนึ่งมีได้",
        en: "the file has more rows or columns than a sheet can have"
      )
    }
    return Diagnostic(
      .tableDamaged,
      .error,
      message,
      at: Diagnostic.Place(file: source.name, position: nil),
      help: LocalizedText(
        th: "บันทึกใหม่จากโปรแกรมตารางคำนวณเป็น CSV UTF-8 หรือ .xlsx",
        en: "save it again from the spreadsheet program, as CSV UTF-8 or .xlsx"
      )
    )
  }
}
