public import Catalogues
public import Diagnostics
public import DocumentArena

extension StructureCode {
  /// Whether a value cannot be used, so that the submission is not ready; else a warning.
  public var isError: Bool {
    switch self {
    case .unknownField, .unknownStep, .unknownDocumentType: false
    default: true
    }
  }
}

/// The sentences of structure findings; the wording is that of the requirements, section A.
public enum StructureSentences {
  /// What is wrong, as an officer would write it; the cost is linear in the siblings passed on the way.
  public static func message(
    for finding: StructureFinding,
    in submission: Submission,
    catalogues: CatalogueSet
  ) -> LocalizedText {
    let path = submission.document.path(of: finding.node)
    return message(for: finding, at: path, along: nil, in: submission, catalogues: catalogues)
  }

  /// What is wrong, given the path of the node and the nodes on the way, the root left out.
  public static func message(
    for finding: StructureFinding,
    at path: DocumentPath,
    along nodes: [NodeID]?,
    in submission: Submission,
    catalogues: CatalogueSet
  ) -> LocalizedText {
    let labels = PlaceLabel(submission, catalogues: catalogues)
    let place: LocalizedText
    switch finding.code {
    case .unknownStep, .unknownDocumentType, .duplicateID:
      place = labels.list(around: path, along: nodes)
    default: place = labels.of(path, along: nodes)
    }
    let form = form(finding.code)
    return LocalizedText(
      th: fill(form.message.th, finding, place.th),
      en: fill(form.message.en, finding, place.en)
    )
  }

  /// What to do; what was probably meant, where that is known.
  public static func remedy(for finding: StructureFinding) -> LocalizedText {
    let remedy = form(finding.code).remedy
    guard let hint = hint(finding) else { return remedy }
    // English remedies are sentences; the hint goes inside.
    let ends = remedy.en.hasSuffix(".") && !remedy.en.hasSuffix("C.E.")
    let english = ends ? String(remedy.en.dropLast()) : remedy.en
    return LocalizedText(th: "\(remedy.th) (\(hint.th))", en: "\(english) (\(hint.en)).")
  }

  private static func hint(_ finding: StructureFinding) -> LocalizedText? {
    let suggestion = finding.values["suggestion"]
    switch finding.code {
    case .buddhistDate, .againstJob:
      return suggestion.map { LocalizedText(th: "คือ \($0)", en: "that is \($0)") }
    case .kindAndJob:
      return finding.values["allowed"].map {
        LocalizedText(th: "เรื่องประเภทนี้ใช้กับงานที่ \($0)", en: "the kind is used in the jobs \($0)")
      }
    default:
      if let suggestion {
        return LocalizedText(
          th: "หมายถึง “\(suggestion)” หรือไม่",
          en: "did you mean “\(suggestion)”?"
        )
      }
      return finding.values["allowed"].map {
        LocalizedText(th: "ใช้ได้: \(finding.values["allowed_th"] ?? $0)", en: "allowed: \($0)")
      }
    }
  }

  private static func fill(_ text: String, _ finding: StructureFinding, _ place: String) -> String {
    var result = ""
    for part in TextTemplate(text).parts {
      switch part {
      case .text(let text): result += text
      case .placeholder(let placeholder):
        result += placeholder.name == "place" ? place : finding.values[placeholder.name] ?? "–"
      }
    }
    return result
  }

  typealias Form = (message: LocalizedText, remedy: LocalizedText)

  static func form(_ code: StructureCode) -> Form {
    switch code {
    case .unknownField: unknownField
    case .wrongType: wrongType
    case .notInList: notInList
    case .buddhistDate: buddhistDate
    case .kindAndJob: kindAndJob
    case .againstJob: againstJob
    case .unknownStage: unknownStage
    case .unknownStep: unknownStep
    case .unknownDocumentType: unknownDocumentType
    case .duplicateID: duplicateID
    case .danglingReference: danglingReference
    }
  }

