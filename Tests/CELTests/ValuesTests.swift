import CEL
import Diagnostics
import Testing

/// Values at their edges: numbers, texts, times, maps.
@Suite struct ValuesTests {
  @Test(arguments: [
    // Overflow and the like are errors, never traps.
    (
      "9223372036854775807 + 1",
      "error: range error: the result overflows; look for a number that is far too large"
    ),
    (
      "-9223372036854775808 - 1",
      "error: range error: the result overflows; look for a number that is far too large"
    ),
    (
      "-9223372036854775808 / -1",
      "error: range error: the result overflows; look for a number that is far too large"
    ),
    (
      "-9223372036854775808 % -1",
      "error: range error: the result overflows; look for a number that is far too large"
    ),
    (
      "-(-9223372036854775808)",
      "error: range error: the result overflows; look for a number that is far too large"
    ),
    (
      "0u - 1u", "error: range error: the result overflows; look for a number that is far too large"
    ),
    ("1 / 0", "error: division by zero"), ("1u % 0u", "error: modulus by zero"),
    ("1.0 / 0.0", "Infinity"), ("0.1 + 0.2 == 0.3", "false"),
    ("int(9.3e18)", "error: type conversion error: 9300000000000000000.0 is no int"),
    ("int(0.0 / 0.0)", "error: type conversion error: NaN is no int"),
    ("uint(-0.5)", "error: type conversion error: -0.5 is no uint"),
    (
      "int('9223372036854775808')",
      "error: type conversion error: \"9223372036854775808\" is no int"
    ),
    ("int('-9223372036854775808')", "-9223372036854775808"), ("int('+5')", "5"),
    ("int('')", "error: type conversion error: \"\" is no int"),
    ("int('๑')", "error: type conversion error: \"๑\" is no int"),
    ("double('1e400')", "error: type conversion error: \"1e400\" is no double"),
    ("double('0x1p3')", "error: type conversion error: \"0x1p3\" is no double"),
    // Doubles as Go prints them.
    ("string(1e21)", "\"1e+21\""), ("string(1e20)", "\"1e+20\""),
    ("string(123456.0)", "\"123456\""), ("string(1234567.0)", "\"1.234567e+06\""),
    ("string(1.0 / 0.0)", "\"+Inf\""), ("string(-1.0 / 0.0)", "\"-Inf\""),
    ("string(0.0 / 0.0)", "\"NaN\""),
    ("string(0.0001)", "\"0.0001\""), ("string(0.00001)", "\"1e-05\""), ("string(-0.0)", "\"-0\""),
    ("string(1.5e300)", "\"1.5e+300\""), ("string(123456789.125)", "\"1.23456789125e+08\""),
    // Numbers compare by value across types.
    ("dyn(1) == dyn(1u) && dyn(1u) == dyn(1.0)", "true"),
    ("dyn(9007199254740993) == dyn(9007199254740992.0)", "false"),
    ("dyn(9007199254740993) > dyn(9007199254740992.0)", "true"),
    ("dyn(-1) < dyn(0u) && dyn(18446744073709551615u) > dyn(1)", "true"),
    ("dyn(0.0 / 0.0) == dyn(0.0 / 0.0)", "false"), ("0.0 / 0.0 < 1.0", "false"),
    ("dyn(1) == dyn('1')", "false"), ("null == dyn(0)", "false"),
    // Texts are code points: Thai marks in another order are another text.
    ("'ก\\u0e38\\u0e48' == 'ก\\u0e48\\u0e38'", "false"),
    ("'ก\\u0e38\\u0e48' in ['ก\\u0e48\\u0e38']", "false"),
    ("{'ก\\u0e38\\u0e48': 1, 'ก\\u0e48\\u0e38': 2}.size()", "2"),
    ("'\\u00e9' == 'e\\u0301'", "false"), ("'น้ำ'.size()", "3"),
    ("'ก' < 'ข' && 'z' < 'ก' && '\\U0001F600' > '\\uFFFD'", "true"),
    ("'abcabd'.contains('abd') && !'abc'.contains('abcd') && ''.contains('')", "true"),
    ("'แผน'.endsWith('น') && 'แผน'.startsWith('แ')", "true"),
    // Maps.
    ("{1: 'a'}[dyn(1.0)]", "\"a\""), ("{1u: 'a'}[dyn(1)]", "\"a\""),
    ("{'a': 1, 'a': 2}", "error: repeated key \"a\" in a map"),
    ("{1: 1, dyn(1u): 2}", "error: repeated key 1u in a map"),
    ("{dyn(1.5): 1}", "error: unsupported key type: keys are bool, int, uint or string"),
    ("{1: 2, 3: 4} == {3: 4, 1: 2}", "true"), ("{1: 2} == {1: 3}", "false"),
    ("lists.range(100).transformMap(i, v, v * v)[99]", "9801"),
    ("99 in lists.range(100).transformMap(i, v, v)", "true"),
    ("lists.range(20).transformMapEntry(i, v, {v % 10: v})", "error: repeated key 0 in a map"),
    ("[1, 2][5]", "error: index out of range: 5"), ("[1][-1]", "error: index out of range: -1"),
    ("[1, 2][dyn(1u)] + [1, 2][dyn(0.0)]", "3"),
  ])
  func edges(_ expression: String, _ expected: String) throws {
    let text = try LibraryTests.text(expression)
    #expect(text == expected, "\(expression)")
  }

