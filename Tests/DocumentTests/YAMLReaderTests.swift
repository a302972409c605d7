import Diagnostics
import DocumentArena
import DocumentReading
import SourceText
import TestSupport
import Testing

@Suite struct YAMLReaderTests {
  private func error(_ text: String) throws -> Diagnostic {
    let error = #expect(throws: DiagnosticError.self) { try yaml(text) }
    return try #require(error?.diagnostics.first)
  }

  @Test func duplicateKeysNameBothPlaces() throws {
    let error = #expect(throws: DiagnosticError.self) {
      try yaml("a:\n  ชื่อ: 1\n  b: {x: 1, x: 2}\n  ชื่อ: 3\n\"a\": 4\n")
    }
    let found = error?.diagnostics ?? []
    #expect(found.map(\.code) == [.duplicateKey, .duplicateKey, .duplicateKey])
    #expect(
      found.map { $0.place.position }
        == [
          SourcePosition(line: 3, column: 13), SourcePosition(line: 4, column: 3),
          SourcePosition(line: 5, column: 1),
        ]
    )
    #expect(found[1].place.length == 4)
    #expect(found[1].notes.first?.place?.position == SourcePosition(line: 2, column: 3))
    #expect(found[1].message == LocalizedText(th: "คีย์ “ชื่อ” ซ้ำกัน", en: "the key “ชื่อ” is given twice"))
  }

  @Test func theSameKeyInNestedMappingsIsNoDuplicate() throws {
    let document = try yaml("a: {a: {a: 1}}\nb: {a: 1}\nc:\n  - a: 1\n  - a: 2\n")
    #expect(document.count(of: document.root) == 3)
  }

  @Test(arguments: [2, 31, 32, 33, 34, 64, 65, 200])
  func findsDuplicatesInMappingsOfAnySize(count: Int) throws {
    let lines = (0..<count).map { "k\($0): {k0: 1, k1: \($0)}" }
    #expect(try yaml(lines.joined(separator: "\n")).nodes.count == count * 3 + 1)
    for repeated in [0, count / 2, count - 1] {
      let text = (lines + ["k\(repeated): x"]).joined(separator: "\n")
      let diagnostic = try error(text)
      #expect(diagnostic.code == .duplicateKey)
      #expect(diagnostic.place.position?.line == UInt32(count + 1))
      #expect(diagnostic.notes.first?.place?.position?.line == UInt32(repeated + 1))
    }
  }

  @Test func aliasesCopyTheirValueAtTheirOwnPlace() throws {
    let document = try yaml("a: &x\n  b: [1, 2]\nc: *x\nd: &y text\ne: *y\n*y : key\n")
    let copy = try #require(document.child(of: document.root, "c"))
    #expect(document.position(of: copy) == SourcePosition(line: 3, column: 4))
    #expect(document.keyPosition(of: copy) == SourcePosition(line: 3, column: 1))
    let list = try #require(document.child(of: copy, "b"))
    #expect(document.position(of: list) == SourcePosition(line: 2, column: 6))
    #expect(document.children(of: list).map { document.text(of: $0) } == ["1", "2"])
    #expect(document.path(of: list).description == "c.b")
    let text = try #require(document.child(of: document.root, "e"))
    #expect(document.text(of: text) == "text")
    #expect(document.child(of: document.root, "text") != nil)
  }

  @Test func anchorsEndWithTheirDocument() throws {
    let error = #expect(throws: DiagnosticError.self) {
      try YAMLReader.read(SourceFile(name: "a", text: "- &x 1\n- *x\n---\n- *x\n"))
    }
    #expect(error?.diagnostics.first?.code == .yamlUndefinedAlias)
    #expect(error?.diagnostics.first?.place.position == SourcePosition(line: 4, column: 3))
  }

  @Test func laterAnchorsReplaceEarlierOnes() throws {
    let document = try yaml("- &x 1\n- *x\n- &x 2\n- *x\n")
    #expect(
      document.children(of: document.root).map { document.text(of: $0) } == ["1", "1", "2", "2"]
    )
  }

  @Test(arguments: ["a: &x [*x]", "&x {a: {b: *x}}", "- &x\n  - 1\n  - *x\n"])
  func recursionIsRefused(text: String) throws {
    #expect(try error(text).code == .yamlRecursiveAlias)
  }

  @Test func aliasOfAFinishedEmptyListIsNoRecursion() throws {
    #expect(try yaml("- &x []\n- *x\n- &y {}\n- *y\n").nodes.count == 5)
  }

  @Test(arguments: ["\n", "\r\n", "\r"], [false, true])
  func placesAreTheSameForEveryLineEnd(lineEnd: String, hasMark: Bool) throws {
    let lines = ["# หมายเหตุ", "ชื่อ: น้ำ", "รายการ:", "  - ก: |", "      ข้อความ", "    ข: x"]
    let text = (hasMark ? "\u{FEFF}" : "") + lines.joined(separator: lineEnd) + lineEnd
    let document = try yaml(text)
    let list = try #require(document.child(of: document.root, "รายการ"))
    let item = try #require(document.children(of: list).first { _ in true })
    let block = try #require(document.child(of: item, "ก"))
    #expect(document.text(of: block) == "ข้อความ\n")
    #expect(document.position(of: block) == SourcePosition(line: 4, column: 8))
    let last = try #require(document.child(of: item, "ข"))
    #expect(document.position(of: last) == SourcePosition(line: 6, column: 8))
    #expect(
      document.keyPosition(of: document.child(of: document.root, "ชื่อ") ?? document.root)
        == SourcePosition(line: 2, column: 1)
    )
  }

  @Test(arguments: [true, false])
  func readsUTF16WithItsPlaces(isLittle: Bool) throws {
    let units = [0xFEFF] + Array("ชื่อ: 😀\nข: [1, ก]\n".utf16)
    let bytes = units.flatMap { unit in
      isLittle ? [UInt8(unit & 0xFF), UInt8(unit >> 8)] : [UInt8(unit >> 8), UInt8(unit & 0xFF)]
    }
    for name in ["a.yaml", "a.json"] {
      let isJSON = name == "a.json"
      let source = SourceFile(name: name, bytes: bytes)
      guard !isJSON else { continue }
      let document = try DocumentReader.readOne(source)
      let list = try #require(document.child(of: document.root, "ข"))
      let last = try #require(document.children(of: list).map { $0 }.last)
      #expect(document.text(of: last) == "ก")
      #expect(document.position(of: last) == SourcePosition(line: 2, column: 8))
      #expect(ScalarMap(document: document, node: last).isExact)
    }
    let broken = SourceFile(name: "a.yaml", bytes: bytes + [0x0A])
    let error = #expect(throws: DiagnosticError.self) { try YAMLReader.read(broken) }
    #expect(error?.diagnostics.first?.code == .invalidEncoding)
    #expect(error?.diagnostics.first?.place.position == SourcePosition(line: 3, column: 1))
  }

  @Test func separatorsOfYAML11AreOrdinaryCharacters() throws {
    let document = try yaml(
      "a: ก\u{2028}ข\u{2029}ค\u{85}ง\nb\u{2028}c: 'x\u{2028}\u{2028} y'\nd: 1\n"
    )
    let a = try #require(document.child(of: document.root, "a"))
    #expect(document.text(of: a) == "ก\u{2028}ข\u{2029}ค\u{85}ง")
    let b = try #require(document.child(of: document.root, "b\u{2028}c"))
    #expect(document.text(of: b) == "x\u{2028}\u{2028} y")
    let d = try #require(document.child(of: document.root, "d"))
    #expect(document.position(of: d) == SourcePosition(line: 3, column: 4))
  }

  @Test(arguments: 16_370..<16_400)
  func separatorsAtTheEdgeOfAPieceAreFound(padding: Int) throws {
    let text = "a: '" + String(repeating: "x", count: padding) + "\u{2028}\u{85}ก\u{2029}'\nb: 1\n"
    let document = try yaml(text)
    let a = try #require(document.child(of: document.root, "a"))
    #expect(
      document.text(of: a).unicodeScalars.suffix(4).map(\.value) == [0x2028, 0x85, 0x0E01, 0x2029]
    )
    let b = try #require(document.child(of: document.root, "b"))
    #expect(document.position(of: b) == SourcePosition(line: 2, column: 4))
  }

  @Test func standInsAreNeverConfusedWithText() throws {
    let letters = (0x780...0x7BF).compactMap { Unicode.Scalar($0) }.filter { $0.value != 0x790 }
    let privates = (0xE000...0xE03F).compactMap { Unicode.Scalar($0) }
      .filter { $0.value != 0xE011 && $0.value != 0xE012 }
    var view = String.UnicodeScalarView()
    view.append(contentsOf: letters)
    view.append(contentsOf: privates)
    let all = String(view)
    let document = try yaml("a: \"\(all)\u{85}\u{2028}\u{2029}\"\n")
    let a = try #require(document.child(of: document.root, "a"))
    #expect(Array(document.bytes(of: a)) == Array("\(all)\u{85}\u{2028}\u{2029}".utf8))
  }

  @Test func readsDocumentsOfAStream() throws {
    let source = SourceFile(name: "a", text: "a: 1\n---\n- b\n...\n---\nc\n---\n")
    var keys = KeyTable()
    let known = keys.intern("a")
    let documents = try YAMLReader.read(source, keys: keys)
    #expect(documents.map { $0.kind(of: $0.root) } == [.map, .list, .string, .null])
    #expect(documents[0].child(of: documents[0].root, known) != nil)
    let error = #expect(throws: DiagnosticError.self) { try YAMLReader.readOne(source) }
    #expect(error?.diagnostics.first?.code == .severalDocuments)
    #expect(error?.diagnostics.first?.place.position == SourcePosition(line: 3, column: 1))
  }

  @Test func stopsAtAKeyOfTheRoot() throws {
    let text = "a: 1\nb: {examples: 2}\nexamples:\n  - [broken\n"
    let source = SourceFile(name: "a", text: text)
    let document = try YAMLReader.readOne(source, stopAtRootKey: "examples")
    #expect(document.children(of: document.root).map { document.keyName(of: $0) } == ["a", "b"])
    #expect(document.nodes[0].end == UInt32(document.nodes.count))
    #expect(document.count(of: document.root) == 2)
    #expect(throws: DiagnosticError.self) { try YAMLReader.readOne(source) }
    let whole = try YAMLReader.readOne(SourceFile(name: "a", text: "a: 1"), stopAtRootKey: "b")
    #expect(whole.count(of: whole.root) == 1)
  }

  @Test func mistakesBeforeTheStopAreReported() {
    let source = SourceFile(name: "a", text: "a: 1\na: 2\nexamples: [\n")
    let error = #expect(throws: DiagnosticError.self) {
      try YAMLReader.readOne(source, stopAtRootKey: "examples")
    }
    #expect(error?.diagnostics.map(\.code) == [.duplicateKey])
  }

  @Test func tagsThatDoNotFitAreReportedTogether() {
    let text = "a: !!int abc\nb: !!bool 1\nc: !!map [1]\nd: !!seq {}\ne: !!str [1]\nf: !!map x\n"
    let error = #expect(throws: DiagnosticError.self) { try yaml(text) }
    #expect(error?.diagnostics.map(\.code) == Array(repeating: .yamlTagMismatch, count: 6))
    #expect(error?.diagnostics.map { $0.place.position?.line } == [1, 2, 3, 4, 5, 6])
  }

  @Test func arenaIsConsistent() throws {
    let document = try yaml("a: &x {b: [1, {c: 2}], d: ''}\ne: *x\nf: []\n")
    for index in document.nodes.indices {
      let id = NodeID(UInt32(index))
      let node = document.node(id)
      #expect(Int(node.end) > index && Int(node.end) <= document.nodes.count)
      let children = document.children(of: id).map { $0 }
      #expect(children.count == document.count(of: id))
      for child in children { #expect(document.node(child).end <= node.end) }
    }
    #expect(document.nodes[0].end == UInt32(document.nodes.count))
  }
}
