import Foundation
import Krong
import TestSupport
import Testing

@Suite("Traceability from the manual to rules")
struct TraceabilityTests {
  private static let workspace = Result {
    try Workspace.load(
      Program.root.appendingPathComponent("Rules").path,
      options: Workspace.Options(readsExamples: true, readsClauses: true)
    ).compiledForAllKinds()
  }

  private func table() throws -> Traceability {
    try #require(Traceability(try Self.workspace.get()))
  }

  @Test("every clause has a rule, or a reason why none can check it")
  func everyClause() throws {
    let table = try table()
    #expect(table.clauses.citations.count == 384)
    #expect(table.uncovered == [])
    #expect(table.contradictory == [])
    #expect(Set(table.clauses.unchecked.map(\.citation)).count == table.clauses.unchecked.count)
  }

  @Test("a clause that loses its rule is seen")
  func lostRule() throws {
    let folder = try TemporaryFolder()
    let rules = try folder.copyRules()
    let rule = rules.appendingPathComponent("completeness/J10-CMP-001.yaml")
    try FileManager.default.removeItem(at: rule)
    let workspace = try Workspace.load(
      rules.path,
      options: Workspace.Options(readsClauses: true)
    )
    let lost = try #require(Traceability(workspace)).uncovered
    #expect(!lost.isEmpty)
    #expect(lost.allSatisfy { $0.hasPrefix("J10 §") })
  }

  @Test("every rule comes to pass, fail and not-applicable in its examples")
  func outcomes() throws {
    let seen = try Self.exampleOutcomes()
    for rule in try Self.workspace.get().rules {
      let outcomes = seen[rule.id] ?? []
      #expect(outcomes.isSuperset(of: [.pass, .fail]), "\(rule.id)")
    }
  }

  @Test("the table of the documentation is the one that rules and examples give")
  func documentation() throws {
    let text = try table().markdown(
      examples: try Self.exampleOutcomes(),
      submissions: try Self.submissionOutcomes()
    )
    let file = Program.root.appendingPathComponent("Sources/Krong/Krong.docc/Traceability.md")
    if ProcessInfo.processInfo.environment["RECORD_SNAPSHOTS"] != nil {
      try Data(text.utf8).write(to: file)
      Issue.record("recorded Traceability.md; run again without RECORD_SNAPSHOTS")
      return
    }
    let written = try String(contentsOf: file, encoding: .utf8)
    #expect(
      written.utf8.elementsEqual(text.utf8),
      "run this test with RECORD_SNAPSHOTS=1 to write the table anew"
    )
  }

  private static func exampleOutcomes() throws -> [String: Set<Outcome>] {
    var seen: [String: Set<Outcome>] = [:]
    let rules = Program.root.appendingPathComponent("Rules").path
    for example in try Workspace.test(rules).entries where !example.isCase {
      if let outcome = example.outcome { seen[example.rule, default: []].insert(outcome) }
    }
    return seen
  }

  private static func submissionOutcomes() throws -> [String: Set<Outcome>] {
    let folder = Program.root.appendingPathComponent("Examples")
    let files = try FileManager.default.subpathsOfDirectory(atPath: folder.path).sorted()
      .filter { !$0.contains(".expected.") }
      .filter { $0.hasSuffix(".yaml") || $0.hasSuffix(".json") }
    let date = try #require(CalendarDate(year: 2026, month: 9, day: 15))
    var seen: [String: Set<Outcome>] = [:]
    for file in files {
      let check = try workspace.get().check(
        [folder.appendingPathComponent(file).path],
        options: CheckOptions(asOf: date)
      )
      for result in check.report.submissions.flatMap(\.result.rules) {
        seen[result.rule.id, default: []].insert(result.outcome)
      }
    }
    return seen
  }
}
