import ThaiText
import Catalogues
package import Diagnostics
package import DocumentArena
import DocumentReading
import SourceText
import Spreadsheets
import Submissions

/// What came of reading a file through a mapping.
package struct IntakeResult: Sendable {
  /// The submission; nil when the file cannot be used.
  package let document: Document?
  /// What is wrong or worth knowing.
  package let diagnostics: [Diagnostic]
}

/// Reads a workbook as a submission.
struct WorkbookIntake {
  let source: SourceFile
  let mapping: Mapping
  let catalogues: CatalogueSet
  let finder: TableFinder
  let limits: ReadingLimits
  let heedsBounds: Bool

  /// The forms of all labels and headings of the mapping.
  private let labels: Set<String>

  private var trouble = CellTrouble()
  private var report: IntakeReport
  private var arena: ArenaWriter
  /// Where the values of the submission itself come from, by the numbers in the shape.
  private var sources: [Source] = []
  private var tables: [FoundTable] = []

  private enum Source {
    case constant(String)
    case cell(SheetView, CellPlace)
    case tables([FoundTable])
  }

  init(
    _ source: SourceFile,
    _ finder: TableFinder,
    _ mapping: Mapping,
    catalogues: CatalogueSet,
    keys: KeyTable,
    heedsBounds: Bool,
    limits: ReadingLimits
  ) {
    self.source = source
    self.finder = finder
    self.mapping = mapping
    self.catalogues = catalogues
    self.limits = limits
    self.heedsBounds = heedsBounds
    var labels: Set<String> = []
    for case .label(let names) in mapping.singles.map(\.spot) {
      labels.formUnion(names.map(HeadingText.key))
    }
    for table in mapping.tables {
      labels.formUnion(
        (table.columns.flatMap(\.headings) + table.numberHeadings).map(HeadingText.key)
      )
    }
    self.labels = labels
    report = IntakeReport(source.name)
    arena = ArenaWriter(keys: keys)
  }

  mutating func run() -> IntakeResult {
    let shape = makeShape()
    arena.begin(.map, at: PlaceScheme.cell(sheet: 0, row: 1, column: 1))
    for child in shape.children { write(child) }
    arena.end()
    report.add(trouble)
    report.add(unread, taken, finder.sheets)
    report.add(hiddenSheets: hiddenSheets)
    let scheme = PlaceScheme.cells(sheets: finder.sheets.map(\.sheet.name))
    let document = report.isBroken ? nil : arena.document(source, scheme)
    return IntakeResult(document: document, diagnostics: report.diagnostics)
  }

  // MARK: Finding

  private mutating func makeShape() -> Shape {
    var shape = Shape()
    for constant in mapping.constants {
      add(.constant(constant.text), constant.field, to: &shape)
    }
    if !mapping.givesKind, let path = mapping.kindPath {
      add(.constant(mapping.kind.id), path, to: &shape)
    }
    var missing: [Mapping.Single] = []
    for single in mapping.singles {
      guard let (view, place) = find(single) else {
        missing.append(single)
        continue
      }
      add(.cell(view, place), single.field, to: &shape)
    }
    report.missing(missing)
    // Several tables may hold parts of one list.
    var lists: [FieldPath] = []
    var found: [FieldPath: [FoundTable]] = [:]
    for table in mapping.tables {
      let places = finder.find(table)
      tables += places
      report.missing(table, places, finder.sheets)
      if found[table.list] == nil { lists.append(table.list) }
      found[table.list, default: []] += places
    }
    for list in lists {
      guard let places = found[list], !places.isEmpty else { continue }
      add(.tables(places), list, to: &shape)
    }
    return shape
  }

  private mutating func add(_ source: Source, _ path: FieldPath, to shape: inout Shape) {
    sources.append(source)
    if !shape.insert(path.steps[...], path.type, source: sources.count - 1) {
      report.givenTwice(path)
    }
  }

  private mutating func find(_ single: Mapping.Single) -> (SheetView, CellPlace)? {
    let views = finder.sheets(single.sheets)
    switch single.spot {
    case .cell(let place): return views.first.map { ($0, place) }
    case .label(let labels):
      for key in labels.map(HeadingText.key) {
        for view in views {
          guard let label = view.label(key) else { continue }
          return (view, value(of: label, in: view))
        }
      }
      return nil
    }
  }

