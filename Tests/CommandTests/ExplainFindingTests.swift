import Foundation
import TestSupport
import Testing

/// `krong explain RULE` in words, and `krong explain REPORT FINDING`.
@Suite("Explanations of rules and findings") struct ExplainFindingTests {
  private static let example = "Examples/budget-transfer/faults-submitted.yaml"

  /// A report of the example and a folder of its own.
  private func report(_ body: (_ folder: URL, _ report: String) throws -> Void) throws {
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("krong-explain-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let file = folder.appendingPathComponent("report.json").path
    _ = try Program.run([
      "check", Self.example, "--as-of", "2026-07-15", "-q", "--output", "json=\(file)",
    ])
    try body(folder, file)
  }

  private func snapshot(_ name: String) throws -> String {
    let file = SharedData.packageRoot.appendingPathComponent(
      "Tests/CommandTests/Fixtures/explain/\(name).txt"
    )
    return try String(contentsOf: file, encoding: .utf8)
  }

  @Test("A finding is explained as before, in both languages", arguments: ["th", "en"])
  func finding(_ language: String) throws {
    try report { _, report in
      for number in [1, 12] {
        let result = try Program.run(["explain", report, "\(number)", "--lang", language])
        #expect(result.status == 0, "\(result.errors)")
        #expect(try result.output == snapshot("finding-\(number)-\(language)"), "\(result.output)")
      }
    }
  }

  @Test("A report without a finding lists those that can be explained")
  func list() throws {
    try report { _, report in
      let result = try Program.run(["explain", report, "--lang", "en"])
      #expect(result.status == 0, "\(result.errors)")
      #expect(result.output.contains("  1. COM-CON-001  title\n"), "\(result.output)")
      #expect(result.output.contains("\n  12. "), "\(result.output)")
      #expect(result.output.contains("NUMBER"), "\(result.output)")
      let none = try Program.run(["explain", "nothing.json", "--lang", "en"])
      #expect(none.status == 2 && none.errors.contains("FILE-001"), "\(none.errors)")
    }
  }

  @Test("A rule is explained with all values of its parameters")
  func parameters() throws {
    let shared = try Program.run(["explain", "COM-PRC-004", "--lang", "en"])
    let text = shared.output.replacingOccurrences(of: "\n  ", with: " ")
    #expect(text.contains("notice_within_days = 30 days"), "\(shared.output)")
    #expect(text.contains("0 to 365"), "\(shared.output)")
    #expect(text.contains("shared with other rules as notice_within_days"), "\(shared.output)")
    let folder = try TemporaryFolder()
    try folder.copyRules()
    let rule = LintMistake.good.replacingOccurrences(of: "RULE-ID", with: "X01-CMP-001")
      .replacingOccurrences(
        of: "    default: 500000\n    min: 0\n",
        with:
          "    default: 500000\n    by_fiscal_year: {2571: 600000}\n    by_job: {2: 700000}\n    min: 0\n"
      )
    try folder.write("Rules/completeness/X01-CMP-001.yaml", rule)
    let own = try Program.run([
      "explain", "X01-CMP-001", "--rules", folder.path("Rules"), "--lang", "en",
    ])
    let words = own.output.replacingOccurrences(of: "\n  ", with: " ")
    #expect(
      words.contains("· from fiscal year 2571: 600000 · job 2: 700000 · at least 0"),
      "\(own.output) \(own.errors)"
    )
  }

  @Test("A fingerprint names a finding as its number does")
  func fingerprint() throws {
    try report { _, report in
      let byNumber = try Program.run(["explain", report, "1"])
      let line = try #require(byNumber.output.split(separator: "\n").last)
      let fingerprint = try #require(line.split(separator: " ").last)
      let byPrefix = try Program.run(["explain", report, String(fingerprint.prefix(10))])
      #expect(byPrefix.output == byNumber.output && byPrefix.status == 0)
      let none = try Program.run(["explain", report, "999"])
      #expect(none.status == 2 && none.errors.contains("WORK-010"))
    }
  }

