import Diagnostics
import DocumentArena
import SourceText

/// Puts documents together from the events of a reader: the one place that knows the arena's layout,
/// checks keys for duplicates and counts against the limits.
struct ArenaBuilder {
  /// An open list or mapping.
  struct Frame {
    var node: UInt32 = 0
    var count: UInt32 = 0
    /// Where its keys start in `openKeys`.
    var keyStart = 0
    /// One bit for each key seen, by the low bits of its number: a clear bit proves a new key.
    var seen: UInt64 = 0
    var isMap = false
    /// Whether the next scalar is a key.
    var expectsKey = false
    /// Whether its keys are in the last of `keySets` instead of in `openKeys`.
    var isLarge = false
  }

  let source: SourceFile
  let limits: ReadingLimits
  private(set) var nodes: [Node] = []
  private(set) var text: [UInt8] = []
  private(set) var keys: KeyTable
  /// The innermost open container; the frame of the document itself when none is open.
  private(set) var top = Frame()
  private var frames: [Frame] = []
  private var openKeys: [UInt32] = []
  private var keySets: [Set<UInt32>] = []
  private var pendingKey = KeyID.none
  private var pendingKeyLine: UInt32 = 0
  private var pendingKeyColumn: UInt32 = 0
  private var nodesOfEarlierDocuments = 0
  private var finished: [(nodes: [Node], text: [UInt8])] = []
  private var keyBytes = 0
  private(set) var problems: [Diagnostic] = []

  /// The number of keys from which a mapping keeps a set instead of being searched.
  private static let largeMapping = 32

  init(source: SourceFile, keys: KeyTable, limits: ReadingLimits) {
    self.source = source
    self.keys = keys
    self.limits = limits
    // Room by experience: a value takes some forty bytes of a plan. Memory that is not touched
    // costs nothing, growing costs a copy.
    nodes.reserveCapacity(min(source.bytes.count / 32 + 16, limits.nodes))
    text.reserveCapacity(source.bytes.count + 16)
    LargePages.advise(&nodes)
    LargePages.advise(&text)
  }

  /// The number of open lists and mappings.
  var depth: Int { frames.count }
}

// MARK: - Values

extension ArenaBuilder {
  /// Adds a scalar value.
  @inline(__always)
  mutating func scalar(
    _ bytes: UnsafeBufferPointer<UInt8>,
    kind: NodeKind,
    style: ScalarStyle,
    line: UInt32,
    column: UInt32
  ) throws(DiagnosticError) {
    let first = UInt32(truncatingIfNeeded: text.count)
    unsafe text.append(contentsOf: bytes)
    try append(
      kind: kind,
      style: style,
      line: line,
      column: column,
      first: first,
      count: UInt32(truncatingIfNeeded: bytes.count)
    )
  }

  /// Opens a list or mapping.
  mutating func open(isMap: Bool, line: UInt32, column: UInt32) throws(DiagnosticError) {
    guard frames.count < limits.depth else {
      throw stop(LimitProblem.tooDeep, at: SourcePosition(line: line, column: column))
    }
    let node = UInt32(truncatingIfNeeded: nodes.count)
    try append(kind: isMap ? .map : .list, style: .none, line: line, column: column)
    frames.append(top)
    top = Frame(node: node, keyStart: openKeys.count, isMap: isMap, expectsKey: isMap)
  }

  /// Closes the innermost list or mapping.
  mutating func close() {
    guard let outer = frames.popLast() else { return }
    let index = Int(top.node)
    nodes[index].end = UInt32(truncatingIfNeeded: nodes.count)
    nodes[index].count = top.count
    openKeys.removeLast(openKeys.count - top.keyStart)
    if top.isLarge { keySets.removeLast() }
    top = outer
  }

  @inline(__always)
  private mutating func append(
    kind: NodeKind,
    style: ScalarStyle,
    line: UInt32,
    column: UInt32,
    first: UInt32 = 0,
    count: UInt32 = 0
  ) throws(DiagnosticError) {
    let index = nodes.count
    guard index + nodesOfEarlierDocuments < limits.nodes else {
      throw stop(LimitProblem.tooManyNodes, at: SourcePosition(line: line, column: column))
    }
    let hasKey = pendingKey != .none
    nodes.append(
      Node(
        kind: kind,
        style: style,
        keyLineDistance: hasKey ? UInt16(clamping: line &- pendingKeyLine) : 0,
        key: pendingKey,
        line: line,
        column: column,
        keyColumn: hasKey ? pendingKeyColumn : 0,
        end: UInt32(truncatingIfNeeded: index + 1),
        first: first,
        count: count
      )
    )
    valueAdded()
  }

  @inline(__always)
  private mutating func valueAdded() {
    pendingKey = .none
    top.count += 1
    top.expectsKey = top.isMap
  }
}

// MARK: - Keys

extension ArenaBuilder {
  /// Takes the key of the next value; a key that the mapping has already is noted as a mistake.
  @inline(__always)
  mutating func key(
    _ bytes: UnsafeBufferPointer<UInt8>,
    line: UInt32,
    column: UInt32
  ) throws(DiagnosticError) {
    let known = keys.count
    let id = unsafe keys.intern(bytes)
    if keys.count != known {
      keyBytes += bytes.count
      guard bytes.count <= limits.keyBytes, keyBytes <= limits.keyTableBytes else {
        throw stop(LimitProblem.keysTooLong, at: SourcePosition(line: line, column: column))
      }
    }
    pendingKey = id
    pendingKeyLine = line
    pendingKeyColumn = column
    top.expectsKey = false
    let bit = 1 as UInt64 &<< UInt64(id.rawValue & 63)
    if top.seen & bit != 0 || top.isLarge { try checkAgain(id, line: line, column: column) }
    top.seen |= bit
    if !top.isLarge { rememberKey(id) }
  }

