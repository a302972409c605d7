import Catalogues
public import DocumentArena
public import Evaluation
import Findings
import PlanValues
public import RuleCompiler
public import RuleModel
import Submissions

/// A submission with its settings and what must come out, ready to be judged by any version of a rule.
///
/// Made once and run often: coverage counts it, and every mutant of a rule is tried on it.
public struct PreparedTest: Sendable {
  /// The file in which the test stands.
  public let document: Document
  /// The node of the test.
  public let node: NodeID
  /// Which test of its rule or file, from 1.
  public let number: Int
  /// Its name, where it has one.
  public let name: String?
  /// Whether it stands in a case file.
  public let isCase: Bool
  /// What it states, rule by rule.
  public let statements: [StatedResult]
  /// The outcomes that all other rules may have; nil when nothing is said about them.
  public let others: [String]?

  let submission: Submission
  let docket: [Submission]
  let settings: EvaluationSettings
  /// What the rules are compiled against for this test, where its office has editions of plans of its own.
  let ownContext: RuleSetContext?

  /// The id of the kind of its submission.
  public var kind: String { submission.kind.id }

  /// The test as far as it is about some rules; nil when it states nothing about them.
  public func limited(to rules: Set<String>) -> PreparedTest? {
    let kept = statements.filter { rules.contains($0.rule) }
    guard !kept.isEmpty else { return nil }
    return PreparedTest(
      document: document,
      node: node,
      number: number,
      name: name,
      isCase: isCase,
      statements: kept,
      others: nil,
      submission: submission,
      docket: docket,
      settings: settings,
      ownContext: ownContext
    )
  }

  /// Runs it with some rules and compares; rules that the test names and the set lacks are told.
  public func results(with evaluator: Evaluator) -> [RuleTesting.ExampleResult] {
    results(comparing: evaluate(with: evaluator))
  }

  /// What the rules make of the submission.
  func evaluate(
    with evaluator: Evaluator,
    recorder: EvaluationRecorder? = nil
  ) -> [RuleResult] {
    let evaluator = ownContext.map { own(evaluator, in: $0) } ?? evaluator
    return evaluator.evaluate(submission, docket: docket, settings: settings, recorder: recorder)
      .rules
  }

  /// The rules of an evaluator, compiled for this test alone.
  private func own(_ evaluator: Evaluator, in context: RuleSetContext) -> Evaluator {
    let rules = CompiledRuleSet(
      evaluator.rules.rules,
      for: [submission.kind],
      where: { _ in true },
      in: context
    )
    return Evaluator(rules)
  }

  /// What was found against what is stated.
  func results(comparing found: [RuleResult]) -> [RuleTesting.ExampleResult] {
    var results = statements.map { statement in
      let result = found.first { $0.rule.id.utf8.elementsEqual(statement.rule.utf8) }
      return self.result(
        of: statement.rule,
        at: statement.node,
        result,
        result.map { ExampleComparison.compare(statement, with: $0) }
          ?? [
            RuleTesting.Expectation(name: "outcome", expected: statement.outcome, found: "-")
          ]
      )
    }
    guard let others else { return results }
    let named = Set(statements.map(\.rule))
    for result in found where !named.contains(result.rule.id) {
      guard !others.contains(result.outcome.rawValue) else { continue }
      let expected = others.joined(separator: ", ")
      let expectation = RuleTesting.Expectation(
        name: "others",
        expected: expected,
        found: result.outcome.rawValue
      )
      results.append(self.result(of: result.rule.id, at: node, result, [expectation]))
    }
    return results
  }

  private func result(
    of rule: String,
    at node: NodeID,
    _ found: RuleResult?,
    _ expectations: [RuleTesting.Expectation]
  ) -> RuleTesting.ExampleResult {
    RuleTesting.ExampleResult(
      rule: rule,
      number: number,
      name: name,
      outcome: found?.outcome,
      expectations: expectations,
      node: node,
      document: document,
      isCase: isCase,
      findings: found?.findings ?? [],
      reason: found?.reason
    )
  }
}

extension PreparedTest {
  /// The examples of a rule, in order.
  ///
  /// The fragment gets the kind, the job and the stage of the rule where it names none.
  public static func examples(of rule: Rule, in context: RuleSetContext) -> [PreparedTest] {
    rule.examples.enumerated().map { index, example in
      PreparedTest(
        document: rule.document,
        node: example.node,
        number: index + 1,
        name: example.name,
        isCase: false,
        statements: [example.stated(for: rule.id)],
        others: nil,
        submission: ExampleSubmission.make(example.fragment, of: rule, in: context),
        docket: example.with.map {
          ExampleSubmission.read(
            DocumentCopy.copy($0, of: rule.document, keys: context.keys),
            in: context
          )
        },
        settings: settings(of: example, in: rule),
        ownContext: ownContext(example.planEditions, in: context)
      )
    }
  }

  /// A context with the editions of plans that an office sets; nil when it sets none.
  static func ownContext(
    _ editions: [PlanEditions],
    in context: RuleSetContext
  ) -> RuleSetContext? {
    editions.isEmpty ? nil : context.adding(editions)
  }

  private static func settings(of example: RuleExample, in rule: Rule) -> EvaluationSettings {
    let asOf = example.asOf.flatMap { CalendarDate(iso: $0) } ?? RuleTesting.defaultDay
    var settings = EvaluationSettings(asOf: asOf)
    settings.office = example.office.map {
      EvaluationSettings.Section(document: rule.document, node: $0)
    }
    settings.parameters = [ExampleParameters.section(example, of: rule)].compactMap(\.self)
    settings.waivers = example.waivers.compactMap {
      WaiverLoader.read($0, in: rule.document).value
    }
    return settings
  }
}
