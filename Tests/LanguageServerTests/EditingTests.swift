import Foundation
import PlanValues
import SeededNumbers
import SourceText
import TestSupport
import Testing

@testable import Krong
@testable import LanguageServer

/// Texts that change while they are looked at.
@Suite("Editing") struct EditingTests {
  typealias JSON = EditorClient.JSON

  private static let letters = [
    "a", " ", "\n", "ก", "ที่", "น้ำ", "😀", "\r\n", "\u{301}", "𐐀", ":", "\t",
  ]

  @Test("Edits by ranges give the text of the editor", arguments: ["utf-8", "utf-16", "utf-32"])
  func incremental(_ encoding: String) throws {
    var generator = SeededGenerator(seed: 11)
    var client = try EditorClient()
    _ = try client.ask(
      "initialize",
      ["capabilities": ["general": ["positionEncodings": [encoding]]]]
    )
    let path = "/nowhere/x.yaml"
    var text = "ก: ที่😀\nb: น้ำ\r\n"
    client.open(path, text)
    for _ in 0..<200 {
      // The editor's own way: positions by counting units of its text.
      let scalars = Array(text.unicodeScalars)
      let start = generator.below(scalars.count + 1)
      let end = min(scalars.count, start + generator.below(4))
      let isSplit: (Int) -> Bool = {
        $0 > 0 && $0 < scalars.count && scalars[$0 - 1] == "\r" && scalars[$0] == "\n"
      }
      if isSplit(start) || isSplit(end) { continue }
      let insert = (0..<generator.below(3)).map { _ in generator.pick(Self.letters) }.joined()
      let range: JSON = [
        "start": place(scalars[..<start], encoding), "end": place(scalars[..<end], encoding),
      ]
      client.change(path, [["range": range, "text": insert]])
      var changed = String.UnicodeScalarView()
      changed.append(contentsOf: scalars[..<start])
      changed.append(contentsOf: insert.unicodeScalars)
      changed.append(contentsOf: scalars[end...])
      text = String(changed)
      let own = try #require(client.server.documents[FileAddress.uri(of: path)]).bytes
      try #require(own.elementsEqual(text.utf8), "\(range) \(insert)")
    }
  }

  private func place(_ before: ArraySlice<Unicode.Scalar>, _ encoding: String) -> JSON {
    var line = 0
    var column = 0
    var previous: Unicode.Scalar?
    for scalar in before {
      if scalar == "\n" || scalar == "\r" {
        if !(scalar == "\n" && previous == "\r") { line += 1 }
        column = 0
      } else {
        switch encoding {
        case "utf-8": column += String(scalar).utf8.count
        case "utf-16": column += String(scalar).utf16.count
        default: column += 1
        }
      }
      previous = scalar
    }
    return ["line": line, "character": column]
  }

  @Test("Every offset of a text with Thai and emoji goes to a place and back")
  func places() {
    let text = "ก: \"ที่😀น้ำ\"\r\nb\n\rc\u{FEFF}𐐀"
    let lines = TextLines(Array(text.utf8))
    for encoding in [PositionEncoding.utf8, .utf16, .utf32] {
      var offset = 0
      for scalar in text.unicodeScalars {
        if scalar != "\n" || !text.contains("\r\n") {
          let place = lines.position(of: offset, encoding)
          let isLineEnd = scalar == "\n" || scalar == "\r"
          if !isLineEnd { #expect(lines.offset(of: place, encoding) == offset) }
        }
        offset += String(scalar).utf8.count
      }
    }
  }

  @Test("Columns are of the unit agreed on", arguments: ["utf-8", "utf-16", "utf-32"])
  func columns(_ encoding: String) throws {
    let fixture = try RulesFixture()
    var client = try EditorClient.running(in: fixture.temporary.url.path, encodings: [encoding])
    let path = fixture.path("x.yaml")
    let before = "title: {th: \"ที่ก😀ข\", en: x, "
    client.open(path, "krong: 1\n\(before)zz: 1}\n")
    let told = try #require(
      client.diagnostics(path).first { ($0["message"] as? String ?? "").contains("zz") }
    )
    let column =
      switch encoding {
      case "utf-8": before.utf8.count
      case "utf-16": before.utf16.count
      default: before.unicodeScalars.count
      }
    let range = try #require(told["range"] as? JSON)
    #expect(EditorClient.position(range["start"]) == TextPosition(line: 1, column: column))
    #expect(EditorClient.position(range["end"]) == TextPosition(line: 1, column: column + 2))
  }

