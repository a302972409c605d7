import Diagnostics
import Findings
import RuleModel
import Scoring
import SourceText

extension TextReporter {
  /// Writes the score by family and in total, then what is worth mending first.
  func writeScore(_ submission: CheckedSubmission, _ canvas: inout TextCanvas) {
    let card = submission.scorecard
    guard let total = card.total else { return }
    if let score = card.score(options.model) {
      writeScore(score, card, &canvas)
    } else {
      writeHouseScore(card, total, &canvas)
    }
    if !card.unscored.isEmpty {
      labelled(words.unscored, card.unscored.joined(separator: " "), &canvas)
    }
    writeFixes(submission, &canvas)
  }

  private func writeHouseScore(
    _ card: Scorecard,
    _ total: Scorecard.Score,
    _ canvas: inout TextCanvas
  ) {
    section(words.score, &canvas)
    let families = card.families.filter { $0.score != nil }
    let names = families.map { words.family($0.family) }
    let width = (names + [words.score]).map { DisplayWidth.columns(of: $0) }.max() ?? 0
    for (name, family) in zip(names, families) {
      guard let score = family.score else { continue }
      let met = words.met(family.met, of: family.rules)
      canvas.line(
        [TextRun("\(Self.padded(name, width))  \(Self.aligned(score))  "), TextRun(met, .faint)],
        indent: 2
      )
    }
    canvas.line(
      [
        TextRun("\(Self.padded(words.score, width))  \(Self.aligned(total))", .strong),
        TextRun("  \(words.outOf)"),
      ],
      indent: 2
    )
  }

  /// A score of XCCDF with its greatest, and what it is in percent.
  private func writeScore(_ score: ModelScore, _ card: Scorecard, _ canvas: inout TextCanvas) {
    section(words.score(of: score.model), &canvas)
    canvas.line(
      [
        TextRun("\(words.score)  \(score.score.rounded)", .strong),
        TextRun("  \(words.outOf(score.maximum)) (\(words.percent(score.percent)))"),
      ],
      indent: 2
    )
    canvas.paragraph(words.noPartialCredit, .faint, indent: 2)
  }

  /// What mending each rule gives under the score that is shown, as it is printed.
  private func gains(_ card: Scorecard) -> [(rule: String, size: Int, text: String)] {
    if let score = card.score(options.model) {
      return score.gains.map { ($0.rule, $0.points.millionths, "+\($0.points.rounded)") }
    }
    return card.contributions.map { ($0.rule, $0.gain.hundredths, "+\($0.gain)") }
  }

  private func writeFixes(_ submission: CheckedSubmission, _ canvas: inout TextCanvas) {
    // Nobody who wrote the submission can mend a fault of a rule.
    let broken = Set(submission.result.rules.filter { $0.outcome == .error }.map(\.rule.id))
    let gains = gains(submission.scorecard).filter { $0.size > 0 && !broken.contains($0.rule) }
    guard !gains.isEmpty else { return }
    let sorted = gains.enumerated().sorted { a, b in
      let (left, right) = (a.element.size, b.element.size)
      return left == right ? a.offset < b.offset : left > right
    }
    let titles = Dictionary(
      submission.result.rules.map { ($0.rule.id, $0.rule.title) },
      uniquingKeysWith: { first, _ in first }
    )
    section(words.bestFixes, &canvas)
    let count = options.detail == .full ? sorted.count : Self.shownFixes
    for (_, fix) in sorted.prefix(count) {
      let title = titles[fix.rule].map { "  \($0[options.language])" } ?? ""
      canvas.paragraph(
        [
          TextRun(Self.aligned(fix.text) + "  ", .good), TextRun(fix.rule, .strong),
          TextRun(title),
        ],
        indent: 2,
        hanging: 9
      )
    }
  }

  /// Writes the verdict with its reason.
  func writeVerdict(_ submission: CheckedSubmission, _ canvas: inout TextCanvas) {
    let card = submission.scorecard
    let unjudged = submission.result.rules.count {
      $0.outcome == .unknown || $0.outcome == .error || $0.outcome == .notChecked
    }
    canvas.blank()
    var runs = [
      TextRun("\(words.verdictLabel): ", .strong),
      TextRun(words.verdict(card.verdict), Self.style(of: card.verdict)),
    ]
    if let reason = words.verdictReason(card, unjudged: unjudged) {
      runs.append(TextRun(" — \(reason)"))
    }
    canvas.paragraph(runs, hanging: 2)
    guard card.verdict == .nothingChecked else { return }
    let header = submission.result.header
    if header.kind == nil { canvas.paragraph(words.blankField("kind"), indent: 2) }
    if header.job == nil { canvas.paragraph(words.blankField("job"), indent: 2) }
  }

  private static func padded(_ text: String, _ width: Int) -> String {
    text + String(repeating: " ", count: max(width - DisplayWidth.columns(of: text), 0))
  }

  private static func aligned(_ score: Scorecard.Score) -> String {
    aligned(score.description)
  }

  private static func aligned(_ figures: String) -> String {
    String(repeating: " ", count: max(7 - figures.utf8.count, 0)) + figures
  }
}
