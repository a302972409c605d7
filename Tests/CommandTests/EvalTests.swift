import Foundation
import Testing

/// `krong eval`: every part of an expression with its value, its place and where the value stands.
@Suite struct EvalTests {
  private let plan = "Examples/annual-action-plan/faults-submitted.yaml"

  private func run(_ arguments: String...) throws -> Program.Run {
    try Program.run(["eval"] + arguments)
  }

  @Test func eachPartHasItsValueAndPlaces() throws {
    let result = try run("projects[0].budget > 0", "--on", plan, "--lang", "en")
    #expect(result.status == 0, "\(result.errors)")
    #expect(result.output.contains("projects[0].budget > 0  =  true (yes)    expression:1:1"))
    #expect(result.output.contains("money(\"420000.25\") (420,000.25)"))
    #expect(result.output.contains("← \(plan):"))
    #expect(result.output.contains("type: "))
  }

  @Test func aFoldShowsOneElementAndNothingOfThoseBefore() throws {
    let result = try run("[9, 0].exists(x, x > 0 && [x].exists(y, y > 10))", "--lang", "en")
    let lines = result.output.split(separator: "\n").map { line in
      line.drop { !"[xy".contains($0) }
    }
    #expect(lines.contains { $0.hasPrefix("x > 0  =  false") }, "\(result.output)")
    #expect(lines.contains { $0.hasPrefix("y > 10  =  not evaluated") }, "\(result.output)")
    #expect(!result.output.contains("=  9"), "\(result.output)")
  }

  @Test func aFoldWithoutAValueShowsTheElementThatHasNone() throws {
    let result = try run("[1, 0, 2].all(x, 10 / x > 0)", "--lang", "en")
    #expect(result.output.contains("x  =  0 "), "\(result.output)")
    #expect(result.output.contains("10 / x  =  error: division by zero"), "\(result.output)")
    let decided = try run("[0, -1, 2].all(x, 10 / x > 0)", "--lang", "en")
    #expect(decided.output.contains("x  =  -1 "), "\(decided.output)")
  }

  @Test func aMacroIsShownOnceAndATestByItsName() throws {
    let macro = try run("optional.of(2).optMap(x, x + 1).value() > 5", "--lang", "en")
    let calls = macro.output.split(separator: "\n").filter {
      $0.contains("optMap(x, x + 1)  =")
    }
    #expect(calls.count == 1, "\(macro.output)")
    let test = try run("has(projects[0].schedule)", "--on", plan, "--lang", "en")
    #expect(test.output.contains("has(projects[0].schedule)  =  "), "\(test.output)")
  }

  @Test func whatIsMissingIsNamed() throws {
    let result = try run("has(title) && size(title) > 0", "--kind", "annual-action-plan")
    #expect(result.status == 0, "\(result.errors)")
    let unknown = try run("size(title) > 0", "--kind", "annual-action-plan", "--lang", "en")
    #expect(unknown.output.contains("missing or cannot be read: title"))
  }

  @Test func aStageThatThereIsNotIsRefused() throws {
    let result = try run("reached(\"submitted\")", "--on", plan, "--stage", "foo", "--lang", "en")
    #expect(result.status == 2)
    #expect(result.errors.contains("[WORK-006]"), "\(result.errors)")
    #expect(try run("stage", "--on", plan, "--stage", "draft").status == 0)
  }

  @Test func mistakesHaveACaretAfterThaiText() throws {
    let result = try run("'โครงการ' == projects[0].nam", "--on", plan, "--lang", "en")
    #expect(result.status == 2)
    #expect(result.errors.contains("expression:1:26: error:"), "\(result.errors)")
    #expect(result.errors.contains("did you mean \"name\"?") || result.errors.contains("name"))
  }

  @Test func whatFailsIsPointedAt() throws {
    let result = try run("1 + (2 / (1 - 1))", "--lang", "en")
    #expect(result.status == 2)
    #expect(result.errors.contains("expression:1:6: error: division by zero [CEL-030]"))
    let written = try run("1 + (2 / 0)", "--lang", "en")
    #expect(written.errors.contains("expression:1:10: error: division by zero [CEL-028]"))
  }

  @Test func jsonHasBothLanguages() throws {
    let result = try run("1 + 2", "--format", "json")
    let object = try JSONSerialization.jsonObject(with: Data(result.output.utf8))
    let trace = try #require(object as? [String: Any])
    #expect(trace["value"] as? String == "3")
    #expect(trace["outcome"] as? String == "value")
    #expect((trace["type"] as? [String: String])?.keys.sorted() == ["en", "th"])
  }
}
