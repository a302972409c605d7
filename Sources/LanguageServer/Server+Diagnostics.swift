import Diagnostics
import Findings
import Krong
import RuleModel
import SourceText

/// What was told about a file last.
struct PublishedFile {
  /// The diagnostics as they were sent.
  var diagnostics: [JSONValue]
  /// The text of them, to see whether they changed.
  var text: String
  /// The version of the document, where it was open.
  var version: Int?
  /// What mends belong to them.
  var mends: [FileMend]
}

/// A mend with the diagnostic to which it belongs.
struct FileMend {
  let mend: Mend
  /// The bytes of the diagnostic.
  let range: Range<Int>
  let diagnostic: JSONValue
}

// What is wrong with the files, told to the client.
extension LanguageServer {
  mutating func diagnose() {
    var files: [String: FileReport] = [:]
    var lines = LinesOfFiles(documents)
    let byFolder = Dictionary(grouping: documents.values) { folder(of: $0) ?? "" }
    for folder in trees.keys.sorted() {
      let own = (byFolder[folder] ?? []).sorted { $0.path < $1.path }
      trees[folder]?.look(
        at: own,
        checksSubmissions: client.checksSubmissions
      )
      guard let tree = trees[folder] else { continue }
      lines.read = { tree.rules.source(of: $0)?.utf8Bytes }
      for diagnostic in tree.all { report(diagnostic, &files, &lines) }
      for (_, submissions) in tree.findings.sorted(by: { $0.key < $1.key }) {
        for finding in submissions.flatMap(\.findings) { report(finding, tree, &files, &lines) }
      }
    }
    publish(files)
  }

  /// What is to be told of one file.
  struct FileReport {
    var diagnostics: [JSONValue] = []
    var mends: [FileMend] = []
  }

  /// The most diagnostics of one file.
  private static let most = 500

  private mutating func publish(_ files: [String: FileReport]) {
    let open = Dictionary(
      documents.values.map { ($0.path, $0) },
      uniquingKeysWith: { first, _ in first }
    )
    let paths = Set(files.keys).union(published.keys).union(open.keys)
    for path in paths.sorted() {
      let report = files[path] ?? FileReport()
      let list = JSONValue.list(Array(report.diagnostics.prefix(Self.most)))
      let text = list.text
      let document = open[path]
      let last = published[path]
      published[path] =
        document == nil && report.diagnostics.isEmpty
        ? nil
        : PublishedFile(
          diagnostics: report.diagnostics,
          text: text,
          version: document?.version,
          mends: report.mends
        )
      if last == nil, document == nil, report.diagnostics.isEmpty { continue }
      if let last, last.text.utf8.elementsEqual(text.utf8), last.version == document?.version {
        continue
      }
      notify(
        "textDocument/publishDiagnostics",
        .object([
          "uri": .string(document?.uri ?? FileAddress.uri(of: path)),
          "version": document.map { .int($0.version) },
          "diagnostics": list,
        ])
      )
    }
  }

  // MARK: One diagnostic

  private func report(
    _ diagnostic: Diagnostic,
    _ files: inout [String: FileReport],
    _ lines: inout LinesOfFiles
  ) {
    let path = diagnostic.place.file
    let range = lines.range(of: diagnostic.place)
    var text = diagnostic.message[language]
    var related: [JSONValue] = []
    for note in diagnostic.notes {
      if let place = note.place, client.hasRelatedInformation {
        related.append(self.related(note.text, place.file, lines.json(place, client.encoding)))
      } else {
        text += "\n" + note.text[language]
      }
    }
    if let help = diagnostic.help { text += pick("\nวิธีแก้: ", "\nhelp: ") + help[language] }
    let code = diagnostic.code.text
    let json = json(
      range: lines.json(range, in: path, client.encoding),
      severity: diagnostic.severity == .error ? 1 : 2,
      code: code,
      page: options.pages?(code, language),
      text: text,
      related: related
    )
    files[path, default: FileReport()].diagnostics.append(json)
    for mend in diagnostic.mends {
      files[mend.file, default: FileReport()].mends.append(
        FileMend(mend: mend, range: range, diagnostic: json)
      )
    }
  }

