import CEL
import Diagnostics
import DocumentArena
import RuleModel
import Submissions

// What the arguments of a kind can be. A kind becomes calls of helpers, which take more than makes sense:
// what never fits is told here, at the argument and in the words of the rule.
extension RuleCompilation {
  /// What stands at the end of a path, through lists on the way.
  func end(of path: PathSyntax) -> FieldShape? {
    var steps = path.steps[...]
    if path.base == "submission" { steps = steps.dropFirst() }
    guard let first = steps.first else { return nil }
    var shape = path.base == "submission" ? rootShape(first.name) : shapes[first.name]
    if first.throughList { shape = shape?.element }
    for step in steps.dropFirst() {
      shape = shape?.member(step.name)
      if step.throughList { shape = shape?.element }
    }
    return shape
  }

  /// The type of what a path leads to, where it is known before it is compiled; nil through lists.
  private func type(of path: PathSyntax) -> CELType? {
    if path.goesThroughList { return nil }
    if path.base == "params", path.steps.count == 2 {
      return environment.variables["params." + path.steps[1].name]
    }
    guard path.steps.count > 1 else { return environment.variables[path.base] }
    return type(of: shape(of: path))
  }

  private func type(of shape: FieldShape?) -> CELType? {
    shape.map { PlanType.celType(of: $0.type, owner: $0.owner.id) }
  }

  // MARK: Lists

  /// Whether a path leads to a list; reports one that surely does not.
  func isList(_ slot: ParsedSlot) -> Bool {
    guard let path = slot.path else { return true }
    switch type(of: path) {
    case .list?, .dyn?, .error?, nil: return true
    case let type?:
      let words = TypeName.of(type)
      report(
        .notAList,
        LocalizedText(
          th: "“\(slot.text.text)” เป็น\(words.th) ไม่ใช่รายการ",
          en: "\"\(slot.text.text)\" is \(words.en), not a list"
        ),
        at: slot.text.node,
        help: listHelp { _ in true }
      )
      return false
    }
  }

  /// Names the lists of the submission, and those in their elements, whose elements are wanted.
  func listHelp(_ isWanted: (FieldShape) -> Bool) -> LocalizedText? {
    var paths: [String] = []
    var inner: [String] = []
    for field in kind.root.fields {
      guard let element = FieldShape(type: field.type, owner: kind).element else { continue }
      if isWanted(element) { paths.append(field.name) }
      for member in element.record?.fields ?? [] {
        guard let entry = FieldShape(type: member.type, owner: kind).element, isWanted(entry) else {
          continue
        }
        inner.append("\(field.name)[].\(member.name)")
      }
    }
    paths += inner
    guard !paths.isEmpty else { return nil }
    let shown = paths.prefix(8).joined(separator: ", ") + (paths.count > 8 ? " …" : "")
    return LocalizedText(
      th: "รายการที่ใช้ได้ของ \(kind.id): \(shown)",
      en: "lists of \(kind.id) that fit: \(shown)"
    )
  }

  /// Whether the elements of a list have the fields that a kind reads; reports all that they lack at once.
  func areRecords(
    _ type: CELType?,
    _ shape: FieldShape?,
    with names: [String],
    _ what: LocalizedText,
    at node: NodeID,
    _ text: String
  ) -> Bool {
    switch type {
    case .dyn?, .error?, nil: return true
    default: break
    }
    let lacking = names.filter { shape?.member($0) == nil }
    if lacking.isEmpty || shape == nil && shapeIsOpen(type) { return true }
    let list = lacking.joined(separator: ", ")
    report(
      .wrongArgument,
      LocalizedText(
        th: "“\(text)” ไม่ใช่รายการของ\(what.th): ไม่มีช่องข้อมูล \(list)",
        en: "\"\(text)\" holds no \(what.en): its elements have no field \(list)"
      ),
      at: node,
      help: listHelp { entry in names.allSatisfy { entry.member($0) != nil } }
    )
    return false
  }

  private func shapeIsOpen(_ type: CELType?) -> Bool {
    if case .record? = type { return true }
    if case .map? = type { return true }
    return false
  }

  // MARK: Values

  /// Reports an argument of a type that the kind has no use for.
  func reportWrong(
    _ value: ValueText,
    _ type: CELType?,
    _ needs: LocalizedText,
    at node: NodeID,
    help: LocalizedText? = nil
  ) {
    let words = TypeName.of(type)
    let text = value.text?.text ?? ""
    report(
      .wrongArgument,
      LocalizedText(
        th: "\(needs.th) แต่ “\(text)” เป็น\(words.th)",
        en: "\(needs.en), but \"\(text)\" is \(words.en)"
      ),
      at: value.node ?? node,
      help: help
    )
  }

  /// Whether a value is a text, as far as its type is known.
  func isText(_ name: String) -> Bool { couldBe(environment.variables[name], .string) }

  /// Whether a value can be of a type.
  func couldBe(_ type: CELType?, _ wanted: CELType) -> Bool {
    switch type {
    case nil, .dyn?, .error?, .parameter?, .null?: true
    case .optional(let inner)?: couldBe(inner, wanted)
    default: type == wanted
    }
  }

