public import SourceText

/// Writes diagnostics for people: place, sentence, code, the line with carets, notes and the way out.
///
/// ```
/// plan.yaml:3:5: error: the key “name” is given twice [READ-001]
///   3 |     name: b
///     |     ^^^^
/// plan.yaml:2:5: note: first given here
///   2 |     name: a
///     |     ^^^^
///   help: keep one of them, or rename the other
/// ```
public struct DiagnosticRenderer: Sendable {
  private let language: Language
  private let columns: Int
  private let limit: Int

  /// Makes a renderer.
  ///
  /// - Parameters:
  ///   - language: The language of the sentences.
  ///   - columns: The width that excerpts keep to.
  ///   - limit: How many diagnostics are written out; the others are counted.
  public init(language: Language = .th, columns: Int = 80, limit: Int = 100) {
    self.language = language
    self.columns = max(40, columns)
    self.limit = max(1, limit)
  }

  /// The text for all diagnostics, sorted by place; each line ends with a line feed.
  ///
  /// Sources are found by their names; without its source a place is named but not drawn.
  public func render(_ diagnostics: [Diagnostic], sources: [SourceFile] = []) -> String {
    let sorted = Diagnostic.sorted(diagnostics)
    var lines = SourceLines(sources)
    var text = ""
    for diagnostic in sorted.prefix(limit) { append(diagnostic, to: &text, &lines) }
    let rest = sorted.count - limit
    if rest > 0 { text += words.rest(rest) + "\n" }
    return text
  }

  private func append(
    _ diagnostic: Diagnostic,
    to text: inout String,
    _ lines: inout SourceLines
  ) {
    let severity = words.severity(diagnostic.severity)
    let code = VisibleText.of(diagnostic.code.text)
    let message = VisibleText.of(diagnostic.message[language])
    text += "\(head(diagnostic.place)): \(severity): \(message) [\(code)]\n"
    appendExcerpt(of: diagnostic.place, to: &text, &lines)
    for note in diagnostic.notes {
      let message = VisibleText.of(note.text[language])
      guard let place = note.place else {
        text += "  \(words.note): \(message)\n"
        continue
      }
      text += "\(head(place)): \(words.note): \(message)\n"
      appendExcerpt(of: place, to: &text, &lines)
    }
    if let help = diagnostic.help {
      text += "  \(words.help): \(VisibleText.of(help[language]))\n"
    }
  }

  private func head(_ place: Diagnostic.Place) -> String {
    let file = VisibleText.of(place.file)
    guard let position = place.position else { return file }
    return "\(file):\(position.line):\(position.column)"
  }

  private func appendExcerpt(
    of place: Diagnostic.Place,
    to text: inout String,
    _ lines: inout SourceLines
  ) {
    guard let position = place.position, let index = lines.index(ofFile: place.file) else { return }
    let number = String(position.line)
    let excerpt = Excerpt(
      index,
      at: position,
      length: place.length,
      columns: columns - number.utf8.count - 5
    )
    guard let excerpt else { return }
    let blanks = String(repeating: " ", count: number.utf8.count)
    text += "  \(number) | \(excerpt.text)\n"
    text += "  \(blanks) | \(excerpt.carets)\n"
  }

  private var words: RendererWords { RendererWords(language: language) }
}

/// The lines of the sources, found when first needed.
private struct SourceLines {
  private let sources: [SourceFile]
  private var indexes: [Int: LineIndex] = [:]

  init(_ sources: [SourceFile]) {
    self.sources = sources
  }

  mutating func index(ofFile name: String) -> LineIndex? {
    guard let number = sources.firstIndex(where: { $0.name.utf8.elementsEqual(name.utf8) })
    else { return nil }
    if let known = indexes[number] { return known }
    let index = LineIndex(sources[number])
    indexes[number] = index
    return index
  }
}

/// The renderer's own words.
private struct RendererWords {
  let language: Language

  var note: String { language == .th ? "หมายเหตุ" : "note" }

  var help: String { language == .th ? "วิธีแก้" : "help" }

  func severity(_ severity: Diagnostic.Severity) -> String {
    switch (severity, language) {
    case (.error, .th): "ข้อผิดพลาด"
    case (.error, .en): "error"
    case (.warning, .th): "คำเตือน"
    case (.warning, .en): "warning"
    }
  }

  func rest(_ count: Int) -> String {
    language == .th ? "ยังมีอีก \(count) รายการที่ไม่ได้แสดง" : "\(count) more are not shown"
  }
}
