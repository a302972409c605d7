import Catalogues
import DocumentArena
import Evaluation
import RuleCompiler
import RuleModel
import Submissions

/// Makes a submission of the fragment of an example.
enum ExampleSubmission {
  /// The fragment as a submission; kind, job and stage come from what the rule applies to.
  static func make(_ fragment: NodeID, of rule: Rule, in context: RuleSetContext) -> Submission {
    let document = rule.document
    var extra: [(name: String, value: String)] = []
    let kind = document.child(of: fragment, "kind").map { document.text(of: $0) }
    let job = document.child(of: fragment, "job").flatMap { Int(document.text(of: $0)) }
    let pair = pair(kind: kind, job: job, rule, context)
    if kind == nil, let kind = pair.kind { extra.append(("kind", kind)) }
    if job == nil, let job = pair.job { extra.append(("job", String(job))) }
    extra.append(("stage", rule.applicability.fromStage))
    let copy = DocumentCopy.copy(fragment, of: document, keys: context.keys, extra: extra)
    return read(copy, in: context)
  }

  /// A document as a submission.
  static func read(_ document: Document, in context: RuleSetContext) -> Submission {
    SubmissionReader.read(document, kinds: context.kindSet, catalogues: context.catalogues)
  }

  /// The first kind and job of the rule that go together, keeping what the fragment names.
  private static func pair(
    kind: String?,
    job: Int?,
    _ rule: Rule,
    _ context: RuleSetContext
  ) -> (kind: String?, job: Int?) {
    let ids = kind.map { [$0] } ?? rule.applicability.kinds ?? context.kinds.map(\.id)
    for id in ids {
      guard let found = context.kind(id) else { continue }
      let served = found.jobs
      if let job {
        if served.contains(job) { return (id, job) }
        continue
      }
      let wanted = rule.applicability.jobs ?? served
      if let first = wanted.first(where: { served.contains($0) }) { return (id, first) }
    }
    return (ids.first, job ?? rule.applicability.jobs?.first)
  }
}

/// The parameter values of an example as a section of settings.
enum ExampleParameters {
  static func section(_ example: RuleExample, of rule: Rule) -> EvaluationSettings.Section? {
    guard !example.params.isEmpty, let node = rule.document.child(of: example.node, "params") else {
      return nil
    }
    return EvaluationSettings.Section(document: rule.document, node: node)
  }
}
