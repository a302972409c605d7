import CEL

// Lists inside the elements of a list: together they have no more elements than the document has nodes.
extension RuleEstimate {
  /// A list that is being gone through.
  struct Level {
    /// The variable of its elements.
    let slot: Int
    /// How often the body runs in all.
    let times: UInt64
    /// How often the variable can stand for the same node; nil where that cannot be told.
    let repeats: UInt64?
  }

  /// Begins to go through lists with `count` elements; the result is how often the body runs for one
  /// run of what is around it, rounded up.
  mutating func enter(_ sources: [ListSource], _ slot: Int?, _ count: UInt64) -> UInt64 {
    let outer = levels.last
    let around = max(1, outer?.times ?? 1)
    var times = around.times(count)
    let paths = sources.filter { !$0.isForeign }.map(\.path)
    let same = UInt64(sources.count)
    var repeats: UInt64?
    if paths.allSatisfy({ $0 != nil && $0?.slot == nil }) {
      repeats = around.times(same)
    } else if let outer, let each = outer.repeats,
      paths.allSatisfy({ $0 != nil && $0?.slot == outer.slot })
    {
      let all = each.times(same)
      times = min(times, all.times(CostLimits.nodes))
      repeats = all
    }
    levels.append(Level(slot: slot ?? -1, times: times, repeats: repeats))
    return times / around + (times % around == 0 ? 0 : 1)
  }

  mutating func leave() { levels.removeLast() }
}
