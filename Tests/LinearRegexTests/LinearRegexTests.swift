import LinearRegex
import Testing

/// One search: pattern, text, and the match with its groups, written "0-3 1-2 -"; nil for no match.
struct SearchCase: Sendable, CustomTestStringConvertible {
  let pattern: String
  let text: String
  let spans: String?

  init(_ pattern: String, _ text: String, _ spans: String?) {
    self.pattern = pattern
    self.text = text
    self.spans = spans
  }

  var testDescription: String { "/\(pattern)/ in \(text.debugDescription)" }
}

func spans(_ match: RegexMatch?) -> String? {
  match.map { match in
    match.groups.map { range in range.map { "\($0.lowerBound)-\($0.upperBound)" } ?? "-" }
      .joined(separator: " ")
  }
}

/// Programs larger than what is looked through one by one.
@Suite("Large patterns")
struct LargePatternTests {
  @Test("find each of many words, and no other", arguments: [3, 10, 40, 200])
  func words(_ count: Int) throws {
    let words = (0..<count).map { "ก\($0)ข\($0 * 7 % 13)" }
    let regex = try LinearRegex(pattern: "^(?:" + words.joined(separator: "|") + ")$")
    for word in words {
      #expect(regex.matches(word))
      #expect(!regex.matches(word + "x"))
      #expect(!regex.matches("x" + word))
    }
    #expect(!regex.matches("ก\(count)ข0"))
  }
}

@Suite struct LinearRegexTests {
  static let literals: [SearchCase] = [
    SearchCase("", "", "0-0"), SearchCase("", "abc", "0-0"), SearchCase("a", "", nil),
    SearchCase("abc", "xabcx", "1-4"), SearchCase("abc", "ab", nil),
    SearchCase("แผน", "ก แผน", "4-13"), SearchCase("(a|😀){2}", "🐱😀😀", "4-12 8-12"),
    SearchCase("a+ñ+a+", "mañana", "1-5"), SearchCase("a.c", "a\nc", nil),
    SearchCase("a.c", "a😀c", "0-6"), SearchCase("(?s)a.c", "a\nc", "0-3"),
    SearchCase("x{2}", "xxx", "0-2"), SearchCase("x{,2}", "x{,2}", "0-5"),
    SearchCase("x{a}", "x{a}", "0-4"), SearchCase("x{", "x{", "0-2"), SearchCase("{", "{", "0-1"),
    SearchCase("x{2,1a}", "x{2,1a}", "0-7"), SearchCase("]", "]", "0-1"),
    SearchCase("}", "}", "0-1"),
    SearchCase("\\Qa.b*\\E+", "a.b**", "0-5"), SearchCase("\\Qa.b", "a.b", "0-3"),
    SearchCase("\\Q\\E", "x", "0-0"), SearchCase("\\Q\\\\E", "\\", "0-1"),
    SearchCase("\\.\\*\\_\\-", ".*_-", "0-4"),
    SearchCase("\\x41\\x{e01}\\101\\0", "Aก\u{41}\0", "0-6"),
    SearchCase("\\a\\f\\t\\n\\r\\v", "\u{7}\u{C}\t\n\r\u{B}", "0-6"),
  ]

