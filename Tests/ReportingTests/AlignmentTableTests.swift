import Diagnostics
import DocumentArena
import Findings
import Reporting
import SourceText
import TestSupport
import Testing

@Suite("The alignment table as it is shown")
struct AlignmentTableTests {
  private static func place(_ line: UInt32, _ path: String) -> FindingPlace {
    FindingPlace(
      file: "plan.yaml",
      path: DocumentPath([.key(path)]),
      position: SourcePosition(line: line, column: 5),
      length: 3,
      isAbsent: false,
      label: LocalizedText(th: "แผนที่อ้างอิง", en: "plan")
    )
  }

  private static let item = AlignmentTable.Item(
    code: "NEP-3",
    name: LocalizedText(th: "การพัฒนาศักยภาพคนทุกช่วงวัย", en: "Human potential at every age"),
    isVerified: false,
    isInForce: false
  )

  private static func link(
    _ recognition: AlignmentTable.Recognition,
    cited: String? = "ยุทธศาสตร์ที่ 3 การพัฒนาศักยภาพคนทุกช่วงวัย\u{1B}[31m",
    item: AlignmentTable.Item? = nil,
    near: [AlignmentTable.Item] = []
  ) -> AlignmentTable.Link {
    AlignmentTable.Link(
      cited: cited,
      reason: cited == nil ? nil : "พัฒนาทักษะอาชีพและทักษะชีวิตของผู้เรียน",
      edition: nil,
      place: place(7, "item"),
      recognition: recognition,
      form: item == nil ? nil : "number",
      item: item,
      suggestions: near
    )
  }

  private static func column(_ index: Int) -> AlignmentTable.Column {
    AlignmentTable.Column(
      plan: "plan-\(index)",
      name: LocalizedText(th: "แผนที่ \(index) ว่าด้วยการพัฒนาการศึกษา", en: "Plan \(index)"),
      level: index == 0 ? nil : 2,
      rules: index == 0 ? [] : ["J02-ALN-00\(index % 10)"],
      isInForce: index != 1,
      unserved: index == 2 ? [item, item] : []
    )
  }

  private static func row(
    _ row: Int,
    _ columns: Int,
    _ links: [AlignmentTable.Link]
  ) -> AlignmentTable.Row {
    var cells: [AlignmentTable.Cell] = []
    for index in 0..<columns {
      let own = row == 1 && index < links.count ? [links[index]] : []
      let isLacking = (row == 2 && index == 3) || (row == 1 && index == 6)
      cells.append(AlignmentTable.Cell(links: own, findings: isLacking ? ["J02-ALN-003"] : []))
    }
    let name = "โครงการที่ \(row) “พัฒนาทักษะที่จำเป็นของผู้เรียนในพื้นที่สูงและทุรกันดารทุกโรงเรียน”"
    return AlignmentTable.Row(
      label: LocalizedText(th: name, en: "Project \(row)\n“Skills”"),
      place: place(UInt32(row) + 20, "projects"),
      cells: cells
    )
  }

  /// A table with every sort of cell, names that must be cut, and a plan that the registry lacks.
  private static func table(columns: Int) -> AlignmentTable {
    let links: [AlignmentTable.Link] = [
      link(.found, item: item), link(.torn, near: [item, item]), link(.unknown, near: [item]),
      link(.unknown), link(.notListed), link(.noItems), link(.blank, cited: nil),
    ]
    let names = (0..<columns).map(column)
    let rows = (0..<4).map { row($0, columns, links) }
    let coverage = AlignmentTable.Coverage(
      objectives: [
        .init(
          label: LocalizedText(th: "กลยุทธ์ที่ 1", en: "Strategy 1"),
          place: place(40, "strategies"),
          projects: [rows[0].label, rows[1].label]
        ),
        .init(
          label: LocalizedText(th: "กลยุทธ์ที่ 2", en: "Strategy 2"),
          place: place(41, "strategies"),
          projects: []
        ),
      ],
      idle: [(rows[2].label, place(22, "projects"))],
      projectCount: 4
    )
    return AlignmentTable(columns: names, rows: rows, coverage: coverage)
  }

  private static func report(columns: Int) throws -> Report {
    let result = SubmissionResult(
      header: Made.header(),
      structure: [],
      rules: [],
      alignment: table(columns: columns)
    )
    return try MadeReport.report([result])
  }

  @Test("in Thai and English, as text and JSON")
  func snapshots() throws {
    let report = try Self.report(columns: 14)
    for language in [Language.th, .en] {
      var options = ReportOptions(language: language)
      options.showsAlignmentTable = true
      let text = report.formatted(as: .text, options: options)
      try expectSnapshot(text, "alignment.\(language == .th ? "th" : "en").txt")
    }
    try expectSnapshot(report.formatted(as: .json), "alignment.json")
  }

  @Test("no line is wider than asked for, and no control character is passed on")
  func width() throws {
    for columns in [0, 1, 7, 12, 13, 40] {
      for width in [60, 80, 100] {
        var options = ReportOptions(columns: width)
        options.showsAlignmentTable = true
        let text = try Self.report(columns: columns).formatted(as: .text, options: options)
        #expect(!text.contains("\u{1B}"))
        for line in text.split(separator: "\n") {
          #expect(DisplayWidth.columns(of: String(line)) <= width, "\(line)")
        }
      }
    }
  }

  @Test("without being asked for it, the text has no table")
  func notAskedFor() throws {
    let text = try Self.report(columns: 3).formatted(as: .text)
    #expect(!text.contains("ตารางวิเคราะห์ความสอดคล้อง"))
  }
}
