import OpenXML
import Spreadsheets
import Testing

/// Workbooks made of the parts that a test names; the others are the least that a workbook needs.
enum MadeWorkbook {
  static let namespace = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
  private static let office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"

  static func bytes(
    sheet: String,
    strings: String? = nil,
    styles: String? = nil,
    properties: String = "",
    state: String = "visible"
  ) -> [UInt8] {
    var writer = PackageWriter()
    writer.add("_rels/.rels", relations([("r1", "officeDocument", "xl/workbook.xml")]))
    writer.add(
      "xl/workbook.xml",
      """
      <workbook xmlns="\(namespace)" xmlns:r="\(office)">\(properties)
      <sheets><sheet name="โครงการ" sheetId="1" state="\(state)" r:id="r1"/></sheets></workbook>
      """
    )
    writer.add(
      "xl/_rels/workbook.xml.rels",
      relations([
        ("r1", "worksheet", "worksheets/sheet1.xml"), ("r2", "sharedStrings", "/xl/strings.xml"),
        ("r3", "styles", "./styles.xml"),
      ])
    )
    writer.add("xl/worksheets/sheet1.xml", "<worksheet xmlns=\"\(namespace)\">\(sheet)</worksheet>")
    if let strings { writer.add("xl/strings.xml", "<sst xmlns=\"\(namespace)\">\(strings)</sst>") }
    if let styles {
      writer.add("xl/styles.xml", "<styleSheet xmlns=\"\(namespace)\">\(styles)</styleSheet>")
    }
    return writer.finished()
  }

  private static func relations(_ links: [(String, String, String)]) -> String {
    let lines = links.map { id, kind, target in
      "<Relationship Id=\"\(id)\" Type=\"\(office)/\(kind)\" Target=\"\(target)\"/>"
    }
    return "<Relationships>\(lines.joined())</Relationships>"
  }

  static func read(
    _ cells: String,
    strings: String? = nil,
    styles: String? = nil,
    properties: String = ""
  ) throws -> Sheet {
    let bytes = bytes(
      sheet: "<sheetData>\(cells)</sheetData>",
      strings: strings,
      styles: styles,
      properties: properties
    )
    return try #require(WorkbookReader.read(PackageArchive(bytes)).sheets.first)
  }
}

@Suite("Workbooks: cells as people see them")
struct WorkbookReaderTests {
  @Test("texts that come again, and many that do not, stay those of their cells")
  func repeatedTexts() throws {
    // More texts than are remembered at once, so that some are forgotten and stored again.
    let texts = (0..<30_000).flatMap { ["กลุ่มนโยบายและแผน", "\($0)", "ก\($0 % 700)"] }
    let cells = texts.enumerated().map { index, text in
      "<row r=\"\(index + 1)\"><c r=\"A\(index + 1)\" t=\"inlineStr\"><is><t>\(text)</t></is></c></row>"
    }
    let sheet = try MadeWorkbook.read(cells.joined())
    let wrong = texts.indices.first { index in
      sheet[CellPlace(row: index + 1, column: 1)] != .text(texts[index])
    }
    #expect(wrong == nil)
  }

  private func content(_ cell: String, styles: String? = nil) throws -> CellContent? {
    let sheet = try MadeWorkbook.read("<row r=\"1\">\(cell)</row>", styles: styles)
    return sheet[CellPlace(row: 1, column: 1)]
  }

  private func content(
    _ number: String,
    format: String,
    properties: String = ""
  ) throws -> CellContent? {
    let styles =
      "<numFmts><numFmt numFmtId=\"164\" formatCode=\"\(format)\"/></numFmts>"
      + "<cellStyleXfs><xf numFmtId=\"9\"/></cellStyleXfs><cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"164\"/></cellXfs>"
    let sheet = try MadeWorkbook.read(
      "<row r=\"1\"><c r=\"A1\" s=\"1\"><v>\(number)</v></c></row>",
      styles: styles,
      properties: properties
    )
    return sheet[CellPlace(row: 1, column: 1)]
  }

  @Test("shared texts, rich text joined and pronunciation left out")
  func sharedTexts() throws {
    let sheet = try MadeWorkbook.read(
      "<row r=\"2\"><c r=\"B2\" t=\"s\"><v>1</v></c><c r=\"D2\" t=\"s\"><v>0</v></c></row>",
      strings:
        "<si><t>แผน</t></si><si><r><t>พัฒนา</t></r><r><t xml:space=\"preserve\"> ครู</t></r><rPh><t>x</t></rPh></si>"
    )
    #expect(sheet[CellPlace(row: 2, column: 2)] == .text("พัฒนา ครู"))
    #expect(sheet[CellPlace(row: 2, column: 4)] == .text("แผน"))
    #expect(sheet[CellPlace(row: 2, column: 3)] == nil)
    #expect(sheet.cells(inRow: 2) == 0..<2)
    #expect(sheet.cells(inRow: 1).isEmpty)
    #expect(sheet.lastRow == 2)
  }

