// Folds: what stands in the body is computed once for each element.
extension CostEstimator {
  mutating func comprehension(_ fold: Comprehension) -> CostBound {
    let range = visit(fold.range)
    guard let macro = fold.macro else { return general(fold, range) }
    let (bodies, isEntries) = Self.bodies(of: macro)
    enter(fold, range.size)
    let (steps, sizes) = visit(bodies)
    leave(fold)
    let count = range.size.count
    let made = sizes.last ?? .small
    return CostBound(
      steps: range.steps.plus(count.times(steps.plus(1))),
      size: size(of: macro, fold, range.size, made, isEntries: isEntries)
    )
  }

  /// The parts that are computed for each element; what is made stands last.
  private static func bodies(of macro: MacroForm) -> (bodies: [Expression], isEntries: Bool) {
    switch macro {
    case .all(let test), .exists(let test), .existsOne(let test), .filter(let test):
      ([test], false)
    case .map(let filter, let transform), .transformList(let filter, let transform),
      .transformMap(let filter, let transform):
      ((filter.map { [$0] } ?? []) + [transform], false)
    case .transformMapEntry(let filter, let transform):
      ((filter.map { [$0] } ?? []) + [transform], true)
    }
  }

  private func size(
    of macro: MacroForm,
    _ fold: Comprehension,
    _ range: SizeBound,
    _ made: SizeBound,
    isEntries: Bool
  ) -> SizeBound {
    let count = range.count
    switch macro {
    case .all, .exists, .existsOne: return .small
    case .filter:
      let element = isMap(fold.range) ? range.key : range.element
      return .list(count, of: element, weight: range.weight)
    case .map, .transformList: return .list(count, of: made)
    case .transformMap: return .map(count, key: isMap(fold.range) ? range.key : .small, value: made)
    case .transformMapEntry:
      return .map(count.times(made.count), key: made.key, value: made.element)
    }
  }

  /// Whether a range may be a map: a list of unknown elements passes for both.
  private func isMap(_ range: Expression) -> Bool {
    if case .map = program.checked.types[range.id] { return true }
    return false
  }

  /// Brings the variables into scope.
  private mutating func enter(_ fold: Comprehension, _ range: SizeBound) {
    switch program.checked.types[fold.range.id] {
    case .list:
      locals.append((fold.variable, fold.secondVariable == nil ? range.element : .small))
    case .map: locals.append((fold.variable, range.key))
    default: locals.append((fold.variable, range.key.joined(range.element)))
    }
    if let second = fold.secondVariable { locals.append((second, range.element)) }
  }

  private mutating func leave(_ fold: Comprehension) {
    locals.removeLast(fold.secondVariable == nil ? 1 : 2)
  }

  /// A fold that no macro made.
  ///
  /// `cel.bind` goes over nothing; how far the value of any other grows cannot be told.
  private mutating func general(_ fold: Comprehension, _ range: CostBound) -> CostBound {
    let initial = visit(fold.initial)
    guard range.size.count == 0 else { return CostBound(steps: .max, size: .unlimited) }
    locals.append((fold.accumulator, initial.size))
    let result = visit(fold.result)
    locals.removeLast()
    return CostBound(
      steps: range.steps.plus(initial.steps).plus(result.steps),
      size: result.size
    )
  }
}
