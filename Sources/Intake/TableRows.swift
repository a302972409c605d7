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
  /// Cells in rows that are no element: headings of groups, what stands below the table, second values.
  private(set) var passedOver: [CellPlace] = []
  private let judge: TableRowJudge

  init(_ view: SheetView, _ table: FoundTable, _ shape: Shape) {
    self.view = view
    self.table = table
    self.shape = shape
    own = shape.ownSources.filter { table.columns[$0] != nil }
    judge = TableRowJudge(view, table, main: own.first)
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
    var judge = judge
    var cell = view.sheet.cells(inRow: table.firstRow).lowerBound
    while cell < view.sheet.count {
      let number = view.sheet.place(cell).row
      let cells = view.sheet.cells(inRow: number)
      cell = cells.upperBound
      let row = read(cells, number)
      guard row.hasContent else { continue }
      let part = judge.part(row, cells)
      if part == .end { break }
      switch part {
      case .begins, .separates, .outside:
        if hasValue(element), !take(element) { return }
        element = []
      case .continues: noteSecondValues(row.row, in: element)
      case .end, .untold: break
      }
      switch part {
      case .outside: passedOver += firstText(cells)
      case .begins, .continues:
        if view.sheet.hiddenRows.contains(number) { hiddenRows.append(number) }
        element.append(row.row)
      case .end, .separates, .untold: break
      }
    }
    if hasValue(element) { _ = take(element) }
  }

  private func firstText(_ cells: Range<Int>) -> [CellPlace] {
    cells.first { !view.sheet.content($0).isBlank }.map { [view.sheet.place($0)] } ?? []
  }

  /// An element has one value in each of its own columns.
  private mutating func noteSecondValues(_ row: TableRow, in element: [TableRow]) {
    for slot in own where row.cells[slot] >= 0 && !view.sheet.content(row.cells[slot]).isBlank {
      let isSecond = element.contains { earlier in
        earlier.cell(slot).map { !view.sheet.content($0).isBlank } ?? false
      }
      if isSecond { passedOver.append(view.sheet.place(row.cells[slot])) }
    }
  }

  /// A row with what tells what it is.
  struct ReadRow {
    var row: TableRow
    /// Whether it fills a column of the element itself, or has a number.
    var begins = false
    var hasContent = false
    /// The cell with the number of the element.
    var numberCell: Int?
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
        read.numberCell = cell
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

  /// Whether one of the cells says something, besides the number of the element.
  private func hasValue(_ rows: [TableRow]) -> Bool {
    rows.contains { row in
      row.cells.contains { $0 >= 0 && !view.sheet.content($0).isBlank }
    }
  }
}
