/// Reads a decimal number, exactly, from UTF-8 text.
///
/// Accepts a sign, digits (0–9 or ๐–๙), commas in front of every third digit, a fraction and, if asked
/// for, an exponent. No floating point is involved anywhere.
struct DecimalScanner {
  /// The digits as one whole number.
  private(set) var coefficient: UInt64 = 0
  /// The number is the coefficient times ten to this power.
  private(set) var exponent = 0
  private(set) var isNegative = false
  /// Where the number ends.
  private(set) var end: Int

  private var digitCount = 0
  private var isTooLong = false
  private var isFractionTooLong = false

  /// Reads from `start` up to the first byte that is no part of a number.
  init(
    _ bytes: Span<UInt8>,
    from start: Int,
    allowsExponent: Bool
  ) throws(AmountError) {
    end = start
    readSign(bytes)
    try readWhole(bytes)
    if byte(bytes, end) == UInt8(ascii: ".") { readFraction(bytes) }
    guard digitCount > 0 else { throw end == bytes.count && end == start ? .empty : .notANumber }
    if allowsExponent { try readExponent(bytes) }
    if isFractionTooLong { throw .tooPrecise }
    if isTooLong { throw .outOfRange }
  }

  /// The number in units of ten to the power −places.
  func scaled(places: Int) throws(AmountError) -> Int64 {
    guard coefficient != 0 else { return 0 }
    var value = coefficient
    var power = exponent + places
    while power < 0 {
      guard value.isMultiple(of: 10) else { throw .tooPrecise }
      value /= 10
      power += 1
    }
    while power > 0 {
      let (product, overflow) = value.multipliedReportingOverflow(by: 10)
      guard !overflow else { throw .outOfRange }
      value = product
      power -= 1
    }
    guard let magnitude = Int64(exactly: value) else { throw .outOfRange }
    return isNegative ? -magnitude : magnitude
  }

  /// Multiplies by ten to a power ("ล้านบาท").
  mutating func shift(by power: Int) { exponent += power }

  mutating func negate() { isNegative.toggle() }

  // MARK: Parts

  private mutating func readSign(_ bytes: Span<UInt8>) {
    if byte(bytes, end) == UInt8(ascii: "-") {
      isNegative = true
      end += 1
    } else if byte(bytes, end) == UInt8(ascii: "+") {
      end += 1
    } else if byte(bytes, end) == 0xE2, byte(bytes, end + 1) == 0x88, byte(bytes, end + 2) == 0x92 {
      // U+2212 MINUS SIGN
      isNegative = true
      end += 3
    }
  }

  private mutating func readWhole(_ bytes: Span<UInt8>) throws(AmountError) {
    var sinceComma = 0
    var hasComma = false
    let startsWithZero = digit(bytes, end)?.value == 0
    while true {
      if let next = digit(bytes, end) {
        append(next.value)
        digitCount += 1
        sinceComma += 1
        end += next.width
      } else if byte(bytes, end) == UInt8(ascii: ","), digit(bytes, end + 1) != nil {
        let isRight = hasComma ? sinceComma == 3 : (1...3).contains(sinceComma) && !startsWithZero
        guard isRight else { throw .misplacedComma }
        hasComma = true
        sinceComma = 0
        end += 1
      } else {
        break
      }
    }
    guard !hasComma || sinceComma == 3 else { throw .misplacedComma }
  }

  /// Trailing zeros are left out, so that "1.000…0" stays exact however long it is.
  private mutating func readFraction(_ bytes: Span<UInt8>) {
    let wasTooLong = isTooLong
    end += 1
    var zeros = 0
    while let next = digit(bytes, end) {
      digitCount += 1
      end += next.width
      guard next.value != 0 else {
        zeros += 1
        continue
      }
      while zeros > 0, !isTooLong {
        append(0)
        exponent -= 1
        zeros -= 1
      }
      append(next.value)
      exponent -= 1
    }
    isFractionTooLong = isTooLong && !wasTooLong
  }

  private mutating func readExponent(_ bytes: Span<UInt8>) throws(AmountError) {
    guard let letter = byte(bytes, end), letter | 0x20 == UInt8(ascii: "e") else { return }
    var index = end + 1
    let sign = byte(bytes, index)
    if sign == UInt8(ascii: "-") || sign == UInt8(ascii: "+") { index += 1 }
    var power = 0
    guard digit(bytes, index) != nil else { throw .notANumber }
    while let next = digit(bytes, index) {
      // Beyond a thousand the result is zero or out of range whatever the digits are.
      power = min(power * 10 + Int(next.value), 1_000_000)
      index += next.width
    }
    end = index
    exponent += sign == UInt8(ascii: "-") ? -power : power
    if coefficient != 0, abs(exponent) > 1_000 { throw exponent < 0 ? .tooPrecise : .outOfRange }
  }

  private mutating func append(_ value: UInt8) {
    let (tens, tensOverflow) = coefficient.multipliedReportingOverflow(by: 10)
    let (sum, sumOverflow) = tens.addingReportingOverflow(UInt64(value))
    if tensOverflow || sumOverflow {
      isTooLong = true
    } else {
      coefficient = sum
    }
  }

  private func byte(_ bytes: Span<UInt8>, _ index: Int) -> UInt8? {
    index < bytes.count ? bytes[index] : nil
  }

  private func digit(_ bytes: Span<UInt8>, _ index: Int) -> (value: UInt8, width: Int)? {
    guard let first = byte(bytes, index) else { return nil }
    if first >= 0x30, first <= 0x39 { return (first - 0x30, 1) }
    guard first == 0xE0, byte(bytes, index + 1) == 0xB9, let last = byte(bytes, index + 2),
      last >= 0x90, last <= 0x99
    else { return nil }
    return (last - 0x90, 3)
  }
}
