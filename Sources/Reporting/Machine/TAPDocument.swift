import SourceText

/// Results in the Test Anything Protocol, version 14.
struct TAPDocument {
  /// One line of results with what is told below it.
  struct Point {
    var isOK: Bool
    var description: String
    /// Why it was skipped; it then counts neither as met nor as failed.
    var skipped: String?
    /// What is told below a failed point, in order.
    var notes: [(name: String, value: String)] = []
  }

  var points: [Point]

  /// The document; it ends with a line feed.
  var text: String {
    var text = "TAP version 14\n1..\(points.count)\n"
    for (number, point) in points.enumerated() {
      text += point.isOK ? "ok" : "not ok"
      text += " \(number + 1) - \(Self.plain(point.description))"
      if let reason = point.skipped { text += " # SKIP \(Self.plain(reason))" }
      text += "\n"
      guard !point.notes.isEmpty else { continue }
      text += "  ---\n"
      for note in point.notes { text += "  \(note.name): \(Self.value(note.value))\n" }
      text += "  ...\n"
    }
    return text
  }

  /// A description in one line; `#` would begin a directive.
  private static func plain(_ text: String) -> String {
    var result = ""
    for scalar in VisibleText.of(text.replacingLineEnds).unicodeScalars {
      if scalar == "#" || scalar == "\\" { result += "\\" }
      result.unicodeScalars.append(scalar)
    }
    return result
  }

  /// A YAML text: one line in quotes, several as a literal block.
  private static func value(_ text: String) -> String {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    guard lines.count > 1 else { return quoted(text) }
    return "|" + lines.map { "\n    " + VisibleText.of(String($0)) }.joined()
  }

  private static func quoted(_ text: String) -> String {
    var result = "\""
    for scalar in VisibleText.of(text.replacingLineEnds).unicodeScalars {
      if scalar == "\"" || scalar == "\\" { result += "\\" }
      result.unicodeScalars.append(scalar)
    }
    return result + "\""
  }
}

extension String {
  /// The text in one line.
  fileprivate var replacingLineEnds: String {
    split(whereSeparator: \.isNewline).joined(separator: " ")
  }
}
