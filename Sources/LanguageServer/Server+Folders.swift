import Krong

// Which folder of rules a document belongs to.
extension LanguageServer {
  /// The folder of rules of a document: that in which it lies, else the one that is named, else one beside it or its
  /// parents, else that of the client's folders, else that of the program.
  func folder(of document: TextDocument) -> String? {
    var around: String?
    var beside: String?
    var folder = FileAddress.folder(of: document.path)
    while !folder.isEmpty {
      if Workspace.isRulesFolder(folder) {
        around = folder
        break
      }
      if beside == nil, Workspace.isRulesFolder(folder + "/Rules") { beside = folder + "/Rules" }
      folder = FileAddress.folder(of: folder)
    }
    return around ?? named ?? beside ?? folderOfClient()
  }

  /// The folder that the client or the command names.
  private var named: String? {
    guard let name = client.rulesFolder ?? options.rulesFolder else { return nil }
    if name.hasPrefix("/") { return name }
    let candidates = client.folders.map { $0 + "/" + name } + [name]
    return candidates.first { Workspace.isRulesFolder($0) } ?? name
  }

  /// The folder of rules for documents that have none around them.
  func folderOfClient() -> String? {
    if let named { return named }
    let candidates = client.folders.flatMap { [$0, $0 + "/Rules"] }
    return candidates.first { Workspace.isRulesFolder($0) } ?? options.otherRulesFolder
  }

  /// The tree of a folder, made when it is first met.
  mutating func tree(of folder: String) -> Tree {
    if let known = trees[folder] { return known }
    let tree = Tree(folder, asOf: options.today)
    for document in documents.values { tree.rules.setBuffer(document.path, document.bytes) }
    trees[folder] = tree
    return tree
  }

  /// Lets the unsaved text of a document count.
  mutating func setBuffer(of document: TextDocument) {
    if let folder = folder(of: document) { _ = tree(of: folder) }
    for tree in trees.values { tree.rules.setBuffer(document.path, document.bytes) }
  }

  /// Lets the file on the disk count again.
  mutating func dropBuffer(of document: TextDocument) {
    for tree in trees.values { tree.rules.setBuffer(document.path, nil) }
  }
}
