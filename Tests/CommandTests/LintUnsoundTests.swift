import Foundation
import Krong
import TestSupport
import Testing

/// One run tells everything, also where kinds or parameters are broken, and nothing that is none.
@Suite("lint of rules beside a broken kind or broken parameters")
struct LintUnsoundTests {
  /// The rules of the product with some files changed.
  private func lint(_ changes: [(file: String, old: String, new: String)]) throws -> LintResult {
    let folder = try TemporaryFolder()
    let copy = folder.path("Rules")
    try FileManager.default.copyItem(
      atPath: Program.root.appendingPathComponent("Rules").path,
      toPath: copy
    )
    for change in changes {
      let path = copy + "/" + change.file
      var text = try String(contentsOfFile: path, encoding: .utf8)
      let range = try #require(text.range(of: change.old), "\(change.file)")
      text.replaceSubrange(range, with: change.new)
      try text.write(toFile: path, atomically: true, encoding: .utf8)
    }
    return try Workspace.lint(copy)
  }

  private func told(_ result: LintResult) -> [String] {
    result.diagnostics.map { one in
      let file = one.place.file.split(separator: "/").suffix(2).joined(separator: "/")
      return "\(file):\(one.place.position?.line ?? 0) \(one.code.text)"
    }
  }

  @Test("a broken kind hides no mistake in rules of other kinds, and makes none up")
  func kind() throws {
    let result = try lint([
      ("kinds/meeting-record.yaml", "body: {type: meeting-body", "body: {type: meeting-bdy"),
      ("completeness/J03-CMP-001.yaml", "line.category", "line.catgory"),
      ("completeness/J06-CMP-001.yaml", "severity: error", "severity: erorr"),
    ])
    let told = told(result)
    #expect(
      told.contains { $0.hasPrefix("kinds/meeting-record.yaml:") && $0.hasSuffix("KIND-004") }
    )
    #expect(told.contains { $0.hasPrefix("completeness/J03-CMP-001.yaml:21 ") }, "\(told)")
    #expect(told.contains { $0.hasPrefix("completeness/J06-CMP-001.yaml:") })
    let note = try #require(result.diagnostics.first { $0.code.text == "WORK-015" })
    #expect(note.place.file.hasSuffix("kinds/meeting-record.yaml") && note.severity == .warning)
    #expect(told.count == 4, "\(told)")
    #expect(result.ruleCount > 200)
  }

  @Test("broken parameters hide no mistake in rules that take none of them")
  func parameters() throws {
    let result = try lint([
      ("parameters.yaml", "unit: percentage points", "unti: percentage points"),
      ("completeness/J03-CMP-001.yaml", "line.category", "line.catgory"),
    ])
    let told = told(result)
    #expect(told.contains { $0.hasPrefix("Rules/parameters.yaml:") })
    #expect(told.contains { $0.hasPrefix("completeness/J03-CMP-001.yaml:21 ") }, "\(told)")
    #expect(told.contains { $0.hasSuffix("WORK-015") } && told.count == 3, "\(told)")
  }

  @Test("a broken rule of a broken kind still tells what is wrong with it as YAML")
  func yaml() throws {
    let result = try lint([
      ("kinds/meeting-record.yaml", "body: {type: meeting-body", "body: {type: meeting-bdy"),
      ("completeness/J01-CMP-001.yaml", "severity: warning", "severity: warning\n\tx: 1"),
    ])
    #expect(
      told(result).contains {
        $0.hasPrefix("completeness/J01-CMP-001.yaml:") && $0.contains("YAML-")
      }
    )
  }

  @Test("an item of a plan of the area is known with the office that has it")
  func plansOfTheArea() throws {
    let folder = try TemporaryFolder()
    let rules = Program.root.appendingPathComponent("Rules").path
    try folder.write(
      "office.yaml",
      "krong: 1\noffice: o\nname: {th: ก, en: a}\nframeworks: [\"\(rules)/offices/plans/uthai-thani-province.yaml\"]\n"
    )
    let rule = """
      krong: 1
      rule: X01-CMP-001
      title: {th: ชื่อเรื่อง, en: Title}
      family: completeness
      severity: error
      weight: 3
      basis: text
      source: [J2 §5.4]
      applies_to: {kinds: [annual-action-plan], jobs: [2], from_stage: submitted}
      check:
        - assert: 'node("UTT58-M1").code() != title'
          at: title
          message: {th: ชื่อเรื่องเป็นรหัส, en: The title is a code}
      remedy: {th: ตั้งชื่อใหม่, en: Give another title.}
      examples:
        - pass: {title: แผน}
        - fail: {title: UTT58-M1}

      """
    try folder.write("X01-CMP-001.yaml", rule)
    let paths = [folder.path("X01-CMP-001.yaml")]
    let without = try Workspace.lint(rules, rulePaths: paths)
    #expect(without.diagnostics.map(\.code.text) == ["CEL-028"])
    #expect(without.diagnostics.first?.help?.th.contains("--office") ?? false)
    let with = try Workspace.lint(rules, rulePaths: paths, office: folder.path("office.yaml"))
    #expect(with.diagnostics.isEmpty, "\(with.diagnostics)")
  }
}
