import Findings
import RuleModel
import Scoring
import Testing

@Suite("Scores of XCCDF 1.2")
struct ScoringModelTests {
  private func rule(
    _ id: String,
    _ result: RuleTree.Result,
    weight: Int = 1,
    role: RuleTree.Role = .full
  ) -> RuleTree.Node {
    .rule(RuleTree.Rule(id: id, weight: weight, result: result, role: role))
  }

  private func score(_ nodes: [RuleTree.Node], _ model: ScoringModel) throws -> [String] {
    let score = try #require(RuleTree(nodes).score(model))
    return [score.score.description, score.maximum.description]
  }

  private func gains(_ nodes: [RuleTree.Node], _ model: ScoringModel) throws -> [String: String] {
    let score = try #require(RuleTree(nodes).score(model))
    let pairs = score.gains.map { ($0.rule, $0.points.description) }
    return Dictionary(uniqueKeysWithValues: pairs)
  }

  /// Two groups and a rule: g1 (weight 3) holds a pass of 2 and a fail of 1, g2 (weight 1) one fail.
  private var nested: [RuleTree.Node] {
    [
      .group(
        RuleTree.Group(
          id: "g1",
          weight: 3,
          children: [rule("a", .pass, weight: 2), rule("b", .fail, weight: 1)]
        )
      ),
      .group(RuleTree.Group(id: "g2", weight: 1, children: [rule("c", .error, weight: 5)])),
      rule("d", .fixed, weight: 2),
    ]
  }

  @Test("the default model weighs groups against each other")
  func defaultModel() throws {
    // g1 = 200/3; (3 × 200/3 + 1 × 0 + 2 × 100) ÷ 6 = 66.666…
    #expect(try score(nested, .xccdfDefault) == ["66.666667", "100"])
    // b: 100 × 1/3 × 3/6; c: 100 × 1/6.
    #expect(try gains(nested, .xccdfDefault) == ["b": "16.666667", "c": "16.666667"])
  }

  @Test("the flat models look at rules only")
  func flatModels() throws {
    #expect(try score(nested, .flat) == ["4", "10"])
    #expect(try gains(nested, .flat) == ["b": "1", "c": "5"])
    #expect(try score(nested, .flatUnweighted) == ["2", "4"])
    #expect(try gains(nested, .flatUnweighted) == ["b": "1", "c": "1"])
  }

  @Test("the absolute model is all or nothing, and only the last fault has a gain")
  func absoluteModel() throws {
    #expect(try score(nested, .absolute) == ["0", "1"])
    #expect(try gains(nested, .absolute) == ["b": "0", "c": "0"])
    let last = [rule("a", .pass), rule("b", .unknown)]
    #expect(try score(last, .absolute) == ["0", "1"])
    #expect(try gains(last, .absolute) == ["b": "1"])
    #expect(try score([rule("a", .pass)], .absolute) == ["1", "1"])
  }

  @Test(
    "rules that were not judged leave their groups out of the score",
    arguments: [
      RuleTree.Result.notApplicable, .notChecked, .notSelected, .informational,
    ]
  )
  func resultsThatDoNotCount(result: RuleTree.Result) throws {
    let group = RuleTree.Group(id: "g", weight: 9, children: [rule("x", result, weight: 9)])
    let nodes = [.group(group), rule("a", .pass), rule("b", .fail)]
    #expect(try score(nodes, .xccdfDefault) == ["50", "100"])
    #expect(try score(nodes, .flat) == ["1", "2"])
    #expect(try score(nodes, .flatUnweighted) == ["1", "2"])
    #expect(try gains(nodes, .flat) == ["b": "1"])
  }

  @Test(
    "roles unscored and unchecked count in no model",
    arguments: [RuleTree.Role.unscored, .unchecked]
  )
  func roles(role: RuleTree.Role) throws {
    let nodes = [rule("a", .fail, weight: 4, role: role), rule("b", .pass)]
    #expect(try score(nodes, .xccdfDefault) == ["100", "100"])
    #expect(try score(nodes, .flat) == ["1", "1"])
    #expect(try score(nodes, .flatUnweighted) == ["1", "1"])
    #expect(try score(nodes, .absolute) == ["1", "1"])
  }

  @Test(
    "unknown and error count as not passed",
    arguments: [RuleTree.Result.unknown, .error, .fail]
  )
  func notPassed(result: RuleTree.Result) throws {
    let nodes = [rule("a", result, weight: 3), rule("b", .pass)]
    #expect(try score(nodes, .xccdfDefault) == ["25", "100"])
    #expect(try score(nodes, .flat) == ["1", "4"])
    #expect(try score(nodes, .absolute) == ["0", "1"])
  }

  @Test("where nothing counts, the specification gives 0, 0, 0 and 1")
  func nothingCounts() throws {
    let nodes = [rule("a", .fail, role: .unscored), rule("b", .notApplicable)]
    #expect(try score(nodes, .xccdfDefault) == ["0", "100"])
    #expect(try score(nodes, .flat) == ["0", "0"])
    #expect(try score(nodes, .flatUnweighted) == ["0", "0"])
    #expect(try score(nodes, .absolute) == ["1", "1"])
    #expect(RuleTree(nodes).score(.flat)?.percent == Scorecard.Score(hundredths: 0))
  }

  @Test("weights of 0 have no say but in the unweighted model")
  func zeroWeights() throws {
    let nodes = [rule("a", .fail, weight: 0), rule("b", .pass, weight: 2)]
    #expect(try score(nodes, .xccdfDefault) == ["100", "100"])
    #expect(try score(nodes, .flatUnweighted) == ["1", "2"])
    #expect(try score(nodes, .absolute) == ["1", "1"])
    #expect(try score([rule("a", .pass, weight: 0)], .xccdfDefault) == ["0", "100"])
  }

  @Test("stays exact in deep trees")
  func exactness() throws {
    // Thirds of thirds, far below any digit that is shown, must not add up to 100.
    let thirds = (0..<60).reduce([rule("x", .pass)]) { inner, index in
      [
        rule("p\(index)", .pass, weight: 2),
        .group(RuleTree.Group(id: "t\(index)", children: inner)),
      ]
    }
    #expect(try score(thirds, .xccdfDefault) == ["100", "100"])
  }

  @Test("families are groups of weight 1; parts give no credit; waived rules pass")
  func families() throws {
    let results = [
      RuleResult(
        rule: Made.rule("A", .completeness, weight: 8),
        outcome: .fail,
        parts: Made.parts(pass: 6, fail: 1)
      ),
      RuleResult(rule: Made.rule("B", .completeness, weight: 2), outcome: .waived),
      RuleResult(rule: Made.rule("C", .alignment, .info, weight: 5), outcome: .pass),
      RuleResult(rule: Made.rule("D", .alignment, weight: 5), outcome: .fail, isScored: false),
      RuleResult(rule: Made.rule("E", .procedure), outcome: .notApplicable, reason: .stage),
    ]
    let card = Scorecard.compute(from: Made.result(results))
    // Completeness 20, alignment 100, no other family counts.
    #expect(card.score(.xccdfDefault)?.score.description == "60")
    #expect(card.score(.flat)?.score.description == "7")
    #expect(card.score(.flat)?.maximum.description == "15")
    #expect(card.score(.flatUnweighted)?.score.description == "2")
    #expect(card.percent(.flat) == Scorecard.Score(hundredths: 4667))
    #expect(card.unscored == ["D"])
    #expect(card.blockers == ["A"])
    #expect(card.models.map(\.model) == ScoringModel.xccdf)
  }
}
