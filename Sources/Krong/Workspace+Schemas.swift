public import Diagnostics
import DocumentReading
import Schemas
import SourceText

/// A JSON Schema as a file.
public struct SchemaFile: Sendable {
  /// Its name, such as `rule` or `annual-action-plan`.
  public let name: String
  /// What it is for.
  public let title: LocalizedText
  /// The schema.
  public let json: String

  /// The name of the file: `rule.schema.json`.
  public var fileName: String { "\(name).schema.json" }
}

extension Workspace {
  /// The JSON Schemas (2020-12) of the files of the project, of its reports, and of each kind of submission.
  ///
  /// Those of reports are the files of `schemas/` in the folder of rules; the others follow from the key tables
  /// of the strict readers, the kinds and the catalogues.
  ///
  /// - Parameters:
  ///   - folder: The folder of rules; its rules are not read.
  ///   - name: One of the schemas; nil for all.
  /// - Returns: The schemas, in order.
  /// - Throws: When there is none of that name, or kinds, catalogues or a file of `schemas/` cannot be read.
  public static func schemas(
    in folder: String,
    named name: String? = nil
  ) throws(DiagnosticError) -> [SchemaFile] {
    let workspace = try load(folder, options: Options(rulePaths: []))
    let set = SchemaSet(kinds: workspace.kinds, catalogues: workspace.catalogues)
    let reports = try reportSchemas(in: folder + "/schemas")
    let known = set.names.map(\.name) + reports.map(\.name)
    if let name, !known.contains(name) { throw noSchema(name, known) }
    var files: [SchemaFile] = []
    for (own, title) in set.names where name.map({ $0 == own }) ?? true {
      guard let schema = set.schema(named: own) else { continue }
      files.append(SchemaFile(name: own, title: title, json: schema.json))
    }
    return files + reports.filter { report in name.map { $0 == report.name } ?? true }
  }

  /// The published schemas of reports.
  private static func reportSchemas(
    in folder: String
  ) throws(DiagnosticError) -> [SchemaFile] {
    let ending = ".schema.json"
    guard FolderListing.kind(of: folder) == .folder else { return [] }
    var files: [SchemaFile] = []
    for entry in try FolderListing.entries(under: folder, endings: [ending]) {
      let name = entry.path.dropFirst(folder.count + 1).dropLast(ending.count)
      let source = try FileReader.read(entry.path)
      let title = LocalizedText(th: "รายงาน \(name)", en: "report \(name)")
      files.append(
        SchemaFile(
          name: String(name),
          title: title,
          json: String(decoding: source.bytes, as: UTF8.self)
        )
      )
    }
    return files
  }

  private static func noSchema(_ name: String, _ known: [String]) -> DiagnosticError {
    DiagnosticError([
      Diagnostic(
        .nothingOfThatName,
        .error,
        LocalizedText(th: "ไม่มีสคีมา “\(name)”", en: "there is no schema “\(name)”"),
        at: Diagnostic.Place(file: "schema", position: nil),
        help: .didYouMean(nearestTo: name, among: known)
      )
    ])
  }
}
