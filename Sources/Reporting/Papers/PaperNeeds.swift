import Diagnostics
import Findings

/// Whether a report has what a form is made of.
struct PaperNeeds {
  let form: PaperForm
  let report: Report

  func check() throws(DiagnosticError) {
    guard !report.submissions.isEmpty else { throw lack(.nothingForPaper, nothing) }
    // First, since whether a form belongs to a submission may lie in these data.
    for need in form.needs { try check(need) }
    guard report.submissions.contains(where: { form.scope.objection(to: $0) == nil }) else {
      throw outOfPlace
    }
  }

  private func check(_ need: PaperForm.Need) throws(DiagnosticError) {
    switch need {
    case .alignment where !report.submissions.contains(where: { $0.result.alignment != nil }):
      throw lack(.paperLacksData, alignment)
    case .comparison where report.comparison == nil: throw lack(.paperLacksData, comparison)
    case .records where !report.submissions.contains(where: { $0.result.record != nil }):
      throw lack(.paperLacksData, records)
    case .alignment, .comparison, .records: return
    }
  }

  /// How many submissions are told one by one.
  private static let shownSubjects = 10

  /// None of the submissions is one for which the form is made: which, and why.
  private var outOfPlace: DiagnosticError {
    let submissions = report.submissions
    let notes = submissions.prefix(Self.shownSubjects).compactMap { submission in
      form.scope.objection(to: submission).map { objection in
        let name = submission.result.header.id ?? submission.result.header.file
        return Diagnostic.Note(
          LocalizedText(th: "\(name): \(objection.th)", en: "\(name): \(objection.en)")
        )
      }
    }
    let usage = form.usage ?? LocalizedText(th: "", en: "")
    return DiagnosticError([
      Diagnostic(
        .paperOutOfPlace,
        .error,
        LocalizedText(
          th: "เอกสาร “\(form.title.th)” ไม่ใช้กับเรื่องที่ตรวจ",
          en: "the paper “\(form.title.en)” is not made for what was checked"
        ),
        at: Diagnostic.Place(file: "--paper \(form.id)", position: nil),
        notes: notes,
        help: LocalizedText(
          th: "เอกสารนี้\(usage.th)\(Self.wayOut(form).th)",
          en: "it is made \(usage.en)\(Self.wayOut(form).en)"
        )
      )
    ])
  }

  private static func wayOut(_ form: PaperForm) -> LocalizedText {
    guard form.scope.from != nil || form.scope.until != nil else {
      return LocalizedText(th: "", en: "")
    }
    return LocalizedText(
      th: " (ถ้าสถานะในแฟ้มไม่ตรง ระบุด้วย --stage)",
      en: " (where the file has another stage, give it with --stage)"
    )
  }

  private func lack(
    _ code: DiagnosticCode,
    _ texts: (LocalizedText, LocalizedText)
  ) -> DiagnosticError {
    DiagnosticError([
      Diagnostic(
        code,
        .error,
        texts.0,
        at: Diagnostic.Place(file: "--paper \(form.id)", position: nil),
        help: texts.1
      )
    ])
  }

  /// A form without rows and columns, asked for as rows and columns.
  static func noData(_ form: PaperForm, _ format: PaperFormat) -> DiagnosticError {
    DiagnosticError([
      Diagnostic(
        .paperWithoutData,
        .error,
        LocalizedText(
          th: "เอกสาร “\(form.title.th)” ไม่มีตารางข้อมูลที่จะเขียนเป็น \(format.rawValue)",
          en:
            "the paper “\(form.title.en)” has no rows and columns to be written as \(format.rawValue)"
        ),
        at: Diagnostic.Place(file: "--paper \(form.id)", position: nil),
        help: LocalizedText(
          th: "เลือกรูปแบบอื่น เช่น html หรือ md",
          en: "choose another format, such as html or md"
        )
      )
    ])
  }

  private var nothing: (LocalizedText, LocalizedText) {
    (
      LocalizedText(
        th: "ผลตรวจนี้ไม่มีเรื่องที่ตรวจ จึงทำเอกสารไม่ได้",
        en: "the report has no submission, so no paper can be made"
      ),
      LocalizedText(
        th: "ดูแฟ้มที่อ่านไม่ได้ แก้ไข แล้วตรวจใหม่",
        en: "look at the files that could not be read, mend them and check again"
      )
    )
  }

  private var alignment: (LocalizedText, LocalizedText) {
    (
      LocalizedText(
        th: "ผลตรวจนี้ไม่มีตารางวิเคราะห์ความสอดคล้อง หรือเรื่องประเภทนี้ไม่มีช่องความสอดคล้องกับแผน",
        en: "the report has no alignment table, or this kind of submission has no links to plans"
      ),
      Self.checkAgain
    )
  }

  private var comparison: (LocalizedText, LocalizedText) {
    (
      LocalizedText(
        th: "เอกสารนี้เทียบกับผลตรวจครั้งก่อน แต่ไม่ได้ระบุผลตรวจครั้งก่อน",
        en: "this paper compares with an earlier report, and none was given"
      ),
      LocalizedText(
        th: "ระบุด้วย --baseline ผลตรวจครั้งก่อน.json",
        en: "give it with --baseline EARLIER.json"
      )
    )
  }

  private var records: (LocalizedText, LocalizedText) {
    (
      LocalizedText(
        th: "ผลตรวจนี้ไม่มีข้อมูลของเรื่องที่เอกสารนี้ต้องใช้ (เช่น มติ เอกสาร รายงาน)",
        en: "the report does not carry what the submissions say (resolutions, documents, reports)"
      ),
      Self.checkAgain
    )
  }

  private static let checkAgain = LocalizedText(
    th: "ตรวจใหม่ด้วย krong check แล้วบันทึกด้วย --output json=แฟ้ม หรือใช้ --paper กับ krong check โดยตรง",
    en: "check again and save with --output json=FILE, or use --paper with krong check itself"
  )
}
