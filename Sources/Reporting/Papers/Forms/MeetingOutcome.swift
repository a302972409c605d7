import Findings
import Papers

/// The letter that tells those concerned what a meeting came to (J1 §5.7, J18 §5.9).
struct MeetingOutcome {
  let paper: SubmissionPaper

  private var record: RecordParts { RecordParts(paper: paper) }
  private var body: String { paper.job.screeningBody }

  /// Whether an agenda item names parties that it concerns; nobody else is written to.
  static func hasItems(_ record: SubmissionRecord?) -> Bool {
    record?.table("agenda")?.values("concerned").contains { $0 != nil } ?? false
  }

  var sections: [Paper.Section] {
    let level = paper.context.level == 2 ? 1 : paper.context.level
    var blocks = OfficialParts.letterHead(
      "แจ้งผลการประชุม\(body)",
      to: [.blank(40)],
      level: level
    )
    blocks += [
      OfficialParts.body("ตามที่สำนักงานศึกษาธิการจังหวัดได้จัดประชุม\(body) นั้น"),
      OfficialParts.body("บัดนี้ ที่ประชุมได้พิจารณาเรื่องที่เกี่ยวข้องกับหน่วยงานของท่านแล้ว มีผลดังนี้"),
      .table(table), OfficialParts.body(wish),
    ]
    return [Paper.Section(name: "แจ้งผลการประชุม", blocks: blocks + OfficialParts.letterEnd)]
  }

  /// Those told by job 18 also act on what the committee suggests (J18 §5.9).
  private var wish: String {
    let end = paper.header.job == 18 ? "และดำเนินการตามข้อเสนอแนะและข้อคิดเห็นของคณะกรรมการต่อไป" : ""
    return "จึงเรียนมาเพื่อโปรดทราบ" + end
  }

  /// The agenda items that concern somebody, each with its remarks; what is to be done is the officer's
  /// to write.
  private var table: PaperTable {
    let agenda = paper.result.record?.table("agenda")
    let concerned = agenda?.values("concerned") ?? []
    let meetings = agenda?.values("meeting") ?? []
    let numbers = agenda?.values("number") ?? []
    let titles = agenda?.values("title") ?? []
    let decisions = agenda?.values("resolution.decision") ?? []
    let remarks = agenda?.values("resolution.remarks") ?? []
    let rows = concerned.indices.filter { concerned[$0] != nil }.map { index in
      PaperRow([
        cell(meetings[index]), cell(numbers[index]), cell(titles[index]).asRowHead,
        cell(decisions[index]), cell(concerned[index]),
        toBeDone(remarks[index]),
      ])
    }
    return PaperTable(
      caption: "ผลการประชุม",
      columns: [
        PaperColumn(3), PaperColumn(2), PaperColumn(6), PaperColumn(4), PaperColumn(4),
        PaperColumn(5),
      ],
      heads: [
        "การประชุมครั้งที่", "ระเบียบวาระที่", "เรื่อง", "มติ", "ผู้เกี่ยวข้อง", "ข้อสังเกตและสิ่งที่ให้ดำเนินการ",
      ],
      rows: rows
    )
  }

  /// The remarks of an agenda item, numbered where there are several, and room for what is to be done.
  private func toBeDone(_ remarks: SubmissionRecord.Value?) -> PaperCell {
    let open = PaperParagraph([.blank(12)])
    guard case .list(let all)? = remarks else { return PaperCell([open]) }
    let texts = all.compactMap { record.text($0) }
    let paragraphs = texts.enumerated().map { index, text in
      PaperParagraph(texts.count > 1 ? "\(index + 1)) \(text)" : text)
    }
    return PaperCell(paragraphs + [open])
  }

  private func cell(_ value: SubmissionRecord.Value?) -> PaperCell {
    record.text(value).map { PaperCell($0) } ?? PaperCell([PaperParagraph([.blank(8)])])
  }
}
