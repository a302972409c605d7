import Diagnostics
import Findings
import Papers

/// The alignment table: rows of the submission by plans, cells with item and reason.
struct AlignmentParts {
  let paper: SubmissionPaper
  let table: AlignmentTable
  /// How deep its headings stand below those of the submission.
  private let depth: Int

  private var words: AlignmentWords { AlignmentWords(language: paper.language) }
  private var language: Language { paper.language }

  /// How many plans stand side by side; more of them go into a table of their own.
  private static let columnsShown = 5

  init?(_ paper: SubmissionPaper, depth: Int = 1) {
    guard let table = paper.result.alignment else { return nil }
    self.paper = paper
    self.depth = depth
    self.table = table
  }

  /// The tables, then items of plans that nothing serves, then strategies with their projects.
  var blocks: [Paper.Block] {
    guard !table.columns.isEmpty else { return [.text(words.nothing)] }
    var blocks: [Paper.Block] = [.text(words.legend)]
    // Tables of nearly the same width: six plans are three and three, not five and one.
    let count = table.columns.count
    let parts = (count + Self.columnsShown - 1) / Self.columnsShown
    for part in 0..<parts {
      blocks.append(.table(matrix(count * part / parts..<count * (part + 1) / parts)))
    }
    let idle = table.rows.count - table.toldRows.count
    if idle > 0 { blocks.append(.text(words.idleRows(idle), .muted)) }
    return blocks + unserved + coverage
  }

  // MARK: Cells

  private func matrix(_ columns: Range<Int>) -> PaperTable {
    let heads = columns.map { head(table.columns[$0]) }
    let rows = table.toldRows.map { row in
      PaperRow(
        [label(row, isFirst: columns.lowerBound == 0).asRowHead]
          + columns.map { cell(row.cells[$0]) }
      )
    }
    return PaperTable(
      caption: words.title,
      columns: [PaperColumn(5)] + columns.map { _ in PaperColumn(5) },
      rows: [PaperRow([PaperCell(paper.words.row, isBold: true, tone: .head)] + heads)] + rows
    )
  }

  private func head(_ column: AlignmentTable.Column) -> PaperCell {
    var paragraphs = [PaperParagraph([PaperRun(column.name[language], isBold: true)])]
    if column.rules.isEmpty {
      paragraphs.append(PaperParagraph([PaperRun(words.onlyCited, tone: .muted)]))
    } else {
      let rules = column.rules.joined(separator: " ")
      paragraphs.append(PaperParagraph([PaperRun(rules, tone: .muted, isCode: true)]))
    }
    if !column.isInForce {
      paragraphs.append(PaperParagraph([PaperRun(words.notInForce, tone: .muted)]))
    }
    return PaperCell(paragraphs, tone: .head)
  }

  /// What a row is called; in the first of the tables also what it lacks as a whole.
  private func label(_ row: AlignmentTable.Row, isFirst: Bool) -> PaperCell {
    var paragraphs = [PaperParagraph(row.label[language])]
    if isFirst, let sign = row.sign {
      let text = row.isEmptyLink ? words.noLink : words.incomplete
      let tone = sign == .none ? PaperTone.caution : sign.tone
      paragraphs.append(
        PaperParagraph([
          PaperRun("\(sign.rawValue) \(text)", isBold: true, tone: tone),
          PaperRun(row.findings.map { " \($0)" }.joined(), tone: .muted, isCode: true),
        ])
      )
    }
    return PaperCell(paragraphs)
  }

  private func cell(_ cell: AlignmentTable.Cell) -> PaperCell {
    let sign = AlignmentSign(cell)
    var paragraphs = cell.links.flatMap(paragraphs)
    if !cell.findings.isEmpty {
      let text = cell.links.isEmpty ? words.empty : words.incomplete
      paragraphs.append(
        PaperParagraph([
          PaperRun(text, isBold: true, tone: .bad),
          PaperRun(" " + cell.findings.joined(separator: " "), tone: .muted, isCode: true),
        ])
      )
    }
    if paragraphs.isEmpty { paragraphs.append(PaperParagraph(sign.rawValue)) }
    if sign == .none { return PaperCell(paragraphs) }
    paragraphs[0].runs.insert(PaperRun("\(sign.rawValue) "), at: 0)
    return PaperCell(paragraphs, tone: sign.tone)
  }

  private func paragraphs(_ link: AlignmentTable.Link) -> [PaperParagraph] {
    var paragraphs: [PaperParagraph] = []
    if let item = link.item {
      paragraphs.append(
        PaperParagraph([
          PaperRun("\(item.code) ", isCode: true), PaperRun(item.name[language]),
        ])
      )
    } else {
      paragraphs.append(PaperParagraph(link.cited.map { "“\($0)”" } ?? words.noItem))
      if let problem = words.problem(link) {
        paragraphs.append(PaperParagraph([PaperRun(problem, tone: .caution)]))
      }
    }
    paragraphs.append(
      PaperParagraph([
        PaperRun("\(words.reason): ", tone: .muted), PaperRun(link.reason ?? words.noReason),
      ])
    )
    if !link.findings.isEmpty {
      paragraphs.append(
        PaperParagraph([
          PaperRun("\(words.faulty) ", tone: .caution),
          PaperRun(link.findings.joined(separator: " "), tone: .muted, isCode: true),
        ])
      )
    }
    return paragraphs
  }

