import Diagnostics
import SourceText
import PlanValues
import DocumentArena
import Findings
import RuleModel
import Scoring

/// Writes a report as JSON, `report/1`: everything that the text has, in both languages.
///
/// The published schema is `Rules/schemas/report.schema.json`. Members are always there, null when
/// there is nothing to say, so that readers need not ask whether a key exists.
struct JSONReporter {
  /// The name and version of the format; the number rises when a reader would have to change.
  static let format = "report/1"

  /// The widest excerpt of a line, in columns.
  private static let excerptColumns = 160

  func text(of report: Report) -> String {
    var writer = JSONWriter()
    writer.object {
      $0.member("krong", Self.format)
      $0.member("receipt") { write(report.receipt, &$0) }
      $0.member("submissions", report.submissions) { write($1, &$0) }
      $0.member("problems", report.problems) { $0.diagnostic($1) }
      $0.member("docket") { write(report, report.docket, &$0) }
      $0.key("comparison")
      if let comparison = report.comparison {
        $0.object { JSONComparison().write(comparison, &$0) }
      } else {
        $0.null()
      }
    }
    return writer.text + "\n"
  }

  private func write(_ submission: CheckedSubmission, _ writer: inout JSONWriter) {
    var lines = SourceLines(submission.result.header)
    writer.object {
      write(submission.result.header, &$0)
      write(submission.scorecard, &$0)
      $0.member("structure", submission.result.structure) { write($1, &lines, &$0) }
      $0.member("structure_left_out", submission.result.structureLeftOut) { writer, left in
        writer.object {
          $0.member("code", left.code)
          $0.member("count", left.count)
        }
      }
      $0.member("rules", submission.result.rules) { write($1, &lines, &$0) }
      $0.member("idle_waivers", submission.result.idleWaivers) { $0.localized($1) }
      $0.member("previous_id", submission.result.header.previousID)
      $0.member("remarks", submission.result.remarks) { writer, remark in
        writer.object { RemarkJSON.write(remark, &$0) }
      }
      $0.key("alignment")
      if let table = submission.result.alignment {
        $0.object { write(table, &lines, &$0) }
      } else {
        $0.null()
      }
      $0.key("record")
      if let record = submission.result.record {
        $0.object { write(record, &$0) }
      } else {
        $0.null()
      }
    }
  }

  private func write(_ header: SubmissionHeader, _ writer: inout JSONWriter) {
    writer.member("file", header.file)
    writer.member("id", header.id)
    writer.member("title", header.title)
    writer.member("kind", header.kind)
    writer.member("kind_title", header.kindTitle)
    writer.member("job", header.job)
    writer.member("stage", header.stage)
    writer.member("stage_title", header.stageTitle)
    writer.member("round", header.round)
    writer.member("fiscal_year", header.fiscalYear)
    writer.member("submitter", header.submitter)
  }
}

// MARK: - Scores

extension JSONReporter {
  private func write(_ card: Scorecard, _ writer: inout JSONWriter) {
    writer.member("verdict", card.verdict.rawValue)
    writer.member("blockers", card.blockers)
    writer.member("score") {
      member("total", card.total, &$0)
      $0.member("families", card.families) { writer, family in
        writer.object {
          $0.member("family", family.family.rawValue)
          member("score", family.score, &$0)
          $0.member("weight", family.weight)
          $0.member("rules", family.rules)
          $0.member("met", family.met)
        }
      }
      $0.member("contributions", card.contributions) { writer, part in
        writer.object {
          $0.member("rule", part.rule)
          $0.member("weight", part.weight)
          $0.member("met", part.met)
          $0.member("counted", part.counted)
          member("gain", part.gain, &$0)
        }
      }
      $0.member("unscored", card.unscored)
      $0.member("models", card.models) { write($1, &$0) }
    }
  }

  private func write(_ score: ModelScore, _ writer: inout JSONWriter) {
    writer.object {
      $0.member("model", score.model.rawValue)
      $0.member("system", score.model.system)
      member("score", score.score, &$0)
      member("maximum", score.maximum, &$0)
      $0.member("gains", score.gains) { writer, gain in
        writer.object {
          $0.member("rule", gain.rule)
          member("points", gain.points, &$0)
        }
      }
    }
  }

  private func member(_ key: String, _ points: Points, _ writer: inout JSONWriter) {
    writer.key(key)
    writer.number(points.description)
  }

  func member(_ key: String, _ score: Scorecard.Score?, _ writer: inout JSONWriter) {
    writer.key(key)
    if let score { writer.number(score.description) } else { writer.null() }
  }
}

