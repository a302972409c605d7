import Diagnostics
import DocumentArena
import DocumentReading
import Findings
import PlanValues
import Reporting
import RuleModel
import Scoring
import SourceText
import Testing

/// Whole reports made by hand.
enum MadeReport {
  static func receipt(isDateGiven: Bool = true, stage: String? = nil) throws -> Receipt {
    let date = try #require(CalendarDate(year: 2025, month: 11, day: 5))
    let digest = String(repeating: "0123456789abcdef", count: 4)
    return Receipt(
      engineVersion: "0.1.0",
      asOf: date,
      isDateGiven: isDateGiven,
      stage: stage,
      profile: "full",
      rules: [Receipt.Item(name: "J02-CMP-003", sha256: digest)],
      kinds: [Receipt.Item(name: "annual-action-plan", sha256: digest)],
      catalogues: [Receipt.Item(name: "plans", sha256: digest)],
      configuration: [Receipt.Item(name: "parameters.yaml", sha256: digest)],
      inputs: [Receipt.Item(name: "plan.yaml", sha256: digest)]
    )
  }

  static func report(
    _ results: [SubmissionResult],
    problems: [Diagnostic] = []
  ) throws -> Report {
    Report(
      receipt: try receipt(),
      submissions: results.map {
        CheckedSubmission(result: $0, scorecard: Scorecard.compute(from: $0))
      },
      problems: problems
    )
  }

  static let planText = """
    id: aap-2569-01
    kind: annual-action-plan
    job: 2
    title: แผนปฏิบัติการประจำปีงบประมาณ พ.ศ. 2569
    received_on: 2568-11-05
    budget: {total: 420,000.00}
    projects:
      - id: p1
        name: พัฒนาครูภาษาไทย
        budget: 300000
      - {id: p2, name: นิเทศโรงเรียนขนาดเล็ก, น้ำ: ดื่ม, budget: 120000, owner: กลุ่มนิเทศ ติดตาม และประเมินผลการจัดการศึกษา}
    """

  static func plan(_ text: String = planText) throws -> Document {
    try YAMLReader.readOne(SourceFile(name: "plan.yaml", text: text), keys: KeyTable())
  }

  /// A report with something of everything.
  static func normal() throws -> Report {
    let header = Made.header(document: try plan())
    var rules: [RuleResult] = [alignment, projects, consistency, waived]
    rules += [unknown, judged, broken]
    rules += [
      RuleResult(
        rule: Made.rule("J02-ALN-004", .alignment),
        outcome: .notApplicable,
        reason: .noEdition,
        reasonDetail: LocalizedText(
          th: "แผนพัฒนากลุ่มจังหวัด ปีงบประมาณ พ.ศ. 2569",
          en: "Province-cluster development plan, fiscal year 2569"
        )
      ),
      RuleResult(rule: Made.rule("J02-PRC-006"), outcome: .notApplicable, reason: .stage),
      RuleResult(rule: Made.rule("J03-CON-001"), outcome: .notApplicable, reason: .kind),
      RuleResult(rule: Made.rule("J03-CON-002"), outcome: .notApplicable, reason: .kind),
      RuleResult(
        rule: Made.rule("J02-DIS-001", .disclosure, .info, weight: 1),
        outcome: .pass,
        parts: Made.parts(pass: 1)
      ),
    ]
    let result = SubmissionResult(
      header: header,
      structure: [structure],
      rules: rules,
      idleWaivers: [
        LocalizedText(
          th: "J02-CMP-001 สิ้นสุดเมื่อ 30 มิถุนายน 2568",
          en: "J02-CMP-001 ran out on 30 June 2025"
        )
      ]
    )
    return try report([result])
  }

