// What is wrong with the keys of a rule, and with what a key holds.
extension LintMistake {
  static let head: [LintMistake] = [
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
      "a family that the id does not say",
      "family: completeness",
      "family: ‸consistency",
      "LINT-026",
      "completeness",
      "completeness"
    ),
    .init(
      "an amount with a comma in braces",
      "budget: 499999.99",
      "budget: ‸499,999.99",
      "LINT-009",
      "499999.99",
      "499999.99"
    ),
    .init(
      "a value of another type for a parameter of an example",
      "    share: 1/1",
      "    share: 1/1\n    params: {large_from: ‸สูง}",
      "RULE-003",
      "ตัวเลข",
      "a number"
    ),
    .init(
      "a value beyond the bounds of a parameter of an example",
      "    share: 1/1",
      "    share: 1/1\n    params: {large_from: ‸-1}",
      "RULE-006",
      "นอกช่วง",
      "outside"
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

  static let scope: [LintMistake] = [
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

  static let parameters: [LintMistake] = [
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

  static let words: [LintMistake] = [
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
}
