import Catalogues
public import Diagnostics
import DocumentArena
import DocumentReading
import Layout
import Schemas
public import SourceText
import Submissions

/// A file beside the form in which `krong fmt` writes it.
public struct FormattedFile: Sendable {
  /// The file as it was read.
  public let source: SourceFile

  /// The bytes in the form of the project.
  public let bytes: [UInt8]

  /// Whether the file is not in that form yet.
  public var isChanged: Bool { bytes != source.bytes }

  /// What would change, as `diff -u` shows it; empty when nothing would.
  public var diff: String { UnifiedDiff.text(source.bytes, bytes, file: source.name, around: 3) }

  /// That the file is not in the form of the project, at the first line that differs; nil when it is.
  public var diagnostic: Diagnostic? {
    guard isChanged else { return nil }
    let common = zip(source.bytes, bytes).prefix { $0 == $1 }.count
    let line = LineIndex(source).position(atOffset: common).line
    return Diagnostic(
      .layoutDiffers,
      .error,
      LocalizedText(
        th: "แฟ้มยังไม่ได้จัดรูปแบบ ต่างตั้งแต่บรรทัดนี้",
        en: "the file is not formatted; it differs from this line on"
      ),
      at: Diagnostic.Place(
        file: source.name,
        position: SourcePosition(line: line, column: 1)
      ),
      help: LocalizedText(
        th: "สั่ง krong fmt \(source.name) เพื่อจัด หรือ krong fmt --diff เพื่อดูก่อน",
        en: "run `krong fmt \(source.name)`, or `krong fmt --diff` to see it first"
      )
    )
  }
}

extension Workspace {
  /// A YAML file of the project in its one form: keys in the order of the language, the same indentation, all
  /// comments; the meaning stays.
  ///
  /// Files that the project does not know, submissions among them, keep the order of their keys.
  ///
  /// - Throws: What is wrong with the file, or that it is written in a way that cannot be kept.
  public static func formatted(_ source: SourceFile) throws(DiagnosticError) -> FormattedFile {
    let bytes = try FileLayout.formatted(source, order: keyOrder)
    return FormattedFile(source: source, bytes: bytes)
  }

  /// The YAML files that paths name: files as they are, of folders all below them.
  public static func filesToFormat(_ paths: [String]) throws(DiagnosticError) -> [String] {
    var files: [String] = []
    for path in paths {
      if FolderListing.kind(of: path) == .folder {
        files += try FolderListing.files(under: path, endings: RuleFolder.endings)
      } else {
        files.append(path)
      }
    }
    return files
  }

  /// Reads a file and gives it in the form of the project.
  public static func formatted(path: String) throws(DiagnosticError) -> FormattedFile {
    try formatted(FileReader.read(path))
  }

  /// The order of the keys of a file: its first key that names a sort of files tells which.
  private static func keyOrder(_ document: Document) -> KeyOrder? {
    let sorts: [(key: String, sort: SchemaSet.Sort)] = [
      ("rule", .rule), ("mapping", .mapping), ("kind", .kind), ("envelope", .envelope),
      ("catalogue", .catalogue), ("shared_params", .parameters), ("office", .office),
      ("profile", .profile), ("waivers", .waivers), ("equivalent", .mutants), ("cases", .cases),
      ("expect", .cases),
    ]
    // A submission has a kind as well, but no version of our language.
    guard document.child(of: document.root, "krong") != nil,
      let sort = sorts.first(where: { document.child(of: document.root, $0.key) != nil })?.sort
    else { return nil }
    return KeyOrder(emptySchemas.schema(of: sort))
  }

  /// Schemas without kinds and catalogues: the order of keys does not depend on them.
  private static let emptySchemas = SchemaSet(
    kinds: KindSet(
      envelope: SubmissionKind(
        id: "envelope",
        title: LocalizedText(verbatim: "envelope"),
        jobs: [],
        root: RecordType(name: "envelope", fields: []),
        records: [:],
        codeLists: [:]
      ),
      kinds: []
    ),
    catalogues: CatalogueSet([])
  )
}
