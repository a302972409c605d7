public import Catalogues
public import Diagnostics
public import DocumentArena
import PlanValues
import ThaiText

/// Reads waiver files.
public enum WaiverLoader {
  /// Reads the waivers of a file in their order.
  public static func load(_ document: Document) -> Loaded<[Waiver]> {
    let decoder = FileDecoder(document, .configuration)
    var waivers: [Waiver] = []
    if let mapping = MappingReader(document.root, decoder, keys: ConfigurationKeys.waivers) {
      decoder.checkVersion(mapping)
      let elements = mapping.required("waivers").flatMap { decoder.list($0, min: 0) } ?? []
      waivers = elements.compactMap { read($0, decoder) }
    }
    return Loaded(waivers, decoder.diagnostics)
  }

  /// Reads one waiver, as it stands in a file of waivers or in the example of a rule.
  public static func read(_ node: NodeID, in document: Document) -> Loaded<Waiver> {
    let decoder = FileDecoder(document, .configuration)
    let waiver = read(node, decoder)
    return Loaded(waiver, decoder.diagnostics)
  }

  /// Checks a waiver against the rules: one that names no rule sets nothing aside.
  public static func check(_ waiver: Waiver, against rules: [Rule]) -> [Diagnostic] {
    let decoder = FileDecoder(waiver.document, .configuration)
    guard !rules.contains(where: { $0.id.utf8.elementsEqual(waiver.rule.utf8) }),
      let node = waiver.document.child(of: waiver.node, "rule")
    else { return [] }
    decoder.unknownName(
      waiver.rule,
      at: decoder.value(node),
      what: LocalizedText(th: "เกณฑ์", en: "rule"),
      among: rules.map(\.id)
    )
    return decoder.diagnostics
  }

  static func read(_ node: NodeID, _ decoder: FileDecoder) -> Waiver? {
    guard let mapping = MappingReader(node, decoder, keys: ConfigurationKeys.waiver) else {
      return nil
    }
    let rule = mapping.required("rule").flatMap { ruleID($0, decoder) }
    let subject = mapping.required("subject").flatMap { self.subject($0, decoder) }
    let parts = mapping.optional("parts").flatMap { decoder.texts($0) }
    let reason = mapping.required("reason").flatMap { said($0, decoder) }
    let approver = mapping.required("approver").flatMap { said($0, decoder) }
    let from = mapping.required("from").flatMap { decoder.date($0) }
    let until = mapping.required("until").flatMap { decoder.date($0) }
    if let from, let until, until < from {
      decoder.report(
        .reversedRange,
        LocalizedText(
          th: "วันสุดท้าย \(until) อยู่ก่อนวันแรก \(from)",
          en: "the last day \(until) comes before the first, \(from)"
        ),
        at: mapping.optional("until").map(decoder.value) ?? mapping.ownPlace
      )
      return nil
    }
    guard let rule, let subject, let reason, let approver, let from, let until else { return nil }
    return Waiver(
      rule: rule,
      submission: subject.submission,
      element: subject.element,
      parts: parts?.map(\.text),
      reason: reason,
      approver: approver,
      from: from,
      until: until,
      node: node,
      document: decoder.document
    )
  }

  /// A text that says something: dashes are blank (requirements, section A).
  private static func said(_ node: NodeID, _ decoder: FileDecoder) -> String? {
    guard let text = decoder.text(node) else { return nil }
    guard !isBlank(text) else {
      decoder.report(
        .noValue,
        LocalizedText(
          th: "ข้อความนี้มีแต่ขีด จึงถือว่าไม่ได้ระบุ",
          en: "this text has only dashes, which counts as blank"
        ),
        at: decoder.value(node)
      )
      return nil
    }
    return text
  }

  private static func ruleID(_ node: NodeID, _ decoder: FileDecoder) -> String? {
    guard let text = decoder.text(node) else { return nil }
    guard RuleID.isWellFormed(text.utf8) else {
      decoder.report(
        .malformedName,
        LocalizedText(
          th: "\(DecodingWords.quoted(text)) ไม่ใช่รหัสเกณฑ์",
          en: "\(DecodingWords.quoted(text)) is no rule id"
        ),
        at: decoder.value(node)
      )
      return nil
    }
    return text
  }

  /// `dp-01`, or `dp-01#projects[id=p2].indicators[id=i1]`.
  private static func subject(
    _ node: NodeID,
    _ decoder: FileDecoder
  ) -> (submission: String, element: [Waiver.Step])? {
    guard let text = decoder.text(node) else { return nil }
    let halves = text.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false)
    let submission = halves.first.map(String.init) ?? ""
    var element: [Waiver.Step] = []
    var isSound = !submission.isEmpty
    if halves.count == 2, isSound {
      let steps = steps(of: halves[1])
      isSound = steps != nil
      element = steps ?? []
    }
    guard isSound else {
      decoder.report(
        .malformedName,
        LocalizedText(
          th: "\(DecodingWords.quoted(text)) ไม่ใช่เรื่องหรือส่วนของเรื่อง",
          en: "\(DecodingWords.quoted(text)) names no submission or element"
        ),
        at: decoder.value(node),
        help: LocalizedText(
          th: "เขียนรหัสเรื่อง เช่น dp-01 หรือ dp-01#projects[id=p2] สำหรับรายการย่อย",
          en:
            "write the id of the submission, such as dp-01, or dp-01#projects[id=p2] for an element"
        )
      )
      return nil
    }
    return (submission, element)
  }

  /// Steps such as `projects[id=p2]` joined by points; values may hold points.
  private static func steps(of text: Substring) -> [Waiver.Step]? {
    var rest = text
    var steps: [Waiver.Step] = []
    while !rest.isEmpty {
      guard let open = rest.firstIndex(of: "["), let close = rest[open...].firstIndex(of: "]")
      else {
        return nil
      }
      let list = rest[..<open]
      let inner = rest[rest.index(after: open)..<close]
      guard let sign = inner.firstIndex(of: "=") else { return nil }
      let field = inner[..<sign]
      let value = inner[inner.index(after: sign)...]
      guard FileDecoder.NameShape.identifier.allows(list.utf8),
        FileDecoder.NameShape.identifier.allows(field.utf8), !value.isEmpty
      else { return nil }
      steps.append(
        Waiver.Step(list: String(list), field: String(field), value: String(value))
      )
      rest = rest[rest.index(after: close)...]
      if rest.isEmpty { break }
      guard rest.hasPrefix("."), rest.count > 1 else { return nil }
      rest = rest.dropFirst()
    }
    return steps.isEmpty ? nil : steps
  }
}
