import CEL
import Diagnostics
import DocumentArena
import PlanValues
import RuleModel
import SourceText
import Submissions

// Slots to formulas: read, names resolved, checked, planned.
extension RuleCompilation {
  /// Compiles a slot as it stands; problems are reported and give nil.
  func formula(_ text: ExpressionText, expecting type: CELType? = nil) -> Formula? {
    let slot = read(text)
    guard isUsable(slot) else { return nil }
    var builder = TreeBuilder()
    let (root, shape) = expression(slot, in: &builder)
    return finish(builder, root, at: text.node, expecting: type, shape: shape, text: text.text)
  }

  /// A condition: an expression that must be true or false.
  func condition(_ text: ExpressionText) -> Formula? {
    formula(text, expecting: .bool)
  }

  /// Compiles an expression that a kind builds.
  func formula(
    at node: NodeID,
    _ build: (inout TreeBuilder) -> Expression
  ) -> Formula? {
    var builder = TreeBuilder()
    let root = build(&builder)
    return finish(builder, root, at: node, expecting: nil, shape: nil, text: nil)
  }

  /// Whether a slot could be read and its names are in reach.
  func isUsable(_ slot: ParsedSlot) -> Bool {
    guard slot.path != nil || slot.tree != nil else { return false }
    resolveDefinitions(slot.names)
    for name in slot.names where isOutOfScope(name) {
      reportUnknown(name, slot)
      return false
    }
    return goesThroughLists(slot) && checkCodes(in: slot)
  }

  /// Whether a slot names a place: it is read and checked as an expression, and never run.
  func leadsToField(_ slot: ParsedSlot, at node: NodeID) -> Bool {
    guard isUsable(slot) else { return false }
    guard slot.path != nil else { return true }
    var builder = TreeBuilder()
    let (root, _) = expression(slot, in: &builder)
    let problems = Checker.check(builder.tree(root), in: environment).problems
    for problem in problems { report(problem, in: builder, at: node) }
    return problems.isEmpty
  }

  /// Whether a path says where it goes through a list; reports one that selects a field of a list.
  private func goesThroughLists(_ slot: ParsedSlot) -> Bool {
    guard let path = slot.path, path.steps.count > 1 || path.goesThroughList else { return true }
    var shape = path.base == "submission" ? nil : shapes[path.base]
    for (index, step) in path.steps.enumerated() {
      if index > 0 {
        shape =
          path.base == "submission" && index == 1
          ? rootShape(step.name) : shape?.member(step.name)
      }
      if step.throughList {
        if let known = shape, !known.isList, !known.isMap {
          reportNoList(path, at: index, slot)
          return false
        }
        shape = shape?.element
      } else if shape?.isList == true, index + 1 < path.steps.count {
        reportSelection(path, at: index, slot)
        return false
      }
    }
    return true
  }

  private func reportNoList(_ path: PathSyntax, at index: Int, _ slot: ParsedSlot) {
    let way = path.steps.prefix(index + 1).map(\.name).joined(separator: ".")
    report(
      .notAList,
      LocalizedText(th: "“\(way)” ไม่ใช่รายการ", en: "\"\(way)\" is not a list"),
      at: slot.text.node,
      span: path.steps[index].span,
      help: LocalizedText(th: "ตัด [] ออก", en: "remove the []")
    )
  }

  private func reportSelection(_ path: PathSyntax, at index: Int, _ slot: ParsedSlot) {
    let list = path.steps.prefix(index + 1).map(\.name).joined(separator: ".")
    let field = path.steps.dropFirst(index + 1).map(\.name).joined(separator: ".")
    report(
      .notAPath,
      LocalizedText(
        th: "“\(list)” เป็นรายการ ช่อง “\(field)” อยู่ในแต่ละรายการ",
        en: "\"\(list)\" is a list: \"\(field)\" is a field of each of its elements"
      ),
      at: slot.text.node,
      span: path.steps[index + 1].span,
      help: LocalizedText(
        th:
          "ไล่ทีละรายการด้วย for_each หรือ each ส่วนที่ที่ต้องการรายการ (list, lines, of) ให้เขียน \(list)[].\(field)",
        en:
          "go through the list with for_each or each; where a list belongs (list, lines, of) write \(list)[].\(field)"
      )
    )
  }

  private func isOutOfScope(_ name: String) -> Bool {
    elementNames.contains(name) && !scope.contains(name)
  }

