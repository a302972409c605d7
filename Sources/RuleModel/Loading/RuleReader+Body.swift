import Catalogues
import Diagnostics
import DocumentArena
import Submissions

// What a rule asks, and of which elements: guards, selectors, definitions, items.

extension RuleReader {
  struct Body {
    var definitions: [Definition] = []
    var when: ExpressionText?
    var selectors: [Selector] = []
    var whereCondition: ExpressionText?
    var ifNone: IfNone?
    var items: [CheckItem]?
    var message: MessageTemplate?
  }

  func readBody(
    _ mapping: MappingReader,
    _ severity: Severity?,
    _ applicability: Applicability?
  ) -> Body {
    var body = Body()
    var scope = RuleScope()
    if let node = mapping.optional("for_each") {
      body.selectors = readSelectors(node, applicability, &scope)
      scope.isInsideElement = true
    }
    if let node = mapping.optional("define") {
      body.definitions = readDefinitions(node, applicability, &scope)
    }
    body.when = mapping.optional("when").flatMap(decoder.expression)
    body.whereCondition = mapping.optional("where").flatMap(decoder.expression)
    let none = LocalizedText(th: "ผลเมื่อไม่มีรายการ", en: "outcome without elements")
    body.ifNone = mapping.optional("if_none").flatMap {
      decoder.choice($0, of: IfNone.self, what: none)
    }
    checkSelectorKeys(mapping)
    body.message = mapping.optional("message").flatMap(decoder.message)
    scope.hasMessage = mapping.has("message")
    let reader = ItemReader(decoder: decoder, context: context, ruleSeverity: severity)
    body.items = mapping.required("check").flatMap { reader.items($0, scope: scope) }
    return body
  }

  private func checkSelectorKeys(_ mapping: MappingReader) {
    guard !mapping.has("for_each") else { return }
    for key in ["where", "if_none"] {
      guard let node = decoder.document.child(of: mapping.node, key) else { continue }
      decoder.report(
        .selectorMissing,
        .error,
        LocalizedText(
          th: "\(DecodingWords.quoted(key)) ใช้ได้เมื่อมี for_each เท่านั้น",
          en: "\(DecodingWords.quoted(key)) needs `for_each`"
        ),
        at: decoder.key(node),
        help: key == "where"
          ? LocalizedText(
            th: "เงื่อนไขของทั้งเรื่องใช้ when",
            en: "for a condition on the whole submission use `when`"
          ) : nil
      )
    }
  }

  /// Whether a name is a field of the submission, of any kind to which the rule applies.
  private func isField(_ name: String, _ applicability: Applicability?) -> Bool {
    if context.kinds.envelope.field(name) != nil { return true }
    guard let applicability else { return false }
    return context.kinds.kinds.contains { kind in
      (applicability.kinds?.contains(kind.id) ?? true) && kind.field(name) != nil
    }
  }

  private func readSelectors(
    _ node: NodeID,
    _ applicability: Applicability?,
    _ scope: inout RuleScope
  ) -> [Selector] {
    guard decoder.document.kind(of: node) == .map else {
      decoder.wrongType(
        node,
        expected: LocalizedText(th: "กลุ่มคีย์ {ชื่อ: รายการ}", en: "a mapping {name: list}"),
        help: LocalizedText(
          th: "เขียนเป็น for_each: {project: projects}",
          en: "write `for_each: {project: projects}`"
        )
      )
      return []
    }
    guard let mapping = MappingReader(node, decoder) else { return [] }
    let entries = mapping.entries
    if entries.isEmpty || entries.count > 3 {
      decoder.report(
        .outOfBounds,
        LocalizedText(
          th: "for_each มีได้หนึ่งถึงสามชื่อ",
          en: "`for_each` takes one to three names"
        ),
        at: decoder.key(node)
      )
    }
    var selectors: [Selector] = []
    for (name, child) in entries {
      addName(name, child, applicability, &scope)
      let sources: [ExpressionText]?
      if decoder.document.kind(of: child) == .list {
        sources = decoder.paths(child)
      } else {
        sources = decoder.expression(child).map { [$0] }
      }
      if let sources { selectors.append(Selector(name: name, sources: sources, node: child)) }
    }
    return selectors
  }

  private func readDefinitions(
    _ node: NodeID,
    _ applicability: Applicability?,
    _ scope: inout RuleScope
  ) -> [Definition] {
    guard let mapping = MappingReader(node, decoder) else { return [] }
    var definitions: [Definition] = []
    for (name, child) in mapping.entries {
      addName(name, child, applicability, &scope)
      if let expression = decoder.expression(child) {
        definitions.append(Definition(name: name, expression: expression))
      }
    }
    return definitions
  }

  private func addName(
    _ name: String,
    _ node: NodeID,
    _ applicability: Applicability?,
    _ scope: inout RuleScope
  ) {
    guard decoder.checkName(name, .identifier, at: decoder.key(node)) else { return }
    let isTaken =
      RuleScope.reserved.contains(name) || isField(name, applicability)
      || scope.names.contains { $0.name == name }
    if isTaken { decoder.nameTaken(name, at: decoder.key(node)) }
    scope.names.append(RuleScope.Name(name: name, node: node))
  }
}
