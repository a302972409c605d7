import Catalogues
import Diagnostics
import DocumentArena
import Evaluation
import Findings
import RuleCompiler
import RuleModel
import RuleTesting
import SourceText
import Submissions
import Testing

@Suite("Evaluation")
struct EvaluateTests {
  static let perProject = ruleText(
    "  - present: [project.owner]",
    head: "for_each: {project: projects}"
  )

  // MARK: Fingerprints

  @Test("A fingerprint outlives inserted elements, moved lines and another order of items")
  func fingerprints() throws {
    let set = try RuleSet.shared.get()
    let before = annualPlan("projects:\n  - {id: p1, name: ก, owner: ข}\n  - {id: p2, name: ค}\n")
    let after = annualPlan(
      "# หมายเหตุ\nprojects:\n  - {id: p0, name: ใหม่}\n  - {id: p2, name: ชื่อใหม่}\n  - {id: p1, owner: ข}\ntitle: ก\n"
    )
    let first = try set.result(Self.perProject, on: before).findings
    let second = try set.result(Self.perProject, on: after).findings
    #expect(first.count == 1)
    #expect(second.count == 2)
    let old = try #require(first.first)
    #expect(second.map(\.fingerprint).contains(old.fingerprint))
    #expect(Set(second.map(\.fingerprint)).count == 2)
    #expect(old.fingerprint.utf8.count == 32)
  }

  @Test("Elements that nothing identifies are told apart by their position")
  func positions() throws {
    let result = try RuleSet.shared.get().result(
      Self.perProject,
      on: annualPlan("projects: [{budget: 1}, {budget: 2}, {budget: 3}]")
    )
    #expect(Set(result.findings.map(\.fingerprint)).count == 3)
  }

  @Test("Two elements with one id still have fingerprints of their own")
  func doubles() throws {
    let result = try RuleSet.shared.get().result(
      Self.perProject,
      on: annualPlan("projects: [{id: p1}, {id: p1}]")
    )
    #expect(Set(result.findings.map(\.fingerprint)).count == 2)
  }

  // MARK: Places

  @Test("What is absent is shown at the key of the nearest thing that exists")
  func absentPlaces() throws {
    let rule = ruleText("  - present: [ceiling.amount, publication.date]")
    let text = annualPlan("title: ก\nceiling:\n  ref: ข\n")
    let findings = try RuleSet.shared.get().result(rule, on: text).findings
    let ceiling = try #require(findings.first { $0.part == "ceiling.amount" })
    #expect(ceiling.place.isAbsent)
    #expect(ceiling.place.position?.line == 6)
    #expect(ceiling.place.position?.column == 1)
    #expect(ceiling.place.length == 7)
    let publication = try #require(findings.first { $0.part == "publication.date" })
    #expect(publication.place.path.description == "publication.date")
    #expect(publication.place.label.th == "การเผยแพร่ วันที่เผยแพร่")
  }

