import CEL
import Diagnostics
import DocumentArena
import LinearRegex
import RuleModel
import SourceText
import Submissions

// The kinds that look at a value: missing data is unknown.
extension RuleCompilation {
  // within: min <= value && value <= max && above < value && value < below, all of them known.
  func within(_ within: CheckKind.Within, at node: NodeID) -> PartFamily? {
    guard let value = operand(within.value, "value") else { return nil }
    let type = environment.variables["@value"]
    guard type != .string else {
      reportNoOrder(within.value, at: node)
      return nil
    }
    guard hasOrder(type) else {
      let needs = LocalizedText(
        th: "within ใช้กับตัวเลข จำนวนเงิน วันที่ หรือปี",
        en: "within takes a number, an amount, a day or a year"
      )
      reportWrong(within.value, type, needs, at: node, help: sizeHelp(type, within.value))
      return nil
    }
    for (lower, allowsBoth) in [(within.min, true), (within.above, false)] {
      checkOrder(lower, within.max, allowsBoth: allowsBoth)
      checkOrder(lower, within.below, allowsBoth: false)
    }
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
      checkLiterals(bound, value.shape)
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

  private func hasOrder(_ type: CELType?) -> Bool {
    switch type {
    case .bool?, .list?, .map?, .record?: false
    default: true
    }
  }

  private func sizeHelp(_ type: CELType?, _ value: ValueText) -> LocalizedText? {
    guard case .list? = type, let text = value.text?.text else { return nil }
    return LocalizedText(
      th: "ถ้าต้องการจำนวนรายการ ให้ใช้ count หรือ size(\(text))",
      en: "for the number of its elements use count, or size(\(text))"
    )
  }

  private func reportNoOrder(_ value: ValueText, at node: NodeID) {
    report(
      .notComparable,
      LocalizedText(
        th: "ข้อความไม่มีค่ามากน้อย within จึงใช้กับข้อความไม่ได้",
        en:
          "a text is neither more nor less than another: within needs a number, an amount or a day"
      ),
      at: value.text?.node ?? node,
      help: LocalizedText(
        th: "ถ้าต้องการความยาวของข้อความ ให้ใช้ size(…)",
        en: "for the length of a text write size(…)"
      )
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

  /// Reports a value that stands beside one with which it cannot be compared.
  func reportNotComparable(
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
      at: bound.node ?? node,
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
    if case .list(let a)? = a, case .list(let b)? = b { return canAgree(a, b) }
    return a == b || areComparable(a, b)
  }

  // pattern: value.matches(re), or not.
  func pattern(
    _ value: ValueText,
    _ matches: ExpressionText?,
    _ notMatches: ExpressionText?,
    at node: NodeID
  ) -> PartFamily? {
    guard let operand = operand(value, "value") else { return nil }
    guard isText("@value") else {
      let needs = LocalizedText(th: "pattern ใช้กับข้อความ", en: "pattern looks at a text")
      reportWrong(value, environment.variables["@value"], needs, at: node)
      return nil
    }
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
