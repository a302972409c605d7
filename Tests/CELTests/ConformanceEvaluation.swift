import CEL
import Diagnostics
import DocumentArena
import Testing

/// The public conformance suite: evaluation.
@Suite(.enabled(if: ConformanceFile.folder != nil))
struct ConformanceEvaluation {
  @Test(arguments: ConformanceFile.names)
  func everyExpressionGivesItsValue(_ name: String) throws {
    let tests = try ConformanceFile.load(name).plainTests.filter { !$0.checkOnly }
    var passed = 0
    for test in tests {
      let key = "\(name)/\(test.section)/\(test.name)"
      if let problem = Self.problem(of: test) {
        if let reason = Self.known[key] {
          withKnownIssue("\(key): \(reason)") { Issue.record("\(problem)") }
        } else {
          Issue.record("\(key) \(test.expr): \(problem)")
        }
      } else {
        passed += 1
      }
    }
    print("conformance \(name): \(passed) of \(tests.count) evaluated as the suite says")
  }

  private static let context = EvaluationContext(documents: [], environment: .standard)

  /// The one test whose expression must not pass the checker.
  private static let refused = "is_ip_cidr_compile_error"

  /// Tests that are known to fail, with the reason.
  static let known: [String: String] = [:]

  /// What is wrong with the outcome of a test; nil when nothing is.
  static func problem(of test: ConformanceCase) -> String? {
    var environment = ConformanceEnvironment.make(for: test)
    for name in test.bindings.keys where environment.variables[name] == nil {
      environment.declare(variable: name, .dyn)
    }
    let parsed = Parser.parse(test.expr, in: environment)
    guard let tree = parsed.tree, parsed.problems.isEmpty else { return "does not parse" }
    let program: Program
    if test.disableCheck {
      program = Program(unchecked: tree, in: environment)
    } else {
      let result = Checker.check(tree, in: environment)
      guard let expression = result.expression else {
        if test.name == refused { return nil }
        return "does not check: " + result.problems.map(\.message.en).joined(separator: "; ")
      }
      program = Program(expression, in: environment)
    }
    var activation = Activation(documents: [])
    for (name, value) in test.bindings {
      guard let slot = program.slot(of: name) else { return "no slot for \(name)" }
      activation[slot] = value.value
    }
    let value = program.evaluate(&activation)
    let context = Self.context
    switch test.expected {
    case .error:
      if case .error = value.payload { return nil }
      return "gives \(context.printed(literal: value)), not an error"
    case .value(let expected):
      let wanted = expected.value
      return Self.same(value, wanted)
        ? nil
        : "gives \(context.printed(literal: value)), not \(context.printed(literal: wanted))"
    }
  }

  /// Whether two values are the same, types included; NaN is NaN, maps are without order.
  static func same(_ a: Value, _ b: Value) -> Bool {
    switch (a.payload, b.payload) {
    case (.double(let a), .double(let b)): return a == b || (a.isNaN && b.isNaN)
    case (.list(.elements(let a)), .list(.elements(let b))):
      return a.count == b.count && zip(a, b).allSatisfy { same($0, $1) }
    case (.map(.entries(let a)), .map(.entries(let b))):
      return a.count == b.count
        && a.entries.allSatisfy { entry in
          b.entries.contains { same($0.key, entry.key) && same($0.value, entry.value) }
        }
    case (.int, .int), (.uint, .uint), (.bool, .bool), (.string, .string), (.bytes, .bytes),
      (.null, .null), (.type, .type), (.timestamp, .timestamp), (.duration, .duration):
      return Self.context.equal(a, b) == true
    default: return false
    }
  }
}

extension ConformanceValue {
  /// The value as ours.
  var value: Value {
    switch self {
    case .null: Value(.null)
    case .bool(let flag): Value(.bool(flag))
    case .int(let number): Value(.int(number))
    case .uint(let number): Value(.uint(number))
    case .double(let number): Value(.double(number))
    case .string(let text): Value(.string(text))
    case .bytes(let bytes): Value(.bytes(bytes))
    case .list(let elements): Value(.list(.elements(elements.map(\.value))))
    case .map(let pairs):
      Value(.map(.entries(MapEntries(pairs.map { ($0.0.value, $0.1.value) }))))
    case .type(let name): Value(.type(Self.type(name)))
    case .timestamp(let seconds, let nanoseconds):
      Value(.timestamp(seconds: seconds, nanoseconds: nanoseconds))
    case .duration(let seconds, let nanoseconds):
      Value(.duration(seconds: seconds, nanoseconds: nanoseconds))
    }
  }

  private static func type(_ name: String) -> CELType {
    let types: [String: CELType] = [
      "bool": .bool, "int": .int, "uint": .uint, "double": .double, "string": .string,
      "bytes": .bytes, "null_type": .null, "list": .list(.dyn), "map": .map(.dyn, .dyn),
      "type": .type(nil), "google.protobuf.Timestamp": .timestamp,
      "google.protobuf.Duration": .duration,
    ]
    return types[name] ?? .opaque(name, [])
  }
}
