import Spreadsheets
import ThaiText

/// Tells what each row of a table is: a part of an element, a total, a heading, or something beside the table.
///
/// Tables that people make repeat their headings on each page, have totals between the groups, and
/// signatures below. What is told apart here is never an element; where that may be wrong it is said.
struct TableRowJudge {
  /// What a row is.
  enum Part {
    /// The first row of an element.
    case begins
    /// A further row of the element before it.
    case continues
    /// A total, or the headings once more: the element before it has ended.
    case separates
    /// Beside the elements, which is to be said.
    case outside
    /// Beside the elements, as notes below a table are.
    case untold
    /// The row behind the last one.
    case end
  }

  private let view: SheetView
  private let table: FoundTable
  /// The column of the mapping by which people call an element: the first of its own.
  private let main: Int?
  private let totals: [String]
  private let headings: [Int: String]

  private var previous: Int
  private var isBehindTotal = false
  private var isBeyond = false
  /// The last number of an element, where they are numbered.
  private var lastNumber: Int?

  init(_ view: SheetView, _ table: FoundTable, main: Int?) {
    self.view = view
    self.table = table
    self.main = main
    previous = table.headerRow
    if case .text(let starts) = table.mapping.end {
      totals = starts.map(HeadingText.key)
    } else {
      totals = []
    }
    var headings: [Int: String] = [:]
    for column in table.columns.compactMap(\.self) {
      headings[column] = view.heading(CellPlace(row: table.headerRow, column: column))
    }
    self.headings = headings
  }

  /// What the next row that holds something is.
  mutating func part(_ row: TableRows.ReadRow, _ cells: Range<Int>) -> Part {
    let isBehindGap = row.row.number > previous + 1
    let isFirst = previous < table.firstRow
    previous = row.row.number
    if case .blankRow = table.mapping.end, isBehindGap, !isFirst { return .end }
    if repeatsHeadings(cells) {
      isBehindTotal = false
      isBeyond = false
      return .separates
    }
    if isContinued(row) { return .continues }
    guard !totals.isEmpty else { return row.begins ? .begins : .continues }
    return partAmongTotals(row, cells, isBehindGap: isBehindGap)
  }

  /// The same where the mapping says how totals begin.
  private mutating func partAmongTotals(
    _ row: TableRows.ReadRow,
    _ cells: Range<Int>,
    isBehindGap: Bool
  ) -> Part {
    let filled = row.row.cells.count { $0 >= 0 && !view.sheet.content($0).isBlank }
    let number = row.numberCell.flatMap { Self.number(view.sheet.content($0)) }
    if let total = total(cells) {
      isBehindTotal = true
      return Self.isCertain(total, totals) ? .separates : .outside
    }
    // Behind a total and a blank row stand notes and other tables, unless the numbers go on.
    let goesOn = number.map { $0 == (lastNumber ?? 0) + 1 } ?? false
    if isBeyond || (isBehindTotal && isBehindGap && lastNumber != nil) {
      isBeyond = !goesOn
      if isBeyond { return filled > 1 ? .outside : .untold }
    }
    // A text alone in the column of numbers is a heading, or a note below the table.
    if row.numberCell != nil, number == nil, lastNumber != nil, filled == 0 {
      isBehindTotal = isBehindTotal || isBehindGap
      return .separates
    }
    if row.numberCell == nil {
      let hasMain = main.map { isFilled(row.row.cells[$0]) } ?? false
      if isBehindTotal || (isBehindGap && row.begins), !hasMain { return .outside }
      // Among numbered elements one text by itself is the heading of a group.
      if lastNumber != nil, hasMain, filled == 1 { return .outside }
    }
    guard row.begins else { return .continues }
    isBehindTotal = false
    lastNumber = number ?? lastNumber
    return .begins
  }

  private func isFilled(_ cell: Int) -> Bool { cell >= 0 && !view.sheet.content(cell).isBlank }

  // MARK: Headings

  /// Whether every text of the row is the heading of its column.
  private func repeatsHeadings(_ cells: Range<Int>) -> Bool {
    var repeated = 0
    for cell in cells {
      guard let heading = headings[view.sheet.place(cell).column] else { continue }
      let content = view.sheet.content(cell)
      if content.isBlank { continue }
      guard case .text(let text) = content, !heading.isEmpty,
        HeadingText.key(text).utf8.elementsEqual(heading.utf8)
      else { return false }
      repeated += 1
    }
    return repeated > 1
  }

  // MARK: Merged cells

  /// Whether the number or the name of an element is merged with the row above.
  private func isContinued(_ row: TableRows.ReadRow) -> Bool {
    guard row.numberCell == nil else { return false }
    let name = main.flatMap { table.columns[$0] }
    return [table.numberColumn, name].contains { column in
      guard let column,
        let range = view.range(at: CellPlace(row: row.row.number, column: column)),
        range.first.row >= table.firstRow, range.first.row < row.row.number
      else { return false }
      return !(view.sheet[range.first]?.isBlank ?? true)
    }
  }

  // MARK: Totals

  /// The text of a total: it begins with one of the words, and beside it stand only numbers.
  private func total(_ cells: Range<Int>) -> String? {
    let filled = cells.filter { !view.sheet.content($0).isBlank }
    guard let first = filled.first, case .text(let text) = view.sheet.content(first) else {
      return nil
    }
    let key = HeadingText.key(text)
    guard totals.contains(where: { key.utf8.starts(with: $0.utf8) }) else { return nil }
    let others = filled.dropFirst().filter { cell in
      table.columns.contains(view.sheet.place(cell).column)
    }
    return others.allSatisfy { Self.isAmount(view.sheet.content($0)) } ? key : nil
  }

  private static let unitWords = ["บาท", "โครงการ"]

  private static func isAmount(_ content: CellContent) -> Bool {
    switch content {
    case .number, .percentage, .uncomputed, .failure: true
    case .text(let text):
      unitWords.reduce(text) { $0.replacing($1, with: "") }.unicodeScalars.allSatisfy { scalar in
        ("0"..."9").contains(scalar) || ("๐"..."๙").contains(scalar)
          || ",.-%() \u{A0}".unicodeScalars.contains(scalar)
      }
    case .date, .boolean: false
    }
  }

  /// What may follow the word in the text of a total; a name may begin with it as well (รวมพลังครู).
  private static let certain = [
    "ทั้งสิ้น", "ทั้งหมด", "เป็นเงิน", "เงิน", "งบ", "วงเงิน", "ยอด", "จำนวน", "ทุก", "โครงการ", "กลยุทธ์",
    "ยุทธศาสตร์",
    "แผนงาน", "ผลผลิต", "กลุ่ม", "หมวด", "ข้อ", "หน้า", "ด้าน", "กิจกรรม", "(",
  ]

  private static func isCertain(_ key: String, _ totals: [String]) -> Bool {
    totals.contains { word in
      guard key.utf8.starts(with: word.utf8) else { return false }
      let rest = String(key.dropFirst(word.count))
      guard let first = rest.unicodeScalars.first else { return true }
      return ("0"..."9").contains(first) || certain.contains { rest.utf8.starts(with: $0.utf8) }
    }
  }

  /// The number of an element, such as `3`, `๓` or `3.`.
  private static func number(_ content: CellContent) -> Int? {
    switch content {
    case .number(let text): return Int(text)
    case .text(let text):
      let key = HeadingText.key(text)
      return Int(key.last == "." ? String(key.dropLast()) : key)
    default: return nil
    }
  }
}
