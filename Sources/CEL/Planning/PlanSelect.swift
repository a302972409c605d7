internal import DocumentArena

// Selection of fields. Where the record is known when the rule is compiled, the field is found by
// its interned key and read straight as its type; everywhere else by name when it runs.
extension Planner {
  mutating func planSelect(
    _ expression: Expression,
    _ operand: Expression,
    _ field: String,
    _ mode: Expression.SelectMode
  ) -> Code {
    let id = expression.id
    let operand = plan(operand)
    if case .record(let record) = operand.type, let node = operand.node,
      let declaration = schema.records[record]?.fields[field]
    {
      let access = FieldAccess(declaration, id, operand.isPath ? Self.growing(node, field) : node)
      switch mode {
      case .plain: return access.plain
      case .test: return access.test
      case .optional: return access.optional
      }
    }
    let inner = operand.isPath ? Self.growing(operand.value, field) : operand.value
    switch mode {
    case .plain:
      var code = Code(id, type(of: id)) { (a) throws(Stop) in
        try a.tick()
        let value = try inner(&a)
        do throws(Stop) { return try a.context.select(field, of: value) } catch {
          throw error.placed(at: id)
        }
      }
      code.isPath = true
      return code
    case .test:
      return Code(
        id,
        bool: { (a) throws(Stop) in
          try a.tick()
          let value = try inner(&a)
          do throws(Stop) {
            return try a.context.has(field, in: value)
          } catch {
            throw error.placed(at: id)
          }
        }
      )
    case .optional: return dynamicOptional(id, field, inner)
    }
  }

  private func dynamicOptional(
    _ id: ExpressionID,
    _ field: String,
    _ operand: @escaping Run<Value>
  ) -> Code {
    Code(id, checked.types[id] ?? .optional(.dyn)) { (a) throws(Stop) in
      try a.tick()
      let value = try operand(&a)
      do throws(Stop) {
        guard let found = try a.context.selectIfPresent(field, of: value) else {
          return Value(.optional(.none))
        }
        return Value(.optional(.some(found)), origin: found.origin)
      } catch {
        throw error.placed(at: id)
      }
    }
  }

  /// The same closure; the path of what is missing grows by the field that is selected from it.
  static func growing<T>(_ run: @escaping Run<T>, _ field: String) -> Run<T> {
    growing(run, .key(field))
  }

  static func growing<T>(_ run: @escaping Run<T>, _ step: DocumentPath.Step) -> Run<T> {
    { (a) throws(Stop) in
      do throws(Stop) { return try run(&a) } catch { throw error.extended(by: step) }
    }
  }
}

/// One declared field of a record whose node is computed by a closure.
struct FieldAccess: Sendable {
  let field: FieldDeclaration
  let id: ExpressionID
  let record: Run<NodeReference>

  init(_ field: FieldDeclaration, _ id: ExpressionID, _ record: @escaping Run<NodeReference>) {
    self.field = field
    self.id = id
    self.record = record
  }

  /// Tests `has(record.field)`.
  var test: Code {
    Code(
      id,
      bool: { [self] (a) throws(Stop) in
        try a.tick()
        let record = try record(&a)
        return find(record, a) != nil
      }
    )
  }

  /// Selects `record.?field`.
  var optional: Code {
    Code(id, .optional(field.type)) { [self] (a) throws(Stop) in
      try a.tick()
      let record = try record(&a)
      guard let node = find(record, a) else { return Value(.optional(.none)) }
      let value = try a.context.read(node, as: field.type)
      return Value(.optional(.some(value)), origin: node)
    }
  }

  /// Selects `record.field`.
  var plain: Code {
    var code = Code(id, field.type) { [self] (a) throws(Stop) in
      try a.tick()
      let record = try record(&a)
      if let node = find(record, a) { return try a.context.read(node, as: field.type) }
      return try a.context.absentValue(of: field, in: record)
    }
    code.isPath = true
    switch field.type {
    case .bool: code.bool = scalar({ $0.bool }) { $0.readBool($1, $2, in: $3) }
    case .int: code.int = scalar({ $0.int }) { $0.readInt($1, $2, in: $3) }
    case .double: code.double = scalar({ $0.double }) { $0.readDouble($1, $2, in: $3) }
    case .record: code.node = recordNode
    case .string: code.textNode = textNode
    case .list(let element): code.list = list(of: element)
    case .opaque(let name, _): code.bits = opaqueBits(name)
    default: break
    }
    return code
  }

  /// The node of the field, nil when it is absent.
  @inline(__always)
  private func find(_ record: NodeReference, _ a: Activation) -> NodeReference? {
    let index = Int(record.document)
    guard index < a.documents.count else { return nil }
    let document = a.documents[index]
    guard let child = document.child(of: record.node, field.key) else { return nil }
    let node = document.node(child)
    if node.kind == .null { return nil }
    if node.kind == .string, let isBlank = field.isBlank, isBlank(document, child) { return nil }
    if field.emptyCountsAsAbsent, node.kind == .list, node.count == 0 { return nil }
    return NodeReference(document: record.document, node: child)
  }

  private func scalar<T>(
    _ constant: @escaping @Sendable (Value) -> T?,
    _ read: @escaping @Sendable (EvaluationContext, NodeID, NodeKind, Document) -> T?
  ) -> Run<T> {
    { [self] (a) throws(Stop) in
      try a.tick()
      let record = try record(&a)
      guard let node = find(record, a) else {
        let value = try a.context.absentValue(of: field, in: record)
        if let result = constant(value) { return result }
        throw .error(.noSuchOverload(field.name).placed(at: id))
      }
      let document = a.documents[Int(node.document)]
      let result = read(a.context, node.node, document.kind(of: node.node), document)
      guard let result else { throw .unreadable(node) }
      return result
    }
  }

  private func opaqueBits(_ name: String) -> Run<Int64> {
    { [self] (a) throws(Stop) in
      try a.tick()
      let record = try record(&a)
      guard let node = find(record, a) else {
        let value = try a.context.absentValue(of: field, in: record)
        if case .opaque(name, let bits) = value.payload { return bits }
        throw .error(.noSuchOverload(field.name).placed(at: id))
      }
      let document = a.documents[Int(node.document)]
      guard document.kind(of: node.node).isScalar,
        let bits = a.context.schema.opaqueTypes[name]?.read(document, node.node)
      else { throw .unreadable(node) }
      return bits
    }
  }

  private var recordNode: Run<NodeReference> {
    { [self] (a) throws(Stop) in
      try a.tick()
      let record = try record(&a)
      guard let node = find(record, a) else {
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
      guard let node = find(record, a) else {
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
      guard let node = find(record, a) else {
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

  fileprivate var int: Int64? {
    if case .int(let number) = payload { return number }
    return nil
  }

  fileprivate var double: Double? {
    if case .double(let number) = payload { return number }
    return nil
  }
}
