public import SourceText

/// One document (of a stream of documents) as an arena of nodes, each with its place in the file.
///
/// Immutable and shared: a class only so that passing it on costs one reference, never one per array.
/// Node 0 is the root. Reading never fails: an id that the document does not have reads as null.
public final class Document: Sendable {
  /// The file that the document was read from.
  public let source: SourceFile

  /// The nodes in document order, as they were read; see ``node(_:)`` for those that were amended.
  public let nodes: [Node]

  /// The nodes that are to be read otherwise than they stand in ``nodes``; nil for none.
  @usableFromInline
  let amended: AmendedNodes?

  /// The texts of scalars that do not stand in the file as they are, UTF-8; read them through
  /// ``bytes(of:)``.
  public let text: [UInt8]

  /// The interned keys.
  public let keys: KeyTable

  /// What the positions of nodes stand for: lines of a text, cells, or paragraphs.
  public let scheme: PlaceScheme

  /// Puts a document together; readers call it.
  public init(
    source: SourceFile,
    nodes: [Node],
    text: [UInt8],
    keys: KeyTable,
    scheme: PlaceScheme = .lines
  ) {
    self.source = source
    self.nodes = nodes
    self.text = text
    self.keys = keys
    self.scheme = scheme
    amended = nil
  }

  /// The same document with some nodes read otherwise.
  ///
  /// It shares the nodes with the other one: those of a large plan are most of the memory of a check.
  ///
  /// - Parameters:
  ///   - document: The document as it was read; what was amended in it is given up.
  ///   - changes: What is read in place of a node. Kind, style and text may differ; keys, places and the
  ///     end of the subtree must not.
  public init(_ document: Document, amending changes: [NodeID: Node]) {
    source = document.source
    nodes = document.nodes
    text = document.text
    keys = document.keys
    scheme = document.scheme
    amended = changes.isEmpty ? nil : AmendedNodes(changes)
  }

  /// Whether every node reads as it stands in ``nodes``.
  @inlinable
  public var isAsRead: Bool { amended == nil }

  /// The root node.
  public var root: NodeID { NodeID(0) }

  /// The raw node, null when the document does not have it.
  @inlinable
  public func node(_ id: NodeID) -> Node {
    let index = Int(id.rawValue)
    guard index < nodes.count else { return Self.missing }
    if let amended, let node = amended[id] { return node }
    return nodes[index]
  }

  @usableFromInline
  static let missing = Node(
    kind: .null,
    style: .none,
    keyLineDistance: 0,
    key: .none,
    line: 0,
    column: 0,
    keyColumn: 0,
    end: 0,
    first: 0,
    count: 0
  )
}

/// Nodes by their numbers, of which most documents have none and the others few.
@usableFromInline
struct AmendedNodes: Sendable {
  /// A bit for each node up to the last one, so that the others are told apart without hashing.
  private let bits: [UInt64]
  private let nodes: [NodeID: Node]

  init(_ nodes: [NodeID: Node]) {
    let last = nodes.keys.max()?.rawValue ?? 0
    var bits = [UInt64](repeating: 0, count: Int(last / 64) + 1)
    for id in nodes.keys { bits[Int(id.rawValue / 64)] |= 1 << UInt64(id.rawValue % 64) }
    self.bits = bits
    self.nodes = nodes
  }

  @usableFromInline
  subscript(id: NodeID) -> Node? {
    let place = Int(id.rawValue / 64)
    guard place < bits.count, bits[place] & 1 << UInt64(id.rawValue % 64) != 0 else { return nil }
    return nodes[id]
  }
}

// MARK: - Scalars

extension Document {
  /// What a node is.
  @inlinable
  public func kind(of id: NodeID) -> NodeKind { node(id).kind }

  /// The text of a scalar as the core schema saw it, escapes and folding resolved; "" for others.
  public func text(of id: NodeID) -> String {
    String(decoding: bytes(of: id), as: UTF8.self)
  }

  /// The bytes of a scalar's text; empty for lists and mappings.
  @inlinable
  public func bytes(of id: NodeID) -> ArraySlice<UInt8> {
    let node = node(id)
    guard node.kind != .list, node.kind != .map else { return [] }
    let start = Int(node.first & ~Node.inSource)
    let end = start + Int(node.count)
    if node.first & Node.inSource != 0 {
      guard end <= source.bytes.count else { return [] }
      return source.bytes[start..<end]
    }
    guard end <= text.count else { return [] }
    return text[start..<end]
  }
}

