import CEL
import Catalogues
import Diagnostics
import DocumentArena
import Findings
import RuleCompiler
import RuleModel
import Submissions

// Combinators and elements.
extension RuleRun {
  // MARK: Combinators

  mutating func runAny(
    _ alternatives: [CompiledItem],
    _ item: CompiledItem,
    _ parts: inout [PartResult]
  ) {
    var outcomes: [[PartResult]] = []
    // What the alternatives say is not told.
    let outer = (failed, sentences)
    for alternative in alternatives {
      var inner: [PartResult] = []
      failed = FailedPlaces()
      run(alternative, &inner)
      outcomes.append(inner)
    }
    (failed, sentences) = outer
    let folded = outcomes.map { Fold.outcome(of: $0) }
    if folded.contains(.pass) {
      parts.append(part(.pass, key: "any", item: item))
      return
    }
    let all = outcomes.flatMap { $0 }
    if folded.contains(.unknown) {
      var part = part(.unknown, key: "any", item: item)
      for inner in all where inner.outcome == .unknown {
        for path in inner.missing where !part.missing.contains(path) { part.missing.append(path) }
        part.place = part.place ?? inner.place
      }
      if item.softer == nil { parts.append(part) }
      return
    }
    if let failed = all.first(where: { $0.outcome == .error }) {
      parts.append(failed)
      return
    }
    if folded.allSatisfy({ $0 == .notApplicable }) {
      var part = part(.notApplicable, key: "any", item: item)
      part.reason = all.first?.reason ?? .when
      parts.append(part)
      return
    }
    var part = part(.fail, key: "any", item: item)
    part.place =
      item.at.flatMap { target(of: $0) }
      ?? commonParent(all.filter { $0.outcome == .fail }.compactMap(\.place)) ?? fallbackPlace(item)
    part.message = message(item, nil, Told())
    parts.append(part)
  }

  /// The nearest node or absent place above several places.
  private func commonParent(_ places: [PlaceTarget]) -> PlaceTarget? {
    guard let first = places.first else { return nil }
    var steps = documentPath(of: first).steps
    for place in places.dropFirst() {
      let other = documentPath(of: place).steps
      var length = 0
      while length < min(steps.count, other.count), steps[length] == other[length] { length += 1 }
      steps = Array(steps.prefix(length))
    }
    let root = NodeReference(document: first.document, node: NodeID(0))
    return PathFinder.target(steps, below: root, in: scope.documents)
  }

  mutating func runNot(
    _ inner: CompiledItem,
    _ item: CompiledItem,
    _ parts: inout [PartResult]
  ) {
    var results: [PartResult] = []
    let outer = (failed, sentences)
    failed = FailedPlaces()
    run(inner, &results)
    (failed, sentences) = outer
    switch Fold.outcome(of: results) {
    case .pass:
      var part = part(.fail, key: "not", item: item)
      var told = Told()
      if case .parts(let families) = inner.form, let family = families.first {
        part.key = fixedKey(family)
        part.place = place(of: family, item, &told)
        part.message = message(inner, family, told)
      } else {
        part.place = fallbackPlace(item)
        part.message = message(item, nil, told)
      }
      parts.append(part)
    case .fail: parts.append(part(.pass, key: "not", item: item))
    default: parts += results
    }
  }

  // MARK: Elements

  mutating func run(
    _ each: CompiledEach,
    _ item: CompiledItem,
    _ parts: inout [PartResult]
  ) {
    var seen = 0
    let start = parts.count
    for source in each.sources {
      let list = value(source.formula)
      let isMap = each.slots.count > 1
      guard let elements = elements(of: list, source, explicitEmpty: each.ifNone != nil) else {
        if let part = noElements(each.ifNone, [source], unknown: list, item: item) {
          parts.append(part)
          seen += 1
        }
        continue
      }
      let keys = isMap ? scope.context.entries(of: list)?.map(\.key) ?? [] : []
      let label = Self.telling(source, among: each.sources)
      for (position, element) in elements.enumerated() {
        if isMap, position < keys.count { activation[each.slots[0]] = keys[position] }
        if let slot = each.slots.last { activation[slot] = element }
        frames.append(
          ElementFrame(
            origin: element.origin,
            value: element,
            shape: source.element,
            listLabel: label,
            number: position + 1
          )
        )
        run(each, item, element, &seen, &parts)
        frames.removeLast()
      }
    }
    guard seen == 0, parts.count == start else { return }
    if let part = noElements(each.ifNone, each.sources, unknown: nil, item: item) {
      parts.append(part)
    } else {
      parts.append(notApplicable(.noElements, "each", item))
    }
  }

  mutating func run(
    _ each: CompiledEach,
    _ item: CompiledItem,
    _ element: Value,
    _ seen: inout Int,
    _ parts: inout [PartResult]
  ) {
    if let condition = each.whereCondition {
      let holds = self.condition(condition)
      if holds.bool == false { return }
      if holds.bool != true {
        observe(condition, item, "where")
        parts.append(stopped(holds, key: "where", item: item))
        return
      }
      enter(condition)
    }
    seen += 1
    for inner in each.items { run(inner, &parts) }
    leave(each.whereCondition)
  }
}
