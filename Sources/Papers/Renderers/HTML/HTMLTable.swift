/// A table as HTML, with heads that screen readers tell with each cell.
///
/// On a narrow screen the style sheet puts the cells of a row below each other, each with the name of its
/// column. A browser may then no longer take them for a table, so every part says what it is.
struct HTMLTable {
  private let table: PaperTable
  private let words: HTMLWords

  init(_ table: PaperTable, _ words: HTMLWords) {
    self.table = table
    self.words = words
  }

  var text: String {
    let heads = table.rows.prefix(max(table.headerRows, 0))
    let rows = table.rows.dropFirst(heads.count)
    let caption =
      table.caption.isEmpty ? "" : "<caption>\(HTMLText.escaped(table.caption))</caption>\n"
    let plain = table.hasLines ? "" : " class=\"bare\""
    return "<table role=\"table\"\(plain)>\n\(caption)\(columns)" + head(Array(heads))
      + bodies(Array(rows)) + "</table>\n"
  }

  private var columns: String {
    let total = max(table.columns.reduce(0) { $0 + max($1.width, 0) }, 1)
    let columns = table.columns.map { "<col style=\"width:\(max($0.width, 0) * 100 / total)%\">" }
    return "<colgroup>\(columns.joined())</colgroup>\n"
  }

  private func head(_ rows: [PaperRow]) -> String {
    guard !rows.isEmpty else { return "" }
    let lines = rows.map { row in
      let cells = row.cells.map { cell in
        let span = cell.span > 1 ? " colspan=\"\(cell.span)\" scope=\"colgroup\"" : " scope=\"col\""
        return "<th role=\"columnheader\"\(span)>\(content(cell))</th>"
      }
      return "<tr role=\"row\">\(cells.joined())</tr>\n"
    }
    return "<thead role=\"rowgroup\">\n\(lines.joined())</thead>\n"
  }

  /// Rows between two bands over the whole width belong together.
  private func bodies(_ rows: [PaperRow]) -> String {
    guard !rows.isEmpty else { return "" }
    var groups: [[PaperRow]] = []
    for row in rows {
      if groups.isEmpty || isBand(row) { groups.append([]) }
      groups[groups.count - 1].append(row)
    }
    return groups.map { group in
      "<tbody role=\"rowgroup\">\n\(group.map(line).joined())</tbody>\n"
    }.joined()
  }

  private func isBand(_ row: PaperRow) -> Bool {
    guard let cell = row.cells.first, row.cells.count == 1 else { return false }
    return cell.isRowHead && cell.span >= table.columns.count
  }

  private func line(_ row: PaperRow) -> String {
    let marks = row.marks.map { mark in
      " data-\(HTMLText.identifier(mark.facet))=\"\(HTMLText.identifier(mark.value))\""
    }
    var column = 0
    var cells = ""
    for cell in row.cells {
      cells += self.cell(cell, column, isBand: isBand(row))
      column += max(cell.span, 1)
    }
    return "<tr role=\"row\"\(marks.joined())>\(cells)</tr>\n"
  }

  private func cell(_ cell: PaperCell, _ column: Int, isBand: Bool) -> String {
    var classes: [String] = []
    if cell.tone != .plain { classes.append("fill-\(cell.tone.rawValue)") }
    if column < table.columns.count, cell.span == 1 {
      let alignment = table.columns[column].alignment
      if alignment == .right || alignment == .center { classes.append(alignment.rawValue) }
    }
    let class_ = classes.isEmpty ? "" : " class=\"\(classes.joined(separator: " "))\""
    let span = cell.span > 1 ? " colspan=\"\(cell.span)\"" : ""
    let label = label(of: column)
    let named = label.isEmpty || cell.span > 1 ? "" : " data-label=\"\(HTMLText.escaped(label))\""
    guard cell.isRowHead else {
      return "<td role=\"cell\"\(class_)\(span)\(named)>\(content(cell))</td>"
    }
    let scope = isBand ? "rowgroup" : "row"
    return "<th role=\"rowheader\" scope=\"\(scope)\"\(class_)\(span)\(named)>\(content(cell))</th>"
  }

  /// The head of a column, where one cell of the last row of heads stands over it alone.
  private func label(of column: Int) -> String {
    guard table.headerRows > 0, table.headerRows <= table.rows.count else { return "" }
    var start = 0
    for cell in table.rows[table.headerRows - 1].cells {
      if start == column { return cell.span == 1 ? cell.paragraphs.first?.plainText ?? "" : "" }
      start += max(cell.span, 1)
    }
    return ""
  }

  private func content(_ cell: PaperCell) -> String {
    HTMLText.paragraphs(cell.paragraphs, words: words)
  }
}
