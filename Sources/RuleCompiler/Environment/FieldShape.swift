package import Submissions

/// What a path leads to, as the kind describes it: finer than a CEL type, which does not know codes,
/// labels or years.
package struct FieldShape: Sendable {
  /// The type.
  package let type: FieldType
  /// The kind whose records and code lists the type names.
  package let owner: SubmissionKind
  /// The field, nil for an element of a list.
  package let field: Field?

  package init(type: FieldType, owner: SubmissionKind, field: Field? = nil) {
    self.type = type
    self.owner = owner
    self.field = field
  }

  /// The record of the type, when it is one.
  package var record: RecordType? {
    guard case .record(let name) = type else { return nil }
    return owner.records[name]
  }

  /// A field of the record; the free keys of a mapping all lead to its value type.
  package func member(_ name: String) -> FieldShape? {
    if case .map(let value) = type { return FieldShape(type: value, owner: owner) }
    return record?.field(name).map { FieldShape(type: $0.type, owner: owner, field: $0) }
  }

  /// An element of the list.
  package var element: FieldShape? {
    guard case .list(let element) = type else { return nil }
    return FieldShape(type: element, owner: owner, field: nil)
  }

  /// The closed code list of the type, or of its elements.
  package var codes: CodeList? {
    switch type {
    case .code(let name): owner.codeLists[name]
    case .list(let element): FieldShape(type: element, owner: owner).codes
    default: nil
    }
  }

  /// The catalogue of the type, or of its elements.
  package var catalogue: String? {
    switch type {
    case .catalogue(let id): id
    case .list(let element): FieldShape(type: element, owner: owner).catalogue
    default: nil
    }
  }

  /// Whether it is a list.
  package var isList: Bool {
    if case .list = type { return true }
    return false
  }

  /// Whether it is a mapping of keys that people choose.
  var isMap: Bool {
    if case .map = type { return true }
    return false
  }
}

extension FieldShape {
  /// A code of a catalogue.
  package static func codes(of catalogue: String, in kind: SubmissionKind) -> FieldShape {
    FieldShape(type: .catalogue(catalogue), owner: kind)
  }
}
