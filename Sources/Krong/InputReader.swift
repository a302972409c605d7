import Diagnostics
import DocumentArena
import DocumentReading
import SourceText

/// Reads the files of submissions and gathers what cannot be read.
struct InputReader {
  private static let endings = [".yaml", ".yml", ".json", ".ndjson", ".jsonl"]

  private let keys: KeyTable
  private(set) var sources: [SourceFile] = []
  private(set) var problems: [Diagnostic] = []
  private var known: Set<FileIdentity> = []
  /// What was read already, and cannot be read twice: pipes, standard input.
  private let atHand: [SourceFile]

  init(keys: KeyTable, atHand: [SourceFile] = []) {
    self.keys = keys
    self.atHand = atHand
  }

  /// Reads files, folders and `-`; a file named twice is read once.
  mutating func read(_ paths: [String]) -> [Document] {
    var documents: [Document] = []
    for path in paths {
      do {
        for file in try Self.expand(path) { documents += try readFile(file) }
      } catch {
        problems += error.diagnostics
      }
    }
    return documents
  }

  private static func expand(_ path: String) throws(DiagnosticError) -> [String] {
    guard path != "-", FolderListing.kind(of: path) == .folder else { return [path] }
    let files = try FolderListing.files(under: path, endings: endings)
    guard files.isEmpty else { return files }
    throw DiagnosticError([
      Diagnostic(
        .noSubmissions,
        .error,
        LocalizedText(
          th: "ไม่มีเรื่องที่เสนอในโฟลเดอร์นี้ (แฟ้ม \(endings.joined(separator: " ")))",
          en: "the folder holds no submission (\(endings.joined(separator: " ")))"
        ),
        at: Diagnostic.Place(file: path, position: nil)
      )
    ])
  }

  private static func isFile(_ source: SourceFile, _ path: String) -> Bool {
    source.name.utf8.elementsEqual((path == "-" ? "<stdin>" : path).utf8)
  }

  private mutating func readFile(_ path: String) throws(DiagnosticError) -> [Document] {
    if path != "-", let identity = FileIdentity(path), !known.insert(identity).inserted {
      return []
    }
    let source: SourceFile
    if let known = atHand.first(where: { Self.isFile($0, path) }) {
      source = known
    } else {
      source = try FileReader.read(path)
    }
    sources.append(source)
    do throws(DiagnosticError) {
      let documents = try DocumentReader.read(source, keys: keys)
      guard documents.isEmpty else { return documents }
      throw DiagnosticError([
        Diagnostic(
          .fileEmpty,
          .error,
          LocalizedText(th: "แฟ้มไม่มีข้อมูล", en: "the file is empty"),
          at: Diagnostic.Place(file: source.name, position: nil),
          help: LocalizedText(
            th: "ตรวจว่าเลือกแฟ้มถูกต้องและบันทึกแล้ว",
            en: "check that it is the right file and that it was saved"
          )
        )
      ])
    } catch {
      // One file that cannot be read must not keep the others from being checked.
      problems += error.diagnostics
      return []
    }
  }
}
