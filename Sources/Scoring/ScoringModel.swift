/// The ways to make a number of outcomes and weights.
///
/// The verdict is none of them: it looks at failed errors, whatever the number.
public enum ScoringModel: String, Sendable, CaseIterable {
  /// The house score: weighted shares, with partial credit for the parts of a rule that are met.
  case house
  /// XCCDF 1.2, default model: groups are scored by themselves, then weighed against each other.
  case xccdfDefault = "default"
  /// XCCDF 1.2, flat model: the weights of the rules that pass, of the weights of all that count.
  case flat
  /// XCCDF 1.2, flat unweighted model: how many rules pass, of how many that count.
  case flatUnweighted = "flat-unweighted"
  /// XCCDF 1.2, absolute model: 1 when all rules that count pass, else 0.
  case absolute

  /// The name by which XCCDF 1.2 knows the model; nil for the house score.
  public var system: String? {
    self == .house ? nil : "urn:xccdf:scoring:\(rawValue)"
  }

  /// The models of XCCDF 1.2, in the order of the specification.
  public static let xccdf: [ScoringModel] = [.xccdfDefault, .flat, .flatUnweighted, .absolute]
}

/// A number of points, rounded half up to six decimals once, at the end.
public struct Points: Hashable, Sendable, Comparable, CustomStringConvertible {
  /// Millionths of a point.
  public let millionths: Int

  /// Makes a number of points.
  public init(millionths: Int) {
    self.millionths = millionths
  }

  /// Orders by size.
  public static func < (a: Points, b: Points) -> Bool { a.millionths < b.millionths }

  /// The points as people read them, with at most two decimals: `56.94`, `8`.
  public var rounded: String {
    let hundredths = (millionths + 5_000) / 10_000
    guard hundredths % 100 != 0 else { return String(hundredths / 100) }
    return Scorecard.Score(hundredths: hundredths).description
  }

  /// The points without needless zeros: `56.944444`, `8`.
  public var description: String {
    let rest = millionths % 1_000_000
    guard rest > 0 else { return String(millionths / 1_000_000) }
    var digits = String(rest)
    digits = String(repeating: "0", count: 6 - digits.utf8.count) + digits
    while digits.hasSuffix("0") { digits.removeLast() }
    return "\(millionths / 1_000_000).\(digits)"
  }
}

/// The score under one model of XCCDF 1.2.
public struct ModelScore: Sendable {
  /// What mending one rule would give.
  public struct Gain: Hashable, Sendable {
    /// The rule.
    public let rule: String
    /// The points by which the score would rise; 0 where other rules stand in the way.
    public let points: Points

    /// Makes a gain.
    public init(rule: String, points: Points) {
      self.rule = rule
      self.points = points
    }
  }

  /// The model.
  public let model: ScoringModel
  /// The score.
  public let score: Points
  /// The greatest score that could be had.
  public let maximum: Points
  /// What mending each rule that counts and does not pass would give, in the order of the tree.
  public let gains: [Gain]

  /// Makes a score of its parts.
  public init(model: ScoringModel, score: Points, maximum: Points, gains: [Gain]) {
    self.model = model
    self.score = score
    self.maximum = maximum
    self.gains = gains
  }

  /// The score in hundredths of a point of 100, rounded half up: what can be set against a least score.
  public var percent: Scorecard.Score {
    guard maximum.millionths > 0 else { return Scorecard.Score(hundredths: 0) }
    var sum = ExactSum()
    sum.add(weight: 1, part: min(score.millionths, maximum.millionths), of: maximum.millionths)
    return Scorecard.Score(hundredths: sum.hundredths(ofTotal: 1))
  }
}
