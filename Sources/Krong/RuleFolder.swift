import Diagnostics
import DocumentReading
import SourceText

/// The files of a folder of rules, by what they are for.
///
/// `kinds/` and `catalogues/` hold what their names say, `catalogues/frameworks/` the items of plans;
/// `parameters.yaml` and `manual-clauses.yaml` stand at the top. Every other YAML file at any depth is a
/// rule; those below `optional/` run only when they are selected. What lies below `schemas/`,
/// `offices/`, `waivers/`, `profiles/` and `mappings/` is read only when it is asked for, and so are files
/// of tests (`NAME.test.yaml`, `NAME.expected.yaml`, `mutants.yaml`).
struct RuleFolder {
  let path: String
  private(set) var envelope: String?
  private(set) var kinds: [String] = []
  private(set) var catalogues: [String] = []
  private(set) var parameters: String?
  private(set) var clauses: String?
  private(set) var frameworks: [String] = []
  private(set) var rules: [String] = []
  private(set) var mappings: [String] = []
  /// The case files, which only `krong test` reads.
  private(set) var cases: [String] = []
  /// The list of equivalent mutants, which only `krong test --mutate` reads.
  private(set) var mutants: String?
  private(set) var profiles: [String] = []
  private var settings: [String] = []
  private(set) var optionalRules: [String] = []
  /// All files that a check depends on, with their stamps, in the order of their paths.
  private(set) var entries: [FolderListing.Entry] = []

  static let endings = [".yaml", ".yml"]
  static let caseEndings = [".test.yaml", ".test.yml"]
  private static let besides = caseEndings + [".expected.yaml", ".expected.yml"]

  /// What the files below a folder at the top are for.
  private enum Top {
    case kinds, catalogues, mappings, profiles, offices, waivers, optional, setAside, rules

    init(_ name: String) {
      self =
        switch name {
        case "kinds": .kinds
        case "catalogues": .catalogues
        case "mappings": .mappings
        case "profiles": .profiles
        case "offices": .offices
        case "waivers": .waivers
        case "optional": .optional
        case "schemas": .setAside
        default: .rules
        }
    }
  }

  /// The folder at the top that was met last, with its stroke: files come sorted by their paths.
  private var last: (name: [UInt8], top: Top) = ([], .rules)

  /// Lists a folder; reads no file.
  init(_ path: String) throws(DiagnosticError) {
    self.path = path
    for entry in try FolderListing.entries(under: path, endings: Self.endings)
    where sort(entry.path) {
      entries.append(entry)
    }
    guard envelope != nil, !catalogues.isEmpty else { throw incomplete }
  }

  /// Whether a folder has what every folder of rules has.
  static func isOne(_ path: String) -> Bool {
    FolderListing.kind(of: path + "/kinds/envelope.yaml") == .other
  }

