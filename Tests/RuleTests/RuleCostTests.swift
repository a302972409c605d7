import Catalogues
import Diagnostics
import DocumentArena
import DocumentReading
import Evaluation
import RuleCompiler
import RuleModel
import SeededNumbers
import SourceText
import Submissions
import TestSupport
import Testing

/// The bounds of whole rules against what judging takes.
@Suite("Costs of rules") struct RuleCostTests {
  /// The rules of the project, compiled against kinds of which every list has at most three elements
  /// and every text twelve characters: so a submission can be as long as its kind allows.
  private static let small: Result<(rules: CompiledRuleSet, kinds: KindSet), any Error> = Result {
    let set = try RuleSet.shared.get()
    let kinds = KindSet(
      envelope: shrunk(set.context.kinds.envelope),
      kinds: set.context.kinds.kinds.map { shrunk($0) }
    )
    let rules = RuleExampleTests.ownRules.compactMap { set.rule($0).value }
    let context = RuleSetContext(kinds: kinds, catalogues: set.context.catalogues)
    return (CompiledRuleSet(rules, in: context), kinds)
  }

  private static func shrunk(_ kind: SubmissionKind) -> SubmissionKind {
    SubmissionKind(
      id: kind.id,
      title: kind.title,
      jobs: kind.jobs,
      root: shrunk(kind.root),
      records: kind.records.mapValues { shrunk($0) },
      codeLists: kind.codeLists
    )
  }

  private static func shrunk(_ record: RecordType) -> RecordType {
    RecordType(
      name: record.name,
      fields: record.fields.map { shrunk($0) },
      elementLabel: record.elementLabel,
      blankElementLabel: record.blankElementLabel,
      identity: record.identity
    )
  }

  private static func shrunk(_ field: Field) -> Field {
    let isHeader = ["kind", "id", "stage"].contains(field.name)
    return Field(
      name: field.name,
      type: field.type,
      label: field.label,
      absentIsEmpty: field.absentIsEmpty,
      minCount: min(field.minCount, 1),
      maxCount: isHeader ? 60 : field.type.isList ? 3 : 12,
      longestText: 12,
      minValue: field.minValue,
      maxValue: field.maxValue,
      defaultValue: field.defaultValue,
      derivedByJob: field.derivedByJob,
      unknownCode: field.unknownCode
    )
  }

  @Test("No rule takes more steps than its bound on submissions as long as their kind allows")
  func bounds() throws {
    let (rules, kinds) = try Self.small.get()
    var judged = 0
    var close = 0
    for kind in kinds.kinds {
      for seed in 0..<6 {
        var writer = LongestSubmission(kind, seed: UInt64(seed))
        let text = writer.text()
        let document = try YAMLReader.readOne(
          SourceFile(name: "long.yaml", text: text),
          keys: rules.context.keys
        )
        let submission = SubmissionReader.read(
          document,
          kinds: kinds,
          catalogues: rules.context.catalogues
        )
        for rule in rules.rules {
          guard let compiled = rules.rule(rule.id, for: kind.id),
            let steps = Evaluator.steps(
              of: rule.id,
              rules,
              on: submission,
              settings: .on("2026-10-20")
            )
          else { continue }
          let bound = compiled.cost.steps
          #expect(steps <= bound, "\(rule.id) took \(steps) of \(bound) steps on \(kind.id)")
          judged += 1
          if steps > 50, steps * 12 > bound { close += 1 }
        }
      }
    }
    #expect(judged > 1_000)
    // Bounds that nothing comes near would hold for any reason.
    #expect(close > 100, "\(close) of \(judged) came near their bounds")
  }

  @Test("The most nodes of a file are those that reading allows")
  func nodes() {
    #expect(CostLimits.nodes == UInt64(ReadingLimits().nodes))
  }

  // MARK: What is refused

  private func rule(_ check: String) throws -> CompiledRuleSet {
    let set = try RuleSet.shared.get()
    return set.compile(try set.rule(ruleText(check)))
  }

  @Test("A third long list within two others is refused where it stands")
  func third() throws {
    let rules = try rule(
      """
        - present: [title]
        - at: title
          assert: |
            projects.all(a, projects.all(b, projects.all(c, a.budget + b.budget >= c.budget)))
      """
    )
    #expect(rules.diagnostics.isEmpty)
    let found = rules.diagnostics(of: rules.costs, over: CostLimits())
    let diagnostic = try #require(found.first)
    #expect(found.count == 1 && diagnostic.code.text == "CHECK-022")
    let line = diagnostic.place.position?.line ?? 0
    let bytes = rules.rules[0].document.source.utf8Bytes
    let lines = String(decoding: bytes, as: UTF8.self).split(
      separator: "\n",
      omittingEmptySubsequences: false
    )
    #expect(line > 0 && lines[Int(line) - 1].contains("- at: title"), "\(diagnostic.line)")
  }

