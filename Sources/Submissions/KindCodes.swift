public import Catalogues
public import Diagnostics

extension DiagnosticCode {
  /// A `refers_to` path that the kind does not have.
  public static let pathUnknown = DiagnosticCode("KIND-020")
  /// An option that says nothing about the type of its field.
  public static let optionDoesNotFit = DiagnosticCode("KIND-021")
  /// A label of elements with fields that may be blank, and no other label.
  public static let elementBlankMissing = DiagnosticCode("KIND-022")
}

/// The codes of the files of kinds, with what to say about each.
public enum KindCodes {
  /// All codes in order.
  public static let explanations: [CodeExplanation] =
    CodeExplanation.shape(.kind) + [
      CodeExplanation(
        .pathUnknown,
        title: LocalizedText(
          th: "ไม่มีช่องข้อมูลที่อ้างถึง",
          en: "a reference to a field that is not there"
        ),
        text: LocalizedText(
          th:
            "refers_to ต้องเป็นทางเดินจากช่องข้อมูลของเรื่องไปถึงช่องที่เก็บรหัส เช่น previous_resolution.remarks.id ตรวจสอบชื่อทุกช่องบนทางเดิน",
          en:
            "`refers_to` is the path from the fields of the submission to the field that holds the ids, such as `previous_resolution.remarks.id`. Check every name on the path."
        )
      ),
      CodeExplanation(
        .optionDoesNotFit,
        title: LocalizedText(
          th: "ตัวเลือกที่ใช้กับช่องชนิดนี้ไม่ได้",
          en: "an option that does not apply"
        ),
        text: LocalizedText(
          th:
            "ตัวเลือกแต่ละตัวใช้ได้กับช่องบางชนิด: min และ absent กับรายการ max กับรายการและข้อความ max_text กับรายการข้อความ min_value และ max_value กับตัวเลข unknown กับรหัส default และ derive กับช่องของเรื่องโดยตรง refers_to กับข้อความ ลบตัวเลือกนั้นออก หรือแก้ชนิดของช่อง",
          en:
            "Each option belongs to some types: `min` and `absent` to lists, `max` to lists and texts, `max_text` to lists of texts, `min_value` and `max_value` to numbers, `unknown` to codes, `default` and `derive` to fields of the submission itself, `refers_to` to texts. Take the option out, or mend the type."
        )
      ),
      CodeExplanation(
        .elementBlankMissing,
        title: LocalizedText(
          th: "ไม่มีป้ายสำหรับรายการที่ช่องว่าง",
          en: "no label for elements with blank fields"
        ),
        text: LocalizedText(
          th: "ป้ายใน element ใช้ค่าของช่องที่ผู้กรอกอาจเว้นว่าง ให้เพิ่ม element_blank ที่ใช้เฉพาะ {number}",
          en:
            "The label in `element` uses fields that people may leave blank. Add `element_blank`, which uses only `{number}`."
        )
      ),
    ]
}
