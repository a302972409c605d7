/// What two sequences have in common at their beginning and at their end, without overlap.
package struct CommonEnds: Hashable, Sendable {
  /// How many elements are the same from the beginning.
  package let head: Int

  /// How many of the rest are the same from the end.
  package let tail: Int

  /// Compares two sequences; it costs as many comparisons as they have in common.
  package init<Element: Equatable>(_ first: [Element], _ second: [Element]) {
    let shorter = min(first.count, second.count)
    var head = 0
    while head < shorter, first[head] == second[head] { head += 1 }
    var tail = 0
    while tail < shorter - head,
      first[first.count - 1 - tail] == second[second.count - 1 - tail]
    {
      tail += 1
    }
    self.head = head
    self.tail = tail
  }
}
