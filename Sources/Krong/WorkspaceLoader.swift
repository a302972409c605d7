import Catalogues
import Diagnostics
import DocumentArena
import DocumentReading
import Intake
import PlanValues
import RuleCompiler
import RuleModel
import SourceText
import Submissions

/// Reads a folder of rules and gathers what is wrong with all of its files.
struct WorkspaceLoader {
  let options: Workspace.Options
  private let examples: RuleLoader.Examples
  private let atHand: [SourceFile]
  /// What was read before, for programs that look at one folder again and again.
  private let memory: LintMemory?
  var bag = DiagnosticBag()
  private(set) var sources: [SourceFile] = []
  /// Kinds, catalogues and parameters, as soon as they are without a mistake.
  private(set) var context: RuleContext?
  /// The rules that could be read, by id, whatever is wrong with the others.
  private(set) var rules: [(rule: Rule, source: SourceFile)] = []

  /// The items of plans; read when they are asked for.
  private(set) var frameworks: FrameworkFiles?

  /// Makes a loader; `atHand` has files that were read already and may be pipes.
  init(
    options: Workspace.Options,
    examples: RuleLoader.Examples? = nil,
    atHand: [SourceFile] = [],
    memory: LintMemory? = nil
  ) {
    self.options = options
    self.examples = examples ?? (options.readsExamples ? .required : .skipped)
    self.atHand = atHand
    self.memory = memory
  }

  /// The day on which waivers must hold, when `krong lint` looks at them.
  var lintDay: CalendarDate?

  /// The files from which kinds and catalogues were read.
  private(set) var origins = Origins()

  /// What is wrong among kinds and shared parameters, when the rules are looked at all the same.
  private(set) var unsound = UnsoundParts()

  /// Files by the ids of what stands in them.
  struct Origins: Sendable {
    var kinds: [String: String] = [:]
    var catalogues: [String: String] = [:]
    /// The documents of kinds, catalogues and parameters, by file.
    var documents: [String: Document] = [:]
  }

  /// The files of office and waivers, as far as they were read.
  var settings: [SourceFile] {
    let names = [options.office, options.waivers].compactMap(\.self)
    return sources.filter { source in
      names.contains { $0.utf8.elementsEqual(source.name.utf8) }
    }
  }

  /// Reads everything; nil when something is wrong, which ``bag`` then holds.
  mutating func load(_ path: String) throws(DiagnosticError) -> Workspace? {
    try load(RuleFolder(path))
  }

  /// Reads everything of a folder that was listed.
  mutating func load(_ folder: RuleFolder) throws(DiagnosticError) -> Workspace? {
    guard let parts = try readAll(folder), !bag.hasErrors else { return nil }
    return workspace(
      of: parts,
      folder,
      Digests(
        folder,
        rules: rules,
        options: options,
        profiles: parts.profiles,
        sources: sources
      )
    )
  }

  /// What was read of a folder, beside what the loader keeps itself.
  struct Parts {
    let context: RuleContext
    let waivers: [Waiver]
    let office: Office?
    let profiles: [Profile]
    let frameworks: FrameworkFiles
  }

  /// Puts a workspace together of what was read.
  func workspace(of parts: Parts, _ folder: RuleFolder, _ digests: Digests) -> Workspace {
    Workspace(
      context: parts.context,
      rules: rules.map(\.rule),
      waivers: parts.waivers,
      office: parts.office,
      profiles: parts.profiles,
      warnings: bag.sorted,
      sources: sources,
      digests: digests,
      frameworks: parts.frameworks,
      mappingFiles: { folder.mappings },
      origins: origins
    )
  }

  /// Reads everything; nil when there are no kinds and catalogues to look at the rest with.
  mutating func readAll(_ folder: RuleFolder) throws(DiagnosticError) -> Parts? {
    context = readContext(folder)
    guard var context else { return nil }
    let own = folder.rules + (try selected(folder))
    let paths = try options.rulePaths.map(Self.expand) ?? own
    // What is looked at may be a profile, an office or waivers as well as a rule.
    let (ruleFiles, configuration) =
      options.readsConfiguration ? sorted(paths, folder) : (paths, [])
    rules = readRules(ruleFiles, in: context)
    guard unsound.isEmpty else {
      // The other files name fields, parameters and rules that may not be there only because of that.
      bag.add(contentsOf: unsound.notes)
      return nil
    }
    if options.readsMappings { readMappings(folder.mappings, in: context) }
    let waivers = readWaivers()
    let office = readOffice(in: context)
    checkOffice(office, in: context, rules: rules.map(\.rule))
    let profiles = readProfiles(in: context, folder, rules: rules.map(\.rule))
    if options.readsConfiguration {
      let settings = options.rulePaths == nil ? folder.configuration : []
      checkConfiguration(configuration + settings, folder, in: context)
    }
    context = Self.context(context, of: office)
    let frameworks = frameworks(folder.frameworks, office, context.catalogues)
    self.frameworks = frameworks
    return Parts(
      context: context,
      waivers: waivers,
      office: office,
      profiles: profiles,
      frameworks: frameworks
    )
  }

