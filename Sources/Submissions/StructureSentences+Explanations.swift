public import Catalogues
import Diagnostics

extension StructureSentences {
  /// The structure findings, with what to say about each, in order.
  public static let explanations: [CodeExplanation] = StructureCode.allCases.map { code in
    let form = form(code)
    let words = background(code)
    return CodeExplanation(
      DiagnosticCode(code.rawValue),
      title: words.title,
      text: LocalizedText(
        th: "\(words.cause.th) วิธีแก้: \(form.remedy.th)",
        en: "\(words.cause.en) What to do: \(form.remedy.en)"
      )
    )
  }

  private static func background(
    _ code: StructureCode
  ) -> (title: LocalizedText, cause: LocalizedText) {
    switch code {
    case .unknownField:
      (
        LocalizedText(th: "ช่องข้อมูลที่ไม่รู้จัก", en: "unknown field"),
        LocalizedText(
          th: "เรื่องประเภทนี้ไม่มีช่องข้อมูลชื่อนี้ อาจสะกดผิดหรืออยู่ผิดที่ ค่าในช่องไม่ได้นำมาตรวจ",
          en:
            "The kind has no field of this name; it may be misspelt or stand at the wrong place. What it holds is not checked."
        )
      )
    case .wrongType:
      (
        LocalizedText(th: "ค่าผิดชนิด", en: "wrong type"),
        LocalizedText(
          th:
            "ค่าอ่านเป็นชนิดของช่องไม่ได้ เช่น จำนวนเงินที่เขียนเป็นคำ วันที่ที่ไม่มีในปฏิทิน หรือเกินขอบเขตของช่อง เกณฑ์จึงใช้ค่านี้คำนวณไม่ได้",
          en:
            "The value cannot be read as the type of its field: an amount in words, a day that the calendar does not have, a number out of bounds. Rules cannot compute with it."
        )
      )
    case .notInList:
      (
        LocalizedText(th: "ค่านอกรายการ", en: "value outside its list"),
        LocalizedText(
          th: "ช่องนี้รับเฉพาะค่าในรายการ ค่าที่เขียนไม่อยู่ในรายการนั้น",
          en: "The field takes the values of a list, and this is none of them."
        )
      )
    case .buddhistDate:
      (
        LocalizedText(th: "วันที่เป็นปี พ.ศ.", en: "date in the Buddhist era"),
        LocalizedText(
          th: "ช่องวันที่ใช้ปี ค.ศ. รูป ปปปป-ดด-วว ปีที่เกิน 2400 ถือเป็นปี พ.ศ. ที่พิมพ์ผิด จึงไม่นำไปคำนวณ",
          en:
            "Dates are written in C.E. as yyyy-mm-dd. A year over 2400 counts as a Buddhist-era year typed by mistake and is not computed with."
        )
      )
    case .kindAndJob:
      (
        LocalizedText(th: "ประเภทเรื่องไม่คู่กับงาน", en: "kind and job do not fit"),
        LocalizedText(
          th: "เรื่องแต่ละประเภทใช้กับบางงานของคู่มือ เมื่อไม่คู่กัน จะไม่มีเกณฑ์ใดใช้ได้",
          en: "Each kind serves some jobs of the manual. Where they do not fit, no rule applies."
        )
      )
    case .againstJob:
      (
        LocalizedText(th: "ค่าไม่ตรงกับงาน", en: "value against the job"),
        LocalizedText(
          th: "เลขงานกำหนดค่าของช่องนี้อยู่แล้ว จึงเว้นว่างได้ แต่เขียนค่าอื่นไม่ได้",
          en: "The job decides this field: it may be left blank, but not say otherwise."
        )
      )
    case .unknownStage:
      (
        LocalizedText(th: "สถานะที่ไม่รู้จัก", en: "unknown stage"),
        LocalizedText(
          th: "สถานะของเรื่องมีหกสถานะ ตั้งแต่ร่างถึงปิดเรื่อง สถานะอื่นถือเป็นร่าง",
          en: "There are six stages, from draft to closed. Another word counts as draft."
        )
      )
    case .unknownStep:
      (
        LocalizedText(th: "ขั้นตอนที่ไม่รู้จัก", en: "unknown step"),
        LocalizedText(
          th: "รหัสขั้นตอนนี้ไม่มีในรายการขั้นตอน รายการบันทึกนี้จึงไม่นับ",
          en: "The list of steps does not have this id, so the entry does not count."
        )
      )
    case .unknownDocumentType:
      (
        LocalizedText(th: "ประเภทเอกสารที่ไม่รู้จัก", en: "unknown document type"),
        LocalizedText(
          th: "ประเภทเอกสารนี้ไม่มีในรายการ เอกสารนี้จึงไม่นับ",
          en: "The list of document types does not have it, so the document does not count."
        )
      )
    case .duplicateID:
      (
        LocalizedText(th: "รหัสซ้ำ", en: "id given twice"),
        LocalizedText(
          th: "รหัสนี้ปรากฏมากกว่าหนึ่งครั้งในรายการเดียวกัน การอ้างถึงจึงไม่ชัดเจน",
          en: "The id occurs more than once in one list, so a reference to it is not clear."
        )
      )
    case .danglingReference:
      (
        LocalizedText(th: "อ้างถึงสิ่งที่ไม่มี", en: "reference to nothing"),
        LocalizedText(
          th: "ช่องนี้อ้างถึงรหัสในเรื่องเดียวกัน แต่ไม่มีรายการใดมีรหัสนั้น",
          en: "The field names an id of the same submission, and no entry has it."
        )
      )
    }
  }
}
