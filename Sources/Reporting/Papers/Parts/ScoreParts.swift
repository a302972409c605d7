import Diagnostics
import Findings
import Papers
import RuleModel
import Scoring

/// The score with its reasons: by family, and what mending each rule would give.
struct ScoreParts {
  let paper: SubmissionPaper

  private var words: PaperWords { paper.words }
  private var reportWords: ReportWords { paper.reportWords }
  private var card: Scorecard { paper.card }

  /// The chart of families; nothing where no rule counts.
  var chart: [Paper.Block] {
    guard card.total != nil else { return [] }
    let families = card.families.filter { $0.score != nil }
    let bars = families.map { family in
      PaperChart.Bar(
        label: reportWords.family(family.family),
        value: family.score.map { Int64($0.hundredths) },
        most: 10_000,
        text: words.score(family.score),
        tone: Self.tone(of: family.score)
      )
    }
    return [
      .chart(
        PaperChart(
          title: words.scoreByFamily,
          summary: words.scoreSummary(card),
          shape: .bars(bars),
          table: familyTable
        )
      )
    ]
  }

  private static func tone(of score: Scorecard.Score?) -> PaperTone {
    guard let score else { return .muted }
    return score.hundredths == 10_000 ? .good : .plain
  }

  private var familyTable: PaperTable {
    var rows = card.families.filter { $0.score != nil }.map { family in
      PaperRow([
        PaperCell(reportWords.family(family.family)).asRowHead,
        PaperCell(words.score(family.score)), PaperCell("\(family.weight)"),
        PaperCell("\(family.met)/\(family.rules)"),
      ])
    }
    rows.append(
      PaperRow([
        PaperCell(words.total, isBold: true).asRowHead,
        PaperCell(words.score(card.total), isBold: true),
        PaperCell("\(card.families.reduce(0) { $0 + $1.weight })"),
        PaperCell(
          "\(card.families.reduce(0) { $0 + $1.met })/\(card.families.reduce(0) { $0 + $1.rules })"
        ),
      ])
    )
    return PaperTable(
      caption: words.scoreByFamily,
      columns: [
        PaperColumn(8), PaperColumn(3, .right), PaperColumn(3, .right), PaperColumn(3, .right),
      ],
      heads: [words.family, words.score, words.weight, words.metRules],
      rows: rows
    )
  }

  /// Each rule that counts: what it weighs, what is met, and what mending it gives; the greatest gain first.
  var reasons: [Paper.Block] {
    guard !card.contributions.isEmpty else { return [.text(words.nothingCounts)] }
    let titles = Dictionary(
      paper.result.rules.map { ($0.rule.id, $0.rule) },
      uniquingKeysWith: { first, _ in first }
    )
    let sorted = card.contributions.enumerated().sorted { a, b in
      let (left, right) = (a.element.gain.hundredths, b.element.gain.hundredths)
      return left == right ? a.offset < b.offset : left > right
    }.map(\.element)
    let rows = sorted.map { part in
      let title = titles[part.rule]?.title[paper.language] ?? ""
      let isMet = part.gain.hundredths == 0 && part.met == part.counted
      return PaperRow([
        PaperCell([
          PaperParagraph([PaperRun(part.rule, isCode: true), PaperRun("  \(title)")])
        ]).asRowHead,
        PaperCell("\(part.weight)"), PaperCell("\(part.met)/\(part.counted)"),
        PaperCell(isMet ? "–" : "+\(part.gain)", tone: isMet ? .plain : .caution),
      ])
    }
    var blocks: [Paper.Block] = [
      .text(words.scoreFormula),
      .table(
        PaperTable(
          caption: words.scoreReasons,
          columns: [
            PaperColumn(11), PaperColumn(2, .right), PaperColumn(2, .right), PaperColumn(3, .right),
          ],
          heads: [words.rule, words.weight, words.metParts, words.gain],
          rows: rows
        )
      ),
    ]
    if !card.unscored.isEmpty {
      blocks.append(
        .paragraph(
          PaperParagraph([
            PaperRun("\(reportWords.unscored): "),
            PaperRun(card.unscored.joined(separator: " "), isCode: true),
          ])
        )
      )
    }
    return blocks
  }
}

extension PaperWords {
  var scoreByFamily: String { pick("คะแนนจำแนกตามหมวดเกณฑ์", "Score by family") }
  var scoreReasons: String { pick("ที่มาของคะแนน", "How the score came about") }
  var weight: String { pick("ค่าน้ำหนัก", "Weight") }
  var metRules: String { pick("เกณฑ์ที่ครบถ้วน", "Rules met in full") }
  var metParts: String { pick("ครบ/ทั้งหมด", "Met") }
  var gain: String { pick("คะแนนที่จะเพิ่มเมื่อแก้ไข", "Gain when mended") }
  var nothingCounts: String { pick("ไม่มีเกณฑ์ใดที่นับคะแนน", "No rule counts.") }
  var scoreFormula: String {
    pick(
      "คะแนน = 100 × ผลรวมของ (ค่าน้ำหนัก × ส่วนที่ครบ) ÷ ผลรวมของค่าน้ำหนัก คิดจากเกณฑ์ที่ใช้กับเรื่องนี้",
      "Score = 100 × sum of (weight × share that is met) ÷ sum of weights, over the rules that apply"
    )
  }

  func scoreSummary(_ card: Scorecard) -> String {
    let total = score(card.total)
    let met = card.families.reduce(0) { $0 + $1.met }
    let rules = card.families.reduce(0) { $0 + $1.rules }
    return pick(
      "คะแนนรวม \(total) จาก 100 ครบถ้วน \(met) จาก \(rules) เกณฑ์",
      "Total \(total) of 100; \(met) of \(rules) rules met in full"
    )
  }
}
