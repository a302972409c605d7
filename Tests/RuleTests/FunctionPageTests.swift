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
  static let pages = ["Expressions.md", "Alignment.md"]

  private struct Entry {
    let place: String
    let environment: String
    let names: [String]
    let costs: Set<String>
    let example: String
    let result: String
    /// The submission of the page, complete once the page is read.
    var submission = ""
  }

  private static func read() throws -> [Entry] { try pages.flatMap { try read($0) } }

  private static func read(_ page: String) throws -> [Entry] {
    var entries: [Entry] = []
    var submission = ""
    let path = Repository.root + "/Sources/Krong/Krong.docc/" + page
    let text = String(decoding: try FileReader.read(path).bytes, as: UTF8.self)
    var environment: String?
    var isExample = false
    for (index, raw) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
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
    for index in entries.indices { entries[index].submission = submission }
    return entries
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
    let entries = try Self.read()
    #expect(entries.count > 150)
    for page in Self.pages {
      #expect(entries.contains { $0.place.hasPrefix(page) }, "\(page) has no example")
    }
    let set = try RuleSet.shared.get()
    var wrong: [String] = []
    for entry in entries {
      let submission = try set.submission(entry.submission)
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
    let entries = try Self.read()
    let set = try RuleSet.shared.get()
    let rules = set.compiling.base
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
        #expect(names.contains(function), "\(function) has no entry among \(name)")
        let costs = Set(own.map { Self.word(for: $0.cost) })
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

  /// How the pages call a cost.
  private static func word(for cost: Overload.Cost) -> String {
    if case .stated = cost { return "counted" }
    return "\(cost)"
  }

  /// Operators and what macros become have names that cannot be written.
  private static func isNamed(_ name: String) -> Bool {
    !name.contains("_[") && !name.contains("@") && !name.hasPrefix("_") && !name.hasPrefix("!")
      && !name.hasPrefix("-")
  }
}
