import Catalogues
import Diagnostics
import DocumentArena
import RuleCompiler
import RuleModel
import SourceText
import Submissions
import Testing

/// A rule around a check, so that a test shows only what it is about.
func ruleText(
  _ check: String,
  head: String = "",
  kinds: String = "[annual-action-plan]",
  jobs: String = "[2]",
  family: String = "consistency",
  severity: String = "error",
  message: Bool = true
) -> String {
  """
  krong: 1
  rule: TST-CON-001
  title: {th: ทดสอบ, en: Test}
  family: \(family)
  severity: \(severity)
  weight: 1
  basis: derived
  source: [J2 §5.4]
  applies_to: {kinds: \(kinds), jobs: \(jobs), from_stage: submitted}
  waivable: true
  \(head)
  check:
  \(check)
  \(message ? "message: {th: ไม่ผ่าน, en: not met}" : "")
  remedy: {th: แก้ไข, en: Mend it.}
  examples: []
  """
  .split(separator: "\n", omittingEmptySubsequences: false)
  .filter { !$0.allSatisfy { $0 == " " } }
  .joined(separator: "\n")
}

@Suite("Mistakes in rules")
struct CompileDiagnosticsTests {
  /// A check, and what is said about it: the code and the part of the line that is underlined.
  static let mistakes: [(check: String, code: String, under: String, says: String)] = [
    ("  - present: [projcts]", "CHECK-001", "projcts", "unknown name"),
    ("  - present: [budget.totl]", "CEL-023", "totl", "totl"),
    ("  - present: [from]", "CHECK-001", "from", "unknown name"),
    ("  - within: {value: budget.total, max: title}", "CHECK-013", "title", "cannot be compared"),
    ("  - within: {value: received_on, max: 5}", "CHECK-009", "5", "a date"),
    ("  - one_of: {value: scope, options: [distrct]}", "CHECK-005", "distrct", "no value of scope"),
    (
      "  - assert: scope == \"distrct\"\n    at: scope", "CHECK-005", "\"distrct\"",
      "no value of scope"
    ),
    (
      "  - assert: process.exists(e, e.step == \"screend\")\n    at: process", "CHECK-005",
      "\"screend\"", "no step"
    ),
    (
      "  - assert: recorded(\"screend\")\n    at: process", "CEL-014", "\"screend\"", "unknown step"
    ),
    ("  - assert: for\n    at: title", "CEL-008", "for", "reserved"),
    ("  - assert: google.x == 1\n    at: title", "CEL-021", "google", "google"),
    ("  - assert: a == 1\n    at: title", "CHECK-001", "a", "\"a\""),
    ("  - assert: has(title) || entry.x == 1\n    at: title", "CHECK-001", "entry", "\"entry\""),
    ("  - assert: budget.total + 1 > \n    at: budget", "CEL-005", "", ""),
    ("  - assert: title\n    at: title", "CEL-027", "title", ""),
    ("  - pattern: {value: title, matches: '(a'}", "CHECK-014", "(", "regular expression"),
    ("  - covers: {list: notices, key: to, all_of: title}", "CHECK-011", "title", "not a list"),
    (
      "  - each: {in: title, as: t, check: [{present: [t]}]}", "CHECK-011", "title", "not a list"
    ),
    ("  - total: {of: budget.total, lines: [\"projects[].budgt\"]}", "CEL-023", "budgt", ""),
    ("  - present: [projects.name]", "CHECK-012", "name", "is a list"),
    ("  - assert: params.x > 1\n    at: title", "", "", ""),
    // The element of several lists is one of their records.
    (
      "  - each: {in: [documents, process], as: e, check: [{present: [e.nme]}]}", "CEL-023", "nme",
      "record document and record process-event have no field nme"
    ),
    (
      "  - each:\n      in: [alignments, \"projects[].alignments\"]\n      as: link\n      check:\n"
        + "        - assert: link.hwo != ''\n          at: link.how",
      "CEL-023", "hwo", "no field hwo"
    ),
    (
      "  - assert: \"[documents, process].all(l, l.all(e, e.nme == 'a'))\"\n    at: title",
      "CEL-023",
      "nme", "no field nme"
    ),
    // What another submission holds.
    (
      "  - assert: related(development_plan_ref).aligmnents.size() > 0\n    at: title", "CEL-023",
      "aligmnents", "has no field aligmnents"
    ),
    (
      "  - assert: related(title).strategies.all(s, s.nme == 'a')\n    at: title", "CEL-023", "nme",
      "no field nme"
    ),
    // One mistake is told once.
    (
      "  - assert: regex.extract(titel, 'a').hasValue()\n    at: title", "CHECK-001", "titel",
      "unknown name"
    ),
    (
      "  - assert: cel.bind(x, fiscal_yaer, x > 1)\n    at: title", "CHECK-001", "fiscal_yaer",
      "unknown name"
    ),
    ("  - assert: projects.all(p)\n    at: title", "CEL-014", "all", "takes 2 or 3 arguments"),
    (
      "  - assert: exists(projects, p, p.budget > 0)\n    at: title", "CEL-014", "exists",
      "is called on a value"
    ),
    (
      "  - assert: projects.al(p, p.budgt > 0)\n    at: title", "CEL-022", "al", "no function al()"
    ),
    ("  - assert: projects.length == 1\n    at: title", "CEL-025", "length", "no field length"),
    (
      "  - assert: days_between(title, as_of) > 1\n    at: title", "CEL-024", "title",
      "does not take (text, a date)"
    ),
  ]

