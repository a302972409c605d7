import Alignment
import Catalogues
import Diagnostics
import RuleModel
import Submissions

/// All codes that `krong explain` knows: those of the modules, and those of the outermost layer.
enum ExplainedCodes {
  static var all: [CodeExplanation] {
    StructureSentences.explanations + RuleCodes.explanations + KindCodes.explanations
      + CatalogueCodes.explanations + GraphCodes.explanations + ConfigurationCodes.explanations
      + outermost + files
  }

  private static let outermost: [CodeExplanation] = [
    CodeExplanation(
      .folderTooLarge,
      title: LocalizedText(th: "โฟลเดอร์ใหญ่เกินไป", en: "a folder that is too large"),
      text: LocalizedText(
        th: "โฟลเดอร์ซ้อนกันลึกหรือมีแฟ้มมากเกินกว่าที่ควรเป็น อาจระบุโฟลเดอร์ผิด ระบุโฟลเดอร์ย่อยที่ต้องการ",
        en:
          "Folders nest too deep or hold too many files; probably another folder was meant. Name a smaller one."
      )
    ),
    CodeExplanation(
      .rulesIncomplete,
      title: LocalizedText(th: "ไม่ใช่ชุดเกณฑ์ตรวจ", en: "not a folder of rules"),
      text: LocalizedText(
        th:
          "ชุดเกณฑ์ตรวจต้องมี kinds/envelope.yaml และ catalogues/ เกณฑ์ที่อยู่นอกชุดตรวจได้ด้วย krong lint แฟ้ม --rules ชุดเกณฑ์",
        en:
          "A folder of rules has kinds/envelope.yaml and catalogues/. Rules outside it are looked at with krong lint FILE --rules FOLDER."
      )
    ),
    CodeExplanation(
      .outputNotWritten,
      title: LocalizedText(th: "เขียนผลลัพธ์ไม่ได้", en: "an output could not be written"),
      text: LocalizedText(
        th: "แฟ้มเดิมยังอยู่ครบ ไม่มีแฟ้มที่เขียนค้างไว้ ตรวจสิทธิ์การเขียนในโฟลเดอร์และพื้นที่ว่าง แล้วสั่งใหม่",
        en:
          "A file that was there is as it was, and nothing is left half-written. Check the permission to write in the folder and the space left, then try again."
      )
    ),
    CodeExplanation(
      .exampleFails,
      title: LocalizedText(th: "ตัวอย่างไม่เป็นไปตามที่ระบุ", en: "an example that came out otherwise"),
      text: LocalizedText(
        th: "ผลของเกณฑ์กับตัวอย่างนี้ต่างจากที่ตัวอย่างระบุไว้ แก้เกณฑ์ หรือแก้ตัวอย่างถ้าตัวอย่างเขียนไว้ผิด",
        en:
          "The rule makes something else of this example than it states. Mend the rule, or the example if that is what is wrong."
      )
    ),
  ]

  private static let files: [CodeExplanation] = [
    CodeExplanation(
      DiagnosticCode("READ-001"),
      title: LocalizedText(th: "คีย์ซ้ำ", en: "a key given twice"),
      text: LocalizedText(
        th: "กลุ่มคีย์เดียวกันมีคีย์ชื่อเดียวกันสองครั้ง จึงไม่รู้ว่าค่าใดถูก เก็บไว้ค่าเดียว หรือเปลี่ยนชื่อคีย์หนึ่ง",
        en:
          "One mapping has the same key twice, so it cannot be told which value is meant. Keep one of them, or rename the other."
      )
    ),
    CodeExplanation(
      DiagnosticCode("YAML-003"),
      title: LocalizedText(th: "ย่อหน้าด้วยแท็บ", en: "a tab used for indentation"),
      text: LocalizedText(
        th: "YAML ย่อหน้าด้วยช่องว่างเท่านั้น แทนแท็บด้วยช่องว่างสองตัวต่อหนึ่งระดับ",
        en: "YAML is indented with spaces only. Write two spaces for each level instead of a tab."
      )
    ),
    CodeExplanation(
      DiagnosticCode("YAML-006"),
      title: LocalizedText(th: "ไม่ได้ปิดเครื่องหมายคำพูด", en: "a quote that is not closed"),
      text: LocalizedText(
        th: "ข้อความที่เปิดด้วยเครื่องหมายคำพูดไม่มีเครื่องหมายปิด ใส่เครื่องหมายปิดที่ท้ายข้อความ",
        en:
          "A text begins with a quote that is never closed. Put the closing quote at the end of the text."
      )
    ),
  ]
}
