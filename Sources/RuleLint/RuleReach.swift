import CEL
import Catalogues
import Diagnostics
import DocumentArena
import RuleCompiler
import RuleModel
import SourceText
import Submissions

/// Finds conditions that can never hold, or always do: rules and items that do nothing.
struct RuleReach {
  let context: RuleSetContext
  let rule: Rule
  private let decoder: FileDecoder

  init(_ rule: Rule, in context: RuleSetContext) {
    self.rule = rule
    self.context = context
    decoder = FileDecoder(rule.document, .rule)
  }

  var diagnostics: [Diagnostic] {
    var facts = known
    if let when = rule.when { judge(when, &facts, .rule) }
    if let condition = rule.whereCondition { judge(condition, &facts, .elements) }
    for item in rule.items { judge(item, facts) }
    return decoder.diagnostics
  }

  /// What a condition decides about.
  private enum Scope {
    case rule
    case elements
    case item
    case pending
  }

  /// What follows from the head of the rule: kinds, jobs, stages, years.
  private var known: ConditionFacts {
    var facts = ConditionFacts()
    let applicability = rule.applicability
    if let kinds = applicability.kinds {
      facts.know("kind") { $0.restrict(to: Set(kinds.map { .text(Text($0)) })) }
    }
    if let jobs = applicability.jobs {
      facts.know("job") { $0.restrict(to: Set(jobs.map { .number(Double($0)) })) }
    }
    let stages = context.kindSet.stages.map(\.id)
    let reached = stages.drop { !$0.hasSameBytes(as: applicability.fromStage) }
    if !reached.isEmpty {
      facts.know("stage") { $0.restrict(to: Set(reached.map { .text(Text($0)) })) }
    }
    if let years = rule.inForce {
      facts.know("fiscal_year") { domain in
        if let from = years.from { domain.raise(Double(from), isOpen: false) }
        if let until = years.until { domain.lower(Double(until), isOpen: false) }
      }
    }
    return facts
  }

  private func judge(_ item: CheckItem, _ facts: ConditionFacts) {
    var facts = facts
    if let when = item.when { judge(when, &facts, .item) }
    if let pending = item.pending {
      var own = facts
      judge(pending, &own, .pending)
    }
    switch item.kind {
    case .any(let inner), .all(let inner):
      for item in inner { judge(item, facts) }
    case .not(let inner): judge(inner, facts)
    case .each(let each):
      for item in each.items { judge(item, facts) }
    default: break
    }
  }

  private func judge(_ text: ExpressionText, _ facts: inout ConditionFacts, _ scope: Scope) {
    let result = Parser.parse(text.text, in: context.base)
    guard result.problems.isEmpty, let tree = result.tree else { return }
    switch ConditionJudge(tree: tree).judge(&facts) {
    case .open: return
    case .always:
      decoder.report(
        .conditionAlways,
        .warning,
        LocalizedText(
          th: "เงื่อนไขนี้เป็นจริงเสมอ จึงไม่มีผลใด ๆ",
          en: "this condition always holds, so it changes nothing"
        ),
        at: decoder.value(text.node),
        help: LocalizedText(
          th: "ลบเงื่อนไขออก หรือแก้ให้เป็นเงื่อนไขที่ตั้งใจ",
          en: "leave it out, or write the condition that was meant"
        )
      )
    case .never(let part):
      let reason = part.map { self.reason($0) } ?? LocalizedText(th: "", en: "")
      let effect = self.effect(scope)
      decoder.report(
        .conditionNever,
        .warning,
        LocalizedText(
          th: "เงื่อนไขนี้ไม่มีวันเป็นจริง \(effect.th)\(reason.th)",
          en: "this condition never holds, \(effect.en)\(reason.en)"
        ),
        at: decoder.value(text.node),
        help: LocalizedText(
          th: "เทียบกับ applies_to in_force และเงื่อนไขก่อนหน้า แล้วแก้ส่วนที่ขัดกัน",
          en:
            "compare it with applies_to, in_force and the conditions before it, and mend what disagrees"
        )
      )
    }
  }

  private func reason(_ part: String) -> LocalizedText {
    LocalizedText(
      th: " (ส่วน \(DecodingWords.quoted(part)) ขัดกับที่กำหนดไว้ก่อนหน้า)",
      en: " (\(DecodingWords.quoted(part)) contradicts what is required before it)"
    )
  }

  private func effect(_ scope: Scope) -> LocalizedText {
    switch scope {
    case .rule:
      LocalizedText(th: "เกณฑ์จึงไม่ใช้กับเรื่องใดเลย", en: "so the rule applies to nothing")
    case .elements:
      LocalizedText(th: "จึงไม่มีรายการใดถูกตรวจ", en: "so no element is looked at")
    case .item: LocalizedText(th: "ข้อตรวจนี้จึงไม่เคยถูกถาม", en: "so the item is never asked")
    case .pending:
      LocalizedText(th: "จึงไม่มีเวลาใดที่ยังไม่ถึงกำหนด", en: "so nothing is ever pending")
    }
  }
}
