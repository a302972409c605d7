import Diagnostics
import Papers

extension PaperForm {
  /// F2: what the submission serves, plan by plan.
  static let alignmentTable = PaperForm(
    id: "alignment-table",
    number: "F2",
    title: LocalizedText(th: "ตารางวิเคราะห์ความสอดคล้อง", en: "Alignment table"),
    question: LocalizedText(
      th: "กลยุทธ์และโครงการสอดคล้องกับแผนใด ด้วยเหตุผลใด และขาดแผนใด",
      en: "Which plans do strategies and projects serve, why, and which are not cited?"
    ),
    scope: PaperScope(condition: .plans),
    needs: [.alignment],
    making: .each { paper in
      let alignment = AlignmentParts(paper, depth: 0)
      let blocks = alignment?.blocks ?? [.text(AlignmentWords(language: paper.language).nothing)]
      return [
        Paper.Section(
          name: paper.words.pick("ความสอดคล้อง", "Alignment"),
          isLandscape: true,
          blocks: [paper.identity] + blocks,
          data: alignment?.data
        )
      ]
    }
  )
}
