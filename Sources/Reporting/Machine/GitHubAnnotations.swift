import Diagnostics
import Findings
import RuleModel
import SourceText

/// Lines that GitHub Actions turns into annotations of a change: `::error file=…,line=…::…`.
///
/// The form is that of the workflow commands `error`, `warning` and `notice`; what they may not hold
/// is escaped as their documentation says.
struct GitHubAnnotations {
  private(set) var text = ""

  /// Adds one annotation.
  mutating func add(
    _ level: SARIFLog.Level,
    file: String,
    region: MachineRegion?,
    title: String,
    message: String
  ) {
    let name = level == .note ? "notice" : level.rawValue
    var properties = "file=\(Self.property(file))"
    if let region {
      properties += ",line=\(region.line),endLine=\(region.line)"
      properties += ",col=\(region.column),endColumn=\(max(region.column, region.endColumn - 1))"
    }
    text += "::\(name) \(properties),title=\(Self.property(title))::\(Self.data(message))\n"
  }

  /// Escapes a message; line ends stay, as the escapes that they have there.
  private static func data(_ text: String) -> String {
    text.split(separator: "\n", omittingEmptySubsequences: false)
      .map { escaped(VisibleText.of(String($0)), [("%", "%25")]) }
      .joined(separator: "%0A")
  }

  private static func property(_ text: String) -> String {
    escaped(VisibleText.of(text), [("%", "%25"), (":", "%3A"), (",", "%2C")])
  }

  private static func escaped(_ text: String, _ signs: [(Unicode.Scalar, String)]) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      if let sign = signs.first(where: { $0.0 == scalar }) {
        result += sign.1
      } else {
        result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}

/// Gives a report as annotations; waived findings and rules that are met have none.
struct GitHubReporter {
  let language: Language

  func text(of report: Report) -> String {
    var lines = MachineLines(report)
    var annotations = GitHubAnnotations()
    for problem in report.problems {
      annotations.add(problem, language: language, &lines)
    }
    for submission in report.submissions {
      for finding in submission.findings where finding.outcome != .waived {
        add(finding, to: &annotations, &lines)
      }
      for left in submission.leftOut {
        annotations.add(
          .note,
          file: submission.result.header.file,
          region: nil,
          title: left.code,
          message: ReportWords(language: language).leftOut(left.count)
        )
      }
    }
    return annotations.text
  }

  private func add(
    _ finding: Finding,
    to annotations: inout GitHubAnnotations,
    _ lines: inout MachineLines
  ) {
    let words = ReportWords(language: language)
    var message = finding.message[language]
    message += "\n\(words.remedy): \(finding.remedy[language])"
    if !finding.clauses.isEmpty {
      message += "\n\(words.source): \(ClauseText.of(finding.clauses, language))"
    }
    annotations.add(
      level(finding),
      file: finding.place.file,
      region: lines.region(
        finding.place.file,
        finding.place.linePosition,
        length: finding.place.length
      ),
      title: [
        finding.rule, PlaceText.inside(finding.place, language), finding.place.label[language],
      ].compactMap { $0 }.joined(separator: " "),
      message: message
    )
  }

  /// What could not be checked is told at the lowest level: nothing is known to be wrong.
  private func level(_ finding: Finding) -> SARIFLog.Level {
    switch finding.outcome {
    case .fail: SARIFReporter.level(finding.severity)
    case .error: .error
    default: .note
    }
  }
}

extension GitHubAnnotations {
  /// Adds a diagnostic.
  mutating func add(
    _ diagnostic: Diagnostic,
    language: Language,
    _ lines: inout MachineLines
  ) {
    let place = diagnostic.place
    var message = diagnostic.message[language]
    if let help = diagnostic.help { message += "\n\(help[language])" }
    add(
      SARIFLog.Level(diagnostic.severity),
      file: place.file,
      region: lines.region(place.file, place.position, length: place.length),
      title: diagnostic.code.text,
      message: message
    )
  }
}
