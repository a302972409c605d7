import Catalogues
import Diagnostics
import DocumentArena
import DocumentReading
import RuleCompiler
import RuleTesting
import SourceText

/// Reads case files and the files that they name.
struct CaseLoader {
  private let context: RuleSetContext
  private let rules: [String]
  private let stages: [String]
  private let reading: (String) throws(DiagnosticError) -> SourceFile
  private(set) var problems: [Diagnostic] = []
  private(set) var sources: [SourceFile] = []

  init(
    _ context: RuleSetContext,
    rules: [String],
    stages: [String],
    reading: @escaping (String) throws(DiagnosticError) -> SourceFile = {
      (path) throws(DiagnosticError) in try FileReader.read(path)
    }
  ) {
    self.reading = reading
    self.context = context
    self.rules = rules
    self.stages = stages
  }

  /// The cases of all files, in order.
  mutating func load(_ paths: [String]) -> [PreparedTest] {
    var tests: [PreparedTest] = []
    for path in paths {
      guard let document = document(path, keys: nil),
        let file = take(CaseFileReader.load(document, stages: stages))
      else { continue }
      let folder = path.utf8.lastIndex(of: UInt8(ascii: "/")).map { String(path[...$0]) } ?? ""
      var files: [String: Document] = [:]
      for (name, _) in file.files {
        let isAbsolute = name.utf8.first == UInt8(ascii: "/")
        files[name] = self.document(isAbsolute ? name : folder + name, keys: context.keys)
      }
      guard files.count == file.files.count else { continue }
      tests += take(file.prepared(with: files, rules: rules, in: context)) ?? []
    }
    return tests
  }

  /// Looks at the list of equivalent mutants.
  mutating func loadMutants(_ path: String) {
    guard let document = document(path, keys: nil) else { return }
    _ = take(EquivalentMutants.load(document, rules: rules))
  }

  private mutating func take<Value>(_ loaded: Loaded<Value>) -> Value? {
    problems += loaded.diagnostics
    return loaded.value
  }

  /// The one document of a file.
  private mutating func document(_ path: String, keys: KeyTable?) -> Document? {
    do throws(DiagnosticError) {
      let source = try reading(path)
      sources.append(source)
      guard let keys else { return try DocumentReader.readOne(source) }
      let documents = try DocumentReader.read(source, keys: keys)
      guard documents.count == 1 else { throw Self.notOne(path, documents.count) }
      return documents.first
    } catch {
      problems += error.diagnostics
      return nil
    }
  }

  private static func notOne(_ path: String, _ count: Int) -> DiagnosticError {
    DiagnosticError([
      Diagnostic(
        .caseSubmission,
        .error,
        LocalizedText(
          th: "แฟ้มที่กรณีทดสอบอ้างถึงต้องมีเอกสารเดียว แต่มี \(count)",
          en: "a file that a case names holds one document, this one \(count)"
        ),
        at: Diagnostic.Place(file: path, position: nil)
      )
    ])
  }
}
