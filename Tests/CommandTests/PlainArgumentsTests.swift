import ArgumentParser
import Testing

@testable import KrongCommand

@Suite("The usual forms of krong check are read as the argument parser reads them")
struct PlainArgumentsTests {
  @Test(
    "Both read the same",
    arguments: [
      ["plan.yaml"],
      ["-"],
      ["a.yaml", "--as-of", "2026-09-15", "b.yaml"],
      ["a.yaml", "-r", "Rules", "-f", "json", "-q"],
      ["a.yaml", "--rules", "R", "--lang", "en", "--stage", "submitted", "--format", "text"],
      ["a.yaml", "--output", "json=a.json", "--output", "text=b.txt", "--fail-on", "never"],
      ["a.yaml", "--min-score", "80", "--office", "o.yaml", "--waivers", "w.yaml", "--with", "d"],
      ["a.yaml", "--verbose", "--no-color", "--no-cache", "--profile", "full"],
      ["a.yaml", "--profile", "profiles/own.yaml", "--score", "flat", "--write-waivers", "w.yaml"],
      ["a.yaml", "--baseline", "old.json", "--fail-on-new", "warning"],
      ["แผน.yaml", "--as-of", "๒๕๖๙"],
      ["a.yaml", "--select", "FWK", "--table", "--select", "FWK-ALN-001"],
    ]
  )
  func same(_ arguments: [String]) throws {
    let command = try #require(try RootCommand.parseAsRoot(["check"] + arguments) as? CheckCommand)
    #expect(PlainArguments.check(["check"] + arguments) == command.request)
  }

  @Test(
    "Everything else is left to the argument parser",
    arguments: [
      [], ["lint"], ["check"], ["check", "--help"], ["check", "a.yaml", "--as-of"],
      ["check", "a.yaml", "--as-of=2026-09-15"], ["check", "a.yaml", "--frmat", "json"],
      ["check", "a.yaml", "--format", "xml"], ["check", "-q", "-v", "a.yaml"],
      ["check", "a.yaml", "--stage", "draft", "--stage", "closed"], ["check", "--", "-a.yaml"],
      ["check", "a.yaml", "--fail-on-new", "error"], ["check", "a.yaml", "--score", "best"],
      ["check", "a.yaml", "--office", "-q"], ["check", ""], ["check", "-qv", "a.yaml"],
    ]
  )
  func left(_ arguments: [String]) {
    #expect(PlainArguments.check(arguments) == nil)
  }
}
