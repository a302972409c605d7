import CEL
import RuleCompiler
import RuleModel
import Submissions

/// Tells whether data that is missing can make an expression unknown.
enum MissingData {
  /// Whether it reads a field that may be missing, outside `has` and its like; `filled` has the paths
  /// whose absence another item already tells.
  static func matters(
    in formula: Formula,
    of rule: CompiledRule,
    filled: Set<String> = []
  ) -> Bool {
    var reading = Reading(rule: rule, safe: filled)
    return reading.matters(formula.program.checked.syntax.root)
  }

  /// The paths that an expression reads.
  static func paths(in formula: Formula) -> [String] {
    var found: [String] = []
    func look(_ expression: Expression) {
      if let path = Reading.path(expression) { return found.append(path) }
      guard case .call(_, let target, let arguments) = expression.kind else { return }
      if let target { look(target) }
      for argument in arguments { look(argument) }
    }
    look(formula.program.checked.syntax.root)
    return found
  }
}

/// The walk through one expression.
///
/// Recursive: the parser bounds the depth.
private struct Reading {
  let rule: CompiledRule
  var safe: Set<String>

  /// Functions that give a value whatever is missing.
  private static let total: Set<String> = [
    "filled", "blank", "or_empty", "not_false", "surely", "orValue",
  ]

  init(rule: CompiledRule, safe: Set<String>) {
    self.rule = rule
    self.safe = safe
  }

  /// `a.b.c` of plain selections.
  static func path(_ expression: Expression) -> String? {
    switch expression.kind {
    case .identifier(let name): name
    case .select(let operand, let field, .plain): path(operand).map { "\($0).\(field)" }
    default: nil
    }
  }

  mutating func matters(_ expression: Expression) -> Bool {
    if let path = Self.path(expression) { return matters(path: path) }
    switch expression.kind {
    case .select(_, _, .test), .select(_, _, .optional), .literal, .invalid, .identifier:
      return false
    case .select(let operand, _, .plain): return matters(operand)
    case .call(let function, let target, let arguments):
      return matters(function, target, arguments)
    case .list(let elements): return any(elements.map(\.value))
    case .map(let entries): return any(entries.flatMap { [$0.key, $0.value] })
    case .message(_, let fields): return any(fields.map(\.value))
    case .comprehension(let fold): return matters(fold)
    }
  }

  private mutating func any(_ expressions: [Expression]) -> Bool {
    for expression in expressions where matters(expression) { return true }
    return false
  }

  private mutating func matters(
    _ function: String,
    _ target: Expression?,
    _ arguments: [Expression]
  ) -> Bool {
    if Self.total.contains(function) { return false }
    // Steps and other submissions that are not there are not recorded, not supplied.
    if function == Operator.isIn, let range = arguments.last,
      case .identifier(let name) = range.kind,
      name.hasPrefix("@")
    {
      return false
    }
    let before = safe
    defer { safe = before }
    for argument in [target].compactMap(\.self) + arguments {
      if matters(argument) { return true }
      // `has(a) && a == b`, `!has(a) || a == b`, `blank(a) || …`: behind the test the field is there.
      if function == Operator.and || function == Operator.or { tested(argument) }
    }
    return false
  }

  private mutating func tested(_ expression: Expression) {
    switch expression.kind {
    case .select(let operand, let field, .test):
      if let path = Self.path(operand) { safe.insert("\(path).\(field)") }
    case .call(_, let target, let arguments):
      for argument in [target].compactMap(\.self) + arguments {
        if let path = Self.path(argument) { safe.insert(path) }
        tested(argument)
      }
    default: break
    }
  }

  private mutating func matters(_ fold: Comprehension) -> Bool {
    if matters(fold.range) { return true }
    let before = safe
    defer { safe = before }
    safe.insert(fold.variable)
    if let second = fold.secondVariable { safe.insert(second) }
    switch fold.macro {
    case .all(let body), .exists(let body), .existsOne(let body), .filter(let body):
      return matters(body)
    case .map(let filter, let transform), .transformList(let filter, let transform),
      .transformMap(let filter, let transform), .transformMapEntry(let filter, let transform):
      return any([filter, transform].compactMap(\.self))
    case nil: return false
    }
  }

  private func matters(path: String) -> Bool {
    if safe.contains(path) { return false }
    let steps = path.split(separator: ".").map(String.init)
    guard let base = steps.first else { return false }
    if base.hasPrefix("@") || ["as_of", "params", "submission", "entry", "a", "b"].contains(base) {
      return steps.count > 1 && base != "params" && base != "as_of"
    }
    if let definition = rule.rule.definitions.first(where: { $0.name == base }) {
      let slot = rule.slots[definition.name]
      guard let formula = rule.definitions.first(where: { $0.slot == slot })?.formula else {
        return true
      }
      return MissingData.matters(in: formula, of: rule, filled: safe)
    }
    guard steps.count == 1 else { return true }
    // An element itself is there; a field with a default or one that follows from the job is too.
    guard let field = rule.kind.field(base) else { return false }
    return field.defaultValue == nil && field.derivedByJob.isEmpty && !field.absentIsEmpty
      && base != "kind" && base != "job"
  }
}
