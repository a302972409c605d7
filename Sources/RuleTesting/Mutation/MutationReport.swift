public import Diagnostics

/// What became of the mutants of rules.
public struct MutationReport: Sendable {
  /// A mutant that no test noticed.
  public struct Survivor: Sendable {
    /// The rule.
    public let rule: String
    /// Its id in the rule, which unrelated edits do not change.
    public let id: String
    /// What was bent, in words.
    public let change: LocalizedText
    /// Where in the rule's file.
    public let place: Diagnostic.Place
    /// The rule's file before and after, as a unified diff.
    public let diff: String
    /// Why it is as good as the rule, where the list of equivalent mutants says so.
    public let reason: String?

    /// Makes a survivor.
    public init(
      rule: String,
      id: String,
      change: LocalizedText,
      place: Diagnostic.Place,
      diff: String,
      reason: String?
    ) {
      self.rule = rule
      self.id = id
      self.change = change
      self.place = place
      self.diff = diff
      self.reason = reason
    }
  }

  /// How many mutants were tried.
  public let total: Int
  /// How many of them were noticed by a test.
  public let killed: Int
  /// Changes that gave no rule that can be run; they are not counted.
  public let invalid: Int
  /// Those that no test noticed, by rule and place.
  public let survivors: [Survivor]
  /// Entries of the list of equivalent mutants that match no survivor.
  public let idle: [Diagnostic]

  /// Puts a report together.
  public init(
    total: Int,
    killed: Int,
    invalid: Int,
    survivors: [Survivor],
    idle: [Diagnostic]
  ) {
    self.total = total
    self.killed = killed
    self.invalid = invalid
    self.survivors = survivors
    self.idle = idle
  }

  /// Those that are as good as the rule.
  public var equivalent: Int { survivors.count { $0.reason != nil } }

  /// The noticed ones, of those that are not as good as the rule.
  public var score: CoverageReport.Share {
    CoverageReport.Share(reached: killed, of: total - equivalent)
  }
}
