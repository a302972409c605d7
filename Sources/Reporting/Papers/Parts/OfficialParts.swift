import Diagnostics
import Findings
import Papers
import PlanValues
import RuleModel
import Scoring

/// What official papers have in common.
///
/// They exist in Thai only, and so do their words.
struct OfficialParts {
  let paper: SubmissionPaper

  private var record: RecordParts { RecordParts(paper: paper) }

  /// The office whose paper it is; its name is left open, since a report does not know it.
  static let office: [PaperRun] = [PaperRun("สำนักงานศึกษาธิการจังหวัด"), .blank(20)]

  // MARK: Paragraphs

  /// A line in the middle of the page.
  static func centered(
    _ runs: [PaperRun],
    level: Int? = nil
  ) -> Paper.Block {
    var paragraph = PaperParagraph(runs, headingLevel: level)
    paragraph.alignment = .center
    return .paragraph(paragraph)
  }

  /// A paragraph of an official paper: the first line 2.5 cm in, both edges straight.
  static func body(_ runs: [PaperRun]) -> Paper.Block {
    var paragraph = PaperParagraph(runs)
    paragraph.firstLineIndent = 250
    paragraph.alignment = .thaiDistribute
    paragraph.spaceAfter = 6
    return .paragraph(paragraph)
  }

  static func body(_ text: String) -> Paper.Block { body([PaperRun(text)]) }

  /// A place for a signature with the day, and with the position where the role is none.
  static func signature(_ role: String, isPosition: Bool = false) -> Paper.Block {
    .signature(
      PaperSignature(
        role: role,
        verb: "ลงชื่อ",
        position: isPosition ? "" : "ตำแหน่ง",
        date: "วันที่"
      )
    )
  }

  /// The head of an external letter (หนังสือภายนอก), a draft.
  static func letterHead(_ title: String, to addressee: [PaperRun], level: Int) -> [Paper.Block] {
    var place = PaperParagraph(office)
    place.alignment = .right
    var day = PaperParagraph([PaperRun("วันที่ "), .blank(24)])
    day.alignment = .center
    return [
      .note(PaperNote(.caution, "ร่าง – ตรวจสอบและลงนามก่อนส่ง")),
      .paragraph(PaperParagraph([PaperRun("ที่ ศธ "), .blank(20)])),
      .paragraph(place), .paragraph(day),
      .paragraph(PaperParagraph([PaperRun("เรื่อง  \(title)", size: 16)], headingLevel: level)),
      .fields(
        PaperFields([
          .init("เรียน", addressee), .init("อ้างถึง", [PaperRun("หนังสือ"), .blank(30)]),
          .init("สิ่งที่ส่งมาด้วย", [.blank(40)]),
        ])
      ),
    ]
  }

  /// The end of an external letter: regards, signature, who to ask.
  static var letterEnd: [Paper.Block] {
    var regards = PaperParagraph("ขอแสดงความนับถือ")
    regards.alignment = .center
    regards.indent = 700
    return [
      .paragraph(regards), signature("ศึกษาธิการจังหวัด", isPosition: true),
      .paragraph(PaperParagraph([PaperRun("กลุ่มนโยบายและแผน โทร. "), .blank(16)])),
    ]
  }

  /// That what was made by the program is material, and what is open belongs to people.
  static let caveat = Paper.Block.note(
    PaperNote(
      .muted,
      "ผลการตรวจเบื้องต้นเป็นข้อมูลประกอบการพิจารณา มิใช่มติหรือความเห็นของผู้มีอำนาจ "
        + "ความเห็นและมติเป็นของเจ้าหน้าที่และคณะกรรมการ"
    )
  )

  // MARK: Sentences on a submission

  /// Who submits what, when, for which time; of what the office made itself, what that is.
  func background(after start: String = "") -> [PaperRun] {
    let header = paper.header
    let isOwn = paper.job.isOfTheOffice
    let submitter = header.submitter ?? (isOwn ? "สำนักงานศึกษาธิการจังหวัด" : "หน่วยงานผู้เสนอ")
    var runs = [PaperRun(Self.joined(start, submitter) + (isOwn ? " ได้จัดทำ" : " ได้เสนอ"))]
    runs.append(PaperRun(header.kindTitle?.th ?? "เรื่อง"))
    runs += [PaperRun(" “\(paper.title)”"), PaperRun(" (รหัสเรื่อง ")]
    runs += [PaperRun(paper.name, isCode: true), PaperRun(")")]
    if let year = header.fiscalYear { runs.append(PaperRun(" ปีงบประมาณ พ.ศ. \(year)")) }
    if header.round > 1 { runs.append(PaperRun(" เสนอครั้งที่ \(header.round)")) }
    guard !isOwn else { return runs }
    runs.append(PaperRun(" สำนักงานศึกษาธิการจังหวัดรับเรื่องเมื่อวันที่ "))
    runs.append(record.run("", "received_on"))
    return runs
  }

