internal import DocumentArena

/// One declared field of a record whose node is computed by a closure.
///
/// A class so that the closures of one selection share it instead of copying it.
final class FieldAccess: Sendable {
  private let field: FieldDeclaration
  private let key: KeyID
  private let id: ExpressionID
  private let isPath: Bool
  private let slot: Int?
  private let node: Run<NodeReference>

  /// See ``Environment/testsSeeAbsentOperands``.
  private let seesAbsence: Bool

  init(
    _ field: FieldDeclaration,
    _ id: ExpressionID,
    _ operand: Code,
    _ node: @escaping Run<NodeReference>,
    seesAbsence: Bool
  ) {
    self.field = field
    key = field.key
    self.id = id
    isPath = operand.isPath
    slot = operand.recordSlot
    self.node = node
    self.seesAbsence = seesAbsence
  }

  /// The node of the record for a test; nil where the record itself is absent and that is an answer.
  private func tested(_ a: inout Activation) throws(Stop) -> NodeReference? {
    do throws(Stop) { return try record(&a) } catch {
      if seesAbsence, error.isAbsence { return nil }
      throw error
    }
  }

  /// The node of the record; the path of what is missing on the way grows by this field.
  private func record(_ a: inout Activation) throws(Stop) -> NodeReference {
    if let slot {
      let node = a.nodes[slot]
      if node != Activation.noNode { return node }
    }
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
        return find(record, a.documents) != nil
      }
    )
  }

  /// Selects `record.?field`.
  var optional: Code {
    Code(id, .optional(field.type)) { [self] (a) throws(Stop) in
      try a.tick()
      guard let record = try tested(&a), let node = find(record, a.documents) else {
        return Value(.optional(.none))
      }
      let value = try a.context.read(node, as: field.type)
      return Value(.optional(.some(value)), origin: node)
    }
  }

  /// Selects `record.field`.
  func plain(_ schema: Schema) -> Code {
    var code = Code(id, field.type) { [self] (a) throws(Stop) in
      try a.tick()
      let record = try record(&a)
      if let node = find(record, a.documents) { return try a.context.read(node, as: field.type) }
      return try a.context.absentValue(of: field, in: record)
    }
    code.isPath = true
    switch field.type {
    case .bool: code.bool = BoolRun(run: scalar({ $0.bool }, ScalarReading.bool))
    case .int: code.int = IntRun(run: int(schema))
    case .double: code.double = DoubleRun(run: scalar({ $0.double }, ScalarReading.double))
    case .record: code.node = NodeRun(run: recordNode)
    case .string: code.textNode = textNode.map { NodeRun(run: $0) }
    case .list(let element): code.list = ListRun(run: list(of: element))
    case .opaque(let name, _):
      code.bits = IntRun(run: opaqueBits(name, schema.opaqueTypes[name]?.read))
    default: break
    }
    return code
  }

  /// The node of the field, nil when it is absent.
  private func find(_ record: NodeReference, _ documents: [Document]) -> NodeReference? {
    let index = Int(record.document)
    guard index < documents.count, let child = find(record.node, documents[index]) else {
      return nil
    }
    return NodeReference(document: record.document, node: child)
  }

  private func find(_ record: NodeID, _ document: Document) -> NodeID? {
    guard let child = document.child(of: record, key) else { return nil }
    let node = document.node(child)
    if node.kind == .null { return nil }
    if node.kind == .string, let isBlank = field.isBlank, isBlank(document, child) { return nil }
    if !node.kind.isScalar, field.isEmpty(node.kind, child, document) { return nil }
    return child
  }

  /// The hot form for ints, without generic closures.
  private func int(_ schema: Schema) -> Run<Int64> {
    { [self] (a) throws(Stop) in
      try a.tick()
      let record = try record(&a)
      let index = Int(record.document)
      if index < a.documents.count {
        let document = a.documents[index]
        if let child = find(record.node, document) {
          let kind = document.kind(of: child)
          if let result = schema.int(child, kind, in: document) { return result }
          throw .unreadable(NodeReference(document: record.document, node: child))
        }
      }
      let value = try a.context.absentValue(of: field, in: record)
      if case .int(let result) = value.payload { return result }
      throw .error(.noSuchOverload(field.name).placed(at: id))
    }
  }

  private func scalar<T>(
    _ constant: @escaping @Sendable (Value) -> T?,
    _ read: @escaping @Sendable (NodeID, NodeKind, Document) -> T?
  ) -> Run<T> {
    { [self] (a) throws(Stop) in
      try a.tick()
      let record = try record(&a)
      guard let node = find(record, a.documents) else {
        let value = try a.context.absentValue(of: field, in: record)
        if let result = constant(value) { return result }
        throw .error(.noSuchOverload(field.name).placed(at: id))
      }
      let document = a.documents[Int(node.document)]
      let result = read(node.node, document.kind(of: node.node), document)
      guard let result else { throw .unreadable(node) }
      return result
    }
  }

  private func opaqueBits(_ name: String, _ read: OpaqueReader?) -> Run<Int64> {
    { [self] (a) throws(Stop) in
      try a.tick()
      let record = try record(&a)
      let index = Int(record.document)
      if index < a.documents.count {
        let document = a.documents[index]
        if let child = find(record.node, document) {
          if document.kind(of: child).isScalar, let bits = read?(document, child) { return bits }
          throw .unreadable(NodeReference(document: record.document, node: child))
        }
      }
      let value = try a.context.absentValue(of: field, in: record)
      if case .opaque(name, let bits) = value.payload { return bits }
      throw .error(.noSuchOverload(field.name).placed(at: id))
    }
  }

  typealias OpaqueReader = @Sendable (Document, NodeID) -> Int64?

  private var recordNode: Run<NodeReference> {
    { [self] (a) throws(Stop) in
      try a.tick()
      let record = try record(&a)
      guard let node = find(record, a.documents) else {
        let value = try a.context.absentValue(of: field, in: record)
        if case .record = value.payload, let origin = value.origin { return origin }
        throw .error(.noSuchOverload(field.name).placed(at: id))
      }
      guard a.documents[Int(node.document)].kind(of: node.node) == .map else {
        throw .unreadable(node)
      }
      return node
    }
  }

  /// Only for comparisons with constants, where an absent field with a default is rare: its text
  /// has no node, so such fields have no fast form.
  private var textNode: Run<NodeReference>? {
    if case .value = field.absent { return nil }
    return { [self] (a) throws(Stop) in
      try a.tick()
      let record = try record(&a)
      guard let node = find(record, a.documents) else {
        _ = try a.context.absentValue(of: field, in: record)
        throw .error(.noSuchOverload(field.name).placed(at: id))
      }
      guard a.documents[Int(node.document)].kind(of: node.node).isText else {
        throw .unreadable(node)
      }
      return node
    }
  }

  private func list(of element: CELType) -> Run<ListValue> {
    { [self] (a) throws(Stop) in
      try a.tick()
      let record = try record(&a)
      guard let node = find(record, a.documents) else {
        let value = try a.context.absentValue(of: field, in: record)
        if case .list(let list) = value.payload { return list }
        throw .error(.noSuchOverload(field.name).placed(at: id))
      }
      guard a.documents[Int(node.document)].kind(of: node.node) == .list else {
        throw .unreadable(node)
      }
      return .node(node, element: element)
    }
  }
}

extension Value {
  fileprivate var bool: Bool? {
    if case .bool(let flag) = payload { return flag }
    return nil
  }

  fileprivate var double: Double? {
    if case .double(let number) = payload { return number }
    return nil
  }
}
