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
    needs: [.records],
    making: .each { AccelerationProposal(paper: $0).sections }
  )
}

/// The proposal on one disbursement report.
private struct AccelerationProposal {
  let paper: SubmissionPaper

  private var words: PaperWords { paper.words }
  private var record: RecordParts { RecordParts(paper: paper) }

  /// A line that is behind the plan.
  private struct Line {
    let name: String
    let allocated: Money
    let disbursed: Money
    let expected: Money
    let gap: Money
    let problem: String
  }

  var sections: [Paper.Section] {
    var blocks: [Paper.Block] = [paper.identity]
    guard let quarters = paper.result.record?.table("quarters") else {
      return [Paper.Section(name: paper.name, blocks: blocks + [.text(words.noSpending)])]
    }
    blocks += [paper.heading(words.planAndResult), .table(plan(quarters))]
    let latest = latest(quarters)
    let lines = latest.map { behind($0.planned) } ?? []
    if let latest {
      blocks.append(paper.heading(words.behindPlan(latest.quarter)))
      blocks.append(.text(words.expectation(latest.planned)))
      blocks.append(lines.isEmpty ? .text(words.noneBehind) : .table(table(lines)))
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

  // MARK: Quarters

  private func plan(_ quarters: SubmissionRecord.Table) -> PaperTable {
    let (numbers, planned) = (quarters.values("quarter"), quarters.values("planned_pct"))
    let actual = quarters.values("actual_pct")
    return PaperTable(
      caption: words.planAndResult,
      columns: [
        PaperColumn(3), PaperColumn(4, .right), PaperColumn(4, .right), PaperColumn(4, .right),
      ],
      heads: [words.quarterName, words.plannedPercent, words.actualPercent, words.difference],
      rows: quarters.rows.indices.map { index in
        let difference = Self.number(actual[index]).flatMap { actual in
          Self.number(planned[index]).flatMap { Self.difference(actual, $0) }
        }
        let isBehind = difference.map { $0.micros < 0 } ?? false
        return PaperRow([
          PaperCell(record.text(numbers[index]) ?? "–").asRowHead,
          PaperCell(Self.percent(planned[index])), PaperCell(Self.percent(actual[index])),
          PaperCell(
            difference.map { NumberText.percent($0) } ?? "–",
            tone: isBehind ? .bad : .plain
          ),
        ])
      }
    )
  }

  /// The last quarter of which a result is given.
  private func latest(
    _ quarters: SubmissionRecord.Table
  ) -> (quarter: Int64, planned: ExactDecimal)? {
    let (numbers, planned) = (quarters.values("quarter"), quarters.values("planned_pct"))
    let actual = quarters.values("actual_pct")
    var latest: (quarter: Int64, planned: ExactDecimal)?
    for index in quarters.rows.indices {
      guard case .whole(let number)? = numbers[index], Self.number(actual[index]) != nil,
        let share = Self.number(planned[index])
      else { continue }
      if latest.map({ number > $0.quarter }) ?? true { latest = (number, share) }
    }
    return latest
  }

  private static func number(_ value: SubmissionRecord.Value?) -> ExactDecimal? {
    switch value {
    case .number(let number): number
    case .whole(let number): ExactDecimal(String(number))
    default: nil
    }
  }

  private static func difference(_ a: ExactDecimal, _ b: ExactDecimal) -> ExactDecimal? {
    let (micros, overflow) = a.micros.subtractingReportingOverflow(b.micros)
    return overflow ? nil : ExactDecimal(micros: micros)
  }

  private static func percent(_ value: SubmissionRecord.Value?) -> String {
    number(value).map { NumberText.percent($0) } ?? "–"
  }

  // MARK: Lines

  /// The lines that have spent less than the planned share of what was allocated to them.
  private func behind(_ planned: ExactDecimal) -> [Line] {
    guard let table = paper.result.record?.table("lines") else { return [] }
    let (names, problems) = (table.values("project_id"), table.values("problems"))
    let (allocated, disbursed) = (table.values("allocated"), table.values("disbursed"))
    return table.rows.indices.compactMap { index in
      guard case .money(let whole)? = allocated[index], case .money(let spent)? = disbursed[index],
        let expected = whole.scaled(by: planned)?.divided(by: 100), spent < expected,
        let gap = expected.subtracting(spent)
      else { return nil }
      return Line(
        name: record.text(names[index]) ?? "–",
        allocated: whole,
        disbursed: spent,
        expected: expected,
        gap: gap,
        problem: record.text(problems[index]) ?? "–"
      )
    }
  }

  private func table(_ lines: [Line]) -> PaperTable {
    var rows = lines.enumerated().map { index, line in
      PaperRow([
        PaperCell("\(index + 1)"), PaperCell(line.name, isCode: true).asRowHead,
        PaperCell(line.allocated.formatted()), PaperCell(line.disbursed.formatted()),
        PaperCell(
          line.disbursed.percentage(of: line.allocated).map { NumberText.percent($0) } ?? "–"
        ),
        PaperCell(line.gap.formatted(), tone: .bad), PaperCell(line.problem),
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

  private func data(_ lines: [Line]) -> PaperData {
    PaperData(
      columns: [
        .init(words.id, width: 8), .init(words.project, width: 12), .init(words.allocated),
        .init(words.disbursed), .init(words.expected), .init(words.behindBy),
        .init(words.problem, width: 24),
      ],
      rows: lines.map { line in
        [
          .text(paper.name), .text(line.name), .money(line.allocated), .money(line.disbursed),
          .money(line.expected), .money(line.gap), .text(line.problem),
        ]
      }
    )
  }
}

extension PaperWords {
  var noSpending: String {
    pick("เรื่องนี้ไม่มีแผนและผลการเบิกจ่ายรายไตรมาส", "The submission has no plan and result by quarters.")
  }
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
  var noneBehind: String { pick("ไม่มีรายการที่ต่ำกว่าแผน", "No line is behind the plan.") }
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
