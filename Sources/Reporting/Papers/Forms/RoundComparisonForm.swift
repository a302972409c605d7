import Diagnostics
import Findings
import Papers
import RuleModel
import Scoring

extension PaperForm {
  /// F11: each remark against change and place, and what became of the findings of the earlier round.
  static let roundComparison = PaperForm(
    id: "round-comparison",
    number: "F11",
    title: LocalizedText(th: "ตารางการดำเนินการตามมติ", en: "Comparison between rounds"),
    question: LocalizedText(
      th: "แก้ไขตามมติและข้อตรวจพบครั้งก่อนแล้วหรือยัง มีข้อใหม่หรือไม่",
      en: "Were remarks and findings of the earlier round dealt with, and is there anything new?"
    ),
    needs: [.comparison],
    making: .together { context in
      (context.report.comparison?.entries ?? []).map { entry in
        RoundComparison(context: context, entry: entry).section
      }
    }
  )
}

/// The comparison of one submission.
private struct RoundComparison {
  let context: PaperContext
  let entry: Comparison.Entry

  private var words: PaperWords { context.words }
  private var reportWords: ReportWords { context.reportWords }
  private var language: Language { context.language }

  var section: Paper.Section {
    let title = entry.title ?? reportWords.noTitle
    var blocks: [Paper.Block] = [.heading(title, 2), sides, .text(counts)]
    if let paper = submission, let table = RemarkParts(paper: paper).resolution {
      blocks += [.heading(words.remarksAgainstChanges, 3), .table(table)]
    }
    if let paper = submission, let table = RemarkParts(paper: paper).comments(emptyRows: 0) {
      blocks += [.heading(words.comments, 3), .table(table)]
    }
    blocks.append(.heading(words.findingsOfRounds, 3))
    blocks.append(entry.items.isEmpty ? .text(reportWords.noFindings) : .table(table))
    if let differences = context.report.comparison?.differences, !differences.isEmpty {
      let items = differences.map { PaperParagraph($0[language]) }
      blocks += [.heading(reportWords.otherDifferences, 3), .list(PaperList(.points, items))]
    }
    return Paper.Section(
      name: entry.id ?? title,
      isLandscape: true,
      blocks: blocks,
      data: data
    )
  }

  /// The submission in the report of this time.
  private var submission: SubmissionPaper? {
    guard let new = entry.new else { return nil }
    let found = context.report.submissions.first {
      $0.result.header.file == new.file && $0.result.header.id == entry.id
    }
    return found.map {
      PaperContext(report: context.report, language: language, level: 3).paper(of: $0)
    }
  }

  private var sides: Paper.Block {
    let rows = [(reportWords.lastTime, entry.old), (reportWords.thisTime, entry.new)]
    return .table(
      PaperTable(
        caption: words.bothRounds,
        columns: [
          PaperColumn(3), PaperColumn(7), PaperColumn(2, .right), PaperColumn(4),
          PaperColumn(3, .right),
        ],
        heads: [words.time, words.file, words.round, words.verdict, words.score],
        rows: rows.map { time, side in
          PaperRow([
            PaperCell(time).asRowHead, PaperCell(side?.file ?? "–", isCode: true),
            PaperCell(side.map { "\($0.round)" } ?? "–"),
            PaperCell(side.map { reportWords.verdict($0.verdict) } ?? "–"),
            PaperCell(words.score(side?.score)),
          ])
        }
      )
    )
  }

  private var counts: String {
    let always: Set<Comparison.Change> = [.fixed, .remaining, .new]
    let texts = Comparison.Change.allCases.compactMap { change -> String? in
      let count = entry.items(change).count
      guard count > 0 || always.contains(change) else { return nil }
      return "\(reportWords.change(change)) \(count)"
    }
    return texts.joined(separator: reportWords.separator)
  }

  private var table: PaperTable {
    let order: [Comparison.Change] = [.remaining, .new, .fixed, .waived, .notComparable]
    var number = 0
    let rows = order.flatMap { change in
      entry.items(change).map { item in
        number += 1
        return row(number, item)
      }
    }
    return PaperTable(
      caption: words.findingsOfRounds,
      columns: [
        PaperColumn(1, .right), PaperColumn(3), PaperColumn(3), PaperColumn(3), PaperColumn(11),
      ],
      heads: [words.number, words.change, words.level, words.rule, words.message],
      rows: rows
    )
  }

  private func row(_ number: Int, _ item: Comparison.Item) -> PaperRow {
    var paragraphs = [PaperParagraph(item.finding.message[language])]
    if let reason = item.reason {
      paragraphs.append(PaperParagraph([PaperRun(reason[language], tone: .muted)]))
    }
    return PaperRow(
      [
        PaperCell("\(number)"),
        PaperCell(reportWords.change(item.change), isBold: true, tone: Self.tone(item.change)),
        PaperCell(reportWords.severity(item.finding.severity)),
        PaperCell(item.finding.rule, isCode: true), PaperCell(paragraphs),
      ],
      marks: [
        PaperMark(
          facet: "change",
          facetName: words.change,
          value: item.change.rawValue,
          valueName: reportWords.change(item.change)
        ),
        PaperMark(
          facet: "severity",
          facetName: words.severity,
          value: item.finding.severity.rawValue,
          valueName: reportWords.severity(item.finding.severity)
        ),
      ]
    )
  }

  private static func tone(_ change: Comparison.Change) -> PaperTone {
    switch change {
    case .fixed, .waived: .good
    case .remaining, .notComparable: .caution
    case .new: .bad
    }
  }

  private var data: PaperData {
    PaperData(
      columns: [
        .init(words.id, width: 8), .init(words.change, width: 8), .init(words.severity, width: 8),
        .init(words.rule, width: 8), .init(words.message, width: 40),
        .init(words.reason, width: 20),
        .init(words.fingerprint, width: 12),
      ],
      rows: entry.items.map { item in
        [
          .init(entry.id), .text(reportWords.change(item.change)),
          .text(reportWords.severity(item.finding.severity)), .text(item.finding.rule),
          .text(item.finding.message[language]), .init(item.reason?[language]),
          .text(item.finding.fingerprint),
        ]
      }
    )
  }
}

extension PaperWords {
  var bothRounds: String { pick("ผลตรวจสองครั้ง", "The two reports") }
  var time: String { pick("ครั้ง", "Report") }
  var change: String { pick("การเปลี่ยนแปลง", "Change") }
  var level: String { pick("ระดับ", "Severity") }
  var findingsOfRounds: String {
    pick("ข้อตรวจพบครั้งก่อนและครั้งนี้", "Findings last time and this time")
  }
}
