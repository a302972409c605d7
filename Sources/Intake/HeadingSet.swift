import ThaiText
import WordDocuments

/// A known heading at the beginning of a paragraph.
struct FoundHeading {
  /// The form of the heading.
  let key: String
  /// The heading as it stands there.
  let text: String
  /// What follows it on the same line.
  let rest: String
}

/// The headings of a mapping, by the forms in which they are compared.
struct HeadingSet {
  /// The numbers of the sections that each heading may stand for.
  private var sections: [String: Set<Int>] = [:]
  /// The headings of the tables under each heading.
  private var columns: [String: Set<String>] = [:]

  init(_ mapping: Mapping) {
    for (number, section) in mapping.sections.enumerated() {
      let columns = (section.columns ?? []).flatMap(\.headings).map(HeadingText.key)
      for heading in section.headings {
        let key = HeadingText.key(heading)
        sections[key, default: []].insert(number)
        self.columns[key, default: []].formUnion(columns)
      }
    }
  }

  /// Whether all that a heading stands for is also what another stands for.
  func isSame(_ key: String, as other: String) -> Bool {
    guard let own = sections[key], let others = sections[other] else { return false }
    return own.isSubset(of: others)
  }

  /// Whether two headings have a field in common.
  func isShared(_ key: String, with other: String) -> Bool {
    guard let own = sections[key], let others = sections[other] else { return false }
    return !own.isDisjoint(with: others)
  }

  /// Whether a text is the heading of a column of the table under a heading.
  func isColumn(_ text: String, under key: String) -> Bool {
    columns[key]?.contains(HeadingText.key(text)) ?? false
  }

  /// The form of a text that is a heading, number and brackets left out.
  func exact(_ text: String) -> String? {
    guard text.utf8.count <= 600 else { return nil }
    let plain = HeadingText.withoutNumber(text)
    let key = HeadingText.key(plain)
    if sections[key] != nil { return key }
    guard let bracket = plain.unicodeScalars.firstIndex(of: "(") else { return nil }
    let short = HeadingText.key(String(plain.unicodeScalars[..<bracket]))
    return sections[short] == nil ? nil : short
  }

  /// The heading that a paragraph is, or begins with, and what follows it on the same line.
  ///
  /// A colon, a tab or two blanks part the two; one blank only where a number or the outline says that
  /// the line is a heading.
  func heading(of paragraph: WordDocument.Paragraph) -> FoundHeading? {
    guard let longest = longestBeginning(of: paragraph.text) else { return nil }
    if let key = exact(paragraph.text) {
      return FoundHeading(key: key, text: paragraph.text, rest: "")
    }
    let scalars = Array(HeadingText.withoutNumber(paragraph.text).unicodeScalars)
    let isHeading = paragraph.level != nil || HeadingText.hasNumber(paragraph.text)
    var found: FoundHeading?
    var letters = 0
    var hasBracket = false
    for index in scalars.indices.prefix(200) {
      if scalars[index] == "(" { hasBracket = true }
      if !scalars[index].properties.isWhitespace { letters += 1 }
      // Letters that are written in two ways are at most two for one.
      guard hasBracket || letters <= 2 * longest else { break }
      let isParting: Bool
      switch scalars[index] {
      case ":", "\t": isParting = true
      case " ":
        isParting = isHeading || index + 1 < scalars.count && scalars[index + 1] == " "
      default: isParting = false
      }
      guard isParting else { continue }
      let head = String(String.UnicodeScalarView(scalars[..<index]))
      guard let key = exact(head) else { continue }
      var rest = String.UnicodeScalarView(scalars[index...])
      while let first = rest.first, first == ":" || first.properties.isWhitespace {
        rest.removeFirst()
      }
      found = FoundHeading(key: key, text: head, rest: ListText.trimmed(String(rest)))
    }
    return found
  }

  /// How long the longest heading is that a text begins with; most paragraphs begin with none, and need not
  /// be looked at further.
  private func longestBeginning(of text: String) -> Int? {
    let beginning = String(text.unicodeScalars.prefix(300))
    let key = HeadingText.key(HeadingText.withoutNumber(beginning))
    return sections.keys.lazy.filter { key.utf8.starts(with: $0.utf8) }.map(\.unicodeScalars.count)
      .max()
  }
}