  static let classes: [SearchCase] = [
    SearchCase("[a-c]+", "xxabcd", "2-5"), SearchCase("[^a-c]+", "abcxyz", "3-6"),
    SearchCase("[]a]+", "]a", "0-2"), SearchCase("[^]a]", "]ab", "2-3"),
    SearchCase("[a-]+", "-a", "0-2"),
    SearchCase("[-a]+", "-a", "0-2"), SearchCase("[a-c-e]+", "-abce", "0-5"),
    SearchCase("[^a]", "\n", "0-1"),
    SearchCase("[[:alpha:]]+", "12ab3", "2-4"), SearchCase("[[:^alpha:]]+", "ab12", "2-4"),
    SearchCase("[[:word:][:punct:]]+", " a_!", "1-4"), SearchCase("[[:a]+", "[:a", "0-3"),
    SearchCase("\\d+", "ก12๓", "3-5"), SearchCase("\\D+", "12ก", "2-5"),
    SearchCase("\\s+", "a \t\u{B}", "1-3"),
    SearchCase("[[:space:]]+", "a \t\u{B}", "1-4"), SearchCase("\\S+", " ab ", "1-3"),
    SearchCase("\\w+", "éa_1", "2-5"), SearchCase("\\W+", "aé-", "1-4"),
    SearchCase("[\\d\\s]+", "a1 2", "1-4"),
    SearchCase("[^\\d\\s]+", "1 ab", "2-4"), SearchCase("\\pL+", "12กa", "2-6"),
    SearchCase("\\p{Thai}+", "aกขค๑", "1-13"), SearchCase("\\P{Thai}+", "กab", "3-5"),
    SearchCase("\\p{^Thai}+", "กab", "3-5"), SearchCase("\\P{^Thai}+", "aก", "1-4"),
    SearchCase("\\PN+", "12ก", "2-5"), SearchCase("\\p{Nd}+", "a๑๒", "1-7"),
    SearchCase("\\p{Lu}+", "aAÉ", "1-4"),
    SearchCase("\\p{Greek}+", "aβγ", "1-5"), SearchCase("\\p{Mn}", "กั", "3-6"),
    SearchCase("[\\p{Thai}0-9]+", "aก1", "1-5"),
    SearchCase("[^\\p{Thai}]+", "กa", "3-4"), SearchCase("\\p{Any}", "😀", "0-4"),
    SearchCase("[^\\x00-\\x{10FFFF}]", "a", nil), SearchCase("[ก-ฮ]+", "aกขฮa", "1-10"),
    SearchCase("[\\-\\]]+", "-]", "0-2"), SearchCase("[a\\]b]+", "a]b", "0-3"),
    SearchCase("[.*+]+", ".*+", "0-3"),
    SearchCase("\\p{Han}+", "a漢字", "1-7"),
    SearchCase(
      "[\u{7F}-\u{80}\u{7FF}-\u{800}\u{FFFF}-\u{10000}]+",
      "\u{80}\u{800}\u{10000}",
      "0-9"
    ),
  ]

  static let anchors: [SearchCase] = [
    SearchCase("^abc$", "abc", "0-3"), SearchCase("^abc$", "abc\n", nil),
    SearchCase("^b", "ab", nil),
    SearchCase("(?m)^b$", "a\nb\nc", "2-3"), SearchCase("(?m)$", "a\n", "1-1"),
    SearchCase("\\Ab", "a\nb", nil),
    SearchCase("(?m)\\Ab", "a\nb", nil), SearchCase("a\\z", "a\n", nil),
    SearchCase("(?m)a\\z", "a\na", "2-3"),
    SearchCase("\\bfoo\\b", "a foo.", "2-5"), SearchCase("\\bfoo\\b", "afoo foob", nil),
    SearchCase("\\Boo", "foo", "1-3"),
    SearchCase("\\B", "aéa", nil), SearchCase("\\b", "é", nil), SearchCase("\\B", "é", "0-0"),
    SearchCase("\\b", "กa", "3-3"),
    SearchCase("^", "", "0-0"), SearchCase("^$", "", "0-0"), SearchCase("^*a", "ba", "1-2"),
    SearchCase("$^", "", "0-0"),
    SearchCase("$a", "a", nil), SearchCase("(^a|b)c", "bc", "0-2 0-1"),
    SearchCase("(^a|b)c", "xac", nil),
    SearchCase("(^|x)a", "bxa", "1-3 1-2"), SearchCase("(?:^a)+", "aa", "0-1"),
    SearchCase("a|^b", "cb", nil),
    SearchCase("(?m)^", "a\nb", "0-0"), SearchCase("\\b\\B", "a b", nil),
    SearchCase("(?m)^(a*)$", "b\naa\n", "2-4 2-4"),
    SearchCase("x*\\b", " ab", "1-1"), SearchCase("(?:\\b|é)+z", "éz", "0-3"),
  ]

