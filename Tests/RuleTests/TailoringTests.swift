import Catalogues
import Diagnostics
import DocumentArena
import Evaluation
import Findings
import PlanValues
import RuleCompiler
import RuleModel
import Submissions
import Testing

/// What offices and years change: days and years with both ends, the order of force, profiles.
@Suite("Waivers, profiles, parameters and years in force")
struct TailoringTests {
  private let set = RuleSet.shared

  // MARK: Both ends

  @Test(
    "a waiver holds on its first and its last day, and not a day before or after",
    arguments: [
      ("2025-05-31", false, "begins on"), ("2025-06-01", true, ""), ("2025-06-15", true, ""),
      ("2025-06-30", true, ""), ("2025-07-01", false, "ended on"),
    ]
  )
  func waiverDays(day: String, holds: Bool, idle: String) throws {
    let set = try set.get()
    let rules = set.compile(try set.rule(ruleText("  - present: [title]")))
    var settings = EvaluationSettings.on(day)
    settings.waivers = [try waiver("TST-CON-001", from: "2025-06-01", until: "2025-06-30")]
    let result = Evaluator(rules).evaluate(
      try set.submission(annualPlan("title: ~\n")),
      settings: settings
    )
    #expect(result.rules.first?.outcome == (holds ? .waived : .fail))
    #expect(result.idleWaivers.count == (holds ? 0 : 1))
    #expect(holds || result.idleWaivers.first?.en.contains(idle) == true)
    let approval = result.rules.first?.findings.first?.approval
    #expect(approval?.approver == (holds ? "ศึกษาธิการจังหวัด" : nil))
  }

  @Test(
    "a waiver of one day holds on that day alone",
    arguments: [(-1, false), (0, true), (1, false)]
  )
  func oneDay(shift: Int64, holds: Bool) throws {
    let day = EvaluationSettings.day("2025-06-01")
    let waiver = try waiver("TST-CON-001", from: "2025-06-01", until: "2025-06-01")
    let shifted = try #require(CalendarDate(dayNumber: Int64(day.dayNumber) + shift))
    #expect(waiver.holds(on: shifted) == holds)
  }

  @Test(
    "a rule is in force in its first and its last year",
    arguments: [(2567, false), (2568, true), (2569, true), (2570, true), (2571, false)]
  )
  func yearsInForce(year: Int, isInForce: Bool) throws {
    let rule = ruleText("  - present: [title]", head: "in_force: {from: 2568, until: 2570}")
    let result = try set.get().result(rule, on: annualPlan("fiscal_year: \(year)\n"))
    #expect(result.outcome == (isInForce ? .fail : .notApplicable))
    #expect(result.reason == (isInForce ? nil : .inForce))
  }

  @Test(
    "a value by fiscal year counts from its year until the next one given",
    arguments: [(2566, 1), (2567, 5), (2568, 5), (2569, 9), (2575, 9)]
  )
  func byFiscalYear(year: Int, least: Int) throws {
    let head = "params: {n: {type: int, default: 1, by_fiscal_year: {2567: 5, 2569: 9}}}"
    let text = "title: \(String(repeating: "ก", count: least))\nfiscal_year: \(year)\n"
    let exact = ruleText(
      "  - within: {value: size(title), min: params.n, max: params.n}",
      head: head
    )
    #expect(try set.get().result(exact, on: annualPlan(text)).outcome == .pass)
  }

  // MARK: Order of force

  @Test("default, year, job, profile, office: the later comes before the earlier")
  func orderOfForce() throws {
    let set = try set.get()
    func size(_ params: String, profiles: [String] = [], office: String? = nil) throws -> Int? {
      for count in 1...6 {
        let rule = ruleText(
          "  - within: {value: size(title), min: params.n, max: params.n}",
          head: "params: {n: {type: int, default: 1\(params)}}"
        )
        var settings = EvaluationSettings.test
        settings.parameters = try profiles.map { section(try yaml($0)) }
        settings.office = try office.map { section(try yaml($0)) }
        let title = String(repeating: "ก", count: count)
        let text = annualPlan("title: \(title)\nfiscal_year: 2569\n")
        if try set.result(rule, on: text, settings: settings).outcome == .pass { return count }
      }
      return nil
    }
    let year = ", by_fiscal_year: {2569: 2}"
    let job = year + ", by_job: {2: 3}"
    let profile = "TST-CON-001.n: 4\n"
    #expect(try size("") == 1)
    #expect(try size(year) == 2)
    #expect(try size(job) == 3)
    #expect(try size(job, profiles: [profile]) == 4)
    #expect(try size(job, profiles: [profile, "TST-CON-001.n: 5\n"]) == 5)
    #expect(try size(job, profiles: [profile], office: "params: {TST-CON-001.n: 6}\n") == 6)
    #expect(try size(job, profiles: ["TST-CON-001.n: {2568: 4, 2570: 6}\n"]) == 4)
    #expect(try size(job, profiles: ["TST-CON-001.n: {2570: 6}\n"]) == 3)
  }

