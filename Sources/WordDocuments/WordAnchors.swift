/// Where paragraphs and cells of a body stand in the bytes of its part, counted as ``WordDocument``
/// counts them.
struct WordAnchors {
  /// One paragraph.
  struct Anchor {
    /// The bytes of its start tag; all of it when it has no end tag.
    let tag: Range<Int>
    /// The offset behind its properties, where its text may begin.
    var inside: Int
    /// The offset of its end tag; nil when it has none.
    var end: Int?
  }

  /// The paragraphs of the body, in their order.
  private(set) var paragraphs: [Anchor] = []

  /// The first paragraphs of the cells of each table, with row from 0 and column from 1.
  private(set) var tables: [[(row: Int, column: Int, anchor: Anchor)]] = []

  private var open: Anchor?
  private var cells: [(row: Int, column: Int, anchor: Anchor)] = []
  private var firstOfCell: Anchor?

  mutating func begin(_ tag: Range<Int>) {
    open = Anchor(tag: tag, inside: tag.upperBound, end: nil)
  }

  mutating func endProperties(_ tag: Range<Int>) {
    open?.inside = tag.upperBound
  }

  mutating func end(_ tag: Range<Int>, tables: Int) {
    guard var anchor = open else { return }
    open = nil
    if !tag.isEmpty { anchor.end = tag.lowerBound }
    if tables == 0 {
      paragraphs.append(anchor)
    } else if firstOfCell == nil {
      firstOfCell = anchor
    }
  }

  mutating func endCell(row: Int, column: Int) {
    if let firstOfCell { cells.append((row, column, firstOfCell)) }
    firstOfCell = nil
  }

  mutating func endTable() {
    tables.append(cells)
    cells = []
  }

  /// The paragraph of a place; of a cell that is not there the nearest one before it in its row, else
  /// the first of the table.
  func find(_ place: WordPlace) -> Anchor? {
    switch place {
    case .paragraph(let number):
      return paragraphs.indices.contains(number - 1) ? paragraphs[number - 1] : nil
    case .cell(let table, let row, let column):
      guard tables.indices.contains(table - 1) else { return nil }
      let cells = tables[table - 1]
      let before = cells.last { $0.row == row - 1 && $0.column <= column }
      return (before ?? cells.first { $0.row == row - 1 } ?? cells.first)?.anchor
    }
  }
}
