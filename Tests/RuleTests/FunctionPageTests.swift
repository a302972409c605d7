import CEL
import Diagnostics
import DocumentReading
import Evaluation
import Findings
import RuleCompiler
import SourceText
import Submissions
import TestSupport
import Testing

/// The pages of functions: each example comes out as stated, and each function has an entry.
@Suite("Pages of functions") struct FunctionPageTests {
  /// The pages with tables of functions, each with an example.
  static let pages = ["Expressions.md"]

  /// Pages that tell functions of one library in their own way.
  static let otherPages = ["Alignment.md"]

  /// The functions that the other pages name: what stands before a parenthesis in code.
  private static func namesElsewhere() throws -> Set<String> {
    var names: Set<String> = []
    for page in otherPages {
      let path = Repository.root + "/Sources/Krong/Krong.docc/" + page
      let text = String(decoding: try FileReader.read(path).bytes, as: UTF8.self)
      for (index, code) in text.split(separator: "`", omittingEmptySubsequences: false).enumerated()
      where index % 2 == 1 {
        for call in code.split(separator: "(").dropLast(code.hasSuffix("(") ? 0 : 1) {
          let word = call.reversed().prefix { $0.isLetter || $0 == "_" }
          names.insert(String(word.reversed()))
        }
      }
    }
    return names
  }

  private struct Entry {
    let place: String
    let environment: String
    let names: [String]
    let costs: Set<String>
    let example: String
    let result: String
  }

  private static func read() throws -> (entries: [Entry], submission: String) {
    var entries: [Entry] = []
    var submission = ""
    for page in pages {
      let path = Repository.root + "/Sources/Krong/Krong.docc/" + page
      let text = String(decoding: try FileReader.read(path).bytes, as: UTF8.self)
      var environment: String?
      var isExample = false
      for (index, raw) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated()
      {
        let line = String(raw)
        if line.hasPrefix("```") { isExample = line == "```yaml example" }
        if isExample, !line.hasPrefix("```") { submission += line + "\n" }
        if line.hasPrefix("<!-- functions: ") {
          environment = line.hasPrefix("<!-- functions: full") ? "full" : "rules"
        } else if line.hasPrefix("#") {
          environment = nil
        } else if let environment, line.hasPrefix("| `") {
          entries.append(try entry(line, environment, "\(page):\(index + 1)"))
        }
      }
    }
    return (entries, submission)
  }

  private static func entry(
    _ line: String,
    _ environment: String,
    _ place: String
  ) throws -> Entry {
    let cells = line.split(separator: "|").map { $0.trimmingPrefix { $0 == " " } }
      .map { String($0.reversed().drop { $0 == " " }.reversed()) }
    try #require(cells.count == 6, "\(place): \(cells.count) cells")
    return Entry(
      place: place,
      environment: environment,
      names: cells[0].split(separator: "`").filter { $0.contains("(") }.map { name(of: $0) },
      costs: Set(cells[3].split(separator: ", ").map(String.init)),
      example: code(cells[4]),
      result: code(cells[5])
    )
  }

  private static func code(_ cell: String) -> String { String(cell.dropFirst().dropLast()) }

  /// The name in a signature: `math.abs(x)` is one, and `list.sort()` is `sort` of a target.
  private static func name(of signature: Substring) -> String {
    let head = signature.prefix { $0 != "(" }
    let spaces = ["th", "math", "lists", "sets", "strings", "base64", "regex", "optional", "ip"]
    let parts = head.split(separator: ".")
    if parts.count == 2, spaces.contains(String(parts[0])) { return String(head) }
    return parts.last.map(String.init) ?? ""
  }

  @Test("Every example comes out as the page says")
  func examples() throws {
    let (entries, text) = try Self.read()
    #expect(entries.count > 150)
    let set = try RuleSet.shared.get()
    let submission = try set.submission(text)
    var wrong: [String] = []
    for entry in entries {
      let found =
        entry.environment == "full"
        ? Self.value(entry.example) : Self.value(entry.example, on: submission, set)
      if !found.utf8.elementsEqual(entry.result.utf8) {
        wrong.append("\(entry.place): \(entry.example) gives \(found), not \(entry.result)")
      }
    }
    #expect(wrong.isEmpty, "\(wrong.joined(separator: "\n"))")
  }

  private static func value(_ text: String) -> String {
    let environment = Environment.full
    let parsed = Parser.parse(text, in: environment)
    guard let tree = parsed.tree else {
      return "refused: " + parsed.problems.map(\.message.en).joined(separator: "; ")
    }
    let result = Checker.check(tree, in: environment)
    guard let checked = result.expression else {
      return "refused: " + result.problems.map(\.message.en).joined(separator: "; ")
    }
    var activation = Activation(documents: [])
    let value = Program(checked, in: environment).evaluate(&activation)
    return EvaluationContext(documents: [], environment: environment).printed(literal: value)
  }

  static func value(_ text: String, on submission: Submission, _ set: RuleSet) -> String {
    let source = SourceFile(name: "example", text: text)
    let result = RuleCompiler.compile(source, for: submission.kind, in: set.compiling)
    guard let expression = result.expression else {
      return "refused: " + result.diagnostics.map(\.message.en).joined(separator: "; ")
    }
    let trace = ExpressionTracer.trace(
      expression,
      on: submission,
      settings: .test,
      context: set.compiling
    )
    return trace.value
  }

  @Test("Every function has an entry and every entry a function")
  func complete() throws {
    let entries = try Self.read().entries
    let set = try RuleSet.shared.get()
    let rules = set.compiling.base
    let elsewhere = try Self.namesElsewhere()
    for (name, environment) in [("rules", rules), ("full", Environment.full)] {
      // What rules have is documented there; the extensions list what they add.
      let standard = name == "full" ? Environment.standard : nil
      let documented = entries.filter { $0.environment == name }
      let names = Set(documented.flatMap(\.names))
      var known: Set<String> = []
      for (function, declaration) in environment.functions where Self.isNamed(function) {
        let own = declaration.overloads.filter { overload in
          !(standard?.functions[function]?.overloads.contains { $0.id == overload.id } ?? false)
        }
        // `string` of an address is told with `ip`.
        if own.isEmpty || function == "string" && name == "full" { continue }
        known.insert(function)
        let isTold = names.contains(function) || elsewhere.contains(function)
        #expect(isTold, "\(function) has no entry among \(name)")
        if elsewhere.contains(function) { continue }
        let costs = Set(own.map { "\($0.cost)" })
        for entry in documented where entry.names.contains(function) {
          #expect(costs.isSubset(of: entry.costs), "\(entry.place): \(function) costs \(costs)")
        }
      }
      let old = Set(standard?.macros.keys.map { $0 } ?? [])
      let macros = environment.macros.keys.filter { !old.contains($0) && Self.isNamed($0) }
      known.formUnion(macros.map { $0 == "bind" ? "bind" : $0 })
      for macro in macros where !["greatest", "least"].contains(macro) {
        #expect(names.contains(macro) || names.contains("cel." + macro), "\(macro) has no entry")
      }
      let unknown = names.filter { !known.contains($0) && $0 != "reached" }
      #expect(unknown.isEmpty, "\(unknown.sorted()) are no functions of \(name)")
    }
  }

  /// Operators and what macros become have names that cannot be written.
  private static func isNamed(_ name: String) -> Bool {
    !name.contains("_[") && !name.contains("@") && !name.hasPrefix("_") && !name.hasPrefix("!")
      && !name.hasPrefix("-")
  }
}