  /// The cell of the value of a label, which is the one beside it.
  ///
  /// What stands further on may be a hint as well as the value; so it is not read, but said.
  private mutating func value(of label: CellPlace, in view: SheetView) -> CellPlace {
    let last = view.range(at: label)?.last.column ?? label.column
    let beside = CellPlace(row: label.row, column: last + 1)
    guard !mapping.isStandard, !isFilled(beside, in: view) else { return beside }
    let further = (last + 2...last + Self.widestGap).map {
      CellPlace(row: label.row, column: $0)
    }
    let next = further.first { isFilled($0, in: view) }
    let below = CellPlace(row: label.row + 1, column: label.column)
    if let next, !isLabel(next, in: view) {
      report.noValue(label, next, view)
    } else if isFilled(below, in: view), !isLabel(below, in: view) {
      report.noValue(label, below, view)
    }
    return beside
  }

  /// How many columns to the right of its label a value is looked for, to be said.
  private static let widestGap = 12

  private func isFilled(_ place: CellPlace, in view: SheetView) -> Bool {
    view.sheet[view.range(at: place)?.first ?? place].map { !$0.isBlank } ?? false
  }

  /// Whether a cell is a label or a heading itself.
  private func isLabel(_ place: CellPlace, in view: SheetView) -> Bool {
    labels.contains(view.heading(place))
  }

  // MARK: Writing

  private mutating func write(_ shape: Shape) {
    let key = arena.key(shape.key)
    switch shape.content {
    case .leaf(_, let number):
      write(sources[number], shape, key)
    case .record:
      arena.begin(.map, key: key, at: firstPlace(shape))
      for child in shape.children { write(child) }
      arena.end()
    case .each, .elements:
      arena.begin(.list, key: key, at: firstPlace(shape))
      for child in shape.children { write(child) }
      arena.end()
    }
  }

  private func firstPlace(_ shape: Shape) -> SourcePosition? {
    for number in shape.allSources {
      if case .cell(let view, let place) = sources[number] {
        return view.position(place)
      }
      if case .tables(let tables) = sources[number], let table = tables.first {
        return place(of: table)
      }
    }
    return nil
  }

  /// The first cell under the headings of a table.
  private func place(of table: FoundTable) -> SourcePosition {
    let column = table.columns.lazy.compactMap(\.self).first ?? 1
    return PlaceScheme.cell(sheet: table.sheet, row: table.firstRow, column: column)
  }

  private mutating func write(_ source: Source, _ shape: Shape, _ key: KeyID) {
    guard case .leaf(let type, _) = shape.content else { return }
    switch source {
    case .constant(let text):
      let names = CodeNames(type, in: mapping.kind, catalogues)
      let value = CellValue(constant: text, as: type, names)
      arena.scalar(value.kind, value.text, key: key, at: nil)
    case .cell(let view, let place):
      let names = CodeNames(type, in: mapping.kind, catalogues)
      let content = view.sheet[view.range(at: place)?.first ?? place]
      if let content { trouble.note(content, place, view) }
      let position = view.position(place)
      if key == .none, case .text(let text) = content {
        // A list in one cell.
        for entry in ListText.entries(text, ["\n"]) {
          let value = CellValue(text: entry, as: type, names)
          arena.scalar(value.kind, value.text, at: position)
        }
      } else {
        let value = content.map { CellValue($0, as: type, names) } ?? .null
        arena.scalar(value.kind, value.text, key: key, at: position)
      }
    case .tables(let tables):
      if case .map = type { writeEntries(tables, key) } else { writeElements(tables, key) }
    }
  }

  private mutating func writeElements(_ tables: [FoundTable], _ key: KeyID) {
    let start = arena.count
    arena.begin(.list, key: key, at: tables.first.map(place(of:)))
    var left = tables.first.map(mostElements) ?? 0
    for table in tables { writeElements(of: table, &left) }
    arena.end()
    if arena.count == start + 1 { arena.makeLastNull() }
  }

