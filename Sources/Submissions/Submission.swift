public import DocumentArena

/// A submission: a document read as one of the kinds, with what is wrong with its form.
///
/// Nothing of the document is changed or lost; rules see blank fields through their defaults.
public struct Submission: Sendable {
  /// The document.
  public let document: Document

  /// The kind; nil when the document names none that is known (only the envelope is then read).
  public let kind: SubmissionKind

  /// Whether ``kind`` is the one that the document names; false when it stands in for an unknown one.
  public let isKindKnown: Bool

  /// The id, as written; nil when blank.
  public let id: String?

  /// The job; nil when blank or unreadable.
  public let job: Int?

  /// The stage, as its position in the list of stages; `draft` when blank or unknown.
  public let stage: Int

  /// The round, 1 when blank.
  public let round: Int

  /// What blank fields of the submission itself stand for: defaults and values that follow from the
  /// job, by field name.
  public let standIns: [String: Field.Constant]

  /// What is wrong with the form, in document order.
  public let structureFindings: [StructureFinding]

  /// What else is wrong with the form, counted beyond the bound of ``CheckLimits``.
  public let structureLeftOut: [StructureLeftOut]

  /// Makes a submission; ``SubmissionReader`` does.
  public init(
    document: Document,
    kind: SubmissionKind,
    isKindKnown: Bool,
    id: String?,
    job: Int?,
    stage: Int,
    round: Int,
    standIns: [String: Field.Constant],
    structureFindings: [StructureFinding],
    structureLeftOut: [StructureLeftOut] = []
  ) {
    self.document = document
    self.kind = kind
    self.isKindKnown = isKindKnown
    self.id = id
    self.job = job
    self.stage = stage
    self.round = round
    self.standIns = standIns
    self.structureFindings = structureFindings
    self.structureLeftOut = structureLeftOut
  }
}

/// How many findings of a code were counted without their details.
public struct StructureLeftOut: Hashable, Sendable {
  /// The code.
  public let code: StructureCode

  /// How many.
  public let count: Int
}

/// One thing wrong with the form of a submission.
public struct StructureFinding: Sendable {
  /// Which.
  public let code: StructureCode

  /// The node at fault.
  public let node: NodeID

  /// Whether the key is at fault, not the value.
  public let pointsAtKey: Bool

  /// What the placeholders of the sentence stand for: `value`, `type`, `job`, `kind`.
  public let values: [String: String]

  /// Another node that has to do with it, such as the first of two equal ids.
  public let related: NodeID?

  /// Makes a structure finding.
  public init(
    _ code: StructureCode,
    at node: NodeID,
    pointsAtKey: Bool = false,
    values: [String: String] = [:],
    related: NodeID? = nil
  ) {
    self.code = code
    self.node = node
    self.pointsAtKey = pointsAtKey
    self.values = values
    self.related = related
  }
}
