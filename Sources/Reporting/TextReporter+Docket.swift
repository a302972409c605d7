import Diagnostics
import Findings
import RuleModel
import Scoring
import SourceText

// What belongs to a docket as a whole: references, what was not judged, the table at the end.
extension TextReporter {
  func writeDocket(_ report: Report, _ canvas: inout TextCanvas) {
    writeReferences(report.docket, &canvas)
    writeCompanions(report.docket, &canvas)
    writeStrayWaivers(report.docket, &canvas)
    if report.submissions.count > 1 { writeSummary(report, &canvas) }
  }

  // MARK: References

  private func writeReferences(_ docket: Docket, _ canvas: inout TextCanvas) {
    let broken = docket.references.filter(\.isBroken)
    let absent = docket.references.filter { $0.state == .notSupplied }
    let found = docket.references.filter { $0.state == .found }
    // What was found needs no deed; it is listed where everything is.
    let listed = broken + absent + (options.detail == .full ? found : [])
    guard !listed.isEmpty else { return }
    canvas.heading("\(words.references) (\(words.findings(listed.count)))")
    for reference in shown(listed) { write(reference, &canvas) }
    writeRest(of: listed, &canvas)
    canvas.blank()
  }

  private func write(_ reference: Docket.Reference, _ canvas: inout TextCanvas) {
    let style: TextStyle = reference.isBroken ? .warning : .plain
    canvas.paragraph(
      [
        TextRun("“\(reference.written)”", .strong),
        TextRun(": " + words.state(of: reference), style),
      ],
      indent: 2,
      hanging: 2
    )
    let label = LineBreaking.unbroken(reference.place.label[options.language])
    canvas.paragraph(
      [TextRun(PlaceText.of(reference.place, options.language), .faint), TextRun("  " + label)],
      indent: 4,
      hanging: 2
    )
  }

  private func writeCompanions(_ docket: Docket, _ canvas: inout TextCanvas) {
    let rounds = docket.companions.filter { $0.role == .earlierRound }
    let listed = options.detail == .full ? docket.companions : rounds
    guard !listed.isEmpty else { return }
    canvas.heading("\(words.notJudged) (\(words.findings(listed.count)))")
    for companion in listed {
      let name = companion.submission
      let text = [name.file, words.name(of: name), words.role(companion.role)]
      canvas.paragraph(text.joined(separator: words.separator), indent: 2, hanging: 2)
    }
    canvas.blank()
  }

  private func writeStrayWaivers(_ docket: Docket, _ canvas: inout TextCanvas) {
    guard !docket.strayWaivers.isEmpty else { return }
    // A file of waivers of a whole office says much that does not concern one submission.
    let all = docket.strayWaivers
    let few = options.detail == .full ? all[...] : all.prefix(Self.shownRelated)
    canvas.heading(words.idleWaivers)
    for waiver in few {
      canvas.paragraph("- \(waiver[options.language])", indent: 2, hanging: 2)
    }
    let rest = docket.strayWaivers.count - few.count
    if rest > 0 { canvas.paragraph(words.more(rest), indent: 2) }
    canvas.blank()
  }

  // MARK: Table

  private func writeSummary(_ report: Report, _ canvas: inout TextCanvas) {
    canvas.heading(words.summary)
    let rows = [words.summaryHead] + report.submissions.map(cells)
    var widths = rows[0].indices.map { column in
      rows.map { DisplayWidth.columns(of: $0[column]) }.max() ?? 0
    }
    // Id and kind give way to the figures.
    let gaps = 2 * (widths.count - 1)
    let room = canvas.room(2) - gaps - widths[2...].reduce(0, +)
    widths[0] = min(widths[0], max(room - min(widths[1], room / 2), 8))
    widths[1] = min(widths[1], max(room - widths[0], 8))
    for (number, row) in rows.enumerated() {
      write(row, widths, isHead: number == 0, &canvas)
    }
    canvas.blank()
  }

  private func cells(_ submission: CheckedSubmission) -> [String] {
    let header = submission.result.header
    let errors = submission.failures.count { $0.severity == .error }
    let round = header.round > 1 ? " (\(header.round))" : ""
    return [
      (header.id ?? header.file) + round,
      header.kindTitle?[options.language] ?? header.kind ?? "-",
      submission.scorecard.percent(options.model)?.description ?? "-",
      words.verdict(submission.scorecard.verdict),
      String(errors),
    ]
  }

  private func write(
    _ row: [String],
    _ widths: [Int],
    isHead: Bool,
    _ canvas: inout TextCanvas
  ) {
    let isNumber = [false, false, true, false, true]
    let cells = row.indices.map { column in
      let text = Self.cut(row[column], to: widths[column])
      let space = String(
        repeating: " ",
        count: max(widths[column] - DisplayWidth.columns(of: text), 0)
      )
      if isNumber[column] { return space + text }
      return column == row.count - 1 ? text : text + space
    }
    canvas.line([TextRun(cells.joined(separator: "  "), isHead ? .faint : .plain)], indent: 2)
  }

  /// A text cut to a width, with `…` where something is left out.
  private static func cut(_ text: String, to columns: Int) -> String {
    guard DisplayWidth.columns(of: text) > columns else { return text }
    var kept = String.UnicodeScalarView()
    var width = 0
    for scalar in text.unicodeScalars {
      width += DisplayWidth.columns(of: scalar)
      if width > columns - 1 { break }
      kept.append(scalar)
    }
    return String(kept) + "…"
  }
}
