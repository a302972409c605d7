import Catalogues
import Diagnostics
import DocumentReading
import RuleCompiler
import RuleModel
import RuleTesting
import SourceText
import Submissions
import TestSupport
import Testing

/// What the articles show of rules and expressions is loaded, checked and run as it stands there.
@Suite("Examples of the articles") struct ArticleExampleTests {
  /// A block of YAML of an article.
  struct Block: CustomTestStringConvertible {
    let page: String
    let line: Int
    let text: String

    var testDescription: String { "\(page):\(line)" }
  }

  static let blocks: [Block] = ["RuleLanguage.md", "Testing.md", "Expressions.md"].flatMap {
    (try? read($0)) ?? []
  }

  private static func lines(of page: String) throws -> [String] {
    let path =
      page == "README.md" ? "/README.md" : "/Sources/Krong/Krong.docc/" + page
    let bytes = try FileReader.read(Repository.root + path).bytes
    return String(decoding: bytes, as: UTF8.self)
      .split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
  }

  private static func read(_ page: String) throws -> [Block] {
    var blocks: [Block] = []
    var block: [String]?
    for (index, line) in try lines(of: page).enumerated() {
      if let open = block {
        guard line == "```" else {
          block?.append(line)
          continue
        }
        let text = open.map { $0 + "\n" }.joined()
        blocks.append(Block(page: page, line: index + 1 - open.count, text: text))
        block = nil
      } else if line == "```yaml" {
        block = []
      }
    }
    return blocks
  }

  // MARK: Whole rules

  @Test("A rule that is shown whole loads, and its examples come out as they state")
  func wholeRules() throws {
    let whole = Self.blocks.filter { $0.text.hasPrefix("krong: 1\nrule: ") }
    #expect(!whole.isEmpty)
    let set = try RuleSet.shared.get()
    for block in whole {
      let id = block.text.split(separator: "\n")[1].dropFirst("rule: ".count)
      let source = SourceFile(name: "\(id).yaml", text: block.text)
      let document = try YAMLReader.readOne(source)
      let loaded = RuleLoader.load(document, in: set.context, examples: .required)
      #expect(loaded.diagnostics.isEmpty, "\(block): \(loaded.diagnostics.map(\.line))")
      let rule = try #require(loaded.value)
      let compiled = set.compile(rule)
      #expect(compiled.diagnostics.isEmpty, "\(block): \(compiled.diagnostics.map(\.line))")
      let results = RuleTesting.run(rule, in: compiled)
      #expect(results.count > 3)
      for result in results {
        #expect(result.passes, "\(block) example \(result.number): \(result.failures)")
      }
    }
  }

  // MARK: Items

  /// What stands around an item that is shown alone: the elements and parameters that it names.
  private static let elements: [(name: String, lists: String)] = [
    ("project", "projects"), ("link", "alignments"), ("strategy", "strategies"),
    ("remark", "previous_resolution.remarks"), ("line", "lines"), ("past", "past_allocations"),
  ]

  private static let parameters = [
    "notice_within_days": "{type: int, default: 30}", "grace_days": "{type: int, default: 15}",
    "re_screen": "{type: bool, default: true}", "min_years": "{type: int, default: 1}",
    "max_years": "{type: int, default: 5}",
    "sectors": "{type: list of sector, default: [education]}",
    "required_documents": "{type: list of document-type, default: [cover-letter]}",
  ]

  private static func rule(around item: String, kind: String) -> String {
    let used = elements.filter {
      item.contains($0.name + ".") && !item.contains("as: \($0.name)\n")
    }
    let forEach = used.map { "\($0.name): \($0.lists)" }.joined(separator: ", ")
    let named = parameters.keys.sorted().filter { item.contains("params." + $0) }
    var head = named.isEmpty ? "" : "params:\n"
    head += named.map { "  \($0): \(parameters[$0] ?? "")\n" }.joined()
    if !used.isEmpty { head += "for_each: {\(forEach)}\n" }
    return ruleText(item, head: head, kinds: "[\(kind)]", jobs: "all", message: false)
  }

