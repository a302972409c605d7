import Alignment
import CEL
import Catalogues
import DocumentArena

/// What functions and check kinds ask of the graph of plans.
struct AlignmentQueries: Sendable {
  let source: AlignmentSource
  let names: CatalogueNames

  /// An item that a link claims to serve.
  struct Claim {
    let node: PlanNode
    /// The text that names it.
    let origin: NodeReference?
  }

  var graph: AlignmentGraph { source.graph }

  /// The id of a plan that is given by code, name or alias; of a framework its own.
  func plan(_ text: String) -> String { names.item("plans", text)?.id ?? text }

  func citation(_ plan: String, _ item: String, edition: String = "") -> Citation {
    graph.citation(item, plan: self.plan(plan), edition: edition)
  }

  /// Whether all items of a plan are known.
  func listsItems(_ plan: String) -> Bool {
    let frameworks = graph.frameworks(of: self.plan(plan))
    return !frameworks.isEmpty && frameworks.allSatisfy { graph.frameworks[$0].isComplete }
  }

  /// Whether an item is in force in one of some years; no years test nothing.
  func isInForce(_ node: PlanNode, _ years: [Int64]) -> Bool {
    guard !years.isEmpty, let own = graph.framework(of: node).years else { return true }
    return years.contains { year in Int(exactly: year).map { own.overlap($0...$0) } ?? false }
  }

  // MARK: Links

  /// The items that links name, those that are recognised.
  func claims(_ links: Value, _ context: EvaluationContext) -> [Claim] {
    (context.elements(of: links) ?? []).compactMap { link in
      let item = context.field("item", of: link)
      guard let plan = context.field("plan", of: link).string, let text = item.string,
        let node = citation(plan, text, edition: edition(of: link, context)).node
      else { return nil }
      return Claim(node: node, origin: item.origin)
    }
  }

  private func edition(of link: Value, _ context: EvaluationContext) -> String {
    context.field("edition", of: link).string ?? ""
  }

  /// The first plan about which a claim and the others of its element do not agree.
  ///
  /// The crosswalk leads from the claim to items of that plan, and the element names items of it, but
  /// none on one line with any of those.
  func conflict(
    of node: PlanNode,
    among claims: [Claim]
  ) -> (expected: [PlanNode], cited: [PlanNode])? {
    for (_, others) in byFramework(claims, without: node) {
      let expected = targets(of: node, beside: others)
      guard !expected.isEmpty else { continue }
      let agree = others.contains { other in
        expected.contains { graph.areOnOneLine($0, other) }
      }
      if !agree { return (expected, others) }
    }
    return nil
  }

  /// Whether the crosswalk says anything about a claim and the others of its element.
  func isComparable(_ node: PlanNode, among claims: [Claim]) -> Bool {
    byFramework(claims, without: node).contains { !targets(of: node, beside: $0.nodes).isEmpty }
  }

  private func targets(of node: PlanNode, beside others: [PlanNode]) -> [PlanNode] {
    guard let first = others.first else { return [] }
    let wanted = graph.owner(of: first)
    return graph.reached(from: node).filter { graph.owner(of: $0) == wanted }
  }

  private func byFramework(
    _ claims: [Claim],
    without node: PlanNode
  ) -> [(framework: Int, nodes: [PlanNode])] {
    let own = graph.owner(of: node)
    var found: [(framework: Int, nodes: [PlanNode])] = []
    for claim in claims {
      let owner = graph.owner(of: claim.node)
      guard owner != own else { continue }
      if let index = found.firstIndex(where: { $0.framework == owner }) {
        if !found[index].nodes.contains(claim.node) { found[index].nodes.append(claim.node) }
      } else {
        found.append((owner, [claim.node]))
      }
    }
    return found
  }

  /// Whether every step of the crosswalk from a claim to what it should agree with was seen in a source.
  func isConflictVerified(_ node: PlanNode, among claims: [Claim]) -> Bool {
    guard let conflict = conflict(of: node, among: claims) else { return true }
    return conflict.expected.contains { target in
      graph.path(from: node, to: target).map { graph.isVerified(along: $0) } ?? false
    }
  }
}
