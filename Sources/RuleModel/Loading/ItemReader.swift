import Catalogues
import Diagnostics
import DocumentArena

/// Reads check items: a check kind with its arguments, and modifiers.
struct ItemReader {
  let decoder: FileDecoder
  let context: RuleContext
  let ruleSeverity: Severity?

  /// The items of a `check`, which is always a list.
  func items(_ node: NodeID, scope: RuleScope, min: Int = 1) -> [CheckItem]? {
    let help = LocalizedText(
      th: "เขียนแต่ละข้อตรวจขึ้นต้นด้วยขีด เช่น - present: [title]",
      en: "begin each item with a dash, as in `- present: [title]`"
    )
    guard let elements = decoder.list(node, min: min, help: help) else { return nil }
    let items = elements.compactMap { item($0, scope: scope, isOnly: elements.count == 1) }
    return items.count == elements.count ? items : nil
  }

  /// One item.
  func item(_ node: NodeID, scope: RuleScope, isOnly: Bool = false) -> CheckItem? {
    let before = decoder.count
    guard let mapping = MappingReader(node, decoder, keys: RuleKeys.item) else { return nil }
    var scope = scope
    let message = mapping.optional("message").flatMap(decoder.message)
    let at = mapping.optional("at").flatMap { decoder.path($0, .fields) }
    scope.hasMessage = scope.hasMessage || mapping.has("message")
    scope.hasPlace = scope.hasPlace || mapping.has("at")
    let when = mapping.optional("when").flatMap(decoder.expression)
    let pending = mapping.optional("pending").flatMap(decoder.expression)
    let label = mapping.optional("label").flatMap(decoder.message)
    let severity = mapping.optional("severity").flatMap(severity)
    let given = RuleKeys.checkKinds.filter { mapping.has($0) }
    guard given.count == 1, let name = given.first else {
      // An unknown key has been told already; it was probably meant as the kind.
      if given.count > 1 || decoder.count == before { reportKinds(given, mapping) }
      return nil
    }
    guard let argument = mapping.optional(name),
      let kind = kind(name, argument, scope: scope, isAlone: isOnly)
    else { return nil }
    return CheckItem(
      kind: kind,
      when: when,
      pending: pending,
      severity: severity,
      label: label,
      at: at,
      message: message,
      node: node
    )
  }

  private func reportKinds(_ given: [String], _ mapping: MappingReader) {
    let names = DecodingWords.list(given)
    decoder.report(
      .checkKindMissing,
      .error,
      given.isEmpty
        ? LocalizedText(th: "ข้อตรวจนี้ไม่มีชนิดการตรวจ", en: "this item has no check kind")
        : LocalizedText(
          th: "ข้อตรวจนี้มีชนิดการตรวจหลายชนิด: \(names.th)",
          en: "this item has several check kinds: \(names.en)"
        ),
      at: decoder.value(mapping.node),
      help: given.isEmpty
        ? LocalizedText(
          th: "ชนิดการตรวจ: \(DecodingWords.list(RuleKeys.checkKinds).th)",
          en: "check kinds: \(DecodingWords.list(RuleKeys.checkKinds).en)"
        )
        : LocalizedText(
          th: "เขียนแต่ละชนิดเป็นข้อของตนเอง ขึ้นต้นด้วยขีด",
          en: "write each kind as an item of its own, with its own dash"
        )
    )
  }

  private func severity(_ node: NodeID) -> Severity? {
    let what = LocalizedText(th: "ระดับความสำคัญ", en: "severity")
    guard let severity = decoder.choice(node, of: Severity.self, what: what) else { return nil }
    if let ruleSeverity, severity >= ruleSeverity {
      decoder.report(
        .severityNotBelow,
        .error,
        LocalizedText(
          th: "ระดับ \(severity.rawValue) ไม่เบากว่าระดับ \(ruleSeverity.rawValue) ของเกณฑ์",
          en: "\(severity.rawValue) is not softer than \(ruleSeverity.rawValue), which the rule has"
        ),
        at: decoder.value(node),
        help: LocalizedText(
          th: "ลบ severity ออก หรือใช้ระดับที่เบากว่า",
          en: "leave `severity` out, or choose a softer one"
        )
      )
    }
    return severity
  }

  private func kind(
    _ name: String,
    _ node: NodeID,
    scope: RuleScope,
    isAlone: Bool
  ) -> CheckKind? {
    switch name {
    case "present": decoder.paths(node).map { .present($0) }
    case "covers": covers(node, scope)
    case "documents": documents(node, scope)
    case "aligned_to": alignedTo(node, scope)
    case "chain": chain(node)
    case "one_of": oneOf(node, scope)
    case "reference": reference(node)
    case "within": within(node)
    case "equal": equal(node)
    case "total": total(node)
    case "count": count(node)
    case "pattern": pattern(node)
    case "unique": unique(node)
    case "before": before(node)
    case "steps": steps(node)
    case "reported_each": reportedEach(node, scope)
    case "assert": assertion(node, scope)
    case "ask": ask(node, scope, isAlone: isAlone)
    case "each": each(node, scope)
    case "any": items(node, scope: scope, min: 2).map { .any($0) }
    case "all": items(node, scope: scope).map { .all($0) }
    case "not": item(node, scope: scope).map { .not($0) }
    default: nil
    }
  }
}

