import Foundation
import Diagnostics
import Krong
import PlanValues
import Reporting
import TestSupport
import Testing

/// To which submissions a form belongs, and what it says of them (requirements, section F).
@Suite("papers where they belong")
struct PaperScopeTests {
  private static let day = CalendarDate(year: 2026, month: 9, day: 15)

  /// A form of a submission that stands in a file of its own.
  private func paper(
    _ form: String,
    _ submission: String,
    stage: String? = nil
  ) throws -> String {
    let folder = try TemporaryFolder()
    let file = try folder.write("submission.yaml", submission)
    return try paper(form, [file], stage: stage)
  }

  private func paper(_ form: String, _ files: [String], stage: String? = nil) throws -> String {
    var options = CheckOptions(
      asOf: try #require(Self.day),
      makesAlignmentTable: true,
      makesRecord: true
    )
    options.stage = stage
    let report = try CommandFixture.workspace.get().check(files, options: options).report
    let bytes = try report.paper(.named(form), as: .md, language: .th)
    return String(decoding: bytes, as: UTF8.self)
  }

  private func example(_ name: String) -> String {
    "\(SharedData.packageRoot.path)/Examples/\(name).yaml"
  }

  /// The reasons for which a form is refused.
  private func refusal(_ form: String, _ name: String, stage: String? = nil) -> [String] {
    do {
      _ = try paper(form, [example(name)], stage: stage)
      return []
    } catch let error as DiagnosticError {
      #expect(error.diagnostics.map(\.code.text) == ["PAPER-006"])
      #expect(error.diagnostics.first?.help?.th.hasPrefix("เอกสารนี้ใช้") == true)
      return error.diagnostics.flatMap(\.notes).map(\.text.th)
    } catch {
      return ["\(error)"]
    }
  }

  // MARK: Where forms do not belong

  struct Refused: Sendable, CustomTestStringConvertible {
    let form: String
    let file: String
    var stage: String?
    let reason: String

    var testDescription: String { "\(form) of \(file)" }
  }

  @Test(
    "a form that belongs to none of the submissions is refused with the reason",
    arguments: [
      Refused(form: "F2", file: "policy-instrument/faults-effective", reason: "ไม่มีแผนที่ต้องอ้าง"),
      Refused(form: "F4", file: "service-record/ready", reason: "งานที่ 22 ในคู่มือไม่มีขั้นตอน"),
      Refused(form: "F4", file: "budget-transfer/ready", reason: "พ้นขั้นตอน"),
      Refused(form: "F5", file: "annual-action-plan/ready", stage: "submitted", reason: "งานที่ 2 "),
      Refused(form: "F5", file: "budget-transfer/faults-submitted", reason: "ไม่ใช่ “พร้อมเสนอ”"),
      Refused(form: "F5", file: "budget-transfer/ready", reason: "สถานะ “มีผลใช้” พ้นขั้นตอน"),
      Refused(form: "F5", file: "monitoring-report/ready", reason: "งานที่ 12 ในคู่มือ"),
      Refused(
        form: "F7",
        file: "budget-transfer/faults-submitted",
        reason: "ตั้งแต่สถานะ “กลั่นกรองแล้ว”"
      ),
      Refused(form: "F8", file: "budget-transfer/faults-submitted", reason: "สถานะ “รับเรื่องแล้ว” แต่"),
      Refused(form: "F10", file: "budget-transfer/faults-submitted", reason: "“กศจ. พิจารณาแล้ว”"),
      Refused(
        form: "F10",
        file: "policy-instrument/ready",
        reason: "งานที่ 17 ในคู่มือไม่มีขั้นตอนที่ใช้เอกสารนี้"
      ),
      Refused(form: "F12", file: "budget-transfer/ready", reason: "งานที่ 3 ในคู่มือ"),
      Refused(form: "F13", file: "budget-transfer/faults-submitted", reason: "ไม่มีการเผยแพร่หรือจัดส่ง"),
      Refused(form: "F14", file: "budget-transfer/ready", reason: "งานที่ 3 ในคู่มือ"),
    ]
  )
  func refused(_ example: Refused) {
    let reasons = refusal(example.form, example.file, stage: example.stage)
    #expect(reasons.count == 1 && reasons.allSatisfy { $0.contains(example.reason) }, "\(reasons)")
  }

  @Test("of a docket the paper holds those to which it belongs, and names the others")
  func docket() throws {
    let files = ["budget-transfer/ready", "annual-action-plan/ready"].map(example)
    let text = try paper("F5", files, stage: "submitted")
    #expect(text.contains("btr-2569-021") && text.contains("ไม่ได้ทำเอกสารนี้ให้ ๑ เรื่อง"))
    #expect(text.contains("`aap-2570-001` – งานที่ ๒ ในคู่มือไม่มีขั้นตอนที่ใช้เอกสารนี้"))
  }

