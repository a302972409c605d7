public import Catalogues
import Diagnostics
public import DocumentArena
import Evaluation
import PlanValues
public import RuleCompiler
import RuleModel
import Submissions

extension CaseFile {
  /// The cases ready to be run.
  ///
  /// `files` has the documents of ``files`` by the paths that the cases name, read with the keys of
  /// the context. Rules that do not exist are told, with what was probably meant.
  public func prepared(
    with files: [String: Document],
    rules: [String],
    in context: RuleSetContext
  ) -> Loaded<[PreparedTest]> {
    let decoder = FileDecoder(document, .testing)
    let tests = cases.compactMap { prepare($0, files, rules, context, decoder) }
    return Loaded(tests, decoder.diagnostics)
  }

  private func prepare(
    _ entry: Case,
    _ files: [String: Document],
    _ rules: [String],
    _ context: RuleSetContext,
    _ decoder: FileDecoder
  ) -> PreparedTest? {
    for statement in entry.statements where !rules.contains(statement.rule) {
      report(statement.rule, statement.node, rules, decoder)
    }
    guard let submission = submission(entry.submission, files, context, stage: entry.stage) else {
      return nil
    }
    var settings = EvaluationSettings(asOf: entry.asOf ?? RuleTesting.defaultDay)
    settings.stage = entry.stage
    settings.office = section(entry.office, files)
    settings.parameters = [entry.params].compactMap(\.self).map {
      EvaluationSettings.Section(document: document, node: $0)
    }
    settings.waivers = waivers(entry.waivers, files, decoder)
    return PreparedTest(
      document: document,
      node: entry.node,
      number: entry.number,
      name: entry.name,
      isCase: true,
      statements: entry.statements,
      others: entry.others,
      submission: submission,
      docket: entry.with.compactMap { self.submission($0, files, context, stage: nil) },
      settings: settings,
      ownContext: PreparedTest.ownContext(
        editions(of: entry.office, files, decoder, context.catalogues),
        in: context
      )
    )
  }

  private func report(_ rule: String, _ node: NodeID, _ rules: [String], _ decoder: FileDecoder) {
    decoder.report(
      .caseWithoutRule,
      .error,
      LocalizedText(
        th: "ไม่มีเกณฑ์ \(DecodingWords.quoted(rule)) สิ่งที่ระบุไว้จึงไม่ได้ตรวจ",
        en: "there is no rule \(DecodingWords.quoted(rule)), so what is stated matches nothing"
      ),
      at: decoder.key(node),
      help: DecodingWords.suggestion(for: rule, among: rules)
    )
  }

  private func submission(
    _ source: Source,
    _ files: [String: Document],
    _ context: RuleSetContext,
    stage: String?
  ) -> Submission? {
    let document: Document
    switch source {
    case .inline(let node):
      document = DocumentCopy.copy(node, of: self.document, keys: context.keys)
    case .file(let path, _):
      guard let file = files[path] else { return nil }
      document = file
    }
    return SubmissionReader.read(
      document,
      kinds: context.kindSet,
      catalogues: context.catalogues,
      stageOverride: stage
    )
  }

  private func section(
    _ source: Source?,
    _ files: [String: Document]
  ) -> EvaluationSettings.Section? {
    switch source {
    case .inline(let node): EvaluationSettings.Section(document: document, node: node)
    case .file(let path, _):
      files[path].map { EvaluationSettings.Section(document: $0, node: $0.root) }
    case nil: nil
    }
  }

  /// What is wrong with an office file is told when that is checked, not here.
  private func editions(
    of office: Source?,
    _ files: [String: Document],
    _ decoder: FileDecoder,
    _ catalogues: CatalogueSet
  ) -> [PlanEditions] {
    switch office {
    case .inline(let node): OfficeLoader.planEditions(of: node, decoder, catalogues)
    case .file(let path, _):
      files[path].map {
        OfficeLoader.planEditions(of: $0.root, FileDecoder($0, .configuration), catalogues)
      } ?? []
    case nil: []
    }
  }

  private func waivers(
    _ source: Source?,
    _ files: [String: Document],
    _ decoder: FileDecoder
  ) -> [Waiver] {
    switch source {
    case .inline(let list):
      return document.children(of: list).compactMap {
        WaiverLoader.read($0, in: document).value
      }
    case .file(let path, _):
      guard let file = files[path] else { return [] }
      let loaded = WaiverLoader.load(file)
      for diagnostic in loaded.diagnostics {
        decoder.report(
          diagnostic.code,
          diagnostic.severity,
          diagnostic.message,
          at: diagnostic.place,
          help: diagnostic.help
        )
      }
      return loaded.value ?? []
    case nil: return []
    }
  }
}