  static let repeats: [SearchCase] = [
    SearchCase("a*", "baaa", "0-0"), SearchCase("a+", "baaa", "1-4"),
    SearchCase("a+?", "baaa", "1-2"),
    SearchCase("a??b", "ab", "0-2"), SearchCase("a{2,3}", "aaaa", "0-3"),
    SearchCase("a{2,3}?", "aaaa", "0-2"),
    SearchCase("a{2,}", "aaaa", "0-4"), SearchCase("a{0}b", "ab", "1-2"),
    SearchCase("a{0,1}b", "aab", "1-3"),
    SearchCase("(a*)*", "b", "0-0 0-0"), SearchCase("(a*)+", "b", "0-0 0-0"),
    SearchCase("(a|b)*", "abc", "0-2 1-2"),
    SearchCase("(a|ab)(c|bcd)", "abcd", "0-4 0-1 1-4"), SearchCase("(a+|b+)+", "aabb", "0-4 2-4"),
    SearchCase("a|ab", "ab", "0-1"), SearchCase("ab|a", "ab", "0-2"),
    SearchCase("(?U)a+", "aaa", "0-1"),
    SearchCase("(?U)a+?", "aaa", "0-3"), SearchCase("(?:ba(na)*)", "banana", "0-6 4-6"),
    SearchCase("gr(a|e)y", "grey", "0-4 2-3"), SearchCase("(a?){3}", "aa", "0-2 2-2"),
    SearchCase("(?:a?)*?$", "aa", "0-2"),
    SearchCase("(|a)+", "aaa", "0-0 0-0"), SearchCase("(|a)*", "aaa", "0-0 0-0"),
    SearchCase("(a|)+", "aaa", "0-3 2-3"), SearchCase("((a)|(b))*", "ab", "0-2 1-2 0-1 1-2"),
    SearchCase(".*b", "abab\nb", "0-4"), SearchCase(".*?b", "abab", "0-2"),
    SearchCase("(.*)(\\d+)", "a123", "0-4 0-3 3-4"),
    SearchCase("(.*?)(\\d+)$", "a123", "0-4 0-1 1-4"), SearchCase("foo|bar|", "xbar", "0-0"),
    SearchCase("(a{2}){3}", "aaaaaaa", "0-6 4-6"),
    SearchCase("|", "a", "0-0"), SearchCase("()", "a", "0-0 0-0"),
    SearchCase("a(?:)b", "ab", "0-2"),
  ]

  static let flags: [SearchCase] = [
    SearchCase("(?i)abc", "xABc", "1-4"), SearchCase("(?i:a)b", "Ab", "0-2"),
    SearchCase("(?i:a)b", "AB", nil),
    SearchCase("a(?i)b|c", "xC", "1-2"), SearchCase("(a(?i)b)c", "aBC", nil),
    SearchCase("(?i)a(?-i)b", "AB", nil),
    SearchCase("(?i)k", "\u{212A}", "0-3"), SearchCase("(?i)ſ", "S", "0-1"),
    SearchCase("(?i)[a-z]+", "AZſ", "0-4"),
    SearchCase("(?i)[^a]", "Ab", "1-2"), SearchCase("(?i)É", "é", "0-2"),
    SearchCase("(?i)σ", "ς", "0-2"), SearchCase("(?i)\\pL", "ก", "0-3"),
    SearchCase("(?i)\\P{Lu}", "aA1", "2-3"), SearchCase("(?i)[[:upper:]]+", "aB1", "0-2"),
    SearchCase("(?is)A.B", "a\nb", "0-3"),
    SearchCase("(?s-i:a.)", "a\n", "0-2"), SearchCase("(?-s)a.", "a\n", nil),
    SearchCase("(?i)\\x41", "a", "0-1"), SearchCase("(?i)\\Qab\\E", "AB", "0-2"),
    SearchCase("(?P<y>\\d+)-(?<m>\\d+)", "2025-06", "0-7 0-4 5-7"),
    SearchCase("(?:a)(b)", "ab", "0-2 1-2"), SearchCase("(?ms)^a.b$", "x\na\nb\n", "2-5"),
    SearchCase("(?-i:a)", "a", "0-1"), SearchCase("(?)a", "a", "0-1"),
    SearchCase("a{01}", "a{01}", "0-5"),
  ]

  @Test(arguments: literals + classes + anchors + repeats + flags)
  func findsTheLeftmostFirstMatch(example: SearchCase) throws {
    let regex = try LinearRegex(pattern: example.pattern)
    #expect(spans(regex.firstMatch(in: example.text)) == example.spans)
    #expect(regex.matches(example.text) == (example.spans != nil))
    let bytes = Array(example.text.utf8)
    let agrees = unsafe bytes.withUnsafeBufferPointer { buffer in
      unsafe regex.matches(utf8: buffer) == (example.spans != nil)
    }
    #expect(agrees)
  }