  private static let structure = Made.finding(
    "STR-004",
    message: LocalizedText(
      th: "วันที่ “2568-11-05” ในช่อง “วันที่รับเรื่อง” เป็นปี พ.ศ. ช่องนี้ใช้ปี ค.ศ. (ปปปป-ดด-วว)",
      en: "Date \"2568-11-05\" of received on has a Buddhist-era year; this field takes C.E."
    ),
    remedy: LocalizedText(th: "แก้ไขปีของวันที่เป็น ค.ศ.", en: "Write the year in C.E."),
    clauses: [],
    path: DocumentPath([.key("received_on")]),
    position: SourcePosition(line: 5, column: 14),
    length: 10,
    label: LocalizedText(th: "วันที่รับเรื่อง", en: "received on")
  )

  private static let alignment = RuleResult(
    rule: Made.rule(
      "J02-ALN-001",
      .alignment,
      title: LocalizedText(
        th: "สอดคล้องกับแผนการศึกษาแห่งชาติ",
        en: "Aligned with National Education Plan"
      ),
      clauses: ["J2 §3.1", "J2 §5.4", "J11 §5.3"]
    ),
    outcome: .fail,
    parts: Made.parts(fail: 1),
    findings: [
      Made.finding(
        "J02-ALN-001",
        message: LocalizedText(
          th: "ยังไม่ได้ระบุความสอดคล้องกับแผนการศึกษาแห่งชาติ",
          en: "Alignment with the National Education Plan is not stated"
        ),
        remedy: LocalizedText(
          th: "ระบุหัวข้อของแผนและเหตุผลที่สอดคล้องในช่อง alignments",
          en: "Add the item of the plan and how the submission serves it."
        ),
        clauses: ["J2 §3.1", "J2 §5.4", "J11 §5.3"],
        path: DocumentPath([.key("alignments")]),
        position: SourcePosition(line: 1, column: 1),
        length: 2,
        isAbsent: true,
        label: LocalizedText(th: "ความสอดคล้องกับแผน", en: "alignments")
      )
    ]
  )

  private static func missingField(
    _ project: Int,
    _ name: String,
    _ field: String,
    _ label: LocalizedText,
    line: UInt32
  ) -> Finding {
    Made.finding(
      "J02-CMP-003",
      message: LocalizedText(
        th: "โครงการที่ \(project) “\(name)” ยังไม่ได้ระบุ\(label.th)",
        en: "Project \(project) “\(name)”: \(label.en) is missing"
      ),
      remedy: LocalizedText(
        th: "กรอกรายละเอียดของโครงการให้ครบทุกหัวข้อ",
        en: "Fill in the named part of the project."
      ),
      clauses: ["J2 §4.1", "J2 §5.4"],
      path: DocumentPath([.key("projects"), .index(project - 1), .key(field)]),
      position: SourcePosition(line: line, column: 5),
      length: 1,
      isAbsent: true,
      label: LocalizedText(
        th: "โครงการที่ \(project) “\(name)” \(label.th)",
        en: "Project \(project) “\(name)” \(label.en)"
      ),
      part: field
    )
  }

  private static let projects = RuleResult(
    rule: Made.rule(
      "J02-CMP-003",
      weight: 8,
      basis: .derived,
      title: LocalizedText(th: "รายละเอียดโครงการครบถ้วน", en: "Project details complete"),
      clauses: ["J2 §4.1", "J2 §5.4"]
    ),
    outcome: .fail,
    parts: Made.parts(pass: 10, fail: 4),
    findings: [
      missingField(
        1,
        "พัฒนาครูภาษาไทย",
        "objective",
        LocalizedText(th: "วัตถุประสงค์", en: "objective"),
        line: 8
      ),
      missingField(
        1,
        "พัฒนาครูภาษาไทย",
        "activities",
        LocalizedText(th: "วิธีดำเนินการ", en: "activities"),
        line: 8
      ),
      missingField(
        1,
        "พัฒนาครูภาษาไทย",
        "schedule",
        LocalizedText(th: "ระยะเวลา", en: "schedule"),
        line: 8
      ),
      missingField(
        2,
        "นิเทศโรงเรียนขนาดเล็ก",
        "schedule",
        LocalizedText(th: "ระยะเวลา", en: "schedule"),
        line: 11
      ),
    ]
  )

