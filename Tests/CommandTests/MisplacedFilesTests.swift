import Foundation
import Krong
import TestSupport
import Testing

/// What is wrong beside rules: settings in the wrong folder, profiles that extend nothing, kinds that cite
/// clauses that are none, catalogues whose names clash.
@Suite("Mistakes in the files beside the rules") struct MisplacedFilesTests {
  private static let day = CalendarDate(year: 2026, month: 7, day: 15)

  /// What `krong lint` says of the rules of the project with some files changed or added.
  private func lint(_ change: (TemporaryFolder) throws -> Void) throws -> [Diagnostic] {
    let folder = try TemporaryFolder()
    try folder.copyRules()
    try change(folder)
    let day = try #require(Self.day)
    return try Workspace.lint(folder.path("Rules"), asOf: day).diagnostics
  }

  private func shown(_ diagnostic: Diagnostic) -> String {
    let name = diagnostic.place.file.split(separator: "/").last ?? ""
    let position = diagnostic.place.position.map { ":\($0.line):\($0.column)" } ?? ""
    return "\(name)\(position) \(diagnostic.code.text)"
  }

  private func edit(
    _ folder: TemporaryFolder,
    _ name: String,
    _ old: String,
    _ new: String
  ) throws {
    let text = try String(contentsOf: folder.url.appendingPathComponent(name), encoding: .utf8)
    let range = try #require(text.range(of: old))
    try folder.write(name, text.replacingCharacters(in: range, with: new))
  }

  @Test(
    "Settings among the rules are told to be settings, with the folder for them",
    arguments: [
      ("krong: 1\nprofile: mine\ntitle: {th: ก, en: a}\n", "profiles"),
      ("krong: 1\noffice: mine\n", "offices"),
      ("krong: 1\nwaivers: []\n", "waivers"),
    ]
  )
  func settings(_ text: String, _ home: String) throws {
    let found = try lint { try $0.write("Rules/mine.yaml", text) }
    #expect(found.map(shown) == ["mine.yaml:2:1 RULE-036"])
    #expect(found.first?.help?.en == "move the file to the folder \(home) of the rules")
  }

  @Test("A check says the same of settings among the rules, and nothing else")
  func settingsOfCheck() throws {
    let folder = try TemporaryFolder()
    try folder.copyRules()
    try folder.write("Rules/mine.yaml", "krong: 1\noffice: mine\nparams: {re_screen: false}\n")
    do {
      _ = try Workspace.load(folder.path("Rules"))
      Issue.record("the rules were loaded")
    } catch {
      #expect(error.diagnostics.map(shown) == ["mine.yaml:2:1 RULE-036"])
    }
  }

  @Test("A profile that extends one that there is not, and circles of profiles")
  func profiles() throws {
    func profile(_ id: String, _ extends: String) -> String {
      "krong: 1\nprofile: \(id)\ntitle: {th: ก, en: a}\nextends: \(extends)\n"
    }
    let found = try lint { folder in
      try folder.write("Rules/profiles/x1.yaml", profile("x1", "pre-chek"))
      try folder.write("Rules/profiles/x2.yaml", profile("x2", "x3"))
      try folder.write("Rules/profiles/x3.yaml", profile("x3", "x2"))
      try folder.write("Rules/profiles/x4.yaml", profile("x4", "x3"))
      try folder.write("Rules/profiles/x5.yaml", profile("x5", "full"))
    }
    #expect(
      found.map(shown) == [
        "x1.yaml:4:10 WORK-013", "x2.yaml:4:10 WORK-013", "x3.yaml:4:10 WORK-013",
      ]
    )
    #expect(found.first?.help?.en == "did you mean “pre-check”?")
  }

  @Test("A clause in a kind that the manual does not have")
  func clauses() throws {
    let found = try lint {
      try edit($0, "Rules/kinds/annual-action-plan.yaml", "clause: J2 §4.1", "clause: J2 §4.99")
    }
    #expect(found.map(\.code.text) == ["RULE-031"])
    #expect(found.first?.place.file.hasSuffix("/annual-action-plan.yaml") == true)
  }

  @Test("An alias that is the code or a name of another item")
  func aliases() throws {
    for alias in ["school", "สถานศึกษา"] {
      let found = try lint {
        try edit($0, "Rules/catalogues/parties.yaml", "aliases: [", "aliases: [\(alias), ")
      }
      #expect(found.map(\.code.text) == ["CAT-009"], "\(alias)")
      #expect(found.first?.notes.first?.place?.position?.line ?? 0 <= 7)
    }
  }

  @Test("A placeholder of a label that is misspelt in one language is one mistake")
  func labels() throws {
    let found = try lint {
      try edit(
        $0,
        "Rules/kinds/annual-action-plan.yaml",
        "โครงการที่ {number} “{name}”",
        "โครงการที่ {number} “{nmae}”"
      )
    }
    // Rules that build on the file are counted, and not looked at.
    #expect(found.map(\.code.text) == ["WORK-015", "KIND-007"])
  }

  @Test("A value of a parameter that the rule does not have, in an example")
  func parameters() throws {
    let found = try lint { folder in
      let text = LintMistake.good.replacingOccurrences(of: "RULE-ID", with: "X01-CMP-001")
        .replacingOccurrences(of: "    share: 1/1", with: "    params: {large_form: 5}")
      try folder.write("Rules/completeness/X01-CMP-001.yaml", text)
    }
    #expect(found.map(shown) == ["X01-CMP-001.yaml:34:14 RULE-004"])
    #expect(found.first?.help?.en.contains("large_from") == true)
  }
}
