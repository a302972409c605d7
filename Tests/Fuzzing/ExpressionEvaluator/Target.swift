// A fuzz target of libFuzzer: whatever the expression, evaluating it ends within its steps, takes no
// more than its bound, and gives the same checked and unchecked. See Tests/Fuzzing/README.md.

import CEL
import Diagnostics
import SourceText

/// The environment of the target: every library, some variables, few steps.
private let environment: Environment = {
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

/// What came of a program, and the steps that it took.
private func run(_ program: Program) -> (text: String, steps: UInt64) {
  var activation = Activation(documents: [])
  let numbers = (1...3).map { Value(.int($0)) }
  let map = MapEntries([(Value(.string("a")), Value(.int(1)))])
  let values: [(String, Value.Payload)] = [
    ("i", .int(7)), ("s", .string("น้ำ")), ("l", .list(.elements(numbers))),
    ("m", .map(.entries(map))), ("x", .list(.elements(numbers))),
  ]
  for (name, payload) in values {
    if let slot = program.slot(of: name) { activation[slot] = Value(payload) }
  }
  let value = program.evaluate(&activation)
  let context = EvaluationContext(documents: [], environment: environment)
  if case .error = value.payload { return ("error", activation.steps) }
  return (context.printed(literal: value), activation.steps)
}

/// Runs one input.
@c(LLVMFuzzerTestOneInput)
public func test(_ data: UnsafePointer<UInt8>?, _ size: Int) -> CInt {
  let text = unsafe String(decoding: UnsafeBufferPointer(start: data, count: size), as: UTF8.self)
  let parsed = Parser.parse(text, in: environment)
  guard parsed.problems.isEmpty, let tree = parsed.tree else { return 0 }
  let limit = environment.limits.maxSteps
  let loose = run(Program(unchecked: tree, in: environment))
  guard let checked = Checker.check(tree, in: environment).expression else { return 0 }
  let program = Program(checked, in: environment)
  let strict = run(program)
  precondition(strict.steps <= program.costBound().steps)
  if strict.steps <= limit, loose.steps <= limit, strict.text != "error", loose.text != "error" {
    precondition(strict.text.utf8.elementsEqual(loose.text.utf8) || isZeroByType(text))
  }
  return 0
}

/// Whether an expression may differ without the checker: the sum of an empty list is the zero of its
/// element type (`0`, `0u`, `0.0`, `duration("0s")`), which nobody knows without types.
private func isZeroByType(_ text: String) -> Bool { text.contains("sum") }
