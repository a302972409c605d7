import CEL
import Diagnostics
import DocumentArena
import RuleModel
import Submissions

// Kinds that count, compare elements with each other, or look at recorded steps and reports.
extension RuleCompilation {
  // count: size(of.filter(x, filled(x))) within bounds; with distinct each value once.
  func count(
    _ of: ExpressionText,
    _ distinct: Bool,
    _ min: ValueText?,
    _ max: ValueText?,
    at node: NodeID
  ) -> PartFamily? {
    guard min != nil || max != nil else {
      report(
        .missingArgument,
        LocalizedText(th: "count ต้องมี min หรือ max", en: "count needs min or max"),
        at: node
      )
      return nil
    }
    checkOrder(min, max, allowsBoth: true)
    let slot = read(of)
    guard isUsable(slot), isList(slot) else { return nil }
    var builder = TreeBuilder()
    let elements = filledElements(
      slot,
      absentIsEmpty: min != nil,
      asValues: distinct,
      in: &builder
    )
    let counted = distinct ? builder.call("distinct", elements) : elements
    let size = builder.call("size", counted)
    let formula = finish(builder, size, at: of.node, expecting: nil, shape: nil, text: of.text)
    guard let formula else { return nil }
    environment.variables["@value"] = .int
    let path = fieldPath(of)
    let value = Operand(
      slot: slots["@value"],
      name: "count",
      formula: formula,
      constant: nil,
      path: path,
      shape: nil
    )
    var operands = [value]
    for (bound, name) in [(min, "min"), (max, "max")] {
      guard let bound else { continue }
      guard let operand = operand(bound, name, peer: .int) else { return nil }
      operands.append(operand)
      let type = environment.variables["@" + name]
      guard couldBe(type, .int) else {
        let needs = LocalizedText(th: "count นับเป็นจำนวนเต็ม", en: "count counts in whole numbers")
        reportWrong(bound, type, needs, at: node)
        return nil
      }
    }
    let condition = self.formula(at: node) { builder in
      var terms: [Expression] = []
      for (bound, name) in [(min, "@min"), (max, "@max")] where bound != nil {
        let value = builder.name("@value")
        let limit = builder.name(name)
        terms.append(
          name == "@min"
            ? builder.call(Operator.lessOrEqual, limit, value)
            : builder.call(Operator.lessOrEqual, value, limit)
        )
      }
      if terms.count == 2 { return builder.call("both", terms[0], terms[1]) }
      return builder.and(terms)
    }
    guard let condition else { return nil }
    return PartFamily(
      kind: .count,
      key: .fixed(path?.text ?? of.text),
      operands: operands,
      asked: nil,
      emptyReason: .noElements,
      applicable: nil,
      condition: condition,
      place: path.map { .path($0) } ?? .item,
      catalogue: nil,
      shape: path?.shape
    )
  }

  /// The filled elements of a list, blank ones left out on the way; of a path that goes on after the
  /// list the elements themselves, their values only `asValues`, so that one that cannot be read is
  /// counted.
  private func filledElements(
    _ slot: ParsedSlot,
    absentIsEmpty: Bool,
    asValues: Bool,
    in builder: inout TreeBuilder
  ) -> Expression {
    guard let path = slot.path, let index = path.steps.firstIndex(where: \.throughList),
      index + 1 < path.steps.count,
      !path.steps[(index + 1)...].contains(where: \.throughList)
    else {
      let (list, _) = expression(slot, in: &builder)
      let present = absentIsEmpty ? builder.call("or_empty", list) : list
      let element = builder.name("@x")
      let test = builder.call("filled", element)
      return builder.filter(present, "@x", test)
    }
    var list = builder.spliceBase(of: slot)
    for step in path.steps[1...].prefix(index) { list = builder.select(list, step) }
    let present = absentIsEmpty ? builder.call("or_empty", list) : list
    var tested = builder.name("@x")
    for step in path.steps[(index + 1)...] { tested = builder.select(tested, step) }
    let test = builder.call("filled", tested)
    let kept = builder.filter(present, "@x", test)
    return asValues ? builder.map(kept, "@x", tested) : kept
  }

  // unique: for element b no earlier a agrees in the fields, unless the condition holds.
  func unique(
    _ list: ExpressionText,
    _ by: [ExpressionText],
    _ unless: ExpressionText?,
    at node: NodeID
  ) -> CompiledUnique? {
    guard let (lists, element) = sources([list], allowsMaps: false), let source = lists.first else {
      return nil
    }
    environment.variables["a"] = element
    environment.variables["b"] = element
    shapes["a"] = source.element
    shapes["b"] = source.element
    var keys: [Formula] = []
    var paths: [[String]] = []
    for field in by {
      let slot = read(field)
      let key = formula(at: field.node) { builder in
        let base = builder.name("b")
        return builder.splice(slot, below: base)
      }
      guard let key else { return nil }
      keys.append(key)
      paths.append(slot.path?.steps.map(\.name) ?? [])
    }
    var condition: Formula?
    if let unless {
      scope += ["a", "b"]
      condition = self.condition(unless)
      scope.removeLast(2)
      if condition == nil { return nil }
    }
    return CompiledUnique(
      list: source,
      first: slots["a"],
      second: slots["b"],
      keys: keys,
      keyPaths: paths,
      unless: condition
    )
  }

