import Foundation
import TestSupport
import Testing

/// `krong explain REPORT FINDING` on every kind of check and guard: each finding has the values that
/// brought it about as a tree, and what the report was made with must be given again.
@Suite("Explanations of findings of every kind") struct ExplainKindsTests {
  /// Rules of one item each, by their number.
  private static let rules: [(number: Int, body: String)] = [
    (
      901, "check:\n  - unique: {list: projects, by: [name], unless: a.owner != b.owner}"
    ),
    (902, "check:\n  - present: [title]\n    when: budget.total > 0"),
    (903, "when: budget.total > 0\ncheck:\n  - present: [title]"),
    (
      904,
      """
      check:
        - steps:
            table:
              - {step: submitted_up, clause: J2 §5.4}
              - {step: analysed, clause: J2 §5.4}
              - {step: screened, clause: J2 §5.4, optional: round > 1}
              - {step: council, clause: J2 §5.4}
      """
    ),
    (
      905,
      """
      when: fiscal_year > 2500
      check:
        - ask:
            question: {th: เหมาะสมหรือไม่, en: Is it right?}
          at: title
      """
    ),
    (
      906,
      "for_each: {project: projects}\nwhere: project.budget > 0\n"
        + "check:\n  - present: [project.objective]"
    ),
    (
      907,
      "check:\n  - present: [development_plan_ref]\n    pending: as_of < date(\"2027-01-01\")"
    ),
    (908, "for_each: {link: alignments}\nif_none: fail\ncheck:\n  - present: [link.item]"),
    (
      909,
      """
      define:
        large: fiscal_year > 2568
      check:
        - any:
            - present: [development_plan_ref]
            - within: {value: fiscal_year, max: 2500}
          when: large
      """
    ),
    (
      910,
      """
      check:
        - each:
            in: projects
            as: project
            where: project.name != 'x'
            check:
              - unique: {list: project.indicators, by: [name]}
      """
    ),
    (911, "check:\n  - not: {one_of: {value: title, options: [แผน, โครงการ]}}"),
    (
      912,
      """
      params:
        least: {type: money, default: 100, label: {th: ขั้นต่ำ, en: least}}
      check:
        - at: projects
          within: {value: "sum(projects.map(p, p.?budget.orValue(baht(0))))", min: params.least}
      """
    ),
    (913, "waivable: true\ncheck:\n  - present: [development_plan_ref]"),
  ]

  private static let plan = """
    id: p-1
    kind: annual-action-plan
    job: 2
    stage: draft
    title: แผน
    fiscal_year: 2569
    projects:
      - {id: a, name: น้ำดื่ม, owner: ก, budget: 100, indicators: [{name: ร้อยละ}, {name: ร้อยละ}]}
      - {id: b, name: นํ้าดื่ม, owner: ก}
    process:
      - {step: submitted_up, date: 2025-10-10}
      - {step: analysed, date: 2025-10-01}
      - {step: council, date: 2025-11-01}

    """