  /// Every word of a rule damaged in some way gives what `krong lint` says of the same files on a disk.
  @Test("What is said while typing is what krong lint says")
  func agreesWithLint() throws {
    let fixture = try RulesFixture()
    let day = try #require(CalendarDate(year: 2026, month: 7, day: 15))
    var edited = EditedRules(folder: fixture.folder, asOf: day)
    var generator = SeededGenerator(seed: 3)
    let names = RulesFixture.rules + ["parameters.yaml", "kinds/budget-transfer.yaml"]
    for round in 0..<8 {
      let name = names[round % names.count]
      let path = fixture.path(name)
      let original = try fixture.text(name)
      var lines = original.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
      let line = generator.below(min(lines.count, 40))
      switch generator.below(4) {
      case 0: lines.remove(at: line)
      case 1: lines[line] = lines[line].replacingOccurrences(of: "e", with: "x")
      case 2: lines[line] += " }"
      default: lines.insert("  stray: [", at: line)
      }
      let text = lines.joined(separator: "\n")
      edited.setBuffer(path, Array(text.utf8))
      let told = edited.lint()
      try text.write(toFile: path, atomically: false, encoding: .utf8)
      let lint = try Workspace.lint(fixture.folder, asOf: day)
      #expect(told == lint.diagnostics, "\(name) line \(line + 1)")
      // And back: some rounds leave the mistake in.
      if round % 3 != 0 {
        try original.write(toFile: path, atomically: false, encoding: .utf8)
        edited.setBuffer(path, nil)
        #expect(
          edited.lint() == (try Workspace.lint(fixture.folder, asOf: day)).diagnostics,
          "\(name) again"
        )
      }
    }
  }

  @Test("A mistake in a kind shows in the rules that use it, from unsaved text, and goes again")
  func acrossFiles() throws {
    let fixture = try RulesFixture()
    var client = try EditorClient.running(in: fixture.temporary.url.path)
    let rule = fixture.path("consistency/J03-CON-003.yaml")
    let kind = "kinds/budget-transfer.yaml"
    client.open(rule, try fixture.text("consistency/J03-CON-003.yaml"))
    #expect(client.diagnostics(rule).isEmpty)
    client.open(fixture.path(kind), try fixture.text(kind, "      committed:", "      comitted:"))
    let told = client.diagnostics(rule)
    #expect(told.contains { ($0["message"] as? String ?? "").contains("committed") })
    client.write(fixture.path(kind), try fixture.text(kind))
    #expect(client.diagnostics(rule).isEmpty)
    // Closed without saving: the file on the disk counts.
    client.write(rule, "krong: 1\n")
    #expect(!client.diagnostics(rule).isEmpty)
    client.tell("textDocument/didClose", ["textDocument": ["uri": FileAddress.uri(of: rule)]])
    #expect(client.diagnostics(rule).isEmpty)
  }

  @Test("Diagnostics carry the version they are about and wait until nobody types")
  func debounced() throws {
    let fixture = try RulesFixture()
    var client = try EditorClient.running(in: fixture.temporary.url.path)
    let path = fixture.path(RulesFixture.rules[0])
    client.open(path, "krong: 1\n")
    client.settle()
    let before = client.notes.count
    for text in ["krong: 1\nr", "krong: 1\nru", "krong: 1\nrul"] { client.write(path, text) }
    #expect(client.notes.count == before)
    client.settle()
    let told = client.notes.dropFirst(before).compactMap { $0["params"] as? JSON }
    #expect(told.map { $0["version"] as? Int } == [4])
  }
}
