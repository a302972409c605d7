public import Diagnostics
public import RuleCompiler

/// The worst cases of rules as a table: one line for each rule and kind, the costliest first.
public struct CostTable: Sendable {
  private let costs: [RuleCost]
  private let language: Language

  /// Makes a table.
  public init(_ costs: [RuleCost], language: Language) {
    self.costs = costs
    self.language = language
  }

  /// The lines, with a heading and the limits.
  public var text: String {
    let limits = CostLimits()
    let perRule = StepText.of(limits.perRule)
    let perSet = StepText.of(limits.perSet)
    var lines = [
      language == .th
        ? "จำนวนขั้นมากที่สุดต่อเรื่อง (เพดาน \(perRule.th) ต่อเกณฑ์ \(perSet.th) ต่อชุด)"
        : "most steps for one submission (limits: \(perRule.en) a rule, \(perSet.en) a set)"
    ]
    for cost in costs {
      let number = StepText.of(cost.steps)[language]
      let padding = String(repeating: " ", count: max(0, 26 - number.unicodeScalars.count))
      lines.append("\(padding)\(number)  \(cost.rule)  \(cost.kind)")
    }
    return lines.joined(separator: "\n") + "\n\n"
  }
}
