extension Money {
  /// Reads an amount as people write it.
  ///
  /// Takes "1,250,000.50", "๑๒๐,๐๐๐", "฿500", "500 บาท", "10,000.-", "1.5 ล้านบาท", "2 ลบ.", "-20 THB": a sign,
  /// digits of either kind, commas in front of every third digit, two decimals (more only when they
  /// are zeros), the unit before or behind, spaces around. Never rounds. Cost: linear.
  public static func read(_ text: String) throws(AmountError) -> Money {
    try read(utf8: text.utf8.span)
  }

  /// Reads an amount as people write it, from UTF-8 bytes.
  public static func read(utf8 bytes: Span<UInt8>) throws(AmountError) -> Money {
    if let plain = plainBaht(bytes) { return plain }
    var cursor = TextCursor(at: 0)
    cursor.skipSpaces(bytes)
    guard cursor.index < bytes.count else { throw .empty }
    let isNegated = takeSignBeforeUnit(&cursor, bytes)
    let hasUnit = cursor.take("฿", bytes) || cursor.take("thb", bytes) || cursor.take("บาท", bytes)
    guard hasUnit || !isNegated else { throw .notANumber }
    if hasUnit { cursor.skipSpaces(bytes) }
    var scanner = try DecimalScanner(bytes, from: cursor.index, allowsExponent: false)
    if isNegated {
      guard !scanner.isNegative else { throw .notANumber }
      scanner.negate()
    }
    cursor.move(to: scanner.end)
    try takeUnit(&cursor, bytes, hasUnit: hasUnit, &scanner)
    cursor.skipSpaces(bytes)
    guard cursor.index == bytes.count else { throw .notANumber }
    return Money(satang: try scanner.scaled(places: 2))
  }

  /// Whole baht in up to 15 plain digits, as nearly all amounts in files are written.
  private static func plainBaht(_ bytes: Span<UInt8>) -> Money? {
    guard bytes.count > 0, bytes.count <= 15 else { return nil }
    var baht: Int64 = 0
    for index in bytes.indices {
      let digit = bytes[index] &- 0x30
      guard digit <= 9 else { return nil }
      baht = baht &* 10 &+ Int64(digit)
    }
    return Money(satang: baht &* 100)
  }

  /// Reads an amount as people write it; nil when ``read(_:)`` would throw.
  public init?(_ text: String) {
    guard let money = try? Money.read(text) else { return nil }
    self = money
  }

  /// Reads the text of a number in YAML, JSON or CEL exactly: 300000, 499999.99, 1.2e5.
  ///
  /// No commas, units or Thai digits; at most two decimals unless they are zeros.
  public init?(literal text: String) {
    self.init(literalUTF8: text.utf8.span)
  }

  /// Reads the text of a number in YAML, JSON or CEL exactly, from UTF-8 bytes.
  public init?(literalUTF8 bytes: Span<UInt8>) {
    guard let satang = NumberLiteral.units(bytes, places: 2) else { return nil }
    self.init(satang: satang)
  }

  /// Steps over a minus sign that stands in front of a unit ("-฿500").
  private static func takeSignBeforeUnit(_ cursor: inout TextCursor, _ bytes: Span<UInt8>) -> Bool {
    var ahead = cursor
    guard ahead.take("-", bytes) || ahead.take("−", bytes) else { return false }
    ahead.skipSpaces(bytes)
    var unit = ahead
    guard unit.take("฿", bytes) || unit.take("thb", bytes) else { return false }
    cursor = ahead
    return true
  }

  /// Steps over what may stand behind the number: ".-", "ล้าน", "บาท", "ถ้วน", "THB".
  private static func takeUnit(
    _ cursor: inout TextCursor,
    _ bytes: Span<UInt8>,
    hasUnit: Bool,
    _ scanner: inout DecimalScanner
  ) throws(AmountError) {
    // The scanner has taken the point of "10,000.-" as the start of a fraction without digits.
    if cursor.index > 0, bytes[cursor.index - 1] == UInt8(ascii: ".") {
      guard cursor.take("-", bytes) else { throw .notANumber }
    }
    cursor.skipSpaces(bytes)
    if cursor.take("ล้าน", bytes) {
      scanner.shift(by: 6)
    } else if !hasUnit, cursor.take("ลบ.", bytes) {
      // Short for "ล้านบาท".
      scanner.shift(by: 6)
      return
    }
    cursor.skipSpaces(bytes)
    guard !hasUnit else { return }
    if cursor.take("บาท", bytes) {
      _ = cursor.take("ถ้วน", bytes)
    } else {
      _ = cursor.take("thb", bytes) || cursor.take("฿", bytes)
    }
  }
}

/// Numbers as data formats write them.
enum NumberLiteral {
  /// The number in units of ten to the power −places, or nil if it is none or does not fit.
  static func units(_ bytes: Span<UInt8>, places: Int) -> Int64? {
    for index in bytes.indices where bytes[index] >= 0x80 || bytes[index] == UInt8(ascii: ",") {
      return nil
    }
    guard let scanner = try? DecimalScanner(bytes, from: 0, allowsExponent: true),
      scanner.end == bytes.count
    else { return nil }
    return try? scanner.scaled(places: places)
  }
}
