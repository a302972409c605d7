import DocumentArena
public import Diagnostics
public import Findings
import SourceText

extension ExpressionTrace {
  /// The trace as a tree of lines: what is written, its value, where both stand.
  public func text(in language: Language) -> String {
    TraceReporter(language: language).text(of: self)
  }

  /// The tree of lines without places in the expression, for conditions that stand nowhere as a whole.
  public func lines(in language: Language) -> [String] {
    var lines: [String] = []
    TraceReporter(language: language, showsPlaces: false).add(self, "", "", &lines)
    return lines
  }

  /// The trace as JSON, in both languages.
  public var json: String {
    var writer = JSONWriter()
    TraceReporter.write(self, &writer)
    return writer.text + "\n"
  }
}

/// Writes traces.
private struct TraceReporter {
  let language: Language
  var showsPlaces = true

  func text(of trace: ExpressionTrace) -> String {
    var lines: [String] = []
    add(trace, "", "", &lines)
    lines.append("")
    lines.append(pick("ชนิดของผลลัพธ์: ", "type: ") + trace.type[language])
    return lines.joined(separator: "\n") + "\n"
  }

  private func pick(_ th: String, _ en: String) -> String { language == .th ? th : en }

  func add(
    _ trace: ExpressionTrace,
    _ head: String,
    _ indent: String,
    _ lines: inout [String]
  ) {
    var line = head + VisibleText.of(trace.text) + "  =  " + value(of: trace)
    if showsPlaces { line += "    " + at(trace.place) }
    if let origin = trace.origin { line += "  ← " + at(origin) }
    lines.append(line)
    for (index, part) in trace.parts.enumerated() {
      let isLast = index == trace.parts.count - 1
      add(part, indent + (isLast ? "└─ " : "├─ "), indent + (isLast ? "   " : "│  "), &lines)
    }
  }

  /// The value as CEL writes it, and as people read it where that differs.
  private func value(of trace: ExpressionTrace) -> String {
    let shown = VisibleText.of(trace.shown[language])
    guard trace.outcome == .value else {
      return trace.outcome == .error ? pick("ผิดพลาด: ", "error: ") + shown : shown
    }
    let value = VisibleText.of(trace.value)
    let isSame =
      shown.utf8.elementsEqual(value.utf8) || "\"\(shown)\"".utf8.elementsEqual(value.utf8)
    return isSame || shown == "–" ? value : "\(value) (\(shown))"
  }

  private func at(_ place: Diagnostic.Place) -> String {
    place.position.map { "\(place.file):\($0.line):\($0.column)" } ?? place.file
  }

  private func at(_ place: FindingPlace) -> String {
    place.position.map { "\(place.file):\($0.line):\($0.column)" } ?? place.file
  }

  static func write(_ trace: ExpressionTrace, _ writer: inout JSONWriter) {
    writer.object {
      $0.member("text", trace.text)
      $0.member("file", trace.place.file)
      $0.member("line", trace.place.position.map { Int($0.line) })
      $0.member("column", trace.place.position.map { Int($0.column) })
      $0.member("type", trace.type)
      $0.member("outcome", trace.outcome.rawValue)
      $0.member("value", trace.outcome == .notEvaluated ? nil : trace.value)
      $0.member("shown", trace.shown)
      $0.member("missing", trace.missing)
      $0.key("origin")
      if let origin = trace.origin { write(origin, &$0) } else { $0.null() }
      $0.member("parts", trace.parts) { write($1, &$0) }
    }
  }

  private static func write(_ place: FindingPlace, _ writer: inout JSONWriter) {
    writer.object {
      $0.member("file", place.file)
      $0.member("path", place.path.description)
      $0.member("line", place.position.map { Int($0.line) })
      $0.member("column", place.position.map { Int($0.column) })
      $0.member("label", place.label)
    }
  }
}
