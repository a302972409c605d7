import OpenXML
import SourceText

/// A table of WordprocessingML: fixed widths, heads that repeat on each page, rows that stay whole.
struct WordTable {
  let table: PaperTable
  /// The width of the whole in twentieths of a point.
  let width: Int

  /// A row of more lines may be split over two pages: it might not fit on one.
  private static let mostWholeLines = 5
  /// What a letter of the text of tables takes across.
  private static let letterWidth = 120

  private var widths: [Int] {
    let shares = table.columns.map { max($0.width, 0) }
    let all = max(1, shares.reduce(0, +))
    var widths = shares.map { max(width * $0 / all, 1) }
    if let last = widths.indices.last { widths[last] += max(0, width - widths.reduce(0, +)) }
    return widths
  }

  func write(_ markup: inout Markup) {
    let widths = widths
    markup.element("w:tbl") { markup in
      markup.element("w:tblPr") { writeProperties(widths, &$0) }
      markup.element("w:tblGrid") { markup in
        for width in widths { markup.element("w:gridCol", ["w:w": String(width)]) }
      }
      for (index, row) in table.rows.enumerated() {
        write(row, widths, isHeader: index < table.headerRows, &markup)
      }
    }
  }

  private func writeProperties(_ widths: [Int], _ markup: inout Markup) {
    markup.element("w:tblStyle", ["w:val": table.hasLines ? "TableGrid" : "TableNormal"])
    markup.element("w:tblW", ["w:w": String(widths.reduce(0, +)), "w:type": "dxa"])
    markup.element("w:tblLayout", ["w:type": "fixed"])
    markup.element(
      "w:tblLook",
      [
        "w:val": "0020", "w:firstRow": table.headerRows > 0 ? "1" : "0", "w:lastRow": "0",
        "w:firstColumn": "0", "w:lastColumn": "0", "w:noHBand": "1", "w:noVBand": "1",
      ]
    )
    if !table.caption.isEmpty {
      // Screen readers say it.
      markup.element("w:tblCaption", ["w:val": VisibleText.of(String(table.caption.prefix(200)))])
    }
  }

  private func write(_ row: PaperRow, _ widths: [Int], isHeader: Bool, _ markup: inout Markup) {
    let staysWhole = isHeader || lines(of: row, widths) <= Self.mostWholeLines
    markup.element("w:tr") { markup in
      markup.element("w:trPr") { markup in
        if staysWhole { markup.element("w:cantSplit") }
        if isHeader { markup.element("w:tblHeader") }
      }
      var column = 0
      for cell in row.cells where column < widths.count {
        let end = min(widths.count, column + max(1, cell.span))
        let isBand = row.cells.count == 1 && cell.isRowHead
        write(cell, widths[column..<end], column, isHeader: isHeader, isBand: isBand, &markup)
        column = end
      }
      // Word mends a row that ends early in its own way; LibreOffice in another.
      if column < widths.count {
        write(
          PaperCell([]),
          widths[column...],
          column,
          isHeader: isHeader,
          isBand: false,
          &markup
        )
      }
    }
  }

  /// About how many lines the longest cell of a row takes.
  private func lines(of row: PaperRow, _ widths: [Int]) -> Int {
    var column = 0
    var most = 0
    for cell in row.cells where column < widths.count {
      let end = min(widths.count, column + max(1, cell.span))
      let perLine = max(widths[column..<end].reduce(0, +) / Self.letterWidth, 1)
      let lines = cell.paragraphs.map { DisplayWidth.columns(of: $0.plainText) / perLine + 1 }
      most = max(most, lines.reduce(0, +))
      column = end
    }
    return most
  }

  private func write(
    _ cell: PaperCell,
    _ widths: ArraySlice<Int>,
    _ column: Int,
    isHeader: Bool,
    isBand: Bool,
    _ markup: inout Markup
  ) {
    markup.element("w:tc") { markup in
      markup.element("w:tcPr") { markup in
        markup.element("w:tcW", ["w:w": String(widths.reduce(0, +)), "w:type": "dxa"])
        if widths.count > 1 { markup.element("w:gridSpan", ["w:val": String(widths.count)]) }
        if let color = PaperColors.fill(cell.tone) {
          markup.element("w:shd", ["w:val": "clear", "w:color": "auto", "w:fill": color])
        }
        if isHeader { markup.element("w:vAlign", ["w:val": "center"]) }
      }
      let paragraphs = cell.paragraphs.isEmpty ? [PaperParagraph([])] : cell.paragraphs
      for content in paragraphs {
        var paragraph = WordParagraph(content)
        paragraph.style = "TableText"
        // A band is the heading of the rows below it.
        if isBand { paragraph.keepsWithNext = true }
        if isHeader {
          paragraph.alignment = .center
        } else if paragraph.alignment == .left, cell.span == 1, column < table.columns.count {
          paragraph.alignment = table.columns[column].alignment
        }
        paragraph.write(&markup)
      }
    }
  }
}
