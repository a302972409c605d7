public import DocumentArena
internal import SourceText

/// What one evaluation runs on: documents, the values of the variables, and its counters.
///
/// One activation can serve any number of programs of the same environment, one after the other:
/// set the variables by slot (``Program/slot(of:)``), evaluate, set them again for the next element.
public struct Activation: Sendable {
  /// The documents; 0 is the submission.
  public let documents: [Document]

  /// The documents once more, to be read without counting references; ``documents`` keeps them alive.
  private let handles: [DocumentHandle]

  /// The steps taken since the activation was made or the counter was set; see
  /// ``ExpressionLimits/maxSteps``.
  public var steps: UInt64 = 0

  /// The deciding elements of the folds of the last evaluation that asked for them.
  var witnesses: [Witness] = []
  var recordsWitnesses = false

  /// The values of subexpressions, nil when the evaluation does not trace.
  var trace: [ExpressionID: Value]?

  /// The same in the order of evaluation, with every element of a fold; nil when nobody counts.
  var log: [(id: ExpressionID, value: Value)]?

  /// Values by slot; nil where none is set.
  var values: [Value?] = []

  /// For records, the node by slot, so that the usual loop makes no values at all.
  var nodes: [NodeReference] = []

  /// The type of the record in a slot, by its name; empty where there is none.
  private var heldTypes: [String] = []

  /// What computes a variable when it is first read.
  var definitions: [Int: Definition] = [:]

  var context: EvaluationContext
  var stepLimit: UInt64 = .max

  /// Children that were found lately; documents do not change, so what was found stays true.
  ///
  /// Expressions ask for the same fields of the same record again and again.
  private var found = InlineArray<16, FoundChild>(repeating: FoundChild())

  /// Makes an activation without variables.
  public init(documents: [Document]) {
    self.documents = documents
    handles = documents.map { DocumentHandle($0) }
    context = EvaluationContext(documents: documents, schema: Schema(Environment()))
  }

  /// The value of a variable; out-of-range slots are made.
  public subscript(slot: Int) -> Value? {
    get {
      guard slot >= 0, slot < values.count, let value = values[slot] else { return nil }
      return current(value, slot)
    }
    set {
      // A record of the type that is there already differs in its node only.
      if slot >= 0, slot < nodes.count, let newValue, case .record(let type) = newValue.payload,
        let origin = newValue.origin, heldTypes[slot].hasSameBytes(as: type), !type.isEmpty
      {
        nodes[slot] = origin
        return
      }
      store(newValue, slot)
    }
  }

  @inline(never)
  private mutating func store(_ value: Value?, _ slot: Int) {
    guard slot >= 0 else { return }
    if slot >= values.count { grow(to: slot + 1) }
    nodes[slot] = Self.noNode
    heldTypes[slot] = ""
    if let value, case .record(let type) = value.payload, let origin = value.origin {
      nodes[slot] = origin
      heldTypes[slot] = type
    }
    values[slot] = value
  }

  /// Lets a variable that holds a record hold another record of the same type: the quick way through
  /// many records, since no value is made or taken apart.
  ///
  /// - Returns: Whether it did; false when the variable holds no record, and then nothing changes.
  @discardableResult
  public mutating func move(_ slot: Int, to record: NodeReference) -> Bool {
    guard slot >= 0, slot < nodes.count, nodes[slot].document != Self.noNode.document else {
      return false
    }
    nodes[slot] = record
    return true
  }

  /// Lets a program compute a variable when it is first read; the value is kept until
  /// a definition or the subscript sets the slot again.
  ///
  /// A definition that needs itself is an error, not a loop.
  public mutating func define(_ slot: Int, _ program: Program) {
    self[slot] = nil
    definitions[slot] = .program(program)
  }

  /// Lets the host make the value of a variable when it is first read; the value is kept as by
  /// that of a program is.
  public mutating func define(_ slot: Int, _ make: @escaping @Sendable () -> Value) {
    self[slot] = nil
    definitions[slot] = .made(make)
  }

  /// How a variable is computed when it is first read.
  enum Definition: Sendable {
    case program(Program)
    case made(@Sendable () -> Value)
  }

  static let noNode = NodeReference(document: .max, node: NodeID(0))

  /// What a slot holds: a record where ``move(_:to:)`` brought it.
  private func current(_ value: Value, _ slot: Int) -> Value {
    guard nodes[slot] != Self.noNode, case .record = value.payload else { return value }
    return Value(value.payload, origin: nodes[slot])
  }

  private mutating func grow(to count: Int) {
    while values.count < count {
      values.append(nil)
      nodes.append(Self.noNode)
      heldTypes.append("")
    }
  }

  /// Makes room and points the context at a program.
  mutating func prepare(for program: Program) {
    if values.count < program.slotCount { grow(to: program.slotCount) }
    if context.schema !== program.schema {
      context = EvaluationContext(documents: documents, schema: program.schema)
    }
    stepLimit = program.maxSteps
  }

