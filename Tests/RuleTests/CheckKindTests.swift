import Diagnostics
import Evaluation
import Findings
import Testing

/// Every check kind: what passes, what fails and where it points, what is unknown, what is not
/// applicable (language reference, "Check kinds").
@Suite("Check kinds")
struct CheckKindTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let check: String
    let fields: String
    let expected: String
    var testDescription: String { check + " on " + fields }

    init(_ check: String, _ fields: String, _ expected: String) {
      self.check = check
      self.fields = fields
      self.expected = expected
    }
  }

  static let presence: [Case] = [
    Case("present: [title, budget.total]", "title: ก\nbudget: {total: 0}", "pass; 2/2"),
    Case("present: [title]", "title: \"  \"", "fail; 0/1; at title"),
    Case("present: [title]", "title: \"-\"", "fail; 0/1; at title"),
    Case("present: [title]", "title: ~", "fail; 0/1; at title"),
    Case("present: [budget.total]", "title: ก", "fail; 0/1; at budget.total"),
    // What cannot be read is there; that it cannot be read is said by the reader.
    Case("present: [budget.total]", "budget: {total: สามแสน}", "pass; 1/1"),
    Case(
      "present: [publication]",
      "publication: {date: ~, channel: ''}",
      "fail; 0/1; at publication"
    ),
    Case("present: [carry]", "title: ก", ""),
    Case(
      "covers: {list: notices, key: to, all_of: [ops, council]}",
      "notices: [{about: resolution, to: โรงเรียน ก}, {about: resolution, to: council}]",
      "fail; 1/2; at notices"
    ),
    Case(
      "covers: {list: notices, key: to, all_of: [council]}",
      "notices: [{about: resolution, to: กศจ.}]",
      "pass; 1/1"
    ),
    Case(
      "covers: {list: notices, match: {about: resolution}, key: to, value: submitter.name, filled: [date]}",
      "submitter: {name: สพป. เขต 1}\nnotices: [{about: resolution, to: \"สพป.  เขต 1\"}]",
      "fail; 0/1; at notices[0]"
    ),
    Case(
      "covers: {list: notices, key: to, value: submitter.name}",
      "notices: []",
      "unknown; 0/1; missing submitter.name"
    ),
    Case(
      "covers: {list: notices, key: to, any_of: [ops, council]}",
      "notices: [{to: council}]",
      "pass; 1/1"
    ),
    Case(
      "covers: {list: notices, key: to, any_of: [ops, council]}",
      "title: ก",
      "fail; 0/1; at notices"
    ),
    Case("documents: {types: [cover-letter]}", "title: ก", "fail; 0/1; at documents"),
    Case(
      "documents: {any_of: [cover-letter, plan-volume]}",
      "documents: [{type: plan-volume, title: เล่ม, date: 2025-05-01}]",
      "pass; 1/1"
    ),
    Case(
      "documents: {types: [plan-volume], filled: [title]}",
      "documents: [{type: plan-volume, title: เล่ม}]",
      "pass; 1/1"
    ),
    Case(
      "documents: {types: [plan-volume], after_step: received}",
      "process: [{step: received, date: 2025-05-02}]\ndocuments: [{type: plan-volume, title: เล่ม, date: 2025-05-01}]",
      "fail; 0/1; at documents[0].date"
    ),
    Case(
      "documents: {types: [plan-volume], after_step: received}",
      "process: [{step: received, date: 2025-05-02}]\ndocuments: [{type: plan-volume, title: เล่ม, date: 2568-05-01}]",
      "unknown; 0/1; missing documents[0].date"
    ),
    Case(
      "aligned_to: {all_of: [moe-plan, nesdp]}",
      "alignments: [{plan: moe-plan, item: 1, how: ก}, {plan: nesdp, item: 1, how: \"-\"}]",
      "fail; 1/2; at alignments[1]"
    ),
    Case(
      "aligned_to: {levels: [6]}",
      "alignments: [{plan: provincial-plan, item: 1, how: ก}]",
      "pass; 1/1"
    ),
    Case(
      "aligned_to: {any_of: [moe-plan]}",
      "alignments: [{plan: แผนพัฒนาการศึกษาของกระทรวงศึกษาธิการ, item: 1, how: ก}]",
      "pass; 1/1"
    ),
  ]

  static let values: [Case] = [
    Case("one_of: {value: scope, options: [district]}", "title: ก", "pass; 1/1"),
    Case("one_of: {value: scope, options: [province]}", "title: ก", "fail; 0/1; at scope"),
    Case(
      "one_of: {value: submitter.type, options: [agency]}",
      "submitter: {type: ''}",
      "unknown; 0/1; missing submitter.type"
    ),
    Case("one_of: {value: title, options: [เล่มแผน]}", "title: \"เล่มแผน  \"", "pass; 1/1"),
    Case("one_of: {value: title, catalogue: plans}", "title: ยุทธศาสตร์ชาติ", "pass; 1/1"),
    Case(
      "within: {value: budget.total, above: 0, max: 100.50}",
      "budget: {total: \"100.50\"}",
      "pass; 1/1"
    ),
    Case(
      "within: {value: budget.total, above: 0}",
      "budget: {total: 0}",
      "fail; 0/1; at budget.total"
    ),
    Case("within: {value: budget.total, below: 100}", "budget: {total: 99.99}", "pass; 1/1"),
    // All bounds must be known, even where one already decides.
    Case(
      "within: {value: budget.total, min: ceiling.amount, max: 5}",
      "budget: {total: 9}",
      "unknown; 0/1; missing ceiling.amount"
    ),
    Case(
      "within: {value: received_on, min: date(\"2025-05-01\")}",
      "received_on: 2025-05-01",
      "pass; 1/1"
    ),
    Case(
      "within: {value: received_on, max: as_of}",
      "received_on: 2025-06-02",
      "fail; 0/1; at received_on"
    ),
    Case(
      "within: {value: received_on, max: as_of}",
      "received_on: 2568-06-02",
      "unknown; 0/1; missing received_on"
    ),
    Case(
      "equal: {value: title, to: submitter.name}",
      "title: กำ\nsubmitter: {name: กํา}",
      "pass; 1/1"
    ),
    Case(
      "equal: {value: budget.total, to: ceiling.amount}",
      "budget: {total: 1}\nceiling: {amount: \"1.00\"}",
      "pass; 1/1"
    ),
    Case(
      "equal: {value: budget.total, to: ceiling.amount}",
      "budget: {total: 1}",
      "unknown; 0/1; missing ceiling.amount"
    ),
    Case(
      "total: {of: budget.total, lines: ['projects[].budget']}",
      "budget: {total: 3}\nprojects: [{budget: 1}, {budget: 2}]",
      "pass; 1/1"
    ),
    Case(
      "total: {of: budget.total, lines: ['projects[].budget']}",
      "budget: {total: 3}\nprojects: [{budget: 1}, {budget: \"1.99\"}]",
      "fail; 0/1; at budget.total"
    ),
    Case(
      "total: {of: budget.total, lines: ['projects[].budget']}",
      "budget: {total: 3}\nprojects: []",
      "not-applicable; 0/0; because no-elements"
    ),
    Case(
      "total: {of: budget.total, lines: ['projects[].budget']}",
      "budget: {total: 3}",
      "not-applicable; 0/0; because no-elements"
    ),
    Case(
      "count: {of: 'projects[].owner', distinct: true, min: 2}",
      "projects: [{owner: ก}, {owner: \"ก \"}, {name: ข}]",
      "fail; 0/1; at projects"
    ),
    Case("count: {of: projects, min: 1}", "title: ก", "fail; 0/1; at projects"),
    Case("count: {of: projects, max: 1}", "title: ก", "unknown; 0/1; missing projects"),
    Case(
      "count: {of: projects, min: 1, max: 1}",
      "projects: [{name: ก}, {name: ข}]",
      "fail; 0/1; at projects"
    ),
    Case("pattern: {value: title, matches: '^แผน'}", "title: แผนปฏิบัติการ", "pass; 1/1"),
    Case(
      "pattern: {value: title, not_matches: 'พ\\.ศ\\.$'}",
      "title: ปี พ.ศ.",
      "fail; 0/1; at title"
    ),
    Case("pattern: {value: title, matches: ก}", "id: x", "unknown; 0/1; missing title"),
    Case("assert: budget.total > 5\n    at: budget", "budget: {total: 5}", "fail; 0/1; at budget"),
    Case(
      "assert: budget.total > 5\n    at: budget",
      "title: ก",
      "unknown; 0/1; missing budget.total"
    ),
    Case(
      "reference: {value: title, list: projects, key: name}",
      "title: ก\nprojects: [{name: ข}, {name: ก}]",
      "pass; 1/1"
    ),
    Case(
      "reference: {value: title, list: projects, key: name}",
      "title: ก\nprojects: [{name: ข}]",
      "fail; 0/1; at title"
    ),
    Case(
      "reference: {value: title, list: projects, key: name}",
      "projects: [{name: ข}]",
      "unknown; 0/1; missing title"
    ),
    Case(
      "reference: {value: title, in: previous_id, list: projects, key: name}",
      "title: ก\nprevious_id: x",
      "not-applicable; 0/0; because not-supplied"
    ),
  ]

  static let lists: [Case] = [
    Case(
      "unique: {list: projects, by: [name]}",
      "projects: [{name: ก}, {name: ข}, {name: \" ก\"}]",
      "fail; 2/3; at projects[2]"
    ),
    Case(
      "unique: {list: projects, by: [name, owner]}",
      "projects: [{name: ก, owner: 1}, {name: ก, owner: 2}]",
      "pass; 2/2"
    ),
    Case(
      "unique: {list: projects, by: [name]}",
      "projects: [{name: ก}, {owner: ข}]",
      "unknown; 1/2; missing projects[1].name"
    ),
    Case(
      "unique: {list: projects, by: [name]}",
      "projects: []",
      "not-applicable; 0/0; because no-elements"
    ),
    Case(
      "before: {earlier: received, later: screened}",
      "process: [{step: received, date: 2025-05-01}]",
      "not-applicable; 0/0; because not-recorded"
    ),
    Case(
      "before: {earlier: received, later: screened}",
      "process: [{step: screened, date: 2025-05-01}]",
      "fail; 0/1; at process[0]"
    ),
    Case(
      "before: {earlier: received, later: screened}",
      "process: [{step: received, date: 2025-05-02}, {step: screened, date: 2025-05-01}]",
      "fail; 0/1; at process[0].date"
    ),
    Case(
      "before: {earlier: received, later: screened}",
      "process: [{step: received}, {step: screened, date: 2025-05-01}]",
      "unknown; 0/1; missing process[0].date"
    ),
    Case(
      "steps: {table: [{step: received, clause: J2 §5.3}, {step: analysed, clause: J2 §5.4}, {step: screened, clause: J2 §5.5}]}",
      "process: [{step: received, date: 2025-05-01}, {step: screened, date: 2025-05-03}]",
      "fail; 2/3; at process[1]"
    ),
    Case(
      "each: {in: projects, as: p, where: p.budget > 10, check: [{present: [p.name]}]}",
      "projects: [{budget: 5}, {budget: 11}]",
      "fail; 0/1; at projects[1].name"
    ),
    Case(
      "each: {in: projects, as: p, where: p.budget > 10, check: [{present: [p.name]}]}",
      "projects: [{name: ก}]",
      "unknown; 0/1; missing projects[0].budget"
    ),
    Case(
      "each: {in: projects, as: p, where: p.budget > 10, check: [{present: [p.name]}]}",
      "projects: [{budget: 1}]",
      "not-applicable; 0/0; because no-elements"
    ),
    Case(
      "each: {in: projects, as: p, if_none: fail, check: [{present: [p.name]}]}",
      "projects: []",
      "fail; 0/1; at projects"
    ),
    Case(
      "each: {in: projects, as: p, check: [{present: [p.name]}]}",
      "projects: []",
      "unknown; 0/1; missing projects"
    ),
    Case(
      "each: {in: ceiling.by_source, as: [source, cap], check: [{within: {value: cap, max: 5}}]}",
      "ceiling: {by_source: {สพฐ.: 4, จังหวัด: 6}}",
      "fail; 1/2; at ceiling.by_source.จังหวัด"
    ),
    Case("any: [{present: [title]}, {present: [previous_id]}]", "previous_id: x", "pass; 1/1"),
    Case(
      "any: [{present: [publication.date]}, {present: [publication.channel]}]",
      "title: ก",
      "fail; 0/1; at publication"
    ),
    Case(
      "any: [{present: [title]}, {within: {value: budget.total, min: 1}}]",
      "id: x",
      "unknown; 0/1; missing budget.total"
    ),
    Case(
      "all: [{present: [title]}, {present: [previous_id]}]",
      "title: ก",
      "fail; 1/2; at previous_id"
    ),
    Case("not: {one_of: {value: title, options: [ก]}}", "title: ก", "fail; 0/1; at title"),
    Case("not: {one_of: {value: title, options: [ก]}}", "title: ข", "pass; 1/1"),
    Case("not: {one_of: {value: title, options: [ก]}}", "id: x", "unknown; 0/1; missing title"),
  ]

  @Test(
    "Presence kinds fail on what is missing",
    arguments: presence.filter { !$0.expected.isEmpty }
  )
  func presenceKinds(_ test: Case) throws { try run(test) }

  @Test("Value kinds are unknown on what is missing", arguments: values)
  func valueKinds(_ test: Case) throws { try run(test) }

  @Test("Lists, steps and combinators", arguments: lists)
  func listKinds(_ test: Case) throws { try run(test) }

  @Test("Kinds and functions that ask the graph of plans", arguments: plans)
  func planKinds(_ test: Case) throws { try run(test) }

  func run(_ test: Case) throws {
    let rule = ruleText("  - " + test.check)
    let fields = test.fields.hasPrefix("id:") ? "" : test.fields
    let result = try RuleSet.shared.get().result(rule, on: annualPlan(fields))
    #expect(result.summary == test.expected)
  }

  @Test("A question is for a person")
  func ask() throws {
    let rule = ruleText(
      "  - ask:\n      question: {th: แผนเหมาะสมหรือไม่, en: Is the plan fit?}",
      message: false
    )
    let result = try RuleSet.shared.get().result(rule, on: annualPlan("title: ก"))
    #expect(result.outcome == .notChecked)
    #expect(result.findings.first?.message.th == "แผนเหมาะสมหรือไม่")
  }

  @Test(
    "Reports of periods that are due, day by day",
    arguments: [
      ("2025-01-30", "not-applicable; 0/0; because not-due"),
      ("2025-01-31", "fail; 0/1; at reports"),
      ("2025-05-10", "fail; 0/2; at reports reports"),
    ]
  )
  func reported(_ day: String, _ expected: String) throws {
    let rule = ruleText(
      "  - reported_each: {period: quarter, list: reports, grace_days: 30}",
      kinds: "[monitoring-report]",
      jobs: "[12]"
    )
    let text =
      "kind: monitoring-report\njob: 12\nstage: submitted\nfiscal_year: 2568\nreports: []\n"
    let result = try RuleSet.shared.get().result(rule, on: text, settings: .on(day))
    #expect(result.summary == expected)
  }

  @Test(
    "Each kind has a sentence of its own in both languages",
    arguments: presence + values + lists + plans
  )
  func sentences(_ test: Case) throws {
    guard test.expected.hasPrefix("fail"), !test.check.hasPrefix("assert") else { return }
    let rule = ruleText("  - " + test.check, message: false)
    let fields = test.fields.hasPrefix("id:") ? "" : test.fields
    let result = try RuleSet.shared.get().result(rule, on: annualPlan(fields))
    for finding in result.findings where finding.outcome == .fail {
      #expect(!finding.message.th.isEmpty)
      #expect(!finding.message.en.isEmpty)
      #expect(!finding.message.th.contains("{"), "\(finding.message.th)")
      #expect(!finding.message.en.contains("–"), "\(finding.message.en)")
    }
  }
}
