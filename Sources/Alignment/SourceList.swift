import Catalogues
import Diagnostics
import DocumentArena

/// The sources that frameworks and crosswalks may name.
struct SourceList {
  private(set) var sources: [FrameworkSource] = []

  /// Reads a list of sources; of two with one id the second is a mistake.
  mutating func add(_ decoder: FileDecoder) {
    let root = decoder.document.root
    guard let mapping = MappingReader(root, decoder, keys: ["krong", "sources"]) else { return }
    decoder.checkVersion(mapping)
    guard let node = mapping.required("sources"), let entries = MappingReader(node, decoder) else {
      return
    }
    let what = LocalizedText(th: "ชนิดของแหล่งข้อมูล", en: "kind of source")
    for (id, child) in entries.entries {
      let keys = ["kind", "title", "address"]
      guard let entry = MappingReader(child, decoder, keys: keys) else { continue }
      let kind = entry.required("kind").flatMap {
        decoder.choice($0, of: FrameworkSource.Kind.self, what: what)
      }
      let title = entry.required("title").flatMap(decoder.text)
      let address = entry.optional("address").flatMap(decoder.text)
      if sources.contains(where: { $0.id.utf8.elementsEqual(id.utf8) }) {
        decoder.givenTwice(id, at: decoder.key(child), first: nil)
      } else if let kind, let title {
        sources.append(FrameworkSource(id: id, kind: kind, title: title, address: address))
      }
    }
  }

  /// Reads `source`: ids of the list, after which a page may stand.
  func read(_ node: NodeID, _ decoder: FileDecoder) -> [String] {
    guard let elements = decoder.list(node, min: 0), !elements.isEmpty else { return [] }
    return (decoder.texts(node) ?? []).compactMap { text, node in
      let id = SourceList.id(of: text)
      if sources.contains(where: { $0.id.utf8.elementsEqual(id.utf8) }) { return text }
      decoder.unknownName(
        id,
        at: decoder.value(node),
        what: LocalizedText(th: "แหล่งข้อมูล", en: "source"),
        among: sources.map(\.id)
      )
      return nil
    }
  }

  /// The id of a source as cited, without the page.
  static func id(of cited: String) -> String {
    cited.split(separator: " ", maxSplits: 1).first.map(String.init) ?? cited
  }
}
