import Alignment
import CEL
import Catalogues
import Diagnostics
import DocumentArena

/// What functions and check kinds ask of the graph of plans.
struct AlignmentQueries: Sendable {
  let source: AlignmentSource
  let names: CatalogueNames

  var graph: AlignmentGraph { source.graph }

  /// The id of a plan that is given by code, name or alias; of a framework its own.
  func plan(_ text: String) -> String { names.item("plans", text)?.id ?? text }

  func citation(
    _ plan: String,
    _ item: String,
    edition: String = "",
    suggests: Bool = false,
    _ steps: inout UInt64
  ) -> Citation {
    graph.citation(
      item,
      plan: self.plan(plan),
      edition: edition,
      suggests: suggests,
      steps: &steps
    )
  }

  // MARK: Items written in rules

  /// Why a code that is written in an expression names no item; nothing is said while the files of plans
  /// have mistakes of their own.
  func refusal(ofCode code: String) -> LiteralRefusal? {
    let graph = graph
    guard graph.count > 0, source.diagnostics.isEmpty, graph.node(ofCode: code) == nil else {
      return nil
    }
    return LiteralRefusal(
      LocalizedText(th: "ไม่มีรายการของแผนใดรหัส “\(code)”", en: "no plan has an item “\(code)”"),
      help: .didYouMean(nearestTo: code, among: graph.nodes.lazy.map { graph.item($0).code })
        ?? Self.listHelp(nil)
    )
  }

  /// Why a text that is written in an expression names no item of a plan.
  func refusal(of item: String, in plan: String) -> LiteralRefusal? {
    guard source.diagnostics.isEmpty else { return nil }
    var steps: UInt64 = 0
    let citation = citation(plan, item, suggests: true, &steps)
    guard citation.isWrong else { return nil }
    let codes = citation.suggestions.map { graph.item($0).code }
    return LiteralRefusal(
      LocalizedText(
        th: "แผน “\(plan)” ไม่มีรายการ “\(item)”",
        en: "plan “\(plan)” has no item “\(item)”"
      ),
      help: codes.first.map { LocalizedText.didYouMean($0) } ?? Self.listHelp(self.plan(plan))
    )
  }

  private static func listHelp(_ plan: String?) -> LocalizedText {
    let name = LocalizedText(th: plan ?? "แผน", en: plan ?? "PLAN")
    return LocalizedText(
      th:
        "ดูรายการของแผนด้วย krong list items \(name.th) ถ้าเป็นแผนของพื้นที่ ให้ระบุแฟ้มของสำนักงานด้วย --office",
      en:
        "krong list items \(name.en) shows the items of a plan; for plans of an area name the office with --office"
    )
  }

  // MARK: Costs

  /// The cost of finding what the second argument cites.
  var search: Overload.Cost {
    .stated { sizes in source.graph.citationSize(tens: sizes.count > 1 ? sizes[1].weight : 0) }
  }

  /// The cost of finding what each of some links cites; how long their texts are is not known.
  var searches: Overload.Cost {
    .stated { $0[0].count.times(source.graph.citationSize(tens: .max)) }
  }

  /// The cost of walks, from each of two ends or once more back.
  var walks: Overload.Cost { .stated { _ in source.graph.walkSize.times(4) } }

  /// The cost of comparing the items of the last argument with those that one of them leads to.
  var comparison: Overload.Cost { .stated { compared($0.last?.count ?? 0) } }

  /// The cost of comparing each item with all others.
  var comparisons: Overload.Cost { .stated { $0[0].count.times(compared($0[0].count)) } }

  private func compared(_ others: UInt64) -> UInt64 {
    let graph = source.graph
    return graph.walkSize.times(2).plus(others.plus(1).times(UInt64(graph.count).plus(1)))
  }

  /// The bound of a list of items, each at most once.
  var someItems: @Sendable ([SizeBound]) -> SizeBound {
    { _ in .list(UInt64(source.graph.count), of: .small) }
  }

  /// The bound of a code, name or id.
  var oneName: @Sendable ([SizeBound]) -> SizeBound {
    { _ in .text(scalars: longestName) }
  }

  /// Ids of plans and frameworks are no longer than this, or than the longest name.
  var longestName: Int { max(graph.longestName, Self.longestID) }

  private static let longestID = 200

