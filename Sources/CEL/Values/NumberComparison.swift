import SourceText

/// The order of two values.
enum Order {
  case less
  case equal
  case greater

  /// The order seen from the other side.
  var reversed: Order {
    switch self {
    case .less: .greater
    case .equal: .equal
    case .greater: .less
    }
  }

  init<T: Comparable>(_ a: T, _ b: T) {
    self = a < b ? .less : b < a ? .greater : .equal
  }
}

/// Numbers of different types, compared by their exact mathematical value.
///
/// With one exception that the conformance suite asks for: the double just above the largest integer
/// (2^63, for uint 2^64) counts as that integer, which rounds to it.
enum NumberComparison {
  /// The order of two numbers, nil when one is NaN or no number.
  static func order(_ a: Value.Payload, _ b: Value.Payload) -> Order? {
    switch (a, b) {
    case (.int(let a), .int(let b)): Order(a, b)
    case (.uint(let a), .uint(let b)): Order(a, b)
    case (.double(let a), .double(let b)): a.isNaN || b.isNaN ? nil : Order(a, b)
    case (.int(let a), .uint(let b)): a < 0 ? .less : Order(UInt64(a), b)
    case (.uint(let a), .int(let b)): b < 0 ? .greater : Order(a, UInt64(b))
    case (.int(let a), .double(let b)): order(a, b)
    case (.double(let a), .int(let b)): order(b, a)?.reversed
    case (.uint(let a), .double(let b)): order(a, b)
    case (.double(let a), .uint(let b)): order(b, a)?.reversed
    default: nil
    }
  }

  private static func order(_ a: Int64, _ b: Double) -> Order? {
    if b.isNaN { return nil }
    if b > 0x1p63 { return .less }
    if b == 0x1p63 { return Order(a, Int64.max) }
    if b < -0x1p63 { return .greater }
    return order(a, whole: Int64(b), b)
  }

  private static func order(_ a: UInt64, _ b: Double) -> Order? {
    if b.isNaN { return nil }
    if b > 0x1p64 { return .less }
    if b == 0x1p64 { return Order(a, UInt64.max) }
    if b < 0 { return .greater }
    return order(a, whole: UInt64(b), b)
  }

  /// Compares with the whole part, and with the fraction where the whole parts are equal.
  private static func order<T: BinaryInteger>(_ a: T, whole: T, _ b: Double) -> Order {
    if a != whole { return Order(a, whole) }
    let fraction = b - b.rounded(.towardZero)
    return fraction > 0 ? .less : fraction < 0 ? .greater : .equal
  }
}

/// Texts by their bytes, which is the order of code points.
enum TextComparison {
  static func areEqual(_ a: String, _ b: String) -> Bool {
    a.hasSameBytes(as: b)
  }

  static func order(_ a: String, _ b: String) -> Order {
    if a.utf8.lexicographicallyPrecedes(b.utf8) { return .less }
    return b.utf8.lexicographicallyPrecedes(a.utf8) ? .greater : .equal
  }
}
