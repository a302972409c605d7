/// A length of time in nanoseconds; about 292 years each way, as in cel-go.
struct TimeSpan: Hashable {
  /// Nanoseconds.
  let total: Int64

  static let perSecond: Int64 = 1_000_000_000

  init(total: Int64) {
    self.total = total
  }

  /// A span of two parts, nil when it overflows.
  init?(checking seconds: Int64, nanoseconds: Int64 = 0) {
    // A day more than fits in whole seconds cannot be mended by the nanoseconds.
    let (product, overflow) = seconds.multipliedReportingOverflow(by: Self.perSecond)
    let (sum, overflow2) = product.addingReportingOverflow(nanoseconds)
    if overflow || overflow2 { return nil }
    total = sum
  }

  /// A span of the parts of a value, saturating; values of ours are always in range.
  init(seconds: Int64, nanoseconds: Int32) {
    self =
      TimeSpan(checking: seconds, nanoseconds: Int64(nanoseconds))
      ?? TimeSpan(total: seconds < 0 ? .min : .max)
  }

  var payload: Value.Payload {
    .duration(
      seconds: total / Self.perSecond,
      nanoseconds: Int32(truncatingIfNeeded: total % Self.perSecond)
    )
  }

  func adding(_ other: TimeSpan) -> TimeSpan? {
    let (sum, overflow) = total.addingReportingOverflow(other.total)
    return overflow ? nil : TimeSpan(total: sum)
  }

  func subtracting(_ other: TimeSpan) -> TimeSpan? {
    let (difference, overflow) = total.subtractingReportingOverflow(other.total)
    return overflow ? nil : TimeSpan(total: difference)
  }
}

extension TimeSpan: CustomStringConvertible {
  /// Seconds with the fraction that is needed: `1.5s`.
  var description: String {
    let whole = (total / Self.perSecond).magnitude
    let fraction = (total % Self.perSecond).magnitude
    var text = (total < 0 ? "-" : "") + String(whole)
    if fraction != 0 {
      let digits = String(fraction)
      var padded = String(repeating: "0", count: 9 - digits.utf8.count) + digits
      while padded.utf8.last == UInt8(ascii: "0") { padded.removeLast() }
      text += "." + padded
    }
    return text + "s"
  }
}

extension TimeSpan {
  /// Reads Go's form: a sign, then numbers with units (`1h30m`, `1.5s`, `300ms`); nil when the text
  /// is none or overflows.
  init?(parsing text: String) {
    var rest = Array(text.utf8)[...]
    let isNegative = rest.first == UInt8(ascii: "-")
    if let sign = rest.first, isNegative || sign == UInt8(ascii: "+") { rest = rest.dropFirst() }
    if rest.elementsEqual("0".utf8) {
      self.init(total: 0)
      return
    }
    guard !rest.isEmpty else { return nil }
    var magnitude: UInt64 = 0
    while !rest.isEmpty {
      guard let part = Self.part(&rest) else { return nil }
      let (sum, overflow) = magnitude.addingReportingOverflow(part)
      if overflow { return nil }
      magnitude = sum
    }
    if isNegative, magnitude == Int64.min.magnitude {
      self.init(total: .min)
    } else if let total = Int64(exactly: magnitude) {
      self.init(total: isNegative ? -total : total)
    } else {
      return nil
    }
  }

  /// One number with its unit, in nanoseconds.
  private static func part(_ rest: inout ArraySlice<UInt8>) -> UInt64? {
    let whole = digits(&rest)
    var fraction: ArraySlice<UInt8> = []
    if rest.first == UInt8(ascii: ".") {
      rest = rest.dropFirst()
      fraction = digits(&rest)
    }
    guard !(whole.isEmpty && fraction.isEmpty) else { return nil }
    let name = rest.prefix { $0 != UInt8(ascii: ".") && !isDigit($0) }
    rest = rest.dropFirst(name.count)
    guard let unit = units.first(where: { name.elementsEqual($0.name.utf8) })?.nanoseconds,
      let count = whole.isEmpty ? 0 : IntegerText.uint64(whole)
    else { return nil }
    var scale = unit
    var parts: UInt64 = 0
    for digit in fraction {
      scale /= 10
      parts += UInt64(digit - UInt8(ascii: "0")) * scale
    }
    let (product, overflow) = count.multipliedReportingOverflow(by: unit)
    let (sum, overflow2) = product.addingReportingOverflow(parts)
    return overflow || overflow2 ? nil : sum
  }

  private static func digits(_ rest: inout ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    let digits = rest.prefix(while: isDigit)
    rest = rest.dropFirst(digits.count)
    return digits
  }

  private static func isDigit(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
  }

  private static let second = UInt64(perSecond)

  private static let units: [(name: String, nanoseconds: UInt64)] = [
    ("ns", 1), ("us", 1_000), ("µs", 1_000), ("μs", 1_000), ("ms", 1_000_000), ("s", second),
    ("m", 60 * second), ("h", 3_600 * second),
  ]
}