  /// Whether all items of a plan are known.
  func listsItems(_ plan: String, edition: String = "") -> Bool {
    let frameworks = graph.frameworks(of: self.plan(plan))
    return !frameworks.isEmpty && frameworks.allSatisfy { graph.frameworks[$0].isComplete }
      && !graph.isUnlisted(edition: edition, of: self.plan(plan))
  }

  /// Whether an item is in force in one of some years; no years test nothing.
  func isInForce(_ node: PlanNode, _ years: [Int64]) -> Bool {
    guard !years.isEmpty, let own = graph.framework(of: node).years else { return true }
    return years.contains { year in Int(exactly: year).map { own.overlap($0...$0) } ?? false }
  }

  // MARK: Links

  /// The items that links name, those that are recognised, each with the text that names it.
  func linkedItems(
    _ links: Value,
    _ context: EvaluationContext,
    _ steps: inout UInt64
  ) -> [Value] {
    var claims: [Value] = []
    for link in context.elements(of: links) ?? [] {
      let item = context.field("item", of: link)
      guard let plan = context.field("plan", of: link).string, let text = item.string,
        let node = citation(plan, text, edition: edition(of: link, context), &steps).node
      else { continue }
      claims.append(PlanType.node(node, origin: item.origin))
    }
    return claims
  }

  private func edition(of link: Value, _ context: EvaluationContext) -> String {
    context.field("edition", of: link).string ?? ""
  }

  /// The items of a list of items.
  func claims(_ items: Value, _ context: EvaluationContext) -> [PlanNode] {
    (context.elements(of: items) ?? []).compactMap(\.planNode).filter(graph.has)
  }

  /// The first plan about which a claim and the others of its element do not agree.
  ///
  /// The crosswalk leads from the claim to items of that plan, and the element names items of it, but
  /// none on one line with any of those.
  func conflict(
    of node: PlanNode,
    among claims: [PlanNode],
    _ steps: inout UInt64
  ) -> (expected: [PlanNode], cited: [PlanNode])? {
    let reached = graph.reached(from: node, steps: &steps)
    steps += UInt64(claims.count)
    for (_, others) in byFramework(claims, without: node) {
      let expected = Self.items(of: graph, in: reached, beside: others)
      guard !expected.isEmpty else { continue }
      steps += UInt64(others.count * expected.count)
      let agree = others.contains { other in
        expected.contains { graph.areOnOneLine($0, other) }
      }
      if !agree { return (expected, others) }
    }
    return nil
  }

  /// Whether the crosswalk says anything about a claim and the others of its element.
  func isComparable(
    _ node: PlanNode,
    among claims: [PlanNode],
    _ steps: inout UInt64
  ) -> Bool {
    let reached = graph.reached(from: node, steps: &steps)
    steps += UInt64(claims.count)
    return byFramework(claims, without: node).contains { _, others in
      !Self.items(of: graph, in: reached, beside: others).isEmpty
    }
  }

  /// Those of some items that are of the same framework as others.
  private static func items(
    of graph: AlignmentGraph,
    in reached: [PlanNode],
    beside others: [PlanNode]
  ) -> [PlanNode] {
    guard let first = others.first else { return [] }
    let wanted = graph.owner(of: first)
    return reached.filter { graph.owner(of: $0) == wanted }
  }

  private func byFramework(
    _ claims: [PlanNode],
    without node: PlanNode
  ) -> [(framework: Int, nodes: [PlanNode])] {
    let own = graph.owner(of: node)
    var found: [(framework: Int, nodes: [PlanNode])] = []
    for claim in claims {
      let owner = graph.owner(of: claim)
      guard owner != own else { continue }
      if let index = found.firstIndex(where: { $0.framework == owner }) {
        if !found[index].nodes.contains(claim) { found[index].nodes.append(claim) }
      } else {
        found.append((owner, [claim]))
      }
    }
    return found
  }

  /// Whether every step of the crosswalk from a claim to what it should agree with was seen in a source.
  func isConflictVerified(
    _ node: PlanNode,
    among claims: [PlanNode],
    _ steps: inout UInt64
  ) -> Bool {
    guard let conflict = conflict(of: node, among: claims, &steps) else { return true }
    steps += UInt64(conflict.expected.count)
    return graph.ways(from: node, to: conflict.expected, steps: &steps).contains {
      graph.isVerified(along: $0)
    }
  }
}
