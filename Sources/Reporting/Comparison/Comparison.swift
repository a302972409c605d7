public import Diagnostics
public import Findings
public import RuleModel
public import Scoring

/// What became of the findings of an earlier report: the difference between two rounds.
public struct Comparison: Sendable {
  /// What became of one finding.
  public enum Change: String, Sendable, CaseIterable {
    /// The rule ran again and does not find it any more.
    case fixed
    /// It is still there.
    case remaining
    /// It was not there before, though the rule looked.
    case new
    /// It is still there, and a waiver sets it aside now.
    case waived
    /// The rule did not run, or could not decide, in one of the two reports.
    case notComparable = "not-comparable"
  }

  /// One finding.
  public struct Item: Sendable {
    /// What became of it.
    public let change: Change
    /// The finding: of the new report where it is there, else of the old one.
    public let finding: Finding
    /// The heading of the rule; nil for structure findings.
    public let title: LocalizedText?
    /// Text or reading; nil for structure findings.
    public let basis: Basis?
    /// Whether its rule counts in score and verdict.
    public let isScored: Bool
    /// Why it cannot be compared.
    public let reason: LocalizedText?
  }

  /// One side of a submission that is compared.
  public struct Side: Sendable {
    /// The file.
    public let file: String
    /// The round.
    public let round: Int
    /// The verdict.
    public let verdict: Scorecard.Verdict
    /// The score.
    public let score: Scorecard.Score?
  }

  /// One submission.
  public struct Entry: Sendable {
    /// The id.
    public let id: String?
    /// The title.
    public let title: String?
    /// In the old report; nil when it was not there.
    public let old: Side?
    /// In the new report; nil when it is not there any more.
    public let new: Side?
    /// Its findings: fixed, remaining, new, waived, not comparable; within these in their order.
    public let items: [Item]
    /// The remarks of the earlier resolution and comments, with what was done about them.
    public let remarks: [RemarkAnswer]

    /// The findings that had this end.
    public func items(_ change: Change) -> [Item] { items.filter { $0.change == change } }
  }

  /// What differs between the two but the submissions: program, rules, day.
  public let differences: [LocalizedText]
  /// The submissions, in the order of the new report; then those that are gone.
  public let entries: [Entry]

  /// The new findings of at least a severity, those of rules that do not count left out.
  public func newFindings(from severity: Severity) -> [Item] {
    entries.flatMap { $0.items(.new) }.filter { $0.isScored && $0.finding.severity >= severity }
  }

  /// What was noted about the scores of saved reports.
  public static func scoreProblems(of reports: [Report]) -> [Diagnostic] {
    reports.flatMap(\.problems).filter { $0.code == .scoreDiffers }
  }
}
