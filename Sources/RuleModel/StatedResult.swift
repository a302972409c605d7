public import Diagnostics
public import DocumentArena

/// What a test states about one rule: its outcome, and as much more as its author cares to.
///
/// Examples inside rules and case files beside them state the same things in the same words.
public struct StatedResult: Sendable {
  /// The rule.
  public let rule: String
  /// The outcome wanted, as written: `pass`, `fail`, `unknown`, `not-applicable`, `waived`, `error`.
  public let outcome: String
  /// The paths at which findings must point; nil when not stated.
  public let at: [String]?
  /// The share of parts wanted, such as `2/7`.
  public let share: String?
  /// The data that must be named as missing.
  public let missing: [String]?
  /// The reason of not-applicable wanted.
  public let why: String?
  /// Texts that must occur in a message.
  public let says: LocalizedText?
  /// Softer findings wanted: severity and path.
  public let also: [String]?
  /// The node of the statement.
  public let node: NodeID

  /// Makes a statement.
  public init(
    rule: String,
    outcome: String,
    at: [String]? = nil,
    share: String? = nil,
    missing: [String]? = nil,
    why: String? = nil,
    says: LocalizedText? = nil,
    also: [String]? = nil,
    node: NodeID
  ) {
    self.rule = rule
    self.outcome = outcome
    self.at = at
    self.share = share
    self.missing = missing
    self.why = why
    self.says = says
    self.also = also
    self.node = node
  }
}

extension RuleExample {
  /// What the example states about its rule.
  public func stated(for rule: String) -> StatedResult {
    StatedResult(
      rule: rule,
      outcome: outcome,
      at: at,
      share: share,
      missing: missing,
      why: why,
      says: says,
      also: also,
      node: node
    )
  }
}
