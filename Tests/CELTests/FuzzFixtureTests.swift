import Foundation
import FuzzingChecks
import TestSupport
import Testing

/// Inputs that once broke a fuzz target (Tests/Fuzzing) and must not again.
@Suite struct FuzzFixtureTests {
  static func fixtures(_ target: String) -> [URL] {
    let folder = SharedData.packageRoot.appendingPathComponent("Tests/Fuzzing/Fixtures/\(target)")
    let files = try? FileManager.default.contentsOfDirectory(
      at: folder,
      includingPropertiesForKeys: nil
    )
    return (files ?? []).sorted { $0.path < $1.path }
  }

  private func text(_ file: URL) throws -> String {
    String(decoding: try Data(contentsOf: file), as: UTF8.self)
  }

  @Test(arguments: fixtures("parser"))
  func theParserSurvives(_ file: URL) throws {
    #expect(ParserCheck.faults(of: try text(file)) == [])
  }

  @Test(arguments: fixtures("evaluator"))
  func theEvaluatorSurvives(_ file: URL) throws {
    #expect(EvaluatorCheck.ofLibraries.faults(of: try text(file)) == [])
  }

  @Test(arguments: fixtures("rules"))
  func expressionsOfRulesSurvive(_ file: URL) throws {
    #expect(EvaluatorCheck.ofRules.faults(of: try text(file)) == [])
  }

  @Test(
    "Each fixture of the evaluators gets as far as evaluating, unless the text is no expression",
    arguments: [
      ("evaluator", EvaluatorCheck.ofLibraries, ["four-bytes-in-a-row"]),
      ("rules", EvaluatorCheck.ofRules, ["dyn-as-a-type"]),
    ]
  )
  func fixturesAreChecked(_ target: String, _ check: EvaluatorCheck, _ others: [String]) throws {
    let refused = try Self.fixtures(target).filter { !check.isEvaluated(try text($0)) }
    #expect(refused.map(\.lastPathComponent) == others)
  }
}
