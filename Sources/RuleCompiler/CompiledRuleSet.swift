package import Catalogues
public import Diagnostics
import DocumentArena
public import RuleModel
import SourceText
public import Submissions

/// The rules of a set, compiled for the kinds that are asked for.
public struct CompiledRuleSet: Sendable {
  /// What they were compiled against.
  public let context: RuleSetContext

  /// All rules, in the order of their ids (by UTF-8).
  public let rules: [Rule]

  /// What is wrong or doubtful with them.
  public private(set) var diagnostics: [Diagnostic]

  private let compiled: [String: [String: OnDemand<CompiledRule?>]]

  /// Compiles rules for some kinds, all of them when `kinds` is nil.
  ///
  /// A command that judges one submission asks for its kind and job only: rules that serve neither are
  /// kept as they are, which is enough to say why they do not apply. A rule with errors is left out
  /// and its diagnostics are listed, the same diagnostic of several kinds once.
  public init(
    _ rules: [Rule],
    for kinds: [SubmissionKind]? = nil,
    jobs: Set<Int>? = nil,
    in context: RuleSetContext
  ) {
    self.init(
      rules,
      for: kinds,
      where: { rule in
        guard let jobs, let wanted = rule.applicability.jobs else { return true }
        return !jobs.isDisjoint(with: wanted)
      },
      in: context
    )
    // What nothing at hand needs is looked at as well: a broken rule is never passed over.
    let idle = self.rules.filter { rule in
      compiled[rule.id] == nil
        && !diagnostics.contains { $0.place.file == rule.document.source.name }
    }
    // One kind is enough to meet its fields, codes and calls; lint compiles it for all of them.
    let results = InParallel.map(idle.count) { [idle] number in
      RuleCompiler.kinds(of: idle[number], in: context).first.map { kind in
        RuleCompiler.compile(idle[number], for: kind, in: context).diagnostics
      }
    }
    diagnostics += results.flatMap { $0 ?? [] }
  }

  /// Compiles those rules of a set that a condition lets through; at the others it does not even look.
  ///
  /// For rules that were found sound before.
  package init(
    _ rules: [Rule],
    for kinds: [SubmissionKind]?,
    where isNeeded: (Rule) -> Bool,
    in context: RuleSetContext,
    kept: CompileMemory? = nil
  ) {
    let rules = rules.sorted { $0.id.precedesInBytes($1.id) }
    var wanted: [(rule: Rule, kind: SubmissionKind)] = []
    for rule in rules where isNeeded(rule) {
      for kind in RuleCompiler.kinds(of: rule, in: context, among: kinds) {
        wanted.append((rule, kind))
      }
    }
    let results = InParallel.map(wanted.count) { [wanted] number in
      let (rule, kind) = wanted[number]
      return kept?.compile(rule, for: kind, in: context)
        ?? RuleCompiler.compile(rule, for: kind, in: context)
    }
    self.init(rules, results, in: context)
  }

  /// Puts a set together of rules and of what compiling some of them gave.
  ///
  /// - Parameters:
  ///   - rules: All rules, in the order of their ids.
  ///   - results: In the order of the rules.
  ///   - context: What they were compiled against.
  package init(_ rules: [Rule], _ results: [RuleCompiler.Result], in context: RuleSetContext) {
    self.context = context
    self.rules = rules
    var compiled: [String: [String: OnDemand<CompiledRule?>]] = [:]
    var diagnostics: [Diagnostic] = []
    for result in results {
      let before = diagnostics.count
      for diagnostic in result.diagnostics
      where !diagnostics[..<before].contains(where: diagnostic.isSameMistakeOfKind) {
        diagnostics.append(diagnostic)
      }
      if let rule = result.rule {
        compiled[rule.rule.id, default: [:]][rule.kind.id] = OnDemand { rule }
      }
    }
    self.compiled = compiled
    self.diagnostics = diagnostics
  }

  /// One that is compiled when it first runs: the id, the kind, and what makes it.
  package typealias Pending = (rule: String, kind: String, made: OnDemand<CompiledRule?>)

  /// Puts a set together of rules that were found sound before; what is wrong with them is not told.
  ///
  /// - Parameters:
  ///   - rules: All rules, in the order of their ids.
  ///   - pending: Those that are compiled when they are first asked for.
  ///   - context: What they are compiled against.
  package init(_ rules: [Rule], pending: [Pending], in context: RuleSetContext) {
    self.context = context
    self.rules = rules
    var compiled: [String: [String: OnDemand<CompiledRule?>]] = [:]
    for one in pending { compiled[one.rule, default: [:]][one.kind] = one.made }
    self.compiled = compiled
    diagnostics = []
  }

  /// The set of one rule of another set.
  public init(only id: String, of other: CompiledRuleSet) {
    context = other.context
    rules = other.rules.filter { $0.id.hasSameBytes(as: id) }
    diagnostics = []
    compiled = other.compiled
  }

  /// The set of some rules of another set.
  public init(only ids: Set<String>, of other: CompiledRuleSet) {
    context = other.context
    rules = other.rules.filter { ids.contains($0.id) }
    diagnostics = []
    compiled = other.compiled
  }

  /// The rule of an id as compiled for a kind.
  public func rule(_ id: String, for kind: String) -> CompiledRule? {
    onDemand(id, for: kind)?.value
  }

  /// The same, compiled when it is asked for.
  package func onDemand(_ id: String, for kind: String) -> OnDemand<CompiledRule?>? {
    compiled[id]?[kind]
  }
}
