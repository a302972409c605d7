import Catalogues
import Diagnostics
import RuleModel
import SourceText
import TestSupport
import Testing

/// What YAML does to expressions and sentences behind their author's back.
@Suite struct RuleLoadingTrapTests {
  private func load(_ changes: [(key: String, text: String)]) throws -> [Diagnostic] {
    let context = try RuleLoadingTests.context.get()
    let source = SourceFile(name: "X02-CMP-001.yaml", text: ruleText(changes))
    return RuleLoader.load(source, in: context, examples: .required).diagnostics
  }

  @Test("thousands of mistakes take as much longer as they are more, and a hundred are told")
  func manyMistakes() throws {
    func check(_ count: Int) -> String {
      "check:\n  - present: [title]\n" + (0..<count).map { "severty\($0): x\n" }.joined()
    }
    func kinds(_ count: Int) -> String {
      let kinds = Array(repeating: "anual-action-plan", count: count).joined(separator: ", ")
      return "applies_to:\n  kinds: [\(kinds)]\n  from_stage: submitted\n"
    }
    for (key, text) in [("check", check), ("applies_to", kinds)] {
      let large = text(2_400)
      #expect(try load([(key, large)]).count == 100)
      let small = text(300)
      // Eight times the text: proportionate is 8 times, the square would be 64 times.
      let short = try shortestTime { _ = try load([(key, small)]) }
      let long = try shortestTime { _ = try load([(key, large)]) }
      #expect(long < 30 * short, "\(key)")
    }
  }

