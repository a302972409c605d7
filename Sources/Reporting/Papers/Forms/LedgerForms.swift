import Diagnostics
import DocumentArena
import Findings
import Papers
import PlanValues
import RuleModel

extension PaperForm {
  /// F12: which quarterly reports were made, are due, are overdue.
  static let quarterlyLedger = PaperForm(
    id: "quarterly-ledger",
    number: "F12",
    title: LocalizedText(th: "ตารางรายงานรายไตรมาส", en: "Quarterly ledger"),
    question: LocalizedText(
      th: "เรื่องใดรายงานไตรมาสใดแล้ว ถึงกำหนด หรือเกินกำหนด รายงานต่อใคร",
      en: "Which quarters were reported to whom, and which are due or overdue?"
    ),
    scope: PaperScope(
      jobs: [5, 6, 12, 17, 19],
      kinds: ["monitoring-report", "disbursement-report"]
    ),
    needs: [.records],
    making: .together { [QuarterlyLedger(context: $0).section] }
  )

  /// F13: what was published and sent, to whom and when.
  static let publicationLedger = PaperForm(
    id: "publication-ledger",
    number: "F13",
    title: LocalizedText(th: "ทะเบียนการเผยแพร่และจัดส่ง", en: "Publication and sending ledger"),
    question: LocalizedText(
      th: "เผยแพร่หรือส่งเรื่องใด ให้ใคร เมื่อใด และยังขาดอะไร",
      en: "What was published or sent, to whom, when, and what is missing?"
    ),
    scope: PaperScope(condition: .sending),
    needs: [.records],
    making: .together { [PublicationLedger(context: $0).section] }
  )
}

/// Subjects by quarters.
private struct QuarterlyLedger {
  let context: PaperContext

  private var words: PaperWords { context.words }
  private var day: CalendarDate { context.report.receipt.asOf }

  /// What became of a quarter.
  private enum State {
    case reported(dates: [CalendarDate], recipients: String)
    /// Reported, and a rule found fault with it: a recipient or the day is missing.
    case faulty(dates: [CalendarDate], recipients: String)
    case overdue
    case due
    case notYet
    /// The fiscal year is not given.
    case unknown
  }

  /// One quarter of a submission: what became of it, and the days of reports after the day of the check, which
  /// are plans and not reports.
  private struct Quarter {
    let state: State
    let announced: [CalendarDate]
  }

  private struct Line {
    let paper: SubmissionPaper
    let quarters: [Quarter]
  }

  var section: Paper.Section {
    let lines = context.report.submissions.map(context.paper).map { paper in
      Line(paper: paper, quarters: (1...4).map { quarter($0, in: paper) })
    }
    let blocks: [Paper.Block] = [.text(words.quarterLegend), .table(table(lines))]
    return Paper.Section(
      name: words.quarters,
      isLandscape: true,
      blocks: [.text("\(words.asOf) \(context.day)")] + blocks,
      data: data(lines)
    )
  }

  /// The quarters of which rules on deadlines say that a report is missing or incomplete.
  private func overdue(_ paper: SubmissionPaper) -> Set<Int> {
    let findings = paper.result.rules.filter { $0.rule.family == .threshold }.flatMap(\.findings)
    let ofReports = findings.filter { finding in
      guard case .key(let name)? = finding.place.path.steps.first else { return false }
      return finding.outcome == .fail && name == "reports"
    }
    return Set(ofReports.compactMap { Int($0.part) }.filter { (1...4).contains($0) })
  }

  private func quarter(_ number: Int, in paper: SubmissionPaper) -> Quarter {
    let announced = entries(of: number, in: paper) { $0 > day }
    return Quarter(state: state(of: number, in: paper), announced: announced.dates)
  }

  private func state(of number: Int, in paper: SubmissionPaper) -> State {
    let entries = entries(of: number, in: paper) { $0 <= day }
    let isFaulty = overdue(paper).contains(number)
    if !entries.dates.isEmpty {
      return isFaulty
        ? .faulty(dates: entries.dates, recipients: entries.recipients)
        : .reported(dates: entries.dates, recipients: entries.recipients)
    }
    if isFaulty { return .overdue }
    guard let year = paper.header.fiscalYear.flatMap({ FiscalYear(be: $0) }),
      let quarter = year.quarter(number)
    else { return .unknown }
    return quarter.end < day ? .due : .notYet
  }

  private func entries(
    of number: Int,
    in paper: SubmissionPaper,
    where isMeant: (CalendarDate) -> Bool
  ) -> (dates: [CalendarDate], recipients: String) {
    guard let table = paper.result.record?.table("reports") else { return ([], "") }
    let quarters = table.values("quarter")
    let dates = table.values("date")
    let recipients = table.values("recipients")
    let channels = table.values("channel_name")
    let record = RecordParts(paper: paper)
    var found: [CalendarDate] = []
    var names: [String] = []
    for index in quarters.indices {
      guard case .whole(let quarter)? = quarters[index], quarter == Int64(number),
        case .date(let date)? = dates[index], isMeant(date)
      else { continue }
      found.append(date)
      let name = record.text(recipients[index]) ?? record.text(channels[index])
      if let name, !names.contains(name) { names.append(name) }
    }
    return (found, names.joined(separator: ", "))
  }

  // MARK: Look

