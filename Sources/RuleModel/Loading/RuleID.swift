/// The form of rule ids and the names of their files.
package enum RuleID {
  /// Whether a text is a rule id: `J02-CMP-003`, `COM-ALN-001`, `KORAT-001`.
  ///
  /// A capital, then 1 to 15 capitals or digits; parts of 2 to 10 of them; three digits at the end.
  package static func isWellFormed(_ bytes: some Collection<UInt8>) -> Bool {
    let parts = bytes.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
    guard parts.count >= 2, let first = parts.first, let last = parts.last else { return false }
    guard let letter = first.first, isCapital(letter), (2...16).contains(first.count),
      first.allSatisfy({ isCapital($0) || isDigit($0) })
    else { return false }
    guard last.count == 3, last.allSatisfy(isDigit) else { return false }
    return parts.dropFirst().dropLast().allSatisfy { part in
      (2...10).contains(part.count) && part.allSatisfy { isCapital($0) || isDigit($0) }
    }
  }

  /// The id that the name of a file calls for; nil for names that are no YAML file.
  static func expected(forFile name: String) -> String? {
    let file = name.split(separator: "/").last.map(String.init) ?? name
    for ending in [".yaml", ".yml"] where file.hasSuffix(ending) {
      return String(file.dropLast(ending.count))
    }
    return nil
  }

  private static func isCapital(_ byte: UInt8) -> Bool { byte >= 0x41 && byte <= 0x5A }
  private static func isDigit(_ byte: UInt8) -> Bool { byte >= 0x30 && byte <= 0x39 }
}
