/// Numbers as ZIP writes them: the lowest byte first.
struct LittleEndian {
  let bytes: [UInt8]

  /// The two bytes at an offset as a number; nil beyond the end.
  func short(_ offset: Int) -> Int? {
    guard offset >= 0, offset + 2 <= bytes.count else { return nil }
    return Int(bytes[offset]) | Int(bytes[offset + 1]) << 8
  }

  /// The four bytes at an offset as a number; nil beyond the end.
  func word(_ offset: Int) -> Int? {
    guard let low = short(offset), let high = short(offset + 2) else { return nil }
    return low | high << 16
  }

  /// The eight bytes at an offset as a number; nil beyond the end or beyond Int.
  func long(_ offset: Int) -> Int? {
    guard let low = word(offset), let high = word(offset + 4), high < 1 << 31 else { return nil }
    return low | high << 32
  }

  static func append(short value: Int, to bytes: inout [UInt8]) {
    bytes.append(UInt8(truncatingIfNeeded: value))
    bytes.append(UInt8(truncatingIfNeeded: value >> 8))
  }

  static func append(word value: Int, to bytes: inout [UInt8]) {
    append(short: value, to: &bytes)
    append(short: value >> 16, to: &bytes)
  }
}
