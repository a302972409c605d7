internal import DocumentArena

// `==` and the order of values. Values of different types are unequal, numbers compare by value.
extension EvaluationContext {
  /// Whether two values are equal; NaN is equal to nothing.
  func areEqual(_ a: Value, _ b: Value) throws(Stop) -> Bool {
    switch (a.payload, b.payload) {
    case (.null, .null): return true
    case (.bool(let a), .bool(let b)): return a == b
    case (.string(let a), .string(let b)): return TextComparison.areEqual(a, b)
    case (.bytes(let a), .bytes(let b)): return a == b
    case (.list(let a), .list(let b)): return try areEqual(a, b)
    case (.map(let a), .map(let b)): return try areEqual(a, b)
    case (.timestamp(let s, let n), .timestamp(let s2, let n2)): return s == s2 && n == n2
    case (.duration(let s, let n), .duration(let s2, let n2)): return s == s2 && n == n2
    case (.type(let a), .type(let b)): return a.runtimeName == b.runtimeName
    case (.optional(.none), .optional(.none)): return true
    case (.optional(.some(let a)), .optional(.some(let b))): return try areEqual(a, b)
    case (.opaque(let type, let bits), .opaque(let type2, let bits2)):
      return bits == bits2 && type == type2
    case (.network(let a), .network(let b)): return a == b
    case (.record(let type), .record(let type2)):
      guard type == type2 else { return false }
      return try areEqual(records: a, b, of: type)
    case (.unknown, _), (.error, _): return try areEqual(a.settled(), b)
    case (_, .unknown), (_, .error): return try areEqual(a, b.settled())
    default: return NumberComparison.order(a.payload, b.payload) == .equal
    }
  }

  private func areEqual(_ a: ListValue, _ b: ListValue) throws(Stop) -> Bool {
    guard count(a) == count(b) else { return false }
    let left = try settledElements(a)
    let right = try settledElements(b)
    for (a, b) in zip(left, right) where try !areEqual(a, b) { return false }
    return true
  }

  private func areEqual(_ a: MapValue, _ b: MapValue) throws(Stop) -> Bool {
    guard count(a) == count(b) else { return false }
    for (key, value) in try settledEntries(a) {
      guard let other = try lookUp(key, in: b), try areEqual(value, other) else { return false }
    }
    return true
  }

  /// Records are equal when all declared fields are; a field that both lack is equal.
  private func areEqual(records a: Value, _ b: Value, of type: String) throws(Stop) -> Bool {
    guard let origin = a.origin, let other = b.origin else { return false }
    if origin == other { return true }
    let fields = schema.records[type]?.fields ?? [:]
    for (_, field) in fields.sorted(by: { $0.key < $1.key }) {
      let left = node(of: field, in: origin)
      let right = node(of: field, in: other)
      guard let left, let right else {
        if left == nil, right == nil { continue }
        return false
      }
      let equal = try areEqual(read(left, as: field.type), read(right, as: field.type))
      if !equal { return false }
    }
    return true
  }

  /// Whether a list holds an element that equals the value.
  func contains(_ list: ListValue, _ value: Value) throws(Stop) -> Bool {
    for element in try settledElements(list) where try areEqual(element, value) { return true }
    return false
  }
}

/// The order of values that have one.
enum ValueOrder {
  /// The order of two values, nil when one is NaN.
  ///
  /// - Throws: no such overload for values of types without a common order.
  static func order(_ a: Value, _ b: Value, for function: String) throws(Stop) -> Order? {
    switch (a.payload, b.payload) {
    case (.string(let a), .string(let b)): return TextComparison.order(a, b)
    case (.bool(let a), .bool(let b)): return Order(a ? 1 : 0, b ? 1 : 0)
    case (.bytes(let a), .bytes(let b)):
      if a.lexicographicallyPrecedes(b) { return .less }
      return b.lexicographicallyPrecedes(a) ? .greater : .equal
    case (.timestamp(let s, let n), .timestamp(let s2, let n2)),
      (.duration(let s, let n), .duration(let s2, let n2)):
      return s == s2 ? Order(n, n2) : Order(s, s2)
    case (.opaque(let type, let bits), .opaque(let type2, let bits2)) where type == type2:
      return Order(bits, bits2)
    default:
      guard a.isNumber, b.isNumber else { throw .error(.noSuchOverload(function)) }
      return NumberComparison.order(a.payload, b.payload)
    }
  }
}

extension Value {
  /// Whether the value is an int, uint or double.
  var isNumber: Bool {
    switch payload {
    case .int, .uint, .double: true
    default: false
    }
  }
}
