/// Thai digits ๐–๙ and the digits 0–9, each turned into the other.
public enum ThaiDigits {
  /// The text with every Thai digit written as 0–9; all else as it stands.
  public static func toArabic(_ text: String) -> String {
    guard text.unicodeScalars.contains(where: { ThaiScalar.isDigit($0.value) }) else {
      return text
    }
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      result.append(arabic(scalar) ?? scalar)
    }
    return String(result)
  }

  /// The text with every digit 0–9 written as a Thai digit; all else as it stands.
  public static func toThai(_ text: String) -> String {
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      let isArabic = scalar.value >= 0x30 && scalar.value <= 0x39
      let thai = isArabic ? Unicode.Scalar(scalar.value - 0x30 + 0x0E50) : nil
      result.append(thai ?? scalar)
    }
    return String(result)
  }

  private static func arabic(_ scalar: Unicode.Scalar) -> Unicode.Scalar? {
    guard ThaiScalar.isDigit(scalar.value) else { return nil }
    return Unicode.Scalar(scalar.value - 0x0E50 + 0x30)
  }
}
