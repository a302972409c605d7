import Catalogues
import Diagnostics
import DocumentArena

// The kinds that look at one value or at steps: one_of, reference, within, equal, pattern, before,
// steps.

extension ItemReader {
  func oneOf(_ node: NodeID, _ scope: RuleScope) -> CheckKind? {
    guard let mapping = MappingReader(node, decoder, keys: RuleKeys.oneOf) else { return nil }
    let value = mapping.required("value").flatMap(decoder.value(ofSlot:))
    let isOne = exactlyOne(of: RuleKeys.oneOfChoice, mapping)
    let options = mapping.optional("options").flatMap { decoder.values(ofSlot: $0, scope: scope) }
    let catalogue = mapping.optional("catalogue").flatMap(catalogueName)
    let edition = mapping.optional("edition").flatMap(decoder.value(ofSlot:))
    let inForce = mapping.optional("in_force").flatMap(decoder.value(ofSlot:))
    let itemsOf = mapping.optional("items_of").flatMap(decoder.value(ofSlot:))
    for key in ["edition", "in_force"]
    where mapping.has(key) && !mapping.has("catalogue") && !mapping.has("items_of") {
      _ = exactlyOne(of: ["catalogue", "items_of"], mapping)
    }
    guard let value, isOne else { return nil }
    var form = CheckKind.OneOf(value: value)
    form.options = options
    form.catalogue = catalogue
    form.itemsOf = itemsOf
    form.edition = edition
    form.inForce = inForce
    return .oneOf(form)
  }

  /// A catalogue by its id, or a parameter that holds one: `params.categories`.
  private func catalogueName(_ node: NodeID) -> String? {
    guard let text = decoder.text(node) else { return nil }
    if text.hasPrefix("params.") { return text }
    let names = context.catalogues.ids + (context.catalogues["kinds"] == nil ? ["kinds"] : [])
    let what = LocalizedText(th: "ทะเบียน", en: "catalogue")
    return decoder.code(node, of: names, what: what)
  }

  func reference(_ node: NodeID) -> CheckKind? {
    guard let mapping = MappingReader(node, decoder, keys: RuleKeys.reference) else {
      return nil
    }
    let value = mapping.required("value").flatMap(decoder.value(ofSlot:))
    let list = mapping.required("list").flatMap { decoder.path($0) }
    let key = mapping.optional("key").flatMap { decoder.path($0, .fields) }
    let target = mapping.optional("in").flatMap(decoder.expression)
    guard let value, let list else { return nil }
    var form = CheckKind.Reference(value: value, list: list)
    form.key = key
    form.target = target
    return .reference(form)
  }

  func within(_ node: NodeID) -> CheckKind? {
    guard let mapping = MappingReader(node, decoder, keys: RuleKeys.within) else { return nil }
    let value = mapping.required("value").flatMap(decoder.value(ofSlot:))
    let isBounded = atLeastOne(of: RuleKeys.withinBounds, mapping)
    let min = mapping.optional("min").flatMap(decoder.value(ofSlot:))
    let max = mapping.optional("max").flatMap(decoder.value(ofSlot:))
    let above = mapping.optional("above").flatMap(decoder.value(ofSlot:))
    let below = mapping.optional("below").flatMap(decoder.value(ofSlot:))
    guard let value, isBounded else { return nil }
    var form = CheckKind.Within(value: value)
    form.min = min
    form.max = max
    form.above = above
    form.below = below
    return .within(form)
  }

  func equal(_ node: NodeID) -> CheckKind? {
    guard let mapping = MappingReader(node, decoder, keys: RuleKeys.equal) else { return nil }
    let value = mapping.required("value").flatMap(decoder.value(ofSlot:))
    let to = mapping.required("to").flatMap(decoder.value(ofSlot:))
    guard let value, let to else { return nil }
    if case .expression(let left) = value, case .expression(let right) = to,
      !differ(left, right)
    {
      return nil
    }
    return .equal(value: value, to: to)
  }

  func pattern(_ node: NodeID) -> CheckKind? {
    guard let mapping = MappingReader(node, decoder, keys: RuleKeys.pattern) else { return nil }
    let value = mapping.required("value").flatMap(decoder.value(ofSlot:))
    let isGiven = atLeastOne(of: RuleKeys.patternChoice, mapping)
    let matches = mapping.optional("matches").flatMap(regex)
    let notMatches = mapping.optional("not_matches").flatMap(regex)
    guard let value, isGiven else { return nil }
    return .pattern(value: value, matches: matches, notMatches: notMatches)
  }

  /// A regular expression; RuleCompiler compiles it.
  private func regex(_ node: NodeID) -> ExpressionText? {
    decoder.text(node).map { ExpressionText($0, at: node) }
  }

