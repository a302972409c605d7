import CEL
import Diagnostics
import DocumentArena
import SourceText
import TestSupport
import Testing

/// What the checker says about texts that parse and are wrong.
@Suite struct CheckerProblemTests {
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

  private static let names: [Mistake] = [
    Mistake("cuont > 1", "CEL-021", "cuont", "there is no variable cuont", "did you mean “count”?"),
    Mistake("xyz.a.b > 1", "CEL-021", "xyz", "there is no variable xyz"),
    Mistake("True", "CEL-021", "True", "there is no variable True", "write true"),
    Mistake("name == None", "CEL-021", "None", "there is no variable None", "write null"),
    Mistake("size > 1", "CEL-021", "size", "size is a function, not a value", "write size(…)"),
    Mistake(
      "plan.titel == ''",
      "CEL-023",
      "titel",
      "record Plan has no field titel",
      "did you mean “title”?"
    ),
    Mistake(
      "has(plan.x)",
      "CEL-023",
      "x",
      "record Plan has no field x",
      "its fields: projects, title"
    ),
    Mistake(
      "plan.projects.all(p, p.nmae != '')",
      "CEL-023",
      "nmae",
      "project has no field nmae",
      "did you mean “name”?"
    ),
    Mistake(
      "plan.projects.name == ''",
      "CEL-025",
      "name",
      "this is a list of project and has no field name",
      "select it of each element, as in .map(x, x.field) or .all(x, …)"
    ),
    Mistake(
      "flags.length",
      "CEL-025",
      "length",
      "this is a list of truth value and has no field length",
      "write size(flags)"
    ),
    Mistake(
      "cel.bnd(x, 1, x)",
      "CEL-022",
      "cel.bnd",
      "there is no function cel.bnd()",
      "did you mean “cel.bind()”?"
    ),
    Mistake(
      "params > 1",
      "CEL-021",
      "params",
      "params is only the beginning of names",
      "write params.limit"
    ),
    Mistake("yes", "CEL-021", "yes", "there is no variable yes", "write true"),
    Mistake("count.size", "CEL-025", "size", "this is a whole number and has no field size"),
    Mistake(
      "name.startWith('a')",
      "CEL-022",
      "startWith",
      "there is no function startWith()",
      "did you mean “startsWith()”?"
    ),
    Mistake(
      "sizes(name)",
      "CEL-022",
      "sizes",
      "there is no function sizes()",
      "did you mean “size()”?"
    ),
    Mistake(
      "mony.of('1')",
      "CEL-022",
      "mony.of",
      "there is no function mony.of()",
      "did you mean “money.of()”?"
    ),
    Mistake(
      "plan.title() == ''",
      "CEL-022",
      "title()",
      "title is a field of record Plan, not a function",
      "write .title without brackets"
    ),
    Mistake(
      "parms.limit > 1",
      "CEL-021",
      "parms",
      "there is no variable parms",
      "did you mean “params”?"
    ),
    Mistake(
      "flags.exist(f, f)",
      "CEL-022",
      "exist",
      "there is no function exist()",
      "did you mean “exists()”?"
    ),
    Mistake("qqqq.f(1)", "CEL-021", "qqqq", "there is no variable qqqq"),
    Mistake(
      "Plan{title: 'a'}",
      "CEL-029",
      "Plan{title: 'a'}",
      "a record Plan cannot be made in an expression"
    ),
    Mistake("X{}", "CEL-029", "X{}", "there is no type X"),
  ]

