import CEL
import Diagnostics
import SourceText
import Testing

/// What the parser says about wrong texts: which part, what, and what to write.
@Suite struct ParserProblemTests {
  /// One mistake: the text, the part that is shown, the message and the help in English.
  struct Mistake: CustomTestStringConvertible {
    let text: String
    let code: String
    let shown: String
    let message: String
    let help: String?

    init(_ text: String, _ code: String, _ shown: String, _ message: String, _ help: String? = nil)
    {
      self.text = text
      self.code = code
      self.shown = shown
      self.message = message
      self.help = help
    }

    var testDescription: String { text }
  }

  private static let operators: [Mistake] = [
    Mistake("a = b", "CEL-007", "=", "there is no operator =", "write =="),
    Mistake("a === b", "CEL-007", "===", "there is no operator ===", "write =="),
    Mistake("a <> b", "CEL-007", "<>", "there is no operator <>", "write !="),
    Mistake("a =< b", "CEL-007", "=<", "there is no operator =<", "write <="),
    Mistake("a ≤ b", "CEL-007", "≤", "there is no operator ≤", "write <="),
    Mistake("a & b", "CEL-007", "&", "there is no operator &", "write &&"),
    Mistake("a | b", "CEL-007", "|", "there is no operator |", "write ||"),
    Mistake("a and b", "CEL-007", "and", "there is no operator and", "write &&"),
    Mistake("a OR b", "CEL-007", "OR", "there is no operator OR", "write ||"),
    Mistake("not a", "CEL-007", "not", "there is no operator not", "write !"),
    Mistake("a และ b", "CEL-007", "และ", "there is no operator และ", "write &&"),
    Mistake(
      "a not in b",
      "CEL-005",
      "not",
      "an operator is missing before not",
      "write !(a in b)"
    ),
    Mistake(
      "a contains b",
      "CEL-005",
      "contains",
      "an operator is missing before contains",
      "write a.contains(b)"
    ),
    Mistake(
      "if a then b",
      "CEL-008",
      "if",
      "if is reserved and cannot be a name",
      "write condition ? value : value"
    ),
    Mistake(
      "while",
      "CEL-008",
      "while",
      "while is reserved and cannot be a name",
      "use all, exists, filter or map on a list"
    ),
    Mistake(
      "a ? b ? c : d : e",
      "CEL-005",
      "?",
      "a choice in the middle of another choice needs brackets",
      "write a ? (b ? c : d) : e"
    ),
  ]

