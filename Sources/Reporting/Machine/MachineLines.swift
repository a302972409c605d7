import DocumentArena
import Findings
import SourceText

/// A stretch of one line in the units that SARIF and annotations count in: UTF-16 units from 1.
struct MachineRegion: Equatable {
  let line: Int
  let column: Int
  /// The column after the last unit.
  let endColumn: Int
}

/// A stretch over one line or several, in the same units; empty where something is inserted.
struct MachineSpan: Equatable {
  let line: Int
  let column: Int
  let endLine: Int
  let endColumn: Int
}

/// The lines of all files of a report, found by the bytes of their names when first needed.
struct MachineLines {
  private let sources: [[UInt8]: SourceFile]
  private var indexes: [[UInt8]: LineIndex] = [:]

  /// Takes the files; of two with one name the first counts.
  init(_ sources: [SourceFile]) {
    self.sources = Dictionary(sources.map { (Array($0.name.utf8), $0) }) { first, _ in first }
  }

  /// Takes the files of the submissions.
  init(_ report: Report) {
    self.init(report.submissions.compactMap(\.result.header.document?.source))
  }

  /// The region of a place; nil for a place without a line.
  ///
  /// Where the text of the file is not at hand, scalars are taken for units: the difference shows only
  /// behind characters beyond U+FFFF.
  mutating func region(
    _ file: String,
    _ position: SourcePosition?,
    length: UInt32
  ) -> MachineRegion? {
    guard let position else { return nil }
    let (past, overflow) = position.column.addingReportingOverflow(length)
    let end = SourcePosition(line: position.line, column: overflow ? .max : past)
    guard let lines = index(of: file) else {
      return MachineRegion(
        line: Int(position.line),
        column: Int(position.column),
        endColumn: Int(end.column)
      )
    }
    let column = Int(lines.utf16Column(of: position))
    return MachineRegion(
      line: Int(position.line),
      column: column,
      endColumn: max(column, Int(lines.utf16Column(of: end)))
    )
  }

  /// The region of some bytes of a file; nil when its text is not at hand.
  mutating func region(_ file: String, _ span: SourceSpan) -> MachineSpan? {
    guard let lines = index(of: file) else { return nil }
    let start = lines.position(atOffset: Int(span.start))
    let end = lines.position(atOffset: Int(span.end))
    return MachineSpan(
      line: Int(start.line),
      column: Int(lines.utf16Column(of: start)),
      endLine: Int(end.line),
      endColumn: Int(lines.utf16Column(of: end))
    )
  }

  private mutating func index(of file: String) -> LineIndex? {
    let name = Array(file.utf8)
    if let known = indexes[name] { return known }
    guard let source = sources[name] else { return nil }
    let index = LineIndex(source)
    indexes[name] = index
    return index
  }
}

/// Addresses of files in machine formats.
enum ArtifactAddress {
  /// The file's name as a URI reference (RFC 3986): relative names stay relative, others get `file://`.
  static func of(_ file: String) -> String {
    var text = file.hasPrefix("/") ? "file://" : ""
    for byte in file.utf8 {
      if isPlain(byte) {
        text.unicodeScalars.append(Unicode.Scalar(byte))
      } else {
        let digits = String(byte, radix: 16, uppercase: true)
        text += digits.utf8.count == 1 ? "%0\(digits)" : "%\(digits)"
      }
    }
    return text
  }

  private static func isPlain(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."),
      UInt8(ascii: "_"), UInt8(ascii: "~"), UInt8(ascii: "/"):
      true
    default: false
    }
  }
}
