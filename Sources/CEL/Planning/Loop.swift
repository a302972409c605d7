internal import DocumentArena

/// The running part of a fold: goes over the elements and puts each into its slot.
///
/// An element that cannot be read is unknown in its slot, so it stops only what reads it.
///
/// A class so that the closures of a fold share it instead of copying it.
final class Loop: Sendable {
  let id: ExpressionID
  let range: Run<Value>
  let list: ListRun?
  let listNode: NodeRun?
  let listField: FieldAccess?
  let slot: Int
  let secondSlot: Int?

  /// The static type of the element, of the value in the two-variable forms.
  let type: CELType

  /// The slot of the element.
  let elementSlot: Int

  /// Whether elements are records known when the rule is compiled, so that only nodes are kept.
  let isRecord: Bool

  /// The parts of the body whose values are kept, when tracing.
  private let tracedParts: [ExpressionID]

  init(
    id: ExpressionID,
    range: @escaping Run<Value>,
    list: ListRun?,
    listNode: NodeRun?,
    listField: FieldAccess?,
    slot: Int,
    secondSlot: Int?,
    type: CELType,
    tracedParts: [ExpressionID]
  ) {
    self.id = id
    self.range = range
    self.list = list
    self.listNode = listNode
    self.listField = listField
    self.slot = slot
    self.secondSlot = secondSlot
    self.type = type
    elementSlot = secondSlot ?? slot
    if case .record = type { isRecord = true } else { isRecord = false }
    self.tracedParts = tracedParts
  }

  /// Runs the body on each element until it says true; whether it did.
  func run(
    _ a: inout Activation,
    _ body: (inout Activation, Int) throws(Stop) -> Bool
  ) throws(Stop) -> Bool {
    if tracedParts.isEmpty { return try go(&a, body) }
    var failed: [(ExpressionID, Value)] = []
    let isDecided = try go(&a) { (a, index) throws(Stop) in
      // What is not evaluated for this element must not show the value of one before.
      a.forget(tracedParts)
      let isDecided = try body(&a, index)
      if failed.isEmpty { failed = a.failed(tracedParts) }
      return isDecided
    }
    // Where no element decides, the first without a value is why the whole has none.
    if !isDecided, !failed.isEmpty { a.show(failed, of: tracedParts) }
    return isDecided
  }

  private func go(
    _ a: inout Activation,
    _ body: (inout Activation, Int) throws(Stop) -> Bool
  ) throws(Stop) -> Bool {
    if let listNode, isRecord {
      let before = a.steps
      let node = try listNode.run(&a)
      if node != Activation.noNode { return try run(&a, records: node, body) }
      a.steps = before
    }
    if let list { return try run(&a, try list.run(&a), body) }
    let range = try range(&a)
    switch range.payload {
    case .list(let list): return try run(&a, list, body)
    case .map(let map): return try run(&a, map, body)
    default: throw .error(.noSuchOverload("fold").placed(at: id))
    }
  }

  /// Goes over the elements of a list in a document that are declared to be records.
  @inline(__always)
  private func run(
    _ a: inout Activation,
    records list: NodeReference,
    _ body: (inout Activation, Int) throws(Stop) -> Bool
  ) throws(Stop) -> Bool {
    var index = 0
    var position = list.node.rawValue + 1
    let end = a.with(list.document) { $0.node(list.node).end } ?? 0
    while position < end {
      try a.tick()
      let node = NodeReference(document: list.document, node: NodeID(position))
      if secondSlot != nil { a[slot] = Value(.int(Int64(index))) }
      let element = a.with(list.document) { $0.node(node.node) }
      if element?.kind == .map {
        a.nodes[elementSlot] = node
      } else {
        a[elementSlot] = a.context.value(at: node, as: type)
      }
      if try body(&a, index) { return true }
      index += 1
      position = max(position + 1, element?.end ?? end)
    }
    return false
  }

  private func run(
    _ a: inout Activation,
    _ list: ListValue,
    _ body: (inout Activation, Int) throws(Stop) -> Bool
  ) throws(Stop) -> Bool {
    var index = 0
    switch list {
    case .elements(let elements):
      for element in elements {
        try a.tick()
        if secondSlot != nil { a[slot] = Value(.int(Int64(index))) }
        a[elementSlot] = element
        if try body(&a, index) { return true }
        index += 1
      }
    case .node(let reference, let element):
      guard let document = a.context.document(of: reference) else { return false }
      let isRecord = isRecord && type == element
      for child in document.children(of: reference.node) {
        try a.tick()
        if secondSlot != nil { a[slot] = Value(.int(Int64(index))) }
        let node = NodeReference(document: reference.document, node: child)
        if isRecord, document.kind(of: child) == .map {
          a.nodes[elementSlot] = node
        } else {
          a[elementSlot] = a.context.value(at: node, as: element)
        }
        if try body(&a, index) { return true }
        index += 1
      }
    }
    return false
  }

  private func run(
    _ a: inout Activation,
    _ map: MapValue,
    _ body: (inout Activation, Int) throws(Stop) -> Bool
  ) throws(Stop) -> Bool {
    var index = 0
    for (key, value) in a.context.entries(of: Value(.map(map))) ?? [] {
      try a.tick()
      a[slot] = key
      if let secondSlot { a[secondSlot] = value }
      if try body(&a, index) { return true }
      index += 1
    }
    return false
  }

  /// The current element with its origin.
  func element(_ a: inout Activation) throws(Stop) -> Value {
    if case .record(let name) = type, a.nodes[elementSlot] != Activation.noNode {
      return Value(.record(type: name), origin: a.nodes[elementSlot])
    }
    return try a.variable(elementSlot, "element")
  }

  /// Notes the current element as the one that decided.
  func witness(_ a: inout Activation, _ index: Int) {
    let node = a.nodes[elementSlot]
    let origin = node == Activation.noNode ? a.values[elementSlot]?.origin : node
    a.witnesses.append(Witness(fold: id, index: index, origin: origin))
  }
}
