import Alignment
import Diagnostics

/// Items of plans in sentences: code and name, and whether they were seen in a source.
enum PlanItemText {
  /// What stands where no item is near.
  static let none = LocalizedText(th: "ไม่มี", en: "none")

  /// What stands behind a sentence that a row of a crosswalk decides which nobody has verified.
  static let crosswalkCaveat = LocalizedText(
    th: " (ตารางเทียบส่วนนี้ยังไม่ได้ยืนยันกับเอกสารต้นทาง)",
    en: " (this part of the crosswalk is not verified)"
  )

  /// `NS-3 ด้านการพัฒนา…`; one that was not verified says so.
  static func label(_ node: PlanNode, in graph: AlignmentGraph) -> LocalizedText {
    guard graph.has(node) else { return LocalizedText(verbatim: "–") }
    let item = graph.item(node)
    let isVerified = graph.isVerified(node)
    return LocalizedText(
      th: item.code + " " + item.name.th + (isVerified ? "" : " (ยังไม่ยืนยัน)"),
      en: item.code + " " + item.name.en + (isVerified ? "" : " (not verified)")
    )
  }
}
