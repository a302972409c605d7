internal import DocumentArena

// Folds and missing data: `all` and `exists` fold as `&&` and `||` do, so a deciding element wins over
// unknowns and errors of others. `exists_one`, `filter`, `map` and the `transform…` macros are strict:
// every element is visited, and when the predicate or the transform is unknown for any of them, the
// whole is unknown with all that is missing, else the first error. So a filtered list is never shorter
// than it should be because data are missing.
//
// The standard macros run as loops of their own, linear in the elements; any other fold runs
// as the specification defines it.
extension Planner {
  mutating func planFold(_ id: ExpressionID, _ fold: Comprehension) -> Code {
    guard let macro = fold.macro else { return planGeneralFold(id, fold) }
    switch macro {
    case .all(let predicate): return planQuantifier(id, fold, predicate, decidedBy: false)
    case .exists(let predicate): return planQuantifier(id, fold, predicate, decidedBy: true)
    case .existsOne(let predicate): return planExistsOne(id, fold, predicate)
    case .filter(let predicate): return planFilter(id, fold, predicate)
    case .map(let filter, let transform), .transformList(let filter, let transform):
      return planMapping(id, fold, filter, transform)
    case .transformMap(let filter, let transform):
      return planTransform(id, fold, filter, transform, givesEntries: false)
    case .transformMapEntry(let filter, let transform):
      return planTransform(id, fold, filter, transform, givesEntries: true)
    }
  }

  /// Compiles the range and brings the variables into scope for `body`.
  private mutating func loop<T>(
    _ id: ExpressionID,
    _ fold: Comprehension,
    _ body: (inout Planner) -> T
  ) -> (Loop, T) {
    let range = plan(fold.range)
    var (first, second) = Self.elementTypes(of: range.type, two: fold.secondVariable != nil)
    if tracing, case .record = first { first = .dyn }
    if tracing, case .record = second { second = .dyn }
    let slot = slotCount
    let secondSlot = fold.secondVariable.map { _ in slot + 1 }
    let depth = locals.count
    slotCount += secondSlot == nil ? 1 : 2
    locals.append(Local(name: fold.variable, slot: slot, type: first))
    if let name = fold.secondVariable, let secondSlot {
      locals.append(Local(name: name, slot: secondSlot, type: second))
    }
    let known = tracedParts.count
    let result = body(&self)
    locals.removeLast(locals.count - depth)
    let loop = Loop(
      id: id,
      range: range.value,
      list: range.list,
      listNode: range.listNode,
      listField: range.listFacts?.field,
      slot: slot,
      secondSlot: secondSlot,
      type: secondSlot == nil ? first : second,
      tracedParts: Array(tracedParts[known...])
    )
    return (loop, result)
  }

  /// The types of the variables: the element, or key and value.
  private static func elementTypes(of type: CELType, two: Bool) -> (CELType, CELType) {
    switch type {
    case .list(let element): two ? (.int, element) : (element, .dyn)
    case .map(let key, let value): (key, value)
    default: (.dyn, .dyn)
    }
  }

  // MARK: all, exists, exists_one

  private mutating func planQuantifier(
    _ id: ExpressionID,
    _ fold: Comprehension,
    _ predicate: Expression,
    decidedBy deciding: Bool
  ) -> Code {
    let (loop, code) = loop(id, fold) { $0.plan(predicate) }
    let long = Self.quantifier(id, loop, code.asBool(deciding ? "exists" : "all"), deciding)
    guard let test = code.fieldTest, let short = FieldLoop(loop, test.field) else {
      return Code(id, bool: long)
    }
    var whole = Code(
      id,
      bool: { (a) throws(Stop) in
        switch try short.search(test, for: deciding, &a) {
        case .found(let index, let element):
          if a.recordsWitnesses {
            a.witnesses.append(Witness(fold: id, index: index, origin: element))
          }
          return deciding
        case .notFound: return !deciding
        case .gaveUp: return try long(&a)
        }
      }
    )
    if !deciding { whole.listFacts = .init(asking: .all(test, fold: id), of: short.listField) }
    return whole
  }

  private static func quantifier(
    _ id: ExpressionID,
    _ loop: Loop,
    _ test: @escaping Run<Bool>,
    _ deciding: Bool
  ) -> Run<Bool> {
    { (a) throws(Stop) in
      let known = a.witnesses.count
      var stop: Stop?
      let isDecided = try loop.run(&a) { (a, index) throws(Stop) in
        do throws(Stop) {
          if try test(&a) == deciding {
            if a.recordsWitnesses { loop.witness(&a, index) }
            return true
          }
        } catch {
          stop.merge(error)
        }
        return false
      }
      if isDecided { return deciding }
      if a.recordsWitnesses { a.witnesses.removeLast(a.witnesses.count - known) }
      if let stop { throw stop }
      return !deciding
    }
  }

  private mutating func planExistsOne(
    _ id: ExpressionID,
    _ fold: Comprehension,
    _ predicate: Expression
  ) -> Code {
    let (loop, test) = loop(id, fold) { $0.plan(predicate).asBool("exists_one") }
    return Code(
      id,
      bool: { (a) throws(Stop) in
        var stop: Stop?
        var count = 0
        _ = try loop.run(&a) { (a, _) throws(Stop) in
          do throws(Stop) { count += try test(&a) ? 1 : 0 } catch { stop.merge(error) }
          return false
        }
        if let stop { throw stop }
        return count == 1
      }
    )
  }

