internal import DocumentArena

// Reading nodes as values. A scalar that cannot be read as its type is unknown at its node: what is
// wrong with it is a finding of the reader, and a rule can say nothing about it.
extension EvaluationContext {
  /// The value of a node, unknown at the node when it is not of the type.
  func read(_ reference: NodeReference, as type: CELType) throws(Stop) -> Value {
    guard let document = document(of: reference),
      let payload = payload(of: reference, in: document, as: type)
    else { throw .unreadable(reference) }
    return Value(payload, origin: reference)
  }

  private func payload(
    of reference: NodeReference,
    in document: Document,
    as type: CELType
  ) -> Value.Payload? {
    let kind = document.kind(of: reference.node)
    switch type {
    case .dyn, .parameter, .error: return dynamic(reference, kind, in: document)
    case .record(let name):
      let isRecord = kind == .map || schema.isBlankRecord?(document, reference.node) == true
      return isRecord ? .record(type: name) : nil
    case .list(let element):
      return kind == .list ? .list(.node(reference, element: element)) : nil
    case .map(_, let value): return kind == .map ? .map(.node(reference, value: value)) : nil
    case .opaque(let name, _):
      guard kind.isScalar else { return nil }
      return schema.opaqueTypes[name]?.read(document, reference.node)
        .map { .opaque(type: name, bits: $0) }
    case .optional(let wrapped):
      if kind == .null { return .optional(.none) }
      return payload(of: reference, in: document, as: wrapped)
        .map { .optional(.some(Value($0, origin: reference))) }
    default: return scalar(reference.node, kind, in: document, as: type)
    }
  }

  private func scalar(
    _ node: NodeID,
    _ kind: NodeKind,
    in document: Document,
    as type: CELType
  ) -> Value.Payload? {
    switch type {
    case .null: return kind == .null ? .null : nil
    case .bool: return ScalarReading.bool(node, kind, in: document).map { .bool($0) }
    case .int: return schema.int(node, kind, in: document).map { .int($0) }
    case .uint: return ScalarReading.uint(node, kind, in: document).map { .uint($0) }
    case .double: return ScalarReading.double(node, kind, in: document).map { .double($0) }
    case .string: return kind.isText ? .string(document.text(of: node)) : nil
    case .bytes: return kind.isText ? .bytes(Array(document.bytes(of: node))) : nil
    case .timestamp:
      return kind == .string
        ? Timestamp(parsing: document.text(of: node)).map(\.payload) : nil
    case .duration:
      return kind == .string ? TimeSpan(parsing: document.text(of: node)).map(\.payload) : nil
    default: return nil
    }
  }

  private func dynamic(
    _ reference: NodeReference,
    _ kind: NodeKind,
    in document: Document
  ) -> Value.Payload? {
    switch kind {
    case .null: .null
    case .bool: ScalarReading.bool(reference.node, kind, in: document).map { .bool($0) }
    case .int:
      ScalarReading.int(reference.node, kind, in: document).map { .int($0) }
        ?? ScalarReading.uint(reference.node, kind, in: document).map { .uint($0) }
    case .double: ScalarReading.double(reference.node, kind, in: document).map { .double($0) }
    case .string: .string(document.text(of: reference.node))
    case .list: .list(.node(reference, element: .dyn))
    case .map: .map(.node(reference, value: .dyn))
    }
  }
}

// MARK: - Scalars

/// Reads scalars as the types of CEL; nil when the text is none of the type.
enum ScalarReading {
  static func bool(_ node: NodeID, _ kind: NodeKind, in document: Document) -> Bool? {
    guard kind == .bool else { return nil }
    return document.bytes(of: node).first.map { $0 | 0x20 == UInt8(ascii: "t") }
  }

  static func int(_ node: NodeID, _ kind: NodeKind, in document: Document) -> Int64? {
    guard kind == .int || kind == .string else { return nil }
    return IntegerText.int64(document.bytes(of: node), anyBase: kind == .int)
  }

  static func uint(_ node: NodeID, _ kind: NodeKind, in document: Document) -> UInt64? {
    guard kind == .int || kind == .string else { return nil }
    return IntegerText.uint64(document.bytes(of: node), anyBase: kind == .int)
  }

  static func double(_ node: NodeID, _ kind: NodeKind, in document: Document) -> Double? {
    switch kind {
    case .int:
      if let number = int(node, kind, in: document) { return Double(number) }
      return DoubleText.parse(document.text(of: node))
    case .double: return DoubleText.parse(yaml: document.text(of: node))
    default: return nil
    }
  }
}

extension NodeKind {
  /// Whether the node is neither list nor mapping.
  var isScalar: Bool { self != .list && self != .map }

  /// Whether the node can be read as a text: numbers can, true and false cannot.
  var isText: Bool { isScalar && self != .null && self != .bool }
}

extension Stop {
  /// Data that stands in the document and cannot be read.
  static func unreadable(_ reference: NodeReference) -> Stop {
    .unknown(UnknownSet([UnknownSet.Missing(base: reference, steps: [])]))
  }

  /// Data that the document does not have.
  static func absent(_ base: NodeReference?, _ steps: [DocumentPath.Step]) -> Stop {
    .unknown(UnknownSet([UnknownSet.Missing(base: base, steps: steps)]))
  }

  /// The same stop for something one step further down: the places that are missing grow by the
  /// step; what is unreadable stays, and is what the thing would stand inside of.
  func extended(by step: DocumentPath.Step) -> Stop {
    guard case .unknown(let set) = self else { return self }
    let places = set.missing.map { place in
      place.steps.isEmpty
        ? UnknownSet.Missing(base: place.base, steps: [], isInside: true)
        : UnknownSet.Missing(base: place.base, steps: place.steps + [step])
    }
    return .unknown(UnknownSet([]).merging(UnknownSet(places)))
  }
}
