import CEL
import DocumentArena
import Testing

/// Reading records, lists and scalars of a document on demand.
@Suite struct EvaluationRecordTests {
  private let fixture = EvaluationFixture()

  private let plan = """
    title: แผน
    projects:
      - id: 12
        no: 3
        ratio: 2
        done: true
        tags: [ก, "ข", 5]
        years: [2567, "2568"]
        names: {a: อบรม, b: สัมมนา}
        extra: {n: 1, list: [1, 2.5, null]}
        start: "2024-10-01T00:00:00Z"
        budget: {total: 100, source: งบ}
        activities:
          - {quarter: 1, cost: 40, note: x}
          - {quarter: 2, cost: 60}
      - id: b
        budget: {total: 5}
        activities: []
    """

  @Test(arguments: [
    ("plan.title", "\"แผน\""),
    ("p.id", "\"12\""),
    ("p.no + 1", "4"),
    ("p.ratio", "2.0"),
    ("!p.done", "false"),
    ("p.tags", "[\"ก\", \"ข\", \"5\"]"),
    ("p.years[1] - p.years[0]", "1"),
    ("p.names.b", "\"สัมมนา\""),
    ("p.names['a'] == 'อบรม'", "true"),
    ("'c' in p.names", "false"),
    ("p.extra.list[1] + 0.5", "3.0"),
    ("p.extra.list[2] == null", "true"),
    ("type(p.extra) == map", "true"),
    ("p.extra == {'n': 1.0, 'list': [1u, 2.5, null]}", "true"),
    ("p.start + duration('24h') == timestamp('2024-10-02T00:00:00Z')", "true"),
    ("p.budget.total", "100 baht"),
    ("sum(p.activities.map(a, a.cost)) == p.budget.total", "true"),
    ("p.activities[0].cost + p.activities[1].cost", "100 baht"),
    ("p.budget.total > p.activities[0].cost", "true"),
    ("p.budget.total > 99", "true"),
    ("string(p.budget.total)", "\"100 baht\""),
    ("size(plan.projects) == 2 && size(p.activities) > 0", "true"),
    ("p.activities.all(a, a.quarter >= 1 && a.quarter <= 4)", "true"),
    ("p.activities.exists(a, a.quarter == 2)", "true"),
    ("p.activities.exists_one(a, a.quarter > 0)", "false"),
    ("plan.projects.filter(q, q.id == 'b')", "[projects[1]]"),
    ("plan.projects.map(q, q.budget)", "[projects[0].budget, projects[1].budget]"),
    ("plan.projects[0] == p", "true"),
    ("plan.projects[1] == p", "false"),
    ("p in plan.projects", "true"),
    ("p.id in ['11', '12']", "true"),
    ("has(p.budget.source) && !has(plan.projects[1].budget.source)", "true"),
    ("plan.comments", "[]"),
    ("has(plan.comments)", "false"),
    ("plan.projects[1].?tags.orValue([])", "[]"),
    ("p.?tags.hasValue()", "true"),
    ("plan.projects[1].rank", "9"),
    ("plan.projects[1].parent.orValue('none')", "\"none\""),
    ("plan.projects.transformList(i, q, string(i) + q.id)", "[\"012\", \"1b\"]"),
    ("(p.done ? p.budget : plan.projects[1].budget).total", "100 baht"),
    ("cel.bind(b, p.budget, b.total + b.total)", "200 baht"),
    ("[p][0].budget.total", "100 baht"),
  ])
  func readsOnDemand(_ expression: String, _ expected: String) throws {
    #expect(try fixture.text(expression, on: plan) == expected, "\(expression)")
  }

  /// Tracing compiles without the typed forms: both ways must agree.
  @Test(arguments: [
    "p.activities.all(a, a.quarter >= 1 && a.quarter <= 4)", "p.no + 1", "p.id == '12'",
    "plan.projects.filter(q, q.budget.total > 50)", "p.budget.total + p.budget.total",
    "plan.projects[1].tags", "p.names.zz", "size(p.activities) == 2",
    "plan.projects.map(q, q.activities.exists(a, a.cost > 50))",
  ])
  func typedAndGeneralFormsAgree(_ expression: String) throws {
    let (program, document) = try fixture.compile(expression, plan)
    var activation = try fixture.activation(program, document)
    let context = EvaluationContext(documents: [document], environment: fixture.environment)
    let fast = context.printed(literal: program.evaluate(&activation))
    let (value, parts) = program.trace(&activation)
    #expect(fast == context.printed(literal: value))
    #expect(!parts.isEmpty)
  }

  @Test(arguments: [
    ("p.budget.total", "projects[0].budget.total"),
    ("plan.projects.filter(q, q.id == 'b')[0]", "projects[1]"),
    ("p.activities[1].cost", "projects[0].activities[1].cost"),
    ("plan.projects.map(q, q.id)[1]", "projects[1].id"),
    ("(plan.projects.filter(q, false) + [p])[0]", "projects[0]"),
    ("p.extra.list[0]", "projects[0].extra.list[0]"),
    ("p.?budget.value()", "projects[0].budget"),
  ])
  func valuesKeepTheirOrigin(_ expression: String, _ path: String) throws {
    let (program, document) = try fixture.compile(expression, plan)
    var activation = try fixture.activation(program, document)
    let origin = try #require(program.evaluate(&activation).origin)
    #expect(document.path(of: origin.node).description == path)
  }

  @Test func computedValuesHaveNoOrigin() throws {
    #expect(try fixture.evaluate("p.no + 1", on: plan).origin == nil)
  }

  @Test func theDecidingElementIsTheWitness() throws {
    let (program, document) = try fixture.compile(
      "plan.projects.all(q, q.activities.all(a, a.quarter < 2))",
      plan
    )
    var activation = try fixture.activation(program, document)
    let (value, witnesses) = program.evaluateWithWitness(&activation)
    guard case .bool(false) = value.payload else {
      Issue.record("not false")
      return
    }
    #expect(
      witnesses.map { document.path(of: $0.origin?.node ?? document.root).description }
        == ["projects[0].activities[1]", "projects[0]"]
    )
    #expect(witnesses.map(\.index) == [1, 0])
  }

  @Test func aFoldThatIsNotDecidedHasNoWitness() throws {
    let (program, document) = try fixture.compile(
      "plan.projects.all(q, q.id == 'b' || q.activities.exists(a, a.quarter == 1))",
      plan
    )
    var activation = try fixture.activation(program, document)
    let (_, witnesses) = program.evaluateWithWitness(&activation)
    #expect(witnesses.isEmpty)
  }

  @Test func definitionsAreComputedOnceWhenRead() throws {
    let outer = try fixture.compile("x == 4 && x + 1 == 5")
    let inner = try fixture.compile("p.no + 1")
    let (_, document) = try fixture.compile("p", plan)
    var activation = try fixture.activation(outer, document)
    let slot = try #require(outer.slot(of: "x"))
    activation.define(slot, inner)
    let value = outer.evaluate(&activation)
    guard case .bool(true) = value.payload, case .int(4) = activation[slot]?.payload else {
      Issue.record("\(value)")
      return
    }
    activation.define(slot, try fixture.compile("x + 1"))
    guard case .error = outer.evaluate(&activation).payload else {
      Issue.record("a definition that needs itself must be an error")
      return
    }
  }
}
