import CEL
import Catalogues
import Diagnostics
import DocumentArena
import RuleModel
import Submissions

// The kind that asks for documents.
extension RuleCompilation {
  // documents: documents.exists(d, d.type == t && filled… && not before after_step && not after before_step).
  func documents(_ documents: CheckKind.Documents, at node: NodeID) -> PartFamily? {
    let list = ExpressionText("documents", at: node)
    guard let (operand, element) = searched([list], at: node) else { return nil }
    let key = element?.member("type")
    let isTogether = documents.types == nil
    guard let value = documents.types ?? documents.anyOf else {
      report(
        .missingArgument,
        LocalizedText(th: "documents ต้องมี types หรือ any_of", en: "documents needs types or any_of"),
        at: node
      )
      return nil
    }
    guard let asked = asked(value, key: key, isList: true) else { return nil }
    if isTogether { environment.variables["@v"] = .list(.dyn) }
    let build = { (level: Int, builder: inout TreeBuilder) -> Expression in
      var terms = [self.documentType(isTogether, in: &builder)]
      if level > 0 { terms += self.documentFilled(documents, in: &builder) }
      if level > 1 { terms += self.documentDates(documents, in: &builder) }
      return builder.and(terms)
    }
    let condition = formula(at: node) { builder in
      let test = build(2, &builder)
      let range = builder.name("@list")
      return builder.exists(range, "entry", test)
    }
    let near = formula(at: node) { builder in
      let test = build(0, &builder)
      let range = builder.name("@list")
      return builder.filter(range, "entry", test)
    }
    let complete = formula(at: node) { builder in
      let test = build(1, &builder)
      let range = builder.name("@list")
      return builder.filter(range, "entry", test)
    }
    guard let condition, let near, let complete else { return nil }
    return PartFamily(
      kind: .documents,
      key: isTogether ? .together : .value,
      operands: [operand],
      asked: asked,
      emptyReason: .noElements,
      applicable: nil,
      condition: condition,
      place: .entry(near: near, list: operand.path, detail: .document(complete: complete)),
      catalogue: key?.catalogue ?? "document-types",
      shape: key
    )
  }

  private func documentType(_ isTogether: Bool, in builder: inout TreeBuilder) -> Expression {
    let written = entryField("type", in: &builder)
    let isTyped = builder.call("filled", written)
    let found = entryField("type", in: &builder)
    let value = builder.name("@v")
    // A code as it is written: one that is not listed was reported (STR-009) and does not count.
    guard isTogether else {
      return builder.and([isTyped, builder.call(Operator.equals, found, value)])
    }
    let option = builder.name("@x")
    let test = builder.call(Operator.equals, found, option)
    return builder.and([isTyped, builder.exists(value, "@x", test)])
  }

  private func documentFilled(
    _ documents: CheckKind.Documents,
    in builder: inout TreeBuilder
  ) -> [Expression] {
    guard let fields = documents.filled else {
      let title = entryField("title", in: &builder)
      let date = entryField("date", in: &builder)
      return [builder.call("filled", title), builder.call("filled", date)]
    }
    return fields.map { field in
      let value = entryField(field, in: &builder)
      return builder.call("filled", value)
    }
  }

  private func documentDates(
    _ documents: CheckKind.Documents,
    in builder: inout TreeBuilder
  ) -> [Expression] {
    var terms: [Expression] = []
    for (step, comparison) in [
      (documents.afterStep, Operator.greaterOrEqual), (documents.beforeStep, Operator.lessOrEqual),
    ] {
      guard let step, let code = stepExpression(step, in: &builder) else { continue }
      let isRecorded = builder.recorded(code)
      let date = entryField("date", in: &builder)
      let first = builder.date(of: code)
      let inTime = builder.call(comparison, date, first)
      let yes = builder.bool(true)
      terms.append(builder.call(Operator.conditional, isRecorded, inTime, yes))
    }
    return terms
  }
}
