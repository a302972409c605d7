import Catalogues
import Diagnostics
import Foundation
import RuleCompiler
import RuleModel
import RuleTesting
import TestSupport
import Testing

@Suite("Examples of rules")
struct RuleExampleTests {
  static let studyFolder = "guides/language-study-rules"

  static var studyRules: [URL] {
    SharedData.file(studyFolder).map { RuleSet.yamlFiles(in: $0) } ?? []
  }

  @Test(
    "The rules of the language study come out as they state",
    .enabled(if: SharedData.has(studyFolder)), arguments: studyRules)
  func study(_ url: URL) throws {
    try check(url)
  }

  static var ownRules: [URL] {
    let families = ["alignment", "completeness", "consistency", "procedure", "disclosure", "threshold"]
    return families.flatMap {
      RuleSet.yamlFiles(in: SharedData.packageRoot.appendingPathComponent("Rules/" + $0))
    }
  }

  @Test("Our rules come out as their examples state", arguments: ownRules)
  func own(_ url: URL) throws {
    try check(url)
  }

  private func check(_ url: URL) throws {
    let set = try RuleSet.shared.get()
    let loaded = set.rule(url)
    for diagnostic in loaded.diagnostics { Issue.record("\(diagnostic.line)") }
    let rule = try #require(loaded.value)
    let compiled = set.compile(rule)
    for diagnostic in compiled.diagnostics { Issue.record("\(diagnostic.line)") }
    for result in RuleTesting.run(rule, in: compiled) {
      for failure in result.failures {
        let name = result.name ?? "-"
        Issue.record(
          "\(result.rule) example \(result.number) (\(name)): \(failure.name) expected \(failure.expected), found \(failure.found)"
        )
      }
    }
  }
}
