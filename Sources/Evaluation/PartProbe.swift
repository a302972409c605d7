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
  private(set) var conditions: [ExpressionTrace] = []

  init(_ wanted: PartResult, ahead: Int) {
    self.wanted = wanted
    self.ahead = ahead
  }

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
      conditions: second.probe?.conditions ?? []
    )
  }
}

extension RuleRun {
  /// Keeps what a part read, when it is the one that is looked for.
  mutating func observe(_ family: PartFamily, _ item: CompiledItem, _ key: String) {
    guard var probe else { return }
    let identity = frames.map { self.identity(of: $0) }
    guard probe.concerns(identity, discriminators) else { return }
    let isOwn = item.discriminator.utf8.elementsEqual(probe.wanted.discriminator.utf8)
    defer { self.probe = probe }
    if isOwn, !probe.isWanted(key, identity) { return }
    if probe.reads.isEmpty {
      for frame in frames {
        guard let origin = place(of: frame.value) else { continue }
        let name = frame.shape?.record?.name ?? ""
        probe.add(.init(name: name, value: origin.label, origin: origin))
      }
    }
    let operands = family.operands + (family.asked.map { [$0] } ?? [])
    let written = operands.compactMap { $0.formula?.text } + [family.condition.text ?? ""]
    for definition in compiled.definitions {
      let name = compiled.slots.names[definition.slot]
      guard written.contains(where: { $0.contains(name) }) else { continue }
      probe.add(ExpressionTracer.trace(definition.formula, in: self))
    }
    for operand in operands {
      guard let value = activation[operand.slot] else { continue }
      if value.origin == nil, let formula = operand.formula {
        probe.add(ExpressionTracer.trace(formula, in: self))
      }
      probe.add(read(operand, value))
    }
    probe.add(ExpressionTracer.trace(family.condition, in: self))
  }

  private func read(_ operand: Operand, _ value: Value) -> FindingTrace.Read {
    let written = operand.formula?.text ?? operand.name
    let name = written == operand.name ? written : "\(operand.name) = \(written)"
    func text(_ language: Language) -> String {
      MessageText.text(value, operand.shape, name: operand.name, language, in: scope)
    }
    let shown = unreadable(value) ?? LocalizedText(th: text(.th), en: text(.en))
    return FindingTrace.Read(name: name, value: shown, origin: place(of: value))
  }

  private func place(of value: Value) -> FindingPlace? {
    value.origin.map { origin in
      let target = PlaceTarget(document: origin.document, node: origin.node, missing: [])
      return PlaceNames(scope: scope).place(target)
    }
  }

  /// What is said of a value that is missing or failed.
  private func unreadable(_ value: Value) -> LocalizedText? {
    if let error = value.error { return error.message }
    guard let set = value.unknown else { return nil }
    let paths = set.missing.map { scope.context.path(of: $0) }.joined(separator: ", ")
    return LocalizedText(
      th: "ยังไม่มีข้อมูลหรืออ่านไม่ได้: \(paths)",
      en: "missing or cannot be read: \(paths)"
    )
  }
}