  // MARK: Profiles

  @Test(
    "a profile selects by stage, family, basis, severity, clause and id, and says what it left out",
    arguments: [
      ("select: {stages: [submitted]}", true), ("select: {stages: [screened]}", false),
      ("select: {families: [consistency, alignment]}", true),
      ("select: {families: [alignment]}", false), ("select: {basis: [derived]}", true),
      ("select: {basis: [text]}", false), ("select: {severities: [error]}", true),
      ("select: {severities: [info]}", false), ("select: {clauses: [J2]}", true),
      ("select: {clauses: [J2 §5]}", true), ("select: {clauses: [J2 §5.4]}", true),
      ("select: {clauses: [J2 §5.40, J20]}", false), ("select: {rules: [TST-CON-001]}", true),
      ("select: {rules: [TST-CON-002]}", false), ("deselect: [TST-CON-001]", false),
      ("deselect: [TST-CON-002]", true), ("deselect: {families: [consistency]}", false),
      ("deselect: {families: [consistency], basis: [text]}", true),
      ("select: {families: [consistency], basis: [text]}", false),
    ]
  )
  func selection(_ key: String, isSelected: Bool) throws {
    let result = try judged([key])
    #expect(result.outcome == (isSelected ? .fail : .notSelected))
    #expect(isSelected || result.reasonDetail?.en.contains("profile p0") == true)
  }

  @Test("a profile changes severity, weight and whether a waiver counts")
  func changes() throws {
    let result = try judged(["set: {TST-CON-001: {severity: warning, weight: 9}}"])
    #expect(result.rule.severity == .warning)
    #expect(result.rule.weight == 9)
    #expect(result.findings.map(\.severity) == [.warning])
    let waivers = [try waiver("TST-CON-001", from: "2025-06-01", until: "2025-06-30")]
    #expect(try judged([], waivers: waivers).outcome == .waived)
    let strict = try judged(["set: {TST-CON-001: {waivable: false}}"], waivers: waivers)
    #expect(strict.outcome == .fail)
  }

  @Test("an unscored rule is judged and told")
  func unscored() throws {
    let result = try judged(["unscored: {basis: [derived]}"])
    #expect(result.outcome == .fail)
    #expect(!result.isScored)
    #expect(result.findings.count == 1)
    #expect(try judged(["unscored: {basis: [text]}"]).isScored)
  }

  @Test("a profile that extends another narrows it and has the last word on changes")
  func extends() throws {
    let both = [
      "set: {TST-CON-001: {weight: 2, severity: info}}", "set: {TST-CON-001: {weight: 3}}",
    ]
    let result = try judged(both)
    #expect(result.rule.weight == 3)
    #expect(result.rule.severity == .info)
    let narrowed = try judged(["deselect: [TST-CON-001]", "select: {rules: [TST-CON-001]}"])
    #expect(narrowed.outcome == .notSelected)
    #expect(narrowed.reasonDetail?.en == "left out by profile p0")
  }

  // MARK: Support

  private func judged(_ profiles: [String], waivers: [Waiver] = []) throws -> RuleResult {
    let set = try set.get()
    let rule = try set.rule(ruleText("  - present: [title]"))
    let loaded = try profiles.enumerated().map { index, text in
      let file = "krong: 1\nprofile: p\(index)\ntitle: {th: ก, en: a}\n\(text)\n"
      return try ProfileLoader.load(try yaml(file), in: set.context).get()
    }
    var settings = EvaluationSettings.on("2025-06-10")
    settings.tailoring = Tailoring(loaded, for: [rule])
    settings.waivers = waivers
    let result = Evaluator(set.compile(rule)).evaluate(
      try set.submission(annualPlan("title: ~\n")),
      settings: settings
    )
    return try #require(result.rules.first)
  }

  private func waiver(_ rule: String, from: String, until: String) throws -> Waiver {
    let document = try yaml(
      "rule: \(rule)\nsubject: ap-1\nfrom: \(from)\nuntil: \(until)\nreason: ก\napprover: ศึกษาธิการจังหวัด\n"
    )
    return try WaiverLoader.read(document.root, in: document).get()
  }

  private func section(_ document: Document) -> EvaluationSettings.Section {
    EvaluationSettings.Section(document: document, node: document.root)
  }
}
