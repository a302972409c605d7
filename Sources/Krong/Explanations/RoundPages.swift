import Catalogues
import Diagnostics
import Reporting

/// What the codes of profiles, dockets and saved reports mean.
enum RoundPages {
  static let all: [CodeExplanation] = [
    CodeExplanation(
      .duplicateSubmission,
      title: LocalizedText(th: "รหัสเรื่องซ้ำกัน", en: "one id for two submissions"),
      text: LocalizedText(
        th: "เรื่องในชุดเดียวกันมีรหัสและครั้งที่เสนอเดียวกัน ตรวจให้ครบทุกเรื่อง "
          + "แต่เรื่องที่อ้างถึงรหัสนี้เทียบกับแฟ้มแรกเท่านั้น ให้แต่ละเรื่องมีรหัสของตนเอง "
          + "หรือระบุ round ถ้าเป็นการเสนออีกครั้ง",
        en: "Submissions of one docket have the same id and round. All are judged, but what refers "
          + "to the id is compared with the first file only. Give each its own id, or state the "
          + "round of a later one."
      ),
      example: "id: rp-2569-01\nround: 2"
    ),
    CodeExplanation(
      .unknownProfile,
      title: LocalizedText(th: "ไม่มีชุดเกณฑ์ที่เลือกใช้ชื่อนี้", en: "no such profile"),
      text: LocalizedText(
        th: "ระบุชื่อแฟ้มในโฟลเดอร์ profiles ของชุดเกณฑ์โดยไม่มีนามสกุล หรือแฟ้ม .yaml "
          + "ชุดหนึ่งต่อยอดอีกชุดได้ด้วย extends แต่ต้องไม่วนกลับมาหาตัวเอง",
        en: "Name a file of the folder profiles of the rules without its ending, or a .yaml file. "
          + "A profile may extend another one, but not itself by way of others."
      ),
      example: "krong check plan.yaml --profile pre-check"
    ),
    CodeExplanation(
      .notAReport,
      title: LocalizedText(th: "ไม่ใช่ผลตรวจที่บันทึกไว้", en: "no saved report"),
      text: LocalizedText(
        th: "krong report, krong diff และ --baseline อ่านแฟ้มที่ได้จาก krong check --output json=แฟ้ม "
          + "แฟ้มที่แก้ไขแล้วหรือจากรูปแบบอื่นใช้ไม่ได้",
        en: "krong report, krong diff and --baseline read files that krong check wrote with "
          + "--output json=FILE. Other formats, and files that were changed, cannot be used."
      ),
      example: "krong check plan.yaml --output json=round-1.json\nkrong report round-1.json"
    ),
    CodeExplanation(
      .scoreDiffers,
      title: LocalizedText(th: "คะแนนที่บันทึกไว้ไม่ตรง", en: "a saved score that differs"),
      text: LocalizedText(
        th: "คะแนนคิดใหม่จากผลตรวจในแฟ้มทุกครั้ง ถ้าไม่ตรงกับที่บันทึกไว้ "
          + "แฟ้มอาจถูกแก้ไข หรือคะแนนคิดด้วยโปรแกรมรุ่นอื่น ตรวจใหม่แล้วบันทึกผลอีกครั้ง",
        en: "Scores are computed anew from the results in the file. Where the saved one differs, "
          + "the file was changed, or another version of the program computed it. Check again and "
          + "save the result anew."
      ),
      example: "krong check plan.yaml --output json=round-1.json"
    ),
  ]
}
