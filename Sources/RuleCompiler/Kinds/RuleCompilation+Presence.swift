import CEL
import Catalogues
import Diagnostics
import DocumentArena
import RuleModel
import Submissions

// The kinds that ask for something to be there: missing data fails.
extension RuleCompilation {
  // present: filled(path).
  func present(_ text: ExpressionText) -> PartFamily? {
    let slot = read(text)
    guard let path = slot.path, !path.goesThroughList else {
      report(
        .notAPath,
        LocalizedText(
          th: "present ต้องการชื่อช่องข้อมูล เช่น project.budget (ถ้าเป็นรายการให้ใช้ for_each หรือ each)",
          en:
            "present takes fields such as project.budget (go through a list with for_each or each)"
        ),
        at: text.node
      )
      return nil
    }
    guard isUsable(slot), let place = fieldPath(path) else { return nil }
    let formula = formula(at: text.node) { builder in
      let value = builder.splice(slot)
      return builder.call("filled", value)
    }
    guard let formula else { return nil }
    let keys = place.slot == nil || place.keys.isEmpty ? path.steps.map(\.name) : place.keys
    return PartFamily(
      kind: .present,
      key: .fixed(FieldPath.text(of: keys)),
      operands: [],
      asked: nil,
      emptyReason: .noElements,
      applicable: nil,
      condition: formula,
      place: .path(place),
      catalogue: nil,
      shape: place.shape
    )
  }

  /// The lists of a kind put one after another, an absent one as an empty one; bound to `@list`.
  func searched(
    _ texts: [ExpressionText],
    at node: NodeID
  ) -> (operand: Operand, element: FieldShape?)? {
    var builder = TreeBuilder()
    var joined: Expression?
    var element: FieldShape?
    for text in texts {
      let slot = read(text)
      guard isUsable(slot), isList(slot) else { return nil }
      let (list, shape) = expression(slot, in: &builder)
      let present = builder.call("or_empty", list)
      element = element ?? shape?.element
      joined = joined.map { builder.call(Operator.add, $0, present) } ?? present
    }
    guard let joined else { return nil }
    let formula = finish(builder, joined, at: node, expecting: nil, shape: nil, text: nil)
    guard let formula else { return nil }
    guard case .list(let type) = formula.type else {
      environment.variables["@list"] = .list(.dyn)
      environment.variables["entry"] = .dyn
      return (
        Operand(
          slot: slots["@list"],
          name: "list",
          formula: formula,
          constant: nil,
          path: fieldPath(texts.first),
          shape: nil
        ), element
      )
    }
    element = element ?? formula.shape?.element
    environment.variables["@list"] = formula.type
    environment.variables["entry"] = type
    shapes["entry"] = element
    let operand = Operand(
      slot: slots["@list"],
      name: "list",
      formula: formula,
      constant: nil,
      path: fieldPath(texts.first),
      shape: element.map { FieldShape(type: .list($0.type), owner: $0.owner) }
    )
    return (operand, element)
  }

  /// The values asked for, bound to `@v`; codes are checked against what the key is.
  func asked(_ value: ValueText, key: FieldShape?, isList: Bool) -> Operand? {
    let peer = key.map { PlanType.celType(of: elementType($0).type, owner: $0.owner.id) }
    guard let operand = operand(value, "v", peer: peer) else { return nil }
    checkLiterals(value, key)
    guard isList else { return operand }
    switch operand.formula?.type ?? environment.variables["@v"] ?? .dyn {
    case .list(let element): environment.variables["@v"] = element
    case .dyn, .error: environment.variables["@v"] = .dyn
    default:
      if let text = value.text {
        report(
          .notAList,
          LocalizedText(
            th: "“\(text.text)” ไม่ใช่รายการ (ค่าเดียวให้ใช้ value:)",
            en: "\"\(text.text)\" is not a list (for one value use value:)"
          ),
          at: text.node
        )
      }
      return nil
    }
    return operand
  }

  private func elementType(_ shape: FieldShape) -> FieldShape { shape.element ?? shape }

  /// One test of an entry against the value asked for.
  func matches(
    _ found: Expression,
    _ asked: Expression,
    catalogue: String?,
    in builder: inout TreeBuilder
  ) -> Expression {
    guard let catalogue else { return builder.call("agrees", found, asked) }
    let name = builder.string(catalogue)
    return builder.call("same_in", name, found, asked)
  }

