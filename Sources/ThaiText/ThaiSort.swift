/// The order in which a Thai reader expects names.
///
/// The order of code points is wrong for Thai: กา ขอน เกาะ แกะ, where a dictionary has กา เกาะ แกะ ขอน.
/// A locale's comparison would be right but needs the whole of ICU.
public enum ThaiSort {
  /// A key whose bytes order texts as a Thai dictionary does.
  ///
  /// First the letters, each leading vowel behind its consonant, without regard to tone marks, case
  /// and kind of digit; then the tone marks; then the normal form itself, so that only equal normal
  /// forms have equal keys. Compare with `lexicographicallyPrecedes`. Cost: linear.
  public static func key(_ text: String) -> [UInt8] {
    let normal = ThaiNormalizer.normalize(text)
    let letters = ThaiNormalizer.normalize(normal, digits: .arabic).unicodeScalars.map(\.value)
    var primary: [UInt8] = []
    var secondary: [UInt8] = []
    var index = 0
    while index < letters.count {
      let scalar = letters[index]
      if ThaiScalar.isLeadingVowel(scalar), index + 1 < letters.count,
        ThaiScalar.isConsonant(letters[index + 1])
      {
        append(letters[index + 1], to: &primary, &secondary)
        append(scalar, to: &primary, &secondary)
        index += 2
      } else {
        append(scalar, to: &primary, &secondary)
        index += 1
      }
    }
    return primary + [0] + secondary + [0] + Array(normal.utf8)
  }

  /// Whether one text stands before another in a Thai dictionary.
  public static func precedes(_ left: String, _ right: String) -> Bool {
    key(left).lexicographicallyPrecedes(key(right))
  }

  /// Texts in the order of a Thai dictionary; texts with the same normal form keep their order.
  public static func sorted(_ texts: [String]) -> [String] {
    let keyed = texts.map { (text: $0, key: key($0)) }
    return keyed.sorted { $0.key.lexicographicallyPrecedes($1.key) }.map(\.text)
  }

  private static func append(
    _ scalar: UInt32,
    to primary: inout [UInt8],
    _ secondary: inout [UInt8]
  ) {
    if ThaiScalar.isSecondary(scalar) {
      // The mark belongs to the letter before it, whose "no mark" entry it replaces.
      if secondary.last == 1 { secondary.removeLast() }
      secondary.append(UInt8(truncatingIfNeeded: scalar &- 0x0E47 &+ 2))
      return
    }
    // NUL would end the level early; no text of ours has one, but input may.
    let value = scalar == 0 ? 1 : lowercased(scalar)
    primary.append(contentsOf: UTF8.encode(Unicode.Scalar(value) ?? "\u{FFFD}") ?? .init())
    secondary.append(1)
  }

  private static func lowercased(_ scalar: UInt32) -> UInt32 {
    guard scalar >= 0x41 else { return scalar }
    if scalar <= 0x5A { return scalar + 0x20 }
    guard scalar >= 0xC0, !ThaiScalar.isThai(scalar), let letter = Unicode.Scalar(scalar) else {
      return scalar
    }
    let mapping = letter.properties.lowercaseMapping.unicodeScalars
    return mapping.count == 1 ? mapping.first?.value ?? scalar : scalar
  }
}

extension ThaiScalar {
  /// Signs that sorting looks at only among otherwise equal words: ็ ่ ้ ๊ ๋ ์ ํ ๎.
  fileprivate static func isSecondary(_ scalar: UInt32) -> Bool {
    scalar >= 0x0E47 && scalar <= 0x0E4E
  }
}
