import Diagnostics
import DocumentArena
import DocumentReading
import Evaluation
import Findings
public import RuleCompiler
public import RuleModel
import SourceText
import Submissions

extension RuleTesting {
  /// Counts which ways through some rules their tests take.
  ///
  /// A test counts for a rule when it states something about it: what is merely run proves nothing.
  public static func coverage(
    of rules: [Rule],
    in set: CompiledRuleSet,
    by tests: [PreparedTest]
  ) -> CoverageReport {
    var about: [String: [PreparedTest]] = [:]
    for test in tests {
      for statement in test.statements { about[statement.rule, default: []].append(test) }
    }
    return CoverageReport(
      rules: rules.map { rule in
        CoverageCount(rule, in: set).coverage(by: about[rule.id] ?? [])
      }
    )
  }
}

/// The counting of one rule.
private struct CoverageCount {
  let rule: Rule
  let set: CompiledRuleSet
  let compiled: [CompiledRule]

  init(_ rule: Rule, in set: CompiledRuleSet) {
    self.rule = rule
    self.set = set
    compiled = RuleCompiler.kinds(of: rule, in: set.context)
      .compactMap { set.rule(rule.id, for: $0.id) }
  }

  func coverage(by tests: [PreparedTest]) -> CoverageReport.RuleCoverage {
    let recorder = EvaluationRecorder()
    let evaluator = Evaluator(CompiledRuleSet(only: rule.id, of: set))
    var outcomes: [Outcome: Int] = [:]
    for test in tests {
      for result in test.evaluate(with: evaluator, recorder: recorder) {
        outcomes[result.outcome, default: 0] += 1
      }
    }
    let reach = Reachability(rule, compiled)
    var goals: [CoverageReport.Goal] = []
    var unreachable: [(outcome: String, reason: LocalizedText)] = []
    for outcome in [Outcome.pass, .fail, .unknown, .notApplicable, .waived, .notChecked] {
      let count = outcomes[outcome] ?? 0
      if count == 0, let reason = reach.whyNever(outcome) {
        unreachable.append((outcome.rawValue, reason))
      } else {
        goals.append(
          CoverageReport.Goal(
            kind: .outcome,
            subject: "outcome",
            branch: outcome.rawValue,
            position: nil,
            count: count
          )
        )
      }
    }
    goals += ways(recorder.counts)
    return CoverageReport.RuleCoverage(
      rule: rule.id,
      title: rule.title,
      file: rule.document.source.name,
      tests: tests.count,
      goals: goals,
      unreachable: unreachable
    )
  }

  /// The ways through the check, in the order of the file.
  private func ways(_ counts: [EvaluationRecorder.Point: Int]) -> [CoverageReport.Goal] {
    var walk = CoverageWalk()
    for rule in compiled { walk.add(rule) }
    let document = rule.document
    let lines = LineIndex(document.source)
    return walk.ways.map { way in
      let map = ScalarMap(document: document, node: way.point.node, lines: lines)
      let position =
        way.point.offset == 0
        ? document.position(of: way.point.node)
        : map.position(atUTF8Offset: way.point.offset)
      return CoverageReport.Goal(
        kind: way.kind,
        subject: document.path(of: way.point.node).description,
        branch: way.branch,
        position: position.map {
          CoverageReport.Position(line: Int($0.line), column: Int($0.column))
        },
        count: counts[way.point] ?? 0
      )
    }
  }
}