  // MARK: filter, map

  private mutating func planFilter(
    _ id: ExpressionID,
    _ fold: Comprehension,
    _ predicate: Expression
  ) -> Code {
    let (loop, test) = loop(id, fold) { $0.plan(predicate).asBool("filter") }
    let list: Run<ListValue> = { (a) throws(Stop) in
      var stop: Stop?
      var kept: [Value] = []
      _ = try loop.run(&a) { (a, _) throws(Stop) in
        do throws(Stop) {
          if try test(&a) { kept.append(try loop.element(&a)) }
        } catch {
          stop.merge(error)
        }
        return false
      }
      if let stop { throw stop }
      return .elements(kept)
    }
    return Code.making(id, type(of: id, or: .list(loop.type)), list)
  }

  private mutating func planMapping(
    _ id: ExpressionID,
    _ fold: Comprehension,
    _ filter: Expression?,
    _ transform: Expression
  ) -> Code {
    let (loop, (test, result)) = loop(id, fold) { planner in
      (filter.map { BoolRun(run: planner.plan($0).asBool("map")) }, planner.plan(transform))
    }
    let run = result.value
    let list: Run<ListValue> = { (a) throws(Stop) in
      var stop: Stop?
      var made: [Value] = []
      _ = try loop.run(&a) { (a, _) throws(Stop) in
        do throws(Stop) {
          if let test, try !test.run(&a) { return false }
          made.append(try run(&a))
        } catch {
          stop.merge(error)
        }
        return false
      }
      if let stop { throw stop }
      return .elements(made)
    }
    var code = Code.making(id, type(of: id, or: .list(result.type)), list)
    code.bitsLoop = Self.bitsLoop(loop, test, result)
    return code
  }

  private func type(of id: ExpressionID, or other: CELType) -> CELType {
    checked.types[id] ?? other
  }

  // MARK: transformMap, transformMapEntry

  private mutating func planTransform(
    _ id: ExpressionID,
    _ fold: Comprehension,
    _ filter: Expression?,
    _ transform: Expression,
    givesEntries: Bool
  ) -> Code {
    let (loop, (test, run)) = loop(id, fold) { planner in
      (filter.map { planner.plan($0).asBool("transformMap") }, planner.plan(transform).value)
    }
    return Code(id, type(of: id, or: .map(.dyn, .dyn))) { (a) throws(Stop) in
      var stop: Stop?
      var made = MapEntries()
      _ = try loop.run(&a) { (a, _) throws(Stop) in
        do throws(Stop) {
          if let test, try !test(&a) { return false }
          let value = try run(&a)
          if givesEntries {
            try made.add(allOf: value, a.context)
          } else {
            try made.add(try a.variable(loop.slot, "key"), value, a.context)
          }
        } catch {
          stop.merge(error.placed(at: id))
        }
        return false
      }
      if let stop { throw stop }
      return Value(.map(.entries(made)))
    }
  }

  // MARK: The general fold

  private mutating func planGeneralFold(_ id: ExpressionID, _ fold: Comprehension) -> Code {
    let initial = plan(fold.initial)
    let accumulator = Local(name: fold.accumulator, slot: slotCount, type: .dyn)
    slotCount += 1
    let (loop, (condition, step)) = loop(id, fold) { planner in
      // The accumulator is in scope in the body, before the variables of the fold.
      planner.locals.insert(
        accumulator,
        at: planner.locals.count - (fold.secondVariable == nil ? 1 : 2)
      )
      return (planner.plan(fold.condition).asBool("fold"), planner.plan(fold.step).value)
    }
    locals.append(Local(name: fold.accumulator, slot: accumulator.slot, type: initial.type))
    let result = plan(fold.result)
    locals.removeLast()
    let first = initial.value
    let slot = accumulator.slot
    let last = result.value
    return Code(id, result.type) { (a) throws(Stop) in
      a[slot] = Self.outcome(first, &a)
      _ = try loop.run(&a) { (a, _) throws(Stop) in
        guard try condition(&a) else { return true }
        a[slot] = Self.outcome(step, &a)
        return false
      }
      return try last(&a)
    }
  }

  /// A value that may be unknown or an error: what an accumulator holds.
  private static func outcome(_ run: Run<Value>, _ a: inout Activation) -> Value {
    do throws(Stop) { return try run(&a) } catch { return error.value }
  }
}

extension Code {
  /// A list with its general form.
  static func making(
    _ id: ExpressionID,
    _ type: CELType,
    _ list: @escaping Run<ListValue>
  ) -> Code {
    var code = Code(id, type) { (a) throws(Stop) in Value(.list(try list(&a))) }
    code.list = ListRun(run: list)
    return code
  }
}

extension MapEntries {
  /// Adds all entries of a map.
  mutating func add(allOf map: Value, _ context: EvaluationContext) throws(Stop) {
    guard case .map(let map) = map.payload else {
      throw .error(.noSuchOverload("transformMapEntry"))
    }
    for (key, value) in try context.settledEntries(map) { try add(key, value, context) }
  }
}