// MARK: - Combinators and free conditions

extension ItemReader {
  private func assertion(_ node: NodeID, _ scope: RuleScope) -> CheckKind? {
    guard let condition = decoder.expression(node) else { return nil }
    let lacksPlace = !scope.hasPlace && !scope.isInsideElement
    if !scope.hasMessage || lacksPlace {
      let missing = scope.hasMessage ? "at" : lacksPlace ? "message, at" : "message"
      decoder.report(
        .assertIncomplete,
        .error,
        LocalizedText(
          th: "assert ต้องมี \(missing)",
          en: "`assert` needs \(missing)"
        ),
        at: decoder.key(node),
        help: LocalizedText(
          th: "message คือข้อความของข้อค้นพบ at คือช่องข้อมูลที่จะชี้",
          en: "`message` is the sentence of its findings, `at` the field to point at"
        )
      )
    }
    return .assert(condition)
  }

  private func ask(_ node: NodeID, _ scope: RuleScope, isAlone: Bool) -> CheckKind? {
    if !isAlone || scope.isNested {
      decoder.report(
        .askNotAlone,
        .error,
        LocalizedText(
          th: "ask ต้องเป็นข้อตรวจเดียวของเกณฑ์",
          en: "`ask` must be the only item of its rule"
        ),
        at: decoder.key(node)
      )
    }
    guard let mapping = MappingReader(node, decoder, keys: RuleKeys.ask) else {
      return nil
    }
    let question = mapping.required("question").flatMap(decoder.message)
    let rubric = mapping.optional("rubric").flatMap(readRubric) ?? []
    return question.map { .ask(question: $0, rubric: rubric) }
  }

  /// The rubric: one text in two languages, or a list of them.
  private func readRubric(_ node: NodeID) -> [MessageTemplate]? {
    guard decoder.document.kind(of: node) == .list else {
      return decoder.message(node).map { [$0] }
    }
    return decoder.list(node)?.compactMap(decoder.message)
  }

  private func each(_ node: NodeID, _ scope: RuleScope) -> CheckKind? {
    guard let mapping = MappingReader(node, decoder, keys: RuleKeys.each) else { return nil }
    let lists = mapping.required("in").flatMap(decoder.onePathOrMore)
    let names = mapping.required("as").flatMap { elementNames($0, scope) }
    var inner = scope
    inner.isInsideElement = true
    inner.isNested = true
    inner.names += (names ?? []).map { RuleScope.Name(name: $0, node: node) }
    let condition = mapping.optional("where").flatMap(decoder.expression)
    let none = LocalizedText(th: "ผลเมื่อไม่มีรายการ", en: "outcome without elements")
    let ifNone = mapping.optional("if_none").flatMap {
      decoder.choice($0, of: IfNone.self, what: none)
    }
    let items = mapping.required("check").flatMap { self.items($0, scope: inner) }
    guard let lists, let names, let items else { return nil }
    var form = CheckKind.Each(lists: lists, names: names, items: items)
    form.whereCondition = condition
    form.ifNone = ifNone
    return .each(form)
  }

  /// The name of the element, or of key and value.
  private func elementNames(_ node: NodeID, _ scope: RuleScope) -> [String]? {
    let nodes: [NodeID]
    if decoder.document.kind(of: node) == .list {
      nodes = Array(decoder.document.children(of: node))
      guard nodes.count == 2 else {
        decoder.wrongType(
          node,
          expected: LocalizedText(
            th: "ชื่อเดียว หรือ [ชื่อคีย์, ชื่อค่า]",
            en: "one name, or [key, value]"
          )
        )
        return nil
      }
    } else {
      nodes = [node]
    }
    var names: [String] = []
    for node in nodes {
      guard let name = decoder.name(node, .identifier) else { return nil }
      let isTaken = RuleScope.reserved.contains(name) || scope.names.contains { $0.name == name }
      if isTaken || names.contains(name) {
        decoder.nameTaken(name, at: decoder.value(node))
      }
      names.append(name)
    }
    return names
  }
}

extension FileDecoder {
  /// Notes a name that means something else already.
  func nameTaken(_ name: String, at place: Diagnostic.Place) {
    report(
      .nameTaken,
      .error,
      LocalizedText(
        th: "ชื่อ \(DecodingWords.quoted(name)) มีความหมายอื่นอยู่แล้ว",
        en: "the name \(DecodingWords.quoted(name)) already means something else"
      ),
      at: place,
      help: LocalizedText(th: "ตั้งชื่ออื่น", en: "choose another name")
    )
  }
}
