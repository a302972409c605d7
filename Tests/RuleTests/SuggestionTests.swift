import CEL
import Diagnostics
import RuleCompiler
import Testing

/// What is suggested for mistakes of people who know spreadsheets, SQL, JavaScript or Python; that it loads
/// when it is done.
@Suite("Suggestions in rules")
struct SuggestionTests {
  struct Case: CustomTestStringConvertible {
    let written: String
    /// The help in English; none where a suggestion would be a guess.
    let help: String?
    /// The expression as the help would have it.
    let mended: String?

    init(_ written: String, _ help: String?, _ mended: String? = nil) {
      self.written = written
      self.help = help
      self.mended = mended
    }

    var testDescription: String { written }
  }

  private static let amounts: [Case] = [
    Case("budget.total == 500", "write baht(500)", "budget.total == baht(500)"),
    Case("0 != budget.total", "write baht(0)", "baht(0) != budget.total"),
    Case("budget.total > 0.5", "write money(\"0.5\")", "budget.total > money(\"0.5\")"),
    Case("budget.total > 0.125", nil),
    Case("budget.total > 1e20", nil),
    Case("budget.total > 'abc'", nil),
    Case("budget.total == '1,000.125'", nil),
    Case("budget.total == ''", "write blank(budget.total)", "blank(budget.total)"),
    Case("budget.total != ''", "write filled(budget.total)", "filled(budget.total)"),
    Case(
      "budget.total in [500, 600]",
      "write [baht(500), baht(600)]",
      "budget.total in [baht(500), baht(600)]"
    ),
    Case("budget.total > money(500)", "write baht(500)", "budget.total > baht(500)"),
    Case(
      "budget.total > baht('500')",
      "if it is a number, write 500 without quotation marks",
      "budget.total > baht(500)"
    ),
    Case("budget.total > baht(0.5)", "write money(\"0.5\")", "budget.total > money(\"0.5\")"),
    Case("budget.total > baht(1,000)", "write 1000", "budget.total > baht(1000)"),
    Case("0.5 + 1 > decimal(1)", "write decimal(\"0.5\")", "decimal(\"0.5\") + 1 > decimal(1)"),
    Case(
      "budget.total > percent_of(budget.total, 7.5, 'up')",
      "write decimal(\"7.5\")",
      "budget.total > percent_of(budget.total, decimal(\"7.5\"), 'up')"
    ),
    Case(
      "(fiscal_year > 1 ? budget.total : 0) > 1",
      "write baht(0)",
      "(fiscal_year > 1 ? budget.total : baht(0)) > 1"
    ),
    Case("budget.total == 99999999999999999", nil),
    Case("budget > 0", "use a field of it, such as budget.total", "budget.total > 0"),
    Case("fiscal_year == '๒๕๖๙'", "if it is a number, write 2569 without quotation marks"),
  ]

  private static let days: [Case] = [
    Case(
      "as_of > '2568-01-01'",
      "write be_date(\"2568-01-01\")",
      "as_of > be_date(\"2568-01-01\")"
    ),
    Case(
      "as_of == '1 ต.ค. 2568'",
      "write be_date(\"1 ต.ค. 2568\")",
      "as_of == be_date(\"1 ต.ค. 2568\")"
    ),
    Case("as_of > 'hello'", nil),
    Case("date(as_of) > as_of", "write as_of", "as_of > as_of"),
    Case("as_of > 2025-01-01", "write date(\"2025-01-01\")", "as_of > date(\"2025-01-01\")"),
    Case(
      "as_of > date(2568-01-01)",
      "write be_date(\"2568-01-01\")",
      "as_of > be_date(\"2568-01-01\")"
    ),
    Case(
      "duration('1d') > duration('1h')",
      "write it as in \"24h\" or \"1h30m\"",
      "duration('24h') > duration('1h')"
    ),
  ]

  private static let presence: [Case] = [
    Case("title is null", "write blank(…)", "blank(title)"),
    Case("title is not null", "write filled(…)", "filled(title)"),
    Case("projects.all(p, p.budget is null)", "write blank(…)", "projects.all(p, blank(p.budget))"),
    Case("title is None", "write blank(…)"),
    Case("title == null", "write blank(title), or use the check kind present", "blank(title)"),
    Case("title != null", "write filled(title), or use the check kind present", "filled(title)"),
    Case("title == None", "write blank(…) or filled(…)"),
    Case("exists(title)", "write filled(…)", "filled(title)"),
    Case("title", "to ask whether it is filled in, write filled(title)", "filled(title)"),
    Case("!title", "to ask whether it is filled in, write filled(title)", "!filled(title)"),
    Case("has(titel)", "did you mean “title”?", "has(title)"),
    Case("fiscal_year ?? 1 > 0", "write filled(a) ? a : b"),
  ]

