import Catalogues
import Diagnostics
import DocumentArena
import Evaluation
import RuleCompiler
import RuleModel
import SourceText
import Submissions
internal import Synchronization

/// A check with rules that were found sound before: of their files it reads those that the
/// submissions at hand need.
///
/// Whatever is not as remembered ends it without a result; then everything is read anew, and what is
/// wrong is told in full. So it can be quick, but never say anything else.
struct QuickCheck {
  let known: VerifiedRules
  private let folder: String
  private let options: Workspace.Options
  private let trouble: Trouble
  private let context: RuleContext
  private let keys: KeyTable
  /// The rules as far as they are remembered.
  private let heads: [Rule]
  /// The submissions and settings that were read; they may be pipes, which cannot be read twice.
  private(set) var sources: [SourceFile] = []

  /// Prepares a check; `known` may turn out not to hold before it is run.
  ///
  /// - Parameters:
  ///   - folder: The path of the folder of rules.
  ///   - known: What is remembered of it.
  ///   - options: Settings of the office, waivers.
  init(_ folder: String, known: VerifiedRules, options: Workspace.Options) {
    self.known = known
    self.folder = folder
    self.options = options
    let trouble = Trouble()
    self.trouble = trouble
    let remembered = Remembered(folder: folder, known: known, trouble: trouble)
    let catalogues = remembered.catalogues()
    context = RuleContext(kinds: remembered.kinds(catalogues), catalogues: catalogues)
    var keys = KeyTable()
    for key in known.keys { _ = keys.intern(key) }
    self.keys = keys
    heads = known.rules.map { $0.rule(in: Self.nothing) }
  }

  /// Reads what is needed, and judges.
  ///
  /// Short submissions are read while the folder is still being listed: what is remembered is enough for
  /// that. Nothing is said of them before it is known to hold.
  ///
  /// - Parameters:
  ///   - listing: The folder of rules as it is now.
  ///   - paths: The submissions.
  ///   - checkOptions: As of which day and stage is judged.
  /// - Returns: The result; nil when everything must be read after all.
  mutating func run(
    _ listing: InParallel.Beside<ListedFolder>,
    _ paths: [String],
    _ checkOptions: CheckOptions
  ) -> Check? {
    let readsAhead = Self.isShort(paths, checkOptions)
    guard readsAhead || holds(for: listing) else { return nil }
    var context = context
    var loader = WorkspaceLoader(options: options)
    var frameworks = loader.frameworks(
      listing.value.folder?.frameworks ?? [],
      nil,
      context.catalogues
    )
    let mappingFiles = { @Sendable in listing.value.folder?.mappings ?? [] }
    let environment = InParallel.beside { [self, context, frameworks] in
      compilingContext(context, frameworks)
    }
    let reading = Workspace(
      loader,
      mappingFiles: mappingFiles,
      digests: .none,
      context: context,
      rules: heads,
      frameworks: frameworks
    )
    guard (try? reading.checkStage(checkOptions.stage)) != nil else { return nil }
    let inputs = reading.read(paths, checkOptions, keys: keys)
    sources = inputs.reader.sources
    guard !readsAhead || holds(for: listing), let folder = listing.value.folder,
      inputs.kindsMet.allSatisfy(known.compiledKinds.contains)
    else { return nil }
    var compiling = environment.value
    var needed = needed(heads, for: inputs.submissions, reading.settings(checkOptions))
    if options.office != nil || needed.contains(where: { known.rules[$0].takesParameters }) {
      if folder.parameters != nil {
        guard let document = parameters(folder) else { return nil }
        context = loader.withParameters(context, document)
      }
    }
    let office = loader.readOffice(in: context)
    let waivers = loader.readWaivers()
    sources += loader.settings
    needed.formUnion(rules(setBy: office))
    let reader = context
    if let office, !office.frameworks.isEmpty || !office.planEditions.isEmpty {
      context = WorkspaceLoader.context(context, of: office)
      frameworks = loader.frameworks(folder.frameworks, office, context.catalogues)
      compiling = compilingContext(context, frameworks)
    }
    let kinds = reading.kinds(met: inputs.kindsMet)
    var rules = heads
    let compiled: CompiledRuleSet
    if office == nil, Self.readsRulesOnce(inputs, checkOptions) {
      guard loader.bag.isEmpty else { return nil }
      compiled = pending(needed, reading: reader, for: kinds, in: compiling)
    } else {
      guard let made = make(needed, reading: reader, for: kinds, in: compiling) else { return nil }
      for (number, rule, _) in made { rules[number] = rule }
      loader.checkOffice(office, in: reader, rules: rules)
      guard loader.bag.isEmpty else { return nil }
      compiled = CompiledRuleSet(rules, made.flatMap(\.results), in: compiling)
      guard !compiled.diagnostics.contains(where: { $0.severity == .error }) else { return nil }
    }
    let workspace = Workspace(
      loader,
      mappingFiles: mappingFiles,
      digests: Digests(folder, known, loader),
      context: context,
      rules: rules,
      frameworks: frameworks,
      office: office,
      waivers: waivers
    )
    let check = try? workspace.judge(inputs, by: compiled, checkOptions)
    return trouble.isThere ? nil : check
  }

