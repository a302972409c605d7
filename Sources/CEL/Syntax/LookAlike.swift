/// Characters that look like those of ASCII and are others.
enum LookAlike {
  /// The character of ASCII for one of the full width.
  static func wide(_ scalar: Unicode.Scalar) -> Character? {
    guard (0xFF01...0xFF5E).contains(scalar.value) else { return nil }
    return Unicode.Scalar(scalar.value - 0xFEE0).map { Character($0) }
  }

  /// A name with its look-alikes put right; nil when other letters are left.
  static func ascii(_ word: String) -> String? {
    var result = ""
    for scalar in word.unicodeScalars {
      guard let character = scalar.isASCII ? Character(scalar) : meant(scalar) else { return nil }
      result.append(character)
    }
    return result
  }

  /// The first look-alike of a word with its number, for the eye cannot tell it.
  static func first(in word: String) -> String? {
    word.unicodeScalars.first { !$0.isASCII }.map {
      let digits = String($0.value, radix: 16, uppercase: true)
      return "\($0) (U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits + ")"
    }
  }

  private static func meant(_ scalar: Unicode.Scalar) -> Character? {
    letters[scalar.value] ?? wide(scalar).flatMap { $0.isLetter || $0.isNumber ? $0 : nil }
  }

  /// Letters of the Cyrillic and the Greek alphabet.
  private static let letters: [UInt32: Character] = [
    0x0430: "a", 0x0435: "e", 0x043E: "o", 0x0440: "p", 0x0441: "c", 0x0443: "y", 0x0445: "x",
    0x0455: "s", 0x0456: "i", 0x0458: "j", 0x04BB: "h", 0x0501: "d", 0x0410: "A", 0x0412: "B",
    0x0415: "E", 0x041A: "K", 0x041C: "M", 0x041D: "H", 0x041E: "O", 0x0420: "P", 0x0421: "C",
    0x0422: "T", 0x0423: "Y", 0x0425: "X", 0x0405: "S", 0x0406: "I", 0x0408: "J", 0x03BF: "o",
    0x03BD: "v", 0x0391: "A", 0x0392: "B", 0x0395: "E", 0x0396: "Z", 0x0397: "H", 0x0399: "I",
    0x039A: "K", 0x039C: "M", 0x039D: "N", 0x039F: "O", 0x03A1: "P", 0x03A4: "T", 0x03A5: "Y",
    0x03A7: "X", 0x0131: "i",
  ]
}