  // covers: list.exists(entry, agrees(entry.key, v) && match && filled && where).
  func covers(_ covers: CheckKind.Covers, at node: NodeID) -> PartFamily? {
    guard let (list, element) = searched(covers.lists, at: node) else { return nil }
    let key = covers.key.map { entryShape($0, element) } ?? element
    let catalogue = key?.catalogue
    let isTogether = covers.anyOf != nil
    guard let value = covers.value ?? covers.allOf ?? covers.anyOf else {
      report(
        .missingArgument,
        LocalizedText(
          th: "covers ต้องมี value, all_of หรือ any_of",
          en: "covers needs value, all_of or any_of"
        ),
        at: node
      )
      return nil
    }
    let isList = covers.value == nil
    guard let asked = asked(value, key: key, isList: isList) else { return nil }
    let type = environment.variables["entry"]
    let wanted = environment.variables["@v"]
    guard canBeFound(wanted, value, by: covers.key, of: element, type, at: node) else { return nil }
    if isTogether { environment.variables["@v"] = .list(.dyn) }
    let condition = formula(at: node) { builder in
      let test = self.entryTest(covers, catalogue, isTogether, near: false, in: &builder)
      let range = builder.name("@list")
      return builder.exists(range, "entry", test)
    }
    let near = formula(at: node) { builder in
      let test = self.entryTest(covers, catalogue, isTogether, near: true, in: &builder)
      let range = builder.name("@list")
      return builder.filter(range, "entry", test)
    }
    guard let condition, let near else { return nil }
    return PartFamily(
      kind: .covers,
      key: isTogether ? .together : .value,
      operands: isList ? [list] : [list],
      asked: asked,
      emptyReason: .noElements,
      applicable: nil,
      condition: condition,
      place: .entry(near: near, list: list.path, detail: .entry),
      catalogue: catalogue,
      shape: elementShape(of: key, asked)
    )
  }

  private func elementShape(of key: FieldShape?, _ asked: Operand) -> FieldShape? {
    if let key, key.catalogue != nil || key.codes != nil { return key.element ?? key }
    return asked.shape?.element ?? asked.shape ?? key?.element ?? key
  }

  private func entryShape(_ text: ExpressionText, _ element: FieldShape?) -> FieldShape? {
    read(text).path?.steps.reduce(element) { $0?.member($1.name) }
  }

  /// The whole test of an entry, or the part of it by which an entry comes near.
  private func entryTest(
    _ covers: CheckKind.Covers,
    _ catalogue: String?,
    _ isTogether: Bool,
    near: Bool,
    in builder: inout TreeBuilder
  ) -> Expression {
    var terms: [Expression] = []
    let found = entryField(covers.key, in: &builder)
    if isTogether {
      let option = builder.name("@x")
      let test = matches(found, option, catalogue: catalogue, in: &builder)
      let options = builder.name("@v")
      terms.append(builder.exists(options, "@x", test))
    } else {
      let value = builder.name("@v")
      terms.append(matches(found, value, catalogue: catalogue, in: &builder))
    }
    for (field, literal) in covers.match {
      let shape = entryShape(field, shapes["entry"])
      let found = entryField(field, in: &builder)
      let wanted = literalExpression(literal, in: &builder)
      let type = shape.map { PlanType.celType(of: $0.type, owner: $0.owner.id) }
      if self.literal(literal, as: type) != nil { checkLiteral(literal, shape) }
      terms.append(matches(found, wanted, catalogue: shape?.catalogue, in: &builder))
    }
    if near {
      terms = terms.map { builder.call("surely", $0) }
    } else {
      for field in covers.filled {
        let value = entryField(field, in: &builder)
        terms.append(builder.call("filled", value))
      }
      var alternatives: [Expression] = []
      for field in covers.filledAny {
        let value = entryField(field, in: &builder)
        alternatives.append(builder.call("filled", value))
      }
      if !alternatives.isEmpty { terms.append(builder.or(alternatives)) }
    }
    if let condition = covers.whereCondition {
      scope.append("entry")
      defer { scope.removeLast() }
      let slot = read(condition)
      if isUsable(slot) {
        let test = builder.splice(slot)
        terms.append(near ? builder.call("not_false", test) : test)
      }
    }
    return builder.and(terms)
  }

  /// A field of the entry, or the entry itself.
  func entryField(_ text: ExpressionText?, in builder: inout TreeBuilder) -> Expression {
    let entry = builder.name("entry")
    guard let text else { return entry }
    return builder.splice(read(text), below: entry)
  }

  func entryField(_ name: String, in builder: inout TreeBuilder) -> Expression {
    let entry = builder.name("entry")
    return builder.field(name, of: entry)
  }

  /// A scalar of the rule file in a tree.
  func literalExpression(_ node: NodeID, in builder: inout TreeBuilder) -> Expression {
    let text = document.text(of: node)
    switch document.kind(of: node) {
    case .bool: return builder.bool(document.bytes(of: node).first == UInt8(ascii: "t"))
    case .int: return Int64(text).map { builder.int($0) } ?? builder.string(text)
    case .double:
      let number = builder.string(text)
      return builder.call("decimal", number)
    default: return builder.string(text)
    }
  }
}
