import Diagnostics
import Findings
import RuleModel
import Scoring

/// Writes a comparison as JSON, `comparison/1`, described by `Rules/schemas/comparison.schema.json`.
struct JSONComparison {
  /// The name and version of the format.
  static let format = "comparison/1"

  func text(of comparison: Comparison) -> String {
    var writer = JSONWriter()
    writer.object {
      $0.member("krong", Self.format)
      write(comparison, &$0)
    }
    return writer.text + "\n"
  }

  func write(_ comparison: Comparison, _ writer: inout JSONWriter) {
    writer.member("differences", comparison.differences) { $0.localized($1) }
    writer.member("submissions", comparison.entries) { writer, entry in
      writer.object { write(entry, &$0) }
    }
  }

  private func write(_ entry: Comparison.Entry, _ writer: inout JSONWriter) {
    writer.member("id", entry.id)
    writer.member("title", entry.title)
    for (key, side) in [("old", entry.old), ("new", entry.new)] {
      writer.key(key)
      if let side { writer.object { write(side, &$0) } } else { writer.null() }
    }
    writer.member("counts") { writer in
      for change in Comparison.Change.allCases {
        let key = change == .notComparable ? "not_comparable" : change.rawValue
        writer.member(key, entry.items(change).count)
      }
    }
    writer.member("findings", entry.items) { writer, item in
      writer.object { write(item, &$0) }
    }
    writer.member("remarks", entry.remarks) { writer, remark in
      writer.object { RemarkJSON.write(remark, &$0) }
    }
  }

  private func write(_ side: Comparison.Side, _ writer: inout JSONWriter) {
    writer.member("file", side.file)
    writer.member("round", side.round)
    writer.member("verdict", side.verdict.rawValue)
    writer.key("score")
    if let score = side.score { writer.number(score.description) } else { writer.null() }
  }

  private func write(_ item: Comparison.Item, _ writer: inout JSONWriter) {
    let finding = item.finding
    writer.member("change", item.change.rawValue)
    writer.member("rule", finding.rule)
    writer.member("title", item.title)
    writer.member("severity", finding.severity.rawValue)
    writer.member("message", finding.message)
    writer.member("place") { JSONReporter().write(finding.place, &$0) }
    writer.member("part", finding.part)
    writer.member("fingerprint", finding.fingerprint)
    writer.member("reason", item.reason)
  }
}

/// Writes a remark with what was done about it.
enum RemarkJSON {
  static func write(_ remark: RemarkAnswer, _ writer: inout JSONWriter) {
    writer.member("source", remark.source.rawValue)
    writer.member("id", remark.id)
    writer.member("from", remark.from)
    writer.member("text", remark.text)
    writer.member("change", remark.change)
    writer.member("where", remark.location)
    writer.member("status", remark.status)
    writer.member("answered", remark.isAnswered)
  }
}

extension Comparison {
  /// The formats of comparisons.
  public enum Format: String, Sendable, CaseIterable {
    /// Text for people.
    case text
    /// JSON for programs: `comparison/1`, described by `comparison.schema.json`.
    case json
  }

  /// The comparison in a format; it ends with a line feed.
  public func formatted(
    as format: Format,
    options: ReportOptions = ReportOptions()
  ) -> String {
    switch format {
    case .text: TextComparison(options: options).text(of: self)
    case .json: JSONComparison().text(of: self)
    }
  }
}
