import Findings
package import RuleCompiler
package import Submissions

extension Evaluator {
  /// The steps that judging a submission by a rule takes; nil when the rule does not serve its kind.
  package static func steps(
    of rule: String,
    _ rules: CompiledRuleSet,
    on submission: Submission,
    settings: EvaluationSettings
  ) -> UInt64? {
    guard let compiled = rules.rule(rule, for: submission.kind.id) else { return nil }
    let scope = SubmissionScope(
      submission,
      docket: [],
      settings: settings,
      context: rules.context
    )
    var run = RuleRun(compiled, scope: scope)
    var waivers = WaiverBook([], for: scope)
    _ = run.result(RuleFacts(compiled.rule), isScored: true, &waivers)
    return run.steps
  }
}
