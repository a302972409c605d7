import Diagnostics
import DocumentArena
import Findings
import RuleModel
import SourceText

/// Results made by hand, so that scores and reports are tested without rules.
enum Made {
  static func rule(
    _ id: String,
    _ family: Family = .completeness,
    _ severity: Severity = .error,
    weight: Int = 5,
    basis: Basis = .text,
    title: LocalizedText = LocalizedText(th: "ข้อกำหนด", en: "Requirement"),
    clauses: [String] = ["J2 §5.4"]
  ) -> RuleFacts {
    RuleFacts(
      id: id,
      title: title,
      family: family,
      severity: severity,
      weight: weight,
      basis: basis,
      clauses: clauses
    )
  }

  static func parts(
    pass: Int = 0,
    fail: Int = 0,
    unknown: Int = 0,
    error: Int = 0,
    waived: Int = 0
  ) -> PartCounts {
    var counts = PartCounts()
    counts.pass = pass
    counts.fail = fail
    counts.unknown = unknown
    counts.error = error
    counts.waived = waived
    return counts
  }

  static func header(
    file: String = "plan.yaml",
    title: String? = "แผนปฏิบัติการประจำปีงบประมาณ พ.ศ. 2569",
    document: Document? = nil
  ) -> SubmissionHeader {
    SubmissionHeader(
      file: file,
      id: "aap-2569-01",
      title: title,
      kind: "annual-action-plan",
      kindTitle: LocalizedText(th: "แผนปฏิบัติการประจำปี", en: "Annual action plan"),
      job: 2,
      stage: "submitted",
      stageTitle: LocalizedText(th: "รับเรื่องแล้ว", en: "submitted"),
      round: 1,
      fiscalYear: 2569,
      submitter: "สพป. อุทัยธานี เขต 2",
      document: document
    )
  }

  static func result(
    _ rules: [RuleResult],
    structure: [Finding] = [],
    header: SubmissionHeader = Made.header()
  ) -> SubmissionResult {
    SubmissionResult(header: header, structure: structure, rules: rules)
  }

  static func finding(
    _ rule: String,
    _ outcome: Outcome = .fail,
    _ severity: Severity = .error,
    isSofter: Bool = false,
    message: LocalizedText,
    remedy: LocalizedText = LocalizedText(th: "แก้ไขให้ครบ", en: "Mend it."),
    clauses: [String] = ["J2 §5.4"],
    path: DocumentPath = DocumentPath(),
    position: SourcePosition? = nil,
    length: UInt32 = 1,
    isAbsent: Bool = false,
    label: LocalizedText = LocalizedText(verbatim: ""),
    file: String = "plan.yaml",
    missing: [DocumentPath] = [],
    part: String = "",
    waiver: String? = nil
  ) -> Finding {
    Finding(
      rule: rule,
      outcome: outcome,
      severity: severity,
      isSofter: isSofter,
      message: message,
      remedy: remedy,
      clauses: clauses,
      place: FindingPlace(
        file: file,
        path: path,
        position: position,
        length: length,
        isAbsent: isAbsent,
        label: label
      ),
      missing: missing,
      part: part,
      fingerprint: "0123456789abcdef0123456789abcdef",
      waiver: waiver
    )
  }
}
