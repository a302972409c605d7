import Foundation
import Krong
import TestSupport
import Testing

private let examples = [
  "Examples/annual-action-plan/faults-submitted.yaml",
  "Examples/annual-action-plan/faults-considered.yaml",
  "Examples/annual-action-plan/ready.json",
  "Examples/annual-action-plan/requirements-j-second-round.yaml",
  "Examples/budget-transfer/faults-effective.yaml",
  "Examples/budget-transfer/faults-form.yaml",
  "Examples/education-development-plan/faults-submitted.yaml",
]
private let day = ["--as-of", "2026-07-15"]

@Suite("Saved reports and rounds")
struct RoundsTests {
  /// Checks in this process: the program reads its rules anew each time.
  private static func check(_ files: [String], profile: String? = nil) throws -> Report {
    let workspace =
      if let profile {
        try Workspace.load(
          Program.root.appendingPathComponent("Rules").path,
          options: Workspace.Options(profile: profile)
        )
      } else {
        try CommandFixture.workspace.get()
      }
    let date = try #require(CalendarDate(year: 2026, month: 7, day: 15))
    return try workspace.check(files, options: CheckOptions(asOf: date, makesRecord: true)).report
  }

  /// Checks a plan of our own and saves the report.
  private func save(
    _ text: String,
    _ name: String,
    in folder: TemporaryFolder,
    profile: String? = nil
  ) throws -> String {
    let plan = try folder.write("plan.yaml", text)
    let report = try Self.check([plan], profile: profile)
    return try folder.write(name, report.formatted(as: .json))
  }

  private func plan(_ fields: String, stage: String = "submitted") -> String {
    """
    id: ap-1
    kind: annual-action-plan
    job: 2
    stage: \(stage)
    title: แผนปฏิบัติการ
    \(fields)
    """
  }

  @Test("a saved report shows as it was shown at first, in every format", arguments: examples)
  func roundTrip(example: String) throws {
    let folder = try TemporaryFolder()
    let file = Program.root.appendingPathComponent(example).path
    let report = try Self.check([file])
    let json = report.formatted(as: .json)
    let saved = try SavedReport.read(try folder.write("report.json", json))
    for format in ReportFormat.allCases {
      for language in [Language.th, .en] {
        let options = ReportOptions(language: language, detail: .full)
        let text = saved.formatted(as: format, options: options)
        let first = report.formatted(as: format, options: options)
        #expect(text.utf8.elementsEqual(first.utf8), "\(format)")
      }
    }
  }

  @Test("scores come from the results of a saved report; a number that was changed is told")
  func recomputed() throws {
    let folder = try TemporaryFolder()
    let json = folder.path("report.json")
    let example = Program.root.appendingPathComponent(examples[0]).path
    let text = try Self.check([example]).formatted(as: .json)
    try folder.write("report.json", text)
    let honest = try SavedReport.read(json)
    let total = try #require(honest.submissions.first?.scorecard.total)
    let forged = text.replacing("\"total\": \(total)", with: "\"total\": 99.99")
    #expect(forged != text)
    let file = try folder.write("forged.json", forged)
    let run = try Program.run(["report", file])
    #expect(run.output.contains("\(total)"))
    #expect(run.errors.contains("REPORT-002"))
    #expect(honest.problems.isEmpty)
  }

  @Test(
    "a file that is no report is refused",
    arguments: ["{}", "[]", "{\"krong\": \"report/9\"}", "{\"krong\": \"report/1\"}", "krong: 1"]
  )
  func noReport(_ text: String) throws {
    let folder = try TemporaryFolder()
    let file = try folder.write("x.json", text)
    let run = try Program.run(["report", file])
    #expect(run.status == 2)
    #expect(run.output.isEmpty)
    #expect(!run.errors.isEmpty)
  }

