// The models of XCCDF 1.2 (NISTIR 7275 revision 4, section 7.3), in exact arithmetic.

extension RuleTree {
  /// The score under a model; nil for the house score, which needs the parts of rules.
  ///
  /// Where no rule counts, the default and the flat models give 0 and the absolute model 1, as the
  /// specification has it: read the verdict before any number.
  public func score(_ model: ScoringModel) -> ModelScore? {
    switch model {
    case .house: nil
    case .xccdfDefault: defaultScore()
    case .flat: flatScore(.flat) { $0.weight }
    // All weights are taken to be 1, those of 0 too: so XCCDF 1.2 has it, and scanners compute it.
    case .flatUnweighted: flatScore(.flatUnweighted) { _ in 1 }
    case .absolute: absoluteScore()
    }
  }

  // MARK: Flat models

  private func flatScore(_ model: ScoringModel, _ worth: (Rule) -> Int) -> ModelScore {
    let counted = rules.filter(\.counts)
    let whole = counted.reduce(0) { $0 + worth($1) }
    let reached = counted.reduce(0) { $0 + ($1.result.passes ? worth($1) : 0) }
    return ModelScore(
      model: model,
      score: Self.points(reached),
      maximum: Self.points(whole),
      gains: counted.filter { !$0.result.passes }.map {
        ModelScore.Gain(rule: $0.id, points: Self.points(worth($0)))
      }
    )
  }

  /// All or nothing: whether the flat score is its maximum.
  private func absoluteScore() -> ModelScore {
    let counted = rules.filter(\.counts)
    let failed = counted.filter { !$0.result.passes }
    // A failed rule of weight 0 takes nothing from the flat score.
    let inTheWay = failed.filter { $0.weight > 0 }
    return ModelScore(
      model: .absolute,
      score: Self.points(inTheWay.isEmpty ? 1 : 0),
      maximum: Self.points(1),
      gains: failed.map { rule in
        let isLast = inTheWay.count == 1 && rule.weight > 0
        return ModelScore.Gain(rule: rule.id, points: Self.points(isLast ? 1 : 0))
      }
    )
  }

  private static func points(_ whole: Int) -> Points { Points(millionths: whole * 1_000_000) }

  // MARK: Default model

  /// What the default model makes of a node.
  private struct NodeScore {
    /// Whether it counts: a rule that counts is in it.
    var counts: Bool
    /// Its score, 0 to 100.
    var score: Fraction
    /// What mending the rules in it would add to that score.
    var gains: [(rule: String, points: Fraction)]
  }

  private func defaultScore() -> ModelScore {
    let root = Self.score(of: children)
    return ModelScore(
      model: .xccdfDefault,
      score: Points(millionths: root.score.millionths),
      maximum: Self.points(100),
      gains: root.gains.map {
        ModelScore.Gain(rule: $0.rule, points: Points(millionths: $0.points.millionths))
      }
    )
  }

  /// The weighted mean of the children that count.
  private static func score(of children: [Node]) -> NodeScore {
    var total = NodeScore(counts: false, score: Fraction(0), gains: [])
    var weight = 0
    for child in children {
      let own = score(of: child)
      guard own.counts else { continue }
      total.counts = true
      weight += child.weight
      total.score = total.score + own.score * child.weight
      total.gains += own.gains.map { ($0.rule, $0.points * child.weight) }
    }
    // Children of weight 0 alone leave nothing to divide by; such a group scores 0.
    guard weight > 0 else { return total }
    total.score = total.score / weight
    total.gains = total.gains.map { ($0.rule, $0.points / weight) }
    return total
  }

  private static func score(of node: Node) -> NodeScore {
    switch node {
    case .group(let group): return score(of: group.children)
    case .rule(let rule):
      let whole = Fraction(100)
      guard rule.counts else { return NodeScore(counts: false, score: Fraction(0), gains: []) }
      if rule.result.passes { return NodeScore(counts: true, score: whole, gains: []) }
      return NodeScore(counts: true, score: Fraction(0), gains: [(rule.id, whole)])
    }
  }
}
