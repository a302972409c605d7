import Diagnostics
import PlanValues
import SourceText
import Spreadsheets

/// A section as a sheet that looks like its page: text over the whole width, tables in their columns.
struct ExcelPageSheet {
  private enum Line {
    case text(PaperParagraph)
    case table(PaperTable)
  }

  private let lines: [Line]
  private let grid: ExcelGrid
  private let look: ExcelLook
  private let isLandscape: Bool

  init(_ section: Paper.Section, look: ExcelLook) {
    lines = section.blocks.flatMap(Self.lines)
    self.look = look
    isLandscape = section.isLandscape
    let tables = lines.compactMap { line in
      if case .table(let table) = line { table } else { nil }
    }
    grid = ExcelGrid(tables: tables, width: section.isLandscape ? 112 : 76)
  }

  private static func lines(_ block: Paper.Block) -> [Line] {
    block.plain.flatMap { plain -> [Line] in
      switch plain {
      case .paragraph(let paragraph): return [.text(paragraph)]
      case .table(let table):
        guard case .chart(let chart) = block, let signs = chart.signs else {
          return [.table(table)]
        }
        return [.table(signs), .table(table)]
      case .pageBreak: return []
      }
    }
  }

  func sheet(named name: String) -> SheetContent {
    var sheet = look.sheet(named: name)
    sheet.columnWidths = grid.widths
    var row = 1
    var tables: [(table: PaperTable, row: Int)] = []
    for line in lines where row < CellPlace.lastRow {
      switch line {
      case .text(let paragraph):
        write(paragraph, row, &sheet)
        row += 1
      case .table(let table):
        tables.append((table, row))
        write(table, &row, &sheet)
        row += 1
      }
    }
    var repeatedRows = 0
    // One table below a short head: its heads stay in view.
    if tables.count == 1, tables[0].table.headerRows > 0, tables[0].row <= 6 {
      repeatedRows = tables[0].row + tables[0].table.headerRows - 1
      sheet.frozenRows = repeatedRows
    }
    sheet.printing = look.printing(
      isLandscape: isLandscape,
      repeatedRows: repeatedRows,
      hasTitle: false
    )
    return sheet
  }

  // MARK: Text

  private func write(_ paragraph: PaperParagraph, _ row: Int, _ sheet: inout SheetContent) {
    let text = Self.text(of: [paragraph], width: grid.widths.reduce(0, +))
    var style = look.plain
    if let level = paragraph.headingLevel {
      style.isBold = true
      style.fontSize = [20, 18, 16][min(max(level, 1), 3) - 1]
    }
    style.alignment = Self.alignment(paragraph.alignment) ?? .left
    let tones = Set(paragraph.runs.map(\.tone))
    if tones.count == 1, let tone = tones.first { style.textColor = PaperColors.text(tone) }
    if !paragraph.runs.isEmpty, paragraph.runs.allSatisfy(\.isBold) { style.isBold = true }
    set(text, row, 0..<grid.widths.count, style, &sheet)
  }

  private static func alignment(_ alignment: PaperParagraph.Alignment) -> CellStyle.Alignment? {
    switch alignment {
    case .left: nil
    case .center: .center
    case .right: .right
    case .thaiDistribute: .left
    }
  }

  // MARK: Tables

  private func write(_ table: PaperTable, _ row: inout Int, _ sheet: inout SheetContent) {
    let columns = grid.columns(of: table)
    for (index, content) in table.rows.enumerated() where row < CellPlace.lastRow {
      let isHead = index < table.headerRows
      var column = 0
      for cell in content.cells where column < columns.count {
        let end = min(columns.count, column + max(cell.span, 1))
        let place = columns[column].lowerBound..<columns[end - 1].upperBound
        let alignment = isHead ? .center : table.columns[column].alignment
        write(cell, row, place, isHead ? .center : cell.span > 1 ? .left : alignment, &sheet)
        column = end
      }
      row += 1
    }
  }

  private func write(
    _ cell: PaperCell,
    _ row: Int,
    _ columns: Range<Int>,
    _ alignment: PaperParagraph.Alignment,
    _ sheet: inout SheetContent
  ) {
    let runs = cell.paragraphs.flatMap(\.runs)
    var style = look.cell(cell.tone, isBold: !runs.isEmpty && runs.allSatisfy(\.isBold))
    style.alignment =
      Self.alignment(cell.paragraphs.first?.alignment ?? .left)
      ?? Self.alignment(alignment) ?? .left
    // Figures do not touch the text of the next cell.
    if style.alignment == .right { style.indent = 1 }
    let text = Self.text(of: cell.paragraphs, width: grid.widths[columns].reduce(0, +))
    if alignment == .right, let number = ExcelNumber(text) {
      style.numberFormat = number.format
      style.isWrapped = false
      fill(row, columns, style, &sheet)
      sheet.set(
        CellPlace(row: row, column: columns.lowerBound + 1),
        .number(number.value),
        style
      )
    } else {
      set(text, row, columns, style, &sheet)
    }
  }

