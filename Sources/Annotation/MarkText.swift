// Annotation puts findings into the files that they are about: notes at cells, comments at paragraphs,
// comments at lines. It knows no rule and judges nothing; what is marked stands in the report.

import Diagnostics
import Findings
import Reporting
import PlanValues
import RuleModel
import Scoring

/// The findings of a file in the order in which they are told, with their words.
struct MarkText {
  let language: Language
  private let words: ReportWords

  init(_ language: Language) {
    self.language = language
    words = ReportWords(language: language)
  }

  /// How many findings a note tells; the others stand in the list.
  static let mostInNote = 8

  /// Whether a finding is marked at its place: what failed or could not be checked.
  ///
  /// What a person judges and what is waived stands in the list only.
  static func isMarked(_ finding: Finding) -> Bool {
    switch finding.outcome {
    case .fail, .unknown, .error: finding.place.position != nil
    default: false
    }
  }

  /// The findings of a submission: failures first, the gravest of them first, then by place.
  static func sorted(_ submission: CheckedSubmission) -> [Finding] {
    let listed = submission.findings.filter { rank($0) < 5 }
    return listed.enumerated().sorted { a, b in
      let (one, other) = (a.element, b.element)
      if rank(one) != rank(other) { return rank(one) < rank(other) }
      if one.severity != other.severity { return one.severity > other.severity }
      if let here = one.place.position, let there = other.place.position, here != there {
        return here < there
      }
      return a.offset < b.offset
    }
    .map(\.element)
  }

  private static func rank(_ finding: Finding) -> Int {
    switch finding.outcome {
    case .fail: 0
    case .error: 1
    case .unknown: 2
    case .notChecked: 3
    case .waived: 4
    default: 5
    }
  }

  /// What a finding is: its severity, or why it is none.
  func state(_ finding: Finding) -> String {
    switch finding.outcome {
    case .unknown: words.unknown
    case .error: words.broken
    case .notChecked: words.judged
    case .waived: words.waived
    default: words.severity(finding.severity)
    }
  }

  /// The clauses of a finding as people cite them; "" without any.
  func source(_ finding: Finding) -> String { ClauseText.of(finding.clauses, language) }

  /// One finding as the lines of a note.
  func note(_ finding: Finding) -> String {
    var lines = ["\(state(finding)) · \(finding.rule)", finding.message[language]]
    let remedy = finding.remedy[language]
    if !remedy.isEmpty { lines.append("\(words.remedy): \(remedy)") }
    let source = source(finding)
    if !source.isEmpty { lines.append("\(words.source): \(source)") }
    return lines.joined(separator: "\n")
  }

  /// Several findings of one place as one note.
  func note(_ findings: [Finding]) -> String {
    // Parts of one rule may have one sentence.
    var all: [String] = []
    for text in findings.map(note) where !all.contains(text) { all.append(text) }
    var texts = Array(all.prefix(Self.mostInNote))
    let rest = all.count - texts.count
    if rest > 0 {
      texts.append(
        language == .th
          ? "และอีก \(rest) ข้อ ดูในรายการข้อตรวจพบ" : "and \(rest) more, in the list of findings"
      )
    }
    return texts.joined(separator: "\n\n")
  }

  /// The verdict with its reason.
  func verdict(_ submission: CheckedSubmission) -> String {
    let card = submission.scorecard
    let unjudged = submission.result.rules.count {
      $0.outcome == .unknown || $0.outcome == .error || $0.outcome == .notChecked
    }
    let reason = words.verdictReason(card, unjudged: unjudged).map { " — \($0)" } ?? ""
    return "\(words.verdictLabel): \(words.verdict(card.verdict))\(reason)"
  }

  /// That nothing here is a decision.
  var caveat: String { words.caveat }

  /// What was checked when, for the heads of marked files.
  func head(_ report: Report) -> String {
    let day = report.receipt.asOf.formatted(.iso)
    let engine = report.receipt.engineVersion
    return language == .th
      ? "ตรวจด้วยกรอง \(engine) ตามเกณฑ์ ณ วันที่ \(day)" : "checked by Krong \(engine) as of \(day)"
  }

  /// The title of a submission.
  func title(_ submission: CheckedSubmission) -> String {
    submission.result.header.title ?? words.noTitle
  }
}
