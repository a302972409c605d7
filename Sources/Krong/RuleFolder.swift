import Diagnostics
import DocumentReading
import SourceText

/// The files of a folder of rules, by what they are for.
///
/// `kinds/` and `catalogues/` hold what their names say, `catalogues/frameworks/` the items of plans;
/// `parameters.yaml` and `manual-clauses.yaml` stand at the top. Every other YAML file at any depth is a
/// rule; those below `optional/` run only when they are selected. What lies below `schemas/`,
/// `offices/`, `waivers/` and `profiles/` is read only when it is asked for.
struct RuleFolder {
  let path: String
  private(set) var envelope: String?
  private(set) var kinds: [String] = []
  private(set) var catalogues: [String] = []
  private(set) var parameters: String?
  private(set) var clauses: String?
  private(set) var frameworks: [String] = []
  private(set) var rules: [String] = []
  private(set) var optionalRules: [String] = []

  static let endings = [".yaml", ".yml"]
  private static let setAside = ["schemas", "offices", "waivers", "profiles"]

  /// Lists a folder; reads no file.
  init(_ path: String) throws(DiagnosticError) {
    self.path = path
    let root = path.hasSuffix("/") ? path : path + "/"
    for file in try FolderListing.files(under: path, endings: Self.endings) {
      sort(file, String(file.dropFirst(root.count)))
    }
    guard envelope != nil, !catalogues.isEmpty else { throw incomplete }
  }

  /// Whether a folder has what every folder of rules has.
  static func isOne(_ path: String) -> Bool {
    FolderListing.kind(of: path + "/kinds/envelope.yaml") == .other
  }

  private mutating func sort(_ file: String, _ relative: String) {
    switch relative {
    case "kinds/envelope.yaml": envelope = file
    case "parameters.yaml": parameters = file
    case "manual-clauses.yaml": clauses = file
    default:
      let parts = relative.split(separator: "/")
      guard parts.count > 1, let folder = parts.first else { return rules.append(file) }
      switch folder {
      case "kinds": kinds.append(file)
      case "catalogues" where parts[1] == "frameworks": frameworks.append(file)
      case "catalogues": catalogues.append(file)
      case "optional": optionalRules.append(file)
      case _ where Self.setAside.contains(String(folder)): break
      default: rules.append(file)
      }
    }
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
