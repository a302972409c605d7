import OpenXML
import Testing
import WordDocuments

/// Documents made of the body that a test names.
private enum MadeDocument {
  private static let main = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
  private static let office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"

  static func read(
    _ body: String,
    styles: String = "",
    limits: WordLimits = .standard
  ) throws(PackageProblem) -> [WordDocument.Block] {
    var writer = PackageWriter()
    writer.add("_rels/.rels", relations([("officeDocument", "word/document.xml")]))
    writer.add("word/_rels/document.xml.rels", relations([("styles", "styles.xml")]))
    writer.add("word/styles.xml", "<w:styles xmlns:w=\"\(main)\">\(styles)</w:styles>")
    writer.add(
      "word/document.xml",
      "<w:document xmlns:w=\"\(main)\" xmlns:mc=\"http://schemas.openxmlformats.org/markup-compatibility/2006\""
        + " xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\"><w:body>\(body)</w:body></w:document>"
    )
    return try WordReader.read(PackageArchive(writer.finished()), limits: limits).blocks
  }

  private static func relations(_ links: [(String, String)]) -> String {
    let lines = links.map {
      "<Relationship Id=\"r\" Type=\"\(office)/\($0.0)\" Target=\"\($0.1)\"/>"
    }
    return "<Relationships>\(lines.joined())</Relationships>"
  }

  static func text(_ text: String) -> String { "<w:p><w:r><w:t>\(text)</w:t></w:r></w:p>" }
}

@Suite("Documents as they are read")
struct WordReaderTests {
  private func texts(_ body: String, styles: String = "") throws -> [String] {
    try MadeDocument.read(body, styles: styles).map { block in
      switch block {
      case .paragraph(let paragraph):
        "\(paragraph.number)\(paragraph.level.map { " h\($0)" } ?? ""): \(paragraph.text)"
      case .table(let table):
        "table \(table.number): "
          + table.rows.map { row in
            row.map { "\($0.column)+\($0.span)\($0.isContinued ? "^" : "")=\($0.text)" }
              .joined(separator: "|")
          }.joined(separator: " / ")
      }
    }
  }

  @Test("runs are joined; tabs and breaks stay")
  func paragraphs() throws {
    let body =
      "<w:p><w:r><w:t>แผน</w:t></w:r><w:r><w:tab/><w:t xml:space=\"preserve\">พัฒนา </w:t><w:br/><w:t>ครู</w:t></w:r></w:p><w:p/>"
    #expect(try texts(body) == ["1: แผน\tพัฒนา \nครู", "2: "])
  }

  @Test("places to which tabs go are no tabs")
  func tabStops() throws {
    let body =
      "<w:p><w:pPr><w:tabs><w:tab w:val=\"left\" w:pos=\"720\"/></w:tabs></w:pPr><w:r><w:t>แผน</w:t><w:tab/><w:t>ครู</w:t></w:r></w:p>"
    #expect(try texts(body) == ["1: แผน\tครู"])
  }

  @Test("headings by their own level, their style, and the style that it is based on")
  func headings() throws {
    let styles =
      "<w:style w:styleId=\"H2\"><w:pPr><w:outlineLvl w:val=\"1\"/></w:pPr></w:style>"
      + "<w:style w:styleId=\"Mine\"><w:basedOn w:val=\"H2\"/></w:style>"
      + "<w:style w:styleId=\"Loop\"><w:basedOn w:val=\"Loop\"/></w:style>"
    let paragraph = { (properties: String) in
      "<w:p><w:pPr>\(properties)</w:pPr><w:r><w:t>x</w:t></w:r></w:p>"
    }
    let body =
      paragraph("<w:pStyle w:val=\"Mine\"/>") + paragraph("<w:outlineLvl w:val=\"0\"/>")
      + paragraph("<w:pStyle w:val=\"Loop\"/>") + paragraph("<w:outlineLvl w:val=\"9\"/>")
    #expect(try texts(body, styles: styles) == ["1 h2: x", "2 h1: x", "3: x", "4: x"])
  }

