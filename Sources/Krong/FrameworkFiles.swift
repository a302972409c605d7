import Alignment
import Catalogues
import Diagnostics
import DocumentArena
import DocumentReading
import Reporting
import RuleModel
import SourceText
internal import Synchronization

/// The files of frameworks and crosswalks, read when something first asks for the graph.
final class FrameworkFiles: Sendable {
  /// What was read, for receipts and for the lines of diagnostics.
  private final class Read: Sendable {
    let sources = Mutex<[SourceFile]>([])
  }

  /// The graph.
  let source: AlignmentSource
  private let read: Read

  /// Takes the files by their paths, and the catalogues with that of the plans; reads none.
  ///
  /// - Parameters:
  ///   - paths: The files; asked for when the graph is.
  ///   - catalogues: All catalogues.
  ///   - reading: Reads a file.
  init(
    _ paths: @autoclosure @escaping @Sendable () -> [String],
    _ catalogues: CatalogueSet,
    reading: @escaping @Sendable (String) throws(DiagnosticError) -> SourceFile = FrameworkFiles
      .readFile
  ) {
    let read = Read()
    self.read = read
    source = AlignmentSource {
      var documents: [Document] = []
      var problems: [Diagnostic] = []
      var sources: [SourceFile] = []
      for path in paths() {
        do throws(DiagnosticError) {
          let file = try reading(path)
          sources.append(file)
          documents.append(try DocumentReader.readOne(file))
        } catch {
          problems += error.diagnostics
        }
      }
      let all = sources
      read.sources.withLock { $0 = all }
      let loaded = AlignmentLoader.load(documents, plans: catalogues["plans"])
      return Loaded(loaded.value, problems + loaded.diagnostics)
    }
  }

  static let readFile: @Sendable (String) throws(DiagnosticError) -> SourceFile = {
    (path) throws(DiagnosticError) in try FileReader.read(path)
  }

  /// The files that were read so far.
  var sources: [SourceFile] { read.sources.withLock { $0 } }

  /// What they were, for receipts.
  var items: [Receipt.Item] { sources.map { Digests.item(RuleFolder.stem($0.name), $0) } }
}
