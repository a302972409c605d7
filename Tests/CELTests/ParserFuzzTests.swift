import CEL
import Diagnostics
import SeededNumbers
import SourceText
import Testing

/// Whatever the text, parsing and checking end, and what they say stands inside the text.
@Suite struct ParserFuzzTests {
  private static let seeds: [String] = [
    "plan.projects.all(p, p.budget > 0 && has(p.name) || p.?x.orValue('ก').size() == 1)",
    "cel.bind(x, [1, 2u, 3.5e-1, 0x1F, b'\\xff', r'\\d', '''a\nb''', null], x.map(y, y != 1, -y))",
    "{'a': 1, ?'b': o, `c`: [?d, e,]}.transformMap(k, v, k + v)[?0] ? a.b.C{d: !e} : .f(g) in h",
    "a.`b-c`.exists_one(x, x % 2 == 0) // หมายเหตุ\n && timestamp('2025-10-01T00:00:00Z') < t",
    "o.optMap(x, x + 1).optFlatMap(y, y.z).or(optional.none()).hasValue() == (true ? -1 : --2)",
  ]

  private static let pieces: [String] =
    [
      "(", ")", "[", "]", "{", "}", ".", ",", ":", "?", "+", "-", "*", "/", "%", "!", "=", "==",
      "<", "&&", "||", "in", "true", "null", "a", "b.c", "has(", "x.all(y, ", "cel.bind(z, ", "'",
      "\"", "'''", "r'", "b\"", "\\", "`", "1", "2u", "3.5", "0x", "1e", "ก", "และ", "๑๒", "“", "”",
      "\u{0}", "\n", "//", "#", "@", "$0", "😀", "\u{200B}", " ", "if", "not", "and", "size(", "[?",
      ".?",
    ]

