package import Catalogues
import Diagnostics
package import DocumentArena
import Spreadsheets
package import Submissions

/// Reads mappings (`Rules/mappings`), strictly: every field must be one of the kind.
package enum MappingLoader {
  /// Reads the mapping of a file.
  package static func load(
    _ document: Document,
    kinds: KindSet
  ) -> Loaded<Mapping> {
    let decoder = FileDecoder(document, .mapping)
    let mapping = MappingFileReader(decoder: decoder, kinds: kinds).read()
    return Loaded(mapping, decoder.diagnostics)
  }
}

/// Reads one file of a mapping.
struct MappingFileReader {
  let decoder: FileDecoder
  let kinds: KindSet

  func read() -> Mapping? {
    guard let file = MappingReader(decoder.document.root, decoder, keys: MappingKeys.mapping) else {
      return nil
    }
    decoder.checkVersion(file)
    let id = file.required("mapping").flatMap { decoder.name($0, .code) }
    let title = file.required("title").flatMap(decoder.localized)
    let what = LocalizedText(th: "ประเภทเรื่อง", en: "kind")
    let kind = file.required("kind")
      .flatMap { decoder.code($0, of: kinds.kinds.map(\.id), what: what) }
      .flatMap { kinds[$0] }
    guard let id, let title, let kind else { return nil }
    let reader = FieldsReader(decoder: decoder, kind: kind)
    var mapping = Mapping(id: id, title: title, kind: kind)
    mapping.constants = file.optional("constants").map(reader.constants) ?? []
    mapping.singles = list(file, "cells").compactMap(reader.single)
    mapping.tables = list(file, "tables").compactMap(reader.table)
    mapping.sections = list(file, "sections").compactMap(reader.section)
    let isEmpty = mapping.singles.isEmpty && mapping.tables.isEmpty && mapping.sections.isEmpty
    guard isEmpty, !decoder.hasErrors else {
      return mapping
    }
    decoder.report(
      .choice,
      LocalizedText(
        th: "ต้องมีอย่างน้อยหนึ่งคีย์: cells, tables, sections",
        en: "at least one of these keys must be given: cells, tables, sections"
      ),
      at: file.ownPlace
    )
    return nil
  }

  private func list(_ file: MappingReader, _ key: String) -> [NodeID] {
    file.optional(key).flatMap { decoder.list($0) } ?? []
  }
}

/// Reads the entries of a mapping against its kind.
struct FieldsReader {
  let decoder: FileDecoder
  let kind: SubmissionKind

  func constants(_ node: NodeID) -> [Mapping.Constant] {
    (MappingReader(node, decoder)?.entries ?? []).compactMap { key, value in
      guard let path = path(key, below: kind.root, at: decoder.key(value)),
        let text = constant(value)
      else { return nil }
      return Mapping.Constant(field: path, text: text)
    }
  }

  func single(_ node: NodeID) -> Mapping.Single? {
    guard let entry = MappingReader(node, decoder, keys: MappingKeys.single) else { return nil }
    let path = field(entry)
    let sheets = entry.optional("sheet").map(names) ?? []
    let given = MappingKeys.singleChoice.filter { entry.has($0) }
    guard given.count == 1 else {
      decoder.report(
        .choice,
        LocalizedText(
          th: "ต้องมีคีย์ใดคีย์หนึ่งเพียงคีย์เดียว: cell, label",
          en: "exactly one of these keys must be given: cell, label"
        ),
        at: entry.ownPlace
      )
      return nil
    }
    let cell = entry.optional("cell").flatMap(place)
    let labels = entry.optional("label").map(names)
    guard let path, let spot = cell.map({ .cell($0) }) ?? labels.map({ .label($0) }) as SingleSpot?
    else { return nil }
    return Mapping.Single(field: path, sheets: sheets, spot: spot)
  }

  private typealias SingleSpot = Mapping.Single.Spot

