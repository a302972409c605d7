import Diagnostics
import Submissions

/// The words of the structure findings.
enum StructureWords {
  static func message(_ code: StructureCode) -> LocalizedText {
    switch code {
    case .unknownField:
      LocalizedText(
        th: "ช่องข้อมูล “{place}” ไม่มีในเรื่องประเภทนี้ จึงไม่ได้นำมาตรวจ",
        en: "Field {place} is not part of this kind and was not checked")
    case .wrongType:
      LocalizedText(
        th: "ค่า “{value}” ในช่อง “{place}” ไม่ถูกชนิด (ต้องเป็น{type})",
        en: "Value \"{value}\" of {place} has the wrong type ({type} expected)")
    case .notInList:
      LocalizedText(
        th: "ค่า “{value}” ในช่อง “{place}” ไม่อยู่ในรายการที่กำหนด",
        en: "Value \"{value}\" of {place} is not one of the set values")
    case .buddhistDate:
      LocalizedText(
        th: "วันที่ “{value}” ในช่อง “{place}” เป็นปี พ.ศ. ช่องนี้ใช้ปี ค.ศ. (ปปปป-ดด-วว)",
        en: "Date \"{value}\" of {place} has a Buddhist-era year; this field takes C.E. (yyyy-mm-dd)")
    case .kindAndJob:
      LocalizedText(
        th: "ประเภทเรื่อง “{kind}” ไม่ใช้กับงานที่ {job}",
        en: "Kind {kind} is not used in job {job}")
    case .againstJob:
      LocalizedText(
        th: "ค่า “{value}” ในช่อง “{place}” ไม่ตรงกับงานที่ {job}",
        en: "Value \"{value}\" of {place} does not agree with job {job}")
    case .unknownStage:
      LocalizedText(
        th: "ไม่รู้จักสถานะ “{value}” จึงตรวจเรื่องนี้ในสถานะร่าง",
        en: "Stage \"{value}\" is not known; the submission was checked as a draft")
    case .unknownStep:
      LocalizedText(
        th: "ไม่รู้จักขั้นตอน “{value}” ใน “{place}” จึงไม่ได้นำมาตรวจ",
        en: "Step \"{value}\" in {place} is not known and was not checked")
    case .unknownDocumentType:
      LocalizedText(
        th: "ไม่รู้จักประเภทเอกสาร “{value}” ใน “{place}” จึงไม่ได้นำมาตรวจ",
        en: "Document type \"{value}\" in {place} is not known and was not checked")
    case .duplicateID:
      LocalizedText(
        th: "รหัส “{value}” ซ้ำกันใน “{place}”",
        en: "Id \"{value}\" occurs more than once in {place}")
    case .danglingReference:
      LocalizedText(
        th: "“{place}” อ้างถึง “{value}” ซึ่งไม่มีในเรื่องนี้",
        en: "{place} refers to \"{value}\", which this submission does not hold")
    }
  }

  static func remedy(_ code: StructureCode) -> LocalizedText {
    switch code {
    case .unknownField:
      LocalizedText(
        th: "ตรวจสอบชื่อช่องข้อมูล หรือลบออก",
        en: "Correct the name of the field or take it out.")
    case .wrongType:
      LocalizedText(
        th: "แก้ไขค่าในช่องนั้นให้ถูกชนิด",
        en: "Correct the value.")
    case .notInList:
      LocalizedText(
        th: "เลือกค่าจากรายการที่กำหนด",
        en: "Choose one of the set values.")
    case .buddhistDate:
      LocalizedText(
        th: "แก้ไขปีของวันที่เป็น ค.ศ.",
        en: "Write the year of the date in C.E.")
    case .kindAndJob:
      LocalizedText(
        th: "แก้ไขประเภทเรื่องหรือเลขงานให้ตรงกัน",
        en: "Correct the kind or the job.")
    case .againstJob:
      LocalizedText(
        th: "แก้ไขช่องนั้นหรือเลขงานให้ตรงกัน",
        en: "Correct the field or the job.")
    case .unknownStage:
      LocalizedText(
        th: "ระบุสถานะตามรายการที่กำหนด",
        en: "Give one of the six stages.")
    case .unknownStep:
      LocalizedText(
        th: "แก้ไขรหัสขั้นตอนให้ตรงกับรายการขั้นตอน",
        en: "Use a step id of the list of steps.")
    case .unknownDocumentType:
      LocalizedText(
        th: "แก้ไขประเภทเอกสารให้ตรงกับรายการประเภทเอกสาร",
        en: "Use a document type of the list.")
    case .duplicateID:
      LocalizedText(
        th: "กำหนดรหัสให้ไม่ซ้ำกัน",
        en: "Give each entry an id of its own.")
    case .danglingReference:
      LocalizedText(
        th: "แก้ไขการอ้างอิง หรือเพิ่มรายการที่อ้างถึง",
        en: "Correct the reference or add the entry referred to.")
    }
  }

  /// A type of value by the name under which the reader reports it; other names stay as they are.
  static func type(_ name: String) -> LocalizedText {
    switch name {
    case "text": LocalizedText(th: "ข้อความ", en: "text")
    case "number", "decimal", "money": LocalizedText(th: "ตัวเลข", en: "number")
    case "integer", "int": LocalizedText(th: "จำนวนเต็ม", en: "whole number")
    case "year", "be_year": LocalizedText(th: "ปี พ.ศ.", en: "Buddhist-era year")
    case "date": LocalizedText(th: "วันที่ (ค.ศ. ปปปป-ดด-วว)", en: "date (C.E., yyyy-mm-dd)")
    case "boolean", "bool": LocalizedText(th: "ใช่หรือไม่ใช่", en: "true or false")
    case "list": LocalizedText(th: "รายการ", en: "list")
    case "mapping", "record", "map": LocalizedText(th: "กลุ่มช่องข้อมูล", en: "group of fields")
    default: LocalizedText(verbatim: name)
    }
  }
}
