import CEL
import Diagnostics
import SourceText
import Testing

/// The extension libraries beyond what the public suite asks for: lists, regular expressions, sets.
@Suite struct LibraryTests {
  static func text(_ expression: String) throws -> String {
    let environment = Environment.full
    let parsed = Parser.parse(expression, in: environment)
    let tree = try #require(parsed.tree)
    let context = EvaluationContext(documents: [], environment: environment)
    let result = Checker.check(tree, in: environment)
    guard let checked = result.expression else {
      return "refused: " + result.problems.map(\.message.en).joined(separator: "; ")
    }
    return context.printed(literal: evaluate(Program(checked, in: environment)))
  }

  private static func evaluate(_ program: Program) -> Value {
    var activation = Activation(documents: [])
    return program.evaluate(&activation)
  }

  @Test(arguments: [
    ("[3, 1, 2].sort()", "[1, 2, 3]"),
    ("['ข', 'ก', 'b'].sort()", "[\"b\", \"ก\", \"ข\"]"),
    ("[3, 1, 2].sortBy(x, -x)", "[3, 2, 1]"),
    ("['bb', 'a', 'cc'].sortBy(x, size(x))", "[\"a\", \"bb\", \"cc\"]"),
    ("[[1], [2]].sort()", "error: no such overload: sort does not take values of these types"),
    (
      "[dyn(1), dyn('a')].sort()",
      "error: no such overload: sort does not take values of these types"
    ),
    ("[1, 2, 2, 1, 3].distinct()", "[1, 2, 3]"),
    ("[[1], [1], [2]].distinct()", "[[1], [2]]"),
    ("[dyn(1), dyn(1.0), dyn(1u), dyn('1')].distinct()", "[1, \"1\"]"),
    ("[[1, 2], [3]].flatten()", "[1, 2, 3]"),
    ("[1, [2, [3, [4]]]].flatten(2)", "[1, 2, 3, [4]]"),
    ("[1, [2]].flatten(-1)", "error: index out of range: -1"),
    ("[1, 2, 3, 4].slice(1, 3)", "[2, 3]"),
    ("[1, 2].slice(1, 3)", "error: index out of range: 3"),
    ("[1, 2].slice(2, 1)", "error: index out of range: 2"),
    ("[1, 2].slice(0, 0)", "[]"),
    ("lists.range(4)", "[0, 1, 2, 3]"),
    ("lists.range(-1)", "[]"),
    ("size(lists.range(2000000))", "error: index out of range: 2000000"),
    ("[5, 6].first().value()", "5"),
    ("[5, 6].last().value()", "6"),
    ("[].first().hasValue()", "false"),
    ("[5, 6].reverse()", "[6, 5]"),
    ("[1, 2, 3].sum()", "6"),
    ("sum([1.5, 2.0])", "3.5"),
    ("sum([1u, 2u])", "3u"),
    ("[duration('1s'), duration('2s')].sum()", "duration(\"3s\")"),
    (
      "sum([9223372036854775807, 1])",
      "error: range error: the result overflows; look for a number that is far too large"
    ),
    ("[2, 9, 4].max()", "9"),
    ("min(['ข', 'ก'])", "\"ก\""),
    ("[1, 2].filter(x, x > 5).max()", "error: max: the list is empty"),
    ("[1, 2, 1].indexOf(1)", "0"),
    ("[1, 2, 1].lastIndexOf(1)", "2"),
    ("[1, 2, 1].indexOf(7)", "-1"),
    ("[1, 1, 2].isSorted()", "true"),
    ("[2, 1].isSorted()", "false"),
  ])
  func lists(_ expression: String, _ expected: String) throws {
    let text = try Self.text(expression)
    #expect(text == expected, "\(expression)")
  }

  @Test(arguments: [
    ("regex.extract('ปี 2568 แผน', '[0-9]{4}').value()", "\"2568\""),
    ("regex.extract('id: 12', 'id: ([0-9]+)').value()", "\"12\""),
    ("regex.extract('x', '[0-9]+').hasValue()", "false"),
    ("regex.extract('ab', '(a)(b)')", "error: regex.extract: the pattern has more than one group"),
    ("regex.extractAll('a1 b22', '[0-9]+')", "[\"1\", \"22\"]"),
    ("regex.extractAll('a1 b22', '[a-z]([0-9]+)')", "[\"1\", \"22\"]"),
    ("regex.extractAll('x', '[0-9]+')", "[]"),
    ("regex.replace('กขก', 'ก', 'ค')", "\"คขค\""),
    ("regex.replace('aaa', 'a', 'b', 2)", "\"bba\""),
    ("regex.replace('aaa', 'a', 'b', 0)", "\"aaa\""),
    ("regex.replace('k=v', '([a-z])=([a-z])', r'\\2=\\1')", "\"v=k\""),
    ("regex.replace('a', 'a', r'\\\\')", "\"\\\\\""),
    (
      "regex.replace('a', 'a', r'\\1')",
      "error: regex.replace: the replacement refers to a group that is not there"
    ),
    ("'2568'.matches('^[0-9]+$')", "true"),
    ("'กก'.matches('^ก{2}$')", "true"),
  ])
  func regularExpressions(_ expression: String, _ expected: String) throws {
    let text = try Self.text(expression)
    #expect(text == expected, "\(expression)")
  }

