import Foundation
import TestSupport
import Testing

@testable import LanguageServer

/// Messages, frames and the life of a server.
@Suite("Protocol") struct ProtocolTests {
  typealias JSON = EditorClient.JSON

  private func code(_ answer: JSON) -> Int? { (answer["error"] as? JSON)?["code"] as? Int }

  @Test("Says hello once, knows its methods, and says farewell")
  func life() throws {
    var client = try EditorClient()
    #expect(code(try client.answer("textDocument/hover", [:])) == -32002)
    _ = try client.ask("initialize", ["capabilities": JSON()])
    #expect(code(try client.answer("initialize", ["capabilities": JSON()])) == -32600)
    #expect(code(try client.answer("textDocument/rename", [:])) == -32601)
    #expect(code(try client.answer("textDocument/hover", [:])) == -32602)
    client.tell("$/unknown", [:])
    #expect(client.server.exitCode == nil)
    #expect(try client.answer("shutdown", [:])["result"] is NSNull)
    #expect(code(try client.answer("textDocument/hover", [:])) == -32600)
    client.tell("exit", [:])
    #expect(client.server.exitCode == 0)
  }

  @Test("Leaving without a farewell is a fault")
  func abruptEnd() throws {
    var client = try EditorClient()
    _ = try client.ask("initialize", ["capabilities": JSON()])
    var gone = client.server
    gone.endOfInput()
    #expect(gone.exitCode == 1)
    client.tell("exit", [:])
    #expect(client.server.exitCode == 1)
  }

  @Test(
    "Counts columns in the first encoding of the client that it knows",
    arguments: [
      (["utf-8", "utf-16"], "utf-8"), (["utf-16", "utf-8"], "utf-16"), ([], "utf-16"),
      (["ucs-2", "utf-32"], "utf-32"),
    ]
  )
  func encodings(_ offered: [String], _ agreed: String) throws {
    var client = try EditorClient()
    let general: JSON = offered.isEmpty ? [:] : ["positionEncodings": offered]
    let result = try client.ask("initialize", ["capabilities": ["general": general]]) as? JSON
    #expect((result?["capabilities"] as? JSON)?["positionEncoding"] as? String == agreed)
  }

  @Test("A request that is taken back before its turn is answered so")
  func cancellation() throws {
    var client = try EditorClient()
    _ = try client.ask("initialize", ["capabilities": JSON()])
    let params: JSON = ["textDocument": ["uri": "file:///a.yaml"]]
    var bytes = try EditorClient.frame([
      "jsonrpc": "2.0", "id": "a", "method": "textDocument/documentSymbol", "params": params,
    ])
    bytes += try EditorClient.frame([
      "jsonrpc": "2.0", "method": "$/cancelRequest", "params": ["id": "a"],
    ])
    bytes += try EditorClient.frame([
      "jsonrpc": "2.0", "method": "$/cancelRequest", "params": ["id": "never"],
    ])
    client.server.receive(bytes)
    client.work()
    let answer = try #require(client.notes.last { $0["id"] as? String == "a" })
    #expect(code(answer) == -32800)
  }

  // MARK: Hostile input

  private func frames(_ bytes: [UInt8], piece: Int = Int.max) -> [FrameReader.Frame] {
    var reader = FrameReader()
    var found: [FrameReader.Frame] = []
    var rest = bytes[...]
    while !rest.isEmpty {
      reader.append(Array(rest.prefix(piece)))
      rest = rest.dropFirst(piece)
      while let frame = reader.next() { found.append(frame) }
    }
    return found
  }

  private func count(_ frames: [FrameReader.Frame]) -> (good: Int, broken: Int) {
    let broken = frames.count { if case .broken = $0 { true } else { false } }
    return (frames.count - broken, broken)
  }

  private static let good = Array("Content-Length: 2\r\n\r\n{}".utf8)

