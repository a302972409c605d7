import CEL
import Testing

/// Missing data: truth tables of our own, since the public suite has none.
@Suite struct EvaluationUnknownTests {
  private let fixture = EvaluationFixture()

  /// `p.id` and `p.tags` are missing; `p.years` cannot be read; `p.no` is 3.
  private let plan = """
    projects:
      - no: 3
        years: many
        ratio: null
        activities: [{quarter: 1, cost: 5}, {cost: lots}, {quarter: 4}]
    """

  private static let u = "unknown: projects[0].id"
  private static let w = "unknown: projects[0].tags"

  /// T true, F false, U and W unknown, E and G errors.
  private static let operands: [(name: String, text: String)] = [
    ("T", "(p.no == 3)"), ("F", "(p.no == 4)"), ("U", "(p.id == 'x')"),
    ("W", "(size(p.tags) == 1)"),
    ("E", "(1 / (p.no - 3) == 1)"), ("G", "(p.no % (p.no - 3) == 1)"),
  ]

  private func value(_ expression: String) throws -> String {
    var text = expression
    for (name, operand) in Self.operands { text = text.replacing(name, with: operand) }
    let value = try fixture.text(text, on: plan)
    switch value {
    case "true": return "T"
    case "false": return "F"
    case Self.u: return "U"
    case Self.w: return "W"
    case Self.u + ", projects[0].tags": return "UW"
    case Self.w + ", projects[0].id": return "WU"
    case "error: division by zero": return "E"
    case "error: modulus by zero": return "G"
    default: return value
    }
  }

  @Test(arguments: [
    // A deciding operand wins on either side.
    ("F && U", "F"), ("U && F", "F"), ("F && E", "F"), ("E && F", "F"),
    ("T || U", "T"), ("U || T", "T"), ("T || E", "T"), ("E || T", "T"),
    // Otherwise unknowns win over errors, merged in order.
    ("T && U", "U"), ("U && T", "U"), ("U && E", "U"), ("E && U", "U"), ("U && W", "UW"),
    ("W && U", "WU"), ("U && U", "U"), ("F || U", "U"), ("U || F", "U"), ("E || W", "W"),
    ("W || E || U", "WU"),
    // Otherwise the first error.
    ("T && E", "E"), ("E && T", "E"), ("E && G", "E"), ("G || E", "G"), ("F || G", "G"),
    // Chains.
    ("T && U && T && F", "F"), ("E && U && T && W", "UW"), ("F || E || U || T", "T"),
    ("T && T && T", "T"), ("F || F || F", "F"), ("E || F || G", "E"),
    // Negation and the conditional.
    ("!U", "U"), ("!E", "E"), ("U ? T : T", "U"), ("E ? T : T", "E"), ("T ? U : E", "U"),
    ("F ? E : T", "T"), ("F ? T : G", "G"),
  ])
  func logicFollowsKleene(_ expression: String, _ expected: String) throws {
    #expect(try value(expression) == expected, "\(expression)")
  }

  @Test(arguments: [
    // Strict functions merge the unknowns of all arguments, which win over errors.
    ("p.id + p.budget.source == 'x'", "unknown: projects[0].id, projects[0].budget.source"),
    ("1 / (p.no - 3) == p.rank + size(p.tags)", "unknown: projects[0].tags"),
    ("[p.id, p.tags, p.id] == []", "unknown: projects[0].id, projects[0].tags"),
    ("{'a': p.id, 'b': p.tags} == {}", "unknown: projects[0].id, projects[0].tags"),
    ("p.tags[p.budget.total > 1 ? 0 : 1]", "unknown: projects[0].tags, projects[0].budget.total"),
    ("p.id in [p.budget.source]", "unknown: projects[0].id, projects[0].budget.source"),
    ("-p.extra", "unknown: projects[0].extra"),
    ("sum([p.budget.total])", "unknown: projects[0].budget.total"),
    ("p.budget.total + p.budget.total", "unknown: projects[0].budget.total"),
    ("p.id.startsWith('a')", "unknown: projects[0].id"),
    ("p.tags.all(t, t == 'a')", "unknown: projects[0].tags"),
    // The full path asked for, though its parent is missing already.
    ("p.budget.total > 5", "unknown: projects[0].budget.total"),
    ("p.extra.a.b.c", "unknown: projects[0].extra.a.b.c"),
    ("p.tags[2]", "unknown: projects[0].tags[2]"),
    ("p.extra['ก'].x", "unknown: projects[0].extra.ก.x"),
    ("cel.bind(b, p.budget, b.total)", "unknown: projects[0].budget.total"),
    // The parts of a choice are not parts of what is selected.
    ("(p.done ? p.budget : p.budget).total", "unknown: projects[0].done"),
    // Null is absent; what cannot be read is unknown at its place and does not grow.
    ("p.ratio > 1.0", "unknown: projects[0].ratio"),
    ("p.years[0]", "unknown: projects[0].years"),
    ("size(p.years)", "unknown: projects[0].years"),
    ("p.activities[1].cost", "unknown: projects[0].activities[1].cost"),
    // An empty list where that counts as absent.
    ("plan.title + plan.title", "unknown: title"),
  ])
  func namesWhatIsMissing(_ expression: String, _ expected: String) throws {
    #expect(try fixture.text(expression, on: plan) == expected, "\(expression)")
  }

