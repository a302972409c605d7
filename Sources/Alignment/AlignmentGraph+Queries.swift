// What rules and reports ask of the graph. Every query is a walk along edges that visits each node at
// most once.
extension AlignmentGraph {
  /// The node of a code, in any framework; letter case, hyphens and spaces do not count.
  public func node(ofCode code: String) -> PlanNode? { citations.node(ofCode: code) }

  /// Whether an item was seen in a source as it stands here.
  public func isVerified(_ node: PlanNode) -> Bool { item(node).confidence == .verified }

  /// What an item is part of, the nearest first.
  public func ancestors(of node: PlanNode) -> [PlanNode] {
    var found: [PlanNode] = []
    var current = node
    while let parent = parent(of: current), found.count <= count, parent != node {
      found.append(parent)
      current = parent
    }
    return found
  }

  /// Whether one of the two is part of the other, or both are one.
  public func areOnOneLine(_ a: PlanNode, _ b: PlanNode) -> Bool {
    a == b || ancestors(of: a).contains(b) || ancestors(of: b).contains(a)
  }

  /// Everything that an item leads to, in the order of distance; itself left out.
  ///
  /// - Parameters:
  ///   - node: Where to begin.
  ///   - depth: How many edges to follow; nil for any number.
  /// - Returns: The items.
  public func reached(from node: PlanNode, depth: Int? = nil) -> [PlanNode] {
    var steps: UInt64 = 0
    return reached(from: node, depth: depth, steps: &steps)
  }

  /// The same; adds the steps that it took: items and edges looked at.
  public func reached(
    from node: PlanNode,
    depth: Int? = nil,
    steps: inout UInt64
  ) -> [PlanNode] {
    var walk = GraphWalk(self, from: node)
    while walk.step(limit: depth) {}
    steps += walk.steps
    return Array(walk.order.dropFirst())
  }

  /// Whether a way leads from one item to another; from an item to itself one does.
  public func reaches(_ a: PlanNode, _ b: PlanNode, depth: Int? = nil) -> Bool {
    path(from: a, to: b, depth: depth) != nil
  }

  /// The shortest way from one item to another, both included; nil when there is none.
  ///
  /// Of several it is the first in the order of the edges.
  public func path(from a: PlanNode, to b: PlanNode, depth: Int? = nil) -> [PlanNode]? {
    var steps: UInt64 = 0
    return path(from: a, to: b, depth: depth, steps: &steps)
  }

  /// The same; adds the steps that it took: items and edges looked at.
  public func path(
    from a: PlanNode,
    to b: PlanNode,
    depth: Int? = nil,
    steps: inout UInt64
  ) -> [PlanNode]? {
    guard has(a), has(b) else { return nil }
    var walk = GraphWalk(self, from: a)
    defer { steps += walk.steps }
    while !walk.hasSeen(b) {
      guard walk.step(limit: depth) else { return nil }
    }
    return walk.way(to: b)
  }

  /// The shortest ways from one item to others that it leads to, from one walk.
  public func ways(
    from a: PlanNode,
    to targets: [PlanNode],
    steps: inout UInt64
  ) -> [[PlanNode]] {
    var walk = GraphWalk(self, from: a)
    while walk.step(limit: nil) {}
    steps += walk.steps
    return targets.filter { has($0) && walk.hasSeen($0) }.map { walk.way(to: $0) }
  }

  /// The edges along a path; nil where two neighbours are not joined.
  public func edges(along path: [PlanNode]) -> [Edge]? {
    var found: [Edge] = []
    for (node, next) in zip(path, path.dropFirst()) {
      guard let edge = edges(from: node).first(where: { $0.target == next }) else { return nil }
      found.append(edge)
    }
    return found
  }

  /// Whether every item and every row along a path was seen in a source.
  public func isVerified(along path: [PlanNode]) -> Bool {
    path.allSatisfy { isVerified($0) }
      && edges(along: path)?.allSatisfy { edge in
        edge.link.map { links[$0].confidence == .verified } ?? true
      } ?? false
  }

  /// The items of a plan that an item leads to.
  public func targets(of node: PlanNode, inPlan plan: String) -> [PlanNode] {
    let wanted = Set(frameworks(of: plan))
    guard !wanted.isEmpty else { return [] }
    return ([node] + reached(from: node)).filter { wanted.contains(owner(of: $0)) }
  }

