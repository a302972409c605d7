import CEL
import Catalogues
import Diagnostics
import DocumentArena
import RuleModel
import Submissions

// The kind that asks for links to plans.
extension RuleCompilation {
  // aligned_to: alignments.exists(e, e.plan == p && filled(e.item) && filled(e.how)).
  func alignedTo(_ aligned: CheckKind.AlignedTo, at node: NodeID) -> PartFamily? {
    let list = aligned.list ?? ExpressionText("alignments", at: node)
    guard let (operand, element) = searched([list], at: node),
      areLinks(list, element, with: ["plan"])
    else { return nil }
    let key = element?.member("plan")
    let isTogether = aligned.allOf == nil
    let asked: Operand?
    if let levels = aligned.levels {
      asked = planLevels(levels)
    } else if let value = aligned.allOf ?? aligned.anyOf {
      asked = self.asked(value, key: key, isList: true)
      if isTogether { environment.variables["@v"] = .list(.dyn) }
    } else {
      report(
        .missingArgument,
        LocalizedText(
          th: "aligned_to ต้องมี all_of, any_of หรือ levels",
          en: "aligned_to needs all_of, any_of or levels"
        ),
        at: node
      )
      return nil
    }
    guard let asked else { return nil }
    let build = { (isNear: Bool, builder: inout TreeBuilder) -> Expression in
      let plan = self.entryField("plan", in: &builder)
      var terms: [Expression] = []
      let value = builder.name("@v")
      if isTogether {
        let option = builder.name("@x")
        let test = self.matches(plan, option, catalogue: "plans", in: &builder)
        terms.append(builder.exists(value, "@x", test))
      } else {
        terms.append(self.matches(plan, value, catalogue: "plans", in: &builder))
      }
      if isNear { terms = terms.map { builder.call("surely", $0) } }
      if !isNear { terms += self.alignmentFilled(aligned, in: &builder) }
      if !isNear, aligned.isInCatalogue {
        let item = self.entryField("item", in: &builder)
        let edition = builder.string("")
        terms.append(builder.call("in_framework", plan, item, edition, builder.list([])))
      }
      return builder.and(terms)
    }
    let condition = formula(at: node) { builder in
      let test = build(false, &builder)
      let range = builder.name("@list")
      return builder.exists(range, "entry", test)
    }
    let near = formula(at: node) { builder in
      let test = build(true, &builder)
      let range = builder.name("@list")
      return builder.filter(range, "entry", test)
    }
    guard let condition, let near else { return nil }
    return PartFamily(
      kind: .alignedTo,
      key: isTogether ? .together : .value,
      operands: [operand],
      asked: asked,
      emptyReason: .noElements,
      applicable: nil,
      condition: condition,
      place: .entry(near: near, list: operand.path, detail: .entry),
      catalogue: "plans",
      shape: FieldShape(type: .catalogue("plans"), owner: kind)
    )
  }

  /// Whether the entries of a list are links to plans.
  func areLinks(_ list: ExpressionText, _ element: FieldShape?, with names: [String]) -> Bool {
    areRecords(
      environment.variables["entry"],
      element,
      with: names,
      LocalizedText(th: "ความเชื่อมโยงกับแผน", en: "links to plans"),
      at: list.node,
      list.text
    )
  }

  private func alignmentFilled(
    _ aligned: CheckKind.AlignedTo,
    in builder: inout TreeBuilder
  ) -> [Expression] {
    guard let fields = aligned.filled else {
      let item = entryField("item", in: &builder)
      let how = entryField("how", in: &builder)
      return [builder.call("filled", item), builder.call("filled", how)]
    }
    return fields.map { field in
      let value = entryField(field, in: &builder)
      return builder.call("filled", value)
    }
  }

  /// The plans of some levels of the registry.
  private func planLevels(_ levels: [Int]) -> Operand {
    let plans = context.names.items("plans").filter { plan in
      plan.level.map { levels.contains($0) } ?? false
    }
    environment.variables["@v"] = .list(.dyn)
    let values = plans.map { Value(.string($0.id)) }
    return Operand(
      slot: slots["@v"],
      name: "v",
      formula: nil,
      constant: Value(.list(.elements(values))),
      path: nil,
      shape: nil
    )
  }
}
