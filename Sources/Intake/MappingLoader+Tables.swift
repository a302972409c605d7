import Catalogues
import Diagnostics
import DocumentArena
import Submissions

/// Tables and their columns.
extension FieldsReader {
  func table(_ node: NodeID) -> Mapping.Table? {
    guard let entry = MappingReader(node, decoder, keys: MappingKeys.table) else { return nil }
    let list = entry.required("list").flatMap { value in
      decoder.text(value).flatMap {
        path($0, below: kind.root, at: decoder.value(value), toList: true)
      }
    }
    let (headings, rows) = entry.optional("header").map(header) ?? ([], nil)
    let end = entry.optional("until").map(end) ?? .lastRow
    let sheets = entry.optional("sheet").map(names) ?? []
    let number = entry.optional("number").map(names) ?? []
    let columnsNode = entry.required("columns")
    guard let list, let columnsNode, let record = element(of: list, at: columnsNode) else {
      return nil
    }
    guard let columns = someColumns(columnsNode, below: record) else { return nil }
    return Mapping.Table(
      list: list,
      sheets: sheets,
      header: headings,
      headerRows: rows,
      end: end,
      columns: columns,
      numberHeadings: number
    )
  }

  /// The columns of a table; nil where none of them has a heading.
  func someColumns(_ node: NodeID, below record: RecordType) -> [Mapping.Column]? {
    let columns = columns(node, below: record)
    guard !columns.contains(where: { !$0.headings.isEmpty }) else { return columns }
    guard !decoder.hasErrors else { return nil }
    decoder.report(
      .choice,
      LocalizedText(
        th: "ต้องมีอย่างน้อยหนึ่งคอลัมน์ที่มี heading",
        en: "at least one column must have a heading"
      ),
      at: decoder.key(node)
    )
    return nil
  }

  private func columns(_ node: NodeID, below record: RecordType) -> [Mapping.Column] {
    (MappingReader(node, decoder)?.entries ?? []).compactMap { key, value in
      let path = path(key, below: record, at: decoder.key(value))
      let column = column(value)
      guard let path, let column else { return nil }
      return Mapping.Column(
        field: path,
        headings: column.headings,
        constant: column.constant,
        separators: column.separators,
        isExpected: column.isExpected
      )
    }
  }

  private typealias ColumnOptions = (
    headings: [String], constant: String?, separators: [String], isExpected: Bool
  )

  /// A column: its headings alone, or with options.
  private func column(_ node: NodeID) -> ColumnOptions? {
    guard decoder.document.kind(of: node) == .map else {
      let headings = names(node)
      return headings.isEmpty ? nil : (headings, nil, [], true)
    }
    guard let entry = MappingReader(node, decoder, keys: MappingKeys.column) else { return nil }
    guard entry.has("heading") != entry.has("constant") else {
      decoder.report(
        .choice,
        LocalizedText(
          th: "ต้องมีคีย์ใดคีย์หนึ่งเพียงคีย์เดียว: heading, constant",
          en: "exactly one of these keys must be given: heading, constant"
        ),
        at: entry.ownPlace
      )
      return nil
    }
    let headings = entry.optional("heading").map(names) ?? []
    let constant = entry.optional("constant").flatMap(constant)
    let isOptional = entry.optional("optional").flatMap(decoder.bool) ?? false
    guard !headings.isEmpty || constant != nil else { return nil }
    let separators = entry.optional("split").map(separators) ?? []
    return (headings, constant, separators, !isOptional && constant == nil)
  }

  /// `lines`, or the separators themselves.
  private func separators(_ node: NodeID) -> [String] {
    let texts = names(node)
    return texts == ["lines"] ? ["\n"] : texts.map { $0 == "lines" ? "\n" : $0 }
  }

  private func header(_ node: NodeID) -> (headings: [String], rows: Int?) {
    guard let entry = MappingReader(node, decoder, keys: MappingKeys.header) else {
      return ([], nil)
    }
    let rows = entry.optional("rows").flatMap { decoder.int($0, in: 1...2) }
    return (entry.optional("contains").map(names) ?? [], rows.map { Int($0) })
  }

  private func end(_ node: NodeID) -> Mapping.End {
    if decoder.document.kind(of: node) == .map {
      guard let entry = MappingReader(node, decoder, keys: MappingKeys.end) else { return .lastRow }
      return .text(entry.required("text").map(names) ?? [])
    }
    let what = LocalizedText(th: "จุดสิ้นสุดของตาราง", en: "end of a table")
    let word = decoder.code(node, of: ["blank-row", "last-row"], what: what)
    return word == "blank-row" ? .blankRow : .lastRow
  }
}
