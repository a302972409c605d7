import CEL
import DocumentArena
import Evaluation
import RuleCompiler

/// Lists the ways through compiled rules, each once.
struct CoverageWalk {
  /// A way with its words.
  struct Way {
    let point: EvaluationRecorder.Point
    let kind: CoverageReport.Goal.Kind
    let branch: String
  }

  private(set) var ways: [Way] = []
  private var known: Set<EvaluationRecorder.Point> = []

  /// Adds the ways of a rule as compiled for a kind.
  mutating func add(_ rule: CompiledRule) {
    for definition in rule.definitions { decisions(definition.formula) }
    if let when = rule.when { condition(when) }
    for selector in rule.selectors {
      for source in selector.sources { decisions(source.formula) }
    }
    if let condition = rule.whereCondition { self.condition(condition) }
    for item in rule.items { add(item) }
  }

  private mutating func add(_ item: CompiledItem) {
    if let when = item.when { condition(when) }
    if let pending = item.pending { condition(pending) }
    switch item.form {
    case .parts(let families):
      for family in families { add(family, item) }
    case .unique(let unique):
      outcomes(item.node)
      for key in unique.keys { decisions(key) }
      if let unless = unique.unless { condition(unless) }
    case .steps(let rows):
      outcomes(item.node)
      for row in rows {
        if let optional = row.optional { condition(optional) }
      }
    case .ask: return
    case .each(let each):
      for source in each.sources { decisions(source.formula) }
      if let condition = each.whereCondition { self.condition(condition) }
      for inner in each.items { add(inner) }
    case .all(let items):
      for inner in items { add(inner) }
    case .any(let items):
      outcomes(item.node)
      for inner in items { add(inner) }
    case .not(let inner):
      outcomes(item.node)
      add(inner)
    }
  }

  private mutating func add(_ family: PartFamily, _ item: CompiledItem) {
    outcomes(family.node(in: item))
    for operand in family.operands {
      if let formula = operand.formula { decisions(formula) }
    }
    if let asked = family.asked?.formula { decisions(asked) }
    if let applicable = family.applicable { decisions(applicable.formula) }
    decisions(family.condition)
  }

  private mutating func outcomes(_ node: NodeID) {
    add(EvaluationRecorder.Point(node, .passes), .part, "pass")
    add(EvaluationRecorder.Point(node, .fails), .part, "fail")
  }

  private mutating func condition(_ formula: Formula) {
    if let node = formula.origins.first?.node {
      add(EvaluationRecorder.Point(node, .holds), .condition, "true")
      add(EvaluationRecorder.Point(node, .holdsNot), .condition, "false")
    }
    decisions(formula)
  }

  private mutating func decisions(_ formula: Formula) {
    for site in DecisionSite.all(in: formula) {
      for index in 0..<site.branchCount {
        let point = EvaluationRecorder.Point(site.node, offset: site.offset, .operand(index))
        add(point, .operand, Self.branch(site, index))
      }
    }
  }

  private static func branch(_ site: DecisionSite, _ index: Int) -> String {
    switch site.function {
    case Operator.conditional: "\(site.texts[0]) = \(index == 0 ? "true" : "false")"
    case Operator.and where index == site.operands.count: site.texts.joined(separator: " && ")
    case Operator.and: "\(site.texts[index]) = false"
    case Operator.or where index < site.operands.count: "\(site.texts[index]) = true"
    default: "!(" + site.texts.joined(separator: " || ") + ")"
    }
  }

  private mutating func add(
    _ point: EvaluationRecorder.Point,
    _ kind: CoverageReport.Goal.Kind,
    _ branch: String
  ) {
    guard known.insert(point).inserted else { return }
    ways.append(Way(point: point, kind: kind, branch: branch))
  }
}
