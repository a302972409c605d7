import Diagnostics
import DocumentArena
import OpenXML
import Testing

@testable import Intake

/// A Word document of the parts that a test names.
struct WordFixture {
  private static let main = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
  private static let office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
  private static let styles = """
    <w:style w:styleId="H1"><w:name w:val="heading 1"/><w:pPr><w:outlineLvl w:val="0"/></w:pPr></w:style>\
    <w:style w:styleId="H2"><w:name w:val="heading 2"/><w:pPr><w:outlineLvl w:val="1"/></w:pPr></w:style>\
    <w:style w:styleId="11"><w:name w:val="toc 1"/></w:style>\
    <w:style w:styleId="T"><w:name w:val="TOC Heading"/><w:basedOn w:val="H1"/></w:style>
    """

  private var body = ""

  init() {}

  /// Headings, each with the paragraphs under it.
  init(_ sections: [(heading: String, texts: [String])]) {
    for (heading, texts) in sections {
      add(heading, style: "H1")
      for text in texts { add(text) }
    }
  }

  /// The form of a project, as a school fills it in.
  static let project: [(heading: String, texts: [String])] = [
    ("1. ชื่อโครงการ", ["พัฒนาคุณภาพผู้เรียน"]),
    ("2. หลักการและเหตุผล", ["เหตุผล"]),
    ("3. วัตถุประสงค์", ["3.1 เพื่อพัฒนา", "3.2 เพื่อยกระดับ"]),
    ("4. งบประมาณ", ["120,000 บาท"]),
  ]

  /// Adds a paragraph; tabs in its text are tabs of the document.
  mutating func add(_ text: String, style: String? = nil) {
    body += Self.paragraph(Self.run(text), style: style)
  }

  mutating func add(xml: String) { body += xml }

  mutating func add(table rows: [[String]]) {
    let rows = rows.map { cells in
      "<w:tr>" + cells.map { "<w:tc>\(Self.cell($0))</w:tc>" }.joined() + "</w:tr>"
    }
    body += "<w:tbl>\(rows.joined())</w:tbl>"
  }

  /// The paragraphs of a cell, one for each line; markup is taken as it is.
  static func cell(_ text: String) -> String {
    if text.hasPrefix("<") { return text }
    return text.split(separator: "\n", omittingEmptySubsequences: false)
      .map { paragraph(run(String($0))) }.joined()
  }

  static func paragraph(_ runs: String, style: String? = nil) -> String {
    let properties = style.map { "<w:pPr><w:pStyle w:val=\"\($0)\"/></w:pPr>" } ?? ""
    return "<w:p>\(properties)\(runs)</w:p>"
  }

  static func run(_ text: String) -> String {
    text.split(separator: "\t", omittingEmptySubsequences: false)
      .map { "<w:r><w:t xml:space=\"preserve\">\($0)</w:t></w:r>" }
      .joined(separator: "<w:r><w:tab/></w:r>")
  }

  /// A part of a field: `begin`, `separate` or `end`; at the beginning with its instruction.
  static func field(_ part: String, _ instruction: String = "") -> String {
    let text = instruction.isEmpty ? "" : "<w:r><w:instrText>\(instruction)</w:instrText></w:r>"
    return "<w:r><w:fldChar w:fldCharType=\"\(part)\"/></w:r>" + text
  }

  var bytes: [UInt8] {
    var writer = PackageWriter()
    writer.add("_rels/.rels", Self.relations("officeDocument", "word/document.xml"))
    writer.add("word/_rels/document.xml.rels", Self.relations("styles", "styles.xml"))
    writer.add("word/styles.xml", "<w:styles xmlns:w=\"\(Self.main)\">\(Self.styles)</w:styles>")
    writer.add(
      "word/document.xml",
      "<w:document xmlns:w=\"\(Self.main)\"><w:body>\(body)</w:body></w:document>"
    )
    return writer.finished()
  }

  private static func relations(_ type: String, _ target: String) -> String {
    "<Relationships><Relationship Id=\"r\" Type=\"\(office)/\(type)\" Target=\"\(target)\"/></Relationships>"
  }

  /// Reads it as the form of a project.
  func read() throws -> WordReading {
    let read = try IntakeFixture.read("a.docx", bytes, mapping: "project-proposal-form")
    let result = try #require(read)
    return WordReading(document: try #require(result.document), result: result)
  }
}

/// What came of a document.
struct WordReading {
  let document: Document
  let result: IntakeResult

  func value(_ path: String) -> String? { IntakeFixture.value(path, document)?.text }

  func place(_ path: String) -> String? { IntakeFixture.value(path, document)?.cell }

  func list(_ path: String) -> [String] {
    (0..<100).lazy.map { value("\(path).\($0)") }.prefix { $0 != nil }.compactMap { $0 }
  }

  /// Code and place of each diagnostic, those about headings that are not there left out.
  var notes: [String] {
    result.diagnostics.filter { $0.code.text != "MAP-035" }
      .map { "\($0.code.text) \($0.place.file)" }
  }
}
