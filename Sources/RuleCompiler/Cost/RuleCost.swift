import CEL
public import DocumentArena
import RuleModel
import Submissions

/// The most steps that judging one submission by one rule can take.
///
/// A bound, not a measure: every list as long as its kind allows, every part failing.
public struct RuleCost: Sendable {
  /// The rule.
  public let rule: String

  /// The kind of submission.
  public let kind: String

  /// The most steps.
  public let steps: UInt64

  /// The item that costs most, by its place in the rule file; nil when selecting costs most.
  public let heaviest: NodeID?
}

extension CompiledRule {
  /// The bound of the rule for its kind.
  public var cost: RuleCost {
    var estimate = RuleEstimate(self)
    return estimate.whole()
  }
}

/// Adds up the bounds of a rule in the order in which the evaluation goes through it.
struct RuleEstimate {
  let compiled: CompiledRule

  /// The bounds of the variables known so far, by slot.
  var sizes: [Int: SizeBound] = [:]

  /// The lists that are being gone through, innermost last.
  var levels: [Level] = []

  init(_ compiled: CompiledRule) {
    self.compiled = compiled
    setVariables()
  }

  private mutating func setVariables() {
    let slots = compiled.slots
    let text = PlanType.size(of: .text)
    for name in ["as_of", "submission", "office", RuleSetContext.earlierRound, "@stage"] {
      sizes[slots[name]] = .small
    }
    let events = compiled.kind.root.field("process").map { UInt64($0.maxCount) } ?? 0
    sizes[slots["@steps"]] = .map(events, key: text, value: .small)
    sizes[slots["@all_steps"]] = .map(events, key: text, value: .small)
    sizes[slots["@docket"]] = .map(Self.mostSubmissions, key: text, value: .small)
    for read in compiled.reads {
      let field = compiled.kind.root.field(read.name)
      sizes[read.slot] = field.map { PlanType.size(of: $0) } ?? .small
    }
  }

  /// The most submissions that are supplied beside one.
  private static let mostSubmissions: UInt64 = 2_000

  // MARK: The whole rule

  mutating func whole() -> RuleCost {
    // A selector may go through a definition, and a definition may read an element.
    _ = define()
    for selector in compiled.selectors { _ = sources(selector.sources, [selector.slot]) }
    let definitions = define()
    var steps = steps(compiled.when).plus(definitions)
    // How often the innermost body runs; definitions are computed anew for each element.
    var times: UInt64 = 1
    for selector in compiled.selectors {
      let (listSteps, count) = sources(selector.sources, [selector.slot])
      steps = steps.plus(times.times(listSteps.plus(definitions)))
      times = times.times(enter(selector.sources, selector.slot, count))
    }
    if !compiled.selectors.isEmpty {
      steps = steps.plus(times.times(definitions.plus(self.steps(compiled.whereCondition))))
    }
    var heaviest: (node: NodeID, steps: UInt64)?
    for (item, written) in zip(compiled.items, compiled.rule.items) {
      let cost = times.times(self.steps(item))
      steps = steps.plus(cost)
      if cost > heaviest?.steps ?? 0 { heaviest = (written.node, cost) }
    }
    levels = []
    let isItem = (heaviest?.steps ?? 0) >= steps / 2
    return RuleCost(
      rule: compiled.rule.id,
      kind: compiled.kind.id,
      steps: steps,
      heaviest: isItem ? heaviest?.node : nil
    )
  }

  /// Bounds the definitions; returns the steps of computing each once.
  private mutating func define() -> UInt64 {
    var steps: UInt64 = 0
    for definition in compiled.definitions {
      let bound = bound(definition.formula)
      sizes[definition.slot] = bound.size
      steps = steps.plus(bound.steps)
    }
    return steps
  }

  // MARK: Formulas

  func bound(_ formula: Formula) -> CostBound { formula.program.costBound(sizes: sizes) }

  func steps(_ formula: Formula?) -> UInt64 { formula.map { bound($0).steps } ?? 0 }

  /// The steps of lists that are gone through, and the elements of all of them together; the
  /// variables of an element are bounded from here on.
  mutating func sources(_ sources: [ListSource], _ slots: [Int]) -> (UInt64, UInt64) {
    var steps: UInt64 = 0
    var count: UInt64 = 0
    var element: SizeBound?
    var key = SizeBound.small
    for source in sources {
      let bound = bound(source.formula)
      steps = steps.plus(bound.steps)
      count = count.plus(bound.size.count)
      element = element?.joined(bound.size.element) ?? bound.size.element
      key = key.joined(bound.size.key)
    }
    if slots.count > 1 { sizes[slots[0]] = key }
    if let slot = slots.last { sizes[slot] = element ?? .small }
    return (steps, count)
  }
}