  /// What must hold for every text.
  private func examine(_ text: String) {
    let environment = CheckerFixture.environment
    let result = Parser.parse(text, in: environment)
    let length = UInt32(text.utf8.count)
    #expect(result.problems.count <= environment.limits.maxDiagnostics)
    #expect(result.tree != nil || !result.problems.isEmpty)
    for problem in result.problems {
      #expect(problem.span.end <= length && problem.span.start <= problem.span.end, "\(text)")
    }
    guard let tree = result.tree else { return }
    let checked = Checker.check(tree, in: environment)
    for problem in checked.problems {
      #expect(problem.span.end <= length, "\(text)")
    }
    guard result.problems.isEmpty else { return }
    let printed = Unparser.text(of: tree)
    let again = Parser.parse(printed, in: environment)
    #expect(again.problems == [], "\(text) was printed as \(printed)")
    if let second = again.tree {
      #expect(
        second.root.withoutNumbers == tree.root.withoutNumbers,
        "\(text) was printed as \(printed)"
      )
      #expect(Unparser.text(of: second) == printed)
    }
  }

  @Test(arguments: 1...8)
  func randomBytesAreSurvived(_ seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    for _ in 0..<250 {
      let count = Int.random(in: 0...60, using: &generator)
      let bytes = (0..<count).map { _ in UInt8.random(in: 0...255, using: &generator) }
      examine(String(decoding: bytes, as: UTF8.self))
    }
  }

  @Test(arguments: 1...8)
  func randomPiecesAreSurvived(_ seed: UInt64) {
    var generator = SeededGenerator(seed: seed &* 77)
    for _ in 0..<250 {
      let count = Int.random(in: 0...25, using: &generator)
      let parts = (0..<count).map { _ in Self.pieces.randomElement(using: &generator) ?? "" }
      examine(parts.joined(separator: Bool.random(using: &generator) ? "" : " "))
    }
  }

  @Test(arguments: 1...8)
  func mutatedExpressionsAreSurvived(_ seed: UInt64) {
    var generator = SeededGenerator(seed: seed &* 991)
    for _ in 0..<150 {
      var scalars = Array((Self.seeds.randomElement(using: &generator) ?? "").unicodeScalars)
      for _ in 0..<Int.random(in: 1...4, using: &generator) where !scalars.isEmpty {
        let place = Int.random(in: 0..<scalars.count, using: &generator)
        switch Int.random(in: 0..<4, using: &generator) {
        case 0: scalars.remove(at: place)
        case 1: scalars.insert(scalars.randomElement(using: &generator) ?? "a", at: place)
        case 2:
          let piece = Self.pieces.randomElement(using: &generator) ?? ""
          scalars.insert(contentsOf: piece.unicodeScalars, at: place)
        default: scalars.removeSubrange(place...)
        }
      }
      var text = String.UnicodeScalarView()
      text.append(contentsOf: scalars)
      examine(String(text))
    }
  }

  @Test(arguments: seeds)
  func rightExpressionsAreSurvivedAtEveryLength(_ text: String) {
    let scalars = Array(text.unicodeScalars)
    for length in 0...scalars.count {
      var prefix = String.UnicodeScalarView()
      prefix.append(contentsOf: scalars[..<length])
      examine(String(prefix))
    }
  }

  @Test(arguments: 1...6)
  func generatedExpressionsAreTheSameAfterPrinting(_ seed: UInt64) {
    var generator = SeededGenerator(seed: seed &* 4_242)
    for _ in 0..<150 {
      examine(Self.expression(depth: 5, &generator))
    }
  }

  /// A text that is right by construction.
  private static func expression(depth: Int, _ random: inout SeededGenerator) -> String {
    guard depth > 0 else {
      let leaves = [
        "a", "b.c", "1", "-2", "3u", "4.5", "-0.0", "'x'", "b'y'", "true", "null", "[]", ".z",
      ]
      return leaves.randomElement(using: &random) ?? "a"
    }
    func inner() -> String { expression(depth: depth - 1, &random) }
    let choice = Int.random(in: 0..<16, using: &random)
    let signs = ["&&", "||", "+", "-", "*", "/", "%", "==", "!=", "<", ">=", "in"]
    let first = inner()
    let second = inner()
    switch choice {
    case 0...3: return "(\(first)) \(signs.randomElement(using: &random) ?? "+") (\(second))"
    case 4, 5: return "(\(first)) ? (\(second)) : (\(inner()))"
    case 6: return "!(\(first))"
    case 7: return "-(\(first))"
    case 8: return "(\(first)).field"
    case 9: return "(\(first))[\(second)]"
    case 10: return "(\(first)).?field.f(\(second))"
    case 11: return "[\(first), ?\(second)]"
    case 12: return "{\(first): \(second), ?'k': \(inner())}"
    case 13: return "(\(first)).map(v, \(second), v)"
    case 14: return "cel.bind(w, \(first), (\(second)).exists(i, v, v == i))"
    default: return "(\(first)).optMap(o, has(o.p) && \(second))"
    }
  }
}

extension Expression {
  /// The tree with every number 0, for comparing two parses.
  var withoutNumbers: Expression {
    let none = ExpressionID(0)
    switch kind {
    case .literal, .identifier, .invalid: return Expression(none, kind)
    case .select(let operand, let field, let mode):
      return Expression(
        none,
        .select(operand: operand.withoutNumbers, field: field, mode: mode)
      )
    case .call(let function, let target, let arguments):
      return Expression(
        none,
        .call(
          function: function,
          target: target?.withoutNumbers,
          arguments: arguments.map(\.withoutNumbers)
        )
      )
    case .list(let elements):
      return Expression(
        none,
        .list(elements.map { .init($0.value.withoutNumbers, isOptional: $0.isOptional) })
      )
    case .map(let entries):
      return Expression(
        none,
        .map(
          entries.map {
            .init(
              none,
              key: $0.key.withoutNumbers,
              value: $0.value.withoutNumbers,
              isOptional: $0.isOptional
            )
          }
        )
      )
    case .message(let name, let fields):
      return Expression(
        none,
        .message(
          name: name,
          fields: fields.map {
            .init(none, name: $0.name, value: $0.value.withoutNumbers, isOptional: $0.isOptional)
          }
        )
      )
    case .comprehension(let fold):
      return Expression(
        none,
        .comprehension(
          Comprehension(
            variable: fold.variable,
            secondVariable: fold.secondVariable,
            range: fold.range.withoutNumbers,
            accumulator: fold.accumulator,
            initial: fold.initial.withoutNumbers,
            condition: fold.condition.withoutNumbers,
            step: fold.step.withoutNumbers,
            result: fold.result.withoutNumbers
          )
        )
      )
    }
  }
}
