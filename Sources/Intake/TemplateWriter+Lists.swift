import Diagnostics
import DocumentArena
import Spreadsheets
import Submissions

/// The sheets of lists.
extension TemplateWriter {
  private static let headingRow = 3
  private static let firstRow = 4
  /// How many rows stand ready behind those that are filled.
  private static let spareRows = 30

  mutating func listSheet(
    _ list: StandardLayout.ListSheet,
    _ totals: inout [String: TemplateSum]
  ) -> SheetContent {
    var sheet = SheetContent(name: list.name)
    let isNumbered = list.tables.contains { !$0.numberHeadings.isEmpty }
    let shift = isNumbered ? 2 : 1
    let widths = (isNumbered ? [9.0] : []) + list.columns.map { looks.width($0.type) }
    sheet.columnWidths = widths
    let hint = isNumbered ? Self.numberedHint : Self.textsHint
    sheet.set(CellPlace(row: 1, column: 1), .text("\(list.title) — \(hint)"), looks.title)
    if isNumbered {
      let place = CellPlace(row: Self.headingRow, column: 1)
      sheet.set(place, .text(StandardLayout.numberHeading), looks.heading)
    }
    for (index, column) in list.columns.enumerated() {
      writeHeading(column, at: index + shift, width: looks.width(column.type), &sheet)
    }
    let filled = writeValues(list, shift, &sheet)
    let most = list.tables.map { field($0)?.maxCount ?? 2000 }.max() ?? 2000
    let last = Self.firstRow + filled + min(Self.spareRows, most) - 1
    format(list, shift, isNumbered, until: last, &sheet)
    writeSums(list, shift, until: last, &sheet, &totals)
    sheet.frozenRows = Self.headingRow
    sheet.isProtected = true
    sheet.printing.isLandscape = true
    // Wide lists go over several pages rather than become too small to read.
    sheet.printing.pagesAcross = max(1, Int((widths.reduce(0, +) / 180).rounded(.up)))
    sheet.printing.repeatedRows = Self.headingRow
    sheet.printing.footer = Self.footer
    return sheet
  }

  private static let numberedHint =
    "รายการหนึ่งเริ่มที่แถวที่มีลำดับที่ ข้อย่อยข้อต่อไปกรอกในแถวถัดลงมา"
  private static let textsHint = "แต่ละคอลัมน์คือหนึ่งรายการ กรอกข้อละแถว"

  private func field(_ table: Mapping.Table) -> Field? {
    var record = layout.kind.root
    var found: Field?
    for case .field(let name) in table.list.steps {
      found = record.field(name)
      if case .record(let inner)? = found?.type, let next = layout.kind.records[inner] {
        record = next
      }
    }
    return found
  }

  private func writeHeading(
    _ column: StandardLayout.ListColumn,
    at number: Int,
    width: Double,
    _ sheet: inout SheetContent
  ) {
    let place = CellPlace(row: Self.headingRow, column: number)
    let isRequired = column.field?.requirement == .always
    let text = column.heading + (isRequired ? " *" : "")
    sheet.set(place, .text(text), isRequired ? looks.requiredHeading : looks.heading)
    sheet.fit(row: Self.headingRow, text, width: width, fontSize: 14)
    guard let field = column.field else { return }
    var help = FieldHelp(field, column.type).text
    if !column.group.isEmpty { help = "\(column.group)\n\(help)" }
    if !help.isEmpty { sheet.notes.append((place, help)) }
  }

  // MARK: Values

  private mutating func writeValues(
    _ list: StandardLayout.ListSheet,
    _ shift: Int,
    _ sheet: inout SheetContent
  ) -> Int {
    guard let document else { return 0 }
    var most = 0
    for (index, table) in list.tables.enumerated() {
      guard let node = node(of: table.list, in: document) else { continue }
      // The lists of texts stand beside each other, one column each.
      let first = shift + (list.tables.count > 1 ? index : 0)
      if case .map(let element) = table.list.type {
        most = max(most, writeEntries(node, element, first, document, &sheet))
      } else {
        most = max(most, writeElements(node, table, first, document, &sheet))
      }
    }
    return most
  }

  private func node(of path: FieldPath, in document: Document) -> NodeID? {
    var node = document.root
    for case .field(let name) in path.steps {
      guard let child = document.child(of: node, name) else { return nil }
      node = child
    }
    return node
  }

