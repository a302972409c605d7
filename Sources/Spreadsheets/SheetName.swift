/// Names of sheets as Excel allows them.
package enum SheetName {
  /// The most characters of one, in UTF-16 units.
  package static let longest = 31

  /// A name without the characters that none may have, and without spaces at its ends.
  package static func allowed(_ name: String) -> String {
    var result = String.UnicodeScalarView()
    for scalar in name.unicodeScalars {
      let isRefused = "[]:*?/\\'".unicodeScalars.contains(scalar) || scalar.value < 0x20
      let next = isRefused ? " " : scalar
      if next != " " || !(result.last.map { $0 == " " } ?? true) { result.append(next) }
    }
    if result.last == " " { result.removeLast() }
    return String(result)
  }

  /// An allowed name that is short enough; names that differ at their start stay different.
  package static func fitting(_ name: String) -> String {
    var room = longest
    var result = String.UnicodeScalarView()
    for scalar in allowed(name).unicodeScalars {
      room -= scalar.value > 0xFFFF ? 2 : 1
      if room < 0 { break }
      result.append(scalar)
    }
    if result.last == " " { result.removeLast() }
    return String(result)
  }
}
