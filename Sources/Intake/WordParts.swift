import ThaiText
import SourceText
import Spreadsheets
import WordDocuments

/// What stands under a heading.
struct WordPart {
  /// A line of text.
  struct Line {
    let text: String
    let place: SourcePosition
    /// The level of a heading inside the section; nil for other text.
    var level: Int?
    /// Whether it is a heading with something under it, which is not itself a value.
    var isLabel = false
  }

  /// The form of the heading.
  let key: String
  /// The heading as it stands there.
  let heading: String
  /// The place of the heading.
  let place: SourcePosition
  /// The level of the heading in the outline.
  var level: Int?
  /// Whether text follows the heading on its own line.
  var isOneLine = false
  fileprivate(set) var lines: [Line] = []
  /// The tables under it.
  fileprivate(set) var tables: [SheetView] = []

  var isBlank: Bool { lines.isEmpty && tables.isEmpty }

  /// The lines that are values.
  var values: [Line] { lines.filter { !$0.isLabel } }

  /// Its text, for a comparison.
  fileprivate var textKey: String { lines.map { HeadingText.key($0.text) }.joined(separator: "\n") }

  fileprivate mutating func add(_ line: Line) {
    closeHeading(above: line.level)
    lines.append(line)
  }

  fileprivate mutating func add(_ table: SheetView) {
    closeHeading(above: nil)
    tables.append(table)
  }

  /// Something stands under the heading that came last.
  private mutating func closeHeading(above level: Int?) {
    guard let last = lines.indices.last, let upper = lines[last].level else { return }
    if level.map({ $0 > upper }) ?? true { lines[last].isLabel = true }
  }
}

/// What the parts of a document are for.
struct WordParts {
  /// In the order of the document.
  private(set) var all: [WordPart] = []
  /// Headings of the document that no section has, with the number of the paragraph.
  fileprivate(set) var others: [(text: String, paragraph: Int)] = []
  /// The part that counts for each heading: the first that holds something.
  private var first: [String: Int] = [:]
  private var keys: Set<String> = []
  /// Behind the last part of the first form.
  private var end = 0

  /// The part with which a second form begins, of which nothing is read.
  var secondForm: WordPart? { end < all.count ? all[end] : nil }

  /// The part that holds the field of a section: its headings in the order of the mapping.
  func part(of section: Mapping.Section) -> Int? {
    let found = section.headings.compactMap { first[HeadingText.key($0)] }
    return found.first { !all[$0].isBlank } ?? found.first
  }

  /// Parts that hold something else than the parts that were taken for their fields.
  func unread(_ taken: Set<Int>, _ headings: HeadingSet) -> [WordPart] {
    let said = taken.map { (key: all[$0].key, text: all[$0].textKey) }
    return all[..<end].indices.compactMap { number in
      let part = all[number]
      guard !part.isBlank, !taken.contains(number) else { return nil }
      let text = part.textKey
      let isSaid = said.contains { other in
        part.tables.isEmpty && headings.isShared(part.key, with: other.key)
          && text.utf8.elementsEqual(other.text.utf8)
      }
      return isSaid ? nil : part
    }
  }

  fileprivate func knows(_ key: String) -> Bool { keys.contains(key) }

  fileprivate mutating func open(_ part: WordPart) {
    all.append(part)
    keys.insert(part.key)
  }

  fileprivate mutating func change(_ number: Int, _ change: (inout WordPart) -> Void) {
    change(&all[number])
  }

  fileprivate mutating func choose() {
    end = endOfForm
    for (number, part) in all[..<end].enumerated() {
      if let known = first[part.key], !all[known].isBlank || part.isBlank { continue }
      first[part.key] = number
    }
  }

  /// Where a second form begins, or the end, so that the two are not mixed: where the heading that the first one
  /// begins with comes again with other text, and not only the cover had it before.
  private var endOfForm: Int {
    guard let start = all.firstIndex(where: { !$0.isBlank }) else { return all.count }
    let beginning = all[start]
    let again = all.indices.dropFirst(start + 1).first { number in
      all[number].key == beginning.key && !all[number].isBlank
        && !all[number].textKey.utf8.elementsEqual(beginning.textKey.utf8)
    }
    guard let again else { return all.count }
    let before = headings(of: start..<again)
    return before > 1 && before >= headings(of: again..<all.count) ? again : all.count
  }

  private func headings(of range: Range<Int>) -> Int {
    Set(all[range].filter { !$0.isBlank }.map(\.key)).count
  }
}

