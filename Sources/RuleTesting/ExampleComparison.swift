import Diagnostics
import DocumentArena
import Findings
import RuleModel

/// Compares what an example states with what the rule gave.
enum ExampleComparison {
  static func compare(
    _ example: StatedResult,
    with result: RuleResult
  ) -> [RuleTesting.Expectation] {
    var found = [
      RuleTesting.Expectation(
        name: "outcome",
        expected: example.outcome,
        found: result.outcome.rawValue
      )
    ]
    let told = result.findings.filter { !$0.isSofter }
    if let at = example.at {
      let places = told.filter { $0.outcome == .fail || $0.outcome == .waived }
      found.append(same("at", at, places.map(\.place.path.description)))
    }
    if let share = example.share {
      let counts = result.parts
      found.append(
        RuleTesting.Expectation(
          name: "share",
          expected: share,
          found: "\(counts.met)/\(counts.counted)"
        )
      )
    }
    if let missing = example.missing {
      var paths: [String] = []
      for finding in told where finding.outcome == .unknown {
        for path in finding.missing where !paths.contains(path.description) {
          paths.append(path.description)
        }
      }
      found.append(same("missing", missing, paths))
    }
    if let why = example.why {
      found.append(
        RuleTesting.Expectation(
          name: "why",
          expected: why,
          found: result.reason?.rawValue ?? "-"
        )
      )
    }
    if let also = example.also {
      let softer = result.findings.filter { $0.isSofter && $0.outcome == .fail }
      let texts = softer.map { "\($0.severity.rawValue) \($0.place.path.description)" }
      found.append(same("also", also, texts))
    }
    found += says(example, told)
    return found
  }

  /// Lists are compared without their order: findings follow the document, examples the rule.
  private static func same(
    _ name: String,
    _ expected: [String],
    _ found: [String]
  ) -> RuleTesting.Expectation {
    RuleTesting.Expectation(
      name: name,
      expected: expected.sorted().joined(separator: ", "),
      found: found.sorted().joined(separator: ", ")
    )
  }

  private static func says(
    _ example: StatedResult,
    _ told: [Finding]
  ) -> [RuleTesting.Expectation] {
    guard let says = example.says else { return [] }
    var found: [RuleTesting.Expectation] = []
    for language in Language.allCases where !says[language].isEmpty {
      let wanted = says[language]
      let messages = told.map { $0.message[language] }
      let holds = messages.contains { Self.contains($0, wanted) }
      found.append(
        RuleTesting.Expectation(
          name: "says",
          expected: wanted,
          found: holds ? wanted : messages.joined(separator: " / ")
        )
      )
    }
    return found
  }

  private static func contains(_ text: String, _ part: String) -> Bool {
    let text = Array(text.utf8)
    let part = Array(part.utf8)
    guard !part.isEmpty, part.count <= text.count else { return part.isEmpty }
    return (0...(text.count - part.count)).contains { start in
      text[start..<(start + part.count)].elementsEqual(part)
    }
  }
}
