import Diagnostics
import DocumentArena
import Findings
import Reporting
import RuleModel
import SourceText
import TestSupport
import Testing

@Suite("Reports as they are shown")
struct SnapshotTests {
  enum Case: String, CaseIterable {
    case normal
    case noFindings = "no-findings"
    case noPosition = "no-position"
    case longThai = "long-thai"
    case hostile
    case nothingChecked = "nothing-checked"
    case many

    func report() throws -> Report {
      switch self {
      case .normal: try MadeReport.normal()
      case .noFindings: try Self.reportWithoutFindings()
      case .noPosition: try Self.reportWithoutPosition()
      case .longThai: try Self.reportWithLongThai()
      case .hostile: try Self.hostileReport()
      case .nothingChecked: try MadeReport.report([Made.result([])])
      case .many: try Self.reportWithManyPlaces()
      }
    }
  }

  @Test("in Thai and English, as text and JSON", arguments: Case.allCases)
  func allFormats(of example: Case) throws {
    let report = try example.report()
    let name = example.rawValue
    try expectSnapshot(report.formatted(as: .text), "\(name).th.txt")
    let english = ReportOptions(language: .en)
    try expectSnapshot(report.formatted(as: .text, options: english), "\(name).en.txt")
    try expectSnapshot(report.formatted(as: .json), "\(name).json")
  }

  @Test("for machines", arguments: [ReportFormat.sarif, .junit, .github, .tap])
  func machineFormats(format: ReportFormat) throws {
    for example in [Case.normal, .hostile, .noPosition, .nothingChecked] {
      let text = try example.report().formatted(as: format)
      try expectSnapshot(text, "\(example.rawValue).\(format.rawValue)")
    }
  }

  @Test("brief and full", arguments: [ReportOptions.Detail.brief, .full])
  func details(detail: ReportOptions.Detail) throws {
    let options = ReportOptions(detail: detail)
    let report = try MadeReport.normal()
    try expectSnapshot(
      report.formatted(as: .text, options: options),
      "normal.\(detail.rawValue).txt"
    )
  }

  @Test("in colour")
  func colour() throws {
    let options = ReportOptions(hasColor: true)
    let report = try MadeReport.normal()
    let text = report.formatted(as: .text, options: options)
    try expectSnapshot(text.replacing("\u{1B}", with: "␛"), "normal.colour.txt")
  }

  @Test("several submissions end with a summary")
  func summary() throws {
    let normal = try MadeReport.normal().submissions.map(\.result)
    let other = Made.result([], header: Made.header(file: "other.yaml", title: nil))
    let problem = Diagnostic(
      DiagnosticCode("FILE-001"),
      .error,
      LocalizedText(th: "ไม่พบแฟ้มนี้", en: "there is no such file"),
      at: Diagnostic.Place(file: "gone.yaml", position: nil)
    )
    let report = try MadeReport.report(normal + [other], problems: [problem])
    try expectSnapshot(report.formatted(as: .text), "several.th.txt")
    try expectSnapshot(report.formatted(as: .json), "several.json")
  }
}

extension SnapshotTests.Case {
  private static func reportWithoutFindings() throws -> Report {
    try MadeReport.report([
      Made.result([
        RuleResult(rule: Made.rule("A-CMP-001"), outcome: .pass, parts: Made.parts(pass: 3)),
        RuleResult(
          rule: Made.rule("A-ALN-001", .alignment),
          outcome: .pass,
          parts: Made.parts(pass: 1)
        ),
      ])
    ])
  }

  private static func reportWithoutPosition() throws -> Report {
    let text = LocalizedText(th: "ไม่พบหนังสือนำส่ง", en: "The cover letter is absent")
    return try MadeReport.report([
      Made.result([
        RuleResult(
          rule: Made.rule("J02-CMP-001"),
          outcome: .fail,
          parts: Made.parts(pass: 1, fail: 1),
          findings: [
            Made.finding(
              "J02-CMP-001",
              message: text,
              isAbsent: true,
              label: LocalizedText(th: "เอกสารประกอบ", en: "documents")
            )
          ]
        )
      ])
    ])
  }

  private static func reportWithLongThai() throws -> Report {
    let name = String(repeating: "ยุทธศาสตร์การพัฒนาคุณภาพการศึกษาขั้นพื้นฐานทั้งระบบน้ำดื่มที่นี่ซื้อได้", count: 4)
    let text = LocalizedText(
      th: "โครงการที่ 1 “\(name)” ยังไม่ได้ระบุ\(name)",
      en: "Project 1 “\(name)”: \(name) is missing"
    )
    let yaml = "title: \(name)\nprojects: [{name: \"\(name)\", x: ผิดตรงนี้}]\n"
    let header = Made.header(title: name, document: try MadeReport.plan(yaml))
    let column = 11 + 8 + name.unicodeScalars.count + 6
    return try MadeReport.report([
      Made.result(
        [
          RuleResult(
            rule: Made.rule(
              "J02-CMP-003",
              title: LocalizedText(verbatim: name),
              clauses: (1...12).map { "J\($0) §5.\($0)" }
            ),
            outcome: .fail,
            parts: Made.parts(fail: 1),
            findings: [
              Made.finding(
                "J02-CMP-003",
                message: text,
                remedy: text,
                clauses: [],
                position: SourcePosition(line: 2, column: UInt32(column)),
                length: 9,
                label: LocalizedText(verbatim: name)
              )
            ]
          )
        ],
        header: header
      )
    ])
  }

  private static func hostileReport() throws -> Report {
    let name = "\u{1B}[31mแดง\u{7}\r\n\u{202E}กลับ\u{0}\u{9B}2J <script>&\"'\\ \u{E0041}"
    let text = LocalizedText(verbatim: "ค่า “\(name)” ไม่ถูกต้อง")
    return try MadeReport.report([
      Made.result(
        [
          RuleResult(
            rule: Made.rule("X\u{1B}]0;t\u{7}", title: text, clauses: ["J2 §\u{1B}c", "J", "§"]),
            outcome: .fail,
            parts: Made.parts(fail: 1),
            findings: [
              Made.finding(
                "X\u{1B}]0;t\u{7}",
                message: text,
                remedy: text,
                clauses: ["J2 §\u{1B}c", "J", "§"],
                position: SourcePosition(line: 1, column: 8),
                length: 400,
                label: text,
                file: "a\nb\u{1B}.yaml"
              )
            ]
          )
        ],
        header: Made.header(file: "a\nb\u{1B}.yaml", title: name)
      )
    ])
  }

  private static func reportWithManyPlaces() throws -> Report {
    let findings = (1...45).map { number in
      Made.finding(
        "J02-CMP-003",
        message: LocalizedText(
          th: "โครงการที่ \(number) ยังไม่ได้ระบุงบประมาณ",
          en: "Project \(number): budget is missing"
        ),
        path: DocumentPath([.key("projects"), .index(number - 1), .key("budget")]),
        position: SourcePosition(line: UInt32(number), column: 3),
        isAbsent: true,
        label: LocalizedText(th: "โครงการที่ \(number) งบประมาณ", en: "project \(number) budget")
      )
    }
    return try MadeReport.report([
      Made.result([
        RuleResult(
          rule: Made.rule("J02-CMP-003"),
          outcome: .fail,
          parts: Made.parts(pass: 5, fail: 45),
          findings: findings
        )
      ])
    ])
  }
}
