public import DocumentArena

/// A value of a submission that names another submission by its id.
public struct SubmissionReference: Sendable {
  /// The way to the value.
  public let path: DocumentPath
  /// The value.
  public let node: NodeID
  /// What is written there.
  public let written: String
  /// Which submission it should be.
  public let target: Field.SubmissionName
}

extension Submission {
  /// The values that name other submissions, in the order of the fields of the kind.
  public var references: [SubmissionReference] {
    var walk = ReferenceWalk(document: document, kind: kind)
    walk.visit(kind.root, at: document.root, DocumentPath())
    return walk.found
  }
}

/// Goes through the fields of a kind that name submissions, or lead to some that do.
private struct ReferenceWalk {
  let document: Document
  let kind: SubmissionKind
  var found: [SubmissionReference] = []

  mutating func visit(_ record: RecordType, at node: NodeID, _ path: DocumentPath) {
    for field in record.fields {
      guard let child = document.child(of: node, field.name), !document.isBlank(child) else {
        continue
      }
      visit(field, field.type, at: child, path.appending(field.name))
    }
  }

  private mutating func visit(
    _ field: Field,
    _ type: FieldType,
    at node: NodeID,
    _ path: DocumentPath
  ) {
    switch type {
    case .list(let element):
      guard element.isContainer, document.kind(of: node) == .list else { return }
      for (index, child) in document.children(of: node).enumerated() {
        visit(field, element, at: child, path.appending(index))
      }
    case .record(let name):
      guard document.kind(of: node) == .map, let record = kind.records[name] else { return }
      visit(record, at: node, path)
    default:
      guard let target = field.namesSubmission, !document.kind(of: node).isContainer else { return }
      found.append(
        SubmissionReference(
          path: path,
          node: node,
          written: document.text(of: node),
          target: target
        )
      )
    }
  }
}

extension NodeKind {
  fileprivate var isContainer: Bool { self == .list || self == .map }
}
