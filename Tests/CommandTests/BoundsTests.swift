import Foundation
import Krong
import TestSupport
import Testing

/// Small files that ask for much: all is counted, a bounded part is told, and reports say so.
@Suite struct BoundsTests {
  private static let header = """
    id: AAP-1
    kind: annual-action-plan
    job: 2
    stage: closed
    title: แผนปฏิบัติการ (ตัวอย่าง)
    fiscal_year: 2569

    """

  private func check(_ text: String) throws -> Report {
    let folder = try TemporaryFolder()
    let file = try folder.write("plan.yaml", text)
    let workspace = try Workspace.load(Program.root.appendingPathComponent("Rules").path)
    let date = try #require(CalendarDate(iso: "2026-07-15"))
    return try workspace.check([file], options: CheckOptions(asOf: date)).report
  }

  @Test func findingsOnTheFormBeyondTheBoundAreCountedAndSaid() throws {
    let most = CheckLimits.findingsOfOneSort
    let fields = (0..<most + 7).map { "x\($0): 1\n" }.joined()
    let report = try check(Self.header + fields)
    let result = try #require(report.submissions.first?.result)
    #expect(result.structure.count { $0.rule == "STR-001" } == most)
    #expect(result.structureLeftOut == [SubmissionResult.LeftOut(code: "STR-001", count: 7)])
    let english = ReportOptions(language: .en)
    #expect(report.formatted(as: .text, options: english).contains("STR-001: 7 more were found"))
    let json = report.formatted(as: .json)
    #expect(json.contains("structure_left_out"))
    #expect(try check(Self.header).submissions.first?.result.structureLeftOut == [])
  }

  @Test func findingsOfARuleBeyondTheBoundAreCountedAndSaid() throws {
    let most = CheckLimits.findingsOfOneSort
    let projects = (0..<most + 5).map { "- {id: P\($0), name: โครงการ \($0)}\n" }.joined()
    let report = try check(Self.header + "projects:\n" + projects)
    let rules = try #require(report.submissions.first?.result.rules)
    let full = rules.filter { $0.leftOut > 0 }
    #expect(!full.isEmpty)
    for rule in full {
      let told = rule.findings.count { $0.outcome == .fail && !$0.isSofter }
      let unknown = rule.findings.count { $0.outcome == .unknown }
      #expect(told == min(rule.parts.fail, most), "\(rule.rule.id)")
      #expect(unknown == min(rule.parts.unknown, most), "\(rule.rule.id)")
      #expect(rule.findings.allSatisfy { !$0.message.th.isEmpty }, "\(rule.rule.id)")
    }
    let english = ReportOptions(language: .en)
    #expect(report.formatted(as: .text, options: english).contains("more were found and counted"))
  }

