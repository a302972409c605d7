import Diagnostics
import Findings
import Papers
import PlanValues
import RuleModel

/// What was published and sent, in the order of the submissions.
struct PublicationLedger {
  let context: PaperContext

  private var words: PaperWords { context.words }

  private struct Line {
    let paper: SubmissionPaper
    let what: String
    let to: String
    let date: CalendarDate?
    let reference: String
    let isMissing: Bool
  }

  var section: Paper.Section {
    let lines = context.report.submissions.map(context.paper).flatMap(lines)
    return Paper.Section(
      name: words.ledger,
      isLandscape: true,
      blocks: [.text("\(words.asOf) \(context.day)")]
        + (lines.isEmpty ? [.text(words.nothingSent)] : [.table(table(lines))]),
      data: data(lines)
    )
  }

  /// Whether a submission has anything for the ledger.
  static func hasLines(_ submission: CheckedSubmission) -> Bool {
    let record = submission.result.record
    if ["notices", "publication", "annual_reports"].contains(where: { record?.table($0) != nil }) {
      return true
    }
    return !findings(submission.result).isEmpty
  }

  private func lines(_ paper: SubmissionPaper) -> [Line] {
    notices(paper) + publications(paper) + annualReports(paper) + missing(paper)
  }

  private func notices(_ paper: SubmissionPaper) -> [Line] {
    guard let table = paper.result.record?.table("notices") else { return [] }
    let record = RecordParts(paper: paper)
    let (about, to) = (table.values("about"), table.values("to"))
    let (dates, references) = (table.values("date"), table.values("ref"))
    return table.rows.indices.map { index in
      Line(
        paper: paper,
        what: record.text(about[index]) ?? "–",
        to: record.text(to[index]) ?? "–",
        date: Self.date(dates[index]),
        reference: record.text(references[index]) ?? "",
        isMissing: false
      )
    }
  }

  private func publications(_ paper: SubmissionPaper) -> [Line] {
    guard paper.result.record?.table("publication") != nil else { return [] }
    let record = RecordParts(paper: paper)
    let reason = record.text("publication", "restricted_reason")
    return [
      Line(
        paper: paper,
        what: reason.map { words.notPublished($0) } ?? words.publication,
        to: record.text("publication", "channel") ?? (reason == nil ? "–" : words.nobody),
        date: Self.date(paper.result.record?.value("publication", "date")),
        reference: "",
        isMissing: false
      )
    ]
  }

  /// The yearly reports to the regional committee, each with its publication (J18 §5.10).
  private func annualReports(_ paper: SubmissionPaper) -> [Line] {
    guard let table = paper.result.record?.table("annual_reports") else { return [] }
    let record = RecordParts(paper: paper)
    let years = table.values("fiscal_year")
    let recipients = table.values("to")
    let dates = table.values("date")
    let channels = table.values("publication.channel")
    let published = table.values("publication.date")
    let reasons = table.values("publication.restricted_reason")
    return table.rows.indices.flatMap { index -> [Line] in
      let what = words.annualReport(record.text(years[index]))
      let report = Line(
        paper: paper,
        what: what,
        to: record.text(recipients[index]) ?? "–",
        date: Self.date(dates[index]),
        reference: "",
        isMissing: false
      )
      let reason = record.text(reasons[index])
      guard channels[index] != nil || published[index] != nil || reason != nil else {
        return [report]
      }
      let publication = Line(
        paper: paper,
        what: what + " – " + (reason.map { words.notPublished($0) } ?? words.publication),
        to: record.text(channels[index]) ?? (reason == nil ? "–" : words.nobody),
        date: Self.date(published[index]),
        reference: "",
        isMissing: false
      )
      return [report, publication]
    }
  }

  /// What the rules on disclosure found missing.
  private static func findings(_ result: SubmissionResult) -> [Finding] {
    result.rules.filter { $0.rule.family == .disclosure }.flatMap(\.findings)
      .filter { $0.outcome == .fail }
  }

