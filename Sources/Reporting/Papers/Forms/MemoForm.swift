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
      th: "ชื่อส่วนราชการ ที่ วันที่ การประชุมที่เสนอ ลายมือชื่อ และความเห็นของผู้บังคับบัญชา",
      en: "office, number, day, meeting, signatures, the superior's decision"
    ),
    languages: [.th],
    isOfficial: true,
    making: .together { MemoPaper(context: $0).sections }
  )
}

/// The memo: cause, wish and end, as the rules on official letters have it.
private struct MemoPaper {
  let context: PaperContext

  private var submissions: [SubmissionPaper] { context.report.submissions.map(context.paper) }

  var sections: [Paper.Section] {
    var blocks = head + cause
    if submissions.count > 1 { blocks.append(.table(table)) }
    blocks += wish
    blocks += [
      OfficialParts.body("จึงเรียนมาเพื่อโปรดพิจารณา หากเห็นชอบโปรดอนุญาตให้บรรจุเป็นระเบียบวาระการประชุมต่อไป"),
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
          "ด้วยสำนักงานศึกษาธิการจังหวัดได้รับและตรวจเบื้องต้นเรื่องที่หน่วยงานเสนอ "
            + "จำนวน \(submissions.count) เรื่อง ณ วันที่ \(context.day) ดังนี้"
        )
      ]
    }
    let official = OfficialParts(paper: submissions[0])
    return [
      OfficialParts.body([PaperRun("ด้วย ")] + official.background),
      OfficialParts.body("กลุ่มนโยบายและแผนได้" + official.outcome),
    ]
  }

  private var wish: [Paper.Block] {
    [
      OfficialParts.body([
        PaperRun("กลุ่มนโยบายและแผนพิจารณาแล้ว เห็นควรเสนอเรื่องดังกล่าวบรรจุเป็นระเบียบวาระการประชุม"),
        .blank(30), PaperRun(" ครั้งที่ "), .blank(8), PaperRun(" วันที่ "), .blank(20),
        PaperRun(" ระเบียบวาระ "), .blank(16), PaperRun(" พร้อมเอกสารประกอบ ดังนี้"),
      ]),
      .list(
        PaperList(
          .numbers,
          [
            PaperParagraph("ข้อเสนอเพื่อประกอบการพิจารณา"),
            PaperParagraph("รายการข้อตรวจพบและข้อควรพิจารณา"),
            PaperParagraph("ตารางวิเคราะห์ความสอดคล้อง"),
            PaperParagraph("แบบตรวจความครบถ้วนของเอกสาร"),
            PaperParagraph([PaperRun("อื่น ๆ "), .blank(30)]),
          ]
        )
      ),
    ]
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
