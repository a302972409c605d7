import Krong
import Schemas
import Submissions

/// What sort of file a document is, by its place in the folder of rules, else by its keys.
enum FileSort: Equatable, Sendable {
  /// One of the project's own files.
  case own(SchemaSet.Sort)
  /// Items of plans or crosswalks, for which there is no schema.
  case framework
  /// A submission, by its kind; nil while it names none.
  case submission(kind: String?)
  /// Something else.
  case other

  /// - Parameters:
  ///   - path: The path of the document.
  ///   - folder: The folder of rules in which it lies, nil for others.
  ///   - yaml: Its structure.
  init(_ path: String, in folder: String?, _ yaml: LooseYAML) {
    guard let folder else {
      self = Self.byKeys(path, yaml)
      return
    }
    if let sort = Self.byPlace(String(path.dropFirst(folder.count + 1))) {
      self = sort
    } else if case .own(let sort) = Self.byKeys(path, yaml) {
      self = .own(sort)
    } else {
      self = .own(.rule)
    }
  }

  private static func byPlace(_ name: String) -> FileSort? {
    let first = name.split(separator: "/").first.map(String.init) ?? ""
    switch name {
    case "kinds/envelope.yaml": return .own(.envelope)
    case "parameters.yaml": return .own(.parameters)
    case "mutants.yaml": return .own(.mutants)
    case "manual-clauses.yaml": return .other
    default: break
    }
    if isCases(name) { return .own(.cases) }
    switch first {
    case "kinds": return .own(.kind)
    case "catalogues":
      return name.hasPrefix("catalogues/frameworks/") ? .framework : .own(.catalogue)
    case "mappings": return .own(.mapping)
    case "profiles": return .own(.profile)
    case "schemas": return .other
    case "offices": return name.hasPrefix("offices/plans/") ? .framework : .own(.office)
    case "waivers": return .own(.waivers)
    default: return nil
    }
  }

  private static func isCases(_ name: String) -> Bool {
    name.hasSuffix(".test.yaml") || name.hasSuffix(".test.yml")
  }

  private static func byKeys(_ path: String, _ yaml: LooseYAML) -> FileSort {
    if isCases(path) { return .own(.cases) }
    if path.hasSuffix(".expected.yaml") { return .other }
    let root = yaml.roots.first
    let keys = Set(yaml.keys(root))
    let marks: [(String, SchemaSet.Sort)] = [
      ("rule", .rule), ("waivers", .waivers), ("profile", .profile), ("office", .office),
      ("mapping", .mapping), ("catalogue", .catalogue), ("envelope", .envelope),
      ("shared_params", .parameters), ("equivalent", .mutants),
    ]
    if let mark = marks.first(where: { keys.contains($0.0) }),
      keys.contains("krong") || mark.0 == "rule"
    {
      return .own(mark.1)
    }
    if keys.contains("framework") || keys.contains("crosswalk") { return .framework }
    if keys.contains("krong") { return keys.contains("kind") ? .own(.kind) : .own(.rule) }
    if keys.contains("kind") { return .submission(kind: yaml.text(root, "kind")) }
    if let mark = marks.first(where: { keys.contains($0.0) }) { return .own(mark.1) }
    return .other
  }
}
