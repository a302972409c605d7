import CEL
import Diagnostics
import DocumentArena
import TestSupport
import Testing

/// The short way through lists of records gives what the long way gives.
@Suite struct FieldLoopTests {
  private let fixture = EvaluationFixture()

  private static let documents = [
    "projects: [{activities: [{quarter: 1, cost: 5}, {quarter: 4, cost: 7}]}]",
    "projects: [{activities: [{quarter: 1, cost: 5}, {quarter: 9}, {quarter: 4, cost: x}]}]",
    "projects: [{activities: [{cost: 5}, {quarter: 9, cost: 1}]}]",
    "projects: [{activities: [{quarter: -3, cost: 5}, {quarter: 0x10, cost: 1}, {quarter: '2'}]}]",
    "projects: [{activities: [{quarter: 9223372036854775807}, {quarter: 99999999999999999999}]}]",
    "projects: [{activities: [1, {quarter: 2, cost: 3}, null]}]",
    "projects: [{activities: {quarter: 1}}]", "projects: [{activities: []}]", "projects: [{no: 3}]",
  ]

  @Test(arguments: [
    "p.activities.all(a, a.quarter >= 1 && a.quarter <= 4)",
    "p.activities.all(a, 1 <= a.quarter && 4 >= a.quarter)",
    "p.activities.all(a, a.quarter > 0 && a.quarter < 5 && a.quarter > -7)",
    "p.activities.exists(a, a.quarter == 9)", "p.activities.exists(a, 9 == a.quarter)",
    "p.activities.exists(a, a.quarter > 4 && a.quarter < 3)",
    "p.activities.all(a, a.quarter <= 9223372036854775807)",
    "p.activities.exists(a, a.quarter > 9223372036854775807)",
    "p.activities.all(a, a.quarter != 9)", "p.activities.exists_one(a, a.quarter == 9)",
    "sum(p.activities.map(a, a.cost)) == p.budget.total", "size(p.activities) > 1",
    "sum(p.activities.map(a, a.quarter > 1, a.cost)) == p.budget.total",
    "p.activities.filter(a, a.quarter >= 2).size() == 1",
  ])
  func agreesWithTheFormsThatAreNotFused(_ expression: String) throws {
    try fixture.expectAgreement(of: expression, on: Self.documents)
  }

  @Test func theWitnessIsTheElementThatDecided() throws {
    let text = "projects: [{activities: [{quarter: 1}, {quarter: 9}, {quarter: 8}]}]"
    let (program, document) = try fixture.compile("p.activities.all(a, a.quarter < 5)", text)
    var activation = try fixture.activation(program, document)
    let (value, witnesses) = program.evaluateWithWitness(&activation)
    guard case .bool(false) = value.payload else {
      Issue.record("\(value)")
      return
    }
    #expect(witnesses.map(\.index) == [1])
    let node = try #require(witnesses.first?.origin?.node)
    #expect(document.path(of: node).description == "projects[0].activities[1]")
  }

  /// `|| false` keeps the test from being fused and costs no step.
  @Test func countsTheStepsOfTheLongWay() throws {
    let text = "projects: [{activities: [{quarter: 1}, {quarter: 2}, {quarter: 3}]}]"
    func steps(_ expression: String) throws -> UInt64 {
      let (program, document) = try fixture.compile(expression, text)
      var activation = try fixture.activation(program, document)
      _ = program.evaluate(&activation)
      return activation.steps
    }
    #expect(
      try steps("p.activities.all(a, a.quarter < 5)")
        == steps("p.activities.all(a, a.quarter < 5 || false)")
    )
    #expect(
      try steps("p.activities.all(a, a.quarter < 5 && a.quarter > 0)")
        == steps("p.activities.all(a, (a.quarter < 5 || false) && a.quarter > 0)")
    )
  }

  @Test(arguments: [
    "p.activities.all(a, a.quarter < 5)", "sum(p.activities.map(a, a.quarter)) > 0",
  ])
  func theStepLimitStopsTheShortWay(_ expression: String) throws {
    var environment = Environment.full
    environment.records = fixture.environment.records
    environment.opaqueTypes = fixture.environment.opaqueTypes
    environment.declare(variable: "p", .record("project"))
    environment.limits.maxSteps = 100
    let items = Array(repeating: "{quarter: 1}", count: 60).joined(separator: ", ")
    let document = try yaml("projects: [{activities: [\(items)]}]", keys: fixture.keys)
    let tree = try #require(Parser.parse(expression, in: environment).tree)
    let checked = try #require(Checker.check(tree, in: environment).expression)
    let program = Program(checked, in: environment)
    var activation = Activation(documents: [document])
    let list = try #require(document.child(of: document.root, "projects"))
    let first = try #require(Array(document.children(of: list)).first)
    activation[try #require(program.slot(of: "p"))] = Value(
      .record(type: "project"),
      origin: NodeReference(document: 0, node: first)
    )
    guard case .error(let error) = program.evaluate(&activation).payload else {
      Issue.record("the limit did not stop it")
      return
    }
    #expect(error.message.en.contains("100 steps"))
  }
}
