import CEL
import Catalogues
import Diagnostics
import DocumentArena
import RuleModel
import SourceText
import Submissions

// Codes that stand in a rule must exist: plans, steps, document types, parties, enum values.
extension RuleCompilation {
  /// The names that selectors and `each` give to elements.
  var elementNames: Set<String> {
    if let known = knownElementNames { return known }
    let names = Set(rule.selectors.map(\.name) + RuleSlots.eachNames(of: rule.items))
    knownElementNames = names
    return names
  }

  /// Checks a code that stands for itself.
  @discardableResult
  func checkCode(_ text: ExpressionText, catalogue: String) -> Bool {
    guard context.names.has(catalogue), context.names.item(catalogue, code: text.text) == nil else {
      return true
    }
    reportCode(
      text.text,
      CodeWords.of(catalogue: catalogue),
      context.names.items(catalogue).map(\.id),
      at: text.node,
      span: nil
    )
    return false
  }

  /// Checks the literals of a value slot against what they are compared with.
  func checkLiterals(_ value: ValueText, _ shape: FieldShape?) {
    switch value {
    case .literal(let node): checkLiteral(node, shape)
    case .literals(let nodes, _):
      for node in nodes {
        checkLiteral(node, shape)
        warnOfName(node, shape)
      }
    case .expression(let text):
      // A figure in quotes is CEL and means the same.
      guard let shape, let number = Int64(text.text) else { return }
      checkYear(number, shape, at: text.node, span: nil)
    }
  }

  func checkLiteral(_ node: NodeID, _ shape: FieldShape?) {
    guard let shape else { return }
    switch document.kind(of: node) {
    case .string: checkCode(document.text(of: node), shape, at: node, span: nil)
    case .int:
      if let number = Int64(document.text(of: node)) {
        checkYear(number, shape, at: node, span: nil)
      }
    default: break
    }
  }

  /// Reports a year that stands beside one of the Buddhist era and is none itself.
  private func checkYear(_ number: Int64, _ shape: FieldShape, at node: NodeID, span: SourceSpan?) {
    guard shape.type == .beYear || shape.type == .list(.beYear),
      let refusal = DateFunctions.checkYear(number)
    else { return }
    report(.literalType, refusal.message, at: node, span: span, help: refusal.help)
  }

  private func checkCode(_ code: String, _ shape: FieldShape, at node: NodeID, span: SourceSpan?) {
    if let codes = shape.codes {
      guard !codes.codes.contains(where: { $0.id.hasSameBytes(as: code) }) else { return }
      reportCode(
        code,
        LocalizedText(th: "ค่าของ \(codes.name)", en: "value of \(codes.name)"),
        codes.codes.map(\.id),
        at: node,
        span: span
      )
    } else if let catalogue = shape.catalogue, context.names.has(catalogue),
      context.names.item(catalogue, code) == nil
    {
      reportCode(
        code,
        CodeWords.of(catalogue: catalogue),
        context.names.items(catalogue).map(\.id),
        at: node,
        span: span
      )
    }
  }

  private func reportCode(
    _ code: String,
    _ what: LocalizedText,
    _ known: [String],
    at node: NodeID,
    span: SourceSpan?
  ) {
    let hint = Suggestion.nearest(to: code, among: known)
    let help =
      hint.map { LocalizedText(th: "หมายถึง “\($0)” หรือไม่", en: "did you mean \"\($0)\"?") }
      ?? (known.count <= 12
        ? LocalizedText(
          th: "ที่มีคือ \(known.joined(separator: ", "))",
          en: "there are \(known.joined(separator: ", "))"
        ) : nil)
    report(
      .unknownCode,
      LocalizedText(th: "ไม่มี\(what.th) “\(code)”", en: "there is no \(what.en) \"\(code)\""),
      at: node,
      span: span,
      help: help
    )
  }

  /// Checks the codes with which fields are compared in CEL.
  func checkCodes(in slot: ParsedSlot) -> Bool {
    guard let tree = slot.tree, checkedSlots.insert(Int(slot.text.node.rawValue)).inserted else {
      return true
    }
    let before = diagnostics.count
    var walk = CodeWalk(compilation: self, slot: slot, tree: tree)
    walk.visit(tree.root, [:])
    return diagnostics.count == before
  }

