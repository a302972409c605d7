import DocumentArena
import RuleModel

/// The plans that a rule asks links to, as its items name them.
struct PlansAskedFor {
  let rule: String
  /// The list of rows whose links are looked at; nil for the submission's own.
  let list: String?
  let plans: [String]

  /// What the `aligned_to` items of a rule ask for; plans that stand in an expression are left out.
  static func of(_ rule: Rule) -> [PlansAskedFor] {
    var names: [String: String] = [:]
    for selector in rule.selectors {
      if let source = selector.sources.first { names[selector.name] = source.text }
    }
    return of(rule.items, rule, names)
  }

  private static func of(
    _ items: [CheckItem],
    _ rule: Rule,
    _ names: [String: String]
  ) -> [PlansAskedFor] {
    items.flatMap { item -> [PlansAskedFor] in
      switch item.kind {
      case .alignedTo(let aligned):
        let plans = (aligned.allOf ?? aligned.anyOf).map { literals($0, rule.document) } ?? []
        guard !plans.isEmpty else { return [] }
        let parts = aligned.list?.text.split(separator: ".") ?? []
        let list = parts.count == 2 ? names[String(parts[0])] : nil
        return [PlansAskedFor(rule: rule.id, list: list, plans: plans)]
      case .each(let each):
        var inner = names
        if let name = each.names.last, let list = each.lists.first { inner[name] = list.text }
        return of(each.items, rule, inner)
      case .any(let items), .all(let items): return of(items, rule, names)
      default: return []
      }
    }
  }

  private static func literals(_ value: ValueText, _ document: Document) -> [String] {
    switch value {
    case .literals(let nodes, _): nodes.map { document.text(of: $0) }
    case .literal(let node): [document.text(of: node)]
    case .expression: []
    }
  }
}
