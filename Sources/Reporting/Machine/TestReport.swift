public import Diagnostics
import DocumentArena
public import Findings
import RuleModel
public import RuleTesting
public import SourceText

/// What came of the tests of rules, ready to be shown in any format.
public struct TestReport: Sendable {
  /// The formats in which tests are shown.
  public enum Format: String, Sendable, CaseIterable {
    /// Text for people.
    case text
    /// JSON for programs: `test/1`, described by `test.schema.json`.
    case json
    /// JUnit's XML: one suite for each file.
    case junit
    /// The Test Anything Protocol, version 14.
    case tap
    /// One page for people, with the coverage of every rule.
    case html
    /// The coverage of the lines of rule files, for viewers of coverage.
    case lcov
  }

  /// Something that a test states and that came out otherwise.
  public struct Difference: Sendable {
    /// What is stated: `outcome`, `at`, `missing`.
    public let name: String
    /// What the test says.
    public let expected: String
    /// What the rule gave.
    public let found: String

    /// Makes a difference.
    public init(name: String, expected: String, found: String) {
      self.name = name
      self.expected = expected
      self.found = found
    }
  }

  /// One rule in one example or case.
  public struct Entry: Sendable {
    /// The rule.
    public let rule: String
    /// Which example of the rule, or case of the file, from 1.
    public let number: Int
    /// Its name, where it has one.
    public let name: String?
    /// Whether it stands in a case file.
    public let isCase: Bool
    /// Where it stands.
    public let place: Diagnostic.Place
    /// The outcome that the rule gave.
    public let outcome: Outcome?
    /// Why the rule was not applicable.
    public let reason: NotApplicableReason?
    /// What came out otherwise than stated; empty when the test passes.
    public let differences: [Difference]
    /// What the rule found, which tells how the difference came about.
    public let findings: [Finding]

    /// Makes an entry.
    public init(
      rule: String,
      number: Int,
      name: String?,
      isCase: Bool,
      place: Diagnostic.Place,
      outcome: Outcome?,
      reason: NotApplicableReason?,
      differences: [Difference],
      findings: [Finding]
    ) {
      self.rule = rule
      self.number = number
      self.name = name
      self.isCase = isCase
      self.place = place
      self.outcome = outcome
      self.reason = reason
      self.differences = differences
      self.findings = findings
    }
  }

  /// The tests, by rule, then by file.
  public let entries: [Entry]
  /// The rules without a test.
  public let untested: [Diagnostic]
  /// Whether a rule without tests is a failure.
  public let requiresTests: Bool
  /// The files, for the lines that are shown.
  public let sources: [SourceFile]
  /// How many rules were tested.
  public let ruleCount: Int
  /// The coverage, where it was asked for.
  public var coverage: CoverageReport?
  /// What became of the mutants, where that was asked for.
  public var mutation: MutationReport?
  /// The version of the engine.
  public let engineVersion: String

  /// Puts a report together.
  public init(
    entries: [Entry],
    untested: [Diagnostic],
    requiresTests: Bool,
    sources: [SourceFile],
    ruleCount: Int,
    engineVersion: String
  ) {
    self.entries = entries
    self.untested = untested
    self.requiresTests = requiresTests
    self.sources = sources
    self.ruleCount = ruleCount
    self.engineVersion = engineVersion
  }

  /// How many tests came out otherwise than stated.
  public var failedCount: Int { entries.count { !$0.differences.isEmpty } }

  /// Whether something is wrong: a test that fails, or a rule without tests where all must have some.
  public var hasFailed: Bool { failedCount > 0 || requiresTests && !untested.isEmpty }

  /// The report in a format; it ends with a line feed.
  public func formatted(as format: Format, language: Language = .th) -> String {
    switch format {
    case .text: text(language)
    case .json: json
    case .junit: junit(language)
    case .tap: tap(language)
    case .html: CoveragePage(language: language).text(of: self)
    case .lcov: coverage?.lcov ?? ""
    }
  }

  private func text(_ language: Language) -> String {
    let words = TestWords(language: language)
    let renderer = DiagnosticRenderer(language: language)
    let failed = entries.filter { !$0.differences.isEmpty }.map { words.diagnostic($0) }
    var text = renderer.render(failed + (requiresTests ? untested : []), sources: sources)
    if let coverage { text += CoverageText(language: language).text(of: coverage) }
    if let mutation { text += MutationText(language: language).text(of: mutation) }
    return text + words.summary(self) + "\n"
  }

