import Catalogues
import Diagnostics
import DocumentArena
import Evaluation
import Findings
import Foundation
import RuleCompiler
import RuleModel
import Submissions
import TestSupport
import Testing

/// The two complete submissions of the requirements, section J, against all our rules.
@Suite("Complete submissions")
struct EvaluateCompleteSubmissionsTests {
  static let file = "domain/requirements.md"

  /// The YAML blocks of section J, in order.
  static func blocks() throws -> [String] {
    let url = try #require(SharedData.file(file))
    let text = try String(contentsOf: url, encoding: .utf8)
    let section = text.components(separatedBy: "\n## J. ").last ?? ""
    return section.components(separatedBy: "```yaml\n").dropFirst()
      .compactMap { $0.components(separatedBy: "\n```").first }
  }

  private func failures(_ index: Int) throws -> (failed: [String], told: [String], passed: Int) {
    let set = try RuleSet.shared.get()
    let rules = RuleExampleTests.ownRules.compactMap { set.rule($0).value }
    let blocks = try Self.blocks()
    try #require(index < blocks.count)
    let submission = try set.submission(blocks[index] + "\n")
    #expect(submission.structureFindings.map(\.code).isEmpty)
    let result = Evaluator(CompiledRuleSet(rules, for: [submission.kind], in: set.compiling))
      .evaluate(submission, settings: .on("2025-11-10"))
    let failed = result.rules.filter { ![.pass, .notApplicable].contains($0.outcome) }
    let told = failed.flatMap(\.findings).map { "\($0.rule) \($0.place.path): \($0.message.th)" }
    return (failed.map(\.rule.id), told, result.rules.count { $0.outcome == .pass })
  }

  @Test("The budget transfer passes every rule", .enabled(if: SharedData.has(file)))
  func transfer() throws {
    let (failed, told, passed) = try failures(0)
    #expect(failed.isEmpty, "\(told)")
    #expect(passed >= 20)
  }

  @Test("The annual plan falls short only where it is meant to", .enabled(if: SharedData.has(file)))
  func plan() throws {
    let (failed, told, passed) = try failures(1)
    #expect(failed == ["J02-ALN-005", "J02-ALN-006", "J02-ALN-008"], "\(told)")
    #expect(passed >= 14)
  }
}
