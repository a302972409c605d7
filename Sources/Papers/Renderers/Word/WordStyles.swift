import Diagnostics
import OpenXML

/// The parts of styles, fonts and settings.
struct WordStyles {
  let language: Language

  // MARK: Styles

  var part: String {
    var markup = Markup()
    markup.element("w:styles", ["xmlns:w": WordPaper.main]) { markup in
      writeDefaults(&markup)
      Self.writeStyle("Normal", "Normal", isDefault: true, &markup) { _ in }
      Self.writeNormalTable(&markup)
      for (level, size) in [(1, 40), (2, 36), (3, 32), (4, 32)] {
        Self.writeHeading(level, size, &markup)
      }
      Self.writeStyle("Header", "header", &markup) { _ in }
      Self.writeStyle("ListParagraph", "List Paragraph", &markup) { markup in
        markup.element("w:pPr") { $0.element("w:ind", ["w:left": "850"]) }
      }
      Self.writeStyle("Caption", "caption", &markup) { markup in
        markup.element("w:pPr") { markup in
          markup.element("w:keepNext")
          markup.element("w:spacing", ["w:before": "160", "w:after": "60"])
        }
        Self.writeLook(isBold: true, size: 32, &markup)
      }
      Self.writeStyle("TableText", "Table Text", &markup) { markup in
        Self.writeLook(isBold: false, size: 28, &markup)
      }
      Self.writeTable(&markup)
    }
    return markup.text
  }

  private func writeDefaults(_ markup: inout Markup) {
    markup.element("w:docDefaults") { markup in
      markup.element("w:rPrDefault") { markup in
        markup.element("w:rPr") { markup in
          let font = WordPaper.fontName
          markup.element(
            "w:rFonts",
            ["w:ascii": font, "w:hAnsi": font, "w:eastAsia": font, "w:cs": font]
          )
          markup.element("w:sz", ["w:val": "32"])
          markup.element("w:szCs", ["w:val": "32"])
          // Thai is a complex script: its language is that of `bidi`, by which its lines are broken.
          markup.element(
            "w:lang",
            [
              "w:val": language == .th ? "en-US" : language.tag, "w:eastAsia": "en-US",
              "w:bidi": "th-TH",
            ]
          )
        }
      }
      markup.element("w:pPrDefault") { markup in
        markup.element("w:pPr") {
          $0.element("w:spacing", ["w:after": "0", "w:line": "240", "w:lineRule": "auto"])
        }
      }
    }
  }

  private static func writeStyle(
    _ id: String,
    _ name: String,
    isDefault: Bool = false,
    next: String? = nil,
    _ markup: inout Markup,
    _ content: (inout Markup) -> Void
  ) {
    let write: (inout Markup) -> Void = { markup in
      markup.element("w:name", ["w:val": name])
      if !isDefault { markup.element("w:basedOn", ["w:val": "Normal"]) }
      if let next { markup.element("w:next", ["w:val": next]) }
      markup.element("w:qFormat")
      content(&markup)
    }
    if isDefault {
      markup.element(
        "w:style",
        ["w:type": "paragraph", "w:default": "1", "w:styleId": id],
        write
      )
    } else {
      markup.element("w:style", ["w:type": "paragraph", "w:styleId": id], write)
    }
  }

  private static func writeHeading(_ level: Int, _ size: Int, _ markup: inout Markup) {
    writeStyle("Heading\(level)", "heading \(level)", next: "Normal", &markup) { markup in
      markup.element("w:pPr") { markup in
        markup.element("w:keepNext")
        markup.element("w:keepLines")
        markup.element("w:spacing", ["w:before": level == 1 ? "0" : "160", "w:after": "60"])
        markup.element("w:outlineLvl", ["w:val": String(level - 1)])
      }
      writeLook(isBold: true, size: size, &markup)
    }
  }

  private static func writeLook(isBold: Bool, size: Int, _ markup: inout Markup) {
    markup.element("w:rPr") { markup in
      if isBold {
        markup.element("w:b")
        markup.element("w:bCs")
      }
      markup.element("w:sz", ["w:val": String(size)])
      markup.element("w:szCs", ["w:val": String(size)])
    }
  }

  private static func writeNormalTable(_ markup: inout Markup) {
    markup.element(
      "w:style",
      ["w:type": "table", "w:default": "1", "w:styleId": "TableNormal"]
    ) { markup in
      markup.element("w:name", ["w:val": "Normal Table"])
      markup.element("w:tblPr") { markup in
        markup.element("w:tblInd", ["w:w": "0", "w:type": "dxa"])
        markup.element("w:tblCellMar") { markup in
          for side in ["w:top", "w:left", "w:bottom", "w:right"] as [StaticString] {
            let isAcross = "\(side)" == "w:left" || "\(side)" == "w:right"
            markup.element(side, ["w:w": isAcross ? "85" : "0", "w:type": "dxa"])
          }
        }
      }
    }
  }

  private static func writeTable(_ markup: inout Markup) {
    markup.element("w:style", ["w:type": "table", "w:styleId": "TableGrid"]) { markup in
      markup.element("w:name", ["w:val": "Table Grid"])
      markup.element("w:basedOn", ["w:val": "TableNormal"])
      markup.element("w:tblPr") { markup in
        markup.element("w:tblBorders") { markup in
          for side in ["w:top", "w:left", "w:bottom", "w:right", "w:insideH", "w:insideV"]
            as [StaticString]
          {
            markup.element(
              side,
              ["w:val": "single", "w:sz": "4", "w:space": "0", "w:color": "808080"]
            )
          }
        }
      }
    }
  }

  // MARK: Fonts and settings

  /// Other names of the font, and what kind it is: by them Word finds the nearest one where it is missing.
  var fonts: String {
    var markup = Markup()
    markup.element("w:fonts", ["xmlns:w": WordPaper.main]) { markup in
      markup.element("w:font", ["w:name": WordPaper.fontName]) { markup in
        markup.element("w:altName", ["w:val": "TH Sarabun New"])
        markup.element("w:panose1", ["w:val": "020B0500040200020003"])
        markup.element("w:charset", ["w:val": "DE"])
        markup.element("w:family", ["w:val": "swiss"])
        markup.element("w:pitch", ["w:val": "variable"])
      }
    }
    return markup.text
  }

  var settings: String {
    var markup = Markup()
    markup.element("w:settings", ["xmlns:w": WordPaper.main]) { markup in
      markup.element("w:defaultTabStop", ["w:val": "720"])
      markup.element("w:characterSpacingControl", ["w:val": "doNotCompress"])
      markup.element("w:compat") { markup in
        markup.element(
          "w:compatSetting",
          [
            "w:name": "compatibilityMode", "w:uri": "http://schemas.microsoft.com/office/word",
            "w:val": "15",
          ]
        )
      }
      markup.element("w:themeFontLang", ["w:val": "en-US", "w:bidi": "th-TH"])
    }
    return markup.text
  }
}
