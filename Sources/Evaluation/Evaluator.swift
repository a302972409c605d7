// Evaluation runs compiled rules on a submission: rule → element → part → finding. Same input, same
// result: no clock, no order of dictionaries, no state kept between submissions.

public import Findings
public import RuleCompiler
package import RuleModel
import SourceText
public import Submissions

/// Evaluates submissions.
///
/// A value that can be shared between threads; one call looks at one submission.
public struct Evaluator: Sendable {
  /// The rules, sorted by id.
  package let rules: CompiledRuleSet

  /// Makes an evaluator of compiled rules.
  public init(_ rules: CompiledRuleSet) {
    self.rules = rules
  }

  /// Judges a submission; `docket` holds the others that were supplied beside it.
  ///
  /// Rules come in the order of their ids, findings in the order of the document. The cost is that of
  /// the rules that apply, linear in the elements that they go through.
  public func evaluate(
    _ submission: Submission,
    docket: [Submission] = [],
    settings: EvaluationSettings
  ) -> SubmissionResult {
    evaluate(submission, docket: docket, settings: settings, recorder: nil)
  }

  /// The same; `recorder` counts which ways the evaluation takes.
  package func evaluate(
    _ submission: Submission,
    docket: [Submission],
    settings: EvaluationSettings,
    recorder: EvaluationRecorder?
  ) -> SubmissionResult {
    evaluate(submission, SharedDocket(docket), besides: nil, settings, recorder)
  }

  /// Judges one of the submissions of a docket; the others may be referred to.
  ///
  /// Beside the rules it costs a reference for each document of the docket, not a look at it.
  package func evaluate(
    _ index: Int,
    of docket: SharedDocket,
    settings: EvaluationSettings
  ) -> SubmissionResult {
    evaluate(docket.submissions[index], docket, besides: index, settings, nil)
  }

  private func evaluate(
    _ submission: Submission,
    _ docket: SharedDocket,
    besides own: Int?,
    _ settings: EvaluationSettings,
    _ recorder: EvaluationRecorder?
  ) -> SubmissionResult {
    let scope = SubmissionScope(
      submission,
      docket: docket,
      besides: own,
      settings: settings,
      context: rules.context
    )
    var waivers = WaiverBook(settings.waivers, for: scope)
    var results: [RuleResult] = []
    results.reserveCapacity(rules.rules.count)
    for rule in rules.rules {
      results.append(evaluate(rule, scope, &waivers, recorder))
    }
    let table = AlignmentTableBuilder(scope: scope, rules: rules.rules, results: results)
    return SubmissionResult(
      header: scope.header(),
      structure: submission.structureFindings.filter { !scope.answersTheEarlierRound($0) }
        .map { StructureMessages.finding($0, in: scope) },
      structureLeftOut: submission.structureLeftOut.map { left in
        SubmissionResult.LeftOut(code: left.code.rawValue, count: left.count)
      },
      rules: results,
      idleWaivers: waivers.idle(on: settings.asOf, rules: results),
      remarks: scope.remarkAnswers(),
      alignment: settings.makesAlignmentTable ? table.table() : nil,
      record: settings.makesRecord
        ? RecordBuilder(submission, rules.context.catalogues).record() : nil
    )
  }

  /// Whether a rule may concern a submission; false only where ``evaluate(_:docket:settings:)`` finds
  /// it not applicable for its kind, job or stage.
  ///
  /// The alignment table looks at rules of every stage.
  package static func mayConcern(
    _ rule: Rule,
    _ submission: Submission,
    settings: EvaluationSettings
  ) -> Bool {
    guard Applicable.servesKindAndJob(rule, submission) else { return false }
    if settings.makesAlignmentTable { return true }
    let first = submission.stagePosition(rule.applicability.fromStage)
    return first.map { $0 <= SubmissionScope.stage(submission, settings) } ?? true
  }

  private func evaluate(
    _ rule: Rule,
    _ scope: SubmissionScope,
    _ waivers: inout WaiverBook,
    _ recorder: EvaluationRecorder?
  ) -> RuleResult {
    let tailoring = scope.settings.tailoring?[rule.id]
    let facts = RuleFacts(rule, tailoring)
    if let reason = tailoring?.leftOut {
      return RuleResult(rule: facts, outcome: .notSelected, reasonDetail: reason)
    }
    if let reason = Applicable.reason(against: rule, scope) {
      return RuleResult(
        rule: facts,
        outcome: .notApplicable,
        isScored: tailoring?.isScored ?? true,
        reason: reason
      )
    }
    guard let compiled = rules.rule(rule.id, for: scope.submission.kind.id) else {
      return RuleResult(rule: facts, outcome: .notApplicable, reason: .kind)
    }
    var run = RuleRun(compiled, scope: scope)
    run.recorder = recorder
    return run.result(facts, isScored: tailoring?.isScored ?? true, &waivers)
  }
}

/// Whether a rule concerns a submission at all.
enum Applicable {
  /// Why it does not; nil when it does.
  static func reason(against rule: Rule, _ scope: SubmissionScope) -> NotApplicableReason? {
    let submission = scope.submission
    guard servesKind(rule, submission) else { return .kind }
    guard servesJob(rule, submission) else { return .job }
    if let first = scope.stagePosition(rule.applicability.fromStage), scope.stage < first {
      return .stage
    }
    if let years = rule.inForce, let year = scope.fiscalYear, !years.contains(year) {
      return .inForce
    }
    return nil
  }

  /// Whether it is for the kind and job of a submission, whatever its stage and year.
  static func servesKindAndJob(_ rule: Rule, _ submission: Submission) -> Bool {
    servesKind(rule, submission) && servesJob(rule, submission)
  }

  private static func servesKind(_ rule: Rule, _ submission: Submission) -> Bool {
    guard let kinds = rule.applicability.kinds else { return true }
    return submission.isKindKnown
      && kinds.contains { $0.hasSameBytes(as: submission.kind.id) }
  }

  private static func servesJob(_ rule: Rule, _ submission: Submission) -> Bool {
    guard let jobs = rule.applicability.jobs else { return true }
    return submission.job.map(jobs.contains) ?? false
  }
}
