import Foundation
import Krong
import TestSupport
import Testing

/// A copy of the rules with one rule more, `X01-CMP-001`.
private struct OwnRules {
  let folder: TemporaryFolder
  let path: String

  static let rule = """
    krong: 1
    rule: X01-CMP-001
    title: {th: หัวข้อทดลอง, en: Trial heading}
    family: completeness
    severity: error
    weight: 5
    basis: text
    source: [J3 §2]
    applies_to: {kinds: [budget-transfer], jobs: [3], from_stage: submitted}
    check:
      - present: [reason, benefit]
      - one_of: {value: submitter.type, options: [district-primary, district-secondary]}
        when: has(reason) && reason != "ยกเว้น"
    message: {th: ขาด, en: something is missing}
    remedy: {th: เติม, en: Fill it in.}

    """

  init(examples: String) throws {
    folder = try TemporaryFolder()
    path = folder.url.appendingPathComponent("Rules").path
    let rules = Program.root.appendingPathComponent("Rules")
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    for name in ["kinds", "catalogues", "parameters.yaml", "manual-clauses.yaml"] {
      try FileManager.default.copyItem(
        at: rules.appendingPathComponent(name),
        to: URL(fileURLWithPath: path).appendingPathComponent(name)
      )
    }
    try folder.write("Rules/own/X01-CMP-001.yaml", Self.rule + examples)
  }

  func run(_ arguments: [String]) throws -> Program.Run {
    try Program.run(["test", path, "--lang", "en"] + arguments)
  }
}

private let some = """
  examples:
    - pass: {reason: ก, benefit: ข, submitter: {type: district-primary}}
    - name: ไม่มีประโยชน์
      fail: {reason: ก, benefit: "-", submitter: {type: district-primary}}
      at: [benefit]

  """

@Suite("krong test")
struct TestCommandTests {
  @Test("a failing test shows what is stated, what was found, and what led there")
  func failing() throws {
    let rules = try OwnRules(
      examples: """
        examples:
          - pass: {reason: ก, benefit: ข, submitter: {type: school}}

        """
    )
    let run = try rules.run([])
    #expect(run.status == 1)
    #expect(run.output.contains("outcome is stated as pass, but came out as fail"))
    #expect(run.output.contains("note: fail submitter.type"))
    #expect(run.output.contains("values read: submitter.type = school"))
    #expect(run.output.contains("X01-CMP-001.yaml:17:"))
  }

  @Test("a rule without tests fails only when all rules must have some")
  func untested() throws {
    let rules = try OwnRules(examples: "")
    try rules.folder.write(
      "Rules/own/other.test.yaml",
      "krong: 1\nsubmission: {kind: budget-transfer, job: 3, stage: draft}\n"
        + "expect: {X01-CMP-001: not-applicable}\n"
    )
    #expect(try rules.run(["--require-tests"]).status == 0)
    try FileManager.default.removeItem(atPath: rules.path + "/own/other.test.yaml")
    #expect(try rules.run([]).status == 3)
    let run = try rules.run(["--require-tests"])
    #expect(run.status == 1)
    #expect(run.output.contains("TEST-002"))
  }

  @Test("a case file states outcomes, places and settings, and its own mistakes are told")
  func cases() throws {
    let rules = try OwnRules(examples: some)
    try rules.folder.write(
      "Rules/own/plan.yaml.txt",
      "kind: budget-transfer\njob: 3\nstage: submitted\nreason: ก\nsubmitter: {type: school}\n"
    )
    let file = try rules.folder.write(
      "Rules/own/plan.test.yaml",
      """
      krong: 1
      submission: plan.yaml.txt
      cases:
        - name: as it stands
          expect:
            X01-CMP-001: {outcome: fail, at: [benefit, submitter.type], share: 1/3}
        - name: a draft
          stage: draft
          expect: {X01-CMP-001: {outcome: not-applicable, why: stage}}

      """
    )
    let run = try rules.run([])
    #expect(run.status == 0, "\(run.output)\(run.errors)")
    #expect(run.output.contains("2 examples · 2 statements of cases"))
    let text = try String(contentsOfFile: file, encoding: .utf8)
    for (old, new, code, status) in [
      ("at: [benefit, submitter.type]", "at: [benefit]", "TEST-001", 1),
      ("share: 1/3", "shere: 1/3", "CASE-001", 2),
      ("X01-CMP-001: {outcome: not", "X01-CMP-002: {outcome: not", "CASE-021", 2),
      ("expect: {X01-CMP-001: {outcome: not-applicable, why: stage}}", "expect: {}", "CASE-020", 2),
      ("stage: draft", "stage: drafft", "CASE-004", 2),
      ("plan.yaml.txt", "nothing.yaml", "FILE-001", 2),
    ] as [(String, String, String, Int32)] {
      try rules.folder.write(
        "Rules/own/plan.test.yaml",
        text.replacingOccurrences(of: old, with: new)
      )
      let run = try rules.run([])
      #expect(run.status == status, "\(new)")
      #expect((run.output + run.errors).contains(code), "\(new): \(run.output)\(run.errors)")
    }
  }