  private static let calls: [Mistake] = [
    Mistake(
      "!name == 'a'",
      "CEL-027",
      "name",
      "a truth value is needed here, but this is text",
      "write !(name == \"a\")"
    ),
    Mistake(
      "-name + plan",
      "CEL-024",
      "-name",
      "- cannot be used on text",
      "it takes (whole number), (decimal number)"
    ),
    Mistake(
      "(name == 'a') == 'b'",
      "CEL-024",
      "(name == 'a') == 'b'",
      "a truth value cannot be compared with text"
    ),
    Mistake(
      "count + name",
      "CEL-024",
      "count + name",
      "+ cannot be used between a whole number and text",
      "turn the other into text with string(…)"
    ),
    Mistake(
      "count * 1.5",
      "CEL-024",
      "count * 1.5",
      "* cannot be used between a whole number and a decimal number",
      "convert one of them first, with double(…) or int(…)"
    ),
    Mistake(
      "name == 1",
      "CEL-024",
      "name == 1",
      "text cannot be compared with a whole number",
      "if it is text, write '1'"
    ),
    Mistake(
      "name == null",
      "CEL-024",
      "name == null",
      "text cannot be compared with null",
      "to ask whether data is there, use has(…)"
    ),
    Mistake(
      "plan.title == null",
      "CEL-024",
      "plan.title == null",
      "text cannot be compared with null",
      "write !has(plan.title)"
    ),
    Mistake(
      "plan.title != null",
      "CEL-024",
      "plan.title != null",
      "text cannot be compared with null",
      "write has(plan.title)"
    ),
    Mistake(
      "name['a']",
      "CEL-024",
      "name['a']",
      "text cannot be indexed by text",
      "a list is indexed by a whole number, a map by its keys"
    ),
    Mistake(
      "1 in name",
      "CEL-024",
      "1 in name",
      "in cannot look for a whole number in text",
      "in looks for an element of a list or a key of a map"
    ),
    Mistake(
      "count ? 1 : 2",
      "CEL-027",
      "count",
      "a truth value is needed here, but this is a whole number"
    ),
    Mistake(
      "true ? 1 : 'a'",
      "CEL-024",
      "true ? 1 : 'a'",
      "the two values of ? : differ: a whole number and text"
    ),
    Mistake(
      "count && true",
      "CEL-027",
      "count",
      "a truth value is needed here, but this is a whole number"
    ),
    Mistake(
      "flags.all(f, count)",
      "CEL-027",
      "count",
      "a truth value is needed here, but this is a whole number"
    ),
    Mistake("!name", "CEL-027", "name", "a truth value is needed here, but this is text"),
    Mistake(
      "-name",
      "CEL-024",
      "-name",
      "- cannot be used on text",
      "it takes (whole number), (decimal number)"
    ),
    Mistake(
      "name.startsWith(1)",
      "CEL-024",
      "1",
      "startsWith() on text does not take (a whole number)",
      "it takes text.startsWith(text)"
    ),
    Mistake(
      "startsWith(name, 'a')",
      "CEL-024",
      "startsWith(name, 'a')",
      "startsWith() is called on a value, as in a.startsWith(…)",
      "write name.startsWith(\"a\")"
    ),
    Mistake(
      "name.string()",
      "CEL-024",
      "string()",
      "string() is not called on a value; write string(…)",
      "write string(name)"
    ),
    Mistake(
      "count.all(x, true)",
      "CEL-026",
      "count",
      "a list or map is needed here, but this is a whole number"
    ),
    Mistake("flags.all(f)", "CEL-014", "all", "all() takes 2 or 3 arguments, not 1"),
    Mistake(
      "all(flags, f)",
      "CEL-014",
      "all",
      "all(…) is called on a value, as in a.all(…)"
    ),
    Mistake("cel.bind(x, 1)", "CEL-014", "bind", "bind() takes 3 arguments, not 2"),
    Mistake(
      "[?count]",
      "CEL-027",
      "count",
      "an optional value is needed after ?, but this is a whole number"
    ),
    Mistake(
      "{[1]: 2}",
      "CEL-027",
      "[1]",
      "a list of whole number cannot be a key; text, whole numbers and truth values can"
    ),
    Mistake(
      "1 < count < 3",
      "CEL-024",
      "1 < count < 3",
      "< cannot be used between a truth value and a whole number",
      "write 1 < count && count < 3"
    ),
    Mistake(
      "count == 1 || 2",
      "CEL-027",
      "2",
      "a truth value is needed here, but this is a whole number",
      "write count == 2"
    ),
    Mistake(
      "count == [1, 2]",
      "CEL-024",
      "count == [1, 2]",
      "a whole number cannot be compared with a list of whole number",
      "write count in [1, 2]"
    ),
    Mistake(
      "'a' in name",
      "CEL-024",
      "'a' in name",
      "in cannot look for text in text",
      "write name.contains(\"a\")"
    ),
    Mistake(
      "count in 3",
      "CEL-024",
      "count in 3",
      "in cannot look for a whole number in a whole number",
      "write count == 3"
    ),
    Mistake(
      "plan['title']",
      "CEL-024",
      "plan['title']",
      "record Plan cannot be indexed by text",
      "write plan.title"
    ),
    Mistake(
      "plan + ''",
      "CEL-024",
      "plan + ''",
      "+ cannot be used between record Plan and text",
      "use a field of it, such as plan.title"
    ),
    Mistake(
      "flags > 1",
      "CEL-024",
      "flags > 1",
      "> cannot be used between a list of truth value and a whole number",
      "write size(flags)"
    ),
    Mistake(
      "flags.contains(true)",
      "CEL-024",
      "contains(true)",
      "contains() on a list of truth value does not take (a truth value)",
      "write true in flags"
    ),
    Mistake(
      "count == '1,000'",
      "CEL-024",
      "count == '1,000'",
      "a whole number cannot be compared with text",
      "if it is a number, write 1000 without quotation marks"
    ),
    Mistake(
      "size(name) == 3.0",
      "CEL-024",
      "size(name) == 3.0",
      "a whole number cannot be compared with a decimal number",
      "write 3"
    ),
    Mistake("has()", "CEL-014", "has", "has() takes 1 argument, not 0"),
    Mistake(
      "bind(1, 2, 3)",
      "CEL-014",
      "bind",
      "bind(…) is called as cel.bind(name, value, expression)"
    ),
    Mistake("name.matches('(')", "CEL-028", "'('", "bad pattern", "write \\("),
  ]

