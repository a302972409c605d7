import Catalogues
import Diagnostics
import DocumentArena

/// The reading of one file of crosswalks.
struct CrosswalkReader {
  let decoder: FileDecoder
  let sources: SourceList
  let isKnown: ([UInt16]) -> Bool

  /// The rows; `codes` are those to suggest for one that no framework has.
  func read(among codes: [String]) -> [CrosswalkLink] {
    let keys = ["krong", "crosswalk", "title", "note", "links"]
    guard let mapping = MappingReader(decoder.document.root, decoder, keys: keys) else { return [] }
    decoder.checkVersion(mapping)
    _ = mapping.required("crosswalk").flatMap { decoder.name($0, .code) }
    _ = mapping.required("title").flatMap(decoder.localized)
    _ = mapping.optional("note").flatMap(decoder.localized)
    let elements = mapping.required("links").flatMap { decoder.list($0) } ?? []
    var links: [CrosswalkLink] = []
    for element in elements {
      guard let link = readLink(element, codes) else { continue }
      if links.contains(where: { $0.from == link.from && $0.to == link.to }) {
        decoder.givenTwice("\(link.from) → \(link.to)", at: decoder.value(element), first: nil)
      } else {
        links.append(link)
      }
    }
    return links
  }

  private func readLink(_ node: NodeID, _ codes: [String]) -> CrosswalkLink? {
    let keys = ["from", "to", "relation", "confidence", "source"]
    guard let mapping = MappingReader(node, decoder, keys: keys) else { return nil }
    let from = mapping.required("from").flatMap { readEnd($0, codes) }
    let to = mapping.required("to").flatMap { readEnd($0, codes) }
    let relation = mapping.required("relation").flatMap {
      decoder.choice(
        $0,
        of: CrosswalkLink.Relation.self,
        what: LocalizedText(th: "ความสัมพันธ์", en: "relation")
      )
    }
    let confidence = mapping.required("confidence").flatMap {
      decoder.choice(
        $0,
        of: Confidence.self,
        what: LocalizedText(th: "ระดับความน่าเชื่อถือ", en: "confidence")
      )
    }
    let sources = mapping.optional("source").map { self.sources.read($0, decoder) } ?? []
    guard let from, let to, let relation, let confidence else { return nil }
    guard from != to else {
      decoder.report(
        GraphCodes.circle,
        .error,
        LocalizedText(
          th: "แถวนี้โยง \(DecodingWords.quoted(from)) กับตัวเอง",
          en: "this row joins \(DecodingWords.quoted(from)) with itself"
        ),
        at: decoder.value(node)
      )
      return nil
    }
    return CrosswalkLink(
      from: from,
      to: to,
      relation: relation,
      confidence: confidence,
      sources: sources
    )
  }

  private func readEnd(_ node: NodeID, _ codes: [String]) -> String? {
    guard let text = decoder.text(node) else { return nil }
    if isKnown(CitationKey.make(text)) { return text }
    let what = LocalizedText(th: "รายการของแผน", en: "item of a plan")
    decoder.unknownName(text, at: decoder.value(node), what: what, among: codes)
    return nil
  }
}
