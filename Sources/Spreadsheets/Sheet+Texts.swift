/// Sheets of texts that were no workbook: CSV files.
extension Sheet {
  /// An empty sheet, to be filled row by row with ``append(_:row:column:)``.
  public init(name: String) {
    self.init(name: name, isHidden: false, part: "", shared: TextBuffer())
  }

  /// Adds a text behind all others; an empty one is no cell.
  ///
  /// False, and nothing is added, for a place that is not behind the last one or beyond the sheet.
  public mutating func append(_ text: [UInt8], row: Int, column: Int) -> Bool {
    let place = CellPlace(row: row, column: column)
    guard row <= CellPlace.lastRow, column <= CellPlace.lastColumn,
      cells.last.map({ $0.place < place }) ?? true
    else { return false }
    guard !text.isEmpty else { return true }
    cells.append(
      PackedCell(
        row: UInt32(row),
        column: UInt16(column),
        kind: .text,
        isShared: false,
        text: texts.intern(text)
      )
    )
    return true
  }
}

extension Sheet {
  /// Notes that a range of cells is one.
  public mutating func merge(_ range: CellRange) { merged.append(range) }
}

extension Sheet {
  /// Makes the merged range that begins at a cell reach to another; a new one when there is none.
  public mutating func extendMerge(from first: CellPlace, to last: CellPlace) {
    let range = CellRange(first, last)
    if let index = merged.lastIndex(where: { $0.first == first }) {
      merged[index] = range
    } else {
      merged.append(range)
    }
  }
}
