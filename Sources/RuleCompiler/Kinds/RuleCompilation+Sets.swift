import CEL
import Diagnostics
import DocumentArena
import LinearRegex
import RuleModel
import SourceText
import Submissions

// The kinds that look a value up.
extension RuleCompilation {
  // one_of: listed(value, options), or in_catalogue(id, value, edition, years).
  func oneOf(_ oneOf: CheckKind.OneOf, at node: NodeID) -> PartFamily? {
    guard let value = operand(oneOf.value, "value"), isOne(oneOf, at: node) else { return nil }
    if let plan = oneOf.itemsOf { return itemOfPlan(value, plan, oneOf, at: node) }
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
      guard let set = operand(options, "to", peer: type), isSet(options, of: type, at: node) else {
        return nil
      }
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
          th: "one_of ต้องมี options, catalogue หรือ items_of",
          en: "one_of needs options, catalogue or items_of"
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

  /// Whether what `one_of` looks at is one value, and a text where names are looked up.
  private func isOne(_ oneOf: CheckKind.OneOf, at node: NodeID) -> Bool {
    let type = environment.variables["@value"]
    switch type {
    case .list?, .map?, .record?:
      let needs = LocalizedText(th: "one_of ใช้กับค่าเดียว", en: "one_of looks at one value")
      let help = LocalizedText(
        th: "รายการให้ไล่ทีละรายการด้วย for_each หรือ each หรือใช้ covers ส่วนกลุ่มช่องข้อมูลให้ระบุช่อง",
        en: "go through a list with for_each or each, or use covers; of a group name the field"
      )
      reportWrong(oneOf.value, type, needs, at: node, help: help)
      return false
    default: break
    }
    guard oneOf.options == nil, !isText("@value") else { return true }
    let needs = LocalizedText(
      th: "ชื่อในบัญชีรายการและแผนเป็นข้อความ",
      en: "the items of catalogues and plans are named by texts"
    )
    reportWrong(oneOf.value, type, needs, at: node)
    return false
  }

  /// Whether the options are a list of what the value can be.
  private func isSet(_ options: ValueText, of type: CELType?, at node: NodeID) -> Bool {
    switch environment.variables["@to"] {
    case .list(let option)?:
      guard let type, !canAgree(type, option) else { return true }
      reportNotComparable(type, option, options, at: node)
      return false
    case nil, .dyn?, .error?, .parameter?, .optional?: return true
    case let set?:
      let text = options.text?.text ?? ""
      reportWrong(
        options,
        set,
        LocalizedText(th: "options ต้องเป็นรายการ", en: "options is a list"),
        at: node,
        help: LocalizedText(
          th: "ค่าเดียวให้ใช้ equal หรือเขียนเป็นนิพจน์ '[\(text)]'",
          en: "for one value use equal, or write '[\(text)]'"
        )
      )
      return false
    }
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
    guard let catalogue = oneOf.catalogue else { return operands }
    if let name = Self.parameter(of: catalogue) {
      let item = document.child(of: node, "one_of")
      let place = item.flatMap { document.child(of: $0, "catalogue") } ?? node
      let length = UInt32(clamping: catalogue.utf8.count)
      let span = SourceSpan(start: length - UInt32(clamping: name.utf8.count), end: length)
      return isParameter(name, at: place, span) ? operands : nil
    }
    if catalogue != "kinds", !context.names.has(catalogue) {
      let hint = Suggestion.nearest(to: catalogue, among: context.names.ids + ["kinds"])
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
    guard let name = Self.parameter(of: catalogue) else { return builder.string(catalogue) }
    return builder.field(name, of: builder.name("params"))
  }

  /// The parameter that names the catalogue, when it does: `params.categories`.
  private static func parameter(of catalogue: String) -> String? {
    catalogue.hasPrefix("params.") ? String(catalogue.dropFirst("params.".count)) : nil
  }

  /// The years of `in_force`: one year or a list of them.
  func yearsExpression(in builder: inout TreeBuilder) -> Expression {
    let years = builder.name("@years")
    if case .int = environment.variables["@years"] { return builder.list([years]) }
    return years
  }

  /// The name of a part that is a value: its path below the element, else the text of the slot.
  func partName(_ operand: Operand, _ value: ValueText) -> String {
    if let path = operand.path, !path.keys.isEmpty { return path.text }
    return value.text?.text ?? operand.name
  }

  // reference: list.exists(x, agrees(x.key, value)), in another submission when it was supplied.
  func reference(_ reference: CheckKind.Reference, at node: NodeID) -> PartFamily? {
    guard let value = operand(reference.value, "value") else { return nil }
    var operands = [value]
    var applicable: (formula: Formula, reason: GuardReason)?
    if reference.target == nil, !canRefer(reference, nil, at: node) { return nil }
    if let target = reference.target {
      guard let other = operand(.expression(target), "target"),
        canRefer(reference, other, at: node)
      else { return nil }
      operands.append(other)
      let kinds = kindsHaving(reference.list, among: other)
      let isSupplied = formula(at: node) { builder in
        let target = builder.name("@target")
        return builder.supplied(target, ofKinds: kinds)
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

  /// The kinds that have a list, when the other submission may be of a kind that does not; nil when all
  /// that it may be of have it.
  private func kindsHaving(_ list: ExpressionText, among target: Operand) -> [String]? {
    guard let name = PathSyntax(list.text)?.steps.first?.name else { return nil }
    if kinds(namedBy: target).allSatisfy({ $0.hasField(name) }) { return nil }
    return context.kinds.filter { $0.hasField(name) }.map(\.id)
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
}