  @Test("texts in the cell, truth values and errors")
  func others() throws {
    #expect(
      try content("<c r=\"A1\" t=\"inlineStr\"><is><t>ก_x000A_ข_x</t></is></c>") == .text("ก\nข_x")
    )
    #expect(try content("<c r=\"A1\" t=\"str\"><f>B1</f><v>ผล</v></c>") == .text("ผล"))
    #expect(try content("<c r=\"A1\" t=\"str\"><f>B1</f><v></v></c>") == .uncomputed)
    #expect(try content("<c r=\"A1\" t=\"b\"><v>1</v></c>") == .boolean(true))
    #expect(try content("<c r=\"A1\" t=\"e\"><v>#DIV/0!</v></c>") == .failure("#DIV/0!"))
    #expect(try content("<c r=\"A1\" s=\"3\"/>") == nil)
  }

  @Test("a formula without its value is told apart from an empty cell")
  func uncomputed() throws {
    #expect(try content("<c r=\"A1\"><f>SUM(B1:B9)</f><v/></c>") == .uncomputed)
    #expect(try content("<c r=\"A1\"><f>SUM(B1:B9)</f></c>") == .uncomputed)
    #expect(try content("<c r=\"A1\"><f>SUM(B1:B9)</f><v>12</v></c>") == .number("12"))
  }

  @Test(
    "numbers come back as they were typed",
    arguments: [
      ("250000", "250000"), ("0.10000000000000001", "0.1"), ("1234567.8899999999", "1234567.89"),
      ("1E-3", "0.001"), ("1.5E+6", "1500000"), ("-0.5", "-0.5"), ("0", "0"), ("-0", "0"),
      ("999999999999999.9", "1000000000000000"), ("685400.40000000002", "685400.4"), (".5", "0.5"),
    ]
  )
  func numbers(stored: String, typed: String) throws {
    #expect(try content("<c r=\"A1\"><v>\(stored)</v></c>") == .number(typed))
  }

  @Test(
    "numbers beyond all use stay text",
    arguments: ["1E400", "abc", "1e99999999999", "--1", "1.2.3"]
  )
  func strangeNumbers(stored: String) throws {
    #expect(try content("<c r=\"A1\"><v>\(stored)</v></c>") == .text(stored))
  }

  @Test(
    "dates by their format",
    arguments: [
      ("45966", "yyyy\\-mm\\-dd", "2025-11-05"),
      ("45966", "[$-107041E]d mmmm yyyy;@", "2025-11-05"),
      ("1", "d/m/yy", "1900-01-01"), ("59", "d/m/yy", "1900-02-28"), ("61", "d/m/yy", "1900-03-01"),
      ("45966.395833333328", "d/m/yy h:mm", "2025-11-05T09:30:00"),
      ("2958465", "d/m/yyyy", "9999-12-31"),
    ]
  )
  func dates(serial: String, format: String, iso: String) throws {
    #expect(try content(serial, format: format) == .date(iso))
  }

  @Test("workbooks that count from 1904")
  func from1904() throws {
    let properties = "<workbookPr date1904=\"1\"/>"
    #expect(try content("44504", format: "d/m/yy", properties: properties) == .date("2025-11-05"))
  }

  @Test("what a date format cannot show stays a number", arguments: ["60", "-1", "2958466", "0"])
  func noDates(serial: String) throws {
    #expect(try content(serial, format: "d/m/yy") == .number(serial))
  }

  @Test("percentages read as they are shown")
  func percentages() throws {
    #expect(try content("0.85", format: "0%") == .percentage("85"))
    #expect(try content("0.92500000000000004", format: "0.0%") == .percentage("92.5"))
  }

  @Test(
    "letters in quotes, brackets and escapes make no date",
    arguments: ["#,##0.00\\ \"บาท (baht, daily)\"", "[Red]#,##0", "0\\d", "General;dd"]
  )
  func plainFormats(format: String) throws {
    let escaped = format.replacing("\"", with: "&quot;")
    #expect(try content("45966", format: escaped) == .number("45966"))
  }

  @Test("cells and rows without places follow each other")
  func withoutPlaces() throws {
    let sheet = try MadeWorkbook.read(
      "<row><c><v>1</v></c><c><v>2</v></c></row><row><c><v>3</v></c></row>"
    )
    let places = (0..<sheet.count).map { sheet.place($0).name }
    #expect(places == ["A1", "B1", "A2"])
  }

  @Test("merged ranges, hidden rows, columns and sheets are told")
  func layout() throws {
    let bytes = MadeWorkbook.bytes(
      sheet:
        "<cols><col min=\"3\" max=\"4\" hidden=\"1\"/></cols><sheetData><row r=\"5\" hidden=\"1\"/></sheetData>"
        + "<mergeCells><mergeCell ref=\"A1:C2\"/></mergeCells>",
      state: "veryHidden"
    )
    let sheet = try #require(WorkbookReader.read(PackageArchive(bytes)).sheets.first)
    #expect(sheet.isHidden)
    #expect(sheet.hiddenRows == [5])
    #expect(sheet.hiddenColumns == [3...4])
    #expect(sheet.merged == [CellRange("A1:C2".utf8)])
  }
}

