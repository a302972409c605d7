import Catalogues
import DocumentArena

/// Paths of nodes without walking over their siblings.
///
/// ``Document/path(of:)`` passes all elements before one, which in a list of thousands with a finding
/// each would cost their product. The table of parents of a document is made when the first path in it
/// is asked for and costs one pass over the nodes; all rules on a submission share it.
struct PathIndex {
  private struct Table {
    var parents: [UInt32]
    var positions: [UInt32]
  }

  private let documents: [Document]
  private let tables: [OnDemand<Table>]

  init(_ documents: [Document]) {
    self.documents = documents
    tables = documents.map { document in OnDemand { Self.table(of: document) } }
  }

  /// The path of a node and the nodes on the way, the root left out.
  func path(of node: NodeID, in document: UInt32) -> (path: DocumentPath, nodes: [NodeID]) {
    let index = Int(document)
    guard index < documents.count, Int(node.rawValue) < documents[index].nodes.count else {
      return (DocumentPath(), [])
    }
    let table = tables[index].value
    var nodes: [NodeID] = []
    var current = node.rawValue
    while current != 0 {
      nodes.append(NodeID(current))
      current = table.parents[Int(current)]
    }
    nodes.reverse()
    var steps: [DocumentPath.Step] = []
    var parent = NodeID(0)
    for node in nodes {
      let isMap = documents[index].kind(of: parent) == .map
      steps.append(
        isMap
          ? .key(documents[index].keyName(of: node))
          : .index(Int(table.positions[Int(node.rawValue)]))
      )
      parent = node
    }
    return (DocumentPath(steps), nodes)
  }

  private static func table(of document: Document) -> Table {
    let nodes = document.nodes
    var table = Table(
      parents: Array(repeating: 0, count: nodes.count),
      positions: Array(repeating: 0, count: nodes.count)
    )
    var open: [(node: UInt32, end: UInt32, children: UInt32)] = []
    for position in nodes.indices {
      let number = UInt32(position)
      while let last = open.last, number >= last.end { open.removeLast() }
      if let last = open.last {
        table.parents[position] = last.node
        table.positions[position] = last.children
        open[open.count - 1].children += 1
      }
      let node = nodes[position]
      if node.kind == .list || node.kind == .map { open.append((number, node.end, 0)) }
    }
    return table
  }
}
