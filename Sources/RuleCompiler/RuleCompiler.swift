// RuleCompiler turns a rule as written into one that can be run on a kind of submission: expressions
// parsed, checked and planned, each check kind expanded to CEL, codes and placeholders resolved. What
// is wrong with a rule beyond its keys is found here, with its place in the file.

import CEL
public import Diagnostics
import DocumentArena
public import RuleModel
import SourceText
public import Submissions

/// Compiles rules.
public enum RuleCompiler {
  /// What compiling a rule gave.
  public struct Result: Sendable {
    /// The rule; nil when there are errors.
    public let rule: CompiledRule?
    /// What is wrong or doubtful, in the order of the places.
    public let diagnostics: [Diagnostic]
  }

  /// Compiles a rule for one of the kinds that it applies to.
  ///
  /// The cost is linear in the text of the rule. Lists that only other kinds of the rule have are
  /// empty here; a field that none of its kinds has is an error.
  public static func compile(
    _ rule: Rule,
    for kind: SubmissionKind,
    in context: RuleSetContext
  ) -> Result {
    let compilation = RuleCompilation(rule, kind: kind, context: context)
    let compiled = compilation.compile()
    let diagnostics = compilation.diagnostics.sorted { a, b in
      guard let x = a.place.position, let y = b.place.position else {
        return a.place.position == nil && b.place.position != nil
      }
      return x < y
    }
    let failed = diagnostics.contains { $0.severity == .error }
    return Result(rule: failed ? nil : compiled, diagnostics: diagnostics)
  }

  /// The kinds of a context that a rule applies to, in the order of the context; a rule for all kinds
  /// is for the envelope too, which stands in for a kind that is blank or unknown.
  public static func kinds(of rule: Rule, in context: RuleSetContext) -> [SubmissionKind] {
    guard let ids = rule.applicability.kinds else {
      return context.kinds + [context.kindSet.envelope]
    }
    return context.kinds.filter { kind in
      ids.contains { $0.hasSameBytes(as: kind.id) }
    }
  }
}

extension RuleCompiler {
  /// Those of some kinds that a rule applies to; of all kinds when none are named.
  package static func kinds(
    of rule: Rule,
    in context: RuleSetContext,
    among kinds: [SubmissionKind]?
  ) -> [SubmissionKind] {
    let own = self.kinds(of: rule, in: context)
    guard let kinds else { return own }
    return own.filter { kind in kinds.contains { $0.id.hasSameBytes(as: kind.id) } }
  }
}

extension RuleCompilation {
  /// Compiles the whole rule; nil when something in it could not be made sense of.
  func compile() -> CompiledRule? {
    checkApplicability()
    declareNames()
    var selectors: [CompiledSelector] = []
    for selector in rule.selectors {
      guard let (lists, element) = sources(selector.sources, allowsMaps: false) else {
        // The mistake is told; what follows from it is not.
        enter(selector.name, .error, nil)
        continue
      }
      enter(selector.name, element, of: lists)
      selectors.append(
        CompiledSelector(slot: slots[selector.name], name: selector.name, sources: lists)
      )
    }
    let inner = scope
    scope = []
    let when = rule.when.flatMap { condition($0) }
    scope = inner
    let whereCondition = rule.whereCondition.flatMap { condition($0) }
    let surroundings = Surroundings(
      message: rule.message,
      at: nil,
      label: nil,
      hasElement: !rule.selectors.isEmpty
    )
    let items = self.items(rule.items, surroundings)
    resolveDefinitions(rule.definitions.map(\.name))
    return CompiledRule(
      rule: rule,
      kind: kind,
      slots: slots,
      reads: reads,
      parameters: parameters,
      definitions: definitions,
      when: when,
      selectors: selectors,
      whereCondition: whereCondition,
      items: items
    )
  }

  private func checkApplicability() {
    let known = context.kinds.map(\.id)
    for id in rule.applicability.kinds ?? [] where context.kind(id) == nil {
      let hint = Suggestion.nearest(to: id, among: known)
      report(
        .unknownKind,
        LocalizedText(th: "ไม่มีประเภทเรื่อง “\(id)”", en: "there is no kind of submission \"\(id)\""),
        at: document.root,
        help: hint.map {
          LocalizedText(th: "หมายถึง “\($0)” หรือไม่", en: "did you mean \"\($0)\"?")
        }
      )
    }
    let stages = kind.codeLists["stage"]?.codes.map(\.id) ?? []
    let stage = rule.applicability.fromStage
    if !stages.isEmpty, !stages.contains(where: { $0.hasSameBytes(as: stage) }) {
      report(
        .unknownStage,
        LocalizedText(
          th: "ไม่มีสถานะ “\(stage)” (มี \(stages.joined(separator: ", ")))",
          en: "there is no stage \"\(stage)\" (there are \(stages.joined(separator: ", ")))"
        ),
        at: document.root
      )
    }
  }
}
