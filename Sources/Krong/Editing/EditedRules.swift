import Alignment
import Catalogues
package import Diagnostics
import DocumentReading
package import PlanValues
package import Reporting
import RuleCompiler
import RuleModel
package import SourceText
import Submissions

/// A folder of rules while its files are being edited: what `krong lint` and `krong check` would say, from
/// unsaved texts over the files on the disk, reading again only what changed.
package struct EditedRules: Sendable {
  /// The folder.
  package let folder: String

  /// What the files say, as of the last time that kinds and catalogues were without a mistake.
  package private(set) var knowledge: RuleKnowledge?

  private let memory = LintMemory()
  private let day: CalendarDate
  private var checking: Checking?

  /// Takes a folder and the day of which everything is judged; reads nothing yet.
  package init(folder: String, asOf day: CalendarDate) {
    self.folder = folder
    self.day = day
  }

  /// Whether a path lies in the folder.
  package func contains(_ path: String) -> Bool {
    path.utf8.starts(with: (folder.hasSuffix("/") ? folder : folder + "/").utf8)
  }

  /// Takes the unsaved text of a file; nil when the file on the disk counts again.
  package func setBuffer(_ path: String, _ bytes: [UInt8]?) {
    memory.setBuffer(path, bytes.map { SourceFile(name: path, bytes: $0) })
  }

  /// The text of a file as it is now; nil when it cannot be read.
  package func source(of path: String) -> SourceFile? { try? memory.file(path).source }

  /// Whether a file is on the disk, saved or not.
  package func isSaved(_ path: String) -> Bool { FolderListing.kind(of: path) == .other }

  // MARK: Rules

  /// Everything that is wrong in the folder, as `krong lint` tells it, and in some files outside of it.
  ///
  /// The cost is that of reading and compiling what changed since the last time, and of looking at the stamps of
  /// all files.
  package mutating func lint(also outside: [String] = []) -> [Diagnostic] {
    let files: RuleFolder
    do throws(DiagnosticError) {
      files = try RuleFolder(folder)
    } catch {
      return error.diagnostics
    }
    var loader = WorkspaceLoader(options: .linting(nil), memory: memory)
    let (found, parts) = lint(&loader, files)
    var diagnostics = found
    var rules = loader.rules.map(\.rule)
    if let context = loader.context {
      let (compiling, _) = memory.compiling(context, loader.frameworks)
      knowledge = RuleKnowledge(
        context: context,
        compiling: compiling,
        rules: rules,
        files: files,
        kindFiles: loader.origins.kinds,
        catalogueFiles: loader.origins.catalogues
      )
    }
    if let parts, !found.contains(where: { $0.severity == .error }) {
      checking = Checking(loader.workspace(of: parts, files, .none), files)
    }
    if !outside.isEmpty {
      var other = WorkspaceLoader(options: .linting(outside), memory: memory)
      let names = Set(outside)
      diagnostics += lint(&other, files).diagnostics.filter { names.contains($0.place.file) }
      rules += other.rules.map(\.rule)
    }
    if let context = loader.context {
      memory.compiling(context, loader.frameworks).1.keepOnly(rules)
    }
    return Diagnostic.sorted(diagnostics)
  }

  private func lint(
    _ loader: inout WorkspaceLoader,
    _ files: RuleFolder
  ) -> (diagnostics: [Diagnostic], parts: WorkspaceLoader.Parts?) {
    loader.lintDay = day
    do throws(DiagnosticError) {
      let parts = try loader.readAll(files)
      return (Workspace.judge(loader, files, on: day, memory).diagnostics, parts)
    } catch {
      return (error.diagnostics, nil)
    }
  }

  /// What is wrong with a case file.
  package func lintCases(_ path: String) -> [Diagnostic] {
    guard let knowledge else { return [] }
    var loader = CaseLoader(
      knowledge.compiling,
      rules: knowledge.rules.map(\.id),
      stages: knowledge.kinds.stages.map(\.id)
    ) { [memory] (path) throws(DiagnosticError) in try memory.file(path).source }
    _ = loader.load([path])
    return loader.problems
  }

  // MARK: Submissions

  /// What is wrong with a submission.
  package struct CheckedFile: Sendable {
    /// Why it cannot be read.
    package let problems: [Diagnostic]
    /// What was found in each submission of the file.
    package let submissions: [CheckedSubmission]
  }

  /// Checks the submissions of a file by the rules, as they were when they last had no mistake.
  ///
  /// - Returns: What was found; nil when the rules never were without a mistake.
  package mutating func check(_ path: String) -> CheckedFile? {
    guard let source = source(of: path) else { return nil }
    return checking?.check(source, asOf: day)
  }

  /// The rules without a mistake, compiled for the kinds that were met.
  private struct Checking: Sendable {
    let workspace: Workspace
    let context: RuleSetContext
    var sets: [[String]: CompiledRuleSet] = [:]

    init(_ workspace: Workspace, _ files: RuleFolder) {
      let optional = Set(files.optionalRules)
      self.workspace = workspace.keeping { !optional.contains($0.document.source.name) }
      context = workspace.makeContext()
    }

    mutating func check(_ source: SourceFile, asOf day: CalendarDate) -> CheckedFile? {
      var options = CheckOptions(asOf: day)
      options.programFolders = []
      let path = source.name
      let inputs = workspace.read([path], options, keys: context.keys, atHand: [source])
      let kinds = inputs.kindsMet
      let set =
        sets[kinds]
        ?? CompiledRuleSet(workspace.rules, for: workspace.kinds(met: kinds), in: context)
      sets[kinds] = set
      guard let check = try? workspace.judge(inputs, by: set, options) else { return nil }
      return CheckedFile(
        problems: inputs.reader.problems,
        submissions: check.report.submissions
      )
    }
  }
}

extension Workspace.Options {
  /// What `krong lint` reads: all of a folder, or some files only.
  static func linting(_ rulePaths: [String]?) -> Workspace.Options {
    var options = Workspace.Options(
      readsExamples: true,
      readsClauses: true,
      readsConfiguration: true,
      readsOptionalRules: rulePaths == nil
    )
    options.rulePaths = rulePaths
    options.readsMappings = true
    return options
  }
}

extension Workspace {
  /// The same workspace with some of its rules.
  fileprivate func keeping(_ isKept: (Rule) -> Bool) -> Workspace {
    Workspace(
      context: ruleContext,
      rules: rules.filter(isKept),
      waivers: waivers,
      office: office,
      profiles: profiles,
      warnings: warnings,
      sources: sources,
      digests: digests,
      frameworks: frameworks,
      mappingFiles: mappingFiles,
      origins: origins
    )
  }
}
