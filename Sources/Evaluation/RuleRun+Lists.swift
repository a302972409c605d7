import CEL
import Diagnostics
import DocumentArena
import Findings
import PlanValues
import RuleCompiler
import RuleModel
import Submissions
import ThaiText

// Kinds that compare elements or rows with each other.
extension RuleRun {
  // MARK: unique

  /// Compares each element with the earlier ones that agree with it in the fields.
  ///
  /// Elements are put together by their fields first, so only those that agree are compared by the
  /// condition; the cost is quadratic only in equal ones.
  mutating func run(_ unique: CompiledUnique, _ item: CompiledItem, _ parts: inout [PartResult]) {
    let list = value(unique.list.formula)
    guard let elements = elements(of: list, unique.list, explicitEmpty: true) else {
      observe(unique.list.formula, item, "unique")
      parts.append(stopped(list, key: "unique", item: item))
      return
    }
    guard !elements.isEmpty else {
      parts.append(notApplicable(.noElements, "unique", item))
      return
    }
    var earlier: [String: [Value]] = [:]
    for (position, element) in elements.enumerated() {
      frames.append(
        ElementFrame(
          origin: element.origin,
          value: element,
          shape: unique.list.element,
          listLabel: nil,
          number: position + 1
        )
      )
      activation[unique.second] = element
      compare(element, unique, item, &earlier, &parts)
      frames.removeLast()
    }
  }

  private mutating func compare(
    _ element: Value,
    _ unique: CompiledUnique,
    _ item: CompiledItem,
    _ earlier: inout [String: [Value]],
    _ parts: inout [PartResult]
  ) {
    var keys: [String] = []
    for formula in unique.keys {
      let key = value(formula)
      if key.unknown != nil || key.error != nil {
        observe(formula, item, "unique")
        parts.append(stopped(key, key: "unique", item: item))
        return
      }
      keys.append(ThaiNormalizer.normalize(partKey(key)))
    }
    let name = keys.map { ThaiNormalizer.normalize($0, digits: .arabic) }.joined(
      separator: "\u{1F}"
    )
    var unknown: Value?
    for other in earlier[name] ?? [] {
      activation[unique.first] = other
      let excused = unique.unless.map { condition($0) } ?? Value(.bool(false))
      if excused.bool == true { continue }
      if excused.bool == false {
        parts.append(duplicate(element, of: other, keys, unique, item))
        earlier[name, default: []].append(element)
        return
      }
      unknown = unknown ?? excused
    }
    earlier[name, default: []].append(element)
    if let unknown {
      observe(unique.unless, item, "unique")
      parts.append(stopped(unknown, key: "unique", item: item))
    } else {
      parts.append(part(.pass, key: "unique", item: item))
    }
  }

  private mutating func duplicate(
    _ element: Value,
    of other: Value,
    _ keys: [String],
    _ unique: CompiledUnique,
    _ item: CompiledItem
  ) -> PartResult {
    var part = part(.fail, key: keys.joined(separator: "|"), item: item)
    if probe != nil { observe(unique, earlier: other, item, part.key) }
    part.place =
      element.origin.map {
        PlaceTarget(document: $0.document, node: $0.node, missing: [])
      } ?? fallbackPlace(item)
    if let origin = other.origin {
      part.related = [
        (
          LocalizedText(th: "รายการก่อนหน้าที่ซ้ำกัน", en: "the earlier entry"),
          PlaceTarget(document: origin.document, node: origin.node, missing: [])
        )
      ]
    }
    var told = Told()
    told.found = keys.joined(separator: ", ")
    part.message = message(item, nil, told)
    return part
  }

  // MARK: steps

  /// Goes down a table of steps; each row is compared with the nearest recorded row above it.
  mutating func run(_ rows: [CompiledStep], _ item: CompiledItem, _ parts: inout [PartResult]) {
    let log = scope.steps
    let isClosed = scope.stagePosition("closed").map { scope.stage >= $0 } ?? false
    let lastRecorded = rows.lastIndex { log.events[$0.code] != nil }
    if log.process.unknown != nil, let doubt = log.doubt {
      if probe != nil, let row = rows.first {
        observe(unrecordedTraces(row, [], item), item, "steps")
      }
      parts.append(stopped(Value(.unknown(doubt)), key: "steps", item: item))
      return
    }
    if lastRecorded == nil, !isClosed {
      var unknown = part(.unknown, key: "steps", item: item)
      let place = scope.root.origin.map {
        PathFinder.target([.key("process")], below: $0, in: scope.documents)
      }
      unknown.place = place
      unknown.missing = [DocumentPath([.key("process")])]
      if probe != nil, let row = rows.first {
        observe(unrecordedTraces(row, [], item), item, unknown.key)
      }
      parts.append(unknown)
      return
    }
    var above: [CompiledStep] = []
    for (index, row) in rows.enumerated() {
      if log.events[row.code] != nil {
        parts.append(recorded(row, above, item))
        above.append(row)
      } else if index < lastRecorded ?? -1 || isClosed {
        if let part = unrecorded(row, rows[index...], item) { parts.append(part) }
      }
    }
  }

