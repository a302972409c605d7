import CEL
import Diagnostics
import SourceText
import Testing

/// The planner against itself: typed, general and unchecked forms must agree.
@Suite struct PlannerTests {
  @Test(.enabled(if: ConformanceFile.folder != nil), arguments: ConformanceFile.names)
  func allFormsOfTheSuiteAgree(_ name: String) throws {
    for test in try ConformanceFile.load(name).plainTests where !test.checkOnly {
      var environment = ConformanceEnvironment.make(for: test)
      for name in test.bindings.keys where environment.variables[name] == nil {
        environment.declare(variable: name, .dyn)
      }
      guard let tree = Parser.parse(test.expr, in: environment).tree else { continue }
      var programs = [Program(unchecked: tree, in: environment)]
      if !test.disableCheck, let checked = Checker.check(tree, in: environment).expression {
        programs.append(Program(checked, in: environment))
      }
      let context = EvaluationContext(documents: [], environment: environment)
      var texts: Set<String> = []
      for program in programs {
        var activation = Activation(documents: [])
        for (name, value) in test.bindings {
          activation[try #require(program.slot(of: name))] = value.value
        }
        for value in [program.evaluate(&activation), program.trace(&activation).value] {
          if case .error = value.payload {
            texts.insert("error")
          } else {
            texts.insert(context.printed(literal: value))
          }
        }
      }
      #expect(texts.count == 1, "\(name) \(test): \(texts.sorted())")
    }
  }

  private func text(_ expression: String, maxSteps: UInt64 = 10_000_000) throws -> String {
    var environment = Environment.full
    environment.limits.maxSteps = maxSteps
    let parsed = Parser.parse(expression, in: environment)
    guard let tree = parsed.tree, parsed.problems.isEmpty else {
      return "refused: " + (parsed.problems.first?.message.en ?? "")
    }
    let context = EvaluationContext(documents: [], environment: environment)
    guard let checked = Checker.check(tree, in: environment).expression else { return "refused" }
    var activation = Activation(documents: [])
    return context.printed(literal: Program(checked, in: environment).evaluate(&activation))
  }

  /// Long chains are evaluated or refused; they never run out of stack.
  @Test(arguments: ["+", "&&", "||", "-", "*", "==", "?"])
  func longChainsDoNotTrap(_ operation: String) throws {
    for count in [32, 240, 5_000] {
      let operand = operation == "&&" || operation == "||" || operation == "==" ? "true" : "1"
      let chain =
        operation == "?"
        ? String(repeating: "true ? 1 : ", count: count) + "2"
        : Array(repeating: operand, count: count).joined(separator: " \(operation) ")
      let result = try text(chain)
      let isFine = ["true", "1", "\(count)", "\(2 - count)"].contains(result)
      #expect(isFine || (count > 240 && result.hasPrefix("refused")), "\(count): \(result)")
    }
  }

  @Test("A list that holds another one many times is printed only so far", .timeLimit(.minutes(1)))
  func sharedListsArePrintedSoFar() throws {
    var expression = "v7.size()"
    for level in (1...7).reversed() {
      let list = Array(repeating: "v\(level - 1)", count: 10).joined(separator: ", ")
      expression = "cel.bind(v\(level), [\(list)], \(level == 7 ? "v7" : expression))"
    }
    let printed = try text("cel.bind(v0, [1, 1], \(expression))")
    #expect(printed.utf8.count < 10_000 && printed.contains("…"))
  }

  @Test(
    "The words of a type that is nested deep take as long as it is deep",
    .timeLimit(.minutes(1))
  )
  func wordsOfDeepTypes() {
    let deep = (1...60).reduce(CELType.int) { type, _ in .map(.string, .optional(type)) }
    #expect(deep.words().en.utf8.count < 5_000)
  }

  @Test func whatIsMadeOutOfLittleCountsAsSteps() throws {
    #expect(try text("lists.range(900000).size()", maxSteps: 100_000).contains("steps"))
    #expect(
      try text("[1, 2, 3].map(x, lists.range(50000)).size()", maxSteps: 100_000).contains("steps")
    )
    #expect(
      try text("'aaaaaaaaaaaaaaaaaaaa'.replace('a', 'bbbbbbbbbbbbbbbbbbbbb').size()", maxSteps: 30)
        .contains("steps")
    )
    #expect(try text("lists.range(50000).size()", maxSteps: 100_000) == "50000")
  }

  @Test func errorsSayWhere() throws {
    let environment = Environment.full
    let source = "1 + [1, 2][7]"
    let tree = try #require(Parser.parse(source, in: environment).tree)
    let checked = try #require(Checker.check(tree, in: environment).expression)
    var activation = Activation(documents: [])
    let value = Program(checked, in: environment).evaluate(&activation)
    guard case .error(let error) = value.payload else {
      Issue.record("no error")
      return
    }
    let span = try #require(tree.spans[error.at])
    #expect(Int(span.start) >= 4 && Int(span.end) <= source.utf8.count)
    #expect(error.message.th == "ลำดับที่ 7 อยู่นอกรายการ")
  }

  @Test func aTraceNamesTheValuesOfParts() throws {
    let environment = Environment.full
    let source = "[1, 5, 9].exists(x, x > 4) && size('ab') == 2"
    let tree = try #require(Parser.parse(source, in: environment).tree)
    let checked = try #require(Checker.check(tree, in: environment).expression)
    var activation = Activation(documents: [])
    let (_, parts) = Program(checked, in: environment).trace(&activation)
    let context = EvaluationContext(documents: [], environment: environment)
    var texts: [String] = []
    for (id, value) in parts.sorted(by: { $0.key < $1.key }) {
      guard let span = tree.spans[id] else { continue }
      let part = source.utf8.dropFirst(Int(span.start)).prefix(Int(span.end - span.start))
      texts.append("\(String(part) ?? ""): \(context.printed(literal: value))")
    }
    #expect(texts.contains("x: 5"))
    #expect(texts.contains("x > 4: true"))
    #expect(texts.contains("size('ab'): 2"))
    #expect(texts.contains("size('ab') == 2: true"))
  }

  /// A host's function sees unknown arguments only when it asks for them.
  @Test func implementationsGetWhatTheyAskFor() throws {
    var environment = Environment.full
    environment.declare(
      FunctionDeclaration(
        "strict",
        [
          Overload(
            "strict",
            [.dyn, .dyn],
            .int,
            cost: .constant,
            .values { Value(.int(Int64($0.count))) }
          )
        ]
      )
    )
    environment.declare(
      FunctionDeclaration(
        "lenient",
        [
          Overload(
            "lenient",
            [.dyn, .dyn],
            .int,
            cost: .constant,
            .nonStrict { values in
              let settled = values.filter {
                if case .error = $0.payload { return false }
                return true
              }
              return Value(.int(Int64(settled.count)))
            }
          )
        ]
      )
    )
    for (source, expected) in [
      ("strict(1, 2)", "2"), ("strict(1 / 0, 2)", "error: division by zero"),
      ("lenient(1 / 0, 2)", "1"), ("lenient(1, 2) + strict(1, 2)", "4"),
    ] {
      let tree = try #require(Parser.parse(source, in: environment).tree)
      let checked = try #require(Checker.check(tree, in: environment).expression)
      var activation = Activation(documents: [])
      let value = Program(checked, in: environment).evaluate(&activation)
      let context = EvaluationContext(documents: [], environment: environment)
      #expect(context.printed(literal: value) == expected, "\(source)")
    }
  }
}
