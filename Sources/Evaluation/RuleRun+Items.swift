import CEL
import Catalogues
import Diagnostics
import DocumentArena
import Findings
import RuleCompiler
import RuleModel
import Submissions
import ThaiText

// Items: guards, forms, parts.
extension RuleRun {
  /// Runs an item and adds its parts.
  ///
  /// The budget of steps is that of one item on one element: how many elements there are is bounded by
  /// the submission.
  mutating func run(_ item: CompiledItem, _ parts: inout [PartResult]) {
    settle()
    if probe != nil { discriminators.append(item.discriminator) }
    defer { if probe != nil { discriminators.removeLast() } }
    if let when = item.when {
      let holds = condition(when)
      if holds.bool == false { return }
      if holds.bool != true {
        if item.softer == nil || holds.error != nil {
          observe(when, item, "when")
          parts.append(stopped(holds, key: "when", item: item))
        }
        return
      }
    }
    let start = parts.count
    enter(item.when)
    runForm(item, &parts)
    leave(item.when)
    if let recorder {
      for definition in compiled.definitions {
        _ = recorder.value(of: definition.formula, &activation)
      }
    }
    if let pending = item.pending { hold(pending, &parts, from: start) }
  }

  /// While a condition holds, what would fail is not yet due; where it is unknown, nobody knows whether
  /// it is.
  private mutating func hold(_ pending: Formula, _ parts: inout [PartResult], from start: Int) {
    guard parts[start...].contains(where: { $0.outcome == .fail }) else { return }
    let holds = condition(pending)
    if holds.bool == false { return }
    if holds.error != nil {
      parts.append(stopped(holds, key: "pending", item: nil))
      return
    }
    let unknown = holds.unknown.map { missingPaths($0) }
    if probe != nil { observe(pending: pending, parts[start...]) }
    for index in start..<parts.count where parts[index].outcome == .fail {
      parts[index].outcome = .unknown
      parts[index].missing = unknown ?? parts[index].place.map { [documentPath(of: $0)] } ?? []
    }
  }

  private mutating func runForm(_ item: CompiledItem, _ parts: inout [PartResult]) {
    let start = parts.count
    switch item.form {
    case .parts(let families):
      for family in families {
        let start = parts.count
        run(family, item, &parts)
        recorder?.count(family, item, parts[start...])
      }
      return
    case .unique(let unique): run(unique, item, &parts)
    case .steps(let rows): run(rows, item, &parts)
    case .ask:
      var part = part(.notChecked, key: "ask", item: item)
      part.place = fallbackPlace(item)
      part.message = message(item, nil, Told())
      observe(item, "ask")
      parts.append(part)
    case .each(let each):
      run(each, item, &parts)
      return
    case .all(let items):
      for inner in items { run(inner, &parts) }
      return
    case .any(let alternatives): runAny(alternatives, item, &parts)
    case .not(let inner): runNot(inner, item, &parts)
    }
    recorder?.count(nil, item, parts[start...])
  }

  // MARK: Families of parts

  private mutating func run(
    _ family: PartFamily,
    _ item: CompiledItem,
    _ parts: inout [PartResult]
  ) {
    for operand in family.operands {
      activation[operand.slot] = operand.constant ?? operand.formula.map { value($0) }
    }
    if let (formula, reason) = family.applicable {
      let holds = value(formula)
      if holds.bool != true {
        if holds.bool != false { observe(formula, item, fixedKey(family)) }
        parts.append(guarded(holds, family, item, reason))
        return
      }
    }
    guard let asked = family.asked else {
      decide(family, item, fixedKey(family), &parts)
      return
    }
    let values = asked.constant ?? asked.formula.map { value($0) } ?? Value(.null)
    guard var elements = scope.context.elements(of: values) else {
      if values.unknown != nil || values.error != nil {
        let key = asked.formula?.text ?? "asked"
        observe(asked.formula, item, key)
        parts.append(stopped(values, key: key, item: item))
        return
      }
      activation[asked.slot] = values
      decide(family, item, partKey(values), &parts)
      return
    }
    elements.removeAll { saysNothing($0) }
    guard !elements.isEmpty else {
      parts.append(notApplicable(reason(family.emptyReason), fixedKey(family), item))
      return
    }
    runAsked(elements, asked.slot, family, item, &parts)
  }

  /// Whether an element asks for nothing: an empty line in a list of names.
  private func saysNothing(_ value: Value) -> Bool {
    if let text = value.string { return isBlank(text) }
    guard let missing = value.unknown?.missing, missing.count == 1, missing[0].steps.isEmpty,
      let base = missing[0].base, let document = scope.context.document(of: base)
    else { return false }
    return document.isBlank(base.node)
  }

  private mutating func guarded(
    _ holds: Value,
    _ family: PartFamily,
    _ item: CompiledItem,
    _ reason: GuardReason
  ) -> PartResult {
    guard holds.bool == false else { return stopped(holds, key: fixedKey(family), item: item) }
    return notApplicable(self.reason(reason), fixedKey(family), item)
  }

  func notApplicable(
    _ reason: NotApplicableReason,
    _ key: String,
    _ item: CompiledItem,
    detail: LocalizedText = LocalizedText(verbatim: "")
  ) -> PartResult {
    var part = part(.notApplicable, key: key, item: item)
    part.reason = reason
    part.detail = detail
    return part
  }