  /// The files of the optional rules that were selected.
  private func selected(_ folder: RuleFolder) throws(DiagnosticError) -> [String] {
    if options.readsOptionalRules { return folder.optionalRules }
    let selection = OptionalRules(folder.optionalRules)
    return try selection.files(options.selected)
  }

  /// A context with what an office adds to the catalogues.
  static func context(_ context: RuleContext, of office: Office?) -> RuleContext {
    guard let office, !office.planEditions.isEmpty else { return context }
    return RuleContext(
      kinds: context.kinds,
      catalogues: context.catalogues.adding(office.planEditions),
      sharedParameters: context.sharedParameters,
      clauses: context.clauses
    )
  }

  /// The items of the plans of a folder and of an office, whose paths begin where its file lies.
  ///
  /// The files of the folder are asked for when the items are, unless they are kept.
  func frameworks(
    _ listed: @autoclosure @escaping @Sendable () -> [String],
    _ office: Office?,
    _ catalogues: CatalogueSet
  ) -> FrameworkFiles {
    var own = office?.frameworks ?? []
    if let path = options.office, let slash = path.lastIndex(of: "/") {
      own = own.map { $0.hasPrefix("/") ? $0 : path[...slash] + $0 }
    }
    let added = own
    guard let memory else { return FrameworkFiles(listed() + added, catalogues) }
    return memory.frameworks(listed() + added, catalogues)
  }

  /// The rule files that paths name: files as they are, folders with all below them.
  private static func expand(_ paths: [String]) throws(DiagnosticError) -> [String] {
    var files: [String] = []
    for path in paths {
      if FolderListing.kind(of: path) == .folder {
        files += try FolderListing.files(under: path, endings: RuleFolder.endings)
          .filter { !RuleFolder.standsBeside($0) }
      } else {
        files.append(path)
      }
    }
    return files
  }

  /// A file that was read; what is wrong with it, or what was made of it.
  private struct Read<Value: Sendable>: Sendable {
    var source: SourceFile?
    var loaded: Loaded<Value>
  }

  /// Reads files, several at once, and makes something of each; notes them in their order.
  ///
  /// - Returns: What was made of each, nil where something is wrong.
  private mutating func read<Value: Sendable>(
    _ paths: [String],
    kept: LintMemory.Shelf<Value>?,
    sift: (Loaded<Value>, SourceFile) -> Loaded<Value> = { loaded, _ in loaded },
    _ make: @escaping @Sendable (SourceFile) -> Loaded<Value>
  ) -> [(source: SourceFile, value: Value)] {
    let atHand = atHand
    let memory = memory
    let read = InParallel.map(paths.count) { number -> Read<Value> in
      let path = paths[number]
      let known = atHand.first { $0.name.utf8.elementsEqual(path.utf8) }
      do throws(DiagnosticError) {
        if let memory, let kept, known == nil {
          let file = try memory.file(path)
          return Read(source: file.source, loaded: kept.value(of: file, make))
        }
        let source: SourceFile
        if let known { source = known } else { source = try FileReader.read(path) }
        return Read(source: source, loaded: make(source))
      } catch {
        return Read(source: nil, loaded: Loaded(nil, error.diagnostics))
      }
    }
    var values: [(source: SourceFile, value: Value)] = []
    for one in read {
      guard let source = one.source else {
        _ = take(one.loaded)
        continue
      }
      sources.append(source)
      if let value = take(sift(one.loaded, source)) { values.append((source, value)) }
    }
    return values
  }

  /// The text of a file, unsaved where it is being edited.
  func source(of path: String) throws(DiagnosticError) -> SourceFile {
    if let memory { return try memory.file(path).source }
    return try FileReader.read(path)
  }

