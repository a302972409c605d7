package import Diagnostics
package import DocumentArena
import DocumentReading
import Findings
package import Reporting
import RuleModel
package import SourceText

/// Marks a YAML file with the findings of its submissions.
package struct TextAnnotation {
  /// Begins each comment; by it those of an earlier time are found again.
  private static let mark = "# กรอง▸"

  private let comments: YAMLComments
  private let source: SourceFile
  private let documents: [Document]

  /// Prepares a file, with its documents as they were read.
  package init(_ source: SourceFile, _ documents: [Document]) {
    self.source = source
    self.documents = documents
    comments = YAMLComments(source, documents, mark: Self.mark)
  }

  /// The file without the comments of an earlier time: this is what is checked.
  package var cleaned: SourceFile { comments.cleaned }

  /// The file with comments, and whether all of them stand at the lines that they are about.
  ///
  /// What was written is read again: when the tree is not the same, all comments move to the top.
  package func marked(
    _ report: Report,
    language: Language
  ) throws(DiagnosticError) -> (file: AnnotatedFile, isInPlace: Bool) {
    let text = MarkText(language)
    let findings = report.submissions.flatMap(MarkText.sorted)
    var lines: [Int] = []
    var groups: [Int: [Finding]] = [:]
    var others: [Finding] = []
    for finding in findings {
      guard MarkText.isMarked(finding), let position = finding.place.position else {
        others.append(finding)
        continue
      }
      let line = Int(position.line)
      if groups[line] == nil { lines.append(line) }
      groups[line, default: []].append(finding)
    }
    let head = head(report, others, text)
    let entries = lines.sorted().map { line in
      YAMLComments.Entry(line: line, texts: Self.lines(groups[line] ?? [], text))
    }
    var bytes = comments.marked([head] + entries)
    let isInPlace = Self.reads(bytes, source, as: documents)
    if !isInPlace {
      let moved = entries.map { entry in
        let line = language == .th ? "บรรทัดที่ \(entry.line): " : "line \(entry.line): "
        return YAMLComments.Entry(line: 1, texts: entry.texts.map { line + $0 })
      }
      bytes = comments.marked([head] + moved)
    }
    let file = AnnotatedFile(bytes: bytes, places: lines.count, findings: findings.count)
    return (file, isInPlace)
  }

  private static func reads(
    _ bytes: [UInt8],
    _ source: SourceFile,
    as documents: [Document]
  ) -> Bool {
    let copy = SourceFile(name: source.name, bytes: bytes)
    guard let read = try? DocumentReader.read(copy, format: .yaml) else { return false }
    return YAMLComments.areEqual(read, documents)
  }

  private func head(
    _ report: Report,
    _ others: [Finding],
    _ text: MarkText
  ) -> YAMLComments.Entry {
    let texts = report.submissions.map(text.verdict) + [text.head(report), text.caveat]
    return YAMLComments.Entry(line: 1, texts: texts + Self.lines(others, text))
  }

  private static func lines(_ findings: [Finding], _ text: MarkText) -> [String] {
    var all: [[String]] = []
    for lines in findings.map({ lines($0, text) }) where !all.contains(lines) { all.append(lines) }
    return all.flatMap(\.self)
  }

  private static func lines(_ finding: Finding, _ text: MarkText) -> [String] {
    let lines = text.note(finding).split(separator: "\n").map(String.init)
    guard lines.count > 1 else { return lines }
    return ["\(lines[0]): \(lines[1])"] + lines.dropFirst(2).map { "  " + $0 }
  }
}