@Suite("Workbooks: what hostile files try")
struct HostileWorkbookTests {
  private func problem(_ cells: String, limits: WorkbookLimits = .standard) -> PackageProblem? {
    do throws(PackageProblem) {
      let bytes = MadeWorkbook.bytes(
        sheet: "<sheetData>\(cells)</sheetData>",
        strings: "<si><t>a</t></si>"
      )
      _ = try WorkbookReader.read(PackageArchive(bytes), limits: limits)
      return nil
    } catch {
      return error
    }
  }

  private let damaged = PackageProblem.damaged(part: "xl/worksheets/sheet1.xml")

  @Test(
    "rows, columns and texts that cannot be",
    arguments: [
      "<row r=\"4000000000\"/>", "<row r=\"0\"/>",
      "<row r=\"1\"><c r=\"ZZZZZZZZ1\"><v>1</v></c></row>",
      "<row r=\"1\"><c r=\"A\"><v>1</v></c></row>",
      "<row r=\"1\"><c r=\"A1\" t=\"s\"><v>1</v></c></row>",
      "<row r=\"1\"><c r=\"A1\" t=\"s\"><v>-1</v></c></row>",
      "<row r=\"2\"><c r=\"A2\"><v>1</v></c></row><row r=\"1\"><c r=\"A1\"><v>1</v></c></row>",
      "<row r=\"1\"><c r=\"A1\"><v>1</v></c><c r=\"A1\"><v>2</v></c></row>",
    ]
  )
  func places(cells: String) {
    #expect(problem(cells) == damaged)
  }

  @Test("more cells or text than the limit")
  func limits() {
    var limits = WorkbookLimits()
    limits.cells = 1
    let cells = "<row r=\"1\"><c r=\"A1\"><v>1</v></c><c r=\"B1\"><v>2</v></c></row>"
    #expect(problem(cells) == nil)
    #expect(problem(cells, limits: limits) == .tooLarge(part: "xl/worksheets/sheet1.xml"))
    limits.cells = 10
    limits.textBytes = 0
    #expect(problem(cells, limits: limits) == .tooLarge(part: "xl/worksheets/sheet1.xml"))
    limits.sheets = 0
    #expect(problem("", limits: limits) == .tooManyParts)
  }

  @Test("a Word file is no workbook")
  func otherOffice() throws {
    var writer = PackageWriter()
    writer.add("[Content_Types].xml", "<Types/>")
    #expect(throws: PackageProblem.notPackage) {
      try WorkbookReader.read(PackageArchive(writer.finished()))
    }
  }
}

@Suite("Places of cells")
struct CellPlaceTests {
  @Test(
    "letters and numbers, there and back",
    arguments: ["A1", "Z9", "AA10", "XFD1048576", "BC77"]
  )
  func names(name: String) throws {
    #expect(try #require(CellPlace(name.utf8)).name == name)
  }

  @Test(
    "what is no place",
    arguments: ["", "A", "1", "A0", "1A", "XFE1", "A1048577", "a1", "A1B", "ก1"]
  )
  func nonsense(name: String) {
    #expect(CellPlace(name.utf8) == nil)
  }

  @Test("ranges")
  func ranges() throws {
    let range = try #require(CellRange("$B$2:D4".utf8))
    #expect(range.contains(CellPlace(row: 2, column: 4)))
    #expect(!range.contains(CellPlace(row: 5, column: 4)))
    #expect(CellRange("D4:B2".utf8) == nil)
    #expect(CellRange("A1:B2:C3".utf8) == nil)
    #expect(CellRange("C3".utf8)?.first == CellPlace(row: 3, column: 3))
  }
}