  func section(_ node: NodeID) -> Mapping.Section? {
    guard let entry = MappingReader(node, decoder, keys: MappingKeys.section) else { return nil }
    let hasColumns = entry.has("columns")
    let field = entry.required("field").flatMap { value in
      decoder.text(value).flatMap {
        path($0, below: kind.root, at: decoder.value(value), toList: hasColumns)
      }
    }
    let headings = entry.required("heading").map(names) ?? []
    let side = entry.optional("side").flatMap { decoder.int($0, in: 1...2) }
    var columns: [Mapping.Column]?
    if let node = entry.optional("columns"), let field {
      columns = element(of: field, at: node).flatMap { someColumns(node, below: $0) }
    }
    guard let field, !headings.isEmpty else { return nil }
    return Mapping.Section(
      field: field,
      headings: headings,
      columns: columns,
      side: side.map { Int($0) }
    )
  }

  // MARK: Parts

  func field(_ entry: MappingReader) -> FieldPath? {
    entry.required("field").flatMap { value in
      decoder.text(value).flatMap { path($0, below: kind.root, at: decoder.value(value)) }
    }
  }

  /// A path; what is wrong with it is noted.
  func path(
    _ text: String,
    below record: RecordType,
    at place: Diagnostic.Place,
    toList: Bool = false
  ) -> FieldPath? {
    let path: FieldPath
    do throws(PathProblem) {
      path = try FieldPath.read(text, below: record, in: kind, toList: toList)
    } catch {
      let what = LocalizedText(th: "ช่องข้อมูล", en: "field")
      decoder.unknownName(error.part, at: place, what: what, among: error.among)
      return nil
    }
    switch (path.type, toList) {
    case (.list, true), (.map, true): return path
    case (_, true):
      decoder.report(
        .mappingNoList,
        .error,
        LocalizedText(
          th: "“\(text)” ไม่ใช่รายการ จึงอ่านจากตารางไม่ได้",
          en: "“\(text)” is no list, so no table can hold it"
        ),
        at: place
      )
      return nil
    case (.record, false), (.map, false):
      decoder.report(
        .mappingNoValue,
        .error,
        LocalizedText(
          th: "“\(text)” เป็นกลุ่มของช่อง ระบุช่องย่อยในกลุ่ม",
          en: "“\(text)” is a group of fields; name one of its fields"
        ),
        at: place
      )
      return nil
    default: return path
    }
  }

  /// The record of the elements of a list, for the columns of its table.
  func element(of list: FieldPath, at node: NodeID) -> RecordType? {
    switch list.type {
    case .list(.record(let name)): return kind.records[name]
    case .list(let element):
      let value = Field(name: "value", type: element, label: Self.valueLabel)
      return RecordType(name: "", fields: [value])
    case .map(let element): return Self.entry(of: element)
    default: return nil
    }
  }

  /// An entry of a mapping with free keys, as a record of its two columns.
  static func entry(of element: FieldType) -> RecordType {
    RecordType(
      name: "",
      fields: [
        Field(name: "key", type: .text, label: LocalizedText(th: "รายการ", en: "entry")),
        Field(name: "value", type: element, label: valueLabel),
      ]
    )
  }

  private static let valueLabel = LocalizedText(th: "ค่า", en: "value")

  /// One text, or a list of them.
  func names(_ node: NodeID) -> [String] {
    if decoder.document.kind(of: node) == .list {
      return decoder.texts(node)?.map(\.text) ?? []
    }
    return decoder.text(node).map { [$0] } ?? []
  }

  func constant(_ node: NodeID) -> String? {
    decoder.document.kind(of: node) == .bool
      ? decoder.document.text(of: node) : decoder.text(node)
  }

  private func place(_ node: NodeID) -> CellPlace? {
    guard let text = decoder.text(node) else { return nil }
    if let place = CellPlace(text.utf8) { return place }
    decoder.report(
      .mappingNoCell,
      .error,
      LocalizedText(
        th: "“\(text)” ไม่ใช่ชื่อเซลล์ เขียนเช่น B3",
        en: "“\(text)” is no cell; write it as B3"
      ),
      at: decoder.value(node)
    )
    return nil
  }
}
