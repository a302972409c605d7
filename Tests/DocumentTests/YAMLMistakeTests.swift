import Diagnostics
import DocumentReading
import SourceText
import TestSupport
import Testing

/// What people get wrong in YAML, and where they are told.
@Suite struct YAMLMistakeTests {
  @Test(arguments: [
    ("message: ราคา: 5\n", "YAML-002", 1, 14), ("a: 1\n\tb: 2\n", "YAML-003", 2, 1),
    ("a:\n\t- 1\n", "YAML-003", 2, 1), ("a: @x\n", "YAML-004", 1, 4),
    ("a: `x`\n", "YAML-004", 1, 4), ("a: {x} y\nb: 1\n", "YAML-004", 1, 8),
    ("a: &b {x: 1}\nc: {<<: *b}\n", "YAML-024", 2, 5),
    ("a: %x\n", "YAML-004", 1, 4), ("a: 1\nb\nc: 2\n", "YAML-005", 2, 1),
    ("a: 1\nb: \"x\nc: 2\n", "YAML-006", 2, 4),
    ("a: \"x\nb: \"y\"\nc: 1\n", "YAML-006", 1, 4), ("- 'x\n- 'y: z'\n", "YAML-006", 1, 3),
    ("a: \"x\n  y\"\n b: 1\n", "YAML-010", 3, 2), ("a: 'x\n", "YAML-006", 1, 4),
    ("a: \"\\q\"\n", "YAML-007", 1, 5), ("a: \"\\xZZ\"\n", "YAML-007", 1, 7),
    ("a: [1, 2\nb: 3\n", "YAML-008", 2, 2), ("a: [1, 2\n", "YAML-008", 1, 4),
    ("a: {b: 1\n", "YAML-009", 1, 4), ("a: {b: 1 c: 2}\n", "YAML-009", 1, 11),
    ("a:\n  - 1\n - 2\n", "YAML-010", 3, 2), ("a:\n  b: 1\n c: 2\n", "YAML-010", 3, 2),
    ("a: - 1\n", "YAML-011", 1, 4), ("a: [,]\n", "YAML-012", 1, 5), ("a: ]\n", "YAML-012", 1, 4),
    ("--- a\nb: 1\n", "YAML-002", 2, 2), ("'a'\nb\n", "YAML-013", 2, 1),
    ("a: &\n", "YAML-014", 1, 5),
    ("a: *ก\n", "YAML-014", 1, 5), ("%FOO\n---\na\n", "YAML-015", 1, 5),
    ("%YAML 2.0\n---\na\n", "YAML-015", 1, 1), ("a: !<\n", "YAML-016", 1, 6),
    ("a: !x!y z\n", "YAML-016", 1, 4), ("a: |0\n", "YAML-017", 1, 5),
    ("a: | x\n", "YAML-017", 1, 6),
    ("? [a]\n: 1\n", "YAML-019", 1, 3), ("{a: 1}: 1\n", "YAML-019", 1, 1),
    ("a: *b\n", "YAML-020", 1, 4), ("a: \u{1}\n", "YAML-001", 1, 4),
    ("a: ก\u{7F}\n", "YAML-001", 1, 5),
    ("a:\n  -id: 1\n   n: 2\n", "YAML-011", 2, 3), ("a:\n  - b: 1\n  -c: 2\n", "YAML-011", 3, 3),
  ])
  func areShownWhereTheyAre(text: String, code: String, line: UInt32, column: UInt32) throws {
    let source = SourceFile(name: "a.yaml", text: text)
    let error = #expect(throws: DiagnosticError.self) { try YAMLReader.read(source) }
    let diagnostic = try #require(error?.diagnostics.first)
    #expect(diagnostic.code.text == code)
    #expect(diagnostic.place.position == SourcePosition(line: line, column: column))
    #expect(diagnostic.help != nil)
    #expect(diagnostic.message.th != diagnostic.message.en)
  }

  @Test(arguments: [
    (Array("ก: x".utf8) + [0xFF], 1 as UInt32, 5 as UInt32),
    ([0xEF, 0xBB, 0xBF, 0x61, 0x80], 1, 2),
    (Array("a: 1\nข: ".utf8) + [0xE0, 0xB8], 2, 4),
    (Array("a:\n- ".utf8) + [0xED, 0xA0, 0x80], 2, 3),
  ])
  func invalidUTF8HasItsPlace(bytes: [UInt8], line: UInt32, column: UInt32) throws {
    let source = SourceFile(name: "a.yaml", bytes: bytes)
    let error = #expect(throws: DiagnosticError.self) { try YAMLReader.read(source) }
    let diagnostic = try #require(error?.diagnostics.first)
    #expect(diagnostic.code == .invalidEncoding)
    #expect(diagnostic.place.position == SourcePosition(line: line, column: column))
  }

  @Test func oneMistakeInFull() throws {
    let text = "title: แผน\nprojects:\n  - name: อบรม: ครู\n    budget: 5\n"
    let source = SourceFile(name: "plan.yaml", text: text)
    let error = #expect(throws: DiagnosticError.self) { try YAMLReader.read(source) }
    let rendered = DiagnosticRenderer(language: .en).render(
      error?.diagnostics ?? [],
      sources: [source]
    )
    #expect(
      rendered == """
        plan.yaml:3:15: error: this colon would start a value, and none can start here [YAML-002]
          3 |   - name: อบรม: ครู
            |               ^
          help: if the colon belongs to the text, put the whole text in quotes; if this is a key, \
        give it a line of its own at the right indentation

        """
    )
  }

  @Test func anOpenBracketIsNamed() throws {
    let source = SourceFile(name: "a.yaml", text: "a: [1, 2\nb: 3\n")
    let error = #expect(throws: DiagnosticError.self) { try YAMLReader.read(source) }
    let note = try #require(error?.diagnostics.first?.notes.first)
    #expect(note.text.en == "opened with [ here")
    #expect(note.place?.position == SourcePosition(line: 1, column: 4))
  }
}
