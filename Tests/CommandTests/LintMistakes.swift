/// Mistakes as people make them in rule files, each with the place at which it must be found.
///
/// `‸` marks the place in what is typed; it is taken out before the file is written.
struct LintMistake: Sendable {
  /// What went wrong, in the words of a person.
  let what: String
  /// The text of the good rule that is typed otherwise.
  let old: String
  /// What is typed instead.
  let new: String
  /// The code that must be told.
  let code: String
  /// A word that the Thai sentence, or its way out, must contain.
  let word: String
  /// The same for the English one.
  let english: String
  /// The name of the file, where it is not that of the rule.
  var file: String?

  init(
    _ what: String,
    _ old: String,
    _ new: String,
    _ code: String,
    _ word: String,
    _ english: String,
    file: String? = nil
  ) {
    self.what = what
    self.old = old
    self.new = new
    self.code = code
    self.word = word
    self.english = english
    self.file = file
  }

  /// The rule of the language reference, without a mistake.
  static let good = """
    krong: 1
    rule: RULE-ID
    title:
      th: โครงการวงเงินสูงระบุกลุ่มเป้าหมาย
      en: Large projects name their target group
    family: completeness
    severity: warning
    weight: 3
    basis: derived
    source: [J2 §4.1]
    applies_to:
      kinds: [annual-action-plan]
      jobs: [2]
      from_stage: submitted
    in_force: {from: 2570}
    params:
      large_from:
        type: money
        default: 500000
        min: 0
        label: {th: วงเงินที่ถือว่าสูง, en: amount from which a project is large}
    for_each: {project: projects}
    where: project.budget >= params.large_from
    check:
      - present: [project.target_group]
    message:
      th: "{element} วงเงิน {project.budget} บาท ยังไม่ได้ระบุ{field}"
      en: "{element} of {project.budget} baht: {field} is missing"
    remedy:
      th: ระบุกลุ่มเป้าหมายและจำนวนของโครงการ
      en: State the target group of the project and its number.
    examples:
      - pass: {fiscal_year: 2570, projects: [{id: p1, name: อบรมครู, budget: 500000, target_group: ครู 120 คน}]}
        share: 1/1
      - fail: {fiscal_year: 2570, projects: [{id: p1, name: อบรมครู, budget: "750,000"}]}
        at: ["projects[0].target_group"]
      - not-applicable: {fiscal_year: 2570, projects: [{id: p1, name: อบรมครู, budget: 499999.99}]}
        why: no-elements

    """

  private static let present = "  - present: [project.target_group]"
  private static let condition = "where: project.budget >= params.large_from"
  private static let thai = "  th: ระบุกลุ่มเป้าหมายและจำนวนของโครงการ"

  static let all: [LintMistake] =
    head + scope + parameters + conditions + items + words + yaml
    + typing + tests + sense

  private static let head: [LintMistake] = [
    .init("a misspelt key", "severity:", "‸serverity:", "RULE-001", "severity", "severity"),
    .init(
      "a key left out",
      "krong: 1\nrule: RULE-ID\ntitle:\n  th: โครงการวงเงินสูงระบุกลุ่มเป้าหมาย\n  en: Large projects name their target group\nfamily: completeness\n",
      "‸krong: 1\nrule: RULE-ID\ntitle:\n  th: โครงการวงเงินสูงระบุกลุ่มเป้าหมาย\n  en: Large projects name their target group\n",
      "RULE-002",
      "family",
      "family"
    ),
    .init(
      "a misspelt word",
      "severity: warning",
      "severity: ‸waring",
      "RULE-004",
      "warning",
      "warning"
    ),
    .init(
      "a weight out of bounds",
      "weight: 3",
      "weight: ‸12",
      "RULE-006",
      "1 ถึง 10",
      "between 1 and 10"
    ),
    .init("a weight in words", "weight: 3", "weight: ‸สาม", "RULE-003", "จำนวนเต็ม", "whole number"),
    .init("a later version", "krong: 1", "krong: ‸2", "RULE-011", "รุ่น 2", "version 2"),
    .init(
      "one language only",
      "  en: Large projects name their target group\n",
      "",
      "RULE-002",
      "en",
      "“en”"
    ),
    .init(
      "an id in small letters",
      "rule: RULE-ID",
      "rule: ‸x01-cmp-001",
      "RULE-010",
      "อักษรตัวใหญ่",
      "capital"
    ),
    .init(
      "yes for true",
      "in_force:",
      "waivable: ‸yes\nin_force:",
      "RULE-003",
      "true",
      "write true"
    ),
    .init(
      "file and rule named differently",
      "rule: RULE-ID",
      "rule: ‸X98-CMP-001",
      "RULE-020",
      "แฟ้มชื่อ",
      "the file is named"
    ),
  ]

  private static let scope: [LintMistake] = [
    .init(
      "an unknown kind",
      "[annual-action-plan]",
      "[‸annual-plan]",
      "RULE-004",
      "annual-action-plan",
      "annual-action-plan"
    ),
    .init("a job without brackets", "jobs: [2]", "jobs: ‸2", "RULE-003", "รายการ", "a list"),
    .init(
      "a job that does not exist",
      "jobs: [2]",
      "jobs: [2, ‸25]",
      "RULE-006",
      "1 ถึง 24",
      "between 1 and 24"
    ),
    .init(
      "a job that the kind does not serve",
      "jobs: [2]",
      "jobs: [‸3]",
      "RULE-028",
      "งานที่ 3",
      "job 3"
    ),
    .init(
      "a misspelt stage",
      "from_stage: submitted",
      "from_stage: ‸submited",
      "RULE-004",
      "submitted",
      "submitted"
    ),
    .init("a year of the common era", "{from: 2570}", "{from: ‸2027}", "RULE-006", "2570", "2570"),
    .init(
      "years the wrong way round",
      "{from: 2570}",
      "{from: 2571, until: ‸2570}",
      "RULE-013",
      "2571",
      "2571"
    ),
    .init(
      "a clause that the manual does not have",
      "[J2 §4.1]",
      "[‸J2 §5.44]",
      "RULE-031",
      "5.44",
      "5.44"
    ),
    .init("a citation without its sign", "[J2 §4.1]", "[‸J2 4.1]", "RULE-034", "§", "§"),
  ]