// MARK: - Rules and findings

extension JSONReporter {
  private func write(
    _ result: RuleResult,
    _ lines: inout SourceLines,
    _ writer: inout JSONWriter
  ) {
    writer.object {
      $0.member("id", result.rule.id)
      $0.member("title", result.rule.title)
      $0.member("family", result.rule.family.rawValue)
      $0.member("severity", result.rule.severity.rawValue)
      $0.member("weight", result.rule.weight)
      $0.member("basis", result.rule.basis.rawValue)
      $0.member("clauses", result.rule.clauses)
      $0.member("waivable", result.rule.isWaivable)
      $0.member("outcome", result.outcome.rawValue)
      $0.member("scored", result.isScored)
      $0.member("reason", result.reason?.rawValue)
      $0.member("reason_detail", result.reasonDetail)
      $0.member("parts") { write(result.parts, &$0) }
      $0.member("findings", result.findings) { write($1, &lines, &$0) }
      $0.member("findings_left_out", result.leftOut)
      $0.member("not_applicable_parts", result.notApplicableParts) { writer, part in
        writer.object {
          $0.member("reason", part.reason.rawValue)
          $0.member("detail", part.detail)
        }
      }
    }
  }

  private func write(_ parts: PartCounts, _ writer: inout JSONWriter) {
    writer.member("pass", parts.pass)
    writer.member("fail", parts.fail)
    writer.member("unknown", parts.unknown)
    writer.member("error", parts.error)
    writer.member("not_checked", parts.notChecked)
    writer.member("not_applicable", parts.notApplicable)
    writer.member("waived", parts.waived)
  }

  private func write(_ finding: Finding, _ lines: inout SourceLines, _ writer: inout JSONWriter) {
    writer.object {
      $0.member("rule", finding.rule)
      $0.member("outcome", finding.outcome.rawValue)
      $0.member("severity", finding.severity.rawValue)
      $0.member("softer", finding.isSofter)
      $0.member("message", finding.message)
      $0.member("remedy", finding.remedy)
      $0.member("clauses", finding.clauses)
      $0.member("place") { write(finding.place, &lines, &$0) }
      $0.member("related", finding.related) { writer, related in
        writer.object {
          $0.member("text", related.text)
          $0.member("place") { write(related.place, &lines, &$0) }
        }
      }
      $0.member("missing", finding.missing.map(\.description))
      $0.member("part", finding.part)
      $0.member("element", finding.element)
      $0.member("fingerprint", finding.fingerprint)
      $0.member("values", finding.values) { writer, value in
        writer.object {
          $0.member("name", value.name)
          $0.member("value", value.value)
        }
      }
      $0.member("waiver", finding.waiver)
      $0.key("approval")
      write(finding.approval, &$0)
    }
  }

  private func write(_ approval: Finding.Approval?, _ writer: inout JSONWriter) {
    guard let approval else { return writer.null() }
    writer.object {
      $0.member("approver", approval.approver)
      $0.member("from", approval.from.formatted(.iso))
      $0.member("until", approval.until.formatted(.iso))
    }
  }

  func write(
    _ place: FindingPlace,
    _ lines: inout SourceLines,
    _ writer: inout JSONWriter
  ) {
    write(place, &writer)
    let excerpt = lines.excerpt(place, columns: Self.excerptColumns)
    writer.member("excerpt", excerpt?.text)
    writer.member("carets", excerpt?.carets)
  }

  func write(_ place: FindingPlace, _ writer: inout JSONWriter) {
    writer.member("file", place.file)
    writer.member("path", place.path.description)
    writer.member("line", place.linePosition.map { Int($0.line) })
    writer.member("column", place.linePosition.map { Int($0.column) })
    writer.member("length", Int(place.length))
    writer.key("spot")
    write(place.position.map { place.scheme.spot($0) }, &writer)
    writer.member("absent", place.isAbsent)
    writer.member("label", place.label)
  }
}

// MARK: - Places of files without lines

extension JSONReporter {
  private func write(_ spot: PlaceScheme.Spot?, _ writer: inout JSONWriter) {
    switch spot {
    case nil, .line: writer.null()
    case .cell(let sheet, let name):
      writer.object {
        $0.member("sheet", sheet)
        $0.member("cell", name)
      }
    case .paragraph(let number): writer.object { $0.member("paragraph", number) }
    case .tableCell(let table, let row, let column):
      writer.object {
        $0.member("table", table)
        $0.member("row", row)
        $0.member("column", column)
      }
    }
  }
}