  @Test("others says what the rules that are not named may come to")
  func others() throws {
    let rules = try OwnRules(examples: some)
    for (outcomes, status) in [("[fail]", 0), ("[pass, unknown]", 1)] as [(String, Int32)] {
      let text = OwnRules.rule.replacingOccurrences(of: "X01-CMP-001", with: "X01-CMP-002")
      try rules.folder.write("Rules/own/X01-CMP-002.yaml", text + some)
      try rules.folder.write(
        "Rules/own/a.test.yaml",
        "krong: 1\nsubmission: {kind: budget-transfer, job: 3, stage: submitted}\n"
          + "expect: {X01-CMP-001: fail}\nothers: \(outcomes)\n"
      )
      let run = try rules.run([])
      #expect(run.status == status, "\(run.output)\(run.errors)")
    }
  }

  @Test("a filter takes rules and tests by name; one that matches nothing ends with 3")
  func filter() throws {
    let rules = try OwnRules(examples: some)
    #expect(try rules.run(["--filter", "x01-cmp"]).output.contains("2 examples"))
    #expect(try rules.run(["--filter", "ไม่มีประโยชน์"]).output.contains("1 example "))
    #expect(try rules.run(["--filter", "trial"]).output.contains("2 examples"))
    let run = try rules.run(["--filter", "J99"])
    #expect(run.status == 3)
    #expect(run.errors.contains("TEST-003"))
  }

  @Test("coverage names what no test takes, and is never rounded up")
  func coverage() throws {
    let rules = try OwnRules(examples: some)
    let run = try rules.run(["--coverage"])
    #expect(run.status == 0)
    #expect(run.output.contains("no test comes to unknown"))
    #expect(run.output.contains("check[0].present[0]: no test has fail"))
    #expect(run.output.contains("check[1].when: no test has false"))
    #expect(run.output.contains("no test has has(reason) = false"))
    #expect(run.output.contains("waived 1"))
    #expect(try rules.run(["--min-coverage", "99.99"]).status == 1)
    #expect(try rules.run(["--format", "html"]).status == 2)
    let html = rules.folder.path("coverage.html")
    let lcov = rules.folder.path("coverage.info")
    let outputs = ["--output", "html=\(html)", "--output", "lcov=\(lcov)"]
    #expect(try rules.run(["--coverage"] + outputs).status == 0)
    #expect(try String(contentsOfFile: html, encoding: .utf8).hasSuffix("</html>\n"))
    let lines = try String(contentsOfFile: lcov, encoding: .utf8)
    #expect(lines.contains("DA:11,"))
    #expect(lines.hasSuffix("end_of_record\n"))
  }

  @Test("mutants that no test notices are shown as diffs, and the list of equivalents must match")
  func mutants() throws {
    let rules = try OwnRules(examples: some)
    let cache = ["KRONG_CACHE_DIR": rules.folder.path("cache")]
    func run(_ arguments: [String]) throws -> Program.Run {
      try Program.run(
        ["test", rules.path, "--lang", "en", "--mutate"] + arguments,
        environment: cache
      )
    }
    let first = try run([])
    #expect(first.status == 0)
    #expect(first.output.contains("-    when: has(reason) && reason != \"ยกเว้น\""))
    #expect(try run([]).output == first.output, "what is remembered")
    #expect(try run(["--no-cache", "--jobs", "1"]).output == first.output)
    #expect(try run(["--min-score", "100"]).status == 1)
    let id = try #require(first.output.split(separator: "[X01-CMP-001 ").dropFirst().first)
      .prefix { $0 != "]" }
    let entry = "krong: 1\nequivalent:\n  - {rule: X01-CMP-001, mutant: \(id), reason: ก}\n"
    try rules.folder.write("Rules/mutants.yaml", entry)
    let listed = try run([])
    #expect(listed.status == 0)
    #expect(listed.output.contains("1 equivalent"))
    try rules.folder.write("Rules/mutants.yaml", entry.replacingOccurrences(of: id, with: "drop-0"))
    let idle = try run([])
    #expect(idle.status == 1)
    #expect(idle.output.contains("CASE-023"))
  }