  @Test("a plan that comes again goes to the council without being screened again")
  func laterRound() throws {
    let text = try paper("F8", [example("annual-action-plan/requirements-j-second-round")])
    #expect(text.contains("เสนอครั้งที่ ๒"))
  }

  // MARK: What they say

  @Test("the memo states no opinion of the office and leaves room for it")
  func memo() throws {
    let text = try paper("F5", [example("budget-transfer/ready")], stage: "submitted")
    #expect(!text.contains("เห็นควร") && !text.contains("พิจารณาแล้ว"))
    #expect(text.contains("**ความเห็นของผู้เสนอ** (เว้นไว้ให้เจ้าหน้าที่เขียน)"))
  }

  @Test(
    "the body that screens has its name from the manual",
    arguments: [
      ("annual-action-plan/faults-submitted", "คณะอนุกรรมการเกี่ยวกับการพัฒนาการศึกษา"),
      ("information-dataset/ready", "คณะกรรมการบริหารข้อมูลสารสนเทศด้านการศึกษา"),
      ("budget-transfer/ready", "คณะอนุกรรมการที่ได้รับมอบหมาย"),
    ]
  )
  func screeningBody(_ file: String, _ body: String) throws {
    let text = try paper("F4", [example(file)], stage: "submitted")
    #expect(text.contains("\n**\(body)**\n") && text.contains("จึงเสนอ\(body)เพื่อโปรดพิจารณา"))
  }

  @Test(
    "abbreviations stand between spaces, and what only informs the council asks for no approval"
  )
  func council() throws {
    let transfer = try paper("F8", [example("budget-transfer/ready")], stage: "screened")
    #expect(transfer.contains("จึงเสนอ กศจ. เพื่อโปรดพิจารณา"))
    #expect(!transfer.contains("อีกครั้ง"))
    let data = try paper("F8", [example("information-dataset/ready")], stage: "screened")
    #expect(data.contains("จึงเสนอ กศจ. เพื่อโปรดทราบ") && !data.contains("[ ] เห็นชอบ"))
  }

  // MARK: The notice of the resolution

  private func resolved(_ job: Int, _ resolution: String) -> String {
    let kind = job == 2 ? "annual-action-plan" : job == 3 ? "budget-transfer" : "budget-request"
    return """
      id: x-1
      kind: \(kind)
      job: \(job)
      title: เรื่องตัวอย่าง
      fiscal_year: 2570
      stage: considered
      submitter: {name: สพป. ตัวอย่าง เขต 1, type: district-primary}
      resolution: \(resolution)
      """
  }

  @Test("the body is named, whether the file has its code or its name")
  func body() throws {
    let start = "meeting: 6/2569, date: 2026-06-25, decision: approved}"
    for body in ["council", "คณะกรรมการศึกษาธิการจังหวัด (กศจ.)"] {
      let text = try paper("F10", resolved(3, "{body: \(body), \(start)"))
      #expect(text.contains("บัดนี้ คณะกรรมการศึกษาธิการจังหวัด (กศจ.) ในการประชุมครั้งที่ ๖/๒๕๖๙"))
      #expect(!text.contains("council"))
    }
  }

  @Test("only job 2 brings a plan before the council again", arguments: [2, 3, 14])
  func secondRound(job: Int) throws {
    let start = "{body: กศจ., meeting: 6/2569, date: 2026-06-25, decision:"
    for decision in ["not-approved", "approved-with-remarks"] {
      let remarks = "remarks: [{id: r1, text: เพิ่มเหตุผล}]"
      let text = try paper("F10", resolved(job, "\(start) \(decision), \(remarks)}"))
      #expect(text.contains("อีกครั้ง") == (job == 2))
      #expect(text.contains("โดยมีข้อสังเกต ดังนี้") && text.contains("เพิ่มเหตุผล"))
    }
  }

  @Test("remarks are spoken of only where there are some", arguments: [2, 3, 14])
  func noRemarks(job: Int) throws {
    let start = "{body: กศจ., meeting: 6/2569, date: 2026-06-25, decision:"
    for decision in ["approved", "not-approved"] {
      let text = try paper("F10", resolved(job, "\(start) \(decision)}"))
      #expect(!text.contains("ข้อสังเกต"))
    }
  }

  @Test("a resolution that is not on record is left open, with what follows from it")
  func open() throws {
    let text = try paper("F10", resolved(2, "{}"))
    #expect(text.contains("โดยมีข้อสังเกต (ถ้ามี) ดังนี้") && text.contains("โปรดทราบ และ...."))
  }

