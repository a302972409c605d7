/// Reads a pattern in RE2's syntax.
///
/// Source: the syntax page of RE2 (google/re2, wiki "Syntax"); `\C` and the other single-byte forms are
/// left out, because a match must lie between code points.
struct RegexParser {
  struct Flags {
    var ignoresCase = false
    var isMultiline = false
    var dotMatchesLineFeed = false
    var isUngreedy = false
  }

  var reader: PatternReader
  var flags = Flags()
  private(set) var captureNames: [String?] = [nil]
  private var depth = 0

  static func parse(
    _ pattern: String
  ) throws(RegexError) -> (node: RegexNode, captureNames: [String?]) {
    guard pattern.utf8.count <= RegexLimits.patternBytes else {
      throw RegexError(code: .tooLong, utf8Offset: RegexLimits.patternBytes, fragment: "")
    }
    var parser = RegexParser(reader: PatternReader(pattern))
    let node = try parser.parseAlternation()
    guard parser.reader.isAtEnd else {
      throw parser.reader.error(.unexpectedParenthesis, from: parser.reader.index)
    }
    return (node, parser.captureNames)
  }

  private init(reader: PatternReader) { self.reader = reader }

  // MARK: Structure

  private mutating func parseAlternation() throws(RegexError) -> RegexNode {
    var branches = [try parseConcatenation()]
    while reader.take("|") { branches.append(try parseConcatenation()) }
    return branches.count == 1 ? branches[0] : .alternation(branches)
  }

  private mutating func parseConcatenation() throws(RegexError) -> RegexNode {
    var nodes: [RegexNode] = []
    while !reader.isAtEnd, !reader.looking(at: "|"), !reader.looking(at: ")") {
      if let operation = try takeRepetition() {
        throw reader.error(.missingOperand, from: operation.start)
      }
      if reader.looking(atText: "\\Q") {
        try parseQuoted(into: &nodes)
        continue
      }
      if let atom = try parseAtom() { nodes.append(try parseRepetitions(of: atom)) }
    }
    switch nodes.count {
    case 0: return .empty
    case 1: return nodes[0]
    default: return .concatenation(nodes)
    }
  }

  /// `\Q…\E`: all literal; a repetition behind it belongs to the last character.
  private mutating func parseQuoted(into nodes: inout [RegexNode]) throws(RegexError) {
    reader.advance(2)
    let first = nodes.count
    while !reader.isAtEnd {
      if reader.looking(atText: "\\E") {
        reader.advance(2)
        break
      }
      if let scalar = reader.next() { nodes.append(literal(scalar)) }
    }
    if nodes.count > first, let last = nodes.popLast() {
      nodes.append(try parseRepetitions(of: last))
    }
  }

  /// One atom; nil for flags in brackets, which stand for nothing.
  private mutating func parseAtom() throws(RegexError) -> RegexNode? {
    let start = reader.index
    guard let scalar = reader.peek() else { return nil }
    switch scalar {
    case 0x28:  // (
      return try parseGroup()
    case 0x5B:  // [
      return .set(try parseClass())
    case 0x2E:  // .
      reader.advance()
      return .set(flags.dotMatchesLineFeed ? .all : .allButLineFeed)
    case 0x5E:  // ^
      reader.advance()
      return .assertion(flags.isMultiline ? .beginLine : .beginText)
    case 0x24:  // $
      reader.advance()
      return .assertion(flags.isMultiline ? .endLine : .endText)
    case 0x5C:  // \
      return try parseEscape(from: start)
    default:
      reader.advance()
      return literal(scalar)
    }
  }

  func literal(_ scalar: UInt32) -> RegexNode {
    guard flags.ignoresCase else { return .literal(scalar) }
    let ring = CaseFolding.ring(of: scalar)
    return ring == ScalarSet(scalar: scalar) ? .literal(scalar) : .set(ring)
  }

