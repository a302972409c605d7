import CEL
import Diagnostics
import DocumentArena
import RuleModel
import Submissions

// The kinds that ask the graph of plans.
extension RuleCompilation {
  // one_of with items_of: in_framework(plan, value, edition, years), where all items of the plan are known.
  func itemOfPlan(
    _ value: Operand,
    _ plan: ValueText,
    _ oneOf: CheckKind.OneOf,
    at node: NodeID
  ) -> PartFamily? {
    let written = plan
    guard let plan = operand(written, "plan") else { return nil }
    let needs = LocalizedText(th: "items_of เป็นแผน", en: "items_of is a plan")
    guard isText("@plan") else {
      reportWrong(written, environment.variables["@plan"], needs, at: node)
      return nil
    }
    var operands = [value, plan]
    for (more, name) in [(oneOf.edition, "edition"), (oneOf.inForce, "years")] {
      guard let more else { continue }
      guard let operand = operand(more, name) else { return nil }
      operands.append(operand)
    }
    let nearest = formula(at: node) { builder in
      let plan = builder.name("@plan")
      return builder.call("nearest_items", plan, builder.name("@value"))
    }
    let applicable = formula(at: node) { builder in
      let plan = builder.name("@plan")
      guard oneOf.edition != nil else { return builder.call("lists_items", plan) }
      return builder.call("lists_items", plan, builder.name("@edition"))
    }
    let condition = formula(at: node) { builder in
      let plan = builder.name("@plan")
      let item = builder.name("@value")
      let edition = oneOf.edition == nil ? builder.string("") : builder.name("@edition")
      let years = oneOf.inForce == nil ? builder.list([]) : self.yearsExpression(in: &builder)
      return builder.call("in_framework", plan, item, edition, years)
    }
    guard let nearest, let applicable, let condition else { return nil }
    operands.append(
      Operand(
        slot: slots["@nearest"],
        name: "nearest",
        formula: nearest,
        constant: nil,
        path: nil,
        shape: nil
      )
    )
    return PartFamily(
      kind: .oneOf,
      key: .fixed(partName(value, oneOf.value)),
      operands: operands,
      asked: nil,
      emptyReason: .noElements,
      applicable: (applicable, .noElements),
      condition: condition,
      place: .operand(value),
      catalogue: nil,
      shape: value.shape
    )
  }

  // chain: compared_items(cited).all(v, agrees_with(v, cited)) with cited = linked_items(links), one part
  // for each item.
  func chain(_ links: ExpressionText, at node: NodeID) -> PartFamily? {
    guard let (operand, element) = searched([links], at: node),
      areLinks(links, element, with: ["plan", "item"])
    else { return nil }
    let linked = formula(at: node) { builder in
      builder.call("linked_items", builder.name("@list"))
    }
    environment.variables["@cited"] = .list(PlanType.node)
    let compared = formula(at: node) { builder in
      builder.call("compared_items", builder.name("@cited"))
    }
    environment.variables["@v"] = PlanType.node
    let condition = chainFormula("agrees_with", at: node)
    guard let linked, let compared, let condition else { return nil }
    let cited = Operand(
      slot: slots["@cited"],
      name: "items",
      formula: linked,
      constant: nil,
      path: operand.path,
      shape: nil
    )
    let asked = Operand(
      slot: slots["@v"],
      name: "v",
      formula: compared,
      constant: nil,
      path: operand.path,
      shape: nil
    )
    return PartFamily(
      kind: .chain,
      key: .value,
      operands: [operand, cited],
      asked: asked,
      emptyReason: .noElements,
      applicable: nil,
      condition: condition,
      place: .asked(list: operand.path),
      catalogue: nil,
      shape: nil
    )
  }

  /// A helper of `chain` on the item at hand and all that are cited.
  func chainFormula(_ function: String, at node: NodeID) -> Formula? {
    formula(at: node) { builder in
      let item = builder.name("@v")
      return builder.call(function, item, builder.name("@cited"))
    }
  }

  /// What `chain` offers to its sentences, computed for the item at hand.
  func chainPlaceholders(at node: NodeID) -> Offer {
    var offer: Offer = ["item": .asked]
    for (name, function) in [("expected", "expected_items"), ("cited", "cited_items")] {
      if let formula = chainFormula(function, at: node) {
        offer[name] = .formula(formula, name: name)
      }
    }
    if let formula = chainFormula("crosswalk_verified", at: node) {
      offer["caveat"] = .caveat(formula)
    }
    return offer
  }
}