  @Test("Each mistake is found at its place", arguments: mistakes.indices)
  func mistake(_ index: Int) throws {
    let mistake = Self.mistakes[index]
    let text = ruleText(mistake.check)
    let set = try RuleSet.shared.get()
    let loaded = try set.load(text)
    let diagnostics = loaded.value.map { set.compile($0).diagnostics } ?? loaded.diagnostics
    let first = try #require(diagnostics.first, "nothing was said about \(mistake.check)")
    #expect(diagnostics.count == 1, "\(diagnostics.map(\.line))")
    if !mistake.code.isEmpty { #expect(first.code.text == mistake.code, "\(first.line)") }
    #expect(first.message.en.contains(mistake.says), "\(first.line)")
    #expect(!first.message.th.isEmpty)
    if !mistake.under.isEmpty {
      let position = try #require(first.place.position)
      let line = text.split(separator: "\n", omittingEmptySubsequences: false)[
        Int(position.line) - 1
      ]
      let found = line.unicodeScalars.dropFirst(Int(position.column) - 1)
        .prefix(Int(first.place.length))
      #expect(String(String.UnicodeScalarView(found)) == mistake.under, "\(first.line)")
    }
  }

  private func diagnostics(_ text: String) throws -> [Diagnostic] {
    let set = try RuleSet.shared.get()
    let loaded = try set.load(text)
    return loaded.value.map { set.compile($0).diagnostics } ?? loaded.diagnostics
  }

  @Test("One mistake is told once for all kinds that have it, a name that is taken once at all")
  func toldOnce() throws {
    let kinds = "[annual-action-plan, project-proposal, budget-request]"
    let field = try diagnostics(
      ruleText("  - assert: budget.totl > 0\n    at: title", kinds: kinds, jobs: "all")
    )
    #expect(field.map(\.code.text) == ["CEL-023"])
    let name = try diagnostics(
      ruleText("  - assert: a > 5\n    at: title", head: "define: {a: fiscal_year + 1}")
    )
    #expect(name.map(\.code.text) == ["CHECK-002"])
  }

  @Test(
    "A way of thousands of names is too deep; folds in folds do not double",
    .timeLimit(.minutes(1))
  )
  func largeExpressions() throws {
    let way = "budget" + String(repeating: ".b", count: 20_000)
    let long = try diagnostics(ruleText("  - within: {value: budget.total, max: \(way)}"))
    #expect(long.map(\.code.text) == ["CEL-013"])
    let folds =
      String(repeating: "[1, 2].all(a, ", count: 24) + "true" + String(repeating: ")", count: 24)
    // What it can take is told by the check of costs.
    #expect(try diagnostics(ruleText("  - assert: '\(folds)'\n    at: title")).isEmpty)
  }

  @Test("A name that is nearly right is suggested")
  func suggestion() throws {
    let rule = try RuleSet.shared.get().rule(ruleText("  - present: [projcts]"))
    let diagnostics = try RuleSet.shared.get().compile(rule).diagnostics
    #expect(diagnostics.first?.help?.en == "did you mean \"projects\"?")
  }

  @Test("A placeholder that nothing fills is a mistake")
  func placeholder() throws {
    let set = try RuleSet.shared.get()
    let message = "message: {th: \"ขาด {feild}\", en: \"{feild} is missing\"}"
    let rule = try set.rule(ruleText("  - present: [title]\n    \(message)", message: false))
    let first = try #require(set.compile(rule).diagnostics.first)
    #expect(first.code.text == "CHECK-015")
    #expect(
      first.help?.en
        == "did you mean \"{field}\"? allowed here: {field} {clause} {job} {as_of} and fields of the submission, such as {title}"
    )
  }

