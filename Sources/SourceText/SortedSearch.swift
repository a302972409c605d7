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

  /// The position of a text among texts that are sorted by their bytes; nil when it is not there.
  package static func place(of text: String, in count: Int, at position: (Int) -> String) -> Int? {
    let place = firstPlace(in: count) { position($0).precedesInBytes(text) }
    return place < count && position(place).hasSameBytes(as: text) ? place : nil
  }
}