  private mutating func writeElements(
    _ node: NodeID,
    _ table: Mapping.Table,
    _ first: Int,
    _ document: Document,
    _ sheet: inout SheetContent
  ) -> Int {
    guard document.kind(of: node) == .list else { return 0 }
    let shape = Shape(of: table)
    var row = Self.firstRow
    var number = 1
    for element in document.children(of: node) where !document.isBlank(element) {
      var rows = ElementRows(document)
      let count = rows.lay(element, shape, from: row)
      if !table.numberHeadings.isEmpty {
        sheet.set(CellPlace(row: row, column: 1), .number(String(number)), looks.number)
      }
      for cell in rows.cells {
        let type = table.columns[cell.column].field.type
        set(cell.node, type, CellPlace(row: cell.row, column: first + cell.column), &sheet)
      }
      row += count
      number += 1
    }
    return row - Self.firstRow
  }

  private mutating func writeEntries(
    _ node: NodeID,
    _ element: FieldType,
    _ first: Int,
    _ document: Document,
    _ sheet: inout SheetContent
  ) -> Int {
    guard document.kind(of: node) == .map else { return 0 }
    var row = Self.firstRow
    for child in document.children(of: node) where !document.isBlank(child) {
      let key = CellPlace(row: row, column: first)
      let number = String(row - Self.firstRow + 1)
      sheet.set(CellPlace(row: row, column: 1), .number(number), looks.number)
      sheet.set(key, .text(document.keyName(of: child)), looks.value(.text, isLocked: false))
      set(child, element, CellPlace(row: row, column: first + 1), &sheet)
      row += 1
    }
    return row - Self.firstRow
  }

  private mutating func set(
    _ node: NodeID,
    _ type: FieldType,
    _ place: CellPlace,
    _ sheet: inout SheetContent
  ) {
    guard let input = inputs?.input(node, as: type) else { return }
    sheet.set(place, input, looks.value(type, isLocked: false))
    if case .text(let text) = input {
      sheet.fit(row: place.row, text, width: looks.width(type), fontSize: 14)
    }
  }

  // MARK: Looks and rules

  /// Gives empty cells their look, and columns their rules.
  private mutating func format(
    _ list: StandardLayout.ListSheet,
    _ shift: Int,
    _ isNumbered: Bool,
    until last: Int,
    _ sheet: inout SheetContent
  ) {
    for row in Self.firstRow...max(Self.firstRow, last) {
      if isNumbered { sheet.setIfEmpty(CellPlace(row: row, column: 1), looks.number) }
      for (index, column) in list.columns.enumerated() {
        let place = CellPlace(row: row, column: index + shift)
        sheet.setIfEmpty(place, looks.value(column.type, isLocked: false))
      }
    }
    for (index, column) in list.columns.enumerated() {
      guard let field = column.field,
        let rule = codes.rule(field, column.type, of: layout.kind)
      else { continue }
      let range = CellRange(
        CellPlace(row: Self.firstRow, column: index + shift),
        CellPlace(row: max(Self.firstRow, last), column: index + shift)
      )
      sheet.validations.append(rule.with(range, field.label.th))
    }
  }

  /// The sums of the amounts, above the headings; the first required one is what totals are compared to.
  private func writeSums(
    _ list: StandardLayout.ListSheet,
    _ shift: Int,
    until last: Int,
    _ sheet: inout SheetContent,
    _ totals: inout [String: TemplateSum]
  ) {
    for (index, column) in list.columns.enumerated() where column.type == .money {
      let letters = CellPlace.columnName(index + shift)
      let range = "\(letters)\(Self.firstRow):\(letters)\(max(Self.firstRow, last))"
      let place = CellPlace(row: 2, column: index + shift)
      sheet.set(place, .formula("SUM(\(range))", value: sum(sheet, range)), looks.sum)
      let label = CellPlace(row: 2, column: 1)
      sheet.set(label, .text("รวม"), looks.sumLabel)
      if totals[list.name] == nil, column.field?.requirement == .always, column.group.isEmpty {
        totals[list.name] = TemplateSum(
          formula: "SUM('\(list.name)'!\(range))",
          value: sum(sheet, range)
        )
      }
    }
  }

  private func sum(_ sheet: SheetContent, _ range: String) -> String {
    guard let range = CellRange(Array(range.utf8)) else { return "0" }
    return sheet.sum(range)
  }
}
