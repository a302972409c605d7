import Catalogues
import Diagnostics
import DocumentArena

/// The reading of one framework file.
struct FrameworkReader {
  let decoder: FileDecoder
  let plans: Catalogue?
  let sources: SourceList

  /// A framework with the nodes of what later checks point at.
  struct Reading {
    let framework: Framework
    let nodes: [NodeID]
    let parents: [NodeID?]
  }

  private struct Defaults {
    var confidence: Confidence?
    var sources: [String] = []
  }

  private static let keys = [
    "krong", "framework", "plan", "editions", "title", "issuer", "years", "complete", "note",
    "kinds", "confidence", "source", "items",
  ]

  func read() -> Reading? {
    guard let mapping = MappingReader(decoder.document.root, decoder, keys: Self.keys) else {
      return nil
    }
    decoder.checkVersion(mapping)
    let id = mapping.required("framework").flatMap { decoder.name($0, .code) }
    let title = mapping.required("title").flatMap(decoder.localized)
    let plan = mapping.optional("plan").flatMap(readPlan)
    let editions = mapping.optional("editions").map { readEditions($0, plan) } ?? []
    let issuer = mapping.optional("issuer").flatMap(decoder.localized)
    let years = mapping.optional("years").flatMap(readYears)
    let isComplete = mapping.optional("complete").flatMap(decoder.bool) ?? true
    let note = mapping.optional("note").flatMap(decoder.localized)
    let kinds = mapping.required("kinds").flatMap(readKinds)
    var defaults = Defaults()
    defaults.confidence = mapping.optional("confidence").flatMap(readConfidence)
    defaults.sources = mapping.optional("source").map { sources.read($0, decoder) } ?? []
    let items = mapping.required("items").map { readItems($0, kinds ?? [], defaults) }
    guard let id, let title, let kinds, let items, !decoder.hasErrors else { return nil }
    let framework = Framework(
      id: id,
      title: title,
      plan: plan?.id,
      editions: editions,
      issuer: issuer,
      years: years,
      isComplete: isComplete,
      note: note,
      kinds: kinds,
      items: items.map(\.item)
    )
    return Reading(
      framework: framework,
      nodes: items.map(\.node),
      parents: items.map(\.parent)
    )
  }

  // MARK: Plan and years

  private func readPlan(_ node: NodeID) -> CatalogueItem? {
    guard let text = decoder.text(node) else { return nil }
    if let item = plans?.item(text) { return item }
    decoder.unknownName(
      text,
      at: decoder.value(node),
      what: LocalizedText(th: "แผน", en: "plan"),
      among: plans?.items.map(\.id) ?? []
    )
    return nil
  }

  private func readEditions(_ node: NodeID, _ plan: CatalogueItem?) -> [String] {
    let known = plan?.editions?.map(\.id) ?? []
    let what = LocalizedText(th: "ฉบับของแผน", en: "edition of the plan")
    return (decoder.texts(node) ?? []).compactMap { text, node in
      // Where an office says that there is no such plan, the lists of its editions may stay.
      guard plan != nil, plan?.editions?.isEmpty != true else { return text }
      if known.contains(where: { $0.utf8.elementsEqual(text.utf8) }) { return text }
      decoder.unknownName(text, at: decoder.value(node), what: what, among: known)
      return nil
    }
  }

  private func readYears(_ node: NodeID) -> Framework.Years? {
    let keys = ["from", "until", "confidence"]
    guard let mapping = MappingReader(node, decoder, keys: keys) else { return nil }
    let from = mapping.optional("from").flatMap { decoder.buddhistYear($0) }
    let until = mapping.optional("until").flatMap { decoder.buddhistYear($0) }
    let confidence = mapping.optional("confidence").flatMap(readConfidence) ?? .verified
    if let from, let until, from > until {
      decoder.reversedRange(from: from, until: until, at: mapping.optional("until"))
      return nil
    }
    return Framework.Years(
      from: from.map { Int($0) },
      until: until.map { Int($0) },
      confidence: confidence
    )
  }

  private func readConfidence(_ node: NodeID) -> Confidence? {
    let what = LocalizedText(th: "ระดับความน่าเชื่อถือ", en: "confidence")
    return decoder.choice(node, of: Confidence.self, what: what)
  }

  private func readKinds(_ node: NodeID) -> [Framework.ItemKind]? {
    guard let mapping = MappingReader(node, decoder) else { return nil }
    let kinds = mapping.entries.compactMap { name, child -> Framework.ItemKind? in
      guard decoder.checkName(name, .code, at: decoder.key(child)),
        let entry = MappingReader(child, decoder, keys: ["th", "en", "words"])
      else { return nil }
      let th = entry.required("th").flatMap(decoder.text)
      let en = entry.required("en").flatMap(decoder.text)
      let words = entry.optional("words").flatMap { decoder.texts($0) }?.map(\.text) ?? []
      guard let th, let en else { return nil }
      return Framework.ItemKind(id: name, name: LocalizedText(th: th, en: en), words: words)
    }
    return kinds
  }

  // MARK: Items

  private static let itemKeys = [
    "kind", "number", "parent", "th", "en", "aliases", "codes", "confidence", "source", "note",
  ]

  private func readItems(
    _ node: NodeID,
    _ kinds: [Framework.ItemKind],
    _ defaults: Defaults
  ) -> [(item: FrameworkItem, node: NodeID, parent: NodeID?)] {
    guard let mapping = MappingReader(node, decoder) else { return [] }
    let entries = mapping.entries
    if entries.isEmpty {
      decoder.report(
        .noValue,
        LocalizedText(th: "รายการนี้ว่าง", en: "this list is empty"),
        at: decoder.key(node)
      )
    }
    return entries.compactMap { code, child in
      guard let entry = MappingReader(child, decoder, keys: Self.itemKeys),
        let item = readItem(code, entry, kinds, defaults)
      else { return nil }
      return (item, child, entry.optional("parent"))
    }
  }

  private func readItem(
    _ code: String,
    _ entry: MappingReader,
    _ kinds: [Framework.ItemKind],
    _ defaults: Defaults
  ) -> FrameworkItem? {
    let kind = entry.required("kind").flatMap { readKind($0, kinds) }
    let number = entry.optional("number").flatMap(decoder.text)
    let parent = entry.optional("parent").flatMap(decoder.text)
    let th = entry.required("th").flatMap(decoder.text)
    let en = entry.optional("en").flatMap(decoder.text)
    let aliases = entry.optional("aliases").flatMap { decoder.texts($0) } ?? []
    let codes = entry.optional("codes").flatMap { decoder.texts($0) } ?? []
    let confidence = entry.optional("confidence").flatMap(readConfidence) ?? defaults.confidence
    let sources = entry.optional("source").map { self.sources.read($0, decoder) }
    let note = entry.optional("note").flatMap(decoder.text)
    guard let kind, let th else { return nil }
    return FrameworkItem(
      code: code,
      otherCodes: codes.map(\.text),
      kind: kind,
      number: number,
      name: LocalizedText(th: th, en: en ?? th),
      aliases: aliases.map(\.text),
      parent: parent,
      confidence: confidence ?? .unverified,
      sources: sources ?? defaults.sources,
      note: note
    )
  }

  private func readKind(_ node: NodeID, _ kinds: [Framework.ItemKind]) -> Int? {
    let what = LocalizedText(th: "ชนิดของรายการ", en: "kind of item")
    guard let id = decoder.code(node, of: kinds.map(\.id), what: what) else { return nil }
    return kinds.firstIndex { $0.id.utf8.elementsEqual(id.utf8) }
  }
}
