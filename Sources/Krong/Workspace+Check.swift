public import Diagnostics
import DocumentArena
import Evaluation
import Findings
import Intake
import Reporting
import RuleCompiler
import RuleModel
import Scoring
import SourceText
import Submissions

extension Workspace {
  /// Checks submissions: files, folders, or `-` for standard input.
  ///
  /// A file that cannot be read is a problem of the report; the others are checked all the same.
  ///
  /// - Throws: What keeps everything from being checked: rules that do not compile, an unknown stage.
  public func check(
    _ paths: [String],
    options: CheckOptions
  ) throws(DiagnosticError) -> Check {
    try check(paths, options: options, atHand: []).check
  }

  /// Checks submissions; `atHand` has inputs that were read already.
  ///
  /// - Returns: The result, and the kinds for which the rules were compiled.
  func check(
    _ paths: [String],
    options: CheckOptions,
    atHand: [SourceFile]
  ) throws(DiagnosticError) -> (check: Check, kinds: [String]) {
    try checkStage(options.stage)
    let context = compiled?.context ?? makeContext()
    let inputs = read(paths, options, keys: context.keys, atHand: atHand)
    let rules = try compile(for: kinds(met: inputs.kindsMet), in: context)
    return (try judge(inputs, by: rules, options), inputs.kindsMet)
  }

  /// The submissions of a check.
  struct Inputs {
    let docket: DocketReading
    let reader: InputReader
    /// How many of them are to be judged; the others are looked up.
    let given: Int
    /// What was found out about the files that they name.
    var attachments = AttachmentsRead()

    /// Those that are judged.
    var submissions: [Submission] { docket.judged.map { docket.all[$0] } }

    /// The ids of the kinds of those that are judged.
    var kindsMet: [String] { Set(submissions.map(\.kind.id)).sorted() }
  }

  func read(
    _ paths: [String],
    _ options: CheckOptions,
    keys: KeyTable,
    atHand: [SourceFile] = []
  ) -> Inputs {
    let office = officeReader(mapping: options.mapping, heedsBounds: true)
    var reader = InputReader(keys: keys, office: office, atHand: atHand)
    reader.onRead = options.onProgress
    let given = reader.read(paths).map { read($0, stage: options.stage) }
    // The stage asked for is that of what is checked, not of what it refers to.
    let lookedUp = options.docket.map { reader.read([$0]).map { read($0, stage: nil) } } ?? []
    let docket = DocketReading(given: given, lookedUp: lookedUp, catalogues: catalogues)
    return Inputs(docket: docket, reader: reader, given: given.count)
  }

  /// What reads workbooks and Word documents.
  func officeReader(mapping: String?, heedsBounds: Bool = false) -> OfficeReader {
    OfficeReader(
      kinds: kinds,
      catalogues: catalogues,
      files: mappingFiles,
      wanted: mapping,
      heedsBounds: heedsBounds
    )
  }

  func judge(
    _ inputs: Inputs,
    by rules: CompiledRuleSet,
    _ options: CheckOptions
  ) throws(DiagnosticError) -> Check {
    let inputs = withAttachments(inputs, rules, options)
    let evaluator = Evaluator(rules)
    let settings = settings(options)
    let docket = inputs.docket
    let shared = SharedDocket(docket.all)
    let judged = docket.judged
    let threads = threads(for: judged.map { docket.all[$0] })
    let checked = InParallel.map(judged.count, least: 2, threads: threads) { position in
      let result = evaluator.evaluate(
        judged[position],
        of: shared,
        settings: settings,
        threads: threads > 1 ? 1 : nil
      )
      let card = Scorecard.compute(from: result)
      options.onProgress?(.judged(of: judged.count))
      return CheckedSubmission(result: result, scorecard: card)
    }
    let summary = docket.summary(waivers: waivers)
    try checkFrameworks()
    let report = Report(
      receipt: receipt(options, inputs),
      submissions: checked,
      problems: Diagnostic.sorted(
        inputs.reader.problems + inputs.attachments.problems + DocketProblem.all(summary)
      ),
      docket: summary
    )
    return Check(
      report: report,
      warnings: warnings,
      sources: sources + inputs.reader.sources,
      setAside: inputs.reader.setAside,
      rules: rules
    )
  }

  /// How many threads judge submissions: none is made for what is judged sooner than it would start.
  private func threads(for submissions: [Submission]) -> Int {
    let nodes = submissions.reduce(0) { $0 + $1.document.nodes.count }
    return submissions.count < 2 || nodes < 20_000 ? 1 : InParallel.processors
  }

  private func read(_ document: Document, stage: String?) -> Submission {
    SubmissionReader.read(
      document,
      kinds: kinds,
      catalogues: catalogues,
      stageOverride: stage
    )
  }

  /// The kinds of some ids.
  ///
  /// The envelope stands in for a kind that is blank or unknown: what concerns all kinds is checked.
  func kinds(met: [String]) -> [SubmissionKind] {
    (kinds.kinds + [kinds.envelope]).filter { met.contains($0.id) }
  }

  func settings(_ options: CheckOptions) -> EvaluationSettings {
    let tailoring = Tailoring(profiles, for: rules)
    return EvaluationSettings(
      asOf: options.asOf,
      stage: options.stage,
      office: office.map {
        EvaluationSettings.Section(document: $0.document, node: $0.document.root)
      },
      parameters: tailoring?.settings.map {
        EvaluationSettings.Section(document: $0.document, node: $0.node)
      } ?? [],
      waivers: waivers,
      tailoring: tailoring,
      makesAlignmentTable: options.makesAlignmentTable,
      makesRecord: options.makesRecord
    )
  }

  private func receipt(_ options: CheckOptions, _ inputs: Inputs) -> Receipt {
    Receipt(
      engineVersion: KrongVersion.text,
      asOf: options.asOf,
      isDateGiven: options.isDateGiven,
      stage: options.stage,
      profile: profiles.last?.id ?? "full",
      rules: digests.rules,
      kinds: digests.kinds,
      catalogues: digests.catalogues + frameworks.items,
      configuration: digests.configuration,
      inputs: inputs.reader.sources.map { Digests.item($0.name, $0) },
      attachments: inputs.attachments.items,
      office: office.map { Receipt.Office(id: $0.id, name: $0.name) },
      settings: SettingsInForce(workspace: self).settings
    )
  }

  func checkStage(_ stage: String?) throws(DiagnosticError) {
    let known = kinds.stages.map(\.id)
    guard let stage, !known.contains(stage) else { return }
    let all = known.joined(separator: ", ")
    throw DiagnosticError([
      Diagnostic(
        .unknownStageOption,
        .error,
        LocalizedText(
          th: "ไม่มีสถานะ “\(stage)” (มี \(all))",
          en: "there is no stage “\(stage)” (there are \(all))"
        ),
        at: Diagnostic.Place(file: "--stage", position: nil),
        help: .didYouMean(nearestTo: stage, among: known)
      )
    ])
  }
}
