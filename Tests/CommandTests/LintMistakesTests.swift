import Foundation
import Krong
import TestSupport
import Testing

/// What people do wrong in rule files is found, at its place, once, in words that help.
@Suite("mistakes in rule files")
struct LintMistakesTests {
  private static let rules = Program.root.appendingPathComponent("Rules").path
  private static let day = CalendarDate(year: 2026, month: 11, day: 26)

  private struct Typed {
    let mistake: LintMistake
    let id: String
    let file: String
    let text: String
    let place: SourcePosition?
  }

  /// The good rule with a mistake, and where it was marked.
  private static func typed(
    _ mistake: LintMistake,
    _ number: Int,
    in folder: String
  ) throws -> Typed {
    let digits = String(1000 + number).dropFirst()
    let id = "X01-CMP-\(digits)"
    var text = LintMistake.good
    let range = try #require(text.range(of: mistake.old), "\(mistake.what)")
    text.replaceSubrange(range, with: mistake.new)
    text = text.replacingOccurrences(of: "RULE-ID", with: id)
    var place: SourcePosition?
    var scalars = text.unicodeScalars
    if let mark = scalars.firstIndex(of: "‸") {
      let before = scalars[..<mark]
      let line = before.count { $0 == "\n" } + 1
      let column = before.reversed().prefix { $0 != "\n" }.count + 1
      place = SourcePosition(line: UInt32(line), column: UInt32(column))
      scalars.remove(at: mark)
      text = String(scalars)
    }
    return Typed(
      mistake: mistake,
      id: id,
      file: "\(folder)/\(id).yaml",
      text: text,
      place: place
    )
  }

  @Test("every mistake is told once, at its place, with what to do")
  func all() throws {
    let folder = try TemporaryFolder()
    let typed = try LintMistake.all.enumerated().map { number, mistake in
      try Self.typed(mistake, number + 1, in: folder.path("rules"))
    }
    #expect(typed.count >= 50)
    for one in typed { try folder.write("rules/\(one.id).yaml", Array(one.text.utf8)) }
    let day = try #require(Self.day)
    let result = try Workspace.lint(Self.rules, rulePaths: [folder.path("rules")], asOf: day)
    for one in typed {
      let found = result.diagnostics.filter { $0.place.file == one.file }
      let shown = DiagnosticRenderer(language: .th).render(found, sources: result.sources)
      #expect(found.count == 1, "\(one.mistake.what):\n\(shown)")
      let first = try #require(found.first, "\(one.mistake.what)")
      #expect(first.code.text == one.mistake.code, "\(one.mistake.what):\n\(shown)")
      if let place = one.place {
        #expect(first.place.position == place, "\(one.mistake.what):\n\(shown)")
      }
      let thai = first.message.th + " " + (first.help?.th ?? "")
      #expect(thai.contains(one.mistake.word), "\(one.mistake.what):\n\(shown)")
      let english = first.message.en + " " + (first.help?.en ?? "")
      #expect(english.contains(one.mistake.english), "\(one.mistake.what):\n\(english)")
    }
  }

  @Test("the good rule has none")
  func good() throws {
    let folder = try TemporaryFolder()
    let text = LintMistake.good.replacingOccurrences(of: "RULE-ID", with: "X01-CMP-999")
    try folder.write("X01-CMP-999.yaml", Array(text.utf8))
    let day = try #require(Self.day)
    let path = folder.path("X01-CMP-999.yaml")
    let result = try Workspace.lint(Self.rules, rulePaths: [path], asOf: day)
    #expect(result.diagnostics == [])
    #expect(try Program.run(["test", path]).status == 0)
  }
}
