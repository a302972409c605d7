import CEL
import Diagnostics
import Testing

/// The public conformance suite: parsing and checking. Evaluation is compared in
/// `ConformanceEvaluation.swift`.
@Suite(.enabled(if: ConformanceFile.folder != nil))
struct ConformanceTests {
  @Test(arguments: ConformanceFile.names)
  func everyExpressionParses(_ name: String) throws {
    let tests = try ConformanceFile.load(name).plainTests
    #expect(!tests.isEmpty)
    var parsed = 0
    for test in tests {
      let result = Parser.parse(test.expr, in: ConformanceEnvironment.make(for: test))
      if result.problems.isEmpty, result.tree != nil {
        parsed += 1
      } else {
        let problems = result.problems.map(\.message.en).joined(separator: "; ")
        Issue.record("\(name) \(test): \(problems)")
      }
    }
    print("conformance \(name): \(parsed) of \(tests.count) parsed")
  }
}
