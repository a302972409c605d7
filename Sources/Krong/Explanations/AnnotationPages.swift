import Catalogues
import Diagnostics

/// What the codes of marked copies mean.
enum AnnotationPages {
  static let all: [CodeExplanation] = [
    CodeExplanation(
      .cannotAnnotate,
      title: LocalizedText(th: "ใส่เครื่องหมายในแฟ้มนี้ไม่ได้", en: "a file that takes no marks"),
      text: LocalizedText(
        th:
          "JSON ไม่มีที่สำหรับหมายเหตุ และ CSV ไม่มีทั้งหมายเหตุและสี krong annotate จึงใส่ได้เฉพาะ Excel (.xlsx .xlsm) "
          + "Word (.docx) และ YAML แปลงด้วย krong convert ก่อน หรือดูข้อตรวจพบด้วย krong check",
        en:
          "JSON has no comments, and CSV neither comments nor colours, so krong annotate takes Excel (.xlsx, .xlsm), "
          + "Word (.docx) and YAML files only. Convert the file with krong convert first, or read the findings "
          + "with krong check."
      ),
      example: "krong convert plan.json -o plan.xlsx\nkrong annotate plan.xlsx -o marked.xlsx"
    ),
    CodeExplanation(
      .marksAtTop,
      title: LocalizedText(th: "ข้อความรวมอยู่ที่หัวแฟ้ม", en: "comments at the top of the file"),
      text: LocalizedText(
        th: "บรรทัดที่มีข้อตรวจพบอยู่กลางข้อความหลายบรรทัดที่ใส่หมายเหตุคั่นไม่ได้ หากใส่ เนื้อหาของแฟ้มจะเปลี่ยน "
          + "ข้อความทั้งหมดจึงอยู่ที่หัวแฟ้ม โดยบอกเลขบรรทัดของแฟ้มเดิม",
        en:
          "A line with a finding lies inside a text of several lines, where a comment would become part of what "
          + "the file says. So all comments stand at the top, with the numbers of the lines of the original file."
      ),
      example: "krong annotate plan.yaml -o marked.yaml"
    ),
  ]
}
