import Diagnostics
import DocumentArena
import Findings
import RuleModel
import Scoring
import Submissions

extension Comparison {
  /// Compares two reports.
  ///
  /// Submissions are matched by their ids, of several rounds the latest; else by the id that the later one
  /// names as its earlier round. Findings are matched by their fingerprints.
  public init(old: Report, new: Report) {
    differences = ReceiptDifference.all(old.receipt, new.receipt)
    var used: Set<Int> = []
    var entries: [Entry] = []
    for submission in new.submissions {
      let index = Self.match(submission, in: old.submissions)
      if let index { used.insert(index) }
      entries.append(Self.entry(old: index.map { old.submissions[$0] }, new: submission))
    }
    let newIDs = Set(new.submissions.compactMap(\.result.header.id))
    for index in old.submissions.indices where !used.contains(index) {
      let submission = old.submissions[index]
      // An earlier round that both reports hold is no submission that is gone.
      if let id = submission.result.header.id, newIDs.contains(id) { continue }
      entries.append(Self.entry(old: submission, new: nil))
    }
    self.entries = entries
  }

  static func match(_ new: CheckedSubmission, in old: [CheckedSubmission]) -> Int? {
    let header = new.result.header
    guard let id = header.id else {
      return old.firstIndex { $0.result.header.id == nil && $0.result.header.file == header.file }
    }
    func latest(_ id: String) -> Int? {
      old.indices.filter { old[$0].result.header.id?.utf8.elementsEqual(id.utf8) ?? false }
        .max { old[$0].result.header.round < old[$1].result.header.round }
    }
    let earlier = header.previousID.map { RoundID.split($0)?.id ?? $0 }
    return latest(id) ?? header.previousID.flatMap(latest) ?? earlier.flatMap(latest)
  }

  private static func entry(old: CheckedSubmission?, new: CheckedSubmission?) -> Entry {
    let header = (new ?? old)?.result.header
    return Entry(
      id: header?.id,
      title: header?.title,
      old: old.map(Side.init),
      new: new.map(Side.init),
      items: FindingMatch(old: old?.result, new: new?.result).items(),
      remarks: new.map { remarks(of: $0, after: old) } ?? []
    )
  }
}

extension Comparison.Side {
  init(_ submission: CheckedSubmission) {
    file = submission.result.header.file
    round = submission.result.header.round
    verdict = submission.scorecard.verdict
    score = submission.scorecard.total
  }
}

/// The findings of one submission in two reports.
private struct FindingMatch {
  let old: SubmissionResult?
  let new: SubmissionResult?

  private var hasOneID: Bool { old?.header.id == new?.header.id }

  /// What a finding is known by: its fingerprint, and where the id has changed, which is in it, the rest.
  private func key(_ finding: Finding) -> String {
    if hasOneID { return finding.fingerprint }
    let path = finding.place.path.description
    return [finding.rule, finding.part, finding.element, finding.element.isEmpty ? path : ""]
      .joined(separator: "\u{1F}")
  }

  private func all(_ result: SubmissionResult?) -> [Finding] {
    guard let result else { return [] }
    return result.structure + result.rules.flatMap(\.findings)
  }

  func items() -> [Comparison.Item] {
    let (before, after) = (all(old), all(new))
    let oldOnes = Dictionary(before.map { (key($0), $0) }, uniquingKeysWith: { first, _ in first })
    let newOnes = Dictionary(after.map { (key($0), $0) }, uniquingKeysWith: { first, _ in first })
    var items: [Comparison.Item] = []
    for finding in before where finding.outcome == .fail {
      items.append(ended(finding, newOnes[key(finding)]))
    }
    for finding in after where finding.outcome == .fail {
      let earlier = oldOnes[key(finding)]
      guard earlier?.outcome != .fail else { continue }
      items.append(appeared(finding, earlier))
    }
    return Comparison.Change.allCases.flatMap { change in items.filter { $0.change == change } }
  }

  private func item(
    _ change: Comparison.Change,
    _ finding: Finding,
    _ reason: LocalizedText? = nil
  ) -> Comparison.Item {
    let result = new.flatMap { self.result(finding.rule, $0) }
    let rule = (result ?? old.flatMap { self.result(finding.rule, $0) })?.rule
    return Comparison.Item(
      change: change,
      finding: finding,
      title: rule?.title,
      basis: rule?.basis,
      isScored: result?.isScored ?? true,
      reason: reason
    )
  }

  private func result(_ id: String, _ result: SubmissionResult) -> RuleResult? {
    result.rules.first { $0.rule.id.utf8.elementsEqual(id.utf8) }
  }

  /// What became of a finding of the old report.
  private func ended(_ finding: Finding, _ now: Finding?) -> Comparison.Item {
    switch now?.outcome {
    case .fail: return item(.remaining, now ?? finding)
    case .waived: return item(.waived, now ?? finding)
    case .some(let outcome):
      return item(.notComparable, finding, ComparisonReason.undecided(outcome, isNow: true))
    case nil:
      guard let reason = notRun(finding.rule, new, isNow: true) else {
        return item(.fixed, finding)
      }
      return item(.notComparable, finding, reason)
    }
  }

  /// What to make of a finding that only the new report has.
  private func appeared(_ finding: Finding, _ earlier: Finding?) -> Comparison.Item {
    // A waiver that has run out leaves what was there all the time.
    if earlier?.outcome == .waived {
      return item(.remaining, finding, ComparisonReason.waiverEnded)
    }
    if let earlier {
      let reason = ComparisonReason.undecided(earlier.outcome, isNow: false)
      return item(.notComparable, finding, reason)
    }
    // Nothing was there before: all of a submission that is new is new.
    guard let old, !foundNothingToAsk(finding.rule, old),
      let reason = notRun(finding.rule, old, isNow: false)
    else {
      return item(.new, finding)
    }
    return item(.notComparable, finding, reason)
  }

  /// Whether a rule looked and did not apply because of what the submission itself said, such as a rule
  /// for later rounds in the first: what it finds now was not there before.
  private func foundNothingToAsk(_ id: String, _ result: SubmissionResult) -> Bool {
    guard let rule = self.result(id, result), rule.outcome == .notApplicable else { return false }
    switch rule.reason {
    case .when, .noElements, .notRecorded, .notDue: return true
    default: return false
    }
  }

  /// Why a rule says nothing about a part in a report; nil when it ran and all was kept.
  private func notRun(_ id: String, _ result: SubmissionResult?, isNow: Bool) -> LocalizedText? {
    guard let result else { return ComparisonReason.noSubmission(isNow: isNow) }
    if id.hasPrefix("STR-") {
      let isCut = result.structureLeftOut.contains { $0.code.utf8.elementsEqual(id.utf8) }
      return isCut ? ComparisonReason.leftOut(isNow: isNow) : nil
    }
    guard let rule = self.result(id, result) else {
      return ComparisonReason.noRule(isNow: isNow)
    }
    switch rule.outcome {
    case .pass, .fail, .unknown, .waived:
      return rule.leftOut > 0 ? ComparisonReason.leftOut(isNow: isNow) : nil
    case .error, .notChecked, .notSelected:
      return ComparisonReason.undecided(rule.outcome, isNow: isNow)
    case .notApplicable:
      return ComparisonReason.notApplicable(rule.reason, isNow: isNow)
    }
  }
}
