/// Turns a syntax tree into a program, from its end to its start.
///
/// Building backwards means that the successor of each part is known when the part is built, so equal
/// tails of character classes are shared.
struct RegexCompiler {
  private var program = RegexProgram()
  /// The sequences of large sets, and where those of a set stand among them.
  private var sequences: [[UTF8Sequences.Sequence]] = []
  private var places = NumberTable<ScalarSet>()
  /// Instructions on ranges of bytes, by their ranges.
  private var sharedBytes = NumberTable<[RegexProgram.ByteRange]>()

  static func compile(
    _ node: RegexNode,
    groupCount: Int
  ) throws(RegexError) -> RegexProgram {
    var compiler = RegexCompiler()
    compiler.program.groupCount = groupCount
    compiler.program.isAnchored = node.isAnchoredAtStart
    let match = try compiler.emit(.match, 0, 0)
    let end = try compiler.emit(.save, match, 1)
    let body = try compiler.compile(node, next: end)
    compiler.program.start = try compiler.emit(.save, body, 0)
    try compiler.compileSearch()
    return compiler.program
  }

  // MARK: Nodes

  private mutating func compile(_ node: RegexNode, next: Int32) throws(RegexError) -> Int32 {
    switch node {
    case .empty:
      return next
    case .literal(let scalar):
      return try compileSet(ScalarSet(scalar: scalar), next: next)
    case .set(let set):
      return try compileSet(set, next: next)
    case .assertion(let assertion):
      note(assertion)
      return try emit(.assert, next, Int32(assertion.rawValue))
    case .concatenation(let nodes):
      var target = next
      for node in nodes.reversed() { target = try compile(node, next: target) }
      return target
    case .alternation(let nodes):
      guard let last = nodes.last else { return next }
      var target = try compile(last, next: next)
      for node in nodes.dropLast().reversed() {
        target = try emit(.split, try compile(node, next: next), target)
      }
      return target
    case .repetition(let node, let min, let max, let isGreedy):
      return try compileRepetition(node, min: min, max: max, isGreedy: isGreedy, next: next)
    case .capture(let node, let index):
      let end = try emit(.save, next, Int32(2 * index + 1))
      return try emit(.save, try compile(node, next: end), Int32(2 * index))
    }
  }

  private mutating func compileRepetition(
    _ node: RegexNode,
    min: Int,
    max: Int?,
    isGreedy: Bool,
    next: Int32
  ) throws(RegexError) -> Int32 {
    var target = next
    var copies = min
    if let max {
      for _ in 0..<(max - min) {
        target = try emitChoice(try compile(node, next: target), next, isGreedy: isGreedy)
      }
    } else {
      let loop = try emit(.split, next, next)
      let body = try compile(node, next: loop)
      program.instructions[Int(loop)] = Self.choice(body, next, isGreedy: isGreedy)
      if min > 0 {
        target = body
        copies -= 1
      } else if node.isNullable {
        // x* of an x that may be empty is (x+)?: the order of preference is else wrong.
        target = try emitChoice(body, next, isGreedy: isGreedy)
      } else {
        target = loop
      }
    }
    for _ in 0..<copies { target = try compile(node, next: target) }
    return target
  }

  private mutating func note(_ assertion: RegexAssertion) {
    switch assertion {
    case .beginLine, .endLine: program.usesLines = true
    case .wordBoundary, .noWordBoundary: program.usesWords = true
    case .beginText, .endText: break
    }
  }

  // MARK: Characters

  private mutating func compileSet(_ set: ScalarSet, next: Int32) throws(RegexError) -> Int32 {
    let known = places.number(of: set)
    let encoded = known.map { sequences[Int($0)] } ?? UTF8Sequences.of(set)
    // Only large sets are worth remembering for the next copy of a repetition.
    if known == nil, encoded.count > 8 {
      places.add(Int32(sequences.count), for: set)
      sequences.append(encoded)
    }
    return try compileSequences(encoded[...], at: 0, next: next)
  }

