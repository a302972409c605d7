import Diagnostics
import Foundation
import PlanValues
import TestSupport
import Testing

@testable import LanguageServer

/// An editor that talks to a server in this process, byte by byte as through pipes.
struct EditorClient {
  typealias JSON = [String: Any]

  var server: LanguageServer
  private var frames = FrameReader()
  private var time: Int64 = 0
  private var nextID = 1
  private var versions: [String: Int] = [:]
  /// What the server sent and nobody asked for, in order.
  private(set) var notes: [JSON] = []

  init(language: Language = .en) throws {
    server = LanguageServer(
      ServerOptions(
        language: language,
        today: try #require(CalendarDate(year: 2026, month: 7, day: 15)),
        version: "test"
      )
    )
  }

  /// A client that has said hello in a folder.
  static func running(
    in folder: String,
    encodings: [String] = ["utf-8"],
    locale: String? = nil,
    features: JSON = Self.allFeatures
  ) throws -> EditorClient {
    var client = try EditorClient()
    var params: JSON = ["rootUri": FileAddress.uri(of: folder), "capabilities": features]
    var capabilities = features
    capabilities["general"] = ["positionEncodings": encodings]
    params["capabilities"] = capabilities
    params["locale"] = locale
    _ = try client.ask("initialize", params)
    client.tell("initialized", [:])
    return client
  }

  static var allFeatures: JSON {
    [
      "textDocument": [
        "publishDiagnostics": ["relatedInformation": true, "codeDescriptionSupport": true],
        "documentSymbol": ["hierarchicalDocumentSymbolSupport": true],
      ],
      "workspace": ["workspaceEdit": ["documentChanges": true]],
    ]
  }

  // MARK: Messages

  static func frame(_ message: JSON) throws -> [UInt8] {
    let body = Array(try JSONSerialization.data(withJSONObject: message))
    return Array("Content-Length: \(body.count)\r\n\r\n".utf8) + body
  }

  mutating func tell(_ method: String, _ params: JSON) {
    let message: JSON = ["jsonrpc": "2.0", "method": method, "params": params]
    server.receive((try? Self.frame(message)) ?? [])
    work()
  }

  /// Asks and waits; the whole answer.
  mutating func answer(_ method: String, _ params: JSON) throws -> JSON {
    let id = nextID
    nextID += 1
    server.receive(
      try Self.frame(["jsonrpc": "2.0", "id": id, "method": method, "params": params])
    )
    work()
    let place = try #require(notes.lastIndex { $0["id"] as? Int == id }, "no answer to \(method)")
    return notes.remove(at: place)
  }

  /// Asks and waits; the result.
  mutating func ask(_ method: String, _ params: JSON) throws -> Any? {
    let answer = try answer(method, params)
    if let error = answer["error"] { Issue.record("\(method): \(error)") }
    return answer["result"]
  }

  /// Lets the server do what is to be done now.
  mutating func work() {
    while server.hasWork { server.step(at: time) }
    take()
  }

  /// Lets time go by until nothing is due.
  mutating func settle() {
    work()
    while let due = server.due(at: time) {
      time += max(1, due)
      server.step(at: time)
    }
    take()
  }

  private mutating func take() {
    frames.append(server.takeOutput())
    while case .message(let bytes)? = frames.next() {
      let read = try? JSONSerialization.jsonObject(with: Data(bytes))
      if let message = read as? JSON { notes.append(message) }
    }
  }

  // MARK: Documents

  mutating func open(_ path: String, _ text: String) {
    versions[path] = 1
    let item: JSON = [
      "uri": FileAddress.uri(of: path), "languageId": "yaml", "version": 1, "text": text,
    ]
    tell("textDocument/didOpen", ["textDocument": item])
  }

  mutating func change(_ path: String, _ changes: [JSON]) {
    versions[path, default: 0] += 1
    let name: JSON = ["uri": FileAddress.uri(of: path), "version": versions[path] ?? 0]
    tell("textDocument/didChange", ["textDocument": name, "contentChanges": changes])
  }

  /// The whole text anew, as one change; opens the document if need be.
  mutating func write(_ path: String, _ text: String) {
    if versions[path] == nil { open(path, text) } else { change(path, [["text": text]]) }
  }

