// RuleTesting runs the examples that stand in rules: each is a fragment of a submission and what the
// rule must make of it. Commands, continuous integration and our own tests use it alike.

import Catalogues
public import DocumentArena
import Evaluation
public import Findings
import PlanValues
public import RuleCompiler
public import RuleModel
import Submissions

/// Runs the examples of rules.
public enum RuleTesting {
  /// Something that an example states.
  public struct Expectation: Hashable, Sendable {
    /// What is stated: `outcome`, `at`, `share`, `missing`, `why`, `says`, `also`.
    public let name: String
    /// What the example says.
    public let expected: String
    /// What the rule gave.
    public let found: String

    /// Whether they agree.
    public var holds: Bool { expected.utf8.elementsEqual(found.utf8) }
  }

  /// What became of one example.
  public struct ExampleResult: Sendable {
    /// The rule.
    public let rule: String
    /// Which example, from 1.
    public let number: Int
    /// Its name, where it has one.
    public let name: String?
    /// The outcome that the rule gave, for coverage; nil when the example could not be run.
    public let outcome: Outcome?
    /// What was stated, with what was found.
    public let expectations: [Expectation]
    /// The node of the example in the rule's file.
    public let node: NodeID

    /// Whether all that was stated holds.
    public var passes: Bool { expectations.allSatisfy(\.holds) }

    /// The statements that do not hold.
    public var failures: [Expectation] { expectations.filter { !$0.holds } }
  }

  /// Runs all examples of a rule, in order.
  ///
  /// The fragment gets the kind, the job and the stage of the rule where it names none. The rule must be
  /// compiled for the kinds of its examples; where it does not apply, the example is told so.
  public static func run(_ rule: Rule, in rules: CompiledRuleSet) -> [ExampleResult] {
    let evaluator = Evaluator(CompiledRuleSet(only: rule.id, of: rules))
    return rule.examples.enumerated().map { index, example in
      run(example, number: index + 1, of: rule, rules: rules, evaluator)
    }
  }

  /// The day on which an example is judged that names none; far from every date in use, so that a rule
  /// that reads it shows.
  static let defaultDay = CalendarDate(iso: "2025-01-01") ?? .min

  private static func run(
    _ example: RuleExample,
    number: Int,
    of rule: Rule,
    rules: CompiledRuleSet,
    _ evaluator: Evaluator
  ) -> ExampleResult {
    let context = rules.context
    let submission = ExampleSubmission.make(example.fragment, of: rule, in: context)
    let docket = example.with.map {
      ExampleSubmission.read(
        DocumentCopy.copy($0, of: rule.document, keys: context.keys),
        in: context
      )
    }
    let asOf = example.asOf.flatMap { CalendarDate(iso: $0) } ?? defaultDay
    var settings = EvaluationSettings(asOf: asOf)
    settings.office = example.office.map {
      EvaluationSettings.Section(document: rule.document, node: $0)
    }
    settings.parameters = [ExampleParameters.section(example, of: rule)].compactMap(\.self)
    settings.waivers = example.waivers.compactMap {
      WaiverLoader.read($0, in: rule.document).value
    }
    let result = evaluator.evaluate(submission, docket: docket, settings: settings)
    guard let found = result.rules.first else {
      return ExampleResult(
        rule: rule.id,
        number: number,
        name: example.name,
        outcome: nil,
        expectations: [Expectation(name: "outcome", expected: example.outcome, found: "-")],
        node: example.node
      )
    }
    return ExampleResult(
      rule: rule.id,
      number: number,
      name: example.name,
      outcome: found.outcome,
      expectations: ExampleComparison.compare(example, with: found),
      node: example.node
    )
  }
}
