import Diagnostics
import DocumentArena
import Findings
import RuleModel
import SourceText

/// Gives a report as a SARIF log, for code hosts and editors that show results at their lines.
///
/// A finding is a result of kind `fail`; data that is missing gives `open`, a question for people
/// `review`, a rule that is met `pass`. Rules for other kinds and jobs are left out: to this
/// submission they do not exist. A rule in error is no result but a notification of the run.
struct SARIFReporter {
  let language: Language

  func text(of report: Report) -> String {
    var lines = MachineLines(report)
    var log = SARIFLog(
      language: language,
      version: report.receipt.engineVersion,
      rules: rules(of: report),
      results: [],
      artifacts: report.receipt.inputs.map {
        SARIFLog.Artifact(file: $0.name, sha256: $0.sha256)
      }
    )
    for submission in report.submissions {
      let file = submission.result.header.file
      for finding in submission.result.structure {
        log.results.append(result(finding, &lines))
      }
      for rule in submission.result.rules {
        add(rule, file: file, to: &log, &lines)
      }
      log.notifications += submission.leftOut.map { notification($0, file: file) }
    }
    log.notifications += report.problems.map { notification($0, &lines) }
    return log.text
  }

  private func add(
    _ rule: RuleResult,
    file: String,
    to log: inout SARIFLog,
    _ lines: inout MachineLines
  ) {
    for finding in rule.findings {
      if finding.outcome == .error {
        log.notifications.append(
          SARIFLog.Notification(
            id: finding.rule,
            level: .error,
            message: finding.message[language],
            location: location(finding.place, &lines)
          )
        )
      } else {
        log.results.append(result(finding, &lines))
      }
    }
    guard let kind = kindWithoutFindings(rule) else { return }
    log.results.append(
      SARIFLog.Result(
        rule: rule.rule.id,
        kind: kind,
        level: .note,
        message: messageWithoutFindings(rule),
        locations: [SARIFLog.Location(file: file)]
      )
    )
  }

  private func kindWithoutFindings(_ rule: RuleResult) -> SARIFLog.Kind? {
    switch rule.outcome {
    case .pass: .pass
    case .notApplicable where rule.reason != .kind && rule.reason != .job: .notApplicable
    default: nil
    }
  }

  private func messageWithoutFindings(_ rule: RuleResult) -> String {
    let words = ReportWords(language: language)
    let reason = rule.reason.map(words.reason) ?? words.passed
    return "\(rule.rule.title[language]): \(reason)"
  }

  private func result(_ finding: Finding, _ lines: inout MachineLines) -> SARIFLog.Result {
    SARIFLog.Result(
      rule: finding.rule,
      kind: kind(finding.outcome),
      level: Self.level(finding.severity),
      message: finding.message[language],
      locations: [location(finding.place, &lines)],
      related: finding.related.map {
        SARIFLog.Related(text: $0.text[language], location: location($0.place, &lines))
      },
      fingerprint: finding.fingerprint,
      justification: finding.waiver,
      remedy: finding.remedy[language]
    )
  }

  /// A waived failure stays a failure: the suppression says that it is set aside.
  private func kind(_ outcome: Outcome) -> SARIFLog.Kind {
    switch outcome {
    case .fail, .waived: .fail
    case .notChecked: .review
    default: .open
    }
  }

  static func level(_ severity: Severity) -> SARIFLog.Level {
    switch severity {
    case .error: .error
    case .warning: .warning
    case .info: .note
    }
  }

  private func location(
    _ place: FindingPlace,
    _ lines: inout MachineLines
  ) -> SARIFLog.Location {
    SARIFLog.Location(
      file: place.file,
      region: lines.region(place.file, place.linePosition, length: place.length),
      path: place.path.description,
      label: [PlaceText.inside(place, language), place.label[language]].compactMap { $0 }
        .joined(separator: " ")
    )
  }

  private func notification(
    _ left: SubmissionResult.LeftOut,
    file: String
  ) -> SARIFLog.Notification {
    SARIFLog.Notification(
      id: left.code,
      level: .warning,
      message: ReportWords(language: language).leftOut(left.count),
      location: SARIFLog.Location(file: file)
    )
  }

  private func notification(
    _ problem: Diagnostic,
    _ lines: inout MachineLines
  ) -> SARIFLog.Notification {
    let place = problem.place
    return SARIFLog.Notification(
      id: problem.code.text,
      level: SARIFLog.Level(problem.severity),
      message: problem.message[language],
      location: SARIFLog.Location(
        file: place.file,
        region: lines.region(place.file, place.position, length: place.length)
      )
    )
  }
}

// MARK: - Rules

extension SARIFReporter {
  /// The rules that results name: in the order of their ids, then the structure findings.
  private func rules(of report: Report) -> [SARIFLog.Rule] {
    var rules: [SARIFLog.Rule] = []
    var known: Set<String> = []
    let results = report.submissions.flatMap(\.result.rules)
    for result in results where result.reason != .kind && result.reason != .job {
      guard known.insert(result.rule.id).inserted else { continue }
      rules.append(rule(result))
    }
    let structure = report.submissions.flatMap(\.result.structure)
    for finding in structure where known.insert(finding.rule).inserted {
      rules.append(structureRule(finding))
    }
    return rules.sorted { $0.id.utf8.lexicographicallyPrecedes($1.id.utf8) }
  }

  private func rule(_ result: RuleResult) -> SARIFLog.Rule {
    let facts = result.rule
    let words = ReportWords(language: language)
    let source = "\(words.source): \(ClauseText.of(facts.clauses, language))"
    let remedy = result.findings.first.map { "\(words.remedy): \($0.remedy[language])" }
    return SARIFLog.Rule(
      id: facts.id,
      title: facts.title[language],
      help: [remedy, source, "krong explain \(facts.id)"].compactMap { $0 }.joined(separator: "\n"),
      level: Self.level(facts.severity),
      tags: [facts.family.rawValue, facts.basis.rawValue],
      clauses: facts.clauses,
      weight: facts.weight
    )
  }

  private func structureRule(_ finding: Finding) -> SARIFLog.Rule {
    let words = ReportWords(language: language)
    return SARIFLog.Rule(
      id: finding.rule,
      title: "\(words.structure) \(finding.rule)",
      help: "\(words.remedy): \(finding.remedy[language])\nkrong explain \(finding.rule)",
      level: Self.level(finding.severity),
      tags: ["structure"]
    )
  }
}
