import Catalogues
import Diagnostics
import DocumentArena
import DocumentReading
import RuleCompiler
import RuleLint
import RuleModel
import SourceText
internal import Synchronization

/// What was read of a folder of rules before, so that looking at it again reads only what changed.
///
/// For an editor's server, which looks again after each keystroke. A file is known by its stamp, and one that
/// is being edited by its unsaved text; a rule besides by the kinds and catalogues with which it was read.
final class LintMemory: Sendable {
  /// A file as it was read last; its number is new when its text is.
  struct File: Sendable {
    let source: SourceFile
    let number: Int
  }

  /// Kinds, catalogues and what else all rules need, and what was wrong with their files.
  struct Context: Sendable {
    /// Nil when there are errors.
    let context: RuleContext?
    let diagnostics: [Diagnostic]
    let sources: [SourceFile]
    let origins: WorkspaceLoader.Origins
    let unsound: UnsoundParts
  }

  /// What was made of files, by path.
  final class Shelf<Value: Sendable>: Sendable {
    private let values = Mutex<[String: (number: Int, value: Loaded<Value>)]>([:])

    /// What was made of the file, or is made now.
    func value(
      of file: File,
      _ make: (SourceFile) -> Loaded<Value>
    ) -> Loaded<Value> {
      if let known = kept(file) { return known }
      let value = make(file.source)
      values.withLock { $0[file.source.name] = (file.number, value) }
      return value
    }

    func kept(_ file: File) -> Loaded<Value>? {
      values.withLock { values in
        guard let known = values[file.source.name], known.number == file.number else { return nil }
        return known.value
      }
    }

    func clear() { values.withLock { $0 = [:] } }
  }

  private struct State {
    var buffers: [String: File] = [:]
    var files: [String: (stamp: FileStamp, file: File)] = [:]
    var next = 1
    var context: (files: [Int], kept: Context)?
    var frameworks: (files: [Int], kept: FrameworkFiles)?
    var compiling: RuleSetContext?
    var compiled = CompileMemory()
  }

  private let state = Mutex(State())

  /// The documents of files.
  let documents = Shelf<Document>()

  /// The rules of files, read with the context at hand.
  let rules = Shelf<Rule>()

  private let knownTraps = Shelf<[Diagnostic]>()

  /// What of the text of a file is read otherwise than it looks.
  func traps(in source: SourceFile) -> [Diagnostic] {
    guard let file = try? file(source.name) else { return RuleLint.traps(in: source) }
    return knownTraps.value(of: file) { Loaded([], RuleLint.traps(in: $0)) }.diagnostics
  }

  // MARK: Files

  /// Takes the unsaved text of a file; nil when the file on the disk counts again.
  func setBuffer(_ path: String, _ source: SourceFile?) {
    state.withLock { state in
      state.buffers[path] = source.map { File(source: $0, number: state.next) }
      state.next += 1
    }
  }

  /// The file as it is now.
  func file(_ path: String) throws(DiagnosticError) -> File {
    if let buffer = state.withLock({ $0.buffers[path] }) { return buffer }
    guard let stamp = FileStamp(path: path) else {
      // Its own error says why there is none.
      return File(source: try FileReader.read(path), number: 0)
    }
    if let known = state.withLock({ $0.files[path] }), known.stamp == stamp { return known.file }
    let source = try FileReader.read(path)
    return state.withLock { state in
      let file = File(source: source, number: state.next)
      state.next += 1
      state.files[path] = (stamp, file)
      return file
    }
  }

  /// The numbers of files; 0 for one that cannot be read.
  private func numbers(_ paths: [String]) -> [Int] {
    paths.map { (try? file($0))?.number ?? 0 }
  }

  // MARK: What all rules need

  private func contextFiles(_ folder: RuleFolder) -> [Int] {
    let single = [folder.envelope, folder.parameters, folder.clauses].map { $0 ?? "" }
    return numbers(single + folder.catalogues) + [-1] + numbers(folder.kinds)
  }

  /// The context of a folder, if none of its files changed.
  func context(of folder: RuleFolder) -> Context? {
    let files = contextFiles(folder)
    return state.withLock { $0.context.flatMap { $0.files == files ? $0.kept : nil } }
  }

  /// Keeps a context; what was made with another one is forgotten.
  func keep(_ context: Context, of folder: RuleFolder) {
    let files = contextFiles(folder)
    rules.clear()
    state.withLock { state in
      state.context = (files, context)
      state.frameworks = nil
      state.compiling = nil
      state.compiled = CompileMemory()
    }
  }

  /// The items of plans.
  func frameworks(_ paths: [String], _ catalogues: CatalogueSet) -> FrameworkFiles {
    let files = numbers(paths)
    if let kept = state.withLock({ $0.frameworks }), kept.files == files { return kept.kept }
    let fresh = FrameworkFiles(paths, catalogues) {
      [self] (path) throws(DiagnosticError) in try file(path).source
    }
    state.withLock { state in
      state.frameworks = (files, fresh)
      // Functions of the environment hold the graph.
      state.compiling = nil
      state.compiled = CompileMemory()
    }
    return fresh
  }

  /// What rules are compiled with, and what compiling them gave.
  func compiling(
    _ context: RuleContext,
    _ frameworks: FrameworkFiles?
  ) -> (RuleSetContext, CompileMemory) {
    if let kept = state.withLock({ $0.compiling }) {
      return (kept, state.withLock { $0.compiled })
    }
    let fresh = RuleSetContext(
      kinds: context.kinds,
      catalogues: context.catalogues,
      alignment: frameworks?.source ?? .none
    )
    return state.withLock { state in
      state.compiling = fresh
      return (fresh, state.compiled)
    }
  }
}
