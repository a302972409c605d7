public import Diagnostics
import DocumentArena
import Evaluation
import Findings
import Reporting
import RuleCompiler
import RuleModel
import Scoring
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
    try checkStage(options.stage)
    let context = compiled?.context ?? makeContext()
    var reader = InputReader(keys: context.keys)
    let submissions = reader.read(paths).map { read($0, stage: options.stage) }
    // The stage asked for is that of what is checked, not of what it refers to.
    let docket = options.docket.map { reader.read([$0]).map { read($0, stage: nil) } } ?? []
    let rules = try compiledRules(for: submissions, in: context)
    let evaluator = Evaluator(rules)
    let settings = settings(options)
    let checked = submissions.enumerated().map { index, submission in
      var others = submissions
      others.remove(at: index)
      let result = evaluator.evaluate(submission, docket: others + docket, settings: settings)
      let card = Scorecard.compute(from: result, profile: options.profile)
      return CheckedSubmission(result: result, scorecard: card)
    }
    try checkFrameworks()
    let report = Report(
      receipt: receipt(options, inputs: reader),
      submissions: checked,
      problems: Diagnostic.sorted(reader.problems)
    )
    return Check(report: report, sources: reader.sources)
  }

  private func read(_ document: Document, stage: String?) -> Submission {
    SubmissionReader.read(
      document,
      kinds: kinds,
      catalogues: catalogues,
      stageOverride: stage
    )
  }

  private func compiledRules(
    for submissions: [Submission],
    in context: RuleSetContext
  ) throws(DiagnosticError) -> CompiledRuleSet {
    if let compiled { return compiled }
    let met = Set(submissions.map(\.kind.id))
    // The envelope stands in for a kind that is blank or unknown: what concerns all kinds is checked.
    let served = (kinds.kinds + [kinds.envelope]).filter { met.contains($0.id) }
    let set = CompiledRuleSet(rules, for: served, in: context)
    guard !set.diagnostics.contains(where: { $0.severity == .error }) else {
      throw DiagnosticError(Diagnostic.sorted(set.diagnostics))
    }
    return set
  }

  private func settings(_ options: CheckOptions) -> EvaluationSettings {
    EvaluationSettings(
      asOf: options.asOf,
      stage: options.stage,
      office: office.map {
        EvaluationSettings.Section(document: $0.document, node: $0.document.root)
      },
      waivers: waivers,
      makesAlignmentTable: options.makesAlignmentTable
    )
  }

  private func receipt(_ options: CheckOptions, inputs: InputReader) -> Receipt {
    Receipt(
      engineVersion: KrongVersion.text,
      asOf: options.asOf,
      isDateGiven: options.isDateGiven,
      stage: options.stage,
      profile: options.profile,
      rules: digests.rules,
      kinds: digests.kinds,
      catalogues: digests.catalogues + frameworks.items,
      configuration: digests.configuration,
      inputs: inputs.sources.map { Digests.item($0.name, $0) }
    )
  }

  private func checkStage(_ stage: String?) throws(DiagnosticError) {
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
