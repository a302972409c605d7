import Catalogues
import Diagnostics
import Reporting

/// What the codes of papers mean.
enum PaperPages {
  static let all: [CodeExplanation] = [
    CodeExplanation(
      .nothingForPaper,
      title: LocalizedText(th: "ไม่มีเรื่องที่จะทำเอกสาร", en: "nothing to make a paper of"),
      text: LocalizedText(
        th: "ไม่มีเรื่องใดตรวจได้ เช่น อ่านแฟ้มไม่ได้ทั้งหมด จึงทำเอกสารไม่ได้ "
          + "แก้ไขแฟ้มตามข้อความที่แจ้ง แล้วตรวจใหม่",
        en:
          "No submission was judged, because none could be read, so there is nothing to make a paper "
          + "of. Mend the files as the messages say and check again."
      ),
      example: "krong check plan.yaml --paper finding-list"
    ),
    CodeExplanation(
      .paperLacksData,
      title: LocalizedText(th: "ผลตรวจไม่มีข้อมูลที่เอกสารต้องใช้", en: "data that a paper needs"),
      text: LocalizedText(
        th: "ตารางวิเคราะห์ความสอดคล้องและข้อมูลของเรื่อง เช่น มติ เอกสาร รายงาน "
          + "มีในผลตรวจแบบ JSON ของโปรแกรมรุ่นนี้ ผลตรวจที่บันทึกด้วยรุ่นก่อนไม่มี ให้ตรวจใหม่ "
          + "ตารางเปรียบเทียบระหว่างครั้งต้องระบุผลตรวจครั้งก่อนด้วย --baseline",
        en: "The alignment table and what the submissions themselves say (resolutions, documents, "
          + "reports) are in JSON reports of this version; check again where an older one wrote the "
          + "report. The comparison of two rounds needs the earlier report, with --baseline."
      ),
      example: "krong report round-2.json --baseline round-1.json --paper round-comparison"
    ),
    CodeExplanation(
      .unknownPaper,
      title: LocalizedText(th: "ไม่มีแบบเอกสารนี้", en: "no such paper"),
      text: LocalizedText(
        th: "ระบุชื่อหรือหมายเลขแบบเอกสาร เช่น finding-list หรือ F1 ดูทั้งหมดด้วย krong list papers",
        en:
          "Name a form of paper or its number, such as finding-list or F1; krong list papers lists them."
      ),
      example: "krong list papers"
    ),
    CodeExplanation(
      .paperWithoutData,
      title: LocalizedText(th: "เอกสารไม่มีตารางข้อมูล", en: "a paper without rows and columns"),
      text: LocalizedText(
        th: "CSV เก็บได้เฉพาะตารางข้อมูล หนังสือและข้อเสนอที่เป็นข้อความไม่มีตารางเช่นนั้น "
          + "เลือกรูปแบบ html หรือ md",
        en:
          "CSV holds rows and columns only; letters and opinion papers are text and have none. Choose "
          + "html or md."
      ),
      example: "krong check plan.yaml --paper F4 --output html=opinion.html"
    ),
    CodeExplanation(
      .paperNotPrintable,
      title: LocalizedText(
        th: "แฟ้ม Word และ Excel แสดงบนจอไม่ได้",
        en: "Word and Excel on a terminal"
      ),
      text: LocalizedText(
        th: "แฟ้ม Word และ Excel ไม่ใช่ข้อความ แสดงบนจอแล้วอ่านไม่ได้ ให้เขียนลงแฟ้มด้วย --output",
        en:
          "Word and Excel files are no text, and a terminal cannot show them. Write them to a file with "
          + "--output, or send the output to a file."
      ),
      example: "krong check plan.yaml --paper F1 --output docx=findings.docx"
    ),
    CodeExplanation(
      .paperOutOfPlace,
      title: LocalizedText(th: "เอกสารไม่ใช้กับเรื่องที่ตรวจ", en: "a paper out of place"),
      text: LocalizedText(
        th: "เอกสารแต่ละแบบใช้กับงาน ประเภทเรื่อง และสถานะของเรื่องที่คู่มือกำหนดให้มี "
          + "เช่น บันทึกขอบรรจุวาระใช้ก่อนการกลั่นกรองและเมื่อผลสรุปการตรวจคือ “พร้อมเสนอ” "
          + "หนังสือแจ้งมติใช้เมื่อ กศจ. พิจารณาแล้ว ถ้าไม่มีเรื่องใดใช้เอกสารนั้น จะไม่มีเอกสารเปล่า "
          + "ดูว่าแบบใดใช้กับเรื่องใดด้วย krong list papers ถ้าสถานะในแฟ้มไม่ตรงกับความจริง ให้แก้แฟ้มหรือระบุ --stage",
        en:
          "Each form belongs to the jobs, kinds and stages of which the manual asks for it: the memo "
          + "asks for a place on the agenda before the screening, of what is ready; the notice tells "
          + "what was resolved. Where it belongs to none of the submissions, no empty paper is made. "
          + "krong list papers says for what each is made; where the stage in the file is not the true "
          + "one, mend it or give --stage."
      ),
      example: "krong check transfer.yaml --paper resolution-notice --stage considered"
    ),
  ]
}
