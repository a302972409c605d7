extension Money {
  /// A number of baht as an amount; nil if it has parts of a satang.
  public init?(exactly baht: ExactDecimal) {
    let unit = ExactDecimal.scale / 100
    guard baht.micros.isMultiple(of: unit) else { return nil }
    self.init(satang: baht.micros / unit)
  }

  /// The amount as a number of baht; nil beyond the range of the number.
  public var exactBaht: ExactDecimal? {
    let (micros, overflow) = satang.multipliedReportingOverflow(by: ExactDecimal.scale / 100)
    return overflow ? nil : ExactDecimal(micros: micros)
  }

  /// Compares with a number of baht, exactly: −1 if the amount is less, 0 if equal, 1 if more.
  public func compare(toBaht number: ExactDecimal) -> Int {
    let left = Int128(satang) * Int128(ExactDecimal.scale / 100)
    let right = Int128(number.micros)
    return left < right ? -1 : left == right ? 0 : 1
  }
}
