internal import DocumentArena

// Fields of records and members of containers, read on demand.
extension EvaluationContext {
  /// The node of a field, nil when the field is absent: not written, null, a text that says
  /// nothing, or a list that holds nothing where that counts as absent.
  func node(of field: FieldDeclaration, in record: NodeReference) -> NodeReference? {
    guard let document = document(of: record),
      let child = document.child(of: record.node, field.key)
    else { return nil }
    let node = document.node(child)
    if node.kind == .null { return nil }
    if node.kind == .string, let isBlank = field.isBlank, isBlank(document, child) { return nil }
    if !node.kind.isScalar, field.isEmpty(node.kind, child, document) { return nil }
    return NodeReference(document: record.document, node: child)
  }

  /// The value of a field of a record node.
  func select(_ field: FieldDeclaration, in record: NodeReference) throws(Stop) -> Value {
    if let node = node(of: field, in: record) { return try read(node, as: field.type) }
    return try absentValue(of: field, in: record)
  }

  /// What an absent field gives.
  func absentValue(of field: FieldDeclaration, in record: NodeReference) throws(Stop) -> Value {
    switch field.absent {
    case .emptyList: return Value(.list(.elements([])))
    case .value(let value): return value
    case .unknown:
      if case .optional = field.type { return Value(.optional(.none)) }
      throw .absent(record, [.key(field.name)])
    }
  }

  /// `operand.field` on any value.
  func select(_ name: String, of operand: Value) throws(Stop) -> Value {
    switch operand.payload {
    case .record(let type):
      let (field, origin) = try declaration(name, type, operand)
      return try select(field, in: origin)
    case .map(let map):
      if let value = try lookUp(Value(.string(name)), in: map) { return value }
      throw .error(.noSuchKey(name))
    case .optional(.some(let value)):
      guard let found = try selectIfPresent(name, of: value) else {
        return Value(.optional(.none))
      }
      return Value(.optional(.some(found)))
    case .optional(.none): return operand
    case .unknown, .error: return try operand.settled()
    default: throw .error(.noSuchField(name))
    }
  }

  /// The field of any value, nil when it is absent: `has()` and `.?`.
  func selectIfPresent(_ name: String, of operand: Value) throws(Stop) -> Value? {
    switch operand.payload {
    case .record(let type):
      let (field, origin) = try declaration(name, type, operand)
      guard let node = node(of: field, in: origin) else { return nil }
      return try read(node, as: field.type)
    case .map(let map): return try lookUp(Value(.string(name)), in: map)
    case .optional(.some(let value)): return try selectIfPresent(name, of: value)
    case .optional(.none): return nil
    case .unknown, .error: return try operand.settled()
    default: throw .error(.noSuchField(name))
    }
  }

  /// `has(operand.field)`: never unknown for the field itself, even when it cannot be read.
  func has(_ name: String, in operand: Value) throws(Stop) -> Bool {
    switch operand.payload {
    case .record(let type):
      let (field, origin) = try declaration(name, type, operand)
      return node(of: field, in: origin) != nil
    case .map(.node(let reference, let type)):
      return member(name, of: reference, type) != nil
    case .optional(.some(let value)): return try has(name, in: value)
    default: return try selectIfPresent(name, of: operand) != nil
    }
  }

  private func declaration(
    _ name: String,
    _ type: String,
    _ operand: Value
  ) throws(Stop) -> (FieldDeclaration, NodeReference) {
    guard let field = schema.records[type]?.fields[name], let origin = operand.origin else {
      throw .error(.noSuchField(name))
    }
    return (field, origin)
  }
}

// MARK: - Lists and maps

extension EvaluationContext {
  /// The number of elements.
  func count(_ list: ListValue) -> Int {
    switch list {
    case .elements(let elements): elements.count
    case .node(let reference, _): document(of: reference)?.count(of: reference.node) ?? 0
    }
  }

  /// The number of entries.
  func count(_ map: MapValue) -> Int {
    switch map {
    case .entries(let entries): entries.count
    case .node(let reference, _): document(of: reference)?.count(of: reference.node) ?? 0
    }
  }

  /// All elements; unknowns among them merge and win.
  func settledElements(_ list: ListValue) throws(Stop) -> [Value] {
    switch list {
    case .elements(let elements): return elements
    case .node:
      let values = elements(of: Value(.list(list))) ?? []
      var stop: Stop?
      for value in values {
        do throws(Stop) { _ = try value.settled() } catch { stop.merge(error) }
      }
      if let stop { throw stop }
      return values
    }
  }

  /// The element at an index, nil outside the list; the cost in a list node is linear.
  func element(_ index: Int, of list: ListValue) throws(Stop) -> Value? {
    guard index >= 0, index < count(list) else { return nil }
    switch list {
    case .elements(let elements): return elements[index]
    case .node(let reference, let type):
      guard let document = document(of: reference) else { return nil }
      var children = document.children(of: reference.node)
      for _ in 0..<index { _ = children.next() }
      guard let child = children.next() else { return nil }
      return try read(NodeReference(document: reference.document, node: child), as: type)
    }
  }

  /// All entries; unknowns among them merge and win.
  func settledEntries(_ map: MapValue) throws(Stop) -> [(key: Value, value: Value)] {
    switch map {
    case .entries(let entries): return entries.entries
    case .node:
      let entries = entries(of: Value(.map(map))) ?? []
      var stop: Stop?
      for entry in entries {
        do throws(Stop) { _ = try entry.value.settled() } catch { stop.merge(error) }
      }
      if let stop { throw stop }
      return entries
    }
  }

  /// The value under a key, nil when there is none.
  func lookUp(_ key: Value, in map: MapValue) throws(Stop) -> Value? {
    switch map {
    case .entries(let entries): return entries[key]
    case .node(let reference, let type):
      guard let name = MapKey(lookingUp: key)?.text, let node = member(name, of: reference, type)
      else { return nil }
      return try read(node, as: type)
    }
  }

  private func member(_ name: String, of map: NodeReference, _ type: CELType) -> NodeReference? {
    guard let document = document(of: map), let child = document.child(of: map.node, name) else {
      return nil
    }
    // Null is a value where anything may stand, and absent where a type is asked for.
    if type != .dyn, type != .null, document.kind(of: child) == .null { return nil }
    return NodeReference(document: map.document, node: child)
  }
}

extension MapKey {
  /// The key as it is written in a document.
  var text: String {
    switch self {
    case .bool(let flag): flag ? "true" : "false"
    case .int(let number): String(number)
    case .uint(let number): String(number)
    case .string(let text): text.string
    }
  }
}