  /// The document of a file, without a word about what is wrong with it.
  func known(_ path: String) -> Document? {
    if let memory {
      guard let file = try? memory.file(path) else { return nil }
      return memory.documents.value(of: file, Self.document).value
    }
    return (try? FileReader.read(path)).flatMap { Self.document($0).value }
  }

  private static func document(_ source: SourceFile) -> Loaded<Document> {
    do throws(DiagnosticError) {
      return Loaded(try DocumentReader.readOne(source), [])
    } catch {
      return Loaded(nil, error.diagnostics)
    }
  }

  /// A rule that was read before and has not changed since.
  func rule(kept path: String) -> Rule? {
    guard let memory, let file = try? memory.file(path) else { return nil }
    return memory.rules.kept(file)?.value
  }

  mutating func document(_ path: String) -> Document? { documents([path]).first }

  private mutating func documents(_ paths: [String]) -> [Document] {
    read(paths, kept: memory?.documents, Self.document).map(\.value)
  }

  mutating func take<Value>(_ loaded: Loaded<Value>) -> Value? {
    bag.add(contentsOf: loaded.diagnostics)
    return loaded.value
  }

  private mutating func readContext(_ folder: RuleFolder) -> RuleContext? {
    guard let memory else { return readContextAnew(folder) }
    if let kept = memory.context(of: folder) {
      bag.add(contentsOf: kept.diagnostics)
      sources += kept.sources
      origins = kept.origins
      unsound = kept.unsound
      return kept.context
    }
    let fresh = readContextAnew(folder)
    memory.keep(
      LintMemory.Context(
        context: fresh,
        diagnostics: bag.sorted,
        sources: sources,
        origins: origins,
        unsound: unsound
      ),
      of: folder
    )
    return fresh
  }

  private mutating func readContextAnew(_ folder: RuleFolder) -> RuleContext? {
    let catalogueDocuments = documents(folder.catalogues)
    let catalogues = take(CatalogueLoader.load(catalogueDocuments))
    guard let envelope = folder.envelope.flatMap({ document($0) }) else { return nil }
    let kindDocuments = documents(folder.kinds)
    origins.kinds = Self.files(of: kindDocuments, "kind")
    origins.kinds["envelope"] = envelope.source.name
    origins.catalogues = Self.files(of: catalogueDocuments, "catalogue")
    for document in [envelope] + kindDocuments + catalogueDocuments {
      origins.documents[document.source.name] = document
    }
    guard let catalogues, !bag.hasErrors else { return nil }
    let loaded = KindLoader.load(
      envelope: envelope,
      kinds: kindDocuments,
      catalogues: catalogues
    )
    bag.add(contentsOf: loaded.diagnostics)
    guard let kinds = loaded.part, goesOn(past: [envelope]) else { return nil }
    let mistaken = filesWithErrors
    unsound.kinds = origins.kinds.filter { mistaken.contains($0.value) }
    let context = withParameters(RuleContext(kinds: kinds, catalogues: catalogues), folder)
    if let path = folder.parameters, filesWithErrors.contains(path) { unsound.parameters = path }
    var clauses: ManualClauses?
    if options.readsClauses, let document = folder.clauses.flatMap({ document($0) }) {
      clauses = take(ManualClauses.load(document))
    }
    guard goesOn(past: [envelope]) else { return nil }
    if let clauses {
      for document in [envelope] + kindDocuments {
        bag.add(contentsOf: KindClauses.check(document, among: clauses))
      }
    }
    return RuleContext(
      kinds: kinds,
      catalogues: catalogues,
      sharedParameters: context.sharedParameters,
      clauses: clauses
    )
  }

  /// Whether the rules can be looked at: by a check only when nothing is wrong, by lint also when some
  /// kinds or parameters are, but not the files that everything builds on.
  private func goesOn(past needed: [Document]) -> Bool {
    guard bag.hasErrors else { return true }
    let mistaken = filesWithErrors
    return options.readsConfiguration && !needed.contains { mistaken.contains($0.source.name) }
  }

  private var filesWithErrors: Set<String> {
    Set(bag.sorted.filter { $0.severity == .error }.map(\.place.file))
  }

  private static func files(of documents: [Document], _ key: String) -> [String: String] {
    var files: [String: String] = [:]
    for document in documents {
      if let node = document.child(of: document.root, key) {
        files[document.text(of: node)] = document.source.name
      }
    }
    return files
  }

