import SourceText
import ThaiText

/// How a piece of text looks on a terminal that has colours.
package enum TextStyle: String {
  case plain = ""
  case strong = "1"
  case error = "1;31"
  case warning = "1;33"
  case info = "1;36"
  case good = "1;32"
  case faint = "2"
}

/// A piece of text of one style.
package struct TextRun {
  package let text: String
  package let style: TextStyle

  /// Makes a piece of text.
  package init(_ text: String, _ style: TextStyle = .plain) {
    self.text = text
    self.style = style
  }
}

/// Puts text on lines of a terminal: wrapped by columns, with nothing in it that a terminal obeys.
package struct TextCanvas {
  private let columns: Int
  private let hasColor: Bool

  /// What was written so far.
  package private(set) var text = ""

  /// Starts an empty text.
  package init(columns: Int, hasColor: Bool) {
    self.columns = max(columns, ReportOptions.leastColumns)
    self.hasColor = hasColor
  }

  /// The columns that are left beside an indent.
  package func room(_ indent: Int) -> Int { columns - indent }

  /// Adds an empty line.
  package mutating func blank() { text += "\n" }

  /// Adds a paragraph: the first line at the indent, the others so much further in.
  package mutating func paragraph(_ runs: [TextRun], indent: Int = 0, hanging: Int = 0) {
    var wrap = LineBreaking(runs)
    var margin = indent
    while let cells = wrap.nextLine(columns: columns - margin) {
      emit(cells, margin: margin)
      margin = indent + hanging
    }
  }

  /// Adds a paragraph of one style.
  package mutating func paragraph(
    _ text: String,
    _ style: TextStyle = .plain,
    indent: Int = 0,
    hanging: Int = 0
  ) {
    paragraph([TextRun(text, style)], indent: indent, hanging: hanging)
  }

  /// Adds a line that already fits and is safe, such as an excerpt.
  package mutating func line(_ runs: [TextRun], indent: Int = 0) {
    text += String(repeating: " ", count: indent)
    for run in runs { append(run.text, run.style) }
    text += "\n"
  }

  /// Adds a heading, with a line drawn to the right margin.
  package mutating func heading(_ title: String) {
    let rule = max(columns - DisplayWidth.columns(of: title) - 1, 2)
    line([TextRun(title, .strong), TextRun(" " + String(repeating: "─", count: rule), .faint)])
  }

  private mutating func emit(_ cells: ArraySlice<LineBreaking.Cell>, margin: Int) {
    text += String(repeating: " ", count: margin)
    var piece: [UInt8] = []
    piece.reserveCapacity(3 * cells.count)
    var style = TextStyle.plain
    for cell in cells {
      if cell.style != style {
        append(String(decoding: piece, as: UTF8.self), style)
        piece.removeAll(keepingCapacity: true)
        style = cell.style
      }
      // A space that must not break looks like any other.
      let scalar = cell.scalar == "\u{A0}" ? " " : cell.scalar
      if scalar.isASCII {
        piece.append(UInt8(truncatingIfNeeded: scalar.value))
      } else {
        UTF8.encode(scalar)?.forEach { piece.append($0) }
      }
    }
    append(String(decoding: piece, as: UTF8.self), style)
    text += "\n"
  }

  private mutating func append(_ piece: String, _ style: TextStyle) {
    guard !piece.isEmpty else { return }
    if hasColor, style != .plain {
      text += "\u{1B}[\(style.rawValue)m\(piece)\u{1B}[0m"
    } else {
      text += piece
    }
  }
}
