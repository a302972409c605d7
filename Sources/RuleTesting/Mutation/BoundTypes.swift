import CEL
import DocumentArena
import RuleCompiler

/// The types of the expressions that are bounds, by their nodes.
struct BoundTypes {
  private var types: [NodeID: CELType] = [:]

  init(_ rules: [CompiledRule]) {
    for rule in rules {
      for item in rule.items { add(item) }
    }
  }

  private mutating func add(_ item: CompiledItem) {
    switch item.form {
    case .parts(let families):
      for operand in families.flatMap(\.operands) {
        guard let formula = operand.formula, formula.origins.count == 1 else { continue }
        types[formula.origins[0].node] = formula.type
      }
    case .each(let each):
      for inner in each.items { add(inner) }
    case .any(let items), .all(let items):
      for inner in items { add(inner) }
    case .not(let inner): add(inner)
    case .unique, .steps, .ask: return
    }
  }

  /// The expression off by one unit of its type; nil where it is no number, amount or day.
  func shifted(_ text: String, at node: NodeID, by unit: Int) -> String? {
    let sign = unit > 0 ? "+" : "-"
    switch types[node] {
    case .int: return "(\(text)) \(sign) 1"
    case .opaque("date", _): return "add_days(\(text), \(unit > 0 ? 1 : -1))"
    case .opaque("money", _): return "(\(text)) \(sign) baht(\"0.01\")"
    case .opaque("decimal", _): return "(\(text)) \(sign) decimal(\"0.01\")"
    default: return nil
    }
  }
}
