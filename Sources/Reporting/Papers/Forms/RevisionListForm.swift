import Diagnostics
import Findings
import Papers

extension PaperForm {
  /// F7: what the subcommittee wants changed, for the submitter.
  static let revisionList = PaperForm(
    id: "revision-list",
    number: "F7",
    title: LocalizedText(
      th: "ผลการกลั่นกรองและข้อให้ปรับปรุง",
      en: "Screening result and revision list"
    ),
    question: LocalizedText(
      th: "คณะอนุกรรมการให้ปรับปรุงอะไร ใครรับผิดชอบ ดำเนินการแล้วหรือยัง",
      en: "What is to be revised, by whom, and how far is it?"
    ),
    leftOpen: LocalizedText(
      th: "ครั้งที่และวันประชุม ผู้รับผิดชอบ และความเห็นที่ยังไม่ได้บันทึก",
      en: "meeting, owners, and comments that are not recorded yet"
    ),
    scope: PaperScope(
      jobs: [3, 4, 5, 6, 7, 9, 14],
      otherKinds: ["monitoring-report"],
      from: .screened
    ),
    needs: [.records],
    making: .each { paper in
      let words = paper.words
      let remarks = RemarkParts(paper: paper)
      var blocks: [Paper.Block] = [
        paper.identity,
        .paragraph(
          PaperParagraph([
            PaperRun("\(words.meeting) "), .blank(10), PaperRun("  \(words.onDay) "), .blank(20),
          ])
        ),
        paper.heading(words.comments),
      ]
      if let table = remarks.comments(emptyRows: 5) { blocks.append(.table(table)) }
      blocks.append(paper.heading(words.fromTheCheck))
      blocks += FindingParts(paper: paper).blocks
      return [
        Paper.Section(
          name: words.comments,
          isLandscape: true,
          blocks: blocks,
          data: remarks.data
        )
      ]
    }
  )
}

extension PaperWords {
  var meeting: String { pick("การประชุมครั้งที่", "Meeting") }
  var onDay: String { pick("เมื่อวันที่", "on") }
  var fromTheCheck: String {
    pick("ข้อตรวจพบจากการตรวจเบื้องต้นที่ควรปรับปรุงไปพร้อมกัน", "Findings to be mended at the same time")
  }
}
