import Catalogues
import Diagnostics
import DocumentArena

/// Reads `codes` of a type.
enum CodeListReader {
  static func read(_ node: NodeID, name: String, _ decoder: FileDecoder) -> CodeList? {
    guard let mapping = MappingReader(node, decoder, keys: KindKeys.codeList) else { return nil }
    let isOrdered = mapping.optional("ordered").flatMap(decoder.bool) ?? false
    guard let codes = mapping.required("codes"), let entries = MappingReader(codes, decoder) else {
      return nil
    }
    let list = entries.entries.compactMap { id, child in
      decoder.localized(child).map { CodeList.Code(id: id, label: $0) }
    }
    guard !list.isEmpty else {
      if !decoder.hasErrors {
        decoder.report(
          .noValue,
          LocalizedText(th: "รายการนี้ว่าง", en: "this list is empty"),
          at: decoder.key(codes)
        )
      }
      return nil
    }
    return CodeList(name: name, codes: list, isOrdered: isOrdered)
  }
}