  // MARK: What is served

  private var unserved: [Paper.Block] {
    let columns = table.columns.filter { !$0.unserved.isEmpty }
    guard !columns.isEmpty else { return [] }
    let items = columns.map { column in
      let codes = column.unserved.map(\.code).joined(separator: ", ")
      return PaperParagraph([
        PaperRun("\(column.name[language]): "), PaperRun(codes, isCode: true),
      ])
    }
    return [paper.heading(words.unserved, depth), .list(PaperList(.points, items))]
  }

  private var coverage: [Paper.Block] {
    guard let coverage = table.coverage else { return [] }
    var blocks: [Paper.Block] = [paper.heading(words.coverage, depth)]
    if coverage.objectives.isEmpty { blocks.append(.text(words.noStrategies)) }
    var rows = coverage.objectives.map { objective in
      let isServed = !objective.projects.isEmpty
      let names = objective.projects.map { PaperParagraph($0[language]) }
      return PaperRow([
        PaperCell(objective.label[language]).asRowHead,
        isServed ? PaperCell(names) : PaperCell(words.noProject, tone: .caution),
      ])
    }
    rows += coverage.idle.map { project in
      PaperRow([
        PaperCell(words.noStrategy, tone: .caution), PaperCell(project.label[language]),
      ])
    }
    guard !rows.isEmpty else { return blocks }
    blocks.append(
      .table(
        PaperTable(
          caption: words.coverage,
          columns: [PaperColumn(8), PaperColumn(12)],
          heads: [paper.words.strategy, paper.words.projects],
          rows: rows
        )
      )
    )
    return blocks
  }

  // MARK: Rows for spreadsheets

  var data: PaperData {
    let names = paper.words
    var rows: [[PaperData.Value]] = []
    for row in table.toldRows {
      if row.sign != nil {
        let sign = row.isEmptyLink ? AlignmentSign.missing : .incomplete
        let start: [PaperData.Value] = [.text(paper.name), .text(row.label[language])]
        let end: [PaperData.Value] = [
          .text(PlaceText.of(row.place, language)), .text(row.findings.joined(separator: " ")),
        ]
        let empty = Array(repeating: PaperData.Value.empty, count: 3)
        rows.append(start + empty + [.text(names.alignment(sign))] + empty + [.empty] + end)
      }
      for (column, cell) in zip(table.columns, row.cells) {
        let sign = AlignmentSign(cell)
        let start: [PaperData.Value] = [
          .text(paper.name), .text(row.label[language]), .text(column.plan),
          .text(column.name[language]), .text(column.rules.joined(separator: " ")),
          .text(names.alignment(sign)),
        ]
        let found = cell.findings
        guard !cell.links.isEmpty else {
          if sign == .missing {
            let rules = PaperData.Value.text(found.joined(separator: " "))
            rows.append(start + Array(repeating: .empty, count: 5) + [rules])
          }
          continue
        }
        for link in cell.links {
          rows.append(
            start + [
              .init(link.cited), .init(link.item?.code), .init(link.item?.name[language]),
              .init(link.reason), .text(PlaceText.of(link.place, language)),
              .text((found + link.findings).joined(separator: " ")),
            ]
          )
        }
      }
    }
    return PaperData(columns: Self.dataColumns(names, words), rows: rows)
  }

  private static func dataColumns(
    _ names: PaperWords,
    _ words: AlignmentWords
  ) -> [PaperData.Column] {
    [
      .init(names.id, width: 8), .init(names.row, width: 20), .init(names.planCode, width: 10),
      .init(names.plan, width: 16), .init(names.askedBy, width: 10), .init(names.state, width: 10),
      .init(names.cited, width: 20), .init(names.itemCode, width: 8), .init(names.item, width: 20),
      .init(words.reason, width: 30), .init(names.place, width: 16), .init(names.rule, width: 10),
    ]
  }
}

extension AlignmentSign {
  var tone: PaperTone {
    switch self {
    case .stated: .good
    case .incomplete: .caution
    case .missing: .bad
    case .none: .muted
    }
  }
}

extension PaperWords {
  var strategy: String { pick("กลยุทธ์", "Strategy") }
  var projects: String { pick("โครงการ", "Projects") }
  var planCode: String { pick("รหัสแผน", "Plan code") }
  var askedBy: String { pick("เกณฑ์ที่กำหนดให้อ้าง", "Asked for by") }
  var state: String { pick("ผลการวิเคราะห์", "State") }
  var cited: String { pick("รายการที่อ้าง", "Cited item") }
  var itemCode: String { pick("รหัสรายการ", "Item code") }
  var item: String { pick("รายการของแผน", "Item of the plan") }

  func alignment(_ sign: AlignmentSign) -> String {
    switch sign {
    case .stated: pick("ระบุครบ", "stated")
    case .incomplete: pick("ระบุไม่ครบ", "incomplete")
    case .missing: pick("ยังไม่ได้ระบุ", "not stated")
    case .none: pick("ไม่มี", "none")
    }
  }
}
