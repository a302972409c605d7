import ThaiText

/// Names, each of which is given once: headings of a sheet, sheets of a workbook.
struct UniqueNames {
  private let longest: Int
  private var taken: Set<String> = []

  init(longest: Int, taken: [String] = []) {
    self.longest = longest
    for name in taken { self.taken.insert(HeadingText.key(name)) }
  }

  /// The name, if it is free; else with the name of its group in front, else with a number behind.
  mutating func unique(_ name: String, group: String) -> String {
    let plain = cut(name)
    if taken.insert(HeadingText.key(plain)).inserted { return plain }
    if !group.isEmpty {
      let whole = cut("\(group) - \(name)")
      if taken.insert(HeadingText.key(whole)).inserted { return whole }
    }
    var number = 2
    while true {
      let suffix = " \(number)"
      let numbered = cut(name, to: longest - suffix.utf8.count) + suffix
      if taken.insert(HeadingText.key(numbered)).inserted { return numbered }
      number += 1
    }
  }

  private func cut(_ name: String, to length: Int? = nil) -> String {
    // Excel counts UTF-16 units; Thai letters take one each.
    String(String.UnicodeScalarView(name.unicodeScalars.prefix(length ?? longest)))
  }
}