  @Test("Every finding of every example is explained as it stands in its report")
  func all() throws {
    try report { _, report in
      let data = try Data(contentsOf: URL(fileURLWithPath: report))
      let object = try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
      let submissions = try #require(object["submissions"] as? [[String: Any]])
      let rules = submissions.flatMap { $0["rules"] as? [[String: Any]] ?? [] }
      let findings = rules.flatMap { $0["findings"] as? [[String: Any]] ?? [] }
      #expect(findings.count > 5)
      for finding in findings {
        let fingerprint = try #require(finding["fingerprint"] as? String)
        let result = try Program.run(["explain", report, fingerprint, "--lang", "en"])
        #expect(result.status == 0, "\(result.errors)")
        #expect(result.output.contains(fingerprint))
      }
    }
  }

  @Test(
    "Findings of a check that asked for plans are explained: their files are those of the report"
  )
  func plans() throws {
    let folder = try TemporaryFolder()
    let example = "Examples/annual-action-plan/faults-submitted.yaml"
    let report = folder.path("report.json")
    _ = try Program.run(["check", example, "--as-of", "2026-09-15", "--output", "json=\(report)"])
    let data = try Data(contentsOf: URL(fileURLWithPath: report))
    let object = try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
    let submissions = try #require(object["submissions"] as? [[String: Any]])
    let rules = submissions.flatMap { $0["rules"] as? [[String: Any]] ?? [] }
    let found = rules.compactMap { ($0["findings"] as? [[String: Any]])?.first }
    #expect(found.count > 5)
    for finding in found {
      let fingerprint = try #require(finding["fingerprint"] as? String)
      let result = try Program.run(["explain", report, fingerprint, "--lang", "en"])
      #expect(result.status == 0, "\(finding["rule"] ?? ""): \(result.errors)")
      #expect(result.output.contains(fingerprint))
    }
  }

  @Test("What has changed since the report is said")
  func changed() throws {
    try report { folder, report in
      let copy = folder.appendingPathComponent("plan.yaml").path
      try FileManager.default.copyItem(
        atPath: Program.root.appendingPathComponent(Self.example).path,
        toPath: copy
      )
      let other = folder.appendingPathComponent("copy.json").path
      _ = try Program.run(["check", copy, "--as-of", "2026-07-15", "--output", "json=\(other)"])
      #expect(try Program.run(["explain", other, "1"]).status == 0)
      let text = try String(contentsOfFile: copy, encoding: .utf8)
      try (text + "\n# more\n").write(toFile: copy, atomically: true, encoding: .utf8)
      let file = try Program.run(["explain", other, "1", "--lang", "en"])
      #expect(file.status == 2 && file.errors.contains("has changed since the report"))
      // The same rules, one of them edited.
      let rules = folder.appendingPathComponent("Rules").path
      try FileManager.default.copyItem(
        atPath: Program.root.appendingPathComponent("Rules").path,
        toPath: rules
      )
      let kind = rules + "/kinds/budget-transfer.yaml"
      let before = try String(contentsOfFile: kind, encoding: .utf8)
      try (before + "\n").write(toFile: kind, atomically: true, encoding: .utf8)
      let rule = try Program.run(["explain", report, "1", "--rules", rules, "--lang", "en"])
      #expect(rule.status == 2 && rule.errors.contains("budget-transfer of the rules is not"))
      let none = try Program.run(["explain", kind, "1", "--lang", "en"])
      #expect(none.status == 2 && none.errors.contains("REPORT-001"))
    }
  }

  @Test("A rule says in words what it asks, in both languages", arguments: ["th", "en"])
  func rule(_ language: String) throws {
    for id in ["J01-PRC-004", "J02-CMP-003", "J12-CON-001"] {
      let result = try Program.run(["explain", id, "--lang", language])
      #expect(result.status == 0, "\(result.errors)")
      #expect(try result.output.contains(snapshot("\(id)-\(language)")), "\(result.output)")
    }
  }

  @Test("Every rule says something in words for each of its items")
  func everyRule() throws {
    let list = try Program.run(["list", "rules", "--lang", "en"])
    #expect(list.output.contains("J02-CMP-003"))
    for id in ["J01-CMP-001", "J03-CON-003", "J04-CMP-004", "J14-CON-003", "J19-THR-002"] {
      let text = try Program.run(["explain", id, "--lang", "en"]).output
      let asked = text.split(separator: "\n").drop { $0 != "what is asked" }.dropFirst()
      #expect(asked.first?.hasPrefix("  - ") ?? false, "\(id)\n\(text)")
    }
  }
}
