public import DocumentArena

/// What functions of the host may look at beside their arguments: the documents, and how the
/// environment reads their nodes.
///
/// Cheap to copy (two references).
public struct EvaluationContext: Sendable {
  /// The documents of the activation; 0 is the submission.
  public let documents: [Document]

  /// The records and value types of the environment.
  let schema: Schema

  init(documents: [Document], schema: Schema) {
    self.documents = documents
    self.schema = schema
  }

  /// A context for documents in an environment, to read or print values outside an evaluation.
  public init(documents: [Document], environment: Environment) {
    self.init(documents: documents, schema: Schema(environment))
  }

  /// The document that a reference points into, nil when the activation does not have it.
  public func document(of reference: NodeReference) -> Document? {
    let index = Int(reference.document)
    return index < documents.count ? documents[index] : nil
  }

  /// The field of a record as the expression `record.field` would give it, unknown when absent.
  public func field(_ name: String, of record: Value) -> Value {
    do {
      return try select(name, of: record)
    } catch {
      return error.value
    }
  }

  /// The value of a node read as a type, unknown when it cannot be read so.
  public func value(at reference: NodeReference, as type: CELType) -> Value {
    do {
      return try read(reference, as: type)
    } catch {
      return error.value
    }
  }

  /// The elements of a list, nil for other values; unknown and error elements stand for themselves.
  ///
  /// The cost is linear in the number of elements.
  public func elements(of value: Value) -> [Value]? {
    guard case .list(let list) = value.payload else { return nil }
    switch list {
    case .elements(let elements): return elements
    case .node(let reference, let type):
      guard let document = document(of: reference) else { return [] }
      return document.children(of: reference.node).map {
        self.value(at: NodeReference(document: reference.document, node: $0), as: type)
      }
    }
  }

  /// The entries of a map in order, nil for other values; keys of mapping nodes are strings.
  public func entries(of value: Value) -> [(key: Value, value: Value)]? {
    guard case .map(let map) = value.payload else { return nil }
    switch map {
    case .entries(let entries): return entries.entries
    case .node(let reference, let type):
      guard let document = document(of: reference) else { return [] }
      return document.children(of: reference.node).map { child in
        let child = NodeReference(document: reference.document, node: child)
        return (Value(.string(document.keyName(of: child.node))), self.value(at: child, as: type))
      }
    }
  }

  /// Whether two values are equal as `==` says; nil when that cannot be known.
  public func equal(_ a: Value, _ b: Value) -> Bool? {
    try? areEqual(a, b)
  }

  /// The text of a value as `string()` and messages write it.
  public func text(of value: Value) -> String {
    printed(value)
  }
}

/// What the planner and the values need of an environment, shared by reference.
final class Schema: Sendable {
  let records: RecordTable
  let opaqueTypes: [String: OpaqueTypeDeclaration]
  let readInteger: (@Sendable (Document, NodeID) -> Int64?)?
  let isBlankRecord: (@Sendable (Document, NodeID) -> Bool)?

  init(_ environment: Environment) {
    records = environment.records
    opaqueTypes = environment.opaqueTypes
    readInteger = environment.readInteger
    isBlankRecord = environment.isBlankRecord
  }

  /// A whole number: as CEL writes it, else as the host reads it.
  func int(_ node: NodeID, _ kind: NodeKind, in document: Document) -> Int64? {
    if let number = ScalarReading.int(node, kind, in: document) { return number }
    guard kind.isText, let readInteger else { return nil }
    return readInteger(document, node)
  }
}
