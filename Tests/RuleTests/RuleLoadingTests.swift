import Catalogues
import Diagnostics
import DocumentArena
import DocumentReading
import RuleModel
import SourceText
import Testing

/// A rule with one part replaced; the parts are the root keys in canonical order.
func ruleText(_ changes: [(key: String, text: String)]) -> String {
  var parts: [(key: String, text: String)] = [
    ("krong", "krong: 1"),
    ("rule", "rule: X02-CMP-001"),
    ("title", "title: {th: ชื่อ, en: Title}"),
    ("family", "family: completeness"),
    ("severity", "severity: error"),
    ("weight", "weight: 8"),
    ("basis", "basis: text"),
    ("source", "source: [J2 §5.4]"),
    ("applies_to", "applies_to: {kinds: [annual-action-plan], jobs: [2], from_stage: submitted}"),
    ("check", "check:\n  - present: [title]"),
    ("message", "message: {th: \"ขาด{field}\", en: \"{field} is missing\"}"),
    ("remedy", "remedy: {th: เติม, en: Fill in.}"),
    ("examples", "examples:\n  - pass: {title: ก}\n  - fail: {}"),
  ]
  for (key, text) in changes {
    if let index = parts.firstIndex(where: { $0.key == key }) {
      parts[index].text = text
    } else {
      parts.insert((key, text), at: 9)
    }
  }
  return parts.map(\.text).filter { !$0.isEmpty }.joined(separator: "\n") + "\n"
}

@Suite struct RuleLoadingTests {
  static let context = Result { try Repository.context() }

  private func load(
    _ changes: [(key: String, text: String)],
    examples: RuleLoader.Examples = .required
  ) throws -> Loaded<Rule> {
    let context = try Self.context.get()
    let source = SourceFile(name: "X02-CMP-001.yaml", text: ruleText(changes))
    return RuleLoader.load(source, in: context, examples: examples)
  }

  private func mistakes(_ changes: [(key: String, text: String)]) throws -> [String] {
    try load(changes).diagnostics.map(line)
  }

  private func check(_ item: String) throws -> Loaded<Rule> {
    let lines = item.split(separator: "\n", omittingEmptySubsequences: false)
    let text = lines.enumerated().map { ($0 == 0 ? "  - " : "    ") + $1 }
    let check = ("check", "check:\n" + text.joined(separator: "\n"))
    guard item.hasPrefix("ask") else { return try load([check]) }
    // A rule that asks a person neither passes nor fails.
    return try load([check, ("examples", "examples:\n  - not-checked: {title: ก}")])
  }

  @Test func everyRuleOfTheRepositoryLoads() throws {
    let context = try Self.context.get()
    var count = 0
    for path in Repository.ruleFiles {
      let source = try FileReader.read(Repository.root + "/" + path)
      let named = SourceFile(name: path, bytes: source.bytes)
      let loaded = RuleLoader.load(named, in: context, examples: .required)
      let shown = loaded.diagnostics.map { "\(path):\(line($0))" }
      #expect(shown == [])
      if loaded.value != nil { count += 1 }
      let quick = RuleLoader.load(named, in: context, examples: .skipped)
      #expect(quick.value?.items.count == loaded.value?.items.count)
      #expect(quick.value?.examples.isEmpty ?? false)
    }
    #expect(count == Repository.ruleFiles.count && count > 40)
  }

  @Test func readsEveryPartOfARule() throws {
    let rule = try load([
      ("source", "source: [J2 §5.4, 'circular-2568: ข้อ 4', circular-2569: ข้อ 5]"),
      ("in_force", "in_force: {from: 2568, until: 2570}"),
      ("waivable", "waivable: true"),
      (
        "params",
        "params:\n  days: {shared: grace_days}\n  docs: {type: list of document-type, default: [cover-letter], by_fiscal_year: {2570: [plan-volume], 2569: []}, label: {th: ก, en: a}}"
      ),
      ("define", "define: {long: size(title)}"),
      ("when", "when: long > 3"),
      ("for_each", "for_each: {project: projects, link: [alignments, 'projects[].alignments']}"),
      ("where", "where: project.name != \"x\""),
      ("if_none", "if_none: fail"),
      ("notes", "notes: หมายเหตุ"),
    ]).get()
    #expect(rule.sources == ["J2 §5.4", "circular-2568: ข้อ 4", "circular-2569: ข้อ 5"])
    #expect(rule.inForce == YearRange(from: 2568, until: 2570))
    #expect(rule.isWaivable)
    #expect(rule.parameters.map(\.name) == ["days", "docs"])
    #expect(rule.parameters[0].shared == "grace_days")
    #expect(rule.parameters[0].document.source.name == "Rules/parameters.yaml")
    #expect(rule.parameters[1].type == .list(.code("document-type")))
    #expect(rule.parameters[1].byFiscalYear.map(\.year) == [2569, 2570])
    #expect(rule.definitions.map(\.name) == ["long"])
    #expect(rule.when?.text == "long > 3")
    #expect(rule.selectors.map(\.name) == ["project", "link"])
    #expect(rule.selectors[1].sources.map(\.text) == ["alignments", "projects[].alignments"])
    #expect(rule.whereCondition?.text == "project.name != \"x\"")
    #expect(rule.ifNone == .fail)
    #expect(rule.notes == LocalizedText(verbatim: "หมายเหตุ"))
    #expect(rule.message?.thai.parts == [.text("ขาด"), .placeholder(field(at: 3))])
    #expect(rule.examples.map(\.outcome) == ["pass", "fail"])
  }

