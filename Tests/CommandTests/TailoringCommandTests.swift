import Foundation
import Krong
import TestSupport
import Testing

private let faults = "Examples/annual-action-plan/faults-submitted.yaml"
private let day = ["--as-of", "2026-07-15"]

@Suite("Profiles and waivers of the command")
struct TailoringCommandTests {
  private func check(_ options: Workspace.Options) throws -> CheckedSubmission {
    let workspace = try Workspace.load(
      Program.root.appendingPathComponent("Rules").path,
      options: options
    )
    let date = try #require(CalendarDate(year: 2026, month: 7, day: 15))
    let path = Program.root.appendingPathComponent(faults).path
    let report = try workspace.check([path], options: CheckOptions(asOf: date)).report
    #expect(report.receipt.profile == options.profile ?? "full")
    return try #require(report.submissions.first)
  }

  @Test("text-only takes derived rules out of score and verdict, and tells of them all the same")
  func textOnly() throws {
    let full = try check(Workspace.Options())
    let textOnly = try check(Workspace.Options(profile: "text-only"))
    #expect(textOnly.failures.map(\.fingerprint) == full.failures.map(\.fingerprint))
    let bases = Dictionary(
      uniqueKeysWithValues: full.result.rules.map { ($0.rule.id, $0.rule.basis) }
    )
    #expect(!textOnly.scorecard.unscored.isEmpty)
    #expect(textOnly.scorecard.unscored.allSatisfy { bases[$0] == .derived })
    #expect(textOnly.scorecard.contributions.allSatisfy { bases[$0.rule] == .text })
    let blockers = textOnly.scorecard.blockers.filter { !$0.hasPrefix("STR-") }
    #expect(blockers.allSatisfy { bases[$0] == .text })
    #expect(full.scorecard.blockers.contains("COM-CON-002"))
    #expect(!textOnly.scorecard.blockers.contains("COM-CON-002"))
  }

  @Test("pre-check leaves out steps, notices and what is for information only")
  func preCheck() throws {
    let checked = try check(Workspace.Options(profile: "pre-check"))
    for result in checked.result.rules where result.outcome != .notSelected {
      #expect(result.rule.severity != .info)
      #expect(![.procedure, .disclosure, .threshold].contains(result.rule.family))
    }
    let left = checked.result.rules.filter { $0.outcome == .notSelected }
    #expect(left.count > 50)
    #expect(left.allSatisfy { $0.reasonDetail?.th.contains("pre-check") == true })
  }

  @Test("full is what a check without a profile does")
  func full() throws {
    let (plain, full) = (try check(.init()), try check(.init(profile: "full")))
    #expect(plain.scorecard.total == full.scorecard.total)
    #expect(plain.failures == full.failures)
  }

  @Test("a profile may be a file of one's own that extends one of the rules")
  func ownProfile() throws {
    let folder = try TemporaryFolder()
    let file = try folder.write(
      "mine.yaml",
      "krong: 1\nprofile: mine\ntitle: {th: ก, en: a}\nextends: text-only\ndeselect: [J02-ALN-002]\n"
    )
    let workspace = try Workspace.load(
      Program.root.appendingPathComponent("Rules").path,
      options: Workspace.Options(profile: file)
    )
    #expect(workspace.profiles.map(\.id) == ["text-only", "mine"])
  }

  @Test(
    "a profile that cannot be used is told with its place",
    arguments: [
      ("extends: nothing", "WORK-013"),
      ("deselect: [J02-ALN-099]", "CONF-004"), ("set: {J99-CMP-001: {weight: 1}}", "CONF-004"),
      ("params: {how_min_chars: many}", "CONF-003"),
      ("params: {J02-CMP-001.nothing: 1}", "CONF-004"),
      ("deselct: []", "CONF-001"),
    ]
  )
  func broken(_ key: String, _ code: String) throws {
    let folder = try TemporaryFolder()
    let file = try folder.write(
      "mine.yaml",
      "krong: 1\nprofile: mine\ntitle: {th: ก, en: a}\n\(key)\n"
    )
    #expect {
      try Workspace.load(
        Program.root.appendingPathComponent("Rules").path,
        options: Workspace.Options(profile: file)
      )
    } throws: { error in
      guard let error = error as? DiagnosticError, let first = error.diagnostics.first else {
        return false
      }
      return first.code.text == code && first.place.position?.line == 4
    }
  }

  @Test("a skeleton of waivers is refused as it is, and waives what it names once it is filled in")
  func skeleton() throws {
    let folder = try TemporaryFolder()
    let file = folder.path("waivers.yaml")
    let run = try Program.run(["check", faults, "--write-waivers", file] + day)
    #expect(run.status == 1)
    let empty = try String(contentsOfFile: file, encoding: .utf8)
    #expect(empty.contains("- rule: J02-CMP-001"))
    #expect(empty.contains("until: 2026-09-30"))
    let lint = try Program.run(["lint", file])
    #expect(lint.status == 1)
    #expect(lint.output.contains("CONF-005"))
    let filled = empty.replacing("reason: \"\"", with: "reason: รอลงนาม")
      .replacing("approver: \"\"", with: "approver: ศึกษาธิการจังหวัด")
    try folder.write("waivers.yaml", filled)
    #expect(try Program.run(["lint", file]).status == 0)
    let checked = try check(Workspace.Options(waivers: file))
    let waived = checked.findings.filter { $0.outcome == .waived }
    #expect(waived.map(\.rule) == ["J02-CMP-001"])
    #expect(checked.result.rules.allSatisfy { $0.outcome != .fail || !$0.rule.isWaivable })
    #expect(checked.result.idleWaivers.isEmpty)
  }

  @Test("lint looks at waivers, offices and profiles too, and knows the rules that they name")
  func lint() throws {
    let folder = try TemporaryFolder()
    let waiver =
      "krong: 1\nwaivers:\n  - {rule: J02-CMP-099, subject: a, reason: ก, approver: ข, from: 2026-01-01, until: 2026-01-02}\n"
    let run = try Program.run(["lint", try folder.write("w.yaml", waiver), "--lang", "en"])
    #expect(run.status == 1)
    #expect(run.output.contains("unknown rule “J02-CMP-099”"))
  }

  @Test(
    "the score that is shown can be chosen; the verdict stays",
    arguments: ScoringModel.allCases
  )
  func scoreModels(model: ScoringModel) throws {
    let report = try CommandFixture.workspace.get().check(
      [Program.root.appendingPathComponent(faults).path],
      options: CheckOptions(asOf: try #require(CalendarDate(year: 2026, month: 7, day: 15)))
    ).report
    let card = try #require(report.submissions.first).scorecard
    let text = report.formatted(as: .text, options: ReportOptions(model: model))
    let shown = card.score(model).map(\.score.rounded) ?? card.total?.description ?? ""
    #expect(text.contains(shown))
    #expect(text.contains("ยังไม่พร้อมเสนอ"))
    for score in card.models {
      #expect(score.score <= score.maximum)
      // Each fix leads to the score that a report without its fault has.
      for gain in score.gains where score.model != .absolute {
        #expect(gain.points.millionths > 0)
      }
      let gained = score.gains.reduce(score.score.millionths) { $0 + $1.points.millionths }
      if score.model != .absolute { #expect(abs(gained - score.maximum.millionths) < 200) }
    }
  }
}
