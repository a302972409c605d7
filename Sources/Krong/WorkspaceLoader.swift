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
  private let options: Workspace.Options
  private(set) var bag = DiagnosticBag()
  private(set) var sources: [SourceFile] = []
  /// Kinds, catalogues and parameters, as soon as they are without a mistake.
  private(set) var context: RuleContext?
  /// The rules that could be read, by id, whatever is wrong with the others.
  private(set) var rules: [(rule: Rule, source: SourceFile)] = []

  /// The items of plans; read when they are asked for.
  private(set) var frameworks: FrameworkFiles?

  init(options: Workspace.Options) {
    self.options = options
  }

  /// Reads everything; nil when something is wrong, which ``bag`` then holds.
  mutating func load(_ path: String) throws(DiagnosticError) -> Workspace? {
    let folder = try RuleFolder(path)
    context = readContext(folder)
    guard let context else { return nil }
    let own = folder.rules + (try selected(folder))
    let rulePaths = try options.rulePaths.map(Self.expand) ?? own
    rules = readRules(rulePaths, in: context)
    let waivers = readWaivers()
    let office = readOffice(in: context, rules: rules.map(\.rule))
    frameworks = FrameworkFiles(
      folder.frameworks + Self.frameworks(of: office, options.office),
      plans: context.catalogues["plans"]
    )
    guard !bag.hasErrors else { return nil }
    return Workspace(
      context: context,
      rules: rules.map(\.rule),
      waivers: waivers,
      office: office,
      warnings: bag.sorted,
      sources: sources,
      digests: Digests(folder, rules: rules, options: options, sources: sources),
      frameworks: frameworks ?? FrameworkFiles([], plans: nil)
    )
  }

  /// The files of the optional rules that were selected.
  private func selected(_ folder: RuleFolder) throws(DiagnosticError) -> [String] {
    if options.readsOptionalRules { return folder.optionalRules }
    let selection = OptionalRules(folder.optionalRules)
    return try selection.files(options.selected)
  }

  /// The plans of an office, whose paths begin where its file lies.
  private static func frameworks(of office: Office?, _ path: String?) -> [String] {
    guard let office, let path, let slash = path.lastIndex(of: "/") else {
      return office?.frameworks ?? []
    }
    return office.frameworks.map { $0.hasPrefix("/") ? $0 : path[...slash] + $0 }
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

  private mutating func document(_ path: String) -> Document? {
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

  private mutating func take<Value>(_ loaded: Loaded<Value>) -> Value? {
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
}
