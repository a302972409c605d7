import SourceText
import Testing

@Suite("Places of files without lines")
struct PlaceSchemeTests {
  @Test(
    "cells, there and back",
    arguments: [
      (0, 1, 1, "A1"), (1, 12, 4, "D12"), (1, 1_048_576, 16_384, "XFD1048576"), (2, 7, 28, "AB7"),
    ]
  )
  func cells(sheet: Int, row: Int, column: Int, name: String) {
    let scheme = PlaceScheme.cells(sheets: ["หน้าปก", "โครงการ", "งบ"])
    let position = PlaceScheme.cell(sheet: sheet, row: row, column: column)
    let sheets = ["หน้าปก", "โครงการ", "งบ"]
    #expect(scheme.spot(position) == .cell(sheet: sheets[sheet], name: name))
  }

  @Test("paragraphs and cells of tables")
  func blocks() {
    let scheme = PlaceScheme.blocks([.paragraph(1), .table(1), .paragraph(2)])
    #expect(scheme.spot(PlaceScheme.block(0)) == .paragraph(1))
    #expect(
      scheme.spot(PlaceScheme.block(1, row: 3, column: 2))
        == .tableCell(table: 1, row: 3, column: 2)
    )
    #expect(scheme.spot(PlaceScheme.block(2)) == .paragraph(2))
  }

  @Test("positions sort as they follow each other in the file")
  func order() {
    let cells = [(0, 5, 9), (0, 6, 1), (1, 1, 1), (1, 1, 2)].map {
      PlaceScheme.cell(sheet: $0.0, row: $0.1, column: $0.2)
    }
    #expect(cells == cells.sorted())
    let blocks = [PlaceScheme.block(0), PlaceScheme.block(1, row: 9), PlaceScheme.block(2)]
    #expect(blocks == blocks.sorted())
  }

  @Test("numbers out of all bounds are cut, not trapped on")
  func bounds() {
    let far = PlaceScheme.cell(sheet: .max, row: .max, column: .max)
    #expect(PlaceScheme.cells(sheets: []).spot(far) == .cell(sheet: "", name: "MWLQKWU1048576"))
    let zero = PlaceScheme.cell(sheet: -1, row: 0, column: 0)
    #expect(zero == SourcePosition(line: 1, column: 1))
    #expect(
      PlaceScheme.blocks([]).spot(PlaceScheme.block(.max, row: .max))
        == .line(PlaceScheme.block(.max, row: .max))
    )
  }

  @Test("text files keep lines and columns")
  func lines() {
    let position = SourcePosition(line: 41, column: 7)
    #expect(PlaceScheme.lines.spot(position) == .line(position))
  }
}
