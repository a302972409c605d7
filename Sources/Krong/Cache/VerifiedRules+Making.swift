import DocumentArena
import RuleCompiler
import SourceText
import Submissions

extension VerifiedRules {
  /// Notes a folder of rules whose files were all read without a word to say about them.
  ///
  /// Nil when that cannot be said of every file, or when a file may still be changing.
  ///
  /// - Parameters:
  ///   - workspace: What was read.
  ///   - folder: The files, listed before the first of them was read.
  ///   - compiledKinds: The kinds for which its rules were compiled without an error.
  ///   - moment: When the listing began.
  init?(
    _ workspace: Workspace,
    of folder: RuleFolder,
    compiledKinds: [String],
    at moment: Int64
  ) {
    guard folder.entries.allSatisfy({ $0.stamp.isSettled(at: moment) }) else { return nil }
    var places: [String: Int] = [:]
    for (place, entry) in folder.entries.enumerated() { places[entry.path] = place }
    var digests: [String: [UInt64]] = [:]
    for source in workspace.sources where places[source.name] != nil {
      digests[source.name] = SHA256.words(of: source.bytes)
    }
    var kept: [UInt8] = []
    var documents = workspace.origins.documents
    for rule in workspace.rules { documents[rule.document.source.name] = rule.document }
    files = folder.entries.compactMap { entry in
      guard let digest = digests[entry.path], let document = documents[entry.path] else {
        return nil
      }
      return File(
        name: String(Substring(folder.name(of: entry.path))),
        stamp: entry.stamp,
        digest: digest,
        place: KeptPlace(document, appendingTo: &kept)
      )
    }
    self.kept = kept
    let kindFiles = workspace.origins.kinds
    kinds = ([workspace.kinds.envelope] + workspace.kinds.kinds).compactMap { kind in
      kindFiles[kind.id].flatMap { places[$0] }.map { place in
        KindHead(
          id: kind.id,
          title: kind.title,
          jobs: kind.jobs,
          fieldNames: kind.root.fields.map(\.name),
          file: place
        )
      }
    }
    let catalogueFiles = workspace.origins.catalogues
    catalogues = workspace.catalogues.ids.compactMap { id in
      catalogueFiles[id].flatMap { places[$0] }.map { CatalogueHead(id: id, file: $0) }
    }
    rules = workspace.rules.compactMap { rule in
      places[rule.document.source.name].map { RuleHead(rule, file: $0) }
    }
    let table = RuleSetContext.keys(of: workspace.kinds)
    keys = (0..<table.count).map { table.name(of: KeyID(UInt32($0 + 1))) }
    self.compiledKinds = compiledKinds
    guard files.count == folder.entries.count, kinds.count == workspace.kinds.kinds.count + 1,
      catalogues.count == workspace.catalogues.ids.count, rules.count == workspace.rules.count
    else { return nil }
  }
}
