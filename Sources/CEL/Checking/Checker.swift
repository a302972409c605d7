import Diagnostics
import SourceText

/// What checking gave.
public struct CheckResult: Sendable {
  /// The checked expression; nil when there are problems.
  public let expression: CheckedExpression?

  /// What is wrong, in the order of the places.
  public let problems: [ExpressionProblem]

  /// Makes a result.
  public init(expression: CheckedExpression?, problems: [ExpressionProblem]) {
    self.expression = expression
    self.problems = problems
  }
}

/// Finds the types of an expression and what its names refer to.
///
/// One pass over the tree; a part that is wrong gets the type `error`, which fits everywhere, so that
/// one mistake gives one problem. Source: CEL specification, "Gradual Type Checking".
public struct Checker {
  let tree: SyntaxTree
  var names: NameTable
  var mapping = TypeMapping()
  var types = ExpressionMap<CELType>()
  var references = ExpressionMap<CheckedExpression.Reference>()
  var problems = ProblemList()

  /// Comparisons by what `!` stands before on their left.
  var negated: [ExpressionID: Expression] = [:]

  /// Checks a tree against an environment; with `expected`, also the type of the whole.
  public static func check(
    _ tree: SyntaxTree,
    in environment: Environment,
    expecting expected: CELType? = nil
  ) -> CheckResult {
    var checker = Checker(tree: tree, names: NameTable(environment))
    let type = checker.visit(tree.root)
    if let expected, !checker.mapping.assign([type], to: [expected]) {
      checker.report(
        .celTypeMismatch,
        tree.root,
        CheckMessage.result(checker.words(type), expected: checker.words(expected)),
        help: expected == .bool ? checker.presenceHelp(tree.root) : nil
      )
    }
    let problems = checker.problems.sorted(limit: environment.limits.maxDiagnostics)
    guard problems.isEmpty else { return CheckResult(expression: nil, problems: problems) }
    let mapping = checker.mapping
    let types = checker.types.mapValues { mapping.substitute($0, unknownAsDyn: true) }
    let expression = CheckedExpression(
      syntax: tree,
      types: types,
      references: checker.references
    )
    return CheckResult(expression: expression, problems: [])
  }

  private init(tree: SyntaxTree, names: NameTable) {
    self.tree = tree
    self.names = names
  }

  // MARK: Problems

  func span(_ expression: Expression) -> SourceSpan {
    tree.spans[expression.id] ?? SourceSpan(start: 0, end: 0)
  }

  mutating func report(
    _ code: DiagnosticCode,
    _ expression: Expression,
    _ message: LocalizedText,
    help: LocalizedText? = nil
  ) {
    report(code, span(expression), message, help: help)
  }

  mutating func report(
    _ code: DiagnosticCode,
    _ place: SourceSpan,
    _ message: LocalizedText,
    help: LocalizedText? = nil
  ) {
    problems.add(ExpressionProblem(code, at: place, message, help: help))
  }

  /// A type in words as part of a sentence, with what is known so far.
  func words(_ type: CELType) -> LocalizedText {
    mapping.substitute(type, unknownAsDyn: true).phrase(names.environment.typeLabels)
  }

  // MARK: Nodes

  /// Checks a node; returns its type with what is known so far.
  mutating func visit(_ expression: Expression) -> CELType {
    let type: CELType
    switch expression.kind {
    case .literal(let literal): type = literal.type
    case .identifier(let name): type = identifier(name, expression)
    case .select(let operand, let field, let mode):
      type = selection(expression, operand, field, mode)
    case .call(let function, let target, let arguments):
      type = call(expression, function, target, arguments)
    case .list(let elements): type = list(elements)
    case .map(let entries): type = map(entries)
    case .message(let name, let fields): type = message(expression, name, fields)
    case .comprehension(let fold): type = comprehension(fold)
    case .invalid: type = .error
    }
    types[expression.id] = type
    return type
  }

  private mutating func identifier(_ name: String, _ expression: Expression) -> CELType {
    if let type = names.local(name) {
      references[expression.id] = .variable(name)
      return type
    }
    if let found = names.lookUp(name) {
      references[expression.id] = found.reference
      return found.type
    }
    reportUnknownName(name, expression)
    return .error
  }

  private mutating func list(_ elements: [Expression.ListElement]) -> CELType {
    var joined: CELType?
    for element in elements {
      var type = visit(element.value)
      if element.isOptional { type = unwrapped(type, element.value) }
      joined = mapping.join(joined, type)
    }
    return .list(joined ?? mapping.freshVariable())
  }

