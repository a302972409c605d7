import OpenXML
import Spreadsheets
import Testing

@Suite("Workbooks as they are written")
struct WorkbookWriterTests {
  private func sheet() -> SheetContent {
    var sheet = SheetContent(name: "โครงการ 'ก'")
    let head = CellStyle().with {
      $0.isBold = true
      $0.fillColor = "DDEBF7"
      $0.hasBorder = true
    }
    sheet.set(CellPlace(row: 1, column: 1), .text("ชื่อโครงการ"), head)
    sheet.set(CellPlace(row: 1, column: 2), .text("งบประมาณ"), head)
    sheet.set(
      CellPlace(row: 2, column: 2),
      .number("685400.25"),
      CellStyle().with { $0.numberFormat = "#,##0.00" }
    )
    sheet.set(
      CellPlace(row: 2, column: 3),
      .date("2025-11-05"),
      CellStyle().with { $0.numberFormat = "d/m/yyyy" }
    )
    sheet.set(CellPlace(row: 3, column: 2), .formula("SUM(B2:B2)", value: "685400.25"))
    sheet.set(CellPlace(row: 4, column: 1), .blank, head)
    sheet.merged = [CellRange(CellPlace(row: 5, column: 1), CellPlace(row: 5, column: 3))]
    sheet.notes = [(CellPlace(row: 1, column: 2), "จำนวนเงิน (บาท)")]
    sheet.filter = CellRange("A1:C3".utf8)
    sheet.frozenRows = 1
    sheet.isProtected = true
    sheet.printing.repeatedRows = 1
    sheet.validations = [
      CellValidation(
        range: CellRange(CellPlace(row: 2, column: 2), CellPlace(row: 9, column: 2)),
        rule: .number
      )
    ]
    return sheet
  }

  private func readBack(_ sheets: [SheetContent]) throws -> Workbook {
    try WorkbookReader.read(PackageArchive(WorkbookWriter(title: "แผน", sheets: sheets).bytes()))
  }

  @Test("what was written is read back")
  func roundTrip() throws {
    var hidden = SheetContent(name: "_codes")
    hidden.isHidden = true
    let workbook = try readBack([sheet(), hidden])
    #expect(workbook.sheets.map(\.name) == ["โครงการ 'ก'", "_codes"])
    #expect(workbook.sheets.map(\.isHidden) == [false, true])
    let read = workbook.sheets[0]
    #expect(read[CellPlace(row: 1, column: 1)] == .text("ชื่อโครงการ"))
    #expect(read[CellPlace(row: 2, column: 2)] == .number("685400.25"))
    #expect(read[CellPlace(row: 2, column: 3)] == .date("2025-11-05"))
    #expect(read[CellPlace(row: 3, column: 2)] == .number("685400.25"))
    #expect(read[CellPlace(row: 4, column: 1)] == nil)
    #expect(read.merged.count == 1)
  }

  @Test("the same content gives the same bytes")
  func deterministic() {
    let sheet = sheet()
    #expect(
      WorkbookWriter(title: "แผน", sheets: [sheet]).bytes()
        == WorkbookWriter(title: "แผน", sheets: [sheet]).bytes()
    )
  }

  @Test(
    "any text stays that text",
    arguments: [
      "=1+1", "+A1", "-", "@x", "a\nb\tc", "  x  ", "_x000D_", "\u{1}\u{1F}", "<&>\"'", "๑๒๐,๐๐๐",
      "a_x0041_b", "",
    ]
  )
  func texts(text: String) throws {
    var sheet = SheetContent(name: "s")
    sheet.set(CellPlace(row: 1, column: 1), .text(text))
    #expect(try readBack([sheet]).sheets[0][CellPlace(row: 1, column: 1)] == .text(text))
  }

  @Test("a text longer than a cell can hold is cut, with a sign", arguments: ["ก", "😀", "a"])
  func longTexts(letter: String) throws {
    let width = letter.utf16.count
    for count in [32_766 / width, 32_767 / width, 32_768 / width + 1, 60_000] {
      let text = String(repeating: letter, count: count)
      var sheet = SheetContent(name: "ก")
      sheet.set(CellPlace(row: 1, column: 1), .text(text))
      let read = try readBack([sheet]).sheets[0][CellPlace(row: 1, column: 1)]
      guard case .text(let written)? = read else {
        Issue.record("no text")
        continue
      }
      #expect(written.utf16.count <= 32_767)
      #expect(text.utf16.count <= 32_767 ? written == text : written.hasSuffix("…"))
    }
  }

  @Test("a day that Excel cannot count stays text")
  func oldDays() throws {
    var sheet = SheetContent(name: "s")
    sheet.set(CellPlace(row: 1, column: 1), .date("1899-12-31"))
    #expect(try readBack([sheet]).sheets[0][CellPlace(row: 1, column: 1)] == .text("1899-12-31"))
  }
}
