import OpenXML

/// The pages of a section: A4, with the edges of official Thai papers, in twentieths of a point.
struct WordPage {
  let isLandscape: Bool
  /// Whether the head of the first page is empty, as on official papers.
  let hasOpenFirstPage: Bool
  let hasThaiDigits: Bool

  /// The width between the edges.
  var width: Int { isLandscape ? 13_682 : 9_071 }

  /// Writes the properties of the section; across, the wider left edge becomes the upper one.
  func write(_ markup: inout Markup) {
    markup.element("w:sectPr") { markup in
      markup.element("w:headerReference", ["w:type": "default", "r:id": "rId1"])
      if isLandscape {
        markup.element("w:pgSz", ["w:w": "16838", "w:h": "11906", "w:orient": "landscape"])
        markup.element("w:pgMar", Self.margins(top: 1701, right: 1417, bottom: 1134, left: 1739))
      } else {
        markup.element("w:pgSz", ["w:w": "11906", "w:h": "16838"])
        markup.element("w:pgMar", Self.margins(top: 1417, right: 1134, bottom: 1134, left: 1701))
      }
      // Word writes ๑, ๒, ๓; LibreOffice does not know this form and writes 1, 2, 3. The switch of the
      // field itself would become ก there.
      if hasThaiDigits { markup.element("w:pgNumType", ["w:fmt": "thaiNumbers"]) }
      if hasOpenFirstPage { markup.element("w:titlePg") }
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
