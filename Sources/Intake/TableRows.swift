import ThaiText
import Spreadsheets

/// One row of a table: the number of the cell for each column of the mapping.
struct TableRow {
  let number: Int
  /// The number of a cell; -1 for none; below that, -2 - n for the cell n of a merged range that
  /// covers this place.
  var cells: [Int]

  /// The cell that holds the value of a column, a merged one included.
  func cell(_ column: Int) -> Int? {
    let number = cells[column]
    if number >= 0 { return number }
    return number < -1 ? -2 - number : nil
  }
}

/// Goes through the rows of a table and puts together those that make one element.
struct TableRows {
  let view: SheetView
  let table: FoundTable
  let shape: Shape
  private let own: [Int]
  /// The column of the mapping for each column of the sheet.
  private var slots: [Int: Int] = [:]
  /// Columns of the sheet that hold something, but no field takes.
  private(set) var unread: Set<Int> = []
  private(set) var hiddenRows: [Int] = []

  init(_ view: SheetView, _ table: FoundTable, _ shape: Shape) {
    self.view = view
    self.table = table
    self.shape = shape
    own = shape.ownSources.filter { table.columns[$0] != nil }
    for (slot, column) in table.columns.enumerated() {
      if let column { slots[column] = slot }
    }
  }

  /// The most nodes that the rows can become: one for each column, and those that hold them together.
  var mostNodes: Int {
    let rows = max(0, view.sheet.lastRow - table.firstRow + 1)
    return min(rows, view.sheet.count) * (shape.nodeCount + 1)
  }

  /// Calls `take` with the rows of each element; ends when it says so.
  mutating func forEach(_ take: ([TableRow]) -> Bool) {
    var element: [TableRow] = []
    var previous = table.headerRow
    var cell = view.sheet.cells(inRow: table.firstRow).lowerBound
    while cell < view.sheet.count {
      let number = view.sheet.place(cell).row
      let cells = view.sheet.cells(inRow: number)
      cell = cells.upperBound
      let row = read(cells, number)
      if isEnd(cells, row, number, after: previous) { break }
      guard row.hasContent else { continue }
      previous = number
      if view.sheet.hiddenRows.contains(number) { hiddenRows.append(number) }
      if row.begins, !element.isEmpty {
        if hasValue(element), !take(element) { return }
        element = []
      }
      element.append(row.row)
    }
    if hasValue(element) { _ = take(element) }
  }

  private struct ReadRow {
    var row: TableRow
    var begins = false
    var hasContent = false
  }

  private mutating func read(_ cells: Range<Int>, _ number: Int) -> ReadRow {
    let empty = [Int](repeating: -1, count: table.columns.count)
    var read = ReadRow(row: TableRow(number: number, cells: empty))
    for cell in cells {
      let column = view.sheet.place(cell).column
      if let slot = slots[column] {
        read.row.cells[slot] = cell
        guard !view.sheet.content(cell).isBlank else { continue }
        read.hasContent = true
        if own.contains(slot) { read.begins = true }
      } else if column == table.numberColumn {
        guard !view.sheet.content(cell).isBlank else { continue }
        read.hasContent = true
        read.begins = true
      } else if !unread.contains(column), !view.sheet.content(cell).isBlank {
        unread.insert(column)
      }
    }
    if !view.sheet.merged.isEmpty { addCovered(&read.row) }
    return read
  }

  /// A merged cell holds its value only at its upper left corner, but means all of its rows.
  private func addCovered(_ row: inout TableRow) {
    for (slot, column) in table.columns.enumerated() where row.cells[slot] == -1 {
      guard let column,
        let range = view.range(at: CellPlace(row: row.number, column: column)),
        range.first.row >= table.firstRow, range.first.column == column
      else { continue }
      let corner = view.sheet.cells(inRow: range.first.row)
        .first { view.sheet.place($0) == range.first }
      if let corner { row.cells[slot] = -2 - corner }
    }
  }

  private func isEnd(_ cells: Range<Int>, _ row: ReadRow, _ number: Int, after: Int) -> Bool {
    switch table.mapping.end {
    case .lastRow: return false
    case .blankRow: return row.hasContent && number > after + 1 && after >= table.firstRow
    case .text(let starts):
      let first = cells.lazy.map { view.sheet.content($0) }.first { !$0.isBlank }
      guard case .text(let text) = first else { return false }
      let key = HeadingText.key(text)
      return starts.contains { key.utf8.starts(with: HeadingText.key($0).utf8) }
    }
  }

  /// Whether one of the cells says something, besides the number of the element.
  private func hasValue(_ rows: [TableRow]) -> Bool {
    rows.contains { row in
      row.cells.contains { $0 >= 0 && !view.sheet.content($0).isBlank }
    }
  }
}
