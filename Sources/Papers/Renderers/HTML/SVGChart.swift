import SourceText

/// A chart as SVG inside HTML: figures and names as text, a title and a description for those who hear it.
///
/// Lengths are in units of the picture, 400 wide, which a phone shows almost one to one; names that are too
/// long are cut there and stand whole in the table beside it.
struct SVGChart {
  private let chart: PaperChart
  private let id: String
  private let words: HTMLWords

  private static let width = 400

  init(_ chart: PaperChart, id: String, _ words: HTMLWords) {
    self.chart = chart
    self.id = id
    self.words = words
  }

  var text: String {
    switch chart.shape {
    case .bars(let bars): Self.bars(bars, self)
    case .matrix(let matrix): Self.matrix(matrix, self)
    case .stacks(let stacks): Self.stacks(stacks, self)
    }
  }

  /// The element with its names around what is drawn.
  private func drawing(
    _ width: Int,
    _ height: Int,
    _ described: String,
    isWide: Bool = false,
    _ body: String
  ) -> String {
    let size = isWide ? " class=\"wide\" width=\"\(width)\" height=\"\(height)\"" : ""
    let region =
      isWide
      ? " role=\"region\" tabindex=\"0\" aria-label=\"\(HTMLText.escaped(chart.title))\"" : ""
    return
      "<div class=\"drawing\"\(region)><svg\(size) viewBox=\"0 0 \(width) \(height)\" role=\"img\""
      + " aria-labelledby=\"\(id)-title \(id)-text\">"
      + "<title id=\"\(id)-title\">\(HTMLText.escaped(chart.title))</title>"
      + "<desc id=\"\(id)-text\">\(HTMLText.escaped(described))</desc>\n\(body)</svg></div>"
  }

  /// A name cut to about so many units.
  private static func cut(_ text: String, _ width: Int, perColumn: Int = 8) -> String {
    let most = max(width / perColumn, 4)
    let shown = VisibleText.of(text.split(separator: "\n").joined(separator: " "))
    guard DisplayWidth.columns(of: shown) > most else { return shown }
    var kept = String.UnicodeScalarView()
    var columns = 0
    for scalar in shown.unicodeScalars {
      columns += DisplayWidth.columns(of: scalar)
      if columns > most - 1 { break }
      kept.append(scalar)
    }
    return String(kept) + "…"
  }

  private static func label(
    _ text: String,
    x: Int,
    y: Int,
    _ class_: String = "",
    anchor: String = ""
  ) -> String {
    let classes = class_.isEmpty ? "" : " class=\"\(class_)\""
    let anchors = anchor.isEmpty ? "" : " text-anchor=\"\(anchor)\""
    return "<text x=\"\(x)\" y=\"\(y)\"\(classes)\(anchors)>\(HTMLText.escaped(text))</text>\n"
  }

  /// A share of a length, whatever the numbers are.
  static func share(_ part: Int64, of whole: Int64, _ length: Int) -> Int {
    guard part > 0, whole > 0 else { return 0 }
    let product = Int128(min(part, whole)) * Int128(length)
    return Int(product / Int128(whole))
  }
}

// MARK: - Bars

extension SVGChart {
  private static func bars(_ bars: [PaperChart.Bar], _ chart: SVGChart) -> String {
    let step = 46
    var body = ""
    for (index, bar) in bars.enumerated() {
      let top = index * step
      body += label(cut(bar.label, width - 90), x: 0, y: top + 16)
      body += label(cut(bar.text, 88), x: width, y: top + 16, anchor: "end")
      body +=
        "<rect class=\"track\" x=\"1\" y=\"\(top + 23)\" width=\"\(width - 2)\" height=\"14\"/>\n"
      guard let value = bar.value else { continue }
      let length = share(value, of: bar.most, width - 2)
      let tone = bar.tone == .plain ? "" : " \(bar.tone.rawValue)"
      body +=
        "<rect class=\"bar\(tone)\" x=\"1\" y=\"\(top + 23)\" width=\"\(length)\" height=\"14\"/>\n"
    }
    let described = bars.map { "\($0.label): \($0.text)" }.joined(separator: "; ")
    return chart.drawing(width, max(bars.count * step, 1), described, body)
  }
}

// MARK: - Signs in rows and columns

extension SVGChart {
  private static let nameWidth = 210
  private static let cell = 26

  private static func matrix(_ matrix: PaperChart.Matrix, _ chart: SVGChart) -> String {
    let full = nameWidth + matrix.columns.count * cell + 2
    var body = ""
    for (index, column) in matrix.columns.enumerated() {
      let x = nameWidth + index * cell + cell / 2
      body += label(cut(column, 24, perColumn: 6), x: x, y: 16, anchor: "middle")
    }
    for (line, row) in matrix.rows.enumerated() {
      let top = 24 + line * cell
      body += label(cut(row.label, nameWidth - 10), x: 0, y: top + 18)
      for (index, sign) in row.cells.prefix(matrix.columns.count).enumerated() {
        let x = nameWidth + index * cell
        body +=
          "<rect class=\"cell \(sign.tone.rawValue)\" x=\"\(x)\" y=\"\(top)\""
          + " width=\"\(cell)\" height=\"\(cell)\"/>\n"
        body += label(sign.sign, x: x + cell / 2, y: top + 18, anchor: "middle")
      }
    }
    let height = 24 + matrix.rows.count * cell + 2
    return chart.drawing(full, height, chart.chart.summary, isWide: true, body)
  }
}

// MARK: - Bars in parts

extension SVGChart {
  /// How many keys have a colour of their own; the others share the last one.
  private static let keyColors = 6

  private static func stacks(_ stacks: PaperChart.Stacks, _ chart: SVGChart) -> String {
    let step = 46
    let totals = stacks.stacks.map { stack in
      stack.parts.reduce(Int64(0)) { sum, part in
        let (total, overflow) = sum.addingReportingOverflow(max(part, 0))
        return overflow ? .max : total
      }
    }
    let most = max(totals.max() ?? 0, 1)
    var body = ""
    for (index, stack) in stacks.stacks.enumerated() {
      let top = index * step
      body += label(cut(stack.label, width - 150), x: 0, y: top + 16)
      body += label(cut(stack.text, 148), x: width, y: top + 16, anchor: "end")
      var x = 1
      for (key, part) in stack.parts.enumerated() {
        let length = min(share(part, of: most, width - 2), width - 1 - x)
        guard length > 0 else { continue }
        body +=
          "<rect class=\"\(keyClass(key))\" x=\"\(x)\" y=\"\(top + 22)\" width=\"\(length)\" height=\"17\"/>\n"
        // The number of the key, for those who do not tell the colours.
        if length >= 16 {
          body += label("\(key + 1)", x: x + length / 2, y: top + 35, "on", anchor: "middle")
        }
        x += length
      }
    }
    var y = stacks.stacks.count * step + 4
    for (key, name) in stacks.keys.enumerated() {
      body += "<rect class=\"\(keyClass(key))\" x=\"0\" y=\"\(y)\" width=\"18\" height=\"18\"/>\n"
      body += label("\(key + 1)", x: 9, y: y + 13, "on", anchor: "middle")
      body += label(cut(name, width - 30), x: 26, y: y + 14)
      y += 24
    }
    let described = stacks.stacks.map { "\($0.label): \($0.text)" }.joined(separator: "; ")
    return chart.drawing(width, y, described, body)
  }

  private static func keyClass(_ key: Int) -> String { "k\(min(key, keyColors - 1))" }
}
