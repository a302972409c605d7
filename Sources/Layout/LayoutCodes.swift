package import Catalogues
public import Diagnostics

extension DiagnosticCode {
  /// A file that cannot be laid out without loss.
  public static let layoutUnusual = DiagnosticCode("FMT-001")
  /// A file that is not in the form of the project.
  public static let layoutDiffers = DiagnosticCode("FMT-002")
}

/// The codes of layout, with what to say about each.
package enum LayoutCodes {
  /// All codes in order.
  package static let explanations: [CodeExplanation] = [
    CodeExplanation(
      .layoutUnusual,
      title: LocalizedText(th: "แฟ้มที่จัดรูปแบบไม่ได้", en: "a file that cannot be laid out"),
      text: LocalizedText(
        th:
          "คำสั่ง krong fmt อ่านแฟ้มที่จัดแล้วอีกครั้งเสมอ หากค่าใดหรือหมายเหตุใดจะเปลี่ยนไป แฟ้มจะคงเดิม มักเกิดจากคีย์ที่เขียนด้วย ? บรรทัดที่ขึ้นต้นด้วย % แฟ้มที่มีหลายเอกสาร หรือหมายเหตุในที่ที่ไม่ปกติ เขียนใหม่แบบธรรมดาแล้วสั่งอีกครั้ง",
        en:
          "`krong fmt` reads what it is about to write, and leaves a file alone if a value or a comment would change. That happens with keys written with `?`, lines that begin with %, several documents in one file, and comments in unusual places. Write them plainly and try again."
      )
    ),
    CodeExplanation(
      .layoutDiffers,
      title: LocalizedText(th: "แฟ้มยังไม่ได้จัดรูปแบบ", en: "a file that is not formatted"),
      text: LocalizedText(
        th:
          "แฟ้มนี้ไม่อยู่ในรูปแบบของโครงการ: ลำดับคีย์ตามตารางของภาษา ย่อหน้าสองช่อง ไม่มีช่องว่างท้ายบรรทัด สั่งตามตัวอย่างเพื่อจัด ความหมายและหมายเหตุไม่เปลี่ยน",
        en:
          "The file is not in the form of the project: keys in the order of the language, two blanks for each level, no blanks at the ends of lines. The command of the example mends it; meaning and comments stay."
      ),
      example: "krong fmt Rules"
    ),
  ]
}