  @Test(arguments: [
    ("timestamp('2024-02-29T00:00:00Z').getDayOfYear()", "59"),
    ("timestamp('2023-02-29T00:00:00Z')", nil),
    ("timestamp('2024-01-01T24:00:00Z')", nil), ("timestamp('2024-1-01T00:00:00Z')", nil),
    ("timestamp('2024-01-01')", nil), ("timestamp('')", nil),
    ("timestamp('2024-01-01T00:00:00.Z')", nil),
    ("timestamp('2024-01-01T07:00:00+07:00') == timestamp('2024-01-01T00:00:00Z')", "true"),
    ("string(timestamp('2024-01-01T00:00:00.1200Z'))", "\"2024-01-01T00:00:00.12Z\""),
    ("timestamp(-62135596800)", "timestamp(\"0001-01-01T00:00:00Z\")"),
    ("timestamp(-62135596800) - duration('1ns')", nil),
    (
      "timestamp('1969-12-31T23:59:59.5Z') + duration('1s')",
      "timestamp(\"1970-01-01T00:00:00.5Z\")"
    ),
    (
      "timestamp('2024-01-01T00:00:00Z') - duration('0.5s')",
      "timestamp(\"2023-12-31T23:59:59.5Z\")"
    ),
    ("int(timestamp('1969-12-31T23:59:59Z'))", "-1"),
    ("duration('1h2m3.5s')", "duration(\"3723.5s\")"),
    ("duration('-1.5h')", "duration(\"-5400s\")"),
    ("duration('1us') + duration('1µs')", "duration(\"0.000002s\")"),
    ("duration('.5s')", "duration(\"0.5s\")"), ("duration('1')", nil), ("duration('s')", nil),
    ("duration('')", nil), ("duration('-')", nil), ("duration('1h1')", nil),
    ("duration('0')", "duration(\"0s\")"),
    ("duration('9223372036.854775807s') + duration('1ns')", nil),
    ("duration('-9223372036.854775808s')", "duration(\"-9223372036.854775808s\")"),
    ("duration('1.5s').getMilliseconds()", "500"),
    ("timestamp('2024-07-01T00:00:00Z').getHours('Asia/Bangkok')", "7"),
    ("timestamp('2050-07-01T00:00:00Z').getHours('America/New_York')", "20"),
    ("timestamp('2050-01-01T00:00:00Z').getHours('America/New_York')", "19"),
    ("timestamp('2050-07-01T00:00:00Z').getHours('Australia/Sydney')", "10"),
    ("timestamp('2050-01-01T00:00:00Z').getHours('Australia/Sydney')", "11"),
    ("timestamp('1900-01-01T00:00:00Z').getMinutes('Asia/Bangkok')", "42"),
    ("timestamp('2024-07-01T00:00:00Z').getHours('../../etc/passwd')", nil),
    ("timestamp('2024-07-01T00:00:00Z').getHours('/etc/passwd')", nil),
    ("timestamp('2024-07-01T00:00:00Z').getHours('Asia')", nil),
    ("timestamp('2024-07-01T00:00:00Z').getHours('Asia/../Asia/Bangkok')", nil),
    ("timestamp('2024-07-01T00:00:00Z').getHours('25:00')", nil),
  ])
  func times(_ expression: String, _ expected: String?) throws {
    let text = try LibraryTests.text(expression)
    if let expected {
      #expect(text == expected, "\(expression)")
    } else {
      #expect(text.hasPrefix("error: "), "\(expression): \(text)")
    }
  }

  @Test func thePrintedFormReadsBack() throws {
    for expression in [
      "[1, 2u, 2.0, 'ก\\n\"', b'ab', null, true]", "{'a': [1.5e300, -0.5], 2: {}}",
      "timestamp('2024-01-01T00:00:00Z')", "duration('1.5s')", "optional.of([optional.none()])",
    ] {
      let text = try LibraryTests.text(expression)
      #expect(try LibraryTests.text(text) == text)
      #expect(try LibraryTests.text("dyn(\(text)) == dyn(\(expression))") == "true")
    }
  }
}