  /// A folder with the rules of the project, those above, and the plan.
  private static func folder() throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    try folder.copyRules()
    for (number, body) in rules {
      let text = """
        krong: 1
        rule: TST-CON-\(number)
        title: {th: ทดสอบ, en: Test}
        family: consistency
        severity: error
        weight: 1
        basis: derived
        source: [J2 §5.4]
        applies_to: {kinds: [annual-action-plan], jobs: [2], from_stage: draft}
        \(body)
        message: {th: ไม่ผ่าน, en: not met}
        remedy: {th: แก้ไข, en: Mend it.}
        examples:
          - pass: {title: ก}
          - fail: {title: ข}

        """
      try folder.write("Rules/consistency/TST-CON-\(number).yaml", text)
    }
    try folder.write("plan.yaml", plan)
    return folder
  }

  /// The findings of our rules in a report: number, rule and outcome.
  private static func findings(
    _ report: String
  ) throws -> [(number: Int, rule: String, outcome: String)] {
    let data = try Data(contentsOf: URL(fileURLWithPath: report))
    let object = try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
    let submissions = object["submissions"] as? [[String: Any]] ?? []
    var all: [[String: Any]] = []
    for submission in submissions {
      all += submission["structure"] as? [[String: Any]] ?? []
      for rule in submission["rules"] as? [[String: Any]] ?? [] {
        all += rule["findings"] as? [[String: Any]] ?? []
      }
    }
    return all.enumerated().compactMap { index, finding in
      guard let rule = finding["rule"] as? String, rule.hasPrefix("TST-"),
        let outcome = finding["outcome"] as? String
      else { return nil }
      return (index + 1, rule, outcome)
    }
  }

  private static func check(_ folder: TemporaryFolder, _ more: [String] = []) throws -> String {
    _ = try Program.run(
      [
        "check", "plan.yaml", "--rules", "Rules", "--as-of", "2026-01-01", "-q", "--output",
        "json=report.json",
      ] + more,
      in: folder.url
    )
    return folder.path("report.json")
  }

  @Test("Each shows what was read, why it was asked and what was decided", arguments: ["th", "en"])
  func everyKind(_ language: String) throws {
    let folder = try Self.folder()
    let findings = try Self.findings(try Self.check(folder))
    #expect(Set(findings.map(\.rule)).count == Self.rules.count - 1, "\(findings)")
    var text = ""
    for finding in findings {
      let run = try Program.run(
        ["explain", "report.json", "\(finding.number)", "--rules", "Rules", "--lang", language],
        in: folder.url
      )
      #expect(run.status == 0, "\(finding): \(run.errors)")
      // Clause and remedy are the same in all.
      let end = run.output.ranges(of: language == "th" ? "\nที่มา: " : "\nsource: ").first?.lowerBound
      text += "=== \(finding.rule) \(finding.outcome)\n"
      text += run.output[..<(end ?? run.output.endIndex)] + "\n"
    }
    let fixtures = SharedData.packageRoot.appendingPathComponent("Tests/CommandTests/Fixtures/x")
    try expectSnapshot(text, "explain-kinds-\(language).txt", filePath: fixtures.path)
  }

  @Test("A report made with an office, waivers and a profile is explained with them, and only so")
  func settings() throws {
    let folder = try Self.folder()
    try folder.write(
      "office.yaml",
      """
      krong: 1
      office: peo-test
      name: {th: สำนักงานทดสอบ, en: Test office}
      province: อุทัยธานี
      academic_year: 2568
      params:
        TST-CON-912.least: 500

      """
    )
    try folder.write(
      "waivers.yaml",
      """
      krong: 1
      waivers:
        - rule: TST-CON-913
          subject: p-1
          parts: [development_plan_ref]
          reason: อยู่ระหว่างจัดทำแผนพัฒนา
          approver: ศึกษาธิการจังหวัด
          from: 2025-10-01
          until: 2026-09-30

      """
    )
    try folder.write(
      "profile.yaml",
      """
      krong: 1
      profile: test
      title: {th: ทดสอบ, en: Test}
      extends: full
      set:
        TST-CON-912: {severity: warning}

      """
    )
    let settings = [
      ["--office", "office.yaml"], ["--waivers", "waivers.yaml"], ["--profile", "profile.yaml"],
    ]
    let findings = try Self.findings(try Self.check(folder, settings.flatMap { $0 }))
    let limited = try #require(findings.first { $0.rule == "TST-CON-912" })
    let waived = try #require(findings.first { $0.rule == "TST-CON-913" })
    #expect(limited.outcome == "fail" && waived.outcome == "waived")
    func explain(_ number: Int, _ more: [String]) throws -> Program.Run {
      let base = ["explain", "report.json", "\(number)", "--rules", "Rules", "--lang", "en"]
      return try Program.run(base + more, in: folder.url)
    }
    let all = settings.flatMap { $0 }
    let first = try explain(limited.number, all)
    #expect(first.status == 0 && first.output.contains("min = params.least = 500.00"))
    #expect(first.output.contains("min <= value  =  false (no)"), "\(first.output)")
    let second = try explain(waived.number, all)
    #expect(second.output.contains("waived: อยู่ระหว่างจัดทำแผนพัฒนา (ศึกษาธิการจังหวัด)"))
    #expect(second.output.contains("filled(development_plan_ref)  =  false (no)"))
    // What is left out is named, whichever it is.
    for (left, name) in [(0, "office.yaml"), (1, "waivers.yaml"), (2, "profile.yaml")] {
      let others = settings.enumerated().filter { $0.offset != left }.flatMap(\.element)
      let run = try explain(waived.number, others)
      #expect(run.status == 2 && run.errors.contains("WORK-014"), "\(name): \(run.errors)")
      #expect(run.errors.contains("was not given: ") && run.errors.contains(name), "\(run.errors)")
    }
    // Another office is not the one of the report.
    let text = try String(
      contentsOf: folder.url.appendingPathComponent("office.yaml"),
      encoding: .utf8
    )
    try folder.write("office.yaml", text.replacingOccurrences(of: "500", with: "50"))
    let other = try explain(limited.number, all)
    #expect(other.status == 2 && other.errors.contains("office.yaml"), "\(other.errors)")
  }
}
