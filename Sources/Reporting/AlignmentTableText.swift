import Diagnostics
import Findings
import SourceText

/// Writes the alignment table for a terminal: a matrix of signs, then what stands behind each.
struct AlignmentTableText {
  let reporter: TextReporter
  let table: AlignmentTable

  private var language: Language { reporter.options.language }
  private var rows: [AlignmentTable.Row] { table.toldRows }
  private var words: AlignmentWords { AlignmentWords(language: language) }

  /// The most columns that one matrix shows beside the names of its rows.
  private static let columnsShown = 12
  private static let cellWidth = 3

  func write(_ canvas: inout TextCanvas) {
    reporter.section(words.title, &canvas)
    guard !table.columns.isEmpty else {
      canvas.paragraph(words.nothing, indent: 2)
      return
    }
    for (index, column) in table.columns.enumerated() { write(column, index, &canvas) }
    var start = 0
    while start < table.columns.count {
      let end = min(start + Self.columnsShown, table.columns.count)
      canvas.blank()
      writeMatrix(start..<end, &canvas)
      start = end
    }
    let idle = table.rows.count - rows.count
    if idle > 0 { canvas.paragraph(words.idleRows(idle), .faint, indent: 2) }
    canvas.paragraph(words.legend, .faint, indent: 2)
    for row in table.rows { write(row, &canvas) }
    writeUnserved(&canvas)
    if let coverage = table.coverage { write(coverage, &canvas) }
  }

  private func write(_ column: AlignmentTable.Column, _ index: Int, _ canvas: inout TextCanvas) {
    var notes: [String] = []
    if column.rules.isEmpty { notes.append(words.onlyCited) }
    if !column.rules.isEmpty { notes.append(column.rules.joined(separator: " ")) }
    if !column.isInForce { notes.append(words.notInForce) }
    canvas.paragraph(
      [
        TextRun(words.sign(index) + "  ", .strong), TextRun(column.name[language]),
        TextRun("  " + notes.joined(separator: " · "), .faint),
      ],
      indent: 2,
      hanging: 3
    )
  }

  // MARK: Matrix

  private func writeMatrix(_ columns: Range<Int>, _ canvas: inout TextCanvas) {
    let room = canvas.room(2) - columns.count * Self.cellWidth
    let signs = columns.map { Self.cell(words.sign($0)) }.joined()
    canvas.line([TextRun(String(repeating: " ", count: room)), TextRun(signs, .strong)], indent: 2)
    for row in rows {
      let label = Self.fitted(VisibleText.of(row.label[language]), room)
      let cells = columns.map { index in
        TextRun(
          Self.cell(AlignmentSign(row.cells[index]).rawValue),
          Self.style(of: row.cells[index])
        )
      }
      canvas.line([TextRun(label)] + cells, indent: 2)
    }
  }

  private static func cell(_ text: String) -> String {
    let width = DisplayWidth.columns(of: text)
    return String(repeating: " ", count: max(cellWidth - width, 0)) + text
  }

  private static func style(of cell: AlignmentTable.Cell) -> TextStyle {
    switch AlignmentSign(cell) {
    case .stated: .good
    case .incomplete: .warning
    case .missing: .error
    case .none: .faint
    }
  }

  /// A text of so many columns: cut, with a sign that it was, or filled up.
  static func fitted(_ text: String, _ room: Int) -> String {
    let width = DisplayWidth.columns(of: text)
    if width < room { return text + String(repeating: " ", count: room - width) }
    var kept = String.UnicodeScalarView()
    var used = 0
    for scalar in text.unicodeScalars {
      let next = DisplayWidth.columns(of: String(scalar))
      if used + next > room - 2 { break }
      kept.append(scalar)
      used += next
    }
    return String(kept) + "…" + String(repeating: " ", count: max(room - used - 1, 0))
  }

  // MARK: Cells

