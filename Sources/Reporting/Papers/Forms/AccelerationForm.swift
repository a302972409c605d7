import Diagnostics
import Findings
import Papers
import PlanValues

extension PaperForm {
  /// F14: which lines are behind the disbursement plan, by how much, and what is to be done.
  static let accelerationProposal = PaperForm(
    id: "acceleration-proposal",
    number: "F14",
    title: LocalizedText(th: "ข้อเสนอเร่งรัดการเบิกจ่าย", en: "Acceleration proposal"),
    question: LocalizedText(
      th: "รายการใดเบิกจ่ายต่ำกว่าแผน ต่ำเท่าใด มีมาตรการใด",
      en: "Which lines are behind the disbursement plan, by how much, and what is done about it?"
    ),
    leftOpen: LocalizedText(
      th: "มาตรการของแต่ละรายการ ความเห็น และลายมือชื่อ",
      en: "measures for each line, opinion, signatures"
    ),
    scope: PaperScope(jobs: [19], condition: .behindPlan),
    needs: [.records],
    making: .each { AccelerationProposal(paper: $0).sections }
  )
}

/// The proposal on one disbursement report.
private struct AccelerationProposal {
  let paper: SubmissionPaper

  private var words: PaperWords { paper.words }
  private var record: RecordParts { RecordParts(paper: paper) }

  private var spending: Spending { Spending(paper.result.record) }

  /// Each part only where it has something to say.
  var sections: [Paper.Section] {
    let spending = spending
    let lines = spending.behind
    var blocks: [Paper.Block] = [
      paper.identity, paper.heading(words.planAndResult), .table(plan(spending.quarters)),
    ]
    if let latest = spending.latest, !lines.isEmpty {
      blocks += [
        paper.heading(words.behindPlan(latest.number)), .text(words.expectation(latest.planned)),
        .table(table(lines)),
      ]
    }
    if let measures = record.table(
      "acceleration",
      ["quarter", "date", "to", "measures"],
      widths: [2, 3, 5, 10]
    ) {
      blocks += [paper.heading(words.recordedMeasures), .table(measures)]
    }
    blocks += [
      .lines(PaperLines(label: words.proposedMeasures, author: words.byTheOfficer, count: 4)),
      .signature(
        PaperSignature(
          role: words.proposer,
          verb: words.signed,
          position: words.position,
          date: words.dayName
        )
      ),
    ]
    return [
      Paper.Section(name: paper.name, isLandscape: true, blocks: blocks, data: data(lines))
    ]
  }

  private func plan(_ quarters: [Spending.Quarter]) -> PaperTable {
    PaperTable(
      caption: words.planAndResult,
      columns: [
        PaperColumn(3), PaperColumn(4, .right), PaperColumn(4, .right), PaperColumn(4, .right),
      ],
      heads: [words.quarterName, words.plannedPercent, words.actualPercent, words.difference],
      rows: quarters.map { quarter in
        PaperRow([
          PaperCell(record.text(quarter.number) ?? "–").asRowHead,
          PaperCell(Self.percent(quarter.planned)), PaperCell(Self.percent(quarter.actual)),
          PaperCell(
            Self.percent(quarter.difference),
            tone: quarter.isBehind ? .bad : .plain
          ),
        ])
      }
    )
  }

  private static func percent(_ number: ExactDecimal?) -> String {
    number.map { NumberText.percent($0) } ?? "–"
  }

