import Catalogues
import Diagnostics
import DocumentReading
import SourceText
import Spreadsheets
import Submissions

/// Choosing a mapping.
extension OfficeReader {
  struct Choice {
    let mapping: Mapping
    var notes: [Diagnostic] = []
  }

  mutating func choose(
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

  mutating func choose(
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
    for file in files() {
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
