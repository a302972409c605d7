import DocumentReading
import Findings
import Krong
import PlanValues
import Reporting
import SourceText
import TestSupport
import Testing

/// The alignment table beside the findings: neither says what the other denies.
@Suite("the alignment table and the findings")
struct AlignmentFindingsTests {
  private static let plan = """
    id: edp-1
    kind: education-development-plan
    job: JOB
    title: แผนพัฒนาการศึกษา พ.ศ. 2571-2575
    fiscal_year: 2571
    stage: submitted
    submitter: {name: สำนักงานตัวอย่าง, type: provincial-office}
    period: {start: 2571, end: 2575}
    alignments:
      - {plan: nesdp, item: หมุดหมายที่ 12, how: พัฒนากำลังคนสมรรถนะสูงตามหมุดหมายของแผน}
      - {plan: national-strategy, item: ยุทธศาสตร์ที่ 3, how: พัฒนาคน}
      - {plan: master-plan, item: ประเด็นที่ 12, how: ยกระดับการเรียนรู้ของผู้เรียนทุกช่วงวัย}
      - {plan: แผนที่ไม่มี, item: เป้าหมายที่ 1, how: ยกระดับการเรียนรู้ของผู้เรียนทุกช่วงวัย}
    strategies:
      - {id: S1, name: ก, alignments: [{plan: moe-plan, item: ประเด็นที่ 2, how: อบรมครูให้ผ่านเกณฑ์สมรรถนะทุกโรงเรียน}]}
      - {id: S2, name: ข}
      - {id: S3, name: ค, alignments: [{plan: cluster-plan, item: ประเด็นที่ 2, how: ร่วมพัฒนาหลักสูตรของกลุ่มจังหวัด}]}
    """

  private func report(job: Int) throws -> Report {
    let folder = try TemporaryFolder()
    let file = try folder.write("plan.yaml", Self.plan.replacing("JOB", with: "\(job)"))
    let options = CheckOptions(
      asOf: try #require(CalendarDate(year: 2026, month: 9, day: 15)),
      makesAlignmentTable: true,
      makesRecord: true
    )
    return try CommandFixture.workspace.get().check([file], options: options).report
  }

  private func table(job: Int) throws -> AlignmentTable {
    try #require(try report(job: job).submissions.first?.result.alignment)
  }

  private func cell(
    _ plan: String,
    _ row: Int,
    _ table: AlignmentTable
  ) throws
    -> AlignmentTable.Cell
  {
    let index = try #require(table.columns.firstIndex { $0.plan == plan })
    return table.rows[row].cells[index]
  }

  @Test(
    "a link that a rule found fault with is not complete",
    arguments: [
      ("nesdp", ["COM-ALN-001"]), ("national-strategy", ["COM-ALN-002"]), ("master-plan", []),
      ("แผนที่ไม่มี", ["COM-ALN-001"]),
    ]
  )
  func links(_ plan: String, _ rules: [String]) throws {
    let link = try #require(try cell(plan, 0, table(job: 6)).links.first)
    #expect(link.findings == rules && link.isComplete == rules.isEmpty)
  }

  @Test("a strategy without a link has a row, marked with the rule that misses it where one does")
  func strategies() throws {
    let table = try table(job: 6)
    #expect(table.rows.map(\.findings) == [[], [], ["J06-ALN-003"], ["J06-ALN-003"]])
    let paper = try self.paper(report(job: 6), .md)
    #expect(paper.contains("กลยุทธ์ที่ 2 “ข”<br>**x ยังไม่ได้ระบุความเชื่อมโยงกับแผนใด** `J06-ALN-003`"))
    #expect(paper.contains("กลยุทธ์ที่ 3 “ค”<br>**○ ยังไม่ครบตามเกณฑ์** `J06-ALN-003`"))
    let other = try self.paper(report(job: 2), .md)
    #expect(other.contains("กลยุทธ์ที่ 2 “ข”<br>**· ยังไม่ได้ระบุความเชื่อมโยงกับแผนใด**"))
  }

  private func paper(_ report: Report, _ format: PaperFormat) throws -> String {
    let bytes = try report.paper(.named("F2"), as: format, language: .th)
    return String(decoding: bytes, as: UTF8.self)
  }

  @Test("the sign of a cell and the rows of CSV say so too")
  func signs() throws {
    let report = try report(job: 6)
    let paper = try self.paper(report, .md)
    #expect(paper.contains("○ `P13-12`") && paper.contains("มีข้อตรวจพบ `COM-ALN-001`"))
    #expect(paper.contains("● `MP-12`"))
    let csv = try self.paper(report, .csv)
    #expect(csv.contains("กลยุทธ์ที่ 2 “ข”,,,,ยังไม่ได้ระบุ,"))
  }

  @Test("a saved report makes the same table")
  func saved() throws {
    let report = try report(job: 6)
    let json = report.formatted(as: .json)
    let source = SourceFile(name: "report.json", bytes: Array(json.utf8))
    let again = try ReportReader.read(try DocumentReader.readOne(source))
    #expect(try paper(again, .md) == paper(report, .md))
    #expect(again.formatted(as: .json) == json)
  }
}
