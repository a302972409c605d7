import Foundation
import Krong
import SourceText
import TestSupport
import Testing

private let plan = "Examples/annual-action-plan/ready.yaml"
private let faults = "Examples/annual-action-plan/faults-submitted.yaml"
private let day = ["--as-of", "2026-09-15"]

@Suite("Plans, their items and the alignment table")
struct PlansTests {
  @Test("the items of a plan are listed with what they are part of; a misspelt plan is suggested")
  func list() throws {
    let run = try Program.run(["list", "items", "national-strategy"])
    #expect(run.status == 0)
    #expect(run.output.contains("\nNS-3  ด้านการพัฒนาและเสริมสร้างศักยภาพทรัพยากรมนุษย์\n  NS-3.1  "))
    #expect(try Program.run(["list", "items", "parties"]).output.contains("school  สถานศึกษา"))
    #expect(try Program.run(["list", "catalogues"]).output.contains("\nsdg-4  "))
    let wrong = try Program.run(["list", "items", "national-stratgy"])
    #expect(wrong.status == 2)
    #expect(wrong.errors.contains("หมายถึง “national-strategy”"))
  }

  @Test("an item is explained: plan, years, chain, crosswalks, source, confidence")
  func explain() throws {
    let run = try Program.run(["explain", "mp-1201", "--lang", "en"])
    #expect(run.status == 0)
    for part in ["MP-1201  ", "sub-plan 12.1", "B.E. 2561-2580", "part of: MP-12 ", "S-KMITL"] {
      #expect(run.output.contains(part), "\(part)")
    }
    let served = try Program.run(["explain", "NS-3", "--lang", "en"]).output
    #expect(served.contains("served by: MP-12 Learning development (the main one, not verified)"))
    let wrong = try Program.run(["explain", "NS-33"])
    #expect(wrong.status == 2)
    #expect(wrong.errors.contains("“NS-3”"))
  }

