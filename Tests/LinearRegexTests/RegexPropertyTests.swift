import Foundation
import LinearRegex
import SeededNumbers
import TestSupport
import Testing

@Suite struct RegexPropertyTests {
  /// Foundation's engine backtracks with the same order of preference, so it is a second opinion.
  @Test func agreesWithABacktrackingEngine() throws {
    var generator = SeededGenerator(seed: 2_568)
    var found = 0
    for _ in 0..<2_000 {
      let pattern = randomPattern(&generator, depth: 3)
      let text = randomText(&generator)
      let regex = try LinearRegex(pattern: pattern)
      let reference = try NSRegularExpression(pattern: pattern)
      let whole = NSRange(location: 0, length: text.utf16.count)
      let expected = reference.firstMatch(in: text, range: whole).map { groups(of: $0, in: text) }
      let actual = regex.firstMatch(in: text)?.groups
      #expect(actual == expected, "/\(pattern)/ in \(text.debugDescription)")
      #expect(regex.matches(text) == (expected != nil), "/\(pattern)/ in \(text.debugDescription)")
      if expected != nil { found += 1 }
    }
    #expect(found > 500 && found < 1_900, "the cases must hold both outcomes: \(found)")
  }

  /// The automaton and the simulation are two engines; on any bytes they must agree.
  @Test func agreesWithItselfOnLongAndDamagedText() throws {
    var generator = SeededGenerator(seed: 99)
    let patterns = [
      "(a|ก)*b{3}", "(?m)^[ab]+$", "\\bab\\b", "\\Ba\\B", "(?i)[ก-ฮ]{2}a", "[^ab]{4}", "(?s).{5}b$",
      "a.*b.*a.*b.*c",
      "(?:a|b|ab){3,7}\\z", "\\p{L}{6}", "(a.{9}b|b.{8}a)c",
    ]
    for pattern in patterns {
      let regex = try LinearRegex(pattern: pattern)
      for _ in 0..<60 {
        let bytes = (0..<Int.random(in: 0...80, using: &generator)).map { _ -> UInt8 in
          [0x61, 0x62, 0x61, 0x62, 0x0A, 0xE0, 0xB8, 0x81, 0xFF, 0x20, 0x63, 0xC3].randomElement(
            using: &generator
          ) ?? 0
        }
        _ = unsafe bytes.withUnsafeBufferPointer { unsafe regex.matches(utf8: $0) }
        let text = String(decoding: bytes, as: UTF8.self)
        let match = regex.allMatches(in: text, limit: 1).first
        #expect(regex.matches(text) == (match != nil), "/\(pattern)/ in \(text.debugDescription)")
      }
    }
  }

  @Test func staysLinearOnPatternsThatExplodeElsewhere() throws {
    let text = String(repeating: "a", count: 80_000) + "b"
    let eighth = String(repeating: "a", count: 10_000) + "b"
    for pattern in [
      "(a+)+$", "(a|a)*c", "(a*)*c", "(?:a?){30}a{30}$", "^(([a-z])+.)+[A-Z]([a-z])+$",
      "(.*)(.*)(.*)(.*)c",
    ] {
      let regex = try LinearRegex(pattern: pattern)
      #expect(!regex.matches(text))
      let short = shortestTime { _ = regex.matches(eighth) }
      let long = shortestTime { _ = regex.matches(text) }
      // Eight times the text: proportionate is 8 times, the square would be 64 times.
      #expect(long < 30 * short, "\(pattern)")
      #expect(regex.firstMatch(in: text) == nil)
    }
  }

  @Test func startsAfreshWhenItsCacheIsFull() throws {
    // Any automaton for "an a twelve places before a c" has thousands of states.
    let regex = try LinearRegex(pattern: "a[ab]{13}c")
    var generator = SeededGenerator(seed: 5)
    var text = ""
    for _ in 0..<30_000 { text += Bool.random(using: &generator) ? "a" : "b" }
    let match = "a" + String(repeating: "b", count: 13) + "c"
    #expect(!regex.matches(text))
    #expect(regex.matches(text + match))
    #expect(!regex.matches(text + "b" + match.dropFirst()))
    #expect(regex.firstMatch(in: text + "abbbbbbbbbbbbbc")?.utf8Range == 30_000..<30_015)
  }

