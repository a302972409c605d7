import Diagnostics

/// What the client can do and wants, as it said in `initialize`.
struct ClientFeatures: Sendable {
  var encoding = PositionEncoding.utf16
  var language: Language?
  var rulesFolder: String?
  var checksSubmissions = true
  var hasCodeDescriptions = false
  var hasRelatedInformation = false
  var hasVersionedEdits = false
  var hasNestedSymbols = false
  var canWatchFiles = false
  /// The folders that are open.
  var folders: [String] = []

  init() {}

  init(_ params: JSONNode?) {
    let capabilities = params?["capabilities"]
    let text = capabilities?["textDocument"]
    let workspace = capabilities?["workspace"]
    let offered = capabilities?["general"]?["positionEncodings"]?.elements.compactMap(\.string)
    encoding = .agreed(offered ?? [])
    hasCodeDescriptions = text?["publishDiagnostics"]?["codeDescriptionSupport"]?.bool ?? false
    hasRelatedInformation = text?["publishDiagnostics"]?["relatedInformation"]?.bool ?? false
    hasVersionedEdits = workspace?["workspaceEdit"]?["documentChanges"]?.bool ?? false
    hasNestedSymbols =
      text?["documentSymbol"]?["hierarchicalDocumentSymbolSupport"]?.bool ?? false
    canWatchFiles = workspace?["didChangeWatchedFiles"]?["dynamicRegistration"]?.bool ?? false
    language = params?["locale"]?.string.flatMap(Self.language)
    let named = params?["workspaceFolders"]?.elements.compactMap { $0["uri"]?.string } ?? []
    let uris = named.isEmpty ? [params?["rootUri"]?.string].compactMap(\.self) : named
    folders = uris.compactMap { FileAddress.path(of: $0) }
    if folders.isEmpty, let path = params?["rootPath"]?.string { folders = [path] }
    take(params?["initializationOptions"])
  }

  /// Takes settings: `language`, `rules`, `checkSubmissions`.
  mutating func take(_ settings: JSONNode?) {
    guard let settings else { return }
    let own = settings["krong"] ?? settings
    if let name = own["language"]?.string, let wanted = Self.language(name) { language = wanted }
    if let folder = own["rules"]?.string, !folder.isEmpty { rulesFolder = folder }
    if let checks = own["checkSubmissions"]?.bool { checksSubmissions = checks }
  }

  /// The language of a locale such as `th-TH`; nil for others, for which that of the command counts.
  private static func language(_ locale: String) -> Language? {
    let start = locale.utf8.prefix(2).map { $0 | 0x20 }
    return Language.allCases.first { $0.rawValue.utf8.elementsEqual(start) }
  }
}
