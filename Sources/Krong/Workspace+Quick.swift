public import Diagnostics
import DocumentArena
import RuleCompiler
import RuleModel
import SourceText

extension Workspace {
  /// Checks submissions by a folder of rules, in one go.
  ///
  /// The same as ``load(_:options:)`` and ``check(_:options:)`` one after the other. With a folder for
  /// a cache it remembers there that the rules are sound; as long as none of their files changes, later
  /// checks read only what they need of them.
  ///
  /// - Parameters:
  ///   - paths: Files, folders, or `-` for standard input.
  ///   - folder: The folder of rules.
  ///   - options: Settings of the office, waivers.
  ///   - checkOptions: As of which day and stage is judged, and what counts.
  ///   - cache: A folder of the user's own, made when it is not there; nil for none.
  /// - Returns: The report, and what is doubtful about rules and settings.
  /// - Throws: What keeps everything from being checked; a mistake in any rule does.
  public static func check(
    _ paths: [String],
    rules folder: String,
    options: Options = Options(),
    checkOptions: CheckOptions,
    cache: String? = nil
  ) throws(DiagnosticError) -> Check {
    // What a profile says is checked against all rules, so that they are all read.
    guard let cache, options == Options(office: options.office, waivers: options.waivers) else {
      return try load(folder, options: options).check(paths, options: checkOptions)
    }
    let moment = FileStamp.now()
    let listing = InParallel.beside { ListedFolder(folder) }
    let store = RuleCache(folder: cache)
    var quick = store.find(folder).map { QuickCheck(folder, known: $0, options: options) }
    if let check = quick?.run(listing, paths, checkOptions) { return check }
    let files = try listing.value.get()
    let known = quick.flatMap { $0.known.holds(for: files) ? $0.known : nil }
    let atHand = quick?.sources ?? []
    var loader = WorkspaceLoader(options: options, atHand: atHand)
    guard let workspace = try loader.load(files) else {
      throw DiagnosticError(loader.bag.sorted)
    }
    let (check, kinds) = try workspace.check(paths, options: checkOptions, atHand: atHand)
    let compiled = Set(kinds).union(known?.compiledKinds ?? []).sorted()
    // The check has compiled the rules that it needed and looked at all the others.
    if workspace.warnings.isEmpty, check.rules.diagnostics.isEmpty,
      let found = VerifiedRules(workspace, of: files, compiledKinds: compiled, at: moment)
    {
      store.store(found, of: files)
    }
    return check
  }

  /// A workspace of rules that were found sound before, of which only some were read.
  init(
    _ loader: WorkspaceLoader,
    mappingFiles: @escaping @Sendable () -> [String],
    digests: Digests,
    context: RuleContext,
    rules: [Rule],
    frameworks: FrameworkFiles,
    office: Office? = nil,
    waivers: [Waiver] = []
  ) {
    self.init(
      context: context,
      rules: rules,
      waivers: waivers,
      office: office,
      profiles: [],
      warnings: [],
      sources: loader.sources,
      digests: digests,
      frameworks: frameworks,
      mappingFiles: mappingFiles
    )
  }
}
