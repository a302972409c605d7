public import PlanValues
public import Reporting
public import Scoring
public import SourceText

/// What a check needs to know besides rules and submissions.
public struct CheckOptions: Sendable {
  /// The day as of which is judged.
  public var asOf: CalendarDate

  /// Whether a person named the day; reports say so when it is only today.
  public var isDateGiven: Bool

  /// The stage, by its code, as if which is judged; nil for each submission's own.
  public var stage: String?

  /// Which rules count in score and verdict.
  public var profile: Scorecard.Profile

  /// A folder (or file) of other submissions that these may refer to.
  public var docket: String?

  /// Whether the report carries the alignment table, for which the items of plans are read.
  public var makesAlignmentTable: Bool

  /// Makes options.
  public init(
    asOf: CalendarDate,
    isDateGiven: Bool = true,
    stage: String? = nil,
    profile: Scorecard.Profile = .full,
    docket: String? = nil,
    makesAlignmentTable: Bool = false
  ) {
    self.asOf = asOf
    self.isDateGiven = isDateGiven
    self.stage = stage
    self.profile = profile
    self.docket = docket
    self.makesAlignmentTable = makesAlignmentTable
  }
}

/// What came of a check.
public struct Check: Sendable {
  /// The report.
  public let report: Report

  /// The inputs that were read, for the lines that the report's problems point at.
  public let sources: [SourceFile]
}
