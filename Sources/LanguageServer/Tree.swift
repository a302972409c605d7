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
  /// What the saved files say, while the unsaved ones never were without a mistake.
  private var saved: RuleKnowledge?

  private let day: CalendarDate

  init(_ folder: String, asOf day: CalendarDate) {
    rules = EditedRules(folder: folder, asOf: day)
    self.day = day
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
    if let known = rules.knowledge { return known }
    // What is being written is broken from the start: the files on the disk may not be.
    if saved == nil {
      var other = EditedRules(folder: rules.folder, asOf: day)
      _ = other.lint()
      saved = other.knowledge
    }
    return saved
  }

  /// Looks at what changed.
  mutating func look(
    at documents: [TextDocument],
    checksSubmissions: Bool
  ) {
    var outside: [String] = []
    var cases: [String] = []
    var submissions: [String] = []
    for document in documents {
      let folder = folder(for: document.path)
      switch FileSort(document.path, in: folder, document.outline) {
      case .own(.cases): cases.append(document.path)
      case .own(.rule), .own(.office), .own(.profile), .own(.waivers):
        // One that was never saved is not among the files of the folder.
        if folder == nil || !rules.isSaved(document.path) { outside.append(document.path) }
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
      let checked = checksSubmissions ? rules.check(path) : nil
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
