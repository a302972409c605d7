import Catalogues
import Diagnostics
import DocumentArena

/// Reads the examples of a rule.
struct ExampleReader {
  let decoder: FileDecoder
  let catalogues: CatalogueSet

  /// The examples; with `isWhole` one that passes and one that fails must be among them, of a rule that
  /// asks a person one that is not checked.
  func read(_ node: NodeID, isWhole: Bool = true, asksPerson: Bool = false) -> [RuleExample] {
    let least = !isWhole ? 0 : asksPerson ? 1 : 2
    guard let elements = decoder.list(node, min: least) else { return [] }
    let before = decoder.count
    let examples = elements.compactMap(example)
    if isWhole, decoder.count == before { checkOutcomes(examples, node, asksPerson) }
    return examples
  }

  private func checkOutcomes(_ examples: [RuleExample], _ node: NodeID, _ asksPerson: Bool) {
    let needed = asksPerson ? ["not-checked"] : ["pass", "fail"]
    for outcome in needed where !examples.contains(where: { $0.outcome == outcome }) {
      decoder.report(
        .examplesMissing,
        .error,
        message(outcome),
        at: decoder.key(node),
        help: LocalizedText(
          th: "เพิ่มตัวอย่าง - \(outcome): {…}",
          en: "add an example `- \(outcome): {…}`"
        )
      )
    }
  }

  private func message(_ outcome: String) -> LocalizedText {
    switch outcome {
    case "pass": LocalizedText(th: "ไม่มีตัวอย่างที่ผ่าน (pass)", en: "no example passes")
    case "fail": LocalizedText(th: "ไม่มีตัวอย่างที่ไม่ผ่าน (fail)", en: "no example fails")
    default:
      LocalizedText(
        th: "ไม่มีตัวอย่างที่รอเจ้าหน้าที่พิจารณา (not-checked)",
        en: "no example is left to a person (not-checked)"
      )
    }
  }

  private func example(_ node: NodeID) -> RuleExample? {
    guard let mapping = MappingReader(node, decoder, keys: RuleKeys.example) else { return nil }
    let given = RuleKeys.exampleOutcomes.filter { mapping.has($0) }
    guard given.count == 1, let outcome = given.first else {
      if !given.isEmpty || !mapping.means(oneOf: RuleKeys.exampleOutcomes) { report(given, node) }
      return nil
    }
    guard let fragment = mapping.optional(outcome), isMapping(fragment) else { return nil }
    let stated = StatementReader(decoder: decoder).read(mapping, rule: "", outcome: outcome)
    let asOf = mapping.optional("as_of").flatMap { decoder.date($0) }
    let office = mapping.optional("office").flatMap { isMapping($0) ? $0 : nil }
    return RuleExample(
      name: mapping.optional("name").flatMap(decoder.text),
      outcome: outcome,
      fragment: fragment,
      asOf: asOf.map { "\($0)" },
      params: mapping.optional("params").map(params) ?? [:],
      office: office,
      planEditions: office.map { OfficeLoader.planEditions(of: $0, decoder, catalogues) } ?? [],
      with: mapping.optional("with").map { mappings($0, keys: RuleKeys.companion) } ?? [],
      waivers: mapping.optional("waivers").map(waivers) ?? [],
      at: stated.at,
      share: stated.share,
      missing: stated.missing,
      why: stated.why,
      says: stated.says,
      also: stated.also,
      node: node
    )
  }

  private func report(_ given: [String], _ node: NodeID) {
    let names = DecodingWords.list(given.isEmpty ? RuleKeys.exampleOutcomes : given)
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
        th: "ใช้คีย์หนึ่งในนี้: \(DecodingWords.list(RuleKeys.exampleOutcomes).th)",
        en: "use one of these keys: \(DecodingWords.list(RuleKeys.exampleOutcomes).en)"
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
}
