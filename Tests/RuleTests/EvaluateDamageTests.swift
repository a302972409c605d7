import Catalogues
import Diagnostics
import DocumentArena
import Evaluation
import Findings
import RuleCompiler
import RuleModel
import SeededNumbers
import SourceText
import Submissions
import TestSupport
import Testing

/// What happens to rules when a submission is damaged in one place.
@Suite("Damaged submissions")
struct EvaluateDamageTests {
  /// A document as JSON, one node replaced by something else.
  static func json(
    _ document: Document,
    _ node: NodeID,
    replacing target: NodeID,
    by junk: String
  )
    -> String
  {
    if node == target { return junk }
    switch document.kind(of: node) {
    case .map:
      let fields = document.children(of: node).map {
        quoted(document.keyName(of: $0)) + ": " + json(document, $0, replacing: target, by: junk)
      }
      return "{" + fields.joined(separator: ", ") + "}"
    case .list:
      let elements = document.children(of: node).map {
        json(document, $0, replacing: target, by: junk)
      }
      return "[" + elements.joined(separator: ", ") + "]"
    case .string: return quoted(document.text(of: node))
    case .null: return "null"
    case .bool, .int, .double: return document.text(of: node)
    }
  }

  private static func quoted(_ text: String) -> String {
    "\"" + text.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\\\"")
      + "\""
  }

  static let junk = ["null", "[]", "{}", "\"-\"", "[{}]", "-99999999999999999999", "\"ไม่ใช่\""]

  @Test(
    "No damage makes a rule fail to compute",
    .enabled(if: SharedData.has(EvaluateCompleteSubmissionsTests.file)),
    arguments: [0, 1]
  )
  func damage(_ index: Int) throws {
    let set = try RuleSet.shared.get()
    let rules = RuleExampleTests.ownRules.compactMap { set.rule($0).value }
    let text = try EvaluateCompleteSubmissionsTests.blocks()[index] + "\n"
    let whole = try set.submission(text)
    let jobs = Set([whole.job].compactMap { $0 })
    let evaluator = Evaluator(
      CompiledRuleSet(rules, for: [whole.kind], jobs: jobs, in: set.compiling)
    )
    var generator = SeededGenerator(seed: 7)
    let document = whole.document
    for position in stride(from: 1 + index, to: document.nodes.count, by: 5) {
      let node = NodeID(UInt32(position))
      if ["kind", "job"].contains(document.keyName(of: node)) { continue }
      let junk = generator.pick(Self.junk)
      let damaged = Self.json(document, document.root, replacing: node, by: junk)
      let result = evaluator.evaluate(try set.submission(damaged), settings: .on("2025-11-10"))
      let broken = result.rules.filter { $0.outcome == .error }
      #expect(broken.isEmpty, "\(document.path(of: node)) = \(junk): \(broken.map(\.rule.id))")
    }
  }

  @Test(
    "A submission of any shape is judged",
    arguments: [
      "[]", "x", "~", "kind: [annual-action-plan]", "kind: annual-action-plan\njob: {}", "{[]: 1}",
    ]
  )
  func shapes(_ text: String) throws {
    let set = try RuleSet.shared.get()
    let rules = RuleExampleTests.ownRules.prefix(10).compactMap { set.rule($0).value }
    guard let submission = try? set.submission(text) else { return }
    let kinds = set.context.kinds
    let evaluator = Evaluator(
      CompiledRuleSet(rules, for: [submission.kind, kinds.envelope], in: set.compiling)
    )
    let result = evaluator.evaluate(submission, settings: .test)
    #expect(result.rules.count == rules.count)
    #expect(!result.rules.contains { $0.outcome == .pass || $0.outcome == .error })
  }

  @Test("A kind that is not known is judged by the rules for all kinds")
  func unknownKind() throws {
    let set = try RuleSet.shared.get()
    let rule = ruleText("  - present: [title, id]", kinds: "all", jobs: "all")
    let rules = CompiledRuleSet([try set.rule(rule)], in: set.compiling)
    let submission = try set.submission("kind: nothing\nid: x\nstage: submitted\n")
    let result = Evaluator(rules).evaluate(submission, settings: .test)
    #expect(result.rules.first?.summary == "fail; 1/2; at title")
    #expect(result.header.kind == "nothing")
  }
}
