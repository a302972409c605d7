/// Whether a text says nothing: empty, only space, or only dashes.
///
/// A form cell with "-" or "–" is how offices write "none", so it counts as blank (requirements,
/// section A). Invisible characters count as space. 0 is not blank. Cost: linear in the blank part.
public func isBlank(_ text: String) -> Bool { isBlank(utf8: text.utf8.span) }

/// Whether a text of UTF-8 bytes says nothing: empty, only space, or only dashes.
///
/// Bytes that are no UTF-8 are something.
public func isBlank(utf8 bytes: Span<UInt8>) -> Bool {
  var index = 0
  while index < bytes.count {
    let lead = bytes[index]
    let length = lead < 0x80 ? 1 : lead < 0xE0 ? 2 : 3
    guard index + length <= bytes.count else { return false }
    var scalar = UInt32(length == 1 ? lead : length == 2 ? lead & 0x1F : lead & 0x0F)
    for tail in 1..<max(length, 1) { scalar = scalar << 6 | UInt32(bytes[index + tail] & 0x3F) }
    // No blank character needs four bytes; one that does ends here, misread as another letter.
    guard lead < 0xF0, lead < 0x80 || lead >= 0xC2,
      ThaiScalar.isSpace(scalar) || ThaiScalar.isDash(scalar) || ThaiScalar.isInvisible(scalar)
    else { return false }
    index += length
  }
  return true
}
