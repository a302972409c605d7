/// Counts by sort, against a bound of ``CheckLimits``.
///
/// Of the sorts that are counted there are few, so a list does: nothing is hashed. Sorts are texts, so that the
/// type is the same for all of them: each type costs a process time when it is first used.
package struct Tally: Sendable {
  private var entries: [(sort: String, count: Int)] = []

  /// Makes an empty one.
  package init() {}

  /// Counts one more of a sort; returns how many there are now.
  package mutating func add(_ sort: String) -> Int {
    guard let place = entries.firstIndex(where: { $0.sort == sort }) else {
      entries.append((sort, 1))
      return 1
    }
    entries[place].count += 1
    return entries[place].count
  }

  /// How many there are of a sort.
  package func count(of sort: String) -> Int { entries.first { $0.sort == sort }?.count ?? 0 }
}
