import Catalogues
import Diagnostics
import DocumentArena

// The kinds that ask for entries of lists: covers, documents, aligned_to, count, unique, total,
// reported_each.

extension ItemReader {
  static let plan = LocalizedText(th: "แผน", en: "plan")
  static let step = LocalizedText(th: "ขั้นตอน", en: "step")
  static let documentType = LocalizedText(th: "ประเภทเอกสาร", en: "document type")
  static let party = LocalizedText(th: "ผู้เกี่ยวข้อง", en: "party")

  /// Notes that of some keys not exactly one is given; true when exactly one is.
  func exactlyOne(of keys: [String], _ mapping: MappingReader) -> Bool {
    let given = keys.filter { mapping.has($0) }
    guard given.count != 1 else { return true }
    let names = DecodingWords.list(given.isEmpty ? keys : given)
    decoder.report(
      .choice,
      given.isEmpty
        ? LocalizedText(
          th: "ต้องมีคีย์หนึ่งในนี้: \(names.th)",
          en: "one of these keys is needed: \(names.en)"
        )
        : LocalizedText(
          th: "มีได้เพียงคีย์เดียวในนี้: \(names.th)",
          en: "only one of these keys may be given: \(names.en)"
        ),
      at: mapping.ownPlace
    )
    return false
  }

  /// Notes that none of some keys is given; true when one is.
  func atLeastOne(of keys: [String], _ mapping: MappingReader) -> Bool {
    keys.contains { mapping.has($0) } || exactlyOne(of: keys, mapping)
  }

  func covers(_ node: NodeID, _ scope: RuleScope) -> CheckKind? {
    guard let mapping = MappingReader(node, decoder, keys: RuleKeys.covers) else { return nil }
    let lists = mapping.required("list").flatMap(decoder.onePathOrMore)
    let isOne = exactlyOne(of: RuleKeys.coversChoice, mapping)
    var form = CheckKind.Covers(lists: lists ?? [])
    form.key = mapping.optional("key").flatMap { decoder.path($0, .fields) }
    form.value = mapping.optional("value").flatMap(decoder.value(ofSlot:))
    form.allOf = mapping.optional("all_of").flatMap { decoder.values(ofSlot: $0, scope: scope) }
    form.anyOf = mapping.optional("any_of").flatMap { decoder.values(ofSlot: $0, scope: scope) }
    form.match = mapping.optional("match").flatMap(match) ?? []
    form.whereCondition = mapping.optional("where").flatMap(decoder.expression)
    form.filled = mapping.optional("filled").flatMap { decoder.paths($0, .fields) } ?? []
    form.filledAny = mapping.optional("filled_any").flatMap { decoder.paths($0, .fields) } ?? []
    checkListCodes(form)
    guard lists != nil, isOne else { return nil }
    return .covers(form)
  }

  /// Steps and plans asked for of the lists that hold them.
  private func checkListCodes(_ form: CheckKind.Covers) {
    guard form.lists.count == 1, let list = form.lists.first?.text, let key = form.key?.text else {
      return
    }
    for value in [form.allOf, form.anyOf] {
      if list == "process", key == "step" {
        decoder.checkCodes(value, "steps", Self.step, context)
      } else if list.hasSuffix("alignments"), key == "plan" {
        decoder.checkCodes(value, "plans", Self.plan, context)
      } else if list == "documents", key == "type" {
        decoder.checkCodes(value, "document-types", Self.documentType, context)
      }
    }
  }

  private func match(_ node: NodeID) -> [(field: ExpressionText, literal: NodeID)]? {
    guard let mapping = MappingReader(node, decoder) else { return nil }
    return mapping.entries.compactMap { name, child in
      guard decoder.checkName(name, .identifier, at: decoder.key(child)) else { return nil }
      switch decoder.document.kind(of: child) {
      case .string, .int, .double, .bool: return (ExpressionText(name, at: child), child)
      default:
        decoder.wrongType(child, expected: LocalizedText(th: "ค่าตามตัวอักษร", en: "a literal"))
        return nil
      }
    }
  }

  func documents(_ node: NodeID, _ scope: RuleScope) -> CheckKind? {
    guard let mapping = MappingReader(node, decoder, keys: RuleKeys.documents) else { return nil }
    let isOne = exactlyOne(of: RuleKeys.documentsChoice, mapping)
    var form = CheckKind.Documents()
    form.types = mapping.optional("types").flatMap { decoder.values(ofSlot: $0, scope: scope) }
    form.anyOf = mapping.optional("any_of").flatMap { decoder.values(ofSlot: $0, scope: scope) }
    decoder.checkCodes(form.types, "document-types", Self.documentType, context)
    decoder.checkCodes(form.anyOf, "document-types", Self.documentType, context)
    form.filled = mapping.optional("filled").flatMap { decoder.paths($0, .fields, min: 0) }
    form.afterStep = mapping.optional("after_step").flatMap(stepCode)
    form.beforeStep = mapping.optional("before_step").flatMap(stepCode)
    return isOne ? .documents(form) : nil
  }