  @Test("an office adds editions to the registry, which then decide whether a plan is in force")
  func editions() throws {
    let folder = try TemporaryFolder()
    let head = "krong: 1\noffice: o\nname: {th: ก, en: a}\n"
    let json = ["--format", "json", "--fail-on", "never"] + day
    var found: [String: String] = [:]
    for (name, editions) in [
      ("none", ""), ("ended", "plan_editions: {moe-plan: [{id: ก, from: 2560, until: 2565}]}\n"),
      ("in force", "plan_editions: {moe-plan: [{id: ก, from: 2566, until: 2575}]}\n"),
      ("no such plan", "plan_editions: {moe-plan: []}\n"),
    ] {
      let office = try folder.write("office.yaml", head + editions)
      for cached in [["--no-cache"], []] {
        let run = try Program.run(["check", faults, "--office", office] + json + cached)
        let rule = try #require(try rules(run.output).first { $0.id == "J02-ALN-002" })
        #expect(found[name] ?? rule.outcome == rule.outcome)
        found[name] = rule.outcome
      }
    }
    #expect(
      found == [
        "none": "fail", "ended": "not-applicable", "in force": "fail",
        "no such plan": "not-applicable",
      ]
    )
  }

  @Test("an empty list of editions takes those of the registry away, and the items stay known")
  func noSuchPlan() throws {
    let folder = try TemporaryFolder()
    let office = try folder.write(
      "office.yaml",
      "krong: 1\noffice: o\nname: {th: ก, en: a}\nplan_editions: {national-education-plan: []}\n"
    )
    #expect(try Program.run(["lint", office]).status == 0)
    let json = ["--format", "json", "--fail-on", "never", "--office", office] + day
    let found = try rules(Program.run(["check", faults] + json).output)
    #expect(found.first { $0.id == "J02-ALN-001" }?.outcome == "not-applicable")
    let text = try Program.run(["check", faults, "--table", "--office", office] + day).output
    #expect(text.contains("แผนการศึกษาแห่งชาติ  J02-ALN-001 · ไม่มีฉบับที่ใช้ในปีนั้น"))
  }

  @Test("optional rules run only when they are selected, and change nothing about the others")
  func optional() throws {
    let json = ["--format", "json", "--fail-on", "never"] + day
    let without = try rules(Program.run(["check", faults] + json).output)
    let with = try rules(Program.run(["check", faults, "--select", "FWK"] + json).output)
    #expect(!without.contains { $0.id.hasPrefix("FWK") })
    #expect(with.count { $0.id.hasPrefix("FWK") } == 6)
    #expect(with.filter { !$0.id.hasPrefix("FWK") } == without)
    let one = try rules(Program.run(["check", plan, "--select", "fwk-aln-003"] + json).output)
    #expect(one.map(\.id).filter { $0.hasPrefix("FWK") } == ["FWK-ALN-003"])
    let unknown = try Program.run(["check", plan, "--select", "FWK-ALN-033"] + day)
    #expect(unknown.status == 2)
    #expect(unknown.errors.contains("FWK-ALN-003"))
  }

  private struct Outcome: Equatable {
    let id: String
    let outcome: String
    let findings: Int
  }

  private func rules(_ json: String) throws -> [Outcome] {
    let submission = try submission(json)
    let rules = try #require(submission["rules"] as? [[String: Any]])
    return rules.map { rule in
      Outcome(
        id: rule["id"] as? String ?? "",
        outcome: rule["outcome"] as? String ?? "",
        findings: (rule["findings"] as? [Any])?.count ?? -1
      )
    }
  }

  private func submission(_ json: String) throws -> [String: Any] {
    let report = try JSONSerialization.jsonObject(with: Data(json.utf8)) as? [String: Any]
    return try #require((report?["submissions"] as? [[String: Any]])?.first)
  }

  @Test("the table keeps to 80 columns in both languages", arguments: ["th", "en"])
  func width(_ language: String) throws {
    let examples = [
      plan, faults, "Examples/education-development-plan/faults-submitted.yaml",
      "Examples/annual-action-plan/ready-25-projects.yaml",
    ]
    for example in examples {
      let run = try Program.run(["check", example, "--table", "--lang", language] + day)
      let lines = run.output.split(separator: "\n")
      let title = language == "th" ? "ตารางวิเคราะห์ความสอดคล้อง ─" : "Alignment table ─"
      #expect(lines.contains { $0.hasPrefix(title) })
      for line in lines { #expect(DisplayWidth.columns(of: String(line)) <= 80, "\(line)") }
    }
    let plain = try Program.run(["check", plan] + day).output
    #expect(!plain.contains("ตารางวิเคราะห์ความสอดคล้อง"))
  }

  @Test("the JSON has the table: the item found, how sure it is, and the findings of empty cells")
  func json() throws {
    let run = try Program.run(["check", faults, "--format", "json"] + day)
    let table = try #require(try submission(run.output)["alignment"] as? [String: Any])
    let columns = try #require(table["columns"] as? [[String: Any]])
    let rows = try #require(table["rows"] as? [[String: Any]])
    let cells = try #require(rows.first?["cells"] as? [[String: Any]])
    #expect(cells.count == columns.count)
    let cell = { (plan: String) in cells.first { $0["plan"] as? String == plan } }
    #expect(cell("national-strategy")?["findings"] as? [String] == ["J02-ALN-006"])
    #expect((cell("national-strategy")?["links"] as? [Any])?.isEmpty == true)
    let links = try #require(cell("national-education-plan")?["links"] as? [[String: Any]])
    let entry = try #require(links.first?["entry"] as? [String: Any])
    #expect(entry["code"] as? String == "NEP-3")
    #expect(entry["verified"] as? Bool == false)
    #expect(links.first?["form"] as? String == "number")
    let coverage = try #require(table["coverage"] as? [String: Any])
    #expect((coverage["idle_projects"] as? [Any])?.count == 1)
  }

  @Test("files of frameworks are read only when something asks for them")
  func lazy() throws {
    let folder = try TemporaryFolder()
    let rules = try folder.copyRules().path
    let broken = rules + "/catalogues/frameworks/sdg-4.yaml"
    try "krong: 1\nframework: sdg-4\nitems: {}\n".write(
      toFile: broken,
      atomically: true,
      encoding: .utf8
    )
    let check = ["check", plan, "--rules", rules] + day
    #expect(try Program.run(check).status == 0)
    for more in [["--table"], ["--format", "json"], ["--select", "FWK"], ["-v"]] {
      let run = try Program.run(check + more)
      #expect(run.status == 2, "\(more)")
      #expect(run.errors.contains("CAT-002"), "\(more)")
    }
    #expect(try Program.run(["lint", rules]).output.contains("CAT-002"))
  }

  @Test("an office adds the plans of its own province")
  func office() throws {
    let folder = try TemporaryFolder()
    let plans = SharedData.packageRoot.appendingPathComponent("Rules/offices/plans").path
    try FileManager.default.copyItem(
      atPath: plans + "/chiang-mai-province.yaml",
      toPath: folder.path("province.yaml")
    )
    let office = try folder.write(
      "office.yaml",
      """
      krong: 1
      office: peo-example
      name: {th: สำนักงานตัวอย่าง, en: Example office}
      frameworks: [province.yaml]
      """
    )
    let submission = try folder.write(
      "plan.yaml",
      """
      id: x
      kind: budget-request
      job: 14
      fiscal_year: 2569
      alignments:
        - {plan: provincial-plan, item: ประเด็นการพัฒนาที่ ๕, how: ลดความเหลื่อมล้ำ}
      """
    )
    let arguments =
      ["check", submission, "--table", "--fail-on", "never", "--office", office] + day
    #expect(try Program.run(arguments).output.contains("→ CMI-5 การเสริมสร้างสังคมแห่งโอกาส"))
  }
}
