import CEL
import Diagnostics
import DocumentArena
import TestSupport
import Testing

/// Bounds of costs: never below what an evaluation takes, and of the order of what the schema says.
@Suite struct CostBoundTests {
  /// The plan of the evaluation tests with every library and small bounds.
  private struct Fixture {
    let environment: Environment
    let evaluation = EvaluationFixture()

    init() {
      var environment = Environment.full
      let plan = evaluation.environment
      environment.records = plan.records
      environment.opaqueTypes.merge(plan.opaqueTypes) { first, _ in first }
      environment.variables = plan.variables
      for function in plan.functions.values.sorted(by: { $0.name < $1.name }) {
        for overload in function.overloads {
          if case .builtIn = overload.implementation { continue }
          environment.declare(FunctionDeclaration(function.name, [overload]))
        }
      }
      environment.sizes.elements = 6
      environment.sizes.scalars = 30
      environment.sizes.dynamicWeight = 200
      environment.limits.maxSteps = 50_000_000
      self.environment = environment
    }

    func program(_ expression: String, checked isChecked: Bool = true) -> Program? {
      guard let tree = Parser.parse(expression, in: environment).tree else { return nil }
      guard isChecked else { return Program(unchecked: tree, in: environment) }
      let result = Checker.check(tree, in: environment)
      return result.expression.map { Program($0, in: environment) }
    }
  }

  private let fixture = Fixture()

