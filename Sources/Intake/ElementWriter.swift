import ThaiText
import DocumentArena
import SourceText
import Spreadsheets
import Submissions

/// Writes the elements of one table into the arena.
struct ElementWriter {
  let view: SheetView
  let table: FoundTable
  /// The names of the codes of each column.
  let names: [CodeNames?]
  let shape: Shape

  /// Adds one element, made of some rows.
  func write(
    _ rows: [TableRow],
    into arena: inout ArenaWriter,
    _ trouble: inout CellTrouble
  ) {
    write(shape, rows[...], &arena, &trouble)
  }

  private func write(
    _ shape: Shape,
    _ rows: ArraySlice<TableRow>,
    _ arena: inout ArenaWriter,
    _ trouble: inout CellTrouble
  ) {
    guard let row = rows.first else { return }
    let key = arena.key(shape.key)
    switch shape.content {
    case .leaf(let type, let source) where shape.key.isEmpty:
      writeEntries(source, type, row, &arena, &trouble)
    case .leaf(let type, let source):
      // A further row of a merged element may hold what the first leaves blank.
      let filled = rows.first { $0.cell(source).map { !view.sheet.content($0).isBlank } ?? false }
      write(source, type, filled ?? row, key, &arena, &trouble)
    case .record:
      arena.begin(.map, key: key, at: place(of: shape, row))
      for child in shape.children where isFound(child) { write(child, rows, &arena, &trouble) }
      arena.end()
    case .each:
      guard let element = shape.children.first else { return }
      writeList(shape, element, rows, key, &arena, &trouble)
    case .elements:
      let filled = shape.children.filter { child in rows.contains { hasValue($0, child) } }
      guard !filled.isEmpty else {
        arena.scalar(.null, key: key, at: place(of: shape, row))
        return
      }
      arena.begin(.list, key: key, at: place(of: shape, row))
      for child in filled { write(child, rows, &arena, &trouble) }
      arena.end()
    }
  }

  private func writeList(
    _ shape: Shape,
    _ element: Shape,
    _ rows: ArraySlice<TableRow>,
    _ key: KeyID,
    _ arena: inout ArenaWriter,
    _ trouble: inout CellTrouble
  ) {
    let groups = groups(of: element, rows)
    guard let first = groups.first?.first ?? rows.first else { return }
    let place = place(of: shape, first)
    guard !groups.isEmpty else { return arena.scalar(.null, key: key, at: place) }
    arena.begin(.list, key: key, at: place)
    for group in groups {
      if case .leaf(let type, let source) = element.content, let row = group.first {
        writeEntries(source, type, row, &arena, &trouble)
      } else {
        write(element, group, &arena, &trouble)
      }
    }
    arena.end()
  }

  /// The rows of each element of an inner list: where one of its own columns is filled, one begins.
  private func groups(of element: Shape, _ rows: ArraySlice<TableRow>) -> [ArraySlice<TableRow>] {
    var groups: [ArraySlice<TableRow>] = []
    var start: Int?
    let own = element.ownSources
    for index in rows.indices {
      if own.contains(where: { isFilled(rows[index], $0) }) {
        if let start { groups.append(rows[start..<index]) }
        start = index
      } else if start == nil, hasValue(rows[index], element) {
        start = index
      }
    }
    if let start { groups.append(rows[start...]) }
    return groups
  }

  /// Whether a column has a cell of its own that says something.
  private func isFilled(_ row: TableRow, _ source: Int) -> Bool {
    row.cells[source] >= 0 && !view.sheet.content(row.cells[source]).isBlank
  }

  private func hasValue(_ row: TableRow, _ shape: Shape) -> Bool {
    switch shape.content {
    case .leaf(_, let source):
      row.cell(source).map { !view.sheet.content($0).isBlank } ?? false
    default: shape.children.contains { hasValue(row, $0) }
    }
  }

  /// Whether one of the columns was found; constants alone make no value.
  private func isFound(_ shape: Shape) -> Bool {
    switch shape.content {
    case .leaf(_, let source):
      table.columns[source] != nil || table.mapping.columns[source].constant != nil
    default: shape.children.contains(where: isFound)
    }
  }

  // MARK: Values