  @Test("Two long lists pass, and so do lists inside the elements of one")
  func passing() throws {
    for check in [
      "  - at: title\n    assert: projects.all(a, projects.all(b, a.id == b.id || a.name != b.name))",
      "  - at: title\n    assert: projects.all(p, p.activities.all(a, size(a) > 0))",
      "  - at: title\n    assert: projects.all(p, p.activities.all(a, p.indicators.all(i, i.name != a)))",
    ] {
      let rules = try rule(check)
      #expect(rules.diagnostics.isEmpty, "\(check)")
      let found = rules.diagnostics(of: rules.costs, over: CostLimits())
      #expect(found.isEmpty, "\(check): \(found.map(\.line))")
    }
  }

  @Test("Lists inside elements count each node of the file once")
  func owned() throws {
    // 20,000 projects of 200 activities are fewer than the nodes of a file; of 100 indicators each
    // within those they would be more.
    let flat = try #require(
      rule("  - at: title\n    assert: projects.all(p, p.activities.all(a, true))").costs.first
    )
    #expect(flat.steps < 20_000 * 200 * 2 + 100_000)
    let deep = try #require(
      rule(
        "  - at: title\n    assert: projects.all(p, p.alignments.all(a, p.activities.all(b, true)))"
      ).costs.first
    )
    #expect(deep.steps < 100 * (8 << 20) * 4)
  }

  @Test("Rules that together cost more than a set may are refused, the costliest named")
  func together() throws {
    let set = try RuleSet.shared.get()
    let kind = try #require(set.context.kinds["annual-action-plan"])
    let rules = CompiledRuleSet(
      RuleExampleTests.ownRules.compactMap { set.rule($0).value },
      for: [kind],
      in: set.compiling
    )
    let costs = rules.costs.filter { $0.kind == kind.id }
    var limits = CostLimits()
    limits.perSet = costs.reduce(0) { $0 + $1.steps }
    #expect(costs.count > 20 && rules.diagnostics(of: costs, over: limits).isEmpty)
    limits.perSet -= 1
    let found = rules.diagnostics(of: costs, over: limits)
    let diagnostic = try #require(found.first)
    #expect(found.count == 1 && diagnostic.code.text == "CHECK-023")
    #expect(diagnostic.message.en.contains(costs[0].rule), "\(diagnostic.line)")
    #expect(diagnostic.place.file.contains(costs[0].rule))
  }

  @Test("The rules of the project pass")
  func own() throws {
    let set = try RuleSet.shared.get()
    let rules = CompiledRuleSet(
      RuleExampleTests.ownRules.compactMap { set.rule($0).value },
      in: set.compiling
    )
    let found = rules.diagnostics(of: rules.costs, over: CostLimits())
    #expect(found.isEmpty, "\(found.map(\.line).joined(separator: "\n"))")
  }
}

/// Writes submissions of a kind in which lists and texts are as long as they may be.
private struct LongestSubmission {
  private let kind: SubmissionKind
  private var random: SeededGenerator

  init(_ kind: SubmissionKind, seed: UInt64) {
    self.kind = kind
    random = SeededGenerator(seed: seed)
  }

  mutating func text() -> String {
    let job = random.pick(kind.jobs)
    let stage = random.pick((kind.codeLists["stage"]?.codes ?? []).map(\.id))
    var lines = ["id: \"x\"", "kind: \(kind.id)", "job: \(job)", "stage: \(stage)"]
    for field in kind.root.fields where !["id", "kind", "job", "stage"].contains(field.name) {
      if random.below(10) == 0 { continue }
      lines.append("\(field.name): \(value(field.type, field, 0))")
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private mutating func value(_ type: FieldType, _ field: Field, _ depth: Int) -> String {
    switch type {
    case .text:
      let length = max(1, field.mostScalars)
      let letter = random.pick(["ก", "ข"])
      return "\"" + String(repeating: letter, count: length) + "\""
    case .int: return "\(random.pick([1, 2, 3]))"
    case .decimal: return random.pick(["1", "40.5"])
    case .money: return random.pick(["100", "250.50"])
    case .date: return random.pick(["2025-10-01", "2025-11-30", "2026-01-15"])
    case .beYear: return random.pick(["2568", "2569"])
    case .bool: return random.pick(["true", "false"])
    case .code(let name):
      return "\"" + random.pick((kind.codeLists[name]?.codes ?? []).map(\.id) + ["x"]) + "\""
    case .catalogue: return "\"" + String(repeating: "ก", count: 20) + "\""
    case .list(let element):
      let values = (0..<field.maxCount).map { _ in value(element, field, depth + 1) }
      return "[" + values.joined(separator: ", ") + "]"
    case .map(let element): return "{a: \(value(element, field, depth + 1))}"
    case .record(let name):
      guard depth < 8, let record = kind.records[name] else { return "{}" }
      var fields: [String] = []
      for field in record.fields where random.below(12) > 0 {
        fields.append("\(field.name): \(value(field.type, field, depth + 1))")
      }
      return "{" + fields.joined(separator: ", ") + "}"
    }
  }
}
