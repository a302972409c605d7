package import RuleModel
import Submissions
internal import Synchronization

/// What compiling gave, for programs that compile the same rules again and again: an editor's server.
///
/// Knows a rule by its identity: a rule that was read anew is compiled anew. Good for one context; take a new
/// memory for another.
package final class CompileMemory: Sendable {
  private struct Key: Hashable {
    let rule: ObjectIdentifier
    let kind: String
  }

  private struct Entry: Sendable {
    // Keeps the rule alive, so that no other one gets its identity.
    let rule: Rule
    let result: RuleCompiler.Result
    var cost: RuleCost?
  }

  private let entries = Mutex<[Key: Entry]>([:])

  /// A memory of nothing.
  package init() {}

  func compile(
    _ rule: Rule,
    for kind: SubmissionKind,
    in context: RuleSetContext
  ) -> RuleCompiler.Result {
    let key = Key(rule: ObjectIdentifier(rule), kind: kind.id)
    if let known = entries.withLock({ $0[key] }) { return known.result }
    let result = RuleCompiler.compile(rule, for: kind, in: context)
    entries.withLock { $0[key] = Entry(rule: rule, result: result) }
    return result
  }

  func cost(of compiled: CompiledRule) -> RuleCost {
    let key = Key(rule: ObjectIdentifier(compiled.rule), kind: compiled.kind.id)
    if let known = entries.withLock({ $0[key]?.cost }) { return known }
    let cost = compiled.cost
    entries.withLock { $0[key]?.cost = cost }
    return cost
  }

  /// Forgets all rules but some.
  package func keepOnly(_ rules: [Rule]) {
    let kept = Set(rules.map { ObjectIdentifier($0) })
    entries.withLock { entries in
      entries = entries.filter { kept.contains($0.key.rule) }
    }
  }
}
