import CEL
import Catalogues
import Diagnostics
import DocumentArena
import Findings
import PlanValues
import RuleCompiler
import RuleModel
import Submissions

/// One rule on one submission: goes through elements and items and collects parts.
struct RuleRun {
  let compiled: CompiledRule
  let scope: SubmissionScope
  var activation: Activation
  var frames: [ElementFrame] = []
  /// How many sentences failures of each severity have got; "" is that of the rule.
  var sentences = Tally()
  /// The places of the parts that failed.
  var failed = FailedPlaces()
  /// What watches the run for one part, when an explanation asks for it.
  var probe: PartProbe?
  /// The items that are being run, outermost first, by their discriminators; kept for the probe only.
  var discriminators: [String] = []
  /// The steps of the items before the current one.
  private var settled: UInt64 = 0
  /// Counts the ways taken, when somebody asks for it.
  var recorder: EvaluationRecorder?
  /// The guards that hold around the current item, outermost first; kept for the probe only.
  var guards: [Formula] = []

  init(_ compiled: CompiledRule, scope: SubmissionScope) {
    self.compiled = compiled
    self.scope = scope
    activation = scope.activation
    setVariables()
  }

  // MARK: Variables

  private mutating func setVariables() {
    let slots = compiled.slots
    activation[slots["as_of"]] = Value.day(scope.settings.asOf)
    activation[slots["submission"]] = scope.root
    activation[slots["office"]] = scope.office
    activation[slots["@steps"]] = scope.steps.current
    activation[slots["@all_steps"]] = scope.steps.all
    let docket = scope.docket
    activation.define(slots["@docket"]) { docket.value }
    activation[slots[RuleSetContext.earlierRound]] = scope.earlierRound
    activation[slots["@stage"]] = Value(.int(Int64(scope.stage)))
    for read in compiled.reads {
      switch read.source {
      case .field: activation[read.slot] = scope.field(read.name)
      case .foreignList: activation[read.slot] = Value(.list(.elements([])))
      case .foreign:
        let missing = UnknownSet.Missing(base: scope.root.origin, steps: [.key(read.name)])
        activation[read.slot] = Value(.unknown(UnknownSet([missing])))
      }
    }
    for parameter in compiled.parameters {
      activation[parameter.slot] = ParameterValues.value(
        of: parameter.declaration,
        rule: compiled.rule.id,
        in: scope
      )
    }
    define()
  }

  /// Sets definitions to be computed anew when they are next read.
  mutating func define() {
    for definition in compiled.definitions {
      activation.define(definition.slot, definition.formula.program)
    }
  }

  /// The steps of the rule so far.
  var steps: UInt64 { settled &+ activation.steps }

  /// Gives the next item a budget of its own.
  mutating func settle() {
    settled &+= activation.steps
    activation.steps = 0
  }

  mutating func value(_ formula: Formula) -> Value {
    guard let recorder else { return formula.program.evaluate(&activation) }
    return recorder.value(of: formula, &activation)
  }

  /// The value of a condition, which is counted.
  mutating func condition(_ formula: Formula) -> Value {
    let holds = value(formula)
    recorder?.count(formula, holds)
    return holds
  }

  // MARK: The whole rule

  /// All parts of the rule.
  mutating func parts() -> (
    parts: [PartResult], reason: NotApplicableReason?, detail: LocalizedText?
  ) {
    var parts: [PartResult] = []
    if let when = compiled.when {
      let holds = condition(when)
      if holds.bool == false { return ([], .when, nil) }
      if holds.bool != true {
        observe(when, nil, "when")
        parts.append(stopped(holds, key: "when", item: nil))
        return (parts, nil, nil)
      }
      enter(when)
    }
    guard !compiled.selectors.isEmpty else {
      for item in compiled.items { run(item, &parts) }
      return (parts, nil, nil)
    }
    var seen = 0
    select(0, &parts, &seen)
    if seen == 0, !parts.contains(where: { $0.outcome == .unknown || $0.outcome == .error }) {
      if let part = noElements(
        compiled.rule.ifNone,
        compiled.selectors.first?.sources ?? [],
        unknown: nil,
        item: nil
      ) {
        parts.append(part)
      }
      if compiled.rule.ifNone == nil || compiled.rule.ifNone == .notApplicable {
        return (parts, .noElements, elementsDetail())
      }
    }
    return (parts, nil, nil)
  }

  private func elementsDetail() -> LocalizedText? {
    compiled.selectors.first?.sources.first { !$0.isForeign }?.path?.shape?.field?.label
  }

