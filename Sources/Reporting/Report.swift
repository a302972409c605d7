// Reporting turns results into what people and programs read: text for a terminal, JSON for programs.
// A reporter takes a finished report and gives text; it reads no file, no clock and no terminal, so
// the same report gives the same bytes everywhere. A new format is a case of ``ReportFormat``.

public import Diagnostics
public import Findings
public import Scoring

/// What a check came to, ready to be shown in any format and language.
public struct Report: Sendable {
  /// What was checked with what, so that the result can be proved and repeated.
  public let receipt: Receipt

  /// The submissions, in the order in which they were given.
  public let submissions: [CheckedSubmission]

  /// What is wrong with inputs that could not be read, and warnings about those that could.
  public let problems: [Diagnostic]

  /// What was supplied together, and how it refers to each other.
  public let docket: Docket

  /// What became of the findings of an earlier report; nil when none was given.
  public let comparison: Comparison?

  /// Puts a report together.
  public init(
    receipt: Receipt,
    submissions: [CheckedSubmission],
    problems: [Diagnostic] = [],
    docket: Docket = Docket(),
    comparison: Comparison? = nil
  ) {
    self.receipt = receipt
    self.submissions = submissions
    self.problems = problems
    self.docket = docket
    self.comparison = comparison
  }

  /// The report with what became of the findings of an earlier one, and with the remarks of the earlier
  /// resolution that only that one holds.
  public func compared(with baseline: Report) -> Report {
    Report(
      receipt: receipt,
      submissions: submissions.map { submission in
        var result = submission.result
        result.remarks = Comparison.remarks(of: submission, after: baseline)
        return CheckedSubmission(result: result, scorecard: submission.scorecard)
      },
      problems: problems,
      docket: docket,
      comparison: Comparison(old: baseline, new: self)
    )
  }
}

extension Report {
  /// The report with these of its submissions only.
  func keeping(_ submissions: [CheckedSubmission]) -> Report {
    Report(
      receipt: receipt,
      submissions: submissions,
      problems: problems,
      docket: docket,
      comparison: comparison
    )
  }
}

/// One submission with its result and its score.
public struct CheckedSubmission: Sendable {
  /// What became of it.
  public let result: SubmissionResult

  /// The score.
  public let scorecard: Scorecard

  /// Puts the two together; the score must be that of the result.
  public init(result: SubmissionResult, scorecard: Scorecard) {
    self.result = result
    self.scorecard = scorecard
  }

  /// All findings: those of the form first, then the rules' in the order of the results.
  public var findings: [Finding] {
    result.structure + result.rules.flatMap(\.findings)
  }

  /// How many findings of each code or rule were counted but not kept; none where all were.
  var leftOut: [SubmissionResult.LeftOut] {
    result.structureLeftOut
      + result.rules.filter { $0.leftOut > 0 }
      .map { SubmissionResult.LeftOut(code: $0.rule.id, count: $0.leftOut) }
  }

  /// The failures that count: those of rules that the profile leaves out of the verdict do not.
  public var countedFailures: [Finding] {
    let unscored = Set(scorecard.unscored)
    return failures.filter { !unscored.contains($0.rule) }
  }

  /// The findings that something is missing or wrong, waived and unknown ones left out.
  public var failures: [Finding] {
    findings.filter { $0.outcome == .fail }
  }
}
