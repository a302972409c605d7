import SourceText

/// The kinds of submission of a rule set.
public struct KindSet: Sendable {
  /// The fields that all kinds share, as a kind that serves no job; it stands in for unknown kinds.
  public let envelope: SubmissionKind

  /// The kinds in the order in which the envelope lists them.
  public let kinds: [SubmissionKind]

  /// Makes a set.
  public init(envelope: SubmissionKind, kinds: [SubmissionKind]) {
    self.envelope = envelope
    self.kinds = kinds
  }

  /// The kind of an id; there are few, the cost is linear.
  public subscript(id: String) -> SubmissionKind? {
    kinds.first { $0.id.hasSameBytes(as: id) }
  }

  /// The stages in order, from the envelope.
  public var stages: [CodeList.Code] { envelope.codeLists["stage"]?.codes ?? [] }

  /// A code list of the envelope or of any kind, for parameters.
  public func codeList(_ name: String) -> CodeList? {
    if let list = envelope.codeLists[name] { return list }
    for kind in kinds {
      if let list = kind.codeLists[name] { return list }
    }
    return nil
  }
}
