import CEL
import Diagnostics
import DocumentArena
import LinearRegex
import RuleModel
import SourceText
import Submissions

// The kinds that look at a value: missing data is unknown.
extension RuleCompilation {
  // one_of: listed(value, options), or in_catalogue(id, value, edition, years).
  func oneOf(_ oneOf: CheckKind.OneOf, at node: NodeID) -> PartFamily? {
    guard let value = operand(oneOf.value, "value") else { return nil }
    var operands = [value]
    let condition: Formula?
    if let catalogue = oneOf.catalogue {
      guard let more = catalogueOperands(oneOf, at: node) else { return nil }
      operands += more
      condition = formula(at: node) { builder in
        let name = self.catalogueExpression(catalogue, in: &builder)
        let found = builder.name("@value")
        let edition =
          more.contains { $0.name == "edition" } ? builder.name("@edition") : builder.string("")
        let years =
          more.contains { $0.name == "years" }
          ? self.yearsExpression(in: &builder) : builder.list([])
        return builder.call("in_catalogue", name, found, edition, years)
      }
    } else if let options = oneOf.options {
      let type = environment.variables["@value"]
      guard let set = operand(options, "to", peer: type) else { return nil }
      checkLiterals(options, value.shape)
      operands.append(set)
      let catalogue = value.shape?.catalogue
      condition = formula(at: node) { builder in
        let found = builder.name("@value")
        let set = builder.name("@to")
        guard let catalogue else { return builder.call("listed", found, set) }
        let name = builder.string(catalogue)
        return builder.call("listed_in", name, found, set)
      }
    } else {
      report(
        .missingArgument,
        LocalizedText(
          th: "one_of ต้องมี options หรือ catalogue",
          en: "one_of needs options or catalogue"
        ),
        at: node
      )
      return nil
    }
    guard let condition else { return nil }
    return PartFamily(
      kind: .oneOf,
      key: .fixed(partName(value, oneOf.value)),
      operands: operands,
      asked: nil,
      emptyReason: .noElements,
      applicable: nil,
      condition: condition,
      place: .operand(value),
      catalogue: oneOf.catalogue,
      shape: value.shape
    )
  }

  private func catalogueOperands(_ oneOf: CheckKind.OneOf, at node: NodeID) -> [Operand]? {
    var operands: [Operand] = []
    if let edition = oneOf.edition {
      guard let cited = operand(edition, "edition") else { return nil }
      operands.append(cited)
    }
    if let years = oneOf.inForce {
      guard let inForce = operand(years, "years") else { return nil }
      operands.append(inForce)
    }
    guard let catalogue = oneOf.catalogue, !catalogue.hasPrefix("params.") else { return operands }
    if catalogue != "kinds", !context.names.has(catalogue) {
      let hint = Suggestion.closest(to: catalogue, in: context.names.ids + ["kinds"])
      report(
        .unknownCatalogue,
        LocalizedText(
          th: "ไม่มีบัญชีรายการ “\(catalogue)”",
          en: "there is no catalogue \"\(catalogue)\""
        ),
        at: node,
        help: hint.map {
          LocalizedText(th: "หมายถึง “\($0)” หรือไม่", en: "did you mean \"\($0)\"?")
        }
      )
      return nil
    }
    return operands
  }

  private func catalogueExpression(
    _ catalogue: String,
    in builder: inout TreeBuilder
  ) -> Expression {
    guard catalogue.hasPrefix("params.") else { return builder.string(catalogue) }
    let base = builder.name("params")
    return builder.field(String(catalogue.dropFirst("params.".count)), of: base)
  }

  /// The years of `in_force`: one year or a list of them.
  private func yearsExpression(in builder: inout TreeBuilder) -> Expression {
    let years = builder.name("@years")
    if case .int = environment.variables["@years"] { return builder.list([years]) }
    return years
  }

  /// The name of a part that is a value: its path below the element, else the text of the slot.
  func partName(_ operand: Operand, _ value: ValueText) -> String {
    if let path = operand.path, !path.keys.isEmpty { return path.keys.joined(separator: ".") }
    return value.text?.text ?? operand.name
  }

  // reference: list.exists(x, agrees(x.key, value)), in another submission when it was supplied.
  func reference(_ reference: CheckKind.Reference, at node: NodeID) -> PartFamily? {
    guard let value = operand(reference.value, "value") else { return nil }
    var operands = [value]
    var applicable: (formula: Formula, reason: GuardReason)?
    if let target = reference.target {
      guard let other = operand(.expression(target), "target") else { return nil }
      operands.append(other)
      let isSupplied = formula(at: node) { builder in
        let target = builder.name("@target")
        return builder.supplied(target)
      }
      guard let isSupplied else { return nil }
      applicable = (isSupplied, .notSupplied)
    }
    let condition = formula(at: node) { builder in
      self.referenceTest(reference, in: &builder)
    }
    guard let condition else { return nil }
    return PartFamily(
      kind: .reference,
      key: .fixed(partName(value, reference.value)),
      operands: operands,
      asked: nil,
      emptyReason: .noElements,
      applicable: applicable,
      condition: condition,
      place: .operand(value),
      catalogue: nil,
      shape: value.shape
    )
  }