  /// The text of paragraphs; blanks to write on no longer than a line.
  private static func text(of paragraphs: [PaperParagraph], width: Double) -> String {
    let longest = max(3, Int(width * 0.6))
    let lines = paragraphs.map { paragraph in
      paragraph.runs.map { $0.isBlank ? String($0.text.prefix(longest)) : $0.text }.joined()
    }
    return lines.joined(separator: "\n")
  }

  /// Puts a text over some columns of a row, and makes the row tall enough.
  private func set(
    _ text: String,
    _ row: Int,
    _ columns: Range<Int>,
    _ style: CellStyle,
    _ sheet: inout SheetContent
  ) {
    let (input, style) = look.input(text, style)
    fill(row, columns, style, &sheet)
    sheet.set(CellPlace(row: row, column: columns.lowerBound + 1), input, style)
    let width = grid.widths[columns].reduce(0, +)
    sheet.fit(row: row, text, width: width, fontSize: style.fontSize)
  }

  private func fill(
    _ row: Int,
    _ columns: Range<Int>,
    _ style: CellStyle,
    _ sheet: inout SheetContent
  ) {
    guard columns.count > 1 else { return }
    for column in columns {
      sheet.set(CellPlace(row: row, column: column + 1), .blank, style)
    }
    sheet.merged.append(
      CellRange(
        CellPlace(row: row, column: columns.lowerBound + 1),
        CellPlace(row: row, column: columns.upperBound)
      )
    )
  }
}

/// The columns of a sheet: wherever a column of one of its tables ends, so that all of them fit.
///
/// A sheet with one table has its columns; of several, each takes as many columns of the sheet as it is wide.
struct ExcelGrid {
  /// The widths in characters.
  let widths: [Double]

  private let edges: [Double]

  /// Edges of two tables that are nearer than this are one.
  private static let nearest = 3.0

  init(tables: [PaperTable], width: Double) {
    // A single column wider than the page is not made to fit it by LibreOffice.
    let isText = tables.allSatisfy { $0.columns.count < 2 }
    var edges = isText ? [0, width / 4, width / 2, width * 3 / 4, width] : [0, width]
    // The table with most columns comes first and keeps its own.
    let sorted = tables.enumerated().sorted { a, b in
      let (left, right) = (a.element.columns.count, b.element.columns.count)
      return left == right ? a.offset < b.offset : left > right
    }
    for (_, table) in sorted {
      let known = edges
      for edge in Self.edges(of: table, width).dropLast()
      where known.allSatisfy({ abs($0 - edge) >= Self.nearest }) {
        edges.append(edge)
      }
    }
    edges.sort()
    self.edges = edges
    widths = zip(edges, edges.dropFirst()).map { max((($1 - $0) * 10).rounded() / 10, 1) }
  }

  /// Where the columns of a table end.
  private static func edges(of table: PaperTable, _ width: Double) -> [Double] {
    let shares = table.columns.map { Double(max($0.width, 1)) }
    let all = shares.reduce(0, +)
    var sum = 0.0
    return shares.map { share in
      sum += share
      return sum * width / all
    }
  }

  /// Which columns of the sheet each column of a table takes; every one at least one.
  func columns(of table: PaperTable) -> [Range<Int>] {
    let wanted = Self.edges(of: table, edges.last ?? 0).prefix(widths.count)
    var ranges: [Range<Int>] = []
    var start = 0
    for (index, place) in wanted.enumerated() {
      // Enough are left for those that follow.
      let most = widths.count - (wanted.count - index - 1)
      var end = start + 1
      while end < most, abs(edges[end + 1] - place) <= abs(edges[end] - place) { end += 1 }
      if index == wanted.count - 1 { end = widths.count }
      ranges.append(start..<end)
      start = end
    }
    return ranges
  }
}

/// A number as a table shows it, with the format that shows it so again.
struct ExcelNumber {
  let value: String
  let format: String

  /// Nil for text: also for numbers with more figures than Excel keeps, and for those with a zero in front.
  init?(_ text: String) {
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    let digits = text.utf8.count { (0x30...0x39).contains($0) }
    guard (1...2).contains(parts.count), digits > 0, digits <= 15,
      text.utf8.allSatisfy({ (0x30...0x39).contains($0) || $0 == 0x2C || $0 == 0x2E })
    else { return nil }
    let places = parts.count == 2 ? parts[1].utf8.count : 0
    guard parts.count == 1 || places > 0,
      let number = ExactDecimal(literal: text.filter { $0 != "," })
    else { return nil }
    let isGrouped = text.utf8.contains(0x2C)
    let zeros = places == 0 ? "" : "." + String(repeating: "0", count: places)
    value = number.formatted(grouped: false)
    format = (isGrouped ? "#,##0" : "0") + zeros
    let isSame = Self.shown(number, isGrouped, places).utf8.elementsEqual(text.utf8)
    guard isSame else { return nil }
  }

  private static func shown(_ number: ExactDecimal, _ isGrouped: Bool, _ places: Int) -> String {
    var text = number.formatted(grouped: isGrouped)
    let shown = text.split(separator: ".").dropFirst().first?.utf8.count ?? 0
    if shown == 0, places > 0 { text += "." }
    return text + String(repeating: "0", count: max(0, places - shown))
  }
}
