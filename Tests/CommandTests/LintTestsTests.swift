import TestSupport
import Testing

@Suite("krong lint of tests and of what is no rule", .enabled(if: Program.path != nil))
struct LintTestsTests {
  private func lint(_ name: String, _ text: String) throws -> Program.Run {
    let folder = try TemporaryFolder()
    try folder.write(name, text)
    return try Program.run(["lint", folder.path(name), "--rules", "Rules", "--lang", "en"])
  }

  @Test(
    "a case file is told what krong test would refuse, once and at its place",
    arguments: [
      ("expect: {J03-CMP-003: faild}", "unknown outcome “faild” [CASE-004]"),
      ("expect: {J03-CMP-03: fail}", "there is no rule “J03-CMP-03”"),
      ("stage: submited, expect: {J03-CMP-003: fail}", "unknown stage “submited”"),
    ]
  )
  func cases(keys: String, message: String) throws {
    let run = try lint(
      "some.test.yaml",
      """
      krong: 1
      cases:
        - {name: ก, submission: {kind: budget-transfer, job: 3}, \(keys)}

      """
    )
    #expect(run.status == 1, "\(run.output)\(run.errors)")
    #expect(run.output.contains(message), "\(run.output)")
    #expect(run.output.contains(":3:"), "\(run.output)")
    #expect(run.output.contains("1 error"), "\(run.output)")
  }

  @Test("a sound case file is no rule")
  func sound() throws {
    let run = try lint(
      "some.test.yaml",
      """
      krong: 1
      cases:
        - {name: ก, submission: {kind: budget-transfer, job: 3}, expect: {J03-CMP-003: fail}}

      """
    )
    #expect(run.status == 0, "\(run.output)\(run.errors)")
  }

  @Test("a submission is told to be one, with the command that it is for")
  func submission() throws {
    let run = try Program.run(
      ["lint", "Examples/annual-action-plan/ready.yaml", "--lang", "en"]
    )
    #expect(run.status == 1)
    #expect(run.output.contains("[LINT-008]"))
    #expect(run.output.contains("krong check"))
    #expect(run.output.contains("1 error"), "\(run.output)")
  }

  @Test("the list of equivalent mutants is looked at")
  func mutants() throws {
    let folder = try TemporaryFolder()
    try folder.copyRules()
    try folder.write(
      "Rules/mutants.yaml",
      "krong: 1\nequivalent:\n  - {rule: X01-CMP-001, mutant: drop-1, reason: ก}\n"
    )
    let run = try Program.run(["lint", folder.path("Rules"), "--lang", "en"])
    #expect(run.status == 1, "\(run.output)\(run.errors)")
    #expect(
      run.output.contains("mutants.yaml:3:12: error: unknown rule “X01-CMP-001”"),
      "\(run.output)"
    )
  }
}
