import Diagnostics
import DocumentArena
import DocumentReading
import Findings
import Reporting
import RuleModel
import SourceText
import Testing

@Suite("Reports that are read again")
struct SavedReportTests {
  private func readAgain(_ report: Report) throws -> Report {
    let text = report.formatted(as: .json)
    return try ReportReader.read(
      try DocumentReader.readOne(SourceFile(name: "report.json", text: text))
    )
  }

  @Test("cells, paragraphs and tables come back as they were")
  func spots() throws {
    let schemes: [(PlaceScheme, SourcePosition)] = [
      (.cells(sheets: ["ปก", "โครงการ"]), PlaceScheme.cell(sheet: 1, row: 12, column: 4)),
      (.cells(sheets: ["ปก"]), PlaceScheme.cell(sheet: 0, row: 1, column: 703)),
      (.blocks([.paragraph(1), .table(1), .paragraph(2)]), PlaceScheme.block(2)),
      (.blocks([.table(3)]), PlaceScheme.block(0, row: 3, column: 2)),
    ]
    for (scheme, position) in schemes {
      let place = FindingPlace(
        file: "แผน.xlsx",
        path: DocumentPath([.key("projects"), .index(1), .key("budget")]),
        position: position,
        length: 1,
        isAbsent: false,
        label: LocalizedText(th: "งบประมาณ", en: "budget"),
        scheme: scheme
      )
      let finding = Finding(
        rule: "A-CMP-001",
        outcome: .fail,
        severity: .error,
        message: LocalizedText(th: "ขาด", en: "missing"),
        remedy: LocalizedText(th: "ระบุ", en: "state it"),
        clauses: [],
        place: place,
        part: "budget",
        fingerprint: "0123456789abcdef0123456789abcdef"
      )
      let report = try MadeReport.report([
        Made.result([
          RuleResult(
            rule: Made.rule("A-CMP-001"),
            outcome: .fail,
            parts: Made.parts(fail: 1),
            findings: [finding]
          )
        ])
      ])
      let again = try readAgain(report)
      for format in ReportFormat.allCases {
        #expect(
          again.formatted(as: format).utf8.elementsEqual(report.formatted(as: format).utf8),
          "\(format)"
        )
      }
    }
  }

  @Test(
    "every report of the snapshots comes back as it was",
    arguments: SnapshotTests.Case.allCases
  )
  func snapshots(example: SnapshotTests.Case) throws {
    let report = try example.report()
    let again = try readAgain(report)
    for language in [Language.th, .en] {
      let options = ReportOptions(language: language)
      let text = again.formatted(as: .text, options: options)
      #expect(text.utf8.elementsEqual(report.formatted(as: .text, options: options).utf8))
    }
    #expect(again.formatted(as: .json).utf8.elementsEqual(report.formatted(as: .json).utf8))
  }

  private static func finding(_ rule: String, _ part: String) -> Finding {
    Finding(
      rule: rule,
      outcome: .fail,
      severity: .error,
      message: LocalizedText(th: "ขาด", en: "missing"),
      remedy: LocalizedText(th: "ระบุ", en: "state it"),
      clauses: [],
      place: FindingPlace(
        file: "แผน.yaml",
        path: DocumentPath([.key(part)]),
        position: nil,
        length: 1,
        isAbsent: false,
        label: LocalizedText(th: "งบประมาณ", en: "budget")
      ),
      part: part,
      fingerprint: "\(rule)-\(part)"
    )
  }

  private static func report(_ part: String, leftOut: Int) throws -> Report {
    let made = Made.result([
      RuleResult(
        rule: Made.rule("A-CMP-001"),
        outcome: .fail,
        parts: Made.parts(fail: 1 + leftOut),
        findings: [finding("A-CMP-001", part)],
        leftOut: leftOut
      )
    ])
    let left = leftOut > 0 ? [SubmissionResult.LeftOut(code: "STR-002", count: leftOut)] : []
    return try MadeReport.report([
      SubmissionResult(
        header: made.header,
        structure: [finding("STR-002", part)],
        structureLeftOut: left,
        rules: made.rules
      )
    ])
  }

  @Test("numbers of findings that were not kept come back as they were")
  func leftOut() throws {
    let report = try Self.report("budget", leftOut: 7)
    let result = try #require(try readAgain(report).submissions.first?.result)
    #expect(result.rules.map(\.leftOut) == [7])
    #expect(result.structureLeftOut == [SubmissionResult.LeftOut(code: "STR-002", count: 7)])
  }

  @Test("every format tells how many findings were not kept", arguments: ReportFormat.allCases)
  func toldInEveryFormat(format: ReportFormat) throws {
    let cut = try Self.report("budget", leftOut: 7)
    let text = cut.formatted(as: format)
    let told =
      format == .json ? ["\"findings_left_out\": 7", "\"structure_left_out\": ["] : ["พบอีก 7 แห่ง"]
    for words in told { #expect(text.contains(words)) }
    let whole = try Self.report("budget", leftOut: 0).formatted(as: format)
    #expect(!whole.contains("พบอีก"))
  }

  @Test("what one report did not keep is neither fixed nor new")
  func comparedWithLeftOut() throws {
    let all = try Self.report("budget", leftOut: 0)
    let other = try Self.report("title", leftOut: 0)
    let cut = try Self.report("title", leftOut: 7)
    let whole = Comparison(old: all, new: other).entries.flatMap(\.items).map(\.change)
    #expect(whole == [.fixed, .fixed, .new, .new])
    for (old, new) in [(all, cut), (cut, all)] {
      let items = Comparison(old: old, new: new).entries.flatMap(\.items)
      let kept: Comparison.Change = new.submissions[0].result.rules[0].leftOut > 0 ? .new : .fixed
      #expect(items.map(\.change) == [kept, kept, .notComparable, .notComparable])
      #expect(items.allSatisfy { ($0.reason != nil) == ($0.change == .notComparable) })
    }
  }
}
