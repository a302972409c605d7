import CEL
import Catalogues
public import Diagnostics
import DocumentArena
import RuleModel
import SourceText
import Submissions

/// The most that rules may cost in the worst case that the kinds allow; constants in one place.
///
/// They let a rule hold each element of the longest list against each of another, comparing short
/// texts, and refuse a third long list within. What a real submission takes is bounded by
/// ``ExpressionLimits/maxSteps`` while it is judged.
public struct CostLimits: Sendable {
  /// The most steps of one rule on one submission.
  public var perRule: UInt64 = 2_000_000_000_000

  /// The most steps of all rules of a set on one submission.
  public var perSet: UInt64 = 6_000_000_000_000

  /// The most nodes of a document: so many elements the lists of one have together.
  package static var nodes: UInt64 { DefaultSizes().nodes }

  /// The standard limits.
  public init() {}
}

extension CompiledRuleSet {
  /// The worst cases of all rules for all kinds that they were compiled for, the costliest first.
  public var costs: [RuleCost] { costs(kept: nil) }

  /// The same; a memory knows those of rules that have not changed.
  package func costs(kept: CompileMemory?) -> [RuleCost] {
    var all: [CompiledRule] = []
    let kinds = context.kinds + [context.kindSet.envelope]
    for rule in rules {
      for kind in kinds {
        if let compiled = self.rule(rule.id, for: kind.id) { all.append(compiled) }
      }
    }
    let costs = InParallel.map(all.count) { [all] number in
      kept?.cost(of: all[number]) ?? all[number].cost
    }
    return costs.enumerated().sorted { a, b in
      a.element.steps == b.element.steps ? a.offset < b.offset : a.element.steps > b.element.steps
    }.map(\.element)
  }

  /// What costs more than the limits: each rule once, for the kind for which it costs most, and each
  /// kind for which the rules together cost too much.
  public func diagnostics(of costs: [RuleCost], over limits: CostLimits) -> [Diagnostic] {
    var seen: Set<String> = []
    var found: [Diagnostic] = []
    for cost in costs where cost.steps > limits.perRule && seen.insert(cost.rule).inserted {
      if let rule = rules.first(where: { $0.id == cost.rule }) {
        found.append(Self.diagnostic(of: cost, rule, limits.perRule))
      }
    }
    for kind in context.kinds + [context.kindSet.envelope] {
      let own = costs.filter { $0.kind == kind.id && $0.steps <= limits.perRule }
      let sum = own.reduce(UInt64(0)) { $0.plus($1.steps) }
      guard sum > limits.perSet, let costliest = own.first,
        let rule = rules.first(where: { $0.id == costliest.rule })
      else { continue }
      found.append(Self.diagnostic(of: own, sum, kind, rule, limits.perSet))
    }
    return found
  }

  private static func diagnostic(of cost: RuleCost, _ rule: Rule, _ limit: UInt64) -> Diagnostic {
    let steps = StepText.of(cost.steps)
    return Diagnostic(
      .costTooHigh,
      .error,
      LocalizedText(
        th: "\(rule.id) ใช้ได้ถึง \(steps.th) ขั้นกับเรื่องประเภท \(cost.kind) ที่ยาวที่สุดที่ยอมให้ส่ง "
          + "เกินเพดาน \(StepText.of(limit).th) ขั้นต่อเกณฑ์",
        en: "\(rule.id) can take \(steps.en) steps on the longest \(cost.kind) that is allowed, "
          + "more than the limit of \(StepText.of(limit).en) steps for a rule"
      ),
      at: place(cost.heaviest ?? rule.document.root, rule),
      help: LocalizedText(
        th:
          "ลดการวนรายการซ้อนกัน (ย้ายส่วนที่ไม่เปลี่ยนไปไว้ใน define) หรือกำหนด max ของรายการในแฟ้มประเภทเรื่องให้น้อยลง",
        en: "nest fewer lists (move what does not change to define), "
          + "or give the lists a smaller max in the file of the kind"
      )
    )
  }

  private static func diagnostic(
    of costs: [RuleCost],
    _ sum: UInt64,
    _ kind: SubmissionKind,
    _ costliest: Rule,
    _ limit: UInt64
  ) -> Diagnostic {
    let names = costs.prefix(3).map(\.rule).joined(separator: ", ")
    let steps = StepText.of(sum)
    return Diagnostic(
      .setTooHigh,
      .error,
      LocalizedText(
        th: "เกณฑ์ทั้งชุดใช้ได้ถึง \(steps.th) ขั้นกับเรื่องประเภท \(kind.id) เรื่องเดียว "
          + "เกินเพดาน \(StepText.of(limit).th) ขั้น (มากที่สุด: \(names))",
        en: "all rules together can take \(steps.en) steps on one \(kind.id), "
          + "more than the limit of \(StepText.of(limit).en) steps (most of it: \(names))"
      ),
      at: place(costliest.document.root, costliest),
      help: LocalizedText(
        th: "เริ่มลดจากเกณฑ์ที่ใช้มากที่สุด ดูรายการด้วย krong lint --cost",
        en: "begin with the costliest rule; krong lint --cost lists them"
      )
    )
  }

  private static func place(_ node: NodeID, _ rule: Rule) -> Diagnostic.Place {
    Diagnostic.Place(
      file: rule.document.source.name,
      position: rule.document.position(of: node)
    )
  }
}

/// Numbers of steps for people.
public enum StepText {
  /// With commas; what cannot be told is said so.
  public static func of(_ steps: UInt64) -> LocalizedText {
    guard steps < .max else { return LocalizedText(th: "ไม่จำกัด", en: "any number of") }
    let digits = String(steps)
    var text = ""
    for (index, digit) in digits.enumerated() {
      if index > 0, (digits.count - index) % 3 == 0 { text += "," }
      text.append(digit)
    }
    return LocalizedText(th: text, en: text)
  }
}
