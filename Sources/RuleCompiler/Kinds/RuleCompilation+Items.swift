import CEL
import Diagnostics
import DocumentArena
import RuleModel
import Submissions

// Items: modifiers, then the form that the kind gives them.
extension RuleCompilation {
  /// What an item inherits from those around it.
  struct Surroundings {
    /// The sentence of the nearest enclosing item that has one, else the rule's.
    var message: MessageTemplate?
    /// The place named by an enclosing item.
    var at: FieldPath?
    /// The label of the nearest enclosing item.
    var label: MessageTemplate?
    /// Whether an element is in scope.
    var hasElement: Bool
  }

  func items(_ items: [CheckItem], _ outer: Surroundings) -> [CompiledItem] {
    items.compactMap { item($0, outer) }
  }

  private func item(_ item: CheckItem, _ outer: Surroundings) -> CompiledItem? {
    var inner = outer
    inner.message = item.message ?? outer.message
    inner.label = item.label ?? outer.label
    inner.at = fieldPath(item.at) ?? outer.at
    if let at = item.at, !leadsToField(read(at), at: at.node) { return nil }
    checkSeverity(item)
    checkNeeds(item, outer)
    let before = diagnostics.count
    let when = item.when.flatMap { condition($0) }
    let pending = item.pending.flatMap { condition($0) }
    guard let form = form(of: item, inner) else { return nil }
    let fields = placeholders(of: item.kind, form, at: inner.at)
    let message = template(
      inner.message,
      for: item.kind,
      fields: fields,
      label: inner.label,
      at: item.node
    )
    guard
      diagnostics.count == before || diagnostics[before...].allSatisfy({ $0.severity == .warning })
    else { return nil }
    return CompiledItem(
      node: item.node,
      when: when,
      pending: pending,
      softer: item.severity.flatMap { $0 < rule.severity ? $0 : nil },
      at: inner.at,
      message: message,
      discriminator: discriminator(of: item.kind),
      form: form
    )
  }

  private func checkSeverity(_ item: CheckItem) {
    guard let severity = item.severity, severity >= rule.severity else { return }
    report(
      .notSofter,
      LocalizedText(
        th:
          "ระดับ \(severity.rawValue) ของรายการตรวจไม่ต่ำกว่าระดับของเกณฑ์ (\(rule.severity.rawValue)) จึงไม่มีผล",
        en:
          "severity \(severity.rawValue) of this item is not below the rule's (\(rule.severity.rawValue)) and has no effect"
      ),
      at: item.node,
      severity: .warning
    )
  }

  private func checkNeeds(_ item: CheckItem, _ outer: Surroundings) {
    guard case .assert = item.kind else { return }
    if item.message == nil, outer.message == nil {
      report(
        .assertNeeds,
        LocalizedText(
          th: "assert ต้องมี message เพราะไม่มีข้อความมาตรฐาน",
          en: "assert needs a message: it has no sentence of its own"
        ),
        at: item.node
      )
    }
    if item.at == nil, outer.at == nil, !outer.hasElement {
      report(
        .assertNeeds,
        LocalizedText(
          th: "assert ต้องมี at เพื่อบอกว่าให้ชี้ที่ช่องใด",
          en: "assert needs at: the field to point at"
        ),
        at: item.node
      )
    }
  }

  private func form(of item: CheckItem, _ inner: Surroundings) -> CompiledForm? {
    let node = item.node
    switch item.kind {
    case .present(let paths): return parts(paths.compactMap { present($0) }, of: paths.count)
    case .covers(let covers): return self.covers(covers, at: node).map { .parts([$0]) }
    case .documents(let documents): return self.documents(documents, at: node).map { .parts([$0]) }
    case .alignedTo(let aligned): return alignedTo(aligned, at: node).map { .parts([$0]) }
    case .chain(let links): return chain(links, at: node).map { .parts([$0]) }
    case .oneOf(let oneOf): return self.oneOf(oneOf, at: node).map { .parts([$0]) }
    case .reference(let reference): return self.reference(reference, at: node).map { .parts([$0]) }
    case .within(let within): return self.within(within, at: node).map { .parts([$0]) }
    case .equal(let value, let to): return equal(value, to, at: node).map { .parts([$0]) }
    case .total(let of, let lines): return total(of, lines, at: node).map { .parts([$0]) }
    case .count(let of, let distinct, let min, let max):
      return count(of, distinct, min, max, at: node).map { .parts([$0]) }
    case .pattern(let value, let matches, let notMatches):
      return pattern(value, matches, notMatches, at: node).map { .parts([$0]) }
    case .unique(let list, let by, let unless):
      return unique(list, by, unless, at: node).map { .unique($0) }
    case .before(let before): return self.before(before, at: node).map { .parts([$0]) }
    case .steps(let rows): return steps(rows, at: node).map { .steps($0) }
    case .reportedEach(let reported):
      return reportedEach(reported, at: node).map { .parts([$0]) }
    case .assert(let condition): return assert(condition).map { .parts([$0]) }
    case .ask: return .ask
    case .each(let each): return self.each(each, inner, at: node).map { .each($0) }
    case .any(let alternatives): return .any(items(alternatives, inner))
    case .all(let group): return .all(items(group, inner))
    case .not(let negated): return items([negated], inner).first.map { .not($0) }
    }
  }

  private func parts(_ families: [PartFamily], of count: Int) -> CompiledForm? {
    families.count == count ? .parts(families) : nil
  }

  // MARK: Elements

