import OpenXML

/// The looks of a workbook's cells, each stored once, in the order in which they were first used.
struct StyleTable {
  static let fontName = "TH SarabunPSK"

  /// How many looks and pieces of looks come before those of this table: in a workbook of our own the
  /// two fills that Excel takes for itself, and the border without lines.
  struct Base {
    var fonts = 0
    var fills = 2
    var borders = 1
    var cells = 0
  }

  /// What stands before this table's own looks.
  private(set) var base: Base

  private var styles: [CellStyle] = []
  private var numbers: [CellStyle: Int] = [:]

  init(base: Base = Base()) {
    self.base = base
  }

  /// The number of a look; the first is the plain one.
  mutating func number(of style: CellStyle) -> Int {
    if styles.isEmpty { add(CellStyle()) }
    return base.cells + (numbers[style] ?? add(style))
  }

  /// The elements of the looks, for a workbook that has others already; number formats are not among
  /// them.
  var fragments: (fonts: [String], fills: [String], borders: [String], cells: [String]) {
    (
      styles.map { style in Markup.fragment { Self.writeFont(style, &$0) } },
      styles.map { style in Markup.fragment { Self.writeFill(style, &$0) } },
      [Markup.fragment { Self.writeBorder("thin", &$0) }],
      styles.enumerated().map { number, style in
        Markup.fragment { writeCell(style, number, &$0) }
      }
    )
  }

  /// The same looks behind others.
  func moved(to base: Base) -> StyleTable {
    var table = self
    table.base = base
    return table
  }

  @discardableResult
  private mutating func add(_ style: CellStyle) -> Int {
    numbers[style] = styles.count
    styles.append(style)
    return styles.count - 1
  }

  /// The part of styles.
  var part: String {
    let all = styles.isEmpty ? [CellStyle()] : styles
    var markup = Markup()
    markup.element("styleSheet", ["xmlns": WorkbookWriter.namespace]) { markup in
      writeFormats(all, &markup)
      markup.element("fonts", ["count": String(all.count)]) { markup in
        for style in all { Self.writeFont(style, &markup) }
      }
      markup.element("fills", ["count": String(all.count + 2)]) { markup in
        // Excel takes the first two for itself, whatever they are.
        for pattern in ["none", "gray125"] {
          markup.element("fill") { $0.element("patternFill", ["patternType": pattern]) }
        }
        for style in all { Self.writeFill(style, &markup) }
      }
      markup.element("borders", ["count": "2"]) { markup in
        for line in [nil, "thin"] { Self.writeBorder(line, &markup) }
      }
      markup.element("cellStyleXfs", ["count": "1"]) {
        $0.element("xf", ["numFmtId": "0", "fontId": "0", "fillId": "0", "borderId": "0"])
      }
      markup.element("cellXfs", ["count": String(all.count)]) { markup in
        for (number, style) in all.enumerated() { writeCell(style, number, &markup) }
      }
      markup.element("cellStyles", ["count": "1"]) {
        $0.element("cellStyle", ["name": "Normal", "xfId": "0", "builtinId": "0"])
      }
    }
    return markup.text
  }

  private func writeFormats(_ all: [CellStyle], _ markup: inout Markup) {
    let codes = formatCodes
    guard !codes.isEmpty else { return }
    markup.element("numFmts", ["count": String(codes.count)]) { markup in
      for (index, code) in codes.enumerated() {
        markup.element("numFmt", ["numFmtId": String(164 + index), "formatCode": code])
      }
    }
  }

  private var formatCodes: [String] {
    var seen: Set<String> = []
    return styles.compactMap(\.numberFormat).filter { seen.insert($0).inserted }
  }

  private static func writeFont(_ style: CellStyle, _ markup: inout Markup) {
    markup.element("font") { markup in
      if style.isBold { markup.element("b") }
      markup.element("sz", ["val": String(style.fontSize)])
      markup.element("color", ["rgb": "FF" + (style.textColor ?? "000000")])
      markup.element("name", ["val": fontName])
    }
  }

  private static func writeFill(_ style: CellStyle, _ markup: inout Markup) {
    markup.element("fill") { markup in
      guard let color = style.fillColor else {
        markup.element("patternFill", ["patternType": "none"])
        return
      }
      markup.element("patternFill", ["patternType": "solid"]) { markup in
        markup.element("fgColor", ["rgb": "FF" + color])
      }
    }
  }

  private static func writeBorder(_ line: String?, _ markup: inout Markup) {
    markup.element("border") { markup in
      for side in ["left", "right", "top", "bottom"] as [StaticString] {
        if let line {
          markup.element(side, ["style": line]) { $0.element("color", ["rgb": "FF808080"]) }
        } else {
          markup.element(side)
        }
      }
      markup.element("diagonal")
    }
  }

  private func writeCell(_ style: CellStyle, _ number: Int, _ markup: inout Markup) {
    let format = style.numberFormat.flatMap { formatCodes.firstIndex(of: $0) }.map { 164 + $0 } ?? 0
    let attributes: KeyValuePairs<StaticString, String> = [
      "numFmtId": String(format), "fontId": String(base.fonts + number),
      "fillId": String(style.fillColor == nil ? 0 : base.fills + number),
      "borderId": style.hasBorder ? String(base.borders) : "0", "xfId": "0",
      "applyNumberFormat": "1",
      "applyFont": "1", "applyFill": "1", "applyBorder": "1", "applyAlignment": "1",
      "applyProtection": "1",
    ]
    markup.element("xf", attributes) { markup in
      if style.indent > 0 {
        markup.element(
          "alignment",
          [
            "horizontal": style.alignment.rawValue, "vertical": "top",
            "wrapText": style.isWrapped ? "1" : "0", "indent": String(style.indent),
          ]
        )
      } else {
        markup.element(
          "alignment",
          [
            "horizontal": style.alignment.rawValue, "vertical": "top",
            "wrapText": style.isWrapped ? "1" : "0",
          ]
        )
      }
      markup.element("protection", ["locked": style.isLocked ? "1" : "0"])
    }
  }
}
