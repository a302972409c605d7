package import CEL
package import DocumentArena
package import SourceText

/// An operator at which operands decide, as its author wrote it: a chain of `&&` or `||`, or `?:`.
package struct DecisionSite: Sendable {
  /// The node of the tree.
  package let id: ExpressionID
  /// The operator.
  package let function: String
  /// The operands of the whole chain; of `?:` its condition.
  package let operands: [ExpressionID]
  /// The scalar in which it is written.
  package let node: NodeID
  /// The offset in that scalar's text.
  package let offset: Int
  /// The texts of the operands.
  package let texts: [String]
  /// Where the operands stand in the source of the tree.
  package let spans: [SourceSpan]

  /// How many ways there are to decide: each operand, and none; of `?:` true and false.
  package var branchCount: Int {
    function == Operator.conditional ? 2 : operands.count + 1
  }

  /// Which way it was decided; nil where it was not.
  package func deciding(_ value: Value, _ values: [ExpressionID: Value]) -> Int? {
    if function == Operator.conditional {
      guard let flag = values[operands[0]]?.bool else { return nil }
      return flag ? 0 : 1
    }
    guard let flag = value.bool else { return nil }
    let deciding = function == Operator.or
    guard flag == deciding else { return operands.count }
    return operands.firstIndex { values[$0]?.bool == deciding }
  }

  /// All of them in a formula, outermost first.
  package static func all(in formula: Formula) -> [DecisionSite] {
    guard !formula.origins.isEmpty else { return [] }
    var finder = DecisionFinder(formula.program.checked.syntax, formula.origins)
    finder.look(at: formula.program.checked.syntax.root)
    return finder.sites
  }

  /// All of them in a tree that was read from one scalar, outermost first.
  package static func all(in tree: SyntaxTree, at node: NodeID) -> [DecisionSite] {
    var finder = DecisionFinder(tree, [(0, node)])
    finder.look(at: tree.root)
    return finder.sites
  }
}

/// Looks for decisions in a tree.
///
/// Recursive: the parser bounds the depth of what is written, and a chain is taken as a whole.
private struct DecisionFinder {
  let origins: [(start: Int, node: NodeID)]
  let tree: SyntaxTree
  let source: [UInt8]
  var sites: [DecisionSite] = []

  init(_ tree: SyntaxTree, _ origins: [(start: Int, node: NodeID)]) {
    self.origins = origins
    self.tree = tree
    source = Array(tree.source.utf8)
  }

  mutating func look(at expression: Expression) {
    switch expression.kind {
    case .call(let function, let target, let arguments):
      switch function {
      case Operator.and, Operator.or:
        let operands = chain(expression, function)
        add(expression, function, operands)
        for operand in operands { look(at: operand) }
      case Operator.conditional:
        add(expression, function, Array(arguments.prefix(1)))
        for argument in arguments { look(at: argument) }
      default:
        if let target { look(at: target) }
        for argument in arguments { look(at: argument) }
      }
    case .select(let operand, _, _): look(at: operand)
    case .list(let elements):
      for element in elements { look(at: element.value) }
    case .map(let entries):
      for entry in entries {
        look(at: entry.key)
        look(at: entry.value)
      }
    case .message(_, let fields):
      for field in fields { look(at: field.value) }
    case .comprehension(let fold): look(at: fold)
    case .literal, .identifier, .invalid: break
    }
  }

  /// Of a fold only what its author wrote: the range and the body.
  private mutating func look(at fold: Comprehension) {
    look(at: fold.range)
    switch fold.macro {
    case .all(let body), .exists(let body), .existsOne(let body), .filter(let body):
      look(at: body)
    case .map(let filter, let transform), .transformList(let filter, let transform),
      .transformMap(let filter, let transform), .transformMapEntry(let filter, let transform):
      if let filter { look(at: filter) }
      look(at: transform)
    case nil: break
    }
  }

  private func chain(_ expression: Expression, _ function: String) -> [Expression] {
    var pending = [expression]
    var operands: [Expression] = []
    while let next = pending.popLast() {
      if case .call(function, nil, let arguments) = next.kind {
        pending.append(contentsOf: arguments.reversed())
      } else {
        operands.append(next)
      }
    }
    return operands
  }

  /// Adds an operator that stands in the text; those that kinds and macros add have no place.
  private mutating func add(_ expression: Expression, _ function: String, _ operands: [Expression])
  {
    let spans = operands.compactMap { tree.spans[$0.id] }
    guard spans.count == operands.count, let first = spans.first,
      let whole = tree.spans[expression.id], isWritten(function, spans, whole),
      let origin = origins.last(where: { $0.start <= Int(first.start) })
    else { return }
    sites.append(
      DecisionSite(
        id: expression.id,
        function: function,
        operands: operands.map(\.id),
        node: origin.node,
        offset: Int(first.start) - origin.start,
        texts: zip(operands, spans).map { written($0, $1) },
        spans: spans
      )
    )
  }

  /// An operand as its author wrote it, not what a macro has become.
  private func written(_ operand: Expression, _ span: SourceSpan) -> String {
    if let call = tree.macroCalls[operand.id] { return Unparser.text(of: call, in: tree) }
    let words = text(Int(span.start), Int(span.end))
    guard case .select(_, _, .test) = operand.kind, !words.hasPrefix("has(") else { return words }
    return "has(\(words))"
  }

  private func text(_ start: Int, _ end: Int) -> String {
    guard start <= end, end <= source.count else { return "" }
    let words = String(decoding: source[start..<end], as: UTF8.self)
    return words.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  /// Whether the operator's sign stands between its operands, or behind its condition.
  private func isWritten(_ function: String, _ spans: [SourceSpan], _ whole: SourceSpan) -> Bool {
    if function == Operator.conditional {
      return text(Int(spans[0].end), Int(whole.end)).contains("?")
    }
    let sign = function == Operator.and ? "&&" : "||"
    return zip(spans, spans.dropFirst()).allSatisfy { earlier, later in
      earlier.end <= later.start && text(Int(earlier.end), Int(later.start)).contains(sign)
    }
  }
}

extension PartFamily {
  /// The node at which its parts are counted: of `present` the field, else the item.
  package func node(in item: CompiledItem) -> NodeID {
    kind == .present ? condition.origins.first?.node ?? item.node : item.node
  }
}
