/// A set of code points as sorted ranges that neither overlap nor touch.
struct ScalarSet: Sendable, Hashable {
  /// A range of code points, both ends included.
  struct Range: Sendable, Hashable {
    var low: UInt32
    var high: UInt32
  }

  private(set) var ranges: [Range]

  static let last: UInt32 = 0x10FFFF

  /// All code points.
  static let all = ScalarSet([Range(low: 0, high: last)])

  /// All code points but the line feed.
  static let allButLineFeed = ScalarSet([Range(low: 0, high: 9), Range(low: 11, high: last)])

  /// A set of ranges in any order.
  init(_ ranges: [Range] = []) {
    self.ranges = []
    add(ranges)
  }

  /// A set of ranges given as pairs of first and last code point.
  init(pairs: [UInt32]) {
    self.init(
      stride(from: 0, to: pairs.count - 1, by: 2).map {
        Range(low: pairs[$0], high: pairs[$0 + 1])
      }
    )
  }

  /// A set of one code point.
  init(scalar: UInt32) { ranges = [Range(low: scalar, high: scalar)] }

  /// Adds ranges; cost is that of sorting.
  mutating func add(_ more: [Range]) {
    let sorted = (ranges + more).sorted { $0.low < $1.low }
    var merged: [Range] = []
    for range in sorted where range.low <= range.high {
      if let last = merged.last, range.low <= last.high &+ 1 {
        merged[merged.count - 1].high = max(last.high, range.high)
      } else {
        merged.append(range)
      }
    }
    ranges = merged
  }

  mutating func add(_ other: ScalarSet) { add(other.ranges) }

  /// All code points that are not in the set.
  var complement: ScalarSet {
    var result: [Range] = []
    var next: UInt32 = 0
    for range in ranges {
      if range.low > next { result.append(Range(low: next, high: range.low - 1)) }
      next = range.high + 1
    }
    if next <= Self.last { result.append(Range(low: next, high: Self.last)) }
    return ScalarSet(result)
  }

  func contains(_ scalar: UInt32) -> Bool {
    var low = 0
    var high = ranges.count
    while low < high {
      let middle = (low + high) / 2
      if ranges[middle].high < scalar { low = middle + 1 } else { high = middle }
    }
    return low < ranges.count && ranges[low].low <= scalar
  }

  /// The set with every letter that folds together with one of its letters.
  var caseFolded: ScalarSet {
    var extra: [Range] = []
    CaseFolding.forEachLetter { letter in
      guard contains(letter) else { return }
      var next = CaseFolding.next(letter)
      while next != letter {
        extra.append(Range(low: next, high: next))
        next = CaseFolding.next(next)
      }
    }
    var result = self
    result.add(extra)
    return result
  }
}

/// Letters that differ only in case.
enum CaseFolding {
  /// The next letter of the ring of letters that fold together; the letter itself if it is alone.
  static func next(_ letter: UInt32) -> UInt32 {
    let entries = CaseFoldTable.entries
    let wanted = Int32(truncatingIfNeeded: letter)
    var index = 0
    while index < entries.count {
      let low = entries[index]
      if low > wanted { return letter }
      if wanted <= entries[index + 1], (wanted - low) % entries[index + 2] == 0 {
        return UInt32(truncatingIfNeeded: wanted + entries[index + 3])
      }
      index += 4
    }
    return letter
  }

  /// The letter and all that fold together with it.
  static func ring(of letter: UInt32) -> ScalarSet {
    var set = ScalarSet(scalar: letter)
    var next = next(letter)
    while next != letter {
      set.add([ScalarSet.Range(low: next, high: next)])
      next = Self.next(next)
    }
    return set
  }

  /// Calls the closure with every letter that folds together with another.
  static func forEachLetter(_ body: (UInt32) -> Void) {
    let entries = CaseFoldTable.entries
    for index in stride(from: 0, to: entries.count, by: 4) {
      for letter in stride(
        from: entries[index],
        through: entries[index + 1],
        by: Int(entries[index + 2])
      ) {
        body(UInt32(truncatingIfNeeded: letter))
      }
    }
  }
}
