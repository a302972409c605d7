import ThaiText
import SourceText
import Spreadsheets
import WordDocuments

/// A Word document as headings with what stands under them.
struct WordOutline {
  /// What stands under a heading.
  struct Part {
    /// The block of the heading.
    let place: SourcePosition
    /// The texts under it, each with its place.
    var texts: [(text: String, place: SourcePosition)] = []
    /// The tables under it.
    var tables: [SheetView] = []
  }

  /// What the parts of a document are for.
  struct Parts {
    /// By the form of the heading.
    var found: [String: Part] = [:]
    /// Headings of the document that no section has, with the number of the paragraph.
    var others: [(text: String, paragraph: Int)] = []
  }

  private let blocks: [WordDocument.Block]

  init(_ document: WordDocument) {
    blocks = Array(document.blocks.prefix(PlaceScheme.lastBlock))
  }

  /// What the positions of the document stand for.
  var scheme: PlaceScheme {
    .blocks(
      blocks.map { block in
        switch block {
        case .paragraph(let paragraph): .paragraph(paragraph.number)
        case .table(let table): .table(table.number)
        }
      }
    )
  }

  /// How many headings of a mapping the document has.
  func score(_ mapping: Mapping) -> Int {
    let parts = parts(HeadingSet(mapping))
    return mapping.sections.count { section in
      section.headings.contains { parts.found[HeadingText.key($0)] != nil }
    }
  }

  /// The parts of the document under known headings.
  func parts(_ headings: HeadingSet) -> Parts {
    var parts = Parts()
    var current: String?
    for (number, block) in blocks.enumerated() {
      let place = PlaceScheme.block(number)
      switch block {
      case .paragraph(let paragraph):
        if let (key, rest) = headings.heading(of: paragraph) {
          current = parts.found[key] == nil ? key : nil
          if parts.found[key] == nil { parts.found[key] = Part(place: place) }
          if !rest.isEmpty, current != nil { parts.found[key]?.texts.append((rest, place)) }
        } else if paragraph.level != nil {
          current = nil
          if !paragraph.text.isEmpty { parts.others.append((paragraph.text, paragraph.number)) }
        } else if let current, !CellContent.text(paragraph.text).isBlank {
          parts.found[current]?.texts.append((paragraph.text, place))
        }
      case .table(let table):
        let view = Self.view(table, number)
        if !takeLabels(table, number, headings, &parts), let current {
          parts.found[current]?.tables.append(view)
        }
      }
    }
    return parts
  }

  /// A form laid out as a table: a label, and what it is for in the next cell.
  private func takeLabels(
    _ table: WordDocument.Table,
    _ block: Int,
    _ headings: HeadingSet,
    _ parts: inout Parts
  ) -> Bool {
    var isForm = false
    for (row, cells) in table.rows.enumerated() where cells.count == 2 {
      guard let key = headings.exact(cells[0].text), parts.found[key] == nil else { continue }
      isForm = true
      let place = PlaceScheme.block(block, row: row + 1, column: cells[1].column)
      var part = Part(place: place)
      for line in cells[1].text.split(separator: "\n") where !CellContent.text(String(line)).isBlank
      {
        part.texts.append((String(line), place))
      }
      parts.found[key] = part
    }
    return isForm
  }

  /// A table as a sheet, so that tables of both are read in one way.
  private static func view(_ table: WordDocument.Table, _ block: Int) -> SheetView {
    var sheet = Sheet(name: "")
    /// The first row of the merged range that is open in each column.
    var open: [Int: CellPlace] = [:]
    for (index, cells) in table.rows.enumerated() {
      let row = index + 1
      for cell in cells {
        let place = CellPlace(row: row, column: cell.column)
        let last = CellPlace(row: row, column: cell.column + max(1, cell.span) - 1)
        if cell.isContinued, let first = open[cell.column] {
          sheet.extendMerge(from: first, to: last)
          continue
        }
        open[cell.column] = place
        if last != place { sheet.merge(CellRange(place, last)) }
        _ = sheet.append(Array(cell.text.utf8), row: row, column: cell.column)
      }
    }
    return SheetView(sheet, number: block, isBlock: true)
  }
}

/// The headings of a mapping, by the forms in which they are compared.
struct HeadingSet {
  private let keys: Set<String>

  init(_ mapping: Mapping) {
    keys = Set(mapping.sections.flatMap(\.headings).map(HeadingText.key))
  }

  /// The form of a text that is a heading, number and brackets left out.
  func exact(_ text: String) -> String? {
    guard text.utf8.count <= 600 else { return nil }
    let plain = HeadingText.withoutNumber(text)
    let key = HeadingText.key(plain)
    if keys.contains(key) { return key }
    guard let bracket = plain.unicodeScalars.firstIndex(of: "(") else { return nil }
    let short = HeadingText.key(String(plain.unicodeScalars[..<bracket]))
    return keys.contains(short) ? short : nil
  }

  /// The heading that a paragraph is, or begins with, and what follows it on the same line.
  ///
  /// A colon, a tab or two blanks part the two; one blank only where a number or the outline says that
  /// the line is a heading.
  func heading(of paragraph: WordDocument.Paragraph) -> (key: String, rest: String)? {
    if let key = exact(paragraph.text) { return (key, "") }
    let scalars = Array(HeadingText.withoutNumber(paragraph.text).unicodeScalars)
    let isHeading = paragraph.level != nil || HeadingText.hasNumber(paragraph.text)
    var found: (key: String, rest: String)?
    for index in scalars.indices.prefix(200) {
      let isParting: Bool
      switch scalars[index] {
      case ":", "\t": isParting = true
      case " ":
        isParting = isHeading || index + 1 < scalars.count && scalars[index + 1] == " "
      default: isParting = false
      }
      guard isParting else { continue }
      let head = String(String.UnicodeScalarView(scalars[..<index]))
      guard let key = exact(head) else { continue }
      var rest = String.UnicodeScalarView(scalars[index...])
      while let first = rest.first, first == ":" || first.properties.isWhitespace {
        rest.removeFirst()
      }
      found = (key, ListText.trimmed(String(rest)))
    }
    return found
  }
}
