import Diagnostics
import Papers
import PlanValues
import TestSupport
import Testing

@Suite("Papers in Thai digits")
struct ThaiDigitTests {
  @Test(
    "figures of Thai text become Thai; codes, file names and words with Latin letters keep theirs",
    arguments: [
      ("ปีงบประมาณ พ.ศ. 2569", "ปีงบประมาณ พ.ศ. ๒๕๖๙"),
      ("ข้อ 5.4 และ 1,250.00 บาท", "ข้อ ๕.๔ และ ๑,๒๕๐.๐๐ บาท"),
      ("เกณฑ์ J02-CMP-003 แก้ 3 แห่ง", "เกณฑ์ J02-CMP-003 แก้ ๓ แห่ง"),
      ("แผน.xlsx › โครงการ!D12", "แผน.xlsx › โครงการ!D12"),
      ("aap-2569-01", "aap-2569-01"),
      ("ฉบับPDF2ของ7", "ฉบับPDF2ของ๗"), ("", ""),
    ]
  )
  func digits(text: String, expected: String) {
    #expect(OfficialDigits.of(text) == expected)
  }

  @Test("everywhere in a paper but in codes")
  func paper() {
    let text = MarkdownPaper(MadePaper.everything("ข้อ 7").withThaiDigits()).text
    #expect(text.contains("ข้อ ๗"))
    // What is left are the two code cells and numbers of lists, which Markdown needs.
    let left = text.split(separator: "\n").filter { $0.contains("ข้อ 7") }
    #expect(left.count == 2, "\(left)")
  }
}

@Suite("Papers as Markdown")
struct MarkdownTests {
  @Test("every block")
  func everything() throws {
    try expectSnapshot(MarkdownPaper(MadePaper.everything()).text, "everything.md")
  }

  @Test("nothing in a text is taken for markup")
  func hostile() throws {
    let text = MarkdownPaper(MadePaper.everything(MadePaper.hostile)).text
    #expect(!text.replacing("\\<", with: "").contains("<script"))
    #expect(!text.contains("\u{1B}") && !text.contains("\u{202E}"))
    #expect(!text.contains("[a](javascript"))
    // A bar that is not escaped would add a column.
    for line in text.split(separator: "\n") where line.hasPrefix("| ") {
      let bars = line.replacing("\\|", with: "").count { $0 == "|" }
      #expect(bars == 4 || bars == 3, "\(line)")
    }
    try expectSnapshot(text, "hostile.md")
  }

  @Test("lists, headings and numbers at the start of a text are text")
  func starts() {
    for text in ["- x", "+ x", "1. x", "# x", "> x", "=== x", "12) x"] {
      let paper = Paper(title: "", sections: [Paper.Section(blocks: [.text(text)])])
      let first = MarkdownPaper(paper).text
      let index = text.firstIndex { !"0123456789".contains($0) } ?? text.startIndex
      #expect(first == String(text[..<index]) + "\\" + String(text[index...]) + "\n")
    }
  }
}

@Suite("Papers as CSV")
struct CSVTests {
  private func csv(_ value: PaperData.Value) throws -> String {
    let data = PaperData(columns: [.init("ก")], rows: [[value]])
    let section = Paper.Section(blocks: [], data: data)
    let text = try #require(CSVPaper(Paper(title: "", sections: [section]))?.text)
    return String(text.dropFirst("\u{FEFF}ก\r\n".unicodeScalars.count - 1))
  }

  @Test("a mark at the start, CR LF, a row of heads for each form of table")
  func form() throws {
    let text = try #require(CSVPaper(MadePaper.everything())?.text)
    #expect(Array(text.utf8.prefix(3)) == [0xEF, 0xBB, 0xBF])
    #expect(text.dropFirst() == "แผน,จำนวนเงิน\r\nแผน,-1250.50\r\n-3,\r\n")
  }

  @Test(
    "texts that look like formulas are guarded; numbers are not",
    arguments: ["=1+1", "+1", "-1", "@x", "\t=1", "\r=1", "＝1"]
  )
  func formulas(text: String) throws {
    let data = PaperData(columns: [.init("ก")], rows: [[.text(text)]])
    let section = Paper.Section(blocks: [], data: data)
    let whole = try #require(CSVPaper(Paper(title: "", sections: [section]))?.text)
    #expect(whole.contains("'"))
    #expect(!whole.contains("\n\(text)") && !whole.contains("\n\"\(text)"))
  }

  @Test("a paper without rows and columns gives no CSV")
  func noData() {
    #expect(CSVPaper(Paper(title: "", sections: [Paper.Section(blocks: [])])) == nil)
  }
}
