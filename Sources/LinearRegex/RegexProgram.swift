/// A compiled pattern: instructions over UTF-8 bytes.
///
/// Working on bytes lets one automaton serve all scripts and never decode text; each instruction that
/// reads a byte has at most one successor, so a character class costs one step however large it is.
struct RegexProgram: Sendable {
  enum Operation: UInt8, Sendable {
    /// Reads a byte in one of `second` ranges from `first` on.
    case bytes
    /// Goes to `first`, or failing that to `second`.
    case split
    /// Notes the place in capture slot `second` and goes to `first`.
    case save
    /// Goes to `first` if assertion `second` holds.
    case assert
    /// The pattern matches.
    case match
  }

  struct Instruction: Sendable {
    let operation: Operation
    let first: Int32
    let second: Int32
  }

  /// The bytes from `low` to `high` lead to instruction `next`.
  struct ByteRange: Sendable, Hashable {
    let low: UInt8
    let high: UInt8
    let next: Int32
  }

  var instructions: [Instruction] = []
  var byteRanges: [ByteRange] = []
  /// Where a match begins.
  var start: Int32 = 0
  /// Where a search begins: the start, or a character further on.
  var searchStart: Int32 = 0
  /// Whether a match can only begin at the start of the text.
  var isAnchored = false
  /// How many groups there are, the whole match included.
  var groupCount = 1
  /// Which assertions occur.
  var usesLines = false
  var usesWords = false

  /// Where a byte leads from a `bytes` instruction, or nil.
  @inline(__always)
  func target(of instruction: Instruction, byte: UInt8) -> Int32? {
    var index = Int(instruction.first)
    let end = index + Int(instruction.second)
    while index < end {
      let range = byteRanges[index]
      if byte < range.low { return nil }
      if byte <= range.high { return range.next }
      index += 1
    }
    return nil
  }

  /// `[0-9A-Za-z_]`, the word characters of `\b`.
  static func isWord(_ byte: UInt8) -> Bool {
    (byte >= 0x30 && byte <= 0x39) || (byte >= 0x41 && byte <= 0x5A) || byte == 0x5F
      || (byte >= 0x61 && byte <= 0x7A)
  }
}
