/// Finds texts again that were put into a buffer not long ago, so that they need not stand there twice.
///
/// Tables of people repeat themselves: one owner, one unit, one source of money in thousands of rows.
/// What is found is only a hint, to be compared; a text may be forgotten, so that the memory stays the
/// same however many there are (256 KB).
package struct RecentTexts: Sendable {
  private static let bits: UInt64 = 16

  /// What the texts are known by, plus one, or 0; empty before the first text.
  private var known: [UInt32] = []

  package init() {}

  /// What the last text like this one is known by, and the place to note it; nil where none is known.
  package mutating func find(_ text: UnsafeRawBufferPointer) -> (slot: Int, known: UInt32?) {
    if known.isEmpty { known = Array(repeating: 0, count: 1 << Self.bits) }
    let slot = unsafe Self.slot(of: text)
    let value = known[slot]
    return (slot, value == 0 ? nil : value - 1)
  }

  /// Notes what a text is known by from now on.
  package mutating func note(_ value: UInt32, at slot: Int) { known[slot] = value &+ 1 }

  /// Eight bytes at a time: hashing must be quicker than copying.
  private static func slot(of text: UnsafeRawBufferPointer) -> Int {
    var hash = UInt64(text.count) &* 0x9E37_79B9_7F4A_7C15
    var offset = 0
    while offset + 8 <= text.count {
      let word = unsafe text.loadUnaligned(fromByteOffset: offset, as: UInt64.self)
      hash = (hash ^ word) &* 0xFF51_AFD7_ED55_8CCD
      hash ^= hash >> 32
      offset += 8
    }
    while offset < text.count {
      hash = (hash ^ UInt64(unsafe text[offset])) &* 0xC4CE_B9FE_1A85_EC53
      hash ^= hash >> 29
      offset += 1
    }
    return Int(truncatingIfNeeded: hash >> (64 - bits))
  }
}