  @Test("tables with spans and continued cells; their paragraphs do not count")
  func tables() throws {
    let cell = { (properties: String, text: String) in
      "<w:tc><w:tcPr>\(properties)</w:tcPr>\(MadeDocument.text(text))</w:tc>"
    }
    let body =
      MadeDocument.text("ก่อน")
      + "<w:tbl><w:tr>\(cell("<w:gridSpan w:val=\"2\"/>", "รวม"))\(cell("<w:vMerge w:val=\"restart\"/>", "บน"))</w:tr>"
      + "<w:tr>\(cell("", "ก"))\(cell("", "ข"))\(cell("<w:vMerge/>", ""))</w:tr></w:tbl>"
      + MadeDocument.text("หลัง")
    #expect(
      try texts(body) == [
        "1: ก่อน", "table 1: 1+2=รวม|3+1=บน / 1+1=ก|2+1=ข|3+1^=", "2: หลัง",
      ]
    )
  }

  @Test("a table inside a cell becomes its text")
  func nested() throws {
    let inner =
      "<w:tbl><w:tr><w:tc>\(MadeDocument.text("ก"))</w:tc><w:tc>\(MadeDocument.text("ข"))</w:tc></w:tr></w:tbl>"
    let body = "<w:tbl><w:tr><w:tc>\(MadeDocument.text("หัว"))\(inner)<w:p/></w:tc></w:tr></w:tbl>"
    #expect(try texts(body) == ["table 1: 1+1=หัว\nก ข"])
  }

  @Test("the table of contents is known by its style, its field and its control")
  func contents() throws {
    let styles = "<w:style w:styleId=\"x\"><w:name w:val=\"toc 1\"/></w:style>"
    let control = { (gallery: String) in
      "<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val=\"\(gallery)\"/></w:docPartObj></w:sdtPr>"
        + "<w:sdtContent>\(MadeDocument.text("a"))</w:sdtContent></w:sdt>"
    }
    let body =
      "<w:p><w:pPr><w:pStyle w:val=\"x\"/></w:pPr><w:r><w:t>a</w:t></w:r></w:p>"
      + "<w:p><w:fldSimple w:instr=\" toc \\o \"><w:r><w:t>a</w:t></w:r></w:fldSimple></w:p>"
      + "<w:p><w:fldSimple w:instr=\"TOCX\"><w:r><w:t>a</w:t></w:r></w:fldSimple></w:p>"
      + control("Table of Contents") + control("Cover Pages") + MadeDocument.text("a")
    let blocks = try MadeDocument.read(body, styles: styles)
    let marks = blocks.map { block in
      if case .paragraph(let paragraph) = block { paragraph.isContents } else { false }
    }
    #expect(marks == [true, true, false, true, false, false])
  }

  @Test("deleted text, the second form of drawings and the text of pictures are left out")
  func hidden() throws {
    let body =
      "<w:p><w:del><w:r><w:delText>เก่า</w:delText><w:t>เก่า</w:t></w:r></w:del><w:ins><w:r><w:t>ใหม่</w:t></w:r></w:ins>"
      + "<mc:AlternateContent><mc:Choice>\(MadeDocument.text("กล่อง"))</mc:Choice><mc:Fallback>\(MadeDocument.text("กล่อง"))</mc:Fallback></mc:AlternateContent>"
      + "<a:p><a:t>รูป</a:t></a:p></w:p>"
    #expect(try texts(body) == ["1: ใหม่\nกล่อง"])
  }

  @Test("limits of blocks, texts and nesting")
  func limits() throws {
    var limits = WordLimits()
    limits.blocks = 1
    let two = MadeDocument.text("a") + MadeDocument.text("b")
    #expect(throws: PackageProblem.tooLarge(part: "word/document.xml")) {
      try MadeDocument.read(two, limits: limits)
    }
    limits.blocks = 100
    limits.textBytes = 1
    #expect(throws: PackageProblem.tooLarge(part: "word/document.xml")) {
      try MadeDocument.read(two, limits: limits)
    }
    let deep =
      String(repeating: "<w:tbl><w:tr><w:tc>", count: 20)
      + String(repeating: "</w:tc></w:tr></w:tbl>", count: 20)
    #expect(throws: PackageProblem.tooComplex(part: "word/document.xml")) {
      try MadeDocument.read(deep)
    }
  }
}