  private func field(at offset: Int) -> TextTemplate.Placeholder {
    let placeholders = TextTemplate(String(repeating: "ก", count: offset) + "{field}").placeholders
    return placeholders[0]
  }

  @Test func tellsAllMistakesOfTheHeadAtOnce() throws {
    let found = try mistakes([
      ("rule", "rule: X02-CMP-1"),
      ("title", "title: {th: ชื่อ}"),
      ("family", "family: completness"),
      ("severity", "severty: error"),
      ("weight", "weight: 11"),
      ("basis", "basis: [text]"),
      ("source", "source: [J2 5.4, J2 §5.99, J25 §1]"),
      ("applies_to", "applies_to: {kinds: [annual-plan], jobs: [0], from_stage: submited}"),
      ("in_force", "in_force: {from: 2570, until: 2566}"),
      ("remedy", "remedy:"),
    ])
    #expect(
      found == [
        "2:7+9 RULE-010 “X02-CMP-1” is no rule id",
        "3:1+5 RULE-002 the key “en” is missing",
        "4:9+11 RULE-004 unknown family “completness”",
        "5:1+7 RULE-001 unknown key “severty”",
        "6:9+2 RULE-006 11 is not between 1 and 10",
        "7:8+1 RULE-003 a text is expected here, not a list",
        "8:10+6 RULE-034 “J2 5.4” is no clause of the manual",
        "8:18+8 RULE-031 job 2 has no clause 5.99",
        "8:28+6 RULE-034 “J25 §1” is no clause of the manual",
        "9:22+11 RULE-004 unknown kind “annual-plan”",
        "9:43+1 RULE-006 0 is not between 1 and 24",
        "9:59+8 RULE-004 unknown stage “submited”",
        "10:31+4 RULE-013 the range ends at 2566, before it begins at 2570",
        "14:1+6 RULE-005 the key “remedy” has no value",
      ]
    )
  }

  @Test func oneIdInTwoFilesIsToldWithBothPlaces() throws {
    let context = try Self.context.get()
    let rules = try ["alignment/X02-CMP-001.yaml", "procedure/X02-CMP-001.yaml"].map { name in
      let source = SourceFile(name: name, text: ruleText([]))
      return try RuleLoader.load(source, in: context, examples: .skipped).get()
    }
    let found = RuleLoader.duplicates(among: rules)
    #expect(found.map(line) == ["2:7+11 RULE-009 “X02-CMP-001” is given twice"])
    #expect(found.first?.place.file == "procedure/X02-CMP-001.yaml")
    #expect(found.first?.notes.first?.place?.file == "alignment/X02-CMP-001.yaml")
    #expect(RuleLoader.duplicates(among: [rules[0]]).isEmpty)
  }

  @Test func theFileIsNamedForItsRule() throws {
    let found = try mistakes([("rule", "rule: X02-CMP-002")])
    #expect(
      found == ["2:7+11 RULE-020 the file is named “X02-CMP-001”, the rule “X02-CMP-002”"]
    )
  }

  @Test(arguments: [
    ("present: title", "11:14+5 RULE-003 a list is expected here, not a text"),
    ("present: [size(title)]", "11:15+11 RULE-030 “size(title)” is no path of fields"),
    ("present: [title, title]", "11:22+5 RULE-009 “title” is given twice"),
    ("presnt: [title]", "11:5+6 RULE-001 unknown key “presnt”"),
    ("when: round > 1", "11:5+1 RULE-023 this item has no check kind"),
    (
      "present: [title]\ncount: {of: projects, min: 1}",
      "11:5+1 RULE-023 this item has several check kinds: present, count"
    ),
    (
      "present: [title]\nseverity: error",
      "12:15+5 RULE-024 error is not softer than error, which the rule has"
    ),
    (
      "covers: {list: projects}",
      "11:5+6 RULE-012 one of these keys is needed: value, all_of, any_of"
    ),
    (
      "covers: {list: projects, value: title, all_of: [a]}",
      "11:5+6 RULE-012 only one of these keys may be given: value, all_of"
    ),
    (
      "covers: {list: process, key: step, all_of: [recieved]}",
      "11:49+8 RULE-004 unknown step “recieved”"
    ),
    (
      "within: {value: round}",
      "11:5+6 RULE-012 one of these keys is needed: min, max, above, below"
    ),
    ("within: {min: 1}", "11:5+6 RULE-002 the key “value” is missing"),
    ("within: {value: [round], min: 1}", "11:21+1 RULE-003 one value is expected here, not a list"),
    (
      "one_of: {value: title, options: [a], catalogue: plans}",
      "11:5+6 RULE-012 only one of these keys may be given: options, catalogue"
    ),
    ("one_of: {value: title, catalogue: plan}", "11:39+4 RULE-004 unknown catalogue “plan”"),
    (
      "documents: {types: [cover-leter]}",
      "11:25+11 RULE-004 unknown document type “cover-leter”"
    ),
    (
      "aligned_to: {all_of: [national-stratgy]}",
      "11:27+16 RULE-004 unknown plan “national-stratgy”"
    ),
    ("aligned_to: {levels: [8]}", "11:27+1 RULE-006 8 is not between 1 and 7"),
    ("before: {earlier: screend, later: council}", "11:23+7 RULE-004 unknown step “screend”"),
    (
      "before: {earlier: screened, later: council, by: councill}",
      "11:53+8 RULE-004 unknown party “councill”"
    ),
    (
      "steps: {table: [{step: received, clause: J2 §5.3}, {step: received, clause: J2 §5.4}]}",
      "11:63+8 RULE-009 “received” is given twice"
    ),
    (
      "steps: {table: [{step: received, clause: J2 §5.3}]}",
      "11:20+1 RULE-005 this list must have at least 2 entries"
    ),
    ("equal: {value: title, too: title}", "11:27+3 RULE-001 unknown key “too”"),
    ("total: {of: budget.total}", "11:5+5 RULE-002 the key “lines” is missing"),
    (
      "count: {of: projects, distinct: yes, min: 2}",
      "11:37+3 RULE-003 true or false is expected here, not a text"
    ),
    (
      "pattern: {value: title}", "11:5+7 RULE-012 one of these keys is needed: matches, not_matches"
    ),
    ("unique: {list: projects, by: id}", "11:34+2 RULE-003 a list is expected here, not a text"),
    (
      "reported_each: {period: month, list: reports, grace_days: 30}",
      "11:29+5 RULE-004 unknown period “month”"
    ),
    (
      "reference: {value: title, list: 'projects[0]'}",
      "11:37+13 RULE-030 “projects[0]” is no path of fields"
    ),
    ("assert: round > 1", "11:5+6 RULE-025 `assert` needs at"),
    (
      "any:\n  - present: [title]",
      "12:7+1 RULE-005 this list must have at least 2 entries"
    ),
    (
      "each: {in: projects, as: params, check: [{present: [params.name]}]}",
      "11:30+6 RULE-027 the name “params” already means something else"
    ),
    ("each: {in: projects, as: p, where: true}", "11:5+4 RULE-002 the key “check” is missing"),
    (
      "each:\n  in: projects\n  as: p\n  check:\n    - ask: {question: {th: ก, en: a}}",
      "15:11+3 RULE-026 `ask` must be the only item of its rule"
    ),
    ("not:\n  prezent: [title]", "12:7+7 RULE-001 unknown key “prezent”"),
  ])
  func tellsTheMistakeOfAnItem(_ pair: (item: String, mistake: String)) throws {
    let found = try check(pair.item).diagnostics.map(line)
    #expect(found == [pair.mistake])
  }

  @Test(arguments: [
    "present: [title, 'projects[].name']",
    "covers: {list: [alignments, 'projects[].alignments'], key: plan, any_of: [nesdp], match: {item: ก}, filled: [how]}",
    "documents: {any_of: [cover-letter], filled: [], after_step: received, before_step: council}",
    "aligned_to: {in: alignments, levels: [1, 2], filled: []}",
    "one_of: {value: fiscal_year, options: [2569, 2570]}",
    "one_of: {value: title, catalogue: plans, edition: title, in_force: fiscal_year}",
    "reference: {value: title, list: projects, key: name, in: development_plan_ref}",
    "within: {value: round, above: 0, below: 9}",
    "equal: {value: budget.total, to: 'sum(projects.map(p, p.budget))'}",
    "total: {of: budget.total, lines: 'projects[].budget'}",
    "count: {of: projects, distinct: true, min: 2}",
    "pattern: {value: title, not_matches: 'พ\\.ศ\\.\\s*$'}",
    "unique: {list: projects, by: [id], unless: a.name == b.name}",
    "before: {earlier: screened, later: council, by: council, to: provincial-office, earlier_any_round: true}",
    "steps: {table: [{step: received, clause: J2 §5.3}, {step: analysed, clause: J2 §5.4, optional: round > 1}]}",
    "reported_each: {period: quarter, list: reports, grace_days: 30, recipients: [council], recipient_field: to}",
    "assert: round > 1\nat: round",
    "ask: {question: {th: ก, en: a}, rubric: [{th: ข, en: b}]}",
    "each: {in: ceiling.by_source, as: [source, cap], if_none: unknown, check: [{within: {value: cap, min: 0}}]}",
    "any:\n  - present: [title]\n  - all: [{present: [id]}]",
    "not: {present: [title]}",
    "present: [title]\nwhen: round > 1\npending: '!reached(\"screened\")'\nseverity: warning\nlabel: {th: ก, en: a}",
  ])
  func everyKindIsRead(_ item: String) throws {
    let loaded = try check(item)
    #expect(loaded.diagnostics.map(line) == [])
    #expect(loaded.value?.items.count == 1)
  }
}
