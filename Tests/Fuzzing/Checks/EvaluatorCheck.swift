// What must hold when an expression is evaluated: asked of each input of the fuzz target and of the inputs
// that once broke it.

public import CEL
import DocumentArena

/// What must hold of an expression on values and on records: it ends within its steps, takes no more than its
/// bound, and gives the same checked and unchecked, when it notes what decided, and part by part.
public struct EvaluatorCheck: Sendable {
  private let plans: Plans

  /// Where the expressions are evaluated.
  public var environment: Environment { plans.environment }

  /// The check with the functions of CEL's libraries.
  public static let ofLibraries = EvaluatorCheck(plans: .ofLibraries)

  /// The check with the functions and value types of the rule language.
  public static let ofRules = EvaluatorCheck(plans: .ofRules)

  /// Whether a text is an expression that the checker accepts, so that more than parsing is asked of it.
  public func isEvaluated(_ text: String) -> Bool {
    let parsed = Parser.parse(text, in: environment)
    guard parsed.problems.isEmpty, let tree = parsed.tree else { return false }
    return Checker.check(tree, in: environment).expression != nil
  }

  /// What does not hold of a text; empty when everything does, or when it is no expression.
  public func faults(of text: String) -> [String] {
    let parsed = Parser.parse(text, in: environment)
    guard parsed.problems.isEmpty, let tree = parsed.tree else { return [] }
    let unchecked = Program(unchecked: tree, in: environment)
    let program = Checker.check(tree, in: environment).expression.map {
      Program($0, in: environment)
    }
    // What names no record gives the same on every document.
    let names = ExpressionToken.all(in: text).map(\.text)
    let isOnRecords = names.contains { $0 == "p" || $0 == "plan" }
    var faults: [String] = []
    for document in isOnRecords ? plans.documents : Array(plans.documents.prefix(1)) {
      let loose = run(unchecked, on: document)
      guard let program else { continue }
      let strict = run(program, on: document)
      let bound = program.costBound().steps
      if strict.steps > bound { faults.append("\(strict.steps) steps, bound \(bound)") }
      guard isComplete(strict) else { continue }
      faults += disagreements(program, strict.text, on: document)
      if isComplete(loose), !same(strict.text, loose.text), !isZeroByType(text) {
        faults.append("checked \(strict.text), unchecked \(loose.text)")
      }
    }
    return faults
  }

  /// What came of a program, and the steps that it took.
  private typealias Outcome = (text: String, steps: UInt64)

  private func run(_ program: Program, on document: Document) -> Outcome {
    var activation = plans.activation(of: document, for: program)
    let value = program.evaluate(&activation)
    return (printed(value, on: document), activation.steps)
  }

  /// Whether there is a value, or the places that are missing.
  private func isComplete(_ outcome: Outcome) -> Bool {
    outcome.steps <= environment.limits.maxSteps && outcome.text != Self.error
  }

  private static let error = "error"

  /// A value as a literal, or the places that are missing; all errors are one.
  private func printed(_ value: Value, on document: Document) -> String {
    if case .error = value.payload { return Self.error }
    return EvaluationContext(documents: [document], environment: environment)
      .printed(literal: value)
  }

  private func same(_ first: String, _ second: String) -> Bool {
    first.utf8.elementsEqual(second.utf8)
  }

  /// Where a program gives something else when it notes what decided, or when each part is run for itself.
  private func disagreements(
    _ program: Program,
    _ text: String,
    on document: Document
  ) -> [String] {
    var faults: [String] = []
    var activation = plans.activation(of: document, for: program)
    let noted = printed(program.evaluateWithWitness(&activation).0, on: document)
    if !same(text, noted) { faults.append("\(text), and \(noted) noting what decided") }
    activation = plans.activation(of: document, for: program)
    let traced = printed(program.trace(&activation).value, on: document)
    // Part by part it takes more steps, so that it may meet the limit.
    if activation.steps <= environment.limits.maxSteps, !same(text, traced) {
      faults.append("\(text), and \(traced) part by part")
    }
    return faults
  }

  /// Whether an expression may differ without the checker: the sum of an empty list is the zero of its
  /// element type (`0`, `0u`, `0.0`, `duration("0s")`), which nobody knows without types.
  private func isZeroByType(_ text: String) -> Bool { text.contains("sum") }
}
