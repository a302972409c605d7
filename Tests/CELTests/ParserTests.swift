import CEL
import Diagnostics
import SourceText
import Testing

/// What the parser makes of right texts.
@Suite struct ParserTests {
  private func tree(_ text: String, in environment: Environment = .standard) throws -> SyntaxTree {
    let result = Parser.parse(text, in: environment)
    #expect(result.problems == [], "\(text)")
    return try #require(result.tree)
  }

  private func literal(_ text: String) throws -> Literal? {
    guard case .literal(let value) = try tree(text).root.kind else { return nil }
    return value
  }

  @Test(arguments: [
    ("0", Literal.int(0)), ("-9223372036854775808", .int(.min)), ("0x1F", .int(31)),
    ("-0xFF", .int(-255)), ("18446744073709551615u", .uint(.max)), ("0xFFu", .uint(255)),
    ("7U", .uint(7)), ("1.5", .double(1.5)), (".5", .double(0.5)), ("1e3", .double(1_000)),
    ("-2.5e-1", .double(-0.25)), ("true", .bool(true)), ("null", .null),
    ("'กรอง'", .string(Text("กรอง"))), (#""a\"b""#, .string(Text("a\"b"))),
    (#"r'a\n'"#, .string(Text(#"a\n"#))), ("'''a'b\n'''", .string(Text("a'b\n"))),
    ("\"\"\"a\r\nb\"\"\"", .string(Text("a\nb"))),
    (#"'\x41\u0E01\U0001F600\101'"#, .string(Text("Aก😀A"))),
    (#"b'\xff\377'"#, .bytes([255, 255])), ("b'ก'", .bytes([0xE0, 0xB8, 0x81])),
    (#"br"\x""#, .bytes(Array(#"\x"#.utf8))), ("1 // หมายเหตุ", .int(1)),
  ])
  func literalsHaveTheirValues(_ text: String, _ expected: Literal) throws {
    #expect(try literal(text) == expected, "\(text)")
  }

  @Test func differentSpellingsOfThaiStayDifferent() throws {
    #expect(try literal("'\u{0E01}\u{0E38}\u{0E48}'") != literal("'\u{0E01}\u{0E48}\u{0E38}'"))
  }

  @Test(arguments: [
    ("a + b * c", "a + b * c"), ("(a + b) * c", "(a + b) * c"), ("a - (b - c)", "a - (b - c)"),
    ("(a - b) - c", "a - b - c"), ("a<b==c", "a < b == c"), ("!(a && b)", "!(a && b)"),
    ("a && (b && c)", "a && b && c"), ("(a || b) && c", "(a || b) && c"),
    ("a ? (b ? c : d) : e ? f : g", "a ? (b ? c : d) : e ? f : g"),
    ("-(1)", "-(1)"), ("--1", "--1"), ("-(1.abs())", "-(1.abs())"), ("!!!!a", "!!a"),
    ("!!!a", "!a"),
    ("-(-(-a))", "-(--a)"), ("a.?b[?c].d", "a.?b[?c].d"), ("{'a': 1, ?b: c,}", #"{"a": 1, ?b: c}"#),
    ("[a, ?b,]", "[a, ?b]"), ("x.`a-b` + y.in_", "x.`a-b` + y.in_"), ("has(a.b.c)", "has(a.b.c)"),
    ("l.all(x, l.exists(y, y == x))", "l.all(x, l.exists(y, y == x))"),
    ("cel.bind(x, 1 + 2, x * x)", "cel.bind(x, 1 + 2, x * x)"), ("a.b.C{d: 1}", "a.b.C{d: 1}"),
    (".a.b(c)", ".a.b(c)"), ("a in [1] ? 'x' : b\"y\"", #"a in [1] ? "x" : b"y""#),
    ("o.optMap(x, x + 1).orValue(2)", "o.optMap(x, x + 1).orValue(2)"),
  ])
  func textsArePrintedWithTheFewestBrackets(_ text: String, _ expected: String) throws {
    #expect(Unparser.text(of: try tree(text)) == expected)
  }

  @Test func placesAreThoseOfTheText() throws {
    let tree = try tree("ab + 'กข'.size()")
    guard case .call(_, _, let arguments) = tree.root.kind else {
      Issue.record("no call")
      return
    }
    let spans = ([tree.root] + arguments).map { tree.spans[$0.id] }
    #expect(spans.map { $0?.start } == [0, 0, 5])
    #expect(spans.map { $0?.end } == [20, 2, 20])
  }

  @Test func bracketsBelongToThePlaceOfWhatIsAroundThem() throws {
    let tree = try tree("(a + b) * c")
    #expect(tree.spans[tree.root.id]?.start == 0)
    #expect(tree.spans[tree.root.id]?.end == 11)
  }

  @Test func longChainsOfLogicAreBalanced() throws {
    let text = (0..<10_000).map { "a\($0)" }.joined(separator: " && ")
    let tree = try tree(text)
    func depth(_ expression: Expression) -> Int {
      guard case .call(_, _, let arguments) = expression.kind else { return 1 }
      return 1 + (arguments.map(depth).max() ?? 0)
    }
    #expect(depth(tree.root) == 15)
    #expect(Unparser.text(of: tree) == text)
  }

  @Test func theSpecificationsMinimumOfNestingIsMet() throws {
    let deep = String(repeating: "(", count: 200) + "1" + String(repeating: ")", count: 200)
    _ = try tree(deep)
    _ = try tree((0..<200).map(String.init).joined(separator: " + "))
    _ = try tree("a" + String(repeating: ".b", count: 200))
    var macros = "true"
    for level in 0..<24 { macros = "[1].all(x\(level), \(macros))" }
    #expect(Checker.check(try tree(macros), in: .standard).expression?.type == .bool)
  }

  @Test func macrosKeepTheirFormAndTheCall() throws {
    let tree = try tree("l.map(x, x > 1, x * 2)")
    guard case .comprehension(let fold) = tree.root.kind,
      case .map(let filter?, let transform)? = fold.macro
    else {
      Issue.record("no fold")
      return
    }
    #expect(fold.variable == "x")
    #expect(Unparser.text(of: filter, in: tree) == "x > 1")
    #expect(Unparser.text(of: transform, in: tree) == "x * 2")
    #expect(tree.macroCalls[tree.root.id] != nil)
  }

  @Test func chainsOfOptionalMacrosGrowLinearly() throws {
    let text = "o" + String(repeating: ".optMap(x, x)", count: 30)
    #expect(try tree(text).spans.count < 1_000)
  }
}
