/// What is known of type variables while an expression is checked.
///
/// The rules are those of the specification's "Gradual Type Checking", with the joins that the
/// conformance suite expects: the more general of two types that fit each other wins, and what does not
/// fit becomes `dyn`.
struct TypeMapping {
  private var substitutions: [String: CELType] = [:]
  private var variables = 0

  /// What was bound since the current trial began, with what was bound before, so that a trial that
  /// fails can be taken back without copying everything.
  private var journal: [(name: String, before: CELType?)] = []

  /// A type variable that occurs nowhere else.
  mutating func freshVariable() -> CELType {
    variables += 1
    return .parameter("_\(variables)")
  }

  /// The type with the variables that are known replaced; the unknown ones become `dyn` when asked.
  func substitute(_ type: CELType, unknownAsDyn: Bool = false) -> CELType {
    switch type {
    case .parameter(let name):
      if let known = substitutions[name] {
        return substitute(known, unknownAsDyn: unknownAsDyn)
      }
      return unknownAsDyn ? .dyn : type
    case .list(let element):
      return .list(substitute(element, unknownAsDyn: unknownAsDyn))
    case .map(let key, let value):
      return .map(
        substitute(key, unknownAsDyn: unknownAsDyn),
        substitute(value, unknownAsDyn: unknownAsDyn)
      )
    case .optional(let wrapped):
      return .optional(substitute(wrapped, unknownAsDyn: unknownAsDyn))
    case .type(let of?):
      return .type(substitute(of, unknownAsDyn: unknownAsDyn))
    case .opaque(let name, let parameters) where !parameters.isEmpty:
      return .opaque(name, parameters.map { substitute($0, unknownAsDyn: unknownAsDyn) })
    default:
      return type
    }
  }

  /// Whether every type can stand where the other is needed; only then the variables are bound.
  mutating func assign(_ types: [CELType], to targets: [CELType]) -> Bool {
    guard types.count == targets.count else { return false }
    for (type, target) in zip(types, targets) where !isAssignable(type, target) {
      for (name, before) in journal.reversed() { substitutions[name] = before }
      journal.removeAll(keepingCapacity: true)
      return false
    }
    journal.removeAll(keepingCapacity: true)
    return true
  }

  private mutating func set(_ name: String, to type: CELType) {
    journal.append((name, substitutions[name]))
    substitutions[name] = type
  }

  /// The type that fits both of two elements: the more general, or `dyn`.
  mutating func join(_ previous: CELType?, _ next: CELType) -> CELType {
    guard let previous else { return next }
    return assign([previous], to: [next]) ? Self.mostGeneral(previous, next) : .dyn
  }

  private mutating func isAssignable(_ type: CELType, _ target: CELType) -> Bool {
    if case .parameter(let name) = target {
      switch bind(name, to: type) {
      case .fits: return true
      case .conflicts: return false
      case .impossible: break
      }
    }
    if case .parameter(let name) = type {
      return bind(name, to: target) == .fits
    }
    switch (type, target) {
    case (.dyn, _), (_, .dyn), (.error, _), (_, .error): return true
    case (.null, .null): return true
    case (.null, _): return Self.isNullable(target)
    case (_, .null): return Self.isNullable(type)
    case (.list(let a), .list(let b)): return isAssignable(a, b)
    case (.optional(let a), .optional(let b)): return isAssignable(a, b)
    case (.map(let aKey, let aValue), .map(let bKey, let bValue)):
      return isAssignable(aKey, bKey) && isAssignable(aValue, bValue)
    case (.type, .type): return true
    case (.opaque(let aName, let a), .opaque(let bName, let b)):
      guard aName == bName, a.count == b.count else { return false }
      for (x, y) in zip(a, b) {
        guard isAssignable(x, y) else { return false }
      }
      return true
    default: return type == target
    }
  }

  private static func isNullable(_ type: CELType) -> Bool {
    switch type {
    case .timestamp, .duration, .optional, .record, .opaque: true
    default: false
    }
  }

  private enum Binding {
    case fits, conflicts, impossible
  }

