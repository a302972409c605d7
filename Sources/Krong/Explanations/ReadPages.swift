import Catalogues
import Diagnostics
import DocumentReading

/// What the codes that YAML and JSON share mean.
enum ReadPages {
  static let all: [CodeExplanation] = [
    CodeExplanation(
      .duplicateKey,
      title: LocalizedText(th: "คีย์ซ้ำ", en: "a key given twice"),
      text: LocalizedText(
        th: "กลุ่มคีย์เดียวกันมีคีย์ชื่อเดียวกันสองครั้ง จึงไม่รู้ว่าค่าใดถูก เก็บไว้ค่าเดียว "
          + "หรือเปลี่ยนชื่อคีย์หนึ่ง ในตัวอย่าง budget ซ้ำกัน",
        en:
          "One mapping has the same key twice, so it cannot be told which value is meant. Keep one "
          + "of them, or rename the other. In the example budget is given twice."
      ),
      example: "name: อบรมครู\nbudget: 50000\nbudget: 60000"
    ),
    CodeExplanation(
      .tooDeep,
      title: LocalizedText(th: "ซ้อนกันลึกเกินไป", en: "nesting that is too deep"),
      text: LocalizedText(
        th: "รายการและกลุ่มคีย์ซ้อนกันหลายชั้นเกินกว่าที่เรื่องใดต้องใช้ มักเกิดจากวงเล็บที่ไม่ได้ปิด "
          + "ปิดวงเล็บให้ครบ หรือลดจำนวนชั้น",
        en: "Lists and mappings nest deeper than any submission needs, mostly because a bracket is "
          + "not closed. Close every bracket, or use fewer levels."
      ),
      example: "agenda: [[[[[[[["
    ),
    CodeExplanation(
      .tooManyNodes,
      title: LocalizedText(th: "ค่ามากเกินไป", en: "too many values"),
      text: LocalizedText(
        th: "แฟ้มมีค่าทั้งหมดมากกว่าที่โปรแกรมรับ นับทั้งรายการ กลุ่มคีย์ และข้อความ แบ่งเป็นหลายแฟ้ม",
        en: "The file has more values than the program takes, counting lists, mappings and texts. "
          + "Split it into several files."
      ),
      example: "krong check part-1.yaml part-2.yaml"
    ),
    CodeExplanation(
      .scalarTooLong,
      title: LocalizedText(th: "ข้อความยาวเกินไป", en: "a text that is too long"),
      text: LocalizedText(
        th: "ข้อความเดียว หรือหมายเหตุและบรรทัดว่างระหว่างสองค่า ยาวเกินกว่าที่โปรแกรมรับ "
          + "มักเกิดจากเครื่องหมายคำพูดที่ไม่ได้ปิด ปิดเครื่องหมาย หรือย่อข้อความ",
        en:
          "One text, or the comments and blank lines between two values, is longer than the program "
          + "takes, mostly because a quote is not closed. Close it, or shorten the text."
      ),
      example: "objective: \"เพื่อพัฒนาครู\nowner: กลุ่มนโยบายและแผน"
    ),
    CodeExplanation(
      .keysTooLong,
      title: LocalizedText(th: "คีย์ยาวเกินไป", en: "a key that is too long"),
      text: LocalizedText(
        th: "คีย์เป็นชื่อช่องข้อมูล จึงสั้น คีย์นี้ หรือคีย์ทั้งหมดของแฟ้มรวมกัน ยาวเกินกว่าที่โปรแกรมรับ "
          + "เก็บข้อความยาวไว้เป็นค่า",
        en:
          "Keys are names of fields, so they are short. This one, or all keys of the file together, "
          + "are longer than the program takes. Keep long texts as values."
      ),
      example: "objective: ข้อความยาวอยู่ตรงนี้ ไม่ใช่หน้าเครื่องหมาย :"
    ),
    CodeExplanation(
      .tooManyDocuments,
      title: LocalizedText(th: "เอกสารในแฟ้มมากเกินไป", en: "too many documents in a file"),
      text: LocalizedText(
        th: "แฟ้มหนึ่งมีหลายเรื่องได้ โดยคั่นด้วย --- แต่แฟ้มนี้มีมากเกินกว่าที่โปรแกรมรับ จึงไม่ได้ตรวจเลย "
          + "แบ่งเป็นหลายแฟ้ม",
        en:
          "A file may hold several submissions with --- between them. This one holds more than the "
          + "program takes, so none was checked. Split it into several files."
      ),
      example: "id: plan-1\n---\nid: plan-2"
    ),
    CodeExplanation(
      .severalDocuments,
      title: LocalizedText(th: "มีเอกสารมากกว่าหนึ่ง", en: "more than one document"),
      text: LocalizedText(
        th: "แฟ้มเกณฑ์ แฟ้มค่าของสำนักงาน และแฟ้มการผ่อนผันมีเอกสารได้ฉบับเดียว "
          + "ลบเครื่องหมาย --- ที่เกิน หรือแยกเป็นคนละแฟ้ม",
        en:
          "Files of rules, office settings and waivers hold one document each. Remove the --- that "
          + "is too many, or put the documents into files of their own."
      ),
      example: "rule: J02-CMP-003\n---\nrule: J02-CMP-004"
    ),
    CodeExplanation(
      .invalidEncoding,
      title: LocalizedText(th: "ไม่ใช่ข้อความ UTF-8", en: "text that is not UTF-8"),
      text: LocalizedText(
        th: "แฟ้มบันทึกด้วยการเข้ารหัสอื่น เช่น TIS-620 หรือ Windows-874 หรือถูกตัดกลางอักษร "
          + "เปิดแฟ้มแล้วบันทึกใหม่โดยเลือกการเข้ารหัส UTF-8",
        en:
          "The file was saved in another encoding, such as TIS-620 or Windows-874, or was cut off "
          + "inside a letter. Open it and save it again with the encoding UTF-8."
      ),
      example: "iconv -f TIS-620 -t UTF-8 plan.yaml > plan-utf8.yaml"
    ),
  ]
}
