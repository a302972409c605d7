public import DocumentArena
public import PlanValues
public import RuleModel

/// What an evaluation needs beside rules and submissions; nothing of it is read from the clock or the
/// environment.
public struct EvaluationSettings: Sendable {
  /// A mapping in a document, such as the content of an office file.
  public struct Section: Sendable {
    /// The document.
    public let document: Document
    /// The mapping.
    public let node: NodeID

    /// Names a mapping.
    public init(document: Document, node: NodeID) {
      self.document = document
      self.node = node
    }
  }

  /// The day on which the submission is judged.
  public var asOf: CalendarDate

  /// The stage, by its code, under which it is judged; nil for its own.
  public var stage: String?

  /// What is set about the office: `province`, `academic_year` and `params`.
  public var office: Section?

  /// Parameter values by name, or by rule and name (`J01-PRC-001.min_days_ahead`); later sections
  /// come before earlier ones, the office before all of them.
  public var parameters: [Section]

  /// The waivers.
  public var waivers: [Waiver]

  /// What the profile makes of the rules; nil for nothing.
  public var tailoring: Tailoring?

  /// Whether the result carries the alignment table; it reads the graph of plans.
  public var makesAlignmentTable: Bool

  /// Whether the result carries what the submission itself says, for papers.
  public var makesRecord: Bool

  /// Makes settings.
  public init(
    asOf: CalendarDate,
    stage: String? = nil,
    office: Section? = nil,
    parameters: [Section] = [],
    waivers: [Waiver] = [],
    tailoring: Tailoring? = nil,
    makesAlignmentTable: Bool = false,
    makesRecord: Bool = false
  ) {
    self.asOf = asOf
    self.stage = stage
    self.office = office
    self.parameters = parameters
    self.waivers = waivers
    self.tailoring = tailoring
    self.makesAlignmentTable = makesAlignmentTable
    self.makesRecord = makesRecord
  }
}