  private static let words: [Case] = [
    Case("AND(title == 'a', true)", "write a && b"),
    Case("IF(title == 'a', true, false)", "write condition ? value : value"),
    Case("title.includes('x')", "write text.contains('…')", "title.contains('x')"),
    Case("['a'].includes(title)", "write value in list", "title in ['a']"),
    Case("title like 'x'", "write text.matches('…')", "title.matches('x')"),
    Case("'ก' in title", "write title.contains(\"ก\")", "title.contains(\"ก\")"),
    Case(
      "projects.count(p, p.budget > 0) > 1",
      "write size(list.filter(x, …))",
      "size(projects.filter(p, p.budget > 0)) > 1"
    ),
    Case("size(projects.length) > 1", "write size(projects)", "size(projects) > 1"),
    Case(
      "projects.map(p, p.budget).max() > 1",
      "write max(projects.map(p, p.budget))",
      "max(projects.map(p, p.budget)) > 1"
    ),
    Case("contains(title, 'x')", "write title.contains(\"x\")", "title.contains(\"x\")"),
    Case("projects > 1", "write size(projects)", "size(projects) > 1"),
    Case("title == 'ก' || 'ข'", "write title == \"ข\"", "title == 'ก' || title == \"ข\""),
    Case("True", "write true", "true"),
    Case("$title == 'a'", "remove $", "title == 'a'"),
    Case("title CONTAINS 'x'", "write a.contains(b)", "title.contains('x')"),
    Case("title IN ['a']", "write a in b", "title in ['a']"),
    Case("title NOT IN ['a']", "write !(a in b)", "!(title in ['a'])"),
    Case("CASE WHEN true", "write condition ? value : value"),
    Case("[p for p in projects]", nil),
    Case(
      "budget.total * 5% > 1",
      "write percent_of(a, 5, \"half_up\")",
      "percent_of(budget.total, 5, 'half_up') > 1"
    ),
    Case("recorded(screened)", "write \"screened\"", "recorded(\"screened\")"),
    Case("reached(draft)", "write \"draft\"", "reached(\"draft\")"),
    Case("reached('sumbitted')", "did you mean “submitted”?", "reached('submitted')"),
    Case("recorded('screend')", "did you mean “screened”?", "recorded('screened')"),
    Case("supplied(1)", "it takes (text)", "supplied('1')"),
    Case(
      "regexp.extract(title, 'a') == optional.of('a')",
      "did you mean “regex.extract()”?",
      "regex.extract(title, 'a') == optional.of('a')"
    ),
    Case("params > 1", "write params.name, with the name declared in params of the rule"),
    Case("fiscal year > 1", nil),
    Case("fiscal_year > true", nil),
  ]

  @Test("Each mistake has its help", arguments: amounts + days + presence + words)
  func help(_ mistake: Case) throws {
    let first = try #require(try diagnostics(of: mistake.written).first)
    #expect(first.help?.en == mistake.help, "\(first.line)")
  }

  @Test("What is suggested loads", arguments: amounts + days + presence + words)
  func mended(_ mistake: Case) throws {
    guard let mended = mistake.mended else { return }
    #expect(try diagnostics(of: mended).map(\.line) == [])
  }

  @Test("Every function that is suggested for a familiar word exists")
  func functionsExist() throws {
    let environment = try RuleSet.shared.get().compiling.base
    let hints = environment.hints
    let helps =
      [hints.words, hints.wordsOnText, hints.folds].flatMap(\.values) + hints.operators.values
    let known = Set(environment.functions.keys).union(environment.macros.keys)
    #expect(helps.count > 80)
    for help in helps {
      for match in help.en.matches(of: /([A-Za-z_]+)\(/) {
        #expect(known.contains(String(match.1)), "\(help.en)")
      }
    }
  }

  @Test("No message shows the names that macros put in the place of others")
  func innerNames() throws {
    for text in ["supplied(1)", "related(1) == null", "date_of(1) == as_of"] {
      for diagnostic in try diagnostics(of: text) {
        #expect(!diagnostic.message.en.contains("@") && !diagnostic.message.th.contains("@"))
      }
    }
  }

  @Test("A list that is called like its element is a list that is misspelt")
  func listOfEach() throws {
    let set = try RuleSet.shared.get()
    let check = "  - each: {in: project, as: project, check: [{present: [project.name]}]}"
    let found = set.compile(try set.rule(ruleText(check))).diagnostics
    #expect(found.first?.help?.en == "did you mean \"projects\"?")
  }

  private func diagnostics(of expression: String) throws -> [Diagnostic] {
    let set = try RuleSet.shared.get()
    let quoted = expression.replacing("'", with: "''")
    let rule = try set.rule(ruleText("  - assert: '\(quoted)'\n    at: title"))
    return set.compile(rule).diagnostics.filter { $0.severity == .error }
  }
}
