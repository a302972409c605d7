/// Integers as text: decimal, and in documents octal (`0o`) and hexadecimal (`0x`) too.
enum IntegerText {
  /// A signed integer, nil when the text is none or beyond 64 bits.
  static func int64(_ bytes: some Collection<UInt8>, anyBase: Bool = false) -> Int64? {
    var rest = Array(bytes)[...]
    let isNegative = rest.first == UInt8(ascii: "-")
    if let sign = rest.first, isNegative || sign == UInt8(ascii: "+") { rest = rest.dropFirst() }
    guard let magnitude = magnitude(rest, anyBase: anyBase) else { return nil }
    if !isNegative { return Int64(exactly: magnitude) }
    return magnitude == 1 << 63 ? Int64.min : Int64(exactly: magnitude).map { -$0 }
  }

  /// An unsigned integer, nil when the text is none or beyond 64 bits.
  static func uint64(_ bytes: some Collection<UInt8>, anyBase: Bool = false) -> UInt64? {
    var rest = Array(bytes)[...]
    if rest.first == UInt8(ascii: "+") { rest = rest.dropFirst() }
    return magnitude(rest, anyBase: anyBase)
  }

  private static func magnitude(_ digits: ArraySlice<UInt8>, anyBase: Bool) -> UInt64? {
    var rest = digits
    var base: UInt64 = 10
    if anyBase, rest.first == UInt8(ascii: "0"), let mark = rest.dropFirst().first {
      if mark == UInt8(ascii: "x") { base = 16 }
      if mark == UInt8(ascii: "o") { base = 8 }
      if base != 10 { rest = rest.dropFirst(2) }
    }
    guard !rest.isEmpty else { return nil }
    var value: UInt64 = 0
    for byte in rest {
      guard let digit = digit(byte), digit < base else { return nil }
      let (product, overflow) = value.multipliedReportingOverflow(by: base)
      let (sum, carry) = product.addingReportingOverflow(digit)
      if overflow || carry { return nil }
      value = sum
    }
    return value
  }

  private static func digit(_ byte: UInt8) -> UInt64? {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): UInt64(byte - UInt8(ascii: "0"))
    case UInt8(ascii: "a")...UInt8(ascii: "f"): UInt64(byte - UInt8(ascii: "a") + 10)
    case UInt8(ascii: "A")...UInt8(ascii: "F"): UInt64(byte - UInt8(ascii: "A") + 10)
    default: nil
    }
  }
}