  private static let consistency = RuleResult(
    rule: Made.rule(
      "COM-CON-002",
      .consistency,
      title: LocalizedText(th: "ยอดรวมเท่ากับผลรวมของรายการ", en: "Total equals the sum of lines")
    ),
    outcome: .fail,
    parts: Made.parts(fail: 1),
    findings: [
      Made.finding(
        "COM-CON-002",
        message: LocalizedText(
          th: "งบประมาณรวม 420,000.00 บาท ไม่เท่ากับผลรวมของโครงการ 410,000.00 บาท",
          en: "The total 420,000.00 is not the sum of the projects 410,000.00"
        ),
        clauses: ["J3 §4.3"],
        path: DocumentPath([.key("budget"), .key("total")]),
        position: SourcePosition(line: 6, column: 17),
        length: 10,
        label: LocalizedText(th: "งบประมาณรวม", en: "budget total")
      ),
      Made.finding(
        "COM-CON-002",
        .fail,
        .info,
        isSofter: true,
        message: LocalizedText(
          th: "โครงการที่ 2 “นิเทศโรงเรียนขนาดเล็ก” มีช่อง “น้ำ”",
          en: "Project 2 has the field “น้ำ”"
        ),
        path: DocumentPath([.key("projects"), .index(1), .key("น้ำ")]),
        position: SourcePosition(line: 11, column: 45),
        length: 3,
        label: LocalizedText(th: "โครงการที่ 2 น้ำ", en: "project 2 water")
      ),
    ]
  )

  private static let waived = RuleResult(
    rule: Made.rule("J02-CMP-001", .completeness, weight: 3),
    outcome: .waived,
    parts: Made.parts(pass: 1, waived: 1),
    findings: [
      Made.finding(
        "J02-CMP-001",
        .waived,
        message: LocalizedText(th: "ไม่พบหนังสือนำส่ง", en: "The cover letter is absent"),
        waiver: "หนังสือนำส่งอยู่ระหว่างลงนาม"
      )
    ]
  )

  private static let unknown = RuleResult(
    rule: Made.rule(
      "J02-CON-001",
      .consistency,
      title: LocalizedText(
        th: "ปีของแผนปฏิบัติการอยู่ในช่วงของแผนพัฒนา",
        en: "Action plan year lies in the development plan period"
      )
    ),
    outcome: .unknown,
    parts: Made.parts(unknown: 1),
    findings: [
      Made.finding(
        "J02-CON-001",
        .unknown,
        message: LocalizedText(
          th: "ยังตรวจไม่ได้ว่าปี พ.ศ. 2569 อยู่ในช่วงของแผนพัฒนาการศึกษาหรือไม่",
          en: "Whether 2569 lies in the period of the development plan cannot be told"
        ),
        path: DocumentPath([.key("development_plan_period")]),
        label: LocalizedText(th: "ช่วงปีของแผนพัฒนา", en: "development plan period"),
        missing: [
          DocumentPath([.key("development_plan_period"), .key("start")]),
          DocumentPath([.key("development_plan_period"), .key("end")]),
        ]
      )
    ]
  )

  private static let judged = RuleResult(
    rule: Made.rule("X-ALN-001", .alignment, title: LocalizedText(th: "เหตุผลหนักแน่น", en: "Sound")),
    outcome: .notChecked
  )

  private static let broken = RuleResult(
    rule: Made.rule("X-THR-001", .threshold, .warning, weight: 2),
    outcome: .error,
    parts: Made.parts(error: 1),
    findings: [
      Made.finding(
        "X-THR-001",
        .error,
        .warning,
        message: LocalizedText(th: "หารด้วยศูนย์", en: "division by zero")
      )
    ]
  )
}
