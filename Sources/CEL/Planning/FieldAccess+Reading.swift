internal import DocumentArena

/// What a field of a record gave.
enum FieldReading {
  case value(Int64)
  case absent
  case unreadable(NodeID)
}

// Whole numbers and values of the host's types: the hot forms.
extension FieldAccess {
  typealias BitsReader = @Sendable (Document, NodeID) -> Int64?

  /// How the host reads its values; nil for fields of other types.
  var bitsReader: BitsReader? {
    guard case .opaque(let name, _) = field.type else { return nil }
    if let type = schema.opaqueTypes[name] { return type.read }
    return { _, _ in nil }
  }

  /// Whether another access reads the same field of the same variable.
  func readsSame(as other: FieldAccess) -> Bool {
    slot != nil && slot == other.slot && key == other.key && field.type == other.field.type
  }

  /// The whole number that stands under the key.
  @inline(__always)
  func intReading(_ child: NodeID?, _ document: Document) -> FieldReading {
    guard let child else { return .absent }
    let node = document.node(child)
    if node.kind == .int, let number = document.shortDecimal(node) { return .value(number) }
    return unusualInt(child, document)
  }

  /// A number that is absent, written in another way, or none.
  @inline(never)
  private func unusualInt(_ child: NodeID, _ document: Document) -> FieldReading {
    guard isThere(child, document) else { return .absent }
    let number = schema.int(child, document.kind(of: child), in: document)
    return number.map { .value($0) } ?? .unreadable(child)
  }

  /// The 64 bits of the value of the host's type that stands under the key.
  @inline(__always)
  func bitsReading(
    _ child: NodeID?,
    _ document: Document,
    _ read: BitsReader
  ) -> FieldReading {
    guard let child, isThere(child, document) else { return .absent }
    guard document.kind(of: child).isScalar, let bits = read(document, child) else {
      return .unreadable(child)
    }
    return .value(bits)
  }

  /// The whole number, without counting a step.
  @inline(__always)
  func int(_ a: inout Activation) throws(Stop) -> Int64 {
    let record = try record(&a)
    let child = a.child(of: record, key, at: place)
    let reading = a.with(record.document) { intReading(child, $0) }
    if case .value(let number) = reading { return number }
    return try missing(reading ?? .absent, record, a.context)
  }

  var steppedInt: Run<Int64> {
    { [self] (a) throws(Stop) in
      try a.tick()
      return try int(&a)
    }
  }

  func bits(_ name: String, _ read: @escaping BitsReader) -> Run<Int64> {
    { [self] (a) throws(Stop) in
      try a.tick()
      let record = try record(&a)
      let child = a.child(of: record, key, at: place)
      let reading = a.with(record.document) { bitsReading(child, $0, read) }
      if case .value(let bits) = reading { return bits }
      return try missing(reading ?? .absent, record, a.context)
    }
  }

  /// The default of a field that is absent, or what stops there.
  @inline(never)
  private func missing(
    _ reading: FieldReading,
    _ record: NodeReference,
    _ context: EvaluationContext
  ) throws(Stop) -> Int64 {
    if case .unreadable(let node) = reading {
      throw .unreadable(NodeReference(document: record.document, node: node))
    }
    switch (try context.absentValue(of: field, in: record).payload, field.type) {
    case (.int(let number), .int): return number
    case (.opaque(let name, let bits), .opaque(let declared, _)) where name == declared: return bits
    default: throw .error(.noSuchOverload(field.name).placed(at: id))
    }
  }
}

// MARK: - Other types

extension FieldAccess {
  var bool: Run<Bool> {
    { [self] (a) throws(Stop) in
      try a.tick()
      let record = try record(&a)
      guard let node = find(record, &a) else {
        if case .bool(let flag) = try a.context.absentValue(of: field, in: record).payload {
          return flag
        }
        throw .error(.noSuchOverload(field.name).placed(at: id))
      }
      let flag = a.with(node.document) {
        ScalarReading.bool(node.node, $0.kind(of: node.node), in: $0)
      }
      guard let flag, let flag else { throw .unreadable(node) }
      return flag
    }
  }

  var double: Run<Double> {
    { [self] (a) throws(Stop) in
      try a.tick()
      let record = try record(&a)
      guard let node = find(record, &a) else {
        if case .double(let number) = try a.context.absentValue(of: field, in: record).payload {
          return number
        }
        throw .error(.noSuchOverload(field.name).placed(at: id))
      }
      let number = a.with(node.document) {
        ScalarReading.double(node.node, $0.kind(of: node.node), in: $0)
      }
      guard let number, let number else { throw .unreadable(node) }
      return number
    }
  }

  var recordNode: Run<NodeReference> {
    { [self] (a) throws(Stop) in
      try a.tick()
      let record = try record(&a)
      if let node = child(of: record, ifOf: .map, &a) { return node }
      guard let node = find(record, &a) else {
        let value = try a.context.absentValue(of: field, in: record)
        if case .record = value.payload, let origin = value.origin { return origin }
        throw .error(.noSuchOverload(field.name).placed(at: id))
      }
      throw .unreadable(node)
    }
  }

  /// Only for comparisons with constants, where an absent field with a default is rare: its text
  /// has no node, so such fields have no fast form.
  var textNode: Run<NodeReference>? {
    if case .value = field.absent { return nil }
    return { [self] (a) throws(Stop) in
      try a.tick()
      let record = try record(&a)
      guard let node = find(record, &a) else {
        _ = try a.context.absentValue(of: field, in: record)
        throw .error(.noSuchOverload(field.name).placed(at: id))
      }
      guard a.kind(of: node).isText else { throw .unreadable(node) }
      return node
    }
  }

  /// The child under the key when it is of a kind: the usual case, told with one look at the node.
  @inline(__always)
  private func child(
    of record: NodeReference,
    ifOf kind: NodeKind,
    _ a: inout Activation
  ) -> NodeReference? {
    guard let child = a.child(of: record, key, at: place) else { return nil }
    let node = NodeReference(document: record.document, node: child)
    return a.kind(of: node) == kind ? node : nil
  }

  /// The node of a list that stands in the document, else ``Activation/noNode``: the list is then to
  /// be had through the general form.
  var listNode: Run<NodeReference> {
    { [self] (a) throws(Stop) in
      try a.tick()
      let record = try record(&a)
      if isPlainList, let node = child(of: record, ifOf: .list, &a) { return node }
      guard let node = find(record, &a) else {
        _ = try a.context.absentValue(of: field, in: record)
        return Activation.noNode
      }
      guard a.kind(of: node) == .list else { throw .unreadable(node) }
      return node
    }
  }

  func list(of element: CELType) -> Run<ListValue> {
    { [self, listNode] (a) throws(Stop) in
      let node = try listNode(&a)
      if node != Activation.noNode { return .node(node, element: element) }
      let record = try record(&a)
      let value = try a.context.absentValue(of: field, in: record)
      if case .list(let list) = value.payload { return list }
      throw .error(.noSuchOverload(field.name).placed(at: id))
    }
  }
}
