/// A node of the graph: one item of one framework, by its number.
public struct PlanNode: Hashable, Sendable, Comparable {
  /// The number, from 0 in the order of frameworks and items.
  public let number: Int32

  init(_ number: Int) { self.number = Int32(number) }

  /// The node of a number that ``number`` gave; the graph answers nil for one that it does not have.
  public init(number: Int64) { self.number = Int32(clamping: number) }

  /// Orders by frameworks, then by items.
  public static func < (a: PlanNode, b: PlanNode) -> Bool { a.number < b.number }
}

/// The items of all frameworks with what leads from one to another; immutable.
///
/// An edge leads from an item to what it serves: to its parent, and along each row of a crosswalk. No
/// edge leads to where it came from (the loader refuses circles), but the queries do not rely on it:
/// each visits a node once, so its cost is at most nodes + edges.
public struct AlignmentGraph: Sendable {
  /// One edge.
  public struct Edge: Hashable, Sendable {
    /// Where it leads.
    public let target: PlanNode
    /// The row of ``AlignmentGraph/links`` that it is; nil to a parent.
    public let link: Int?
  }

  /// The frameworks in the order of their ids.
  public let frameworks: [Framework]
  /// The rows of all crosswalks.
  public let links: [CrosswalkLink]
  /// The sources.
  public let sources: [FrameworkSource]

  private let starts: [Int]
  private let owners: [Int32]
  private let edges: [Edge]
  private let edgeStarts: [Int32]
  private let parents: [Int32]
  let citations: CitationIndex

  /// How many items there are.
  public var count: Int { owners.count }
  /// How many edges there are.
  public var edgeCount: Int { edges.count }

  /// The most steps of a walk from one item: all items and edges.
  public var walkSize: UInt64 { UInt64(count + edgeCount) }

  /// The most steps of understanding a citation; `tens` is its text in tens of signs.
  ///
  /// All names are looked through for as much of it as counts; for suggestions three wordings of it, of
  /// which less counts, are compared with all names.
  public func citationSize(tens: UInt64) -> UInt64 {
    let found = 1 + min(tens, UInt64(CitationKey.limit / 10))
    let compared = 1 + min(tens, UInt64(CitationIndex.comparedSigns / 10))
    let (names, rest) = (UInt64(citations.searchSize), UInt64(2 * frameworks.count))
    return (found + 3 * compared) * (names + 1) + rest
  }

  /// The most scalars of a name or a code.
  public var longestName: Int { citations.longestName }

  /// A graph of nothing.
  public static let empty = AlignmentGraph(frameworks: [], links: [], sources: [])

  /// Makes a graph; parents and rows whose codes no framework has are left out (the loader tells them).
  public init(frameworks: [Framework], links: [CrosswalkLink], sources: [FrameworkSource]) {
    self.frameworks = frameworks.sorted { $0.id.utf8.lexicographicallyPrecedes($1.id.utf8) }
    self.links = links
    self.sources = sources
    var starts: [Int] = []
    var owners: [Int32] = []
    for (index, framework) in self.frameworks.enumerated() {
      starts.append(owners.count)
      owners += Array(repeating: Int32(index), count: framework.items.count)
    }
    self.starts = starts
    self.owners = owners
    let index = CitationIndex(self.frameworks)
    citations = index
    var up: [[Edge]] = Array(repeating: [], count: owners.count)
    var parents = Array(repeating: Int32(-1), count: owners.count)
    for (number, owner) in owners.enumerated() {
      let framework = self.frameworks[Int(owner)]
      let item = framework.items[number - starts[Int(owner)]]
      guard let code = item.parent,
        let parent = index.node(ofCode: code, in: Int(owner)), parent.number != number
      else { continue }
      up[number].append(Edge(target: parent, link: nil))
      parents[number] = parent.number
    }
    for (row, link) in links.enumerated() {
      guard let from = index.node(ofCode: link.from), let to = index.node(ofCode: link.to),
        from != to
      else { continue }
      up[Int(from.number)].append(Edge(target: to, link: row))
    }
    var edgeStarts: [Int32] = [0]
    for list in up { edgeStarts.append((edgeStarts.last ?? 0) + Int32(list.count)) }
    edges = up.flatMap(\.self)
    self.edgeStarts = edgeStarts
    self.parents = parents
  }

  /// Whether the graph has the node.
  public func has(_ node: PlanNode) -> Bool { owners.indices.contains(Int(node.number)) }

  /// All nodes.
  public var nodes: [PlanNode] { owners.indices.map { PlanNode($0) } }

  /// The position of the framework of a node; it must be one of the graph.
  public func owner(of node: PlanNode) -> Int { Int(owners[Int(node.number)]) }

  /// The framework of a node; it must be one of the graph.
  public func framework(of node: PlanNode) -> Framework {
    frameworks[Int(owners[Int(node.number)])]
  }

  /// The item of a node; it must be one of the graph.
  public func item(_ node: PlanNode) -> FrameworkItem {
    let owner = Int(owners[Int(node.number)])
    return frameworks[owner].items[Int(node.number) - starts[owner]]
  }

  /// What an item leads to, its parent first, then the rows of crosswalks in their order.
  public func edges(from node: PlanNode) -> ArraySlice<Edge> {
    let number = Int(node.number)
    return edges[Int(edgeStarts[number])..<Int(edgeStarts[number + 1])]
  }

  /// The item that it is part of.
  public func parent(of node: PlanNode) -> PlanNode? {
    let parent = parents[Int(node.number)]
    return parent < 0 ? nil : PlanNode(Int(parent))
  }

  /// The nodes of a framework in the order of its file.
  public func nodes(ofFramework index: Int) -> [PlanNode] {
    (starts[index]..<starts[index] + frameworks[index].items.count).map { PlanNode($0) }
  }

  /// The positions of the frameworks of a plan, or the one of an id.
  public func frameworks(of plan: String) -> [Int] {
    frameworks.indices.filter { index in
      let framework = frameworks[index]
      return framework.id.utf8.elementsEqual(plan.utf8)
        || framework.plan.map { $0.utf8.elementsEqual(plan.utf8) } ?? false
    }
  }

  /// The rows that lead to a node.
  public func links(to node: PlanNode) -> [(source: PlanNode, link: Int)] {
    var found: [(source: PlanNode, link: Int)] = []
    for source in nodes {
      for edge in edges(from: source) where edge.target == node {
        if let link = edge.link { found.append((source, link)) }
      }
    }
    return found
  }
}
