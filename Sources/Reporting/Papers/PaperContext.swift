import Diagnostics
import Findings
import Papers
import PlanValues
import RuleModel
import Scoring

/// What a form is made of: a report, and the language in which it speaks.
struct PaperContext: Sendable {
  let report: Report
  let language: Language
  /// The level of the headings inside the part of one submission.
  let level: Int

  var words: PaperWords { PaperWords(language: language) }
  var reportWords: ReportWords { ReportWords(language: language) }

  /// The day as of which was judged, as people write it.
  var day: String { words.date(report.receipt.asOf) }

  /// The parts that form `making` gives for one submission.
  func paper(of submission: CheckedSubmission) -> SubmissionPaper {
    SubmissionPaper(context: self, submission: submission)
  }

  /// What the paper was made with, and what it is not.
  var closing: [Paper.Block] {
    let receipt = report.receipt
    var facts = [reportWords.asOf(receipt), reportWords.ruleSet(receipt.rules.count)]
    if let stage = receipt.stage { facts.append(reportWords.forcedStage(stage)) }
    if receipt.profile != "full" { facts.append(reportWords.profile(receipt.profile)) }
    return [
      .note(PaperNote(.muted, reportWords.caveat)),
      .paragraph(
        PaperParagraph([
          PaperRun(facts.joined(separator: reportWords.separator) + " · ", tone: .muted),
          PaperRun("krong \(receipt.engineVersion)", tone: .muted, isCode: true),
        ])
      ),
    ] + settings
  }

  /// What the office and the profile set, beside the defaults; nothing where they set nothing.
  var settings: [Paper.Block] {
    let receipt = report.receipt
    guard let heading = reportWords.settings(receipt) else { return [] }
    let items = receipt.settings.map {
      PaperParagraph([PaperRun(reportWords.setting($0, of: receipt), tone: .muted)])
    }
    return [.text(heading, .muted)] + (items.isEmpty ? [] : [.list(PaperList(.points, items))])
  }
}

/// One submission for which a form is made.
struct SubmissionPaper: Sendable {
  let context: PaperContext
  let submission: CheckedSubmission

  var result: SubmissionResult { submission.result }
  var header: SubmissionHeader { submission.result.header }
  var card: Scorecard { submission.scorecard }
  var language: Language { context.language }
  var words: PaperWords { context.words }
  var reportWords: ReportWords { context.reportWords }

  /// The title, or that there is none.
  var title: String { header.title ?? reportWords.noTitle }

  /// The id, or the file where there is none.
  var name: String { header.id ?? header.file }

  /// A heading inside the part of this submission, from 0.
  func heading(_ text: String, _ depth: Int = 0) -> Paper.Block {
    .heading(text, context.level + depth)
  }

  /// Text of the language.
  func text(_ text: LocalizedText) -> String { text[language] }
}
