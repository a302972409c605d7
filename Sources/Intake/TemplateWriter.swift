package import Catalogues
import Diagnostics
package import DocumentArena
import Spreadsheets
package import Submissions

/// Writes the workbook of a kind: blank for filling in, or with the values of a submission.
package struct TemplateWriter {
  let layout: StandardLayout
  let catalogues: CatalogueSet
  let looks = TemplateLooks()
  var codes: CodeColumns
  /// The submission that fills it.
  let document: Document?
  var inputs: CellInputs?

  /// Makes a writer.
  package init(_ kind: SubmissionKind, _ catalogues: CatalogueSet, values document: Document? = nil)
  {
    layout = StandardLayout(kind)
    self.catalogues = catalogues
    self.document = document
    codes = CodeColumns(kind, catalogues)
    inputs = document.map { CellInputs($0, kind, catalogues) }
  }

  /// The workbook as the bytes of its file.
  package mutating func bytes() -> [UInt8] {
    var sheets: [SheetContent] = []
    var totals: [String: TemplateSum] = [:]
    for list in layout.sheets { sheets.append(listSheet(list, &totals)) }
    let header = headerSheet(totals)
    sheets.insert(header, at: 0)
    sheets.insert(instructions(), at: 0)
    sheets.append(codes.sheet(looks))
    sheets.append(marker())
    return WorkbookWriter(title: layout.kind.title.th, sheets: sheets).bytes()
  }

  /// Says what kind the workbook is of.
  private func marker() -> SheetContent {
    var sheet = SheetContent(name: StandardLayout.markerSheet)
    sheet.isHidden = true
    sheet.set(CellPlace(row: 1, column: 1), .text(StandardLayout.marker))
    sheet.set(CellPlace(row: 1, column: 2), .text(layout.kind.id))
    return sheet
  }

  private func instructions() -> SheetContent {
    var sheet = SheetContent(name: StandardLayout.instructionsSheet)
    sheet.columnWidths = [62]
    let lines = [
      "แบบกรอก: \(layout.kind.title.th)",
      "1. กรอกข้อมูลในแผ่นงาน “\(StandardLayout.headerSheet)” และแผ่นงานของแต่ละรายการ "
        + "เฉพาะช่องสีขาว หัวข้อที่มีเครื่องหมาย * ต้องกรอกทุกเรื่อง",
      "2. รายการหนึ่งเริ่มที่แถวที่มีลำดับที่ ถ้าช่องใดมีหลายข้อ (เช่น กิจกรรม ตัวชี้วัด) "
        + "ให้กรอกข้อต่อไปในแถวถัดลงมา โดยเว้นลำดับที่และช่องอื่นของรายการนั้นว่างไว้",
      "3. วันที่ใช้ปี ค.ศ. (Excel แสดงเป็น ปปปป-ดด-วว) ปีงบประมาณใช้ พ.ศ. สี่หลัก "
        + "จำนวนเงินพิมพ์เป็นตัวเลข หน่วยเป็นบาท",
      "4. ช่องที่มีรายการให้เลือก ให้เลือกจากลูกศรด้านขวาของช่อง",
      "5. แถว “รวม” เป็นสูตรที่ป้องกันไว้ ใช้สอบยอดกับวงเงินที่กรอก",
      "6. ไม่ต้องเปลี่ยนชื่อแผ่นงานและหัวคอลัมน์ เพิ่มแถวได้ตามต้องการ",
      "7. เมื่อกรอกแล้วให้ตรวจด้วยคำสั่ง krong check ตามด้วยชื่อแฟ้ม "
        + "ผลการตรวจบอกชื่อแผ่นงานและเซลล์ที่ต้องแก้ไข",
    ]
    for (index, line) in lines.enumerated() {
      let style = index == 0 ? looks.title : looks.text
      sheet.set(CellPlace(row: index + 1, column: 1), .text(line), style)
      sheet.fit(row: index + 1, line, width: 62, fontSize: index == 0 ? 18 : 14)
    }
    sheet.isProtected = true
    return sheet
  }

  // MARK: Single values

  private static let headerWidths = [34.0, 46.0, 44.0]

  private mutating func headerSheet(_ totals: [String: TemplateSum]) -> SheetContent {
    var sheet = SheetContent(name: StandardLayout.headerSheet)
    sheet.columnWidths = Self.headerWidths
    sheet.set(CellPlace(row: 1, column: 1), .text(layout.kind.title.th), looks.title)
    var headings = ["รายการ", "ค่า", "คำอธิบาย"]
    if layout.lines.contains(where: { total(of: $0, totals) != nil }) {
      headings.append("ผลรวมจากตาราง")
      sheet.columnWidths.append(18)
    }
    for (column, heading) in headings.enumerated() {
      sheet.set(CellPlace(row: 2, column: column + 1), .text(heading), looks.heading)
    }
    var row = 3
    var group = ""
    for line in layout.lines {
      if !line.group.utf8.elementsEqual(group.utf8) {
        group = line.group
        writeGroup(group, row: row, &sheet)
        row += 1
      }
      write(line, row: row, totals, &sheet)
      row += 1
    }
    sheet.frozenRows = 2
    sheet.isProtected = true
    sheet.printing.repeatedRows = 2
    sheet.printing.footer = Self.footer
    return sheet
  }

  private func writeGroup(_ group: String, row: Int, _ sheet: inout SheetContent) {
    for column in 1...3 {
      let text = column == 1 ? (group.isEmpty ? "ข้อมูลอื่น" : group) : ""
      let input: CellInput = text.isEmpty ? .blank : .text("▸ " + text)
      sheet.set(CellPlace(row: row, column: column), input, looks.group)
    }
  }

  private mutating func write(
    _ line: StandardLayout.Line,
    row: Int,
    _ totals: [String: TemplateSum],
    _ sheet: inout SheetContent
  ) {
    let place = CellPlace(row: row, column: 2)
    let mark = line.field.requirement == .always ? " *" : ""
    let help = FieldHelp(line.field, line.path.type).text
    sheet.set(CellPlace(row: row, column: 1), .text(line.heading + mark), looks.label)
    sheet.set(CellPlace(row: row, column: 3), help.isEmpty ? .blank : .text(help), looks.help)
    if let total = total(of: line, totals) {
      let place = CellPlace(row: row, column: 4)
      sheet.set(place, .formula(total.formula, value: total.value), looks.sum)
    }
    let value = value(of: line)
    let isFixed = line.path.steps == [.field("kind")]
    sheet.set(place, value, looks.value(line.path.type, isLocked: isFixed))
    if let rule = codes.rule(line.field, line.path.type, of: layout.kind) {
      sheet.validations.append(rule.with(CellRange(place, place), line.field.label.th))
    }
    sheet.fit(row: row, line.heading + mark, width: Self.headerWidths[0], fontSize: 14)
    sheet.fit(row: row, help, width: Self.headerWidths[2], fontSize: 12)
    if case .text(let text) = value {
      sheet.fit(row: row, text, width: Self.headerWidths[1], fontSize: 14)
    }
  }

  private mutating func value(of line: StandardLayout.Line) -> CellInput {
    if let document, let node = node(line.path, in: document) {
      if let input = inputs?.input(node, as: line.path.type) { return input }
    }
    guard document == nil else { return .blank }
    if line.path.steps == [.field("kind")] { return .text(layout.kind.title(in: codes)) }
    if line.path.steps == [.field("job")], layout.kind.jobs.count == 1 {
      return .number(String(layout.kind.jobs[0]))
    }
    return .blank
  }

  private func node(_ path: FieldPath, in document: Document) -> NodeID? {
    var node = document.root
    for case .field(let name) in path.steps {
      guard let child = document.child(of: node, name) else { return nil }
      node = child
    }
    return node
  }

  /// The formula of the sum with which a total is compared: of the list beside it, else of the first
  /// list of the submission that has amounts.
  private func total(of line: StandardLayout.Line, _ totals: [String: TemplateSum]) -> TemplateSum?
  {
    guard line.path.type == .money, case .field("total")? = line.path.steps.last else { return nil }
    let beside = line.path.steps.dropLast()
    let lists = layout.sheets.compactMap { sheet in sheet.tables.first.map { (sheet, $0.list) } }
    let near = lists.first { sheet, list in
      totals[sheet.name] != nil && list.steps.dropLast().elementsEqual(beside)
    }
    let far = lists.first { sheet, list in totals[sheet.name] != nil && list.steps.count == 1 }
    return (near ?? far).flatMap { totals[$0.0.name] }
  }

  static let footer = "&Cหน้า &P / &N"
}

extension SubmissionKind {
  /// The name of the kind as the drop-down of kinds has it.
  func title(in codes: CodeColumns) -> String {
    codes.name(of: id, in: .code("kind")) ?? title.th
  }
}

/// The sum of the amounts of a sheet.
struct TemplateSum {
  let formula: String
  let value: String
}
