import Diagnostics
import Papers

extension PaperForm {
  /// All of it: summary, findings, alignment, checklist, remarks, score.
  static let fullReport = PaperForm(
    id: "full-report",
    number: nil,
    title: LocalizedText(th: "รายงานผลการตรวจเรื่องที่เสนอ", en: "Report on a submission"),
    question: LocalizedText(
      th: "ผลการตรวจทั้งหมดเป็นอย่างไร",
      en: "What did the check come to, all in one?"
    ),
    making: .each { paper in
      let words = paper.words
      let charts = ChartParts(paper: paper)
      let score = ScoreParts(paper: paper)
      var blocks: [Paper.Block] = [paper.heading(words.overview), paper.identity, paper.verdict]
      blocks += score.chart + charts.budget
      blocks.append(paper.heading(words.message))
      blocks += FindingParts(paper: paper).blocks + UnjudgedParts(paper: paper).open
      if let alignment = AlignmentParts(paper) {
        blocks.append(paper.heading(AlignmentWords(language: paper.language).title))
        blocks += charts.alignment + alignment.blocks
      }
      blocks.append(paper.heading(words.checklist))
      blocks += ChecklistParts(paper: paper).blocks + RecordParts(paper: paper).documents
      let remarks = RemarkParts(paper: paper)
      let tables = [remarks.resolution, remarks.comments(emptyRows: 0)].compactMap { $0 }
      if !tables.isEmpty {
        blocks.append(paper.heading(paper.reportWords.remarks))
        blocks += tables.map { .table($0) }
      }
      blocks.append(paper.heading(words.scoreReasons))
      blocks += score.reasons + UnjudgedParts(paper: paper).aside
      return [
        Paper.Section(
          name: words.message,
          isLandscape: true,
          blocks: blocks,
          data: FindingData(paper: paper).data
        )
      ]
    }
  )
}

extension PaperWords {
  var overview: String { pick("ภาพรวม", "Overview") }
}
