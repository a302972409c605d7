/// The space around a code: `" approved "` is the code `approved` with space around it, as texts are
/// compared without the space at their ends (requirements, section A).
public enum SpacesAround {
  /// The part of a text without the space at its ends; nil when there is none, or nothing else.
  ///
  /// What counts as space is what ``ThaiNormalizer`` takes off: Unicode white space and invisible
  /// characters. Cost: constant for a text of which both ends are ASCII letters, digits or signs.
  public static func trimmed(_ bytes: ArraySlice<UInt8>) -> Range<Int>? {
    guard let first = bytes.first, let last = bytes.last else { return nil }
    if isPlain(first), isPlain(last) { return nil }
    let text = String(decoding: bytes, as: UTF8.self)
    // Bytes that are no UTF-8 have other lengths as text.
    guard text.utf8.count == bytes.count else { return nil }
    let scalars = text.unicodeScalars
    guard let start = scalars.firstIndex(where: { !isSpace($0) }),
      let final = scalars.lastIndex(where: { !isSpace($0) })
    else { return nil }
    let end = scalars.index(after: final)
    guard start > scalars.startIndex || end < scalars.endIndex else { return nil }
    let lower = bytes.startIndex + text.utf8.distance(from: text.startIndex, to: start)
    let upper = bytes.startIndex + text.utf8.distance(from: text.startIndex, to: end)
    return lower..<upper
  }

  /// The text without the space at its ends; itself when there is none.
  public static func trimmed(_ text: String) -> String {
    let bytes = Array(text.utf8)
    guard let range = trimmed(bytes[...]) else { return text }
    return String(decoding: bytes[range], as: UTF8.self)
  }

  private static func isPlain(_ byte: UInt8) -> Bool { byte > 0x20 && byte < 0x7F }

  private static func isSpace(_ scalar: Unicode.Scalar) -> Bool {
    ThaiScalar.isSpace(scalar.value) || ThaiScalar.isInvisible(scalar.value)
  }
}