  /// Builds a tree of byte ranges; sequences that begin alike stand together, being sorted.
  private mutating func compileSequences(
    _ sequences: ArraySlice<UTF8Sequences.Sequence>,
    at depth: Int,
    next: Int32
  ) throws(RegexError) -> Int32 {
    var ranges: [RegexProgram.ByteRange] = []
    var index = sequences.startIndex
    while index < sequences.endIndex {
      let head = sequences[index][depth]
      var end = index + 1
      while end < sequences.endIndex, sequences[end][depth] == head { end += 1 }
      var target = next
      if sequences[index].count > depth + 1 {
        target = try compileSequences(sequences[index..<end], at: depth + 1, next: next)
      }
      if let last = ranges.last, last.next == target, last.high &+ 1 == head.low {
        ranges[ranges.count - 1] = RegexProgram.ByteRange(
          low: last.low,
          high: head.high,
          next: target
        )
      } else {
        ranges.append(RegexProgram.ByteRange(low: head.low, high: head.high, next: target))
      }
      index = end
    }
    return try emitBytes(ranges)
  }

  private mutating func emitBytes(_ ranges: [RegexProgram.ByteRange]) throws(RegexError) -> Int32 {
    if let shared = sharedBytes.number(of: ranges) { return shared }
    let first = Int32(program.byteRanges.count)
    program.byteRanges.append(contentsOf: ranges)
    let index = try emit(.bytes, first, Int32(ranges.count))
    sharedBytes.add(index, for: ranges)
    return index
  }

  // MARK: Searching

  /// Puts a loop in front of the program that steps over whole characters.
  ///
  /// It steps over damaged UTF-8 byte by byte, and lets no match begin inside a character.
  private mutating func compileSearch() throws(RegexError) {
    guard !program.isAnchored else {
      program.searchStart = program.start
      return
    }
    let search = try emit(.split, program.start, program.start)
    let skip = Int32(program.instructions.count)
    for tail in Int32(0)...3 {
      // Instruction skip + n awaits n more bytes of a character.
      let first = Int32(program.byteRanges.count)
      let ranges: [(UInt8, UInt8, Int32)] = [
        (0x00, 0x7F, search), (0x80, 0xBF, tail < 2 ? search : skip + tail - 1),
        (0xC0, 0xC1, search), (0xC2, 0xDF, skip + 1), (0xE0, 0xEF, skip + 2),
        (0xF0, 0xF4, skip + 3), (0xF5, 0xFF, search),
      ]
      for (low, high, next) in ranges {
        program.byteRanges.append(RegexProgram.ByteRange(low: low, high: high, next: next))
      }
      _ = try emit(.bytes, first, Int32(ranges.count))
    }
    program.instructions[Int(search)] = RegexProgram.Instruction(
      operation: .split,
      first: program.start,
      second: skip
    )
    program.searchStart = search
  }

  // MARK: Instructions

  private mutating func emitChoice(
    _ body: Int32,
    _ next: Int32,
    isGreedy: Bool
  ) throws(RegexError) -> Int32 {
    try emit(.split, isGreedy ? body : next, isGreedy ? next : body)
  }

  private static func choice(
    _ body: Int32,
    _ next: Int32,
    isGreedy: Bool
  ) -> RegexProgram.Instruction {
    RegexProgram.Instruction(
      operation: .split,
      first: isGreedy ? body : next,
      second: isGreedy ? next : body
    )
  }

  private mutating func emit(
    _ operation: RegexProgram.Operation,
    _ first: Int32,
    _ second: Int32
  ) throws(RegexError) -> Int32 {
    guard program.instructions.count < RegexLimits.instructions else {
      throw RegexError(code: .tooLarge, utf8Offset: 0, fragment: "")
    }
    program.instructions.append(
      RegexProgram.Instruction(operation: operation, first: first, second: second)
    )
    return Int32(program.instructions.count - 1)
  }
}
