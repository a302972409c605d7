// Spreadsheets reads and writes Excel workbooks (ISO/IEC 29500, SpreadsheetML) as sheets of cells. It
// knows no field and no kind of submission: what a cell means is decided by the mapping above it.

import SourceText

/// What one cell holds.
public enum CellContent: Hashable, Sendable {
  /// Text.
  case text(String)
  /// A number as an exact decimal text, rounded to the 15 digits that Excel itself keeps.
  case number(String)
  /// A number that its format shows as a percentage; the text is what a person sees, without `%`.
  case percentage(String)
  /// A day, or a day with a time, in ISO form: `2025-11-05`, `2025-11-05T09:30:00`.
  case date(String)
  /// A truth value.
  case boolean(Bool)
  /// An error such as `#DIV/0!`.
  case failure(String)
  /// A formula whose value was never computed: the program that wrote the file did not open it.
  case uncomputed
}

/// The place of a cell: row and column from 1.
public struct CellPlace: Hashable, Comparable, Sendable {
  /// The last row that a sheet can have.
  public static let lastRow = 1_048_576

  /// The last column that a sheet can have (`XFD`).
  public static let lastColumn = 16_384

  /// The row, from 1.
  public let row: Int

  /// The column, from 1.
  public let column: Int

  /// Makes a place.
  public init(row: Int, column: Int) {
    self.row = row
    self.column = column
  }

  /// Reads a name such as `B12`.
  ///
  /// Nil for anything else and beyond the sheet. Dollar signs are passed over.
  public init?(_ text: some Sequence<UInt8>) {
    var row = 0
    var column = 0
    for byte in text where byte != UInt8(ascii: "$") {
      switch byte {
      case UInt8(ascii: "A")...UInt8(ascii: "Z"):
        guard row == 0 else { return nil }
        column = column * 26 + Int(byte - UInt8(ascii: "A")) + 1
      case UInt8(ascii: "0")...UInt8(ascii: "9"):
        guard column > 0 else { return nil }
        row = row * 10 + Int(byte - UInt8(ascii: "0"))
      default: return nil
      }
      guard row <= Self.lastRow, column <= Self.lastColumn else { return nil }
    }
    guard row > 0, column > 0 else { return nil }
    self.init(row: row, column: column)
  }

  /// The place as people write it: `B12`.
  public var name: String { Self.columnName(column) + String(row) }

  /// The letters of a column: 1 is `A`, 28 is `AB`.
  public static func columnName(_ column: Int) -> String { PlaceScheme.columnName(column) }

  /// Orders cells as they are read: by row, then by column.
  public static func < (a: CellPlace, b: CellPlace) -> Bool {
    (a.row, a.column) < (b.row, b.column)
  }
}

/// A rectangle of cells, both corners included.
public struct CellRange: Hashable, Sendable {
  /// The upper left corner.
  public let first: CellPlace

  /// The lower right corner.
  public let last: CellPlace

  /// Makes a rectangle.
  public init(_ first: CellPlace, _ last: CellPlace) {
    self.first = first
    self.last = last
  }

  /// Reads `B2:D4`, or `B2` alone.
  public init?(_ text: some Collection<UInt8>) {
    let ends = text.split(separator: UInt8(ascii: ":"), omittingEmptySubsequences: false)
    guard ends.count <= 2, let first = ends.first.flatMap({ CellPlace($0) }),
      let last = ends.last.flatMap({ CellPlace($0) }), first.row <= last.row,
      first.column <= last.column
    else { return nil }
    self.init(first, last)
  }

  /// Whether a cell lies in it.
  public func contains(_ place: CellPlace) -> Bool {
    (first.row...last.row).contains(place.row)
      && (first.column...last.column).contains(place.column)
  }
}

/// One sheet as it was read.
///
/// Cells lie in one array of 16 bytes each, their texts in one buffer for the workbook: a sheet of
/// 50,000 rows and 12 columns takes some 20 MB.
public struct Sheet: Sendable {
  /// The name on its tab.
  public let name: String

  /// Whether its tab is hidden.
  public let isHidden: Bool

  /// The name of its part, for programs that change the file.
  public let part: String

  /// The merged ranges; only the upper left cell of each holds a value.
  public internal(set) var merged: [CellRange] = []

  /// The rows that are hidden.
  public internal(set) var hiddenRows: Set<Int> = []

  /// The columns that are hidden.
  public internal(set) var hiddenColumns: [ClosedRange<Int>] = []

  var cells: [PackedCell] = []
  var texts = TextBuffer()
  let shared: TextBuffer

  init(name: String, isHidden: Bool, part: String, shared: TextBuffer) {
    self.name = name
    self.isHidden = isHidden
    self.part = part
    self.shared = shared
  }

  /// The sheet without its cells, for sheets that are not to be read.
  public func emptied() -> Sheet {
    Sheet(name: name, isHidden: isHidden, part: part, shared: shared)
  }

  /// How many cells hold something.
  public var count: Int { cells.count }

  /// The place of a cell by its number, from 0, in the order of rows and columns.
  public func place(_ number: Int) -> CellPlace { cells[number].place }

  /// What a cell holds, by its number.
  public func content(_ number: Int) -> CellContent {
    let cell = cells[number]
    let text = (cell.isShared ? shared : texts)[Int(cell.text)]
    return cell.content(text)
  }

  /// What the cell of a place holds.
  ///
  /// Nil for an empty cell. Takes time logarithmic in the cells.
  public subscript(_ place: CellPlace) -> CellContent? {
    var low = 0
    var high = cells.count
    while low < high {
      let middle = (low + high) / 2
      if cells[middle].place < place { low = middle + 1 } else { high = middle }
    }
    guard low < cells.count, cells[low].place == place else { return nil }
    return content(low)
  }

  /// The numbers of the cells of a row.
  public func cells(inRow row: Int) -> Range<Int> {
    firstCell(ofRow: row)..<firstCell(ofRow: row + 1)
  }

  private func firstCell(ofRow row: Int) -> Int {
    var low = 0
    var high = cells.count
    while low < high {
      let middle = (low + high) / 2
      if cells[middle].row < row { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// The last row that holds something; 0 for an empty sheet.
  public var lastRow: Int { cells.last.map { Int($0.row) } ?? 0 }
}

/// A workbook as it was read.
public struct Workbook: Sendable {
  /// The sheets in the order of their tabs.
  public let sheets: [Sheet]

  /// Puts sheets together.
  public init(sheets: [Sheet]) {
    self.sheets = sheets
  }

  /// The sheet of a name, compared byte by byte.
  public func sheet(named name: String) -> Sheet? {
    sheets.first { $0.name.utf8.elementsEqual(name.utf8) }
  }
}
