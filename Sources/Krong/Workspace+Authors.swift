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

  /// The result with what was found in more files.
  func adding(_ more: (diagnostics: [Diagnostic], sources: [SourceFile])) -> LintResult {
    LintResult(
      diagnostics: Diagnostic.sorted(diagnostics + more.diagnostics),
      sources: sources + more.sources,
      ruleCount: ruleCount,
      costs: costs
    )
  }

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
  ///   - office: The file of an office, whose plans rules may name and whose settings are looked at too.
  ///   - asOf: The day on which rules, parameters and waivers must not have run out.
  ///   - atHand: Files that are taken as they are here, not as they are on disk: what an editor holds.
  /// - Returns: What was found.
  /// - Throws: Only when the folder itself is none of rules.
  public static func lint(
    _ folder: String,
    rulePaths: [String]? = nil,
    office: String? = nil,
    asOf: CalendarDate = Today.inThailand(),
    atHand: [SourceFile] = []
  ) throws(DiagnosticError) -> LintResult {
    var options = Options.linting(rulePaths)
    options.office = office
    var loader = WorkspaceLoader(options: options, atHand: atHand)
    loader.lintDay = asOf
    let listed = try RuleFolder(folder)
    _ = try loader.readAll(listed)
    let result = judge(loader, listed, on: asOf, nil)
    // Cases name fields and rules that may not be there only because something else is wrong.
    guard loader.unsound.isEmpty else { return result }
    let tests = try lintTests(listed, rulePaths, loader)
    return tests.map(result.adding) ?? result
  }

  /// What is wrong with case files and the list of equivalent mutants, as `krong test` would tell it.
  private static func lintTests(
    _ listed: RuleFolder,
    _ rulePaths: [String]?,
    _ loader: WorkspaceLoader
  ) throws(DiagnosticError) -> (diagnostics: [Diagnostic], sources: [SourceFile])? {
    let selection = try TestSelection(listed, rulePaths)
    let files = rulePaths == nil ? selection.cases : selection.named
    let mutants = rulePaths == nil ? listed.mutants : nil
    guard let context = loader.context, !files.isEmpty || mutants != nil else {
      return nil
    }
    // A rule that is broken is there all the same.
    let names = listed.ruleNames + selection.rules.map(RuleFolder.stem)
    let rules = Set(loader.rules.map(\.rule.id) + names).sorted()
    var cases = CaseLoader(
      RuleSetContext(kinds: context.kinds, catalogues: context.catalogues),
      rules: rules,
      stages: context.kinds.stages.map(\.id)
    )
    _ = cases.load(files)
    if let mutants { cases.loadMutants(mutants) }
    return (cases.problems, cases.sources)
  }

  /// What is wrong with what was read; a memory knows what was found out about it before.
  static func judge(
    _ loader: WorkspaceLoader,
    _ listed: RuleFolder,
    on day: CalendarDate,
    _ memory: LintMemory?
  ) -> LintResult {
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
      // Of a broken rule its mistakes are told; what it does is not known yet.
      let broken = Set(diagnostics.filter { $0.severity == .error }.map(\.place.file))
      let sound = rules.filter { !broken.contains($0.document.source.name) }
      let isPart = loader.options.rulePaths != nil
      let others = isPart ? loader.folderRules(listed, context) : []
      diagnostics += RuleLint.diagnostics(of: sound, beside: others, in: compiling, on: day)
      if loader.unsound.isEmpty {
        diagnostics += RuleLint.diagnostics(of: context.sharedParameters, on: day)
      }
    }
    let sources = loader.sources
    let traps = InParallel.map(sources.count) { number in
      memory?.traps(in: sources[number]) ?? RuleLint.traps(in: sources[number])
    }
    return LintResult(
      diagnostics: Diagnostic.sorted(RuleLint.merged(diagnostics, with: traps.flatMap(\.self))),
      sources: sources,
      ruleCount: loader.rules.count,
      costs: costs
    )
  }
}
