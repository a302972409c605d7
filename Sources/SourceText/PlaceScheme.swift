/// How the places of a file are told to people: by line, by cell, or by paragraph.
///
/// All places are kept as a ``SourcePosition``, so that they sort as they follow each other in the file.
/// For files without lines the scheme says what line and column of a position stand for.
public enum PlaceScheme: Hashable, Sendable {
  /// Lines and columns, as in every text file.
  case lines

  /// Sheets and cells; the names of the sheets in their order.
  case cells(sheets: [String])

  /// Paragraphs and tables; the blocks of the body in their order.
  case blocks([Block])

  /// A block of a document as people count it.
  public enum Block: Hashable, Sendable {
    /// A paragraph by its number, from 1.
    case paragraph(Int)
    /// A table by its number, from 1.
    case table(Int)
  }

  /// What a position stands for.
  public enum Spot: Hashable, Sendable {
    /// A place in a text.
    case line(SourcePosition)
    /// A cell: the name of its sheet, and its name such as `D12`.
    case cell(sheet: String, name: String)
    /// A paragraph.
    case paragraph(Int)
    /// A cell of a table: table, row and column, from 1.
    case tableCell(table: Int, row: Int, column: Int)
  }

  private static let rowBits: UInt32 = 20
  private static let tableRowBits: UInt32 = 16

  /// The most sheets of which cells can be told apart.
  public static let lastSheet = 1 << 11

  /// The most blocks that can be told apart.
  public static let lastBlock = 1 << 15

  /// The position of a cell; sheet from 0, row and column from 1.
  ///
  /// Rows go to 1,048,576, the most that a sheet can have; greater ones read as the last.
  public static func cell(sheet: Int, row: Int, column: Int) -> SourcePosition {
    let sheet = UInt32(clamping: min(max(0, sheet), lastSheet - 1))
    let row = UInt32(clamping: min(max(1, row), 1 << Int(rowBits))) - 1
    return SourcePosition(
      line: (sheet << rowBits | row) + 1,
      column: UInt32(clamping: max(1, column))
    )
  }

  /// The position of a paragraph, or of a cell of a table; block from 0, row and column from 1.
  public static func block(_ block: Int, row: Int = 1, column: Int = 1) -> SourcePosition {
    let block = UInt32(clamping: min(max(0, block), lastBlock - 1))
    let row = UInt32(clamping: min(max(1, row), 1 << Int(tableRowBits))) - 1
    return SourcePosition(
      line: (block << tableRowBits | row) + 1,
      column: UInt32(clamping: max(1, column))
    )
  }

  /// What a position of this file stands for.
  public func spot(_ position: SourcePosition) -> Spot {
    guard position.line > 0 else { return .line(position) }
    let line = position.line - 1
    switch self {
    case .lines: return .line(position)
    case .cells(let sheets):
      let sheet = Int(line >> Self.rowBits)
      let row = Int(line & (1 << Self.rowBits - 1)) + 1
      let name = sheets.indices.contains(sheet) ? sheets[sheet] : ""
      return .cell(sheet: name, name: Self.columnName(Int(position.column)) + String(row))
    case .blocks(let blocks):
      let number = Int(line >> Self.tableRowBits)
      let row = Int(line & (1 << Self.tableRowBits - 1)) + 1
      guard blocks.indices.contains(number) else { return .line(position) }
      switch blocks[number] {
      case .paragraph(let paragraph): return .paragraph(paragraph)
      case .table(let table):
        return .tableCell(table: table, row: row, column: Int(position.column))
      }
    }
  }

  /// The letters of a column: 1 is `A`, 28 is `AB`.
  public static func columnName(_ column: Int) -> String {
    var letters: [UInt8] = []
    var rest = column
    while rest > 0 {
      letters.append(UInt8(ascii: "A") + UInt8((rest - 1) % 26))
      rest = (rest - 1) / 26
    }
    return String(decoding: letters.reversed(), as: UTF8.self)
  }
}
