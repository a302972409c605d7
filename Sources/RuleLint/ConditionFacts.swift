import CEL

/// What is known of the values that a condition reads: bounds, sets and single values, by the text of the
/// term that is compared.
struct ConditionFacts {
  /// A value of a comparison.
  enum Constant: Hashable {
    case number(Double)
    case text(Text)
    case flag(Bool)
  }

  /// What a term may be.
  struct Domain {
    var least: (value: Double, isOpen: Bool)?
    var most: (value: Double, isOpen: Bool)?
    var allowed: Set<Constant>?
    var excluded: Set<Constant> = []

    /// Whether nothing is left.
    var isEmpty: Bool {
      if let allowed { return !allowed.contains { admits($0) } }
      guard let least, let most else { return false }
      return least.value > most.value
        || least.value == most.value && (least.isOpen || most.isOpen)
    }

    /// Whether a value is left.
    func admits(_ value: Constant) -> Bool {
      if excluded.contains(value) { return false }
      if let allowed, !allowed.contains(value) { return false }
      guard case .number(let number) = value else { return true }
      if let least, number < least.value || number == least.value && least.isOpen { return false }
      if let most, number > most.value || number == most.value && most.isOpen { return false }
      return true
    }

    mutating func raise(_ value: Double, isOpen: Bool) {
      if let old = least, old.value > value || old.value == value && old.isOpen { return }
      least = (value, isOpen)
    }

    mutating func lower(_ value: Double, isOpen: Bool) {
      if let old = most, old.value < value || old.value == value && old.isOpen { return }
      most = (value, isOpen)
    }

    mutating func restrict(to values: Set<Constant>) {
      allowed = allowed?.intersection(values) ?? values
    }
  }

  private(set) var domains: [String: Domain] = [:]
  /// Conditions without a comparison, with whether they hold.
  private(set) var truths: [String: Bool] = [:]

  /// Notes what is known of a term before any condition.
  mutating func know(_ term: String, _ change: (inout Domain) -> Void) {
    change(&domains[term, default: Domain()])
  }

  /// Takes a comparison as given; false when it contradicts what is known.
  mutating func take(_ comparison: Comparison) -> Bool {
    var domain = domains[comparison.term] ?? Domain()
    comparison.narrow(&domain)
    domains[comparison.term] = domain
    return !domain.isEmpty
  }

  /// Takes a condition without a comparison as given; false when the contrary is known.
  mutating func take(_ condition: String, holds: Bool) -> Bool {
    if let known = truths[condition] { return known == holds }
    truths[condition] = holds
    return true
  }

  /// Whether a comparison must hold, given what is known.
  func imply(_ comparison: Comparison) -> Bool {
    guard let domain = domains[comparison.term] else { return false }
    var rest = domain
    comparison.contrary.narrow(&rest)
    return rest.isEmpty
  }
}

/// A term compared with constants.
struct Comparison {
  enum Relation {
    case less, lessOrEqual, greater, greaterOrEqual, among, outside
  }

  let term: String
  let relation: Relation
  let values: [ConditionFacts.Constant]

  /// The comparison that holds when this one does not.
  var contrary: Comparison {
    let contrary: Relation =
      switch relation {
      case .less: .greaterOrEqual
      case .lessOrEqual: .greater
      case .greater: .lessOrEqual
      case .greaterOrEqual: .less
      case .among: .outside
      case .outside: .among
      }
    return Comparison(term: term, relation: contrary, values: values)
  }

  /// Leaves of a domain what fits.
  func narrow(_ domain: inout ConditionFacts.Domain) {
    switch relation {
    case .among: domain.restrict(to: Set(values))
    case .outside:
      domain.excluded.formUnion(values)
    case .less, .lessOrEqual, .greater, .greaterOrEqual:
      guard case .number(let number)? = values.first else { return }
      switch relation {
      case .less: domain.lower(number, isOpen: true)
      case .lessOrEqual: domain.lower(number, isOpen: false)
      case .greater: domain.raise(number, isOpen: true)
      default: domain.raise(number, isOpen: false)
      }
    }
  }
}

extension Comparison {
  /// Reads `term < constant`, `constant < term`, `term == constant`, `term in [constants]`; nil for others.
  init?(_ expression: Expression, in tree: SyntaxTree) {
    guard case .call(let name, nil, let arguments) = expression.kind, arguments.count == 2 else {
      return nil
    }
    if name == Operator.isIn {
      guard case .list(let elements) = arguments[1].kind, !elements.isEmpty else { return nil }
      let values = elements.compactMap { ConditionFacts.Constant($0.value) }
      guard values.count == elements.count, ConditionFacts.Constant(arguments[0]) == nil else {
        return nil
      }
      term = Unparser.text(of: arguments[0], in: tree)
      relation = .among
      self.values = values
      return
    }
    let isReversed = ConditionFacts.Constant(arguments[0]) != nil
    let termNode = isReversed ? arguments[1] : arguments[0]
    guard let value = ConditionFacts.Constant(isReversed ? arguments[0] : arguments[1]),
      ConditionFacts.Constant(termNode) == nil,
      let relation = Self.relation(name, isReversed: isReversed)
    else { return nil }
    term = Unparser.text(of: termNode, in: tree)
    self.relation = relation
    values = [value]
  }

  private static func relation(_ name: String, isReversed: Bool) -> Relation? {
    switch name {
    case Operator.equals: .among
    case Operator.notEquals: .outside
    case Operator.less: isReversed ? .greater : .less
    case Operator.lessOrEqual: isReversed ? .greaterOrEqual : .lessOrEqual
    case Operator.greater: isReversed ? .less : .greater
    case Operator.greaterOrEqual: isReversed ? .lessOrEqual : .greaterOrEqual
    default: nil
    }
  }
}

extension ConditionFacts.Constant {
  /// The value of a literal; nil for anything else.
  init?(_ expression: Expression) {
    guard case .literal(let literal) = expression.kind else { return nil }
    switch literal {
    case .int(let number): self = .number(Double(number))
    case .uint(let number): self = .number(Double(number))
    case .double(let number): self = .number(number)
    case .string(let text): self = .text(text)
    case .bool(let flag): self = .flag(flag)
    case .null, .bytes: return nil
    }
  }
}