  private static let parameters: [LintMistake] = [
    .init("an unknown type", "type: money", "type: ‸mony", "RULE-004", "money", "money"),
    .init(
      "a default outside its bounds",
      "default: 500000",
      "default: ‸-5",
      "RULE-006",
      "-5",
      "-5"
    ),
    .init(
      "a misspelt parameter",
      "params.large_from",
      "params.‸large_form",
      "CHECK-006",
      "large_from",
      "large_from"
    ),
    .init(
      "a parameter that nothing reads",
      ">= params.large_from",
      ">= 500000",
      "LINT-023",
      "large_from",
      "large_from"
    ),
    .init(
      "a value of an old year only",
      "    min: 0\n",
      "    by_fiscal_year: {‸2567: 400000}\n    min: 0\n",
      "LINT-031",
      "2570",
      "2570"
    ),
  ]

  private static let conditions: [LintMistake] = [
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

  private static let items: [LintMistake] = [
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
  ]

  private static let words: [LintMistake] = [
    .init(
      "a placeholder in one language",
      "บาท ยังไม่ได้ระบุ{field}",
      "บาท ‸{owner} ยังไม่ได้ระบุ{field}",
      "RULE-007",
      "{owner}",
      "{owner}"
    ),
    .init(
      "a brace that stays open",
      "ยังไม่ได้ระบุ{field}\"",
      "ยังไม่ได้ระบุ‸{field\"",
      "RULE-008",
      "}",
      "}"
    ),
    .init("a placeholder in a remedy", thai, "  th: ระบุ‸{field}", "RULE-035", "remedy", "remedy"),
  ]

  private static let yaml: [LintMistake] = [
    .init(
      "a colon in a text",
      "  th: โครงการวงเงินสูงระบุ",
      "  th: โครงการ‸: ระบุ",
      "YAML-002",
      "เครื่องหมายคำพูด",
      "quotes"
    ),
    .init(
      "a text that begins with a brace",
      "  th: \"{element} วงเงิน {project.budget} บาท ยังไม่ได้ระบุ{field}\"",
      "  th: {element} ‸ยังไม่ได้ระบุ",
      "YAML-010",
      "เครื่องหมายคำพูด",
      "quote"
    ),
    .init(
      "a tab",
      "  kinds: [annual-action-plan]",
      "‸\tkinds: [annual-action-plan]",
      "YAML-003",
      "แท็บ",
      "tab"
    ),
    .init(
      "a key given twice",
      "weight: 3\n",
      "weight: 3\n‸weight: 4\n",
      "READ-001",
      "weight",
      "weight"
    ),
    .init(
      "a quote that stays open",
      "  th: \"{element} วงเงิน {project.budget} บาท ยังไม่ได้ระบุ{field}\"",
      "  th: ‸\"{element} ยังไม่ได้ระบุ{field}",
      "YAML-006",
      "เครื่องหมายปิด",
      "not closed"
    ),
    .init("no blank behind a colon", "weight: 3", "‸weight:3", "YAML-005", ":", "colon"),
    .init(
      "a key indented too deep",
      "weight: 3",
      "  weight‸: 3",
      "YAML-002",
      "ย่อหน้า",
      "indentation"
    ),
    .init("a text that # cuts", thai, "  th: ระบุกลุ่มเป้าหมายตามข้อ ‸#3", "LINT-006", "#", "#"),
    .init("a figure with a zero before it", "weight: 3", "weight: ‸03", "LINT-005", "ศูนย์", "zero"),
    .init(
      "no for a text",
      "examples:",
      "notes: ‸no\nexamples:",
      "LINT-004",
      "จริงหรือเท็จ",
      "truth value"
    ),
  ]

  private static let typing: [LintMistake] = [
    .init(
      "a no-break space before a key",
      "weight: 3",
      "‸\u{A0}weight: 3",
      "LINT-001",
      "มองไม่เห็น",
      "invisible"
    ),
    .init(
      "a character without width in a key",
      "weight: 3",
      "wei‸\u{200B}ght: 3",
      "LINT-001",
      "มองไม่เห็น",
      "invisible"
    ),
    .init("a wide colon", "weight: 3", "weight‸： 3", "LINT-002", "เต็มความกว้าง", "full-width"),
    .init(
      "a byte order mark in the middle",
      "weight: 3",
      "‸\u{FEFF}weight: 3",
      "LINT-001",
      "มองไม่เห็น",
      "invisible"
    ),
    .init("ำ in two pieces", thai, "  th: ระบุ‸จํานวนของกลุ่มเป้าหมาย", "LINT-003", "จำ", "จำ"),
    .init("แ as two เ", thai, "  th: ‸เเสดงจำนวนของกลุ่มเป้าหมาย", "LINT-003", "แ", "แ"),
  ]

  private static let tests: [LintMistake] = [
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

  private static let sense: [LintMistake] = [
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