  @Test("the letter is addressed to the head of the submitter, by what the submitter is")
  func addressee() throws {
    let start = "{body: กศจ., meeting: 6/2569, date: 2026-06-25, decision: approved}"
    let text = resolved(3, start)
    #expect(try paper("F10", text).contains("**เรียน**: ผู้อำนวยการ สพป. ตัวอย่าง เขต ๑"))
    let agency = text.replacing(
      "{name: สพป. ตัวอย่าง เขต 1, type: district-primary}",
      with: "{name: วิทยาลัยตัวอย่าง, type: agency}"
    )
    #expect(try paper("F10", agency).contains("**เรียน**: หัวหน้าวิทยาลัยตัวอย่าง"))
  }

  @Test("those concerned are told what a meeting came to, agenda item by agenda item")
  func meetingOutcome() throws {
    let text = try paper("F10", [example("meeting-record/ready")])
    #expect(text.contains("# เรื่อง  แจ้งผลการประชุมคณะกรรมการบริหารข้อมูลสารสนเทศด้านการศึกษา"))
    #expect(
      text.contains(
        "| ๑/๒๕๖๙ | ๔.๑ | แนวปฏิบัติการจัดเก็บข้อมูลสารสนเทศด้านการศึกษา | เห็นชอบโดยมีข้อสังเกต | สพป. ตัวอย่าง เขต ๑ | ปรับถ้อยคำข้อ ๕ ให้ชัดเจน"
      )
    )
    // An item that concerns nobody is told to nobody.
    #expect(!text.contains("๔.๒") && !text.contains("เพื่อขอความเห็นชอบ"))
  }

  // MARK: Ledgers

  @Test("yearly reports of a committee and their publication are in the ledger")
  func annualReports() throws {
    let text = try paper("F13", [example("meeting-record/ready")])
    let report = "รายงานผลการดำเนินงานประจำปีงบประมาณ พ.ศ. 2569"
    #expect(text.contains("\(report) | คณะกรรมการบริหารข้อมูลสารสนเทศด้านการศึกษาระดับภาค |"))
    #expect(text.contains("\(report) – เผยแพร่ต่อสาธารณชน | เว็บไซต์"))
    #expect(text.contains("12 ตุลาคม 2569<br>หลังวันที่ตรวจ"))
  }

  @Test("a report that is dated after the day of the check was not made yet")
  func laterReports() throws {
    let text = try paper("F12", [example("disbursement-report/ready")])
    #expect(text.contains("รายงานแล้ว 10 กรกฎาคม 2569"))
    #expect(!text.contains("รายงานแล้ว 9 ตุลาคม 2569"))
    #expect(text.contains("ยังไม่ถึงกำหนด<br>(มีรายงานลงวันที่ 9 ตุลาคม 2569 ซึ่งหลังวันที่ตรวจ"))
  }

  @Test("a ledger without a report yet says which quarters are still to come")
  func noReports() throws {
    let text = try paper(
      "F12",
      "{id: m-1, kind: monitoring-report, job: 12, title: ก, fiscal_year: 2570, stage: submitted}"
    )
    #expect(text.contains("| 2570 | ยังไม่ถึงกำหนด | ยังไม่ถึงกำหนด | ยังไม่ถึงกำหนด | ยังไม่ถึงกำหนด |"))
  }

  private func spending(_ actual: String, disbursed: String) -> String {
    """
    id: d-1
    kind: disbursement-report
    job: 19
    title: รายงานผลการใช้จ่ายงบประมาณ
    fiscal_year: 2569
    stage: effective
    lines: [{project_id: p1, allocated: 100000, disbursed: \(disbursed)}]
    quarters: [{quarter: 1, planned_pct: 20, actual_pct: \(actual)}]
    """
  }

  @Test("what is not behind the plan is not put forward for acceleration")
  func inTime() throws {
    let error = #expect(throws: DiagnosticError.self) {
      try paper("F14", spending("25", disbursed: "25000"))
    }
    #expect(error?.diagnostics.first?.notes.first?.text.en.contains("no quarter") == true)
  }

  @Test("a quarter that was behind the plan is put forward, though the next one is not")
  func madeUp() throws {
    let text = spending("15", disbursed: "50000")
      .replacing(
        "actual_pct: 15}",
        with: "actual_pct: 15}, {quarter: 2, planned_pct: 40, actual_pct: 45}"
      )
    #expect(try paper("F14", text).contains("-5.00"))
  }

  @Test("a quarter behind the plan without a line behind it has no empty part for lines")
  func noLines() throws {
    let text = try paper("F14", spending("15", disbursed: "25000"))
    #expect(text.contains("-5.00") && !text.contains("รายการที่เบิกจ่ายต่ำกว่าแผน"))
  }

  @Test("the clauses of a finding in CSV are those of the submission's job")
  func clauses() throws {
    let report = try PaperFormTests.report(["budget-transfer/faults-submitted"])
    let bytes = try report.paper(.named("F1"), as: .csv, language: .en)
    let text = String(decoding: bytes, as: UTF8.self).replacing("\u{A0}", with: " ")
    #expect(text.contains("job 3 §") && !text.contains("job 14 §"), "\(text)")
  }
}
