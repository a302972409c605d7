import SourceText

/// Text as GitHub's Markdown, so that nothing in it is taken for markup.
enum MarkdownText {
  private static let special = Set("\\`*_{}[]<>|~#&".unicodeScalars)

  /// The text with its punctuation escaped; line feeds become `<br>`.
  static func escaped(_ text: String) -> String {
    text.split(separator: "\n", omittingEmptySubsequences: false)
      .map { line(String($0)) }.joined(separator: "<br>")
  }

  private static func line(_ text: String) -> String {
    let text = VisibleText.of(text)
    var result = ""
    var isFirst = true
    var previous: Unicode.Scalar = " "
    var isNumber = true
    let scalars = Array(text.unicodeScalars)
    for (index, scalar) in scalars.enumerated() {
      let isLast = index + 1 == scalars.count || scalars[index + 1] == " "
      let startsList = isFirst && (scalar == "=" || isLast && (scalar == "-" || scalar == "+"))
      let endsNumber = isNumber && !isFirst && isLast && (scalar == "." || scalar == ")")
      // https://… would become a link by itself.
      let isAddress = scalar == "/" && previous == ":"
      if special.contains(scalar) || startsList || endsNumber || isAddress { result += "\\" }
      result.unicodeScalars.append(scalar)
      isNumber = isNumber && (0x30...0x39).contains(scalar.value)
      if scalar != " " { isFirst = false }
      previous = scalar
    }
    return result
  }

  /// A code span where the text allows one; inside tables a bar stays escaped.
  static func code(_ text: String) -> String {
    let visible = VisibleText.of(text)
    let isMarkup = visible.utf8.contains { $0 == 0x60 || $0 == 0x7C || $0 == 0x5C }
    guard !isMarkup, !visible.isEmpty, visible.first != " ", visible.last != " " else {
      return escaped(text)
    }
    return "`\(visible)`"
  }

  /// Strong text; blanks stay outside, where they do not keep the stars from counting.
  ///
  /// Beside a letter, stars count only next to a letter; `isOpen` says whether there is none on that side.
  static func strong(
    _ text: String,
    isOpenBefore: Bool = true,
    isOpenAfter: Bool = true
  ) -> String {
    let scalars = text.unicodeScalars
    guard let first = scalars.firstIndex(where: { $0 != " " }),
      let last = scalars.lastIndex(where: { $0 != " " })
    else { return text }
    let inner = String(scalars[first...last])
    let before = String(scalars[..<first])
    let after = String(scalars[scalars.index(after: last)...])
    let isSound =
      (isOpenBefore || !before.isEmpty || isWord(scalars[first]))
      && (isOpenAfter || !after.isEmpty || isWord(scalars[last]))
    let marked = isSound ? "**\(escaped(inner))**" : "<strong>\(escaped(inner))</strong>"
    return before + marked + after
  }

  private static func isWord(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.isAlphabetic || scalar.properties.numericType != nil
      || (0x0E00...0x0E7F).contains(scalar.value)
  }
}