  @Test(arguments: [
    ("(", RegexError.Code.missingParenthesis, 0), ("กa(b", .missingParenthesis, 4),
    ("a)", .unexpectedParenthesis, 1),
    ("(?:a", .missingParenthesis, 0), ("[a", .missingBracket, 0), ("ก[", .missingBracket, 3),
    ("[]", .missingBracket, 0), ("[a-", .missingBracket, 0),
    ("[b-a]", .invalidRange, 1), ("[a-\\d]", .invalidRange, 1), ("[[:foo:]]", .unknownClass, 1),
    ("\\p{Klingon}", .unknownClass, 0),
    ("\\pX", .unknownClass, 0), ("\\p", .unknownClass, 0), ("\\p{Thai", .unknownClass, 0),
    ("\\p{thai}", .unknownClass, 0), ("\\p{}", .unknownClass, 0), ("a\\", .trailingBackslash, 1),
    ("[\\", .trailingBackslash, 1), ("\\y", .invalidEscape, 0), ("\\Z", .invalidEscape, 0),
    ("\\C", .invalidEscape, 0), ("\\x{110000}", .invalidEscape, 0), ("\\xg", .invalidEscape, 0),
    ("\\x{}", .invalidEscape, 0), ("\\ก", .invalidEscape, 0), ("(a)\\1", .backReference, 3),
    ("\\8", .backReference, 0), ("a(?=b)", .lookAround, 1), ("(?!b)", .lookAround, 0),
    ("(?<=b)", .lookAround, 0), ("(?<!b)", .lookAround, 0), ("(?x)", .invalidGroup, 0),
    ("(?", .missingParenthesis, 0), ("(?i", .missingParenthesis, 0), ("(?-)", .invalidGroup, 0),
    ("(?i-)", .invalidGroup, 0), ("(?P=n)", .invalidGroup, 0),
    ("(?P<>a)", .invalidGroupName, 4), ("(?P<a-b>c)", .invalidGroupName, 4),
    ("(?P<n>a)(?P<n>b)", .duplicateGroupName, 12), ("(?P<n", .invalidGroup, 0),
    ("*a", .missingOperand, 0),
    ("a|*", .missingOperand, 2), ("(+)", .missingOperand, 1), ("(?i)*", .missingOperand, 4),
    ("{2}", .missingOperand, 0), ("a**", .doubleRepetition, 2), ("a+*", .doubleRepetition, 2),
    ("a*??", .doubleRepetition, 3), ("a{2}{3}", .doubleRepetition, 4),
    ("a{1001}", .invalidRepeatCount, 1), ("a{2,1}", .invalidRepeatCount, 1),
    ("(a{100}){100}", .invalidRepeatCount, 8),
    ("a{99999999999999999999}", .invalidRepeatCount, 1),
    ("((\\pL{30}\\PL{30}){5}){6}", .tooLarge, 0),
  ])
  func refusesWhatRE2Refuses(pattern: String, code: RegexError.Code, offset: Int) {
    do {
      _ = try LinearRegex(pattern: pattern)
      Issue.record("accepted")
    } catch {
      #expect(error.code == code)
      #expect(error.utf8Offset == offset)
      #expect(!error.messageTH.isEmpty)
      #expect(!error.messageEN.isEmpty)
    }
  }

  /// Loops of loops that may be empty prefer what Perl prefers, which RE2 promises too but does not
  /// keep here (decision 3); whether there is a match is never in question.
  @Test(arguments: [
    ("(?:(?:(?:(?:a|$))??)*){2,}", "abab", 0..<0), ("((?:(?:\\z|b)??)*?)*", "bba", 0..<0),
    ("(?:(?:(?:.)??)*)+?", "aab", 0..<0), ("^(?:(?:\\b|b)*)+?", "ba", 0..<0),
  ])
  func nestedLoopsThatMayBeEmptyPreferAsPerlDoes(
    pattern: String,
    text: String,
    range: Range<Int>
  ) throws {
    let match = try #require(try LinearRegex(pattern: pattern).firstMatch(in: text))
    #expect(match.utf8Range == range)
  }

  /// RE2 finds `\B` between the bytes of a character as well; here a place is between characters.
  @Test func noPlaceIsInsideACharacter() throws {
    let match = try #require(try LinearRegex(pattern: "\\B").firstMatch(in: "aก"))
    #expect(match.utf8Range == 4..<4)
  }

