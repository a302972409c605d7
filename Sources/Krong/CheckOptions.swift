public import Diagnostics
public import PlanValues
public import Reporting
import RuleCompiler
public import SourceText

/// A step of a check that is done.
public enum CheckProgress: Hashable, Sendable {
  /// A file was read.
  case read
  /// A submission was judged, one of so many.
  case judged(of: Int)
}

/// What a check needs to know besides rules and submissions.
public struct CheckOptions: Sendable {
  /// The day as of which is judged.
  public var asOf: CalendarDate

  /// Whether a person named the day; reports say so when it is only today.
  public var isDateGiven: Bool

  /// The stage, by its code, as if which is judged; nil for each submission's own.
  public var stage: String?

  /// A folder (or file) of other submissions that these may refer to.
  public var docket: String?

  /// The mapping by which workbooks and Word documents are read: its name, the code of a kind, or a file;
  /// nil for the one that fits best.
  public var mapping: String?

  /// Whether the report carries the alignment table, for which the items of plans are read.
  public var makesAlignmentTable: Bool

  /// Whether the files that submissions name are looked into although no rule asks for them.
  public var readsAttachments = false

  /// The folders in which the programs that read PDF files are looked for; nil for the usual ones.
  public var programFolders: [String]?

  /// Whether the report carries what the submissions themselves say, for papers.
  public var makesRecord: Bool

  /// Told after each step, from any thread, several at once; for people who wait.
  public var onProgress: (@Sendable (CheckProgress) -> Void)?

  /// Makes options.
  public init(
    asOf: CalendarDate,
    isDateGiven: Bool = true,
    stage: String? = nil,
    docket: String? = nil,
    mapping: String? = nil,
    makesAlignmentTable: Bool = false,
    makesRecord: Bool = false
  ) {
    self.asOf = asOf
    self.isDateGiven = isDateGiven
    self.stage = stage
    self.docket = docket
    self.mapping = mapping
    self.makesAlignmentTable = makesAlignmentTable
    self.makesRecord = makesRecord
  }
}

/// What came of a check.
public struct Check: Sendable {
  /// The report.
  public let report: Report

  /// What is doubtful about rules, settings and waivers; they were used all the same.
  public let warnings: [Diagnostic]

  /// The files that were read, for the lines that problems and warnings point at.
  public let sources: [SourceFile]

  /// The files of folders that were passed over, because their names say that they stand beside
  /// submissions (`NAME.expected.yaml`, `NAME.test.yaml`), and office files that are no submissions.
  public let setAside: [String]

  /// What it was made with.
  ///
  /// Kept so that a program that ends right after a check need not take it apart.
  let rules: CompiledRuleSet
}
