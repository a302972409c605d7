/// Doubles with a fixed number of digits, rounded half to even on their exact value, as Go does.
enum DecimalText {
  /// Writes `%.2f`.
  static func fixed(_ value: Double, _ precision: Int) -> String {
    guard value.isFinite else { return DoubleText.describe(value) }
    var digits = ExactDecimal(value.magnitude)
    digits.round(toPlace: -precision)
    return (value.sign == .minus ? "-" : "") + digits.text(precision)
  }

  /// Writes `%.2e`.
  static func scientific(_ value: Double, _ precision: Int) -> String {
    guard value.isFinite else { return DoubleText.describe(value) }
    let sign = value.sign == .minus ? "-" : ""
    var digits = ExactDecimal(value.magnitude)
    var exponent = digits.exponent
    digits.round(toPlace: exponent - precision)
    // Rounding may carry into a new digit: 9.99 to 1.00e+01.
    exponent = digits.exponent
    digits.round(toPlace: exponent - precision)
    digits.shift(by: -exponent)
    let size = exponent.magnitude < 10 ? "0\(exponent.magnitude)" : "\(exponent.magnitude)"
    return sign + digits.text(precision) + "e" + (exponent < 0 ? "-" : "+") + size
  }
}

/// The exact decimal expansion of a double: at most about 770 digits.
private struct ExactDecimal {
  /// Digits, the most significant first.
  private var digits: [UInt8]
  /// The power of ten of the last digit.
  private var last: Int

  init(_ value: Double) {
    guard value > 0 else {
      digits = [0]
      last = 0
      return
    }
    let power = Int(value.exponent) - Double.significandBitCount
    let scaled =
      value.isNormal ? value.significandBitPattern | 1 << 52 : value.significandBitPattern
    let exponent = value.isNormal ? power : -1_074
    var number = LargeNumber(scaled)
    // m × 2^-k is m × 5^k with the point k digits to the left.
    number.multiply(by: exponent < 0 ? 5 : 2, times: Int(exponent.magnitude))
    digits = number.digits
    last = min(0, exponent)
  }

  /// The power of ten of the first digit.
  var exponent: Int {
    let first = digits.firstIndex { $0 != 0 } ?? digits.count - 1
    return digits.allSatisfy { $0 == 0 } ? 0 : digits.count - 1 - first + last
  }

  mutating func shift(by places: Int) { last += places }

  /// Drops the digits below a power of ten.
  mutating func round(toPlace place: Int) {
    guard last < place else { return }
    let drop = place - last
    let padding = max(0, drop + 1 - digits.count)
    digits.insert(contentsOf: repeatElement(0, count: padding), at: 0)
    let tail = digits[(digits.count - drop)...]
    let first = tail.first ?? 0
    let isBeyondHalf = first > 5 || first == 5 && tail.dropFirst().contains { $0 != 0 }
    let isHalf = first == 5 && !tail.dropFirst().contains { $0 != 0 }
    digits.removeLast(drop)
    last = place
    if isBeyondHalf || isHalf && (digits.last ?? 0) % 2 == 1 { increment() }
  }

  private mutating func increment() {
    var index = digits.count - 1
    while index >= 0 {
      if digits[index] < 9 {
        digits[index] += 1
        return
      }
      digits[index] = 0
      index -= 1
    }
    digits.insert(1, at: 0)
  }

  /// The number with so many digits after the point.
  func text(_ precision: Int) -> String {
    var all = digits + Array(repeating: 0, count: max(0, last))
    let fraction = max(0, -last)
    all.insert(contentsOf: repeatElement(0, count: max(0, fraction + 1 - all.count)), at: 0)
    let point = all.count - fraction
    let isZero = { (digit: UInt8) in digit == 0 }
    let whole = all[..<point].drop(while: isZero)
    let text = { (digits: ArraySlice<UInt8>) in digits.map(String.init).joined() }
    let tail = text(all[point...]) + String(repeating: "0", count: max(0, precision - fraction))
    return (whole.isEmpty ? "0" : text(whole)) + (precision > 0 ? "." + tail : "")
  }
}

/// A large natural number in base 10^9, the least significant part first.
private struct LargeNumber {
  private var parts: [UInt64]
  private static let base: UInt64 = 1_000_000_000

  init(_ number: UInt64) {
    parts = [number % Self.base, number / Self.base % Self.base, number / Self.base / Self.base]
  }

  mutating func multiply(by factor: UInt64, times: Int) {
    var rest = times
    while rest > 0 {
      let count = min(rest, 12)
      var product: UInt64 = 1
      for _ in 0..<count { product *= factor }
      multiply(by: product)
      rest -= count
    }
  }

  private mutating func multiply(by factor: UInt64) {
    var carry: UInt64 = 0
    for index in parts.indices {
      let product = parts[index] * factor + carry
      parts[index] = product % Self.base
      carry = product / Self.base
    }
    if carry > 0 { parts.append(carry) }
  }

  /// Decimal digits, the most significant first.
  var digits: [UInt8] {
    var digits: [UInt8] = []
    for part in parts.reversed() {
      var rest = part
      var group = [UInt8](repeating: 0, count: 9)
      for index in (0..<9).reversed() {
        group[index] = UInt8(truncatingIfNeeded: rest % 10)
        rest /= 10
      }
      digits += group
    }
    return digits
  }
}
