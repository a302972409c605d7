import Catalogues
import Diagnostics
import DocumentArena
import DocumentReading
import Foundation
import RuleModel
import SourceText
import Submissions

/// Reads YAML that a test holds.
func yaml(_ text: String, name: String = "test.yaml") throws -> Document {
  try YAMLReader.readOne(SourceFile(name: name, text: text))
}

/// A diagnostic on one line: `3:7+4 RULE-001 unknown key “x”`.
func line(_ diagnostic: Diagnostic) -> String {
  let position = diagnostic.place.position
  let place = position.map { "\($0.line):\($0.column)+\(diagnostic.place.length)" } ?? "-"
  let mark = diagnostic.severity == .warning ? " warning:" : ""
  return "\(place) \(diagnostic.code.text)\(mark) \(diagnostic.message.en)"
}

/// The files of the repository that tests read.
enum Repository {
  /// The folder of the package.
  static let root: String = {
    let here = "\(#filePath)"
    let parts = here.split(separator: "/", omittingEmptySubsequences: false)
    return parts.dropLast(3).joined(separator: "/")
  }()

  /// A file of the package as a document.
  static func document(_ path: String) throws -> Document {
    let file = try FileReader.read(root + "/" + path)
    return try YAMLReader.readOne(SourceFile(name: path, bytes: file.bytes))
  }

  /// The names of the files of a folder, sorted.
  static func files(in folder: String, ending: String = ".yaml") -> [String] {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: root + "/" + folder)) ?? []
    return names.filter { $0.hasSuffix(ending) }.sorted().map { folder + "/" + $0 }
  }

  /// The catalogues as shipped.
  static func catalogues() throws -> CatalogueSet {
    try CatalogueLoader.load(files(in: "Rules/catalogues").map(document)).get()
  }

  /// The kinds as shipped.
  static func kinds() throws -> KindSet {
    let files = files(in: "Rules/kinds").filter { !$0.hasSuffix("/envelope.yaml") }
    return try KindLoader.load(
      envelope: document("Rules/kinds/envelope.yaml"),
      kinds: files.map(document),
      catalogues: catalogues()
    ).get()
  }
}

extension Repository {
  /// All that a rule may name, as shipped.
  static func context() throws -> RuleContext {
    let kinds = try kinds()
    let catalogues = try catalogues()
    return RuleContext(
      kinds: kinds,
      catalogues: catalogues,
      sharedParameters: try ParameterLoader.load(
        document("Rules/parameters.yaml"),
        kinds: kinds,
        catalogues: catalogues
      ).get(),
      clauses: try ManualClauses.load(document("Rules/manual-clauses.yaml")).get()
    )
  }

  /// The rule files as shipped.
  static var ruleFiles: [String] {
    ["alignment", "completeness", "consistency", "disclosure", "procedure", "threshold"]
      .flatMap { files(in: "Rules/" + $0) }
  }
}

/// The folder of shared reading beside the package, which tests may read and never copy.
enum SharedFiles {
  private static var folder: String {
    ProcessInfo.processInfo.environment["KRONG_SHARED"] ?? Repository.root + "/../shared"
  }

  /// Whether a file is there.
  static func has(_ path: String) -> Bool {
    FileManager.default.fileExists(atPath: folder + "/" + path)
  }

  /// A file as text.
  static func text(_ path: String) throws -> String {
    try String(contentsOfFile: folder + "/" + path, encoding: .utf8)
  }
}
