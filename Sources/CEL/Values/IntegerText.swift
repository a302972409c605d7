/// Integers as text: decimal, and in documents octal (`0o`) and hexadecimal (`0x`) too.
enum IntegerText {
  /// A signed integer, nil when the text is none or beyond 64 bits.
  static func int64(_ text: String.UTF8View) -> Int64? { int64(Array(text)[...]) }

  /// An unsigned integer, nil when the text is none or beyond 64 bits.
  static func uint64(_ text: String.UTF8View) -> UInt64? { uint64(Array(text)[...]) }

  /// A signed integer, nil when the text is none or beyond 64 bits.
  static func int64(_ bytes: ArraySlice<UInt8>, anyBase: Bool = false) -> Int64? {
    var start = bytes.startIndex
    let isNegative = bytes.first == UInt8(ascii: "-")
    if isNegative || bytes.first == UInt8(ascii: "+") { start += 1 }
    guard let magnitude = magnitude(bytes, from: start, anyBase: anyBase) else { return nil }
    if !isNegative { return Int64(exactly: magnitude) }
    return magnitude == 1 << 63 ? Int64.min : Int64(exactly: magnitude).map { -$0 }
  }

  /// An unsigned integer, nil when the text is none or beyond 64 bits.
  static func uint64(_ bytes: ArraySlice<UInt8>, anyBase: Bool = false) -> UInt64? {
    let start = bytes.startIndex + (bytes.first == UInt8(ascii: "+") ? 1 : 0)
    return magnitude(bytes, from: start, anyBase: anyBase)
  }

  private static func magnitude(
    _ bytes: ArraySlice<UInt8>,
    from start: Int,
    anyBase: Bool
  ) -> UInt64? {
    var position = start
    var base: UInt64 = 10
    if anyBase, bytes.endIndex - start > 1, bytes[start] == UInt8(ascii: "0") {
      if bytes[start + 1] == UInt8(ascii: "x") { base = 16 }
      if bytes[start + 1] == UInt8(ascii: "o") { base = 8 }
      if base != 10 { position += 2 }
    }
    guard position < bytes.endIndex else { return nil }
    var value: UInt64 = 0
    while position < bytes.endIndex {
      guard let digit = digit(bytes[position]), digit < base else { return nil }
      let (product, overflow) = value.multipliedReportingOverflow(by: base)
      let (sum, carry) = product.addingReportingOverflow(digit)
      if overflow || carry { return nil }
      value = sum
      position += 1
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
