import Catalogues
import Diagnostics
import DocumentArena

/// Reads the type of a field: `type: T`, `list: T` or `map: T`.
package struct FieldTypeReader {
  let decoder: FileDecoder
  let catalogues: CatalogueSet
  let codeLists: [String: CodeList]
  let records: [String: RecordType]
  /// Records of the file that is being read, some of which are not read yet.
  let ownRecords: Set<String>

  /// The scalar types by name.
  package static let scalars: [(name: String, type: FieldType)] = [
    ("text", .text), ("int", .int), ("decimal", .decimal), ("money", .money), ("date", .date),
    ("be_year", .beYear), ("bool", .bool),
  ]

  /// The type of a field, with the node that names it.
  func read(_ mapping: MappingReader) -> FieldType? {
    let given = KindKeys.typeChoice.filter { mapping.has($0) }
    guard given.count == 1, let key = given.first else {
      decoder.report(
        .choice,
        LocalizedText(
          th: "ต้องมีคีย์ใดคีย์หนึ่งเพียงคีย์เดียว: type, list, map",
          en: "exactly one of these keys must be given: type, list, map"
        ),
        at: mapping.ownPlace
      )
      return nil
    }
    guard let type = mapping.optional(key).flatMap(named) else { return nil }
    switch key {
    case "list": return .list(type)
    case "map": return .map(type)
    default: return type
    }
  }

  private func named(_ node: NodeID) -> FieldType? {
    if decoder.document.kind(of: node) == .map {
      guard let mapping = MappingReader(node, decoder, keys: KindKeys.catalogueType) else {
        return nil
      }
      let what = LocalizedText(th: "ทะเบียน", en: "catalogue")
      return mapping.required("catalogue")
        .flatMap { decoder.code($0, of: catalogues.ids, what: what) }
        .map { .catalogue($0) }
    }
    guard let name = decoder.text(node) else { return nil }
    if let scalar = Self.scalars.first(where: { $0.name == name }) { return scalar.type }
    if codeLists[name] != nil { return .code(name) }
    if records[name] != nil || ownRecords.contains(name) { return .record(name) }
    decoder.unknownName(
      name,
      at: decoder.value(node),
      what: LocalizedText(th: "ชนิด", en: "type"),
      among: Self.scalars.map(\.name) + codeLists.keys.sorted()
        + ownRecords.union(records.keys).sorted()
    )
    return nil
  }
}
