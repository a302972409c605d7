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

  /// The variables of the target without its records, which no fixture reads: Tests/Fuzzing/Mutation/Plans.swift.
  private static let evaluating: Environment = {
    var environment = Environment.full
    environment.declare(variable: "i", .int)
    environment.declare(variable: "s", .string)
    environment.declare(variable: "l", .list(.int))
    environment.declare(variable: "m", .map(.string, .int))
    environment.declare(variable: "x", .dyn)
    environment.limits.maxSteps = 20_000
    environment.sizes.scalars = 8
    environment.sizes.elements = 4
    environment.sizes.dynamicWeight = 16
    return environment
  }()

  @Test(arguments: fixtures("evaluator"))
  func theEvaluatorSurvives(_ file: URL) throws {
    let text = String(decoding: try Data(contentsOf: file), as: UTF8.self)
    let environment = Self.evaluating
    let parsed = Parser.parse(text, in: environment)
    guard parsed.problems.isEmpty, let tree = parsed.tree,
      let checked = Checker.check(tree, in: environment).expression
    else { return }
    let program = Program(checked, in: environment)
    var activation = Activation(documents: [])
    let numbers = Value(.list(.elements((1...3).map { Value(.int($0)) })))
    let map = MapEntries([(Value(.string("a")), Value(.int(1)))])
    let values: [(String, Value)] = [
      ("i", Value(.int(7))), ("s", Value(.string("น้ำ"))), ("l", numbers),
      ("m", Value(.map(.entries(map)))), ("x", numbers),
    ]
    for (name, value) in values {
      if let slot = program.slot(of: name) { activation[slot] = value }
    }
    _ = program.evaluate(&activation)
    #expect(activation.steps <= program.costBound().steps)
  }

  @Test("Each fixture of the evaluator gets as far as evaluating, unless the text is no expression")
  func fixturesAreChecked() throws {
    let checked = try Self.fixtures("evaluator").filter { file in
      let text = String(decoding: try Data(contentsOf: file), as: UTF8.self)
      let parsed = Parser.parse(text, in: Self.evaluating)
      guard parsed.problems.isEmpty, let tree = parsed.tree else { return false }
      return Checker.check(tree, in: Self.evaluating).expression != nil
    }
    #expect(checked.map(\.lastPathComponent).contains("absolute-name-in-a-fold"))
  }
}
