// A fuzz target of libFuzzer: whatever the expression, evaluating it ends within its steps, takes no
// more than its bound, and gives the same checked and unchecked. See Tests/Fuzzing/README.md.

import CEL
import DocumentArena
import ExpressionMutation

private let plans = Plans.ofTargets
private let environment = plans.environment

/// What came of a program, and the steps that it took.
private func run(_ program: Program, on document: Document) -> (text: String, steps: UInt64) {
  var activation = plans.activation(of: document, for: program)
  let value = program.evaluate(&activation)
  return (printed(value, on: document), activation.steps)
}

/// A value as a literal, or the places that are missing; all errors are one.
private func printed(_ value: Value, on document: Document) -> String {
  if case .error = value.payload { return "error" }
  return EvaluationContext(documents: [document], environment: environment).printed(literal: value)
}

/// Runs one input.
@c(LLVMFuzzerTestOneInput)
public func test(_ data: UnsafePointer<UInt8>?, _ size: Int) -> CInt {
  let text = unsafe String(decoding: UnsafeBufferPointer(start: data, count: size), as: UTF8.self)
  let parsed = Parser.parse(text, in: environment)
  guard parsed.problems.isEmpty, let tree = parsed.tree else { return 0 }
  let unchecked = Program(unchecked: tree, in: environment)
  let checked = Checker.check(tree, in: environment).expression
  // What names no record gives the same on every document.
  let names = ExpressionToken.all(in: text).map(\.text)
  let isOnRecords = names.contains { $0 == "p" || $0 == "plan" }
  for document in isOnRecords ? plans.documents : Array(plans.documents.prefix(1)) {
    let loose = run(unchecked, on: document)
    guard let checked else { continue }
    let program = Program(checked, in: environment)
    let strict = run(program, on: document)
    precondition(strict.steps <= program.costBound().steps)
    let limit = environment.limits.maxSteps
    guard strict.steps <= limit, strict.text != "error" else { continue }
    agree(program, strict.text, on: document)
    if loose.steps <= limit, loose.text != "error" {
      precondition(strict.text.utf8.elementsEqual(loose.text.utf8) || isZeroByType(text))
    }
  }
  return 0
}

/// A program gives the same when it notes what decided, and when each part is run for itself.
private func agree(_ program: Program, _ text: String, on document: Document) {
  var activation = plans.activation(of: document, for: program)
  let (value, _) = program.evaluateWithWitness(&activation)
  precondition(text.utf8.elementsEqual(printed(value, on: document).utf8))
  activation = plans.activation(of: document, for: program)
  let traced = program.trace(&activation).value
  // Part by part it takes more steps, so that it may meet the limit.
  if activation.steps <= environment.limits.maxSteps {
    precondition(text.utf8.elementsEqual(printed(traced, on: document).utf8))
  }
}

/// Whether an expression may differ without the checker: the sum of an empty list is the zero of its
/// element type (`0`, `0u`, `0.0`, `duration("0s")`), which nobody knows without types.
private func isZeroByType(_ text: String) -> Bool { text.contains("sum") }
