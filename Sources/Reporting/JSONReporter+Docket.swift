import Diagnostics
import Findings
import RuleModel
import Scoring

// The docket in JSON: the table of its submissions, references, what was not judged.
extension JSONReporter {
  func write(_ report: Report, _ docket: Docket, _ writer: inout JSONWriter) {
    writer.member("summary", report.submissions) { writeRow($1, &$0) }
    writer.member("companions", docket.companions) { writer, companion in
      writer.object {
        write(companion.submission, &$0)
        $0.member("role", companion.role.rawValue)
      }
    }
    writer.member("references", docket.references) { write($1, &$0) }
    writer.member("duplicates", docket.duplicates) { writer, duplicate in
      writer.object {
        $0.member("id", duplicate.id)
        $0.member("round", duplicate.round)
        $0.member("files", duplicate.files)
      }
    }
    writer.member("stray_waivers", docket.strayWaivers) { $0.localized($1) }
  }

  private func writeRow(_ submission: CheckedSubmission, _ writer: inout JSONWriter) {
    let header = submission.result.header
    writer.object {
      $0.member("file", header.file)
      $0.member("id", header.id)
      $0.member("round", header.round)
      $0.member("kind", header.kind)
      member("score", submission.scorecard.total, &$0)
      $0.member("verdict", submission.scorecard.verdict.rawValue)
      $0.member("errors", submission.failures.count { $0.severity == .error })
    }
  }

  private func write(_ name: Docket.Name, _ writer: inout JSONWriter) {
    writer.member("file", name.file)
    writer.member("id", name.id)
    writer.member("round", name.round)
    writer.member("kind", name.kind)
    writer.member("title", name.title)
  }

  private func write(_ reference: Docket.Reference, _ writer: inout JSONWriter) {
    writer.object {
      $0.member("file", reference.file)
      $0.member("id", reference.id)
      $0.member("place") { write(reference.place, &$0) }
      $0.member("written", reference.written)
      $0.member("state", reference.state.rawValue)
      $0.key("target")
      if let target = reference.target { $0.object { write(target, &$0) } } else { $0.null() }
      $0.member("suggestion", reference.suggestion)
    }
  }
}
