import Diagnostics
import Findings
import Papers
import RuleModel
import Scoring

// What every paper on a submission begins with.
extension SubmissionPaper {
  /// What the submission is, and what the check came to.
  var identity: Paper.Block {
    var fields = [
      PaperFields.Field(words.subject, title),
      PaperFields.Field(words.id, name, isCode: true),
    ]
    func add(_ label: String, _ value: String?) {
      if let value { fields.append(PaperFields.Field(label, value)) }
    }
    add(words.kind, header.kindTitle?[language] ?? header.kind)
    add(words.submitter, header.submitter)
    add(words.fiscalYear, header.fiscalYear.map(String.init))
    if header.round > 1 { add(words.round, "\(header.round)") }
    add(words.stage, header.stageTitle[language])
    fields.append(PaperFields.Field(words.file, header.file, isCode: true))
    add(words.asOf, context.day)
    return .fields(PaperFields(fields))
  }

  /// Verdict with its reason, and the score.
  var verdict: Paper.Block {
    let unjudged = result.rules.count {
      $0.outcome == .unknown || $0.outcome == .error || $0.outcome == .notChecked
    }
    var runs = [
      PaperRun("\(words.verdict): ", isBold: true),
      PaperRun(reportWords.verdict(card.verdict), isBold: true, tone: verdictTone),
    ]
    if let reason = reportWords.verdictReason(card, unjudged: unjudged) {
      runs.append(PaperRun(" – \(reason)"))
    }
    var paragraphs = [PaperParagraph(runs)]
    if let total = card.total {
      paragraphs.append(
        PaperParagraph([
          PaperRun("\(reportWords.score): ", isBold: true),
          PaperRun("\(total) \(reportWords.outOf)"),
        ])
      )
    }
    return .note(PaperNote(verdictTone, paragraphs))
  }

  var verdictTone: PaperTone {
    switch card.verdict {
    case .ready: .good
    case .notReady: .bad
    case .nothingChecked: .caution
    }
  }

  /// How many failures there are of each severity that occurs.
  var counts: String {
    [Severity.error, .warning, .info].compactMap { severity -> String? in
      let count = submission.failures.count { $0.severity == severity }
      guard count > 0 else { return nil }
      return "\(reportWords.severity(severity)) \(reportWords.findings(count))"
    }.joined(separator: reportWords.separator)
  }

  /// The clauses of the submission's own job where some are, else all: a paper is read by those of one job.
  func clauses(_ clauses: [String]) -> [String] {
    guard let job = header.job else { return clauses }
    let own = clauses.filter { $0.utf8.starts(with: "J\(job) ".utf8) }
    return own.isEmpty ? clauses : own
  }

  /// How a severity looks.
  static func tone(of severity: Severity) -> PaperTone {
    switch severity {
    case .error: .bad
    case .warning: .caution
    case .info: .plain
    }
  }
}
