package import Diagnostics
import Findings
package import OpenXML
package import Reporting
import RuleModel
import SourceText
import WordDocuments

/// Marks a Word document with the findings of its submission.
package enum DocumentAnnotation {
  /// The document with comments at paragraphs and cells; the first paragraph has one with the verdict
  /// and with what has no place of its own.
  package static func marked(
    _ archive: PackageArchive,
    _ report: Report,
    language: Language
  ) throws(PackageProblem) -> AnnotatedFile {
    let text = MarkText(language)
    let findings = report.submissions.flatMap(MarkText.sorted)
    var order: [WordPlace] = []
    var groups: [WordPlace: [Finding]] = [:]
    var others: [Finding] = []
    for finding in findings {
      guard MarkText.isMarked(finding), let place = place(finding) else {
        others.append(finding)
        continue
      }
      if groups[place] == nil { order.append(place) }
      groups[place, default: []].append(finding)
    }
    var comments = [
      WordComment(place: .paragraph(1), text: summary(report, others, text))
    ]
    comments += order.map { WordComment(place: $0, text: text.note(groups[$0] ?? [])) }
    var marker = try DocumentMarker(archive)
    return AnnotatedFile(
      bytes: try marker.marked(comments),
      places: order.count,
      findings: findings.count
    )
  }

  private static func summary(
    _ report: Report,
    _ others: [Finding],
    _ text: MarkText
  ) -> String {
    var lines = report.submissions.map(text.verdict) + [text.head(report), text.caveat]
    for finding in others { lines.append("\n" + text.note(finding)) }
    return lines.joined(separator: "\n")
  }

  private static func place(_ finding: Finding) -> WordPlace? {
    guard let position = finding.place.position else { return nil }
    return switch finding.place.scheme.spot(position) {
    case .paragraph(let number): .paragraph(number)
    case .tableCell(let table, let row, let column): .cell(table: table, row: row, column: column)
    case .cell, .line: nil
    }
  }
}
