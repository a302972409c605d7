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
  private let folder: RuleFolder
  private let known: VerifiedRules
  private let options: Workspace.Options
  private let trouble = Trouble()
  /// The submissions and settings that were read; they may be pipes, which cannot be read twice.
  private(set) var sources: [SourceFile] = []

  init(_ folder: RuleFolder, known: VerifiedRules, options: Workspace.Options) {
    self.folder = folder
    self.known = known
    self.options = options
  }

  /// The result; nil when everything must be read after all.
  mutating func run(_ paths: [String], _ checkOptions: CheckOptions) -> Check? {
    let catalogues = makeCatalogues()
    let kinds = makeKinds(catalogues)
    var context = RuleContext(kinds: kinds, catalogues: catalogues)
    var loader = WorkspaceLoader(options: options)
    var frameworks = loader.frameworks(folder, nil, catalogues)
    var compiling = compilingContext(context, frameworks)
    let heads = known.rules.map { $0.rule(in: Self.nothing) }
    let reading = Workspace(
      loader,
      folder,
      known,
      context: context,
      rules: heads,
      frameworks: frameworks
    )
    guard (try? reading.checkStage(checkOptions.stage)) != nil else { return nil }
    let inputs = reading.read(paths, checkOptions, keys: compiling.keys)
    sources = inputs.reader.sources
    guard inputs.kindsMet.allSatisfy(known.compiledKinds.contains) else { return nil }
    var needed = needed(heads, for: inputs.submissions, reading.settings(checkOptions))
    if options.office != nil || needed.contains(where: { known.rules[$0].takesParameters }) {
      if folder.parameters != nil {
        guard let document = parameters() else { return nil }
        context = loader.withParameters(context, document)
      }
    }
    let office = loader.readOffice(in: context)
    let waivers = loader.readWaivers()
    sources += loader.settings
    needed.formUnion(rules(setBy: office))
    guard let rules = read(needed, of: heads, in: context) else { return nil }
    loader.checkOffice(office, in: context, rules: rules)
    guard loader.bag.isEmpty else { return nil }
    if let office, !office.frameworks.isEmpty || !office.planEditions.isEmpty {
      context = WorkspaceLoader.context(context, of: office)
      frameworks = loader.frameworks(folder, office, context.catalogues)
      compiling = compilingContext(context, frameworks)
    }
    let compiled = CompiledRuleSet(
      rules,
      for: reading.kinds(met: inputs.kindsMet),
      where: { !$0.items.isEmpty },
      in: compiling
    )
    guard !compiled.diagnostics.contains(where: { $0.severity == .error }) else { return nil }
    let workspace = Workspace(
      loader,
      folder,
      known,
      context: context,
      rules: rules,
      frameworks: frameworks,
      office: office,
      waivers: waivers
    )
    let check = try? workspace.judge(inputs, by: compiled, checkOptions)
    return trouble.isThere ? nil : check
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
      known.rules.firstIndex { $0.id.utf8.elementsEqual(id.utf8) }
    }
  }

  /// All rules, those that are needed read from their files.
  private func read(
    _ needed: Set<Int>,
    of heads: [Rule],
    in context: RuleContext
  ) -> [Rule]? {
    var rules = heads
    for index in needed.sorted() {
      let file = known.rules[index].file
      guard let document = known.document(file, name: path(file)),
        let rule = Self.sound(RuleLoader.load(document, in: context, examples: .skipped)),
        rule.id.utf8.elementsEqual(known.rules[index].id.utf8)
      else { return nil }
      rules[index] = rule
    }
    return rules
  }

  private func path(_ file: Int) -> String { folder.entries[file].path }

  private func keyTable() -> KeyTable {
    var keys = KeyTable()
    for key in known.keys { _ = keys.intern(key) }
    return keys
  }

  /// The document of the shared parameters.
  private func parameters() -> Document? {
    guard let path = folder.parameters else { return nil }
    let file = folder.entries.firstIndex { $0.path.utf8.elementsEqual(path.utf8) }
    return file.flatMap { known.document($0, name: path) }
  }

  // MARK: Kinds and catalogues

  private func compilingContext(
    _ context: RuleContext,
    _ frameworks: FrameworkFiles
  ) -> RuleSetContext {
    RuleSetContext(
      kinds: context.kinds,
      catalogues: context.catalogues,
      keys: keyTable(),
      alignment: frameworks.source
    )
  }

  private func makeCatalogues() -> CatalogueSet {
    let trouble = trouble
    let known = known
    return CatalogueSet(
      onDemand: known.catalogues.map { head in
        let file = head.file
        let path = path(file)
        let id = head.id
        let catalogue = OnDemand<Catalogue> {
          if let document = known.document(file, name: path),
            let catalogue = Self.sound(CatalogueLoader.load(document)),
            catalogue.id.utf8.elementsEqual(id.utf8)
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

  private func makeKinds(_ catalogues: CatalogueSet) -> KindSet {
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
    let trouble = trouble
    let path = path(head.file)
    let known = known
    let body = OnDemand<SubmissionKind.Body> {
      if let document = known.document(head.file, name: path),
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

  private static func sound<Value>(_ loaded: Loaded<Value>) -> Value? {
    loaded.diagnostics.isEmpty ? loaded.value : nil
  }
}

/// Whether something that was read on demand was not as remembered.
private final class Trouble: Sendable {
  private let noted = Mutex(false)

  var isThere: Bool { noted.withLock { $0 } }

  func note() { noted.withLock { $0 = true } }
}
