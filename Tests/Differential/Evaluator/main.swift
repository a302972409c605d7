// Evaluates expressions in bulk, for comparison with another engine: a line of JSON in, a line of JSON
// out. Part of the tests only; nothing that is installed depends on it.

import CEL
import Diagnostics
import Foundation

/// The variables that every expression may read; Tests/Differential/compare.py has the same.
enum Variables {
  static let environment: Environment = {
    var environment = Environment.full
    for (name, type, _) in all { environment.declare(variable: name, type) }
    return environment
  }()

  static let all: [(name: String, type: CELType, value: Value)] = [
    ("i", .int, int(7)), ("j", .int, int(-3)), ("d", .double, Value(.double(2.5))),
    ("s", .string, text("โครงการที่ ๑")), ("t", .string, text("น้ำ นํ้า")),
    ("b", .bytes, Value(.bytes(Array("กข".utf8)))), ("f", .bool, Value(.bool(false))),
    ("l", .list(.int), list([3, 1, 2].map(int))),
    ("m", .map(.string, .int), map([("a", int(1)), ("ข", int(2))])),
    ("x", .dyn, list([int(1), Value(.double(1.5)), text("ก"), Value(.null), list([int(1)])])),
    ("e", .list(.string), list([])),
  ]

  private static func int(_ number: Int64) -> Value { Value(.int(number)) }
  private static func text(_ text: String) -> Value { Value(.string(text)) }
  private static func list(_ elements: [Value]) -> Value { Value(.list(.elements(elements))) }
  private static func map(_ entries: [(String, Value)]) -> Value {
    Value(.map(.entries(MapEntries(entries.map { (text($0.0), $0.1) }))))
  }
}

/// A value as JSON: its type and its content, so that 1, 1u and 1.0 differ.
func tagged(_ value: Value) -> [Any] {
  switch value.payload {
  case .null: ["null"]
  case .bool(let flag): ["bool", flag]
  case .int(let number): ["int", String(number)]
  case .uint(let number): ["uint", String(number)]
  case .double(let number): ["double", number.isNaN ? "nan" : String(number.bitPattern, radix: 16)]
  case .string(let text): ["string", text.unicodeScalars.map { Int($0.value) }]
  case .bytes(let bytes): ["bytes", bytes.map { Int($0) }]
  case .list(.elements(let elements)): ["list", elements.map { tagged($0) }]
  case .map(.entries(let entries)):
    ["map", entries.entries.map { [tagged($0.key), tagged($0.value)] }]
  case .timestamp(let seconds, let nanoseconds):
    ["timestamp", "\(seconds)", Int(nanoseconds) / 1_000]
  case .duration(let seconds, let nanoseconds):
    ["duration", "\(seconds)", Int(nanoseconds) / 1_000]
  case .type(let type): ["type", type.runtimeName]
  case .optional(.none): ["optional"]
  case .optional(.some(let inner)): ["optional", tagged(inner)]
  case .error(let error): ["error", error.message.en]
  case .unknown: ["unknown"]
  default: ["other"]
  }
}

/// What came of an expression.
func outcome(_ expression: String) -> [Any] {
  let environment = Variables.environment
  let parsed = Parser.parse(expression, in: environment)
  guard parsed.problems.isEmpty, let tree = parsed.tree else {
    return ["rejected", parsed.problems.first?.message.en ?? ""]
  }
  let result = Checker.check(tree, in: environment)
  guard let checked = result.expression else {
    return ["rejected", result.problems.first?.message.en ?? ""]
  }
  let program = Program(checked, in: environment)
  var activation = Activation(documents: [])
  for (name, _, value) in Variables.all {
    if let slot = program.slot(of: name) { activation[slot] = value }
  }
  return tagged(program.evaluate(&activation))
}

while let line = readLine() {
  guard
    let expression = try? JSONSerialization.jsonObject(
      with: Data(line.utf8),
      options: [.fragmentsAllowed]
    ) as? String
  else {
    print("[\"unreadable\"]")
    continue
  }
  let data = try JSONSerialization.data(withJSONObject: outcome(expression))
  print(String(decoding: data, as: UTF8.self))
}