  @Test func aListBeyondTheBoundOfItsKindIsNotLookedInto() throws {
    let report = try check(
      Self.header + "projects:\n" + String(repeating: "- {zzz: 1}\n", count: 20_001)
    )
    let result = try #require(report.submissions.first?.result)
    #expect(result.structure.map(\.rule) == ["STR-002"])
    #expect(result.structure.first?.message.en.contains("at most 20000") ?? false)
    // What reads the list is unknown, never passed.
    #expect(
      result.rules.contains {
        $0.outcome == .unknown
          && $0.findings.contains { finding in
            finding.missing.contains { $0.description.hasPrefix("projects") }
          }
      }
    )
    #expect(report.submissions.first?.scorecard.verdict == .notReady)
  }

  @Test func filesOfTestsInFoldersAreSkippedAndNamed() throws {
    let folder = try TemporaryFolder()
    try folder.write("plan.yaml", Self.header)
    try folder.write("plan.expected.yaml", "findings: []\n")
    try folder.write("sub/plan.test.yml", "a: [\n")
    let day = ["--as-of", "2026-07-15", "--lang", "en"]
    let run = try Program.run(["check", folder.url.path, "-q"] + day)
    #expect(run.output.contains("plan.yaml"))
    #expect(!run.output.contains("plan.expected") && !run.output.contains("plan.test"))
    #expect(run.errors.isEmpty)
    let all = try Program.run(["check", folder.url.path, "-v"] + day)
    #expect(all.errors.contains("plan.expected.yaml"))
    #expect(all.errors.contains("plan.test.yml"))
    // Named itself, such a file is read.
    let named = try Program.run(["check", folder.path("sub/plan.test.yml")] + day)
    #expect(named.status == 2)
  }

  @Test func aFolderOfOtherYAMLIsNoSilentPass() throws {
    let folder = try TemporaryFolder()
    try folder.write("compose.yaml", "services:\n  web: {image: nginx}\n")
    let run = try Program.run(["check", folder.url.path, "--lang", "en", "--as-of", "2026-07-15"])
    #expect(run.status != 0)
    #expect(run.output.contains("kind"))
  }

  @Test func rulesThatCouldTakeTooLongAreNotUsed() throws {
    let folder = try TemporaryFolder()
    let rules = folder.path("Rules")
    let own = Program.root.appendingPathComponent("Rules").path
    try FileManager.default.copyItem(atPath: own, toPath: rules)
    let plan = try folder.write("plan.yaml", Self.header)
    let check = ["check", plan, "--rules", rules, "--as-of", "2026-07-15", "--lang", "en"]
    #expect(try Program.run(check).status == 1)
    try folder.write("Rules/consistency/TST-CON-001.yaml", Self.costlyRule)
    for command in [check, check + ["--no-cache"], ["test", rules, "--lang", "en"]] {
      let run = try Program.run(command)
      #expect(run.status == 2, "\(command)")
      #expect(run.errors.contains("TST-CON-001.yaml:12:5: error: "), "\(run.errors)")
      #expect(run.errors.contains("[CHECK-022]"), "\(run.errors)")
    }
  }

  /// Each of three projects beside each of two others: more steps than a rule may take.
  private static let costlyRule = """
    krong: 1
    rule: TST-CON-001
    title: {th: ทดสอบ, en: Test}
    family: consistency
    severity: error
    weight: 1
    basis: derived
    source: [J2 §5.4]
    applies_to: {kinds: [annual-action-plan], jobs: [2], from_stage: submitted}
    check:
      - present: [title]
      - at: title
        assert: projects.all(a, projects.all(b, projects.all(c, a.budget + b.budget >= c.budget)))
    message: {th: ไม่ผ่าน, en: not met}
    remedy: {th: แก้ไข, en: Mend it.}
    examples:
      - pass: {title: ก}
      - fail: {title: ข}

    """

  @Test func smallHostileFilesTakeLittleTime() throws {
    let folder = try TemporaryFolder()
    let texts = [
      "unknown": Self.header + (0..<8_000).map { "x\($0): 1\n" }.joined(),
      "documents": String(repeating: "a: 1\n---\n", count: 100_000),
      "projects": Self.header + "projects:\n" + String(repeating: "- {}\n", count: 5_000),
      "word": Self.header + "note: \"" + String(repeating: "ก", count: 330_000) + "\"\n",
      "line": "{" + Self.header.split(separator: "\n").joined(separator: ", ")
        + (0..<50_000).map { ", x\($0): 1" }.joined() + "}\n",
    ]
    for (name, text) in texts.sorted(by: { $0.key < $1.key }) {
      let file = try folder.write("\(name).yaml", text)
      for format in ["text", "json"] {
        let run = try Program.run(["check", file, "--as-of", "2026-07-15", "--format", format])
        // A debug build on a busy machine; what grew with the square took minutes.
        #expect(run.seconds < 180, "\(name) as \(format)")
        #expect(run.status == 1 || run.status == 2, "\(name) as \(format)")
      }
    }
  }
}
