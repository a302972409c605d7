// PlanValues: the exact values that plans are made of: amounts, quantities, dates, fiscal years.
// Everything is a plain integer with checked arithmetic: no floating point (0.1 + 0.2 must be 0.3), no
// calendar or formatter of the system (they differ between machines, and are slow to start).

/// An amount of baht, exact to the satang.
///
/// A 64-bit count of satang: up to 92,233,720,368,547,758.07 baht either way. Every operation that
/// could leave the range gives nil instead.
public struct Money: Sendable, Hashable, Comparable {
  /// The amount in satang (1/100 baht).
  public let satang: Int64

  /// Nothing.
  public static let zero = Money(satang: 0)

  /// An amount in satang.
  public init(satang: Int64) { self.satang = satang }

  /// An amount in whole baht; nil beyond the range.
  public init?(baht: Int64) {
    let (product, overflow) = baht.multipliedReportingOverflow(by: 100)
    guard !overflow else { return nil }
    satang = product
  }

  /// Smaller amounts come first.
  public static func < (left: Money, right: Money) -> Bool { left.satang < right.satang }

  /// Whether the amount is below zero.
  public var isNegative: Bool { satang < 0 }
}

// MARK: - Arithmetic

extension Money {
  /// The sum, or nil beyond the range.
  public func adding(_ other: Money) -> Money? {
    let (sum, overflow) = satang.addingReportingOverflow(other.satang)
    return overflow ? nil : Money(satang: sum)
  }

  /// The difference, or nil beyond the range.
  public func subtracting(_ other: Money) -> Money? {
    let (difference, overflow) = satang.subtractingReportingOverflow(other.satang)
    return overflow ? nil : Money(satang: difference)
  }

  /// The amount with the other sign, or nil beyond the range.
  public func negated() -> Money? { Money.zero.subtracting(self) }

  /// The amount without its sign, or nil beyond the range.
  public func magnitude() -> Money? { isNegative ? negated() : self }

  /// The amount so many times, or nil beyond the range.
  public func multiplied(by factor: Int64) -> Money? {
    let (product, overflow) = satang.multipliedReportingOverflow(by: factor)
    return overflow ? nil : Money(satang: product)
  }

  /// The amount times an exact decimal, rounded to the satang; nil beyond the range.
  ///
  /// The product is formed in 128 bits, so only the result must fit.
  public func scaled(by factor: ExactDecimal, rounding: Rounding = .halfUp) -> Money? {
    let product = Int128(satang) * Int128(factor.micros)
    return Rounding.divide(product, by: Int128(ExactDecimal.scale), rounding)
      .map(Money.init(satang:))
  }

  /// So many per cent of the amount, rounded to the satang; nil beyond the range.
  ///
  /// Exact before it is rounded, once: 7 per cent of 0.50 baht is 3.5 satang.
  public func percent(_ rate: ExactDecimal, rounding: Rounding) -> Money? {
    let product = Int128(satang) * Int128(rate.micros)
    return Rounding.divide(product, by: Int128(ExactDecimal.scale) * 100, rounding)
      .map(Money.init(satang:))
  }

  /// The amount times a fraction, rounded to the satang; nil for a denominator of zero and beyond the
  /// range.
  public func fraction(_ numerator: Int64, _ denominator: Int64, rounding: Rounding) -> Money? {
    Rounding.divide(Int128(satang) * Int128(numerator), by: Int128(denominator), rounding)
      .map(Money.init(satang:))
  }

  /// One of so many equal parts, rounded to the satang; nil for zero parts.
  public func divided(by divisor: Int64, rounding: Rounding = .halfUp) -> Money? {
    Rounding.divide(Int128(satang), by: Int128(divisor), rounding).map(Money.init(satang:))
  }

  /// How many times `other` this amount is, to six places; nil when `other` is zero.
  public func ratio(to other: Money, rounding: Rounding = .halfUp) -> ExactDecimal? {
    let dividend = Int128(satang) * Int128(ExactDecimal.scale)
    return Rounding.divide(dividend, by: Int128(other.satang), rounding)
      .map(ExactDecimal.init(micros:))
  }

  /// How many per cent of `whole` this amount is, to six places; nil when `whole` is zero.
  public func percentage(of whole: Money, rounding: Rounding = .halfUp) -> ExactDecimal? {
    let dividend = Int128(satang) * Int128(ExactDecimal.scale) * 100
    return Rounding.divide(dividend, by: Int128(whole.satang), rounding)
      .map(ExactDecimal.init(micros:))
  }

  /// The sum of amounts, or nil if it is beyond the range.
  ///
  /// Summed in 128 bits, so the order of the amounts cannot matter.
  public static func sum(_ amounts: some Sequence<Money>) -> Money? {
    var total: Int128 = 0
    for amount in amounts { total += Int128(amount.satang) }
    return Int64(exactly: total).map(Money.init(satang:))
  }
}

// MARK: - Text

extension Money {
  /// The amount as "1,250,000.00", with Thai digits on request.
  public func formatted(digits: NumeralStyle = .arabic) -> String {
    FixedPoint(units: satang, places: 2).text(shown: 2, grouped: true, digits: digits)
  }

  /// The amount as a plain number without commas: "1250000.00".
  public var plainText: String {
    FixedPoint(units: satang, places: 2).text(shown: 2, grouped: false, digits: .arabic)
  }
}

extension Money: CustomStringConvertible {
  /// The amount as "1,250,000.00".
  public var description: String { formatted() }
}
