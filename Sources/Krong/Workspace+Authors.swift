import Catalogues
public import Diagnostics
import DocumentArena
public import PlanValues
public import Reporting
public import RuleCompiler
import RuleLint
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
  /// - Parameters:
  ///   - folder: The folder of rules.
  ///   - rulePaths: Files and folders to look at instead of the rules of the folder.
  ///   - asOf: The day on which rules, parameters and waivers must not have run out.
  ///   - atHand: Files that are taken as they are here, not as they are on disk: what an editor holds.
  /// - Returns: What was found.
  /// - Throws: Only when the folder itself is none of rules.
  public static func lint(
    _ folder: String,
    rulePaths: [String]? = nil,
    asOf: CalendarDate = Today.inThailand(),
    atHand: [SourceFile] = []
  ) throws(DiagnosticError) -> LintResult {
    var options = Options(
      readsExamples: true,
      readsClauses: true,
      readsConfiguration: true,
      readsOptionalRules: rulePaths == nil
    )
    options.rulePaths = rulePaths
    options.readsMappings = true
    var loader = WorkspaceLoader(options: options, atHand: atHand)
    loader.lintDay = asOf
    let listed = try RuleFolder(folder)
    _ = try loader.load(listed)
    var diagnostics = loader.bag.sorted
    var costs: [RuleCost] = []
    if let context = loader.context {
      // The graph is looked at too, whether or not a rule asks for it.
      let alignment = loader.frameworks?.source ?? .none
      _ = alignment.graph
      diagnostics += alignment.diagnostics
      let compiling = RuleSetContext(
        kinds: context.kinds,
        catalogues: context.catalogues,
        alignment: alignment
      )
      let rules = loader.rules.map(\.rule)
      let set = CompiledRuleSet(rules, in: compiling)
      costs = set.costs
      diagnostics += set.diagnostics + set.diagnostics(of: costs, over: CostLimits())
      // Of a broken rule its mistakes are told; what it does is not known yet.
      let broken = Set(diagnostics.filter { $0.severity == .error }.map(\.place.file))
      let sound = rules.filter { !broken.contains($0.document.source.name) }
      let others = rulePaths == nil ? [] : loader.folderRules(listed, context)
      diagnostics += RuleLint.diagnostics(of: sound, beside: others, in: compiling, on: asOf)
      diagnostics += RuleLint.diagnostics(of: context.sharedParameters, on: asOf)
    }
    let sources = loader.sources
    let traps = InParallel.map(sources.count) { RuleLint.traps(in: sources[$0]) }
    return LintResult(
      diagnostics: Diagnostic.sorted(RuleLint.merged(diagnostics, with: traps.flatMap(\.self))),
      sources: sources,
      ruleCount: loader.rules.count,
      costs: costs
    )
  }
}