  private func table(_ lines: [Spending.Line]) -> PaperTable {
    var rows = lines.enumerated().map { index, line in
      PaperRow([
        PaperCell("\(index + 1)"), PaperCell(record.text(line.name) ?? "–", isCode: true).asRowHead,
        PaperCell(line.allocated.formatted()), PaperCell(line.disbursed.formatted()),
        PaperCell(
          line.disbursed.percentage(of: line.allocated).map { NumberText.percent($0) } ?? "–"
        ),
        PaperCell(line.gap.formatted(), tone: .bad), PaperCell(record.text(line.problem) ?? "–"),
        PaperCell([PaperParagraph([.blank(14)])]),
      ])
    }
    if let gap = Money.sum(lines.map(\.gap)) {
      rows.append(
        PaperRow([
          PaperCell(""), PaperCell(words.total, isBold: true).asRowHead, PaperCell(""),
          PaperCell(""), PaperCell(""), PaperCell(gap.formatted(), isBold: true), PaperCell(""),
          PaperCell(""),
        ])
      )
    }
    return PaperTable(
      caption: words.linesBehind,
      columns: [
        PaperColumn(1, .right), PaperColumn(3), PaperColumn(3, .right), PaperColumn(3, .right),
        PaperColumn(2, .right), PaperColumn(3, .right), PaperColumn(5), PaperColumn(4),
      ],
      heads: [
        words.number, words.project, words.allocated, words.disbursed, words.percent,
        words.behindBy,
        words.problem, words.measure,
      ],
      rows: rows
    )
  }

  private func data(_ lines: [Spending.Line]) -> PaperData {
    PaperData(
      columns: [
        .init(words.id, width: 8), .init(words.project, width: 12), .init(words.allocated),
        .init(words.disbursed), .init(words.expected), .init(words.behindBy),
        .init(words.problem, width: 24),
      ],
      rows: lines.map { line in
        [
          .text(paper.name), .init(record.text(line.name)), .money(line.allocated),
          .money(line.disbursed), .money(line.expected), .money(line.gap),
          .init(record.text(line.problem)),
        ]
      }
    )
  }
}

extension PaperWords {
  var planAndResult: String {
    pick("แผนและผลการเบิกจ่ายสะสม (ร้อยละ)", "Planned and actual cumulative disbursement (percent)")
  }
  var plannedPercent: String { pick("แผนสะสม", "Planned") }
  var actualPercent: String { pick("ผลสะสม", "Actual") }
  var difference: String { pick("ผลต่าง", "Difference") }
  func behindPlan(_ quarter: Int64) -> String {
    pick("รายการที่เบิกจ่ายต่ำกว่าแผน ไตรมาสที่ \(quarter)", "Lines behind the plan, quarter \(quarter)")
  }
  func expectation(_ planned: ExactDecimal) -> String {
    let share = NumberText.percent(planned)
    return pick(
      "เทียบยอดเบิกจ่ายของแต่ละรายการกับร้อยละ \(share) ของวงเงินที่ได้รับจัดสรร ตามแผนสะสมของไตรมาสนี้",
      "Each line is compared with \(share) percent of what was allocated to it, the plan of the quarter."
    )
  }
  var linesBehind: String { pick("รายการที่เบิกจ่ายต่ำกว่าแผน", "Lines behind the plan") }
  var project: String { pick("โครงการ", "Project") }
  var allocated: String { pick("ได้รับจัดสรร (บาท)", "Allocated (baht)") }
  var disbursed: String { pick("เบิกจ่ายแล้ว (บาท)", "Disbursed (baht)") }
  var expected: String { pick("ควรเบิกจ่ายตามแผน (บาท)", "Planned (baht)") }
  var behindBy: String { pick("ต่ำกว่าแผน (บาท)", "Behind (baht)") }
  var problem: String { pick("ปัญหาอุปสรรค", "Problem") }
  var measure: String { pick("มาตรการ", "Measure") }
  var recordedMeasures: String { pick("การเร่งรัดที่บันทึกแล้ว", "Measures on record") }
  var proposedMeasures: String { pick("มาตรการเร่งรัดที่เสนอ", "Measures proposed") }
  var byTheOfficer: String { pick("เว้นไว้ให้เจ้าหน้าที่เขียน", "for the officer to write") }
  var proposer: String { pick("ผู้เสนอ", "proposed by") }
  var signed: String { pick("ลงชื่อ", "Signed") }
  var position: String { pick("ตำแหน่ง", "Position") }
}
