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

  static let present = "  - present: [project.target_group]"
  static let condition = "where: project.budget >= params.large_from"
  static let thai = "  th: ระบุกลุ่มเป้าหมายและจำนวนของโครงการ"

  static let all: [LintMistake] =
    head + scope + parameters + conditions + items + words + yaml
    + typing + tests + sense + fits + meanings
}