  @Test(arguments: names + calls)
  func eachMistakeGivesOneProblem(_ mistake: Mistake) throws {
    let result = try CheckerFixture.check(mistake.text)
    #expect(result.expression == nil)
    #expect(result.problems.count == 1, "\(result.problems.map(\.message.en))")
    let problem = try #require(result.problems.first)
    let bytes = Array(mistake.text.utf8)
    let shown = bytes[Int(problem.span.start)..<Int(problem.span.end)]
    #expect(String(decoding: shown, as: UTF8.self) == mistake.shown)
    #expect(problem.code.text == mistake.code)
    #expect(problem.message.en == mistake.message)
    #expect(problem.help?.en == mistake.help)
    #expect(problem.message.th != problem.message.en)
  }

  @Test(arguments: [
    ("count == name", "เทียบจำนวนเต็มกับข้อความไม่ได้"),
    ("name.size(1)", "size() ของข้อความใช้กับจำนวนเต็มไม่ได้"),
    ("plan.title.x", "ข้อความไม่มีช่องข้อมูล จึงเลือก .x ไม่ได้"),
    ("matches(name)", "matches() ใช้กับข้อความไม่ได้"),
  ])
  func thaiReadsAsThai(_ text: String, _ message: String) throws {
    #expect(try CheckerFixture.check(text).problems.map(\.message.th) == [message])
  }

  @Test func aLongTextIsCheckedInProportionateTime() throws {
    func seconds(_ count: Int) throws -> Double {
      let comparisons = Array(repeating: "[] == [1]", count: count).joined(separator: ", ")
      let tree = try #require(Parser.parse("[\(comparisons)]", in: .standard).tree)
      return shortestTime { _ = Checker.check(tree, in: .standard) }
    }
    // Eight times the text: proportionate is 8 times, the square would be 64 times.
    #expect(try seconds(8_000) < 30 * seconds(1_000))
  }

  @Test func severalMistakesAreAllShown() throws {
    let text = "cuont > 1 && plan.titel == '' && name + 1 == ''"
    #expect(try CheckerFixture.check(text).problems.map(\.span.start) == [0, 18, 33])
  }

  @Test func theOperatorsForRecordsShowTheirNames() throws {
    let problems = try CheckerFixture.check("plan + plan").problems
    #expect(problems.map(\.message.en) == ["+ cannot be used between record Plan and record Plan"])
    #expect(problems.map(\.message.th) == ["ใช้ + กับระเบียน Plan และระเบียน Plan ไม่ได้"])
  }
}
