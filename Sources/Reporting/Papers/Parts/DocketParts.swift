import Diagnostics
import Findings
import Papers
import RuleModel
import Scoring

/// What belongs to a docket as a whole.
struct DocketParts {
  let context: PaperContext

  private var words: PaperWords { context.words }
  private var reportWords: ReportWords { context.reportWords }

  /// Submission, score, verdict and number of errors of each.
  var summary: Paper.Section {
    let submissions = context.report.submissions
    let ready = submissions.count { $0.scorecard.verdict == .ready }
    var blocks: [Paper.Block] = [
      .heading(words.docketSummary, 2),
      .text(words.ready(ready, of: submissions.count)),
      .table(table),
    ]
    let unread = context.report.problems.filter { $0.severity == .error }
    if !unread.isEmpty {
      blocks.append(.heading(words.unreadFiles, 3))
      let items = unread.map { problem in
        PaperParagraph([
          PaperRun(problem.place.file, isCode: true),
          PaperRun(" – \(problem.message[context.language])"),
        ])
      }
      blocks.append(.list(PaperList(.points, items)))
    }
    return Paper.Section(name: words.docketSummary, blocks: blocks)
  }

  private var table: PaperTable {
    PaperTable(
      caption: words.docketSummary,
      columns: [
        PaperColumn(1, .right), PaperColumn(7), PaperColumn(4), PaperColumn(2, .right),
        PaperColumn(3), PaperColumn(2, .right),
      ],
      heads: [
        words.number, words.subject, words.submitter, words.score, words.verdict, words.errors,
      ],
      rows: context.report.submissions.enumerated().map { row($0, $1) }
    )
  }

  private func row(_ index: Int, _ submission: CheckedSubmission) -> PaperRow {
    let paper = context.paper(of: submission)
    let header = paper.header
    var name = [PaperRun(paper.name, tone: .muted, isCode: true)]
    if header.round > 1 {
      name.append(PaperRun(" · \(reportWords.round(header.round))", tone: .muted))
    }
    let errors = submission.failures.count { $0.severity == .error }
    return PaperRow([
      PaperCell("\(index + 1)"),
      PaperCell([PaperParagraph(paper.title), PaperParagraph(name)]).asRowHead,
      PaperCell(header.submitter ?? "–"),
      PaperCell(words.score(submission.scorecard.total)),
      PaperCell(reportWords.verdict(submission.scorecard.verdict), tone: paper.verdictTone),
      PaperCell("\(errors)"),
    ])
  }
}
