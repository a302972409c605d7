/// Writes a paper as GitHub's Markdown (https://github.github.com/gfm/): tables, lists, headings.
public struct MarkdownPaper: Sendable {
  private let paper: Paper

  /// Makes a writer of a paper.
  public init(_ paper: Paper) {
    self.paper = paper
  }

  /// The text; it ends with a line feed.
  public var text: String {
    let blocks = paper.sections.flatMap(\.blocks).map(lines)
    return blocks.filter { !$0.isEmpty }.map { $0.joined(separator: "\n") }
      .joined(separator: "\n\n") + "\n"
  }

  private func lines(_ block: Paper.Block) -> [String] {
    switch block {
    case .paragraph(let paragraph): [Self.paragraph(paragraph)]
    case .table(let table): MarkdownTable(table).lines
    case .fields(let fields): fields.fields.map(Self.field)
    case .list(let list): Self.list(list)
    case .note(let note): Self.quoted(note.paragraphs.map { Self.inline($0.runs) })
    case .lines(let lines): Self.lines(lines)
    case .signature(let signature): [signature.lines.map(Self.inline).joined(separator: "<br>")]
    case .chart(let chart): Self.chart(chart)
    case .pageBreak: ["---"]
    }
  }

  private static func paragraph(_ paragraph: PaperParagraph) -> String {
    guard let level = paragraph.headingLevel else { return inline(paragraph.runs) }
    // A heading is strong already, and one line.
    let text = MarkdownText.escaped(paragraph.plainText)
    return String(repeating: "#", count: min(max(level, 1), 6)) + " " + text
  }

  static func inline(_ runs: [PaperRun]) -> String {
    runs.indices.map { index in
      let run = runs[index]
      if run.isBlank { return run.text }
      if run.isCode { return spaced(run.text, MarkdownText.code) }
      guard run.isBold else { return MarkdownText.escaped(run.text) }
      let before = index > 0 ? runs[index - 1].text.unicodeScalars.last : nil
      let after = index + 1 < runs.count ? runs[index + 1].text.unicodeScalars.first : nil
      return MarkdownText.strong(
        run.text,
        isOpenBefore: before == nil || before == " ",
        isOpenAfter: after == nil || after == " "
      )
    }.joined()
  }

  /// Blanks around a text stay outside its marks.
  private static func spaced(_ text: String, _ marked: (String) -> String) -> String {
    let scalars = text.unicodeScalars
    guard let first = scalars.firstIndex(where: { $0 != " " }),
      let last = scalars.lastIndex(where: { $0 != " " })
    else { return text }
    return String(scalars[..<first]) + marked(String(scalars[first...last]))
      + String(scalars[scalars.index(after: last)...])
  }

  private static func field(_ field: PaperFields.Field) -> String {
    "- \(MarkdownText.strong(field.label)): \(inline(field.value))"
  }

  private static func list(_ list: PaperList) -> [String] {
    list.items.enumerated().map { index, item in
      switch list.style {
      case .points: "- " + inline(item.runs)
      case .numbers: "\(index + 1). " + inline(item.runs)
      case .choices: "- [ ] " + inline(item.runs)
      }
    }
  }

  private static func quoted(_ paragraphs: [String]) -> [String] {
    Array(paragraphs.map { ["> \($0)"] }.joined(separator: [">"]))
  }

  private static func lines(_ lines: PaperLines) -> [String] {
    let line = String(repeating: ".", count: 80)
    let head = "\(MarkdownText.strong(lines.label)) (\(MarkdownText.escaped(lines.author)))"
    return [([head] + Array(repeating: line, count: max(lines.count, 1))).joined(separator: "<br>")]
  }

  private static func chart(_ chart: PaperChart) -> [String] {
    [MarkdownText.strong(chart.title), ""]
      + (chart.summary.isEmpty ? [] : [MarkdownText.escaped(chart.summary), ""])
      + MarkdownTable(chart.table).lines
  }
}

/// A table of Markdown; cells that span several columns leave the others empty.
struct MarkdownTable {
  private let table: PaperTable

  init(_ table: PaperTable) {
    self.table = table
  }

  var lines: [String] {
    var rows = table.rows.map(cells)
    if table.headerRows == 0 { rows.insert(table.columns.map { _ in "" }, at: 0) }
    let rule = table.columns.map { column in
      switch column.alignment {
      case .left, .thaiDistribute: "---"
      case .center: ":-:"
      case .right: "--:"
      }
    }
    rows.insert(rule, at: min(1, rows.count))
    return rows.map { "| " + $0.joined(separator: " | ") + " |" }
  }

  private func cells(_ row: PaperRow) -> [String] {
    var cells: [String] = []
    for cell in row.cells {
      cells.append(
        cell.paragraphs.map { MarkdownPaper.inline($0.runs) }.joined(separator: "<br>")
      )
      for _ in 1..<max(cell.span, 1) { cells.append("") }
    }
    while cells.count < table.columns.count { cells.append("") }
    return Array(cells.prefix(max(table.columns.count, 1)))
  }
}