  /// A pattern that is used often gets its whole table; what it says stays the same.
  @Test func aPatternSaysTheSameHoweverOftenItIsUsed() throws {
    let regex = try LinearRegex(pattern: "(เพื่อ|ให้)[ก-๙ ]+$")
    for _ in 0..<500 {
      #expect(regex.matches("เพื่อพัฒนาผู้เรียน"))
      #expect(!regex.matches("เพื่อพัฒนาผู้เรียน 2"))
    }
  }

  @Test func keepsItsLimits() throws {
    let deep = String(repeating: "(", count: 251) + String(repeating: ")", count: 251)
    #expect(throws: RegexError.self) { try LinearRegex(pattern: deep) }
    let deepest = String(repeating: "(", count: 250) + "a" + String(repeating: ")", count: 250)
    #expect(try LinearRegex(pattern: deepest).firstMatch(in: "a")?.groups.count == 251)
    #expect(throws: RegexError.self) {
      try LinearRegex(pattern: String(repeating: "a", count: 10_001))
    }
    #expect(try LinearRegex(pattern: String(repeating: "a", count: 10_000)).matches("a") == false)
    #expect(try LinearRegex(pattern: "^[\\p{L} .]{1,50}$").matches("กรง เทพ"))
    #expect(
      try LinearRegex(pattern: "^(?:a{10}){100}$").matches(String(repeating: "a", count: 1000))
    )
  }

  @Test func knowsItsGroupsByName() throws {
    let regex = try LinearRegex(pattern: "(a)(?P<year>\\d+)")
    #expect(regex.groupCount == 2)
    #expect(regex.programSize > 6 && regex.programSize < 30)
    #expect(regex.groupNames == [nil, nil, "year"])
    #expect(regex.groupNumber(named: "year") == 2)
    #expect(regex.groupNumber(named: "month") == nil)
    let match = try #require(regex.firstMatch(in: "กa2568"))
    #expect(match.text(ofGroup: 2, in: "กa2568") == "2568")
    #expect(match.text(ofGroup: 3, in: "กa2568") == nil)
    #expect(match.text(ofGroup: 2, in: "") == "")
  }

  @Test(arguments: [
    ("a*", "baac", ["0-0", "1-3", "4-4"]), ("", "กa", ["0-0", "3-3", "4-4"]),
    ("\\d+", "1 22 333", ["0-1", "2-4", "5-8"]),
    ("^a", "aaa", ["0-1"]), ("(?m)^", "a\nb", ["0-0", "2-2"]), ("b*", "ab", ["0-0", "1-2"]),
    ("x", "abc", []), ("\\b", "a b", ["0-0", "1-1", "2-2", "3-3"]), ("a|b*", "ab", ["0-1", "1-2"]),
  ])
  func findsAllMatches(pattern: String, text: String, expected: [String]) throws {
    let regex = try LinearRegex(pattern: pattern)
    #expect(regex.allMatches(in: text).compactMap(spans) == expected)
    #expect(regex.allMatches(in: text, limit: 1).compactMap(spans) == Array(expected.prefix(1)))
    #expect(regex.allMatches(in: text, limit: 0).isEmpty)
  }

  @Test(arguments: [
    ("(\\d+)-(\\d+)", "1-2, 33-4", "\\2/\\1", "2/1, 4/33"), ("a*", "baac", "-", "-b-c-"),
    ("ก", "กขก", "\\0\\0", "กกขกก"), ("(x)?y", "yxy", "[\\1]", "[][x]"),
    ("b", "abc", "\\\\", "a\\c"), ("z", "abc", "-", "abc"),
  ])
  func replacesMatches(pattern: String, text: String, with: String, expected: String) throws {
    let regex = try LinearRegex(pattern: pattern)
    #expect(try regex.replacingMatches(in: text, with: with) == expected)
  }

  @Test func replacesAtMostSoManyMatches() throws {
    let regex = try LinearRegex(pattern: "a")
    #expect(try regex.replacingMatches(in: "aaa", with: "b", limit: 2) == "bba")
    #expect(try regex.replacingMatches(in: "aaa", with: "b", limit: 0) == "aaa")
  }

  @Test(arguments: [("\\1", 0), ("ก\\x", 3), ("a\\", 1)])
  func refusesAReplacementThatNamesNoGroup(replacement: String, offset: Int) throws {
    let regex = try LinearRegex(pattern: "a")
    do {
      _ = try regex.replacingMatches(in: "a", with: replacement)
      Issue.record("accepted")
    } catch {
      #expect(error.code == .invalidReplacement)
      #expect(error.utf8Offset == offset)
    }
  }
}