  @Test("A misspelt field in braces is suggested with its way")
  func placeholderPath() throws {
    let set = try RuleSet.shared.get()
    for (written, meant) in [
      ("project.budgt", "project.budget"), ("projec.budget", "project.budget"),
      ("ceiling.amunt", "ceiling.amount"), ("project.schedule.strt", "project.schedule.start"),
    ] {
      let message = "message: {th: \"{\(written)}\", en: \"{\(written)}\"}"
      let rule = try set.rule(
        ruleText(
          "  - present: [project.name]\n    \(message)",
          head: "for_each: {project: projects}",
          message: false
        )
      )
      let help = set.compile(rule).diagnostics.first?.help?.en ?? ""
      #expect(help.hasPrefix("did you mean \"{\(meant)}\"?"), "\(help)")
    }
  }

  @Test("The element of for_each in when leads to where")
  func elementInWhen() throws {
    let set = try RuleSet.shared.get()
    let head = "for_each: {project: projects}\nwhen: project.budget > 0"
    let rule = try set.rule(ruleText("  - present: [project.name]", head: head))
    let found = set.compile(rule).diagnostics
    #expect(found.map(\.code.text) == ["CHECK-001"])
    #expect(found.first?.help?.en == "a condition on each element belongs in where")
  }

  @Test(
    "A parameter that the rule does not declare is named, with the nearest that it does",
    arguments: [
      ("params.notice_within_day", "did you mean \"notice_within_days\"?"),
      ("1 + params.zzz", "its parameters: notice_within_days"),
    ]
  )
  func parameter(_ max: String, _ help: String) throws {
    let set = try RuleSet.shared.get()
    let head = "params: {notice_within_days: {type: int, default: 7}}"
    let rule = ruleText("  - within: {value: fiscal_year, max: '\(max)'}", head: head)
    let diagnostics = set.compile(try set.rule(rule)).diagnostics
    #expect(diagnostics.map(\.code.text) == ["CHECK-006"])
    #expect(diagnostics.first?.help?.en == help)
    #expect(diagnostics.first?.place.length == UInt32(max.split(separator: ".").last?.count ?? 0))
  }

  @Test(
    "A broken rule is refused although no submission at hand needs it",
    arguments: [
      ("summ([1])", "CEL-022"), ("sum([1", "CEL-006"), ("has(title) && size(title) > 0", ""),
    ]
  )
  func idle(_ value: String, _ code: String) throws {
    let set = try RuleSet.shared.get()
    let rule = try set.rule(ruleText("  - assert: '\(value)'\n    at: title"))
    let other = try #require(set.compiling.kind("budget-transfer"))
    let compiled = CompiledRuleSet([rule], for: [other], in: set.compiling)
    #expect(compiled.diagnostics.map(\.code.text) == (code.isEmpty ? [] : [code]))
    #expect(compiled.diagnostics.allSatisfy { $0.place.position != nil })
  }

  @Test("A definition that needs itself is a mistake, not a loop")
  func cycle() throws {
    let head = "define: {x: y + 1, y: x + 1}"
    let set = try RuleSet.shared.get()
    let loaded = try set.load(ruleText("  - within: {value: x, max: 3}", head: head))
    let diagnostics = loaded.value.map { set.compile($0).diagnostics } ?? loaded.diagnostics
    #expect(diagnostics.contains { $0.severity == .error }, "\(diagnostics.map(\.line))")
  }

  @Test("A field that only another kind of the rule has is known, one that none has is not")
  func foreign() throws {
    let set = try RuleSet.shared.get()
    let check = "  - covers: {list: ['strategies[].name'], value: title}"
    let both = try set.rule(
      ruleText(check, kinds: "[education-development-plan, annual-action-plan]")
    )
    #expect(set.compile(both).diagnostics.isEmpty)
    let one = try set.rule(ruleText(check))
    #expect(set.compile(one).diagnostics.map(\.code.text) == ["CHECK-001"])
  }

  @Test("A fault in a rule is found though no kind that is asked for needs the rule")
  func rulesOfOtherKinds() throws {
    let set = try RuleSet.shared.get()
    let kinds = set.compiling.kinds.filter { $0.id == "budget-transfer" }
    let rule = try set.rule(ruleText("  - present: [budget.totl]"))
    let compiled = CompiledRuleSet([rule], for: kinds, in: set.compiling)
    #expect(compiled.diagnostics.map(\.code.text) == ["CEL-023"])
  }
}
