import CEL
import Diagnostics
import DocumentArena
import TestSupport
import Testing

/// Questions about one list in one pass give what they give when they are asked one by one.
@Suite struct ListPassTests {
  private let fixture = EvaluationFixture()
  private let environment: Environment

  init() {
    var environment = Environment.full
    environment.records = fixture.environment.records
    environment.opaqueTypes = fixture.environment.opaqueTypes
    environment.declare(variable: "plan", .record("plan"))
    environment.declare(variable: "p", .record("project"))
    let money = CELType.opaque("money", [])
    environment.declare(
      FunctionDeclaration(
        "total",
        [Overload("total_money", [.list(money)], money, cost: .linear, .sumBits)]
      )
    )
    self.environment = environment
  }

  private static let size = [
    "size(p.activities) > 0", "p.activities.size() < 3", "2 == size(p.activities)",
  ]
  private static let tests = [
    "p.activities.all(a, a.quarter >= 1 && a.quarter <= 4)", "p.activities.all(a, 9 > a.quarter)",
  ]
  private static let sums = [
    "sum(p.activities.map(a, a.quarter)) == p.no", "p.no == sum(p.activities.map(a, a.quarter))",
    "sum(p.activities.map(a, a.quarter)) != p.rank",
    "total(p.activities.map(a, a.cost)) == p.budget.total",
    "p.budget.total != total(p.activities.map(a, a.cost))",
  ]

  private static let activities = [
    "[{quarter: 1, cost: 5}, {quarter: 4, cost: 7}]", "[{cost: 5, note: n, quarter: 5}]",
    "[{quarter: 1, cost: 5}, {note: {quarter: 2}, quarter: 9}, {quarter: 4, cost: x}]",
    "[{quarter: 2}, {quarter: 9, cost: 1}]", "[{cost: 1}, {quarter: 9, cost: 1}]",
    "[{quarter: 0x4, cost: 5}, {quarter: '1', cost: 7}, {quarter: ' '}]",
    "[{quarter: 1, cost: 9223372036854775807}, {quarter: 4, cost: 1}]",
    "[1, {quarter: 2, cost: 3}]", "[null]", "{quarter: 1}", "[]", "''", "null",
  ]
  private static let others = [
    "no: 5, budget: {total: 12}", "no: x", "budget: {}", "no: 9, rank: 5",
  ]

  private func compile(_ expression: String) throws -> Program {
    let tree = try #require(Parser.parse(expression, in: environment).tree)
    return Program(try #require(Checker.check(tree, in: environment).expression), in: environment)
  }

  /// The value, the steps and the deciding elements as one text.
  private func outcome(_ program: Program, _ document: Document) throws -> String {
    var activation = try fixture.activation(program, document)
    let (value, witnesses) = program.evaluateWithWitness(&activation)
    let context = EvaluationContext(documents: [document], environment: environment)
    let elements = witnesses.map { "\($0.index) \($0.origin?.node.rawValue ?? 0)" }
    return "\(context.printed(literal: value)), \(activation.steps) steps, \(elements)"
  }

  private func documents() throws -> [Document] {
    var texts = ["projects: [{no: 5}]", "title: x"]
    for list in Self.activities {
      for other in Self.others { texts.append("projects: [{activities: \(list), \(other)}]") }
    }
    return try texts.map { try yaml($0, keys: fixture.keys) }
  }

  /// `true` between the questions keeps them apart and costs no step.
  @Test(arguments: size + [""], tests + [""])
  func agreesWithTheQuestionsOneByOne(_ size: String, _ test: String) throws {
    let documents = try documents()
    for sum in Self.sums + [""] {
      let parts = [size, test, sum].filter { !$0.isEmpty }
      guard parts.count > 1 else { continue }
      let together = try compile(parts.joined(separator: " && "))
      let apart = try compile(parts.joined(separator: " && true && "))
      for (index, document) in documents.enumerated() {
        let found = try outcome(together, document)
        let expected = try outcome(apart, document)
        #expect(found == expected, "\(parts) on document \(index)")
      }
    }
  }

  private func value(_ expression: String, _ document: Document, within limit: Int) throws -> String
  {
    var limited = environment
    limited.limits.maxSteps = UInt64(limit)
    let tree = try #require(Parser.parse(expression, in: limited).tree)
    let checked = try #require(Checker.check(tree, in: limited).expression)
    let program = Program(checked, in: limited)
    var activation = try fixture.activation(program, document)
    let context = EvaluationContext(documents: [document], environment: limited)
    return context.printed(literal: program.evaluate(&activation))
  }

  @Test func theStepLimitStopsThePassAsItStopsTheQuestions() throws {
    let questions = [Self.size[0], Self.tests[0], Self.sums[0]]
    let text = "projects: [{no: 3, activities: [{quarter: 1}, {quarter: 2}]}]"
    let document = try yaml(text, keys: fixture.keys)
    var values: Set<String> = []
    for limit in 1...25 {
      let together = try value(questions.joined(separator: " && "), document, within: limit)
      let apart = try value(questions.joined(separator: " && true && "), document, within: limit)
      #expect(together == apart, "\(limit) steps")
      values.insert(together)
    }
    #expect(values.contains("true"))
  }

  private func projects(_ document: Document) throws -> [NodeReference] {
    let list = try #require(document.child(of: document.root, "projects"))
    return document.children(of: list).map { NodeReference(document: 0, node: $0) }
  }

  @Test func aVariableMovesFromRecordToRecord() throws {
    let program = try compile("p.no == 2")
    let document = try yaml("projects: [{no: 1}, {no: 2}]", keys: fixture.keys)
    let slot = try #require(program.slot(of: "p"))
    var activation = Activation(documents: [document])
    let nodes = try projects(document)
    let movesNothing = activation.move(slot, to: nodes[0])
    #expect(!movesNothing, "no record stands there yet")
    activation[slot] = Value(.record(type: "project"), origin: nodes[0])
    var results: [Bool] = []
    for node in nodes {
      activation.move(slot, to: node)
      #expect(activation[slot]?.origin == node)
      if case .bool(let holds) = program.evaluate(&activation).payload { results.append(holds) }
    }
    #expect(results == [false, true])
  }

  @Test func aValueThatTheHostMakesIsMadeOnlyWhenItIsRead() throws {
    let program = try compile("p.no > 5 && size(plan.projects) > 1")
    let document = try yaml("projects: [{no: 1}, {no: 9}]", keys: fixture.keys)
    let plan = try #require(program.slot(of: "plan"))
    let p = try #require(program.slot(of: "p"))
    var activation = try fixture.activation(program, document)
    let root = NodeReference(document: 0, node: document.root)
    activation.define(plan) { Value(.record(type: "plan"), origin: root) }
    _ = program.evaluate(&activation)
    #expect(activation[plan]?.origin == nil, "the number decides")
    activation.move(p, to: try projects(document)[1])
    guard case .bool(true) = program.evaluate(&activation).payload else {
      Issue.record("the value was not made")
      return
    }
    #expect(activation[plan]?.origin == root)
  }
}
