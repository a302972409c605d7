import Diagnostics
import OpenXML
import Papers
import Testing
import WordDocuments

@Suite("Papers as Word documents")
struct WordPaperTests {
  private static let body = "word/document.xml"

  private func parts(_ blocks: [Paper.Block], language: Language = .th) throws -> OfficeParts {
    let paper = Paper(title: "แผน", sections: [Paper.Section(blocks: blocks)], language: language)
    return try OfficeParts(WordPaper(paper).bytes)
  }

  private func blocks(_ paper: Paper) throws -> [WordDocument.Block] {
    try WordReader.read(PackageArchive(WordPaper(paper).bytes)).blocks
  }

  private func paragraphs(_ blocks: [Paper.Block]) throws -> [String] {
    let paper = Paper(title: "แผน", sections: [Paper.Section(blocks: blocks)])
    return try self.blocks(paper).compactMap { block in
      if case .paragraph(let paragraph) = block { paragraph.text } else { nil }
    }
  }

  @Test("headings, text and tables are read back", arguments: [Language.th, .en])
  func everything(language: Language) throws {
    let blocks = try blocks(MadePaper.everything("แผน ข้อ 7", language: language))
    var levels: [Int] = []
    var tables: [[[String]]] = []
    for block in blocks {
      switch block {
      case .paragraph(let paragraph): levels += [paragraph.level].compactMap { $0 }
      case .table(let table): tables.append(table.rows.map { $0.map(\.text) })
      }
    }
    #expect(levels == [1, 2])
    #expect(tables.first?[0] == ["ที่", "แผน ข้อ 7", "ผล"])
    #expect(tables.first?[1] == ["แผน ข้อ 7"])
    #expect(tables.first?[2] == ["1", "แผน ข้อ 7", "ครบ"])
    // Bars, signs and parts of bars, each with its figures; the first table is the paper's own.
    #expect(tables.count == 7)
  }