  func reason(_ reason: GuardReason) -> NotApplicableReason {
    switch reason {
    case .noElements: .noElements
    case .notRecorded: .notRecorded
    case .notDue: .notDue
    case .notSupplied: .notSupplied
    }
  }

  func fixedKey(_ family: PartFamily) -> String {
    if case .fixed(let key) = family.key { return key }
    return family.kind.rawValue
  }

  /// How a value asked for is named in parts and fingerprints.
  func partKey(_ value: Value) -> String {
    if let text = value.string { return text }
    return scope.context.text(of: value)
  }

  /// One part for each value asked for, or one for all together; plans without an edition in force are
  /// not asked for.
  private mutating func runAsked(
    _ elements: [Value],
    _ slot: Int,
    _ family: PartFamily,
    _ item: CompiledItem,
    _ parts: inout [PartResult]
  ) {
    var asked: [Value] = []
    var dropped: [CatalogueItem] = []
    for element in elements {
      if family.kind == .alignedTo, let plan = lapsedPlan(element) {
        dropped.append(plan)
        if case .value = family.key {
          parts.append(notApplicable(.noEdition, plan.id, item, detail: name(of: plan)))
        }
      } else {
        asked.append(element)
      }
    }
    if case .together = family.key {
      let key = elements.map { partKey($0) }.joined(separator: "|")
      guard !asked.isEmpty else {
        let names = dropped.map { name(of: $0) }
        parts.append(
          notApplicable(.noEdition, key, item, detail: MessageText.joined(names))
        )
        return
      }
      activation[slot] = Value(.list(.elements(asked)))
      decide(family, item, key, &parts)
      return
    }
    for element in asked.map(Self.asked) {
      if element.unknown != nil || element.error != nil {
        observe(family.asked?.formula, item, "asked")
        parts.append(stopped(element, key: "asked", item: item))
        continue
      }
      activation[slot] = element
      decide(family, item, partKey(element), &parts)
    }
  }

  private func lapsedPlan(_ value: Value) -> CatalogueItem? {
    guard let code = value.string, let plan = scope.rules.names.item("plans", code),
      scope.hasNoEdition(plan)
    else { return nil }
    return plan
  }

  func name(of item: CatalogueItem) -> LocalizedText {
    scope.submission.job.flatMap { item.nameByJob[$0] } ?? item.name
  }

  /// Evaluates the condition of one part.
  private mutating func decide(
    _ family: PartFamily,
    _ item: CompiledItem,
    _ key: String,
    _ parts: inout [PartResult]
  ) {
    let holds = value(family.condition)
    if holds.bool == true {
      if probe != nil { observe(family, item, key, isTold: false) }
      parts.append(part(.pass, key: key, item: item))
      return
    }
    let isStopped = holds.bool != false && !isBlankAskedFor(family, item, holds, parts)
    let isTold = !isStopped || item.softer == nil || holds.error != nil
    if probe != nil { observe(family, item, key, isTold: isTold) }
    if isStopped {
      if isTold {
        parts.append(stopped(holds, key: key, item: item))
      }
      return
    }
    var part = part(.fail, key: key, item: item)
    var told = Told()
    part.place = place(of: family, item, &told)
    if family.kind == .total { part.related = lines(family) }
    tell(family, item, told, &part)
    parts.append(part)
  }

  /// Makes the sentence of a part that failed, unless it would be left out.
  ///
  /// Sentences cost more than all else. A waiver may set aside the parts before this one, so with
  /// waivers each part has its sentence.
  private mutating func tell(
    _ family: PartFamily,
    _ item: CompiledItem,
    _ told: Told,
    _ part: inout PartResult
  ) {
    let isEnough = sentences.add(item.softer?.rawValue ?? "") > CheckLimits.findingsOfOneSort
    guard !isEnough || !scope.settings.waivers.isEmpty else {
      part.isUntold = true
      return
    }
    part.message = message(item, family, told)
    part.values = valuesRead(family)
  }

  /// In rules of completeness a blank value that is asked for fails (requirements, section A); where
  /// another item already says that it is blank, it is said once, and this part is unknown.
  private mutating func isBlankAskedFor(
    _ family: PartFamily,
    _ item: CompiledItem,
    _ holds: Value,
    _ parts: [PartResult]
  ) -> Bool {
    guard compiled.rule.family == .completeness, holds.unknown != nil,
      case .operand(let operand) = family.place, let value = activation[operand.slot],
      let set = value.unknown, !set.missing.isEmpty
    else { return false }
    guard set.missing.allSatisfy({ !$0.steps.isEmpty }) else { return false }
    return !failed.contains(self.place(of: operand, item), among: parts)
  }

  /// The lines of a total, as related places.
  private func lines(_ family: PartFamily) -> [(text: LocalizedText, place: PlaceTarget)] {
    guard let list = family.operands.first(where: { $0.name == "lines" }),
      let elements = activation[list.slot].flatMap({ scope.context.elements(of: $0) })
    else { return [] }
    return elements.prefix(20).compactMap { element in
      element.origin.map {
        (
          LocalizedText(th: "รายการที่นำมารวม", en: "line of the sum"),
          PlaceTarget(document: $0.document, node: $0.node, missing: [])
        )
      }
    }
  }
}
