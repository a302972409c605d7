extension RegexParser {
  /// Reads `[…]`; the reader stands on the bracket.
  mutating func parseClass() throws(RegexError) -> ScalarSet {
    let start = reader.index
    reader.advance()
    let isNegated = reader.take("^")
    var set = ScalarSet()
    // A class of many parts is sorted once, not once for each part.
    var ranges: [ScalarSet.Range] = []
    var isFirst = true
    while isFirst || !reader.looking(at: "]") {
      guard !reader.isAtEnd else { throw reader.error(.missingBracket, start..<(start + 1)) }
      isFirst = false
      if let named = try parsePOSIXClass() {
        ranges.append(contentsOf: named.ranges)
      } else if let escaped = try parseClassEscape() {
        ranges.append(contentsOf: escaped.ranges)
      } else {
        ranges.append(try parseClassRange(of: start))
      }
    }
    reader.advance()
    set.add(ranges)
    if flags.ignoresCase { set = set.caseFolded }
    return isNegated ? set.complement : set
  }

  private mutating func parseClassRange(of bracket: Int) throws(RegexError) -> ScalarSet.Range {
    let start = reader.index
    let low = try parseClassScalar(of: bracket)
    guard reader.looking(at: "-"), let after = reader.peek(1), after != 0x5D else {
      return ScalarSet.Range(low: low, high: low)
    }
    reader.advance()
    if try parseClassEscape() != nil { throw reader.error(.invalidRange, from: start) }
    let high = try parseClassScalar(of: bracket)
    guard low <= high else { throw reader.error(.invalidRange, from: start) }
    return ScalarSet.Range(low: low, high: high)
  }

  private mutating func parseClassScalar(of bracket: Int) throws(RegexError) -> UInt32 {
    let start = reader.index
    if reader.looking(at: "\\") { return try parseEscapedScalar(from: start) }
    guard let scalar = reader.next() else {
      throw reader.error(.missingBracket, bracket..<(bracket + 1))
    }
    return scalar
  }

  /// `[:name:]` or `[:^name:]` inside a class.
  private mutating func parsePOSIXClass() throws(RegexError) -> ScalarSet? {
    guard reader.looking(atText: "[:") else { return nil }
    let start = reader.index
    var distance = 2
    while let scalar = reader.peek(distance), scalar != 0x3A, scalar != 0x5D { distance += 1 }
    guard reader.peek(distance) == 0x3A, reader.peek(distance + 1) == 0x5D else { return nil }
    reader.advance(2)
    let isNegated = reader.take("^")
    let name = reader.text(reader.index..<(start + distance))
    reader.move(to: start + distance + 2)
    guard let set = NamedClasses.posix(name) else { throw reader.error(.unknownClass, from: start) }
    return folded(set, isNegated: isNegated)
  }

  /// `\d`, `\D`, `\pL`, `\p{Thai}`, `\P{^Thai}`; nil if something else stands here.
  mutating func parseClassEscape() throws(RegexError) -> ScalarSet? {
    guard reader.looking(at: "\\"), let letter = reader.peek(1) else { return nil }
    let start = reader.index
    if letter == 0x70 || letter == 0x50 {
      reader.advance(2)
      return try parseProperty(isNegated: letter == 0x50, from: start)
    }
    // Lower-case letters differ from upper-case ones in bit 5; no other character maps to d, s, w.
    guard letter >= 0x41, letter <= 0x7A, let set = NamedClasses.perl(letter | 0x20) else {
      return nil
    }
    reader.advance(2)
    return folded(set, isNegated: letter & 0x20 == 0)
  }

  private mutating func parseProperty(
    isNegated: Bool,
    from start: Int
  ) throws(RegexError) -> ScalarSet {
    var isNegated = isNegated
    var name = ""
    if reader.take("{") {
      if reader.take("^") { isNegated.toggle() }
      let nameStart = reader.index
      while let scalar = reader.peek(), scalar != 0x7D { reader.advance() }
      name = reader.text(nameStart..<reader.index)
      guard reader.take("}") else { throw reader.error(.unknownClass, from: start) }
    } else if !reader.isAtEnd {
      name = reader.text(reader.index..<(reader.index + 1))
      reader.advance()
    }
    guard let set = NamedClasses.unicode(name) else {
      throw reader.error(.unknownClass, from: start)
    }
    return folded(set, isNegated: isNegated)
  }

  /// The set, folded before it is negated, so that `(?i)\P{Lu}` has no letter of either case.
  private func folded(_ set: ScalarSet, isNegated: Bool) -> ScalarSet {
    let full = flags.ignoresCase ? set.caseFolded : set
    return isNegated ? full.complement : full
  }

  /// Reads a backslash and what it stands for as one code point.
  mutating func parseEscapedScalar(from start: Int) throws(RegexError) -> UInt32 {
    reader.advance()
    guard let scalar = reader.next() else { throw reader.error(.trailingBackslash, from: start) }
    switch scalar {
    case 0x61: return 0x07
    case 0x66: return 0x0C
    case 0x6E: return 0x0A
    case 0x72: return 0x0D
    case 0x74: return 0x09
    case 0x76: return 0x0B
    case 0x78: return try parseHex(from: start)
    case 0x30...0x37: return try parseOctal(first: scalar, from: start)
    case 0x38, 0x39: throw reader.error(.backReference, from: start)
    default:
      let isLetter = (scalar | 0x20 >= 0x61) && (scalar | 0x20 <= 0x7A)
      guard scalar < 0x80, !isLetter else { throw reader.error(.invalidEscape, from: start) }
      return scalar
    }
  }

  /// `\0`, `\012`, `\123`; one digit that is not zero would be a back reference.
  private mutating func parseOctal(first: UInt32, from start: Int) throws(RegexError) -> UInt32 {
    var value = first - 0x30
    if first != 0x30 {
      guard let second = reader.peek(), second >= 0x30, second <= 0x37 else {
        throw reader.error(.backReference, from: start)
      }
    }
    for _ in 0..<2 {
      guard let digit = reader.peek(), digit >= 0x30, digit <= 0x37 else { break }
      value = value * 8 + digit - 0x30
      reader.advance()
    }
    return value
  }

  /// `\x7F` or `\x{0E01}`.
  private mutating func parseHex(from start: Int) throws(RegexError) -> UInt32 {
    var value: UInt32 = 0
    var count = 0
    let isBraced = reader.take("{")
    while let digit = reader.peek().flatMap(Self.hexValue), isBraced || count < 2 {
      value = value * 16 + digit
      count += 1
      reader.advance()
      guard value <= ScalarSet.last else { throw reader.error(.invalidEscape, from: start) }
    }
    guard isBraced ? count > 0 && reader.take("}") : count == 2 else {
      throw reader.error(.invalidEscape, from: start)
    }
    return value
  }

  private static func hexValue(_ scalar: UInt32) -> UInt32? {
    switch scalar {
    case 0x30...0x39: scalar - 0x30
    case 0x41...0x46: scalar - 0x41 + 10
    case 0x61...0x66: scalar - 0x61 + 10
    default: nil
    }
  }
}