  /// Whether a file stands beside rules or submissions to test them.
  static func standsBeside(_ path: String) -> Bool {
    // Few names have a point beside that of their ending, and each start asks for all of them.
    guard let point = path.utf8.lastIndex(of: UInt8(ascii: ".")) else { return false }
    let rest = path.utf8[..<point]
    let sign = rest.lastIndex { $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: "/") }
    guard let sign, rest[sign] == UInt8(ascii: ".") else { return false }
    return FolderListing.hasEnding(path, besides)
  }

  /// The name of a file below the folder, as UTF-8.
  func name(of path: String) -> Substring.UTF8View { path.utf8.dropFirst(nameStart) }

  /// The position of a file among ``entries``.
  func place(of path: String) -> Int? {
    SortedSearch.place(of: path, in: entries.count) { entries[$0].path }
  }

  /// Where in the paths of the files the name below the folder begins.
  var nameStart: Int { Self.start(path).utf8.count }

  /// The path of a file that lies below a folder, as a listing of the folder has it.
  static func path(of name: String, in folder: String) -> String { start(folder) + name }

  private static func start(_ folder: String) -> String {
    folder.utf8.last == UInt8(ascii: "/") ? folder : folder + "/"
  }

  /// Puts a file where it belongs; false for files that are read only when they are asked for.
  private mutating func sort(_ file: String) -> Bool {
    if Self.standsBeside(file) {
      if FolderListing.hasEnding(file, Self.caseEndings) { cases.append(file) }
      return false
    }
    let relative = name(of: file)
    if last.name.isEmpty || !relative.starts(with: last.name) {
      guard let stroke = relative.firstIndex(of: UInt8(ascii: "/")) else { return sort(top: file) }
      last = (Array(relative[...stroke]), Top(String(Substring(relative[..<stroke]))))
    }
    let rest = relative.dropFirst(last.name.count)
    switch last.top {
    case .kinds where rest.elementsEqual("envelope.yaml".utf8): envelope = file
    case .kinds: kinds.append(file)
    case .catalogues where rest.starts(with: "frameworks/".utf8):
      // Items of plans, which are read each time when something asks for them.
      frameworks.append(file)
      return false
    case .catalogues: catalogues.append(file)
    case .mappings:
      mappings.append(file)
      return false
    case .profiles:
      profiles.append(file)
      return false
    // Plans of an area beside the offices that use them; an office names the ones it takes.
    case .offices where rest.starts(with: "plans/".utf8): return false
    case .offices, .waivers:
      settings.append(file)
      return false
    case .optional:
      optionalRules.append(file)
      return false
    case .setAside: return false
    case .rules: rules.append(file)
    }
    return true
  }

  /// Puts a file where it belongs that lies in no folder below.
  private mutating func sort(top file: String) -> Bool {
    switch String(Substring(name(of: file))) {
    case "parameters.yaml": parameters = file
    case "mutants.yaml":
      mutants = file
      return false
    case "manual-clauses.yaml":
      clauses = file
      return false
    default: rules.append(file)
    }
    return true
  }

  /// The profiles, offices and waivers.
  var configuration: [String] { profiles + settings }

  /// The file of a profile of this name, or nil.
  func profile(named name: String) -> String? {
    profiles.first { Self.stem($0).utf8.elementsEqual(name.utf8) }
  }

  /// The ids of all rules, which are the names of their files.
  var ruleNames: [String] { (rules + optionalRules).map(Self.stem) }

  /// The names of the profiles, sorted.
  var profileNames: [String] { profiles.map(Self.stem).sorted() }

  /// The name of a file without its folders and its ending.
  static func stem(_ path: String) -> String {
    let name = lastName(path)
    let ending = endings.first { FolderListing.hasEnding(name, [$0]) } ?? ""
    return String(Substring(name.utf8.dropLast(ending.utf8.count)))
  }

  /// The name of a file without its folders.
  static func lastName(_ path: String) -> String {
    let bytes = path.utf8
    guard let stroke = bytes.lastIndex(of: UInt8(ascii: "/")) else { return path }
    return String(Substring(bytes[bytes.index(after: stroke)...]))
  }

  private var incomplete: DiagnosticError {
    DiagnosticError([
      Diagnostic(
        .rulesIncomplete,
        .error,
        LocalizedText(
          th: "โฟลเดอร์นี้ไม่ใช่ชุดเกณฑ์ตรวจ เพราะไม่มี kinds/envelope.yaml หรือ catalogues/",
          en: "this is not a folder of rules: kinds/envelope.yaml or catalogues/ is missing"
        ),
        at: Diagnostic.Place(file: path, position: nil),
        help: LocalizedText(
          th: "ระบุโฟลเดอร์ที่มี kinds, catalogues และแฟ้มเกณฑ์",
          en: "name the folder that holds kinds, catalogues and the rules"
        )
      )
    ])
  }
}

/// What came of listing a folder of rules.
///
/// Not a `Result`: to show at run time that its failure is an error costs each start a search through all
/// types of the program.
enum ListedFolder: Sendable {
  case listed(RuleFolder)
  case failed(DiagnosticError)

  /// Lists a folder.
  init(_ path: String) {
    do throws(DiagnosticError) {
      self = .listed(try RuleFolder(path))
    } catch {
      self = .failed(error)
    }
  }

  /// The folder; nil when it could not be listed.
  var folder: RuleFolder? {
    if case .listed(let folder) = self { folder } else { nil }
  }

  /// The folder, or why it could not be listed.
  func get() throws(DiagnosticError) -> RuleFolder {
    switch self {
    case .listed(let folder): return folder
    case .failed(let error): throw error
    }
  }
}