  /// How many elements of a list are read: one more than its kind allows says that there are too many, and
  /// nothing in such a list is looked at.
  private func mostElements(_ table: FoundTable) -> Int {
    guard heedsBounds, table.mapping.list.steps.count == 1,
      case .field(let name)? = table.mapping.list.steps.first,
      let field = mapping.kind.field(name)
    else { return .max }
    return field.maxCount + 1
  }

  private mutating func writeElements(of table: FoundTable, _ left: inout Int) {
    let view = finder.sheets[table.sheet]
    let shape = Shape(of: table.mapping)
    let writer = ElementWriter(
      view: view,
      table: table,
      names: names(of: table),
      shape: shape
    )
    var rows = TableRows(view, table, shape)
    var arena = arena
    self.arena = ArenaWriter(keys: KeyTable())
    var trouble = trouble
    let limit = limits.nodes
    let (nodes, overflow) = left.multipliedReportingOverflow(by: shape.nodeCount + 1)
    arena.reserve(min(limit, rows.mostNodes, overflow ? .max : nodes))
    var stillLeft = left
    if stillLeft > 0 {
      rows.forEach { element in
        writer.write(element, into: &arena, &trouble)
        stillLeft -= 1
        return arena.count < limit && stillLeft > 0
      }
    }
    left = stillLeft
    if arena.count >= limit { report.tooLarge() }
    self.arena = arena
    self.trouble = trouble
    note(rows, view, table)
  }

  /// A mapping with free keys: two columns, the key and the value.
  private mutating func writeEntries(_ tables: [FoundTable], _ key: KeyID) {
    arena.begin(.map, key: key, at: tables.first.map(place(of:)))
    var known: Set<String> = []
    for table in tables where table.columns.count == 2 {
      let view = finder.sheets[table.sheet]
      var rows = TableRows(view, table, Shape(of: table.mapping))
      var elements: [[TableRow]] = []
      rows.forEach { element in
        elements.append(element)
        return elements.count < 100_000
      }
      for row in elements.joined() {
        guard let keyCell = row.cell(0), let column = table.columns[1] else { continue }
        let name = CellValue(view.sheet.content(keyCell), as: .text, nil)
        guard !name.isBlank, known.insert(name.text).inserted else { continue }
        let content = row.cell(1).map { view.sheet.content($0) }
        let place = CellPlace(row: row.number, column: column)
        if let content { trouble.note(content, place, view) }
        let value = content.map { CellValue($0, as: table.mapping.columns[1].field.type, nil) }
        let position = view.position(CellPlace(row: row.number, column: column))
        arena.scalar(
          value?.kind ?? .null,
          value?.text ?? "",
          key: arena.key(name.text),
          at: position
        )
      }
      note(rows, view, table)
    }
    arena.end()
  }

  private func names(of table: FoundTable) -> [CodeNames?] {
    table.mapping.columns.map { CodeNames($0.field.type, in: mapping.kind, catalogues) }
  }

  // MARK: What was not read

  private var unread: [UnreadColumns] = []

  private mutating func note(_ rows: TableRows, _ view: SheetView, _ table: FoundTable) {
    unread.append(
      UnreadColumns(sheet: view.number, table: table, columns: rows.unread)
    )
    report.add(hiddenRows: rows.hiddenRows, view)
    report.add(passedOver: rows.passedOver, view)
  }

  /// The names of hidden sheets from which something was read.
  private var hiddenSheets: [String] {
    var numbers = Set(tables.map(\.sheet))
    for case .cell(let view, _) in sources { numbers.insert(view.number) }
    return numbers.sorted().map { finder.sheets[$0].sheet }.filter(\.isHidden).map(\.name)
  }

  /// Columns that another table of the same rows takes are read after all.
  private var taken: [Int: Set<Int>] {
    var taken: [Int: Set<Int>] = [:]
    for table in tables {
      taken[table.sheet, default: []].formUnion(table.columns.compactMap(\.self))
      if let number = table.numberColumn { taken[table.sheet, default: []].insert(number) }
    }
    return taken
  }
}

/// Columns with content that a table does not take.
struct UnreadColumns {
  let sheet: Int
  let table: FoundTable
  let columns: Set<Int>
}
