import CEL
import Diagnostics
import DocumentArena
public import Findings
public import RuleCompiler
import PlanValues
import RuleModel
import SourceText
public import Submissions

/// Shows how the value of an expression comes about.
public enum ExpressionTracer {
  /// Evaluates an expression on a submission and tells the value of each of its parts.
  ///
  /// In a fold the values are those of the deciding element where it ended early, else of the first that was
  /// unknown or failed, else of the last.
  public static func trace(
    _ expression: LoneExpression,
    on submission: Submission,
    docket: [Submission] = [],
    settings: EvaluationSettings,
    context: RuleSetContext
  ) -> ExpressionTrace {
    let scope = SubmissionScope(
      submission,
      docket: docket,
      settings: settings,
      context: context
    )
    var run = RuleRun(expression.rule, scope: scope)
    let (value, parts) = expression.formula.program.trace(&run.activation)
    var tree = TraceTree(expression.formula, expression.source, scope, parts)
    return tree.trace(expression.formula.program.checked.syntax.root, value)
  }

  /// The value of each part of a formula with the variables of a run as they are.
  static func trace(_ formula: Formula, in run: RuleRun) -> ExpressionTrace {
    var activation = run.activation
    let (value, parts) = formula.program.trace(&activation)
    let syntax = formula.program.checked.syntax
    let source = SourceFile(name: run.compiled.rule.document.source.name, text: syntax.source)
    var tree = TraceTree(formula, source, run.scope, parts)
    return tree.trace(syntax.root, value)
  }
}

/// The tree of a traced expression.
private struct TraceTree {
  let scope: SubmissionScope
  let checked: CheckedExpression
  let labels: [String: LocalizedText]
  let values: [ExpressionID: Value]
  let lines: LineIndex
  let file: String
  let root: ExpressionID
  let shape: FieldShape?

  /// What the variables of folds are, innermost last.
  var locals: [(name: String, shape: FieldShape?)] = []

  init(
    _ formula: Formula,
    _ source: SourceFile,
    _ scope: SubmissionScope,
    _ values: [ExpressionID: Value]
  ) {
    self.scope = scope
    checked = formula.program.checked
    labels = scope.rules.base.typeLabels
    self.values = values
    lines = LineIndex(source)
    file = source.name
    root = checked.syntax.root.id
    shape = formula.shape
  }

  mutating func trace(_ expression: Expression, _ value: Value?) -> ExpressionTrace {
    let own =
      expression.id == root ? shape ?? self.shape(of: expression) : self.shape(of: expression)
    let text = self.text(of: expression)
    let place = self.place(of: expression)
    // What a macro made of a call stands at the place of the call and is not shown beside it.
    let parts = self.parts(of: expression).flatMap { part in
      part.text == text && part.place == place ? part.parts : [part]
    }
    let type = checked.types[expression.id] ?? .dyn
    let missing = value?.unknown?.missing.map { scope.context.path(of: $0) } ?? []
    return ExpressionTrace(
      text: text,
      place: place,
      type: type.words(labels),
      outcome: Self.outcome(of: value),
      value: value.map { literal($0) } ?? "",
      shown: shown(value, own, Self.name(of: expression), missing),
      origin: origin(of: value),
      missing: missing,
      parts: parts
    )
  }

  private static func outcome(of value: Value?) -> ExpressionTrace.Outcome {
    guard let value else { return .notEvaluated }
    if value.unknown != nil { return .unknown }
    return value.error != nil ? .error : .value
  }

  // MARK: Values

  /// The value as CEL writes it, those of the rule language with their constructors.
  private func literal(_ value: Value) -> String {
    if let amount = value.money { return "money(\"\(amount.plainText)\")" }
    if let date = value.date { return "date(\"\(date)\")" }
    if let number = value.decimal { return "decimal(\"\(number)\")" }
    return scope.context.printed(literal: value)
  }

  /// The value as a sentence would write it.
  private func shown(
    _ value: Value?,
    _ shape: FieldShape?,
    _ name: String,
    _ missing: [String]
  ) -> LocalizedText {
    guard let value else {
      return LocalizedText(th: "ไม่ได้คำนวณ", en: "not evaluated")
    }
    if let error = value.error { return error.message }
    if value.unknown != nil {
      let paths = missing.joined(separator: ", ")
      return LocalizedText(
        th: paths.isEmpty ? "ยังไม่ทราบค่า" : "ยังไม่มีข้อมูลหรืออ่านไม่ได้: \(paths)",
        en: paths.isEmpty ? "unknown" : "missing or cannot be read: \(paths)"
      )
    }
    return LocalizedText(
      th: MessageText.text(value, shape, name: name, .th, in: scope),
      en: MessageText.text(value, shape, name: name, .en, in: scope)
    )
  }

  private static func name(of expression: Expression) -> String {
    switch expression.kind {
    case .identifier(let name): name
    case .select(_, let field, _): field
    default: ""
    }
  }

  private func origin(of value: Value?) -> FindingPlace? {
    guard let origin = value?.origin, Int(origin.document) < scope.documents.count,
      scope.documents[Int(origin.document)].position(of: origin.node) != nil
    else { return nil }
    let target = PlaceTarget(document: origin.document, node: origin.node, missing: [])
    return PlaceNames(scope: scope).place(target)
  }

