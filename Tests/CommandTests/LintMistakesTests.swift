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
      // The files here ask the same of the same submissions, which is told of most of them.
      let found = result.diagnostics.filter {
        $0.place.file == one.file && $0.code.text != "LINT-022"
      }
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

  @Test("a rule that asks what another asks is told, with the other")
  func shadowed() throws {
    let folder = try TemporaryFolder()
    let wide = LintMistake.good.replacingOccurrences(of: "RULE-ID", with: "X01-CMP-001")
      .replacingOccurrences(
        of: "present: [project.target_group]",
        with: "present: [project.owner, project.target_group]"
      )
    let narrow = LintMistake.good.replacingOccurrences(of: "RULE-ID", with: "X01-CMP-002")
      .replacingOccurrences(
        of: "in_force: {from: 2570}",
        with: "in_force: {from: 2571, until: 2575}"
      )
    let other = LintMistake.good.replacingOccurrences(of: "RULE-ID", with: "X01-CMP-003")
      .replacingOccurrences(of: "jobs: [2]", with: "jobs: [11]")
    try folder.write("X01-CMP-001.yaml", wide)
    try folder.write("X01-CMP-002.yaml", narrow)
    try folder.write("X01-CMP-003.yaml", other)
    let day = try #require(Self.day)
    let result = try Workspace.lint(Self.rules, rulePaths: [folder.url.path], asOf: day)
    let found = result.diagnostics.filter { $0.code.text == "LINT-022" }
    #expect(
      found.map(\.message.en) == ["everything that X01-CMP-002 asks, X01-CMP-001 asks already"]
    )
    #expect(found.first?.place.position == SourcePosition(line: 24, column: 1))
    #expect(found.first?.notes.first?.place?.file == folder.path("X01-CMP-001.yaml"))
  }

  @Test("the rules of people who know only the reference are sound, and pass their own examples")
  func strangers() throws {
    let folder = "Tests/CommandTests/Fixtures/strangers"
    let lint = try Program.run(["lint", folder, "--lang", "en", "--fail-on", "warning"])
    #expect(lint.status == 0, "\(lint.output)")
    #expect(lint.output.hasPrefix("10 rules"), "\(lint.output)")
    let test = try Program.run(["test", folder, "--require-tests", "--lang", "en"])
    #expect(test.status == 0, "\(test.output)")
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