  private mutating func parseEscape(from start: Int) throws(RegexError) -> RegexNode {
    switch reader.peek(1) {
    case 0x41:  // \A
      reader.advance(2)
      return .assertion(.beginText)
    case 0x7A:  // \z
      reader.advance(2)
      return .assertion(.endText)
    case 0x62:  // \b
      reader.advance(2)
      return .assertion(.wordBoundary)
    case 0x42:  // \B
      reader.advance(2)
      return .assertion(.noWordBoundary)
    default:
      if let set = try parseClassEscape() { return .set(set) }
      return literal(try parseEscapedScalar(from: start))
    }
  }

  // MARK: Groups

  private mutating func parseGroup() throws(RegexError) -> RegexNode? {
    let start = reader.index
    depth += 1
    defer { depth -= 1 }
    guard depth <= RegexLimits.nestingDepth else { throw reader.error(.tooDeep, from: start) }
    reader.advance()
    let outerFlags = flags
    guard reader.take("?") else {
      return try parseCapture(name: nil, from: start, outerFlags)
    }
    if reader.looking(at: "=") || reader.looking(at: "!") || reader.looking(atText: "<=")
      || reader.looking(atText: "<!")
    {
      reader.advance(reader.looking(at: "<") ? 2 : 1)
      throw reader.error(.lookAround, from: start)
    }
    if reader.looking(atText: "P<") || reader.looking(at: "<") {
      return try parseNamed(from: start, outerFlags)
    }
    let isFlagsOnly = try parseFlags(from: start)
    if isFlagsOnly { return nil }
    let node = try parseAlternation()
    guard reader.take(")") else { throw reader.error(.missingParenthesis, start..<(start + 1)) }
    flags = outerFlags
    return node
  }

  private mutating func parseCapture(
    name: String?,
    from start: Int,
    _ outerFlags: Flags
  ) throws(RegexError) -> RegexNode {
    let index = captureNames.count
    captureNames.append(name)
    let node = try parseAlternation()
    guard reader.take(")") else { throw reader.error(.missingParenthesis, start..<(start + 1)) }
    flags = outerFlags
    return .capture(node, index: index)
  }

  private mutating func parseNamed(
    from start: Int,
    _ outerFlags: Flags
  ) throws(RegexError) -> RegexNode {
    _ = reader.take("P")
    reader.advance()
    let nameStart = reader.index
    while let scalar = reader.peek(), scalar != 0x3E, scalar != 0x29 { reader.advance() }
    let nameRange = nameStart..<reader.index
    let name = reader.text(nameRange)
    guard reader.take(">") else { throw reader.error(.invalidGroup, from: start) }
    let isWord = name.utf8.allSatisfy { NamedClasses.perl(0x77)?.contains(UInt32($0)) ?? false }
    guard !name.isEmpty, nameRange.count <= 40, isWord else {
      throw reader.error(.invalidGroupName, nameRange)
    }
    guard !captureNames.contains(name) else { throw reader.error(.duplicateGroupName, nameRange) }
    return try parseCapture(name: name, from: start, outerFlags)
  }

  /// Reads `i-s:` or `i-s)` behind `(?`; true when the bracket ends there.
  private mutating func parseFlags(from start: Int) throws(RegexError) -> Bool {
    var isOn = true
    var isEmpty = true
    while let scalar = reader.next() {
      switch scalar {
      case 0x69: flags.ignoresCase = isOn
      case 0x6D: flags.isMultiline = isOn
      case 0x73: flags.dotMatchesLineFeed = isOn
      case 0x55: flags.isUngreedy = isOn
      case 0x2D where isOn:
        isOn = false
        isEmpty = true
        continue
      case 0x3A where isOn || !isEmpty: return false
      case 0x29 where isOn || !isEmpty: return true
      default: throw reader.error(.invalidGroup, from: start)
      }
      isEmpty = false
    }
    throw reader.error(.missingParenthesis, start..<(start + 1))
  }
}
