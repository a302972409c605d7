import CEL
import Diagnostics
import Testing

/// Macros of the host that are written as CEL text.
@Suite struct ParserTemplateTests {
  private static let environment: Environment = {
    var environment = Environment.standard
    environment.declare(variable: "plan", .map(.string, .int))
    let templates: [(String, Bool, Int, String)] = [
      ("between", true, 2, "$target >= $0 && $target <= $1"),
      ("anyIn", true, 1, "$target.exists(x, x in $0)"),
      ("each", true, 2, "$target.all($0, $1)"),
      ("total", false, 1, "plan['total'] + $0"),
      ("twice", false, 1, "$0 + $0"),
      ("endless", false, 1, "endless($0)"),
      ("broken", false, 1, "$0 +"),
      ("missing", false, 1, "$1"),
    ]
    for (name, isMember, arity, template) in templates {
      environment.declare(
        MacroDeclaration(name, isMember: isMember, arity: arity, template: template)
      )
    }
    return environment
  }()

  private func tree(_ text: String) throws -> SyntaxTree {
    let result = Parser.parse(text, in: Self.environment)
    #expect(result.problems == [], "\(text)")
    return try #require(result.tree)
  }

  /// The text of what a macro made, without its call.
  private func expansion(_ text: String) throws -> String {
    let parsed = try tree(text)
    let opened = SyntaxTree(source: text, root: parsed.root, spans: parsed.spans)
    return Unparser.text(of: opened)
  }

  @Test func argumentsTakeThePlaceOfPlaceholders() throws {
    #expect(try expansion("(1 + 2).between(0, 5)") == "1 + 2 >= 0 && 1 + 2 <= 5")
    #expect(Unparser.text(of: try tree("(1 + 2).between(0, 5)")) == "(1 + 2).between(0, 5)")
  }

  @Test func variablesOfATemplateCannotCaptureArguments() throws {
    let parsed = try tree("[1].map(x, [1, 2].anyIn([x]))")
    guard case .comprehension(let outer) = parsed.root.kind,
      case .map(nil, let inner)? = outer.macro, case .comprehension(let fold) = inner.kind,
      case .exists(let body)? = fold.macro
    else {
      Issue.record("no folds")
      return
    }
    #expect(fold.variable != "x")
    #expect(Unparser.text(of: body, in: parsed) == "\(fold.variable) in [x]")
    #expect(Checker.check(parsed, in: Self.environment).problems == [])
  }

  @Test func aPlaceholderCanBeTheNameOfAVariable() throws {
    let parsed = try tree("[1].each(y, y > 0)")
    guard case .comprehension(let fold) = parsed.root.kind, case .all(let body)? = fold.macro else {
      Issue.record("no fold")
      return
    }
    #expect(fold.variable == "y")
    #expect(Unparser.text(of: body, in: parsed) == "y > 0")
    let problems = Parser.parse("[1].each(y + 1, true)", in: Self.environment).problems
    #expect(problems.map(\.message.en) == ["this must be a plain new name"])
  }

  @Test func namesOfATemplateMeanTheVariablesOfTheEnvironment() throws {
    let parsed = try tree("[1].all(plan, total(plan) > 0)")
    #expect(Checker.check(parsed, in: Self.environment).problems == [])
  }

  @Test func everyNodeHasItsOwnNumber() throws {
    let parsed = try tree("twice(twice([1].map(x, x + 1)))")
    var seen: Set<ExpressionID> = []
    func visit(_ node: Expression) {
      #expect(seen.insert(node.id).inserted)
      switch node.kind {
      case .call(_, let target, let arguments):
        if let target { visit(target) }
        arguments.forEach(visit)
      case .list(let elements): elements.forEach { visit($0.value) }
      case .comprehension(let fold):
        [fold.range, fold.initial, fold.condition, fold.step, fold.result].forEach(visit)
      default: break
      }
    }
    visit(parsed.root)
    #expect(seen.allSatisfy { parsed.spans[$0] != nil })
  }

  @Test(arguments: [
    ("endless(1)", "the macro expands to itself without end"),
    (
      "broken(1)",
      "the macro's template is wrong: the expression ends where a value or a name is expected"
    ),
    ("missing(1)", "the macro's template uses $1, which is not there"),
  ])
  func wrongTemplatesAreReportedAtTheCall(_ text: String, _ message: String) {
    let problems = Parser.parse(text, in: Self.environment).problems
    #expect(problems.count == 1)
    #expect(problems.first?.message.en.hasSuffix(message) == true, "\(problems)")
  }

  @Test func expansionsCannotGrowWithoutBound() {
    let text = String(repeating: "twice(", count: 40) + "1" + String(repeating: ")", count: 40)
    let problems = Parser.parse(text, in: Self.environment).problems
    #expect(problems.map(\.message.en) == ["the macro expands to too large an expression"])
  }
}
