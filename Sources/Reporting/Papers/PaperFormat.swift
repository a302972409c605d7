public import Diagnostics
import Papers
import Spreadsheets
import WordDocuments

/// The formats of papers; a new one is a case here, a renderer of ``Paper`` and its snapshots.
public enum PaperFormat: String, Sendable, CaseIterable {
  /// One HTML file for screen, phone and paper, in all languages of the form.
  case html
  /// GitHub's Markdown.
  case md
  /// Rows and columns for spreadsheets: RFC 4180, UTF-8 with a mark, safe against formulas.
  case csv
  /// Word.
  case docx
  /// Excel: a sheet for each part, and the rows and columns for filters and sums.
  case xlsx

  /// The form where none is named.
  public var usualForm: PaperForm {
    switch self {
    case .html, .docx: .fullReport
    case .md, .csv, .xlsx: .findingList
    }
  }
}

extension Report {
  /// The report as a paper, as the bytes of a file.
  ///
  /// - Parameters:
  ///   - form: The form; nil for the usual one of the format.
  ///   - format: The format.
  ///   - language: The language; Thai for forms that exist in Thai only.
  /// - Returns: The bytes.
  /// - Throws: What the report lacks for the form, or the form for the format.
  public func paper(
    _ form: PaperForm?,
    as format: PaperFormat,
    language: Language
  ) throws(DiagnosticError) -> [UInt8] {
    let form = form ?? format.usualForm
    let paper = try paper(form, language: language)
    switch format {
    case .html:
      var papers = [paper]
      for other in form.languages where other != paper.language {
        papers.append(try self.paper(form, language: other))
      }
      return Array(HTMLPaper(papers).text.utf8)
    case .md: return Array(MarkdownPaper(paper).text.utf8)
    case .csv:
      guard let csv = CSVPaper(paper) else { throw PaperNeeds.noData(form, format) }
      return Array(csv.text.utf8)
    case .docx: return WordWriter(paper).bytes()
    case .xlsx: return WorkbookPaper(paper).bytes()
    }
  }
}

/// What a report can be written as: a report for people and programs, or a paper.
public enum OutputFormat: Sendable, Hashable, RawRepresentable, CaseIterable {
  /// A report.
  case report(ReportFormat)
  /// A paper.
  case paper(PaperFormat)

  /// Text for a terminal.
  public static let text = OutputFormat.report(.text)
  /// JSON for programs.
  public static let json = OutputFormat.report(.json)

  /// The formats of reports, then those of papers.
  public static let allCases =
    ReportFormat.allCases.map(OutputFormat.report) + PaperFormat.allCases.map(OutputFormat.paper)

  /// The name, such as `json` or `md`.
  public var rawValue: String {
    switch self {
    case .report(let format): format.rawValue
    case .paper(let format): format.rawValue
    }
  }

  /// The format of a name.
  public init?(rawValue: String) {
    if let format = ReportFormat(rawValue: rawValue) {
      self = .report(format)
    } else if let format = PaperFormat(rawValue: rawValue) {
      self = .paper(format)
    } else {
      return nil
    }
  }

  /// Whether it is a packed file, which says nothing on a terminal.
  public var isBinary: Bool { self == .paper(.docx) || self == .paper(.xlsx) }

  /// What keeps it from being printed on a terminal; nil for text.
  public var terminalProblem: Diagnostic? {
    guard isBinary else { return nil }
    return Diagnostic(
      .paperNotPrintable,
      .error,
      LocalizedText(
        th: "แฟ้ม \(rawValue) แสดงบนจอไม่ได้",
        en: "a \(rawValue) file cannot be shown on a terminal"
      ),
      at: Diagnostic.Place(file: "--format \(rawValue)", position: nil),
      help: LocalizedText(
        th: "เขียนลงแฟ้มด้วย --output \(rawValue)=ชื่อแฟ้ม.\(rawValue)",
        en: "write it to a file with --output \(rawValue)=NAME.\(rawValue)"
      )
    )
  }

  /// Whether it is a paper.
  public var isPaper: Bool {
    if case .paper = self { true } else { false }
  }

  /// Whether what is written needs the alignment table and what the submissions themselves say.
  public var carriesEverything: Bool {
    switch self {
    case .report(let format): format == .json
    case .paper: true
    }
  }
}

extension Report {
  /// The report in a format, as the bytes of a file.
  ///
  /// - Parameters:
  ///   - format: The format.
  ///   - form: The form of a paper; nil for the usual one, and without meaning for reports.
  ///   - options: The look of a report, and the language.
  /// - Returns: The bytes.
  /// - Throws: What keeps the paper from being made.
  public func output(
    as format: OutputFormat,
    form: PaperForm? = nil,
    options: ReportOptions = ReportOptions()
  ) throws(DiagnosticError) -> [UInt8] {
    switch format {
    case .report(let format): Array(formatted(as: format, options: options).utf8)
    case .paper(let format): try paper(form, as: format, language: options.language)
    }
  }
}
