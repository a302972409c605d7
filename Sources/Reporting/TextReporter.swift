import Diagnostics
import Findings
import RuleModel
import Scoring
import SourceText

/// Writes a report for people: what to mend, where and why; then score and verdict.
struct TextReporter {
  let options: ReportOptions
  let words: ReportWords

  /// How many places of one rule are shown unless all are asked for.
  static let shownEntries = 20

  /// How many other places of one sort are named unless all are asked for.
  static let shownRelated = 3

  /// How many fixes are named unless all are asked for.
  static let shownFixes = 5

  init(options: ReportOptions) {
    self.options = options
    words = ReportWords(language: options.language)
  }

  func text(of report: Report) -> String {
    var canvas = TextCanvas(columns: options.columns, hasColor: options.hasColor)
    switch options.detail {
    case .brief:
      for submission in report.submissions { writeBrief(submission, &canvas) }
    case .normal, .full:
      for submission in report.submissions {
        write(submission, &canvas)
        canvas.blank()
      }
      writeDocket(report, &canvas)
      if let comparison = report.comparison {
        TextComparison(options: options).write(comparison, &canvas)
        canvas.blank()
      }
      if !report.submissions.isEmpty { write(report.receipt, &canvas) }
    }
    writeUnread(report.problems, &canvas)
    return canvas.text
  }

  private func write(_ submission: CheckedSubmission, _ canvas: inout TextCanvas) {
    let result = submission.result
    var lines = SourceLines(result.header)
    writeHead(result.header, &canvas)
    let structure = FindingGroup.ofStructure(result.structure)
    if !structure.isEmpty {
      let rest = result.structureLeftOut.reduce(0) { $0 + $1.count }
      section(words.structure, count: words.findings(result.structure.count + rest), &canvas)
      write(structure, &lines, &canvas)
      for left in result.structureLeftOut { writeLeftOut(left.count, of: left.code, &canvas) }
    }
    // By their numbers: a result is large, and most have nothing to say here.
    let told = result.rules.indices.filter { index in
      result.rules[index].outcome == .fail || !result.rules[index].findings.isEmpty
    }
    for family in Family.allCases {
      let results = told.filter { result.rules[$0].rule.family == family }
        .map { result.rules[$0] }
      let groups = FindingGroup.ofRules(results, .fail)
      guard !groups.isEmpty else { continue }
      section(words.family(family), count: words.rules(Set(groups.map(\.id)).count), &canvas)
      write(groups, &lines, &canvas)
      for result in results where result.outcome == .fail {
        writeLeftOut(result.leftOut, of: result.rule.id, &canvas)
      }
    }
    if submission.failures.isEmpty {
      canvas.blank()
      canvas.paragraph(words.noFindings, .good)
    }
    writeUnjudged(result, &lines, &canvas)
    writeWaived(result, &lines, &canvas)
    if result.header.round > 1 {
      RemarkTable(options: options, words: words).write(result.remarks, &canvas)
    }
    writeOutOfScope(result, &canvas)
    if let table = result.alignment, options.showsAlignmentTable || options.detail == .full {
      AlignmentTableText(reporter: self, table: table).write(&canvas)
    }
    writeScore(submission, &canvas)
    writeVerdict(submission, &canvas)
  }

  private func writeHead(_ header: SubmissionHeader, _ canvas: inout TextCanvas) {
    canvas.paragraph(header.title.map(Self.cut) ?? words.noTitle, .strong)
    var facts = [words.file(header.file)]
    if let id = header.id { facts.append(words.identifier(Self.cut(id))) }
    if let kind = header.kindTitle?[options.language] ?? header.kind {
      facts.append(Self.cut(kind))
    }
    if let job = header.job { facts.append(words.job(job)) }
    if let year = header.fiscalYear { facts.append(words.fiscalYear(year)) }
    if let submitter = header.submitter { facts.append(Self.cut(submitter)) }
    if header.round > 1 { facts.append(words.round(header.round)) }
    facts.append(words.stage(header.stageTitle[options.language]))
    canvas.paragraph(unbroken(facts))
  }

  /// A text of the submission, cut to a length that a heading may have.
  private static func cut(_ text: String) -> String {
    let most = 400
    let scalars = text.unicodeScalars
    guard scalars.count > most else { return text }
    return String(String.UnicodeScalarView(scalars.prefix(most))) + "…"
  }

  /// Facts on one line; where it must be broken, then between two facts.
  private func unbroken(_ facts: [String]) -> String {
    facts.map(LineBreaking.unbroken).joined(separator: words.separator)
  }

  func section(_ title: String, count: String? = nil, _ canvas: inout TextCanvas) {
    canvas.blank()
    canvas.heading(count.map { "\(title) (\($0))" } ?? title)
  }

  private func writeBrief(_ submission: CheckedSubmission, _ canvas: inout TextCanvas) {
    let failures = submission.failures
    var facts: [String] = []
    if let total = submission.scorecard.percent(options.model) {
      facts.append("\(words.score) \(total)")
    }
    for severity in [Severity.error, .warning, .info] {
      let count = failures.count { $0.severity == severity }
      if count > 0 { facts.append("\(words.severity(severity)) \(count)") }
    }
    let verdict = submission.scorecard.verdict
    canvas.paragraph(
      [
        TextRun(submission.result.header.file + ": "),
        TextRun(words.verdict(verdict), Self.style(of: verdict)),
        TextRun(facts.map { words.separator + $0 }.joined()),
      ],
      hanging: 2
    )
  }

  private func write(_ receipt: Receipt, _ canvas: inout TextCanvas) {
    var facts = [words.asOf(receipt), words.ruleSet(receipt.rules.count)]
    if let stage = receipt.stage { facts.append(words.forcedStage(stage)) }
    if receipt.profile != "full" { facts.append(words.profile(receipt.profile)) }
    facts.append("krong \(receipt.engineVersion)")
    canvas.paragraph(unbroken(facts), .faint)
    if let settings = words.settings(receipt) { canvas.paragraph(settings, .faint) }
    for setting in receipt.settings {
      canvas.paragraph(words.setting(setting, of: receipt), .faint, indent: 2, hanging: 2)
    }
    canvas.paragraph(words.caveat, .faint)
  }

  /// Names the files that could not be read; the diagnostics themselves stand apart.
  private func writeUnread(_ problems: [Diagnostic], _ canvas: inout TextCanvas) {
    var seen: Set<String> = []
    let files = problems.filter { $0.severity == .error }.map(\.place.file)
    for file in files where seen.insert(file).inserted {
      canvas.paragraph([TextRun(words.unread, .error), TextRun(": " + file)], hanging: 2)
    }
  }

  static func style(of severity: Severity) -> TextStyle {
    switch severity {
    case .error: .error
    case .warning: .warning
    case .info: .info
    }
  }

  static func style(of verdict: Scorecard.Verdict) -> TextStyle {
    switch verdict {
    case .ready: .good
    case .notReady: .error
    case .nothingChecked: .warning
    }
  }
}
