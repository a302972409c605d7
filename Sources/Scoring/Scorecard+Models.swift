public import Findings
import RuleModel

extension RuleTree {
  /// The rules of a result as a tree: one group of weight 1 for each family, in the order of families.
  ///
  /// XCCDF knows no parts of rules, so a rule passes or does not; partial credit is the house score's.
  public init(_ result: SubmissionResult) {
    let families = Family.allCases
    var children: [[Node]] = Array(repeating: [], count: families.count)
    for rule in result.rules {
      if let place = families.firstIndex(of: rule.rule.family) {
        children[place].append(.rule(Rule(rule)))
      }
    }
    self.init(zip(families, children).map { .group(Group(id: $0.rawValue, children: $1)) })
  }
}

extension RuleTree.Rule {
  /// A rule with what it came to.
  ///
  /// A waived failure passes: somebody answers for it. Rules of severity info count as all others do.
  init(_ result: RuleResult) {
    let outcome: RuleTree.Result =
      switch result.outcome {
      case .pass, .waived: .pass
      case .fail: .fail
      case .unknown: .unknown
      case .error: .error
      case .notApplicable: .notApplicable
      case .notChecked: .notChecked
      case .notSelected: .notSelected
      }
    self.init(
      id: result.rule.id,
      weight: result.rule.weight,
      result: outcome,
      role: result.isScored ? .full : .unscored
    )
  }
}

extension Scorecard {
  /// The score under one of XCCDF's models; nil for the house score.
  public func score(_ model: ScoringModel) -> ModelScore? { models.first { $0.model == model } }

  /// The score of a model in hundredths of a point of 100; nil when no rule counts.
  public func percent(_ model: ScoringModel) -> Score? {
    guard let total else { return nil }
    return score(model).map(\.percent) ?? total
  }
}
