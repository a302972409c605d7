package import Diagnostics
import Findings
import Intake
package import OpenXML
package import Reporting
import RuleModel
import SourceText
import Spreadsheets

/// Marks an Excel workbook with the findings of its submission.
package enum WorkbookAnnotation {
  /// The workbook with notes and colours at the cells and a sheet of findings.
  package static func marked(
    _ archive: PackageArchive,
    _ report: Report,
    language: Language
  ) throws(PackageProblem) -> AnnotatedFile {
    let workbook = try WorkbookReader.read(archive)
    let text = MarkText(language)
    let findings = report.submissions.flatMap(MarkText.sorted)
    let marks = marks(findings, text)
    var marker = try WorkbookMarker(archive, workbook)
    let sheet = FindingsSheet(report, findings, text).content
    let bytes = try marker.marked(marks, sheet: sheet, former: StandardLayout.findingsSheets)
    return AnnotatedFile(bytes: bytes, places: marks.count, findings: findings.count)
  }

  private static func marks(_ findings: [Finding], _ text: MarkText) -> [CellMark] {
    struct Cell: Hashable {
      let sheet: [UInt8]
      let place: CellPlace
    }
    var order: [Cell] = []
    var groups: [Cell: [Finding]] = [:]
    for finding in findings where MarkText.isMarked(finding) {
      guard let position = finding.place.position,
        case .cell(let sheet, let name) = finding.place.scheme.spot(position),
        let place = CellPlace(Array(name.utf8))
      else { continue }
      let cell = Cell(sheet: Array(sheet.utf8), place: place)
      if groups[cell] == nil { order.append(cell) }
      groups[cell, default: []].append(finding)
    }
    return order.compactMap { cell in
      guard let group = groups[cell], let first = group.first else { return nil }
      return CellMark(
        sheet: String(decoding: cell.sheet, as: UTF8.self),
        place: cell.place,
        note: text.note(group),
        look: look(first)
      )
    }
  }

  /// Red for what must be mended, yellow for what should be, blue for what is worth knowing, violet for
  /// what could not be checked.
  static func look(_ finding: Finding) -> CellMark.Look {
    guard finding.outcome == .fail else { return CellMark.Look(fill: "E4DFEC", line: "7030A0") }
    return switch finding.severity {
    case .error: CellMark.Look(fill: "FFC7CE", line: "C00000")
    case .warning: CellMark.Look(fill: "FFEB9C", line: "BF8F00")
    case .info: CellMark.Look(fill: "DDEBF7", line: "2F75B5")
    }
  }
}

/// The sheet that lists all findings, with links to their cells.
private struct FindingsSheet {
  private static let widths: [Double] = [6, 17, 17, 50, 22, 30, 42, 26]
  private static let headings: [LocalizedText] = [
    LocalizedText(th: "ที่", en: "No."), LocalizedText(th: "ระดับ", en: "Severity"),
    LocalizedText(th: "เกณฑ์", en: "Rule"), LocalizedText(th: "ข้อตรวจพบ", en: "Finding"),
    LocalizedText(th: "เซลล์", en: "Cell"), LocalizedText(th: "ตำแหน่ง", en: "Place"),
    LocalizedText(th: "แนวทางแก้ไข", en: "Remedy"),
    LocalizedText(th: "ที่มา", en: "Source"),
  ]
  private static let plain = CellStyle().with {
    $0.fontSize = 14
    $0.isWrapped = true
  }
  private static let bordered = plain.with { $0.hasBorder = true }
  private static let heading = bordered.with {
    $0.isBold = true
    $0.alignment = .center
    $0.fillColor = "DCE6F1"
  }
  private static let title = CellStyle().with {
    $0.fontSize = 18
    $0.isBold = true
  }

  private let report: Report
  private let findings: [Finding]
  private let text: MarkText

  init(_ report: Report, _ findings: [Finding], _ text: MarkText) {
    self.report = report
    self.findings = findings
    self.text = text
  }

  var content: SheetContent {
    let names = StandardLayout.findingsSheets
    var sheet = SheetContent(name: text.language == .th ? names[0] : names[1])
    sheet.columnWidths = Self.widths
    sheet.printing.isLandscape = true
    sheet.printing.footer = text.language == .th ? "&Cหน้า &P / &N" : "&C&P / &N"
    var row = writeHead(&sheet)
    for (index, heading) in Self.headings.enumerated() {
      let place = CellPlace(row: row, column: index + 1)
      sheet.set(place, .text(heading[text.language]), Self.heading)
    }
    sheet.setHeight(ofRow: row, 24)
    sheet.frozenRows = row
    sheet.printing.repeatedRows = row
    let first = CellPlace(row: row, column: 1)
    for (index, finding) in findings.enumerated() {
      row += 1
      write(finding, index + 1, row, &sheet)
    }
    if !findings.isEmpty {
      sheet.filter = CellRange(first, CellPlace(row: row, column: Self.widths.count))
    }
    return sheet
  }

  /// Title, verdict and what the list is; gives the row behind them.
  private func writeHead(_ sheet: inout SheetContent) -> Int {
    let width = Self.widths.reduce(0, +)
    var row = 1
    func line(_ content: String, _ style: CellStyle, _ sheet: inout SheetContent) {
      let last = CellPlace(row: row, column: Self.widths.count)
      let first = CellPlace(row: row, column: 1)
      sheet.set(first, .text(content), style)
      sheet.merged.append(CellRange(first, last))
      sheet.fit(row: row, content, width: width, fontSize: style.fontSize)
      row += 1
    }
    for submission in report.submissions {
      line(text.title(submission), Self.title.with { $0.isWrapped = true }, &sheet)
      line(text.verdict(submission), Self.plain.with { $0.isBold = true }, &sheet)
    }
    line(text.head(report), Self.plain, &sheet)
    line(text.caveat, Self.plain, &sheet)
    return row
  }

  private func write(_ finding: Finding, _ number: Int, _ row: Int, _ sheet: inout SheetContent) {
    let language = text.language
    let state = Self.bordered.with {
      $0.fillColor =
        finding.outcome == .fail || MarkText.isMarked(finding)
        ? WorkbookAnnotation.look(finding).fill : nil
    }
    let texts = [
      text.state(finding), finding.rule, finding.message[language],
      PlaceText.inside(finding.place, language) ?? "", finding.place.label[language],
      finding.remedy[language], text.source(finding),
    ]
    sheet.set(
      CellPlace(row: row, column: 1),
      .number(String(number)),
      Self.bordered.with { $0.alignment = .center }
    )
    for (index, content) in texts.enumerated() {
      let column = index + 2
      let isLink = column == 5 && link(finding) != nil
      let style =
        column == 2
        ? state : isLink ? Self.bordered.with { $0.textColor = "0563C1" } : Self.bordered
      sheet.set(CellPlace(row: row, column: column), .text(content), style)
      sheet.fit(row: row, content, width: Self.widths[column - 1], fontSize: 14)
    }
    if let link = link(finding) { sheet.links.append((CellPlace(row: row, column: 5), link)) }
  }

  /// The cell as Excel writes links inside a workbook.
  private func link(_ finding: Finding) -> String? {
    guard let position = finding.place.position,
      case .cell(let sheet, let name) = finding.place.scheme.spot(position), !sheet.isEmpty
    else { return nil }
    return "\(WorkbookWriter.quoted(sheet))!\(name)"
  }
}
