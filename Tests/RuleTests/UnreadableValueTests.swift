import Diagnostics
import DocumentArena
import Evaluation
import Findings
import RuleCompiler
import SourceText
import Submissions
import Testing

/// What cannot be read is never taken for something or for nothing: where it could decide, the check is
/// unknown (requirements, section A, "Missing values" and "Structure findings").
@Suite("Unreadable values")
struct UnreadableValueTests {
  typealias Case = CheckKindTests.Case

  static let received = "before: {earlier: received, later: screened, by: provincial-office}"

  static let order = "before: {earlier: received, later: screened}"
  static let twoSteps =
    "steps: {table: [{step: received, clause: J2 §5.3}, {step: analysed, clause: J2 §5.4}]}"
  static let threeSteps =
    "steps: {table: [{step: received, clause: J2 §5.3}, {step: analysed, clause: J2 §5.4}, {step: screened, clause: J2 §5.5}]}"

  static let records: [Case] = [
    Case(
      received,
      "process: [{step: received, date: 2025-05-01, by: [a]}, {step: screened, date: 2025-05-02}]",
      "unknown; 0/1; missing process[0].by"
    ),
    Case(
      received,
      "process: [{step: received, date: 2025-05-01, by: สพฐ.}, {step: screened, date: 2025-05-02}]",
      "fail; 0/1; at process[1]"
    ),
    Case(
      order,
      "process: [{step: received, date: กขค}, {step: screened, date: 2025-05-02}]",
      "unknown; 0/1; missing process[0].date"
    ),
    // A step recorded several times counts by its first date; a record without one has none.
    Case(
      order,
      "process: [{step: received}, {step: received, date: 2025-05-01}, {step: screened, date: 2025-05-02}]",
      "pass; 1/1"
    ),
    Case(
      order,
      "process: [{step: received}, {step: received, date: 2025-05-03}, {step: screened, date: 2025-05-02}]",
      "fail; 0/1; at process[1].date"
    ),
    Case(
      order,
      "process: [{step: received, date: 2025-05-01}, {step: screened, date: 2025-05-02}, {step: screened}]",
      "pass; 1/1"
    ),
    // A day that cannot be read may be the first.
    Case(
      order,
      "process: [{step: received, date: 2568-05-01}, {step: received, date: 2025-05-03}, {step: screened, date: 2025-05-02}]",
      "unknown; 0/1; missing process[0].date"
    ),
    Case(
      order,
      "process: [{step: received, date: 2568-05-01}, {step: received, date: 2025-05-01}, {step: screened, date: 2025-05-02}]",
      "pass; 1/1"
    ),
    Case(
      "assert: 'date_of(\"received\") == date(\"2025-05-01\")'\n    at: title",
      "process: [{step: received}, {step: received, date: 2025-05-01}]",
      "pass; 1/1"
    ),
    Case(
      threeSteps,
      "process: [{step: received, date: 2025-05-03}, {step: analysed}, {step: screened, date: 2025-05-01}]",
      "fail; 1/3; at process[2].date; missing process[1].date"
    ),
    Case(
      threeSteps,
      "process: [{step: received, date: 2025-05-01}, {step: analysed}, {step: screened, date: 2025-05-02}]",
      "unknown; 1/3; missing process[1].date"
    ),
    // Which steps are recorded is not known of a record that cannot be read.
    Case(
      order,
      "process: กขค",
      "unknown; 0/1; missing process"
    ),
    Case(
      order,
      "process: [กขค, {step: received, date: 2025-05-01}]",
      "unknown; 0/1; missing process[0]"
    ),
    Case(
      order,
      "process: [{step: [a]}, {step: screened, date: 2025-05-01}]",
      "unknown; 0/1; missing process[0].step"
    ),
    Case(
      twoSteps,
      "process: กขค",
      "unknown; 0/1; missing process"
    ),
    Case(
      twoSteps,
      "process: [กขค, {step: analysed, date: 2025-05-01}]",
      "unknown; 1/2; missing process[0]"
    ),
    Case(
      "assert: 'recorded(\"received\") || recorded_or_later(\"screened\")'\n    at: title",
      "process: [กขค]",
      "unknown; 0/1; missing process[0]"
    ),
    // A record without a step is none, and gives no step a day.
    Case(
      "assert: 'recorded(\"received\") || recorded_or_later(\"screened\")'\n    at: title",
      "process: [{step: \"\", date: 2025-05-01}]",
      "fail; 0/1; at title"
    ),
    Case(
      "assert: 'date_of(\"received\") == date(\"2025-05-01\")'\n    at: title",
      "process: [{step: \"\", date: 2025-05-01}]",
      "unknown; 0/1; missing process"
    ),
    // A record of a round that cannot be read.
    Case(
      order,
      "process: [{step: received, date: 2025-05-01}, {step: screened, date: 2025-05-02, round: 0}]",
      "unknown; 0/1; missing process[1].round"
    ),
  ]