  /// The items of a block, each with the line at which it begins.
  private static func items(of block: Block) -> [(line: Int, text: String)] {
    var items: [(line: Int, text: String)] = []
    let isWrapped = block.text.hasPrefix("check:\n")
    let body = isWrapped ? String(block.text.dropFirst("check:\n".count)) : block.text
    let indent = isWrapped ? "  " : ""
    let lines = body.split(separator: "\n", omittingEmptySubsequences: false)
    for (index, line) in lines.enumerated() where !line.isEmpty {
      let text = (isWrapped ? "" : "  ") + line + "\n"
      if line.hasPrefix(indent + "- ") {
        items.append((block.line + index + (isWrapped ? 1 : 0), text))
      } else if !items.isEmpty {
        items[items.count - 1].text += text
      }
    }
    return items
  }

  /// The mistakes of an item for the kind for which it has fewest: the articles do not say which kind
  /// an item is for.
  private static func mistakes(in item: String, _ set: RuleSet) throws -> [String] {
    var fewest: [String]?
    for kind in set.context.kinds.kinds {
      let loaded = try set.load(rule(around: item, kind: kind.id))
      let found = loaded.diagnostics + (loaded.value.map { set.compile($0).diagnostics } ?? [])
      let errors = found.filter { $0.severity == .error }.map(\.line)
      if errors.isEmpty { return [] }
      if errors.count < fewest?.count ?? .max { fewest = errors }
    }
    return fewest ?? ["there is no kind"]
  }

  @Test("Every item that is shown loads and compiles")
  func items() throws {
    let set = try RuleSet.shared.get()
    var count = 0
    for block in Self.blocks where block.text.hasPrefix("- ") || block.text.hasPrefix("check:\n") {
      for item in Self.items(of: block) {
        let mistakes = try Self.mistakes(in: item.text, set)
        #expect(mistakes.isEmpty, "\(block.page):\(item.line)\n\(item.text)\(mistakes)")
        count += 1
      }
    }
    #expect(count > 35)
  }

  @Test("The definitions that are shown compile")
  func definitions() throws {
    let set = try RuleSet.shared.get()
    let block = try #require(Self.blocks.first { $0.text.hasPrefix("define:\n") })
    let text = ruleText(
      "  - within: {value: out, max: balance}\n    at: from",
      head: block.text,
      kinds: "[budget-transfer]",
      jobs: "[3]"
    )
    let diagnostics = set.compile(try set.rule(text)).diagnostics
    #expect(diagnostics.isEmpty, "\(diagnostics.map(\.line))")
  }

  // MARK: Expressions

  /// The expressions of the table of types, which are complete.
  private static func literals() throws -> [(line: Int, text: String)] {
    var found: [(line: Int, text: String)] = []
    var isTypes = false
    for (index, line) in try lines(of: "RuleLanguage.md").enumerated() {
      if line.hasPrefix("#") { isTypes = line == "### Types" }
      guard isTypes, line.hasPrefix("| "), let cell = line.split(separator: "|").last else {
        continue
      }
      let codes = cell.split(separator: "`", omittingEmptySubsequences: false).enumerated()
      for (number, code) in codes where number % 2 == 1 && !code.hasPrefix(".") {
        found.append((index + 1, String(code)))
      }
    }
    return found
  }

  @Test("Every literal and constructor of the table of types has a value")
  func types() throws {
    let set = try RuleSet.shared.get()
    let submission = try set.submission(annualPlan("title: แผน\n"))
    let literals = try Self.literals()
    #expect(literals.count > 12)
    for (line, text) in literals {
      let value = FunctionPageTests.value(text, on: submission, set)
      let isRight = !["refused", "error", "unknown"].contains { value.hasPrefix($0) }
      #expect(isRight, "RuleLanguage.md:\(line): \(text) gives \(value)")
    }
  }

  @Test("Every expression that is shown with krong eval has a value")
  func commands() throws {
    let set = try RuleSet.shared.get()
    let plan = annualPlan("title: แผน\nprojects: [{id: a, name: ก, budget: 100}]\n")
    let submission = try set.submission(plan)
    var count = 0
    for page in ["README.md", "Expressions.md"] {
      for (index, line) in try Self.lines(of: page).enumerated() {
        for part in line.ranges(of: "krong eval '") {
          let text = String(line[part.upperBound...].prefix { $0 != "'" })
          let value = FunctionPageTests.value(text, on: submission, set)
          #expect(value == "true", "\(page):\(index + 1): \(text) gives \(value)")
          count += 1
        }
      }
    }
    #expect(count >= 2)
  }
}