  private func report(
    _ finding: Finding,
    _ tree: Tree,
    _ files: inout [String: FileReport],
    _ lines: inout LinesOfFiles
  ) {
    guard finding.outcome != .waived, finding.outcome != .notChecked else { return }
    let place = finding.place
    let range = lines.range(of: place)
    var text = finding.message[language]
    if !finding.remedy[language].isEmpty {
      text += pick("\nแนวทางแก้ไข: ", "\nremedy: ") + finding.remedy[language]
    }
    if !finding.clauses.isEmpty {
      text += pick("\nที่มา: ", "\nsource: ") + finding.clauses.joined(separator: ", ")
    }
    let related = finding.related.map { other in
      self.related(
        other.text,
        other.place.file,
        lines.json(lines.range(of: other.place), in: other.place.file, client.encoding)
      )
    }
    let rule = tree.rules.knowledge?.rules.first { $0.id == finding.rule }
    let isUnknown = finding.outcome == .unknown
    let json = json(
      range: lines.json(range, in: place.file, client.encoding),
      severity: isUnknown ? 3 : finding.severity.number,
      code: finding.rule,
      page: rule?.document.source.name ?? options.pages?(finding.rule, language),
      text: text,
      related: client.hasRelatedInformation ? related : []
    )
    files[place.file, default: FileReport()].diagnostics.append(json)
  }

  private func related(_ text: LocalizedText, _ path: String, _ range: JSONValue) -> JSONValue {
    [
      "location": ["uri": .string(uri(of: path)), "range": range],
      "message": .string(text[language]),
    ]
  }

  private func json(
    range: JSONValue,
    severity: Int,
    code: String,
    page: String?,
    text: String,
    related: [JSONValue]
  ) -> JSONValue {
    let address = client.hasCodeDescriptions ? page.map { FileAddress.uri(of: $0) } : nil
    return .object([
      "range": range,
      "severity": .int(severity),
      "code": .string(code),
      "codeDescription": address.map { ["href": .string($0)] },
      "source": "krong",
      "message": .string(text),
      "relatedInformation": related.isEmpty ? nil : .list(related),
    ])
  }
}

extension Severity {
  /// The number of the protocol.
  fileprivate var number: Int {
    switch self {
    case .error: 1
    case .warning: 2
    case .info: 3
    }
  }
}

/// The lines of files at which diagnostics point, each read once.
struct LinesOfFiles {
  private var known: [String: TextLines]
  var read: (String) -> [UInt8]? = { _ in nil }

  init(_ documents: [String: TextDocument]) {
    known = Dictionary(
      documents.values.map { ($0.path, $0.lines) },
      uniquingKeysWith: { first, _ in first }
    )
  }

  private mutating func lines(of path: String) -> TextLines {
    if let lines = known[path] { return lines }
    let lines = TextLines(read(path) ?? [])
    known[path] = lines
    return lines
  }

  mutating func range(of place: Diagnostic.Place) -> Range<Int> {
    range(place.file, place.position, place.length)
  }

  mutating func range(of place: FindingPlace) -> Range<Int> {
    range(place.file, place.linePosition, place.length)
  }

  private mutating func range(
    _ path: String,
    _ position: SourcePosition?,
    _ length: UInt32
  ) -> Range<Int> {
    guard let position else { return 0..<0 }
    let lines = lines(of: path)
    let start = lines.offset(of: position)
    return start..<max(start, lines.offset(start, plus: Int(length)))
  }

  mutating func json(_ place: Diagnostic.Place, _ encoding: PositionEncoding) -> JSONValue {
    json(range(of: place), in: place.file, encoding)
  }

  mutating func json(
    _ range: Range<Int>,
    in path: String,
    _ encoding: PositionEncoding
  ) -> JSONValue {
    lines(of: path).json(range, encoding)
  }
}
