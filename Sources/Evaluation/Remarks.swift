import CEL
import Catalogues
import DocumentArena
import Findings
import RuleCompiler
import SourceText
import Submissions

// What became of the remarks of the earlier resolution and of comments.
extension SubmissionScope {
  /// The remarks of the earlier resolution with their responses, then the comments.
  ///
  /// Responses that answer no remark come last of their kind; STR-011 tells of them as well.
  func remarkAnswers() -> [RemarkAnswer] {
    let remarks = earlierRemarks().map { (id: text("id", of: $0), text: text("text", of: $0)) }
    let responses = context.elements(of: context.field("responses", of: root)) ?? []
    let answers = RemarkAnswer.answers(to: remarks, responses.map(answer))
    let comments = context.elements(of: context.field("comments", of: root)) ?? []
    return answers
      + comments.map { comment in
        RemarkAnswer(
          source: .comment,
          id: text("id", of: comment),
          from: text("from", of: comment),
          text: text("text", of: comment),
          change: text("response", of: comment),
          location: nil,
          status: text("status", of: comment)
        )
      }
  }

  /// The remarks of `previous_resolution`; where it does not restate them, those of the resolution of
  /// the earlier round, when that was supplied too.
  private func earlierRemarks() -> [Value] {
    let restated = context.field("remarks", of: context.field("previous_resolution", of: root))
    if let remarks = context.elements(of: restated), !remarks.isEmpty { return remarks }
    guard PresenceFunctions.unreadable(restated, context) == nil else { return [] }
    let resolution = context.field("resolution", of: earlierRound)
    return context.elements(of: context.field("remarks", of: resolution)) ?? []
  }

  /// Whether a finding says of a response that its remark is not in the file, although the earlier round has it.
  ///
  /// That holds where the round was supplied and the file does not restate the remarks; of those that it
  /// restates none is meant, as the finding says.
  func answersTheEarlierRound(_ finding: StructureFinding) -> Bool {
    guard finding.code == .danglingReference else { return false }
    let path = paths.path(of: finding.node, in: 0).path
    guard case .key("responses")? = path.steps.first, case .key("remark_id")? = path.steps.last
    else { return false }
    let named = submission.document.text(of: finding.node)
    return earlierRemarks().contains { text("id", of: $0)?.hasSameBytes(as: named) ?? false }
  }

  /// The submission of the round before, among those that were supplied: the one that `previous_id`
  /// names, else the one of the same id.
  func suppliedEarlierRound() -> Value? {
    guard submission.round > 1 else { return nil }
    let named = context.field("previous_id", of: root)
    if named.string != nil, let found = SubmissionLookup.submission(named, in: docket.value) {
      return found
    }
    guard let id = submission.id else { return nil }
    let earlier = Value(.string(RoundID.text(id, submission.round - 1)))
    return SubmissionLookup.submission(earlier, in: docket.value)
  }

  private func answer(_ response: Value) -> RemarkAnswer {
    RemarkAnswer(
      source: .resolution,
      id: text("remark_id", of: response),
      from: nil,
      text: nil,
      change: text("change", of: response),
      location: text("where", of: response),
      status: nil
    )
  }

  /// A field as text; nil when it is blank.
  private func text(_ name: String, of record: Value) -> String? {
    context.field(name, of: record).string
  }
}
