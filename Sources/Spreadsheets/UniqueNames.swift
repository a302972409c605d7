import ThaiText

/// Names, each of which is given once: headings of a sheet, sheets of a workbook.
package struct UniqueNames {
  private let longest: Int
  private var taken: Set<String> = []
  /// The last number behind each name that came twice: of thousands of one name none is tried again.
  private var numbers: [String: Int] = [:]

  package init(longest: Int, taken: [String] = []) {
    self.longest = longest
    for name in taken { self.taken.insert(HeadingText.key(name)) }
  }

  /// The name, if it is free; else with the name of its group in front, else with a number behind.
  package mutating func unique(_ name: String, group: String) -> String {
    let plain = cut(name)
    if taken.insert(HeadingText.key(plain)).inserted { return plain }
    if !group.isEmpty {
      let whole = cut("\(group) - \(name)")
      if taken.insert(HeadingText.key(whole)).inserted { return whole }
    }
    var number = numbers[plain] ?? 2
    while true {
      let suffix = " \(number)"
      let numbered = cut(name, to: longest - suffix.utf8.count) + suffix
      if taken.insert(HeadingText.key(numbered)).inserted {
        numbers[plain] = number + 1
        return numbered
      }
      number += 1
    }
  }

  /// Excel counts UTF-16 units.
  private func cut(_ name: String, to length: Int? = nil) -> String {
    var left = length ?? longest
    var result = String.UnicodeScalarView()
    for scalar in name.unicodeScalars {
      left -= UTF16.width(scalar)
      guard left >= 0 else { break }
      result.append(scalar)
    }
    return String(result)
  }
}