  @Test func servesManyThreadsAtOnce() async throws {
    let small = try LinearRegex(pattern: "^UTI-[0-9]{4}-[0-9]{5}$")
    let large = try LinearRegex(pattern: "a[ab]{13}c")
    let text = String(repeating: "ab", count: 2_000)
    let wrong = await withTaskGroup(of: Int.self) { group in
      for task in 0..<8 {
        group.addTask {
          var wrong = 0
          for round in 0..<20 {
            if !small.matches("UTI-2568-0000\(round % 10)") { wrong += 1 }
            if large.matches(text + "\(task)") { wrong += 1 }
            if !large.matches(text + "c") { wrong += 1 }
          }
          return wrong
        }
      }
      return await group.reduce(0, +)
    }
    #expect(wrong == 0)
  }

  @Test func knowsTheSameCategoriesAsTheStandardLibrary() throws {
    let letters = try LinearRegex(pattern: "^\\pL$")
    let marks = try LinearRegex(pattern: "^\\p{Mn}$")
    let upper = try LinearRegex(pattern: "^\\p{Lu}$")
    for value in UInt32(0)...0x1FFFF {
      guard let scalar = Unicode.Scalar(value) else { continue }
      // Code points that a newer Unicode may have assigned since the table was made.
      guard let age = scalar.properties.age, age.major <= 17 else { continue }
      let text = String(scalar)
      let category = scalar.properties.generalCategory
      let isLetter = [
        .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter,
      ].contains(category)
      guard letters.matches(text) == isLetter, marks.matches(text) == (category == .nonspacingMark),
        upper.matches(text) == (category == .uppercaseLetter)
      else {
        Issue.record("U+\(String(value, radix: 16))")
        return
      }
    }
  }

  @Test func foldsCaseAsTheStandardLibraryMapsIt() throws {
    var folded = 0
    for value in UInt32(0x41)...0x17F {
      guard let scalar = Unicode.Scalar(value) else { continue }
      let lower = scalar.properties.lowercaseMapping
      guard lower.unicodeScalars.count == 1, lower != String(scalar), value != 0x130 else {
        continue
      }
      #expect(try LinearRegex(pattern: "^(?i)\(scalar)$").matches(lower))
      #expect(try LinearRegex(pattern: "^(?i)[\(lower)]$").matches(String(scalar)))
      folded += 1
    }
    #expect(folded > 100)
  }

  // MARK: Random cases

  private func groups(of result: NSTextCheckingResult, in text: String) -> [Range<Int>?] {
    (0..<result.numberOfRanges).map { number in
      let range = result.range(at: number)
      guard range.location != NSNotFound, let inText = Range(range, in: text) else { return nil }
      let low = text.utf8.distance(from: text.startIndex, to: inText.lowerBound)
      return low..<(low + text[inText].utf8.count)
    }
  }

  private func randomText(_ generator: inout SeededGenerator) -> String {
    let letters = ["a", "b", "c", "ก", "é", " "]
    return (0..<Int.random(in: 0...8, using: &generator))
      .map { _ in letters.randomElement(using: &generator) ?? "a" }.joined()
  }

  /// A pattern on which all engines agree: nothing that may be empty is repeated without end.
  private func randomPattern(_ generator: inout SeededGenerator, depth: Int) -> String {
    let branches = Int.random(in: 1...(depth > 1 ? 3 : 1), using: &generator)
    return (0..<branches).map { _ in
      (0..<Int.random(in: 1...3, using: &generator))
        .map { _ in randomPiece(&generator, depth: depth) }.joined()
    }.joined(separator: "|")
  }

  private func randomPiece(_ generator: inout SeededGenerator, depth: Int) -> String {
    let atoms = ["a", "b", "c", "ก", "é", ".", "[ab]", "[^a]", "[ก-ฮ]", "\\d", "[a-cé]"]
    let repeats = ["", "", "", "*", "+", "?", "*?", "+?", "??", "{2}", "{1,2}", "{1,2}?", "{2,}"]
    switch Int.random(in: 0..<10, using: &generator) {
    case 0: return "^"
    case 1: return "$"
    case 2 where depth > 0: return "(" + randomPattern(&generator, depth: depth - 1) + ")"
    case 3 where depth > 0: return "(?:" + randomPattern(&generator, depth: depth - 1) + ")"
    case 4 where depth > 0:
      let atom = atoms.randomElement(using: &generator) ?? "a"
      return "(" + atom
        + randomPattern(&generator, depth: depth - 1).replacingOccurrences(of: "|", with: "") + ")"
        + (repeats.randomElement(using: &generator) ?? "")
    default:
      return (atoms.randomElement(using: &generator) ?? "a")
        + (repeats.randomElement(using: &generator) ?? "")
    }
  }
}
