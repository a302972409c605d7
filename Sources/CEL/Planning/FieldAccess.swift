internal import DocumentArena

/// One declared field of a record whose node is computed by a closure.
///
/// A class so that the closures of one selection share it instead of copying it.
final class FieldAccess: Sendable {
  let field: FieldDeclaration
  let key: KeyID
  let isPlainList: Bool
  let id: ExpressionID
  private let isPath: Bool
  private let node: Run<NodeReference>

  /// Where the activation remembers the child.
  let place: Int

  /// The slot that holds the record when the operand is a variable.
  let slot: Int?

  /// The field that holds the record when the operand is a field of a variable: no reference, so that
  /// none is counted.
  private let outer: Outer?

  /// How whole numbers and values of the host's types are read.
  let schema: Schema

  /// See ``Environment/testsSeeAbsentOperands``.
  private let seesAbsence: Bool

  init(
    _ field: FieldDeclaration,
    _ id: ExpressionID,
    _ operand: Code,
    _ node: @escaping Run<NodeReference>,
    _ schema: Schema,
    seesAbsence: Bool
  ) {
    self.field = field
    key = field.key
    isPlainList = field.isPlainList
    self.id = id
    isPath = operand.isPath
    slot = operand.recordSlot
    outer = operand.recordField
    place = Int(truncatingIfNeeded: field.key.rawValue &* 5) &+ (operand.recordSlot ?? 11)
    self.node = node
    self.schema = schema
    self.seesAbsence = seesAbsence
  }

  /// A field of a variable's record that holds a record itself, as far as the next field needs it.
  struct Outer: Sendable {
    let slot: Int
    let key: KeyID
    let place: Int

    /// The inner record, its step counted; nil without a trace when anything is out of the ordinary, and
    /// then the closure of the field is to be asked.
    @inline(__always)
    func record(_ a: inout Activation) -> NodeReference? {
      let record = a.nodes[slot]
      guard record.document != Activation.noNode.document, a.steps < a.stepLimit,
        let child = a.child(of: record, key, at: place)
      else { return nil }
      let node = NodeReference(document: record.document, node: child)
      guard a.kind(of: node) == .map else { return nil }
      a.steps &+= 1
      return node
    }
  }

  /// The node of the record for a test; nil where the record itself is absent and that is an answer.
  private func tested(_ a: inout Activation) throws(Stop) -> NodeReference? {
    do throws(Stop) { return try record(&a) } catch {
      if seesAbsence, error.isAbsence { return nil }
      throw error
    }
  }

  /// The node of the record; the path of what is missing on the way grows by this field.
  @inline(__always)
  func record(_ a: inout Activation) throws(Stop) -> NodeReference {
    if let slot {
      let node = a.nodes[slot]
      if node.document != Activation.noNode.document { return node }
    } else if let outer, let node = outer.record(&a) {
      return node
    }
    return try computedRecord(&a)
  }

  @inline(never)
  private func computedRecord(_ a: inout Activation) throws(Stop) -> NodeReference {
    do throws(Stop) {
      return try node(&a)
    } catch {
      throw isPath ? error.extended(by: .key(field.name)) : error
    }
  }

  /// Tests `has(record.field)`.
  var test: Code {
    Code(
      id,
      bool: { [self] (a) throws(Stop) in
        try a.tick()
        guard let record = try tested(&a) else { return false }
        return find(record, &a) != nil
      }
    )
  }

  /// Selects `record.?field`.
  var optional: Code {
    Code(id, .optional(field.type)) { [self] (a) throws(Stop) in
      try a.tick()
      guard let record = try tested(&a), let node = find(record, &a) else {
        return Value(.optional(.none))
      }
      let value = try a.context.read(node, as: field.type)
      return Value(.optional(.some(value)), origin: node)
    }
  }

  /// Selects `record.field`.
  func plain() -> Code {
    var code = Code(id, field.type) { [self] (a) throws(Stop) in
      try a.tick()
      let record = try record(&a)
      if let node = find(record, &a) { return try a.context.read(node, as: field.type) }
      return try a.context.absentValue(of: field, in: record)
    }
    code.isPath = true
    switch field.type {
    case .bool: code.bool = BoolRun(run: bool)
    case .int: code.int = IntRun(run: steppedInt)
    case .double: code.double = DoubleRun(run: double)
    case .record:
      code.node = NodeRun(run: recordNode)
      code.recordField = slot.map { Outer(slot: $0, key: key, place: place) }
    case .string: code.textNode = textNode.map { NodeRun(run: $0) }
    case .list(let element):
      code.list = ListRun(run: list(of: element))
      code.listNode = NodeRun(run: listNode)
      code.listFacts = ListFacts(field: self)
    case .opaque(let name, _):
      if let read = bitsReader { code.bits = IntRun(run: bits(name, read)) }
    default: break
    }
    if code.int != nil || code.bits != nil { code.field = self }
    return code
  }

  /// The node of the field, nil when it is absent.
  @inline(__always)
  func find(_ record: NodeReference, _ a: inout Activation) -> NodeReference? {
    guard let child = a.child(of: record, key, at: place),
      let isThere = a.with(record.document, { isThere(child, $0) }), isThere
    else { return nil }
    return NodeReference(document: record.document, node: child)
  }

  /// Whether what stands under the key counts as there.
  @inline(__always)
  func isThere(_ child: NodeID, _ document: Document) -> Bool {
    let kind = document.kind(of: child)
    return switch kind {
    case .null: false
    case .string: !isBlank(child, document)
    case .list, .map: !field.isEmpty(kind, child, document)
    default: true
    }
  }

  private func isBlank(_ node: NodeID, _ document: Document) -> Bool {
    guard let isBlank = field.isBlank else { return false }
    return isBlank(document, node)
  }
}
