import Diagnostics
import Krong
import PlanValues
import Reporting
import Schemas

/// A folder of rules with what was found out about it.
struct Tree {
  var rules: EditedRules
  let schemas = SchemaCache()
  /// Whether files of the folder may have changed since they were looked at.
  private(set) var isDirty = true
  /// The documents outside of the folder that changed.
  private(set) var dirtyDocuments: Set<String> = []
  /// What is wrong in the files, as of the last look.
  private(set) var diagnostics: [Diagnostic] = []
  /// What was found in submissions, by path.
  private(set) var findings: [String: [CheckedSubmission]] = [:]
  private var problems: [String: [Diagnostic]] = [:]

  init(_ folder: String) {
    rules = EditedRules(folder: folder)
  }

  /// The folder in which a path lies; nil outside of it.
  func folder(for path: String) -> String? { rules.contains(path) ? rules.folder : nil }

  mutating func markDirty(_ document: TextDocument?) {
    guard let document else {
      isDirty = true
      return
    }
    if case .submission = FileSort(document.path, in: folder(for: document.path), document.outline)
    {
      dirtyDocuments.insert(document.path)
    } else {
      isDirty = true
    }
  }

  /// What is known of the rules; looked at first when nothing is yet.
  mutating func knowledge() -> RuleKnowledge? {
    if rules.knowledge == nil { _ = rules.lint() }
    return rules.knowledge
  }

  /// Looks at what changed.
  mutating func look(
    at documents: [TextDocument],
    checksSubmissions: Bool,
    asOf day: CalendarDate
  ) {
    var outside: [String] = []
    var cases: [String] = []
    var submissions: [String] = []
    for document in documents {
      let folder = folder(for: document.path)
      switch FileSort(document.path, in: folder, document.outline) {
      case .own(.cases): cases.append(document.path)
      case .own(.rule), .own(.office), .own(.profile), .own(.waivers):
        if folder == nil { outside.append(document.path) }
      case .submission: submissions.append(document.path)
      default: break
      }
    }
    let wasDirty = isDirty
    if isDirty {
      lint(outside)
      diagnostics += cases.flatMap { rules.lintCases($0) }
    }
    let open = Set(submissions)
    findings = findings.filter { open.contains($0.key) }
    problems = problems.filter { open.contains($0.key) }
    for path in submissions where wasDirty || dirtyDocuments.contains(path) || problems[path] == nil
    {
      let checked = checksSubmissions ? rules.check(path, asOf: day) : nil
      findings[path] = checked?.submissions ?? []
      problems[path] = checked?.problems ?? []
    }
    dirtyDocuments = []
  }

  private mutating func lint(_ outside: [String]) {
    diagnostics = rules.lint(also: outside)
    schemas.clear()
    isDirty = false
  }

  /// Everything that is wrong, that of submissions included.
  var all: [Diagnostic] { diagnostics + problems.flatMap(\.value) }
}