  /// What the rules on disclosure and notices found missing.
  private func missing(_ paper: SubmissionPaper) -> [Line] {
    Self.findings(paper.result).map { finding in
      Line(
        paper: paper,
        what: finding.message[context.language],
        to: "–",
        date: nil,
        reference: finding.rule,
        isMissing: true
      )
    }
  }

  private static func date(_ value: SubmissionRecord.Value?) -> CalendarDate? {
    if case .date(let date)? = value { date } else { nil }
  }

  private func table(_ lines: [Line]) -> PaperTable {
    PaperTable(
      caption: words.ledger,
      columns: [
        PaperColumn(1, .right), PaperColumn(6), PaperColumn(6), PaperColumn(5), PaperColumn(3),
        PaperColumn(3),
      ],
      heads: [
        words.number, words.subject, words.what, words.toWhom, words.dayName, words.reference,
      ],
      rows: lines.enumerated().map { index, line in
        let name = PaperParagraph([PaperRun(line.paper.name, tone: .muted, isCode: true)])
        return PaperRow([
          PaperCell("\(index + 1)"),
          PaperCell([PaperParagraph(line.paper.title), name]).asRowHead,
          PaperCell(line.what, tone: line.isMissing ? .bad : .plain), PaperCell(line.to),
          day(line),
          line.reference.isEmpty ? PaperCell("–") : PaperCell(line.reference, isCode: true),
        ])
      }
    )
  }

  /// Whether a line is dated after the day of the check: a plan, and not done yet.
  private func isAhead(_ line: Line) -> Bool {
    line.date.map { $0 > context.report.receipt.asOf } ?? false
  }

  private func day(_ line: Line) -> PaperCell {
    guard let date = line.date else { return PaperCell("–") }
    var paragraphs = [PaperParagraph(words.date(date))]
    if isAhead(line) {
      paragraphs.append(PaperParagraph([PaperRun(words.afterTheCheck, tone: .muted)]))
    }
    return PaperCell(paragraphs)
  }

  private func state(_ line: Line) -> String {
    if line.isMissing { return words.lacking }
    return isAhead(line) ? words.afterTheCheck : words.doneAlready
  }

  private func data(_ lines: [Line]) -> PaperData {
    PaperData(
      columns: [
        .init(words.id, width: 8), .init(words.subject, width: 20), .init(words.what, width: 24),
        .init(words.toWhom, width: 20), .init(words.dayName, width: 8),
        .init(words.reference, width: 12), .init(words.state, width: 8),
      ],
      rows: lines.map { line in
        [
          .text(line.paper.name), .text(line.paper.title), .text(line.what), .text(line.to),
          line.date.map { .date($0) } ?? .empty, .text(line.reference),
          .text(state(line)),
        ]
      }
    )
  }
}

extension PaperWords {
  var ledger: String { pick("การเผยแพร่และจัดส่ง", "Published and sent") }
  var what: String { pick("สิ่งที่เผยแพร่หรือส่ง", "What") }
  var toWhom: String { pick("ผู้รับหรือช่องทาง", "To whom, or where") }
  var dayName: String { pick("วันที่", "Date") }
  var reference: String { pick("เลขที่อ้างอิง", "Reference") }
  var publication: String { pick("เผยแพร่ต่อสาธารณชน", "published") }
  var nobody: String { pick("ไม่เผยแพร่", "not published") }
  var lacking: String { pick("ยังขาด", "missing") }
  var doneAlready: String { pick("ดำเนินการแล้ว", "done") }
  var afterTheCheck: String { pick("หลังวันที่ตรวจ", "after the day of the check") }
  func annualReport(_ year: String?) -> String {
    let year = year.map { pick("งบประมาณ พ.ศ. \($0)", " of \($0)") } ?? ""
    return pick("รายงานผลการดำเนินงานประจำปี", "Annual report") + year
  }
  var nothingSent: String {
    pick("ไม่มีบันทึกการเผยแพร่หรือจัดส่ง", "Nothing is recorded as published or sent.")
  }
  func notPublished(_ reason: String) -> String {
    pick("ไม่เผยแพร่ เพราะ \(reason)", "not published: \(reason)")
  }
}