  private func table(_ lines: [Line]) -> PaperTable {
    PaperTable(
      caption: words.quarters,
      columns: [PaperColumn(2, .right), PaperColumn(12), PaperColumn(7)]
        + Array(repeating: PaperColumn(8), count: 4),
      heads: [words.number, words.subject, words.fiscalYear] + (1...4).map { words.quarter($0) },
      rows: lines.enumerated().map { index, line in
        let name = PaperParagraph([PaperRun(line.paper.name, tone: .muted, isCode: true)])
        return PaperRow(
          [
            PaperCell("\(index + 1)"),
            PaperCell([PaperParagraph(line.paper.title), name]).asRowHead,
            PaperCell(line.paper.header.fiscalYear.map(String.init) ?? "–"),
          ] + line.quarters.map(cell)
        )
      }
    )
  }

  private func cell(_ quarter: Quarter) -> PaperCell {
    var cell = cell(quarter.state)
    if !quarter.announced.isEmpty {
      cell.paragraphs.append(
        PaperParagraph([PaperRun(words.announced(quarter.announced), tone: .muted)])
      )
    }
    return cell
  }

  private func cell(_ state: State) -> PaperCell {
    switch state {
    case .reported(let dates, let recipients): told(dates, recipients, words.reported, .good)
    case .faulty(let dates, let recipients):
      told(dates, recipients, words.reportedNotWhole, .caution)
    case .overdue: PaperCell(words.overdue, isBold: true, tone: .bad)
    case .due: PaperCell(words.due, tone: .caution)
    case .notYet: PaperCell(words.notYetDue, tone: .muted)
    case .unknown: PaperCell("–", tone: .muted)
    }
  }

  private func told(
    _ dates: [CalendarDate],
    _ recipients: String,
    _ state: String,
    _ tone: PaperTone
  ) -> PaperCell {
    let days = dates.map { words.date($0) }.joined(separator: ", ")
    let texts = ["\(state) \(days)"] + (recipients.isEmpty ? [] : [recipients])
    return PaperCell(texts.map { PaperParagraph($0) }, tone: tone)
  }

  private func data(_ lines: [Line]) -> PaperData {
    PaperData(
      columns: [
        .init(words.id, width: 8), .init(words.subject, width: 24),
        .init(words.fiscalYear, width: 6), .init(words.quarterName, width: 6),
        .init(words.state, width: 12), .init(words.reportedOn, width: 10),
        .init(words.recipients, width: 24), .init(words.note, width: 24),
      ],
      rows: lines.flatMap { line in
        line.quarters.enumerated().map { index, quarter in
          let announced = quarter.announced
          return row(line, index + 1, quarter.state)
            + [announced.isEmpty ? .empty : .text(words.announced(announced))]
        }
      }
    )
  }

  private func row(_ line: Line, _ number: Int, _ state: State) -> [PaperData.Value] {
    let start: [PaperData.Value] = [
      .text(line.paper.name), .text(line.paper.title),
      line.paper.header.fiscalYear.map { .whole($0) } ?? .empty, .whole(number),
    ]
    let date: (CalendarDate?) -> PaperData.Value = { $0.map { .date($0) } ?? .empty }
    switch state {
    case .reported(let dates, let recipients):
      return start + [.text(words.reported), date(dates.max()), .text(recipients)]
    case .faulty(let dates, let recipients):
      return start + [.text(words.reportedNotWhole), date(dates.max()), .text(recipients)]
    case .overdue: return start + [.text(words.overdue), .empty, .empty]
    case .due: return start + [.text(words.due), .empty, .empty]
    case .notYet: return start + [.text(words.notYetDue), .empty, .empty]
    case .unknown: return start + [.empty, .empty, .empty]
    }
  }
}

extension PaperWords {
  var quarters: String { pick("การรายงานรายไตรมาส", "Reports by quarter") }
  var quarterName: String { pick("ไตรมาสที่", "Quarter") }
  func quarter(_ number: Int) -> String { pick("ไตรมาสที่ \(number)", "Quarter \(number)") }
  var reported: String { pick("รายงานแล้ว", "reported") }
  var reportedNotWhole: String {
    pick("รายงานแล้ว แต่ไม่ครบตามเกณฑ์", "reported, not as the rule asks")
  }
  var overdue: String { pick("เกินกำหนด", "overdue") }
  var due: String { pick("ถึงกำหนด", "due") }
  var notYetDue: String { pick("ยังไม่ถึงกำหนด", "not yet due") }
  var reportedOn: String { pick("วันที่รายงาน", "Reported on") }
  var recipients: String { pick("ผู้รับรายงาน", "Recipients") }
  func announced(_ dates: [CalendarDate]) -> String {
    let days = dates.map { date($0) }.joined(separator: ", ")
    return pick(
      "(มีรายงานลงวันที่ \(days) ซึ่งหลังวันที่ตรวจ จึงยังไม่นับ)",
      "(a report is dated \(days), after the day of the check, and is not counted)"
    )
  }
  var quarterLegend: String {
    pick(
      "ถึงกำหนด: สิ้นไตรมาสแล้ว ยังอยู่ในระยะผ่อนผัน หรือไม่มีเกณฑ์ที่บอกว่าเกินกำหนด · เกินกำหนด: เกณฑ์กำหนดเวลาตรวจพบ",
      "due: the quarter has ended, and no rule says yet that it is late; overdue: a rule on deadlines found it"
    )
  }
}
