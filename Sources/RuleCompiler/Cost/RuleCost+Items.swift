import CEL

// Items, as the evaluation runs them; that every part fails and tells why is the worst case.
extension RuleEstimate {
  mutating func steps(_ item: CompiledItem) -> UInt64 {
    let own = steps(item.when).plus(steps(item.pending)).plus(steps(item.message))
    return own.plus(form(item))
  }

  private mutating func form(_ item: CompiledItem) -> UInt64 {
    switch item.form {
    case .parts(let families):
      return families.reduce(UInt64(0)) { $0.plus(family($1, item)) }
    case .unique(let unique): return self.unique(unique, item)
    case .steps(let rows):
      let message = steps(item.message)
      return rows.reduce(0) { $0.plus(steps($1.optional)).plus(message) }
    case .ask: return 0
    case .each(let each):
      let (listSteps, count) = sources(each.sources, each.slots)
      let inner = each.items.reduce(steps(each.whereCondition)) { $0.plus(steps($1)) }
      return listSteps.plus(count.times(inner))
    case .any(let items), .all(let items): return items.reduce(UInt64(0)) { $0.plus(steps($1)) }
    case .not(let inner):
      guard case .parts(let families) = inner.form, let family = families.first else {
        return steps(inner)
      }
      return steps(inner).plus(place(family.place)).plus(steps(inner.message))
    }
  }

  private mutating func family(_ family: PartFamily, _ item: CompiledItem) -> UInt64 {
    var total: UInt64 = 0
    for operand in family.operands { total = total.plus(bind(operand)) }
    total = total.plus(steps(family.applicable?.formula))
    var times: UInt64 = 1
    if let asked = family.asked {
      total = total.plus(bind(asked))
      let whole = sizes[asked.slot] ?? .small
      if case .together = family.key {
      } else {
        times = max(1, whole.count)
        // A single value stands for a list of one.
        sizes[asked.slot] = whole.count > 0 ? whole.element : whole
      }
    }
    let part = steps(family.condition).plus(place(family.place)).plus(steps(item.message))
    return total.plus(times.times(part))
  }

  /// Bounds an operand's variable; returns the steps of computing it.
  private mutating func bind(_ operand: Operand) -> UInt64 {
    guard let formula = operand.formula else {
      sizes[operand.slot] = operand.constant.map { Self.size(of: $0) } ?? .small
      return 0
    }
    let bound = bound(formula)
    sizes[operand.slot] = bound.size
    return bound.steps
  }

  /// The size of a value written in the rule.
  private static func size(of value: Value) -> SizeBound {
    switch value.payload {
    case .string(let text): return .bytes(UInt64(text.utf8.count))
    case .list(.elements(let elements)):
      let sizes = elements.map { size(of: $0) }
      return .list(
        UInt64(elements.count),
        of: sizes.reduce(SizeBound.small) { $0.joined($1) },
        weight: sizes.reduce(UInt64(elements.count)) { $0.plus($1.weight) }
      )
    default: return .small
    }
  }

  /// Every pair of elements may agree in the fields.
  private mutating func unique(_ unique: CompiledUnique, _ item: CompiledItem) -> UInt64 {
    let list = bound(unique.list.formula)
    sizes[unique.first] = list.size.element
    sizes[unique.second] = list.size.element
    let count = list.size.count
    let keys = unique.keys.reduce(UInt64(0)) { $0.plus(steps($1)) }
    let pairs = count.times(count) / 2
    return list.steps.plus(count.times(keys.plus(steps(item.message))))
      .plus(pairs.times(steps(unique.unless)))
  }

  private func place(_ place: PlaceRule) -> UInt64 {
    switch place {
    case .path, .operand, .asked, .item: return 0
    case .entry(let near, _, let detail):
      switch detail {
      case .entry: return steps(near)
      case .document(let complete): return steps(near).plus(steps(complete))
      case .report(let dated, _): return steps(near).plus(steps(dated))
      }
    case .stepOrder(_, _, let others): return steps(others)
    }
  }

  /// The steps of a sentence in both languages.
  func steps(_ template: CompiledTemplate) -> UInt64 {
    (template.th + template.en).reduce(UInt64(0)) { total, piece in
      guard case .value(let placeholder) = piece, case .formula(let formula, _) = placeholder.source
      else { return total }
      return total.plus(steps(formula))
    }
  }
}
