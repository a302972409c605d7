public import Diagnostics
import DocumentArena
public import Reporting
public import RuleCompiler
import RuleModel
public import SourceText

/// What came of looking at rule files.
public struct LintResult: Sendable {
  /// What is wrong or doubtful, by file and place.
  public let diagnostics: [Diagnostic]

  /// The files, for the lines that the diagnostics point at.
  public let sources: [SourceFile]

  /// How many rules could be read.
  public let ruleCount: Int

  /// The worst case of each rule for each kind that it applies to, the costliest first.
  public let costs: [RuleCost]

  /// The result ready to be shown in any format.
  public var report: DiagnosticReport {
    DiagnosticReport(
      diagnostics: diagnostics,
      sources: sources,
      ruleCount: ruleCount,
      explanations: ExplainedCodes.all,
      engineVersion: KrongVersion.text
    )
  }
}

extension Workspace {
  /// Looks at a folder of rules, or at some files with the kinds and catalogues of that folder.
  ///
  /// Reads every file with its examples and compiles every rule for every kind that it applies to, so
  /// that one run tells everything.
  ///
  /// - Throws: Only when the folder itself is none of rules.
  public static func lint(
    _ folder: String,
    rulePaths: [String]? = nil
  ) throws(DiagnosticError) -> LintResult {
    var loader = WorkspaceLoader(options: .linting(rulePaths))
    _ = try loader.readAll(RuleFolder(folder))
    return judge(loader, nil)
  }

  /// What is wrong with what was read; a memory knows what compiling it gave before.
  static func judge(_ loader: WorkspaceLoader, _ memory: LintMemory?) -> LintResult {
    var diagnostics = loader.bag.sorted
    var costs: [RuleCost] = []
    if let context = loader.context {
      // The graph is looked at too, whether or not a rule asks for it.
      let alignment = loader.frameworks?.source ?? .none
      _ = alignment.graph
      diagnostics += alignment.diagnostics
      let (compiling, kept) =
        memory?.compiling(context, loader.frameworks)
        ?? (
          RuleSetContext(
            kinds: context.kinds,
            catalogues: context.catalogues,
            alignment: alignment
          ), nil
        )
      let rules = loader.rules.map(\.rule)
      let set = CompiledRuleSet(rules, for: nil, where: { _ in true }, in: compiling, kept: kept)
      costs = set.costs(kept: kept)
      diagnostics += set.diagnostics + set.diagnostics(of: costs, over: CostLimits())
    }
    return LintResult(
      diagnostics: Diagnostic.sorted(diagnostics),
      sources: loader.sources,
      ruleCount: loader.rules.count,
      costs: costs
    )
  }
}