  // reported_each: for each period due, a dated report; its recipients have each had one.
  func reportedEach(_ reported: CheckKind.ReportedEach, at node: NodeID) -> PartFamily? {
    guard let (list, element) = searched([reported.list], at: node) else { return nil }
    guard areReports(reported, element, at: node) else { return nil }
    var operands = [list]
    if let grace = reported.graceDays {
      guard let operand = operand(grace, "grace", peer: .int) else { return nil }
      operands.append(operand)
      let type = environment.variables["@grace"]
      guard couldBe(type, .int) else {
        let needs = LocalizedText(th: "grace_days เป็นจำนวนวัน", en: "grace_days is a number of days")
        reportWrong(grace, type, needs, at: node)
        return nil
      }
    }
    let key =
      reported.key
      ?? ExpressionText(reported.period == .quarter ? "quarter" : "fiscal_year", at: node)
    let recipientField = reported.recipientField ?? ExpressionText("recipients", at: node)
    let catalogue = entryField(recipientField, element)?.catalogue ?? "parties"
    if let recipients = reported.recipients {
      guard let operand = operand(recipients, "recipients") else { return nil }
      if case .literals(let nodes, _) = recipients {
        for node in nodes {
          checkLiteral(node, FieldShape(type: .catalogue("parties"), owner: kind))
        }
      }
      operands.append(operand)
    }
    guard let due = duePeriods(reported, at: node) else { return nil }
    let report = { (isDated: Bool, builder: inout TreeBuilder) -> Expression in
      let found = self.entryField(key, in: &builder)
      let value = builder.name("@v")
      let isOfPeriod = builder.call("agrees", found, value)
      guard isDated else { return isOfPeriod }
      let date = self.entryField("date", in: &builder)
      return builder.call(Operator.and, isOfPeriod, builder.call("filled", date))
    }
    let condition = formula(at: node) { builder in
      let test = report(true, &builder)
      let there = builder.exists(builder.name("@list"), "entry", test)
      guard reported.recipients != nil else { return there }
      let found = self.entryField(recipientField, in: &builder)
      let names = self.matches(
        found,
        builder.name("@x"),
        catalogue: catalogue,
        in: &builder
      )
      let test2 = report(true, &builder)
      let both = builder.call(Operator.and, test2, names)
      let reached = builder.exists(builder.name("@list"), "entry", both)
      let all = builder.all(builder.name("@recipients"), "@x", reached)
      return builder.call(Operator.and, there, all)
    }
    let near = formula(at: node) { builder in
      let test = report(false, &builder)
      return builder.filter(builder.name("@list"), "entry", test)
    }
    let dated = formula(at: node) { builder in
      let test = report(true, &builder)
      return builder.filter(builder.name("@list"), "entry", test)
    }
    guard let condition, let near, let dated else { return nil }
    return PartFamily(
      kind: .reportedEach,
      key: .value,
      operands: operands,
      asked: due,
      emptyReason: .notDue,
      applicable: nil,
      condition: condition,
      place: .entry(
        near: near,
        list: list.path,
        detail: .report(dated: dated, recipients: recipientField.text)
      ),
      catalogue: nil,
      shape: reported.period == .year ? FieldShape(type: .beYear, owner: kind) : nil
    )
  }

  /// Whether the entries of a list are reports, with the fields that are read without being named.
  private func areReports(
    _ reported: CheckKind.ReportedEach,
    _ element: FieldShape?,
    at node: NodeID
  ) -> Bool {
    let isNamed = reported.recipients == nil || reported.recipientField != nil
    let period = reported.period == .quarter ? "quarter" : "fiscal_year"
    let names = (reported.key == nil ? [period] : []) + ["date"] + (isNamed ? [] : ["recipients"])
    return areRecords(
      environment.variables["entry"],
      element,
      with: names,
      LocalizedText(th: "รายงาน", en: "reports"),
      at: reported.list.node,
      reported.list.text
    )
  }

  private func entryField(_ text: ExpressionText, _ element: FieldShape?) -> FieldShape? {
    read(text).path?.steps.reduce(element) { $0?.member($1.name) }
  }

  private func duePeriods(_ reported: CheckKind.ReportedEach, at node: NodeID) -> Operand? {
    let formula = formula(at: node) { builder in
      let year = builder.name("fiscal_year")
      let grace = reported.graceDays == nil ? builder.int(0) : builder.name("@grace")
      let function = reported.period == .quarter ? "periods_due" : "years_due"
      return builder.call(function, year, grace, builder.name("as_of"))
    }
    guard let formula else { return nil }
    environment.variables["@v"] = .int
    return Operand(
      slot: slots["@v"],
      name: "v",
      formula: formula,
      constant: nil,
      path: nil,
      shape: nil
    )
  }
}
