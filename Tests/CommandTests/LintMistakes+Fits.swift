// Arguments that the check kinds have no use for, and names and years that mean nothing where they stand.
extension LintMistake {
  /// An item beside the good one, with the place of its mistake.
  private static func item(
    _ what: String,
    _ item: String,
    _ code: String,
    _ word: String,
    _ english: String
  ) -> LintMistake {
    .init(what, present, present + "\n  - " + item, code, word, english)
  }

  static let fits: [LintMistake] = [
    item(
      "a total that is a text",
      "total: {of: ‸title, lines: [\"projects[].budget\"]}",
      "CHECK-025",
      "“title” เป็นข้อความ",
      "\"title\" is a text"
    ),
    item(
      "a total that is a year",
      "total: {of: ‸fiscal_year, lines: [\"projects[].budget\"]}",
      "CHECK-025",
      "ปี พ.ศ.",
      "is a year"
    ),
    item(
      "lines that are texts",
      "total: {of: budget.total, lines: [\"‸projects[].name\"]}",
      "CHECK-025",
      "projects[].budget",
      "each is a text"
    ),
    item(
      "lines that are no list",
      "total: {of: budget.total, lines: [‸ceiling.amount]}",
      "CHECK-025",
      "projects[].budget",
      "an amount of money"
    ),
    item(
      "a reference to an amount",
      "reference: {value: title, list: ‸budget.total}",
      "CHECK-011",
      "projects",
      "not a list"
    ),
    item(
      "a reference that does not say what is compared",
      "‸reference: {value: title, list: projects}",
      "CHECK-019",
      "key",
      "key must name"
    ),
    item(
      "a reference by a field of another type",
      "reference: {value: ‸title, list: projects, key: budget}",
      "CHECK-013",
      "เทียบ",
      "cannot be compared"
    ),
    item(
      "a reference to a list that the other submission does not have",
      "reference: {value: title, in: development_plan_ref, list: ‸stratgies, key: id}",
      "CHECK-001",
      "strategies",
      "strategies"
    ),
    item(
      "a reference to what is no list of the other submission",
      "reference: {value: title, in: development_plan_ref, list: ‸period, key: id}",
      "CHECK-011",
      "ไม่ใช่รายการ",
      "not a list"
    ),
    item(
      "a reference by a field that the other list does not have",
      "reference: {value: title, in: development_plan_ref, list: strategies, key: ‸nmae}",
      "CHECK-001",
      "name",
      "name"
    ),
    item(
      "a chain of no links",
      "chain: {links: ‸projects}",
      "CHECK-025",
      "projects[].alignments",
      "projects[].alignments"
    ),
    item(
      "links that are a text",
      "chain: {links: ‸title}",
      "CHECK-011",
      "ไม่ใช่รายการ",
      "not a list"
    ),
    item(
      "links to plans where there are none",
      "aligned_to: {in: ‸projects, all_of: [national-strategy]}",
      "CHECK-025",
      "projects[].alignments",
      "projects[].alignments"
    ),
    item(
      "a list to cover that is none",
      "covers: {list: ‸budget.total, value: title}",
      "CHECK-011",
      "จำนวนเงิน",
      "an amount of money, not a list"
    ),
    item(
      "values to cover among groups of fields",
      "‸covers: {list: projects, all_of: [น้ำดื่ม]}",
      "CHECK-019",
      "key",
      "key must name"
    ),
    item(
      "a text to cover among amounts",
      "covers: {list: projects, key: budget, value: ‸title}",
      "CHECK-013",
      "จำนวนเงิน",
      "an amount of money"
    ),
    item(
      "a literal to match that is no amount",
      "covers: {list: projects, key: id, match: {budget: ‸มาก}, value: title}",
      "CHECK-009",
      "จำนวนเงิน",
      "an amount of money"
    ),
    item(
      "reports that are none",
      "reported_each: {period: year, list: ‸projects, grace_days: 15}",
      "CHECK-025",
      "fiscal_year, date",
      "no field fiscal_year, date"
    ),
    item(
      "a list where one value belongs",
      "one_of: {value: ‸projects, options: [ก]}",
      "CHECK-025",
      "for_each",
      "for_each"
    ),
    item(
      "one value where a list belongs",
      "one_of: {value: project.name, options: ‸title}",
      "CHECK-025",
      "[title]",
      "[title]"
    ),
    item(
      "options of another type",
      "one_of: {value: fiscal_year, options: [‸ก]}",
      "CHECK-009",
      "จำนวนเต็ม",
      "a whole number"
    ),
    item(
      "a form of an amount",
      "pattern: {value: ‸project.budget, matches: '^1'}",
      "CHECK-025",
      "ข้อความ",
      "looks at a text"
    ),
    item(
      "a list between bounds",
      "within: {value: ‸projects, min: 1}",
      "CHECK-025",
      "count",
      "use count"
    ),
    item(
      "a value that must equal itself",
      "equal: {value: title, to: ‸title}",
      "RULE-009",
      "ซ้ำกัน",
      "twice"
    ),
    item(
      "a step before itself",
      "before: {earlier: screened, later: ‸screened}",
      "RULE-009",
      "ซ้ำกัน",
      "twice"
    ),
  ]

  static let meanings: [LintMistake] = [
    item(
      "a year of the C.E. as a bound",
      "within: {value: fiscal_year, min: ‸2026}",
      "CHECK-009",
      "2569",
      "2569"
    ),
    item(
      "a year of the C.E. in quotes as a bound",
      "within: {value: fiscal_year, max: \"‸2026\"}",
      "CHECK-009",
      "2569",
      "2569"
    ),
    item(
      "a year of the C.E. among options",
      "one_of: {value: fiscal_year, options: [2569, ‸2027]}",
      "CHECK-009",
      "2570",
      "2570"
    ),
    .init(
      "a year of the C.E. in a condition",
      present,
      present + "\n    when: fiscal_year >= ‸2026",
      "CHECK-009",
      "2569",
      "2569"
    ),
    .init(
      "the fiscal year of a day and one of the C.E.",
      present,
      present + "\n    when: fiscal_year_of(as_of) == ‸2026",
      "CHECK-009",
      "2569",
      "2569"
    ),
    .init(
      "an item that no plan has",
      present,
      present + "\n    when: 'node(‸\"NS-99\").code() == title'",
      "CEL-028",
      "NS-99",
      "no plan has an item"
    ),
    .init(
      "an item that the plan does not have",
      present,
      present + "\n    when: 'plan(\"national-strategy\").has_item(‸\"NS-99\")'",
      "CHECK-005",
      "NS-99",
      "has no item"
    ),
    .init(
      "an amount beside null",
      present,
      present + "\n    when: project.budget != ‸null",
      "CHECK-013",
      "filled(project.budget)",
      "filled(project.budget)"
    ),
    .init(
      "a text beside null",
      present,
      present + "\n    when: title == ‸null",
      "CHECK-013",
      "blank(title)",
      "blank(title)"
    ),
    item(
      "an element called as a field",
      "each: {in: projects, as: ‸title, check: [{present: [title.name]}]}",
      "CHECK-002",
      "ช่องข้อมูล",
      "a field of the submission"
    ),
    item(
      "a field among literals",
      "one_of: {value: project.name, options: [‸title]}\n    message: {th: ผิด, en: wrong}",
      "RULE-022",
      "'[title]'",
      "'[title]'"
    ),
    item(
      "an element among literals",
      "one_of: {value: project.name, options: [‸project]}\n    message: {th: ผิด, en: wrong}",
      "RULE-022",
      "'[project]'",
      "'[project]'"
    ),
  ]
}