  /// The tree of a slot; a path through lists becomes the elements at its end.
  func expression(
    _ slot: ParsedSlot,
    in builder: inout TreeBuilder
  ) -> (Expression, FieldShape?) {
    guard let path = slot.path else { return (builder.splice(slot), nil) }
    if path.base == "params", path.steps.count == 2 {
      return (builder.splice(slot), shapes["params." + path.steps[1].name])
    }
    if path.goesThroughList {
      let base = builder.spliceBase(of: slot)
      return through(path, from: 0, base, shapes[path.base], in: &builder)
    }
    return (builder.splice(slot), shape(of: path))
  }

  /// What a path leads to; nil where the kind cannot tell.
  func shape(of path: PathSyntax) -> FieldShape? {
    if path.base == "submission" {
      guard let first = path.keys.first else { return nil }
      return path.keys.dropFirst().reduce(rootShape(first)) { $0?.member($1) }
    }
    if path.base == "params", let first = path.keys.first { return shapes["params." + first] }
    return path.keys.reduce(shapes[path.base]) { $0?.member($1) }
  }

  func through(
    _ path: PathSyntax,
    from start: Int,
    _ base: Expression,
    _ shape: FieldShape?,
    in builder: inout TreeBuilder
  ) -> (Expression, FieldShape?) {
    var expression = base
    var shape = shape
    for index in start..<path.steps.count {
      let step = path.steps[index]
      if index > 0 {
        expression = builder.select(expression, step)
        shape = shape?.member(step.name)
      }
      guard step.throughList, index + 1 < path.steps.count else { continue }
      let variable = "@e\(index)"
      let element = builder.name(variable)
      let (inner, innerShape) = through(
        path,
        from: index + 1,
        element,
        shape?.element,
        in: &builder
      )
      let mapped = builder.map(expression, variable, inner)
      guard let innerShape else { return (mapped, nil) }
      if innerShape.isList { return (builder.call("flatten", mapped), innerShape) }
      return (mapped, FieldShape(type: .list(innerShape.type), owner: innerShape.owner))
    }
    return (expression, shape)
  }

  func finish(
    _ builder: TreeBuilder,
    _ root: Expression,
    at node: NodeID,
    expecting type: CELType?,
    shape: FieldShape?,
    text: String?
  ) -> Formula? {
    let result = Checker.check(builder.tree(root), in: environment, expecting: type)
    for problem in result.problems { report(problem, in: builder, at: node) }
    guard let checked = result.expression else { return nil }
    let program = Program(checked, in: environment, names: slots.names)
    return Formula(
      program: program,
      shape: shape ?? self.shape(of: checked.type),
      text: text,
      origins: builder.segments.map { ($0.start, $0.slot.text.node) }
    )
  }

  /// What a type says about the kind's records.
  func shape(of type: CELType) -> FieldShape? {
    switch type {
    case .record(let name):
      if name == PlanType.rootName(kind.id) { return nil }
      return context.shape(ofRecord: name)
    case .list(let element):
      return shape(of: element).map { FieldShape(type: .list($0.type), owner: $0.owner) }
    default: return nil
    }
  }

  // MARK: Places

  /// The place that a slot names, when it is a path; through a list it is the list.
  func fieldPath(_ text: ExpressionText?) -> FieldPath? {
    guard let text, let path = read(text).path else { return nil }
    return fieldPath(path)
  }

  func fieldPath(_ path: PathSyntax) -> FieldPath? {
    let end = path.steps.firstIndex(where: \.throughList).map { $0 + 1 } ?? path.steps.count
    let steps = path.steps.prefix(end).map(\.name)
    let shape = end == path.steps.count ? self.shape(of: path) : nil
    if path.base == "submission" {
      return FieldPath(slot: nil, keys: Array(steps.dropFirst()), shape: shape)
    }
    if elementNames.contains(path.base) || isDefinition(path.base) || path.base == "entry"
      || path.base == "a" || path.base == "b"
    {
      return FieldPath(slot: slots[path.base], keys: Array(steps.dropFirst()), shape: shape)
    }
    guard path.base != "params", path.base != "office", rootShape(path.base) != nil else {
      return nil
    }
    return FieldPath(slot: nil, keys: Array(steps), shape: shape)
  }

  func isDefinition(_ name: String) -> Bool {
    rule.definitions.contains { $0.name == name }
  }

  // MARK: Operands

