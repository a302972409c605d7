import CEL
import Findings
import RuleCompiler

// What became of the remarks of the earlier resolution and of comments.
extension SubmissionScope {
  /// The remarks of `previous_resolution` with their responses, then the comments.
  ///
  /// Responses that answer no remark come last of their kind; STR-011 tells of them as well.
  func remarkAnswers() -> [RemarkAnswer] {
    let resolution = context.field("previous_resolution", of: root)
    let remarks = context.elements(of: context.field("remarks", of: resolution)) ?? []
    let responses = context.elements(of: context.field("responses", of: root)) ?? []
    var answered: Set<Int> = []
    var answers = remarks.map { remark in
      let id = text("id", of: remark)
      let index = responses.indices.first { index in
        guard let id, let named = text("remark_id", of: responses[index]) else { return false }
        return named.utf8.elementsEqual(id.utf8)
      }
      if let index { answered.insert(index) }
      return answer(index.map { responses[$0] }, id: id, text: text("text", of: remark))
    }
    for index in responses.indices where !answered.contains(index) {
      let response = responses[index]
      answers.append(answer(response, id: text("remark_id", of: response), text: nil))
    }
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

  private func answer(_ response: Value?, id: String?, text: String?) -> RemarkAnswer {
    RemarkAnswer(
      source: .resolution,
      id: id,
      from: nil,
      text: text,
      change: response.flatMap { self.text("change", of: $0) },
      location: response.flatMap { self.text("where", of: $0) },
      status: nil
    )
  }

  /// A field as text; nil when it is blank.
  private func text(_ name: String, of record: Value) -> String? {
    context.field(name, of: record).string
  }
}