  @Test(arguments: [
    // all and exists fold as && and || do.
    ("p.activities.all(a, a.quarter > 1)", "false"),
    ("p.activities.exists(a, a.quarter == 4)", "true"),
    ("p.activities.all(a, a.quarter > 0)", "unknown: projects[0].activities[1].quarter"),
    ("p.activities.exists(a, a.quarter == 9)", "unknown: projects[0].activities[1].quarter"),
    ("p.activities.all(a, 1 / (a.quarter - 1) == 9)", "false"),
    ("p.activities.all(a, 6 / (a.quarter - 1) == 2)", "unknown: projects[0].activities[1].quarter"),
    ("[0, 1, 2].exists(i, 2 / i == 1)", "true"),
    ("[0, 1].exists(i, 2 / i == 1)", "error: division by zero"),
    // The others are strict in their predicate.
    ("p.activities.exists_one(a, a.quarter == 1)", "unknown: projects[0].activities[1].quarter"),
    ("p.activities.filter(a, a.quarter == 1)", "unknown: projects[0].activities[1].quarter"),
    (
      "p.activities.map(a, a.cost)",
      "unknown: projects[0].activities[1].cost, projects[0].activities[2].cost"
    ),
    ("p.activities.map(a, has(a.quarter), a.quarter)", "[1, 4]"),
    ("p.activities.map(a, 1 / 0 == a.quarter)", "unknown: projects[0].activities[1].quarter"),
    ("[1, 0].map(i, 2 / i)", "error: division by zero"),
    ("p.activities.filter(a, 1 / 0 == 1)", "error: division by zero"),
  ])
  func foldsFollowTheirRules(_ expression: String, _ expected: String) throws {
    #expect(try fixture.text(expression, on: plan) == expected, "\(expression)")
  }

  @Test(arguments: [
    ("has(p.id)", "false"), ("has(p.no)", "true"), ("has(p.ratio)", "false"),
    ("has(p.years)", "true"), ("has(p.budget.total)", "unknown: projects[0].budget.total"),
    ("has(p.activities[1].cost)", "true"), ("has(p.activities[1].quarter)", "false"),
    ("p.?id.orValue('none')", "\"none\""), ("p.?budget.?total.hasValue()", "false"),
    ("p.?years.hasValue()", "unknown: projects[0].years"),
    ("filled(p.id)", "false"), ("filled(p.years)", "true"), ("filled(p.no)", "true"),
    ("p.extra.a == 1 || has(p.no)", "true"),
    ("{'a': 1}.b == 1 || p.id == 'x'", "unknown: projects[0].id"),
    ("{'a': 1}.b == 1", "error: no such key: b"),
  ])
  func presenceIsNeverUnknownForTheFieldItself(_ expression: String, _ expected: String) throws {
    #expect(try fixture.text(expression, on: plan) == expected, "\(expression)")
  }

  @Test func anEmptyListMayCountAsAbsent() throws {
    #expect(
      try fixture.text("plan.projects.all(q, false)", on: "projects: []") == "unknown: projects"
    )
    #expect(try fixture.text("has(plan.projects)", on: "projects: []") == "false")
    #expect(try fixture.text("plan.comments.all(c, false)", on: "comments: []") == "true")
  }

  @Test(arguments: [
    ("p.id == ''", "unknown: projects[0].id"), ("has(p.id)", "false"), ("p.tags == ['']", "true"),
    ("p.?id.orValue('none')", "\"none\""), ("p.no > 1", "unknown: projects[0].no"),
    ("p.id in ['a', '']", "unknown: projects[0].id"),
    ("p.budget.total > 1", "unknown: projects[0].budget.total"),
  ])
  func aTextThatSaysNothingIsAbsent(_ expression: String, _ expected: String) throws {
    let blank = "projects: [{id: '  ', no: '', tags: [''], budget: {total: ' '}}]"
    #expect(try fixture.text(expression, on: blank) == expected, "\(expression)")
  }

  /// Tracing runs the general forms: missing data must come out the same.
  @Test(arguments: [
    "p.id == 'x' && p.tags == []", "p.budget.total > 5", "p.activities.all(a, a.quarter > 0)",
    "p.activities.map(a, a.cost)", "p.years[0]", "p.tags[2]", "!p.done", "p.ratio + 1.0",
  ])
  func tracingSeesTheSameGaps(_ expression: String) throws {
    let (program, document) = try fixture.compile(expression, plan)
    var activation = try fixture.activation(program, document)
    let context = EvaluationContext(documents: [document], environment: fixture.environment)
    let fast = context.printed(literal: program.evaluate(&activation))
    #expect(fast.hasPrefix("unknown: "))
    #expect(fast == context.printed(literal: program.trace(&activation).value))
  }
}
