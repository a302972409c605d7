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

  /// Examples of the study that come out otherwise because the catalogue has changed since.
  static let changed: [String: String] = [
    "J06-ALN-001 example 3":
      "a blank scope is now taken from the job (requirements, section A), so nothing is unknown"
  ]

  @Test(
    "The rules of the language study come out as they state, but for what the catalogue has changed",
    .enabled(if: SharedData.has(studyFolder)),
    arguments: studyRules
  )
  func study(_ url: URL) throws {
    let rule = url.deletingPathExtension().lastPathComponent
    let differing = Set(try check(url, expectedToDiffer: Self.changed))
    let expected = Set(Self.changed.keys.filter { $0.hasPrefix(rule + " ") })
    #expect(differing == expected)
  }

  @Test("The study has 30 rules with 181 examples", .enabled(if: SharedData.has(studyFolder)))
  func studySize() throws {
    let set = try RuleSet.shared.get()
    let rules = Self.studyRules.compactMap { set.rule($0).value }
    #expect(rules.count == 30)
    #expect(rules.map(\.examples.count).reduce(0, +) == 181)
  }

  static var ownRules: [URL] {
    let families = [
      "alignment", "completeness", "consistency", "procedure", "disclosure", "threshold",
      "optional",
    ]
    return families.flatMap {
      RuleSet.yamlFiles(in: SharedData.packageRoot.appendingPathComponent("Rules/" + $0))
    }
  }

  @Test("Our rules come out as their examples state", arguments: ownRules)
  func own(_ url: URL) throws {
    _ = try check(url, expectedToDiffer: [:])
  }

  /// Runs the examples of a rule and records what does not hold; gives the examples that differ and
  /// were expected to.
  private func check(_ url: URL, expectedToDiffer: [String: String]) throws -> [String] {
    let set = try RuleSet.shared.get()
    let loaded = set.rule(url)
    for diagnostic in loaded.diagnostics where diagnostic.severity == .error {
      Issue.record("\(diagnostic.line)")
    }
    let rule = try #require(loaded.value)
    let compiled = set.compile(rule)
    for diagnostic in compiled.diagnostics { Issue.record("\(diagnostic.line)") }
    let results = RuleTesting.run(rule, in: compiled)
    #expect(!results.isEmpty)
    var differing: [String] = []
    for result in results where !result.passes {
      let name = "\(result.rule) example \(result.number)"
      if expectedToDiffer[name] != nil {
        differing.append(name)
        continue
      }
      for failure in result.failures {
        Issue.record(
          "\(name) (\(result.name ?? "-")): \(failure.name) expected \(failure.expected), found \(failure.found)"
        )
      }
    }
    return differing
  }
}
