/// The UTF-8 encodings of a set of code points as sequences of byte ranges.
///
/// U+0E01–U+0E3A, for example, is E0·B8·81–BA.
enum UTF8Sequences {
  typealias Sequence = [(low: UInt8, high: UInt8)]

  /// The sequences in ascending order; surrogates have no encoding and are left out.
  static func of(_ set: ScalarSet) -> [Sequence] {
    var result: [Sequence] = []
    for range in set.ranges {
      if range.low < 0xD800 { append(range.low, min(range.high, 0xD7FF), to: &result) }
      if range.high > 0xDFFF { append(max(range.low, 0xE000), range.high, to: &result) }
    }
    return result
  }

  private static func append(_ low: UInt32, _ high: UInt32, to result: inout [Sequence]) {
    for limit: UInt32 in [0x7F, 0x7FF, 0xFFFF] where low <= limit && limit < high {
      append(low, limit, to: &result)
      append(limit + 1, high, to: &result)
      return
    }
    let lowBytes = encode(low)
    // Ranges that share all but their last bytes need those to run from 80 to BF.
    for tail in 1..<max(lowBytes.count, 1) {
      let mask = (UInt32(1) << UInt32(6 * tail)) - 1
      guard low & ~mask != high & ~mask else { continue }
      if low & mask != 0 {
        append(low, low | mask, to: &result)
        append((low | mask) + 1, high, to: &result)
        return
      }
      if high & mask != mask {
        append(low, (high & ~mask) - 1, to: &result)
        append(high & ~mask, high, to: &result)
        return
      }
    }
    let highBytes = encode(high)
    var sequence: Sequence = []
    for (lowByte, highByte) in zip(lowBytes, highBytes) { sequence.append((lowByte, highByte)) }
    result.append(sequence)
  }

  static func encode(_ scalar: UInt32) -> [UInt8] {
    func tail(_ shift: UInt32) -> UInt8 {
      UInt8(truncatingIfNeeded: 0x80 | (scalar >> shift) & 0x3F)
    }
    if scalar < 0x80 { return [UInt8(truncatingIfNeeded: scalar)] }
    if scalar < 0x800 { return [UInt8(truncatingIfNeeded: 0xC0 | scalar >> 6), tail(0)] }
    if scalar < 0x10000 {
      return [UInt8(truncatingIfNeeded: 0xE0 | scalar >> 12), tail(6), tail(0)]
    }
    return [UInt8(truncatingIfNeeded: 0xF0 | scalar >> 18), tail(12), tail(6), tail(0)]
  }
}
