import Reporting
import RuleModel
import SourceText

/// Everything that a set of rules was read from, for receipts.
struct Digests: Sendable {
  let rules: [Receipt.Item]
  let kinds: [Receipt.Item]
  let catalogues: [Receipt.Item]
  let configuration: [Receipt.Item]

  init(
    _ folder: RuleFolder,
    rules: [(rule: Rule, source: SourceFile)],
    options: Workspace.Options,
    sources: [SourceFile]
  ) {
    let byName = Dictionary(
      sources.map { ($0.name, $0) },
      uniquingKeysWith: { first, _ in first }
    )
    func items(_ paths: [String]) -> [Receipt.Item] {
      paths.compactMap { path in byName[path].map { Self.item(Self.stem(path), $0) } }
    }
    self.rules = rules.map { Self.item($0.rule.id, $0.source) }
    kinds = items((folder.envelope.map { [$0] } ?? []) + folder.kinds)
    catalogues = items(folder.catalogues)
    let settings = [folder.parameters, options.office, options.waivers]
    configuration = settings.compactMap(\.self).compactMap { path in
      byName[path].map { Self.item(Self.lastName(path), $0) }
    }
  }

  static func item(_ name: String, _ source: SourceFile) -> Receipt.Item {
    Receipt.Item(name: name, source: source)
  }

  /// The name of a file without its folders: where it lies on one machine proves nothing.
  private static func lastName(_ path: String) -> String {
    path.split(separator: "/").last.map(String.init) ?? path
  }

  static func stem(_ path: String) -> String {
    let name = lastName(path)
    let ending = RuleFolder.endings.first { FolderListing.hasEnding(name, [$0]) } ?? ""
    return String(name.dropLast(ending.count))
  }
}
