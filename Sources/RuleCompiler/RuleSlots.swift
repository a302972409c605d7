package import RuleModel

/// Where expressions stand in a rule.
package enum RuleSlots {
  /// All expressions that read names of the rule; fields of entries and codes are not among them.
  package static func expressions(of rule: Rule) -> [ExpressionText] {
    var found: [ExpressionText] = []
    found += rule.definitions.map(\.expression)
    if let when = rule.when { found.append(when) }
    for selector in rule.selectors { found += selector.sources }
    if let condition = rule.whereCondition { found.append(condition) }
    for item in rule.items { add(item, to: &found) }
    return found
  }

  /// The names that `each` gives to elements.
  static func eachNames(of items: [CheckItem]) -> [String] {
    eaches(of: items).flatMap(\.names)
  }

  /// The items `each`, outer ones before inner ones.
  static func eaches(of items: [CheckItem]) -> [CheckKind.Each] {
    var found: [CheckKind.Each] = []
    for item in items {
      switch item.kind {
      case .each(let each): found += [each] + eaches(of: each.items)
      case .any(let inner), .all(let inner): found += eaches(of: inner)
      case .not(let inner): found += eaches(of: [inner])
      default: break
      }
    }
    return found
  }

  /// The names without `@` that the check kinds of items bind: an entry of a list that is searched, and
  /// two elements that are compared.
  static func namesBound(by items: [CheckItem]) -> Set<String> {
    var names: Set<String> = []
    for item in items {
      switch item.kind {
      case .unique: names.formUnion(["a", "b"])
      case .each(let each): names.formUnion(namesBound(by: each.items))
      case .any(let inner), .all(let inner): names.formUnion(namesBound(by: inner))
      case .not(let inner): names.formUnion(namesBound(by: [inner]))
      case .present, .oneOf, .within, .equal, .total, .count, .pattern, .assert, .ask: break
      case .covers, .documents, .alignedTo, .chain, .reference, .before, .steps, .reportedEach:
        names.insert("entry")
      }
    }
    return names
  }

  private static func add(_ item: CheckItem, to found: inout [ExpressionText]) {
    found += [item.when, item.pending, item.at].compactMap { $0 }
    switch item.kind {
    case .present(let paths): found += paths
    case .covers(let covers):
      found += covers.lists
      found += [covers.value, covers.allOf, covers.anyOf].compactMap { $0?.text }
      if let condition = covers.whereCondition { found.append(condition) }
    case .documents(let documents):
      found.append(ExpressionText("documents", at: item.node))
      for step in [documents.afterStep, documents.beforeStep].compactMap({ $0 })
      where PathSyntax(step.text) == nil { found.append(step) }
      found += [documents.types, documents.anyOf].compactMap { $0?.text }
    case .alignedTo(let aligned):
      found.append(aligned.list ?? ExpressionText("alignments", at: item.node))
      found += [aligned.allOf, aligned.anyOf].compactMap { $0?.text }
    case .chain(let links): found.append(links)
    case .oneOf(let oneOf):
      found += [oneOf.value, oneOf.options, oneOf.itemsOf, oneOf.edition, oneOf.inForce]
        .compactMap { $0?.text }
    case .reference(let reference):
      found += [reference.value.text, reference.target].compactMap { $0 }
      if reference.target == nil { found.append(reference.list) }
    case .within(let within):
      found += [within.value, within.min, within.max, within.above, within.below]
        .compactMap { $0?.text }
    case .equal(let value, let to): found += [value, to].compactMap(\.text)
    case .total(let of, let lines): found += [of] + lines
    case .count(let of, _, let min, let max): found += [of] + [min, max].compactMap { $0?.text }
    case .pattern(let value, _, _): found += [value].compactMap(\.text)
    case .unique(let list, _, let unless): found += [list] + [unless].compactMap { $0 }
    case .before(let before):
      found.append(ExpressionText("process", at: item.node))
      found.append(ExpressionText("round", at: item.node))
      found += [before.earlierAnyRound].compactMap { $0?.text }
    case .steps(let rows): found += rows.compactMap { $0.optional?.text }
    case .reportedEach(let reported):
      found.append(reported.list)
      found.append(ExpressionText("fiscal_year", at: item.node))
      found += [reported.graceDays, reported.recipients].compactMap { $0?.text }
    case .assert(let condition): found.append(condition)
    case .ask: break
    case .each(let each):
      found += each.lists + [each.whereCondition].compactMap { $0 }
      for inner in each.items { add(inner, to: &found) }
    case .any(let inner), .all(let inner):
      for item in inner { add(item, to: &found) }
    case .not(let inner): add(inner, to: &found)
    }
  }
}

extension ValueText {
  /// The CEL, when the value is written as CEL.
  var text: ExpressionText? {
    guard case .expression(let text) = self else { return nil }
    return text
  }
}