  @Test func anExpressionCutByTheCommaOfAFlowMappingIsToldAsThat() throws {
    let item = "check:\n  - within: {value: received_on, min: min(meetings.map(m, m.date))}"
    let found = try load([("check", item)])
    #expect(
      found.map(line) == [
        "11:39+18 RULE-014 a comma has cut this expression: its brackets or quotes are not closed"
      ]
    )
    #expect(
      found.first?.help?.en
        == "put the whole expression in '…', or write it on a line of its own without the braces or brackets of YAML"
    )
  }

  @Test func anExpressionCutByTheCommaOfAFlowListIsToldOnce() throws {
    let item = "check:\n  - one_of: {value: title, options: [min(a, b), c]}"
    let found = try load([("check", item)]).map(line)
    #expect(
      found == [
        "11:38+5 RULE-014 a comma has cut this expression: its brackets or quotes are not closed"
      ]
    )
  }

  @Test(arguments: [
    ("for_each", "for_each: {year: years(fiscal_year, 3)}", "10:18+17"),
    ("define", "define: {a: max(round, 1), b: round}", "10:13+9"),
    ("when", "when: 'x'\ndefine: {a: 'title == \"a', b: title == \"a, b\"}", "11:31+11"),
  ])
  func anExpressionUnderANameOfItsAuthorIsToldAsCut(
    _ trap: (key: String, text: String, place: String)
  ) throws {
    let found = try load([(trap.key, trap.text)]).map(line)
    #expect(
      found == [
        "\(trap.place) RULE-014 a comma has cut this expression: its brackets or quotes are not closed"
      ]
    )
  }

  @Test func namesWithAnApostropheAndBlockTextsAreNotTakenForCut() throws {
    let options = "check:\n  - one_of: {value: title, options: [O'Brien, สพป. (เขต 1), x]}"
    #expect(try load([("check", options)]).map(line) == [])
    // The compiler tells what is wrong with this one: no comma has cut it.
    #expect(try load([("when", "when: size(title > 3")]).map(line) == [])
  }

  @Test func aSentenceCutByACommaIsToldWithTheWayOut() throws {
    let found = try load([("message", "message: {th: ไม่พบ, หรือไม่ครบ, en: Missing}")])
    #expect(found.map(line) == ["12:22+10 RULE-001 unknown key “หรือไม่ครบ”"])
    #expect(
      found.first?.help?.en
        == "if it is the rest of the text before it, a comma has cut that text: quote the whole text, or write it on lines of its own without braces"
    )
  }

  @Test(arguments: [
    ("when", "when: !carry_over", "10:1+4 RULE-005 the key “when” has no value", "!"),
    ("when", "when: &limit", "10:1+4 RULE-005 the key “when” has no value", "&"),
  ])
  func signsOfYAMLAtTheBeginningOfAnExpressionAreNamed(
    _ trap: (key: String, text: String, mistake: String, sign: String)
  ) throws {
    let found = try load([(trap.key, trap.text)])
    // YAML may read the text as empty or as nothing; both say where the sign stands.
    #expect(found.count == 1)
    #expect(found.first?.code.text == "RULE-005")
    #expect(
      found.first?.help?.en
        == "YAML takes \(trap.sign) at the beginning of a text for a sign of its own: put the whole text in '…'"
    )
  }

  @Test(arguments: [
    ("when: [round]", "10:7+1 RULE-003 an expression is expected here, not a list"),
    ("when: {a: b}", "10:7+1 RULE-003 an expression is expected here, not a mapping"),
    ("when: 5", "10:7+1 RULE-003 an expression is expected here, not a whole number"),
    (
      "for_each: projects as project",
      "10:11+19 RULE-003 a mapping {name: list} is expected here, not a text"
    ),
    ("where: round > 1", "10:1+5 RULE-029 “where” needs `for_each`"),
    ("if_none: fail", "10:1+7 RULE-029 “if_none” needs `for_each`"),
    (
      "for_each: {projects: projects}",
      "10:12+8 RULE-027 the name “projects” already means something else"
    ),
    ("for_each: {Project: projects}", "10:12+7 RULE-010 “Project” cannot be a name"),
    ("define: {as_of: today}", "10:10+5 RULE-027 the name “as_of” already means something else"),
    ("in_force: {}", "10:1+8 RULE-012 at least one of these keys is needed: from, until"),
    ("params: {x: {shared: grace_day}}", "10:22+9 RULE-004 unknown shared parameter “grace_day”"),
    (
      "params: {x: {type: integer, default: 1}}",
      "10:20+7 RULE-004 unknown parameter type “integer”"
    ),
    (
      "params: {x: {type: int, default: 5, max: 3}}",
      "10:34+1 RULE-006 5 is outside the bounds of the parameter (≤ 3)"
    ),
    (
      "params: {x: {type: money, default: 99999999999999999999}}",
      "10:36+20 RULE-006 99999999999999999999 cannot be computed with: it is too large or has too many decimal places"
    ),
    (
      "params: {x: {type: money, default: 1, by_fiscal_year: {2571: 500000.005}}}",
      "10:62+10 RULE-006 500000.005 cannot be computed with: it is too large or has too many decimal places"
    ),
    (
      "params: {x: {type: decimal, default: 0.5, by_job: {2: 1e30}}}",
      "10:55+4 RULE-006 1e30 cannot be computed with: it is too large or has too many decimal places"
    ),
    (
      "params: {x: {type: list of plan, default: [nesd]}}",
      "10:44+4 RULE-004 unknown code of plan “nesd”"
    ),
    (
      "params: {x: {type: date, default: 2568-01-01}}",
      "10:35+10 RULE-015 “2568-01-01” is no date of the form yyyy-mm-dd (C.E.)"
    ),
    (
      "params: {x: {type: bool, default: yes}}",
      "10:35+3 RULE-003 true or false is expected here, not a text"
    ),
  ])
  func tellsTheMistakeOfAKey(_ pair: (text: String, mistake: String)) throws {
    let key = String(pair.text.prefix { $0 != ":" })
    let found = try load([(key, pair.text)]).map(line)
    #expect(found == [pair.mistake])
  }

  @Test func anExpressionInAListOfLiteralsIsTold() throws {
    let item =
      "check:\n  - covers: {list: projects, key: owner, all_of: [params.sectors, 'size(title)']}"
    let found = try load([("check", item)]).map(line)
    #expect(
      found == [
        "11:51+14 RULE-021 a YAML list holds literals: the expression “params.sectors” is not computed",
        "11:67+13 RULE-021 a YAML list holds literals: the expression “size(title)” is not computed",
      ]
    )
  }

  @Test func aLiteralThatIsANameInScopeIsDoubted() throws {
    let found = try load([
      ("for_each", "for_each: {project: projects}"),
      ("check", "check:\n  - one_of: {value: title, options: [project, อื่น]}"),
    ])
    #expect(
      found.map(line) == [
        "12:38+7 RULE-022 warning: “project” in a list is a text, not the value of that name"
      ]
    )
    #expect(
      found.first?.help?.en
        == "if the value is meant, write the list as an expression in quotes: '[project]'; if the text is meant, '[\"project\"]'"
    )
  }

  @Test func kindsAndJobsThatNeverMeetAreDoubted() throws {
    let text =
      "applies_to: {kinds: [annual-action-plan, budget-transfer], jobs: [2, 7], from_stage: draft}"
    #expect(
      try load([("applies_to", text)]).map(line) == [
        "9:42+15 RULE-028 warning: the kind budget-transfer is used in none of these jobs",
        "9:70+1 RULE-028 warning: none of these kinds is used in job 7",
      ]
    )
  }

  @Test(arguments: [
    (
      "message: {th: \"ขาด{field}\", en: \"{fields} missing\"}",
      ["12:19+7 RULE-007 {field} in the Thai text is {fields} in the English text"]
    ),
    (
      "message: {th: \"ขาด {size(x)}\", en: \"a {b\"}",
      [
        "12:20+9 RULE-008 “{size(x)}” is no placeholder",
        "12:39+1 RULE-008 this brace { is not closed",
      ]
    ),
    ("message: {th: \"a } b\", en: b}", ["12:18+1 RULE-008 this brace } closes nothing"]),
    ("message: {th: \"{n|or} {{x}}\", en: \"{n} {n|way|ways}\"}", []),
    (
      "message:\n  th: |\n    ขาด {field}\n  en: Missing",
      ["13:7+1 RULE-007 {field} stands only in the Thai text"]
    ),
  ])
  func placeholdersAreTheSameInBothLanguages(_ pair: (text: String, mistakes: [String])) throws {
    let found = try load([("message", pair.text)]).map(line)
    #expect(found == pair.mistakes)
  }

  @Test(arguments: [
    ("examples: []", "14:11+1 RULE-005 this list must have at least 2 entries"),
    (
      "examples:\n  - pass: {}\n  - pass: {title: ก}",
      "14:1+8 RULE-032 no example fails"
    ),
    ("examples:\n  - pass: {}\n  - {name: ก}", "16:5+1 RULE-033 this example has no outcome"),
    (
      "examples:\n  - pass: {}\n  - {fail: {}, unknown: {}}",
      "16:5+1 RULE-033 this example has several outcomes: fail, unknown"
    ),
    ("examples:\n  - pass: {}\n  - {fail: {}, shar: 1/2}", "16:16+4 RULE-001 unknown key “shar”"),
    ("examples:\n  - pass: {}\n  - {fail: {}, share: 3/2}", "16:23+3 RULE-010 “3/2” is no share"),
    (
      "examples:\n  - pass: {}\n  - {fail: {}, why: stag}",
      "16:21+4 RULE-004 unknown reason of not-applicable “stag”"
    ),
    (
      "examples:\n  - pass: {}\n  - {fail: {}, as_of: 2568-06-01}",
      "16:23+10 RULE-015 “2568-06-01” is no date of the form yyyy-mm-dd (C.E.)"
    ),
    (
      "examples:\n  - pass: {}\n  - {fail: {}, with: [{id: a}]}",
      "16:23+1 RULE-002 the key “kind” is missing"
    ),
    (
      "examples:\n  - pass: {}\n  - {fail: {}, also: [{severity: eror, at: title}]}",
      "16:34+4 RULE-004 unknown severity “eror”"
    ),
    (
      "examples:\n  - pass: {}\n  - fail: title",
      "16:11+5 RULE-003 a mapping is expected here, not a text"
    ),
  ])
  func tellsTheMistakeOfAnExample(_ pair: (text: String, mistake: String)) throws {
    let found = try load([("examples", pair.text)]).map(line)
    #expect(found == [pair.mistake])
  }

  @Test func keysAfterTheExamplesAreNeverOverlooked() throws {
    let text = ruleText([]) + "when: round > 1\n"
    let context = try RuleLoadingTests.context.get()
    let source = SourceFile(name: "X02-CMP-001.yaml", text: text)
    let rule = try RuleLoader.load(source, in: context, examples: .skipped).get()
    #expect(rule.when?.text == "round > 1")
  }

  @Test func withoutExamplesTheirMistakesAreNotEvenRead() throws {
    let text = ruleText([("examples", "examples:\n  - pass: {a: [}\n")])
    let context = try RuleLoadingTests.context.get()
    let source = SourceFile(name: "X02-CMP-001.yaml", text: text)
    #expect(RuleLoader.load(source, in: context, examples: .skipped).value != nil)
    #expect(RuleLoader.load(source, in: context, examples: .required).value == nil)
  }

  @Test func everyCodeIsExplainedAndListedOnce() {
    for explanations in [RuleCodes.explanations, ConfigurationCodes.explanations] {
      let codes = explanations.map(\.code.text)
      #expect(Set(codes).count == codes.count)
      for explanation in explanations {
        #expect(!explanation.text.th.isEmpty && !explanation.text.en.isEmpty)
        #expect(!explanation.title.th.isEmpty && !explanation.title.en.isEmpty)
      }
    }
  }
}
