import Diagnostics
import OpenXML
import SourceText

/// Writes papers as Word documents: the same content gives the same bytes on every machine and day.
///
/// The look is that of official Thai papers (ระเบียบงานสารบรรณ): TH Sarabun 16 points on A4, 3 cm at the
/// left edge and 2 cm at the right one. Word takes another font where this one is not installed.
public struct WordPaper: Sendable {
  static let main = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
  static let relations = CommonParts.officeRelations
  static let fontName = "TH SarabunPSK"

  private let paper: Paper

  /// Makes a writer of a paper.
  public init(_ paper: Paper) {
    self.paper = paper
  }

  /// The document as the bytes of its file.
  public var bytes: [UInt8] {
    var body = WordBody(paper)
    let document = body.part
    var writer = PackageWriter()
    writer.add("[Content_Types].xml", contentTypes)
    writer.add("_rels/.rels", CommonParts.packageRelations(main: "word/document.xml"))
    writer.add(
      "docProps/core.xml",
      CommonParts.properties(
        title: VisibleText.of(paper.title),
        subject: VisibleText.of(paper.subject),
        language: paper.language.tag
      )
    )
    writer.add("word/document.xml", document)
    writer.add(
      "word/_rels/document.xml.rels",
      CommonParts.relations(Self.parts.map { (Self.relations + "/" + $0.kind, $0.name + ".xml") })
    )
    let styles = WordStyles(language: paper.language)
    writer.add("word/styles.xml", styles.part)
    writer.add("word/settings.xml", styles.settings)
    writer.add("word/fontTable.xml", styles.fonts)
    writer.add("word/numbering.xml", body.lists.part)
    writer.add("word/header1.xml", header)
    return writer.finished()
  }

  /// The parts beside the body, in the order of their ids; the head of the page is the first.
  private static let parts = [
    (kind: "header", name: "header1"), (kind: "styles", name: "styles"),
    (kind: "settings", name: "settings"), (kind: "fontTable", name: "fontTable"),
    (kind: "numbering", name: "numbering"),
  ]

  private var contentTypes: String {
    let base = "application/vnd.openxmlformats-officedocument.wordprocessingml."
    return CommonParts.contentTypes(
      overrides: [("/word/document.xml", base + "document.main+xml")]
        + Self.parts.map { ("/word/\($0.name).xml", "\(base)\($0.kind)+xml") }
    )
  }

  /// The number of the page between dashes, in the middle of the head.
  private var header: String {
    var markup = Markup()
    markup.element("w:hdr", ["xmlns:w": Self.main]) { markup in
      markup.element("w:p") { markup in
        markup.element("w:pPr") { markup in
          markup.element("w:pStyle", ["w:val": "Header"])
          markup.element("w:jc", ["w:val": "center"])
        }
        guard paper.hasPageNumbers else { return }
        WordRun.write(PaperRun("- "), &markup)
        markup.element("w:fldSimple", ["w:instr": " PAGE "]) {
          WordRun.write(PaperRun("2"), &$0)
        }
        WordRun.write(PaperRun(" -"), &markup)
      }
    }
    return markup.text
  }
}

extension Language {
  /// The tag of the language with its country, as Office files name it.
  var tag: String {
    switch self {
    case .th: "th-TH"
    case .en: "en-GB"
    }
  }
}