  /// A word and a name behind it: with a space before an abbreviation, a Latin word or a figure, else without.
  static func joined(_ word: String, _ name: String) -> String {
    guard !word.isEmpty, let first = name.unicodeScalars.first else { return word + name }
    let start = name.prefix { $0 != " " }
    return word + (first.isASCII || start.contains(".") ? " " : "") + name
  }

  /// What the check came to, in one sentence.
  var outcome: String {
    let submission = paper.submission
    let words = paper.reportWords
    let errors = submission.failures.count { $0.severity == .error }
    let warnings = submission.failures.count { $0.severity == .warning }
    let notes = submission.failures.count { $0.severity == .info }
    var text =
      "ตรวจเบื้องต้นตามคู่มือการปฏิบัติงาน ณ วันที่ \(paper.context.day) "
      + "ผลสรุป: \(words.verdict(submission.scorecard.verdict))"
    if let total = submission.scorecard.total { text += " คะแนน \(total) จาก 100" }
    guard errors + warnings + notes > 0 else { return text + " ไม่มีข้อตรวจพบ" }
    text +=
      " มีข้อตรวจพบที่ต้องแก้ไข \(errors) รายการ ควรแก้ไข \(warnings) รายการ "
      + "และข้อมูลประกอบ \(notes) รายการ"
    let unknown = paper.result.rules.count { $0.outcome == .unknown }
    if unknown > 0 { text += " และตรวจไม่ได้เพราะข้อมูลไม่เพียงพอ \(unknown) เกณฑ์" }
    return text
  }

  /// What the plan or request is about, as far as figures tell; the rest is the officer's.
  var substance: [Paper.Block] {
    var blocks: [Paper.Block] = []
    if let shares = paper.result.record?.budget, !shares.isEmpty,
      let total = Money.sum(shares.map(\.amount))
    {
      blocks.append(Self.body("วงเงินรวมตามรายการที่เสนอ \(total.formatted()) บาท จำแนกดังนี้"))
      blocks.append(.table(Self.budget(shares)))
    }
    if let coverage = paper.result.alignment?.coverage, coverage.projectCount > 0 {
      blocks.append(Self.body("จำนวนโครงการ \(coverage.projectCount) โครงการ"))
    }
    blocks.append(
      .lines(
        PaperLines(label: "สาระสำคัญ", author: "เว้นไว้ให้เจ้าหน้าที่สรุป", count: 4)
      )
    )
    return blocks
  }

  /// How many rows of the budget an opinion paper shows.
  private static let shownShares = 15

  private static func budget(_ shares: [SubmissionRecord.BudgetShare]) -> PaperTable {
    var rows = shares.prefix(shownShares).map { share in
      PaperRow([
        PaperCell(share.plan ?? "(ไม่ระบุ)").asRowHead, PaperCell(share.category ?? "(ไม่ระบุ)"),
        PaperCell(share.amount.formatted()),
      ])
    }
    let rest = shares.dropFirst(shownShares)
    if !rest.isEmpty, let sum = Money.sum(rest.map(\.amount)) {
      rows.append(
        PaperRow([
          PaperCell("อื่น ๆ \(rest.count) รายการ").asRowHead, PaperCell(""),
          PaperCell(sum.formatted()),
        ])
      )
    }
    return PaperTable(
      caption: "งบประมาณจำแนกตามแผนงานหรือกลยุทธ์",
      columns: [PaperColumn(7), PaperColumn(6), PaperColumn(5, .right)],
      heads: ["แผนงานหรือกลยุทธ์", "ประเภทหรือแหล่งงบประมาณ", "จำนวนเงิน (บาท)"],
      rows: Array(rows)
    )
  }

  // MARK: Annexes

  /// Findings, alignment and checklist on pages of their own, across.
  var annexes: Paper.Section {
    var blocks: [Paper.Block] = [
      .heading("เอกสารแนบ 1 รายการข้อตรวจพบและข้อควรพิจารณา", paper.context.level)
    ]
    blocks += FindingParts(paper: paper).blocks
    var number = 2
    if let alignment = AlignmentParts(paper) {
      blocks += [
        .pageBreak,
        .heading("เอกสารแนบ \(number) ตารางวิเคราะห์ความสอดคล้อง", paper.context.level),
      ]
      blocks += alignment.blocks
      number += 1
    }
    blocks += [
      .pageBreak, .heading("เอกสารแนบ \(number) แบบตรวจความครบถ้วนของเอกสาร", paper.context.level),
    ]
    blocks += ChecklistParts(paper: paper).blocks + paper.context.settings
    return Paper.Section(name: "เอกสารแนบ", isLandscape: true, blocks: blocks)
  }
}