  private func referenceTest(
    _ reference: CheckKind.Reference,
    in builder: inout TreeBuilder
  ) -> Expression {
    let list: Expression
    if reference.target != nil {
      let target = builder.name("@target")
      let other = builder.related(target)
      list = builder.splice(read(reference.list), below: other)
    } else {
      list = expression(read(reference.list), in: &builder).0
    }
    let element = builder.name("@x")
    let found = reference.key.map { builder.splice(read($0), below: element) } ?? element
    let value = builder.name("@value")
    let test = builder.call("agrees", found, value)
    let present = builder.call("or_empty", list)
    let exists = builder.exists(present, "@x", test)
    let known = builder.call("known", value)
    let no = builder.bool(false)
    return builder.call(Operator.conditional, known, exists, no)
  }

  // within: min <= value && value <= max && above < value && value < below, all of them known.
  func within(_ within: CheckKind.Within, at node: NodeID) -> PartFamily? {
    guard let value = operand(within.value, "value") else { return nil }
    let type = environment.variables["@value"]
    var operands = [value]
    var tests: [(name: String, comparison: String, isLower: Bool)] = []
    let bounds: [(ValueText?, String, String, Bool)] = [
      (within.min, "min", Operator.lessOrEqual, true),
      (within.above, "above", Operator.less, true),
      (within.max, "max", Operator.lessOrEqual, false),
      (within.below, "below", Operator.less, false),
    ]
    for (bound, name, comparison, isLower) in bounds {
      guard let bound else { continue }
      guard let operand = operand(bound, name, peer: type) else { return nil }
      operands.append(operand)
      tests.append(("@" + name, comparison, isLower))
      guard areComparable(type, environment.variables["@" + name]) else {
        reportNotComparable(type, environment.variables["@" + name], bound, at: node)
        return nil
      }
    }
    guard !tests.isEmpty else {
      report(
        .missingArgument,
        LocalizedText(
          th: "within ต้องมี min, max, above หรือ below",
          en: "within needs min, max, above or below"
        ),
        at: node
      )
      return nil
    }
    let condition = formula(at: node) { builder in
      var result: Expression?
      for test in tests {
        let bound = builder.name(test.name)
        let value = builder.name("@value")
        let holds =
          test.isLower
          ? builder.call(test.comparison, bound, value)
          : builder.call(test.comparison, value, bound)
        result = result.map { builder.call("both", $0, holds) } ?? holds
      }
      return result ?? builder.bool(true)
    }
    guard let condition else { return nil }
    return PartFamily(
      kind: .within,
      key: .fixed(partName(value, within.value)),
      operands: operands,
      asked: nil,
      emptyReason: .noElements,
      applicable: nil,
      condition: condition,
      place: .operand(value),
      catalogue: nil,
      shape: value.shape
    )
  }

  /// Whether two types have an order between them.
  private func areComparable(_ a: CELType?, _ b: CELType?) -> Bool {
    switch (a, b) {
    case (nil, _), (_, nil), (.dyn?, _), (_, .dyn?), (.error?, _), (_, .error?): true
    case (.int?, .opaque(let name, _)?), (.opaque(let name, _)?, .int?):
      name != PlanType.dateName
    case (.string?, .string?), (.bool?, .bool?): true
    case (.list?, _), (_, .list?), (.map?, _), (_, .map?), (.record?, _), (_, .record?): false
    default: a == b
    }
  }

  private func reportNotComparable(
    _ a: CELType?,
    _ b: CELType?,
    _ bound: ValueText,
    at node: NodeID
  ) {
    let left = TypeName.of(a)
    let right = TypeName.of(b)
    report(
      .notComparable,
      LocalizedText(
        th: "เทียบ\(left.th)กับ\(right.th)ไม่ได้",
        en: "\(left.en) cannot be compared with \(right.en)"
      ),
      at: bound.text?.node ?? node,
      help: bound.text.flatMap { dateHelp($0.text) }
    )
  }

  /// A day written bare is arithmetic in CEL.
  private func dateHelp(_ text: String) -> LocalizedText? {
    guard AmountFunctions.readDate(text) != nil else { return nil }
    return LocalizedText(
      th: "วันที่ให้เขียนว่า date(\"\(text)\")",
      en: "write a day as date(\"\(text)\")"
    )
  }

  // equal: same(value, to).
  func equal(_ value: ValueText, _ to: ValueText, at node: NodeID) -> PartFamily? {
    guard let found = operand(value, "value") else { return nil }
    let type = environment.variables["@value"]
    guard let wanted = operand(to, "to", peer: type) else { return nil }
    checkLiterals(to, found.shape)
    let other = environment.variables["@to"]
    guard areEquatable(type, other) else {
      reportNotComparable(type, other, to, at: node)
      return nil
    }
    let catalogue = found.shape?.catalogue
    let condition = formula(at: node) { builder in
      let found = builder.name("@value")
      let wanted = builder.name("@to")
      guard let catalogue else { return builder.call("same", found, wanted) }
      let name = builder.string(catalogue)
      let options = builder.list([wanted])
      return builder.call("listed_in", name, found, options)
    }
    guard let condition else { return nil }
    return PartFamily(
      kind: .equal,
      key: .fixed(partName(found, value)),
      operands: [found, wanted],
      asked: nil,
      emptyReason: .noElements,
      applicable: nil,
      condition: condition,
      place: .operand(found),
      catalogue: nil,
      shape: found.shape
    )
  }

