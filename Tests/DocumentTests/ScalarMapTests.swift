import DocumentArena
import DocumentReading
import SourceText
import TestSupport
import Testing

@Suite struct ScalarMapTests {
  /// The word ถูก stands in the source and in the text once; its places must be the same.
  @Test(arguments: [
    "a: ก่อน ถูก หลัง\n", "a: 'ก่อน ''อ้าง'' ถูก'\n", "a: \"\\u0E01\\t\\\"ถูก\"\n",
    "a: \"ก\\\n   ถูก\"\n", "a: \"ก  \n\n   ถูก\"\n", "a: ก่อน\n  ถูก\n", "a: ก่อน\n\n\n  ถูก หลัง\n",
    "a: |\n  ก่อน\n    ถูก\n  หลัง\n", "a: |2-\n    ก่อน\n  ถูก\n", "a: |+\n\n\n  ถูก\n\n",
    "a: >\n  ก่อน\n  ถูก\n\n  หลัง\n", "a: >-\n  ก่อน\n\n  ถูก\n", "a: >\n  ก่อน\n    ลึก\n    ถูก\n",
    "a: >\n  ก่อน\n\n    ลึก\n\n  ถูก", "a: &x !!str >  # หมายเหตุ\n  ก่อน\n  ถูก\n",
    "a: !!str\n  &x 'ก ถูก'\n", "a: |\r\n  ก่อน\r\n  ถูก\r\n", "\u{FEFF}a: ถูก\n",
    "a: {b: [ก่อน, \"ก \\x41 ถูก\"]}\n", "- - |\n    ก่อน\n    ถูก\n", "|\n ถูก\n", "--- >\n ก่อน\n ถูก\n",
    "a: \"\\\n  ก่อน \\\n\n  ถูก\"\n", "a: ก่อน\u{2028}ถูก\n", "a: \"ก่อน \u{85} ถูก\"\n",
  ])
  func pointsAtTheSameWord(text: String) throws {
    let document = try yaml(text)
    let word = Array("ถูก".utf8)
    let source = document.source.bytes
    let inSource = try #require(source.indices.first { source[$0...].starts(with: word) })
    let node = try #require(
      document.nodes.indices.map { NodeID(UInt32($0)) }.first { id in
        document.text(of: id).utf8.contains("ถ".utf8.first ?? 0) && contains(document, id, word)
      }
    )
    let value = Array(document.bytes(of: node))
    let inText = try #require(value.indices.first { value[$0...].starts(with: word) })
    let map = ScalarMap(document: document, node: node)
    #expect(map.isExact)
    let expected = LineIndex(document.source).position(atOffset: inSource)
    #expect(map.position(atUTF8Offset: inText) == expected)
  }

  private func contains(_ document: Document, _ id: NodeID, _ word: [UInt8]) -> Bool {
    let value = Array(document.bytes(of: id))
    return value.indices.contains { value[$0...].starts(with: word) }
  }

  @Test func pointsAtEscapesAndTheEnd() throws {
    let document = try yaml("a: \"x\\u0041y\"\n")
    let node = try #require(document.child(of: document.root, "a"))
    let map = ScalarMap(document: document, node: node)
    let columns = (0...3).map { map.position(atUTF8Offset: $0).column }
    #expect(columns == [5, 6, 12, 13])
  }

  @Test func mapsJSONStrings() throws {
    let source = SourceFile(name: "a.json", text: "{\"a\": \"ก\\n\\uD83D\\uDE00z\"}")
    let document = try JSONReader.readOne(source)
    let node = try #require(document.child(of: document.root, "a"))
    let map = ScalarMap(document: document, node: node)
    #expect(map.isExact)
    #expect(map.position(atUTF8Offset: 8) == SourcePosition(line: 1, column: 23))
  }

  @Test func aliasesAndContainersHaveOnePlace() throws {
    let document = try yaml("a: &x ข้อความ\nb: *x\nc: [1]\n")
    let alias = try #require(document.child(of: document.root, "b"))
    let map = ScalarMap(document: document, node: alias)
    #expect(!map.isExact)
    #expect(map.position(atUTF8Offset: 6) == SourcePosition(line: 2, column: 4))
    let list = try #require(document.child(of: document.root, "c"))
    let place = ScalarMap(document: document, node: list).position(atUTF8Offset: 0)
    #expect(place == SourcePosition(line: 3, column: 4))
  }

  @Test(
    .enabled(if: SharedData.has(YAMLSuite.path), "the shared conformance data are not here"),
    arguments: try YAMLSuite.load().filter { $0.json != nil && !$0.error }
  )
  func readsEveryScalarOfTheSuiteAgain(_ test: YAMLSuite.Case) throws {
    let source = SourceFile(name: test.id, text: test.yaml)
    guard YAMLSuiteGaps.valid[test.id] == nil else { return }
    for document in try YAMLReader.read(source) {
      let lines = LineIndex(document.source)
      for index in document.nodes.indices {
        let id = NodeID(UInt32(index))
        let node = document.node(id)
        guard node.kind != .list, node.kind != .map, node.count > 0 else { continue }
        let start = try #require(document.position(of: id))
        let first = document.source.bytes[min(lines.offset(of: start), source.bytes.count - 1)]
        guard first != UInt8(ascii: "*") else { continue }
        let map = ScalarMap(document: document, node: id, lines: lines)
        #expect(map.isExact, "\(test.id) \(test.name): \(document.text(of: id).debugDescription)")
      }
    }
  }
}