  /// The diagnostics of a file as they were told last.
  mutating func diagnostics(_ path: String) -> [JSON] {
    settle()
    let told = notes.last { note in
      let params = note["params"] as? JSON
      return note["method"] as? String == "textDocument/publishDiagnostics"
        && params?["uri"] as? String == FileAddress.uri(of: path)
    }
    return (told?["params"] as? JSON)?["diagnostics"] as? [JSON] ?? []
  }

  /// Asks about the place of `¦` in a text, which becomes the text of the document.
  mutating func at(_ method: String, _ path: String, _ marked: String) throws -> Any? {
    let (bytes, offset) = try cursor(marked)
    write(path, String(decoding: bytes, as: UTF8.self))
    let position = TextLines(bytes).position(of: offset, server.client.encoding)
    return try ask(
      "textDocument/" + method,
      [
        "textDocument": ["uri": FileAddress.uri(of: path)],
        "position": ["line": position.line, "character": position.column],
      ]
    )
  }

  /// The labels of completions at `¦`.
  mutating func completions(_ path: String, _ marked: String) throws -> [String] {
    let list = try at("completion", path, marked) as? JSON
    return (list?["items"] as? [JSON] ?? []).compactMap { $0["label"] as? String }
  }

  /// The hover at `¦`.
  mutating func hover(_ path: String, _ marked: String) throws -> String {
    let hover = try at("hover", path, marked) as? JSON
    return (hover?["contents"] as? JSON)?["value"] as? String ?? ""
  }

  /// Where the definition of what stands at `¦` is: the path below a folder, and the text of the range.
  mutating func definition(_ path: String, _ marked: String, in folder: String) throws -> String {
    guard let found = try at("definition", path, marked) as? JSON,
      let uri = found["uri"] as? String, let file = FileAddress.path(of: uri),
      let range = found["range"] as? JSON
    else { return "" }
    let open = server.documents.values.first { $0.path == file }?.bytes
    let bytes = try open ?? Array(Data(contentsOf: URL(fileURLWithPath: file)))
    let lines = TextLines(bytes)
    let start = try #require(Self.position(range["start"]))
    let end = try #require(Self.position(range["end"]))
    let from = lines.offset(of: start, server.client.encoding)
    let to = lines.offset(of: end, server.client.encoding)
    let name = file.hasPrefix(folder) ? String(file.dropFirst(folder.count + 1)) : file
    return "\(name):\(start.line + 1) \(String(decoding: bytes[from..<to], as: UTF8.self))"
  }

  static func position(_ value: Any?) -> TextPosition? {
    guard let place = value as? JSON, let line = place["line"] as? Int,
      let column = place["character"] as? Int
    else { return nil }
    return TextPosition(line: line, column: column)
  }
}

/// A small folder of rules: all kinds and catalogues, few rules.
final class RulesFixture: Sendable {
  let temporary: TemporaryFolder
  var folder: String { temporary.path("Rules") }

  static let rules = [
    "completeness/J02-CMP-003.yaml", "consistency/J03-CON-003.yaml", "alignment/J02-ALN-001.yaml",
  ]

  init() throws {
    temporary = try TemporaryFolder()
    let source = SharedData.packageRoot.appendingPathComponent("Rules")
    let target = temporary.url.appendingPathComponent("Rules")
    let files = FileManager.default
    try files.createDirectory(at: target, withIntermediateDirectories: true)
    for name in ["kinds", "catalogues", "parameters.yaml", "manual-clauses.yaml"] {
      try files.copyItem(
        at: source.appendingPathComponent(name),
        to: target.appendingPathComponent(name)
      )
    }
    for name in Self.rules {
      let file = target.appendingPathComponent(name)
      try files.createDirectory(
        at: file.deletingLastPathComponent(),
        withIntermediateDirectories: true
      )
      try files.copyItem(at: source.appendingPathComponent(name), to: file)
    }
  }

  func path(_ name: String) -> String { folder + "/" + name }

  func text(_ name: String) throws -> String {
    try String(contentsOfFile: path(name), encoding: .utf8)
  }

  /// The text of a rule with a part replaced; the part must be there.
  func text(_ name: String, _ part: String, _ other: String) throws -> String {
    let text = try text(name)
    let range = try #require(text.range(of: part), "\(part) is not in \(name)")
    return text.replacingCharacters(in: range, with: other)
  }
}
