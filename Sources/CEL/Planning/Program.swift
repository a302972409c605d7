import SourceText

/// A checked expression compiled to typed closures; evaluate it any number of times.
///
/// A value that can be shared between threads. Variables stand in slots: the variables of the
/// environment in the order of their names (UTF-8), so all programs of one environment agree on them.
public struct Program: Sendable {
  /// The variables by slot.
  public var names: [String] { plan.names }

  /// The expression that was compiled.
  public var checked: CheckedExpression { plan.checked }

  var environment: Environment { plan.environment }
  var schema: Schema { plan.schema }
  var slotCount: Int { plan.slotCount }
  var maxSteps: UInt64 { plan.maxSteps }
  private let plan: Plan

  /// Compiles an expression.
  ///
  /// Names and calls that the checker did not resolve (or all, in an unchecked tree) are resolved
  /// here by the specification's rules, and dispatched by the types of values when it runs.
  public init(_ checked: CheckedExpression, in environment: Environment) {
    self.init(checked, in: environment, tracing: false)
  }

  /// Compiles an expression; `names` are the variables of the environment by slot, as
  /// ``Environment/variablesBySlot`` gives them, for hosts with many expressions in one environment.
  package init(_ checked: CheckedExpression, in environment: Environment, names: [String]) {
    plan = Plan(checked, in: environment, tracing: false, names: names)
  }

  init(_ checked: CheckedExpression, in environment: Environment, tracing: Bool) {
    plan = Plan(
      checked,
      in: environment,
      tracing: tracing,
      names: environment.variablesBySlot
    )
  }

  /// Compiles a tree that was not checked.
  public init(unchecked tree: SyntaxTree, in environment: Environment) {
    self.init(
      CheckedExpression(syntax: tree, types: ExpressionMap(), references: ExpressionMap()),
      in: environment
    )
  }

  /// The slot of a variable, nil when the environment has no such variable.
  public func slot(of name: String) -> Int? {
    Self.slot(of: name, in: names)
  }

  /// The slot of a variable among names that are sorted as ``Environment/variablesBySlot`` sorts them.
  static func slot(of name: String, in names: [String]) -> Int? {
    SortedSearch.place(of: name, in: names.count) { names[$0] }
  }

  /// The value of the expression; unknown and errors are values too.
  ///
  /// The steps add up in the activation, so one limit can bound many evaluations; set
  /// ``Activation/steps`` to 0 to begin anew.
  public func evaluate(_ activation: inout Activation) -> Value {
    activation.prepare(for: self)
    let value: Value
    do throws(Stop) {
      value =
        plan.isTest
        ? Value(.bool(try plan.test.run(&activation))) : try plan.run(&activation)
    } catch {
      value = error.value
    }
    // No operand that decides absorbs the limit: what took too long has no value.
    if activation.steps > maxSteps { return Value(.error(.stepLimit(maxSteps))) }
    return value
  }

  /// The value, and the elements that decided the folds on the way to it.
  ///
  /// A fold that did not end early (all elements passed, none existed) has no witness and drops
  /// those of folds inside it. Witnesses of nested folds come innermost first; those of operands in
  /// their order. So of `projects.all(p, p.lines.all(l, …))` the first is the line, the second the
  /// project.
  public func evaluateWithWitness(_ activation: inout Activation) -> (Value, [Witness]) {
    activation.witnesses = []
    activation.recordsWitnesses = true
    defer { activation.recordsWitnesses = false }
    let value = evaluate(&activation)
    return (value, activation.witnesses)
  }

  /// The value, and the value of each subexpression that was evaluated, for explanations.
  ///
  /// In a fold the values are those of the deciding element where it ended early, else of the first that
  /// was unknown or failed, else of the last. Slower: the expression is compiled anew without fused steps.
  public func trace(_ activation: inout Activation) -> (value: Value, parts: [ExpressionID: Value])
  {
    let traced = Program(checked, in: plan.environment, tracing: true)
    activation.trace = [:]
    defer { activation.trace = nil }
    let value = traced.evaluate(&activation)
    return (value, activation.trace ?? [:])
  }

  /// The same program without fused steps, for ``log(_:)``.
  package func tracing() -> Program { Program(checked, in: plan.environment, tracing: true) }

  /// Tells compiled programs apart.
  package var identity: ObjectIdentifier { ObjectIdentifier(plan) }

  /// The value, and the values of all subexpressions in the order in which they were evaluated, with
  /// every element of a fold; the program must come from ``tracing()``.
  package func log(
    _ activation: inout Activation
  ) -> (value: Value, log: [(id: ExpressionID, value: Value)]) {
    activation.log = []
    defer { activation.log = nil }
    let value = evaluate(&activation)
    return (value, activation.log ?? [])
  }
}

/// What a program is made of; a class, so that a program costs one reference wherever it is passed.
private final class Plan: Sendable {
  let names: [String]
  let checked: CheckedExpression
  let environment: Environment
  let schema: Schema
  let slotCount: Int
  let maxSteps: UInt64
  let run: Run<Value>

  /// The same where it gives a truth value; no optional, so that no reference is counted.
  let test: BoolRun
  let isTest: Bool

  init(
    _ checked: CheckedExpression,
    in environment: Environment,
    tracing: Bool,
    names: [String]
  ) {
    var planner = Planner(checked, environment, tracing: tracing, names: names)
    self.names = names
    self.checked = checked
    self.environment = environment
    schema = planner.schema
    maxSteps = environment.limits.maxSteps
    let code = planner.plan(checked.syntax.root)
    run = code.value
    isTest = code.bool != nil
    test = code.bool ?? BoolRun { _ in false }
    slotCount = planner.slotCount
  }
}
