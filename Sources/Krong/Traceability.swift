public import Catalogues
public import Findings
import RuleModel

/// Which rules stand on which clause of the manual, and how far these rules are exercised.
public struct Traceability: Sendable {
  /// The clauses of the manual in their order.
  public let clauses: ManualClauses
  /// The ids of the rules that cite a clause, sorted, by citation.
  public let rules: [String: [String]]

  /// Takes the clauses and rules of a workspace; nil when it was loaded without its clauses.
  public init?(_ workspace: Workspace) {
    guard let clauses = workspace.clauses else { return nil }
    self.clauses = clauses
    var rules: [String: [String]] = [:]
    for rule in workspace.rules {
      for source in rule.sources { rules[source, default: []].append(rule.id) }
    }
    self.rules = rules
  }

  /// The clauses that no rule cites and that are not among those that no rule can check.
  public var uncovered: [String] {
    let unchecked = Set(clauses.unchecked.map(\.citation))
    return clauses.citations.filter { rules[$0] == nil && !unchecked.contains($0) }
  }

  /// The clauses that are said to be out of reach of rules, though a rule cites them.
  public var contradictory: [String] {
    clauses.unchecked.map(\.citation).filter { rules[$0] != nil }
  }

  /// The table as Markdown; the outcomes are those that each rule was seen to come to.
  ///
  /// - Parameters:
  ///   - examples: By the examples inside the rules.
  ///   - submissions: By whole submissions.
  /// - Returns: One table for each job, then the clauses that no rule can check.
  public func markdown(
    examples: [String: Set<Outcome>],
    submissions: [String: Set<Outcome>]
  ) -> String {
    var text = head
    var job = 0
    for citation in clauses.citations {
      guard let own = ClauseCitation(citation) else { continue }
      if own.job != job {
        job = own.job
        text += "\n## Job \(job)\n\n| clause | rules |\n|---|---|\n"
      }
      text += "| §\(own.clause) | \(cell(of: citation, examples, submissions)) |\n"
    }
    text += "\n## Clauses that no rule can check\n\n| clause | why |\n|---|---|\n"
    for (citation, reason) in clauses.unchecked {
      text += "| \(citation) | \(reason.en) · \(reason.th) |\n"
    }
    return text
  }

  private var head: String {
    let mapped = clauses.citations.filter { rules[$0] != nil }.count
    return """
      # Traceability

      Every clause of the manual, the rules that stand on it, and the outcomes that these were seen to come to.

      Generated from `Rules/` and `Examples/`; a test compares it. Of \(clauses.citations.count) clauses \(mapped) have at least one rule,
      \(clauses.unchecked.count) are out of reach of any rule; the reasons stand at the end.

      Outcomes: P pass, F fail, U unknown, N not applicable, W waived, E error. Those after `+` were seen on whole submissions
      of `Examples/`, the others on the examples inside the rules.

      """
  }

  private func cell(
    of citation: String,
    _ examples: [String: Set<Outcome>],
    _ submissions: [String: Set<Outcome>]
  ) -> String {
    guard let ids = rules[citation] else { return "none can check it" }
    return ids.map { id in
      let inside = Self.letters(examples[id] ?? [])
      let whole = Self.letters((submissions[id] ?? []).subtracting([.notApplicable]))
      return "\(id) \(inside)" + (whole.isEmpty ? "" : "+\(whole)")
    }
    .joined(separator: ", ")
  }

  private static func letters(_ outcomes: Set<Outcome>) -> String {
    let marks: [(Outcome, String)] = [
      (.pass, "P"), (.fail, "F"), (.unknown, "U"), (.notApplicable, "N"), (.waived, "W"),
      (.error, "E"),
    ]
    return marks.filter { outcomes.contains($0.0) }.map(\.1).joined()
  }
}
