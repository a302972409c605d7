import ThaiText
import Catalogues
import DocumentArena
import SourceText
import Spreadsheets
import Submissions

/// Reads a Word document as a submission.
struct WordIntake {
  private let source: SourceFile
  private let outline: WordOutline
  private let mapping: Mapping
  private let catalogues: CatalogueSet
  private var arena: ArenaWriter
  private var report: IntakeReport
  private var trouble = CellTrouble()
  private var sources: [Source] = []

  private enum Source {
    case constant(String)
    case part(WordOutline.Part, Mapping.Section)
  }

  init(
    _ source: SourceFile,
    _ outline: WordOutline,
    _ mapping: Mapping,
    catalogues: CatalogueSet,
    keys: KeyTable
  ) {
    self.source = source
    self.outline = outline
    self.mapping = mapping
    self.catalogues = catalogues
    arena = ArenaWriter(keys: keys)
    report = IntakeReport(source.name)
  }

  mutating func run() -> IntakeResult {
    let parts = outline.parts(HeadingSet(mapping))
    var shape = Shape()
    for constant in mapping.constants {
      add(.constant(constant.text), constant.field, &shape)
    }
    if !mapping.givesKind, let path = mapping.kindPath {
      add(.constant(mapping.kind.id), path, &shape)
    }
    var told: Set<String> = []
    var missing: [Mapping.Section] = []
    for section in mapping.sections {
      let part = section.headings.lazy.compactMap { parts.found[HeadingText.key($0)] }.first
      if let part {
        add(.part(part, section), section.field, &shape)
      } else if let heading = section.headings.first, told.insert(heading).inserted {
        missing.append(section)
      }
    }
    report.missing(missing)
    for other in parts.others { report.notRead(other.text, paragraph: other.paragraph) }
    arena.begin(.map, at: PlaceScheme.block(0))
    for child in shape.children { write(child) }
    arena.end()
    return IntakeResult(
      document: arena.document(source, outline.scheme),
      diagnostics: report.diagnostics
    )
  }

  private mutating func add(_ source: Source, _ path: FieldPath, _ shape: inout Shape) {
    sources.append(source)
    if !shape.insert(path.steps[...], path.type, source: sources.count - 1) {
      report.givenTwice(path)
    }
  }

  private func place(of shape: Shape) -> SourcePosition? {
    for number in shape.allSources {
      if case .part(let part, _) = sources[number] { return part.texts.first?.place ?? part.place }
    }
    return nil
  }

  private mutating func write(_ shape: Shape) {
    let key = arena.key(shape.key)
    switch shape.content {
    case .leaf(let type, let number): write(sources[number], type, key)
    case .record:
      arena.begin(.map, key: key, at: place(of: shape))
      for child in shape.children { write(child) }
      arena.end()
    case .each, .elements:
      let start = arena.count
      arena.begin(.list, key: key, at: place(of: shape))
      for child in shape.children { write(child) }
      arena.end()
      if arena.count == start + 1 { arena.makeLastNull() }
    }
  }

  private mutating func write(_ source: Source, _ type: FieldType, _ key: KeyID) {
    let names = CodeNames(type, in: mapping.kind, catalogues)
    switch source {
    case .constant(let text):
      let value = CellValue(constant: text, as: type, names)
      arena.scalar(value.kind, value.text, key: key, at: nil)
    case .part(let part, let section):
      if let columns = section.columns {
        writeElements(part, section, columns, key)
      } else if key == .none {
        for (text, place) in part.texts {
          for entry in ListText.entries(text, ["\n"]) {
            let value = CellValue(text: entry, as: type, names)
            arena.scalar(value.kind, value.text, at: place)
          }
        }
      } else {
        writeText(part, section, type, names, key)
      }
    }
  }

  private mutating func writeText(
    _ part: WordOutline.Part,
    _ section: Mapping.Section,
    _ type: FieldType,
    _ names: CodeNames?,
    _ key: KeyID
  ) {
    let place = part.texts.first?.place ?? part.place
    var text = part.texts.map(\.text).joined(separator: "\n")
    if let side = section.side { text = SpanText.side(side, of: text) }
    text = ListText.trimmed(text)
    guard !text.isEmpty else { return arena.scalar(.null, key: key, at: place) }
    let value = CellValue(text: text, as: type, names)
    arena.scalar(value.kind, value.text, key: key, at: place)
  }

  private mutating func writeElements(
    _ part: WordOutline.Part,
    _ section: Mapping.Section,
    _ columns: [Mapping.Column],
    _ key: KeyID
  ) {
    let table = Mapping.Table(
      list: section.field,
      sheets: [],
      header: [],
      headerRows: 1,
      end: .lastRow,
      columns: columns,
      numberHeadings: ["ที่", StandardLayout.numberHeading, "ลำดับ"]
    )
    let start = arena.count
    arena.begin(.list, key: key, at: part.place)
    let names = columns.map { CodeNames($0.field.type, in: mapping.kind, catalogues) }
    for view in part.tables {
      guard let found = TableFinder(sheets: [view], heedsNames: false).find(table).first else {
        report.tableNotRead(section)
        continue
      }
      let local = FoundTable(found, sheet: view.number)
      let shape = Shape(of: table)
      let writer = ElementWriter(view: view, table: local, names: names, shape: shape)
      var rows = TableRows(view, local, shape)
      var elements: [[TableRow]] = []
      rows.forEach { element in
        elements.append(element)
        return true
      }
      for element in elements { writer.write(element, into: &arena, &trouble) }
    }
    arena.end()
    if arena.count == start + 1 { arena.makeLastNull() }
  }
}

/// Texts of two ends: “1 ตุลาคม 2568 – 30 กันยายน 2569”, “จาก … ถึง …”.
enum SpanText {
  /// One side of a text that a dash or the word for “until” parts; the first side of others is all of it.
  static func side(_ side: Int, of text: String) -> String {
    let scalars = Array(text.unicodeScalars)
    for parting in ["ถึง", " – ", " - ", "–", "—"] {
      let part = Array(parting.unicodeScalars)
      guard scalars.count >= part.count else { continue }
      for start in 0...scalars.count - part.count
      where scalars[start..<start + part.count].elementsEqual(part) {
        let half = side == 1 ? scalars[..<start] : scalars[(start + part.count)...]
        return ListText.trimmed(String(String.UnicodeScalarView(half)))
      }
    }
    return side == 1 ? text : ""
  }
}
