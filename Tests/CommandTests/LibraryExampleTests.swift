import Foundation
import Krong
import Testing

/// The program of README.md, compiled: what a user of the library writes with `import Krong` alone.
@Suite("The library, as a user writes with it")
struct LibraryExampleTests {
  private func path(_ relative: String) -> String {
    Program.root.appendingPathComponent(relative).path
  }

  @Test("checks a file and reads the result")
  func checksAFile() throws {
    let workspace = try Workspace.load(path("Rules"))
    let date = try #require(CalendarDate(year: 2026, month: 7, day: 15))
    let check = try workspace.check(
      [path("Examples/budget-transfer/faults-submitted.yaml")],
      options: CheckOptions(asOf: date)
    )
    let submission = try #require(check.report.submissions.first)
    #expect(submission.scorecard.verdict == .notReady)
    #expect(submission.failures.contains { $0.rule == "J03-CON-002" && $0.severity == .error })
    #expect(check.report.receipt.rules.count == workspace.rules.count)
    #expect(
      check.report.formatted(as: .text, options: ReportOptions(language: .en)).contains("job 3")
    )
  }

  @Test("compiled once, a workspace gives the same reports as compiled for each check")
  func compiledOnce() throws {
    let workspace = try Workspace.load(path("Rules"))
    let compiled = try workspace.compiledForAllKinds()
    let date = try #require(CalendarDate(year: 2026, month: 9, day: 15))
    let files = [path("Examples/annual-action-plan/faults-submitted.yaml")]
    let options = CheckOptions(asOf: date)
    let first = try workspace.check(files, options: options).report.formatted(as: .json)
    let second = try compiled.check(files, options: options).report.formatted(as: .json)
    #expect(first.utf8.elementsEqual(second.utf8))
  }

  @Test("tells a folder that is none of rules")
  func noRules() {
    #expect(throws: DiagnosticError.self) { try Workspace.load(path("Examples")) }
    #expect(throws: DiagnosticError.self) { try Workspace.load(path("no-such-folder")) }
    #expect(!Workspace.isRulesFolder(path("Examples")))
    #expect(Workspace.isRulesFolder(path("Rules")))
  }

  @Test("another submission that is referred to comes from the docket")
  func docket() throws {
    let workspace = try Workspace.load(path("Rules"))
    let date = try #require(CalendarDate(year: 2026, month: 9, day: 15))
    let plan = [path("Examples/annual-action-plan/ready.yaml")]
    func outcome(_ docket: String?) throws -> Outcome? {
      let options = CheckOptions(asOf: date, docket: docket)
      let results = try workspace.check(plan, options: options).report.submissions.first?.result
        .rules
      return results?.first { $0.rule.id == "J02-ALN-007" }?.outcome
    }
    #expect(try outcome(path("Examples/education-development-plan")) == .pass)
  }
}
