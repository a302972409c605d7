import Diagnostics
import DocumentArena
import SourceText

/// Copies for aliases.
extension ArenaBuilder {
  /// The node that the next value will become.
  var nextNode: UInt32 { UInt32(truncatingIfNeeded: nodes.count) }

  /// Whether a list or mapping has begun and not ended.
  func isOpen(_ node: UInt32) -> Bool { open.contains(node) }

  /// How many nodes a subtree has.
  func size(of node: UInt32) -> Int { Int(nodes[Int(node)].end) - Int(node) }

  /// The text of a scalar.
  func bytes(of scalar: Node) -> [UInt8] {
    let start = Int(scalar.first & ~Node.inSource)
    let range = start..<start + Int(scalar.count)
    return Array(scalar.first & Node.inSource == 0 ? text[range] : source.bytes[range])
  }

  /// Adds a copy of a finished subtree as the next value, its top node at the place of the alias.
  mutating func copy(of target: UInt32, line: UInt32, column: UInt32) throws(DiagnosticError) {
    let start = Int(target)
    let end = Int(nodes[start].end)
    let place = SourcePosition(line: line, column: column)
    guard nodes.count + end - start + nodesOfEarlierDocuments <= limits.nodes else {
      throw stop(LimitProblem.tooManyNodes, at: place)
    }
    guard open.depth + height(of: start) <= limits.depth else {
      throw stop(LimitProblem.tooDeep, at: place)
    }
    let shift = UInt32(truncatingIfNeeded: nodes.count - start)
    let top = nodes[start]
    try append(
      kind: top.kind,
      style: top.style,
      line: line,
      column: column,
      first: top.first,
      count: top.count
    )
    nodes[nodes.count - 1].end = top.end + shift
    var index = start + 1
    while index < end {
      var node = nodes[index]
      node.end += shift
      nodes.append(node)
      index += 1
    }
  }

  /// Adds a copy of a scalar that stands somewhere in the text buffer.
  mutating func copy(
    ofScalar scalar: Node,
    line: UInt32,
    column: UInt32
  ) throws(DiagnosticError) {
    try append(
      kind: scalar.kind,
      style: scalar.style,
      line: line,
      column: column,
      first: scalar.first,
      count: scalar.count
    )
  }

  /// Keeps the text of a key so that an alias can become a value of it.
  mutating func keep(
    _ bytes: UnsafeBufferPointer<UInt8>,
    kind: NodeKind,
    style: ScalarStyle
  ) -> Node {
    let first = UInt32(truncatingIfNeeded: text.count)
    unsafe text.append(contentsOf: bytes)
    return Node(
      kind: kind,
      style: style,
      keyLineDistance: 0,
      key: .none,
      line: 0,
      column: 0,
      keyColumn: 0,
      end: 0,
      first: first,
      count: UInt32(truncatingIfNeeded: bytes.count)
    )
  }

  /// The number of levels of lists and mappings in a subtree; 0 for a scalar.
  private func height(of start: Int) -> Int {
    guard nodes[start].kind == .list || nodes[start].kind == .map else { return 0 }
    var ends: [UInt32] = []
    var height = 0
    for index in start..<Int(nodes[start].end) {
      while let last = ends.last, last <= UInt32(truncatingIfNeeded: index) { ends.removeLast() }
      let node = nodes[index]
      guard node.kind == .list || node.kind == .map else { continue }
      ends.append(node.end)
      height = max(height, ends.count)
    }
    return height
  }
}
