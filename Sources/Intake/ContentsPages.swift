import ThaiText
import Spreadsheets
import WordDocuments

/// The blocks of a document that are its table of contents: marked as such by the word processor, or
/// lines that end with the number of a page.
struct ContentsPages {
  /// The numbers of the blocks.
  private(set) var blocks: Set<Int> = []

  private enum Line {
    case marked
    /// A heading, as it stands before the number of its page.
    case entry(String, page: Int?)
    case blank
    case other
  }

  private let all: [WordDocument.Block]
  private let headings: HeadingSet
  private var lines: [Line] = []
  /// The last block with each heading, tables of contents left out.
  private var last: [String: Int] = [:]

  init(_ blocks: [WordDocument.Block], _ headings: HeadingSet, _ found: [FoundHeading?]) {
    all = blocks
    self.headings = headings
    lines = blocks.map(Self.line)
    for (number, line) in lines.enumerated() {
      guard case .other = line else { continue }
      if let key = found[number]?.key { last[key] = number }
      guard case .table(let table) = blocks[number] else { continue }
      for cells in table.rows where Self.page(of: cells) == nil {
        if let key = cells.first.flatMap({ headings.exact($0.text) }) { last[key] = number }
      }
    }
    find()
  }

  private static func line(_ block: WordDocument.Block) -> Line {
    guard case .paragraph(let paragraph) = block else { return .other }
    if CellContent.text(paragraph.text).isBlank { return .blank }
    if paragraph.isContents { return .marked }
    guard paragraph.level == nil, let entry = entry(paragraph.text) else { return .other }
    return .entry(entry.heading, page: entry.page)
  }

  private mutating func find() {
    var index = 0
    while index < lines.count {
      switch lines[index] {
      case .marked:
        blocks.insert(index)
        takeTitle(before: index)
        index += 1
      case .entry: index = takeEntries(from: index)
      case .blank: index += 1
      case .other:
        if case .table(let table) = all[index], isContents(table, index) { blocks.insert(index) }
        index += 1
      }
    }
  }

  /// Takes entries that follow each other when they are a table of contents: under its title, or where
  /// the headings come again further down, and the pages ascend.
  private mutating func takeEntries(from start: Int) -> Int {
    var entries: [Int] = []
    var index = start
    var page = 0
    var known = 0
    loop: while index < lines.count {
      switch lines[index] {
      case .entry(let heading, let number):
        guard number ?? page >= page else { break loop }
        page = number ?? page
        entries.append(index)
        if headings.exact(heading).map({ last[$0] ?? -1 > index }) ?? false { known += 1 }
      case .blank: break
      default: break loop
      }
      index += 1
    }
    if takeTitle(before: start) || known > 1 { blocks.formUnion(entries) }
    return index
  }

  /// Takes the title above a table of contents; false when there is none.
  @discardableResult private mutating func takeTitle(before index: Int) -> Bool {
    var taken: [Int] = []
    var index = index - 1
    while index >= 0, taken.count < 3 {
      if blocks.contains(index) { return true }
      guard case .paragraph(let paragraph) = all[index] else { return false }
      let key = HeadingText.key(String(paragraph.text.unicodeScalars.prefix(80)))
      if Self.isTitle(key) {
        blocks.formUnion(taken + [index])
        return true
      }
      guard key.isEmpty || Self.isHeadOfPages(key) else { return false }
      if !key.isEmpty { taken.append(index) }
      index -= 1
    }
    return false
  }

  private static func isTitle(_ key: String) -> Bool {
    ["สารบัญ", "สารบัญเรื่อง", "สารบาญ", "contents", "tableofcontents"].contains(key)
  }

  private static func isHeadOfPages(_ key: String) -> Bool {
    ["หน้า", "เรื่องหน้า", "หัวข้อหน้า", "รายการหน้า", "page"].contains(key)
  }

  /// A table whose last column has the numbers of pages.
  private mutating func isContents(_ table: WordDocument.Table, _ number: Int) -> Bool {
    let rows = table.rows.filter { row in row.contains { !CellContent.text($0.text).isBlank } }
    let body = rows.filter { row in !Self.isHeadOfPages(HeadingText.key(row.last?.text ?? "")) }
    guard body.count > 1, body.allSatisfy({ $0.count > 1 && Self.page(of: $0) != nil }) else {
      return false
    }
    if takeTitle(before: number) { return true }
    let known = body.count { cells in
      cells.contains { cell in headings.exact(cell.text).map { last[$0] ?? -1 > number } ?? false }
    }
    return known > 1
  }

  // MARK: Pages

  /// The number of a page in the last cell of a row.
  private static func page(of cells: [WordDocument.Cell]) -> Int? {
    guard cells.count > 1, let cell = cells.last else { return nil }
    let text = HeadingText.key(cell.text)
    guard (1...3).contains(text.utf8.count) else { return nil }
    return Int(text)
  }

  /// A heading with the number of its page behind a tab or dots.
  private static func entry(_ text: String) -> (heading: String, page: Int?)? {
    let scalars = Array(ListText.trimmed(text).unicodeScalars.prefix(600))
    var end = scalars.endIndex
    while end > 0, isPage(scalars[end - 1]) { end -= 1 }
    let page = HeadingText.key(String(String.UnicodeScalarView(scalars[end...])))
    guard (1...6).contains(scalars.endIndex - end), let number = number(page) else { return nil }
    var start = end
    var dots = 0
    while start > 0, let weight = parting(scalars[start - 1]) {
      dots += weight
      start -= 1
    }
    guard dots > 2, start > 0 else { return nil }
    return (String(String.UnicodeScalarView(scalars[..<start])), number.value)
  }

  /// The value of a page; of one before the first, in letters, nothing.
  private static func number(_ page: String) -> (value: Int?, Void)? {
    if let number = Int(page) { return page.utf8.count <= 3 ? (number, ()) : nil }
    let isRoman = page.utf8.allSatisfy { "ivx".utf8.contains($0) }
    return isRoman || page.unicodeScalars.count == 1 ? (nil, ()) : nil
  }

  private static func isPage(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x30...0x39, 0x0E50...0x0E59, 0x0E01...0x0E2E: true
    default: "ivxIVX".unicodeScalars.contains(scalar)
    }
  }

  /// How much a scalar counts as what parts a heading from its page; three are enough.
  private static func parting(_ scalar: Unicode.Scalar) -> Int? {
    switch scalar {
    case "\t", "…": 3
    case ".", "·", "_": 1
    case " ", "\u{A0}": 0
    default: nil
    }
  }
}
