import CEL
import Diagnostics
import Foundation
import SourceText
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

  @Test(arguments: fixtures("parser"))
  func theParserSurvives(_ file: URL) throws {
    let text = String(decoding: try Data(contentsOf: file), as: UTF8.self)
    let parsed = Parser.parse(text, in: .full)
    let length = UInt32(text.utf8.count)
    for problem in parsed.problems {
      #expect(problem.span.start <= problem.span.end && problem.span.end <= length)
    }
    let tree = try #require(parsed.tree)
    for problem in Checker.check(tree, in: .full).problems { #expect(problem.span.end <= length) }
    guard parsed.problems.isEmpty else { return }
    let printed = Unparser.text(of: tree)
    let again = Parser.parse(printed, in: .full)
    #expect(again.problems.map(\.message.en) == [], "\(printed)")
    if let second = again.tree {
      let reprinted = Unparser.text(of: second)
      #expect(reprinted.utf8.elementsEqual(printed.utf8), "\(printed) and \(reprinted)")
    }
  }

  @Test(arguments: fixtures("evaluator"))
  func theEvaluatorSurvives(_ file: URL) throws {
    let text = String(decoding: try Data(contentsOf: file), as: UTF8.self)
    var environment = Environment.full
    environment.limits.maxSteps = 20_000
    guard let tree = Parser.parse(text, in: environment).tree,
      let checked = Checker.check(tree, in: environment).expression
    else { return }
    let program = Program(checked, in: environment)
    var activation = Activation(documents: [])
    _ = program.evaluate(&activation)
    #expect(activation.steps <= program.costBound().steps)
  }
}
