public import Diagnostics
public import Scoring

/// The formats of reports; a new one is a case here, a reporter and its snapshots.
public enum ReportFormat: String, Sendable, CaseIterable {
  /// Text for people, on a terminal 80 columns wide.
  case text
  /// JSON for programs: `report/1`, described by `report.schema.json`.
  case json
  /// SARIF 2.1.0, for code hosts and editors.
  case sarif
  /// JUnit's XML, for continuous integration.
  case junit
  /// Annotations of GitHub Actions, one line each.
  case github
  /// The Test Anything Protocol, version 14.
  case tap
}

/// What a reader may choose about the look of a report; nothing here changes what it says.
public struct ReportOptions: Sendable {
  /// How much the text shows.
  public enum Detail: String, Sendable {
    /// One line a submission.
    case brief
    /// Everything that asks for something to be done.
    case normal
    /// All of it: every place, what is met, what is not applicable and why.
    case full
  }

  /// The language of what people read; JSON has both.
  public var language: Language

  /// How much the text shows.
  public var detail: Detail

  /// The score that the text shows; JSON has all.
  public var model: ScoringModel

  /// Whether the text has the alignment table; with ``Detail/full`` it has it in any case.
  public var showsAlignmentTable = false

  /// Whether the text has colours, as escape sequences of a terminal.
  public var hasColor: Bool

  /// The least width; names of families and sections need it.
  public static let leastColumns = 60

  /// The width in columns to which the text keeps, at least ``leastColumns``.
  public var columns: Int

  /// Makes options; the standard is plain Thai text for a terminal 80 columns wide.
  public init(
    language: Language = .th,
    detail: Detail = .normal,
    model: ScoringModel = .house,
    hasColor: Bool = false,
    columns: Int = 80
  ) {
    self.language = language
    self.detail = detail
    self.model = model
    self.hasColor = hasColor
    self.columns = columns
  }
}

extension Report {
  /// The report in a format; it ends with a line feed.
  public func formatted(
    as format: ReportFormat,
    options: ReportOptions = ReportOptions()
  ) -> String {
    switch format {
    case .text: TextReporter(options: options).text(of: self)
    case .json: JSONReporter().text(of: self)
    case .sarif: SARIFReporter(language: options.language).text(of: self)
    case .junit: CaseReporter(language: options.language).junit(of: self)
    case .github: GitHubReporter(language: options.language).text(of: self)
    case .tap: CaseReporter(language: options.language).tap(of: self)
    }
  }
}
