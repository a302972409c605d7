import Diagnostics
import SourceText

/// A character that looks like another one, or like nothing.
struct OddCharacter {
  /// What it is called.
  let name: LocalizedText
  /// Its length in bytes.
  let length: Int
  /// What was probably meant.
  let replacement: String
  /// Whether nothing, or a blank, is seen of it.
  let isInvisible: Bool
  /// Whether it is a byte order mark, which may stand at the beginning of a file.
  let isMark: Bool

  /// The character at an offset; nil for all usual ones.
  init?(at offset: Int, in bytes: [UInt8]) {
    var cursor = UTF8Cursor(bytes[offset..<min(bytes.count, offset + 4)])
    guard let scalar = cursor.next(), let kind = Self.kind(scalar) else { return nil }
    name = kind.name
    replacement = kind.replacement
    isInvisible = kind.isInvisible
    length = cursor.offset - offset
    isMark = scalar == "\u{FEFF}"
  }

  var message: LocalizedText {
    isInvisible
      ? LocalizedText(
        th: "ตรงนี้มี\(name.th)ซึ่งมองไม่เห็น",
        en: "an invisible character stands here: \(name.en)"
      )
      : LocalizedText(
        th: "ตรงนี้เป็น\(name.th) ซึ่งดูเหมือน “\(replacement)” แต่เป็นอักขระอื่น",
        en: "this is \(name.en), which looks like “\(replacement)” but is another character"
      )
  }

  private typealias Kind = (name: LocalizedText, replacement: String, isInvisible: Bool)

  private static func kind(_ scalar: Unicode.Scalar) -> Kind? {
    switch scalar.value {
    case 0xA0, 0x2007, 0x202F: (blank, " ", true)
    case 0x3000: (wideBlank, " ", true)
    case 0x200B, 0x200C, 0x200D, 0x2060, 0xAD: (zeroWidth, "", true)
    case 0xFEFF: (mark, "", true)
    case 0x200E, 0x200F, 0x202A...0x202E, 0x2066...0x2069: (direction, "", true)
    case 0x85, 0x2028, 0x2029: (lineEnd, " ", true)
    case 0xFF01...0xFF5E:
      Unicode.Scalar(scalar.value - 0xFEE0).map { (wide, String(Character($0)), false) }
    default: nil
    }
  }

  private static let blank = LocalizedText(th: "ช่องว่างแบบไม่ตัดบรรทัด", en: "a no-break space")
  private static let wideBlank = LocalizedText(th: "ช่องว่างแบบกว้าง", en: "a wide space")
  private static let zeroWidth = LocalizedText(
    th: "อักขระความกว้างศูนย์",
    en: "a character without width"
  )
  private static let mark = LocalizedText(
    th: "เครื่องหมายลำดับไบต์ (BOM) กลางแฟ้ม",
    en: "a byte order mark in the middle of the file"
  )
  private static let direction = LocalizedText(
    th: "อักขระกำหนดทิศทางการเขียน",
    en: "a mark of writing direction"
  )
  private static let lineEnd = LocalizedText(
    th: "เครื่องหมายขึ้นบรรทัดของโปรแกรมประมวลคำ",
    en: "a line separator of a word processor"
  )
  private static let wide = LocalizedText(th: "อักขระเต็มความกว้าง", en: "a full-width character")
}
