package import Catalogues
package import Diagnostics

extension DiagnosticCode {
  /// A table for something that is no list.
  static let mappingNoList = DiagnosticCode("MAP-020")
  /// A group of fields where one field is expected.
  static let mappingNoValue = DiagnosticCode("MAP-021")
  /// Something that is no cell.
  static let mappingNoCell = DiagnosticCode("MAP-022")
  /// No mapping fits a file.
  static let noMappingFits = DiagnosticCode("MAP-030")
  /// Several mappings fit a file equally well.
  static let severalMappingsFit = DiagnosticCode("MAP-031")
  /// There is no mapping of that name.
  static let unknownMapping = DiagnosticCode("MAP-032")
  /// The mapping was chosen by its headings.
  static let mappingChosen = DiagnosticCode("MAP-033")
  /// A column that no field takes has content.
  static let columnNotRead = DiagnosticCode("MAP-034")
  /// A heading is not there.
  static let headingMissing = DiagnosticCode("MAP-035")
  /// A formula was never computed.
  static let formulaNotComputed = DiagnosticCode("MAP-036")
  /// A cell shows an error.
  static let cellFailed = DiagnosticCode("MAP-037")
  /// Something hidden was read.
  static let hiddenRead = DiagnosticCode("MAP-038")
  /// A text file is in an old encoding, or in none.
  static let oldEncoding = DiagnosticCode("MAP-039")
  /// A text file is damaged.
  static let tableDamaged = DiagnosticCode("MAP-040")
  /// A file holds more than is read.
  static let intakeTooLarge = DiagnosticCode("MAP-041")
  /// A row of a table is no part of an element.
  static let rowNotRead = DiagnosticCode("MAP-042")
  /// Nothing stands beside a label.
  static let labelWithoutValue = DiagnosticCode("MAP-043")
  /// Lines were read as the elements of a list of records.
  static let linesAsElements = DiagnosticCode("MAP-044")
  /// Text beside a table, or a table beside text, was not read.
  static let textNotRead = DiagnosticCode("MAP-045")
  /// A field is given under several headings.
  static let headingAgain = DiagnosticCode("MAP-046")
  /// Something could not be carried over.
  package static let conversionLoss = DiagnosticCode("MAP-050")
  /// A file cannot be converted.
  package static let cannotConvert = DiagnosticCode("MAP-051")
}

/// The codes of mappings and of what is read through them, with what to say about each.
package enum IntakeCodes {
  /// All codes in order.
  package static let explanations: [CodeExplanation] =
    CodeExplanation.shape(.mapping) + files + choice + reading + conversion

  static func page(
    _ code: DiagnosticCode,
    _ title: (th: String, en: String),
    _ text: (th: String, en: String),
    _ example: String
  ) -> CodeExplanation {
    CodeExplanation(
      code,
      title: LocalizedText(th: title.th, en: title.en),
      text: LocalizedText(th: text.th, en: text.en),
      example: example
    )
  }

  private static let files: [CodeExplanation] = [
    page(
      .mappingNoList,
      ("ตารางของช่องที่ไม่ใช่รายการ", "a table for a field that is no list"),
      (
        "tables ใช้กับช่องที่เป็นรายการ เช่น projects ช่องที่มีค่าเดียวให้เขียนไว้ใน cells",
        "`tables` is for fields that are lists, such as `projects`. A single value belongs in `cells`."
      ),
      "cells:\n  - {field: title, sheet: หน้าปก, cell: B2}"
    ),
    page(
      .mappingNoValue,
      ("กลุ่มของช่อง", "a group of fields"),
      (
        "ชื่อที่เขียนเป็นกลุ่มของช่อง เซลล์หนึ่งเก็บได้ช่องเดียว ระบุช่องย่อยต่อท้ายด้วยจุด",
        "The name is that of a group of fields, and a cell holds one. Name the field in it, after a point."
      ),
      "schedule.start: {heading: [เริ่ม]}"
    ),
    page(
      .mappingNoCell,
      ("ไม่ใช่ชื่อเซลล์", "not a cell"),
      (
        "ชื่อเซลล์เขียนด้วยอักษรของคอลัมน์ตามด้วยเลขแถว",
        "A cell is named by the letters of its column and the number of its row."
      ),
      "- {field: title, sheet: หน้าปก, cell: B2}"
    ),
  ]

  private static let choice: [CodeExplanation] = [
    page(
      .noMappingFits,
      ("ไม่มีการจับคู่ที่ตรงกับแฟ้ม", "no mapping fits the file"),
      (
        "หัวตารางและหัวข้อในแฟ้มไม่ตรงกับการจับคู่ใด ใช้แบบกรอกจาก krong template หรือเขียนการจับคู่ของแบบที่ใช้อยู่ไว้ใน mappings/ แล้วระบุด้วย --mapping",
        "The headings of the file fit no mapping. Use a workbook of `krong template`, or write a mapping for the form in use, put it into mappings/ and name it with --mapping."
      ),
      "krong template annual-action-plan -o plan.xlsx"
    ),
    page(
      .severalMappingsFit,
      ("การจับคู่ตรงกันหลายแบบ", "several mappings fit"),
      (
        "หัวตารางในแฟ้มตรงกับการจับคู่หลายแบบเท่ากัน เลือกแบบหนึ่งด้วย --mapping",
        "The headings fit several mappings equally well. Choose one with --mapping."
      ),
      "krong check plan.xlsx --mapping annual-action-plan"
    ),
    page(
      .unknownMapping,
      ("ไม่มีการจับคู่ชื่อนี้", "no such mapping"),
      (
        "ค่าของ --mapping ต้องเป็นชื่อการจับคู่ใน mappings/ รหัสประเภทเรื่อง หรือชื่อแฟ้ม .yaml",
        "The value of --mapping is the name of a mapping in mappings/, the code of a kind, or a .yaml file."
      ),
      "krong check plan.xlsx --mapping my-form.yaml"
    ),
    page(
      .mappingChosen,
      ("การจับคู่ที่เลือกให้", "the mapping that was chosen"),
      (
        "แฟ้มนี้ไม่ได้ทำจากแบบกรอกของโปรแกรม จึงเลือกการจับคู่ที่หัวตารางตรงกันมากที่สุด หากไม่ใช่ ให้ระบุด้วย --mapping",
        "The file was not made from a template of the program, so the mapping whose headings fit best was taken. If that is not the one, name another with --mapping."
      ),
      "krong check plan.xlsx --mapping area-office-plan"
    ),
  ]
}

/// Codes of mistakes of form that show only when a mapping is used.
enum CodeFamilyCode {
  static let givenTwice = CodeFamily.mapping.code(.givenTwice)
}