/// Puts the blocks of a document under its known headings.
struct WordPartReader {
  private let headings: HeadingSet
  /// The headings that the outline of the document has.
  private let outlined: Set<String>
  private var parts = WordParts()
  private var current: Int?
  /// The number in front of the current heading.
  private var number: (value: Int, mark: Unicode.Scalar)?
  /// The last number of one level in front of a line under the current heading.
  private var lastNumber: Int?

  init(_ headings: HeadingSet, outlined: Set<String>) {
    self.headings = headings
    self.outlined = outlined
  }

  mutating func close() { current = nil }

  mutating func finished() -> WordParts {
    parts.choose()
    return parts
  }

  /// Adds a paragraph, with the known heading that it begins with.
  mutating func take(
    _ paragraph: WordDocument.Paragraph,
    _ heading: FoundHeading?,
    at place: SourcePosition
  ) {
    let isBlank = CellContent.text(paragraph.text).isBlank
    if let heading, !isText(paragraph, heading.key) {
      if heading.rest.isEmpty, isInside(paragraph, heading.key) {
        add(WordPart.Line(text: paragraph.text, place: place, level: paragraph.level))
      } else {
        open(paragraph, heading, place)
      }
    } else if isBlank {
      return
    } else if paragraph.level != nil, isInside(paragraph, nil) {
      add(WordPart.Line(text: paragraph.text, place: place, level: paragraph.level))
    } else if paragraph.level != nil || isNextSection(paragraph.text) {
      current = nil
      parts.others.append((paragraph.text, paragraph.number))
    } else if WordLine.isSignature(paragraph.text) {
      current = nil
    } else {
      lastNumber = HeadingText.number(paragraph.text)?.value ?? lastNumber
      add(WordPart.Line(text: paragraph.text, place: place))
    }
  }

  private mutating func add(_ line: WordPart.Line) {
    if let current { parts.change(current) { $0.add(line) } }
  }

  private mutating func open(
    _ paragraph: WordDocument.Paragraph,
    _ heading: FoundHeading,
    _ place: SourcePosition
  ) {
    var part = WordPart(key: heading.key, heading: heading.text, place: place)
    part.level = paragraph.level
    part.isOneLine = !heading.rest.isEmpty
    if part.isOneLine { part.add(WordPart.Line(text: heading.rest, place: place)) }
    current = parts.all.count
    number = HeadingText.number(paragraph.text)
    lastNumber = nil
    parts.open(part)
  }

  /// Whether a heading is of a lower level than the current one, and does not stand for another field.
  private func isInside(_ paragraph: WordDocument.Paragraph, _ key: String?) -> Bool {
    guard let current, let level = paragraph.level, let upper = parts.all[current].level,
      level > upper, !parts.all[current].isOneLine
    else { return false }
    return key.map { headings.isSame($0, as: parts.all[current].key) } ?? true
  }

  /// Whether a line that looks like a heading is text: inside a section of the outline, when the outline has
  /// that heading elsewhere.
  private func isText(_ paragraph: WordDocument.Paragraph, _ key: String) -> Bool {
    guard let current, parts.all[current].level != nil else { return false }
    return paragraph.level == nil && outlined.contains(key)
      && !HeadingText.hasNumber(paragraph.text)
  }

  /// Whether a line goes on with the numbers of the headings, and not with those of a list.
  private func isNextSection(_ text: String) -> Bool {
    guard current != nil, let number, let found = HeadingText.number(text), found.mark != " " else {
      return false
    }
    return found.value == number.value + 1 && found.mark == number.mark
      && lastNumber != number.value
  }

  /// Adds a table: a form of labels with their values, or what stands under the current heading.
  mutating func take(_ table: WordDocument.Table, block: Int) {
    let labels = table.rows.enumerated().compactMap { row, cells -> (key: String, row: Int)? in
      guard cells.count == 2, let key = headings.exact(cells[0].text),
        !headings.isColumn(cells[1].text, under: key),
        current.map({ headings.isSame(key, as: parts.all[$0].key) }) != true
      else { return nil }
      return (key, row)
    }
    guard labels.count > 1 || labels.contains(where: { !parts.knows($0.key) }) else {
      if let current { parts.change(current) { $0.add(WordSheet.view(table, block)) } }
      return
    }
    for (key, row) in labels {
      let (label, value) = (table.rows[row][0], table.rows[row][1])
      let place = PlaceScheme.block(block, row: row + 1, column: value.column)
      var part = WordPart(key: key, heading: label.text, place: place)
      for line in value.text.split(separator: "\n").map(String.init)
      where !CellContent.text(line).isBlank {
        part.add(WordPart.Line(text: line, place: place))
      }
      parts.open(part)
    }
    current = nil
  }
}

/// Tables as sheets, so that tables of both are read in one way.
enum WordSheet {
  static func view(_ table: WordDocument.Table, _ block: Int) -> SheetView {
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
