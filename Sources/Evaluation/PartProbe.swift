import CEL
package import Diagnostics
package import Findings
package import RuleCompiler
import RuleModel
package import Submissions

/// Why a finding came about: what its part read, and the conditions with their values.
package struct FindingTrace: Sendable {
  /// A value that the part read before its condition.
  package struct Read: Sendable {
    /// The name or path as the rule writes it.
    package let name: String
    /// The value.
    package let value: LocalizedText
    /// Where it stands; nil for what was computed or written in the rule.
    package let origin: FindingPlace?
  }

  /// The finding as it comes out now.
  package let finding: Finding

  /// The elements and values, in the order in which they were read.
  package let reads: [Read]

  /// The conditions because of which the part was asked at all: `when`, `where`, `pending`.
  package let guards: [ExpressionTrace]

  /// The conditions that were decided.
  package let conditions: [ExpressionTrace]
}

/// Watches a run for one part and keeps what it read.
struct PartProbe {
  /// The part that is looked for.
  let wanted: PartResult

  /// How many parts of the same identity come before it.
  private(set) var ahead: Int

  private(set) var reads: [FindingTrace.Read] = []
  private(set) var guards: [ExpressionTrace] = []
  private(set) var conditions: [ExpressionTrace] = []

  /// The definitions that are told already, by slot.
  var told: Set<Int> = []

  init(_ wanted: PartResult, ahead: Int) {
    self.wanted = wanted
    self.ahead = ahead
  }

  /// Whether the wanted part was met.
  var isMet: Bool { ahead < 0 }

  /// Whether an item at its elements may be, or stand within, the one that made the part.
  func concerns(_ identity: [String], _ discriminators: [String]) -> Bool {
    discriminators.contains { $0.utf8.elementsEqual(wanted.discriminator.utf8) }
      && zip(identity, wanted.identity).allSatisfy { $0.utf8.elementsEqual($1.utf8) }
  }

  /// Whether a part that an item of the wanted discriminator makes itself is the wanted one.
  mutating func isWanted(_ key: String, _ identity: [String]) -> Bool {
    guard key.utf8.elementsEqual(wanted.key.utf8), identity == wanted.identity else { return false }
    ahead -= 1
    return ahead == -1
  }

  mutating func add(_ read: FindingTrace.Read) { reads.append(read) }
  mutating func add(guard condition: ExpressionTrace) { guards.append(condition) }
  mutating func add(_ condition: ExpressionTrace) { conditions.append(condition) }
}

extension Evaluator {
  /// Judges a submission by one rule again and tells how a finding came about; nil when no finding of
  /// the rule has the fingerprint.
  package static func trace(
    _ fingerprint: String,
    of rule: String,
    _ rules: CompiledRuleSet,
    on submission: Submission,
    docket: [Submission],
    settings: EvaluationSettings
  ) -> FindingTrace? {
    guard let compiled = rules.rule(rule, for: submission.kind.id) else { return nil }
    let scope = SubmissionScope(
      submission,
      docket: docket,
      settings: settings,
      context: rules.context
    )
    var first = RuleRun(compiled, scope: scope)
    var waivers = WaiverBook(settings.waivers, for: scope)
    let found = first.traced(RuleFacts(compiled.rule, settings.tailoring?[rule]), &waivers)
    guard let match = found.first(where: { $0.finding.fingerprint == fingerprint }) else {
      return nil
    }
    let same = found.prefix { $0.finding.fingerprint != fingerprint }.filter {
      $0.part.key == match.part.key && $0.part.discriminator == match.part.discriminator
        && $0.part.identity == match.part.identity
    }
    var second = RuleRun(compiled, scope: scope)
    second.probe = PartProbe(match.part, ahead: same.count)
    _ = second.parts()
    return FindingTrace(
      finding: match.finding,
      reads: second.probe?.reads ?? [],
      guards: second.probe?.guards ?? [],
      conditions: second.probe?.conditions ?? []
    )
  }
}