  private func areEquatable(_ a: CELType?, _ b: CELType?) -> Bool {
    if case .list? = a, case .list? = b { return true }
    return a == b || areComparable(a, b)
  }

  // total: of == sum(lines), silent when there are no lines.
  func total(_ of: ExpressionText, _ lines: [ExpressionText], at node: NodeID) -> PartFamily? {
    guard let value = operand(.expression(of), "value") else { return nil }
    guard let list = totalLines(lines, at: node) else { return nil }
    let sum = formula(at: node) { builder in
      let lines = builder.name("@list")
      return builder.call("sum", lines)
    }
    guard let sum else { return nil }
    environment.variables["@to"] = sum.type
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

  /// The amounts of all lists of lines that this kind has; an empty list that is written is empty.
  private func totalLines(_ lines: [ExpressionText], at node: NodeID) -> Operand? {
    var builder = TreeBuilder()
    var joined: Expression?
    for text in lines {
      let slot = read(text)
      guard isUsable(slot) else { return nil }
      guard let path = slot.path, rootPathExists(path) else { continue }
      let base = builder.spliceBase(of: slot)
      let (list, _) = asWritten(path, base, in: &builder)
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

  /// A path through a list in which an empty list that is written stays empty.
  private func asWritten(
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
    let written = builder.call("as_written", list)
    let element = builder.name("@e")
    var inner = element
    for step in path.steps[(index + 1)...] { inner = builder.select(inner, step) }
    return (builder.map(written, "@e", inner), nil)
  }

  /// Whether this kind has the list that a path begins with: others add nothing.
  private func rootPathExists(_ path: PathSyntax) -> Bool {
    guard !elementNames.contains(path.base), !isDefinition(path.base) else { return true }
    guard kind.root.field(path.base) != nil else { return false }
    let end = path.steps.firstIndex(where: \.throughList) ?? path.steps.count - 1
    return path.steps[1...].prefix(end).reduce(shapes[path.base]) { $0?.member($1.name) } != nil
  }

  // pattern: value.matches(re), or not.
  func pattern(
    _ value: ValueText,
    _ matches: ExpressionText?,
    _ notMatches: ExpressionText?,
    at node: NodeID
  ) -> PartFamily? {
    guard let operand = operand(value, "value") else { return nil }
    guard matches != nil || notMatches != nil else {
      report(
        .missingArgument,
        LocalizedText(
          th: "pattern ต้องมี matches หรือ not_matches",
          en: "pattern needs matches or not_matches"
        ),
        at: node
      )
      return nil
    }
    for text in [matches, notMatches].compactMap({ $0 }) where !isPattern(text) { return nil }
    let condition = formula(at: node) { builder in
      var terms: [Expression] = []
      if let matches {
        let value = builder.name("@value")
        let pattern = builder.string(matches.text)
        terms.append(builder.call("matches", value, pattern))
      }
      if let notMatches {
        let value = builder.name("@value")
        let pattern = builder.string(notMatches.text)
        let found = builder.call("matches", value, pattern)
        terms.append(builder.call(Operator.not, found))
      }
      return builder.and(terms)
    }
    guard let condition else { return nil }
    return PartFamily(
      kind: .pattern,
      key: .fixed(partName(operand, value)),
      operands: [operand],
      asked: nil,
      emptyReason: .noElements,
      applicable: nil,
      condition: condition,
      place: .operand(operand),
      catalogue: nil,
      shape: operand.shape
    )
  }

  private func isPattern(_ text: ExpressionText) -> Bool {
    do throws(RegexError) {
      _ = try LinearRegex(pattern: text.text)
      return true
    } catch {
      let start = UInt32(clamping: error.utf8Offset)
      let length = UInt32(clamping: max(1, error.fragment.utf8.count))
      report(
        .badPattern,
        LocalizedText(
          th: "รูปแบบข้อความ (RE2) ไม่ถูกต้อง: \(error.messageTH)",
          en: "the regular expression (RE2) cannot be read: \(error.messageEN)"
        ),
        at: text.node,
        span: SourceSpan(start: start, end: start + length)
      )
      return false
    }
  }

  // assert: the condition itself.
  func assert(_ text: ExpressionText) -> PartFamily? {
    guard let condition = condition(text) else { return nil }
    return PartFamily(
      kind: .assert,
      key: .fixed("assert"),
      operands: [],
      asked: nil,
      emptyReason: .noElements,
      applicable: nil,
      condition: condition,
      place: .item,
      catalogue: nil,
      shape: nil
    )
  }
}
