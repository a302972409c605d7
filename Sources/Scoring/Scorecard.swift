// Scoring turns outcomes and weights into a score that explains itself: what each rule gave and what
// each fix would gain. It looks at results only, so a saved score can be computed again from them.

public import RuleModel

/// The score of one submission.
///
/// House score (requirements, section A): 100 × Σ weight × share ÷ Σ weight over the rules that
/// apply, by family and in total; a rule of several parts counts the share of its parts that pass.
public struct Scorecard: Sendable {
  /// An exact quotient; scores are computed in integers so that they are the same everywhere.
  public struct Score: Hashable, Sendable, CustomStringConvertible {
    /// Hundredths of a point of 100, rounded half up: 8750 is 87.50.
    public let hundredths: Int

    /// Makes a score.
    public init(hundredths: Int) {
      self.hundredths = hundredths
    }

    /// The points with two decimals: `87.50`.
    public var description: String {
      let rest = hundredths % 100
      return "\(hundredths / 100).\(rest < 10 ? "0" : "")\(rest)"
    }
  }

  /// The part of one family.
  public struct FamilyScore: Sendable {
    /// The family.
    public let family: Family
    /// The score, nil when no rule of the family counts.
    public let score: Score?
    /// The sum of the weights of the rules that count.
    public let weight: Int
    /// How many rules count.
    public let rules: Int
    /// How many of them are met in full.
    public let met: Int

    /// Makes a family score.
    public init(family: Family, score: Score?, weight: Int, rules: Int, met: Int) {
      self.family = family
      self.score = score
      self.weight = weight
      self.rules = rules
      self.met = met
    }
  }

  /// What one rule gave.
  public struct Contribution: Sendable {
    /// The rule.
    public let rule: String
    /// Its weight.
    public let weight: Int
    /// The parts that are met.
    public let met: Int
    /// The parts that count.
    public let counted: Int
    /// The points of the total that mending it would gain, in hundredths.
    public let gain: Score

    /// Makes a contribution.
    public init(rule: String, weight: Int, met: Int, counted: Int, gain: Score) {
      self.rule = rule
      self.weight = weight
      self.met = met
      self.counted = counted
      self.gain = gain
    }
  }

  /// What the score says about going forward.
  public enum Verdict: String, Sendable {
    /// พร้อมเสนอ: no error failed; rules that could not be checked are counted beside it.
    case ready
    /// ยังไม่พร้อมเสนอ: an error failed, or the form cannot be read.
    case notReady = "not-ready"
    /// No rule applied.
    case nothingChecked = "nothing-checked"
  }

  /// The total, nil when no rule counts.
  public let total: Score?
  /// The families, in their order; those without a rule that counts too.
  public let families: [FamilyScore]
  /// The rules that count, in the order of the results.
  public let contributions: [Contribution]
  /// The rules that were judged but left out of score and verdict, in the order of the results.
  public let unscored: [String]
  /// The scores under the models of XCCDF 1.2, in the order of the specification.
  public let models: [ModelScore]
  /// The verdict; no model has a say in it.
  public let verdict: Verdict
  /// What stands against going forward: structure codes and rules, each once, in order.
  public let blockers: [String]

  /// Makes a scorecard of its parts.
  public init(
    total: Score?,
    families: [FamilyScore],
    contributions: [Contribution],
    unscored: [String] = [],
    models: [ModelScore] = [],
    verdict: Verdict,
    blockers: [String] = []
  ) {
    self.total = total
    self.families = families
    self.contributions = contributions
    self.unscored = unscored
    self.models = models
    self.verdict = verdict
    self.blockers = blockers
  }
}
