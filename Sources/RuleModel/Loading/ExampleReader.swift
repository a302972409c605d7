import Catalogues
import Diagnostics
import DocumentArena

/// Reads the examples of a rule.
struct ExampleReader {
  let decoder: FileDecoder

  static let outcomes = ["pass", "fail", "unknown", "not-applicable", "waived", "error"]
  private static let inputs = ["name", "as_of", "params", "office", "with", "waivers"]
  private static let wanted = ["at", "share", "missing", "why", "says", "also"]
  private static let keys = outcomes + inputs + wanted
  private static let reasons = [
    "kind", "job", "stage", "in-force", "when", "no-elements", "not-recorded", "not-due",
    "not-supplied", "no-edition",
  ]

  func read(_ node: NodeID) -> [RuleExample] {
    guard let elements = decoder.list(node, min: 2) else { return [] }
    let before = decoder.count
    let examples = elements.compactMap(example)
    if decoder.count == before { checkOutcomes(examples, node) }
    return examples
  }

  private func checkOutcomes(_ examples: [RuleExample], _ node: NodeID) {
    for outcome in ["pass", "fail"] where !examples.contains(where: { $0.outcome == outcome }) {
      decoder.report(
        .examplesMissing,
        .error,
        LocalizedText(
          th: "ไม่มีตัวอย่างที่\(outcome == "pass" ? "ผ่าน (pass)" : "ไม่ผ่าน (fail)")",
          en: "no example \(outcome == "pass" ? "passes" : "fails")"
        ),
        at: decoder.key(node),
        help: LocalizedText(
          th: "เพิ่มตัวอย่าง - \(outcome): {…}",
          en: "add an example `- \(outcome): {…}`"
        )
      )
    }
  }

  private func example(_ node: NodeID) -> RuleExample? {
    guard let mapping = MappingReader(node, decoder, keys: Self.keys) else { return nil }
    let given = Self.outcomes.filter { mapping.has($0) }
    guard given.count == 1, let outcome = given.first else {
      report(given, node)
      return nil
    }
    guard let fragment = mapping.optional(outcome), isMapping(fragment) else { return nil }
    let why = LocalizedText(th: "เหตุที่ไม่เกี่ยวข้อง", en: "reason of not-applicable")
    let asOf = mapping.optional("as_of").flatMap { decoder.date($0) }
    return RuleExample(
      name: mapping.optional("name").flatMap(decoder.text),
      outcome: outcome,
      fragment: fragment,
      asOf: asOf.map { "\($0)" },
      params: mapping.optional("params").map(params) ?? [:],
      office: mapping.optional("office").flatMap { isMapping($0) ? $0 : nil },
      with: mapping.optional("with").map { mappings($0, keys: ["id", "kind"]) } ?? [],
      waivers: mapping.optional("waivers").map(waivers) ?? [],
      at: mapping.optional("at").flatMap(paths),
      share: mapping.optional("share").flatMap(share),
      missing: mapping.optional("missing").flatMap(paths),
      why: mapping.optional("why").flatMap { decoder.code($0, of: Self.reasons, what: why) },
      says: mapping.optional("says").flatMap(says),
      also: mapping.optional("also").map(also),
      node: node
    )
  }

  private func report(_ given: [String], _ node: NodeID) {
    let names = DecodingWords.list(given.isEmpty ? Self.outcomes : given)
    decoder.report(
      .exampleOutcome,
      .error,
      given.isEmpty
        ? LocalizedText(th: "ตัวอย่างนี้ไม่มีผล", en: "this example has no outcome")
        : LocalizedText(
          th: "ตัวอย่างนี้มีหลายผล: \(names.th)",
          en: "this example has several outcomes: \(names.en)"
        ),
      at: decoder.value(node),
      help: LocalizedText(
        th: "ใช้คีย์หนึ่งในนี้: \(DecodingWords.list(Self.outcomes).th)",
        en: "use one of these keys: \(DecodingWords.list(Self.outcomes).en)"
      )
    )
  }

  private func isMapping(_ node: NodeID) -> Bool {
    MappingReader(node, decoder) != nil
  }

  private func params(_ node: NodeID) -> [String: NodeID] {
    guard let mapping = MappingReader(node, decoder) else { return [:] }
    return Dictionary(mapping.entries.map { ($0.key, $0.node) }, uniquingKeysWith: { a, _ in a })
  }

  /// Mappings of a list that must have some keys.
  private func mappings(_ node: NodeID, keys: [String]) -> [NodeID] {
    guard let elements = decoder.list(node) else { return [] }
    return elements.filter { element in
      guard let mapping = MappingReader(element, decoder) else { return false }
      return keys.allSatisfy { mapping.required($0) != nil }
    }
  }

  private func waivers(_ node: NodeID) -> [NodeID] {
    guard let elements = decoder.list(node) else { return [] }
    return elements.filter { WaiverLoader.read($0, decoder) != nil }
  }

  private func paths(_ node: NodeID) -> [String]? {
    decoder.list(node, min: 0)?.compactMap(decoder.text)
  }

  private func share(_ node: NodeID) -> String? {
    guard let text = decoder.text(node) else { return nil }
    let pieces = text.split(separator: "/", omittingEmptySubsequences: false)
    let numbers = pieces.compactMap { Int($0) }
    guard pieces.count == 2, numbers.count == 2, numbers[0] >= 0, numbers[0] <= numbers[1] else {
      decoder.report(
        .malformedName,
        LocalizedText(
          th: "\(DecodingWords.quoted(text)) ไม่ใช่สัดส่วน",
          en: "\(DecodingWords.quoted(text)) is no share"
        ),
        at: decoder.value(node),
        help: LocalizedText(
          th: "เขียนเป็น 2/7: ส่วนที่ผ่านต่อส่วนที่นับ",
          en: "write 2/7: parts that pass, parts that count"
        )
      )
      return nil
    }
    return text
  }

  /// Texts that must occur; one language is enough.
  private func says(_ node: NodeID) -> LocalizedText? {
    guard let mapping = MappingReader(node, decoder, keys: ["th", "en"]) else { return nil }
    guard mapping.has("th") || mapping.has("en") else {
      _ = mapping.required("th")
      return nil
    }
    let th = mapping.optional("th").flatMap(decoder.text) ?? ""
    let en = mapping.optional("en").flatMap(decoder.text) ?? ""
    return LocalizedText(th: th, en: en)
  }

  /// Softer findings as `severity path`.
  private func also(_ node: NodeID) -> [String] {
    let what = LocalizedText(th: "ระดับความสำคัญ", en: "severity")
    return (decoder.list(node, min: 0) ?? []).compactMap { element in
      guard let mapping = MappingReader(element, decoder, keys: ["severity", "at"]) else {
        return nil
      }
      let severity = mapping.required("severity").flatMap {
        decoder.choice($0, of: Severity.self, what: what)
      }
      let at = mapping.required("at").flatMap(decoder.text)
      guard let severity, let at else { return nil }
      return "\(severity.rawValue) \(at)"
    }
  }
}
