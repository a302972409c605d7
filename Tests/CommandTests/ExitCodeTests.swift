import Foundation
import TestSupport
import Testing

private let ready = "Examples/budget-transfer/ready.yaml"
private let faults = "Examples/budget-transfer/faults-submitted.yaml"
private let day = ["--as-of", "2026-07-15"]

@Suite("Exit codes")
struct ExitCodeTests {
  @Test(
    "follow the fail level and the least score",
    arguments: [
      ([ready], 0), ([faults], 1), ([faults, "--fail-on", "never"], 0),
      ([ready, "--min-score", "100"], 0),
      ([faults, "--fail-on", "never", "--min-score", "99.5"], 1),
      ([ready, faults], 1), ([ready, "--fail-on", "info"], 0), ([faults, "-q"], 1),
      ([faults, "--format", "json"], 1), ([ready, "--stage", "draft"], 0),
    ] as [([String], Int32)]
  )
  func check(arguments: [String], status: Int32) throws {
    let run = try Program.run(["check"] + arguments + day)
    #expect(run.status == status, "\(run.errors)")
    #expect(!run.output.isEmpty)
  }

  @Test(
    "are 2 for usage that cannot be understood",
    arguments: [
      [], ["check"], ["check", ready, "--bogus"], ["nothing"],
      ["check", ready, "--as-of", "2569-07-15"], ["check", ready, "--as-of", "15/07/2026"],
      ["check", ready, "--stage", "drafft"], ["check", ready, "--format", "pdf"],
      ["check", ready, "--output", "json"], ["check", ready, "--output", "pdf=x"],
      ["check", ready, "--min-score", "101"], ["check", ready, "--min-score", "1e2"],
      ["check", ready, "-q", "-v"], ["check", ready, "--fail-on", "always"],
      ["check", ready, "--lang", "fr"], ["explain"], ["explain", "J99-CMP-001"],
      ["check", ready, "--rules", "no-such-folder"], ["check", ready, "--rules", "Examples"],
      ["check", ready, "--office", "no-such-file"], ["check", ready, "--waivers", "Rules"],
    ]
  )
  func usage(arguments: [String]) throws {
    let run = try Program.run(arguments)
    // Without a command the help is shown, which is an answer.
    #expect(run.status == (arguments.isEmpty ? 0 : 2))
    #expect(arguments.isEmpty ? !run.output.isEmpty : !run.errors.isEmpty)
  }

  @Test("are 0 for help and version", arguments: [["--help"], ["check", "--help"], ["--version"]])
  func help(arguments: [String]) throws {
    let run = try Program.run(arguments)
    #expect(run.status == 0)
    #expect(run.output.contains("krong"))
    #expect(run.errors.isEmpty)
  }

  @Test("are 3 when no rule applies, in a group too")
  func nothingChecked() throws {
    let folder = try TemporaryFolder()
    let file = try folder.write("letter.yaml", "id: x\njob: 3\n")
    // Without the rules for all kinds nothing is asked of a submission that names no kind.
    let rules = try folder.copyRules()
    for path in try FileManager.default.subpathsOfDirectory(atPath: rules.path)
    where path.contains("/COM-") {
      try FileManager.default.removeItem(at: rules.appendingPathComponent(path))
    }
    let options = day + ["--rules", rules.path]
    #expect(try Program.run(["check", file] + options).status == 3)
    #expect(try Program.run(["check", ready, file] + options).status == 3)
    #expect(try Program.run(["check", faults, file] + options).status == 1)
  }

  @Test(
    "are 1 for a submission that names no kind, or one that does not exist",
    arguments: ["{}\n", "---\n", "id: a\n", "kind: annual-action-plans\njob: 2\n"]
  )
  func noKind(_ text: String) throws {
    let folder = try TemporaryFolder()
    let file = try folder.write("plan.yaml", text)
    let run = try Program.run(["check", file, "--format", "json"] + day)
    #expect(run.status == 1)
    #expect(run.output.contains("\"COM-CMP-001\""))
    let output = run.output.replacing("\": ", with: "\":")
    for place in ["kind", "title", "submitter.name", "submitter.type"] {
      #expect(output.contains("\"path\":\"\(place)\""), "\(place)")
    }
  }

  @Test("are 2 when one input of several cannot be read, and the others are checked all the same")
  func oneOfSeveral() throws {
    let run = try Program.run(["check", ready, "no-such-file.yaml", "--lang", "en"] + day)
    #expect(run.status == 2)
    #expect(run.output.contains("ready to submit"))
    #expect(run.errors.contains("no-such-file.yaml: error: there is no such file"))
  }

  @Test("are 1 for a rule with a mistake under lint and 2 under check")
  func brokenRule() throws {
    let folder = try TemporaryFolder()
    let rule = try String(
      contentsOf: Program.root.appendingPathComponent("Rules/completeness/J02-CMP-003.yaml"),
      encoding: .utf8
    )
    let file = try folder.write(
      "J02-CMP-003.yaml",
      rule.replacing("severity: error", with: "severty: error")
    )
    let lint = try Program.run(["lint", file, "--lang", "en"])
    #expect(lint.status == 1)
    #expect(lint.output.contains("severty"))
    #expect(lint.output.contains("did you mean"))
    #expect(lint.output.contains("^^^^^^^"))
    #expect(try Program.run(["test", file]).status == 2)
    #expect(try Program.run(["lint", "Rules"]).status == 0)
  }

  @Test("are 2 for settings that cannot be used, told with the line they stand on")
  func brokenSettings() throws {
    let folder = try TemporaryFolder()
    let file = try folder.write("waivers.yaml", "krong: 1\nwaivr: []\nwaivers: []\n")
    for option in ["--waivers", "--office"] {
      let run = try Program.run(["check", ready, option, file] + day)
      #expect(run.status == 2)
      #expect(run.output.isEmpty)
      #expect(run.errors.contains("2 | waivr: []\n    | ^^^^^"))
    }
  }

  @Test("are 1 for an example that comes out otherwise than stated")
  func failingExample() throws {
    let folder = try TemporaryFolder()
    let rule = try String(
      contentsOf: Program.root.appendingPathComponent("Rules/completeness/J02-CMP-005.yaml"),
      encoding: .utf8
    )
    let dash = "{guidance_ref: \"-\"}"
    let bent = rule.replacing("fail: \(dash)\n    at: [guidance_ref]", with: "pass: \(dash)")
    #expect(bent != rule)
    let file = try folder.write("J02-CMP-005.yaml", bent)
    let run = try Program.run(["test", file, "--lang", "en"])
    #expect(run.status == 1)
    #expect(run.output.contains("outcome is stated as pass, but came out as fail"))
  }

  @Test("tell a full disk and do not mind a reader that goes away")
  func outputs() throws {
    let program = try #require(Program.path)
    let command = "'\(program)' check \(ready) --as-of 2026-07-15"
    #expect(try shell("\(command) >/dev/full") == 2)
    #expect(try shell("\(command) -v | head -n 1 >/dev/null; exit ${PIPESTATUS[0]}") == 0)
  }

  private func shell(_ command: String) throws -> Int32 {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/bin/bash")
    process.arguments = ["-c", command]
    process.currentDirectoryURL = Program.root
    process.standardError = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    return process.terminationStatus
  }
}