  /// What `body` reads in a document, nil when the activation does not have the document.
  @inline(__always)
  func with<T>(_ document: UInt32, _ body: (Document) -> T) -> T? {
    let index = Int(document)
    guard index < handles.count else { return nil }
    return handles[index].read(body)
  }

  /// The child of a record under a key, remembered at a place of the caller's choice.
  @inline(__always)
  mutating func child(of record: NodeReference, _ key: KeyID, at place: Int) -> NodeID? {
    let known = found[place & 15]
    if known.record == record, known.key == key {
      return known.child == 0 ? nil : NodeID(known.child)
    }
    let child = with(record.document) { $0.child(of: record.node, key) } ?? nil
    found[place & 15] = FoundChild(record: record, key: key, child: child?.rawValue ?? 0)
    return child
  }

  /// What a node is.
  @inline(__always)
  func kind(of node: NodeReference) -> NodeKind {
    with(node.document) { $0.kind(of: node.node) } ?? .null
  }

  /// Counts steps.
  @inline(__always)
  mutating func tick(_ count: UInt64 = 1) throws(Stop) {
    steps &+= count
    if steps > stepLimit { throw tooManySteps() }
  }

  /// Keeps the value of a subexpression for traces.
  mutating func note(_ id: ExpressionID, _ value: Value) {
    trace?[id] = value
    log?.append((id, value))
  }

  /// Drops the values of subexpressions that are about to be evaluated for another element.
  mutating func forget(_ parts: [ExpressionID]) {
    for part in parts { trace?[part] = nil }
  }

  /// The values of the parts of a body when it has none for this element; else nothing.
  ///
  /// The whole body comes last among its parts; where it was not come to, one of them stopped it.
  func failed(_ parts: [ExpressionID]) -> [(ExpressionID, Value)] {
    guard let trace, let whole = parts.last else { return [] }
    let values = parts.compactMap { part in trace[part].map { (part, $0) } }
    let isStopped = trace[whole]?.isSettled == false
    let isNotReached = trace[whole] == nil && values.contains { !$0.1.isSettled }
    return isStopped || isNotReached ? values : []
  }

  /// Shows the values of one element for the parts of a body.
  mutating func show(_ values: [(ExpressionID, Value)], of parts: [ExpressionID]) {
    forget(parts)
    for (part, value) in values { trace?[part] = value }
  }

  @inline(never)
  private func tooManySteps() -> Stop { .error(.stepLimit(stepLimit)) }

  /// The value in a slot, computed when it has a definition.
  mutating func variable(_ slot: Int, _ name: String) throws(Stop) -> Value {
    if let value = values[slot] { return try current(value, slot).settled() }
    guard let definition = definitions.removeValue(forKey: slot) else {
      throw .error(.undeclared(name))
    }
    let value: Value
    switch definition {
    case .program(let program): value = computed(program)
    case .made(let make): value = make()
    }
    self[slot] = value
    return try value.settled()
  }

  /// The value of a definition.
  private mutating func computed(_ program: Program) -> Value {
    var inner = self
    inner.trace = nil
    inner.log = nil
    let value = program.evaluate(&inner)
    steps = inner.steps
    definitions = inner.definitions
    // Definitions that the inner evaluation computed on the way are kept too.
    for index in 0..<program.names.count where values[index] == nil { self[index] = inner[index] }
    return value
  }
}

/// A child of a record by its key; 0 is none, since the root is nobody's child.
private struct FoundChild {
  var record = Activation.noNode
  var key = KeyID.none
  var child: UInt32 = 0
}

/// A document that somebody else keeps alive: counting references twice for each field that is read
/// cost more than the reading.
///
/// Why that is safe: handles are made in one place, ``Activation/init(documents:)``, of the documents
/// that the same activation holds in a constant beside them. Both are copied together and never
/// replaced, so each activation that has a handle has a counted reference to its document. A handle
/// leaves neither the activation nor ``Activation/with(_:_:)``, which runs while its activation is
/// borrowed or accessed exclusively; and what `body` gets is borrowed for the call, so to keep it `body`
/// would have to count a reference of its own. Nothing that an evaluation returns holds a handle: values
/// and witnesses name documents by number (``NodeReference``).
@safe
struct DocumentHandle: Sendable {
  private let reference: Unmanaged<Document>

  init(_ document: Document) { unsafe reference = Unmanaged.passUnretained(document) }

  @inline(__always)
  func read<T>(_ body: (Document) -> T) -> T {
    unsafe reference._withUnsafeGuaranteedRef { body($0) }
  }
}

/// The element that decided a fold: the first for which `all` was false or `exists` was true.
public struct Witness: Hashable, Sendable {
  /// The fold, by the node of the expression.
  public let fold: ExpressionID

  /// The number of the element, from 0.
  public let index: Int

  /// The element's node; nil when it was computed.
  public let origin: NodeReference?
}

extension Value {
  /// Whether it is a value, and neither unknown nor an error.
  fileprivate var isSettled: Bool {
    switch payload {
    case .unknown, .error: false
    default: true
    }
  }
}
