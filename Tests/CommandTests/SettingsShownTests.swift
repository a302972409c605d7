import DocumentReading
import Foundation
import Krong
import PlanValues
import Reporting
import SourceText
import TestSupport
import Testing

/// What an office and a profile set is in every report, with the default beside it.
@Suite("settings in reports")
struct SettingsShownTests {
  private static let office = """
    krong: 1
    office: peo-x
    name: {th: สำนักงานตัวอย่าง, en: Example Office}
    academic_year: 2569
    plan_editions:
      moe-plan: []
      nesdp: [{id: ฉบับที่ 14, from: 2571, until: 2575}]
    params:
      notice_within_days: 30
      grace_days: 15
      re_screen: true
      J01-PRC-001.min_days_ahead: 7
      J02-CMP-001.required_documents: {2570: [cover-letter]}
    """

  private static let profile = """
    krong: 1
    profile: strict
    title: {th: เข้ม, en: Strict}
    extends: full
    set: {J02-CMP-005: {severity: info, weight: 1}}
    params: {grace_days: 10, how_min_chars: 40}
    """

  private static let example =
    "\(SharedData.packageRoot.path)/Examples/annual-action-plan/faults-submitted.yaml"

  private func report(office: Bool, profile: Bool = false) throws -> Report {
    let folder = try TemporaryFolder()
    var options = Workspace.Options()
    if office { options.office = try folder.write("office.yaml", Self.office) }
    if profile { options.profile = try folder.write("profile.yaml", Self.profile) }
    let rules = "\(SharedData.packageRoot.path)/Rules"
    let check = CheckOptions(
      asOf: try #require(CalendarDate(year: 2026, month: 9, day: 15)),
      makesAlignmentTable: true,
      makesRecord: true
    )
    return try Workspace.load(rules, options: options).check([Self.example], options: check).report
  }

  private static func lines(_ report: Report, _ language: Language) -> [String] {
    report.receipt.settings.map { setting in
      "\(setting.name): \(setting.value[language]) < \(setting.standard[language])"
    }
  }

  @Test("only what differs from the default is told, with the default")
  func differences() throws {
    let report = try report(office: true)
    #expect(
      Self.lines(report, .en) == [
        "academic_year: 2569 < that of the submission",
        "plan_editions.moe-plan: there is no such plan < in force in all years",
        "plan_editions.nesdp: ฉบับที่ 13 (2566-2570), ฉบับที่ 14 (2571-2575) < ฉบับที่ 13 (2566-2570)",
        "grace_days: 15 days < 30 days", "re_screen: yes < no",
        "J01-PRC-001.min_days_ahead: 7 days < 1 day",
        "J02-CMP-001.required_documents: from fiscal year 2570: cover letter < cover letter, plan volume",
      ]
    )
    #expect(report.receipt.office?.id == "peo-x")
  }

  @Test("what a profile sets is told too, unless the office has the last word")
  func profile() throws {
    let alone = Self.lines(try report(office: false, profile: true), .th)
    let own = [
      "J02-CMP-005.severity: ข้อมูลประกอบ < ควรแก้ไข", "J02-CMP-005.weight: 1 < 2",
      "how_min_chars: 40 อักขระ < 20 อักขระ",
    ]
    #expect(Set(alone) == Set(own + ["grace_days: 10 วัน < 30 วัน"]))
    let both = Self.lines(try report(office: true, profile: true), .th)
    #expect(both.prefix(3) == own[...])
    #expect(both.contains("grace_days: 15 วัน < 30 วัน") && !both.contains { $0.contains("10 วัน") })
  }

  @Test("text and papers of both languages show them, official papers in their annexes")
  func shown() throws {
    let report = try report(office: true)
    for language in [Language.th, .en] {
      let line =
        language == .th
        ? "จำนวนวันผ่อนผันหลังสิ้นงวด (grace_days): 15 วัน (ค่าตั้งต้น 30 วัน)"
        : "(grace_days): 15 days (default: 30 days)"
      let options = ReportOptions(language: language, columns: 400)
      let text = report.formatted(as: .text, options: options)
      #expect(text.contains(line))
      for form in ["full-report", "finding-list", "alignment-table", "completeness-checklist"] {
        let bytes = try report.paper(.named(form), as: .html, language: language)
        #expect(String(decoding: bytes, as: UTF8.self).contains(line), "\(form)")
      }
    }
    let opinion = try report.paper(.named("F4"), as: .md, language: .th)
    let words = "(grace\\_days): ๑๕ วัน (ค่าตั้งต้น ๓๐ วัน)"
    #expect(String(decoding: opinion, as: UTF8.self).contains(words))
  }

  @Test("a saved report keeps them; without office and profile there are none")
  func saved() throws {
    let report = try report(office: true, profile: true)
    let json = report.formatted(as: .json)
    let source = SourceFile(name: "report.json", bytes: Array(json.utf8))
    let again = try ReportReader.read(try DocumentReader.readOne(source))
    #expect(again.receipt.settings == report.receipt.settings && again.receipt.office != nil)
    #expect(again.formatted(as: .json) == json)
    let plain = try self.report(office: false).formatted(as: .json)
    #expect(!plain.contains("\"settings\"") && !plain.contains("\"office\""))
  }

  @Test("an office that keeps all defaults is named, and that it does")
  func defaults() throws {
    let folder = try TemporaryFolder()
    let file = try folder.write(
      "office.yaml",
      "krong: 1\noffice: o\nname: {th: สำนักงาน ก, en: Office A}\nparams: {grace_days: 30}\n"
    )
    let run = try Program.run(["check", Self.example, "--office", file, "--fail-on", "never"])
    #expect(run.output.contains("ใช้ค่าที่กำหนดของสำนักงาน ก ซึ่งเป็นค่าตั้งต้นทั้งหมด"))
  }
}
