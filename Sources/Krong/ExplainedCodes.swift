import Catalogues
import Diagnostics
import Reporting
import RuleModel
import Submissions

/// All codes that `krong explain` knows: those of the modules, and those of the outermost layer.
enum ExplainedCodes {
  static var all: [CodeExplanation] {
    StructureSentences.explanations + RuleCodes.explanations + KindCodes.explanations
      + CatalogueCodes.explanations + ConfigurationCodes.explanations + outermost + files
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
      .unknownProfile,
      title: LocalizedText(th: "ไม่มีชุดเกณฑ์ที่เลือกใช้ชื่อนี้", en: "no such profile"),
      text: LocalizedText(
        th:
          "ระบุชื่อแฟ้มในโฟลเดอร์ profiles ของชุดเกณฑ์โดยไม่มีนามสกุล หรือแฟ้ม .yaml ชุดหนึ่งต่อยอดอีกชุดได้ด้วย extends แต่ต้องไม่วนกลับมาหาตัวเอง",
        en:
          "Name a file of the folder profiles of the rules without its ending, or a .yaml file. A profile may extend another one, but not itself by way of others."
      )
    ),
    CodeExplanation(
      .duplicateSubmission,
      title: LocalizedText(th: "รหัสเรื่องซ้ำกัน", en: "one id for two submissions"),
      text: LocalizedText(
        th:
          "เรื่องในชุดเดียวกันมีรหัสและครั้งที่เสนอเดียวกัน ตรวจให้ครบทุกเรื่อง แต่เรื่องที่อ้างถึงรหัสนี้เทียบกับแฟ้มแรกเท่านั้น ให้แต่ละเรื่องมีรหัสของตนเอง หรือระบุ round ถ้าเป็นการเสนออีกครั้ง",
        en:
          "Submissions of one docket have the same id and round. All are judged, but what refers to the id is compared with the first file only. Give each its own id, or state the round of a later one."
      )
    ),
    CodeExplanation(
      .notAReport,
      title: LocalizedText(th: "ไม่ใช่ผลตรวจที่บันทึกไว้", en: "no saved report"),
      text: LocalizedText(
        th:
          "krong report, krong diff และ --baseline อ่านแฟ้มที่ได้จาก krong check --output json=แฟ้ม แฟ้มที่แก้ไขแล้วหรือจากรูปแบบอื่นใช้ไม่ได้",
        en:
          "krong report, krong diff and --baseline read files that krong check --output json=FILE wrote. Other formats, and files that were changed, cannot be used."
      )
    ),
    CodeExplanation(
      .scoreDiffers,
      title: LocalizedText(th: "คะแนนที่บันทึกไว้ไม่ตรง", en: "a saved score that differs"),
      text: LocalizedText(
        th:
          "คะแนนคิดใหม่จากผลตรวจในแฟ้มทุกครั้ง ถ้าไม่ตรงกับที่บันทึกไว้ แฟ้มอาจถูกแก้ไข หรือคะแนนคิดด้วยโปรแกรมรุ่นอื่น",
        en:
          "Scores are computed anew from the results in the file. Where the saved one differs, the file was changed, or another version of the program computed it."
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
