import Diagnostics
import OpenXML
import PlanValues
import Spreadsheets
import Testing

@testable import Papers

@Suite("Papers as Excel workbooks")
struct ExcelPaperTests {
  private func workbook(_ paper: Paper) throws -> Workbook {
    try WorkbookReader.read(PackageArchive(ExcelPaper(paper).bytes))
  }

  private func paper(_ rows: [[PaperData.Value]], language: Language = .th) -> Paper {
    let columns = rows.first.map { $0.indices.map { PaperData.Column("ช่อง \($0 + 1)") } } ?? []
    let data = PaperData(columns: columns, rows: rows)
    let section = Paper.Section(name: "ข้อ", blocks: [.text("หน้า")], data: data)
    return Paper(title: "แผน", sections: [section], language: language)
  }

  private func texts(_ sheet: Sheet) -> [String] {
    (0..<sheet.count).compactMap { number in
      if case .text(let text) = sheet.content(number) { text } else { nil }
    }
  }

  @Test("values have their own types, days those of the calendar")
  func values() throws {
    let day = try #require(CalendarDate(year: 2026, month: 9, day: 15))
    let number = try #require(ExactDecimal(literal: "71.16"))
    let row: [PaperData.Value] = [
      .text("ครู"), .whole(-3), .number(number), .money(Money(satang: 143_450_025)), .date(day),
      .empty,
    ]
    let sheet = try #require(try workbook(paper([row])).sheet(named: "ข้อมูล"))
    let found = (1...6).map { sheet[CellPlace(row: 2, column: $0)] }
    #expect(
      found == [
        .text("ครู"), .number("-3"), .number("71.16"), .number("1434500.25"), .date("2026-09-15"),
        nil,
      ]
    )
  }

  @Test("a number with more figures than Excel keeps stays exact as text")
  func longNumbers() throws {
    let sheet = try workbook(paper([[.money(Money(satang: 9_007_199_254_740_993))]])).sheets[1]
    #expect(sheet[CellPlace(row: 2, column: 1)] == .text("90071992547409.93"))
  }

  @Test(
    "texts that look like formulas are texts, and stay so when they are edited",
    arguments: ["=1+1", "+1", "-1", "@x", "＝1", "=HYPERLINK(\"http://x\")"]
  )
  func formulas(text: String) throws {
    let paper = paper([[.text(text)]])
    let parts = try OfficeParts(ExcelPaper(paper).bytes)
    for part in parts.parts where part.contains("worksheets/sheet") {
      #expect(try parts.elements(part, "f").isEmpty)
    }
    #expect(
      try parts.elements("xl/styles.xml", "numFmt").contains { $0.value("formatCode") == "@" }
    )
    #expect(texts(try workbook(paper).sheets[1]).count == 2)
  }

  @Test(
    "a text longer than a cell can be is cut, and says so",
    arguments: [(Language.th, "ตัดข้อความ"), (.en, "cut: longer")]
  )
  func longTexts(language: Language, note: String) throws {
    for letter in ["ก", "😀"] {
      let long = String(repeating: letter, count: 40_000)
      let paper = paper([[.text(long)]], language: language)
      let text = try #require(texts(try workbook(paper).sheets[1]).last)
      #expect(text.utf16.count <= 32_767 && text.utf16.count > 32_700)
      #expect(text.hasPrefix(letter + letter) && text.contains(note))
    }
    let whole = String(repeating: "ก", count: 32_767)
    #expect(texts(try workbook(paper([[.text(whole)]])).sheets[1]).last == whole)
  }

  @Test("nothing in a text is taken for markup, and no control character is left")
  func hostile() throws {
    let text = MadePaper.hostile + "]]>\u{0}\u{FFFE}<c/>"
    let paper = MadePaper.everything(text)
    let parts = try OfficeParts(ExcelPaper(paper).bytes)
    for part in parts.parts {
      #expect(!(try parts.elements(part).isEmpty))
      let raw = try parts.text(part)
      #expect(!raw.contains("\u{1B}") && !raw.contains("\u{202E}"))
    }
    #expect(try workbook(paper).sheets.count == 2)
  }

  @Test("the same content gives the same bytes", arguments: [Language.th, .en])
  func deterministic(language: Language) {
    let paper = MadePaper.everything("แผน", language: language)
    #expect(ExcelPaper(paper).bytes == ExcelPaper(paper).bytes)
  }

  // MARK: Sheets

  @Test("a sheet for each section; rows of the same columns stand in one sheet of data")
  func sheets() throws {
    var all = paper([[.whole(1)]])
    all.sections += all.sections + [Paper.Section(name: "[x]:*?/\\'", blocks: [.text("ก")])]
    all.sections += paper([[.whole(2), .whole(3)]]).sections
    let workbook = try workbook(all)
    #expect(workbook.sheets.map(\.name) == ["ข้อ", "ข้อมูล", "ข้อมูล 2", "ข้อ 2", "x", "ข้อ 3"])
    #expect(workbook.sheets.map(\.lastRow) == [1, 3, 2, 1, 1, 1])
  }

  @Test("names of sheets are short, unique and allowed; an empty one is that of the paper")
  func names() throws {
    var paper = Paper(title: "ชื่อ/เรื่อง", sections: [])
    let long = String(repeating: "ยาว", count: 20)
    paper.sections = ["", "", long, long + "2", "😀" + long].map {
      Paper.Section(name: $0, blocks: [.text("ก")])
    }
    let names = try workbook(paper).sheets.map(\.name)
    #expect(Set(names).count == 5)
    #expect(names.allSatisfy { !$0.isEmpty && $0.utf16.count <= 31 && !$0.contains("/") })
  }

  @Test("heads stay in view, repeat on paper and have filters; the sheet is as wide as the page")
  func dataSheet() throws {
    let parts = try OfficeParts(ExcelPaper(paper([[.whole(1), .whole(2)]])).bytes)
    let part = "xl/worksheets/sheet2.xml"
    #expect(try parts.elements(part, "pane").map { $0.value("topLeftCell") } == ["A2"])
    #expect(try parts.elements(part, "autoFilter").map { $0.value("ref") } == ["A1:B2"])
    let setup = try #require(try parts.elements(part, "pageSetup").first)
    #expect(setup.value("orientation") == "landscape" && setup.value("fitToWidth") == "1")
    #expect(setup.value("paperSize") == "9" && setup.value("fitToHeight") == "0")
    #expect(try parts.text("xl/workbook.xml").contains("'ข้อมูล'!$1:$1"))
    let text = try parts.text(part)
    #expect(text.contains("<oddFooter>&amp;Cหน้า &amp;P / &amp;N</oddFooter>"))
    #expect(text.contains("<oddHeader>&amp;Cแผน</oddHeader>"))
  }

  @Test("a title at the head of pages is no code of Excel, and never too long")
  func printedTitle() {
    #expect(PrintSetup.plain("R&D &P\u{7}") == "R&&D &&P ")
    #expect(PrintSetup.plain(String(repeating: "&", count: 300)).utf16.count <= 255)
  }

  // MARK: Pages as sheets

  @Test("all texts of tables of different columns stand in cells of their own")
  func grid() throws {
    let shapes = [[1, 2, 9, 5, 4], [3, 1, 1, 1, 1, 1, 1], [1, 1], [7, 6, 5], [1]]
    let tables = shapes.enumerated().map { table, shares in
      let row = PaperRow(shares.indices.map { PaperCell("\(table).\($0) ก") })
      return PaperTable(columns: shares.map { PaperColumn($0) }, headerRows: 0, rows: [row, row])
    }
    let section = Paper.Section(name: "ก", blocks: tables.map { .table($0) })
    let sheet = try workbook(Paper(title: "", sections: [section])).sheets[0]
    #expect(texts(sheet).count == shapes.reduce(0) { $0 + $1.count * 2 })
    for (index, one) in sheet.merged.enumerated() {
      for other in sheet.merged[..<index] {
        let isApart =
          one.first.row > other.last.row || other.first.row > one.last.row
          || one.first.column > other.last.column || other.first.column > one.last.column
        #expect(isApart, "\(one) and \(other) overlap")
      }
    }
  }

  @Test("columns of a table take those of the grid, every one at least one")
  func gridColumns() {
    let tables = [[1, 1, 1, 1], [1, 100, 1]].map { shares in
      PaperTable(columns: shares.map { PaperColumn($0) }, headerRows: 0, rows: [])
    }
    let grid = ExcelGrid(tables: tables, width: 100)
    for table in tables {
      let ranges = grid.columns(of: table)
      #expect(ranges.count == table.columns.count && ranges.allSatisfy { !$0.isEmpty })
      #expect(ranges.first?.lowerBound == 0 && ranges.last?.upperBound == grid.widths.count)
      #expect(zip(ranges, ranges.dropFirst()).allSatisfy { $0.upperBound == $1.lowerBound })
    }
  }

  @Test("a row is as tall as its longest text; Thai marks take no room across")
  func heights() throws {
    func height(_ text: String) throws -> Double {
      let section = Paper.Section(name: "ก", blocks: [.text(text)])
      let parts = try OfficeParts(ExcelPaper(Paper(title: "", sections: [section])).bytes)
      let row = try #require(try parts.elements("xl/worksheets/sheet1.xml", "row").first)
      return try #require(row.value("ht").flatMap(Double.init))
    }
    let one = try height("ก")
    #expect(one >= 14 * 1.5)
    #expect(try height(String(repeating: "กี่", count: 60)) == one)
    let long = try height(String(repeating: "ก", count: 600))
    #expect(long >= 6 * one && long <= 12 * one)
    #expect(abs(try height("ก\nข\nค") - 3 * one) < 0.1)
  }

  @Test(
    "figures of a table are numbers that look as they did",
    arguments: [
      ("1,434,500.25", "1434500.25", "#,##0.00"), ("100.00", "100", "0.00"), ("7", "7", "0"),
      ("0.5", "0.5", "0.0"), ("0", "0", "0"),
    ]
  )
  func numbers(text: String, value: String, format: String) throws {
    let number = try #require(ExcelNumber(text))
    #expect(number.value == value && number.format == format)
  }

  @Test(
    "what only looks like a number stays text",
    arguments: [
      "", "007", "1,2", "12,34", ".", "1.", ".5", "1.2.3", "๑๒", "4/10", "+1", "1234567890123456",
    ]
  )
  func noNumbers(text: String) {
    #expect(ExcelNumber(text) == nil)
  }
}
