import Findings

// Remarks of the earlier resolution that only the earlier report holds.
extension Comparison {
  /// The remarks and comments of a submission with what was done about them.
  ///
  /// Where a later round does not restate the remarks of the earlier resolution (requirements, section F,
  /// F11), those that the earlier report recorded as its resolution stand in for them, so that one without
  /// a response is not lost.
  static func remarks(of new: CheckedSubmission, after baseline: Report) -> [RemarkAnswer] {
    let index = match(new, in: baseline.submissions)
    return remarks(of: new, after: index.map { baseline.submissions[$0] })
  }

  /// The same, when the submission of the earlier report is known.
  static func remarks(of new: CheckedSubmission, after old: CheckedSubmission?) -> [RemarkAnswer] {
    let stated = new.result.remarks
    guard let old, new.result.header.round > old.result.header.round,
      let table = old.result.record?.table("resolution.remarks"),
      !stated.contains(where: { $0.source == .resolution && $0.text != nil })
    else { return stated }
    let ids = table.values("id").map(text)
    let texts = table.values("text").map(text)
    let remarks = zip(ids, texts).filter { $0 != nil || $1 != nil }.map { (id: $0, text: $1) }
    return RemarkAnswer.answers(to: remarks, stated.filter { $0.source == .resolution })
      + stated.filter { $0.source == .comment }
  }

  private static func text(_ value: SubmissionRecord.Value?) -> String? {
    switch value {
    case .text(let text)?, .code(let text, _)?: text
    case .whole(let number)?: String(number)
    default: nil
    }
  }
}