  @Test("of some rules alone the list of equivalents may be about the others")
  func mutantsOfOthers() throws {
    let rules = try OwnRules(examples: some)
    let other = OwnRules.rule.replacingOccurrences(of: "X01-CMP-001", with: "X01-CMP-002")
    try rules.folder.write("Rules/own/X01-CMP-002.yaml", other + some)
    try rules.folder.write(
      "Rules/mutants.yaml",
      "krong: 1\nequivalent:\n  - {rule: X01-CMP-002, mutant: drop-0, reason: ก}\n"
    )
    let file = rules.path + "/own/X01-CMP-001.yaml"
    let one = try Program.run([
      "test", file, "--rules", rules.path, "--lang", "en", "--mutate", "--no-cache",
    ])
    #expect(one.status == 0, "\(one.errors)")
    #expect(try rules.run(["--mutate", "--no-cache"]).output.contains("CASE-023"))
    try rules.folder.write(
      "Rules/mutants.yaml",
      "krong: 1\nequivalent:\n  - {rule: X01-CMP-003, mutant: drop-0, reason: ก}\n"
    )
    let unknown = try Program.run([
      "test", file, "--rules", rules.path, "--lang", "en", "--mutate", "--no-cache",
    ])
    #expect((unknown.output + unknown.errors).contains("CASE-004"))
  }

  @Test("watching ends with the input, after one run")
  func watch() throws {
    let rules = try OwnRules(examples: some)
    let run = try rules.run(["--watch"])
    #expect(run.status == 0)
    #expect(run.output.contains("2 examples"))
    #expect(run.seconds < 20)
  }

  @Test("watching runs again when a file changes")
  func watchAgain() throws {
    let rules = try OwnRules(examples: some)
    let run = try Program.start(["test", rules.path, "--lang", "en", "--watch"])
    #expect(try run.output(until: { $0.contains("2 examples") }))
    let bent = some.replacingOccurrences(of: "[benefit]", with: "[reason]")
    try rules.folder.write("Rules/own/X01-CMP-001.yaml", OwnRules.rule + bent)
    #expect(try run.output(until: { $0.contains("at is stated as") }))
    #expect(run.end() == 1)
  }

  @Test("reports of tests look as they should", arguments: TestReport.Format.allCases)
  func snapshots(format: TestReport.Format) throws {
    let bent = some.replacingOccurrences(of: "[benefit]", with: "[reason]")
    let tests = [(name: "failing", examples: bent), (name: "mutants", examples: some)]
    for (name, examples) in tests {
      let rules = try OwnRules(examples: examples)
      for language in format == .text || format == .html ? ["th", "en"] : ["en"] {
        let run = try Program.run(
          [
            "test", "Rules", "--lang", language, "--coverage", "--mutate", "--no-cache",
            "--format", format.rawValue,
          ],
          in: rules.folder.url
        )
        // Mutants are not tried while a test fails.
        #expect(run.status == (name == "failing" ? 1 : 0))
        try expectSnapshot(run.output, "test.\(name).\(language).\(format.rawValue)")
      }
    }
  }

  @Test("the same tests give the same bytes in every format", arguments: ["json", "junit", "tap"])
  func formats(format: String) throws {
    let rules = try OwnRules(examples: some.replacingOccurrences(of: "[benefit]", with: "[reason]"))
    let run = try rules.run(["--format", format, "--require-tests"])
    #expect(run.status == 1)
    #expect(run.output.contains(format == "tap" ? "not ok 2 - " : "X01-CMP-001"))
    #expect(try rules.run(["--format", format, "--require-tests"]).output == run.output)
  }
}
