import CEL
import DocumentReading
import Foundation
import SourceText
import TestSupport
import Testing

/// Corner cases of the language definition, one on each line of a file.
@Suite struct LanguageTests {
  private struct Case: CustomTestStringConvertible, Sendable {
    let line: Int
    let expression: String
    let expected: String

    var testDescription: String { "line \(line): \(expression)" }
  }

  private static let cases: [Case] = {
    let path = SharedData.packageRoot.appendingPathComponent(
      "Tests/CELTests/Fixtures/language.txt"
    ).path
    guard let file = try? FileReader.read(path) else { return [] }
    let text = String(decoding: file.bytes, as: UTF8.self)
    var cases: [Case] = []
    for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated()
    where !line.hasPrefix("#") && !line.isEmpty {
      let parts = line.split(separator: "=> ", omittingEmptySubsequences: false)
      guard parts.count >= 2, let expected = parts.last else { continue }
      let expression = parts.dropLast().joined(separator: "=> ")
      cases.append(Case(line: index + 1, expression: expression, expected: String(expected)))
    }
    return cases
  }()

  private static func outcome(_ expression: String) -> (text: String, kind: String) {
    let environment = Environment.full
    let parsed = Parser.parse(expression, in: environment)
    guard parsed.problems.isEmpty, let tree = parsed.tree,
      let checked = Checker.check(tree, in: environment).expression
    else { return ("refused", "refused") }
    var activation = Activation(documents: [])
    let value = Program(checked, in: environment).evaluate(&activation)
    let context = EvaluationContext(documents: [], environment: environment)
    let text = context.printed(literal: value)
    return (text, text.hasPrefix("error: ") ? "error" : "value")
  }

  @Test func everyCornerCaseComesOutAsTheDefinitionSays() {
    var wrong: [String] = []
    for entry in Self.cases {
      let (text, kind) = Self.outcome(entry.expression)
      let isRight =
        ["error", "refused"].contains(entry.expected)
        ? kind == entry.expected : text.utf8.elementsEqual(entry.expected.utf8)
      if !isRight { wrong.append("\(entry.testDescription): \(text), not \(entry.expected)") }
    }
    #expect(wrong.isEmpty, "\(wrong.count) differ\n\(wrong.joined(separator: "\n"))")
    #expect(Self.cases.count > 400)
  }
}