  private func shape(of expression: Expression) -> FieldShape? {
    switch expression.kind {
    case .identifier(let name):
      if let local = locals.last(where: { $0.name == name }) { return local.shape }
      return scope.kind.root.field(name).map {
        FieldShape(type: $0.type, owner: scope.kind, field: $0)
      }
    case .select(let operand, let field, .plain), .select(let operand, let field, .optional):
      if case .identifier("submission") = operand.kind {
        return shape(of: Expression(operand.id, .identifier(field)))
      }
      return shape(of: operand)?.member(field)
    case .call(Operator.index, nil, let arguments): return shape(of: arguments[0])?.element
    case .comprehension(let fold):
      if case .filter = fold.macro { return shape(of: fold.range) }
      return nil
    default: return nil
    }
  }

  // MARK: Parts

  private mutating func parts(of expression: Expression) -> [ExpressionTrace] {
    switch expression.kind {
    case .literal, .identifier, .message, .invalid: return []
    case .select(let operand, _, _): return part(operand)
    case .call(_, let target, let arguments):
      return (target.map { part($0) } ?? []) + arguments.flatMap { part($0) }
    case .list(let elements): return elements.flatMap { part($0.value) }
    case .map(let entries): return entries.flatMap { part($0.key) + part($0.value) }
    case .comprehension(let fold): return parts(of: fold)
    }
  }

  /// A part, when there is something to say of it: a literal has no value but itself.
  private mutating func part(_ expression: Expression) -> [ExpressionTrace] {
    if case .literal = expression.kind { return [] }
    // What a macro reads on its own, such as the recorded steps.
    if case .identifier(let name) = expression.kind, name.hasPrefix("@") { return [] }
    guard expression.id.rawValue != 0 else { return parts(of: expression) }
    // A name with dots, such as `params.limit`, has a value as a whole only.
    if case .select = expression.kind, checked.references[expression.id] != nil {
      return [leaf(expression)]
    }
    // The space of a function, such as `th` in `th.same(a, b)`.
    if checked.types[expression.id] == nil { return [] }
    return [trace(expression, values[expression.id])]
  }

  private func leaf(_ expression: Expression) -> ExpressionTrace {
    var copy = self
    let name = Expression(expression.id, .identifier(text(of: expression)))
    return copy.trace(name, values[expression.id])
  }

  private mutating func parts(of fold: Comprehension) -> [ExpressionTrace] {
    guard let macro = fold.macro else {
      return part(fold.initial) + part(fold.result)
    }
    let range = part(fold.range)
    let element = shape(of: fold.range)?.element
    locals.append((fold.secondVariable ?? fold.variable, element))
    var parts = range
    for body in Self.bodies(of: macro) { parts += part(body) }
    locals.removeLast()
    return parts
  }

  private static func bodies(of macro: MacroForm) -> [Expression] {
    switch macro {
    case .all(let test), .exists(let test), .existsOne(let test), .filter(let test): [test]
    case .map(let filter, let transform), .transformList(let filter, let transform),
      .transformMap(let filter, let transform), .transformMapEntry(let filter, let transform):
      (filter.map { [$0] } ?? []) + [transform]
    }
  }

  // MARK: Text

  private func text(of expression: Expression) -> String {
    // The place of a test is that of the field.
    if case .select(let operand, let field, .test) = expression.kind {
      let selected = Expression.Kind.select(operand: operand, field: field, mode: .plain)
      return "has(\(text(of: Expression(expression.id, selected))))"
    }
    let syntax = checked.syntax
    let bytes = Array(syntax.source.utf8)
    if let span = syntax.spans[expression.id], span.end > span.start, Int(span.end) <= bytes.count {
      let text = String(decoding: bytes[Int(span.start)..<Int(span.end)], as: UTF8.self)
      return text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }
    let tree = SyntaxTree(
      source: syntax.source,
      root: expression,
      spans: syntax.spans,
      macroCalls: syntax.macroCalls
    )
    return Self.plain(Unparser.text(of: tree))
  }

  /// Without the mark of the names that check kinds use: `@value` is written as `value`.
  private static func plain(_ text: String) -> String {
    var plain: [UInt8] = []
    var isQuoted = false
    var previous: UInt8 = 0
    for byte in text.utf8 {
      if byte == UInt8(ascii: "\""), previous != UInt8(ascii: "\\") { isQuoted.toggle() }
      if isQuoted || byte != UInt8(ascii: "@") { plain.append(byte) }
      previous = byte
    }
    return String(decoding: plain, as: UTF8.self)
  }

  private func place(of expression: Expression) -> Diagnostic.Place {
    guard let span = checked.syntax.spans[expression.id] else {
      return Diagnostic.Place(file: file, position: lines.position(atOffset: 0))
    }
    let start = lines.position(atOffset: Int(span.start))
    let end = lines.position(atOffset: Int(span.end))
    let length = end.line == start.line && end.column > start.column ? end.column - start.column : 1
    return Diagnostic.Place(file: file, position: start, length: length)
  }
}
