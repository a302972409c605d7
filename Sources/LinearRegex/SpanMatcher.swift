/// Finds where a pattern matches, with its groups (Pike's simulation of all branches at once).
///
/// The branches are kept in order of preference, so the match is the one that a backtracking engine
/// would find first (leftmost-first, as in Perl and RE2). Time: text × program; no backtracking.
struct SpanMatcher {
  /// The branches alive at one place of the text, best first, with their captures.
  private struct Threads {
    var set: SparseSet
    /// The instructions that read a byte or match, with where their captures begin.
    var list: [(instruction: Int32, captures: Int)] = []
    var captures: [Int] = []

    init(capacity: Int) { set = SparseSet(capacity: capacity) }

    mutating func removeAll() {
      set.removeAll()
      list.removeAll(keepingCapacity: true)
      captures.removeAll(keepingCapacity: true)
    }
  }

  /// An instruction to follow, or (negative) a capture slot to set back.
  private struct Task {
    let instruction: Int32
    let slot: Int
    let value: Int
  }

  private let program: RegexProgram
  private let slots: Int
  private var current: Threads
  private var following: Threads
  private var tasks: [Task] = []
  private var captures: [Int]

  init(program: RegexProgram) {
    self.program = program
    slots = 2 * program.groupCount
    current = Threads(capacity: program.instructions.count)
    following = Threads(capacity: program.instructions.count)
    captures = [Int](repeating: -1, count: slots)
  }

  /// The first match that begins at `start` or later: two offsets for each group, −1 for none.
  mutating func firstMatch(in bytes: Span<UInt8>, from start: Int) -> [Int]? {
    var best: [Int]?
    current.removeAll()
    var place = start
    while place <= bytes.count {
      if best == nil, canBegin(at: place, bytes) {
        for slot in captures.indices { captures[slot] = -1 }
        Self.follow(
          program.start,
          at: place,
          bytes,
          program,
          into: &current,
          &tasks,
          &captures
        )
      }
      if current.list.isEmpty, best != nil || program.isAnchored { break }
      advance(from: place, bytes, &best)
      swap(&current, &following)
      place += 1
    }
    return best
  }

  private func canBegin(at place: Int, _ bytes: Span<UInt8>) -> Bool {
    if program.isAnchored, place > 0 { return false }
    // Never inside a character.
    return place == 0 || place == bytes.count || bytes[place] & 0xC0 != 0x80
  }

  /// Takes every branch over the byte at `place`; a branch that matches ends those behind it.
  private mutating func advance(from place: Int, _ bytes: Span<UInt8>, _ best: inout [Int]?) {
    following.removeAll()
    for thread in current.list {
      let instruction = program.instructions[Int(thread.instruction)]
      let own = thread.captures..<(thread.captures + slots)
      if instruction.operation == .match {
        best = Array(current.captures[own])
        return
      }
      guard place < bytes.count,
        let target = program.target(of: instruction, byte: bytes[place])
      else { continue }
      for slot in 0..<slots { captures[slot] = current.captures[thread.captures + slot] }
      Self.follow(target, at: place + 1, bytes, program, into: &following, &tasks, &captures)
    }
  }

  /// Adds an instruction and all that are reached from it without reading, best first.
  private static func follow(
    _ start: Int32,
    at place: Int,
    _ bytes: Span<UInt8>,
    _ program: RegexProgram,
    into threads: inout Threads,
    _ tasks: inout [Task],
    _ captures: inout [Int]
  ) {
    tasks.append(Task(instruction: start, slot: 0, value: 0))
    while let task = tasks.popLast() {
      guard task.instruction >= 0 else {
        captures[task.slot] = task.value
        continue
      }
      guard threads.set.insert(task.instruction) else { continue }
      let instruction = program.instructions[Int(task.instruction)]
      switch instruction.operation {
      case .split:
        tasks.append(Task(instruction: instruction.second, slot: 0, value: 0))
        tasks.append(Task(instruction: instruction.first, slot: 0, value: 0))
      case .save:
        let slot = Int(instruction.second)
        tasks.append(Task(instruction: -1, slot: slot, value: captures[slot]))
        captures[slot] = place
        tasks.append(Task(instruction: instruction.first, slot: 0, value: 0))
      case .assert:
        guard holds(instruction, at: place, bytes) else { continue }
        tasks.append(Task(instruction: instruction.first, slot: 0, value: 0))
      case .bytes, .match:
        threads.list.append((task.instruction, threads.captures.count))
        threads.captures.append(contentsOf: captures)
      }
    }
  }

  private static func holds(
    _ instruction: RegexProgram.Instruction,
    at place: Int,
    _ bytes: Span<UInt8>
  ) -> Bool {
    let isWordBehind = place > 0 && RegexProgram.isWord(bytes[place - 1])
    let isWordNext = place < bytes.count && RegexProgram.isWord(bytes[place])
    switch RegexAssertion(rawValue: UInt8(truncatingIfNeeded: instruction.second)) {
    case .beginText: return place == 0
    case .endText: return place == bytes.count
    case .beginLine: return place == 0 || bytes[place - 1] == 0x0A
    case .endLine: return place == bytes.count || bytes[place] == 0x0A
    case .wordBoundary: return isWordBehind != isWordNext
    case .noWordBoundary: return isWordBehind == isWordNext
    case nil: return false
    }
  }
}
