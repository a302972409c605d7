// Folds: what stands in the body is computed once for each element.
extension CostEstimator {
  mutating func comprehension(_ fold: Comprehension) -> CostBound {
    let range = visit(fold.range)
    guard let macro = fold.macro else { return general(fold, range) }
    let (bodies, isEntries) = Self.bodies(of: macro)
    let owner = owner(of: fold.range)
    let outer = owned
    owned = []
    enter(fold, range.size, isDistinct: owner.isDistinct && range.size.isStored)
    let (steps, sizes) = visit(bodies)
    let position = locals.count - 1
    leave(fold)
    let walks = owned
    owned = outer
    let made = sizes.last ?? .small
    let inside = add(
      [OwnedWalk(owner: position, count: 1, steps: steps.plus(1))] + walks,
      of: position,
      range.size.count,
      in: owner
    )
    return CostBound(
      steps: range.steps.plus(inside),
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
      let list = SizeBound.list(count, of: element, weight: range.weight)
      return range.isStored ? list.stored : list
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
  private mutating func enter(_ fold: Comprehension, _ range: SizeBound, isDistinct: Bool) {
    var first = range.key.joined(range.element)
    var isList = false
    switch program.checked.types[fold.range.id] {
    case .list:
      first = fold.secondVariable == nil ? range.element : .small
      isList = true
    case .map: first = range.key
    default: break
    }
    let isLast = fold.secondVariable == nil
    locals.append(
      Local(name: fold.variable, size: first, isDistinct: isDistinct && isList && isLast)
    )
    guard let second = fold.secondVariable else { return }
    locals.append(Local(name: second, size: range.element, isDistinct: isDistinct && isList))
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
    locals.append(Local(name: fold.accumulator, size: initial.size))
    let result = visit(fold.result)
    locals.removeLast()
    return CostBound(
      steps: range.steps.plus(initial.steps).plus(result.steps),
      size: result.size
    )
  }
}

// Lists inside the elements of a list: all of them together have no more elements than the document
// has nodes, however long each may be.
extension CostEstimator {
  /// What the elements of a range belong to.
  struct Owner {
    /// The position of the variable whose node holds them; nil for a list of the submission.
    let local: Int?
    /// Whether the range is a path to lists of a document.
    let isDistinct: Bool

    static let none = Owner(local: nil, isDistinct: false)
  }

  /// The variable that a path begins with.
  fileprivate func owner(of range: Expression) -> Owner {
    switch range.kind {
    case .identifier(let name):
      guard let position = locals.lastIndex(where: { TextComparison.areEqual($0.name, name) })
      else { return Owner(local: nil, isDistinct: true) }
      return locals[position].isDistinct ? Owner(local: position, isDistinct: true) : .none
    case .select(let operand, _, .plain), .select(let operand, _, .optional):
      return owner(of: operand)
    case .call("or_empty", nil, let arguments) where arguments.count == 1:
      return owner(of: arguments[0])
    case .comprehension(let fold):
      guard case .filter = fold.macro else { return .none }
      return owner(of: fold.range)
    default: return .none
    }
  }

  /// The steps of walks for each of `count` elements of a range.
  ///
  /// Walks inside the elements count each node of the document once where the range is a list of the
  /// submission, and are left to the owner's fold where a variable owns the range.
  fileprivate mutating func add(
    _ walks: [OwnedWalk],
    of position: Int,
    _ count: UInt64,
    in owner: Owner
  ) -> UInt64 {
    var steps: UInt64 = 0
    for walk in walks {
      if walk.owner != position {
        // Inside another variable's node, for each element anew.
        owned.append(
          OwnedWalk(owner: walk.owner, count: walk.count, steps: walk.steps.times(count))
        )
      } else if let local = owner.local {
        owned.append(
          OwnedWalk(owner: local, count: walk.count.times(count), steps: walk.steps)
        )
      } else {
        let all = walk.count.times(count)
        let most = walk.count == 1 ? all : min(all, environment.sizes.nodes)
        steps = steps.plus(most.times(walk.steps))
      }
    }
    return steps
  }
}
