/// Doubles as text, in the forms of Go's `strconv`, which the conformance tests expect.
enum DoubleText {
  /// A double from text; nil when it is none.
  ///
  /// Infinity and NaN have Go's names.
  static func parse(_ text: String) -> Double? {
    var rest = Substring(text)
    var isNegative = false
    if let first = rest.utf8.first, first == UInt8(ascii: "-") || first == UInt8(ascii: "+") {
      isNegative = first == UInt8(ascii: "-")
      rest = rest.dropFirst()
    }
    guard let first = rest.utf8.first else { return nil }
    let lower = lowerASCII(rest)
    if lower == "nan" { return rest.utf8.count == text.utf8.count ? .nan : nil }
    if lower == "inf" || lower == "infinity" { return isNegative ? -.infinity : .infinity }
    guard first == UInt8(ascii: ".") || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(first),
      rest.utf8.allSatisfy(isNumberByte), let value = Double(text), value.isFinite
    else { return nil }
    return value
  }

  /// A double as YAML 1.2 writes it: `.inf`, `-.inf` and `.nan` beside numbers.
  static func parse(yaml text: String) -> Double? {
    switch lowerASCII(text[...]) {
    case ".inf", "+.inf": .infinity
    case "-.inf": -.infinity
    case ".nan": .nan
    default: Double(text)
    }
  }

  /// The text of `string(double)`: Go's `%g`, which cel-go writes and cel-cpp agrees with, so an
  /// exponent from 1e+06 and below 1e-04.
  static func converted(_ value: Double) -> String {
    if value.isInfinite { return value < 0 ? "-Inf" : "+Inf" }
    return describe(value, exponents: -4..<6)
  }

  /// The shortest text that reads back as the same double, without an exponent, as `format` writes it.
  static func plain(_ value: Double) -> String {
    if value.isInfinite { return value < 0 ? "-Infinity" : "Infinity" }
    return describe(value, exponents: -400..<400)
  }

  /// The shortest text that reads back as the same double, as messages write it: with an exponent
  /// from 1e+21 and below 1e-04.
  static func describe(_ value: Double) -> String {
    if value.isInfinite { return value < 0 ? "-Infinity" : "Infinity" }
    return describe(value, exponents: -4..<21)
  }

  /// With an exponent where that of the number is outside a range.
  private static func describe(_ value: Double, exponents plain: Range<Int>) -> String {
    if value.isNaN { return "NaN" }
    if value == 0 { return value.sign == .minus ? "-0" : "0" }
    let (digits, exponent) = shortestDigits(of: value.magnitude)
    let sign = value < 0 ? "-" : ""
    if !plain.contains(exponent) {
      let fraction = digits.dropFirst()
      let mantissa = digits.prefix(1) + (fraction.isEmpty ? "" : "." + fraction)
      let size = exponent.magnitude < 10 ? "0\(exponent.magnitude)" : "\(exponent.magnitude)"
      return "\(sign)\(mantissa)e\(exponent < 0 ? "-" : "+")\(size)"
    }
    if exponent < 0 {
      return sign + "0." + String(repeating: "0", count: -exponent - 1) + digits
    }
    if digits.count <= exponent + 1 {
      return sign + digits + String(repeating: "0", count: exponent + 1 - digits.count)
    }
    return sign + digits.prefix(exponent + 1) + "." + digits.dropFirst(exponent + 1)
  }

  /// The shortest decimal digits d.ddd and the exponent of ten of a positive finite double.
  private static func shortestDigits(of value: Double) -> (String, Int) {
    // Swift's own description is the shortest that reads back; only its layout differs.
    let text = value.description
    let parts = text.split(separator: "e")
    var exponent = parts.count > 1 ? Int(parts[1]) ?? 0 : 0
    let number = parts[0].split(separator: ".")
    let whole = number.first.map(String.init) ?? "0"
    let fraction = number.count > 1 ? String(number[1]) : ""
    var digits = Array((whole + fraction).utf8)
    exponent += whole.utf8.count - 1
    while digits.count > 1, digits.first == UInt8(ascii: "0") {
      digits.removeFirst()
      exponent -= 1
    }
    while digits.count > 1, digits.last == UInt8(ascii: "0") { digits.removeLast() }
    return (String(decoding: digits, as: UTF8.self), exponent)
  }

  private static func isNumberByte(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "."), UInt8(ascii: "e"),
      UInt8(ascii: "E"), UInt8(ascii: "+"), UInt8(ascii: "-"):
      true
    default: false
    }
  }

  private static func lowerASCII(_ text: Substring) -> String {
    String(
      decoding: text.utf8.map {
        (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains($0) ? $0 | 0x20 : $0
      },
      as: UTF8.self
    )
  }
}
