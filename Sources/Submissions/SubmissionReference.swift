public import DocumentArena
import SourceText

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
  /// What is looked for: what is written, or the round before or after as `id#round`.
  ///
  /// An id is the same in all rounds (requirements, section F), so where a round is asked for the
  /// submission's own id cannot mean the submission itself.
  public let sought: String
}

extension Submission {
  /// The values that name other submissions, in the order of the fields of the kind.
  public var references: [SubmissionReference] {
    var walk = ReferenceWalk(document: document, kind: kind, id: id, round: round)
    walk.visit(kind.root, at: document.root, DocumentPath())
    return walk.found
  }
}

extension Field.SubmissionName {
  /// Whether a submission is of a kind that may be named there.
  package func isOfRightKind(_ other: Submission, for own: Submission) -> Bool {
    switch self {
    case .any: true
    case .kinds(let kinds): other.isKindKnown && kinds.contains(other.kind.id)
    case .earlierRound, .laterRound: other.kind.id == own.kind.id
    }
  }

  /// Whether a submission is of a kind, and a round, that may be named there.
  package func serves(_ other: Submission, for own: Submission) -> Bool {
    guard isOfRightKind(other, for: own) else { return false }
    return switch self {
    case .any, .kinds: true
    case .earlierRound: other.round < own.round
    case .laterRound: other.round > own.round
    }
  }
}

/// Goes through the fields of a kind that name submissions, or lead to some that do.
private struct ReferenceWalk {
  let document: Document
  let kind: SubmissionKind
  let id: String?
  let round: Int
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
      let written = document.text(of: node)
      found.append(
        SubmissionReference(
          path: path,
          node: node,
          written: written,
          target: target,
          sought: sought(written, target)
        )
      )
    }
  }

  private func sought(_ written: String, _ target: Field.SubmissionName) -> String {
    guard let id, written.hasSameBytes(as: id) else { return written }
    return switch target {
    case .earlierRound where round > 1: RoundID.text(id, round - 1)
    case .laterRound: RoundID.text(id, round + 1)
    default: written
    }
  }
}

extension NodeKind {
  fileprivate var isContainer: Bool { self == .list || self == .map }
}
