import Diagnostics
import Krong
import SourceText

/// The server of one editor: takes its bytes, keeps its documents, gives bytes to send.
///
/// One message after the other, in the order in which they came; a request that was taken back before its turn is
/// answered so. Diagnostics are made when nothing else is to be done and nobody typed for a moment.
package struct LanguageServer {
  /// For how long nobody must have typed, and after how long diagnostics are made all the same, in milliseconds.
  static let pause: Int64 = 25
  static let longestPause: Int64 = 400

  enum Phase { case new, running, shutDown }

  let options: ServerOptions
  var client = ClientFeatures()
  var phase = Phase.new
  var documents: [String: TextDocument] = [:]
  var trees: [String: Tree] = [:]
  /// What was told about each file last.
  var published: [String: PublishedFile] = [:]
  private var frames = FrameReader()
  private var queue: [Message] = []
  private var cancelled: Set<MessageID> = []
  private var output: [UInt8] = []
  private var dirtySince: Int64?
  private var lastChange: Int64 = 0
  private var now: Int64 = 0
  private var nextID = 1

  /// The code with which the program ends; nil while it goes on.
  package private(set) var exitCode: Int32?

  /// A server of nothing yet.
  package init(_ options: ServerOptions) {
    self.options = options
  }

  var language: Language { client.language ?? options.language }

  func pick(_ th: String, _ en: String) -> String { language == .th ? th : en }

  // MARK: Bytes

  /// Takes bytes that the client sent.
  package mutating func receive(_ bytes: [UInt8]) {
    frames.append(bytes)
    while let frame = frames.next() {
      switch frame {
      case .broken(let reason):
        queue.append(.invalid(id: nil, ProtocolError(code: -32700, message: reason)))
      case .message(let bytes):
        let message = Message(bytes)
        if case .notification("$/cancelRequest", let params) = message {
          if let id = params?["id"]?.id, isWaiting(id) { cancelled.insert(id) }
        } else {
          queue.append(message)
        }
      }
    }
  }

  private func isWaiting(_ id: MessageID) -> Bool {
    queue.contains { message in
      if case .request(let waiting, _, _) = message { return waiting == id }
      return false
    }
  }

  /// The client has gone: without a farewell that is a fault.
  package mutating func endOfInput() {
    if exitCode == nil { exitCode = phase == .shutDown ? 0 : 1 }
  }

  /// The bytes to be sent.
  package mutating func takeOutput() -> [UInt8] {
    defer { output = [] }
    return output
  }

  /// Whether messages wait for their turn.
  package var hasWork: Bool { !queue.isEmpty }

  /// In how many milliseconds something is due though no message comes; nil for never.
  package func due(at now: Int64) -> Int64? {
    guard let dirtySince else { return nil }
    return max(0, min(lastChange + Self.pause, dirtySince + Self.longestPause) - now)
  }

  /// Does one thing: answers a message, or makes the diagnostics that are due.
  ///
  /// - Parameter now: The time in milliseconds, from any start.
  package mutating func step(at now: Int64) {
    self.now = now
    if !queue.isEmpty {
      handle(queue.removeFirst())
    } else if let due = due(at: now), due == 0 {
      diagnoseNow()
    }
  }

  // MARK: Messages

  private mutating func handle(_ message: Message) {
    guard exitCode == nil else { return }
    switch message {
    case .response: break
    case .invalid(let id, let error): answer(id, error)
    case .notification(let method, let params): notified(method, params)
    case .request(let id, let method, let params):
      if cancelled.remove(id) != nil { return answer(id, .cancelled) }
      do throws(ProtocolError) {
        send(["jsonrpc": "2.0", "id": id.value, "result": try result(of: method, params)])
      } catch {
        answer(id, error)
      }
    }
  }

  private mutating func answer(_ id: MessageID?, _ error: ProtocolError) {
    send([
      "jsonrpc": "2.0", "id": id?.value ?? .null,
      "error": ["code": .int(error.code), "message": .string(error.message)],
    ])
  }

  mutating func notify(_ method: String, _ params: JSONValue) {
    send(["jsonrpc": "2.0", "method": .string(method), "params": params])
  }

  mutating func ask(_ method: String, _ params: JSONValue) {
    send([
      "jsonrpc": "2.0", "id": .string("krong-\(nextID)"), "method": .string(method),
      "params": params,
    ])
    nextID += 1
  }

  private mutating func send(_ message: JSONValue) {
    let bytes = Array(message.text.utf8)
    output += Array("Content-Length: \(bytes.count)\r\n\r\n".utf8)
    output += bytes
  }

  // MARK: Notifications

  private mutating func notified(_ method: String, _ params: JSONNode?) {
    if method == "exit" {
      exitCode = phase == .shutDown ? 0 : 1
      return
    }
    guard phase == .running else { return }
    switch method {
    case "initialized": initialized()
    case "textDocument/didOpen": opened(params)
    case "textDocument/didChange": changed(params)
    case "textDocument/didClose": closed(params)
    case "textDocument/didSave", "workspace/didChangeWatchedFiles": markDirty(nil)
    case "workspace/didChangeConfiguration":
      client.take(params?["settings"])
      trees = [:]
      published = [:]
      markDirty(nil)
    case "workspace/didChangeWorkspaceFolders": foldersChanged(params?["event"])
    default: break
    }
  }

  private mutating func initialized() {
    if client.canWatchFiles {
      let watchers: JSONValue = [["globPattern": "**/*.{yaml,yml}"]]
      let registration: JSONValue = [
        "id": "files", "method": "workspace/didChangeWatchedFiles",
        "registerOptions": ["watchers": watchers],
      ]
      ask("client/registerCapability", ["registrations": [registration]])
    }
    // The rules of the folder are read before somebody opens the first one.
    if let folder = folderOfClient() {
      _ = tree(of: folder)
      markDirty(nil)
    }
  }

  private mutating func foldersChanged(_ event: JSONNode?) {
    let removed = event?["removed"]?.elements.compactMap { $0["uri"]?.string } ?? []
    let added = event?["added"]?.elements.compactMap { $0["uri"]?.string } ?? []
    let gone = Set(removed.compactMap { FileAddress.path(of: $0) })
    client.folders.removeAll { gone.contains($0) }
    client.folders += added.compactMap { FileAddress.path(of: $0) }
    markDirty(nil)
  }

  private mutating func opened(_ params: JSONNode?) {
    guard let item = params?["textDocument"], let uri = item["uri"]?.string,
      let text = item["text"]?.bytes
    else { return }
    let document = TextDocument(
      uri: uri,
      path: FileAddress.path(of: uri) ?? uri,
      version: item["version"]?.int ?? 0,
      bytes: text
    )
    documents[uri] = document
    setBuffer(of: document)
    markDirty(document)
  }

  private mutating func changed(_ params: JSONNode?) {
    guard let uri = params?["textDocument"]?["uri"]?.string, documents[uri] != nil else { return }
    var changes: [(range: Range<TextPosition>?, text: [UInt8])] = []
    for change in params?["contentChanges"]?.elements ?? [] {
      guard let text = change["text"]?.bytes else { continue }
      guard let range = change["range"] else {
        changes.append((nil, text))
        continue
      }
      guard let start = TextPosition(range["start"]), let end = TextPosition(range["end"]) else {
        continue
      }
      changes.append((start..<max(start, end), text))
    }
    documents[uri]?.apply(changes, client.encoding)
    if let version = params?["textDocument"]?["version"]?.int { documents[uri]?.version = version }
    guard let document = documents[uri] else { return }
    setBuffer(of: document)
    markDirty(document)
  }

  private mutating func closed(_ params: JSONNode?) {
    guard let uri = params?["textDocument"]?["uri"]?.string,
      let document = documents.removeValue(forKey: uri)
    else { return }
    dropBuffer(of: document)
    markDirty(nil)
  }

  // MARK: Diagnostics in time

  /// Notes that diagnostics are to be made anew: of one document, or of all that there is.
  mutating func markDirty(_ document: TextDocument?) {
    if dirtySince == nil { dirtySince = now }
    lastChange = now
    for folder in trees.keys { trees[folder]?.markDirty(document) }
  }

  /// Makes the diagnostics, if any are due or will be.
  mutating func diagnoseNow() {
    guard dirtySince != nil else { return }
    dirtySince = nil
    diagnose()
  }
}
