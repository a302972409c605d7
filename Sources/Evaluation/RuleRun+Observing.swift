import CEL
import Diagnostics
import DocumentArena
import Findings
import RuleCompiler
import Submissions

// What a part came from, kept for the explanation of a finding. Nothing here runs in a plain check.
extension RuleRun {
  /// Keeps what a part of a family read, when it is the one that is looked for or stands within the item
  /// that made it.
  mutating func observe(
    _ family: PartFamily,
    _ item: CompiledItem,
    _ key: String,
    isTold: Bool
  ) {
    guard takes(item, key, isTold: isTold) else { return }
    let operands = family.operands + (family.asked.map { [$0] } ?? [])
    tellDefinitions(operands.compactMap { $0.formula?.text } + [family.condition.text ?? ""])
    for operand in operands {
      guard let value = activation[operand.slot] else { continue }
      if value.origin == nil, let formula = operand.formula { tell(formula) }
      let read = read(operand, value)
      probe?.add(read)
    }
    tell(family.condition)
  }

  /// Keeps the formula that stopped an item, or that gave a list without elements.
  mutating func observe(_ formula: Formula?, _ item: CompiledItem?, _ key: String) {
    guard takes(item, key, isTold: true), let formula else { return }
    tellDefinitions([formula.text ?? ""])
    tell(formula)
  }

  /// Keeps the two elements that agree, what they agree in, and what would have excused them.
  mutating func observe(
    _ unique: CompiledUnique,
    earlier: Value,
    _ item: CompiledItem,
    _ key: String
  ) {
    guard takes(item, key, isTold: true) else { return }
    if let origin = observedPlace(of: earlier) {
      let name = compiled.slots.names[unique.first]
      probe?.add(.init(name: name, value: origin.label, origin: origin))
    }
    tellDefinitions((unique.keys + (unique.unless.map { [$0] } ?? [])).compactMap(\.text))
    for formula in unique.keys { tell(formula) }
    if let unless = unique.unless { tell(unless) }
  }

  /// Keeps what a row of `steps` was compared with.
  mutating func observe(_ conditions: [ExpressionTrace], _ item: CompiledItem, _ key: String) {
    guard takes(item, key, isTold: true) else { return }
    for condition in conditions { probe?.add(condition) }
  }

  /// Keeps the guards of a part without a condition of its own.
  mutating func observe(_ item: CompiledItem, _ key: String) {
    _ = takes(item, key, isTold: true)
  }

  /// Keeps the condition that says that the part is not yet due.
  mutating func observe(pending: Formula, _ parts: ArraySlice<PartResult>) {
    guard let probe, probe.isMet else { return }
    let isOwn = parts.contains {
      $0.outcome == .fail && $0.key.utf8.elementsEqual(probe.wanted.key.utf8)
        && $0.identity == probe.wanted.identity
    }
    guard isOwn else { return }
    let trace = ExpressionTracer.trace(pending, in: self)
    self.probe?.add(guard: trace)
  }

  // MARK: Guards

  /// Notes a guard that holds for what comes next.
  mutating func enter(_ formula: Formula?) {
    if probe != nil, let formula { guards.append(formula) }
  }

  /// Drops the guard that was noted last.
  mutating func leave(_ formula: Formula?) {
    if probe != nil, formula != nil { guards.removeLast() }
  }

  // MARK: The part

  /// Whether the probe takes what an item says under a key; the first time with the elements and guards.
  ///
  /// Of the item itself it takes the one part that is looked for, of items within it everything.
  private mutating func takes(_ item: CompiledItem?, _ key: String, isTold: Bool) -> Bool {
    guard var probe else { return false }
    let identity = frames.map { self.identity(of: $0) }
    let inside = discriminators + (item == nil ? [""] : [])
    guard probe.concerns(identity, inside) else { return false }
    let own = item?.discriminator ?? ""
    if own.utf8.elementsEqual(probe.wanted.discriminator.utf8) {
      guard isTold else { return false }
      let isWanted = probe.isWanted(key, identity)
      self.probe = probe
      guard isWanted else { return false }
    }
    if probe.reads.isEmpty, probe.guards.isEmpty, probe.conditions.isEmpty { tellSurroundings() }
    return true
  }

  private mutating func tellSurroundings() {
    for frame in frames {
      guard let origin = observedPlace(of: frame.value) else { continue }
      let name = frame.shape?.record?.name ?? ""
      probe?.add(.init(name: name, value: origin.label, origin: origin))
    }
    for formula in guards {
      tellDefinitions([formula.text ?? ""], asGuards: true)
      let trace = ExpressionTracer.trace(formula, in: self)
      probe?.add(guard: trace)
    }
  }

  private mutating func tell(_ formula: Formula) {
    let trace = ExpressionTracer.trace(formula, in: self)
    probe?.add(trace)
  }

  /// Tells each definition that the texts name, once.
  private mutating func tellDefinitions(_ texts: [String], asGuards: Bool = false) {
    for definition in compiled.definitions {
      let name = compiled.slots.names[definition.slot]
      guard texts.contains(where: { $0.contains(name) }),
        probe?.told.insert(definition.slot).inserted == true
      else { continue }
      let trace = ExpressionTracer.trace(definition.formula, in: self)
      if asGuards { probe?.add(guard: trace) } else { probe?.add(trace) }
    }
  }

  // MARK: Values

  private func read(_ operand: Operand, _ value: Value) -> FindingTrace.Read {
    let written = operand.formula?.text ?? operand.name
    let name = written == operand.name ? written : "\(operand.name) = \(written)"
    func text(_ language: Language) -> String {
      MessageText.text(value, operand.shape, name: operand.name, language, in: scope)
    }
    let shown = unreadable(value) ?? LocalizedText(th: text(.th), en: text(.en))
    return FindingTrace.Read(name: name, value: shown, origin: observedPlace(of: value))
  }

  func observedPlace(of value: Value) -> FindingPlace? {
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
