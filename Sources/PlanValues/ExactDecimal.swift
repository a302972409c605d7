/// An exact decimal number with up to six places: quantities, unit prices, percentages.
///
/// A 64-bit count of millionths: up to 9,223,372,036,854.775807 either way. 40.5 < 41 and
/// quantity × price come out exactly; every operation that could leave the range gives nil.
public struct ExactDecimal: Sendable, Hashable, Comparable {
  /// Millionths in one.
  public static let scale: Int64 = 1_000_000

  /// The number in millionths.
  public let micros: Int64

  /// Nothing.
  public static let zero = ExactDecimal(micros: 0)

  /// A number in millionths.
  public init(micros: Int64) { self.micros = micros }

  /// A whole number; nil beyond the range.
  public init?(_ whole: Int64) {
    let (product, overflow) = whole.multipliedReportingOverflow(by: Self.scale)
    guard !overflow else { return nil }
    micros = product
  }

  /// Smaller numbers come first.
  public static func < (left: ExactDecimal, right: ExactDecimal) -> Bool {
    left.micros < right.micros
  }

  /// The number if it is whole.
  public var whole: Int64? { micros % Self.scale == 0 ? micros / Self.scale : nil }
}

// MARK: - Arithmetic

extension ExactDecimal {
  /// The sum, or nil beyond the range.
  public func adding(_ other: ExactDecimal) -> ExactDecimal? {
    let (sum, overflow) = micros.addingReportingOverflow(other.micros)
    return overflow ? nil : ExactDecimal(micros: sum)
  }

  /// The difference, or nil beyond the range.
  public func subtracting(_ other: ExactDecimal) -> ExactDecimal? {
    let (difference, overflow) = micros.subtractingReportingOverflow(other.micros)
    return overflow ? nil : ExactDecimal(micros: difference)
  }

  /// The number with the other sign, or nil beyond the range.
  public func negated() -> ExactDecimal? { ExactDecimal.zero.subtracting(self) }

  /// The product, rounded to six places; nil beyond the range.
  public func multiplied(by other: ExactDecimal, rounding: Rounding = .halfUp) -> ExactDecimal? {
    Rounding.divide(Int128(micros) * Int128(other.micros), by: Int128(Self.scale), rounding)
      .map(ExactDecimal.init(micros:))
  }

  /// The quotient, rounded to six places; nil beyond the range and for a divisor of zero.
  public func divided(by other: ExactDecimal, rounding: Rounding = .halfUp) -> ExactDecimal? {
    Rounding.divide(Int128(micros) * Int128(Self.scale), by: Int128(other.micros), rounding)
      .map(ExactDecimal.init(micros:))
  }

  /// The number rounded to so many places (0 to 6).
  public func rounded(toPlaces places: Int, rounding: Rounding = .halfUp) -> ExactDecimal? {
    let unit = FixedPoint.powerOfTen(6 - min(max(places, 0), 6))
    let units = Rounding.divide(Int128(micros), by: Int128(unit), rounding)
    guard let units else { return nil }
    let (product, overflow) = units.multipliedReportingOverflow(by: unit)
    return overflow ? nil : ExactDecimal(micros: product)
  }

  /// The sum of numbers, or nil if it is beyond the range.
  public static func sum(_ numbers: some Sequence<ExactDecimal>) -> ExactDecimal? {
    var total: Int128 = 0
    for number in numbers { total += Int128(number.micros) }
    return Int64(exactly: total).map(ExactDecimal.init(micros:))
  }
}

// MARK: - Text

extension ExactDecimal {
  /// Reads a number as people write it: commas or none, digits of either kind, up to six places.
  public static func read(_ text: String) throws(AmountError) -> ExactDecimal {
    try read(utf8: text.utf8.span)
  }

  /// Reads a number as people write it, from UTF-8 bytes.
  public static func read(utf8 bytes: Span<UInt8>) throws(AmountError) -> ExactDecimal {
    var cursor = TextCursor(at: 0)
    cursor.skipSpaces(bytes)
    guard cursor.index < bytes.count else { throw .empty }
    let scanner = try DecimalScanner(bytes, from: cursor.index, allowsExponent: false)
    guard bytes[scanner.end - 1] != UInt8(ascii: ".") else { throw .notANumber }
    cursor.move(to: scanner.end)
    cursor.skipSpaces(bytes)
    guard cursor.index == bytes.count else { throw .notANumber }
    return ExactDecimal(micros: try scanner.scaled(places: 6))
  }

  /// Reads a number as people write it; nil when ``read(_:)`` would throw.
  public init?(_ text: String) {
    guard let number = try? ExactDecimal.read(text) else { return nil }
    self = number
  }

  /// Reads the text of a number in YAML, JSON or CEL exactly: 80, 40.5, 1.2e-3.
  public init?(literal text: String) {
    self.init(literalUTF8: text.utf8.span)
  }

  /// Reads the text of a number in YAML, JSON or CEL exactly, from UTF-8 bytes.
  public init?(literalUTF8 bytes: Span<UInt8>) {
    guard let micros = NumberLiteral.units(bytes, places: 6) else { return nil }
    self.init(micros: micros)
  }

  /// The number with as many places as it needs: "40.5", "1,000".
  public func formatted(grouped: Bool = true, digits: NumeralStyle = .arabic) -> String {
    FixedPoint(units: micros, places: 6).shortestText(grouped: grouped, digits: digits)
  }

  /// The number with a fixed count of places (0 to 6), rounded half up: "40.50".
  public func formatted(
    places: Int,
    grouped: Bool = true,
    digits: NumeralStyle = .arabic
  ) -> String {
    FixedPoint(units: micros, places: 6)
      .text(shown: min(max(places, 0), 6), grouped: grouped, digits: digits)
  }
}

extension ExactDecimal: CustomStringConvertible {
  /// The number without commas, with as many places as it needs.
  public var description: String { formatted(grouped: false) }
}
