import Diagnostics
import OpenXML
import Papers

/// Paragraphs and tables as WordprocessingML.
enum PaperMarkup {
  /// The size of text in tables, in points: two less than that of the text around them.
  static let tableSize = 14

  static func paragraph(_ paragraph: PaperParagraph, _ markup: inout Markup) {
    markup.element("w:p") { markup in
      markup.element("w:pPr") { markup in
        if let level = paragraph.headingLevel {
          markup.element("w:pStyle", ["w:val": "Heading\(min(4, max(1, level)))"])
        }
        if paragraph.keepsWithNext || paragraph.headingLevel != nil { markup.element("w:keepNext") }
        if paragraph.spaceAfter > 0 {
          markup.element("w:spacing", ["w:after": String(paragraph.spaceAfter * 20)])
        }
        if paragraph.indent > 0 || paragraph.firstLineIndent > 0 {
          markup.element(
            "w:ind",
            [
              "w:left": String(twips(paragraph.indent)),
              "w:firstLine": String(twips(paragraph.firstLineIndent)),
            ]
          )
        }
        if paragraph.alignment != .left {
          markup.element("w:jc", ["w:val": paragraph.alignment.rawValue])
        }
      }
      for run in paragraph.runs { self.run(run, &markup) }
    }
  }

  /// Hundredths of a centimetre as twentieths of a point.
  private static func twips(_ length: Int) -> Int { length * 567 / 100 }

  /// A run; `w:cs` makes Word use the font and size of complex scripts, without which Thai text falls
  /// back to another size.
  static func run(_ run: PaperRun, _ markup: inout Markup) {
    // Codes are no Thai words: as complex script a word processor may break a line inside them.
    let isThai = run.text.unicodeScalars.contains { 0x0E00..<0x0E80 ~= $0.value }
    let lines = run.text.split(separator: "\n", omittingEmptySubsequences: false)
    for (index, line) in lines.enumerated() {
      markup.element("w:r") { markup in
        markup.element("w:rPr") { markup in
          if run.isBold {
            markup.element("w:b")
            markup.element("w:bCs")
          }
          if let color = run.tone.textColor { markup.element("w:color", ["w:val": color]) }
          if let size = run.size {
            markup.element("w:sz", ["w:val": String(size * 2)])
            markup.element("w:szCs", ["w:val": String(size * 2)])
          }
          if isThai || !run.isCode { markup.element("w:cs") }
        }
        if index > 0 { markup.element("w:br") }
        markup.element("w:t", ["xml:space": "preserve"], text: String(line))
      }
    }
  }

  static func table(_ table: PaperTable, width: Int, _ markup: inout Markup) {
    let shares = max(1, table.columns.reduce(0) { $0 + $1.width })
    let widths = table.columns.map { width * $0.width / shares }
    let alignments = table.columns.map(\.alignment)
    markup.element("w:tbl") { markup in
      markup.element("w:tblPr") { markup in
        markup.element("w:tblW", ["w:w": String(widths.reduce(0, +)), "w:type": "dxa"])
        if table.hasLines { writeLines(&markup) }
        markup.element("w:tblLayout", ["w:type": "fixed"])
        markup.element("w:tblCellMar") { markup in
          markup.element("w:left", ["w:w": "85", "w:type": "dxa"])
          markup.element("w:right", ["w:w": "85", "w:type": "dxa"])
        }
      }
      markup.element("w:tblGrid") { markup in
        for width in widths { markup.element("w:gridCol", ["w:w": String(width)]) }
      }
      for (index, row) in table.rows.enumerated() {
        let isHeader = index < table.headerRows
        write(row, widths, isHeader ? [] : alignments, isHeader: isHeader, &markup)
      }
    }
    // Word needs a paragraph between two tables, and behind a table at the end.
    markup.element("w:p") { markup in
      markup.element("w:pPr") {
        $0.element("w:spacing", ["w:line": "120", "w:lineRule": "exact"])
      }
    }
  }

