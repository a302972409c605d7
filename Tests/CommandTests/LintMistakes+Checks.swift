// What is wrong with conditions, check items and examples.
extension LintMistake {
  static let conditions: [LintMistake] = [
    .init(
      "an unknown field",
      "where: project.budget",
      "where: project.‸bugdet",
      "CEL-023",
      "budget",
      "budget"
    ),
    .init(
      "an amount as a text",
      condition,
      "where: ‸project.budget >= \"500000\"",
      "CEL-024",
      "ข้อความ",
      "text"
    ),
    .init(
      "signs in the wrong order",
      condition,
      "where: project.budget ‸=> params.large_from",
      "CEL-007",
      ">=",
      ">="
    ),
    .init(
      "one equals sign",
      condition,
      "where: project.budget ‸= params.large_from",
      "CEL-007",
      "==",
      "=="
    ),
    .init(
      "and in a word",
      condition,
      "where: project.budget >= params.large_from ‸and has(project.name)",
      "CEL-007",
      "&&",
      "&&"
    ),
    .init(
      "a bracket that stays open",
      condition,
      "where: ‸(project.budget >= params.large_from",
      "CEL-006",
      ")",
      ")"
    ),
    .init(
      "where without for_each",
      "for_each: {project: projects}\n" + condition,
      "‸where: fiscal_year > 2560",
      "RULE-029",
      "for_each",
      "for_each"
    ),
    .init(
      "a condition that never holds",
      condition,
      condition + "\nwhen: ‸fiscal_year < 2569",
      "LINT-020",
      "ไม่มีวันเป็นจริง",
      "never holds"
    ),
    .init(
      "a condition that says what is said",
      condition,
      condition + "\nwhen: ‸job == 2",
      "LINT-021",
      "เสมอ",
      "always"
    ),
  ]

  static let items: [LintMistake] = [
    .init(
      "an unknown field of a list",
      present,
      "  - present: [project.‸target_groups]",
      "CEL-023",
      "target_group",
      "target_group"
    ),
    .init(
      "two kinds in one item",
      present,
      "  - ‸present: [project.target_group]\n    unique: {list: projects, by: [name]}",
      "RULE-023",
      "present, unique",
      "present, unique"
    ),
    .init(
      "an assert without a sentence",
      present + "\nmessage:",
      "  - ‸assert: project.budget > 0\nnotes:",
      "RULE-025",
      "message",
      "message"
    ),
    .init(
      "an item as severe as the rule",
      present,
      present + "\n    severity: ‸warning",
      "RULE-024",
      "ลบ severity",
      "leave `severity` out"
    ),
    .init(
      "an unknown document",
      present,
      "  - documents: {types: [‸cover-leter], filled: []}",
      "RULE-004",
      "cover-letter",
      "cover-letter"
    ),
    .init(
      "an unknown step",
      present,
      "  - before: {earlier: ‸screend, later: council}",
      "RULE-004",
      "screened",
      "screened"
    ),
    .init(
      "an unknown plan",
      present,
      "  - aligned_to: {all_of: [‸natinal-strategy]}",
      "RULE-004",
      "national-strategy",
      "national-strategy"
    ),
    .init(
      "an expression in a list",
      present,
      present + "\n  - one_of: {value: project.name, options: [‸params.large_from + 1]}",
      "RULE-021",
      "นิพจน์",
      "expression"
    ),
    .init(
      "a comma that cuts an expression",
      present,
      present + "\n  - within: {value: project.budget, min: ‸min(projects.map(m, m.budget))}",
      "RULE-014",
      "จุลภาค",
      "comma"
    ),
    .init(
      "a bad regular expression",
      present,
      present + "\n  - pattern: {value: project.name, matches: '‸[ก-'}",
      "CHECK-014",
      "[",
      "["
    ),
    .init(
      "a lower bound above the upper one",
      present,
      present
        + "\n  - within: {value: project.budget, min: 100, max: ‸50}\n    message: {th: เกิน, en: too much}",
      "CHECK-024",
      "ระหว่าง 100 กับ 50",
      "between 100 and 50"
    ),
    .init(
      "bounds that leave nothing between them",
      present,
      present
        + "\n  - within: {value: project.budget, above: 5, below: ‸5}\n    message: {th: เกิน, en: too much}",
      "CHECK-024",
      "ระหว่าง 5 กับ 5",
      "between 5 and 5"
    ),
    .init(
      "more at least than at most",
      present,
      present
        + "\n  - count: {of: projects, min: 3, max: ‸2}\n    message: {th: เกิน, en: too much}",
      "CHECK-024",
      "ระหว่าง 3 กับ 2",
      "between 3 and 2"
    ),
    .init(
      "a text with bounds",
      present,
      present
        + "\n  - within: {value: ‸project.name, max: 5}\n    message: {th: เกิน, en: too much}",
      "CHECK-013",
      "ข้อความ",
      "text"
    ),
    .init(
      "a plan that does not exist in a function",
      present,
      present + "\n    when: 'plan(‸\"national-stratgy\").level > 0'",
      "CEL-028",
      "national-strategy",
      "national-strategy"
    ),
    .init(
      "a fiscal year of the C.E.",
      present,
      present + "\n    when: 'fiscal_year_start(‸2027) < as_of'",
      "CEL-028",
      "2570",
      "2570"
    ),
  ]

  static let tests: [LintMistake] = [
    .init(
      "no example that fails",
      "  - fail: {fiscal_year: 2570, projects: [{id: p1, name: อบรมครู, budget: \"750,000\"}]}\n    at: [\"projects[0].target_group\"]\n",
      "",
      "RULE-032",
      "fail",
      "fails"
    ),
    .init(
      "a misspelt outcome",
      "  - pass: {fiscal",
      "  - ‸pas: {fiscal",
      "RULE-001",
      "pass",
      "pass"
    ),
    .init(
      "an example with two outcomes",
      "    share: 1/1\n",
      "    fail: {}\n",
      "RULE-033",
      "pass, fail",
      "pass, fail"
    ),
    .init(
      "a guard that no example shows",
      "  - not-applicable: {fiscal_year: 2570, projects: [{id: p1, name: อบรมครู, budget: 499999.99}]}\n    why: no-elements\n",
      "",
      "LINT-024",
      "where",
      "where"
    ),
  ]

  static let sense: [LintMistake] = [
    .init(
      "a rule that is over",
      "in_force: {from: 2570}",
      "in_force: {until: ‸2567}",
      "LINT-030",
      "2567",
      "2567"
    )
  ]
}