  @Test func aBadPatternIsAnErrorAndNeverATrap() throws {
    for pattern in ["(", "a**", "[z-a]", "(?=x)", "\\\\1"] {
      let text = try Self.text("['\(pattern)'].exists(p, 'a'.matches(p))")
      #expect(text.hasPrefix("error: "), "\(pattern): \(text)")
    }
  }

  @Test(arguments: [
    ("sets.contains([1, 2, 3], [3, 1])", "true"), ("sets.contains([1], [2])", "false"),
    ("sets.contains([], [])", "true"), ("sets.equivalent([1, 1, 2], [2, 1])", "true"),
    ("sets.equivalent([1], [1, 2])", "false"), ("sets.intersects([1, 2], [2, 9])", "true"),
    ("sets.intersects([], [2])", "false"),
  ])
  func sets(_ expression: String, _ expected: String) throws {
    let text = try Self.text(expression)
    #expect(text == expected, "\(expression)")
  }

  @Test(arguments: [
    ("'%.2f|%.0f|%.3e'.format([0.005, 0.5, 9.9996])", "\"0.01|0|1.000e+01\""),
    ("'%.1f %.1f'.format([-0.04, 1e22])", "\"-0.0 10000000000000000000000.0\""),
    ("'%.20f'.format([0.1])", "\"0.10000000000000000555\""),
    ("'%e'.format([0.0])", "\"0.000000e+00\""),
    ("'%.3e'.format([5e-324])", "\"4.941e-324\""),
    ("'%x %o'.format([-30, -8])", "\"-1e -10\""),
    ("'%s'.format([[1, [2, {'ข': 1, 'ก': 2}]]])", "\"[1, [2, {ก: 2, ข: 1}]]\""),
    ("'%'.format([1])", "error: format: the clause % is unknown or does not take this value"),
    (
      "'%.9999f'.format([1.0])",
      "error: format: the clause %.9999 is unknown or does not take this value"
    ),
    ("'กำ'.size()", "2"), ("'กำแพง'.substring(0, 2)", "\"กำ\""),
    ("'abc'.split('')", "[\"a\", \"b\", \"c\"]"),
    ("'abc'.split('', 2)", "[\"a\", \"bc\"]"), ("''.split(',')", "[\"\"]"),
    ("'ab'.replace('', '-')", "\"-a-b-\""),
    ("'a,b,c'.split(',', 2)", "[\"a\", \"b,c\"]"),
    ("base64.encode(b'ก')", "\"4LiB\""), ("base64.decode('4LiB') == b'ก'", "true"),
    ("base64.decode('YQ') == b'a'", "true"),
    ("base64.decode('Y')", "error: base64.decode: the text is no base64"),
    ("math.greatest(1, 2, 3.5)", "3.5"),
    ("math.greatest([]) == 1", "error: math.greatest: the list is empty"),
    ("math.sqrt(9)", "3.0"), ("math.bitShiftLeft(1, 9223372036854775807)", "0"),
    ("cidr('10.1.2.3/8').masked() == cidr('10.0.0.0/8')", "true"),
    ("string(ip('1:0:0:2:0:0:0:3'))", "\"1:0:0:2::3\""), ("isIP('1::2::3')", "false"),
    ("isIP('')", "false"),
    ("isCIDR('1.2.3.4/33')", "false"), ("isIP('01.2.3.4')", "false"), ("isIP(':')", "false"),
    ("timestamp(0).getHours('Z')", "error: type conversion error: \"Z\" is no time zone"),
    ("string(ip('64:ff9b::1.2.3.4'))", "\"64:ff9b::102:304\""),
    ("isIP('1:2:3:4:5:6:1.2.3.4')", "true"), ("isIP('::ffff:1.2.3.4')", "false"),
    ("isIP('::1.2.3')", "false"), ("isIP('1.2.3.4::')", "false"),
    ("b'\\xff'", "b\"\\xff\""), ("[b'\\xe0\\xb8']", "[b\"\\xe0\\xb8\"]"), ("b'ก'", "b\"ก\""),
  ])
  func othersAtTheirEdges(_ expression: String, _ expected: String) throws {
    let text = try Self.text(expression)
    #expect(text == expected, "\(expression)")
  }

  @Test(arguments: [
    ("'a'.matches('(')", 12), ("matches('a', 'a**')", 13),
    ("timestamp('2024-13-01T00:00:00Z')", 10),
    ("duration('1x')", 9), ("ip('1.2.3')", 3), ("regex.extract('a', '[')", 19),
  ])
  func wrongLiteralsAreRefusedBeforehand(_ expression: String, _ place: Int) throws {
    let environment = Environment.full.checkingLiterals()
    let tree = try #require(Parser.parse(expression, in: environment).tree)
    let problem = try #require(Checker.check(tree, in: environment).problems.first)
    #expect(Int(problem.span.start) == place, "\(expression)")
    #expect(Checker.check(tree, in: Environment.full).problems.isEmpty)
  }

  @Test func rightLiteralsAreNotRefused() throws {
    let environment = Environment.full.checkingLiterals()
    let expression = "'ก'.matches('^ก+$') && timestamp('2024-01-01T00:00:00Z') > timestamp(0)"
    let tree = try #require(Parser.parse(expression, in: environment).tree)
    #expect(Checker.check(tree, in: environment).problems.isEmpty)
  }

  @Test func overloadIdsAreUnique() {
    var ids: Set<String> = []
    for (name, function) in Environment.full.functions {
      for overload in function.overloads {
        #expect(ids.insert(overload.id).inserted, "\(name): \(overload.id)")
      }
    }
  }
}
