import Diagnostics
import SourceText

/// Which files a run of tests reads, and which rules it is about.
struct TestSelection {
  /// The rule files to load.
  private(set) var rules: [String]
  /// The case files to run.
  private(set) var cases: [String]
  /// The rule files that are tested; nil for all that are loaded.
  private(set) var tested: [String]?
  /// The case files that are run as a whole, because they were named.
  private(set) var named: [String] = []

  /// Sorts what was named.
  ///
  /// Rules that are named are tested alone, with the statements about them of the case files beside
  /// them; a case file that is named is run as a whole, with all rules of the folder.
  init(_ folder: RuleFolder, _ paths: [String]?) throws(DiagnosticError) {
    rules = folder.rules + folder.optionalRules
    cases = folder.cases
    guard let paths else { return }
    var ruleFiles: [String] = []
    for path in paths {
      let files =
        FolderListing.kind(of: path) == .folder
        ? try FolderListing.files(under: path, endings: RuleFolder.endings) : [path]
      for file in files {
        if FolderListing.hasEnding(file, RuleFolder.caseEndings) {
          named.append(file)
        } else if !RuleFolder.standsBeside(file) {
          ruleFiles.append(file)
        }
      }
    }
    tested = ruleFiles
    let beside = try Self.cases(beside: ruleFiles)
    cases = Self.unique(named + beside)
    // Without case files only what is named is read, so that it can be tested beside broken rules.
    rules = cases.isEmpty ? ruleFiles : Self.joined(rules, ruleFiles)
  }

  /// The case files in the folders of some rule files.
  private static func cases(beside rules: [String]) throws(DiagnosticError) -> [String] {
    var found: [String] = []
    var known: Set<String> = []
    for rule in rules {
      let folder = rule.utf8.lastIndex(of: UInt8(ascii: "/")).map { String(rule[..<$0]) } ?? "."
      guard known.insert(folder).inserted, FolderListing.kind(of: folder) == .folder else {
        continue
      }
      for name in try FolderListing.names(in: folder)
      where FolderListing.hasEnding(name, RuleFolder.caseEndings) {
        found.append(folder == "." ? name : "\(folder)/\(name)")
      }
    }
    return found.sorted { $0.precedesInBytes($1) }
  }

  private static func unique(_ paths: [String]) -> [String] {
    var known: Set<FileIdentity> = []
    return paths.filter { path in
      FileIdentity(path).map { known.insert($0).inserted } ?? true
    }
  }

  /// The rules of the folder and those that are named; of two files of one name the named one.
  private static func joined(_ all: [String], _ named: [String]) -> [String] {
    func name(_ path: String) -> Substring { path.split(separator: "/").last ?? "" }
    let names = Set(named.map { Array(name($0).utf8) })
    return all.filter { !names.contains(Array(name($0).utf8)) } + named
  }
}
