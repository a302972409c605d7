import OpenXML
import SourceText
import WordDocuments

/// A paragraph of WordprocessingML; its properties are written in the order that the schema asks for.
struct WordParagraph {
  /// What stands in it.
  enum Piece {
    case run(PaperRun)
    case tab
    /// Text in a colour, `RRGGBB`.
    case colored(String, String)
    /// A box that can be ticked in Word.
    case box
  }

  /// A place to which a tab goes, in twentieths of a point from the left edge.
  struct Tab {
    let place: Int
    var isRight = false
    var hasDots = false
  }

  var pieces: [Piece]
  var style: String?
  var keepsWithNext = false
  var startsPage = false
  /// The number of the list that it is a point of.
  var list: Int?
  /// The tone of the note that it belongs to.
  var note: PaperTone?
  var tabs: [Tab] = []
  var spaceBefore = 0
  var spaceAfter: Int?
  /// The height of its lines in twentieths of a point, when it is not that of the text.
  var lineHeight: Int?
  var left = 0
  /// How far the first line stands in; below 0 it stands out.
  var firstLine = 0
  var alignment = PaperParagraph.Alignment.left
  /// The pages of the section that ends with it.
  var page: WordPage?

  init(_ pieces: [Piece] = []) {
    self.pieces = pieces
  }

  init(_ paragraph: PaperParagraph) {
    self.init(paragraph.runs.map(Piece.run))
    if let level = paragraph.headingLevel { style = "Heading\(min(max(level, 1), 4))" }
    keepsWithNext = paragraph.keepsWithNext
    if paragraph.spaceAfter > 0 { spaceAfter = paragraph.spaceAfter * 20 }
    left = Self.twips(paragraph.indent)
    firstLine = Self.twips(paragraph.firstLineIndent)
    alignment = paragraph.alignment
    // The line of a title of 29 points is 35 points high, so that a head takes the place it should.
    if let largest = paragraph.runs.compactMap(\.size).max(), largest > 24 {
      lineHeight = largest * 24 + 4
    }
  }

  /// Hundredths of a centimetre as twentieths of a point.
  static func twips(_ length: Int) -> Int { length * 567 / 100 }

  func write(_ markup: inout Markup) {
    markup.element("w:p") { markup in
      markup.element("w:pPr") { writeProperties(&$0) }
      for piece in pieces {
        switch piece {
        case .run(let run): WordRun.write(run, &markup)
        case .colored(let text, let color):
          var look = WordLook()
          look.color = color
          WordText.write(text, look, &markup)
        case .tab: markup.element("w:r") { $0.element("w:tab") }
        case .box: WordRun.writeBox(&markup)
        }
      }
    }
  }

  private func writeProperties(_ markup: inout Markup) {
    if let style { markup.element("w:pStyle", ["w:val": style]) }
    if keepsWithNext { markup.element("w:keepNext") }
    if startsPage { markup.element("w:pageBreakBefore") }
    if let list {
      markup.element("w:numPr") { markup in
        markup.element("w:ilvl", ["w:val": "0"])
        markup.element("w:numId", ["w:val": String(list)])
      }
    }
    if let note { Self.write(note, &markup) }
    if !tabs.isEmpty { writeTabs(&markup) }
    writeSpacing(&markup)
    writeIndents(&markup)
    if alignment != .left { markup.element("w:jc", ["w:val": alignment.rawValue]) }
    page?.write(&markup)
  }

  private static func write(_ note: PaperTone, _ markup: inout Markup) {
    markup.element("w:pBdr") { markup in
      markup.element(
        "w:left",
        ["w:val": "single", "w:sz": "24", "w:space": "8", "w:color": PaperColors.band(note)]
      )
    }
    guard let fill = PaperColors.fill(note) else { return }
    markup.element("w:shd", ["w:val": "clear", "w:color": "auto", "w:fill": fill])
  }

  private func writeTabs(_ markup: inout Markup) {
    markup.element("w:tabs") { markup in
      for tab in tabs {
        markup.element(
          "w:tab",
          [
            "w:val": tab.isRight ? "right" : "left", "w:leader": tab.hasDots ? "dot" : "none",
            "w:pos": String(tab.place),
          ]
        )
      }
    }
  }

  private func writeSpacing(_ markup: inout Markup) {
    switch (spaceBefore, spaceAfter, lineHeight) {
    case (0, nil, nil): break
    case (let before, let after, nil):
      markup.element("w:spacing", ["w:before": String(before), "w:after": String(after ?? 0)])
    case (let before, let after, let height?):
      markup.element(
        "w:spacing",
        [
          "w:before": String(before), "w:after": String(after ?? 0), "w:line": String(height),
          "w:lineRule": "exact",
        ]
      )
    }
  }

  private func writeIndents(_ markup: inout Markup) {
    if firstLine < 0 {
      markup.element("w:ind", ["w:left": String(left), "w:hanging": String(-firstLine)])
    } else if left > 0 || firstLine > 0 {
      markup.element("w:ind", ["w:left": String(left), "w:firstLine": String(firstLine)])
    }
  }
}

/// Text in one look.
enum WordRun {
  static func write(_ run: PaperRun, _ markup: inout Markup) {
    var look = WordLook()
    look.isBold = run.isBold
    look.isCode = run.isCode
    look.color = PaperColors.text(run.tone)
    look.size = run.size
    let lines = run.text.split(omittingEmptySubsequences: false) { $0 == "\n" || $0 == "\r\n" }
    let text = lines.map { VisibleText.of(String($0)) }.joined(separator: "\n")
    WordText.write(text, look, &markup)
  }

  /// Word 2010 and later tick the box with a click; all others show its sign.
  static func writeBox(_ markup: inout Markup) {
    let font = "MS Gothic"
    markup.element("w:sdt") { markup in
      markup.element("w:sdtPr") { markup in
        markup.element("w14:checkbox") { markup in
          markup.element("w14:checked", ["w14:val": "0"])
          markup.element("w14:checkedState", ["w14:val": "2612", "w14:font": font])
          markup.element("w14:uncheckedState", ["w14:val": "2610", "w14:font": font])
        }
      }
      markup.element("w:sdtContent") { markup in
        markup.element("w:r") { markup in
          markup.element("w:rPr") { markup in
            markup.element(
              "w:rFonts",
              [
                "w:hint": "eastAsia", "w:ascii": font, "w:hAnsi": font, "w:eastAsia": font,
              ]
            )
            markup.element("w:sz", ["w:val": "26"])
          }
          markup.element("w:t", text: "☐")
        }
      }
    }
  }
}
