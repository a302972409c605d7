// RuleTesting runs tests of rules: the examples that stand in them, each a fragment of a submission
// and what the rule must make of it, and case files beside them. It counts what the tests exercise
// (coverage) and bends rules to see whether the tests notice (mutants). Commands, continuous
// integration and our own tests use it alike.

import Catalogues
public import DocumentArena
import Evaluation
public import Findings
import PlanValues
public import RuleCompiler
public import RuleModel

/// Runs the tests of rules.
public enum RuleTesting {
  /// Something that a test states.
  public struct Expectation: Hashable, Sendable {
    /// What is stated: `outcome`, `at`, `share`, `missing`, `why`, `says`, `also`, `others`.
    public let name: String
    /// What the test says.
    public let expected: String
    /// What the rule gave.
    public let found: String

    /// Whether they agree.
    public var holds: Bool { expected.utf8.elementsEqual(found.utf8) }
  }

  /// What became of one rule in one example or case.
  public struct ExampleResult: Sendable {
    /// The rule.
    public let rule: String
    /// Which example of the rule, or which case of the file, from 1.
    public let number: Int
    /// Its name, where it has one.
    public let name: String?
    /// The outcome that the rule gave; nil when there is no such rule.
    public let outcome: Outcome?
    /// What was stated, with what was found.
    public let expectations: [Expectation]
    /// The node of the example or of the statement in its file.
    public let node: NodeID
    /// The file.
    public let document: Document
    /// Whether it stands in a case file.
    public let isCase: Bool
    /// What the rule found, for explanations of a failure.
    public let findings: [Finding]
    /// Why the rule was not applicable.
    public let reason: NotApplicableReason?

    /// Whether all that was stated holds.
    public var passes: Bool { expectations.allSatisfy(\.holds) }

    /// The statements that do not hold.
    public var failures: [Expectation] { expectations.filter { !$0.holds } }
  }

  /// Runs all examples of a rule, in order.
  ///
  /// The rule must be compiled for the kinds of its examples; where it does not apply, the example is
  /// told so.
  public static func run(_ rule: Rule, in rules: CompiledRuleSet) -> [ExampleResult] {
    let evaluator = Evaluator(CompiledRuleSet(only: rule.id, of: rules))
    return PreparedTest.examples(of: rule, in: rules.context)
      .flatMap { $0.results(with: evaluator) }
  }

  /// The day on which a test is judged that names none; far from every date in use, so that a rule
  /// that reads it shows.
  static let defaultDay = CalendarDate(iso: "2025-01-01") ?? .min
}
