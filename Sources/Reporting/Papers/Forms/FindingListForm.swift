import Diagnostics
import Papers

extension PaperForm {
  /// F1: what is to be mended, where and why.
  static let findingList = PaperForm(
    id: "finding-list",
    number: "F1",
    title: LocalizedText(
      th: "รายการข้อตรวจพบและข้อควรพิจารณา",
      en: "Findings and points for consideration"
    ),
    question: LocalizedText(
      th: "ต้องแก้ไขอะไร ที่ใด ตามข้อใดของคู่มือ",
      en: "What is to be mended, where, and which clause asks for it?"
    ),
    making: .each { paper in
      let blocks: [Paper.Block] =
        [paper.identity, paper.verdict, paper.heading(paper.words.message)]
        + FindingParts(paper: paper).blocks + UnjudgedParts(paper: paper).blocks
      return [
        Paper.Section(
          name: paper.words.message,
          isLandscape: true,
          blocks: blocks,
          data: FindingData(paper: paper).data
        )
      ]
    }
  )
}
