public import Catalogues
package import Diagnostics

/// The codes of mistakes that only the graph as a whole can have.
public enum GraphCodes {
  /// An item that leads back to itself.
  package static let circle = CodeFamily.catalogue.code(20)

  /// All codes in order.
  public static let explanations: [CodeExplanation] = [
    CodeExplanation(
      circle,
      title: LocalizedText(th: "ความเชื่อมโยงวนเป็นวง", en: "a circle of alignments"),
      text: LocalizedText(
        th:
          "รายการของแผนเชื่อมขึ้นไปยังรายการหลักหรือตามตารางเทียบ แล้ววนกลับมาที่ตัวเอง จึงไม่มีรายการบนสุด แก้ parent หรือลบแถวหนึ่งของตารางเทียบ",
        en:
          "An item leads to its parent, or along a crosswalk, and comes back to itself, so nothing is on top. Change a parent, or remove one row of the crosswalk."
      )
    )
  ]
}