  private func holds(for listing: InParallel.Beside<ListedFolder>) -> Bool {
    listing.value.folder.map(known.holds) ?? false
  }

  /// Whether what is to be read is one file that takes less time, be it in vain, than a folder of rules to list.
  private static func isShort(_ paths: [String], _ options: CheckOptions) -> Bool {
    guard paths.count == 1, options.docket == nil, FolderListing.kind(of: paths[0]) == .other,
      let stamp = FileStamp(path: paths[0])
    else { return false }
    return stamp.size <= 1 << 16
  }

  // MARK: Rules

  /// Where rules stand that are not read.
  private static let nothing = Document(
    source: SourceFile(name: "", bytes: []),
    nodes: [],
    text: [],
    keys: KeyTable()
  )

  /// The numbers of the rules that may concern one of the submissions.
  private func needed(
    _ heads: [Rule],
    for submissions: [Submission],
    _ settings: EvaluationSettings
  ) -> Set<Int> {
    Set(
      heads.indices.filter { index in
        submissions.contains { Evaluator.mayConcern(heads[index], $0, settings: settings) }
      }
    )
  }

  /// The numbers of the rules for which an office sets something.
  private func rules(setBy office: Office?) -> [Int] {
    (office?.settings ?? []).compactMap(\.rule).compactMap { id in
      known.rules.firstIndex { $0.id.hasSameBytes(as: id) }
    }
  }

  /// A rule that was read, with its number and with what compiling it for some kinds gave.
  private typealias Made = (number: Int, rule: Rule, results: [RuleCompiler.Result])

  /// Reads and compiles the rules that are needed, in their order; nil when one is not as remembered.
  ///
  /// Each thread takes a rule through both: to meet in between would take longer than to read.
  private func make(
    _ needed: Set<Int>,
    reading: RuleContext,
    for kinds: [SubmissionKind],
    in compiling: RuleSetContext
  ) -> [Made]? {
    let numbers = needed.sorted()
    let made = InParallel.map(numbers.count) { [self] place -> Made? in
      guard let rule = rule(numbers[place], in: reading) else { return nil }
      var results: [RuleCompiler.Result] = []
      for kind in RuleCompiler.kinds(of: rule, in: compiling, among: kinds)
      where !rule.items.isEmpty {
        results.append(RuleCompiler.compile(rule, for: kind, in: compiling))
      }
      return (numbers[place], rule, results)
    }
    var all: [Made] = []
    for one in made {
      guard let one else { return nil }
      all.append(one)
    }
    return all
  }

  /// Whether nothing but running them asks for what stands in the files of rules.
  ///
  /// Settings, alignment tables and attachments do; and where there are several submissions, threads would
  /// wait for each other.
  private static func readsRulesOnce(_ inputs: Workspace.Inputs, _ options: CheckOptions) -> Bool {
    inputs.submissions.count == 1 && !options.makesAlignmentTable && !options.makesRecord
      && !inputs.docket.all.contains(where: Workspace.namesFiles)
  }

