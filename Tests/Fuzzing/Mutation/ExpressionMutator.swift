// Changes expressions as somebody would who knows the language: whole pieces, calls of the declared
// functions with arguments of their types. Two changes in three are left to libFuzzer, which changes bytes:
// mixed they reach in a minute what bytes alone reached in an hour. See Tests/Fuzzing/README.md.

public import CEL
import FuzzingChecks
import FuzzingEngine
import SeededNumbers
import Synchronization

private let mutator = Mutex(ExpressionMutator(EvaluatorCheck.ofLibraries.environment))

/// Makes expressions of another environment than that of CEL's libraries from now on.
public func mutateExpressions(of environment: Environment) {
  mutator.withLock { $0 = ExpressionMutator(environment) }
}

/// Changes one input; libFuzzer calls it.
@c(LLVMFuzzerCustomMutator)
public func mutate(
  _ data: UnsafeMutablePointer<UInt8>?,
  _ size: Int,
  _ capacity: Int,
  _ seed: UInt32
) -> Int {
  guard let data = unsafe data else { return 0 }
  return unsafe mutator.withLock { $0 }.mutate(data, size, capacity, seed: seed)
}

/// Puts a piece of one input into another one; libFuzzer calls it.
@c(LLVMFuzzerCustomCrossOver)
public func cross(
  _ first: UnsafePointer<UInt8>?,
  _ firstSize: Int,
  _ second: UnsafePointer<UInt8>?,
  _ secondSize: Int,
  _ out: UnsafeMutablePointer<UInt8>?,
  _ capacity: Int,
  _ seed: UInt32
) -> Int {
  guard let out = unsafe out else { return 0 }
  return unsafe mutator.withLock { $0 }.cross(
    UnsafeBufferPointer(start: first, count: firstSize),
    UnsafeBufferPointer(start: second, count: secondSize),
    out,
    capacity,
    seed: seed
  )
}

/// Changes expressions of one environment.
struct ExpressionMutator: Sendable {
  private let terms: TermMaker

  /// A mutator for expressions of an environment, whose functions it calls.
  init(_ environment: Environment) { terms = TermMaker(environment) }

  /// Changes an input where it stands.
  ///
  /// - Parameters:
  ///   - data: The input.
  ///   - size: Its length in bytes.
  ///   - capacity: The room that is there.
  ///   - seed: The same seed makes the same change.
  /// - Returns: The new length; never more than `capacity`.
  func mutate(
    _ data: UnsafeMutablePointer<UInt8>,
    _ size: Int,
    _ capacity: Int,
    seed: UInt32
  ) -> Int {
    var random = SeededGenerator(seed: UInt64(seed))
    let old = unsafe Array(UnsafeBufferPointer(start: data, count: size))
    let new = random.one(in: 3) ? changed(old, &random) : []
    guard !new.isEmpty, new.count <= capacity else {
      return unsafe LLVMFuzzerMutate(data, size, capacity)
    }
    for (index, byte) in new.enumerated() { unsafe data[index] = byte }
    return new.count
  }

  /// Puts a piece of one input into another one.
  ///
  /// - Parameters:
  ///   - first: An input.
  ///   - second: Another one.
  ///   - out: Where the result goes.
  ///   - capacity: The room that is there.
  ///   - seed: The same seed makes the same result.
  /// - Returns: The length of the result; 0 when there is none.
  func cross(
    _ first: UnsafeBufferPointer<UInt8>,
    _ second: UnsafeBufferPointer<UInt8>,
    _ out: UnsafeMutablePointer<UInt8>,
    _ capacity: Int,
    seed: UInt32
  ) -> Int {
    var random = SeededGenerator(seed: UInt64(seed))
    let one = unsafe Array(first)
    let other = unsafe Array(second)
    guard let place = random.element(Pieces(one).all), let piece = random.element(Pieces(other).all)
    else { return 0 }
    let new = one[..<place.lowerBound] + other[piece] + one[place.upperBound...]
    guard new.count <= capacity else { return 0 }
    for (index, byte) in new.enumerated() { unsafe out[index] = byte }
    return new.count
  }

  private func changed(_ old: [UInt8], _ random: inout SeededGenerator) -> [UInt8] {
    let pieces = Pieces(old).all
    guard let place = random.element(pieces) else { return Array(terms.any(&random).utf8) }
    let inside = String(decoding: old[place], as: UTF8.self)
    let new =
      switch random.below(8) {
      case 0, 1: terms.any(&random)
      case 2, 3: terms.around(inside, &random)
      case 4: terms.sign(&random)
      case 5: terms.name(&random)
      case 6: random.element(pieces).map { String(decoding: old[$0], as: UTF8.self) } ?? ""
      default: ""
      }
    return Array(old[..<place.lowerBound] + Array(new.utf8) + old[place.upperBound...])
  }
}

/// Where an expression has pieces that can stand for themselves.
///
/// These are names, numbers, texts, signs, what stands in brackets, and between commas in them. Works on any
/// bytes.
private struct Pieces {
  private(set) var all: [Range<Int>] = []

  init(_ text: [UInt8]) {
    var open: [(bracket: Int, argument: Int)] = []
    var at = 0
    while at < text.count {
      let start = at
      switch text[at] {
      case UInt8(ascii: "("), UInt8(ascii: "["), UInt8(ascii: "{"):
        open.append((at, at + 1))
        at += 1
      case UInt8(ascii: ")"), UInt8(ascii: "]"), UInt8(ascii: "}"):
        if let (bracket, argument) = open.popLast() {
          all.append(argument..<at)
          all.append(bracket..<at + 1)
        }
        at += 1
      case UInt8(ascii: ","), UInt8(ascii: ":"), UInt8(ascii: "?"):
        if let last = open.indices.last {
          all.append(open[last].argument..<at)
          open[last].argument = at + 1
        }
        at += 1
      case UInt8(ascii: "\""), UInt8(ascii: "'"):
        at += 1
        while at < text.count, text[at] != text[start] {
          at += text[at] == UInt8(ascii: "\\") ? 2 : 1
        }
        at = min(at + 1, text.count)
        all.append(start..<at)
      case let byte where Self.isWord(byte):
        while at < text.count, Self.isWord(text[at]) { at += 1 }
        all.append(start..<at)
      case UInt8(ascii: " "): at += 1
      default:
        at += 1
        all.append(start..<at)
      }
    }
    all.append(0..<text.count)
  }

  private static func isWord(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), 0x80...:
      true
    default: false
    }
  }
}