  @Test("Messages come through in pieces of any size", arguments: [1, 2, 3, 7, 100])
  func pieces(_ size: Int) {
    let type = "Content-Type: application/vscode-jsonrpc; charset=utf-8\r\n"
    let other = Array("\(type)content-length:  3 \r\n\r\n[1]".utf8)
    let found = frames(Self.good + other + Self.good, piece: size)
    #expect(
      found == [
        .message(Array("{}".utf8)), .message(Array("[1]".utf8)), .message(Array("{}".utf8)),
      ]
    )
  }

  @Test(
    "Headers that are none are told once and passed over",
    arguments: [
      "Content-Length: abc\r\n\r\n", "Content-Length: -5\r\n\r\n", "Content-Length:\r\n\r\n",
      "X: y\r\n\r\n", "garbage\n\ngarbage\n\n", "Content-Length: 99999999999999999999\r\n\r\n",
      "\r\n\r\n\r\n\r\n", "Content-Length: 2 4\r\n\r\n",
    ]
  )
  func wrongHeaders(_ header: String) {
    let found = count(frames(Array(header.utf8) + Self.good))
    #expect(found.good == 1)
    #expect(found.broken == 1)
  }

  @Test("A header without an end is dropped up to the next one")
  func endlessHeader() {
    let noise = [UInt8](repeating: UInt8(ascii: "x"), count: 3 << 20)
    let found = count(frames(noise + Self.good, piece: 1 << 16))
    #expect(found.good == 1)
    #expect(found.broken == 1)
  }

  @Test("A message that is too large is skipped without being kept")
  func tooLarge() {
    var reader = FrameReader()
    let size = FrameReader.mostBytes + 10
    reader.append(Array("Content-Length: \(size)\r\n\r\n".utf8))
    guard case .broken? = reader.next() else {
      Issue.record("not told")
      return
    }
    let piece = [UInt8](repeating: UInt8(ascii: "{"), count: 1 << 20)
    var sent = 0
    while sent < size {
      let count = min(piece.count, size - sent)
      reader.append(count == piece.count ? piece : Array(piece.prefix(count)))
      sent += count
      #expect(reader.next() == nil)
    }
    reader.append(Self.good)
    #expect(reader.next() == .message(Array("{}".utf8)))
  }

  @Test(
    "Bodies that are no messages are answered, and the server goes on",
    arguments: [
      ("{", -32700), ("", -32700), ("[]", -32600), ("[1,2]", -32600), ("1", -32600),
      ("{\"a\":1}", -32600), ("{\"method\":3}", -32600), ("{\"id\":{},\"method\":\"x\"}", -32600),
      ("{\"id\":1,\"id\":1,\"method\":\"x\"}", -32700), ("\u{FF}", -32700),
      (String(repeating: "[", count: 5000), -32700),
      ("{\"id\":\"\\ud800\",\"method\":\"x\"}", -32700),
    ]
  )
  func wrongBodies(_ body: String, _ expected: Int) throws {
    var client = try EditorClient()
    client.server.receive(Array("Content-Length: \(body.utf8.count)\r\n\r\n\(body)".utf8))
    client.work()
    let answer = try #require(client.notes.last)
    #expect(code(answer) == expected)
    _ = try client.ask("initialize", ["capabilities": JSON()])
  }

  @Test("Parameters of wrong types do no harm")
  func wrongParameters() throws {
    let fixture = try RulesFixture()
    var client = try EditorClient.running(in: fixture.temporary.url.path)
    let path = fixture.path(RulesFixture.rules[0])
    client.open(path, try fixture.text(RulesFixture.rules[0]))
    let uri = FileAddress.uri(of: path)
    let far: JSON = ["line": 1 << 40, "character": 1 << 40]
    let places: [Any] = [
      far, ["line": -1, "character": 0], ["line": "x"], 5, NSNull(), [1, 2],
      ["line": 1.5, "character": 0],
    ]
    for method in ["hover", "completion", "definition", "codeAction", "documentSymbol"] {
      for place in places {
        _ = try client.answer(
          "textDocument/" + method,
          [
            "textDocument": ["uri": uri], "position": place,
            "range": ["start": place, "end": place],
          ]
        )
      }
      _ = try client.answer("textDocument/" + method, ["textDocument": ["uri": 5]])
      _ = try client.answer("textDocument/" + method, [:])
    }
    client.change(path, [["range": ["start": far, "end": far], "text": "\n# end\n"]])
    client.change(path, [["range": 5, "text": "x"], ["text": 7], ["range": ["start": far]]])
    client.tell("textDocument/didOpen", ["textDocument": ["uri": uri]])
    client.tell("textDocument/didChange", ["textDocument": ["uri": "file:///unknown"]])
    client.tell("textDocument/didClose", ["textDocument": ["uri": "file:///unknown"]])
    let text = String(decoding: try #require(client.server.documents[uri]?.bytes), as: UTF8.self)
    #expect(text.hasSuffix("\n# end\n"))
  }

  @Test("Addresses of files go both ways")
  func addresses() {
    for path in ["/a/b.yaml", "/แผน ปี/ก#?%.yaml", "/a+b&c;d.yaml"] {
      #expect(FileAddress.path(of: FileAddress.uri(of: path)) == path)
    }
    #expect(FileAddress.path(of: "file:///c%3A/x%20y.yaml") == "/c:/x y.yaml")
    #expect(FileAddress.path(of: "FILE://host/x") == "/x")
    #expect(FileAddress.path(of: "untitled:Untitled-1") == nil)
    #expect(FileAddress.path(of: "file:///a%00b") == nil)
    #expect(FileAddress.path(of: "file:///a%zz%4") == "/a%zz%4")
  }
}
