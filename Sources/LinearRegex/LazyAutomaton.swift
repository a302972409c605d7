/// A deterministic automaton that is built while it reads.
///
/// A state is the set of instructions that a search could stand at; each step from one state on one
/// class of bytes is worked out once and then looked up. The number of states is bounded: when the
/// cache is full it starts afresh, so memory is bounded and time stays linear in the text.
/// It tells only whether there is a match; ``SpanMatcher`` tells where.
struct LazyAutomaton: Sendable {
  /// What is behind a place, as far as assertions ask.
  struct Context: OptionSet, Sendable, Hashable {
    let rawValue: Int32
    static let textStart = Context(rawValue: 1)
    static let lineFeed = Context(rawValue: 2)
    static let word = Context(rawValue: 4)
  }

  /// A place between two characters.
  private struct Place {
    let behind: Context
    /// The byte in front, or nil at the end of the text.
    let next: UInt8?
  }

  static let unknown: Int32 = -1
  /// No match can follow.
  static let dead: Int32 = 0
  /// There is a match.
  static let matched: Int32 = 1

  /// For each state and class the next state; the last column is the end of the text.
  private(set) var table: [Int32] = []
  private(set) var startState: Int32 = 0
  let columns: Int
  private let program: RegexProgram
  private let classes: ByteClasses

  /// The instructions of each state, with its context in front.
  private var states: [[Int32]] = []
  private var numbers = NumberTable<[Int32]>()
  private var keptInstructions = 0
  /// How often the cache was emptied.
  private var generation = 0
  private var reached: SparseSet
  private var stepped: SparseSet
  private var pending: [Int32] = []

  init(program: RegexProgram, classes: ByteClasses) {
    self.program = program
    self.classes = classes
    columns = classes.count + 1
    reached = SparseSet(capacity: program.instructions.count)
    stepped = SparseSet(capacity: program.instructions.count)
    reset()
  }

  /// Whether the text has a match.
  mutating func matches(_ bytes: Span<UInt8>) -> Bool {
    var state = startState
    for index in bytes.indices {
      let column = Int(classes.map[Int(bytes[index])])
      var next = table[Int(state) * columns + column]
      if next == Self.unknown { next = step(from: state, column: column) }
      if next <= Self.matched { return next == Self.matched }
      state = next
    }
    var last = table[Int(state) * columns + columns - 1]
    if last == Self.unknown { last = step(from: state, column: columns - 1) }
    return last == Self.matched
  }

  /// Works out all states, if that takes no more than so many states and steps; else nil.
  mutating func completeTable(stateLimit: Int, stepLimit: Int) -> [Int32]? {
    let firstGeneration = generation
    var state = 0
    var steps = 0
    while state < states.count {
      for column in 0..<columns where table[state * columns + column] == Self.unknown {
        steps += 1
        guard steps <= stepLimit else { return nil }
        _ = step(from: Int32(state), column: column)
        guard generation == firstGeneration, states.count <= stateLimit else { return nil }
      }
      state += 1
    }
    return table
  }

  // MARK: Building

  private mutating func reset() {
    generation += 1
    states = []
    numbers = NumberTable()
    table = []
    keptInstructions = 0
    // States 0 and 1 are the ends of every search: no match, and a match.
    for end in [Self.dead, Self.matched] {
      states.append([])
      table.append(contentsOf: repeatElement(end, count: columns))
    }
    var first = SparseSet(capacity: program.instructions.count)
    Self.follow(program.searchStart, in: program, into: &first, &pending, at: nil)
    startState = number(of: first.members, context: .textStart)
  }

  /// Works out one step and notes it in the table.
  private mutating func step(from state: Int32, column: Int) -> Int32 {
    let byte = column == columns - 1 ? nil : classes.representatives[column]
    expand(state, before: byte)
    var context: Context = []
    if let byte {
      if program.usesLines, byte == 0x0A { context.insert(.lineFeed) }
      if program.usesWords, RegexProgram.isWord(byte) { context.insert(.word) }
    }
    stepped.removeAll()
    var hasMatch = false
    for index in reached.members where !hasMatch {
      let instruction = program.instructions[Int(index)]
      if instruction.operation == .match { hasMatch = true }
      guard instruction.operation == .bytes, let byte,
        let target = program.target(of: instruction, byte: byte)
      else { continue }
      Self.follow(target, in: program, into: &stepped, &pending, at: nil)
    }
    let before = generation
    let next = hasMatch ? Self.matched : number(of: stepped.members, context: context)
    // Numbering may have emptied the cache; the state that the step is from is then gone.
    if generation == before { table[Int(state) * columns + column] = next }
    return next
  }

  /// Puts the instructions of a state into `reached`, past the assertions that hold here.
  private mutating func expand(_ state: Int32, before byte: UInt8?) {
    reached.removeAll()
    let members = states[Int(state)]
    guard let first = members.first else { return }
    let place = Place(behind: Context(rawValue: first), next: byte)
    for index in members.dropFirst() {
      Self.follow(index, in: program, into: &reached, &pending, at: place)
    }
  }

  /// Adds an instruction and all that are reached from it without reading.
  ///
  /// Assertions are passed only when the place is known; else they wait in the set.
  private static func follow(
    _ start: Int32,
    in program: RegexProgram,
    into set: inout SparseSet,
    _ pending: inout [Int32],
    at place: Place?
  ) {
    pending.append(start)
    while let index = pending.popLast() {
      guard set.insert(index) else { continue }
      let instruction = program.instructions[Int(index)]
      switch instruction.operation {
      case .split:
        pending.append(instruction.second)
        pending.append(instruction.first)
      case .save:
        pending.append(instruction.first)
      case .assert:
        if let place, holds(instruction, at: place) { pending.append(instruction.first) }
      case .bytes, .match:
        continue
      }
    }
  }

  private static func holds(_ instruction: RegexProgram.Instruction, at place: Place) -> Bool {
    let next = place.next
    let isWordNext = next.map(RegexProgram.isWord) ?? false
    switch RegexAssertion(rawValue: UInt8(truncatingIfNeeded: instruction.second)) {
    case .beginText: return place.behind.contains(.textStart)
    case .endText: return next == nil
    case .beginLine: return !place.behind.isDisjoint(with: [.textStart, .lineFeed])
    case .endLine: return next == nil || next == 0x0A
    case .wordBoundary: return place.behind.contains(.word) != isWordNext
    case .noWordBoundary: return place.behind.contains(.word) == isWordNext
    case nil: return false
    }
  }

  /// The number of the state with these instructions, a new one if there is none yet.
  private mutating func number(of set: [Int32], context: Context) -> Int32 {
    var members: [Int32] = [0]
    var hasAssertion = false
    for index in set {
      switch program.instructions[Int(index)].operation {
      case .match: return Self.matched
      case .assert:
        hasAssertion = true
        members.append(index)
      case .bytes: members.append(index)
      case .split, .save: continue
      }
    }
    guard members.count > 1 else { return Self.dead }
    // What lies behind matters only while an assertion waits.
    if hasAssertion { members[0] = context.rawValue }
    members[1...].sort()
    if let known = numbers.number(of: members) { return known }
    if states.count >= RegexLimits.cachedStates
      || keptInstructions > RegexLimits.cachedInstructions
    {
      reset()
      // The fresh cache may hold this very state: the start.
      if let known = numbers.number(of: members) { return known }
    }
    let number = Int32(truncatingIfNeeded: states.count)
    keptInstructions += members.count
    states.append(members)
    numbers.add(number, for: members)
    table.append(contentsOf: repeatElement(Self.unknown, count: columns))
    return number
  }
}