  // MARK: Cases

  private func junit(_ language: Language) -> String {
    var suites: [JUnitDocument.Suite] = []
    for entry in entries {
      let name = entry.place.file
      if suites.last?.name.utf8.elementsEqual(name.utf8) != true {
        suites.append(JUnitDocument.Suite(name: name, cases: []))
      }
      suites[suites.count - 1].cases.append(junitCase(entry, language))
    }
    if requiresTests, !untested.isEmpty {
      let cases = untested.map { problem in
        JUnitDocument.Case(
          name: problem.place.file,
          group: "krong.test",
          outcome: .failed(
            type: problem.code.text,
            message: problem.message[language],
            text: problem.help?[language] ?? ""
          )
        )
      }
      suites.append(JUnitDocument.Suite(name: "--require-tests", cases: cases))
    }
    return JUnitDocument(suites: suites).text
  }

  private func junitCase(_ entry: Entry, _ language: Language) -> JUnitDocument.Case {
    let words = TestWords(language: language)
    guard let first = entry.differences.first else {
      return JUnitDocument.Case(name: words.title(entry), group: entry.rule, outcome: .passed)
    }
    return JUnitDocument.Case(
      name: words.title(entry),
      group: entry.rule,
      outcome: .failed(
        type: first.name,
        message: words.difference(first)[language],
        text: words.lines(of: entry).joined(separator: "\n")
      )
    )
  }

  private func tap(_ language: Language) -> String {
    let words = TestWords(language: language)
    var points = entries.map { entry in
      var point = TAPDocument.Point(
        isOK: entry.differences.isEmpty,
        description: "\(entry.place.file): \(words.title(entry))"
      )
      point.notes = entry.differences.map { ($0.name, words.difference($0)[language]) }
      if !point.isOK {
        point.notes.append(("findings", words.evidence(entry).joined(separator: "\n")))
      }
      return point
    }
    for problem in untested where requiresTests {
      points.append(
        TAPDocument.Point(
          isOK: false,
          description: problem.place.file,
          notes: [("message", problem.message[language])]
        )
      )
    }
    return TAPDocument(points: points).text
  }
}

// MARK: - JSON

extension TestReport {
  private var json: String {
    var writer = JSONWriter()
    writer.object {
      $0.member("krong", "test/1")
      $0.member("engine", engineVersion)
      $0.member("rules", ruleCount)
      $0.member("tests", entries.count)
      $0.member("failed", failedCount)
      $0.member("untested", untested) { $0.diagnostic($1) }
      $0.member("results", entries) { $0.entry($1) }
      $0.key("coverage")
      if let coverage { $0.coverage(coverage) } else { $0.null() }
      $0.key("mutation")
      if let mutation { $0.mutation(mutation) } else { $0.null() }
    }
    return writer.text + "\n"
  }
}

extension JSONWriter {
  fileprivate mutating func entry(_ entry: TestReport.Entry) {
    object {
      $0.member("rule", entry.rule)
      $0.member("kind", entry.isCase ? "case" : "example")
      $0.member("number", entry.number)
      $0.member("name", entry.name)
      $0.member("file", entry.place.file)
      $0.member("line", entry.place.position.map { Int($0.line) })
      $0.member("outcome", entry.outcome?.rawValue)
      $0.member("why", entry.reason?.rawValue)
      $0.member("passes", entry.differences.isEmpty)
      $0.member("differences", entry.differences) { writer, difference in
        writer.object {
          $0.member("what", difference.name)
          $0.member("expected", difference.expected)
          $0.member("found", difference.found)
        }
      }
      $0.member("findings", entry.differences.isEmpty ? [] : entry.findings) { $0.evidence($1) }
    }
  }

  private mutating func evidence(_ finding: Finding) {
    object {
      $0.member("outcome", finding.outcome.rawValue)
      $0.member("severity", finding.severity.rawValue)
      $0.member("softer", finding.isSofter)
      $0.member("part", finding.part)
      $0.member("path", finding.place.path.description)
      $0.member("line", finding.place.linePosition.map { Int($0.line) })
      $0.member("message", finding.message)
      $0.member("missing", finding.missing.map(\.description))
      $0.member("values", finding.values) { writer, value in
        writer.object {
          $0.member("name", value.name)
          $0.member("value", value.value)
        }
      }
    }
  }
}
