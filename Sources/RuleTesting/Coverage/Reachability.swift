import CEL
import Diagnostics
import Findings
import RuleCompiler
import RuleModel
import Submissions

/// Which outcomes a rule can come to, told by its check kinds and guards.
struct Reachability {
  private let rule: Rule
  private let compiled: [CompiledRule]

  init(_ rule: Rule, _ compiled: [CompiledRule]) {
    self.rule = rule
    self.compiled = compiled
  }

  /// Why a rule never comes to an outcome; nil when it can.
  func whyNever(_ outcome: Outcome) -> LocalizedText? {
    switch outcome {
    case .pass, .fail: asksPerson ? Self.person : hasJudgedItem ? nil : Self.softerOnly
    case .notChecked: asksPerson ? nil : Self.noPerson
    case .waived: rule.isWaivable && hasJudgedItem && !asksPerson ? nil : Self.notWaivable
    case .unknown: canBeUnknown ? nil : Self.presenceOnly
    case .notApplicable: canBeNotApplicable ? nil : Self.alwaysApplicable
    case .error, .notSelected: Self.presenceOnly
    }
  }

  private var asksPerson: Bool {
    rule.items.contains { if case .ask = $0.kind { true } else { false } }
  }

  private var hasJudgedItem: Bool { rule.items.contains { $0.severity == nil } }

  // MARK: Not applicable

  private var canBeNotApplicable: Bool {
    let applicability = rule.applicability
    if applicability.kinds != nil || applicability.jobs != nil || rule.inForce != nil {
      return true
    }
    let first = compiled.first?.kind.codeLists["stage"]?.codes.first?.id
    if applicability.fromStage != first || rule.when != nil { return true }
    if !rule.selectors.isEmpty { return rule.ifNone == nil || rule.ifNone == .notApplicable }
    return rule.items.allSatisfy(canBeNotApplicable)
  }

  private func canBeNotApplicable(_ item: CheckItem) -> Bool {
    if item.when != nil { return true }
    switch item.kind {
    case .before, .reportedEach, .reference, .total, .unique, .alignedTo, .covers, .documents:
      return true
    case .each(let each): return each.ifNone == nil || each.ifNone == .notApplicable
    case .all(let items), .any(let items): return items.allSatisfy(canBeNotApplicable)
    case .not(let item): return canBeNotApplicable(item)
    default: return false
    }
  }

  // MARK: Unknown

  /// Whether a value kind, a condition that reads data, or a list that may be absent is on the way to a
  /// part that is not softer.
  private var canBeUnknown: Bool {
    if compiled.contains(where: { rule in
      let conditions = [rule.when, rule.whereCondition].compactMap(\.self)
      return conditions.contains { MissingData.matters(in: $0, of: rule) }
        || rule.selectors.contains { selector in
          self.rule.ifNone != .fail && selector.sources.contains { Self.canBeAbsent($0) }
        }
    }) {
      return true
    }
    return compiled.contains { rule in canBeUnknown(rule.items, rule, filled: []) }
  }

  private func canBeUnknown(
    _ items: [CompiledItem],
    _ rule: CompiledRule,
    filled: Set<String>
  ) -> Bool {
    var filled = filled
    for item in items where item.when == nil && item.softer == nil {
      guard case .parts(let families) = item.form else { continue }
      for family in families where family.kind == .present {
        filled.formUnion(MissingData.paths(in: family.condition))
      }
    }
    return items.contains { item in
      guard item.softer == nil else { return false }
      let guards = [item.when, item.pending].compactMap(\.self)
      if guards.contains(where: { MissingData.matters(in: $0, of: rule) }) || item.pending != nil {
        return true
      }
      return canBeUnknown(item, rule, filled)
    }
  }

  private func canBeUnknown(
    _ item: CompiledItem,
    _ rule: CompiledRule,
    _ filled: Set<String>
  ) -> Bool {
    switch item.form {
    case .parts(let families): families.contains { canBeUnknown($0, rule, filled) }
    case .unique, .steps: true
    case .ask: false
    case .each(let each):
      each.ifNone == .unknown
        || each.ifNone != .fail && each.sources.contains { Self.canBeAbsent($0) }
        || each.whereCondition.map { MissingData.matters(in: $0, of: rule) } ?? false
        || canBeUnknown(each.items, rule, filled: filled)
    case .any(let items), .all(let items): canBeUnknown(items, rule, filled: filled)
    case .not(let inner): canBeUnknown([inner], rule, filled: filled)
    }
  }

  /// A part that asks only whether something is there fails without it; others need what they read.
  private func canBeUnknown(
    _ family: PartFamily,
    _ rule: CompiledRule,
    _ filled: Set<String>
  ) -> Bool {
    switch family.kind {
    case .present: return false
    case .alignedTo, .documents, .covers, .reportedEach, .count:
      let formulas =
        [family.asked?.formula, family.applicable?.formula].compactMap(\.self)
        + family.operands.filter { $0.name != "list" }.compactMap(\.formula) + [family.condition]
      return formulas.contains { MissingData.matters(in: $0, of: rule, filled: filled) }
    default:
      let formulas = family.operands.compactMap(\.formula) + [family.condition]
      return formulas.contains { MissingData.matters(in: $0, of: rule, filled: filled) }
    }
  }

  private static func canBeAbsent(_ source: ListSource) -> Bool {
    guard let field = source.path?.shape?.field else { return true }
    return !field.absentIsEmpty && !source.isForeign
  }

  // MARK: Words

  private static let person = LocalizedText(
    th: "เจ้าหน้าที่เป็นผู้พิจารณา",
    en: "a person judges"
  )
  private static let noPerson = LocalizedText(
    th: "ไม่มีข้อที่เจ้าหน้าที่พิจารณา (ask)",
    en: "nothing is asked of a person"
  )
  private static let softerOnly = LocalizedText(
    th: "มีแต่ข้อตรวจที่เบากว่าเกณฑ์",
    en: "all items are softer than the rule"
  )
  private static let notWaivable = LocalizedText(
    th: "เกณฑ์นี้ผ่อนผันไม่ได้",
    en: "the rule cannot be waived"
  )
  private static let presenceOnly = LocalizedText(
    th: "ข้อมูลที่ขาดทำให้ไม่ผ่าน ไม่ใช่ตรวจไม่ได้",
    en: "missing data fails here, it is never unknown"
  )
  private static let alwaysApplicable = LocalizedText(
    th: "เกณฑ์ใช้กับทุกเรื่อง",
    en: "the rule concerns every submission"
  )
}
