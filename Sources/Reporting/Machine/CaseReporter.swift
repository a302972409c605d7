import Diagnostics
import Findings
import PlanValues
import RuleModel
import Scoring
import SourceText

/// Gives a report as cases that are met or not, one for each rule, for tools that show test results.
///
/// A rule that could not be checked, that people must judge, that is waived or not applicable counts
/// as skipped, with the reason: it is neither met nor failed.
struct CaseReporter {
  let language: Language

  /// JUnit's XML: a suite for each submission.
  func junit(of report: Report) -> String {
    var suites = report.submissions.map(suite)
    let problems = report.problems.filter { $0.severity == .error }
    if !problems.isEmpty {
      let cases = problems.map { problem in
        JUnitDocument.Case(
          name: "\(problem.code.text) \(problem.place.file)",
          group: "input",
          outcome: .error(
            type: problem.code.text,
            message: problem.message[language],
            text: problem.help?[language] ?? ""
          )
        )
      }
      suites.append(JUnitDocument.Suite(name: words.unread, cases: cases))
    }
    return JUnitDocument(suites: suites, day: report.receipt.asOf.formatted(.iso)).text
  }

  /// TAP: a point for each rule of each submission.
  func tap(of report: Report) -> String {
    var points = report.submissions.flatMap { submission in
      cases(of: submission).map { point($0, file: submission.result.header.file) }
    }
    for problem in report.problems where problem.severity == .error {
      points.append(
        TAPDocument.Point(
          isOK: false,
          description: "\(problem.place.file): \(problem.code.text)",
          notes: [("message", problem.message[language])]
        )
      )
    }
    return TAPDocument(points: points).text
  }

  private var words: ReportWords { ReportWords(language: language) }

  private func suite(_ submission: CheckedSubmission) -> JUnitDocument.Suite {
    var properties = [(name: "verdict", value: submission.scorecard.verdict.rawValue)]
    if let total = submission.scorecard.total {
      properties.append((name: "score", value: total.description))
    }
    return JUnitDocument.Suite(
      name: submission.result.header.file,
      properties: properties,
      cases: cases(of: submission)
    )
  }

  /// The form of the submission first, then the rules that are for its kind and job.
  private func cases(of submission: CheckedSubmission) -> [JUnitDocument.Case] {
    let structure = submission.result.structure
    let left = submission.result.structureLeftOut.reduce(0) { $0 + $1.count }
    var cases = [
      JUnitDocument.Case(
        name: words.structure,
        group: "structure",
        outcome: structure.isEmpty ? .passed : failed(structure, leftOut: left)
      )
    ]
    for result in submission.result.rules where result.reason != .kind && result.reason != .job {
      cases.append(
        JUnitDocument.Case(
          name: "\(result.rule.id) \(result.rule.title[language])",
          group: result.rule.family.rawValue,
          outcome: outcome(result)
        )
      )
    }
    return cases
  }

  private func outcome(_ result: RuleResult) -> JUnitDocument.Outcome {
    switch result.outcome {
    case .pass: .passed
    case .fail: failed(result.findings.filter { $0.outcome == .fail }, leftOut: result.leftOut)
    case .error: .error(type: "error", message: words.broken, text: text(result.findings))
    case .unknown: .skipped(message: first(result.findings, words.unknown))
    case .notChecked: .skipped(message: first(result.findings, words.judged))
    case .waived: .skipped(message: "\(words.waived): \(result.findings.first?.waiver ?? "")")
    case .notApplicable: .skipped(message: result.reason.map(words.reason) ?? words.notApplicable)
    case .notSelected: .skipped(message: words.notSelected)
    }
  }

  private func first(_ findings: [Finding], _ fallback: String) -> String {
    findings.first { $0.outcome != .pass }.map { $0.message[language] } ?? fallback
  }

  private func failed(_ findings: [Finding], leftOut: Int) -> JUnitDocument.Outcome {
    let worst = findings.map(\.severity).max() ?? .info
    return .failed(
      type: worst.rawValue,
      message: findings.first?.message[language] ?? "",
      text: text(findings) + (leftOut > 0 ? "\n" + words.leftOut(leftOut) : "")
    )
  }

  /// A line for each finding: place and sentence, then the remedy.
  private func text(_ findings: [Finding]) -> String {
    findings.map { finding in
      "\(PlaceText.of(finding.place, language)): \(finding.message[language])\n"
        + "  \(words.remedy): \(finding.remedy[language])"
    }
    .joined(separator: "\n")
  }

  private func point(_ entry: JUnitDocument.Case, file: String) -> TAPDocument.Point {
    var point = TAPDocument.Point(isOK: true, description: "\(file): \(entry.name)")
    switch entry.outcome {
    case .passed: break
    case .skipped(let message): point.skipped = message
    case .failed(let type, let message, let body), .error(let type, let message, let body):
      point.isOK = false
      point.notes = [("severity", type), ("message", message), ("findings", body)]
    }
    return point
  }
}
