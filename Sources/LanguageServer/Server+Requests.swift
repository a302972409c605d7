import Diagnostics
import Krong
import SourceText

// What the client asks.
extension LanguageServer {
  mutating func result(
    of method: String,
    _ params: JSONNode?
  ) throws(ProtocolError) -> JSONValue {
    if method == "initialize" { return try initialize(params) }
    switch phase {
    case .new: throw .notInitialized
    case .shutDown: throw .invalidRequest
    case .running: break
    }
    switch method {
    case "shutdown":
      phase = .shutDown
      return .null
    case "textDocument/completion": return try completion(params)
    case "textDocument/hover": return try hover(params)
    case "textDocument/definition": return try definition(params)
    case "textDocument/documentSymbol": return try symbols(params)
    case "textDocument/codeAction": return try codeActions(params)
    case "textDocument/formatting": return try formatting(params)
    default: throw .unknown(method)
    }
  }

  // MARK: Life

  private mutating func initialize(_ params: JSONNode?) throws(ProtocolError) -> JSONValue {
    guard phase == .new else { throw .invalidRequest }
    client = ClientFeatures(params)
    phase = .running
    let sync: JSONValue = ["openClose": true, "change": 2, "save": ["includeText": false]]
    let folders: JSONValue = ["supported": true, "changeNotifications": true]
    return [
      "capabilities": [
        "positionEncoding": .string(client.encoding.rawValue),
        "textDocumentSync": sync,
        "completionProvider": ["triggerCharacters": [".", "\"", "'", "{", "[", " "]],
        "hoverProvider": true,
        "definitionProvider": true,
        "documentSymbolProvider": true,
        "codeActionProvider": ["codeActionKinds": ["quickfix", "source.fixAll"]],
        "documentFormattingProvider": true,
        "workspace": ["workspaceFolders": folders],
      ],
      "serverInfo": ["name": "krong", "version": .string(options.version)],
    ]
  }

  // MARK: Places

  /// The document that a request is about.
  func document(_ params: JSONNode?) throws(ProtocolError) -> TextDocument {
    guard let uri = params?["textDocument"]?["uri"]?.string else {
      throw .params("textDocument.uri is missing")
    }
    guard let document = documents[uri] else { throw .params("the document is not open") }
    return document
  }

  /// The place that a request is about; nil where nothing can be said.
  private mutating func place(_ params: JSONNode?) throws(ProtocolError) -> Place? {
    let document = try document(params)
    guard let position = TextPosition(params?["position"]) else {
      throw .params("position is missing")
    }
    guard let folder = folder(of: document), let knowledge = trees[folder]?.knowledge() else {
      return nil
    }
    let tree = tree(of: folder)
    return Place(
      document,
      document.lines.offset(of: position, client.encoding),
      FileSort(document.path, in: tree.folder(for: document.path), document.outline),
      knowledge,
      tree.schemas,
      language
    )
  }

  private mutating func completion(_ params: JSONNode?) throws(ProtocolError) -> JSONValue {
    guard let place = try place(params) else { return ["isIncomplete": false, "items": []] }
    let completion = Completion(place)
    let range = place.document.lines.json(completion.range, client.encoding)
    let items = completion.items.prefix(Completion.most)
    return [
      "isIncomplete": .bool(completion.items.count > Completion.most),
      "items": .list(items.enumerated().map { $0.element.json(range, $0.offset) }),
    ]
  }

  private mutating func hover(_ params: JSONNode?) throws(ProtocolError) -> JSONValue {
    guard let place = try place(params), let found = ReferentFinder(place: place).find() else {
      return .null
    }
    let text = Hover(language: language, knowledge: place.knowledge).markdown(found.referent)
    return [
      "contents": ["kind": "markdown", "value": .string(text)],
      "range": place.document.lines.json(found.range, client.encoding),
    ]
  }

  private mutating func definition(_ params: JSONNode?) throws(ProtocolError) -> JSONValue {
    guard let place = try place(params), let found = ReferentFinder(place: place).find(),
      let folder = folder(of: place.document)
    else { return .null }
    let rules = tree(of: folder).rules
    let open = documents
    let finder = DefinitionFinder(place: place) { path in
      open.values.first { $0.path == path }?.bytes ?? rules.source(of: path)?.utf8Bytes
    }
    guard let target = finder.target(found.referent) else { return .null }
    return [
      "uri": .string(uri(of: target.path)),
      "range": target.lines.json(target.range, client.encoding),
    ]
  }

  /// The document as `krong fmt` writes it, as one edit from the first line that differs to the last.
  private func formatting(_ params: JSONNode?) throws(ProtocolError) -> JSONValue {
    let document = try document(params)
    let source = SourceFile(name: document.path, bytes: document.bytes)
    let made: [UInt8]
    do throws(DiagnosticError) {
      made = try Workspace.formatted(source).bytes
    } catch {
      // The diagnostics of the document say what is wrong; an editor shows this line.
      let first = error.diagnostics.first?.message[language] ?? ""
      throw .failed(pick("จัดรูปแบบไม่ได้: \(first)", "it cannot be formatted: \(first)"))
    }
    guard made != document.bytes else { return [] }
    var start = zip(document.bytes, made).prefix { $0 == $1 }.count
    while start > 0, document.bytes[start - 1] != 0x0A { start -= 1 }
    let most = min(document.bytes.count, made.count) - start
    var same = min(most, zip(document.bytes.reversed(), made.reversed()).prefix { $0 == $1 }.count)
    // Whole lines, so that no letter is cut.
    while same > 0, document.bytes[document.bytes.count - same - 1] != 0x0A { same -= 1 }
    let end = document.bytes.count - same
    let text = made[start..<(made.count - same)]
    return [
      [
        "range": document.lines.json(start..<end, client.encoding),
        "newText": .string(String(decoding: text, as: UTF8.self)),
      ]
    ]
  }

  private func symbols(_ params: JSONNode?) throws(ProtocolError) -> JSONValue {
    let document = try document(params)
    var symbols = Symbols(document, client.encoding)
    let all = symbols.all()
    return client.hasNestedSymbols ? all : Self.flat(all, document.uri)
  }

  /// Symbols as clients without trees want them.
  private static func flat(_ symbols: JSONValue, _ uri: String) -> JSONValue {
    var found: [JSONValue] = []
    func add(_ value: JSONValue, _ container: String?) {
      guard case .list(let all) = value else { return }
      for case .object(let members) in all {
        func member(_ name: String) -> JSONValue? { members.first { $0.key == name }?.value }
        guard let name = member("name"), let range = member("range"), let kind = member("kind")
        else { continue }
        found.append(
          .object([
            "name": name, "kind": kind, "location": ["uri": .string(uri), "range": range],
            "containerName": container.map { .string($0) },
          ])
        )
        if case .string(let text) = name { member("children").map { add($0, text) } }
      }
    }
    add(symbols, nil)
    return .list(found)
  }

  /// The address of a path: that of an open document as the client wrote it.
  func uri(of path: String) -> String {
    documents.values.first { $0.path == path }?.uri ?? FileAddress.uri(of: path)
  }
}