  /// The ids of the plans, or frameworks without one, that an item leads to, sorted.
  public func plansReached(from node: PlanNode) -> [String] {
    var steps: UInt64 = 0
    return plansReached(from: node, steps: &steps)
  }

  /// The same; adds the steps that it took.
  public func plansReached(from node: PlanNode, steps: inout UInt64) -> [String] {
    let own = framework(of: node)
    let all = reached(from: node, steps: &steps).map { framework(of: $0) }.filter {
      $0.id != own.id
    }
    return Set(all.map { $0.plan ?? $0.id }).sorted {
      $0.utf8.lexicographicallyPrecedes($1.utf8)
    }
  }

  /// Whether the one leads to the other, or to what that is part of or what is part of it; either way
  /// round.
  public func areAligned(_ a: PlanNode, _ b: PlanNode) -> Bool {
    var steps: UInt64 = 0
    return areAligned(a, b, steps: &steps)
  }

  /// The same; adds the steps that it took.
  public func areAligned(_ a: PlanNode, _ b: PlanNode, steps: inout UInt64) -> Bool {
    leads(a, to: b, &steps) || leads(b, to: a, &steps)
  }

  private func leads(_ a: PlanNode, to b: PlanNode, _ steps: inout UInt64) -> Bool {
    let wanted = owner(of: b)
    let all = [a] + reached(from: a, steps: &steps)
    steps += UInt64(all.count)
    return all.contains {
      owner(of: $0) == wanted && areOnOneLine($0, b)
    }
  }

  /// What the crosswalk says about two items of different plans.
  public func agreement(of a: PlanNode, with b: PlanNode) -> Agreement {
    guard owner(of: a) != owner(of: b) else { return .silent }
    let forth = reached(from: a).filter { owner(of: $0) == owner(of: b) }
    if !forth.isEmpty { return forth.contains { areOnOneLine($0, b) } ? .agrees : .differs(forth) }
    let back = reached(from: b).filter { owner(of: $0) == owner(of: a) }
    if !back.isEmpty { return back.contains { areOnOneLine($0, a) } ? .agrees : .differs(back) }
    return .silent
  }

  /// What the crosswalk says about two items.
  public enum Agreement: Hashable, Sendable {
    /// It has nothing about them, or they are of one plan.
    case silent
    /// It joins them.
    case agrees
    /// It leads to other items of the plan.
    case differs([PlanNode])
  }
}

/// A walk in order of distance that sees each node once.
struct GraphWalk {
  private let graph: AlignmentGraph
  /// The nodes seen, in order.
  private(set) var order: [PlanNode]
  private var distances: [Int32]
  private var origins: [Int32]
  private var next = 0
  /// How many edges were looked at.
  private(set) var cost = 0

  init(_ graph: AlignmentGraph, from node: PlanNode) {
    self.graph = graph
    order = graph.has(node) ? [node] : []
    distances = Array(repeating: -1, count: graph.count)
    origins = Array(repeating: -1, count: graph.count)
    if graph.has(node) { distances[Int(node.number)] = 0 }
  }

  /// The steps so far: the items and edges looked at.
  var steps: UInt64 { UInt64(order.count + cost) }

  func hasSeen(_ node: PlanNode) -> Bool { distances[Int(node.number)] >= 0 }

  /// Looks at the edges of the next node; false when there is none left.
  mutating func step(limit: Int?) -> Bool {
    guard next < order.count else { return false }
    let node = order[next]
    next += 1
    let distance = distances[Int(node.number)]
    if let limit, Int(distance) >= limit { return next < order.count }
    for edge in graph.edges(from: node) {
      cost += 1
      guard !hasSeen(edge.target) else { continue }
      distances[Int(edge.target.number)] = distance + 1
      origins[Int(edge.target.number)] = node.number
      order.append(edge.target)
    }
    return true
  }

  /// The way by which a node was seen first.
  func way(to node: PlanNode) -> [PlanNode] {
    var way = [node]
    var current = node
    while origins[Int(current.number)] >= 0 {
      current = PlanNode(Int(origins[Int(current.number)]))
      way.append(current)
    }
    return way.reversed()
  }
}
