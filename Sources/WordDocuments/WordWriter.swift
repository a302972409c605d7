import Diagnostics
import OpenXML
public import Papers

/// Writes papers as Word documents: the same content gives the same bytes on every machine and day.
///
/// The look is that of official Thai papers (ระเบียบงานสารบรรณ): TH Sarabun 16 points on A4, 3 cm at the
/// left edge and 2 cm at the right one. Word takes another font where this one is not installed.
public struct WordWriter: Sendable {
  private static let main = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
  private static let relations = CommonParts.officeRelations
  static let fontName = "TH SarabunPSK"

  private let paper: Paper

  /// Makes a writer of a paper.
  public init(_ paper: Paper) {
    self.paper = paper
  }

  /// The document as the bytes of its file.
  public func bytes() -> [UInt8] {
    var writer = PackageWriter()
    writer.add("[Content_Types].xml", contentTypes)
    writer.add("_rels/.rels", CommonParts.packageRelations(main: "word/document.xml"))
    writer.add("docProps/core.xml", CommonParts.properties(title: paper.title))
    writer.add("word/document.xml", document)
    writer.add(
      "word/_rels/document.xml.rels",
      CommonParts.relations([
        (Self.relations + "/styles", "styles.xml"), (Self.relations + "/header", "header1.xml"),
        (Self.relations + "/settings", "settings.xml"),
      ])
    )
    writer.add("word/styles.xml", PaperStyles(language: paper.language).part(Self.main))
    writer.add("word/settings.xml", settings)
    writer.add("word/header1.xml", header)
    return writer.finished()
  }

  private var contentTypes: String {
    let base = "application/vnd.openxmlformats-officedocument.wordprocessingml."
    return CommonParts.contentTypes(overrides: [
      ("/word/document.xml", base + "document.main+xml"),
      ("/word/styles.xml", base + "styles+xml"), ("/word/settings.xml", base + "settings+xml"),
      ("/word/header1.xml", base + "header+xml"),
    ])
  }

  private var settings: String {
    var markup = Markup()
    markup.element("w:settings", ["xmlns:w": Self.main]) { markup in
      markup.element("w:compat") { markup in
        markup.element(
          "w:compatSetting",
          [
            "w:name": "compatibilityMode", "w:uri": "http://schemas.microsoft.com/office/word",
            "w:val": "15",
          ]
        )
      }
    }
    return markup.text
  }

  /// The number of the page between dashes, in the middle of the head.
  private var header: String {
    var markup = Markup()
    markup.element("w:hdr", ["xmlns:w": Self.main]) { markup in
      markup.element("w:p") { markup in
        markup.element("w:pPr") { $0.element("w:jc", ["w:val": "center"]) }
        guard paper.hasPageNumbers else { return }
        PaperMarkup.run(PaperRun("- "), &markup)
        let shown = paper.hasThaiDigits ? "๑" : "1"
        markup.element("w:fldSimple", ["w:instr": "PAGE"]) { PaperMarkup.run(PaperRun(shown), &$0) }
        PaperMarkup.run(PaperRun(" -"), &markup)
      }
    }
    return markup.text
  }

  private var document: String {
    var markup = Markup()
    markup.element("w:document", ["xmlns:w": Self.main, "xmlns:r": Self.relations]) { markup in
      markup.element("w:body") { markup in
        for (index, section) in paper.sections.enumerated() {
          write(section, isLast: index == paper.sections.count - 1, &markup)
        }
      }
    }
    return markup.text
  }

  /// The properties of the last section close the body; those of the others stand in a last paragraph.
  private func write(_ section: Paper.Section, isLast: Bool, _ markup: inout Markup) {
    let width = section.isLandscape ? 13_682 : 9_071
    for block in section.blocks.flatMap(\.plain) {
      switch block {
      case .paragraph(let paragraph): PaperMarkup.paragraph(paragraph, &markup)
      case .table(let table): PaperMarkup.table(table, width: width, &markup)
      case .pageBreak:
        markup.element("w:p") { markup in
          markup.element("w:r") { $0.element("w:br", ["w:type": "page"]) }
        }
      }
    }
    if isLast {
      write(page: section.isLandscape, &markup)
    } else {
      markup.element("w:p") { markup in
        markup.element("w:pPr") { write(page: section.isLandscape, &$0) }
      }
    }
  }

  /// A4 in twentieths of a point; across, the wider left edge becomes the upper one.
  private func write(page isLandscape: Bool, _ markup: inout Markup) {
    markup.element("w:sectPr") { markup in
      markup.element("w:headerReference", ["w:type": "default", "r:id": "rId2"])
      if isLandscape {
        markup.element("w:pgSz", ["w:w": "16838", "w:h": "11906", "w:orient": "landscape"])
        markup.element("w:pgMar", Self.margins(top: 1701, right: 1417, bottom: 1134, left: 1739))
      } else {
        markup.element("w:pgSz", ["w:w": "11906", "w:h": "16838"])
        markup.element("w:pgMar", Self.margins(top: 1417, right: 1134, bottom: 1134, left: 1701))
      }
      if paper.hasThaiDigits { markup.element("w:pgNumType", ["w:fmt": "thaiNumbers"]) }
    }
  }

  private static func margins(
    top: Int,
    right: Int,
    bottom: Int,
    left: Int
  ) -> KeyValuePairs<StaticString, String> {
    [
      "w:top": String(top), "w:right": String(right), "w:bottom": String(bottom),
      "w:left": String(left), "w:header": "709", "w:footer": "567", "w:gutter": "0",
    ]
  }
}
