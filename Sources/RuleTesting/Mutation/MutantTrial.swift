import Catalogues
import Diagnostics
import DocumentArena
import Evaluation
public import RuleCompiler
public import RuleModel
import SourceText
import Submissions

/// One rule with its mutants and its tests.
public struct MutantTrial: Sendable {
  /// What becomes of a mutant.
  public enum Verdict: Sendable {
    /// A test comes out otherwise than stated.
    case killed
    /// All tests come out as stated.
    case survived
    /// It is no rule that can be run.
    case invalid
  }

  /// The rule.
  public let rule: Rule
  /// Its mutants, in the order of its file.
  public let mutants: [Mutant]

  private let tests: [PreparedTest]
  private let loading: RuleContext
  private let compiling: RuleSetContext
  private let kinds: [SubmissionKind]

  /// Prepares the mutants of a rule.
  ///
  /// `tests` are all tests that there are; those that state something about the rule are tried.
  public init(
    _ rule: Rule,
    in set: CompiledRuleSet,
    loading: RuleContext,
    tests: [PreparedTest]
  ) {
    self.rule = rule
    self.loading = loading
    compiling = set.context
    self.tests = tests.compactMap { $0.limited(to: [rule.id]) }
    let met = Set(self.tests.map(\.kind))
    kinds = RuleCompiler.kinds(of: rule, in: set.context).filter { met.contains($0.id) }
    let compiled = RuleCompiler.kinds(of: rule, in: set.context)
      .compactMap { set.rule(rule.id, for: $0.id) }
    mutants = MutantMaker.mutants(of: rule, compiled, in: set.context)
  }

  /// Tries a mutant on the tests, up to the first that notices.
  public func verdict(of mutant: Mutant) -> Verdict {
    let original = rule.document.source
    let source = SourceFile(name: original.name, bytes: mutant.bytes(of: original.utf8Bytes))
    guard let bent = RuleLoader.load(source, in: loading, examples: .skipped).value else {
      return .invalid
    }
    let set = CompiledRuleSet([bent], for: kinds, where: { _ in true }, in: compiling)
    guard !set.diagnostics.contains(where: { $0.severity == .error }) else { return .invalid }
    let evaluator = Evaluator(set)
    for test in tests where test.results(with: evaluator).contains(where: { !$0.passes }) {
      return .killed
    }
    return .survived
  }

  /// What a mutant changes in the file.
  public func diff(of mutant: Mutant) -> String {
    let original = rule.document.source
    return UnifiedDiff.text(
      original.utf8Bytes,
      mutant.bytes(of: original.utf8Bytes),
      file: original.name
    )
  }
}
