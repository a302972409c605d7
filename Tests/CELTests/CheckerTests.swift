import CEL
import Diagnostics
import DocumentArena
import SourceText
import TestSupport
import Testing

/// The environment of the checker's tests: a small plan with typed fields.
enum CheckerFixture {
  static let environment: Environment = {
    var environment = Environment.standard
    environment.declare(variable: "plan", .record("Plan"))
    environment.declare(variable: "count", .int)
    environment.declare(variable: "name", .string)
    environment.declare(variable: "flags", .list(.bool))
    environment.declare(variable: "anything", .dyn)
    environment.declare(variable: "params.limit", .int)
    environment.constants["Stage.submitted"] = .string(Text("submitted"))
    environment.records["Plan"] = RecordDeclaration(
      "Plan",
      fields: [
        FieldDeclaration("title", .string, key: KeyID(1)),
        FieldDeclaration("projects", .list(.record("Project")), key: KeyID(2)),
      ]
    )
    environment.records["Project"] = RecordDeclaration(
      "Project",
      fields: [
        FieldDeclaration("name", .string, key: KeyID(3)),
        FieldDeclaration("budget", .opaque("money", []), key: KeyID(4)),
      ]
    )
    environment.opaqueTypes["money"] = OpaqueTypeDeclaration(
      "money",
      read: { _, _ in nil },
      describe: { "\($0)" }
    )
    environment.declare(
      FunctionDeclaration(
        "money.of",
        [Overload("money_of", [.string], .opaque("money", []), cost: .constant, .values { $0[0] })]
      )
    )
    environment.declare(
      FunctionDeclaration(
        Operator.add,
        [
          Overload(
            "add_money",
            [.opaque("money", []), .opaque("money", [])],
            .opaque("money", []),
            cost: .constant,
            .combineBits { $0.addingReportingOverflow($1).partialValue }
          )
        ]
      )
    )
    environment.typeLabels["Project"] = LocalizedText(th: "โครงการ", en: "project")
    environment.checkText(of: 1, "matches_string") { text in
      guard text == "(" else { return nil }
      let help = LocalizedText(th: "เขียน \\(", en: "write \\(")
      return LiteralRefusal(LocalizedText(th: "นิพจน์ทั่วไปผิด", en: "bad pattern"), help: help)
    }
    return environment
  }()

  static func check(_ text: String, expecting: CELType? = nil) throws -> CheckResult {
    let parsed = Parser.parse(text, in: environment)
    #expect(parsed.problems == [], "\(text)")
    return Checker.check(try #require(parsed.tree), in: environment, expecting: expecting)
  }
}

/// The types and references that the checker finds.
@Suite struct CheckerTests {
  @Test(arguments: [
    ("1 + 2", CELType.int), ("1.0 + 2.0", .double), ("name + 'x'", .string),
    ("[1, 'a']", .list(.dyn)),
    ("[]", .list(.dyn)), ("[1] + []", .list(.int)), ("{'a': 1, 'b': 2}", .map(.string, .int)),
    ("count > 1 ? name : 'x'", .string), ("anything.a.b", .dyn), ("anything + 1", .int),
    ("plan.title", .string), ("plan.projects", .list(.record("Project"))),
    ("plan.projects.map(p, p.name)", .list(.string)),
    ("plan.projects.filter(p, p.name == '')", .list(.record("Project"))),
    ("plan.projects[0].budget + money.of('1')", .opaque("money", [])),
    ("plan.projects.exists(p, has(p.budget))", .bool), ("plan.?title", .optional(.string)),
    ("plan.?title.orValue('')", .string), ("plan.projects[?0].name", .optional(.string)),
    ("plan.?title.optMap(t, t.size())", .optional(.int)), ("[?plan.?title]", .list(.string)),
    ("flags.all(f, f)", .bool), ("params.limit", .int), ("params.limit + count", .int),
    ("Stage.submitted", .string), ("type(1)", .type(.int)), ("int", .type(.int)),
    ("type(plan) == Plan", .bool),
    ("timestamp('2025-10-01T00:00:00Z') - duration('1h')", .timestamp),
    ("cel.bind(x, 1, [x])", .list(.int)),
    ("{'a': 1}.transformMap(k, v, string(v))", .map(.string, .string)),
    ("[1].transformList(i, v, i + v)", .list(.int)),
    ("{'a': 1}.transformMapEntry(k, v, {v: k})", .map(.int, .string)),
    ("[plan.title, null].size()", .int), ("1 < 2.0", .bool), ("dyn(1) == 'a'", .bool),
    ("size(name) + name.size()", .int), ("!flags[0] && true || false", .bool), ("-count", .int),
  ])
  func typesAreDeduced(_ text: String, _ expected: CELType) throws {
    let result = try CheckerFixture.check(text)
    #expect(result.problems == [], "\(text)")
    #expect(result.expression?.type == expected, "\(text)")
  }

  @Test func overloadsAreResolvedToTheirIds() throws {
    let checked = try #require(
      try CheckerFixture.check("plan.projects[0].budget + money.of('1')").expression
    )
    #expect(checked.references[checked.syntax.root.id] == .overloads(["add_money"]))
    let dynamic = try #require(try CheckerFixture.check("-anything").expression)
    #expect(
      dynamic.references[dynamic.syntax.root.id] == .overloads(["negate_int64", "negate_double"])
    )
    #expect(dynamic.type == .dyn)
  }

  @Test func qualifiedNamesAreWholeReferences() throws {
    let checked = try #require(try CheckerFixture.check("params.limit").expression)
    #expect(checked.references[checked.syntax.root.id] == .variable("params.limit"))
    let constant = try #require(try CheckerFixture.check("Stage.submitted").expression)
    #expect(
      constant.references[constant.syntax.root.id] == .constant(.string(Text("submitted")))
    )
  }

  @Test func theExpectedTypeIsRequired() throws {
    #expect(try CheckerFixture.check("count > 1", expecting: .bool).problems == [])
    #expect(try CheckerFixture.check("anything", expecting: .bool).problems == [])
    let problems = try CheckerFixture.check("count + 1", expecting: .bool).problems
    #expect(
      problems.map(\.message.en) == ["this gives a whole number, but a truth value is needed"]
    )
  }

  @Test func everyNodeOfTheTreeHasAType() throws {
    let text =
      "plan.projects.all(p, p.name.startsWith('ก') ? has(p.budget) : [1, 2].exists(x, x in [3]))"
    let checked = try #require(try CheckerFixture.check(text).expression)
    func visit(_ node: Expression) {
      #expect(checked.types[node.id] != nil, "\(Unparser.text(of: node, in: checked.syntax))")
      switch node.kind {
      case .select(let operand, _, _): visit(operand)
      case .call(_, let target, let arguments):
        if let target { visit(target) }
        arguments.forEach(visit)
      case .list(let elements): elements.forEach { visit($0.value) }
      case .comprehension(let fold):
        [fold.range, fold.initial, fold.condition, fold.step, fold.result].forEach(visit)
        if case .all(let body)? = fold.macro { visit(body) }
      default: break
      }
    }
    visit(checked.syntax.root)
  }
}
