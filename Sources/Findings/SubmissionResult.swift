public import Diagnostics
public import DocumentArena

/// What became of one submission: the value that everything after evaluation reads.
public struct SubmissionResult: Sendable {
  /// The header of the submission, as far as it could be read.
  public let header: SubmissionHeader

  /// What is wrong with the form.
  public let structure: [Finding]

  /// How many more findings there are on the form than are kept, by code.
  public let structureLeftOut: [LeftOut]

  /// The rules, in the order of their ids.
  public let rules: [RuleResult]

  /// Waivers for this submission that matched nothing or are out of date.
  public let idleWaivers: [LocalizedText]

  /// What became of the remarks of the earlier resolution and of comments, in their order.
  package(set) public var remarks: [RemarkAnswer]

  /// What it serves, plan by plan; nil when that was not asked for, or the kind has no links.
  public let alignment: AlignmentTable?

  /// What the submission itself says and papers repeat; nil when that was not asked for.
  public let record: SubmissionRecord?

  /// How many findings of a code were counted without their details.
  public struct LeftOut: Hashable, Sendable {
    /// The code.
    public let code: String

    /// How many.
    public let count: Int

    /// Names a number.
    public init(code: String, count: Int) {
      self.code = code
      self.count = count
    }
  }

  /// Makes a result.
  public init(
    header: SubmissionHeader,
    structure: [Finding],
    structureLeftOut: [LeftOut] = [],
    rules: [RuleResult],
    idleWaivers: [LocalizedText] = [],
    remarks: [RemarkAnswer] = [],
    alignment: AlignmentTable? = nil,
    record: SubmissionRecord? = nil
  ) {
    self.header = header
    self.structure = structure
    self.structureLeftOut = structureLeftOut
    self.rules = rules
    self.idleWaivers = idleWaivers
    self.remarks = remarks
    self.alignment = alignment
    self.record = record
  }
}

/// The header of a submission, for reports.
public struct SubmissionHeader: Sendable {
  /// The file.
  public let file: String
  /// The id.
  public let id: String?
  /// The title.
  public let title: String?
  /// The kind's id.
  public let kind: String?
  /// The kind's name.
  public let kindTitle: LocalizedText?
  /// The job.
  public let job: Int?
  /// The stage under which it was judged.
  public let stage: String
  /// The stage's name.
  public let stageTitle: LocalizedText
  /// The round.
  public let round: Int
  /// The fiscal year, Buddhist Era.
  public let fiscalYear: Int?
  /// The name of the submitter.
  public let submitter: String?
  /// The lines of the file, for snippets; empty when the report must not carry them.
  public let document: Document?
  /// The id of the earlier round, as written.
  public let previousID: String?
  /// The surroundings of places, of a saved report whose file is not at hand.
  public let excerpts: [FindingPlace: SavedExcerpt]

  /// Makes a header.
  public init(
    file: String,
    id: String?,
    title: String?,
    kind: String?,
    kindTitle: LocalizedText?,
    job: Int?,
    stage: String,
    stageTitle: LocalizedText,
    round: Int,
    fiscalYear: Int?,
    submitter: String?,
    document: Document?,
    previousID: String? = nil,
    excerpts: [FindingPlace: SavedExcerpt] = [:]
  ) {
    self.file = file
    self.id = id
    self.title = title
    self.kind = kind
    self.kindTitle = kindTitle
    self.job = job
    self.stage = stage
    self.stageTitle = stageTitle
    self.round = round
    self.fiscalYear = fiscalYear
    self.submitter = submitter
    self.document = document
    self.previousID = previousID
    self.excerpts = excerpts
  }
}