  /// The place of the first column of a value that was found.
  private func place(of shape: Shape, _ row: TableRow) -> SourcePosition? {
    guard let column = firstColumn(of: shape) else { return nil }
    return view.position(CellPlace(row: row.number, column: column))
  }

  private func firstColumn(of shape: Shape) -> Int? {
    if case .leaf(_, let source) = shape.content { return table.columns[source] }
    for child in shape.children {
      if let column = firstColumn(of: child) { return column }
    }
    return nil
  }

  private func write(
    _ source: Int,
    _ type: FieldType,
    _ row: TableRow,
    _ key: KeyID,
    _ arena: inout ArenaWriter,
    _ trouble: inout CellTrouble
  ) {
    if let constant = table.mapping.columns[source].constant {
      let value = CellValue(constant: constant, as: type, names[source])
      return arena.scalar(value.kind, value.text, key: key, at: nil)
    }
    guard let column = table.columns[source] else { return }
    var place = CellPlace(row: row.number, column: column)
    var value = CellValue.null
    if let cell = row.cell(source) {
      place = view.sheet.place(cell)
      let content = view.sheet.content(cell)
      trouble.note(content, place, view)
      value = CellValue(content, as: type, names[source])
    }
    let position = view.position(place)
    arena.scalar(value.kind, value.text, key: key, at: position)
  }

  /// The entries of a cell: one, or those between the separators.
  private func writeEntries(
    _ source: Int,
    _ type: FieldType,
    _ row: TableRow,
    _ arena: inout ArenaWriter,
    _ trouble: inout CellTrouble
  ) {
    let separators = table.mapping.columns[source].separators
    guard !separators.isEmpty, let cell = row.cell(source),
      case .text(let text) = view.sheet.content(cell)
    else { return write(source, type, row, .none, &arena, &trouble) }
    let place = view.sheet.place(cell)
    let position = view.position(place)
    for entry in ListText.entries(text, separators) {
      let value = CellValue(text: entry, as: type, names[source])
      arena.scalar(value.kind, value.text, at: position)
    }
  }
}

/// Lists in one text.
enum ListText {
  /// The entries between separators, without blanks around them and numbers in front of them.
  static func entries(_ text: String, _ separators: [String]) -> [String] {
    var entries = [Array(text.unicodeScalars)[...]]
    for separator in separators {
      entries = entries.flatMap { split($0, Array(separator.unicodeScalars)) }
    }
    return entries.compactMap { entry in
      let text = HeadingText.withoutNumber(String(String.UnicodeScalarView(entry)))
      let trimmed = trimmed(text)
      return CellContent.text(trimmed).isBlank ? nil : trimmed
    }
  }

  /// A text without white space at its ends.
  static func trimmed(_ text: String) -> String {
    var scalars = Substring(text).unicodeScalars
    while let first = scalars.first, first.properties.isWhitespace { scalars.removeFirst() }
    while let last = scalars.last, last.properties.isWhitespace { scalars.removeLast() }
    return String(scalars)
  }

  private static func split(
    _ text: ArraySlice<Unicode.Scalar>,
    _ separator: [Unicode.Scalar]
  ) -> [ArraySlice<Unicode.Scalar>] {
    guard !separator.isEmpty else { return [text] }
    var parts: [ArraySlice<Unicode.Scalar>] = []
    var start = text.startIndex
    var index = start
    while index + separator.count <= text.endIndex {
      if text[index..<index + separator.count].elementsEqual(separator) {
        parts.append(text[start..<index])
        index += separator.count
        start = index
      } else {
        index += 1
      }
    }
    return parts + [text[start...]]
  }
}

/// Cells whose values cannot be known, as they are met.
struct CellTrouble {
  private(set) var uncomputed: [String] = []
  private(set) var failed: [String] = []
  private(set) var uncomputedCount = 0
  private(set) var failedCount = 0

  private static let named = 10

  mutating func note(_ content: CellContent, _ place: CellPlace, _ view: SheetView) {
    switch content {
    case .uncomputed:
      uncomputedCount += 1
      if uncomputed.count < Self.named { uncomputed.append("\(view.sheet.name)!\(place.name)") }
    case .failure:
      failedCount += 1
      if failed.count < Self.named { failed.append("\(view.sheet.name)!\(place.name)") }
    default: break
    }
  }
}
