import CEL
import Diagnostics
import Testing

/// Steps, not seconds: how the cost grows, and where it stops.
@Suite struct EvaluationCostTests {
  private func steps(_ expression: String, _ count: Int) throws -> UInt64 {
    var environment = Environment.standard
    environment.declare(variable: "list", .list(.int))
    let parsed = Parser.parse(expression, in: environment)
    let program = Program(unchecked: try #require(parsed.tree), in: environment)
    var activation = Activation(documents: [])
    let elements = (0..<count).map { Value(.int(Int64($0))) }
    activation[try #require(program.slot(of: "list"))] = Value(.list(.elements(elements)))
    let value = program.evaluate(&activation)
    if case .error(let error) = value.payload { Issue.record("\(error.message.en)") }
    return activation.steps
  }

  @Test(arguments: [
    "list.map(x, x * 2).size()", "list.filter(x, x % 2 == 0).size()", "list.all(x, x >= 0)",
    "list.exists(x, x < 0)", "list.transformList(i, v, i + v).size()",
    "list.transformMap(i, v, v).size()", "list.map(x, x).filter(x, true).size()",
  ])
  func foldsGrowLinearly(_ expression: String) throws {
    let small = Double(try steps(expression, 1_000))
    let large = Double(try steps(expression, 4_000))
    #expect(large / small > 3.5 && large / small < 4.5, "\(expression): \(small), \(large)")
  }

  @Test func nestedFoldsStopAtTheLimit() throws {
    var environment = Environment.standard
    environment.limits.maxSteps = 10_000
    let expression =
      "[1,2,3,4,5,6,7,8,9].all(a, [1,2,3,4,5,6,7,8,9].all(b, [1,2,3,4,5,6,7,8,9]"
      + ".all(c, [1,2,3,4,5,6,7,8,9].all(d, [1,2,3,4,5,6,7,8,9].all(e, a + b + c + d + e > 0)))))"
    let tree = try #require(Parser.parse(expression, in: environment).tree)
    let program = Program(unchecked: tree, in: environment)
    var activation = Activation(documents: [])
    guard case .error(let error) = program.evaluate(&activation).payload else {
      Issue.record("the limit did not stop it")
      return
    }
    #expect(error.message.en.contains("10000 steps"))
  }

  @Test func concatenationCountsItsElements() throws {
    let small = try steps("size(list + list)", 100)
    let large = try steps("size(list + list)", 1_000)
    #expect(large - small == 1_800)
  }
}
