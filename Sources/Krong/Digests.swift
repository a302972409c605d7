import Reporting
import RuleModel
import SourceText

/// Everything that a set of rules was read from, for receipts.
struct Digests: Sendable {
  let rules: [Receipt.Item]
  let kinds: [Receipt.Item]
  let catalogues: [Receipt.Item]
  let configuration: [Receipt.Item]

  /// Digests of nothing, for what makes no receipt.
  static let none = Digests(rules: [], kinds: [], catalogues: [], configuration: [])

  private init(
    rules: [Receipt.Item],
    kinds: [Receipt.Item],
    catalogues: [Receipt.Item],
    configuration: [Receipt.Item]
  ) {
    self.rules = rules
    self.kinds = kinds
    self.catalogues = catalogues
    self.configuration = configuration
  }

  init(
    _ folder: RuleFolder,
    rules: [(rule: Rule, source: SourceFile)],
    options: Workspace.Options,
    profiles: [Profile],
    sources: [SourceFile]
  ) {
    let byName = Dictionary(
      sources.map { ($0.name, $0) },
      uniquingKeysWith: { first, _ in first }
    )
    func items(_ paths: [String]) -> [Receipt.Item] {
      paths.compactMap { path in byName[path].map { Self.item(RuleFolder.stem(path), $0) } }
    }
    self.rules = rules.map { Self.item($0.rule.id, $0.source) }
    kinds = items((folder.envelope.map { [$0] } ?? []) + folder.kinds)
    catalogues = items(folder.catalogues)
    let settings = [folder.parameters, options.office, options.waivers]
    let tailoring = profiles.map { $0.document.source.name }
    configuration = (settings.compactMap(\.self) + tailoring).compactMap { path in
      byName[path].map { Self.item(RuleFolder.lastName(path), $0) }
    }
  }

  /// The digests of rules that were found sound before.
  init(_ folder: RuleFolder, _ known: VerifiedRules, _ loader: WorkspaceLoader) {
    func items(_ paths: [String], _ name: (String) -> String) -> [Receipt.Item] {
      paths.compactMap { path in
        folder.place(of: path).map {
          Receipt.Item(name: name(path), digest: known.files[$0].digest)
        }
      }
    }
    rules = known.rules.map { Receipt.Item(name: $0.id, digest: known.files[$0.file].digest) }
    kinds = items((folder.envelope.map { [$0] } ?? []) + folder.kinds, RuleFolder.stem)
    catalogues = items(folder.catalogues, RuleFolder.stem)
    configuration =
      items(folder.parameters.map { [$0] } ?? [], RuleFolder.lastName)
      + [loader.options.office, loader.options.waivers].compactMap(\.self).compactMap { path in
        loader.settings.first { $0.name.utf8.elementsEqual(path.utf8) }
          .map { Self.item(RuleFolder.lastName(path), $0) }
      }
  }

  /// A file under its name, not under its path: where it lies on one machine proves nothing.
  static func item(_ name: String, _ source: SourceFile) -> Receipt.Item {
    Receipt.Item(name: name, source: source)
  }
}
