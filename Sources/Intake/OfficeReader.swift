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
  private let kinds: KindSet
  private let catalogues: CatalogueSet
  /// The files of mappings.
  private let files: [String]
  /// The mapping asked for: a name, the code of a kind, or a file.
  private let wanted: String?
  private let limits: ReadingLimits
  private var loaded: Loaded<[Mapping]>?
  /// The mapping that was asked for, once found.
  private var chosen: Mapping?

  /// Makes a reader.
  package init(
    kinds: KindSet,
    catalogues: CatalogueSet,
    files: [String],
    wanted: String?,
    limits: ReadingLimits = .standard
  ) {
    self.kinds = kinds
    self.catalogues = catalogues
    self.files = files
    self.wanted = wanted
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
      let views = workbook.sheets.enumerated().map { SheetView($1, number: $0) }
      let finder = TableFinder(sheets: views, heedsNames: heedsNames)
      guard let choice = try choose(finder, source, isNamed) else { return nil }
      var intake = WorkbookIntake(
        source,
        finder,
        choice.mapping,
        catalogues: catalogues,
        keys: keys,
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

// MARK: - Choosing a mapping

extension OfficeReader {
  private struct Choice {
    let mapping: Mapping
    var notes: [Diagnostic] = []
  }

  private mutating func choose(
    _ finder: TableFinder,
    _ source: SourceFile,
    _ isNamed: Bool
  ) throws(DiagnosticError) -> Choice? {
    if let asked = try asked() { return Choice(mapping: asked) }
    if let kind = marker(finder) { return Choice(mapping: StandardLayout(kind).mapping) }
    let own = try mappings().filter { !$0.tables.isEmpty || !$0.singles.isEmpty }
    let all = own + kinds.kinds.map { StandardLayout($0).mapping }
    let scores = all.map { MappingScore.score($0, finder, catalogues) }
    return try best(all, scores, source, isNamed)
  }

  private mutating func choose(
    _ words: WordOutline,
    _ source: SourceFile,
    _ isNamed: Bool
  ) throws(DiagnosticError) -> Choice? {
    if let asked = try asked() { return Choice(mapping: asked) }
    let all = try mappings().filter { !$0.sections.isEmpty }
    return try best(all, all.map { words.score($0) }, source, isNamed)
  }

  /// The kind that a workbook of `krong template` is of.
  private func marker(_ finder: TableFinder) -> SubmissionKind? {
    let sheet = finder.sheets.first {
      $0.sheet.name.utf8.elementsEqual(StandardLayout.markerSheet.utf8)
    }
    guard let sheet, sheet.text(CellPlace(row: 1, column: 1)) == StandardLayout.marker else {
      return nil
    }
    return kinds[sheet.text(CellPlace(row: 1, column: 2))]
  }

  /// The one with the most headings; a file that was only met in a folder is passed over silently.
  private func best(
    _ mappings: [Mapping],
    _ scores: [Int],
    _ source: SourceFile,
    _ isNamed: Bool
  ) throws(DiagnosticError) -> Choice? {
    let most = scores.max() ?? 0
    let found = zip(mappings, scores).filter { $0.1 == most }.map(\.0)
    guard most >= MappingScore.least, let first = found.first else {
      guard isNamed else { return nil }
      throw DiagnosticError([choiceProblem(source, .noMappingFits, [])])
    }
    guard found.count == 1 || !first.isStandard && found.dropFirst().allSatisfy(\.isStandard) else {
      guard isNamed else { return nil }
      throw DiagnosticError([choiceProblem(source, .severalMappingsFit, found.map(\.id))])
    }
    let title = first.title
    let note = Diagnostic(
      .mappingChosen,
      .warning,
      LocalizedText(
        th: "อ่านตามการจับคู่ “\(title.th)” (\(first.id)) ซึ่งหัวข้อตรงกันมากที่สุด",
        en: "read by the mapping “\(title.en)” (\(first.id)), whose headings fit best"
      ),
      at: Diagnostic.Place(file: source.name, position: nil),
      help: LocalizedText(
        th: "หากไม่ใช่ ให้ระบุด้วย --mapping",
        en: "if that is not the one, name another with --mapping"
      )
    )
    return Choice(mapping: first, notes: [note])
  }

  private func choiceProblem(
    _ source: SourceFile,
    _ code: DiagnosticCode,
    _ names: [String]
  ) -> Diagnostic {
    let list = names.joined(separator: ", ")
    return Diagnostic(
      code,
      .error,
      names.isEmpty
        ? LocalizedText(
          th: "หัวข้อในแฟ้มไม่ตรงกับการจับคู่ใด จึงไม่รู้ว่าช่องใดคืออะไร",
          en: "the headings of the file fit no mapping, so it is not known what its cells mean"
        )
        : LocalizedText(
          th: "หัวข้อในแฟ้มตรงกับการจับคู่หลายแบบ: \(list)",
          en: "the headings of the file fit several mappings: \(list)"
        ),
      at: Diagnostic.Place(file: source.name, position: nil),
      help: LocalizedText(
        th: "ระบุด้วย --mapping หรือใช้แบบกรอกจาก krong template",
        en: "name one with --mapping, or use a workbook of krong template"
      )
    )
  }

  // MARK: Reading mappings

  private mutating func asked() throws(DiagnosticError) -> Mapping? {
    guard let wanted else { return nil }
    if let chosen { return chosen }
    let mapping: Mapping
    if wanted.hasSuffix(".yaml") || wanted.hasSuffix(".yml") {
      mapping = try load(wanted)
    } else if let own = try mappings().first(where: { $0.id.utf8.elementsEqual(wanted.utf8) }) {
      mapping = own
    } else if let kind = kinds[wanted] {
      mapping = StandardLayout(kind).mapping
    } else {
      let names = try mappings().map(\.id) + kinds.kinds.map(\.id)
      throw DiagnosticError([
        Diagnostic(
          .unknownMapping,
          .error,
          LocalizedText(
            th: "ไม่มีการจับคู่ “\(wanted)”",
            en: "there is no mapping “\(wanted)”"
          ),
          at: Diagnostic.Place(file: "--mapping", position: nil),
          help: DecodingWords.suggestion(for: wanted, among: names)
        )
      ])
    }
    chosen = mapping
    return mapping
  }

  private mutating func mappings() throws(DiagnosticError) -> [Mapping] {
    if let loaded { return try loaded.get() }
    var mappings: [Mapping] = []
    var diagnostics: [Diagnostic] = []
    for file in files {
      do throws(DiagnosticError) {
        mappings.append(try load(file))
      } catch {
        diagnostics += error.diagnostics
      }
    }
    let loaded = Loaded(mappings, diagnostics)
    self.loaded = loaded
    return try loaded.get()
  }

  private func load(_ file: String) throws(DiagnosticError) -> Mapping {
    let document = try DocumentReader.readOne(try FileReader.read(file))
    return try MappingLoader.load(document, kinds: kinds).get()
  }
}
