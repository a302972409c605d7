/// The classes of Thai code points that normalising, sorting and damage spotting need.
///
/// The values are code points, not `Unicode.Scalar`, so that hot loops compare plain integers.
package enum ThaiScalar {
  static let saraA: UInt32 = 0x0E30
  static let saraAa: UInt32 = 0x0E32
  package static let saraAm: UInt32 = 0x0E33
  static let saraE: UInt32 = 0x0E40
  static let saraAe: UInt32 = 0x0E41
  static let lakkhangyao: UInt32 = 0x0E45
  static let thanthakhat: UInt32 = 0x0E4C
  static let nikhahit: UInt32 = 0x0E4D

  /// Consonants, with the vowel letters ฤ and ฦ, which stand like consonants.
  static func isConsonant(_ scalar: UInt32) -> Bool { scalar >= 0x0E01 && scalar <= 0x0E2E }

  /// Vowels written in front of the consonant that they follow in speech: เ แ โ ใ ไ.
  static func isLeadingVowel(_ scalar: UInt32) -> Bool { scalar >= 0x0E40 && scalar <= 0x0E44 }

  /// Vowels written behind the consonant: ะ า ำ ๅ.
  static func isFollowingVowel(_ scalar: UInt32) -> Bool {
    scalar == saraA || scalar == saraAa || scalar == saraAm || scalar == lakkhangyao
  }

  /// Signs written above or below a letter (general category Mn).
  package static func isMark(_ scalar: UInt32) -> Bool {
    scalar == 0x0E31 || (scalar >= 0x0E34 && scalar <= 0x0E3A)
      || (scalar >= 0x0E47 && scalar <= 0x0E4E)
  }

  static func isTone(_ scalar: UInt32) -> Bool { scalar >= 0x0E48 && scalar <= 0x0E4B }

  static func isVowelMark(_ scalar: UInt32) -> Bool {
    scalar == 0x0E31 || (scalar >= 0x0E34 && scalar <= 0x0E39)
  }

  static func isDigit(_ scalar: UInt32) -> Bool { scalar >= 0x0E50 && scalar <= 0x0E59 }

  static func isThai(_ scalar: UInt32) -> Bool {
    (scalar >= 0x0E01 && scalar <= 0x0E3A) || (scalar >= 0x0E3F && scalar <= 0x0E5B)
  }

  /// The place of a mark in the order of writing: below, above, tone, silencer, nikhahit.
  ///
  /// The nikhahit comes last because with a following า it becomes ำ, which follows the tone mark.
  static func markRank(_ mark: UInt32) -> UInt8 {
    switch mark {
    case 0x0E3A: 0
    case 0x0E38, 0x0E39: 1
    case 0x0E31, 0x0E34...0x0E37, 0x0E47, 0x0E4E: 2
    case 0x0E48...0x0E4B: 3
    case thanthakhat: 4
    default: 5
    }
  }

  /// Characters that nobody sees and that tools leave behind in text.
  ///
  /// Zero-width space, joiners and non-joiners, word joiner, byte-order mark, soft hyphen.
  static func isInvisible(_ scalar: UInt32) -> Bool {
    scalar == 0x00AD || (scalar >= 0x200B && scalar <= 0x200D) || scalar == 0x2060
      || scalar == 0xFEFF
  }

  /// Unicode White_Space.
  static func isSpace(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x09...0x0D, 0x20, 0x85, 0xA0, 0x1680, 0x2000...0x200A, 0x2028, 0x2029, 0x202F, 0x205F,
      0x3000:
      true
    default: false
    }
  }

  /// Hyphens and dashes, the minus sign included.
  static func isDash(_ scalar: UInt32) -> Bool {
    scalar == 0x2D || (scalar >= 0x2010 && scalar <= 0x2015) || scalar == 0x2212
  }
}