  @Test("findings are fixed, remaining or new, whatever moves them in the file")
  func changes() throws {
    let folder = try TemporaryFolder()
    let first = plan(
      "projects: [{id: p1, name: ก, budget: 5}, {id: p2, name: ข, strategy_ref: S1}]"
    )
    // p1 gets its strategy, p2 moves to the front and loses its own.
    let second = plan(
      "development_plan_ref: แผนพัฒนา\nprojects: [{id: p2, name: ข}, {id: p1, name: ก, budget: 5, strategy_ref: S1}]"
    )
    let old = try SavedReport.read(try save(first, "old.json", in: folder))
    let new = try SavedReport.read(try save(second, "new.json", in: folder))
    let entry = try #require(Comparison(old: old, new: new).entries.first)
    func places(_ change: Comparison.Change, _ rule: String) -> [String] {
      entry.items(change).filter { $0.finding.rule == rule }
        .map { $0.finding.element + " " + $0.finding.part }
    }
    #expect(
      places(.fixed, "J02-ALN-007") == [" development_plan_ref", "projects[id=p1] strategy_ref"]
        || places(.fixed, "J02-ALN-007").count == 2
    )
    #expect(places(.new, "J02-ALN-007").count == 1)
    #expect(places(.new, "J02-ALN-007").first?.hasPrefix("projects[id=p2]") == true)
    #expect(!places(.remaining, "J02-CMP-003").isEmpty)
    let same = try #require(Comparison(old: old, new: old).entries.first)
    #expect(same.items.allSatisfy { $0.change == .remaining })
    #expect(same.items.count == old.submissions.first?.failures.count)
  }

  @Test("what a rule did not look at in one of the reports is not comparable, and says why")
  func notComparable() throws {
    let folder = try TemporaryFolder()
    let draft = try save(plan("projects: []", stage: "draft"), "draft.json", in: folder)
    let sent = try save(plan("projects: []"), "sent.json", in: folder)
    let text = try save(plan("projects: []"), "pre.json", in: folder, profile: "pre-check")
    let up = Comparison(old: try SavedReport.read(draft), new: try SavedReport.read(sent))
    let item = try #require(up.entries.first?.items(.notComparable).first)
    #expect(item.reason?.th == "ครั้งก่อนไม่ได้ใช้เกณฑ์นี้ (ยังไม่ถึงสถานะที่ต้องตรวจ)")
    #expect(up.entries.first?.items(.new).isEmpty == true)
    let down = Comparison(old: try SavedReport.read(sent), new: try SavedReport.read(draft))
    #expect(down.entries.first?.items(.fixed).isEmpty == true)
    let narrowed = Comparison(old: try SavedReport.read(sent), new: try SavedReport.read(text))
    let left = try #require(narrowed.entries.first?.items(.notComparable).first)
    #expect(left.reason?.th == "ครั้งนี้ไม่ได้เลือกตรวจ")
    #expect(narrowed.differences.map(\.en).contains("different profiles: full and pre-check"))
  }

  @Test("rules that changed, and another day, are told beside the findings")
  func differences() throws {
    let folder = try TemporaryFolder()
    let json = try save(plan("projects: []"), "a.json", in: folder)
    let text = try String(contentsOfFile: json, encoding: .utf8)
    let rule = try #require(text.range(of: "\"name\": \"J02-CMP-001\",\n        \"sha256\": \""))
    var changed = text.replacing("\"as_of\": \"2026-07-15\"", with: "\"as_of\": \"2026-07-16\"")
    let digits = rule.upperBound..<text.index(rule.upperBound, offsetBy: 8)
    changed = changed.replacing(text[digits], with: "00000000")
    let other = try folder.write("b.json", changed)
    let run = try Program.run(["diff", json, other, "--lang", "en"])
    #expect(run.status == 0)
    #expect(run.output.contains("as of different days: 15 July 2026 and 16 July 2026"))
    #expect(run.output.contains("rules that changed: J02-CMP-001"))
  }

  @Test("new findings alone can make the exit code 1, with diff and with check")
  func exitCodes() throws {
    let folder = try TemporaryFolder()
    let fewer = plan("development_plan_ref: ก\nprojects: [{id: p1, name: ก, strategy_ref: S1}]")
    let more = plan("development_plan_ref: ก\nprojects: [{id: p1, name: ก}]")
    let good = try save(fewer, "good.json", in: folder)
    let bad = try save(more, "bad.json", in: folder)
    #expect(try Program.run(["diff", good, bad]).status == 0)
    #expect(try Program.run(["diff", good, bad, "--fail-on-new", "error"]).status == 1)
    #expect(try Program.run(["diff", bad, good, "--fail-on-new", "info"]).status == 0)
    #expect(try Program.run(["diff", good, folder.path("no.json")]).status == 2)
    let check = ["check", folder.path("plan.yaml"), "--fail-on", "never"] + day
    #expect(try Program.run(check + ["--baseline", good, "--fail-on-new", "error"]).status == 1)
    #expect(try Program.run(check + ["--baseline", bad, "--fail-on-new", "error"]).status == 0)
    #expect(try Program.run(check + ["--fail-on-new", "error"]).status == 2)
    let run = try Program.run(check + ["--baseline", good])
    #expect(run.output.contains("พบใหม่ (1 รายการ)"))
  }

  @Test("each remark of the earlier resolution stands against change and place")
  func remarks() throws {
    let folder = try TemporaryFolder()
    let second = plan(
      """
      round: 2
      previous_id: ap-0
      previous_resolution: {decision: not-approved, date: 2025-10-20, remarks: [{id: r1, text: เพิ่มค่าเป้าหมาย}, {id: r2, text: ทบทวนงบประมาณ}]}
      responses: [{remark_id: r1, change: เพิ่มร้อยละ 80, where: หน้า 24}, {remark_id: r9, change: ก, where: ข}]
      comments: [{id: c1, from: council, text: ปรับชื่อ, response: ปรับแล้ว, status: revised}]
      projects: [{id: p1, name: ก}]
      """
    )
    // The earlier round had an id of its own.
    let first = plan("projects: [{id: p1, name: ก}]").replacing("id: ap-1", with: "id: ap-0")
    let old = try save(first, "old.json", in: folder)
    let new = try save(second, "new.json", in: folder)
    let comparison = Comparison(old: try SavedReport.read(old), new: try SavedReport.read(new))
    let entry = try #require(comparison.entries.first)
    #expect(comparison.entries.count == 1)
    #expect(entry.old?.round == 1)
    #expect(entry.items(.remaining).contains { $0.finding.rule == "J02-ALN-007" })
    #expect(entry.remarks.map(\.id) == ["r1", "r2", "r9", "c1"])
    #expect(entry.remarks.map(\.isAnswered) == [true, false, true, true])
    let text = try Program.run(["diff", old, new]).output
    #expect(text.contains("หน้าหรือหัวข้อที่แก้ไข: หน้า 24"))
    #expect(text.contains("ทบทวนงบประมาณ\n    ยังไม่ได้ระบุผลการดำเนินการ"))
    #expect(text.contains("กศจ.  ปรับชื่อ"))
  }

  @Test(
    "a remark that only the earlier report holds is not lost: without a response it is unanswered"
  )
  func remarksOfTheBaseline() throws {
    let folder = try TemporaryFolder()
    let first = plan(
      """
      projects: [{id: p1, name: ก}]
      resolution: {decision: approved-with-remarks, date: 2025-10-20, remarks: [{id: r1, text: เพิ่มค่าเป้าหมาย}, {id: r2, text: ทบทวนงบประมาณ}]}
      """
    )
    let second = plan(
      """
      round: 2
      previous_id: ap-1
      responses: [{remark_id: r1, change: เพิ่มร้อยละ 80, where: หน้า 24}]
      projects: [{id: p1, name: ก}]
      """
    )
    let old = try save(first, "old.json", in: folder)
    let new = try save(second, "new.json", in: folder)
    let text = try Program.run(["diff", old, new]).output
    #expect(text.contains("r1  เพิ่มค่าเป้าหมาย"))
    #expect(text.contains("ทบทวนงบประมาณ\n    ยังไม่ได้ระบุผลการดำเนินการ"))
    let paper = try Program.run([
      "report", new, "--baseline", old, "--paper", "round-comparison", "--format", "md",
    ])
    #expect(paper.output.contains("ทบทวนงบประมาณ"))
    #expect(paper.output.contains("ยังไม่ได้ระบุผลการดำเนินการ"))
    // The same round again has no earlier resolution.
    let same = try Program.run(["diff", old, old]).output
    #expect(!same.contains("ทบทวนงบประมาณ"))
  }

  @Test("what a rule for later rounds finds is new, though it had nothing to ask in the first")
  func newInALaterRound() throws {
    let folder = try TemporaryFolder()
    let old = try save(plan("projects: [{id: p1, name: ก}]"), "old.json", in: folder)
    let later = """
      round: 2
      previous_id: ap-1
      previous_resolution: {decision: not-approved, remarks: [{id: r1, text: ข}]}
      projects: [{id: p1, name: ก}]
      """
    let new = try save(plan(later), "new.json", in: folder)
    let comparison = Comparison(old: try SavedReport.read(old), new: try SavedReport.read(new))
    let entry = try #require(comparison.entries.first)
    #expect(entry.items(.new).map(\.finding.rule).contains("J02-PRC-005"))
    #expect(comparison.newFindings(from: .error).contains { $0.finding.rule == "J02-PRC-005" })
  }

  @Test("with a baseline a check reads as much as the report that it is compared with")
  func catalogues() throws {
    let folder = try TemporaryFolder()
    let file = try folder.write("plan.yaml", plan("projects: [{id: p1, name: ก}]"))
    let kept = folder.path("kept.json")
    _ = try Program.run(["check", file] + day + ["--output", "json=\(kept)"])
    let again = try Program.run(["check", file] + day + ["--baseline", kept])
    #expect(again.output.contains("แก้ไขแล้ว 0"))
    #expect(!again.output.contains("บัญชีรหัส"))
  }
}
