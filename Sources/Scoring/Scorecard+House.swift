public import Findings
import RuleModel

extension Scorecard {
  /// Computes the scores of a submission: the house score (requirements, section A) and those of XCCDF.
  ///
  /// A rule counts with the share of its parts that are met when its outcome is pass, fail, unknown,
  /// error or waived, and its weight is above 0. Rules that are not applicable, not selected or for a
  /// person to judge do not count, nor those that the profile keeps out of the score. The arithmetic is
  /// exact and rounds half up once, at the end.
  public static func compute(from result: SubmissionResult) -> Scorecard {
    let judged = result.rules.filter(\.outcome.countsInScore)
    let counted = judged.filter(\.isScored)
    let unscored = judged.filter { !$0.isScored }
    let tree = RuleTree(result)
    let shares = counted.map(Share.init).filter { $0.weight > 0 }
    let weight = shares.reduce(0) { $0 + $1.weight }
    let structure = result.structure.filter { $0.severity == .error }.map(\.rule)
    let failed = counted.filter { $0.outcome == .fail && $0.rule.severity == .error }
    let blockers = distinct(structure + failed.map(\.rule.id))
    return Scorecard(
      total: score(of: shares),
      families: Family.allCases.map { family in
        let own = shares.filter { $0.result.rule.family == family }
        return FamilyScore(
          family: family,
          score: score(of: own),
          weight: own.reduce(0) { $0 + $1.weight },
          rules: own.count,
          met: own.count { $0.met == $0.counted }
        )
      },
      contributions: shares.map { $0.contribution(ofTotal: weight) },
      unscored: unscored.map(\.rule.id),
      models: ScoringModel.xccdf.compactMap(tree.score),
      verdict: blockers.isEmpty ? (counted.isEmpty ? .nothingChecked : .ready) : .notReady,
      blockers: blockers
    )
  }

  private static func score(of shares: [Share]) -> Score? {
    let weight = shares.reduce(0) { $0 + $1.weight }
    guard weight > 0 else { return nil }
    var sum = ExactSum()
    for share in shares {
      sum.add(weight: share.weight, part: share.met, of: share.counted)
    }
    return Score(hundredths: sum.hundredths(ofTotal: weight))
  }

  private static func distinct(_ ids: [String]) -> [String] {
    var seen: Set<String> = []
    return ids.filter { seen.insert($0).inserted }
  }

  /// The share of one rule, with numbers that cannot mislead the sum.
  private struct Share {
    let result: RuleResult
    let weight: Int
    let met: Int
    let counted: Int

    init(_ result: RuleResult) {
      self.result = result
      // Rule files allow 1 to 10; the bound keeps hand-made results from overflowing the sums.
      weight = min(max(result.rule.weight, 0), 1_000_000)
      let isMet = result.outcome == .pass || result.outcome == .waived
      if result.parts.counted > 0 {
        counted = result.parts.counted
        met = result.parts.met
      } else {
        // A rule can fail or be in error before it has parts; it then counts as one.
        counted = 1
        met = isMet ? 1 : 0
      }
    }

    func contribution(ofTotal total: Int) -> Contribution {
      var missing = ExactSum()
      missing.add(weight: weight, part: counted - met, of: counted)
      return Contribution(
        rule: result.rule.id,
        weight: weight,
        met: met,
        counted: counted,
        gain: Score(hundredths: missing.hundredths(ofTotal: total))
      )
    }
  }
}

extension Outcome {
  /// Whether a rule of this outcome has a part in the score.
  public var countsInScore: Bool {
    switch self {
    case .pass, .fail, .unknown, .error, .waived: true
    case .notApplicable, .notChecked, .notSelected: false
    }
  }
}
