// ThaiText: everything that has to know how Thai is written. Thai text has many spellings that look
// the same and that no Unicode normal form unifies, digits of its own and a sorting order of its
// own; the rest of the program compares and sorts through this module and never by bytes it has not
// normalised. Nothing here ever changes a submission.

/// The normal form in which Thai texts are compared.
///
/// Unicode's own forms do not help: neither NFC nor NFKC unifies น้ำ, นํ้า and น้ํา. The normal form:
///
/// - leaves out zero-width characters, byte-order marks and soft hyphens;
/// - composes Latin letters and their accents (as NFC does);
/// - puts the signs of one letter in the order below, above, tone, silencer, nikhahit;
/// - writes nikhahit + า as ำ, with a tone mark in front of it;
/// - writes two เ as แ;
/// - makes every run of white space one space and trims both ends;
/// - on request, writes Thai digits as 0–9.
///
/// It is idempotent. Doubled marks and other damage stay: they are reported by ``ThaiDamage``.
/// Cost: linear in the text; a text that is normal already is returned as it is after one scan.
public enum ThaiNormalizer {
  /// What becomes of Thai digits.
  public enum Digits: Sendable {
    /// They stay as they are.
    case kept
    /// They become 0–9.
    case arabic
  }

  /// The normal form of a text.
  public static func normalize(_ text: String, digits: Digits = .kept) -> String {
    guard !NormalFormScan.isNormal(text, digits: digits) else { return text }
    var result = String.UnicodeScalarView()
    for cell in cells(of: text, digits: digits) {
      result.append(Unicode.Scalar(cell.scalar) ?? "\u{FFFD}")
    }
    return String(result)
  }

  /// The normal form of a text, with the source position of each of its code points.
  public static func normalizeWithOffsets(
    _ text: String,
    digits: Digits = .kept
  ) -> NormalizedText {
    var result = String.UnicodeScalarView()
    var sources: [Int] = []
    for cell in cells(of: text, digits: digits) {
      result.append(Unicode.Scalar(cell.scalar) ?? "\u{FFFD}")
      sources.append(Int(cell.source))
    }
    return NormalizedText(
      text: String(result),
      sourceScalarIndices: sources,
      sourceScalarCount: text.unicodeScalars.count
    )
  }

  /// Whether two texts are the same to a reader: equal normal forms, digits unified.
  ///
  /// Case and punctuation count. Compares UTF-8 bytes, so it does not depend on how Swift compares
  /// strings.
  public static func same(_ left: String, _ right: String) -> Bool {
    if ByteSearch.areEqual(left.utf8.span, right.utf8.span) { return true }
    let leftForm = normalize(left, digits: .arabic)
    let rightForm = normalize(right, digits: .arabic)
    return leftForm.utf8.elementsEqual(rightForm.utf8)
  }

  /// Whether the normal form of `text` holds the normal form of `part`, digits unified.
  ///
  /// No word boundaries are looked for: Thai writes none, and dictionaries cut official terms
  /// wrongly. A blank `part` is held by every text. Cost: linear in both.
  public static func contains(_ text: String, _ part: String) -> Bool {
    let haystack = Array(normalize(text, digits: .arabic).utf8)
    let needle = Array(normalize(part, digits: .arabic).utf8)
    return ByteSearch.firstIndex(of: needle, in: haystack) != nil
  }

  private static func cells(of text: String, digits: Digits) -> [NormalCell] {
    var cells = NormalCells(text: text, digits: digits)
    cells.composeLatin()
    cells.orderThai()
    cells.collapseSpaces()
    return cells.list
  }
}