  /// Whether a value of an entry can ever agree with one asked for, by their types: the same, or a list
  /// that holds it.
  func canAgree(_ found: CELType, _ asked: CELType) -> Bool {
    switch (found, asked) {
    case (.dyn, _), (_, .dyn), (.error, _), (_, .error), (.null, _), (_, .null): true
    case (.parameter, _), (_, .parameter): true
    case (.optional(let inner), _): canAgree(inner, asked)
    case (_, .optional(let inner)): canAgree(found, inner)
    case (.list(let a), .list(let b)): canAgree(a, b)
    case (.list(let element), _): canAgree(element, asked)
    case (.int, .opaque(let name, _)), (.opaque(let name, _), .int):
      name == PlanType.moneyName || name == PlanType.decimalName
    default: found == asked
    }
  }

  /// Whether what is asked for can be found in the entries of a list; reports what never can.
  ///
  /// - Parameters:
  ///   - asked: The type of one value asked for.
  ///   - value: The value asked for, as it is written.
  ///   - key: The field of an entry that is compared; nil for the entry itself.
  ///   - entry: What an entry is.
  ///   - type: The type of an entry.
  ///   - node: The item.
  /// - Returns: False when it never can be.
  func canBeFound(
    _ asked: CELType?,
    _ value: ValueText,
    by key: ExpressionText?,
    of entry: FieldShape?,
    _ type: CELType?,
    at node: NodeID
  ) -> Bool {
    let found: CELType?
    if let key {
      found = self.type(of: read(key).path?.steps.reduce(entry) { $0?.member($1.name) })
    } else {
      found = type
    }
    guard let found, let asked, !canAgree(found, asked) else { return true }
    guard key == nil, case .record = found else {
      reportNotComparable(found, asked, value, at: node)
      return false
    }
    let fields = entry?.record?.fields.map(\.name) ?? []
    let shown = fields.prefix(8).joined(separator: ", ") + (fields.count > 8 ? " …" : "")
    report(
      .missingArgument,
      LocalizedText(
        th: "แต่ละรายการเป็นกลุ่มช่องข้อมูล ต้องมี key บอกว่าเทียบกับช่องใด",
        en: "each entry is a group of fields: key must name the one that is compared"
      ),
      at: node,
      help: LocalizedText(th: "ช่องข้อมูลที่มี: \(shown)", en: "its fields: \(shown)")
    )
    return false
  }

  // MARK: Sums

  /// Whether a value is an amount or a number, which can be added up; a year is none.
  func isAddable(_ type: CELType?, _ shape: FieldShape?) -> Bool {
    if shape?.type == .beYear { return false }
    switch type {
    case nil, .dyn?, .error?, .int?, .uint?, .double?, .parameter?: return true
    case .opaque(let name, _)?: return name == PlanType.moneyName || name == PlanType.decimalName
    default: return false
    }
  }

  /// Whether a path gives the amounts of lines; reports one that gives something else.
  func areLines(_ slot: ParsedSlot) -> Bool {
    guard let path = slot.path else { return true }
    let needs = LocalizedText(
      th: "lines ต้องเป็นจำนวนเงินหรือตัวเลขในรายการ เช่น projects[].budget",
      en: "lines are the amounts or numbers of a list, such as projects[].budget"
    )
    var shape = end(of: path)
    var type = self.type(of: shape) ?? self.type(of: path)
    if case .list(let inner)? = type {
      shape = shape?.element
      type = inner
    } else if !path.goesThroughList, !couldBe(type, .list(.dyn)) {
      reportWrong(.expression(slot.text), type, needs, at: slot.text.node)
      return false
    }
    guard !isAddable(type, shape) else { return true }
    report(
      .wrongArgument,
      LocalizedText(
        th: "\(needs.th) แต่ค่าใน “\(slot.text.text)” เป็น\(words(type, shape).th)",
        en: "\(needs.en), but in \"\(slot.text.text)\" each is \(words(type, shape).en)"
      ),
      at: slot.text.node
    )
    return false
  }

  /// What a type is called; a year is called one.
  private func words(_ type: CELType?, _ shape: FieldShape?) -> LocalizedText {
    shape?.type == .beYear ? LocalizedText(th: "ปี พ.ศ.", en: "a year") : TypeName.of(type)
  }

  /// Whether the total of `total` can be compared with the sum of its lines; reports one that cannot.
  func isTotal(_ value: Operand, _ of: ExpressionText) -> Bool {
    let type = environment.variables["@value"]
    guard !isAddable(type, value.shape) else { return true }
    let needs = LocalizedText(
      th: "of ต้องเป็นจำนวนเงินหรือตัวเลข",
      en: "of is an amount or a number"
    )
    let words = words(type, value.shape)
    report(
      .wrongArgument,
      LocalizedText(
        th: "\(needs.th) แต่ “\(of.text)” เป็น\(words.th)",
        en: "\(needs.en), but \"\(of.text)\" is \(words.en)"
      ),
      at: of.node
    )
    return false
  }
}

extension ValueText {
  /// Where the value is written.
  var node: NodeID? {
    switch self {
    case .expression(let text): text.node
    case .literal(let node): node
    case .literals(_, let list): list
    }
  }
}
