/// Finds the name that was probably meant, for "did you mean".
package enum NearestName {
  /// The candidate nearest to a name, or nil when none is near.
  ///
  /// `-` and `_` and the case of letters do not count. At most one edit for names of under three
  /// letters, two for others. Of two equally near candidates the first wins. Only called when
  /// something is wrong already: the cost is quadratic in the lengths.
  package static func of(_ name: String, among candidates: some Sequence<String>) -> String? {
    let wanted = folded(name)
    guard !wanted.isEmpty, wanted.count <= 64 else { return nil }
    let limit = wanted.count < 3 ? 1 : 2
    var best: (name: String, distance: Int)?
    for candidate in candidates {
      let other = folded(candidate)
      guard abs(other.count - wanted.count) <= limit else { continue }
      let distance = edits(wanted, other)
      if distance <= limit, distance < (best?.distance ?? .max) { best = (candidate, distance) }
    }
    return best?.name
  }

  private static func folded(_ name: String) -> [UInt32] {
    name.unicodeScalars.map { scalar in
      switch scalar {
      case "A"..."Z": scalar.value + 32
      case "-", " ": 0x5F
      default: scalar.value
      }
    }
  }

  /// Insertions, deletions, replacements and swaps of neighbours.
  private static func edits(_ a: [UInt32], _ b: [UInt32]) -> Int {
    var beforeLast: [Int] = []
    var last = Array(0...b.count)
    for i in 0..<a.count {
      var current = [i + 1]
      current.reserveCapacity(b.count + 1)
      for j in 0..<b.count {
        var cost = min(last[j + 1] + 1, current[j] + 1, last[j] + (a[i] == b[j] ? 0 : 1))
        if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] {
          cost = min(cost, beforeLast[j - 1] + 1)
        }
        current.append(cost)
      }
      beforeLast = last
      last = current
    }
    return last[b.count]
  }
}
