import DocumentArena
import DocumentReading
import Foundation
import SourceText
import TestSupport
import Testing

private let mark = "# กรอง▸"

@Suite("Comments put into YAML files")
struct YAMLCommentsTests {
  /// Texts of several lines of every style, lists in lists, brackets over lines, two documents.
  static let files = [
    "a: 1\nb:\n  - x: 1\n    y: |\n      text\n        deeper\n\n      # no comment\n    z: 2\n  - - 1\n    - 2\n",
    "a: >-\n  folded\n  text\n\n  more\nb: 'one\n  two'\nc: \"one\n  two\\\n  three\"\nd: e\n",
    "a: plain\n  goes on\n  and on\nb: {c: 'x\n  y', d: [1,\n  2, \"z\n  w\"]}\ne: 1\n",
    "--- \na: 1\n...\n---\nb: |+\n  keep\n\n\n",
    "a:\n- 1\n- 2\nb:\n  c: |2\n      three\n    two\n",
    "\u{FEFF}a: 1\r\nb: |\r\n  x\r\n  y\r\nc: 2\r\n",
    "a: &x\n  - 1\nb: *x\nc: !!str\n  text\n",
    "just a text",
    "k: v",
  ]

  @Test("comments at any lines leave the tree as it is", arguments: files)
  func anywhere(text: String) throws {
    let source = SourceFile(name: "plan.yaml", text: text)
    let documents = try DocumentReader.read(source)
    let count = text.split(separator: "\n", omittingEmptySubsequences: false).count
    for line in 1...count {
      let comments = YAMLComments(source, documents, mark: mark)
      let bytes = comments.marked([
        YAMLComments.Entry(line: line, texts: ["one\nline", "two\u{2028}\u{85}"])
      ])
      let copy = SourceFile(name: "plan.yaml", bytes: bytes)
      let read = try DocumentReader.read(copy)
      #expect(YAMLComments.areEqual(read, documents), "line \(line) of \(text)")
      let lines = String(decoding: bytes, as: UTF8.self).unicodeScalars
        .split { $0 == "\n" }.filter { String(String.UnicodeScalarView($0)).contains(mark) }
      #expect(lines.count == 2)
    }
  }

  @Test("taking the comments out gives back the file, byte for byte", arguments: files)
  func cleaned(text: String) throws {
    let source = SourceFile(name: "plan.yaml", text: text)
    let documents = try DocumentReader.read(source)
    let entries = (1...4).map { YAMLComments.Entry(line: $0, texts: ["line \($0)"]) }
    let marked = YAMLComments(source, documents, mark: mark).marked(entries)
    let copy = SourceFile(name: "plan.yaml", bytes: marked)
    let again = YAMLComments(copy, try DocumentReader.read(copy), mark: mark)
    #expect(again.cleaned.bytes == source.bytes)
  }

  @Test("what only looks like a comment of ours, inside a text, stays")
  func insideText() throws {
    let text = "a: |\n  \(mark) of the planner\nb: 1\n"
    let source = SourceFile(name: "plan.yaml", text: text)
    let comments = YAMLComments(source, try DocumentReader.read(source), mark: mark)
    #expect(comments.cleaned.bytes == source.bytes)
  }

  @Test("trees that differ in a key, a text or their shape are told apart")
  func differences() throws {
    func read(_ text: String) throws -> [Document] {
      try DocumentReader.read(SourceFile(name: "x.yaml", text: text))
    }
    let tree = try read("a: 1\nb: [x]\n")
    for other in ["a: 2\nb: [x]\n", "a: 1\nc: [x]\n", "a: 1\nb: [[x]]\n", "a: '1'\nb: [x]\n"] {
      #expect(!YAMLComments.areEqual(tree, try read(other)))
    }
  }
}
