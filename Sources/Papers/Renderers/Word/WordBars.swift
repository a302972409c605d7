import OpenXML

/// Bars as a table of coloured cells: it prints everywhere, and its figures are text.
struct WordBars {
  /// A part of a bar.
  private struct Part {
    let units: Int
    let color: String
  }

  private struct Bar {
    let label: String
    let parts: [Part]
    let text: String
  }

  /// How many units of the grid the longest bar has.
  private static let units = 60
  /// The colours of the parts of a bar, told apart without colour by the key's order.
  private static let keyColors = ["1F5A9E", "B35C00", "2D7A45", "7B3FA0", "5F5F5F", "A8325A"]

  private let bars: [Bar]
  private let keys: [String]

  /// Bars of a chart; nil for other shapes.
  init?(_ chart: PaperChart) {
    switch chart.shape {
    case .matrix: return nil
    case .bars(let bars):
      keys = []
      self.bars = bars.map { bar in
        let units = Self.length(bar.value ?? 0, of: bar.most)
        return Bar(
          label: bar.label,
          parts: [Part(units: units, color: PaperColors.bar(bar.tone))],
          text: bar.text
        )
      }
    case .stacks(let stacks):
      keys = stacks.keys
      let most = stacks.stacks.map { Self.sum($0.parts) }.max() ?? 0
      bars = stacks.stacks.map { stack in
        let parts = stack.parts.enumerated().map { key, value in
          Part(units: Self.length(value, of: most), color: Self.color(key))
        }
        return Bar(label: stack.label, parts: parts, text: stack.text)
      }
    }
    if bars.isEmpty { return nil }
  }

  private static func color(_ key: Int) -> String { keyColors[min(key, keyColors.count - 1)] }

  private static func sum(_ values: [Int64]) -> Int64 {
    values.reduce(0) { sum, value in
      let (sum, isTooLarge) = sum.addingReportingOverflow(max(value, 0))
      return isTooLarge ? .max : sum
    }
  }

  private static func length(_ value: Int64, of most: Int64) -> Int {
    guard value > 0, most > 0 else { return 0 }
    let share = Double(min(value, most)) / Double(most)
    return max(1, Int((share * Double(units)).rounded()))
  }

  /// Writes the table, as wide as the page.
  func write(width: Int, _ markup: inout Markup) {
    let unit = max(width * 55 / 100 / Self.units, 1)
    let label = (width - unit * Self.units) * 6 / 10
    let text = width - unit * Self.units - label
    let grid = [label] + Array(repeating: unit, count: Self.units) + [text]
    markup.element("w:tbl") { markup in
      markup.element("w:tblPr") { markup in
        markup.element("w:tblStyle", ["w:val": "TableNormal"])
        markup.element("w:tblW", ["w:w": String(width), "w:type": "dxa"])
        markup.element("w:tblLayout", ["w:type": "fixed"])
        markup.element("w:tblLook", ["w:val": "0000"])
      }
      markup.element("w:tblGrid") { markup in
        for width in grid { markup.element("w:gridCol", ["w:w": String(width)]) }
      }
      for bar in bars { write(bar, label: label, unit: unit, text: text, &markup) }
    }
    writeKey(&markup)
  }

  private func write(
    _ bar: Bar,
    label: Int,
    unit: Int,
    text: Int,
    _ markup: inout Markup
  ) {
    markup.element("w:tr") { markup in
      markup.element("w:trPr") { $0.element("w:cantSplit") }
      Self.cell(PaperRun(bar.label), width: label, span: 1, nil, &markup)
      var left = Self.units
      for part in bar.parts where min(part.units, left) > 0 {
        let units = min(part.units, left)
        left -= units
        Self.cell(nil, width: units * unit, span: units, part.color, &markup)
      }
      if left > 0 { Self.cell(nil, width: left * unit, span: left, nil, &markup) }
      Self.cell(PaperRun(bar.text), width: text, span: 1, nil, &markup)
    }
  }

  /// A cell without text is part of a bar: white lines above and below it keep the bars apart.
  private static func cell(
    _ run: PaperRun?,
    width: Int,
    span: Int,
    _ color: String?,
    _ markup: inout Markup
  ) {
    markup.element("w:tc") { markup in
      markup.element("w:tcPr") { markup in
        markup.element("w:tcW", ["w:w": String(width), "w:type": "dxa"])
        if span > 1 { markup.element("w:gridSpan", ["w:val": String(span)]) }
        if run == nil {
          markup.element("w:tcBorders") { markup in
            for side in ["w:top", "w:bottom"] as [StaticString] {
              markup.element(
                side,
                ["w:val": "single", "w:sz": "36", "w:space": "0", "w:color": "FFFFFF"]
              )
            }
          }
        }
        if let color {
          markup.element("w:shd", ["w:val": "clear", "w:color": "auto", "w:fill": color])
        }
        if run == nil {
          markup.element("w:tcMar") { markup in
            markup.element("w:left", ["w:w": "0", "w:type": "dxa"])
            markup.element("w:right", ["w:w": "0", "w:type": "dxa"])
          }
        }
        markup.element("w:vAlign", ["w:val": "center"])
      }
      var paragraph = WordParagraph(run.map { [.run($0)] } ?? [])
      paragraph.style = "TableText"
      paragraph.keepsWithNext = true
      paragraph.write(&markup)
    }
  }

  /// The names of the parts, each behind a square of its colour.
  private func writeKey(_ markup: inout Markup) {
    var paragraph = WordParagraph()
    paragraph.style = "TableText"
    paragraph.keepsWithNext = !keys.isEmpty
    if keys.isEmpty { paragraph.lineHeight = 120 }
    for (key, name) in keys.enumerated() {
      paragraph.pieces.append(.colored("■ ", Self.color(key)))
      paragraph.pieces.append(.run(PaperRun(name + "   ")))
    }
    paragraph.write(&markup)
  }
}
