import Catalogues
import Diagnostics
import DocumentArena
import DocumentReading
import Evaluation
public import Reporting
import RuleCompiler
import RuleModel
import RuleTesting
import SourceText
import Submissions

extension Workspace {
  /// Runs the tests of a folder of rules: the examples inside them and the case files beside them.
  ///
  /// - Throws: What is wrong with rules or case files: then nothing is tested.
  public static func test(
    _ folder: String,
    options: TestOptions = TestOptions()
  ) throws(DiagnosticError) -> TestReport {
    let files = try RuleFolder(folder)
    let selection = try TestSelection(files, options.paths)
    let loading = Options(readsExamples: true, rulePaths: selection.rules)
    var loader = WorkspaceLoader(options: loading, examples: .ifPresent)
    guard let workspace = try loader.load(files) else {
      throw DiagnosticError(loader.bag.sorted)
    }
    let run = try TestRun(workspace, selection, options, files)
    return try run.report()
  }
}

/// One run of the tests of a workspace.
struct TestRun {
  let workspace: Workspace
  let options: TestOptions
  let set: CompiledRuleSet
  /// The rules that are tested.
  let rules: [Rule]
  /// The tests, each with the rules whose statements count.
  private(set) var tests: [PreparedTest] = []
  private(set) var sources: [SourceFile]
  /// The folder of all rules, also where only some of them are tested.
  let folder: RuleFolder

  init(
    _ workspace: Workspace,
    _ selection: TestSelection,
    _ options: TestOptions,
    _ folder: RuleFolder
  ) throws(DiagnosticError) {
    self.workspace = workspace
    self.options = options
    self.folder = folder
    sources = workspace.sources
    set = try workspace.compile(for: nil)
    var loader = CaseLoader(
      set.context,
      rules: workspace.rules.map(\.id),
      stages: workspace.kinds.stages.map(\.id)
    )
    let cases = loader.load(selection.cases)
    guard loader.problems.isEmpty else {
      throw DiagnosticError(Diagnostic.sorted(loader.problems))
    }
    sources += loader.sources
    rules = Self.tested(workspace, selection, cases)
    let ids = Set(rules.map(\.id))
    for rule in rules { tests += PreparedTest.examples(of: rule, in: set.context) }
    for test in cases {
      let isNamed = selection.named.contains {
        $0.utf8.elementsEqual(test.document.source.name.utf8)
      }
      tests += [isNamed || selection.tested == nil ? test : test.limited(to: ids)].compactMap(
        \.self
      )
    }
    if let filter = options.filter { tests = tests.compactMap { matching($0, filter) } }
  }

  /// The rules of the files that are named, and those that named case files speak of.
  private static func tested(
    _ workspace: Workspace,
    _ selection: TestSelection,
    _ cases: [PreparedTest]
  ) -> [Rule] {
    guard let tested = selection.tested else { return workspace.rules }
    return workspace.rules.filter { rule in
      tested.contains { $0.utf8.elementsEqual(rule.document.source.name.utf8) }
    }
  }

  /// A test as far as it is about rules that the filter lets through.
  private func matching(_ test: PreparedTest, _ filter: String) -> PreparedTest? {
    if let name = test.name, name.holds(filter) { return test }
    let ids = test.statements.map(\.rule).filter { id in
      id.holds(filter)
        || workspace.rules.contains {
          $0.id.utf8.elementsEqual(id.utf8)
            && ($0.title.th.holds(filter) || $0.title.en.holds(filter))
        }
    }
    return test.limited(to: Set(ids))
  }

  // MARK: Running

  func report() throws(DiagnosticError) -> TestReport {
    var entries: [TestReport.Entry] = []
    var counts: [String: Int] = [:]
    let evaluators = Evaluators(set)
    for test in tests {
      for result in test.results(with: evaluators.evaluator(for: test)) {
        counts[result.rule, default: 0] += 1
        entries.append(Self.entry(result))
      }
    }
    let untested = options.filter == nil ? rules.filter { counts[$0.id] == nil } : []
    var report = TestReport(
      entries: entries,
      untested: untested.map(Self.untested),
      requiresTests: options.requiresTests,
      sources: sources,
      ruleCount: options.filter == nil && !rules.isEmpty ? rules.count : counts.count,
      engineVersion: KrongVersion.text
    )
    if options.countsCoverage {
      report.coverage = RuleTesting.coverage(of: tested(counts), in: set, by: tests)
    }
    // A test that fails would be taken for one that notices every mutant.
    if options.mutates, report.failedCount == 0 { report.mutation = try mutate(tested(counts)) }
    return report
  }

  /// The rules that have tests in this run, or all when there is no filter.
  private func tested(_ counts: [String: Int]) -> [Rule] {
    let isAll = options.filter == nil && !rules.isEmpty
    return (isAll ? rules : workspace.rules.filter { counts[$0.id] != nil })
  }

  private static func untested(_ rule: Rule) -> Diagnostic {
    Diagnostic(
      .ruleUntested,
      .error,
      LocalizedText(
        th: "เกณฑ์ \(rule.id) ไม่มีตัวอย่างและไม่มีกรณีทดสอบ",
        en: "rule \(rule.id) has no example and no case"
      ),
      at: Diagnostic.Place(file: rule.document.source.name, position: nil),
      help: LocalizedText(
        th: "เพิ่ม examples ในแฟ้มเกณฑ์",
        en: "add `examples` to the rule"
      )
    )
  }

  private static func entry(_ result: RuleTesting.ExampleResult) -> TestReport.Entry {
    TestReport.Entry(
      rule: result.rule,
      number: result.number,
      name: result.name,
      isCase: result.isCase,
      place: Diagnostic.Place(
        file: result.document.source.name,
        position: result.document.position(of: result.node)
      ),
      outcome: result.outcome,
      reason: result.reason,
      differences: result.failures.map {
        TestReport.Difference(name: $0.name, expected: $0.expected, found: $0.found)
      },
      findings: result.findings
    )
  }
}

/// Evaluators of the rules that a test speaks of, made once each.
private final class Evaluators {
  private let set: CompiledRuleSet
  private var known: [String: Evaluator] = [:]
  private lazy var all = Evaluator(set)

  init(_ set: CompiledRuleSet) { self.set = set }

  func evaluator(for test: PreparedTest) -> Evaluator {
    guard test.others == nil else { return all }
    guard test.statements.count == 1, let id = test.statements.first?.rule else {
      return Evaluator(CompiledRuleSet(only: Set(test.statements.map(\.rule)), of: set))
    }
    if let evaluator = known[id] { return evaluator }
    let evaluator = Evaluator(CompiledRuleSet(only: id, of: set))
    known[id] = evaluator
    return evaluator
  }
}

extension String {
  /// Whether a text occurs, byte by byte; Latin letters in either case.
  fileprivate func holds(_ part: String) -> Bool {
    func folded(_ text: String) -> [UInt8] {
      text.utf8.map { 0x41...0x5A ~= $0 ? $0 | 0x20 : $0 }
    }
    let text = folded(self)
    let wanted = folded(part)
    guard !wanted.isEmpty, wanted.count <= text.count else { return wanted.isEmpty }
    return (0...(text.count - wanted.count)).contains { start in
      text[start..<(start + wanted.count)].elementsEqual(wanted)
    }
  }
}
