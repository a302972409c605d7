import Foundation
import Scoring
import Testing

/// A tree as `XCCDF/record.py` writes it.
private struct RecordedNode: Decodable {
  let rule: String?
  let group: String?
  let weight: Int
  let role: String?
  let result: String?
  let children: [RecordedNode]?

  func node() throws -> RuleTree.Node {
    if let group {
      let inner = try (children ?? []).map { try $0.node() }
      return .group(RuleTree.Group(id: group, weight: weight, children: inner))
    }
    return .rule(
      RuleTree.Rule(
        id: try #require(rule),
        weight: weight,
        result: try #require(result.flatMap(RuleTree.Result.init)),
        role: try #require(role.flatMap(RuleTree.Role.init))
      )
    )
  }
}

private struct Recording: Decodable {
  struct Tree: Decodable {
    let children: [RecordedNode]
    let scores: [String: [Double]]
  }

  let trees: [Tree]
}

@Suite("XCCDF scores against a scanner")
struct XCCDFAgreementTests {
  /// The recording beside the test, or a larger one named by `KRONG_XCCDF_SCORES`.
  private static func recording() throws -> Recording {
    let own = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appendingPathComponent("XCCDF/oscap-scores.json")
    let named = ProcessInfo.processInfo.environment["KRONG_XCCDF_SCORES"]
    let file = named.map { URL(fileURLWithPath: $0) } ?? own
    return try JSONDecoder().decode(Recording.self, from: Data(contentsOf: file))
  }

  @Test("all four models give what OpenSCAP gives on generated trees")
  func agreement() throws {
    let trees = try Self.recording().trees
    #expect(trees.count >= 100)
    for (index, recorded) in trees.enumerated() {
      let tree = RuleTree(try recorded.children.map { try $0.node() })
      for model in ScoringModel.xccdf {
        let score = try #require(tree.score(model))
        let theirs = try #require(recorded.scores[model.rawValue])
        // Weights were recorded in thousandths; the scanner counts in 32-bit floating point.
        let unit = model == .flat ? 1000.0 : 1.0
        let ours = Double(score.score.millionths) / 1_000_000 / unit
        #expect(abs(ours - theirs[0]) < 0.0002, "tree \(index), \(model.rawValue)")
        // The absolute model is of 1; the scanner writes the maximum of the flat model there.
        guard model != .absolute else { continue }
        let maximum = Double(score.maximum.millionths) / 1_000_000 / unit
        #expect(abs(maximum - theirs[1]) < 0.0002, "tree \(index), maximum of \(model.rawValue)")
      }
    }
  }
}