  private static func writeLines(_ markup: inout Markup) {
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

  private static func write(
    _ row: PaperRow,
    _ widths: [Int],
    _ alignments: [PaperParagraph.Alignment],
    isHeader: Bool,
    _ markup: inout Markup
  ) {
    markup.element("w:tr") { markup in
      markup.element("w:trPr") { markup in
        if isHeader || RowHeight.lines(row, widths) <= RowHeight.most {
          markup.element("w:cantSplit")
        }
        if isHeader { markup.element("w:tblHeader") }
      }
      var column = 0
      for cell in row.cells {
        let end = min(widths.count, column + max(1, cell.span))
        let width = widths[min(column, widths.count)..<end].reduce(0, +)
        // A band over several columns is a heading of its rows, not a value of its first column.
        let isBand = end - column > 1
        let alignment = column < alignments.count && !isBand ? alignments[column] : .left
        column = end
        write(cell, width, alignment, &markup)
      }
    }
  }

  private static func write(
    _ cell: PaperCell,
    _ width: Int,
    _ alignment: PaperParagraph.Alignment,
    _ markup: inout Markup
  ) {
    markup.element("w:tc") { markup in
      markup.element("w:tcPr") { markup in
        markup.element("w:tcW", ["w:w": String(width), "w:type": "dxa"])
        if cell.span > 1 { markup.element("w:gridSpan", ["w:val": String(cell.span)]) }
        if let color = cell.tone.fillColor {
          markup.element("w:shd", ["w:val": "clear", "w:color": "auto", "w:fill": color])
        }
      }
      let paragraphs = cell.paragraphs.isEmpty ? [PaperParagraph("")] : cell.paragraphs
      for var paragraph in paragraphs {
        if paragraph.alignment == .left { paragraph.alignment = alignment }
        for index in paragraph.runs.indices where paragraph.runs[index].size == nil {
          paragraph.runs[index].size = tableSize
        }
        self.paragraph(paragraph, &markup)
      }
    }
  }
}

/// How tall rows become, as far as can be told without a font.
enum RowHeight {
  /// The most lines of a row that is kept on one page; a taller one might not fit on any.
  static let most = 12

  /// Twentieths of a point that a letter of the size of tables takes, about.
  private static let letter = 115

  static func lines(_ row: PaperRow, _ widths: [Int]) -> Int {
    var column = 0
    var most = 1
    for cell in row.cells {
      let end = min(widths.count, column + max(1, cell.span))
      let perLine = max(1, (widths[min(column, end)..<end].reduce(0, +) - 170) / letter)
      column = end
      let lines = cell.paragraphs.reduce(0) { sum, paragraph in
        let letters = paragraph.plainText.unicodeScalars.count { !isMark($0) }
        return sum + max(1, (letters + perLine - 1) / perLine)
      }
      most = max(most, lines)
    }
    return most
  }

  /// Vowels and tone marks above and below letters take no width.
  private static func isMark(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x0E31, 0x0E34...0x0E3A, 0x0E47...0x0E4E: true
    default: false
    }
  }
}

/// The part of styles: text and four levels of headings.
struct PaperStyles {
  let language: Language

  func part(_ namespace: String) -> String {
    var markup = Markup()
    markup.element("w:styles", ["xmlns:w": namespace]) { markup in
      markup.element("w:docDefaults") { markup in
        markup.element("w:rPrDefault") { markup in
          markup.element("w:rPr") { markup in
            let font = WordWriter.fontName
            markup.element(
              "w:rFonts",
              ["w:ascii": font, "w:hAnsi": font, "w:eastAsia": font, "w:cs": font]
            )
            markup.element("w:sz", ["w:val": "32"])
            markup.element("w:szCs", ["w:val": "32"])
            markup.element(
              "w:lang",
              ["w:val": language == .th ? "th-TH" : "en-GB", "w:bidi": "th-TH"]
            )
          }
        }
        markup.element("w:pPrDefault") { markup in
          markup.element("w:pPr") { markup in
            markup.element("w:spacing", ["w:after": "0", "w:line": "240", "w:lineRule": "auto"])
          }
        }
      }
      markup.element(
        "w:style",
        ["w:type": "paragraph", "w:default": "1", "w:styleId": "Normal"]
      ) { $0.element("w:name", ["w:val": "Normal"]) }
      for (level, size) in [(1, 40), (2, 36), (3, 32), (4, 32)] {
        writeHeading(level, size, &markup)
      }
    }
    return markup.text
  }

  private func writeHeading(_ level: Int, _ size: Int, _ markup: inout Markup) {
    markup.element("w:style", ["w:type": "paragraph", "w:styleId": "Heading\(level)"]) { markup in
      markup.element("w:name", ["w:val": "heading \(level)"])
      markup.element("w:basedOn", ["w:val": "Normal"])
      markup.element("w:next", ["w:val": "Normal"])
      markup.element("w:pPr") { markup in
        markup.element("w:keepNext")
        markup.element("w:spacing", ["w:before": level == 1 ? "0" : "160", "w:after": "60"])
        markup.element("w:outlineLvl", ["w:val": String(level - 1)])
      }
      markup.element("w:rPr") { markup in
        markup.element("w:b")
        markup.element("w:bCs")
        markup.element("w:sz", ["w:val": String(size)])
        markup.element("w:szCs", ["w:val": String(size)])
      }
    }
  }
}
