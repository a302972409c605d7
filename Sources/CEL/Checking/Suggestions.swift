/// The nearest of the known names, for "did you mean".
enum Suggestions {
  /// The candidate that a word was probably meant to be; nil when none is near.
  ///
  /// Among equally near ones the first in byte order, so that the answer does not depend on the order
  /// of a dictionary.
  static func nearest(to word: String, among candidates: some Sequence<String>) -> String? {
    let target = Array(word.utf8)
    let bound = max(1, target.count / 3)
    var best: (name: String, distance: Int)?
    for candidate in candidates {
      let distance = editDistance(target, Array(candidate.utf8), bound: bound)
      guard distance <= bound, distance < max(target.count, 1) else { continue }
      if let known = best, (known.distance, known.name) <= (distance, candidate) { continue }
      best = (candidate, distance)
    }
    return best?.name
  }

  /// Insertions, removals, replacements and swaps of neighbours, a change of case counting as none
  /// but the least; more than `bound` is only known to be more.
  private static func editDistance(_ a: [UInt8], _ b: [UInt8], bound: Int) -> Int {
    guard abs(a.count - b.count) <= bound, a.count <= 64, b.count <= 64 else { return bound + 1 }
    var beforeLast: [Int] = []
    var last = Array(0...b.count)
    for (i, x) in a.enumerated() {
      var row = [i + 1]
      for (j, y) in b.enumerated() {
        let isSame = x == y || (x | 0x20 == y | 0x20 && x.isNameStart)
        var cost = min(last[j + 1] + 1, row[j] + 1, last[j] + (isSame ? 0 : 1))
        if i > 0, j > 0, a[i - 1] == y, x == b[j - 1], !beforeLast.isEmpty {
          cost = min(cost, beforeLast[j - 1] + 1)
        }
        row.append(cost)
      }
      beforeLast = last
      last = row
    }
    return last[b.count]
  }
}