  @Test("A value is underlined whole, quotes included")
  func valuePlaces() throws {
    let rule = ruleText("  - one_of: {value: title, options: [ก]}")
    let finding = try #require(
      try RuleSet.shared.get().result(rule, on: annualPlan("title: \"ข้อ ๑\"\n")).findings.first
    )
    #expect(finding.place.position?.column == 8)
    #expect(finding.place.length == 7)
  }

  @Test(
    "What says nothing is underlined itself, however it is written",
    arguments: [
      ("title: ''", 8, 2), ("title: \"-\"", 8, 3), ("title: ~", 8, 1), ("title:", 1, 5),
      ("projects: []", 11, 2), ("ceiling: {}", 10, 2), ("projects: [\"-\", \"\"]", 11, 1),
    ]
  )
  func blankPlaces(_ text: String, _ column: UInt32, _ length: UInt32) throws {
    let name = text.split(separator: ":").first.map(String.init) ?? ""
    let rule = ruleText("  - present: [\(name)]")
    let finding = try #require(
      try RuleSet.shared.get().result(rule, on: annualPlan(text + "\n")).findings.first
    )
    #expect(finding.place.position?.line == 5)
    #expect(finding.place.position?.column == column)
    #expect(finding.place.length == length)
  }

  // MARK: Numbers

  @Test(
    "Whole numbers and years are read as people write them",
    arguments: [
      ("2570", "pass"), ("๒๕๗๐", "pass"), ("\"2570\"", "pass"), ("2570.0", "pass"),
      ("๒๕๖๙", "fail"),
      ("ปีหน้า", "unknown"), ("2570.5", "unknown"),
    ]
  )
  func wholeNumbers(_ written: String, _ outcome: String) throws {
    let rule = ruleText("  - within: {value: fiscal_year, min: 2570}")
    let text = annualPlan("fiscal_year: \(written)\n")
    #expect(try RuleSet.shared.get().result(rule, on: text).outcome.rawValue == outcome)
  }

  @Test(
    "Whether something can be read is known of everything",
    arguments: [
      ("fiscal_year: 2570", "pass"), ("fiscal_year: ปีหน้า", "fail"), ("fiscal_year: \"-\"", "fail"),
      ("title: ก", "fail"),
    ]
  )
  func readable(_ fields: String, _ outcome: String) throws {
    let rule = ruleText("  - equal: {value: readable(fiscal_year), to: 'true'}")
    let result = try RuleSet.shared.get().result(rule, on: annualPlan(fields + "\n"))
    #expect(result.outcome.rawValue == outcome)
  }

  // MARK: Outcomes

  @Test(
    "A rule that does not concern the submission says why",
    arguments: [
      ("kind: budget-transfer\njob: 3\nstage: submitted", "kind"),
      ("kind: annual-action-plan\njob: 11\nstage: submitted", "job"),
      ("kind: annual-action-plan\njob: 2\nstage: draft", "stage"),
      ("kind: annual-action-plan\njob: 2", "stage"),
      ("kind: nothing\njob: 2\nstage: submitted", "kind"),
    ]
  )
  func reasons(_ header: String, _ reason: String) throws {
    let rule = ruleText("  - present: [title]")
    let result = try RuleSet.shared.get().result(rule, on: header + "\n")
    #expect(result.outcome == .notApplicable)
    #expect(result.reason?.rawValue == reason)
  }

  @Test("The stage that is asked for decides, not the one written")
  func stage() throws {
    var settings = EvaluationSettings.test
    settings.stage = "submitted"
    let rule = ruleText("  - present: [title]")
    let text = "kind: annual-action-plan\njob: 2\nstage: draft\n"
    let result = try RuleSet.shared.get().result(rule, on: text, settings: settings)
    #expect(result.outcome == .fail)
  }

  @Test("A rule in force in other years does not apply")
  func inForce() throws {
    let rule = ruleText("  - present: [title]", head: "in_force: {from: 2570}")
    let set = try RuleSet.shared.get()
    #expect(try set.result(rule, on: annualPlan("fiscal_year: 2569")).reason == .inForce)
    #expect(try set.result(rule, on: annualPlan("fiscal_year: 2570")).outcome == .fail)
  }

  @Test("A softer item gives a finding and changes neither outcome nor share")
  func softer() throws {
    let rule = ruleText("  - present: [title]\n  - present: [previous_id]\n    severity: info")
    let result = try RuleSet.shared.get().result(rule, on: annualPlan("title: ก"))
    #expect(result.summary == "pass; 1/1; also info previous_id")
  }

  @Test(
    "An expression that cannot be computed is an error, and a failure beside it stays a failure"
  )
  func errors() throws {
    let check = "  - within: {value: '1 / (budget.total > 0 ? 0 : 1)', min: 0}"
    let text = annualPlan("budget: {total: 5}\n")
    let set = try RuleSet.shared.get()
    #expect(try set.result(ruleText(check), on: text).outcome == .error)
    let both = ruleText("  - present: [title]\n" + check)
    let result = try set.result(both, on: text)
    #expect(result.outcome == .fail)
    #expect(result.parts.error == 1)
  }

  @Test("While something is not yet due, what would fail is unknown")
  func pending() throws {
    let rule = ruleText(
      "  - present: [publication.date]\n    pending: as_of < date(\"2025-07-01\")"
    )
    let set = try RuleSet.shared.get()
    let text = annualPlan("title: ก\n")
    #expect(
      try set.result(rule, on: text, settings: .on("2025-06-30")).summary
        == "unknown; 0/1; missing publication.date"
    )
    #expect(
      try set.result(rule, on: text, settings: .on("2025-07-01")).summary
        == "fail; 0/1; at publication.date"
    )
  }

  @Test("Where it is not known whether something is due, what would fail is unknown")
  func pendingUnknown() throws {
    let rule = ruleText(
      "  - present: [publication.date]\n    pending: as_of < date_of(\"council\")"
    )
    let set = try RuleSet.shared.get()
    let undated = annualPlan("process: [{step: council}]\n")
    #expect(try set.result(rule, on: undated).summary == "unknown; 0/1; missing process[0].date")
    let told = annualPlan("publication: {date: 2025-05-01}\nprocess: [{step: council}]\n")
    #expect(try set.result(rule, on: told).summary == "pass; 1/1")
  }

  @Test("A blank value fails a rule of completeness and is unknown elsewhere")
  func completeness() throws {
    let check = "  - one_of: {value: submitter.type, options: [agency]}"
    let set = try RuleSet.shared.get()
    let text = annualPlan("submitter: {name: ก}\n")
    #expect(try set.result(ruleText(check), on: text).outcome == .unknown)
    let strict = ruleText(check, family: "completeness").replacingRuleID("TST-CMP-001")
    #expect(try set.result(strict, on: text).outcome == .fail)
  }

  // MARK: Editions of plans

  @Test(
    "A plan without an edition in force is not asked for, with its name as the reason",
    arguments: [
      ("fiscal_year: 2569", "fail; 0/2; at alignments alignments"),
      ("fiscal_year: 2575", "fail; 0/1; at alignments"),
      ("title: ก", "fail; 0/2; at alignments alignments"),
    ]
  )
  func editions(_ fields: String, _ expected: String) throws {
    let rule = ruleText("  - aligned_to: {all_of: [nesdp, provincial-education-plan]}")
    let result = try RuleSet.shared.get().result(rule, on: annualPlan(fields + "\n"))
    #expect(result.summary == expected)
    if fields.contains("2575") {
      #expect(result.notApplicableParts.first?.reason == .noEdition)
      #expect(result.notApplicableParts.first?.detail.en.isEmpty == false)
    }
  }

  @Test("A rule whose plans have all lapsed is not applicable")
  func lapsed() throws {
    let rule = ruleText("  - aligned_to: {any_of: [nesdp]}")
    let result = try RuleSet.shared.get().result(rule, on: annualPlan("fiscal_year: 2599\n"))
    #expect(result.summary == "not-applicable; 0/0; because no-edition")
    #expect(result.reasonDetail != nil)
  }

  // MARK: Waivers

  @Test(
    "A waiver for one element leaves the others failing",
    arguments: [("ap-1", 1), ("ap-1#projects[id=p2]", 2), ("other", 3)]
  )
  func waivers(_ subject: String, _ failures: Int) throws {
    let rule = ruleText(
      "  - present: [project.owner]",
      head: "for_each: {project: projects}"
    )
    let document = try yaml(
      "rule: TST-CON-001\nsubject: \(subject)\nfrom: 2025-06-01\nuntil: 2025-06-01\nreason: รอเอกสาร\napprover: ศึกษาธิการจังหวัด\n"
    )
    let waiver = try WaiverLoader.read(document.root, in: document).get()
    var settings = EvaluationSettings.test
    settings.waivers = [waiver]
    let text = annualPlan("projects: [{id: p1}, {id: p2}, {id: p3}]\n")
    let result = try RuleSet.shared.get().result(rule, on: text, settings: settings)
    let expected = subject == "ap-1" ? 0 : failures
    #expect(result.parts.fail == expected)
    #expect(result.parts.waived == 3 - expected)
    #expect(result.findings.count == 3)
  }

  @Test("A waiver that has run out is reported")
  func idleWaivers() throws {
    let set = try RuleSet.shared.get()
    let document = try yaml(
      "rule: TST-CON-001\nsubject: ap-1\nfrom: 2025-05-01\nuntil: 2025-05-31\nreason: ก\napprover: ข\n"
    )
    var settings = EvaluationSettings.test
    settings.waivers = [try WaiverLoader.read(document.root, in: document).get()]
    let rules = set.compile(try set.rule(ruleText("  - present: [title]")))
    let result = Evaluator(rules).evaluate(
      try set.submission(annualPlan("title: ~\n")),
      settings: settings
    )
    #expect(result.idleWaivers.count == 1)
    #expect(result.rules.first?.outcome == .fail)
  }

  // MARK: Sentences

  @Test("Values are written as officers write them")
  func sentences() throws {
    let message =
      "message: {th: \"{title} {budget.total} {received_on} {scope} {fiscal_year} {clause}\", en: \"{title} {budget.total} {received_on} {scope} {fiscal_year} {clause}\"}"
    let rule = ruleText("  - present: [previous_id]\n    \(message)", message: false)
    let text = annualPlan(
      "title: แผน\nbudget: {total: 1250000}\nreceived_on: 2025-06-25\nfiscal_year: 2569\n"
    )
    let finding = try #require(try RuleSet.shared.get().result(rule, on: text).findings.first)
    #expect(
      finding.message.th
        == "แผน 1,250,000.00 25 มิถุนายน 2568 เขตพื้นที่การศึกษา 2569 งานที่ 2 ข้อ 5.4"
    )
    #expect(
      finding.message.en
        == "แผน 1,250,000.00 25 June 2025 education service area 2569 job 2 §5.4"
    )
  }

  @Test(
    "Sentences of every kind that points at a field can name it",
    arguments: [
      ("within: {value: budget.total, min: 500}", "งบประมาณรวม"),
      ("equal: {value: budget.total, to: ceiling.amount}", "งบประมาณรวม"),
      ("one_of: {value: title, options: [ข]}", "ชื่อเรื่อง"),
      ("total: {of: budget.total, lines: [\"projects[].budget\"]}", "งบประมาณรวม"),
      ("count: {of: projects, min: 2}", "โครงการ"),
      ("pattern: {value: title, matches: ข}", "ชื่อเรื่อง"),
      ("covers: {list: alignments, key: plan, all_of: [national-strategy]}", "ความสอดคล้องกับแผน"),
      ("within: {value: budget.total + 1, min: 500}\n    at: budget.total", "งบประมาณรวม"),
      ("assert: budget.total > 500\n    at: budget.total", "งบประมาณรวม"),
    ]
  )
  func fieldOfFinding(_ item: String, _ label: String) throws {
    let message = "message: {th: \"«{field}»\", en: \"{field}\"}"
    let rule = ruleText("  - \(item)\n    \(message)", message: false)
    let text = annualPlan(
      "title: ก\nbudget: {total: 100}\nceiling: {amount: 90}\nalignments: []\nprojects: [{id: p1, budget: 70}]\n"
    )
    let finding = try #require(try RuleSet.shared.get().result(rule, on: text).findings.first)
    #expect(finding.message.th == "«\(label)»")
  }

  @Test("A sentence cannot name the field where there is none")
  func noFieldOfFinding() throws {
    let set = try RuleSet.shared.get()
    let message = "message: {th: \"{field}\", en: \"{field}\"}"
    for item in [
      "within: {value: budget.total + 1, min: 5}", "before: {earlier: screened, later: council}",
    ] {
      let rule = try set.rule(ruleText("  - \(item)\n    \(message)", message: false))
      let codes = Set(set.compile(rule).diagnostics.map(\.code.text))
      #expect(codes == ["CHECK-015"], "\(item)")
    }
  }

  @Test("An element is called by what its kind says, without a name by its position")
  func elements() throws {
    let message = "message: {th: \"{element}: {field}\", en: \"{element}: {field}\"}"
    let rule = ruleText(
      "  - present: [project.owner]\n    \(message)",
      head: "for_each: {project: projects}",
      message: false
    )
    let findings = try RuleSet.shared.get().result(
      rule,
      on: annualPlan("projects: [{name: อบรม}, {budget: 1}]\n")
    ).findings
    #expect(
      findings.map(\.message.th) == [
        "โครงการที่ 1 “อบรม”: ผู้รับผิดชอบโครงการ", "โครงการที่ 2: ผู้รับผิดชอบโครงการ",
      ]
    )
  }

  // MARK: Determinism

  @Test("The same input gives the same result, whatever was judged before")
  func determinism() throws {
    let set = try RuleSet.shared.get()
    let urls = RuleExampleTests.ownRules.prefix(12)
    let rules = urls.compactMap { set.rule($0).value }
    let text = annualPlan("projects: [{name: ก}, {}]\nalignments: [{plan: x}]\n")
    let submission = try set.submission(text)
    let first = Evaluator(CompiledRuleSet(rules, in: set.compiling))
      .evaluate(submission, settings: .test)
    let second = Evaluator(CompiledRuleSet(rules.reversed(), in: set.compiling))
      .evaluate(submission, settings: .test)
    #expect(first.rules.map(\.rule.id) == second.rules.map(\.rule.id))
    #expect(first.rules.flatMap(\.findings) == second.rules.flatMap(\.findings))
    #expect(first.rules.map(\.rule.id) == first.rules.map(\.rule.id).sorted())
  }

  @Test("However many threads run the rules, results and waivers are the same")
  func threads() throws {
    let set = try RuleSet.shared.get()
    let rules = RuleExampleTests.ownRules.compactMap { set.rule($0).value }
    let evaluator = Evaluator(CompiledRuleSet(rules, in: set.compiling))
    let text = annualPlan("projects: [{name: ก}, {}, {id: p3}]\nalignments: [{plan: x}]\n")
    let docket = SharedDocket([try set.submission(text)])
    var settings = EvaluationSettings.test
    let failed = evaluator.evaluate(0, of: docket, settings: settings).rules
      .filter { $0.outcome == .fail && $0.rule.isWaivable }
    settings.waivers = try failed.map { try waiver(of: $0.rule.id) }
    settings.waivers.append(try waiver(of: "J24-CMP-001"))
    let one = evaluator.evaluate(0, of: docket, settings: settings, threads: 1)
    #expect(one.rules.contains { $0.outcome == .waived } && one.idleWaivers.count == 1)
    for threads in [2, 3, nil] {
      let several = evaluator.evaluate(0, of: docket, settings: settings, threads: threads)
      #expect(several.rules.map(\.rule.id) == one.rules.map(\.rule.id))
      #expect(several.rules.map(\.outcome) == one.rules.map(\.outcome))
      #expect(several.rules.map(\.parts) == one.rules.map(\.parts))
      #expect(several.rules.flatMap(\.findings) == one.rules.flatMap(\.findings))
      #expect(several.idleWaivers == one.idleWaivers)
    }
  }

  private func waiver(of rule: String) throws -> Waiver {
    let document = try yaml(
      "rule: \(rule)\nsubject: ap-1\nfrom: 2025-06-01\nuntil: 2025-06-01\nreason: รอเอกสาร\napprover: ศึกษาธิการจังหวัด\n"
    )
    return try WaiverLoader.read(document.root, in: document).get()
  }

  @Test("A submission with nothing in it passes no rule")
  func bare() throws {
    let set = try RuleSet.shared.get()
    let rules = RuleExampleTests.ownRules.compactMap { set.rule($0).value }
    #expect(rules.count >= 40)
    for (kind, job) in [
      ("annual-action-plan", 2), ("education-development-plan", 2), ("budget-transfer", 3),
    ] {
      let submission = try set.submission("kind: \(kind)\njob: \(job)\nstage: closed\n")
      let result = Evaluator(CompiledRuleSet(rules, for: [submission.kind], in: set.compiling))
        .evaluate(submission, settings: .test)
      let passed = result.rules.filter { $0.outcome == .pass || $0.outcome == .error }
      #expect(passed.isEmpty, "\(kind): \(passed.map(\.rule.id))")
    }
  }

  @Test("Each rule can be shown as CEL")
  func expansion() throws {
    let set = try RuleSet.shared.get()
    for url in RuleExampleTests.ownRules {
      let rule = try #require(set.rule(url).value)
      let kind = try #require(RuleCompiler.kinds(of: rule, in: set.compiling).first)
      let compiled = try #require(RuleCompiler.compile(rule, for: kind, in: set.compiling).rule)
      #expect(!compiled.expansion.isEmpty)
      #expect(!compiled.expansion.contains { $0.contains("@") }, "\(compiled.expansion)")
    }
    let rule = try set.rule(Self.perProject)
    let kind = try #require(set.context.kinds["annual-action-plan"])
    let compiled = try #require(RuleCompiler.compile(rule, for: kind, in: set.compiling).rule)
    #expect(
      compiled.expansion == [
        "for project in projects", "  present owner:", "    filled(project.owner)",
      ]
    )
  }
}

extension String {
  /// The rule text under another id; the file keeps its name, so only for rules that are not loaded
  /// by name.
  func replacingRuleID(_ id: String) -> String {
    split(separator: "\n", omittingEmptySubsequences: false)
      .map { $0.hasPrefix("rule: ") ? "rule: \(id)" : String($0) }
      .joined(separator: "\n")
  }
}