  /// Binds a variable, or checks a type against what it is bound to.
  private mutating func bind(_ name: String, to type: CELType) -> Binding {
    if type == .parameter(name) { return .fits }
    if let known = substitutions[name] {
      if known == type { return .fits }
      guard isAssignable(type, known) else { return .conflicts }
      let general = Self.mostGeneral(type, known)
      if !occurs(name, in: general) { set(name, to: general) }
      return .fits
    }
    guard !occurs(name, in: type) else { return .impossible }
    set(name, to: type)
    return .fits
  }

  private func occurs(_ name: String, in type: CELType) -> Bool {
    switch type {
    case .parameter(let other):
      if other == name { return true }
      return substitutions[other].map { occurs(name, in: $0) } ?? false
    case .list(let element): return occurs(name, in: element)
    case .optional(let wrapped): return occurs(name, in: wrapped)
    case .map(let key, let value): return occurs(name, in: key) || occurs(name, in: value)
    case .type(let of): return of.map { occurs(name, in: $0) } ?? false
    case .opaque(_, let parameters): return parameters.contains { occurs(name, in: $0) }
    default: return false
    }
  }

  static func mostGeneral(_ a: CELType, _ b: CELType) -> CELType {
    // Null fits the nullable types, so the other one says more about the value.
    if a == .null { return b }
    if b == .null { return a }
    return isEqualOrLessSpecific(a, b) ? a : b
  }

  private static func isEqualOrLessSpecific(_ a: CELType, _ b: CELType) -> Bool {
    switch (a, b) {
    case (.dyn, _), (.error, _), (.parameter, _): return true
    case (_, .dyn), (_, .error), (_, .parameter): return false
    case (.list(let x), .list(let y)): return isEqualOrLessSpecific(x, y)
    case (.optional(let x), .optional(let y)): return isEqualOrLessSpecific(x, y)
    case (.map(let xKey, let xValue), .map(let yKey, let yValue)):
      return isEqualOrLessSpecific(xKey, yKey) && isEqualOrLessSpecific(xValue, yValue)
    case (.type, .type): return true
    case (.opaque(let xName, let x), .opaque(let yName, let y)):
      return xName == yName && x.count == y.count
        && zip(x, y).allSatisfy { isEqualOrLessSpecific($0, $1) }
    default: return a == b
    }
  }
}

extension CELType {
  /// The names of the type parameters that occur, in order.
  func collectParameters(into names: inout [String]) {
    switch self {
    case .parameter(let name):
      if !names.contains(name) { names.append(name) }
    case .list(let element): element.collectParameters(into: &names)
    case .optional(let wrapped): wrapped.collectParameters(into: &names)
    case .map(let key, let value):
      key.collectParameters(into: &names)
      value.collectParameters(into: &names)
    case .type(let of): of?.collectParameters(into: &names)
    case .opaque(_, let parameters):
      for parameter in parameters { parameter.collectParameters(into: &names) }
    default: break
    }
  }

  /// The type with parameters replaced by others.
  func replacing(_ parameters: [String: CELType]) -> CELType {
    switch self {
    case .parameter(let name): parameters[name] ?? self
    case .list(let element): .list(element.replacing(parameters))
    case .optional(let wrapped): .optional(wrapped.replacing(parameters))
    case .map(let key, let value):
      .map(key.replacing(parameters), value.replacing(parameters))
    case .type(let of): .type(of?.replacing(parameters))
    case .opaque(let name, let inner): .opaque(name, inner.map { $0.replacing(parameters) })
    default: self
    }
  }

  /// Whether values of any type can be in it.
  var holdsDyn: Bool {
    switch self {
    case .dyn: true
    case .list(let element), .optional(let element): element.holdsDyn
    case .map(let key, let value): key.holdsDyn || value.holdsDyn
    case .opaque(_, let parameters): parameters.contains(where: \.holdsDyn)
    default: false
    }
  }

  /// Whether nothing is known of it before it runs.
  var isDynamic: Bool {
    switch self {
    case .dyn, .error: true
    default: false
    }
  }
}
