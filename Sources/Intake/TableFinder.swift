import ThaiText
import Spreadsheets

/// A table of a mapping as it was found in a sheet.
struct FoundTable {
  let sheet: Int
  let mapping: Mapping.Table
  /// The first row of data.
  let firstRow: Int
  /// The row of the headings, the lower one of two.
  let headerRow: Int
  /// The row of the headings, the upper one of two.
  let topRow: Int
  /// The column of the sheet for each column of the mapping; nil for constants and missing ones.
  let columns: [Int?]
  /// The column of the numbers of elements.
  let numberColumn: Int?

  /// How many headings were found.
  var matches: Int { columns.count { $0 != nil } }
}

/// Finds tables by their headings.
struct TableFinder {
  let sheets: [SheetView]
  /// Whether the names of sheets count: not in files that have but one, made by a program.
  let heedsNames: Bool

  /// The places of a table: one for each sheet that has it.
  func find(_ table: Mapping.Table) -> [FoundTable] {
    let candidates = sheets(table.sheets)
    let isNamed = heedsNames && !table.sheets.isEmpty
    return candidates.compactMap { find(table, in: $0, least: isNamed ? 1 : 2) }
  }

  /// The sheets of some names; all of them when no names are given.
  func sheets(_ names: [String]) -> [SheetView] {
    guard heedsNames, !names.isEmpty else { return sheets }
    let keys = names.map(HeadingText.key)
    return sheets.filter { keys.contains(HeadingText.key($0.sheet.name)) }
  }

  private func find(_ table: Mapping.Table, in view: SheetView, least: Int) -> FoundTable? {
    if let rows = table.headerRows { return find(table, in: view, rows: rows, least: least) }
    let one = find(table, in: view, rows: 1, least: least)
    let two = find(table, in: view, rows: 2, least: least)
    return two?.matches ?? 0 > one?.matches ?? 0 ? two : one
  }

  private func find(
    _ table: Mapping.Table,
    in view: SheetView,
    rows headerRows: Int,
    least: Int
  ) -> FoundTable? {
    // A heading that a column names stands for the other names of that column too.
    let required = table.header.map { heading in
      let others = table.columns.filter { $0.headings.contains(heading) }.flatMap(\.headings)
      return Set((others + [heading]).map(HeadingText.key))
    }
    var best: FoundTable?
    for row in candidateRows(table, view, rows: headerRows) {
      let headings = headings(view, row: row, rows: headerRows)
      guard required.allSatisfy({ names in headings.contains { !names.isDisjoint(with: $0.keys) } })
      else {
        continue
      }
      let found = match(table, headings, view, row, rows: headerRows)
      if found.matches >= min(least, table.columns.count { !$0.headings.isEmpty }),
        found.matches > best?.matches ?? 0
      {
        best = found
        if !required.isEmpty, headerRows == 1 { break }
      }
    }
    return best
  }

  /// The rows in which one of the headings stands.
  private func candidateRows(
    _ table: Mapping.Table,
    _ view: SheetView,
    rows headerRows: Int
  ) -> [Int] {
    var rows: Set<Int> = []
    for heading in table.header + table.columns.flatMap(\.headings) {
      for place in view.places(of: HeadingText.key(heading)) {
        rows.insert(place.row)
        // The upper of two rows of headings.
        if headerRows == 2, place.row > 1 { rows.insert(place.row - 1) }
      }
    }
    return rows.sorted()
  }

  private typealias Heading = (column: Int, keys: [String])

  /// The headings of a row with the forms that each may be called by.
  private func headings(_ view: SheetView, row: Int, rows: Int) -> [Heading] {
    var columns: Set<Int> = []
    for row in row..<row + rows {
      for number in view.sheet.cells(inRow: row) {
        let place = view.sheet.place(number)
        let last = view.range(at: place)?.last.column ?? place.column
        columns.formUnion(place.column...min(last, place.column + 255))
      }
    }
    return columns.sorted().map { column in
      let upper = view.heading(CellPlace(row: row, column: column))
      guard rows == 2 else { return (column, [upper]) }
      let lower = view.heading(CellPlace(row: row + 1, column: column))
      let isOne = lower.isEmpty || lower.utf8.elementsEqual(upper.utf8)
      return (column, isOne ? [upper] : [upper + lower, lower])
    }
  }

  private func match(
    _ table: Mapping.Table,
    _ headings: [Heading],
    _ view: SheetView,
    _ row: Int,
    rows headerRows: Int
  ) -> FoundTable {
    var taken: Set<Int> = []
    func column(of names: [String]) -> Int? {
      for name in names.map(HeadingText.key) {
        let found = headings.first { $0.keys.contains(name) && !taken.contains($0.column) }
        if let found {
          taken.insert(found.column)
          return found.column
        }
      }
      return nil
    }
    let columns = table.columns.map { column(of: $0.headings) }
    return FoundTable(
      sheet: view.number,
      mapping: table,
      firstRow: row + headerRows,
      headerRow: row + headerRows - 1,
      topRow: row,
      columns: columns,
      numberColumn: column(of: table.numberHeadings)
    )
  }
}

extension FoundTable {
  /// The same table in a sheet of another number.
  init(_ other: FoundTable, sheet: Int) {
    self.init(
      sheet: sheet,
      mapping: other.mapping,
      firstRow: other.firstRow,
      headerRow: other.headerRow,
      topRow: other.topRow,
      columns: other.columns,
      numberColumn: other.numberColumn
    )
  }
}
