import CEL
import Diagnostics
import DocumentArena
import LinearRegex
import RuleModel
import SourceText
import Submissions

// Sums of lines.
extension RuleCompilation {
  // total: of == sum(lines), silent when there are no lines.
  func total(_ of: ExpressionText, _ lines: [ExpressionText], at node: NodeID) -> PartFamily? {
    guard let value = operand(.expression(of), "value"), isTotal(value, of) else { return nil }
    let type = environment.variables["@value"]
    guard let list = totalLines(lines, at: node) else { return nil }
    let sum = formula(at: node) { builder in
      let lines = builder.name("@list")
      return builder.call("sum", lines)
    }
    guard let sum else { return nil }
    environment.variables["@to"] = sum.type
    guard type.map({ canAgree($0, sum.type) }) ?? true else {
      reportNotComparable(type, sum.type, .expression(of), at: node)
      return nil
    }
    let total = Operand(
      slot: slots["@to"],
      name: "sum",
      formula: sum,
      constant: nil,
      path: nil,
      shape: nil
    )
    let applicable = formula(at: node) { builder in
      let lines = builder.name("@list")
      let size = builder.call("size", lines)
      let zero = builder.int(0)
      return builder.call(Operator.greater, size, zero)
    }
    let condition = formula(at: node) { builder in
      let value = builder.name("@value")
      let sum = builder.name("@to")
      return builder.call("same", value, sum)
    }
    guard let applicable, let condition else { return nil }
    return PartFamily(
      kind: .total,
      key: .fixed(partName(value, .expression(of))),
      operands: [value, list, total],
      asked: nil,
      emptyReason: .noElements,
      applicable: (applicable, .noElements),
      condition: condition,
      place: .operand(value),
      catalogue: nil,
      shape: value.shape
    )
  }

  /// The amounts of all lists of lines that this kind has.
  private func totalLines(_ lines: [ExpressionText], at node: NodeID) -> Operand? {
    var builder = TreeBuilder()
    var joined: Expression?
    for text in lines {
      let slot = read(text)
      guard isUsable(slot) else { return nil }
      guard let path = slot.path, rootPathExists(path) else { continue }
      guard areLines(slot) else { return nil }
      let base = builder.spliceBase(of: slot)
      let (list, _) = linesThere(path, base, in: &builder)
      joined = joined.map { builder.call(Operator.add, $0, list) } ?? list
    }
    let root = joined ?? builder.list([])
    let formula = finish(builder, root, at: node, expecting: nil, shape: nil, text: nil)
    guard let formula else { return nil }
    environment.variables["@list"] = joined == nil ? .list(PlanType.money) : formula.type
    return Operand(
      slot: slots["@list"],
      name: "lines",
      formula: formula,
      constant: nil,
      path: fieldPath(lines.first { read($0).path.map(rootPathExists) ?? false }),
      shape: nil
    )
  }

  /// A path through a list in which a list that is empty or not there has no lines.
  private func linesThere(
    _ path: PathSyntax,
    _ base: Expression,
    in builder: inout TreeBuilder
  ) -> (Expression, FieldShape?) {
    guard let index = path.steps.firstIndex(where: \.throughList), index + 1 < path.steps.count
    else { return through(path, from: 0, base, shapes[path.base], in: &builder) }
    var list = base
    var shape = shapes[path.base]
    for step in path.steps[1...].prefix(index) {
      list = builder.select(list, step)
      shape = shape?.member(step.name)
    }
    let written = builder.call("or_empty", list)
    let element = builder.name("@e")
    var inner = element
    for step in path.steps[(index + 1)...] { inner = builder.select(inner, step) }
    return (builder.map(written, "@e", inner), nil)
  }

  /// Whether this kind has the list that a path begins with: others add nothing.
  private func rootPathExists(_ path: PathSyntax) -> Bool {
    guard !elementNames.contains(path.base), !isDefinition(path.base) else { return true }
    guard kind.field(path.base) != nil else { return false }
    let end = path.steps.firstIndex(where: \.throughList) ?? path.steps.count - 1
    return path.steps[1...].prefix(end).reduce(shapes[path.base]) { $0?.member($1.name) } != nil
  }
}
