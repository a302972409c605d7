import CEL
import RuleModel
import SourceText

/// Builds one syntax tree of parts that authors wrote and parts that a check kind adds.
///
/// The texts of the written parts stand one after another in a made-up source, so a problem found in
/// the whole tree can be traced to the part, and to the place in it.
struct TreeBuilder {
  /// A written part and where its text begins in the made-up source.
  struct Segment {
    let start: Int
    let slot: ParsedSlot
  }

  private var nextID: UInt32 = 1
  private var source = ""
  private var sourceLength = 0
  private var spans = ExpressionMap<SourceSpan>()
  fileprivate var macroCalls = ExpressionMap<Expression>()
  private(set) var segments: [Segment] = []

  /// Makes a node that stands nowhere in the text.
  mutating func make(_ kind: Expression.Kind) -> Expression {
    let id = ExpressionID(nextID)
    nextID += 1
    return Expression(id, kind)
  }

  /// Puts a written part into the tree.
  mutating func splice(_ slot: ParsedSlot) -> Expression {
    let start = beginSegment(slot)
    if let path = slot.path { return self.path(path, at: start) }
    guard let tree = slot.tree else { return make(.invalid) }
    let offset = nextID
    var highest = nextID
    let root = tree.root.renumbered(by: offset, highest: &highest)
    for (id, span) in tree.spans {
      spans[ExpressionID(id.rawValue + offset)] = SourceSpan(
        start: span.start + UInt32(start),
        end: span.end + UInt32(start)
      )
    }
    for (id, call) in tree.macroCalls {
      macroCalls[ExpressionID(id.rawValue + offset)] = call.renumbered(
        by: offset,
        highest: &highest
      )
    }
    for (id, _) in tree.spans { highest = max(highest, id.rawValue + offset) }
    nextID = highest + 1
    return root
  }

  /// A path below a value: `entry` and `schedule.start`.
  mutating func splice(_ slot: ParsedSlot, below base: Expression) -> Expression {
    let start = beginSegment(slot)
    guard let path = slot.path else { return make(.invalid) }
    var result = base
    for step in path.steps { result = select(result, step, at: start) }
    return result
  }

  mutating func beginSegment(_ slot: ParsedSlot) -> Int {
    let start = sourceLength
    segments.append(Segment(start: start, slot: slot))
    source += slot.text.text + "\n"
    sourceLength += slot.text.text.utf8.count + 1
    return start
  }

  private mutating func path(_ path: PathSyntax, at start: Int) -> Expression {
    var result = make(.identifier(path.base))
    spans[result.id] = shifted(path.steps[0].span, start)
    for step in path.steps.dropFirst() { result = select(result, step, at: start) }
    return result
  }

  private mutating func select(
    _ operand: Expression,
    _ step: PathSyntax.Step,
    at start: Int
  ) -> Expression {
    let result = make(.select(operand: operand, field: step.name, mode: .plain))
    spans[result.id] = shifted(step.span, start)
    return result
  }

  private func shifted(_ span: SourceSpan, _ start: Int) -> SourceSpan {
    SourceSpan(start: span.start + UInt32(start), end: span.end + UInt32(start))
  }

  /// Marks a node as standing where a step of a path stands.
  mutating func mark(_ expression: Expression, _ step: PathSyntax.Step, at start: Int) {
    spans[expression.id] = shifted(step.span, start)
  }

  /// The finished tree.
  func tree(_ root: Expression) -> SyntaxTree {
    SyntaxTree(source: source, root: root, spans: spans, macroCalls: macroCalls)
  }
}

// MARK: - Forms

extension TreeBuilder {
  mutating func name(_ name: String) -> Expression { make(.identifier(name)) }

  mutating func string(_ text: String) -> Expression { make(.literal(.string(Text(text)))) }

  mutating func int(_ number: Int64) -> Expression { make(.literal(.int(number))) }

  mutating func bool(_ flag: Bool) -> Expression { make(.literal(.bool(flag))) }

  mutating func call(_ function: String, _ arguments: Expression...) -> Expression {
    make(.call(function: function, target: nil, arguments: arguments))
  }

  mutating func field(_ name: String, of operand: Expression) -> Expression {
    make(.select(operand: operand, field: name, mode: .plain))
  }

  mutating func list(_ elements: [Expression]) -> Expression {
    make(.list(elements.map { Expression.ListElement($0) }))
  }

