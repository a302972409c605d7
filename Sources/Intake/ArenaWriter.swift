import DocumentArena
import SourceText

/// Puts a document together from values that stand in cells or paragraphs.
struct ArenaWriter {
  private var nodes: [Node] = []
  private var text: [UInt8] = []
  private(set) var keys: KeyTable
  private var open: [Int] = []
  private var recent = RecentTexts()

  init(keys: KeyTable) {
    self.keys = keys
  }

  var count: Int { nodes.count }

  /// Makes room for so many more nodes at once: a list that grows by doubling takes three times its size.
  mutating func reserve(_ count: Int) { nodes.reserveCapacity(nodes.count + count) }

  /// The number of a key.
  mutating func key(_ name: String) -> KeyID {
    name.isEmpty ? .none : keys.intern(name)
  }

  /// Opens a list or mapping; every one must be closed.
  mutating func begin(_ kind: NodeKind, key: KeyID = .none, at place: SourcePosition?) {
    append(kind, key, place)
    open.append(nodes.count - 1)
  }

  /// Closes the innermost list or mapping.
  mutating func end() {
    guard let index = open.popLast() else { return }
    nodes[index].end = UInt32(truncatingIfNeeded: nodes.count)
  }

  /// Adds a scalar.
  mutating func scalar(
    _ kind: NodeKind,
    _ value: String = "",
    key: KeyID = .none,
    at place: SourcePosition?
  ) {
    append(kind, key, place)
    let index = nodes.count - 1
    nodes[index].first = start(of: value)
    nodes[index].count = UInt32(truncatingIfNeeded: value.utf8.count)
  }

  /// Where a text stands among those of the document; it is added when it does not yet.
  private mutating func start(of value: String) -> UInt32 {
    var value = value
    return value.withUTF8 { bytes in
      let (slot, known) = unsafe recent.find(UnsafeRawBufferPointer(bytes))
      if let known, Int(known) + bytes.count <= text.count,
        unsafe text[Int(known)..<Int(known) + bytes.count].elementsEqual(bytes)
      {
        return known
      }
      let start = UInt32(truncatingIfNeeded: text.count)
      unsafe text.append(contentsOf: bytes)
      recent.note(start, at: slot)
      return start
    }
  }

  /// Makes the list or mapping that was closed last, and is empty, a value that is not there.
  mutating func makeLastNull() {
    guard let last = nodes.indices.last, nodes[last].count == 0 else { return }
    nodes[last].kind = .null
  }

  /// The document; what is still open is closed.
  mutating func document(_ source: SourceFile, _ scheme: PlaceScheme) -> Document {
    while !open.isEmpty { end() }
    return Document(source: source, nodes: nodes, text: text, keys: keys, scheme: scheme)
  }

  private mutating func append(_ kind: NodeKind, _ key: KeyID, _ place: SourcePosition?) {
    if let parent = open.last { nodes[parent].count += 1 }
    nodes.append(
      Node(
        kind: kind,
        style: .none,
        keyLineDistance: 0,
        key: key,
        line: place?.line ?? 0,
        column: place?.column ?? 0,
        keyColumn: 0,
        end: UInt32(truncatingIfNeeded: nodes.count + 1),
        first: 0,
        count: 0
      )
    )
  }
}
