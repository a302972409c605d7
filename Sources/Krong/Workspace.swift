// Krong is the library's way in: it reads folders and files, asks the other modules in their order,
// and hands back reports. Only here, and in the command, are files and the clock touched.

public import Alignment
public import Catalogues
public import Diagnostics
import DocumentReading
import Evaluation
import Reporting
import RuleCompiler
public import RuleModel
public import SourceText
public import Submissions

/// A set of rules that was read and checked, ready to look at submissions.
///
/// A value: it can be shared between tasks and used for any number of checks.
public struct Workspace: Sendable {
  /// What may be given besides the folder of rules.
  public struct Options: Hashable, Sendable {
    /// The file of settings of the office.
    public var office: String?

    /// The file of waivers.
    public var waivers: String?

    /// The profile: the name of one in `profiles/` of the folder of rules, or a file.
    public var profile: String?

    /// Whether the examples of the rules are read, for ``lint(_:rulePaths:office:asOf:atHand:)``.
    public var readsExamples: Bool

    /// Whether clauses that rules cite are looked up in the manual's text.
    public var readsClauses: Bool

    /// Whether mappings are looked at, for ``lint()``; checks read them when an office file comes.
    public var readsMappings = false

    /// Whether profiles, offices and waivers of the folder are looked at, for ``lint(_:rulePaths:office:asOf:atHand:)``.
    public var readsConfiguration: Bool

    /// Files or folders of rules to take instead of those of the folder.
    public var rulePaths: [String]?

    /// The optional rules to take as well: their ids, or the beginning of ids up to a hyphen.
    public var selected: [String]

    /// Whether all optional rules are taken, for those who list, explain, lint or test rules.
    public var readsOptionalRules: Bool

    /// Makes options; the standard is what a check needs.
    public init(
      office: String? = nil,
      waivers: String? = nil,
      profile: String? = nil,
      readsExamples: Bool = false,
      readsClauses: Bool = false,
      readsConfiguration: Bool = false,
      rulePaths: [String]? = nil,
      selected: [String] = [],
      readsOptionalRules: Bool = false
    ) {
      self.office = office
      self.waivers = waivers
      self.profile = profile
      self.readsExamples = readsExamples
      self.readsClauses = readsClauses
      self.readsConfiguration = readsConfiguration
      self.rulePaths = rulePaths
      self.selected = selected
      self.readsOptionalRules = readsOptionalRules
    }
  }

  /// The kinds of submission.
  public let kinds: KindSet

  /// The catalogues.
  public let catalogues: CatalogueSet

  /// The rules, in the order of their ids.
  public let rules: [Rule]

  /// The shared parameters.
  public let parameters: [ParameterDeclaration]

  /// The clauses of the manual; nil when they were not read.
  public let clauses: ManualClauses?

  /// The waivers.
  public let waivers: [Waiver]

  /// What is doubtful about the files; they can be used all the same.
  public let warnings: [Diagnostic]

  /// The files that were read, for the lines that diagnostics point at.
  public let sources: [SourceFile]

  /// The profile with those that it extends, the chosen one last; empty when none was chosen.
  public let profiles: [Profile]

  let office: Office?
  let ruleContext: RuleContext
  let digests: Digests
  let frameworks: FrameworkFiles
  /// Tells the files of mappings; asked, and they read, when the first office file is met.
  let mappingFiles: @Sendable () -> [String]
  let origins: WorkspaceLoader.Origins
  let compiled: CompiledRuleSet?

  /// Whether a folder has the layout of a folder of rules.
  public static func isRulesFolder(_ path: String) -> Bool { RuleFolder.isOne(path) }

  /// Reads a folder of rules.
  ///
  /// - Throws: All mistakes of all files; with one of them nothing can be checked, because a rule left
  ///   out would read as a rule that is met.
  public static func load(
    _ folder: String,
    options: Options = Options()
  ) throws(DiagnosticError) -> Workspace {
    var loader = WorkspaceLoader(options: options)
    guard let workspace = try loader.load(folder) else {
      throw DiagnosticError(loader.bag.sorted)
    }
    return workspace
  }

  init(
    context: RuleContext,
    rules: [Rule],
    waivers: [Waiver],
    office: Office?,
    profiles: [Profile],
    warnings: [Diagnostic],
    sources: [SourceFile],
    digests: Digests,
    frameworks: FrameworkFiles,
    mappingFiles: @escaping @Sendable () -> [String],
    origins: WorkspaceLoader.Origins = WorkspaceLoader.Origins(),
    compiled: CompiledRuleSet? = nil
  ) {
    ruleContext = context
    kinds = context.kinds
    catalogues = context.catalogues
    parameters = context.sharedParameters
    clauses = context.clauses
    self.rules = rules
    self.waivers = waivers
    self.office = office
    self.profiles = profiles
    self.warnings = warnings
    self.sources = sources
    self.digests = digests
    self.frameworks = frameworks
    self.mappingFiles = mappingFiles
    self.origins = origins
    self.compiled = compiled
  }
}

// MARK: - Compiling

extension Workspace {
  /// The same workspace with its rules compiled for all kinds, for programs that check many times.
  ///
  /// Without it each check compiles the rules for the kinds that it meets.
  ///
  /// - Throws: What is wrong with the rules beyond their keys: fields, types, codes, expressions.
  public func compiledForAllKinds() throws(DiagnosticError) -> Workspace {
    let set = try compile(for: nil)
    let doubts = Diagnostic.sorted(warnings + set.diagnostics)
    return Workspace(
      context: ruleContext,
      rules: rules,
      waivers: waivers,
      office: office,
      profiles: profiles,
      warnings: doubts,
      sources: sources,
      digests: digests,
      frameworks: frameworks,
      mappingFiles: mappingFiles,
      origins: origins,
      compiled: set
    )
  }

  /// The rules compiled for some kinds, or for all.
  ///
  /// - Throws: What is wrong with them, and what of them could take too long.
  func compile(
    for kinds: [SubmissionKind]?,
    in context: RuleSetContext? = nil
  ) throws(DiagnosticError) -> CompiledRuleSet {
    if let compiled { return compiled }
    let set = CompiledRuleSet(rules, for: kinds, in: context ?? makeContext())
    let found = set.diagnostics + set.diagnostics(of: set.costs, over: CostLimits())
    guard !found.contains(where: { $0.severity == .error }) else {
      throw DiagnosticError(Diagnostic.sorted(found))
    }
    return set
  }

  /// The items of plans as one graph.
  ///
  /// - Throws: What is wrong with its files.
  public func alignmentGraph() throws(DiagnosticError) -> AlignmentGraph {
    let graph = frameworks.source.graph
    try checkFrameworks()
    return graph
  }

  /// Throws what was wrong with the files of frameworks, if anything asked for them.
  func checkFrameworks() throws(DiagnosticError) {
    let problems = frameworks.source.diagnostics
    guard problems.contains(where: { $0.severity == .error }) else { return }
    throw DiagnosticError(Diagnostic.sorted(problems))
  }

  func makeContext() -> RuleSetContext {
    RuleSetContext(kinds: kinds, catalogues: catalogues, alignment: frameworks.source)
  }
}