  /// Goes through the lists of one selector and those of the selectors after it.
  private mutating func select(_ index: Int, _ parts: inout [PartResult], _ seen: inout Int) {
    guard index < compiled.selectors.count else {
      define()
      if let condition = compiled.whereCondition {
        let holds = self.condition(condition)
        if holds.bool == false { return }
        if holds.bool != true {
          observe(condition, nil, "where")
          parts.append(stopped(holds, key: "where", item: nil))
          return
        }
        enter(condition)
      }
      seen += 1
      for item in compiled.items { run(item, &parts) }
      leave(compiled.whereCondition)
      return
    }
    let selector = compiled.selectors[index]
    if !compiled.definitions.isEmpty { define() }
    for source in selector.sources {
      let list = value(source.formula)
      guard let elements = elements(of: list, source, explicitEmpty: true) else {
        if let part = noElements(compiled.rule.ifNone, [source], unknown: list, item: nil) {
          parts.append(part)
        }
        seen += compiled.rule.ifNone == .fail ? 1 : 0
        continue
      }
      let label = Self.telling(source, among: selector.sources)
      for (position, element) in elements.enumerated() {
        activation[selector.slot] = element
        frames.append(
          ElementFrame(
            origin: element.origin,
            value: element,
            shape: source.element,
            listLabel: label,
            number: position + 1
          )
        )
        select(index + 1, &parts, &seen)
        frames.removeLast()
      }
    }
  }

  /// The label of a list where it tells its elements from those of another list: รายการเดิม, รายการที่ขอ.
  ///
  /// Elements of other records have labels of their own, and lists of one label tell nothing.
  static func telling(_ source: ListSource, among sources: [ListSource]) -> LocalizedText? {
    guard let label = source.path?.shape?.field?.label else { return nil }
    let hasTwin = sources.contains { other in
      other.element?.type == source.element?.type && other.path?.shape?.field?.label != label
    }
    return hasTwin ? label : nil
  }

  // MARK: Parts

  /// An empty part with what it inherits from the item and the elements in scope.
  func part(_ outcome: Outcome, key: String, item: CompiledItem?) -> PartResult {
    var part = PartResult(
      outcome: outcome,
      key: key,
      discriminator: item?.discriminator ?? "",
      softer: item?.softer
    )
    // Parts that pass give no finding and need no name.
    if outcome != .pass, outcome != .notApplicable {
      part.identity = frames.map { identity(of: $0) }
      part.elements = frames.compactMap(\.origin)
    }
    return part
  }

  /// A part that cannot be decided: unknown with what is missing, or in error.
  func stopped(_ value: Value, key: String, item: CompiledItem?) -> PartResult {
    if let error = value.error {
      var part = part(.error, key: key, item: item)
      part.message = error.message
      part.softer = nil
      part.place = fallbackPlace(item)
      return part
    }
    var part = part(.unknown, key: key, item: item)
    let set = value.unknown ?? UnknownSet([])
    part.missing = missingPaths(set)
    part.place = set.missing.first.flatMap { target(of: $0) } ?? fallbackPlace(item)
    return part
  }

  func missingPaths(_ set: UnknownSet) -> [DocumentPath] {
    var paths: [DocumentPath] = []
    for missing in set.missing {
      let path: DocumentPath
      if let base = missing.base {
        let start = scope.paths.path(of: base.node, in: base.document).path
        path = DocumentPath(start.steps + missing.steps)
      } else {
        path = DocumentPath(missing.steps)
      }
      if !paths.contains(path) { paths.append(path) }
    }
    return paths
  }

  func target(of missing: UnknownSet.Missing) -> PlaceTarget? {
    guard let base = missing.base else { return nil }
    return PathFinder.target(missing.steps, below: base, in: scope.documents)
  }

  /// The place of a path: below the element that a variable holds, or below the submission.
  func target(of path: FieldPath) -> PlaceTarget? {
    let steps = path.keys.map { DocumentPath.Step.key($0) }
    guard let slot = path.slot else {
      return scope.root.origin.map {
        PathFinder.target(steps, below: $0, in: scope.documents)
      }
    }
    guard let origin = activation[slot]?.origin else { return nil }
    return PathFinder.target(steps, below: origin, in: scope.documents)
  }

  /// Where to point when the kind has nothing better.
  func fallbackPlace(_ item: CompiledItem?) -> PlaceTarget? {
    if let at = item?.at, let place = target(of: at) { return place }
    if let origin = frames.last(where: { $0.origin != nil })?.origin {
      return PlaceTarget(document: origin.document, node: origin.node, missing: [])
    }
    return scope.root.origin.map {
      PlaceTarget(document: $0.document, node: $0.node, missing: [])
    }
  }

  func documentPath(of place: PlaceTarget) -> DocumentPath {
    let start = scope.paths.path(of: place.node, in: place.document).path
    return DocumentPath(start.steps + place.missing)
  }
}
