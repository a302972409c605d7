// Evaluation runs compiled rules on a submission: rule → element → part → finding. Same input, same
// result: no clock, no order of dictionaries, no state kept between submissions.

import Catalogues
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
    evaluate(submission, SharedDocket(docket), besides: nil, settings, recorder, threads: 1)
  }

  /// Judges one of the submissions of a docket; the others may be referred to.
  ///
  /// Beside the rules it costs a reference for each document of the docket, not a look at it.
  ///
  /// - Parameters:
  ///   - index: The position of the submission in the docket.
  ///   - docket: All that were supplied.
  ///   - settings: As of which day and stage is judged, and what counts.
  ///   - threads: How many threads run rules; nil for as many as help.
  /// - Returns: The same, however many threads.
  package func evaluate(
    _ index: Int,
    of docket: SharedDocket,
    settings: EvaluationSettings,
    threads: Int? = 1
  ) -> SubmissionResult {
    let submission = docket.submissions[index]
    return evaluate(submission, docket, besides: index, settings, nil, threads: threads)
  }

  private func evaluate(
    _ submission: Submission,
    _ docket: SharedDocket,
    besides own: Int?,
    _ settings: EvaluationSettings,
    _ recorder: EvaluationRecorder?,
    threads: Int?
  ) -> SubmissionResult {
    let scope = SubmissionScope(
      submission,
      docket: docket,
      besides: own,
      settings: settings,
      context: rules.context
    )
    var waivers = WaiverBook(settings.waivers, for: scope)
    let results = results(scope, &waivers, recorder, threads)
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

  /// The results of all rules, in their order.
  private func results(
    _ scope: SubmissionScope,
    _ waivers: inout WaiverBook,
    _ recorder: EvaluationRecorder?,
    _ threads: Int?
  ) -> [RuleResult] {
    var results: [RuleResult?] = []
    results.reserveCapacity(rules.rules.count)
    var toRun: [(index: Int, rule: OnDemand<CompiledRule?>)] = []
    for (index, rule) in rules.rules.enumerated() {
      let settled = settled(rule, scope)
      results.append(settled.result)
      if let compiled = settled.toRun { toRun.append((index, compiled)) }
    }
    if let recorder {
      for (index, rule) in toRun {
        results[index] = run(rule, rules.rules[index], scope, &waivers, recorder)
      }
    } else {
      // A waiver names one rule, so that no rule sees what another one has used.
      let unused = waivers
      let pending = toRun
      let made = InParallel.map(pending.count, threads: threads) { place in
        var waivers = unused
        let (index, rule) = pending[place]
        let result = run(rule, rules.rules[index], scope, &waivers, nil)
        return (result: result, waivers: waivers)
      }
      for (place, one) in made.enumerated() {
        results[pending[place].index] = one.result
        waivers.add(usedBy: one.waivers)
      }
    }
    return results.compactMap(\.self)
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

  /// The result of a rule that need not run, else the rule as it was compiled.
  private func settled(
    _ rule: Rule,
    _ scope: SubmissionScope
  ) -> (result: RuleResult?, toRun: OnDemand<CompiledRule?>?) {
    let tailoring = scope.settings.tailoring?[rule.id]
    let facts = RuleFacts(rule, tailoring)
    if let reason = tailoring?.leftOut {
      return (RuleResult(rule: facts, outcome: .notSelected, reasonDetail: reason), nil)
    }
    if let reason = Applicable.reason(against: rule, scope) {
      let result = RuleResult(
        rule: facts,
        outcome: .notApplicable,
        isScored: tailoring?.isScored ?? true,
        reason: reason
      )
      return (result, nil)
    }
    guard let compiled = rules.onDemand(rule.id, for: scope.submission.kind.id) else {
      return (RuleResult(rule: facts, outcome: .notApplicable, reason: .kind), nil)
    }
    return (nil, compiled)
  }

  private func run(
    _ pending: OnDemand<CompiledRule?>,
    _ head: Rule,
    _ scope: SubmissionScope,
    _ waivers: inout WaiverBook,
    _ recorder: EvaluationRecorder?
  ) -> RuleResult {
    let tailoring = scope.settings.tailoring?[head.id]
    guard let rule = pending.value else {
      return RuleResult(rule: RuleFacts(head, tailoring), outcome: .notApplicable, reason: .kind)
    }
    var run = RuleRun(rule, scope: scope)
    run.recorder = recorder
    return run.result(
      RuleFacts(rule.rule, tailoring),
      isScored: tailoring?.isScored ?? true,
      &waivers
    )
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