  private func write(_ row: AlignmentTable.Row, _ canvas: inout TextCanvas) {
    let cells = zip(table.columns.indices, row.cells)
      .filter { !$1.links.isEmpty || !$1.findings.isEmpty }
    guard !cells.isEmpty || row.sign != nil else { return }
    canvas.blank()
    canvas.paragraph(row.label[language], .strong, indent: 2, hanging: 2)
    if let sign = row.sign {
      canvas.paragraph(
        [
          TextRun(sign.rawValue + "  ", .strong),
          TextRun(
            row.isEmptyLink ? words.noLink : words.incomplete,
            sign == .none ? .warning : .error
          ),
          TextRun("  " + row.findings.joined(separator: " "), .faint),
        ],
        indent: 4,
        hanging: 3
      )
    }
    for (index, cell) in cells {
      let name = table.columns[index].name[language]
      for link in cell.links { write(link, words.sign(index), name, &canvas) }
      guard !cell.findings.isEmpty else { continue }
      let rules = cell.findings.joined(separator: " ")
      let text = cell.links.isEmpty ? "\(name): \(words.empty)" : words.incomplete
      canvas.paragraph(
        [
          TextRun(words.sign(index) + "  ", .strong), TextRun(text, .error),
          TextRun("  " + rules, .faint),
        ],
        indent: 4,
        hanging: 3
      )
    }
  }

  private func write(
    _ link: AlignmentTable.Link,
    _ sign: String,
    _ name: String,
    _ canvas: inout TextCanvas
  ) {
    let cited = link.cited.map { "“\($0)”" } ?? words.noItem
    canvas.paragraph(
      [TextRun(sign + "  ", .strong), TextRun("\(name): \(cited)")],
      indent: 4,
      hanging: 3
    )
    if let item = link.item {
      canvas.paragraph("→ " + words.item(item, form: link.form), indent: 7, hanging: 2)
    } else if let text = words.problem(link) {
      canvas.paragraph("→ " + text, .warning, indent: 7, hanging: 2)
    }
    canvas.paragraph("\(words.reason): \(link.reason ?? words.noReason)", indent: 7, hanging: 2)
    if !link.findings.isEmpty {
      let rules = link.findings.joined(separator: " ")
      canvas.paragraph(
        [TextRun("→ \(words.faulty)", .warning), TextRun("  " + rules, .faint)],
        indent: 7,
        hanging: 2
      )
    }
    canvas.paragraph(PlaceText.of(link.place, language), .faint, indent: 7, hanging: 2)
  }

  // MARK: Coverage

  private func writeUnserved(_ canvas: inout TextCanvas) {
    let columns = table.columns.enumerated().filter { !$0.element.unserved.isEmpty }
    guard !columns.isEmpty else { return }
    canvas.blank()
    canvas.paragraph(words.unserved, .strong, indent: 2, hanging: 2)
    for (index, column) in columns {
      let codes = column.unserved.map(\.code).joined(separator: ", ")
      canvas.paragraph(
        [
          TextRun(words.sign(index) + "  ", .strong), TextRun("\(column.name[language]): \(codes)"),
        ],
        indent: 4,
        hanging: 3
      )
    }
  }

  private func write(_ coverage: AlignmentTable.Coverage, _ canvas: inout TextCanvas) {
    canvas.blank()
    canvas.paragraph(words.coverage, .strong, indent: 2, hanging: 2)
    if coverage.objectives.isEmpty {
      canvas.paragraph(words.noStrategies, indent: 4, hanging: 2)
    }
    for objective in coverage.objectives {
      let label = objective.label[language]
      if objective.projects.isEmpty {
        canvas.paragraph(
          [TextRun(label + ": "), TextRun(words.noProject, .warning)],
          indent: 4,
          hanging: 2
        )
      } else {
        let names = objective.projects.map { $0[language] }.joined(separator: ", ")
        canvas.paragraph("\(label): \(names)", indent: 4, hanging: 2)
      }
    }
    for project in coverage.idle {
      canvas.paragraph(
        [TextRun(project.label[language] + ": "), TextRun(words.noStrategy, .warning)],
        indent: 4,
        hanging: 2
      )
    }
  }
}
