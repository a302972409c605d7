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
    case part(WordPart, Mapping.Section)
    /// An element of a list of records that is a line, and no row of a table.
    case entry(String, SourcePosition)
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
    let headings = HeadingSet(mapping)
    let parts = outline.parts(headings)
    var shape = Shape()
    for constant in mapping.constants {
      add(.constant(constant.text), constant.field, &shape)
    }
    if !mapping.givesKind, let path = mapping.kindPath {
      add(.constant(mapping.kind.id), path, &shape)
    }
    var told: Set<String> = []
    var missing: [Mapping.Section] = []
    var taken: [Int: Bool] = [:]
    for section in mapping.sections {
      if let number = parts.part(of: section) {
        taken[number] = taken[number] ?? false || section.columns != nil
        add(.part(parts.all[number], section), section.field, &shape)
      } else if let heading = section.headings.first, told.insert(heading).inserted {
        missing.append(section)
      }
    }
    report.missing(missing)
    for other in parts.others { report.notRead(other.text, paragraph: other.paragraph) }
    reportUnread(parts, taken, headings)
    arena.begin(.map, at: PlaceScheme.block(0))
    for child in shape.children { write(child) }
    arena.end()
    return IntakeResult(
      document: arena.document(source, outline.scheme),
      diagnostics: report.diagnostics
    )
  }

  /// Says what under known headings was not read; of each part that was, we know whether its tables were.
  private mutating func reportUnread(
    _ parts: WordParts,
    _ taken: [Int: Bool],
    _ headings: HeadingSet
  ) {
    for (number, hasTables) in taken.sorted(by: { $0.key < $1.key }) where !hasTables {
      guard let table = parts.all[number].tables.first else { continue }
      let place = PlaceScheme.block(table.number)
      report.tableNotRead(under: parts.all[number].heading, at: outline.scheme.spot(place))
    }
    let unread = parts.unread(Set(taken.keys), headings)
    if let first = unread.first {
      report.givenAgain(unread.map(\.heading), at: outline.scheme.spot(first.place))
    }
    if let second = parts.secondForm {
      report.secondForm(second.heading, at: outline.scheme.spot(second.place))
    }
  }

  private mutating func add(_ source: Source, _ path: FieldPath, _ shape: inout Shape) {
    sources.append(source)
    if !shape.insert(path.steps[...], path.type, source: sources.count - 1) {
      report.givenTwice(path)
    }
  }

  private func place(of shape: Shape) -> SourcePosition? {
    for number in shape.allSources {
      switch sources[number] {
      case .part(let part, _): return part.lines.first?.place ?? part.place
      case .entry(_, let place): return place
      case .constant: break
      }
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
        for line in part.values {
          for entry in ListText.entries(line.text, ["\n"]) {
            let value = CellValue(text: entry, as: type, names)
            arena.scalar(value.kind, value.text, at: line.place)
          }
        }
      } else {
        writeText(part, section, type, names, key)
      }
    case .entry(let text, let place):
      let value = CellValue(text: text, as: type, names)
      arena.scalar(value.kind, value.text, key: key, at: place)
    }
  }

  private mutating func writeText(
    _ part: WordPart,
    _ section: Mapping.Section,
    _ type: FieldType,
    _ names: CodeNames?,
    _ key: KeyID
  ) {
    let place = part.lines.first?.place ?? part.place
    let lines = type == .text ? part.lines : part.values
    var text = lines.map(\.text).joined(separator: "\n")
    if let side = section.side { text = SpanText.side(side, of: text) }
    text = ListText.trimmed(text)
    switch type {
    case .date: text = DayText.read(text)
    case .money: text = AmountText.read(text)
    default: break
    }
    guard !text.isEmpty else { return arena.scalar(.null, key: key, at: place) }
    let value = CellValue(text: text, as: type, names)
    arena.scalar(value.kind, value.text, key: key, at: place)
  }

  private mutating func writeElements(
    _ part: WordPart,
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
    var hasRows = false
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
      hasRows = hasRows || !elements.isEmpty
    }
    writeEntries(part, section, columns, hasRows: hasRows)
    arena.end()
    if arena.count == start + 1 { arena.makeLastNull() }
  }

  /// Writes the lines under the heading of a table as elements: each is the field that says what an element
  /// is.
  private mutating func writeEntries(
    _ part: WordPart,
    _ section: Mapping.Section,
    _ columns: [Mapping.Column],
    hasRows: Bool
  ) {
    let lines = part.values.filter { !WordLine.isLead($0.text) }
    guard let first = lines.first else { return }
    let spot = outline.scheme.spot(first.place)
    guard !hasRows, let name = nameColumn(section, columns) else {
      return report.textNotRead(under: part.heading, at: spot)
    }
    var count = 0
    for line in lines {
      for text in WordLine.entries(line.text, after: count) {
        count += 1
        var shape = Shape()
        let isRecord = isRecord(section)
        add(.entry(text, line.place), isRecord ? name.field : name.field.asElement, &shape)
        for column in columns where isRecord {
          if let constant = column.constant { add(.constant(constant), column.field, &shape) }
        }
        write(shape)
      }
    }
    let rest = columns.filter { $0.isExpected && $0.field.steps != name.field.steps }
    report.linesAsElements(name, lacking: rest, under: part.heading, at: spot)
  }

  private func isRecord(_ section: Mapping.Section) -> Bool {
    if case .list(.record) = section.field.type { true } else { false }
  }

  /// The column that says what an element is: of records that of the first text that every one must have, of
  /// single values the only one.
  private func nameColumn(
    _ section: Mapping.Section,
    _ columns: [Mapping.Column]
  ) -> Mapping.Column? {
    switch section.field.type {
    case .list(.record(let id)):
      let field = mapping.kind.records[id]?.fields
        .first { $0.type == .text && $0.requirement == .always }
      guard let field else { return nil }
      return columns.first { $0.constant == nil && $0.field.steps == [.field(field.name)] }
    case .list: return columns.first { $0.constant == nil }
    default: return nil
    }
  }
}
