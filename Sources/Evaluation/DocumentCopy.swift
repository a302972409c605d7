package import DocumentArena
import SourceText

/// Copies of parts of documents: rules find fields by the numbers of their keys, so what was read with
/// another table of keys is copied before it is looked at.
package enum DocumentCopy {
  /// A document that holds an empty mapping.
  package static func empty(_ keys: KeyTable) -> Document {
    var builder = Builder(keys: keys)
    builder.add(.map, text: [], key: .none, like: nil)
    return builder.document(SourceFile(name: "", bytes: []), .lines)
  }

  /// A copy of one node with all below it, as the root of a document of its own.
  ///
  /// Places stay those of the original file. `extra` adds text fields to the mapping at the root where
  /// it has none of that name.
  package static func copy(
    _ node: NodeID,
    of document: Document,
    keys: KeyTable,
    extra: [(name: String, value: String)] = []
  ) -> Document {
    var builder = Builder(keys: keys)
    builder.copyRoot(node, of: document, extra: extra)
    return builder.document(document.source, document.scheme)
  }

  private struct Builder {
    var keys: KeyTable
    var nodes: [Node] = []
    var text: [UInt8] = []

    init(keys: KeyTable) { self.keys = keys }

    func document(_ source: SourceFile, _ scheme: PlaceScheme) -> Document {
      Document(source: source, nodes: nodes, text: text, keys: keys, scheme: scheme)
    }

    mutating func add(
      _ kind: NodeKind,
      text bytes: some Collection<UInt8>,
      key: KeyID,
      like original: Node?
    ) {
      let start = text.count
      text.append(contentsOf: bytes)
      var node =
        original
        ?? Node(
          kind: kind,
          style: .none,
          keyLineDistance: 0,
          key: key,
          line: 0,
          column: 0,
          keyColumn: 0,
          end: 0,
          first: 0,
          count: 0
        )
      node.key = key
      node.first = UInt32(start)
      if kind != .list, kind != .map { node.count = UInt32(bytes.count) }
      nodes.append(node)
      nodes[nodes.count - 1].end = UInt32(nodes.count)
    }

    mutating func copyRoot(
      _ node: NodeID,
      of document: Document,
      extra: [(name: String, value: String)]
    ) {
      add(
        document.kind(of: node),
        text: document.bytes(of: node),
        key: .none,
        like: document.node(node)
      )
      guard document.kind(of: node) == .map else {
        for child in document.children(of: node) { copy(child, of: document) }
        nodes[0].end = UInt32(nodes.count)
        return
      }
      var count = document.count(of: node)
      for (name, value) in extra where document.child(of: node, name) == nil {
        let isNumber = Int64(value) != nil
        add(isNumber ? .int : .string, text: value.utf8, key: keys.intern(name), like: nil)
        count += 1
      }
      for child in document.children(of: node) { copy(child, of: document) }
      nodes[0].end = UInt32(nodes.count)
      nodes[0].count = UInt32(count)
    }

    mutating func copy(_ node: NodeID, of document: Document) {
      let index = nodes.count
      let original = document.node(node)
      let key = original.key == .none ? KeyID.none : keys.intern(document.keyName(of: node))
      add(original.kind, text: document.bytes(of: node), key: key, like: original)
      for child in document.children(of: node) { copy(child, of: document) }
      nodes[index].end = UInt32(nodes.count)
    }
  }
}
