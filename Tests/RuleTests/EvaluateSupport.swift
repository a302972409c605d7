import Catalogues
import Diagnostics
import DocumentArena
import DocumentReading
import Evaluation
import Findings
import PlanValues
import RuleCompiler
import RuleModel
import SourceText
import Submissions
import Testing

extension RuleSet {
  /// A submission of YAML, read with the keys of the set.
  func submission(_ text: String, name: String = "plan.yaml") throws -> Submission {
    let document = try YAMLReader.readOne(
      SourceFile(name: name, text: text),
      keys: compiling.keys
    )
    return SubmissionReader.read(
      document,
      kinds: context.kinds,
      catalogues: context.catalogues
    )
  }

  /// What one rule makes of a submission.
  func result(
    _ rule: String,
    on submission: String,
    with docket: [String] = [],
    settings: EvaluationSettings = .test
  ) throws -> RuleResult {
    let rules = compile(try self.rule(rule))
    for diagnostic in rules.diagnostics { Issue.record("\(diagnostic.line)") }
    let result = Evaluator(rules).evaluate(
      try self.submission(submission),
      docket: try docket.map { try self.submission($0) },
      settings: settings
    )
    return try #require(result.rules.first)
  }
}

extension EvaluationSettings {
  /// The day that tests use where none matters.
  static var test: EvaluationSettings { EvaluationSettings(asOf: day("2025-06-01")) }

  static func on(_ text: String) -> EvaluationSettings { EvaluationSettings(asOf: day(text)) }

  static func day(_ text: String) -> CalendarDate { CalendarDate(iso: text) ?? .min }
}

extension RuleResult {
  /// The result on one line: outcome, share, failing places, missing data, reason.
  var summary: String {
    var pieces = [outcome.rawValue, "\(parts.met)/\(parts.counted)"]
    let failed = findings.filter { $0.outcome == .fail && !$0.isSofter }
    if !failed.isEmpty {
      pieces.append("at " + failed.map(\.place.path.description).joined(separator: " "))
    }
    var missing: [String] = []
    for path in findings.flatMap(\.missing) where !missing.contains(path.description) {
      missing.append(path.description)
    }
    if !missing.isEmpty { pieces.append("missing " + missing.joined(separator: " ")) }
    if let reason { pieces.append("because " + reason.rawValue) }
    let softer = findings.filter(\.isSofter)
    if !softer.isEmpty {
      pieces.append(
        "also " + softer.map { "\($0.severity.rawValue) \($0.place.path)" }.joined(separator: " ")
      )
    }
    return pieces.joined(separator: "; ")
  }
}

/// A district's annual plan with more fields.
func annualPlan(_ fields: String) -> String {
  "id: ap-1\nkind: annual-action-plan\njob: 2\nstage: submitted\n" + fields
}
