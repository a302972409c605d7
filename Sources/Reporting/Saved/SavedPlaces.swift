import Diagnostics
import Findings
import SourceText

/// The places of one submission of a saved report.
///
/// Sheets and blocks are numbered as they are first met: a report names them, and their order in the
/// file is no longer known.
struct SavedPlaces {
  /// The surroundings of places in text files.
  var excerpts: [FindingPlace: SavedExcerpt] = [:]

  private var sheets: [String] = []
  private var blocks: [PlaceScheme.Block] = []

  /// The place that a `spot` stands for.
  mutating func position(
    of spot: SavedNode
  ) throws(DiagnosticError) -> (position: SourcePosition, scheme: PlaceScheme) {
    if let sheet = try spot.optionalText("sheet") {
      let (row, column) = try Self.cell(spot)
      let number = Self.number(of: sheet, in: &sheets)
      return (PlaceScheme.cell(sheet: number, row: row, column: column), .cells(sheets: sheets))
    }
    if let paragraph = try spot.optionalInt("paragraph") {
      let number = Self.number(of: .paragraph(paragraph), in: &blocks)
      return (PlaceScheme.block(number), .blocks(blocks))
    }
    let number = Self.number(of: .table(try spot.int("table")), in: &blocks)
    let (row, column) = (try spot.int("row"), try spot.int("column"))
    return (PlaceScheme.block(number, row: row, column: column), .blocks(blocks))
  }

  private static func number<Name: Equatable>(of name: Name, in names: inout [Name]) -> Int {
    if let index = names.firstIndex(of: name) { return index }
    names.append(name)
    return names.count - 1
  }

  /// Row and column of a name such as `D12`.
  private static func cell(_ spot: SavedNode) throws(DiagnosticError) -> (row: Int, column: Int) {
    var column = 0
    var row = 0
    for byte in try spot.text("cell").utf8 {
      switch byte {
      case 0x41...0x5A where row == 0 && column < 1_000_000: column = column * 26 + Int(byte - 0x40)
      case 0x30...0x39 where row < 100_000_000: row = row * 10 + Int(byte - 0x30)
      default: throw spot.wrong()
      }
    }
    return (row, column)
  }
}