  @Test("nothing in a text is taken for markup, and no control character is left")
  func hostile() throws {
    let text = MadePaper.hostile + "]]>\u{0}\u{FFFE}\r\n<w:p/>"
    let parts = try OfficeParts(WordPaper(MadePaper.everything(text)).bytes)
    for part in parts.parts { #expect(!(try parts.elements(part).isEmpty)) }
    #expect(try parts.elements(Self.body, "script").isEmpty)
    let raw = try parts.text(Self.body)
    #expect(!raw.contains("\u{1B}") && !raw.contains("\u{202E}") && !raw.contains("\u{0}"))
    #expect(raw.contains("&lt;U+202E&gt;") && raw.contains("]]&gt;"))
  }

  @Test("the same content gives the same bytes")
  func deterministic() {
    let paper = MadePaper.everything().withThaiDigits()
    #expect(WordPaper(paper).bytes == WordPaper(paper).bytes)
  }

  @Test("a paper without sections is a document without text")
  func empty() throws {
    let parts = try OfficeParts(WordPaper(Paper(title: "", sections: [])).bytes)
    #expect(try parts.elements(Self.body, "sectPr").count == 1)
    #expect(try parts.elements(Self.body, "p").count == 1)
  }

  // MARK: Order of elements

  @Test(
    "properties stand in the order of the schema",
    arguments: [
      (
        "pPr",
        [
          "pStyle", "keepNext", "keepLines", "pageBreakBefore", "numPr", "pBdr", "shd", "tabs",
          "spacing", "ind", "jc", "outlineLvl", "sectPr",
        ]
      ),
      ("rPr", ["rFonts", "b", "bCs", "noProof", "color", "sz", "szCs", "cs", "lang"]),
      (
        "tblPr",
        [
          "tblStyle", "tblW", "tblInd", "tblBorders", "tblLayout", "tblCellMar", "tblLook",
          "tblCaption",
        ]
      ),
      ("tcPr", ["tcW", "gridSpan", "tcBorders", "shd", "tcMar", "vAlign"]),
      ("trPr", ["cantSplit", "tblHeader"]),
      ("sectPr", ["headerReference", "pgSz", "pgMar", "pgNumType", "titlePg"]),
      ("style", ["name", "basedOn", "next", "qFormat", "pPr", "rPr", "tblPr"]),
      ("lvl", ["start", "numFmt", "lvlText", "lvlJc", "pPr"]),
    ]
  )
  func order(parent: String, order: [String]) throws {
    var paper = MadePaper.everything().withThaiDigits()
    paper.sections.append(Paper.Section(isLandscape: true, blocks: paper.sections[0].blocks))
    let parts = try OfficeParts(WordPaper(paper).bytes)
    for part in parts.parts where part.hasPrefix("word/") {
      #expect(try parts.misplaced(part, in: parent, order: order) == [])
    }
  }

  // MARK: Pages

  @Test("each section has its pages; the last ones stand at the end of the body")
  func sections() throws {
    var paper = Paper(title: "", sections: [])
    paper.sections = [true, false, true].map {
      Paper.Section(isLandscape: $0, blocks: [.text("ข้อความ")])
    }
    let parts = try OfficeParts(WordPaper(paper).bytes)
    let all = try parts.elements(Self.body)
    let sizes = all.filter { $0.name == "pgSz" }
    #expect(sizes.map { $0.value("w") } == ["16838", "11906", "16838"])
    let owners = all.filter { $0.name == "sectPr" }.map { $0.parent.map { all[$0].name } }
    #expect(owners == ["pPr", "pPr", "body"])
    // No paragraph is there for the section alone: it would make an empty page.
    #expect(all.count { $0.name == "p" } == 3)
  }

  @Test("a page begins with what follows; a break at the end makes none")
  func pageBreaks() throws {
    let parts = try parts([.pageBreak, .text("ก"), .pageBreak, .pageBreak, .text("ข"), .pageBreak])
    let breaks = try parts.elements(Self.body, "pageBreakBefore")
    #expect(breaks.count == 1)
    #expect(try parts.elements(Self.body, "p").count == 2)
  }

  @Test("official papers have Thai page numbers, and none on the first page")
  func official() throws {
    let paper = MadePaper.everything().withThaiDigits()
    let parts = try OfficeParts(WordPaper(paper).bytes)
    #expect(try parts.elements(Self.body, "pgNumType").map { $0.value("fmt") } == ["thaiNumbers"])
    #expect(try parts.elements(Self.body, "titlePg").count == 1)
    let plain = try OfficeParts(WordPaper(MadePaper.everything()).bytes)
    #expect(try plain.elements(Self.body, "titlePg").isEmpty)
    #expect(try plain.elements("word/header1.xml", "fldSimple").count == 1)
    var silent = MadePaper.everything()
    silent.hasPageNumbers = false
    let without = try OfficeParts(WordPaper(silent).bytes)
    #expect(try without.elements("word/header1.xml", "fldSimple").isEmpty)
  }

  // MARK: Blocks

  @Test("numbered lists begin at 1 each, with Thai digits where they have them")
  func lists() throws {
    var thai = PaperList(.numbers, [PaperParagraph("ก"), PaperParagraph("ข")])
    thai.hasThaiDigits = true
    let parts = try parts([
      .list(PaperList(.numbers, [PaperParagraph("ก")])), .list(thai),
      .list(PaperList(.points, [PaperParagraph("ก")])),
    ])
    let lists = try parts.elements(Self.body, "numId").map { $0.value("val") }
    #expect(lists == ["2", "3", "3", "1"])
    let forms = try parts.elements("word/numbering.xml", "abstractNumId").map { $0.value("val") }
    #expect(forms == ["1", "2", "3"])
    #expect(try parts.elements("word/numbering.xml", "startOverride").count == 2)
    let formats = try parts.elements("word/numbering.xml", "numFmt").map { $0.value("val") }
    #expect(formats == ["bullet", "decimal", "thaiNumbers"])
  }

  @Test("choices are boxes to tick, with their sign for programs that cannot tick")
  func choices() throws {
    let parts = try parts([.list(PaperList(.choices, [PaperParagraph("เห็นชอบ")]))])
    #expect(try parts.elements(Self.body, "checkbox").count == 1)
    let list = PaperList(.choices, [PaperParagraph("เห็นชอบ")])
    #expect(try paragraphs([.list(list)]) == ["☐\tเห็นชอบ"])
  }

  @Test("Thai runs are complex script, so that Word takes the right font and breaks lines")
  func complexScript() throws {
    let parts = try parts([
      .paragraph(PaperParagraph([PaperRun("แผน 7"), PaperRun("J02-CMP-003", isCode: true)]))
    ])
    let all = try parts.elements(Self.body)
    let runs = all.indices.filter { all[$0].name == "rPr" }.map { run in
      all.filter { $0.parent == run }.map(\.name)
    }
    #expect(runs == [["cs"], ["noProof"]])
    let language = try #require(try parts.elements("word/styles.xml", "lang").first)
    #expect(language.value("bidi") == "th-TH" && language.value("val") == "en-US")
    let size = try #require(try parts.elements("word/styles.xml", "szCs").first)
    #expect(size.value("val") == "32")
  }

  @Test("a caption that says the heading again is shown to screen readers alone")
  func captions() throws {
    let table = PaperTable(
      caption: "ข้อตรวจพบ",
      columns: [PaperColumn(1)],
      heads: ["ก"],
      rows: [PaperRow([PaperCell("1")])]
    )
    let below = try paragraphs([.heading("ข้อตรวจพบ", 2), .text("สามข้อ"), .table(table)])
    #expect(below == ["ข้อตรวจพบ", "สามข้อ", ""])
    #expect(try paragraphs([.heading("อื่น", 2), .table(table)]) == ["อื่น", "ข้อตรวจพบ", ""])
    let captions = try parts([.table(table)]).elements(Self.body, "tblCaption")
    #expect(captions.map { $0.value("val") } == ["ข้อตรวจพบ"])
  }

  @Test("cells fill the width of their table; heads repeat; only a very tall row may be split")
  func tables() throws {
    let long = String(repeating: "ยาว ", count: 2_000)
    let table = PaperTable(
      columns: [PaperColumn(1), PaperColumn(2), PaperColumn(4)],
      heads: ["ก", "ข", "ค"],
      rows: [
        PaperRow([PaperCell("1")]), PaperRow([PaperCell("กว้าง").spanning(9)]),
        PaperRow([PaperCell(long), PaperCell("2"), PaperCell("3")]),
      ]
    )
    let parts = try parts([.table(table)])
    let all = try parts.elements(Self.body)
    let grid = all.filter { $0.name == "gridCol" }.compactMap { $0.value("w") }.compactMap {
      Int($0)
    }
    #expect(grid.reduce(0, +) == 9_071)
    for row in all.indices where all[row].name == "tr" {
      let cells = all.indices.filter { all[$0].name == "tc" && all[$0].parent == row }
      let properties = cells.flatMap { cell in all.indices.filter { all[$0].parent == cell } }
      let widths = properties.flatMap { property in
        all.filter { $0.parent == property && $0.name == "tcW" }.compactMap { $0.value("w") }
      }
      #expect(widths.compactMap { Int($0) }.reduce(0, +) == 9_071)
    }
    #expect(all.count { $0.name == "tblHeader" } == 1)
    #expect(all.count { $0.name == "cantSplit" } == 3)
  }

  @Test("lines to write on go over the width of their page")
  func lines() throws {
    let lines = PaperLines(label: "ความเห็น", author: "เจ้าหน้าที่", count: 3)
    let section = Paper.Section(isLandscape: true, blocks: [.lines(lines)])
    let parts = try OfficeParts(WordPaper(Paper(title: "", sections: [section])).bytes)
    let tabs = try parts.elements(Self.body, "tab").filter { $0.value("leader") == "dot" }
    #expect(tabs.map { $0.value("pos") } == ["13682", "13682", "13682"])
  }

  @Test("title, subject and language stand in the properties")
  func properties() throws {
    var paper = MadePaper.everything("แผน", language: .en)
    paper.subject = "aap-1 <x>"
    let text = try OfficeParts(WordPaper(paper).bytes).text("docProps/core.xml")
    #expect(text.contains("<dc:title>แผน</dc:title>"))
    #expect(text.contains("<dc:subject>aap-1 &lt;x&gt;</dc:subject>"))
    #expect(text.contains("<dc:language>en-GB</dc:language>"))
  }
}
