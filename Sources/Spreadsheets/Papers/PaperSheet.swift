import Diagnostics
import Papers

/// A section of a paper as a sheet that reads and prints as its pages do.
struct PaperSheet {
  private let section: Paper.Section
  private let blocks: [Paper.PlainBlock]
  private let grid: PaperGrid
  private let language: Language

  init(_ section: Paper.Section, language: Language) {
    self.section = section
    self.language = language
    blocks = section.blocks.flatMap(\.plain)
    let tables = blocks.compactMap { block in
      if case .table(let table) = block { table } else { nil }
    }
    grid = PaperGrid(tables, isLandscape: section.isLandscape)
  }

  func sheet(named name: String) -> SheetContent {
    var sheet = SheetContent(name: name)
    sheet.columnWidths = grid.widths
    sheet.printing.isLandscape = section.isLandscape
    sheet.printing.footer = language == .th ? "&Cหน้า &P / &N" : "&CPage &P of &N"
    var row = 1
    for block in blocks {
      switch block {
      case .paragraph(let paragraph):
        write(paragraph, row: row, &sheet)
        row += 1
      case .table(let table):
        write(table, from: &row, &sheet)
        // An empty row, so that two tables are not taken for one.
        row += 1
      case .pageBreak: row += 1
      }
    }
    return sheet
  }

  // MARK: Text

  private func write(_ paragraph: PaperParagraph, row: Int, _ sheet: inout SheetContent) {
    let size = Self.size(of: paragraph)
    let style = PaperLook.text { style in
      style.fontSize = size
      style.alignment = PaperLook.alignment(paragraph.alignment)
      style.isBold = paragraph.headingLevel != nil || Self.isBold(paragraph)
      style.textColor = Self.tone(of: paragraph)?.textColor
    }
    // Blank lines to write on are as long as the paper is wide there; a cell would break them.
    let text = Self.text(of: paragraph, longest: grid.total)
    put(text, style, columns: 0..<grid.widths.count, row: row, &sheet)
  }

  private static func size(of paragraph: PaperParagraph) -> Int {
    switch paragraph.headingLevel {
    case 1: 18
    case 2: 16
    default: PaperLook.size
    }
  }

  private static func isBold(_ paragraph: PaperParagraph) -> Bool {
    !paragraph.runs.isEmpty && paragraph.runs.allSatisfy(\.isBold)
  }

  /// The tone that all of it has; a cell has one colour.
  private static func tone(of paragraph: PaperParagraph) -> PaperTone? {
    guard let first = paragraph.runs.first?.tone,
      paragraph.runs.allSatisfy({ $0.tone == first })
    else { return nil }
    return first
  }

  private static func text(of paragraph: PaperParagraph, longest: Double) -> String {
    let texts = paragraph.runs.map { run in
      run.isBlank ? String(run.text.unicodeScalars.prefix(max(3, Int(longest * 0.6)))) : run.text
    }
    return texts.joined()
  }

  // MARK: Tables

  private func write(_ table: PaperTable, from row: inout Int, _ sheet: inout SheetContent) {
    if !table.caption.isEmpty {
      write(PaperParagraph([PaperRun(table.caption, isBold: true)]), row: row, &sheet)
      row += 1
    }
    let columns = grid.columns(of: table)
    for line in table.rows {
      var first = 0
      for cell in line.cells where first < columns.count {
        let last = min(columns.count, first + max(1, cell.span))
        let covered = columns[first].lowerBound..<columns[last - 1].upperBound
        write(cell, table, column: first, covered: covered, row: row, &sheet)
        first = last
      }
      row += 1
    }
  }

  private func write(
    _ cell: PaperCell,
    _ table: PaperTable,
    column: Int,
    covered: Range<Int>,
    row: Int,
    _ sheet: inout SheetContent
  ) {
    let own = cell.paragraphs.first?.alignment ?? .left
    let tone = cell.paragraphs.count == 1 ? cell.paragraphs.first.flatMap(Self.tone) : nil
    let style = PaperLook.text { style in
      style.hasBorder = table.hasLines
      style.fillColor = cell.tone.fillColor
      style.textColor = (tone ?? cell.tone).textColor
      style.isBold = !cell.paragraphs.isEmpty && cell.paragraphs.allSatisfy(Self.isBold)
      // A band over several columns is a heading of its rows, not a value of its first column.
      let usual = cell.span > 1 ? .left : table.columns[column].alignment
      style.alignment = PaperLook.alignment(own == .left ? usual : own)
    }
    let width = grid.width(of: covered)
    let text = cell.paragraphs.map { Self.text(of: $0, longest: width) }.joined(separator: "\n")
    put(text, style, columns: covered, row: row, &sheet)
  }

  private func put(
    _ text: String,
    _ style: CellStyle,
    columns: Range<Int>,
    row: Int,
    _ sheet: inout SheetContent
  ) {
    let first = CellPlace(row: row, column: columns.lowerBound + 1)
    sheet.set(first, text.isEmpty ? .blank : .text(PaperCellText.fitting(text)), style)
    for column in columns.dropFirst() {
      sheet.set(CellPlace(row: row, column: column + 1), .blank, style)
    }
    if columns.count > 1 {
      sheet.merged.append(CellRange(first, CellPlace(row: row, column: columns.upperBound)))
    }
    sheet.fit(row: row, text, width: grid.width(of: columns), fontSize: style.fontSize)
  }
}

/// The columns of a sheet that the tables on it share: those of the table with most columns, the others
/// reach over several of them.
struct PaperGrid {
  /// The widths in characters, at least one.
  let widths: [Double]

  /// All of them together.
  var total: Double { widths.reduce(0, +) }

  private static let narrowest = 5.0

  init(_ tables: [PaperTable], isLandscape: Bool) {
    let breadth = isLandscape ? 150.0 : 96.0
    // Of several the one with most rows; a longest list is what people work with.
    let widest = tables.max {
      ($0.columns.count, $0.rows.count) < ($1.columns.count, $1.rows.count)
    }
    guard let columns = widest?.columns, !columns.isEmpty else {
      widths = [breadth]
      return
    }
    let shares = Double(max(1, columns.reduce(0) { $0 + $1.width }))
    widths = columns.map { max(Self.narrowest, Double($0.width) / shares * breadth) }
  }

  func width(of columns: Range<Int>) -> Double { widths[columns].reduce(0, +) }

  /// Which columns of the grid each column of a table covers, from left to right without gaps.
  func columns(of table: PaperTable) -> [Range<Int>] {
    let shares = Double(max(1, table.columns.reduce(0) { $0 + $1.width }))
    let wanted = table.columns.map { Double($0.width) / shares * total }
    var ranges: [Range<Int>] = []
    var start = 0
    var edge = 0.0
    for (index, width) in wanted.enumerated() {
      edge += width
      let behind = wanted.count - index - 1
      ranges.append(start..<end(from: start, near: edge, leaving: behind))
      start = ranges[index].upperBound
    }
    return ranges
  }

  /// The edge of the grid nearest to a place, with enough columns left for those that follow.
  private func end(from start: Int, near place: Double, leaving behind: Int) -> Int {
    guard behind > 0 else { return widths.count }
    let most = max(start + 1, widths.count - behind)
    var best = start + 1
    for candidate in (start + 1)...most
    where abs(width(of: 0..<candidate) - place) < abs(width(of: 0..<best) - place) {
      best = candidate
    }
    return best
  }
}