  private mutating func map(_ entries: [Expression.MapEntry]) -> CELType {
    var joinedKey: CELType?
    var joinedValue: CELType?
    for entry in entries {
      let key = visit(entry.key)
      switch mapping.substitute(key) {
      case .list, .map, .optional, .type, .record:
        report(
          .celTypeMismatch,
          entry.key,
          CheckMessage.mapKey(words(key))
        )
        joinedKey = .error
      default:
        joinedKey = mapping.join(joinedKey, key)
      }
      var value = visit(entry.value)
      if entry.isOptional { value = unwrapped(value, entry.value) }
      joinedValue = mapping.join(joinedValue, value)
    }
    return .map(joinedKey ?? mapping.freshVariable(), joinedValue ?? mapping.freshVariable())
  }

  /// The type inside an optional that is written with `?`.
  private mutating func unwrapped(_ type: CELType, _ expression: Expression) -> CELType {
    let known = mapping.substitute(type)
    if case .optional(let inner) = known { return inner }
    if known.isDynamic { return .dyn }
    let inner = mapping.freshVariable()
    if mapping.assign([type], to: [.optional(inner)]), known != .null { return inner }
    report(
      .celTypeMismatch,
      expression,
      CheckMessage.needsOptional(words(type))
    )
    return .error
  }

  private mutating func message(
    _ expression: Expression,
    _ name: String,
    _ fields: [Expression.MessageField]
  ) -> CELType {
    for field in fields { _ = visit(field.value) }
    let isKnown = names.environment.candidates(name).contains {
      names.environment.records[$0] != nil
    }
    report(
      .celMessage,
      expression,
      isKnown ? CheckMessage.recordLiteral(name) : CheckMessage.unknownMessage(name)
    )
    return .error
  }

  private mutating func comprehension(_ fold: Comprehension) -> CELType {
    let rangeType = mapping.substitute(visit(fold.range))
    let accumulatorType = visit(fold.initial)
    var variables: [String: CELType] = [:]
    var possible: [String: [CELType]] = [:]
    switch rangeType {
    case .list(let element):
      variables = elementVariables(fold, first: .int, value: element)
      if element == .dyn { possible[fold.elementVariable] = possibleElements(of: fold) }
    case .map(let key, let value):
      variables = [fold.variable: key]
      if let second = fold.secondVariable { variables[second] = value }
    case .dyn, .error, .parameter:
      _ = mapping.assign([.dyn], to: [rangeType])
      variables = elementVariables(fold, first: .dyn, value: .dyn)
      possible[fold.elementVariable] = possibleElements(of: fold)
    default:
      report(
        .celNotIterable,
        fold.range,
        CheckMessage.notIterable(words(rangeType))
      )
      variables = elementVariables(fold, first: .error, value: .error)
    }
    names.enter([fold.accumulator: accumulatorType])
    names.enter(variables, possible: possible)
    requireBool(visit(fold.condition), fold.condition)
    let stepType = visit(fold.step)
    if !mapping.assign([stepType], to: [accumulatorType]) {
      report(
        .celTypeMismatch,
        fold.step,
        CheckMessage.result(words(stepType), expected: words(accumulatorType))
      )
    }
    names.leave()
    let result = visit(fold.result)
    names.leave()
    return mapping.substitute(result)
  }

  /// What the elements can be that a fold goes through; of a map with one variable these are the keys.
  private func possibleElements(of fold: Comprehension) -> [CELType]? {
    possibleElements(fold.range, ofMaps: fold.secondVariable != nil)
  }

  private func elementVariables(
    _ fold: Comprehension,
    first: CELType,
    value: CELType
  ) -> [String: CELType] {
    guard let second = fold.secondVariable else { return [fold.variable: value] }
    return [fold.variable: first, second: value]
  }

  /// Reports a part that must be a truth value and is not; whether it is one.
  @discardableResult
  mutating func requireBool(
    _ type: CELType,
    _ expression: Expression,
    help: (Checker) -> LocalizedText? = { _ in nil }
  ) -> Bool {
    if mapping.assign([type], to: [.bool]) { return true }
    report(
      .celTypeMismatch,
      expression,
      CheckMessage.needsBool(words(type)),
      help: help(self) ?? presenceHelp(expression)
    )
    return false
  }
}

extension Comprehension {
  /// The variable that holds an element of the list, or a value of the map: the second one of two.
  fileprivate var elementVariable: String { secondVariable ?? variable }
}