  fileprivate func checkItem(
    _ item: String,
    of plan: String,
    _ id: ExpressionID,
    _ slot: ParsedSlot
  ) {
    let queries = AlignmentQueries(source: context.alignment, names: context.names)
    guard let refusal = queries.refusal(of: item, in: plan) else { return }
    report(
      .unknownCode,
      refusal.message,
      at: slot.text.node,
      span: slot.tree?.spans[id],
      help: refusal.help
    )
  }

  fileprivate func report(
    comparison literal: Literal,
    _ shape: FieldShape,
    _ id: ExpressionID,
    _ slot: ParsedSlot,
    help: @autoclosure () -> LocalizedText? = nil
  ) {
    let span = slot.tree?.spans[id]
    switch literal {
    case .string(let code): checkCode(code.string, shape, at: slot.text.node, span: span)
    case .int(let number) where DateFunctions.commonEraYear(number) != nil:
      checkYear(number, shape, at: slot.text.node, span: span)
    case .null:
      report(
        .notComparable,
        LocalizedText(
          th: "ช่องข้อมูลไม่มีค่า null: ช่องที่ว่างถือว่าไม่มีข้อมูล",
          en: "a field is never null: what is blank counts as missing"
        ),
        at: slot.text.node,
        span: span,
        help: help()
          ?? LocalizedText(
            th: "ถ้าต้องการรู้ว่ากรอกแล้วหรือไม่ ให้ใช้ filled(…) หรือแบบการตรวจ present",
            en: "to ask whether it is filled in, use filled(…), or the check kind present"
          )
      )
    default: break
    }
  }

  /// Warns of a text in a list that is also a field of the submission, where no list of codes tells which
  /// is meant.
  private func warnOfName(_ node: NodeID, _ shape: FieldShape?) {
    guard document.kind(of: node) == .string, shape?.codes == nil, shape?.catalogue == nil else {
      return
    }
    let text = document.text(of: node)
    guard hasField(text) else { return }
    report(
      .literalIsName,
      LiteralName.message(text),
      at: node,
      severity: .warning,
      help: LiteralName.help(text)
    )
  }
}

/// What the codes of a catalogue are called.
enum CodeWords {
  static func of(catalogue: String) -> LocalizedText {
    switch catalogue {
    case "plans": LocalizedText(th: "แผน", en: "plan")
    case "steps": LocalizedText(th: "ขั้นตอน", en: "step")
    case "document-types": LocalizedText(th: "ประเภทเอกสาร", en: "document type")
    case "parties": LocalizedText(th: "ผู้เกี่ยวข้อง", en: "party")
    default: LocalizedText(th: "รายการใน \(catalogue)", en: "item of \(catalogue)")
    }
  }
}

/// What types are called in messages about rules.
enum TypeName {
  static func of(_ type: CELType?) -> LocalizedText {
    switch type {
    case .opaque(PlanType.moneyName, _): LocalizedText(th: "จำนวนเงิน", en: "an amount of money")
    case .opaque(PlanType.dateName, _): LocalizedText(th: "วันที่", en: "a date")
    case .opaque(PlanType.decimalName, _): LocalizedText(th: "ตัวเลข", en: "a number")
    case .int, .uint: LocalizedText(th: "จำนวนเต็ม", en: "a whole number")
    case .double: LocalizedText(th: "เลขทศนิยมฐานสอง", en: "a binary fraction")
    case .string: LocalizedText(th: "ข้อความ", en: "a text")
    case .bool: LocalizedText(th: "ค่าจริงเท็จ", en: "true or false")
    case .list: LocalizedText(th: "รายการ", en: "a list")
    case .map, .record: LocalizedText(th: "กลุ่มช่องข้อมูล", en: "a group of fields")
    default: LocalizedText(th: "ค่าชนิดอื่น", en: "a value of another type")
    }
  }
}