  /// A recorded step: not dated before the nearest recorded step above it that is dated.
  private mutating func recorded(
    _ row: CompiledStep,
    _ rows: [CompiledStep],
    _ item: CompiledItem
  ) -> PartResult {
    let date = scope.steps.date(of: row.code) ?? Value(.null)
    if date.unknown != nil {
      if probe != nil { observe([dateTrace(row, item)], item, row.code) }
      return stopped(date, key: row.code, item: item)
    }
    let dated = rows.last { scope.steps.date(of: $0.code)?.date != nil }
    guard let day = date.date, let above = dated,
      let before = scope.steps.date(of: above.code)?.date, day < before
    else {
      // Not before a day further up, nothing can be said without that of the row just above; that row
      // itself tells what is missing.
      if let nearest = rows.last, let earlier = scope.steps.date(of: nearest.code),
        earlier.unknown != nil
      {
        if probe != nil { observe([dateTrace(nearest, item)], item, row.code) }
        return stopped(earlier, key: row.code, item: item)
      }
      return part(.pass, key: row.code, item: item)
    }
    var failed = part(.fail, key: row.code, item: item)
    failed.place = date.origin.map {
      PlaceTarget(document: $0.document, node: $0.node, missing: [])
    }
    if let event = scope.steps.event(of: above.code) {
      failed.related = [(relatedStep(above.code), place(of: event.node))]
    }
    if probe != nil { observe([orderTrace(row, above, item)], item, row.code) }
    tell(row, .datedBefore, item, &failed)
    return failed
  }

  /// A step that is not recorded, though a later one is, or the submission is closed.
  private mutating func unrecorded(
    _ row: CompiledStep,
    _ rest: ArraySlice<CompiledStep>,
    _ item: CompiledItem
  ) -> PartResult? {
    if row.isOptional { return nil }
    if let optional = row.optional {
      let holds = condition(optional)
      if holds.bool == true { return nil }
      if holds.bool != false {
        observe(optional, item, row.code)
        return stopped(holds, key: row.code, item: item)
      }
    }
    if let doubt = scope.steps.doubt {
      if probe != nil { observe(unrecordedTraces(row, rest, item), item, row.code) }
      return stopped(Value(.unknown(doubt)), key: row.code, item: item)
    }
    var failed = part(.fail, key: row.code, item: item)
    let log = scope.steps
    let next = rest.lazy.compactMap { log.event(of: $0.code) }.first
    failed.place =
      next.map { place(of: $0.node) }
      ?? scope.root.origin.map {
        PathFinder.target([.key("process")], below: $0, in: scope.documents)
      }
    if probe != nil { observe(unrecordedTraces(row, rest, item), item, row.code) }
    tell(row, next == nil ? .notRecorded : .outOfPlace, item, &failed)
    return failed
  }

  private mutating func tell(
    _ row: CompiledStep,
    _ problem: Problem,
    _ item: CompiledItem,
    _ part: inout PartResult
  ) {
    var told = Told()
    told.step = row.code
    told.problem = problem
    told.clause = row.clause
    part.message = message(item, nil, told)
    if !row.clause.isEmpty { part.clauses = [row.clause] }
  }

  func relatedStep(_ code: String) -> LocalizedText {
    let name = MessageText.code(code, catalogue: "steps", in: scope)
    return LocalizedText(th: "ขั้นตอน “\(name.th)”", en: "step \"\(name.en)\"")
  }

  func place(of node: NodeReference) -> PlaceTarget {
    PlaceTarget(document: node.document, node: node.node, missing: [])
  }
}

extension Value {
  static func day(_ date: CalendarDate) -> Value {
    Value(.opaque(type: "date", bits: Int64(date.dayNumber)))
  }

  /// Whether a value is unknown only because the document does not have it.
  var isAbsent: Bool {
    guard let set = unknown else { return false }
    return set.missing.allSatisfy { !$0.steps.isEmpty || $0.base == nil }
  }

  /// Whether a list is unknown only because its kind takes an empty list for absent.
  func isWrittenEmpty(in context: EvaluationContext) -> Bool {
    guard let set = unknown, !set.missing.isEmpty else { return false }
    return set.missing.allSatisfy { missing in
      guard let base = missing.base, let document = context.document(of: base),
        missing.steps.count == 1, case .key(let key)? = missing.steps.first,
        let node = document.child(of: base.node, key)
      else { return false }
      return document.kind(of: node) == .list && document.isBlank(node)
    }
  }
}
