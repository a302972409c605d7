import Diagnostics
import Findings
import Papers
import Scoring

extension PaperForm {
  /// F5: the note by which the office asks for a place on the agenda.
  static let memo = PaperForm(
    id: "memo",
    number: "F5",
    title: LocalizedText(
      th: "บันทึกข้อความเสนอขอบรรจุวาระการประชุม",
      en: "Memo asking for a place on the agenda"
    ),
    question: LocalizedText(
      th: "จะเสนอเรื่องใดเข้าประชุม และแนบเอกสารใด",
      en: "Which submissions are to go on the agenda, with which papers?"
    ),
    leftOpen: LocalizedText(
      th:
        "ชื่อส่วนราชการ ที่ วันที่ การประชุมที่เสนอ ความเห็นของผู้เสนอ ลายมือชื่อ และความเห็นหรือคำสั่งของศึกษาธิการจังหวัด",
      en:
        "office, number, day, meeting, the proposer's opinion, signatures, the superior's decision"
    ),
    languages: [.th],
    isOfficial: true,
    // Jobs 2 and 8 have no such step.
    scope: PaperScope(
      jobs: [3, 4, 5, 6, 7, 9, 14, 15, 17, 18],
      otherKinds: ["monitoring-report"],
      until: .submitted,
      condition: .ready
    ),
    making: .together { MemoPaper(context: $0).sections }
  )
}

/// The memo: cause, wish and end, as the rules on official letters have it.
///
/// It says what was submitted and what the check found; whether it should go on the agenda is the officer's
/// to write and the superior's to decide.
private struct MemoPaper {
  let context: PaperContext

  private var submissions: [SubmissionPaper] { context.report.submissions.map(context.paper) }

  var sections: [Paper.Section] {
    var blocks = head + cause
    if submissions.count > 1 { blocks.append(.table(table)) }
    blocks += wish
    blocks += [
      .lines(PaperLines(label: "ความเห็นของผู้เสนอ", author: "เว้นไว้ให้เจ้าหน้าที่เขียน", count: 3)),
      OfficialParts.body("จึงเรียนมาเพื่อโปรดพิจารณา"),
      OfficialParts.caveat,
      OfficialParts.signature("ผู้เสนอ"),
      .lines(PaperLines(label: "ความเห็นหรือคำสั่ง", author: "ศึกษาธิการจังหวัด", count: 3)),
      OfficialParts.signature("ศึกษาธิการจังหวัด", isPosition: true),
    ]
    return [Paper.Section(name: "บันทึกข้อความ", blocks: blocks)]
  }

  /// Sizes by the typing instructions of the rules: 29 points for the title, 20 for the names of the head.
  private var head: [Paper.Block] {
    let subject = submissions.count == 1 ? submissions[0].title : "รวม \(submissions.count) เรื่อง"
    return [
      OfficialParts.centered([PaperRun("บันทึกข้อความ", isBold: true, size: 29)], level: 1),
      .fields(
        PaperFields(
          [
            .init("ส่วนราชการ", OfficialParts.office),
            .init(
              "ที่",
              [.blank(24), PaperRun("  วันที่ ", isBold: true, size: 20), .blank(24)]
            ),
            .init("เรื่อง", "ขอบรรจุวาระการประชุม \(subject)"),
          ],
          labelSize: 20
        )
      ),
      .fields(PaperFields([.init("เรียน", "ศึกษาธิการจังหวัด")])),
    ]
  }

  private var cause: [Paper.Block] {
    guard submissions.count == 1 else {
      return [
        OfficialParts.body(
          "ด้วยกลุ่มนโยบายและแผนได้ตรวจเบื้องต้นเรื่องที่จะเสนอเข้าประชุม "
            + "จำนวน \(submissions.count) เรื่อง ณ วันที่ \(context.day) ดังนี้"
        )
      ]
    }
    let official = OfficialParts(paper: submissions[0])
    return [
      OfficialParts.body(official.background(after: "ด้วย")),
      OfficialParts.body("กลุ่มนโยบายและแผนได้" + official.outcome),
    ]
  }

  /// The body, where all submissions have one; its name is left open where the manual gives none.
  private var body: [PaperRun] {
    let jobs = submissions.map(\.job)
    guard let first = jobs.first, jobs.allSatisfy({ $0.screeningBody == first.screeningBody })
    else { return [.blank(30)] }
    let name = PaperRun(first.screeningBody)
    return first.isScreeningBodyNamed ? [name] : [name, PaperRun(" ("), .blank(20), PaperRun(")")]
  }

  private var wish: [Paper.Block] {
    var runs = [PaperRun("จึงขอเสนอเรื่องดังกล่าวเพื่อขอบรรจุเข้าระเบียบวาระการประชุม")]
    runs += body
    runs += [
      PaperRun(" ครั้งที่ "), .blank(8), PaperRun(" วันที่ "), .blank(20),
      PaperRun(" ระเบียบวาระที่ "), .blank(8), PaperRun(" พร้อมเอกสารประกอบ ดังนี้"),
    ]
    return [OfficialParts.body(runs), .list(PaperList(.numbers, annexes))]
  }

  /// The papers that there are of these submissions.
  private var annexes: [PaperParagraph] {
    var texts = ["รายการข้อตรวจพบและข้อควรพิจารณา"]
    let checked = submissions.map(\.submission)
    if checked.contains(where: { PaperForm.opinionSubcommittee.scope.objection(to: $0) == nil }) {
      texts.insert("ข้อเสนอเพื่อประกอบการพิจารณา", at: 0)
    }
    if submissions.contains(where: { !($0.result.alignment?.columns.isEmpty ?? true) }) {
      texts.append("ตารางวิเคราะห์ความสอดคล้อง")
    }
    texts.append("แบบตรวจความครบถ้วนของเอกสาร")
    return texts.map { PaperParagraph($0) }
      + [PaperParagraph([PaperRun("อื่น ๆ "), .blank(30)])]
  }

  private var table: PaperTable {
    PaperTable(
      caption: "เรื่องที่เสนอ",
      columns: [PaperColumn(1, .right), PaperColumn(8), PaperColumn(4), PaperColumn(3)],
      heads: ["ที่", "เรื่อง", "หน่วยงานผู้เสนอ", "ผลสรุปการตรวจ"],
      rows: submissions.enumerated().map { index, paper in
        PaperRow([
          PaperCell("\(index + 1)"),
          PaperCell([
            PaperParagraph(paper.title),
            PaperParagraph([PaperRun(paper.name, tone: .muted, isCode: true)]),
          ]).asRowHead,
          PaperCell(paper.header.submitter ?? "–"),
          PaperCell(paper.reportWords.verdict(paper.card.verdict)),
        ])
      }
    )
  }
}
