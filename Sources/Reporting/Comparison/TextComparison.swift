import Diagnostics
import Findings
import RuleModel
import Scoring
import SourceText

/// Writes a comparison for people.
struct TextComparison {
  let options: ReportOptions
  let words: ReportWords

  init(options: ReportOptions) {
    self.options = options
    words = ReportWords(language: options.language)
  }

  func text(of comparison: Comparison) -> String {
    var canvas = TextCanvas(columns: options.columns, hasColor: options.hasColor)
    write(comparison, &canvas)
    if options.detail != .brief { canvas.paragraph(words.caveat, .faint) }
    return canvas.text
  }

  func write(_ comparison: Comparison, _ canvas: inout TextCanvas) {
    for entry in comparison.entries {
      switch options.detail {
      case .brief: writeBrief(entry, &canvas)
      case .normal, .full: write(entry, &canvas)
      }
    }
    guard options.detail != .brief else { return }
    if !comparison.differences.isEmpty {
      canvas.heading(words.otherDifferences)
      for difference in comparison.differences {
        canvas.paragraph("- \(difference[options.language])", indent: 2, hanging: 2)
      }
      canvas.blank()
    }
  }

  private func counts(_ entry: Comparison.Entry) -> String {
    let counted = Comparison.Change.allCases.map { ($0, entry.items($0).count) }
    return counted.filter { $0.1 > 0 || $0.0 == .fixed || $0.0 == .remaining || $0.0 == .new }
      .map { "\(words.change($0.0)) \($0.1)" }.joined(separator: words.separator)
  }

  private func writeBrief(_ entry: Comparison.Entry, _ canvas: inout TextCanvas) {
    let name = entry.id ?? (entry.new ?? entry.old)?.file ?? ""
    canvas.paragraph("\(name): \(counts(entry))", hanging: 2)
  }

  private func write(_ entry: Comparison.Entry, _ canvas: inout TextCanvas) {
    canvas.heading(words.comparison)
    canvas.paragraph(entry.title ?? words.noTitle, .strong)
    if let id = entry.id { canvas.paragraph(words.identifier(id)) }
    canvas.paragraph(words.side(words.lastTime, entry.old), indent: 2, hanging: 2)
    canvas.paragraph(words.side(words.thisTime, entry.new), indent: 2, hanging: 2)
    canvas.paragraph(counts(entry), .strong, indent: 2)
    for change in Comparison.Change.allCases { write(entry.items(change), change, &canvas) }
    RemarkTable(options: options, words: words).write(entry.remarks, &canvas)
    canvas.blank()
  }

  private func write(
    _ items: [Comparison.Item],
    _ change: Comparison.Change,
    _ canvas: inout TextCanvas
  ) {
    guard !items.isEmpty else { return }
    canvas.blank()
    canvas.paragraph("\(words.change(change)) (\(words.findings(items.count)))", style(change))
    let shown = options.detail == .full ? items[...] : items.prefix(TextReporter.shownEntries)
    for item in shown { write(item, &canvas) }
    let rest = items.count - shown.count
    if rest > 0 { canvas.paragraph(words.more(rest), indent: 2) }
  }

  private func style(_ change: Comparison.Change) -> TextStyle {
    switch change {
    case .fixed, .waived: .good
    case .remaining, .notComparable: .warning
    case .new: .error
    }
  }

  private func write(_ item: Comparison.Item, _ canvas: inout TextCanvas) {
    let finding = item.finding
    var runs = [TextRun(words.severity(finding.severity), TextReporter.style(of: finding.severity))]
    if item.basis == .derived { runs.append(TextRun(" (\(words.forConsideration))")) }
    runs += [
      TextRun("  \(finding.rule)", .strong), TextRun("  \(finding.message[options.language])"),
    ]
    canvas.paragraph(runs, indent: 2, hanging: 2)
    // What is fixed points into a file that has changed since.
    if item.change != .fixed {
      let label = LineBreaking.unbroken(finding.place.label[options.language])
      canvas.paragraph(
        [TextRun(PlaceText.of(finding.place, options.language), .faint), TextRun("  " + label)],
        indent: 4,
        hanging: 2
      )
    }
    if let reason = item.reason {
      canvas.paragraph(reason[options.language], .faint, indent: 4, hanging: 2)
    }
  }
}

/// What became of remarks and comments, one by one.
struct RemarkTable {
  let options: ReportOptions
  let words: ReportWords

  func write(_ remarks: [RemarkAnswer], _ canvas: inout TextCanvas) {
    guard !remarks.isEmpty else { return }
    canvas.blank()
    // A response to a remark that nobody made answers none.
    let stated = remarks.filter(\.isStated)
    let counted = stated.isEmpty ? remarks : stated
    let answered = counted.count(where: \.isAnswered)
    canvas.heading("\(words.remarks) (\(words.answered(answered, of: counted.count)))")
    for remark in remarks {
      var head = [TextRun(remark.id ?? "-", .strong)]
      if let from = remark.from { head.append(TextRun(" \(words.commentFrom(from))")) }
      head.append(TextRun("  \(remark.text ?? words.noSuchRemark)"))
      canvas.paragraph(head, indent: 2, hanging: 2)
      guard let change = remark.change else {
        canvas.paragraph(words.notAnswered, .warning, indent: 4)
        continue
      }
      canvas.paragraph("\(words.done): \(change)", indent: 4, hanging: 2)
      if let location = remark.location {
        canvas.paragraph("\(words.location): \(location)", indent: 4, hanging: 2)
      } else if remark.source == .resolution {
        canvas.paragraph(words.noLocation, .warning, indent: 4)
      }
    }
  }
}
