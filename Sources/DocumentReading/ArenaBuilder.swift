import Diagnostics
import DocumentArena
import SourceText

/// Puts documents together from the events of a reader: the one place that knows the arena's layout,
/// checks keys for duplicates and counts against the limits.
struct ArenaBuilder: ~Copyable {
  let source: SourceFile
  let limits: ReadingLimits
  /// Only this type's files change them.
  var nodes: [Node] = []
  var text: [UInt8] = []
  private(set) var keys: KeyTable
  private(set) var open: OpenContainers
  private var openKeys: [UInt32] = []
  private var keySets: [Set<Int>] = []
  /// The key that came last time at the same point.
  ///
  /// At 2n first in a mapping under key n, at 2n + 1 after key n. Records repeat, so most keys are
  /// found by one comparison.
  private var expectedKeys: [UInt32] = [0, 0]
  private var pendingKey = KeyID.none
  private var pendingKeyLine: UInt32 = 0
  private var pendingKeyColumn: UInt32 = 0
  private(set) var nodesOfEarlierDocuments = 0
  private var finished: [(nodes: [Node], text: [UInt8])] = []
  private var keyBytes = 0
  private(set) var problems: [Diagnostic] = []

  /// The number of keys from which a mapping keeps a set instead of being searched.
  private static let largeMapping = 32

  init(source: SourceFile, keys: KeyTable, limits: ReadingLimits) {
    self.source = source
    self.keys = keys
    self.limits = limits
    open = OpenContainers(limit: limits.depth)
    // Room by experience: a value takes some forty bytes of a plan. Memory that is not touched
    // costs nothing, growing costs a copy.
    nodes.reserveCapacity(min(source.bytes.count / 32 + 16, limits.nodes))
  }

  /// The number of open lists and mappings.
  var depth: Int { open.depth }

  /// The innermost open container; the frame of the document itself when none is open.
  var top: OpenContainers.Frame {
    @inline(__always)
    _read { yield open.top }
  }
}

// MARK: - Values

extension ArenaBuilder {
  /// Adds a scalar value whose text is not in the source as it is, or not known to be.
  mutating func scalar(
    _ bytes: UnsafeBufferPointer<UInt8>,
    kind: NodeKind,
    style: ScalarStyle,
    line: UInt32,
    column: UInt32
  ) throws(DiagnosticError) {
    let first = UInt32(truncatingIfNeeded: text.count)
    unsafe text.append(contentsOf: bytes)
    let count = UInt32(truncatingIfNeeded: bytes.count)
    try append(kind: kind, style: style, line: line, column: column, first: first, count: count)
  }

  /// Adds a scalar value whose text stands in the source.
  @inline(__always)
  mutating func scalar(
    inSource start: Int,
    count: Int,
    kind: NodeKind,
    style: ScalarStyle,
    line: UInt32,
    column: UInt32
  ) throws(DiagnosticError) {
    try append(
      kind: kind,
      style: style,
      line: line,
      column: column,
      first: UInt32(truncatingIfNeeded: start) | Node.inSource,
      count: UInt32(truncatingIfNeeded: count)
    )
  }

  /// Opens a list or mapping.
  mutating func begin(isMap: Bool, line: UInt32, column: UInt32) throws(DiagnosticError) {
    guard !open.isFull else {
      throw stop(LimitProblem.tooDeep, at: SourcePosition(line: line, column: column))
    }
    let node = UInt32(truncatingIfNeeded: nodes.count)
    let ownKey = pendingKey == .none ? top.ownKey : pendingKey.rawValue
    try append(kind: isMap ? .map : .list, style: .none, line: line, column: column)
    open.push()
    open.top.node = node
    open.top.count = 0
    open.top.keyStart = openKeys.count
    open.top.seen = 0
    open.top.expectation = Int(ownKey) * 2
    open.top.ownKey = ownKey
    open.top.isMap = isMap
    open.top.expectsKey = isMap
    open.top.isLarge = false
  }

  /// Closes the innermost list or mapping.
  mutating func close() {
    guard open.depth > 0 else { return }
    let index = Int(open.top.node)
    let count = open.top.count
    nodes[index].end = UInt32(truncatingIfNeeded: nodes.count)
    nodes[index].count = count
    while openKeys.count > open.top.keyStart { openKeys.removeLast() }
    if open.top.isLarge { keySets.removeLast() }
    open.pop()
  }

  @inline(__always)
  mutating func append(
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
    open.top.count += 1
    open.top.expectsKey = open.top.isMap
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
    let expected = expectedKeys[top.expectation]
    let id =
      if expected != 0, unsafe keys.holds(expected, bytes) {
        KeyID(expected)
      } else {
        try unsafe intern(bytes, line: line, column: column)
      }
    open.top.expectation = Int(id.rawValue) * 2 + 1
    pendingKey = id
    pendingKeyLine = line
    pendingKeyColumn = column
    open.top.expectsKey = false
    let bit = 1 as UInt64 &<< UInt64(id.rawValue & 63)
    if top.seen & bit != 0 || top.isLarge { try checkAgain(id, line: line, column: column) }
    open.top.seen |= bit
    if !top.isLarge { rememberKey(id) }
  }

  /// Finds or adds a key that was not foretold.
  private mutating func intern(
    _ bytes: UnsafeBufferPointer<UInt8>,
    line: UInt32,
    column: UInt32
  ) throws(DiagnosticError) -> KeyID {
    let known = keys.count
    let id = unsafe keys.intern(bytes)
    if keys.count != known {
      keyBytes += bytes.count
      guard bytes.count <= limits.keyBytes, keyBytes <= limits.keyTableBytes else {
        throw stop(LimitProblem.keysTooLong, at: SourcePosition(line: line, column: column))
      }
    }
    while expectedKeys.count < (keys.count + 1) * 2 { expectedKeys.append(0) }
    expectedKeys[top.expectation] = id.rawValue
    return id
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
        !keySets[keySets.count - 1].insert(Int(id.rawValue)).inserted
      } else {
        openKeys[top.keyStart...].contains(id.rawValue)
      }
    guard isDuplicate else { return }
    try report(duplicate(of: id, at: SourcePosition(line: line, column: column)))
  }

  private mutating func enlarge() {
    keySets.append(Set(openKeys[top.keyStart...].map { Int($0) }))
    openKeys.removeLast(openKeys.count - top.keyStart)
    open.top.isLarge = true
  }
}

// MARK: - Documents and mistakes

extension ArenaBuilder {
  /// Ends the document in hand; containers that are still open are closed.
  mutating func finishDocument() throws(DiagnosticError) {
    while open.depth > 0 { close() }
    guard finished.count < limits.documents else {
      let line = nodes.first?.line ?? 1
      throw stop(LimitProblem.tooManyDocuments, at: SourcePosition(line: line, column: 1))
    }
    nodesOfEarlierDocuments += nodes.count
    finished.append((nodes, text))
    nodes = []
    text = []
    open.top = OpenContainers.Frame()
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
