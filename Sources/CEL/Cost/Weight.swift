internal import DocumentArena

extension EvaluationContext {
  /// The weight of a value: its elements at every depth, and text and bytes in tens.
  ///
  /// Lists that hold one long text or list a thousand times weigh it a thousand times, because
  /// whatever looks inside works as often. Counting stops soon after `cap` is passed, so that it
  /// never takes longer than what it counts may take.
  func weight(of value: Value, upTo cap: UInt64, inRecords: Bool = false) -> UInt64 {
    var counter = WeightCounter(context: self, cap: cap, inRecords: inRecords)
    counter.add(value)
    return counter.total
  }
}

extension Activation {
  /// The steps that are left, and one more, so that passing them shows.
  var remainingSteps: UInt64 { steps < stepLimit ? (stepLimit - steps).plus(1) : 1 }

  /// Counts the steps of a call by the weights of its arguments.
  mutating func tick(
    _ cost: Overload.Cost,
    _ values: [Value],
    inRecords: Bool = false
  ) throws(Stop) {
    if case .constant = cost { return try tick() }
    let cap = remainingSteps
    var sizes: [CostedSize] = []
    sizes.reserveCapacity(values.count)
    for value in values {
      let weight = context.weight(of: value, upTo: cap, inRecords: inRecords)
      sizes.append(CostedSize(weight: weight, count: context.count(of: value) ?? weight))
    }
    try tick(min(cost.steps(sizes), cap))
  }

  /// Counts the steps of a call of the standard library.
  mutating func tick(_ cost: BuiltInCost, _ values: [Value]) throws(Stop) {
    if cost.countsText, case .string = values.first?.payload {
      return try tick(.linear, values)
    }
    try tick(cost.growth, values, inRecords: cost.inRecords)
  }

  /// Counts the weight of what a call made.
  mutating func tick(made value: Value) throws(Stop) {
    let cap = remainingSteps
    try tick(min(context.weight(of: value, upTo: cap), cap))
  }
}

extension EvaluationContext {
  /// The elements of a list or the entries of a map, nil for other values.
  fileprivate func count(of value: Value) -> UInt64? {
    switch value.payload {
    case .list(let list): UInt64(count(list))
    case .map(let map): UInt64(count(map))
    default: nil
    }
  }
}

/// What a call of a function of the standard library costs.
struct BuiltInCost: Sendable {
  let growth: Overload.Cost

  /// Whether the call looks into records that stand in its arguments.
  let inRecords: Bool

  /// Whether a text costs its length, though everything else costs one step: `size`.
  let countsText: Bool

  init(_ growth: Overload.Cost, inRecords: Bool = false, countsText: Bool = false) {
    self.growth = growth
    self.inRecords = inRecords
    self.countsText = countsText
  }
}

/// Adds up weights until a cap is passed.
private struct WeightCounter {
  let context: EvaluationContext
  let cap: UInt64

  /// Whether records weigh what stands in them: where they are compared.
  let inRecords: Bool

  var total: UInt64 = 0

  mutating func add(_ value: Value) {
    switch value.payload {
    case .string(let text): add(UInt64(text.utf8.count / 10))
    case .bytes(let bytes): add(UInt64(bytes.count / 10))
    case .optional(.some(let inner)): add(inner)
    case .list(.elements(let elements)):
      add(UInt64(elements.count))
      for element in elements {
        if total > cap { return }
        add(element)
      }
    case .map(.entries(let entries)):
      add(UInt64(entries.count))
      for (key, value) in entries.entries {
        if total > cap { return }
        add(key)
        add(value)
      }
    case .list(.node(let reference, let type)), .map(.node(let reference, let type)):
      add(reference, type)
    case .record:
      if inRecords, let origin = value.origin { add(origin, .dyn) }
    default: break
    }
  }

  private mutating func add(_ weight: UInt64) { total = total.plus(weight) }

  private mutating func add(_ reference: NodeReference, _ type: CELType) {
    guard let document = context.document(of: reference) else { return }
    if isSmall(type) {
      add(UInt64(document.count(of: reference.node)))
    } else {
      add(reference.node, in: document)
    }
  }

  /// Whether elements of a type weigh nothing themselves.
  private func isSmall(_ type: CELType) -> Bool {
    switch type {
    case .record: !inRecords
    case .string, .bytes, .dyn, .parameter, .error, .list, .map, .optional: false
    default: true
    }
  }

  private mutating func add(_ node: NodeID, in document: Document) {
    switch document.kind(of: node) {
    case .list, .map:
      add(UInt64(document.count(of: node)))
      for child in document.children(of: node) {
        if total > cap { return }
        add(child, in: document)
      }
    case .string: add(UInt64(document.bytes(of: node).count / 10))
    default: break
    }
  }
}
