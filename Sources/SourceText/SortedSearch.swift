/// Searches in what is sorted.
package enum SortedSearch {
  /// The first of so many positions that does not stand before what is looked for; the count when all do.
  ///
  /// `isBefore` must be true of the first positions and false of all others. Cost: the logarithm of the count.
  package static func firstPlace(in count: Int, whereNot isBefore: (Int) -> Bool) -> Int {
    var low = 0
    var high = count
    while low < high {
      let middle = (low + high) / 2
      if isBefore(middle) { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
