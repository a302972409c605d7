import Foundation
import TestSupport
import Testing

/// `krong lsp` as an editor starts it: one script of bytes in, answers out.
@Suite("Sessions with the language server") struct LanguageServerSessionTests {
  typealias JSON = [String: Any]

  private static func frame(_ message: JSON) throws -> Data {
    let body = try JSONSerialization.data(withJSONObject: message)
    return Data("Content-Length: \(body.count)\r\n\r\n".utf8) + body
  }

  private static func request(_ id: Int, _ method: String, _ params: JSON) throws -> Data {
    try frame(["jsonrpc": "2.0", "id": id, "method": method, "params": params])
  }

  private static func note(_ method: String, _ params: JSON) throws -> Data {
    try frame(["jsonrpc": "2.0", "method": method, "params": params])
  }

  /// The messages of an output.
  private static func messages(_ output: String) throws -> [JSON] {
    var rest = Data(output.utf8)
    var found: [JSON] = []
    while let end = rest.range(of: Data("\r\n\r\n".utf8)) {
      let header = String(decoding: rest[..<end.lowerBound], as: UTF8.self)
      let length = try #require(Int(header.split(separator: " ").last ?? ""))
      let body = rest[end.upperBound..<end.upperBound + length]
      found.append(try #require(try JSONSerialization.jsonObject(with: body) as? JSON))
      rest = Data(rest[(end.upperBound + length)...])
    }
    #expect(rest.isEmpty)
    return found
  }

  /// Rules with all kinds and catalogues, and one rule.
  private func rules() throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    let source = Program.root.appendingPathComponent("Rules")
    let target = folder.url.appendingPathComponent("Rules")
    try FileManager.default.createDirectory(at: target, withIntermediateDirectories: true)
    for name in ["kinds", "catalogues", "parameters.yaml", "manual-clauses.yaml"] {
      try FileManager.default.copyItem(
        at: source.appendingPathComponent(name),
        to: target.appendingPathComponent(name)
      )
    }
    let rule = try Data(contentsOf: source.appendingPathComponent("completeness/J02-CMP-003.yaml"))
    try folder.write("Rules/completeness/J02-CMP-003.yaml", Array(rule))
    return folder
  }

  @Test(
    "Answers in order, with columns in the unit agreed on, whatever stands between the messages",
    arguments: ["utf-16", "utf-8"]
  )
  func session(_ encoding: String) throws {
    let folder = try rules()
    let path = folder.path("Rules/completeness/J02-CMP-003.yaml")
    let uri = URL(fileURLWithPath: path).absoluteString
    let before = "title: {th: \"ที่😀\", en: x, "
    let text = "krong: 1\n\(before)zz: 1}\nfamily: \n"
    let name: JSON = ["uri": uri]
    let width = encoding == "utf-8" ? before.utf8.count : before.utf16.count
    let start: JSON = ["line": 1, "character": width]
    let end: JSON = ["line": 1, "character": width + 2]
    let far: JSON = ["line": 9, "character": 0]
    var input = try Self.request(
      1,
      "initialize",
      [
        "rootUri": folder.url.absoluteString, "locale": "th",
        "capabilities": ["general": ["positionEncodings": [encoding]]],
      ]
    )
    input += try Self.note("initialized", [:])
    input += Data("no header at all\r\n\r\nContent-Length: -4\r\n\r\n".utf8)
    input += try Self.note(
      "textDocument/didOpen",
      ["textDocument": ["uri": uri, "languageId": "yaml", "version": 1, "text": text]]
    )
    input += Data("Content-Length: 3\r\n\r\n{\"a".utf8)
    input += try Self.request(
      2,
      "textDocument/codeAction",
      ["textDocument": name, "range": ["start": start, "end": end], "context": JSON()]
    )
    input += try Self.note(
      "textDocument/didChange",
      [
        "textDocument": ["uri": uri, "version": 2],
        "contentChanges": [["range": ["start": start, "end": end], "text": "น้ำ"]],
      ]
    )
    input += try Self.request(
      3,
      "textDocument/codeAction",
      ["textDocument": name, "range": ["start": far, "end": far], "context": JSON()]
    )
    input += try Self.request(
      4,
      "textDocument/completion",
      ["textDocument": name, "position": ["line": 2, "character": 8]]
    )
    input += try Self.request(5, "krong/unknown", [:])
    input += try Self.request(6, "shutdown", [:])
    input += try Self.note("exit", [:])
    let run = try Program.run(["lsp"], input: input, in: folder.url)
    #expect(run.status == 0, "\(run.errors)")
    let messages = try Self.messages(run.output)
    #expect(messages.compactMap { $0["id"] as? Int } == [1, 2, 3, 4, 5, 6])
    #expect(messages.count { $0["id"] is NSNull } == 2)

    let told = messages.filter { $0["method"] as? String == "textDocument/publishDiagnostics" }
      .compactMap { $0["params"] as? JSON }.filter { $0["uri"] as? String == uri }
    #expect(told.map { $0["version"] as? Int } == [1, 2])
    for (key, params, last) in [("zz", told.first, width + 2), ("น้ำ", told.last, nil)] {
      let all = params?["diagnostics"] as? [JSON] ?? []
      let one = try #require(all.first { ($0["message"] as? String ?? "").contains("“\(key)”") })
      let range = try #require(one["range"] as? [String: [String: Int]])
      #expect(range["start"]?["character"] == width)
      let units = encoding == "utf-8" ? key.utf8.count : key.utf16.count
      #expect(range["end"]?["character"] == last ?? width + units)
    }
    let list = messages.first { $0["id"] as? Int == 4 }?["result"] as? JSON
    let labels = (list?["items"] as? [JSON] ?? []).compactMap { $0["label"] as? String }
    #expect(labels.contains("completeness"))
    let error = messages.first { $0["id"] as? Int == 5 }?["error"] as? JSON
    #expect(error?["code"] as? Int == -32601)
  }

  @Test("Ends with 2 when the input ends without a farewell")
  func abruptEnd() throws {
    let folder = try TemporaryFolder()
    #expect(try Program.run(["lsp"], in: folder.url).status == 2)
  }
}