  /// Compiles a value slot and binds it to a name of the kind.
  ///
  /// `peer` is the type it will be compared with: a literal date in a YAML list is text.
  func operand(
    _ value: ValueText,
    _ name: String,
    peer: CELType? = nil
  ) -> Operand? {
    let bound = "@" + name
    switch value {
    case .expression(let text):
      guard let formula = formula(text) else { return nil }
      environment.variables[bound] = formula.type
      return Operand(
        slot: slots[bound],
        name: name,
        formula: formula,
        constant: nil,
        path: fieldPath(text),
        shape: formula.shape
      )
    case .literal(let node):
      guard let (constant, type) = literal(node, as: peer) else { return nil }
      environment.variables[bound] = type
      return Operand(
        slot: slots[bound],
        name: name,
        formula: nil,
        constant: constant,
        path: nil,
        shape: nil
      )
    case .literals(let nodes, let list):
      var elements: [Value] = []
      var type: CELType?
      for node in nodes {
        guard let (constant, elementType) = literal(node, as: peer) else { return nil }
        elements.append(constant)
        type = type == nil || type == elementType ? elementType : .dyn
      }
      if nodes.isEmpty {
        report(
          .emptyLiteral,
          LocalizedText(
            th: "รายการว่าง ไม่มีสิ่งใดให้ตรวจ",
            en: "the list is empty: nothing is asked for"
          ),
          at: list
        )
      }
      environment.variables[bound] = .list(type ?? .dyn)
      return Operand(
        slot: slots[bound],
        name: name,
        formula: nil,
        constant: Value(.list(.elements(elements))),
        path: nil,
        shape: nil
      )
    }
  }

  /// A scalar of the rule file that stands for itself.
  func literal(_ node: NodeID, as peer: CELType?) -> (Value, CELType)? {
    let text = document.text(of: node)
    switch document.kind(of: node) {
    case .bool:
      guard fits(.bool, peer) else { break }
      return (Value(.bool(document.bytes(of: node).first == UInt8(ascii: "t"))), .bool)
    case .int:
      if peer == .string { return (Value(.string(text)), .string) }
      if fits(.int, peer), let number = Int64(text) { return (Value(.int(number)), .int) }
    case .double:
      if peer == .string { return (Value(.string(text)), .string) }
      if peer == PlanType.money, let amount = Money(text) {
        return (PlanType.money(amount), PlanType.money)
      }
      if let number = ExactDecimal(text) { return (PlanType.decimal(number), PlanType.decimal) }
    case .string:
      if peer == PlanType.date {
        if let bits = AmountFunctions.readDate(text) {
          return (Value(.opaque(type: PlanType.dateName, bits: bits)), PlanType.date)
        }
      } else if peer == PlanType.money {
        if let amount = Money(text) { return (PlanType.money(amount), PlanType.money) }
      } else if fits(.string, peer) {
        return (Value(.string(text)), .string)
      }
    case .null, .list, .map: break
    }
    reportLiteral(text, at: node, peer)
    return nil
  }

  /// Whether a literal of one type can equal what it stands beside.
  private func fits(_ type: CELType, _ peer: CELType?) -> Bool {
    switch peer {
    case .bool?, .int?, .string?, .opaque?: peer.map { canAgree($0, type) } ?? true
    default: true
    }
  }

  private func reportLiteral(_ text: String, at node: NodeID, _ peer: CELType?) {
    let isNumber = peer == .int && Int64(text) != nil
    let wanted = peer.map { TypeName.of($0) }
    report(
      .literalType,
      LocalizedText(
        th: "ใช้ค่า “\(text)” ที่นี่ไม่ได้" + (wanted.map { " ต้องเป็น\($0.th)" } ?? ""),
        en: "the value \"\(text)\" cannot be used here"
          + (wanted.map { ": this must be \($0.en)" } ?? "")
      ),
      at: node,
      help: isNumber
        ? LocalizedText(th: "เขียนโดยไม่ใส่เครื่องหมายคำพูด", en: "write it without quotation marks")
        : nil
    )
  }
}

extension TreeBuilder {
  /// The first name of a path, with the path's text as its place.
  mutating func spliceBase(of slot: ParsedSlot) -> Expression {
    let start = beginSegment(slot)
    let result = name(slot.path?.base ?? "")
    if let step = slot.path?.steps.first { mark(result, step, at: start) }
    return result
  }

  /// A selection whose place is a step of the path spliced last.
  mutating func select(_ operand: Expression, _ step: PathSyntax.Step) -> Expression {
    let result = field(step.name, of: operand)
    if let segment = segments.last { mark(result, step, at: segment.start) }
    return result
  }
}
