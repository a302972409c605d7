/// Numbers of cells: what Excel stores in binary floating point, as the decimal that people typed.
///
/// Excel keeps 15 significant digits; programs write up to 17, so that 0.1 may stand as
/// 0.10000000000000001. Rounding to 15 digits gives back what was typed.
enum CellNumber {
  private static let digitsKept = 15

  /// The decimal text of a stored number, shifted by some powers of ten; nil when it is none, or so
  /// large or small that no amount, quantity or date could be meant.
  static func decimal(_ text: some Collection<UInt8>, shift: Int = 0) -> String? {
    guard let parts = Parts(text) else { return nil }
    var digits = parts.digits
    var exponent = parts.exponent + shift
    if digits.count > digitsKept {
      exponent += digits.count - digitsKept
      let isUp = digits[digitsKept] >= 5
      digits.removeLast(digits.count - digitsKept)
      if isUp { exponent += increment(&digits) }
    }
    while let last = digits.last, last == 0 {
      digits.removeLast()
      exponent += 1
    }
    guard !digits.isEmpty else { return "0" }
    guard abs(exponent) < 40 else { return nil }
    return (parts.isNegative ? "-" : "") + plain(digits, exponent)
  }

  /// Adds one to the last digit; 1 when that made the number one digit longer, and it was cut again.
  private static func increment(_ digits: inout [UInt8]) -> Int {
    for index in digits.indices.reversed() {
      if digits[index] < 9 {
        digits[index] += 1
        return 0
      }
      digits[index] = 0
    }
    digits.insert(1, at: 0)
    digits.removeLast()
    return 1
  }

  private static func plain(_ digits: [UInt8], _ exponent: Int) -> String {
    var text = digits.map { $0 + UInt8(ascii: "0") }
    let zero = UInt8(ascii: "0")
    if exponent >= 0 {
      text += [UInt8](repeating: zero, count: exponent)
    } else {
      let whole = text.count + exponent
      if whole <= 0 { text = [UInt8](repeating: zero, count: 1 - whole) + text }
      text.insert(UInt8(ascii: "."), at: max(whole, 1))
    }
    return String(decoding: text, as: UTF8.self)
  }

  /// A number taken apart: its digits without leading zeros, and the power of ten of the last one.
  private struct Parts {
    var isNegative = false
    var digits: [UInt8] = []
    var exponent = 0

    init?(_ text: some Collection<UInt8>) {
      var rest = text[...]
      if let sign = rest.first, sign == UInt8(ascii: "-") || sign == UInt8(ascii: "+") {
        isNegative = sign == UInt8(ascii: "-")
        rest = rest.dropFirst()
      }
      var hasPoint = false
      var count = 0
      while let byte = rest.first, byte != UInt8(ascii: "E"), byte != UInt8(ascii: "e") {
        rest = rest.dropFirst()
        if byte == UInt8(ascii: "."), !hasPoint {
          hasPoint = true
          continue
        }
        guard (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte), count < 400 else {
          return nil
        }
        count += 1
        if hasPoint { exponent -= 1 }
        if !digits.isEmpty || byte != UInt8(ascii: "0") { digits.append(byte - UInt8(ascii: "0")) }
      }
      guard count > 0 else { return nil }
      guard !rest.isEmpty else { return }
      let power = String(decoding: rest.dropFirst(), as: UTF8.self)
      guard let value = Int(power), abs(value) < 1000 else { return nil }
      exponent += value
    }
  }
}
