package import OpenXML

/// How a text looks.
package struct WordLook {
  /// Whether it is bold.
  package var isBold = false
  /// Whether it is a code, in which no spelling is checked.
  package var isCode = false
  /// The colour, `RRGGBB`.
  package var color: String?
  /// The size in points; nil for that of the paragraph.
  package var size: Int?

  /// Text as its paragraph has it.
  package init() {}
}

/// Text as WordprocessingML.
package enum WordText {
  /// Writes a text in one look; line feeds become line breaks.
  package static func write(_ text: String, _ look: WordLook, _ markup: inout Markup) {
    let lines = text.split(omittingEmptySubsequences: false) { $0 == "\n" || $0 == "\r\n" }
    for (index, line) in lines.enumerated() {
      markup.element("w:r") { markup in
        markup.element("w:rPr") { write(look, hasThai: hasThai(text), &$0) }
        if index > 0 { markup.element("w:br") }
        markup.element("w:t", ["xml:space": "preserve"], text: String(line))
      }
    }
  }

  private static func write(_ look: WordLook, hasThai: Bool, _ markup: inout Markup) {
    if look.isBold {
      markup.element("w:b")
      markup.element("w:bCs")
    }
    if look.isCode { markup.element("w:noProof") }
    if let color = look.color { markup.element("w:color", ["w:val": color]) }
    if let size = look.size {
      let halves = String(min(max(size, 1), 400) * 2)
      markup.element("w:sz", ["w:val": halves])
      markup.element("w:szCs", ["w:val": halves])
    }
    // With this mark Word takes font and size of complex scripts for the whole run; without it, blanks and
    // figures between Thai words come in another size.
    if hasThai { markup.element("w:cs") }
  }

  private static func hasThai(_ text: String) -> Bool {
    text.unicodeScalars.contains { (0x0E00...0x0E7F).contains($0.value) }
  }
}