  /// A context with the shared parameters of a folder.
  mutating func withParameters(_ context: RuleContext, _ folder: RuleFolder) -> RuleContext {
    guard let document = folder.parameters.flatMap({ document($0) }) else { return context }
    origins.documents[document.source.name] = document
    return withParameters(context, document)
  }

  /// A context with the shared parameters of a document.
  mutating func withParameters(_ context: RuleContext, _ document: Document) -> RuleContext {
    let loaded = ParameterLoader.load(
      document,
      kinds: context.kinds,
      catalogues: context.catalogues
    )
    return RuleContext(
      kinds: context.kinds,
      catalogues: context.catalogues,
      sharedParameters: take(loaded) ?? loaded.part ?? []
    )
  }

  /// Reads mappings only to say what is wrong with them; checks read them when they need them.
  private mutating func readMappings(_ paths: [String], in context: RuleContext) {
    for document in documents(paths) {
      _ = take(MappingLoader.load(document, kinds: context.kinds))
    }
  }

  private mutating func readRules(
    _ paths: [String],
    in context: RuleContext
  ) -> [(rule: Rule, source: SourceFile)] {
    let examples = examples
    var unsound = unsound
    let rules = read(paths, kept: memory?.rules, sift: { unsound.judged($0, $1) }) {
      RuleLoader.load($0, in: context, examples: examples)
    }
    .map { (rule: $0.value, source: $0.source) }
    self.unsound = unsound
    bag.add(contentsOf: RuleLoader.duplicates(among: rules.map(\.rule)))
    return rules.sorted { $0.rule.id.precedesInBytes($1.rule.id) }
  }

  /// Reads one rule.
  mutating func readRule(
    _ path: String,
    in context: RuleContext
  ) -> (rule: Rule, source: SourceFile)? {
    let examples = examples
    let found = read([path], kept: nil) { RuleLoader.load($0, in: context, examples: examples) }
    return found.first.map { ($0.value, $0.source) }
  }

  mutating func readWaivers() -> [Waiver] {
    guard let document = options.waivers.flatMap({ document($0) }) else { return [] }
    return take(WaiverLoader.load(document)) ?? []
  }

  /// Reads the office file.
  mutating func readOffice(in context: RuleContext) -> Office? {
    guard let document = options.office.flatMap({ document($0) }) else { return nil }
    return take(OfficeLoader.load(document, in: context))
  }

  /// Checks what an office sets for single rules against those rules.
  mutating func checkOffice(_ office: Office?, in context: RuleContext, rules: [Rule]) {
    guard let office else { return }
    bag.add(
      contentsOf: OfficeLoader.check(
        office.settings,
        of: office.document,
        against: rules,
        in: context
      )
    )
  }

  /// Reads the profile and those that it extends, the first in force first.
  private mutating func readProfiles(
    in context: RuleContext,
    _ folder: RuleFolder,
    rules: [Rule]
  ) -> [Profile] {
    guard let wanted = options.profile else { return [] }
    var chain: [Profile] = []
    var name: String? = wanted
    var asked: Diagnostic.Place?
    while let next = name {
      guard let path = profilePath(next, isOption: asked == nil, at: asked, in: folder),
        let document = document(path), let profile = take(ProfileLoader.load(document, in: context))
      else { return [] }
      bag.add(contentsOf: ProfileLoader.check(profile, against: rules, in: context))
      chain.insert(profile, at: 0)
      asked = profile.extendsPlace
      name = profile.extends
      if let again = name, chain.contains(where: { $0.id.utf8.elementsEqual(again.utf8) }) {
        bag.add(ProfileProblem.circle(again, at: asked))
        return []
      }
    }
    return chain
  }

  /// The file of a profile: of an option also a path, else a name in `profiles/`.
  private mutating func profilePath(
    _ name: String,
    isOption: Bool,
    at place: Diagnostic.Place?,
    in folder: RuleFolder
  ) -> String? {
    let isPath =
      name.utf8.contains(UInt8(ascii: "/")) || FolderListing.hasEnding(name, RuleFolder.endings)
    if isOption, isPath { return name }
    if let path = folder.profile(named: name) { return path }
    bag.add(ProfileProblem.unknown(name, at: place, known: folder.profileNames))
    return nil
  }
}
