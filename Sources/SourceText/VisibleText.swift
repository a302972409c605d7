/// Text from files made safe to print: what would move the cursor, change colours or turn the
/// direction of writing on a terminal is shown as a sign instead of being obeyed.
public enum VisibleText {
  /// The text with tabs as arrows, other control characters as `<U+001B>`.
  public static func of(_ text: String) -> String {
    // Most texts are shown as they are.
    let isPlain = text.unicodeScalars.allSatisfy { $0 != "\t" && replacement(for: $0) == nil }
    if isPlain { return text }
    var shown = String.UnicodeScalarView()
    for scalar in text.unicodeScalars { append(scalar, to: &shown) }
    return String(shown)
  }

  /// Appends one scalar in its visible form.
  static func append(_ scalar: Unicode.Scalar, to shown: inout String.UnicodeScalarView) {
    if scalar == "\t" {
      shown.append("→")
    } else if let replacement = replacement(for: scalar) {
      shown.append(contentsOf: replacement.unicodeScalars)
    } else {
      shown.append(scalar)
    }
  }

  /// The ASCII text that stands for a scalar that must not be printed as it is.
  static func replacement(for scalar: Unicode.Scalar) -> String? {
    // Printable ASCII and Thai.
    if 0x20..<0x7F ~= scalar.value || 0x0E01..<0x0E80 ~= scalar.value { return nil }
    return switch scalar.value {
    // A tab is one arrow.
    case 0x09: nil
    case 0x00...0x1F, 0x7F...0x9F,
      // Marks of direction, line and paragraph separators, the byte order mark.
      0x061C, 0x200E, 0x200F, 0x2028...0x202E, 0x2066...0x2069, 0xFEFF,
      // Invisible tags, which can carry hidden text.
      0xE0000...0xE0FFF:
      name(of: scalar)
    default: nil
    }
  }

  private static func name(of scalar: Unicode.Scalar) -> String {
    let digits = String(scalar.value, radix: 16, uppercase: true)
    let zeros = String(repeating: "0", count: max(0, 4 - digits.utf8.count))
    return "<U+\(zeros)\(digits)>"
  }
}