  @Test(arguments: 1...12)
  func noEvaluationTakesMoreThanItsBound(_ seed: Int) throws {
    var generator = PlanExpressionGenerator(seed: UInt64(seed))
    var known = 0
    for _ in 0..<12 {
      let plan = generator.plan()
      let document = try yaml(plan, keys: fixture.evaluation.keys)
      for _ in 0..<20 {
        let type = ["bool", "int", "string", "list", "texts", "lists"][known % 6]
        let expression = generator.expression(type, 4)
        for isChecked in [true, false] {
          guard let program = fixture.program(expression, checked: isChecked) else { continue }
          var activation = try fixture.evaluation.activation(program, document)
          let value = program.evaluate(&activation)
          let bound = program.costBound()
          known += 1
          #expect(
            activation.steps <= bound.steps,
            "\(expression) took \(activation.steps) of \(bound.steps) steps, checked \(isChecked)"
          )
          if case .list(.elements(let elements)) = value.payload {
            #expect(UInt64(elements.count) <= bound.size.count, "\(expression)")
          }
          if case .string(let text) = value.payload {
            #expect(UInt64(text.utf8.count) <= bound.size.bytes, "\(expression)")
          }
        }
      }
    }
    #expect(known > 200, "the generator makes what does not compile")
  }

  /// One step for a field, a call and an element; folds take their bodies six times.
  private static let bounds: [(String, UInt64)] = [
    ("p.no", 1), ("p.no + 1 > 2", 3), ("p.years.size()", 2), ("true ? p.no : 1", 1),
    ("plan.projects.all(q, q.no > 0)", 19), ("[1, 2, 3].size()", 4), ("p.id == 'x'", 14),
    ("plan.projects.all(q, q.years.all(y, y > 0))", 85),
    ("plan.projects.map(q, plan.projects.map(r, r.no))", 85),
  ]

  @Test(arguments: bounds)
  func boundsFollowTheSchema(_ expression: String, _ steps: UInt64) throws {
    #expect(try #require(fixture.program(expression)).costBound().steps == steps)
  }

  @Test(
    "Beside a text, a number or a day nothing is looked at in records, of whatever type the other may be"
  )
  func recordsBesideTexts() throws {
    func steps(_ expression: String) throws -> UInt64 {
      try #require(fixture.program(expression)).costBound().steps
    }
    let records = try steps("dyn(plan.projects[0]) == dyn(p)")
    for expression in [
      "dyn(plan.projects[0]) == 'a'", "'a' in [dyn(p), dyn(plan)]", "[dyn(p)] == ['a']",
      "dyn(p) != p.start", "dyn(p) in [1, 2]",
    ] {
      #expect(try steps(expression) < records / 2, "\(expression)")
    }
  }

  @Test func nestedFoldsMultiplyAndNeverOverflow() throws {
    let range = "lists.range(1000000)"
    let body = (0..<8).reduce("true") { inner, level in "\(range).all(v\(level), \(inner))" }
    #expect(try #require(fixture.program(body)).costBound().steps == .max)
  }

  // MARK: The counter

  private func outcome(
    _ expression: String,
    maxSteps: UInt64
  ) throws -> (text: String, steps: UInt64) {
    var environment = fixture.environment
    environment.limits.maxSteps = maxSteps
    let tree = try #require(Parser.parse(expression, in: environment).tree)
    let checked = try #require(Checker.check(tree, in: environment).expression)
    var activation = Activation(documents: [])
    let value = Program(checked, in: environment).evaluate(&activation)
    let context = EvaluationContext(documents: [], environment: environment)
    return (context.printed(literal: value), activation.steps)
  }

  @Test func theCounterStopsAtTheVeryStep() throws {
    // One step for each element, one for each comparison.
    let expression = "[1, 2, 3].all(x, [1, 2].all(y, x + y > 0))"
    let (text, steps) = try outcome(expression, maxSteps: 1_000)
    #expect(text == "true")
    #expect(steps == 3 * (1 + 2 * (1 + 2)))
    #expect(try outcome(expression, maxSteps: steps).text == "true")
    #expect(try outcome(expression, maxSteps: steps - 1).text.contains("\(steps - 1) steps"))
  }

  @Test(arguments: [
    "lists.range(1000).map(x, lists.range(1000).map(y, x)).size()",
    "lists.range(100).all(a, lists.range(100).all(b, lists.range(100).all(c, true)))",
    // One list listed a thousand times is compared, joined and copied a thousand times.
    "cel.bind(l, lists.range(1000), cel.bind(m, l.map(x, l), m == m))",
    "cel.bind(l, lists.range(1000), l.map(x, l).flatten().size() > 0)",
    "cel.bind(l, lists.range(1000).map(x, 'ข้อความ'), l.map(x, l.join()).join().size() > 0)",
    "cel.bind(l, lists.range(100000), l.map(x, 'ก').join('ขคงจฉ').size() > 0)",
    "cel.bind(l, lists.range(20000).map(x, 'a').join(), l.replace('', l).size() > 0)",
    "cel.bind(l, lists.range(20000).map(x, 'a').join(), regex.replace(l, 'a', l).size() > 0)",
    "cel.bind(l, lists.range(2000), '%s'.format([l.map(x, l)]).size() > 0)",
    "cel.bind(a, lists.range(1000), cel.bind(b, a + a + a + a, cel.bind(c, b + b + b + b, "
      + "cel.bind(d, c + c + c + c, cel.bind(e, d + d + d + d, e + e + e + e))))).size() > 0",
  ])
  func whatGrowsIsStopped(_ expression: String) throws {
    let (text, steps) = try outcome(expression, maxSteps: 200_000)
    #expect(text.hasPrefix("error: "), "\(expression) gives \(text.prefix(40))")
    #expect(steps < 2_500_000, "\(expression) took \(steps)")
  }

  @Test(arguments: [
    "true || lists.range(1000).all(x, true)", "lists.range(1000).all(x, true) || true",
    "[lists.range(1000).all(x, true)].exists(x, true) || true",
  ])
  func nothingAbsorbsTheLimit(_ expression: String) throws {
    let (text, steps) = try outcome(expression, maxSteps: 500)
    #expect(
      text
        == (steps > 500
          ? "error: the expression takes more than 500 steps; "
            + "simplify it or raise the limit" : "true")
    )
  }

  // MARK: Registration

  @Test func everyOverloadStatesItsCostOnce() {
    var ids: Set<String> = []
    for function in fixture.environment.functions.values {
      for overload in function.overloads {
        #expect(ids.insert(overload.id).inserted, "\(overload.id) is declared twice")
        // A bound that falls where arguments grow would be none.
        let steps = [0, 1, 2, 10, 100, 1_000, 100_000].map { (size: UInt64) in
          let argument = CostedSize(weight: size, count: size)
          return overload.cost.steps(overload.parameters.map { _ in argument })
        }
        #expect(steps == steps.sorted() && steps[0] >= 1, "\(overload.id)")
      }
    }
  }

  @Test(arguments: [
    #"["a", "b"].all(v, v.matches(v + "(a|b){1000}") || true)"#,
    #"["a", "b"].all(v, v.matches(v + "(a|b|ก|ข|[ก-ฮ]){900}{3}") || true)"#,
    #"["a", "b"].all(v, regex.extract(v, v + "(?:[ก-ฮ]|น้ำ){900}").hasValue() || true)"#,
    #"["a", "b"].all(v, size(regex.extractAll(v, v + "(?:[ก-ฮ]|น้ำ){900}")) >= 0)"#,
    #"["a", "b"].all(v, regex.replace(v, v + "(?:[ก-ฮ]|น้ำ){900}", "") != "x")"#,
  ])
  func compilingAPatternCountsAsTheWorkThatItIs(_ expression: String) throws {
    for isChecked in [true, false] {
      let program = try #require(fixture.program(expression, checked: isChecked))
      var activation = Activation(documents: [])
      let value = program.evaluate(&activation)
      if case .error = value.payload { Issue.record("\(expression) is an error") }
      #expect(activation.steps > 500)
      #expect(activation.steps <= program.costBound().steps)
    }
  }

  @Test func computedPatternsStopAtTheLimitOfSteps() throws {
    var environment = fixture.environment
    environment.limits.maxSteps = 20_000
    let tree = try #require(
      Parser.parse(
        #"lists.range(100).all(v, "a".matches(string(v) + "([ก-ฮ]|น้ำ){900}") || true)"#,
        in: environment
      ).tree
    )
    let program = Program(unchecked: tree, in: environment)
    var activation = Activation(documents: [])
    guard case .error = program.evaluate(&activation).payload else {
      Issue.record("the limit is not met")
      return
    }
    #expect(activation.steps > 20_000)
  }

  @Test(arguments: [
    "3 in [1, p, 0]", "'x' in ['y', plan, '']", "[1, p] == [1, p]",
    "{'a': p, 'b': 1} == {'a': p, 'b': 1}",
    "optional.of(dyn(p)) == optional.of(dyn(p))", "[[1, p]] == [[1, p]]", "dyn(p) == p",
  ])
  func recordsAmongOtherValuesCountWhereTheyAreCompared(_ expression: String) throws {
    let plan = """
      projects:
        - {id: a, no: 1, ratio: 0.5, tags: [a, b, c, d, e, f], years: [1, 2, 3, 4, 5, 6]}
        - {id: b, no: 2, tags: [a, b, c, d, e, f], years: [1, 2, 3, 4, 5, 6]}
      comments: [a, b, c, d, e, f]
      """
    let document = try yaml(plan, keys: fixture.evaluation.keys)
    for isChecked in [true, false] {
      let program = try #require(fixture.program(expression, checked: isChecked))
      var activation = try fixture.evaluation.activation(program, document)
      _ = program.evaluate(&activation)
      #expect(activation.steps <= program.costBound().steps)
    }
  }
}