  static let lists: [Case] = [
    Case(
      "documents: {types: [cover-letter]}",
      "documents: [x]",
      "unknown; 0/1; missing documents[0]"
    ),
    Case(
      "aligned_to: {all_of: [moe-plan]}",
      "alignments: [x]",
      "unknown; 0/1; missing alignments[0]"
    ),
    Case(
      "aligned_to: {any_of: [moe-plan, nesdp]}",
      "alignments: [{plan: {a: 1}, item: 1, how: ก}]",
      "unknown; 0/1; missing alignments[0].plan"
    ),
    Case(
      "aligned_to: {all_of: [moe-plan]}",
      "alignments: [x, {plan: moe-plan, item: 1, how: ก}]",
      "pass; 1/1"
    ),
    Case(
      "aligned_to: {all_of: [moe-plan]}",
      "alignments: [-, {item: 1, how: ก}]",
      "fail; 0/1; at alignments"
    ),
    // What fails in another field fails, whatever plan it is of.
    Case(
      "aligned_to: {all_of: [moe-plan]}",
      "alignments: [{plan: {a: 1}, how: ก}, {plan: moe-plan, how: ก}]",
      "fail; 0/1; at alignments[1]"
    ),
    Case(
      "covers: {list: notices, key: to, all_of: [council]}",
      "notices: [x]",
      "unknown; 0/1; missing notices[0]"
    ),
    Case(
      "covers: {list: notices, key: to, all_of: [council], match: {about: resolution}}",
      "notices: [{about: [a], to: council}]",
      "unknown; 0/1; missing notices[0].about"
    ),
    Case(
      "covers: {list: \"projects[].owner\", all_of: [สพฐ.]}",
      "projects: [{owner: [a]}, {owner: ก}]",
      "unknown; 0/1; missing projects[0].owner"
    ),
    Case(
      "covers: {list: \"projects[].owner\", all_of: [สพฐ.]}",
      "projects: [{owner: \"-\"}, {name: ก}]",
      "fail; 0/1; at projects"
    ),
  ]

  static let parents: [Case] = [
    Case("present: [publication.date]", "publication: เว็บไซต์", "unknown; 0/1; missing publication"),
    Case("present: [publication.date]", "publication: \"-\"", "fail; 0/1; at publication.date"),
    Case("present: [publication]", "publication: เว็บไซต์", "pass; 1/1"),
    Case(
      "any: [{present: [publication.date, publication.channel]}, {present: [publication.restricted_reason]}]",
      "publication: เว็บไซต์",
      "unknown; 0/1; missing publication"
    ),
    Case(
      "each: {in: projects, as: p, check: [{present: [p.name]}]}",
      "projects: [abc]",
      "unknown; 0/1; missing projects[0]"
    ),
    Case(
      "assert: 'blank(publication.date)'\n    at: title",
      "publication: เว็บไซต์",
      "unknown; 0/1; missing publication"
    ),
    Case(
      "present: [submitter.name]",
      "submitter: {name: true}",
      "pass; 1/1"
    ),
    Case(
      "one_of: {value: submitter.name, options: [\"true\"]}",
      "submitter: {name: true}",
      "unknown; 0/1; missing submitter.name"
    ),
  ]