  /// The conjunction, `true` of nothing.
  mutating func and(_ terms: [Expression]) -> Expression {
    guard var result = terms.first else { return bool(true) }
    for term in terms.dropFirst() { result = call(Operator.and, result, term) }
    return result
  }

  /// The disjunction, `false` of nothing.
  mutating func or(_ terms: [Expression]) -> Expression {
    guard var result = terms.first else { return bool(false) }
    for term in terms.dropFirst() { result = call(Operator.or, result, term) }
    return result
  }

  /// Makes `range.exists(variable, test)`.
  mutating func exists(_ range: Expression, _ variable: String, _ test: Expression) -> Expression {
    let stopped = call(Operator.not, name(Self.accumulator))
    let condition = call(Operator.notStrictlyFalse, stopped)
    let step = call(Operator.or, name(Self.accumulator), test)
    return fold("exists", range, variable, test, (bool(false), condition, step), .exists(test))
  }

  /// Makes `range.all(variable, test)`.
  mutating func all(_ range: Expression, _ variable: String, _ test: Expression) -> Expression {
    let condition = call(Operator.notStrictlyFalse, name(Self.accumulator))
    let step = call(Operator.and, name(Self.accumulator), test)
    return fold("all", range, variable, test, (bool(true), condition, step), .all(test))
  }

  /// Makes `range.filter(variable, test)`.
  mutating func filter(_ range: Expression, _ variable: String, _ test: Expression) -> Expression {
    let element = name(variable)
    let grown = call(Operator.add, name(Self.accumulator), list([element]))
    let step = call(Operator.conditional, test, grown, name(Self.accumulator))
    return fold("filter", range, variable, test, (list([]), bool(true), step), .filter(test))
  }

  /// Makes `range.map(variable, transform)`.
  mutating func map(
    _ range: Expression,
    _ variable: String,
    _ transform: Expression
  ) -> Expression {
    let step = call(Operator.add, name(Self.accumulator), list([transform]))
    return fold(
      "map",
      range,
      variable,
      transform,
      (list([]), bool(true), step),
      .map(filter: nil, transform: transform)
    )
  }

  private static var accumulator: String { "@result" }

  /// A fold, with the call of the standard macro that it would come from.
  private mutating func fold(
    _ function: String,
    _ range: Expression,
    _ variable: String,
    _ body: Expression,
    _ parts: (initial: Expression, condition: Expression, step: Expression),
    _ macro: MacroForm
  ) -> Expression {
    let result = name(Self.accumulator)
    let fold = make(
      .comprehension(
        Comprehension(
          variable: variable,
          range: range,
          accumulator: Self.accumulator,
          initial: parts.initial,
          condition: parts.condition,
          step: parts.step,
          result: result,
          macro: macro
        )
      )
    )
    let written = make(
      .call(function: function, target: range, arguments: [name(variable), body])
    )
    macroCalls[fold.id] = written
    return fold
  }
}

// MARK: - Calls of the rule language

extension TreeBuilder {
  /// Makes `recorded(step)`.
  mutating func recorded(_ step: Expression) -> Expression {
    written(
      "recorded",
      [step],
      call(StepMacros.recordedFunction, name(StepMacros.steps), step)
    )
  }

  /// Makes `date_of(step)`.
  mutating func date(of step: Expression) -> Expression {
    written("date_of", [step], call(StepMacros.dateFunction, name(StepMacros.steps), step))
  }

  /// Makes `supplied(id)`; with kinds the submission must be of one of them.
  mutating func supplied(_ id: Expression, ofKinds kinds: [String]? = nil) -> Expression {
    let docket = name(StepMacros.docket)
    guard let kinds else {
      return written("supplied", [id], call(StepMacros.suppliedFunction, docket, id))
    }
    let names = list(kinds.map { string($0) })
    return written("supplied", [id], call(StepMacros.suppliedFunction, docket, id, names))
  }

  /// Makes `related(id)`.
  mutating func related(_ id: Expression) -> Expression {
    written("related", [id], call(StepMacros.relatedFunction, name(StepMacros.docket), id))
  }

  private mutating func written(
    _ function: String,
    _ arguments: [Expression],
    _ expanded: Expression
  ) -> Expression {
    macroCalls[expanded.id] = make(.call(function: function, target: nil, arguments: arguments))
    return expanded
  }
}
