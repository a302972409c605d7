// Findings is what an evaluation says: outcomes of rules, findings with their places, and nothing
// about how they were computed or how they will look. Reports, scores and later rounds read it.

public import Diagnostics
public import DocumentArena
public import SourceText

/// What became of a rule, or of one part of it.
public enum Outcome: String, Sendable, CaseIterable {
  /// All that was asked for is there.
  case pass
  /// Something asked for is missing or wrong.
  case fail
  /// Data that the check needs is missing.
  case unknown
  /// Nothing was asked of this submission; always with a reason.
  case notApplicable = "not-applicable"
  /// A person must judge.
  case notChecked = "not-checked"
  /// A failure that a valid waiver sets aside.
  case waived
  /// The check could not be computed: a fault of the rule.
  case error
  /// The profile leaves the rule out.
  case notSelected = "not-selected"
}

/// Why a rule, or a part of it, is not applicable.
public enum NotApplicableReason: String, Sendable, CaseIterable {
  /// The kind of submission.
  case kind
  /// The job.
  case job
  /// The stage is not reached.
  case stage
  /// The rule is not in force in the fiscal year.
  case inForce = "in-force"
  /// The rule's `when` does not hold.
  case when
  /// The list has no elements, or none that `where` lets through.
  case noElements = "no-elements"
  /// The later step is not recorded.
  case notRecorded = "not-recorded"
  /// No period is due.
  case notDue = "not-due"
  /// The other submission was not supplied.
  case notSupplied = "not-supplied"
  /// No edition of the plan is in force.
  case noEdition = "no-edition"
}

/// A place in a submission that a finding points at.
public struct FindingPlace: Hashable, Sendable {
  /// The file as shown to people.
  public let file: String

  /// The full path, also of what is absent: `projects[2].schedule`.
  public let path: DocumentPath

  /// Where it stands: the value, its key, or for something absent the nearest thing that exists.
  public let position: SourcePosition?

  /// How many scalars the caret underlines.
  public let length: UInt32

  /// Whether the path itself is absent, and the position is that of its nearest parent.
  public let isAbsent: Bool

  /// What people call the place: `โครงการที่ 2 งบประมาณ`.
  public let label: LocalizedText

  /// What the position stands for: a line of a text, a cell, or a paragraph.
  public let scheme: PlaceScheme

  /// Makes a place.
  public init(
    file: String,
    path: DocumentPath,
    position: SourcePosition?,
    length: UInt32,
    isAbsent: Bool,
    label: LocalizedText,
    scheme: PlaceScheme = .lines
  ) {
    self.file = file
    self.path = path
    self.position = position
    self.length = length
    self.isAbsent = isAbsent
    self.label = label
    self.scheme = scheme
  }

  /// The line and column, for files that have them.
  public var linePosition: SourcePosition? { scheme == .lines ? position : nil }
}