/// Goes through a tree and checks `field == "code"` and `field in ["code"]`.
private struct CodeWalk {
  let compilation: RuleCompilation
  let slot: ParsedSlot
  let tree: SyntaxTree

  mutating func visit(_ expression: Expression, _ local: [String: FieldShape?]) {
    switch expression.kind {
    case .call(let function, let target, let arguments):
      compare(function, arguments, local)
      checkItem(function, target, arguments)
      if let target { visit(target, local) }
      for argument in arguments { visit(argument, local) }
    case .select(let operand, _, _): visit(operand, local)
    case .list(let elements):
      for element in elements { visit(element.value, local) }
    case .map(let entries):
      for entry in entries {
        visit(entry.key, local)
        visit(entry.value, local)
      }
    case .comprehension(let fold):
      visit(fold.range, local)
      var inner = local
      inner.updateValue(shape(of: fold.range, local)?.element, forKey: fold.variable)
      visit(fold.step, inner)
    case .literal, .identifier, .message, .invalid: break
    }
  }

  /// Checks `plan("id").item("text")`.
  private func checkItem(_ function: String, _ target: Expression?, _ arguments: [Expression]) {
    guard ["item", "has_item"].contains(function), arguments.count == 1,
      case .call("plan", nil, let named)? = target?.kind,
      case .literal(.string(let plan))? = named.first?.kind,
      case .literal(.string(let item)) = arguments[0].kind
    else { return }
    compilation.checkItem(item.string, of: plan.string, arguments[0].id, slot)
  }

  private func compare(
    _ function: String,
    _ arguments: [Expression],
    _ local: [String: FieldShape?]
  ) {
    guard arguments.count == 2 else { return }
    switch function {
    case Operator.equals, Operator.notEquals, Operator.less, Operator.lessOrEqual,
      Operator.greater, Operator.greaterOrEqual:
      for (field, literal) in [(arguments[0], arguments[1]), (arguments[1], arguments[0])] {
        guard case .literal(let code) = literal.kind, let shape = shape(of: field, local) else {
          continue
        }
        compilation.report(
          comparison: code,
          shape,
          literal.id,
          slot,
          help: Self.presenceHelp(function, Unparser.text(of: field, in: tree))
        )
      }
    case Operator.isIn:
      guard case .list(let elements) = arguments[1].kind,
        let shape = shape(of: arguments[0], local)
      else { return }
      for element in elements {
        guard case .literal(let code) = element.value.kind else { continue }
        compilation.report(comparison: code, shape, element.value.id, slot)
      }
    default: break
    }
  }

  /// What asks whether a field is filled in, in place of a comparison with null.
  private static func presenceHelp(_ function: String, _ field: String) -> LocalizedText? {
    let asking =
      switch function {
      case Operator.equals: "blank(\(field))"
      case Operator.notEquals: "filled(\(field))"
      default: ""
      }
    guard !asking.isEmpty else { return nil }
    return LocalizedText(
      th: "ให้เขียน \(asking) หรือใช้แบบการตรวจ present",
      en: "write \(asking), or use the check kind present"
    )
  }

  private func shape(of expression: Expression, _ local: [String: FieldShape?]) -> FieldShape? {
    switch expression.kind {
    case .identifier(let name):
      if let known = local[name] { return known }
      return compilation.shapes[name]
    case .select(let operand, let field, _):
      if case .identifier("params") = operand.kind { return compilation.shapes["params." + field] }
      if case .identifier("submission") = operand.kind { return compilation.rootShape(field) }
      return shape(of: operand, local)?.member(field)
    case .call("orValue", let target?, _): return shape(of: target, local)
    case .call(Operator.index, nil, let operands):
      return operands.first.flatMap { shape(of: $0, local)?.element }
    case .call("fiscal_year_of", nil, _), .call("be_year_of", nil, _):
      return FieldShape(type: .beYear, owner: compilation.kind)
    case .comprehension(let fold):
      if case .filter = fold.macro { return shape(of: fold.range, local) }
      return nil
    default: return nil
    }
  }
}