  /// The rules that are needed, each read and compiled by the thread that runs it.
  private func pending(
    _ needed: Set<Int>,
    reading: RuleContext,
    for kinds: [SubmissionKind],
    in compiling: RuleSetContext
  ) -> CompiledRuleSet {
    var pending: [CompiledRuleSet.Pending] = []
    for number in needed.sorted() {
      for kind in RuleCompiler.kinds(of: heads[number], in: compiling, among: kinds) {
        let made = OnDemand { [self] () -> CompiledRule? in
          guard let rule = rule(number, in: reading) else {
            trouble.note()
            return nil
          }
          guard !rule.items.isEmpty else { return nil }
          let result = RuleCompiler.compile(rule, for: kind, in: compiling)
          if result.rule == nil { trouble.note() }
          return result.rule
        }
        pending.append((heads[number].id, kind.id, made))
      }
    }
    return CompiledRuleSet(heads, pending: pending, in: compiling)
  }

  /// A rule read from its file; nil when it is not as remembered.
  private func rule(_ number: Int, in context: RuleContext) -> Rule? {
    let file = known.rules[number].file
    guard let document = known.document(file, name: known.path(file, in: folder)),
      let rule = Self.sound(RuleLoader.load(sound: document, in: context)),
      rule.id.hasSameBytes(as: known.rules[number].id)
    else { return nil }
    return rule
  }

  /// The document of the shared parameters.
  private func parameters(_ folder: RuleFolder) -> Document? {
    guard let path = folder.parameters else { return nil }
    return folder.place(of: path).flatMap { known.document($0, name: path) }
  }

  // MARK: Kinds and catalogues

  private func compilingContext(
    _ context: RuleContext,
    _ frameworks: FrameworkFiles
  ) -> RuleSetContext {
    RuleSetContext(
      kinds: context.kinds,
      catalogues: context.catalogues,
      keys: keys,
      alignment: frameworks.source
    )
  }

  fileprivate static func sound<Value>(_ loaded: Loaded<Value>) -> Value? {
    loaded.diagnostics.isEmpty ? loaded.value : nil
  }
}

/// The kinds and catalogues of rules that were found sound before, each read when it is first asked for.
private struct Remembered: Sendable {
  let folder: String
  let known: VerifiedRules
  let trouble: Trouble

  func catalogues() -> CatalogueSet {
    CatalogueSet(
      onDemand: known.catalogues.map { head in
        let file = head.file
        let id = head.id
        let catalogue = OnDemand<Catalogue> {
          if let document = document(file),
            let catalogue = QuickCheck.sound(CatalogueLoader.load(sound: document)),
            catalogue.id.hasSameBytes(as: id)
          {
            return catalogue
          }
          trouble.note()
          return Catalogue(id: id, title: LocalizedText(verbatim: id), items: [])
        }
        return (id, catalogue)
      }
    )
  }

  func kinds(_ catalogues: CatalogueSet) -> KindSet {
    let envelope = kind(known.kinds[0], envelope: nil, catalogues)
    return KindSet(
      envelope: envelope,
      kinds: known.kinds.dropFirst().map { kind($0, envelope: envelope, catalogues) }
    )
  }

  private func kind(
    _ head: VerifiedRules.KindHead,
    envelope: SubmissionKind?,
    _ catalogues: CatalogueSet
  ) -> SubmissionKind {
    let body = OnDemand<SubmissionKind.Body> {
      if let document = document(head.file),
        let body = KindLoader.body(of: document, envelope: envelope, catalogues: catalogues)
      {
        return body
      }
      trouble.note()
      let root = RecordType(name: head.id, fields: [])
      return SubmissionKind.Body(root: root, records: [:], codeLists: [:])
    }
    return SubmissionKind(
      id: head.id,
      title: head.title,
      jobs: head.jobs,
      fieldNames: Set(head.fieldNames),
      body: body
    )
  }

  private func document(_ file: Int) -> Document? {
    known.document(file, name: known.path(file, in: folder))
  }
}

/// Whether something that was read on demand was not as remembered.
private final class Trouble: Sendable {
  private let noted = Mutex(false)

  var isThere: Bool { noted.withLock { $0 } }

  func note() { noted.withLock { $0 = true } }
}
