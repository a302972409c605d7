/// Character classes that have a name: `\d`, `[:alpha:]`, `\pL`, `\p{Thai}`.
enum NamedClasses {
  /// `\d \s \w` (ASCII, as in RE2) by their lower-case letter.
  static func perl(_ letter: UInt32) -> ScalarSet? {
    switch letter {
    case 0x64: ScalarSet(pairs: [0x30, 0x39])
    case 0x73: ScalarSet(pairs: [0x09, 0x0A, 0x0C, 0x0D, 0x20, 0x20])
    case 0x77: ScalarSet(pairs: [0x30, 0x39, 0x41, 0x5A, 0x5F, 0x5F, 0x61, 0x7A])
    default: nil
    }
  }

  /// `[:alpha:]` and its like, by name.
  static func posix(_ name: String) -> ScalarSet? {
    let pairs: [UInt32]? =
      switch name {
      case "alnum": [0x30, 0x39, 0x41, 0x5A, 0x61, 0x7A]
      case "alpha": [0x41, 0x5A, 0x61, 0x7A]
      case "ascii": [0x00, 0x7F]
      case "blank": [0x09, 0x09, 0x20, 0x20]
      case "cntrl": [0x00, 0x1F, 0x7F, 0x7F]
      case "digit": [0x30, 0x39]
      case "graph": [0x21, 0x7E]
      case "lower": [0x61, 0x7A]
      case "print": [0x20, 0x7E]
      case "punct": [0x21, 0x2F, 0x3A, 0x40, 0x5B, 0x60, 0x7B, 0x7E]
      case "space": [0x09, 0x0D, 0x20, 0x20]
      case "upper": [0x41, 0x5A]
      case "word": [0x30, 0x39, 0x41, 0x5A, 0x5F, 0x5F, 0x61, 0x7A]
      case "xdigit": [0x30, 0x39, 0x41, 0x46, 0x61, 0x66]
      default: nil
      }
    return pairs.map { ScalarSet(pairs: $0) }
  }

  /// A general category ("Lu", "L"), a script ("Thai") or "Any".
  static func unicode(_ name: String) -> ScalarSet? {
    if name == "Any" { return .all }
    if let pairs = ScriptTable.ranges[name] { return ScalarSet(pairs: pairs) }
    let categories = GeneralCategoryTable.names.indices.filter {
      let category = GeneralCategoryTable.names[$0]
      // RE2 does not offer the category of code points that are not assigned.
      return category != "Cn"
        && (category == name || (name.utf8.count == 1 && category.hasPrefix(name)))
    }
    return categories.isEmpty ? nil : categorySet(Set(categories.map(UInt32.init)))
  }

  private static func categorySet(_ wanted: Set<UInt32>) -> ScalarSet {
    let starts = GeneralCategoryTable.starts
    var ranges: [ScalarSet.Range] = []
    for (index, entry) in starts.enumerated() where wanted.contains(entry & 31) {
      let end = index + 1 < starts.count ? (starts[index + 1] >> 5) - 1 : ScalarSet.last
      ranges.append(ScalarSet.Range(low: entry >> 5, high: end))
    }
    return ScalarSet(ranges)
  }
}
