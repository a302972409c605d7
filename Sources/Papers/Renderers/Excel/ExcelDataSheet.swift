import Diagnostics
import PlanValues
import SourceText
import Spreadsheets

/// Rows and columns as a sheet with filters: one row of heads, which stays in view and repeats on paper.
struct ExcelDataSheet {
  private let data: PaperData
  private let look: ExcelLook

  init(_ data: PaperData, look: ExcelLook) {
    self.data = data
    self.look = look
  }

  /// The tables of a paper, those of sections with the same columns as one.
  static func tables(of paper: Paper) -> [PaperData] {
    var tables: [PaperData] = []
    for data in paper.sections.compactMap(\.data) {
      if let last = tables.indices.last, tables[last].columns == data.columns {
        tables[last].rows += data.rows
      } else {
        tables.append(data)
      }
    }
    return tables
  }

  func sheet(named name: String) -> SheetContent {
    var sheet = look.sheet(named: name)
    let widths = widths
    sheet.columnWidths = widths
    let head = look.cell(.head).with { $0.alignment = .center }
    for (index, column) in data.columns.enumerated() {
      let place = CellPlace(row: 1, column: index + 1)
      let (input, style) = look.input(column.name, head)
      sheet.set(place, input, style)
      // The button of the filter takes room.
      sheet.fit(row: 1, column.name, width: widths[index] - 3, fontSize: ExcelLook.fontSize)
    }
    let rows = data.rows.prefix(CellPlace.lastRow - 1)
    for (index, row) in rows.enumerated() {
      for (column, value) in row.prefix(data.columns.count).enumerated() {
        let place = CellPlace(row: index + 2, column: column + 1)
        write(value, place, width: widths[column], &sheet)
      }
    }
    if !data.columns.isEmpty {
      let last = CellPlace(row: rows.count + 1, column: data.columns.count)
      sheet.filter = CellRange(CellPlace(row: 1, column: 1), last)
    }
    sheet.frozenRows = 1
    sheet.printing = look.printing(isLandscape: true, repeatedRows: 1, hasTitle: true)
    return sheet
  }

  private func write(
    _ value: PaperData.Value,
    _ place: CellPlace,
    width: Double,
    _ sheet: inout SheetContent
  ) {
    let style = look.cell(.plain)
    // Figures do not touch the text of the next cell.
    let figures = style.with { style in
      style.alignment = .right
      style.indent = 1
      style.isWrapped = false
    }
    switch value {
    case .empty: sheet.set(place, .blank, style)
    case .text(let text):
      let (input, style) = look.input(text, style)
      sheet.set(place, input, style)
      sheet.fit(row: place.row, text, width: width, fontSize: ExcelLook.fontSize)
    case .whole(let number): sheet.set(place, .number(String(number)), figures)
    case .number(let number): sheet.set(place, Self.input(number.description), figures)
    case .money(let amount):
      let input = Self.input(amount.plainText)
      sheet.set(place, input, figures.with { $0.numberFormat = "#,##0.00" })
    case .date(let date):
      let format = look.dateFormat
      sheet.set(place, .date(date.formatted(.iso)), figures.with { $0.numberFormat = format })
    }
  }

  /// Excel keeps fifteen figures of a number; a longer one stays exact as text.
  private static func input(_ number: String) -> CellInput {
    let figures = number.utf8.count { (0x30...0x39).contains($0) }
    return figures <= 15 ? .number(number) : .text(number)
  }

  /// Letters a column is wide: its share, at least what its head and its figures need.
  private var widths: [Double] {
    data.columns.enumerated().map { index, column in
      let words = column.name.split { $0 == " " || $0 == "\n" }
      let word = words.map { DisplayWidth.columns(of: String($0)) }.max() ?? 0
      let head = min(Double(word) * 0.95 + 3, 14)
      var least = 5.0
      for row in data.rows where index < row.count {
        switch row[index] {
        case .money(let amount): least = max(least, Double(amount.formatted().count) * 0.95 + 2)
        case .date: least = max(least, 12)
        default: break
        }
      }
      return max(Double(column.width) * 0.8, head, least)
    }
  }
}

extension ExcelLook {
  /// Days as they are written in the language: in Thai by the Buddhist calendar, which Excel knows.
  var dateFormat: String {
    language == .th ? "[$-107041E]d mmm yyyy" : "d mmm yyyy"
  }
}
