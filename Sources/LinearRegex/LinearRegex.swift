// LinearRegex: regular expressions in the syntax and with the guarantee of RE2, which CEL asks for. The
// time of a search grows with the text and never explodes, whatever the pattern: there is no
// backtracking, and so neither back references nor looking around. Rules are data that offices write;
// a pattern of theirs must not be able to hang the checker.

internal import Synchronization

/// A compiled regular expression (RE2's syntax, leftmost-first).
///
/// Compiling costs time and memory bounded by ``RegexLimits``; searching costs time linear in the text.
/// Whether a text matches is told by an automaton over UTF-8 bytes: small ones (codes and numbers) are
/// worked out in full when the pattern is compiled and are never changed, so any number of threads
/// reads them without locking. Larger ones grow while they are used; each search borrows one from a
/// pool, which is locked only to take it and to put it back. One that is used often is worked out in
/// full then, if it is not too large.
public struct LinearRegex: Sendable {
  /// The pattern as it was given.
  public let pattern: String

  /// The name of each group, nil where it has none; number 0 is the whole match.
  public let groupNames: [String?]

  private let program: RegexProgram
  private let classes: ByteClasses
  private let table: CompleteTable?
  private let pool: AutomatonPool

  /// How many instructions the pattern has become: a search costs at most this times the text.
  public var programSize: Int { program.instructions.count }

  /// How many groups there are, the whole match not counted.
  public var groupCount: Int { groupNames.count - 1 }

  /// Compiles a pattern.
  ///
  /// - Throws: A ``RegexError`` that tells what is wrong and where.
  public init(pattern: String) throws(RegexError) {
    let parsed = try RegexParser.parse(pattern)
    self.pattern = pattern
    groupNames = parsed.captureNames
    program = try RegexCompiler.compile(parsed.node, groupCount: groupNames.count)
    classes = ByteClasses(of: program)
    let isSmall = program.instructions.count * classes.count <= RegexLimits.eagerProduct
    table = isSmall ? CompleteTable(program: program, classes: classes) : nil
    pool = AutomatonPool()
  }

  /// The number of the group with a name.
  public func groupNumber(named name: String) -> Int? {
    groupNames.firstIndex { $0?.utf8.elementsEqual(name.utf8) ?? false }
  }
}

// MARK: - Matching

extension LinearRegex {
  /// Whether the pattern matches anywhere in the text.
  public func matches(_ text: String) -> Bool { matches(utf8: text.utf8.span) }

  /// Whether the pattern matches anywhere in a text of UTF-8 bytes.
  ///
  /// Bytes that are no UTF-8 match nothing, but do no harm.
  public func matches(utf8 bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    unsafe matches(utf8: bytes.span)
  }

  /// Whether the pattern matches anywhere in a text of UTF-8 bytes.
  public func matches(utf8 bytes: Span<UInt8>) -> Bool {
    if let table { return table.matches(bytes) }
    if let table = pool.table.load() { return table.matches(bytes) }
    var automaton = pool.take() ?? LazyAutomaton(program: program, classes: classes)
    let result = automaton.matches(bytes)
    if pool.putBack(automaton), let table = CompleteTable(program: program, classes: classes) {
      _ = pool.table.storeIfNil(SharedTable(table))
    }
    return result
  }

  /// The leftmost match, with its groups.
  public func firstMatch(in text: String) -> RegexMatch? {
    let bytes = text.utf8.span
    guard matches(utf8: bytes) else { return nil }
    var matcher = SpanMatcher(program: program)
    return matcher.firstMatch(in: bytes, from: 0).flatMap(RegexMatch.init(slots:))
  }

  /// The matches from left to right that do not overlap, at most `limit` of them.
  ///
  /// An empty match right behind another match is left out, as in Go's regexp. Each search is linear
  /// in the rest of the text; a pattern that looks far ahead for every short match costs more in all.
  public func allMatches(in text: String, limit: Int = .max) -> [RegexMatch] {
    let bytes = text.utf8.span
    guard matches(utf8: bytes) else { return [] }
    var matcher = SpanMatcher(program: program)
    var result: [RegexMatch] = []
    var place = 0
    var previousEnd = -1
    while place <= bytes.count, result.count < limit {
      guard let slots = matcher.firstMatch(in: bytes, from: place),
        let match = RegexMatch(slots: slots)
      else { break }
      let range = match.utf8Range
      let isRepeatedEmpty = range.isEmpty && range.lowerBound == previousEnd
      if !isRepeatedEmpty { result.append(match) }
      previousEnd = range.upperBound
      place = range.upperBound > place ? range.upperBound : Self.nextCharacter(place, bytes)
    }
    return result
  }

  private static func nextCharacter(_ place: Int, _ bytes: Span<UInt8>) -> Int {
    var next = place + 1
    while next < bytes.count, bytes[next] & 0xC0 == 0x80 { next += 1 }
    return next
  }
}

/// An automaton that was worked out in full; never changed, so shared by all threads.
private struct CompleteTable: Sendable {
  private let rows: [Int32]
  private let map: [UInt8]
  private let columns: Int32
  private let startRow: Int32

  init?(program: RegexProgram, classes: ByteClasses) {
    guard program.instructions.count <= RegexLimits.eagerInstructions else { return nil }
    var automaton = LazyAutomaton(program: program, classes: classes)
    let complete = automaton.completeTable(
      stateLimit: RegexLimits.eagerStates,
      stepLimit: RegexLimits.eagerSteps
    )
    guard let complete else { return nil }
    let width = Int32(automaton.columns)
    // Row numbers as offsets spare a multiplication for each byte.
    rows = complete.map { $0 * width }
    map = classes.map
    columns = width
    startRow = automaton.startState * width
  }

  func matches(_ bytes: Span<UInt8>) -> Bool {
    var row = startRow
    for index in bytes.indices {
      let next = rows[Int(row) + Int(map[Int(bytes[index])])]
      // Row 0 is "no match can follow", row 1 is "there is a match".
      if next <= columns { return next == columns }
      row = next
    }
    return rows[Int(row + columns - 1)] == columns
  }
}

/// A complete table that was worked out later, shared by all copies of its pattern.
private final class SharedTable: Sendable {
  private let table: CompleteTable

  init(_ table: CompleteTable) { self.table = table }

  func matches(_ bytes: Span<UInt8>) -> Bool { table.matches(bytes) }
}

/// Automata that are not in use, for the next searches.
///
/// A pattern that is used again and again gets its complete table after all: then searches neither
/// lock nor grow anything.
/// A class, so that copies of the pattern share it; the lock is held only while one is taken or put
/// back, never during a search.
private final class AutomatonPool: Sendable {
  private struct State {
    var free: [LazyAutomaton] = []
    var searches = 0
  }

  let table = AtomicLazyReference<SharedTable>()
  private let state = Mutex(State())

  func take() -> LazyAutomaton? { state.withLock { $0.free.popLast() } }

  /// Takes an automaton back; whether it is time to work out the complete table, which is said once.
  func putBack(_ automaton: consuming LazyAutomaton) -> Bool {
    state.withLock { [automaton] state in
      if state.free.count < RegexLimits.pooledCaches { state.free.append(automaton) }
      state.searches += 1
      return state.searches == RegexLimits.searchesBeforeTable
    }
  }
}
