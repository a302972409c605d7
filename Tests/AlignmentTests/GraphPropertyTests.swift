import SeededNumbers
import TestSupport
import Testing

@testable import Alignment

/// What must hold on any graph, also one with circles, which the loader would refuse.
@Suite("Properties of the graph")
struct GraphPropertyTests {
  private static func graph(_ seed: UInt64) throws -> AlignmentGraph {
    var random = SeededGenerator(seed: seed)
    let count = 2 + random.below(24)
    let parents = (0..<count).map { _ in random.below(3) == 0 ? nil : random.below(count) }
    let links = (0..<random.below(30)).map { _ in (random.below(count), random.below(count)) }
    return try MadeGraph.make(parents: parents, links: links)
  }

  /// What can be reached, by adding neighbours until nothing is new.
  private static func closure(_ graph: AlignmentGraph, _ start: PlanNode) -> Set<PlanNode> {
    var known: Set<PlanNode> = [start]
    while true {
      let next = known.union(known.flatMap { graph.edges(from: $0).map(\.target) })
      if next == known { return known }
      known = next
    }
  }

  @Test("reaches holds exactly where a way exists, and path gives one", arguments: 0..<60)
  func reachesIsAWay(_ seed: Int) throws {
    let graph = try Self.graph(UInt64(seed))
    for a in graph.nodes {
      let closure = Self.closure(graph, a)
      #expect(Set(graph.reached(from: a)).union([a]) == closure)
      for b in graph.nodes {
        #expect(graph.reaches(a, b) == closure.contains(b))
        guard let path = graph.path(from: a, to: b) else { continue }
        #expect(path.first == a && path.last == b)
        #expect(graph.edges(along: path)?.count == path.count - 1)
        #expect(Set(path).count == path.count)
        // The bound on edges is exact: the shortest way is found with it and not with one less.
        #expect(graph.reaches(a, b, depth: path.count - 1))
        #expect(path.count < 2 || !graph.reaches(a, b, depth: path.count - 2))
      }
    }
  }

  @Test("reaches is transitive, ancestors of ancestors are ancestors", arguments: 0..<40)
  func transitive(_ seed: Int) throws {
    let graph = try Self.graph(UInt64(seed) + 1000)
    for a in graph.nodes {
      for b in graph.reached(from: a) {
        for c in graph.reached(from: b) { #expect(graph.reaches(a, c)) }
      }
      let ancestors = graph.ancestors(of: a)
      for b in ancestors where b != a {
        for c in graph.ancestors(of: b) where c != a && c != b { #expect(ancestors.contains(c)) }
      }
    }
  }

  @Test("a walk looks at each edge once, also in circles", arguments: 0..<40)
  func costIsBounded(_ seed: Int) throws {
    let graph = try Self.graph(UInt64(seed) + 2000)
    for node in graph.nodes {
      var walk = GraphWalk(graph, from: node)
      while walk.step(limit: nil) {}
      #expect(walk.cost <= graph.edgeCount)
      #expect(walk.order.count <= graph.count)
      #expect(graph.ancestors(of: node).count <= graph.count + 1)
    }
  }

  @Test("circles are found exactly where there are some", arguments: 0..<60)
  func circles(_ seed: Int) throws {
    let graph = try Self.graph(UInt64(seed) + 3000)
    let isCircular = graph.nodes.contains { node in
      graph.edges(from: node).contains { Self.closure(graph, $0.target).contains(node) }
    }
    #expect(Circles.members(of: graph).isEmpty == !isCircular)
  }

  @Test("alignment is the same from both sides", arguments: 0..<20)
  func symmetric(_ seed: Int) throws {
    let graph = try Self.graph(UInt64(seed) + 4000)
    for a in graph.nodes {
      for b in graph.nodes {
        #expect(graph.areAligned(a, b) == graph.areAligned(b, a))
        #expect(graph.areOnOneLine(a, b) == graph.areOnOneLine(b, a))
      }
    }
  }

  @Test("the distance within a limit is that of the whole table", arguments: 0..<200)
  func distance(_ seed: Int) {
    var random = SeededGenerator(seed: UInt64(seed))
    let a = (0..<random.below(12)).map { _ in UInt16(0xE01 + random.below(4)) }
    let b = (0..<random.below(12)).map { _ in UInt16(0xE01 + random.below(4)) }
    var row = Array(0...b.count)
    for i in a.indices {
      var next = [i + 1]
      for j in b.indices {
        next.append(min(row[j] + (a[i] == b[j] ? 0 : 1), row[j + 1] + 1, next[j] + 1))
      }
      row = next
    }
    for limit in 0...12 {
      let expected = row[b.count] <= limit ? row[b.count] : nil
      #expect(CitationDistance.between(a, b, limit: limit) == expected)
    }
  }
}