  @inline(__always)
  private mutating func rememberKey(_ id: KeyID) {
    openKeys.append(id.rawValue)
    if openKeys.count - top.keyStart > Self.largeMapping { enlarge() }
  }

  /// Searches a mapping for a key that its bits do not rule out.
  private mutating func checkAgain(
    _ id: KeyID,
    line: UInt32,
    column: UInt32
  ) throws(DiagnosticError) {
    let isDuplicate =
      if top.isLarge {
        !keySets[keySets.count - 1].insert(id.rawValue).inserted
      } else {
        openKeys[top.keyStart...].contains(id.rawValue)
      }
    guard isDuplicate else { return }
    try report(duplicate(of: id, at: SourcePosition(line: line, column: column)))
  }

  private mutating func enlarge() {
    keySets.append(Set(openKeys[top.keyStart...]))
    openKeys.removeLast(openKeys.count - top.keyStart)
    top.isLarge = true
  }

  private func duplicate(of id: KeyID, at position: SourcePosition) -> Diagnostic {
    let name = keys.name(of: id)
    let length = UInt32(clamping: name.unicodeScalars.count)
    var notes: [Diagnostic.Note] = []
    var index = Int(top.node) + 1
    while index < nodes.count {
      let node = nodes[index]
      if node.key == id, node.keyColumn > 0 {
        let first = SourcePosition(
          line: node.line - UInt32(node.keyLineDistance),
          column: node.keyColumn
        )
        let place = Diagnostic.Place(file: source.name, position: first, length: length)
        notes = [
          Diagnostic.Note(LocalizedText(th: "ปรากฏครั้งแรกที่นี่", en: "first given here"), at: place)
        ]
        break
      }
      index = max(index + 1, Int(node.end))
    }
    let shown = ReadingText.quoted(name)
    return Diagnostic(
      .duplicateKey,
      .error,
      LocalizedText(th: "คีย์ \(shown) ซ้ำกัน", en: "the key \(shown) is given twice"),
      at: Diagnostic.Place(file: source.name, position: position, length: length),
      notes: notes,
      help: LocalizedText(
        th: "เหลือไว้เพียงแห่งเดียว หรือเปลี่ยนชื่อคีย์ให้ต่างกัน",
        en: "keep one of them, or rename the other"
      )
    )
  }
}

// MARK: - Copies for aliases

extension ArenaBuilder {
  /// The node that the next value will become.
  var nextNode: UInt32 { UInt32(truncatingIfNeeded: nodes.count) }

  /// Whether a list or mapping has begun and not ended.
  func isOpen(_ node: UInt32) -> Bool {
    guard !frames.isEmpty else { return false }
    return top.node == node || frames.dropFirst().contains { $0.node == node }
  }

  /// How many nodes a subtree has.
  func size(of node: UInt32) -> Int { Int(nodes[Int(node)].end) - Int(node) }

  /// Adds a copy of a finished subtree as the next value, its top node at the place of the alias.
  mutating func copy(of target: UInt32, line: UInt32, column: UInt32) throws(DiagnosticError) {
    let start = Int(target)
    let end = Int(nodes[start].end)
    let place = SourcePosition(line: line, column: column)
    guard nodes.count + end - start + nodesOfEarlierDocuments <= limits.nodes else {
      throw stop(LimitProblem.tooManyNodes, at: place)
    }
    guard frames.count + height(of: start) <= limits.depth else {
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

// MARK: - Documents and mistakes

extension ArenaBuilder {
  /// Ends the document in hand; containers that are still open are closed.
  mutating func finishDocument() throws(DiagnosticError) {
    while !frames.isEmpty { close() }
    guard finished.count < limits.documents else {
      let line = nodes.first?.line ?? 1
      throw stop(LimitProblem.tooManyDocuments, at: SourcePosition(line: line, column: 1))
    }
    nodesOfEarlierDocuments += nodes.count
    finished.append((nodes, text))
    nodes = []
    text = []
    top = Frame()
    pendingKey = .none
  }

  /// The documents; they share one table of keys.
  func documents() throws(DiagnosticError) -> [Document] {
    guard problems.isEmpty else { throw DiagnosticError(Self.sorted(problems)) }
    return finished.map {
      Document(source: source, nodes: $0.nodes, text: $0.text, keys: keys)
    }
  }

  /// Notes a mistake and goes on, unless there are too many.
  mutating func report(_ problem: Diagnostic) throws(DiagnosticError) {
    problems.append(problem)
    if problems.count >= limits.diagnostics { throw DiagnosticError(Self.sorted(problems)) }
  }

  /// The error that ends reading: what was noted before, and the last mistake.
  func stop(_ problem: Diagnostic) -> DiagnosticError {
    DiagnosticError(Self.sorted(problems + [problem]))
  }

  func stop(_ problem: LimitProblem, at position: SourcePosition) -> DiagnosticError {
    stop(problem.diagnostic(source.name, position, limits))
  }

  private static func sorted(_ problems: [Diagnostic]) -> [Diagnostic] {
    let whole = SourcePosition(line: 0, column: 0)
    return problems.enumerated().sorted { a, b in
      let left = a.element.place.position ?? whole
      let right = b.element.place.position ?? whole
      return left == right ? a.offset < b.offset : left < right
    }.map(\.element)
  }
}