  private static let texts: [Mistake] = [
    Mistake(
      "x == 'abc",
      "CEL-002",
      "'",
      "this text is never closed",
      "close it with ' on the same line"
    ),
    Mistake("f('''a", "CEL-002", "'''", "this text is never closed", "close it with '''"),
    Mistake(
      "x == “แผน”",
      "CEL-010",
      "“แผน”",
      "curly quotation marks do not delimit text",
      "write \"แผน\""
    ),
    Mistake("x == ‘a’", "CEL-010", "‘a’", "curly quotation marks do not delimit text", "write 'a'"),
    Mistake(
      "x == \"แผน”",
      "CEL-002",
      "\"",
      "this text is never closed",
      "close it with \" instead of a curly quotation mark"
    ),
    Mistake(
      #"'\d+'"#,
      "CEL-003",
      #"\d"#,
      #"there is no escape \d"#,
      #"write \\ for a backslash, or put r before the text as in r'\d'"#
    ),
    Mistake(#"'\u12'"#, "CEL-003", #"\u12"#, #"\u needs 4 hexadecimal digits"#),
    Mistake(#"'\uD800'"#, "CEL-003", #"\uD800"#, #"\uD800 is no Unicode character"#),
    Mistake(
      #"b'\u0041'"#,
      "CEL-003",
      #"\u"#,
      #"bytes have no escape \u; use \x"#
    ),
    Mistake(
      "plan.ชื่อ == 1",
      "CEL-009",
      "ชื่อ",
      "a name may hold only A-Z a-z 0-9 _, so ชื่อ is not one",
      "write ['ชื่อ'] instead of .ชื่อ"
    ),
    Mistake(
      "x == แผน",
      "CEL-009",
      "แผน",
      "a name may hold only A-Z a-z 0-9 _, so แผน is not one",
      "if it is text, write 'แผน'"
    ),
    Mistake(
      "plan.`ชื่อ`",
      "CEL-009",
      "`ชื่อ`",
      "a name between backticks may hold only A-Z a-z 0-9 _ . - / and spaces",
      "write ['ชื่อ'] instead of .ชื่อ"
    ),
    Mistake(
      "a.in == 1",
      "CEL-008",
      "in",
      "in is a word of the language and cannot follow a dot",
      "write ['in'] instead of .in"
    ),
  ]

  private static let numbers: [Mistake] = [
    Mistake(
      "๒๕๖๙ + 1",
      "CEL-004",
      "๒๕๖๙",
      "numbers are written with the digits 0-9, not ๒๕๖๙",
      "write 2569"
    ),
    Mistake("1_000 + 1", "CEL-004", "1_000", "1_000 is not a number", "write 1000"),
    Mistake("2x", "CEL-004", "2x", "2x is not a number", "if it is text, write '2x'"),
    Mistake(
      "9223372036854775808",
      "CEL-004",
      "9223372036854775808",
      "the number 9223372036854775808 is out of range"
    ),
    Mistake(
      "1 + 1e999",
      "CEL-004",
      "1e999",
      "the number 1e999 is out of range"
    ),
  ]

  private static let structure: [Mistake] = [
    Mistake("(a + b", "CEL-006", "(", "this ( is never closed", "close it with )"),
    Mistake("f(a[1)", "CEL-006", ")", ") does not close [", "write ]"),
    Mistake("a + b)", "CEL-006", ")", "this ) closes nothing", "remove )"),
    Mistake("{'a': [1, 2}", "CEL-006", "}", "} does not close [", "write ]"),
    Mistake("a +", "CEL-005", "", "the expression ends where a value or a name is expected"),
    Mistake("a + * b", "CEL-005", "*", "found * where a value or a name is expected"),
    Mistake("a b", "CEL-005", "b", "an operator is missing before b"),
    Mistake(
      "a, b",
      "CEL-005",
      ",",
      "found , where an operator or the end of the expression is expected"
    ),
    Mistake("f(a, )", "CEL-005", ",", "there is a comma after the last argument", "remove ,"),
    Mistake("[1 2]", "CEL-005", "2", "found 2 where ] is expected", "write ,"),
    Mistake("{'a' 1}", "CEL-005", "1", "found 1 where a : and a value is expected"),
    Mistake(
      "a ? b",
      "CEL-005",
      "",
      "the expression ends where the : of the choice ? : is expected"
    ),
    Mistake("", "CEL-011", "", "the expression is empty"),
    Mistake("  // nothing", "CEL-011", "", "the expression is empty"),
    Mistake("a # b", "CEL-001", "#", "unexpected character #", "a comment begins with //"),
    Mistake("a @ b", "CEL-001", "@", "unexpected character @"),
    Mistake(
      "a\u{A0}== b",
      "CEL-001",
      "\u{A0}",
      "invisible character U+00A0",
      "delete it, or type a plain space"
    ),
    Mistake("a;", "CEL-001", ";", "unexpected character ;", "remove it; an expression has no ;"),
  ]

  private static let macros: [Mistake] = [
    Mistake("has(a)", "CEL-014", "a", "has() asks for a field", "write it as has(a.b)"),
    Mistake(
      "l.all(x.y, true)",
      "CEL-014",
      "x.y",
      "this must be a plain new name",
      "such as x in list.all(x, x > 0)"
    ),
    Mistake("l.all(x, x, true)", "CEL-014", "x", "the name x is used twice"),
  ]

  private static let comma = "write a comma after the variable, as in .exists(x, …)"

  /// What people write who know spreadsheets, SQL, JavaScript or Python.
  private static let otherLanguages: [Mistake] = [
    Mistake("l.exists(x => x > 0)", "CEL-007", "=>", "there is no operator =>", comma),
    Mistake("l.exists((x) => x > 0)", "CEL-007", "=>", "there is no operator =>", comma),
    Mistake("l.exists(x -> x > 0)", "CEL-007", "->", "there is no operator ->", comma),
    Mistake("a => b", "CEL-007", "=>", "there is no operator =>", "write >="),
    Mistake("l.all(x | x > 0)", "CEL-001", "|", "unexpected character |", "write ,"),
    Mistake("f(a; b)", "CEL-001", ";", "unexpected character ;", "write ,"),
    Mistake(
      "a ** b",
      "CEL-007",
      "**",
      "there is no operator **",
      "there is no power; multiply instead"
    ),
    Mistake("a =~ b", "CEL-007", "=~", "there is no operator =~", "write a.matches(b)"),
    Mistake("a ~= b", "CEL-007", "~=", "there is no operator ~=", "write a.matches(b)"),
    Mistake("a /* b */", "CEL-001", "/*", "unexpected character /*", "a comment begins with //"),
    Mistake("a is b", "CEL-005", "is", "an operator is missing before is", "write =="),
    Mistake("a is not b", "CEL-005", "is", "an operator is missing before is", "write !="),
    Mistake(
      "a between b",
      "CEL-005",
      "between",
      "an operator is missing before between",
      "write a >= b && a <= c"
    ),
    Mistake(
      "a starts with b",
      "CEL-005",
      "starts",
      "an operator is missing before starts",
      "write a.startsWith(b)"
    ),
    Mistake(
      "f'{a}'",
      "CEL-005",
      "'{a}'",
      "an operator is missing before '{a}'",
      "join texts with +, as in 'year ' + string(…)"
    ),
    Mistake(
      "a in (1, 2)",
      "CEL-005",
      ",",
      "found , where ) is expected",
      "write a list between [ and ]"
    ),
    Mistake(
      "a[].b",
      "CEL-005",
      "]",
      "found ] where a value or a name is expected",
      "to go through a list write .map(x, x.field) or .all(x, …)"
    ),
    Mistake(
      "a[*].b",
      "CEL-005",
      "*",
      "found * where a value or a name is expected",
      "to go through a list write .map(x, x.field) or .all(x, …)"
    ),
    Mistake(
      "a?.b > 1",
      "CEL-005",
      "",
      "the expression ends where the : of the choice ? : is expected",
      "a field that may be missing is written a.?b"
    ),
    Mistake(
      "a ?? b",
      "CEL-005",
      "?",
      "found ? where a value or a name is expected",
      "write has(a.b) ? a.b : c"
    ),
    Mistake(
      "{a.b} > 0",
      "CEL-005",
      "}",
      "found } where a : and a value is expected",
      "braces belong in messages: write a.b"
    ),
  ]

  private static let typing: [Mistake] = [
    Mistake("a > 1,000", "CEL-004", "1,000", "1,000 is not a number", "write 1000"),
    Mistake("(a > 1,000.50)", "CEL-004", "1,000.50", "1,000.50 is not a number", "write 1000.50"),
    Mistake(
      "l.all(x, x > 1,000,000)",
      "CEL-004",
      "1,000,000",
      "1,000,000 is not a number",
      "write 1000000"
    ),
    Mistake("l.filter(x, x > 1,000)", "CEL-004", "1,000", "1,000 is not a number", "write 1000"),
    Mistake(
      "a > 500 บาท",
      "CEL-009",
      "บาท",
      "a name may hold only A-Z a-z 0-9 _, so บาท is not one",
      "remove บาท"
    ),
    Mistake(
      "a > ๑,๐๐๐",
      "CEL-004",
      "๑,๐๐๐",
      "numbers are written with the digits 0-9, not ๑,๐๐๐",
      "write 1000"
    ),
    Mistake("a > 500บาท", "CEL-004", "500บาท", "500บาท is not a number", "write 500"),
    Mistake("a > ฿500", "CEL-001", "฿", "unexpected character ฿", "remove ฿"),
    Mistake(
      "ye\u{430}r > 1",
      "CEL-009",
      "ye\u{430}r",
      "the letter \u{430} (U+0430) in ye\u{430}r is not the English one, though it looks like it",
      "write year"
    ),
    Mistake(
      "ｙear > 1",
      "CEL-009",
      "ｙear",
      "the letter ｙ (U+FF59) in ｙear is not the English one, though it looks like it",
      "write year"
    ),
    Mistake("a ＞＝ b", "CEL-001", "＞＝", "unexpected character ＞＝", "write >="),
    Mistake("f(a， b)", "CEL-001", "，", "unexpected character ，", "write ,"),
    Mistake("（a)", "CEL-001", "（", "unexpected character （", "write ("),
    Mistake(
      "a == ＂b＂",
      "CEL-010",
      "＂b＂",
      "full-width quotation marks do not delimit text",
      "write \"b\""
    ),
    Mistake("a ⩾ b", "CEL-007", "⩾", "there is no operator ⩾", "write >="),
    Mistake("['a' 'b']", "CEL-005", "'b'", "found 'b' where ] is expected", "write ,"),
  ]

  @Test(arguments: operators + texts + numbers + structure + macros + otherLanguages + typing)
  func eachMistakeGivesOneProblem(_ mistake: Mistake) throws {
    let problems = Parser.parse(mistake.text, in: .standard).problems
    #expect(problems.count == 1, "\(problems.map(\.message.en))")
    let problem = try #require(problems.first)
    let bytes = Array(mistake.text.utf8)
    let shown = bytes[Int(problem.span.start)..<Int(problem.span.end)]
    #expect(String(decoding: shown, as: UTF8.self) == mistake.shown)
    #expect(problem.code.text == mistake.code)
    #expect(problem.message.en == mistake.message)
    #expect(problem.help?.en == mistake.help)
    #expect(problem.message.th != problem.message.en)
  }

  @Test(arguments: [
    ("title title", "ขาดเครื่องหมายหน้า title"), ("(a for)", "พบ for ในที่ที่ควรเป็น )"),
    ("[1", "วงเล็บ [ นี้ไม่มีตัวปิด"),
  ])
  func thaiReadsAsThai(_ text: String, _ message: String) throws {
    let problem = try #require(Parser.parse(text, in: .standard).problems.first)
    #expect(problem.message.th == message)
  }

  @Test(arguments: ["f(a => 1)", "[100,200]", "f(1,234)", "l.exists(x, x in [1,234])"])
  func whatMayBeMeantIsLeftAlone(_ text: String) {
    let helps = Parser.parse(text, in: .standard).problems.compactMap(\.help?.en)
    #expect(helps.allSatisfy { $0 == "write >=" })
  }

  @Test func severalMistakesAreAllShownInTheirOrder() {
    let text = "f(a = 1, b ? , 'x) && [1 2, 3 + ]"
    let problems = Parser.parse("a = 1 && f(b +, [1 2], c and d) && (e", in: .standard).problems
    #expect(problems.map(\.span.start) == [2, 14, 19, 25, 35])
    #expect(Parser.parse(text, in: .standard).problems.map(\.span.start) == [4, 13, 15])
  }

  @Test func problemsAreCapped() {
    let text = "[" + Array(repeating: "a = b", count: 200).joined(separator: ", ") + "]"
    #expect(Parser.parse(text, in: .standard).problems.count == 30)
  }

  @Test func aLongTextIsRefused() {
    let text = String(repeating: "a", count: 100_001)
    let result = Parser.parse(text, in: .standard)
    #expect(result.tree == nil)
    #expect(result.problems.map(\.code.text) == ["CEL-012"])
  }

  @Test(arguments: [
    String(repeating: "(", count: 50_000), String(repeating: "[", count: 50_000),
    String(repeating: "{", count: 50_000), String(repeating: "-!", count: 50_000),
    String(repeating: "a[", count: 50_000), String(repeating: "f(", count: 50_000),
    "a" + String(repeating: ".b", count: 49_000), String(repeating: "a ? b : ", count: 12_000),
    String(repeating: "a + ", count: 20_000) + "a", String(repeating: "a.all(x, ", count: 10_000),
    String(repeating: "(a && ", count: 15_000) + "a",
  ])
  func deepTextsAreRefusedAndDoNotCrash(_ text: String) {
    let problems = Parser.parse(text, in: .standard).problems
    #expect(problems.contains { $0.code.text == "CEL-013" })
    #expect(problems.count == 1)
  }
}
