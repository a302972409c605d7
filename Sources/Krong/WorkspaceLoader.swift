import Catalogues
import Diagnostics
import DocumentArena
import DocumentReading
import RuleCompiler
import RuleModel
import SourceText
import Submissions

/// Reads a folder of rules and gathers what is wrong with all of its files.
struct WorkspaceLoader {
  let options: Workspace.Options
  var bag = DiagnosticBag()
  private(set) var sources: [SourceFile] = []
  /// Kinds, catalogues and parameters, as soon as they are without a mistake.
  private(set) var context: RuleContext?
  /// The rules that could be read, by id, whatever is wrong with the others.
  private(set) var rules: [(rule: Rule, source: SourceFile)] = []

  init(options: Workspace.Options) {
    self.options = options
  }

  /// Reads everything; nil when something is wrong, which ``bag`` then holds.
  mutating func load(_ path: String) throws(DiagnosticError) -> Workspace? {
    let folder = try RuleFolder(path)
    context = readContext(folder)
    guard let context else { return nil }
    let paths = try options.rulePaths.map(Self.expand) ?? folder.rules
    // What is looked at may be a profile, an office or waivers as well as a rule.
    let configuration = options.readsConfiguration ? paths.filter(Self.isConfiguration) : []
    rules = readRules(paths.filter { !configuration.contains($0) }, in: context)
    let waivers = readWaivers()
    let office = readOffice(in: context, rules: rules.map(\.rule))
    let profiles = readProfiles(in: context, folder, rules: rules.map(\.rule))
    if options.readsConfiguration {
      let own = options.rulePaths == nil ? folder.configuration : []
      checkConfiguration(configuration + own, folder, in: context)
    }
    guard !bag.hasErrors else { return nil }
    return Workspace(
      context: context,
      rules: rules.map(\.rule),
      waivers: waivers,
      office: office,
      profiles: profiles,
      warnings: bag.sorted,
      sources: sources,
      digests: Digests(
        folder,
        rules: rules,
        options: options,
        profiles: profiles,
        sources: sources
      )
    )
  }

  /// The rule files that paths name: files as they are, folders with all below them.
  private static func expand(_ paths: [String]) throws(DiagnosticError) -> [String] {
    var files: [String] = []
    for path in paths {
      if FolderListing.kind(of: path) == .folder {
        files += try FolderListing.files(under: path, endings: RuleFolder.endings)
      } else {
        files.append(path)
      }
    }
    return files
  }

  private mutating func read(_ path: String) -> SourceFile? {
    do {
      let source = try FileReader.read(path)
      sources.append(source)
      return source
    } catch {
      bag.add(error)
      return nil
    }
  }

  mutating func document(_ path: String) -> Document? {
    guard let source = read(path) else { return nil }
    do {
      return try DocumentReader.readOne(source)
    } catch {
      bag.add(error)
      return nil
    }
  }

  private mutating func documents(_ paths: [String]) -> [Document] {
    var documents: [Document] = []
    for path in paths {
      if let document = document(path) { documents.append(document) }
    }
    return documents
  }

  mutating func take<Value>(_ loaded: Loaded<Value>) -> Value? {
    bag.add(contentsOf: loaded.diagnostics)
    return loaded.value
  }

  private mutating func readContext(_ folder: RuleFolder) -> RuleContext? {
    let catalogues = take(CatalogueLoader.load(documents(folder.catalogues)))
    guard let envelope = folder.envelope.flatMap({ document($0) }) else { return nil }
    let kindDocuments = documents(folder.kinds)
    guard let catalogues, !bag.hasErrors else { return nil }
    let kinds = take(
      KindLoader.load(envelope: envelope, kinds: kindDocuments, catalogues: catalogues)
    )
    guard let kinds else { return nil }
    var parameters: [ParameterDeclaration] = []
    if let document = folder.parameters.flatMap({ document($0) }) {
      let loaded = ParameterLoader.load(document, kinds: kinds, catalogues: catalogues)
      parameters = take(loaded) ?? []
    }
    var clauses: ManualClauses?
    if options.readsClauses, let document = folder.clauses.flatMap({ document($0) }) {
      clauses = take(ManualClauses.load(document))
    }
    // With broken parameters every rule that takes one would be told broken as well.
    guard !bag.hasErrors else { return nil }
    return RuleContext(
      kinds: kinds,
      catalogues: catalogues,
      sharedParameters: parameters,
      clauses: clauses
    )
  }

  private mutating func readRules(
    _ paths: [String],
    in context: RuleContext
  ) -> [(rule: Rule, source: SourceFile)] {
    var rules: [(rule: Rule, source: SourceFile)] = []
    for path in paths {
      guard let source = read(path) else { continue }
      let loaded = RuleLoader.load(
        source,
        in: context,
        examples: options.readsExamples ? .required : .skipped
      )
      if let rule = take(loaded) { rules.append((rule, source)) }
    }
    bag.add(contentsOf: RuleLoader.duplicates(among: rules.map(\.rule)))
    return rules.sorted { $0.rule.id.utf8.lexicographicallyPrecedes($1.rule.id.utf8) }
  }

  private mutating func readWaivers() -> [Waiver] {
    guard let document = options.waivers.flatMap({ document($0) }) else { return [] }
    return take(WaiverLoader.load(document)) ?? []
  }

  /// Reads the office file; what it sets for single rules is checked against those rules.
  private mutating func readOffice(in context: RuleContext, rules: [Rule]) -> Office? {
    guard let document = options.office.flatMap({ document($0) }),
      let office = take(OfficeLoader.load(document, in: context))
    else { return nil }
    bag.add(
      contentsOf: OfficeLoader.check(office.settings, of: document, against: rules, in: context)
    )
    return office
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