  private static let unknownField: Form = (
    LocalizedText(
      th: "ช่องข้อมูล “{place}” ไม่มีในเรื่องประเภทนี้ จึงไม่ได้นำมาตรวจ",
      en: "Field {place} is not part of this kind and was not checked"
    ),
    LocalizedText(
      th: "ตรวจสอบชื่อช่องข้อมูล หรือลบออก",
      en: "Correct the name of the field or take it out."
    )
  )
  private static let wrongType: Form = (
    LocalizedText(
      th: "ค่า “{value}” ในช่อง “{place}” ไม่ถูกชนิด (ต้องเป็น{type_th})",
      en: "Value \"{value}\" of {place} has the wrong type ({type} expected)"
    ),
    LocalizedText(th: "แก้ไขค่าในช่องนั้นให้ถูกชนิด", en: "Correct the value.")
  )
  private static let notInList: Form = (
    LocalizedText(
      th: "ค่า “{value}” ในช่อง “{place}” ไม่อยู่ในรายการที่กำหนด",
      en: "Value \"{value}\" of {place} is not one of the set values"
    ),
    LocalizedText(th: "เลือกค่าจากรายการที่กำหนด", en: "Choose one of the set values.")
  )
  private static let buddhistDate: Form = (
    LocalizedText(
      th: "วันที่ “{value}” ในช่อง “{place}” เป็นปี พ.ศ. ช่องนี้ใช้ปี ค.ศ. (ปปปป-ดด-วว)",
      en:
        "Date \"{value}\" of {place} has a Buddhist-era year; this field takes C.E. (yyyy-mm-dd)"
    ),
    LocalizedText(th: "แก้ไขปีของวันที่เป็น ค.ศ.", en: "Write the year of the date in C.E.")
  )
  private static let kindAndJob: Form = (
    LocalizedText(
      th: "ประเภทเรื่อง “{kind_th}” ไม่ใช้กับงานที่ {job}",
      en: "Kind {kind} is not used in job {job}"
    ),
    LocalizedText(th: "แก้ไขประเภทเรื่องหรือเลขงานให้ตรงกัน", en: "Correct the kind or the job.")
  )
  private static let againstJob: Form = (
    LocalizedText(
      th: "ค่า “{value}” ในช่อง “{place}” ไม่ตรงกับงานที่ {job}",
      en: "Value \"{value}\" of {place} does not agree with job {job}"
    ),
    LocalizedText(th: "แก้ไขช่องนั้นหรือเลขงานให้ตรงกัน", en: "Correct the field or the job.")
  )
  private static let unknownStage: Form = (
    LocalizedText(
      th: "ไม่รู้จักสถานะ “{value}” จึงตรวจเรื่องนี้ในสถานะร่าง",
      en: "Stage \"{value}\" is not known; the submission was checked as a draft"
    ),
    LocalizedText(th: "ระบุสถานะตามรายการที่กำหนด", en: "Give one of the six stages.")
  )
  private static let unknownStep: Form = (
    LocalizedText(
      th: "ไม่รู้จักขั้นตอน “{value}” ใน “{place}” จึงไม่ได้นำมาตรวจ",
      en: "Step \"{value}\" in {place} is not known and was not checked"
    ),
    LocalizedText(
      th: "แก้ไขรหัสขั้นตอนให้ตรงกับรายการขั้นตอน",
      en: "Use a step id of the list of steps."
    )
  )
  private static let unknownDocumentType: Form = (
    LocalizedText(
      th: "ไม่รู้จักประเภทเอกสาร “{value}” ใน “{place}” จึงไม่ได้นำมาตรวจ",
      en: "Document type \"{value}\" in {place} is not known and was not checked"
    ),
    LocalizedText(
      th: "แก้ไขประเภทเอกสารให้ตรงกับรายการประเภทเอกสาร",
      en: "Use a document type of the list."
    )
  )
  private static let duplicateID: Form = (
    LocalizedText(
      th: "รหัส “{value}” ซ้ำกันใน “{place}”",
      en: "Id \"{value}\" occurs more than once in {place}"
    ),
    LocalizedText(th: "กำหนดรหัสให้ไม่ซ้ำกัน", en: "Give each entry an id of its own.")
  )
  private static let danglingReference: Form = (
    LocalizedText(
      th: "“{place}” อ้างถึง “{value}” ซึ่งไม่มีในเรื่องนี้",
      en: "{place} refers to \"{value}\", which this submission does not hold"
    ),
    LocalizedText(
      th: "แก้ไขการอ้างอิง หรือเพิ่มรายการที่อ้างถึง",
      en: "Correct the reference or add the entry referred to."
    )
  )
}