  func stepCode(_ node: NodeID) -> ExpressionText? {
    decoder.catalogueCode(node, "steps", Self.step, context)
  }

  func alignedTo(_ node: NodeID, _ scope: RuleScope) -> CheckKind? {
    guard let mapping = MappingReader(node, decoder, keys: RuleKeys.alignedTo) else { return nil }
    let isOne = exactlyOne(of: RuleKeys.alignedToChoice, mapping)
    var form = CheckKind.AlignedTo()
    form.list = mapping.optional("in").flatMap { decoder.path($0) }
    form.allOf = mapping.optional("all_of").flatMap { decoder.values(ofSlot: $0, scope: scope) }
    form.anyOf = mapping.optional("any_of").flatMap { decoder.values(ofSlot: $0, scope: scope) }
    decoder.checkCodes(form.allOf, "plans", Self.plan, context)
    decoder.checkCodes(form.anyOf, "plans", Self.plan, context)
    form.levels = mapping.optional("levels").flatMap { decoder.list($0) }?
      .compactMap { decoder.int($0, in: 1...7).map { Int($0) } }
    form.filled = mapping.optional("filled").flatMap { decoder.paths($0, .fields, min: 0) }
    form.isInCatalogue = mapping.optional("in_catalogue").flatMap(decoder.bool) ?? false
    return isOne ? .alignedTo(form) : nil
  }

  func chain(_ node: NodeID) -> CheckKind? {
    guard let mapping = MappingReader(node, decoder, keys: RuleKeys.chain) else { return nil }
    return mapping.required("links").flatMap { decoder.path($0) }.map { .chain($0) }
  }

  func total(_ node: NodeID) -> CheckKind? {
    guard let mapping = MappingReader(node, decoder, keys: RuleKeys.total) else { return nil }
    let of = mapping.required("of").flatMap { decoder.path($0) }
    let lines = mapping.required("lines").flatMap(decoder.onePathOrMore)
    guard let of, let lines else { return nil }
    return .total(of: of, lines: lines)
  }

  func count(_ node: NodeID) -> CheckKind? {
    guard let mapping = MappingReader(node, decoder, keys: RuleKeys.count) else { return nil }
    let of = mapping.required("of").flatMap { decoder.path($0) }
    let isDistinct = mapping.optional("distinct").flatMap(decoder.bool) ?? false
    let isBounded = atLeastOne(of: RuleKeys.countBounds, mapping)
    let min = mapping.optional("min").flatMap(decoder.value(ofSlot:))
    let max = mapping.optional("max").flatMap(decoder.value(ofSlot:))
    guard let of, isBounded else { return nil }
    return .count(of: of, distinct: isDistinct, min: min, max: max)
  }

  func unique(_ node: NodeID) -> CheckKind? {
    guard let mapping = MappingReader(node, decoder, keys: RuleKeys.unique) else {
      return nil
    }
    let list = mapping.required("list").flatMap { decoder.path($0) }
    let by = mapping.required("by").flatMap { decoder.paths($0, .fields) }
    let unless = mapping.optional("unless").flatMap(decoder.expression)
    guard let list, let by else { return nil }
    return .unique(list: list, by: by, unless: unless)
  }

  func reportedEach(_ node: NodeID, _ scope: RuleScope) -> CheckKind? {
    guard let mapping = MappingReader(node, decoder, keys: RuleKeys.reportedEach) else {
      return nil
    }
    let what = LocalizedText(th: "งวด", en: "period")
    let period = mapping.required("period").flatMap {
      decoder.choice($0, of: CheckKind.ReportedEach.Period.self, what: what)
    }
    let list = mapping.required("list").flatMap { decoder.path($0) }
    let grace = mapping.required("grace_days").flatMap(decoder.value(ofSlot:))
    let key = mapping.optional("key").flatMap { decoder.path($0, .fields) }
    let recipients = mapping.optional("recipients")
      .flatMap { decoder.values(ofSlot: $0, scope: scope) }
    decoder.checkCodes(recipients, "parties", Self.party, context)
    let field = mapping.optional("recipient_field").flatMap { decoder.path($0, .fields) }
    guard let period, let list, let grace else { return nil }
    var form = CheckKind.ReportedEach(period: period, list: list)
    form.key = key
    form.graceDays = grace
    form.recipients = recipients
    form.recipientField = field
    return .reportedEach(form)
  }
}