// MARK: - Containers

extension Document {
  /// The children of a list or mapping, in document order; empty for scalars.
  public func children(of id: NodeID) -> Children {
    let node = node(id)
    let isContainer = node.kind == .list || node.kind == .map
    return Children(
      document: self,
      position: id.rawValue + 1,
      end: isContainer ? node.end : id.rawValue + 1
    )
  }

  /// The number of children of a list or mapping; 0 for scalars.
  @inlinable
  public func count(of id: NodeID) -> Int {
    let node = node(id)
    return node.kind == .list || node.kind == .map ? Int(node.count) : 0
  }

  /// The value under a key of a mapping, or nil; the cost is linear in the number of keys.
  @inlinable
  @inline(__always)
  public func child(of id: NodeID, _ key: KeyID) -> NodeID? {
    let parent = node(id)
    guard parent.kind == .map else { return nil }
    // The hottest loop of evaluation: no iterator, no closure, no copy of a node.
    let end = min(Int(parent.end), nodes.count)
    var position = Int(id.rawValue) + 1
    while position < end {
      if nodes[position].key == key { return NodeID(UInt32(truncatingIfNeeded: position)) }
      let next = Int(nodes[position].end)
      // A node's end is always beyond it; a bad arena ends the search, not the program. A branch, since
      // it is foreseen, where `max` would make each step wait for the one before.
      guard next > position else { return nil }
      position = next
    }
    return nil
  }

  /// The value under a key given as text.
  public func child(of id: NodeID, _ key: String) -> NodeID? {
    let parent = node(id)
    guard parent.kind == .map else { return nil }
    // To look at the keys of a small mapping is cheaper than to hash the one that is wanted.
    guard parent.count <= Self.fewKeys else {
      return keys.find(key).flatMap { child(of: id, $0) }
    }
    let end = min(Int(parent.end), nodes.count)
    var key = key
    return key.withUTF8 { bytes in
      var position = Int(id.rawValue) + 1
      while position < end {
        if unsafe keys.isName(bytes, of: nodes[position].key) {
          return NodeID(UInt32(truncatingIfNeeded: position))
        }
        let next = Int(nodes[position].end)
        guard next > position else { return nil }
        position = next
      }
      return nil
    }
  }

  private static var fewKeys: UInt32 { 12 }

  /// The name of the key under which a node stands; "" outside mappings.
  public func keyName(of id: NodeID) -> String { keys.name(of: node(id).key) }

  /// The children of a node as a sequence.
  public struct Children: Sequence, IteratorProtocol, Sendable {
    let document: Document
    var position: UInt32
    let end: UInt32

    /// The next child, or nil after the last.
    public mutating func next() -> NodeID? {
      guard position < end else { return nil }
      let id = NodeID(position)
      // A node's end is always beyond it; the max guards against an endless loop on a bad arena.
      position = Swift.max(position + 1, document.node(id).end)
      return id
    }
  }
}

// MARK: - Places

extension Document {
  /// Where a value stands, or nil for a node that stands in no file.
  public func position(of id: NodeID) -> SourcePosition? {
    let node = node(id)
    guard node.line > 0 else { return nil }
    return SourcePosition(line: node.line, column: node.column)
  }

  /// Where the key of a value stands, or nil outside mappings.
  public func keyPosition(of id: NodeID) -> SourcePosition? {
    let node = node(id)
    guard node.line > 0, node.keyColumn > 0 else { return nil }
    return SourcePosition(line: node.line - UInt32(node.keyLineDistance), column: node.keyColumn)
  }

  /// The steps from the root to a node; the cost is the number of children passed on the way.
  public func path(of id: NodeID) -> DocumentPath {
    var steps: [DocumentPath.Step] = []
    var current = root
    while current != id {
      var index = 0
      var found = false
      for child in children(of: current) {
        if id.rawValue < node(child).end {
          let isMap = kind(of: current) == .map
          steps.append(isMap ? .key(keyName(of: child)) : .index(index))
          current = child
          found = true
          break
        }
        index += 1
      }
      if !found { break }
    }
    return DocumentPath(steps)
  }
}
