/// A quick look that tells whether a text is certainly in normal form already.
///
/// Almost every text of a submission is; the scan spares them the passes of ``NormalCells``. It may
/// say no about a text that is normal (rare characters), never yes about one that is not.
enum NormalFormScan {
  static func isNormal(_ text: String, digits: ThaiNormalizer.Digits) -> Bool {
    var previous: UInt32 = 0x20
    for scalar in text.unicodeScalars {
      let value = scalar.value
      guard isNormal(value, after: previous, digits: digits) else { return false }
      previous = value
    }
    return previous != 0x20 || text.utf8.isEmpty
  }

  private static func isNormal(
    _ value: UInt32,
    after previous: UInt32,
    digits: ThaiNormalizer.Digits
  ) -> Bool {
    if value == 0x20 { return previous != 0x20 }
    if value < 0x7F { return value > 0x20 }
    if value < 0x0300 { return value > 0xA0 && value != 0xAD }
    if value >= 0x0E01, value <= 0x0E5B {
      return isNormalThai(value, after: previous, digits: digits)
    }
    return value >= 0x2010 && value <= 0x2027
  }

  private static func isNormalThai(
    _ value: UInt32,
    after previous: UInt32,
    digits: ThaiNormalizer.Digits
  ) -> Bool {
    if ThaiScalar.isMark(value) {
      if value == ThaiScalar.nikhahit || previous == ThaiScalar.saraAm { return false }
      guard ThaiScalar.isMark(previous) else { return true }
      return ThaiScalar.markRank(previous) <= ThaiScalar.markRank(value)
    }
    if value == ThaiScalar.saraE { return previous != ThaiScalar.saraE }
    return !(digits == .arabic && ThaiScalar.isDigit(value))
  }
}
