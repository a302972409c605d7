import Papers
import PlanValues

/// The data of a paper as a sheet: heads that stay in view, filter buttons, values of their own types.
struct DataSheet {
  /// How many characters lie beside each other on a landscape page that is not made smaller than readable.
  private static let breadth = 220.0
  private static let narrowest = 6.0

  private let data: PaperData

  init(_ data: PaperData) {
    self.data = data
  }

  func sheet(named name: String) -> SheetContent {
    var sheet = SheetContent(name: name)
    let shares = Double(max(1, data.columns.reduce(0) { $0 + $1.width }))
    sheet.columnWidths = data.columns.map { column in
      max(Self.narrowest, (Double(column.width) / shares * Self.breadth).rounded())
    }
    let head = PaperLook.text {
      $0.isBold = true
      $0.hasBorder = true
      $0.fillColor = PaperTone.head.fillColor
    }
    for (column, heading) in data.columns.enumerated() {
      sheet.set(CellPlace(row: 1, column: column + 1), .text(heading.name), head)
      sheet.fit(
        row: 1,
        heading.name,
        width: sheet.columnWidths[column],
        fontSize: PaperLook.size
      )
    }
    for (row, values) in data.rows.enumerated() {
      for (column, value) in values.prefix(data.columns.count).enumerated() {
        write(value, CellPlace(row: row + 2, column: column + 1), &sheet)
      }
    }
    sheet.frozenRows = 1
    if !data.rows.isEmpty, !data.columns.isEmpty {
      sheet.filter = CellRange(
        CellPlace(row: 1, column: 1),
        CellPlace(row: data.rows.count + 1, column: data.columns.count)
      )
    }
    sheet.printing.isLandscape = true
    sheet.printing.repeatedRows = 1
    return sheet
  }

  private func write(_ value: PaperData.Value, _ place: CellPlace, _ sheet: inout SheetContent) {
    let (input, format) = Self.input(value)
    var style = PaperLook.text {
      $0.hasBorder = true
      $0.numberFormat = format
    }
    if case .text(let text) = input {
      let width = sheet.columnWidths[place.column - 1]
      sheet.fit(row: place.row, text, width: width, fontSize: PaperLook.size)
    } else {
      style.alignment = .general
    }
    sheet.set(place, input, style)
  }

  private static func input(_ value: PaperData.Value) -> (CellInput, format: String?) {
    switch value {
    case .empty: (.blank, nil)
    case .text(let text): (.text(PaperCellText.fitting(text)), "@")
    case .whole(let whole): (number(String(whole)), "0")
    case .number(let value): (number(value.formatted(grouped: false)), nil)
    case .money(let amount): (number(amount.plainText), "#,##0.00")
    case .date(let date): (.date(date.formatted(.iso)), "yyyy-mm-dd")
    }
  }

  /// Excel keeps fifteen digits of a number; a longer one stays exact as text.
  private static func number(_ text: String) -> CellInput {
    let digits = text.utf8.count { 0x30...0x39 ~= $0 }
    return digits <= 15 ? .number(text) : .text(text)
  }
}