  /// The lists that an `each` or a selector goes through, with the type of their elements.
  func sources(
    _ texts: [ExpressionText],
    allowsMaps: Bool
  ) -> (lists: [ListSource], element: CELType)? {
    var lists: [ListSource] = []
    var element: CELType?
    for text in texts {
      guard let formula = formula(text) else { return nil }
      let type: CELType
      switch formula.type {
      case .list(let inner): type = inner
      case .map(_, let value) where allowsMaps: type = value
      case .dyn, .error: type = .dyn
      default:
        report(
          .notAList,
          LocalizedText(
            th: "“\(text.text)” ไม่ใช่รายการ จึงไล่ตรวจทีละรายการไม่ได้",
            en: "\"\(text.text)\" is not a list, so it cannot be gone through"
          ),
          at: text.node
        )
        return nil
      }
      element = element == nil || element == type ? type : .dyn
      let base = read(text).path?.base
      lists.append(
        ListSource(
          formula: formula,
          path: fieldPath(text),
          isForeign: base.map { isForeignList($0) } ?? false,
          element: formula.shape?.element ?? mapValue(formula.shape)
        )
      )
    }
    return (lists, element ?? .dyn)
  }

  private func mapValue(_ shape: FieldShape?) -> FieldShape? {
    guard let shape, case .map(let value) = shape.type else { return nil }
    return FieldShape(type: value, owner: shape.owner)
  }

  private func isForeignList(_ name: String) -> Bool {
    kind.field(name) == nil && shapes[name]?.field?.name == name
  }

  /// Brings the name of an element of some lists into scope.
  func enter(_ name: String, _ type: CELType, of lists: [ListSource]) {
    enter(name, type, joined(lists))
    if type == .dyn { environment.possibleTypes[name] = possibleElements(of: lists) }
  }

  /// Brings the name of an element into scope.
  func enter(_ name: String, _ type: CELType, _ shape: FieldShape?) {
    environment.variables[name] = type
    environment.possibleTypes[name] = nil
    shapes[name] = shape
    scope.append(name)
  }

  /// What an element of several lists can be; nil where one of them may hold anything.
  private func possibleElements(of lists: [ListSource]) -> [CELType]? {
    var types: [CELType] = []
    for list in lists {
      switch list.formula.type {
      case .list(let element) where element != .dyn, .map(_, let element) where element != .dyn:
        if !types.contains(element) { types.append(element) }
      default: return nil
      }
    }
    return types
  }

  /// One shape for elements of several lists: that of the first, where all agree in their record.
  func joined(_ lists: [ListSource]) -> FieldShape? {
    lists.first { !$0.isForeign }?.element ?? lists.first?.element
  }

  private func each(
    _ each: CheckKind.Each,
    _ inner: Surroundings,
    at node: NodeID
  ) -> CompiledEach? {
    let isMap = each.names.count > 1
    guard let (lists, element) = sources(each.lists, allowsMaps: isMap) else { return nil }
    let depth = scope.count
    for name in each.names where hasField(name) {
      reportNameTwice(name, at: nodeOfName(in: node))
    }
    if isMap { enter(each.names[0], .string, nil) }
    guard let name = each.names.last else { return nil }
    enter(name, element, of: lists)
    defer { scope.removeLast(scope.count - depth) }
    var surroundings = inner
    surroundings.hasElement = true
    let whereCondition = each.whereCondition.flatMap { condition($0) }
    let items = self.items(each.items, surroundings)
    return CompiledEach(
      sources: lists,
      slots: each.names.map { slots[$0] },
      names: each.names,
      whereCondition: whereCondition,
      ifNone: each.ifNone,
      items: items
    )
  }

  /// Where an `each` names its element.
  private func nodeOfName(in item: NodeID) -> NodeID {
    document.child(of: item, "each").flatMap { document.child(of: $0, "as") } ?? item
  }

  // MARK: Identity

  /// What tells an item from others of the rule: its kind and what it looks at.
  func discriminator(of kind: CheckKind) -> String {
    switch kind {
    case .present: "present"
    case .covers(let covers): "covers " + covers.lists.map(\.text).joined(separator: "+")
    case .documents: "documents"
    case .alignedTo(let aligned): "aligned_to " + (aligned.list?.text ?? "alignments")
    case .chain(let links): "chain " + links.text
    case .oneOf(let oneOf): "one_of " + source(of: oneOf.value)
    case .reference(let reference): "reference " + source(of: reference.value)
    case .within(let within):
      "within " + source(of: within.value) + " "
        + [within.min, within.above, within.max, within.below].map { $0.map(source) ?? "" }
        .joined(separator: ",")
    case .equal(let value, let to): "equal " + source(of: value) + "," + source(of: to)
    case .total(let of, _): "total " + of.text
    case .count(let of, _, _, _): "count " + of.text
    case .pattern(let value, let matches, let notMatches):
      "pattern " + source(of: value) + " " + (matches?.text ?? "") + (notMatches?.text ?? "")
    case .unique(let list, _, _): "unique " + list.text
    case .before(let before): "before " + before.earlier.text + "," + before.later.text
    case .steps: "steps"
    case .reportedEach(let reported): "reported_each " + reported.list.text
    case .assert(let condition): "assert " + condition.text
    case .ask: "ask"
    case .each(let each): "each " + each.lists.map(\.text).joined(separator: "+")
    case .any(let items), .all(let items):
      "group " + items.map { discriminator(of: $0.kind) }.joined(separator: "|")
    case .not(let item): "not " + discriminator(of: item.kind)
    }
  }

  private func source(of value: ValueText) -> String {
    switch value {
    case .expression(let text): text.text
    case .literal(let node): document.text(of: node)
    case .literals(let nodes, _): nodes.map { document.text(of: $0) }.joined(separator: ",")
    }
  }
}