  func before(_ node: NodeID) -> CheckKind? {
    guard let mapping = MappingReader(node, decoder, keys: RuleKeys.before) else { return nil }
    let earlier = mapping.required("earlier").flatMap(stepCode)
    let later = mapping.required("later").flatMap(stepCode)
    let by = mapping.optional("by").flatMap(partyCode)
    let to = mapping.optional("to").flatMap(partyCode)
    let anyRound = mapping.optional("earlier_any_round").flatMap(decoder.value(ofSlot:))
    guard let earlier, let later, differ(earlier, later) else { return nil }
    var form = CheckKind.Before(earlier: earlier, later: later)
    form.by = by
    form.to = to
    form.earlierAnyRound = anyRound
    return .before(form)
  }

  /// Whether two arguments that are compared are written differently; what is compared with itself
  /// shows nothing.
  private func differ(_ first: ExpressionText, _ second: ExpressionText) -> Bool {
    guard first.text == second.text else { return true }
    decoder.givenTwice(
      first.text,
      at: decoder.value(second.node),
      first: decoder.value(first.node)
    )
    return false
  }

  private func partyCode(_ node: NodeID) -> ExpressionText? {
    decoder.catalogueCode(node, "parties", Self.party, context)
  }

  func steps(_ node: NodeID) -> CheckKind? {
    guard let mapping = MappingReader(node, decoder, keys: RuleKeys.steps),
      let table = mapping.required("table"),
      let elements = decoder.list(table, min: 2)
    else { return nil }
    var rows: [CheckKind.StepRow] = []
    for element in elements {
      guard let row = stepRow(element) else { continue }
      if let first = rows.first(where: { $0.step.text == row.step.text }) {
        let place = decoder.value(row.step.node)
        decoder.givenTwice(row.step.text, at: place, first: decoder.value(first.step.node))
      } else {
        rows.append(row)
      }
    }
    return rows.count == elements.count ? .steps(rows) : nil
  }

  private func stepRow(_ node: NodeID) -> CheckKind.StepRow? {
    guard let mapping = MappingReader(node, decoder, keys: RuleKeys.stepRow) else { return nil }
    let step = mapping.required("step").flatMap(stepCode)
    let clause = mapping.required("clause").flatMap { decoder.citation($0, context) }
    let optional = mapping.optional("optional").flatMap(decoder.value(ofSlot:))
    guard let step, let clause else { return nil }
    return CheckKind.StepRow(step: step, clause: clause, optional: optional)
  }
}

extension FileDecoder {
  /// A citation: `J2 §5.4`, or `id: place` for another document.
  func citation(_ node: NodeID, _ context: RuleContext) -> String? {
    if document.kind(of: node) == .map { return otherDocument(node) }
    guard let text = text(node) else { return nil }
    if let citation = ClauseCitation(text) {
      guard let clauses = context.clauses, clauses.text(text) == nil else { return text }
      reportUnknownClause(text, citation, at: node, clauses)
      return nil
    }
    let pieces = text.split(separator: ":", maxSplits: 1)
    if pieces.count == 2, pieces[1].hasPrefix(" "), pieces[1].contains(where: { $0 != " " }),
      FileDecoder.NameShape.code.allows(pieces[0].utf8)
    {
      return text
    }
    report(
      .clauseMalformed,
      .error,
      ClauseCitation.mistake(text),
      at: value(node),
      help: ClauseCitation.help
    )
    return nil
  }

  /// Reports a clause that the manual does not have.
  func reportUnknownClause(
    _ text: String,
    _ citation: ClauseCitation,
    at node: NodeID,
    _ clauses: ManualClauses
  ) {
    let prefix = "J\(citation.job) "
    report(
      .clauseUnknown,
      .error,
      LocalizedText(
        th: "งานที่ \(citation.job) ไม่มีข้อ \(citation.clause)",
        en: "job \(citation.job) has no clause \(citation.clause)"
      ),
      at: value(node),
      help: DecodingWords.suggestion(
        for: text,
        among: clauses.citations.filter { $0.hasPrefix(prefix) }
      )
    )
  }

  /// YAML reads `circular-2568: ข้อ 4` as a mapping of one key.
  private func otherDocument(_ node: NodeID) -> String? {
    guard let mapping = MappingReader(node, self) else { return nil }
    let entries = mapping.entries
    guard entries.count == 1, let (id, place) = entries.first else {
      wrongType(node, expected: LocalizedText(th: "การอ้างหนึ่งข้อ", en: "one citation"))
      return nil
    }
    guard checkName(id, .code, at: key(place)), let text = text(place) else { return nil }
    return "\(id): \(text)"
  }
}
