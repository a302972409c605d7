import CEL
import Diagnostics
import DocumentArena
import TestSupport
import Testing

/// A small plan as the host would declare it, for tests of evaluation on documents.
struct EvaluationFixture {
  let environment: Environment
  let keys: KeyTable

  init() {
    var keys = KeyTable()
    var environment = Environment.standard
    let money = CELType.opaque("money", [])
    func field(
      _ name: String,
      _ type: CELType,
      _ absent: FieldDeclaration.Absent = .unknown,
      emptyCountsAsAbsent: Bool = false
    ) -> FieldDeclaration {
      FieldDeclaration(
        name,
        type,
        key: keys.intern(name),
        absent: absent,
        emptyCountsAsAbsent: emptyCountsAsAbsent,
        isBlank: { document, node in
          document.kind(of: node) == .string
            && document.bytes(of: node).allSatisfy { $0 == 0x20 }
        }
      )
    }
    environment.opaqueTypes["money"] = Self.money
    for record in [
      RecordDeclaration(
        "activity",
        fields: [field("quarter", .int), field("cost", money), field("note", .string)]
      ),
      RecordDeclaration("budget", fields: [field("total", money), field("source", .string)]),
      RecordDeclaration(
        "project",
        fields: [
          field("id", .string), field("no", .int), field("ratio", .double), field("done", .bool),
          field("budget", .record("budget")),
          field("activities", .list(.record("activity"))),
          field("tags", .list(.string)), field("years", .list(.int)),
          field("extra", .dyn), field("names", .map(.string, .string)),
          field("rank", .int, .value(Value(.int(9)))),
          field("start", .timestamp), field("parent", .optional(.string)),
        ]
      ),
      RecordDeclaration(
        "plan",
        fields: [
          field("title", .string),
          field("projects", .list(.record("project")), emptyCountsAsAbsent: true),
          field("comments", .list(.string), .emptyList),
        ]
      ),
    ] { environment.records[record.name] = record }
    environment.declare(variable: "plan", .record("plan"))
    environment.declare(variable: "p", .record("project"))
    environment.declare(variable: "x", .dyn)
    for function in Self.moneyFunctions(money) { environment.declare(function) }
    self.environment = environment
    self.keys = keys
  }

  /// Whole baht as bits.
  private static let money = OpaqueTypeDeclaration(
    "money",
    read: { document, node in Int64(document.text(of: node)) },
    describe: { "\($0) baht" }
  )

  private static func moneyFunctions(_ money: CELType) -> [FunctionDeclaration] {
    [
      FunctionDeclaration(
        Operator.add,
        [
          Overload(
            "add_money",
            [money, money],
            money,
            cost: .constant,
            .combineBits { a, b in
              let (sum, overflow) = a.addingReportingOverflow(b)
              return overflow ? nil : sum
            }
          )
        ]
      ),
      FunctionDeclaration(
        Operator.less,
        [Overload("less_money", [money, money], .bool, cost: .constant, .compareBits { $0 < $1 })]
      ),
      FunctionDeclaration(
        Operator.greater,
        [
          Overload(
            "greater_money",
            [money, money],
            .bool,
            cost: .constant,
            .compareBits { $0 > $1 }
          ),
          Overload(
            "greater_money_int",
            [money, .int],
            .bool,
            cost: .constant,
            .compareBits { $0 > $1 }
          ),
        ]
      ),
      FunctionDeclaration(
        "string",
        [Overload("money_to_string", [money], .string, cost: .constant, .builtIn)]
      ),
      FunctionDeclaration(
        "sum",
        [
          Overload(
            "sum_money",
            [.list(money)],
            money,
            cost: .linear,
            .foldBits(initial: 0) { a, b in
              let (sum, overflow) = a.addingReportingOverflow(b)
              return overflow ? nil : sum
            }
          )
        ]
      ),
      FunctionDeclaration(
        "filled",
        [
          Overload(
            "filled",
            [.dyn],
            .bool,
            cost: .constant,
            .nonStrictInContext { values, context in
              guard case .unknown(let set) = values[0].payload else { return Value(.bool(true)) }
              return Value(.bool(set.missing.allSatisfy { $0.steps.isEmpty }))
            }
          )
        ]
      ),
    ]
  }

  /// Evaluates an expression; `plan` is the root of the document, `p` its first project.
  func evaluate(_ expression: String, on text: String) throws -> Value {
    let (program, document) = try compile(expression, text)
    var activation = try self.activation(program, document)
    return program.evaluate(&activation)
  }

  /// The value as text: a literal, `unknown: paths` or `error: message`.
  ///
  /// Evaluates the checked and the unchecked tree, which must agree.
  func text(_ expression: String, on text: String) throws -> String {
    let document = try yaml(text, keys: keys)
    let context = EvaluationContext(documents: [document], environment: environment)
    let texts = try [compile(expression), compileUnchecked(expression)].map { program in
      var activation = try self.activation(program, document)
      return context.printed(literal: program.evaluate(&activation))
    }
    #expect(texts[0] == texts[1], "checked and unchecked differ: \(expression)")
    return texts[0]
  }

  func compile(_ expression: String, _ text: String) throws -> (Program, Document) {
    let document = try yaml(text, keys: keys)
    return (try compile(expression), document)
  }

  func compile(_ expression: String) throws -> Program {
    let tree = try #require(Parser.parse(expression, in: environment).tree)
    let result = Checker.check(tree, in: environment)
    #expect(result.problems.map(\.message.en) == [], "\(expression)")
    return Program(try #require(result.expression), in: environment)
  }

  func compileUnchecked(_ expression: String) throws -> Program {
    let tree = try #require(Parser.parse(expression, in: environment).tree)
    return Program(unchecked: tree, in: environment)
  }

  func activation(_ program: Program, _ document: Document) throws -> Activation {
    var activation = Activation(documents: [document])
    let root = NodeReference(document: 0, node: document.root)
    activation[try #require(program.slot(of: "plan"))] = Value(.record(type: "plan"), origin: root)
    if let projects = document.child(of: document.root, "projects"),
      let first = document.children(of: projects).first(where: { _ in true })
    {
      activation[try #require(program.slot(of: "p"))] = Value(
        .record(type: "project"),
        origin: NodeReference(document: 0, node: first)
      )
    }
    return activation
  }
}

extension EvaluationFixture {
  /// Expects one value of all forms of an expression: checked and unchecked, fused and traced.
  func expectAgreement(
    of expression: String,
    on documents: [String],
    sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let programs = try [compile(expression), compileUnchecked(expression)]
    for text in documents {
      let document = try yaml(text, keys: keys)
      let context = EvaluationContext(documents: [document], environment: environment)
      var results: Set<String> = []
      for program in programs {
        var activation = try self.activation(program, document)
        results.insert(context.printed(literal: program.evaluate(&activation)))
        results.insert(context.printed(literal: program.trace(&activation).value))
      }
      #expect(
        results.count == 1,
        "\(expression) on \(text): \(results.sorted())",
        sourceLocation: sourceLocation
      )
    }
  }
}
