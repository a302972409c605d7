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
    let text = try text(file)
    #expect(EvaluatorCheck.ofRules.isEvaluated(text))
    #expect(EvaluatorCheck.ofRules.faults(of: text) == [])
  }

  @Test("Each fixture of the evaluator gets as far as evaluating, unless the text is no expression")
  func fixturesAreChecked() throws {
    let refused = try Self.fixtures("evaluator").filter { file in
      !EvaluatorCheck.ofLibraries.isEvaluated(try text(file))
    }
    #expect(refused.map(\.lastPathComponent) == ["four-bytes-in-a-row"])
  }
}