  static let scalars: [Case] = [
    // A number in any form of YAML is the number.
    Case("within: {value: budget.total, max: 100}", "budget: {total: 1e2}", "pass; 1/1"),
    Case(
      "within: {value: budget.total, max: 100}",
      "budget: {total: \"1e2\"}",
      "unknown; 0/1; missing budget.total"
    ),
    // Beyond its bounds it is not computed with.
    Case("assert: 'round > 1'\n    at: title", "round: 0", "unknown; 0/1; missing round"),
    Case(
      "assert: 'fiscal_year < 2569'\n    at: title",
      "fiscal_year: 69",
      "unknown; 0/1; missing fiscal_year"
    ),
    Case("present: [fiscal_year]", "fiscal_year: 69", "pass; 1/1"),
    // The space around a code says nothing.
    Case(
      "one_of: {value: resolution.decision, options: [approved]}",
      "resolution: {decision: \" approved \"}",
      "pass; 1/1"
    ),
    Case(
      "assert: 'resolution.decision == \"approved\"'\n    at: title",
      "resolution: {decision: \"\\u00a0approved\\n\"}",
      "pass; 1/1"
    ),
    Case(
      "documents: {types: [cover-letter]}",
      "documents: [{type: \" cover-letter\", title: ก, date: 2025-05-01}]",
      "pass; 1/1"
    ),
    Case(
      order,
      "process: [{step: \"received \", date: 2025-05-01}, {step: \" screened\", date: 2025-05-02}]",
      "pass; 1/1"
    ),
  ]

  @Test("Records of steps", arguments: records)
  func stepRecords(_ test: Case) throws { try CheckKindTests().run(test) }

  @Test("Elements of lists that could be what is asked for", arguments: lists)
  func elements(_ test: Case) throws { try CheckKindTests().run(test) }

  @Test("Fields of what cannot be read", arguments: parents)
  func fields(_ test: Case) throws { try CheckKindTests().run(test) }

  @Test("Scalars", arguments: scalars)
  func values(_ test: Case) throws { try CheckKindTests().run(test) }

  @Test("The space around codes is no structure finding")
  func spacedCodes() throws {
    let text = """
      id: x
      kind: " annual-action-plan "
      job: 2
      stage: "submitted "
      scope: " district"
      resolution: {decision: " approved "}
      documents: [{type: " cover-letter", title: ก, date: 2025-05-01}]
      process: [{step: "received ", date: 2025-05-01, by: " provincial-office"}]
      """
    let submission = try RuleSet.shared.get().submission(text)
    #expect(submission.structureFindings.map(\.code.rawValue) == [])
    #expect(submission.kind.id == "annual-action-plan")
    #expect(submission.stage == 1)
  }

  /// What people and programs write as values, sound and not.
  static let odd = [
    "1e2", "1E+2", "1e400", "0x1F", "0o17", ".inf", ".nan", "1.", ".5", "-0", "+5", "007", "1_000",
    "\"1,250.50\"", "\"1e2\"", "\"๑๒๓\"", "true", "\"true\"", "[1]", "{a: 1}", "2568-01-01",
    "2025-01-01",
    "25/06/2025", "\"25 มิถุนายน 2568\"", "2025-02-30", "2569", "2569.0", "99999", "-5", "0",
    "99999999999999999999", "0.001", "0.0000001", "\"5 บาท\"", "\" 7 \"", "กขค",
  ]

  @Test(
    "A value that rules cannot read has its finding, and one that has a finding is not read",
    arguments: odd
  )
  func neverSilence(_ value: String) throws {
    let set = try RuleSet.shared.get()
    for (field, path) in [
      ("budget: {total: \(value)}", "budget.total"), ("fiscal_year: \(value)", "fiscal_year"),
      ("received_on: \(value)", "received_on"), ("round: \(value)", "round"),
      ("projects: [{indicators: [{target: \(value)}]}]", "projects[0].indicators[0].target"),
    ] {
      let submission = try set.submission(annualPlan(field))
      let isReported = submission.structureFindings.contains {
        [.wrongType, .buddhistDate].contains($0.code)
      }
      let check =
        path.hasPrefix("projects")
        ? "projects.all(p, p.indicators.all(i, i.target == i.target))" : "\(path) == \(path)"
      let rule = ruleText("  - assert: '\(check)'\n    at: title")
      let result = try set.result(rule, on: annualPlan(field))
      #expect((result.outcome == .unknown) == isReported, "\(field): \(result.outcome)")
    }
  }
}
