internal import DocumentArena

// List and map literals. Strict: unknowns of all parts merge and win over the first error.
extension Planner {
  mutating func planList(_ id: ExpressionID, _ elements: [Expression.ListElement]) -> Code {
    var parts: [(code: Code, isOptional: Bool)] = []
    for element in elements { parts.append((plan(element.value), element.isOptional)) }
    let constants = parts.compactMap { $0.isOptional ? nil : $0.code.constant }
    let type = checked.types[id] ?? .list(.dyn)
    if constants.count == parts.count {
      return Code(id, constant: Value(.list(.elements(constants))), type: type)
    }
    let runs = parts.map { (run: $0.code.value, isOptional: $0.isOptional) }
    return Code(id, type) { (a) throws(Stop) in
      try a.tick(UInt64(runs.count))
      var values: [Value] = []
      values.reserveCapacity(runs.count)
      var stop: Stop?
      for part in runs {
        do throws(Stop) {
          let value = try part.run(&a)
          if let kept = try Self.kept(value, part.isOptional) { values.append(kept) }
        } catch {
          stop.merge(error)
        }
      }
      if let stop { throw stop }
      return Value(.list(.elements(values)))
    }
  }

  mutating func planMap(_ id: ExpressionID, _ entries: [Expression.MapEntry]) -> Code {
    var parts: [EntryRun] = []
    for entry in entries {
      let key = plan(entry.key)
      let value = plan(entry.value)
      parts.append(EntryRun(key: key.value, value: value.value, isOptional: entry.isOptional))
    }
    let runs = parts
    return Code(id, checked.types[id] ?? .map(.dyn, .dyn)) { (a) throws(Stop) in
      try a.tick(UInt64(runs.count))
      var map = MapEntries()
      var stop: Stop?
      for part in runs {
        do throws(Stop) {
          try part.insert(into: &map, &a)
        } catch {
          stop.merge(error.placed(at: id))
        }
      }
      if let stop { throw stop }
      return Value(.map(.entries(map)))
    }
  }

  /// One entry of a map literal.
  private struct EntryRun {
    let key: Run<Value>
    let value: Run<Value>
    let isOptional: Bool

    func insert(into map: inout MapEntries, _ a: inout Activation) throws(Stop) {
      var stop: Stop?
      var parts: [Value] = []
      for run in [key, value] {
        do throws(Stop) { parts.append(try run(&a)) } catch { stop.merge(error) }
      }
      if let stop { throw stop }
      guard let kept = try Planner.kept(parts[1], isOptional) else { return }
      try map.add(parts[0], kept, a.context)
    }
  }

  /// The value of an element: of an optional one what is in it, nil when it is empty.
  private static func kept(_ value: Value, _ isOptional: Bool) throws(Stop) -> Value? {
    guard isOptional else { return value }
    switch value.payload {
    case .optional(.some(let inner)): return inner
    case .optional(.none): return nil
    default: throw .error(.noSuchOverload("?"))
    }
  }
}

extension MapEntries {
  /// Adds an entry; a repeated key and a value that can be no key are errors.
  mutating func add(_ key: Value, _ value: Value, _ context: EvaluationContext) throws(Stop) {
    switch insert(key, value) {
    case .done: return
    case .repeatedKey: throw .error(.repeatedKey(context.printed(literal: key)))
    case .unsupportedKey: throw .error(.unsupportedKey)
    }
  }
}
