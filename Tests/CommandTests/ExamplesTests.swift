import DocumentArena
import DocumentReading
import Foundation
import Krong
import TestSupport
import Testing

/// What must come out of an example: the hand-written file beside it, read.
struct ExpectedReport: Sendable, CustomTestStringConvertible {
  /// One rule's outcome, with what is stated about it; nil where nothing is.
  struct Rule: Sendable {
    var outcome: String
    var at: [String]?
    var missing: [String]?
    var why: String?
    var also: [String]
    var share: String?
    var says: [String]
  }

  /// Rules that come out otherwise on another day, at another stage, or with other submissions.
  struct Variation: Sendable {
    var asOf: String?
    var stage: String?
    var with: [String]
    var rules: [String: Rule]
  }

  let file: String
  var submissions: [String]
  var asOf: String
  var stage: String
  var verdict: String
  var score: String?
  var rules: [String: Rule]
  var structure: [String]
  var variations: [Variation]

  var testDescription: String { file }

  /// The files of expectations below `Examples/`, in the order of their names.
  static let files: [String] = {
    let all = FileManager.default.enumerator(atPath: folder)
    return (all?.compactMap { $0 as? String } ?? [])
      .filter { $0.hasSuffix(".expected.yaml") }.sorted()
  }()

  static let folder = SharedData.packageRoot.appendingPathComponent("Examples").path
}

@Suite("Examples come out as their hand-written expectations say")
struct ExamplesTests {
  @Test("Every example has an expectation")
  func complete() throws {
    let all = FileManager.default.enumerator(atPath: ExpectedReport.folder)
    let names = (all?.compactMap { $0 as? String } ?? [])
      .filter { ($0.hasSuffix(".yaml") || $0.hasSuffix(".json")) && !$0.contains(".expected.") }
    let expected = try ExpectedReport.files.flatMap { file in
      let folder = file.split(separator: "/").dropLast().joined(separator: "/")
      return try ExpectedReport(file).submissions.map { "\(folder)/\($0)" }
    }
    #expect(names.sorted() == expected.sorted())
    #expect(names.count >= 6)
  }

  @Test("Outcome, places, shares, verdict and score", arguments: ExpectedReport.files)
  func report(_ file: String) throws {
    let expected = try ExpectedReport(file)
    for name in expected.submissions {
      let checked = try Self.check([name], of: expected, on: expected.asOf, stage: nil)
      #expect(checked.result.header.stage == expected.stage)
      #expect(checked.scorecard.verdict.rawValue == expected.verdict)
      #expect(checked.result.structure.map(Self.line) == expected.structure)
      let outcomes = Dictionary(
        uniqueKeysWithValues: checked.result.rules.map { ($0.rule.id, $0) }
      )
      let other = Set(outcomes.filter { Self.isForKindAndJob($0.value) }.keys)
      #expect(other.symmetricDifference(expected.rules.keys) == [])
      Self.compare(expected.rules, with: outcomes, in: name)
      if let score = expected.score { Self.compare(score, with: checked.scorecard) }
    }
  }

  @Test("Other days, other stages, other submissions", arguments: ExpectedReport.files)
  func variations(_ file: String) throws {
    let expected = try ExpectedReport(file)
    let name = try #require(expected.submissions.first)
    for variation in expected.variations {
      let checked = try Self.check(
        [name] + variation.with,
        of: expected,
        on: variation.asOf ?? expected.asOf,
        stage: variation.stage
      )
      let outcomes = Dictionary(
        uniqueKeysWithValues: checked.result.rules.map { ($0.rule.id, $0) }
      )
      Self.compare(variation.rules, with: outcomes, in: name)
    }
  }

  private static func check(
    _ names: [String],
    of expected: ExpectedReport,
    on day: String,
    stage: String?
  ) throws -> CheckedSubmission {
    let folder = (ExpectedReport.folder as NSString)
      .appendingPathComponent((expected.file as NSString).deletingLastPathComponent)
    let paths = names.map { URL(fileURLWithPath: "\(folder)/\($0)").standardized.path }
    let date = try #require(Marked.date(day))
    let workspace = try CommandFixture.workspace.get()
    let check = try workspace.check(paths, options: CheckOptions(asOf: date, stage: stage))
    #expect(check.report.problems == [])
    return try #require(check.report.submissions.first)
  }

  private static func isForKindAndJob(_ result: RuleResult) -> Bool {
    result.reason != .kind && result.reason != .job
  }

  private static func line(_ finding: Finding) -> String {
    "\(finding.rule) \(finding.severity.rawValue) \(finding.place.path)"
  }

  private static func compare(
    _ expected: [String: ExpectedReport.Rule],
    with outcomes: [String: RuleResult],
    in file: String
  ) {
    for (id, rule) in expected.sorted(by: { $0.key < $1.key }) {
      guard let result = outcomes[id] else {
        Issue.record("\(file): \(id) did not run")
        continue
      }
      let place: Comment = "\(file): \(id)"
      #expect(result.outcome.rawValue == rule.outcome, place)
      let told = result.findings.filter { !$0.isSofter }
      if rule.outcome == "fail" {
        let paths = told.filter { $0.outcome == .fail }.map(\.place.path.description)
        #expect(paths.sorted() == rule.at?.sorted(), place)
      }
      if let missing = rule.missing {
        let paths = told.filter { $0.outcome == .unknown }.flatMap(\.missing).map(\.description)
        #expect(Set(paths) == Set(missing), place)
      }
      if let why = rule.why { #expect(result.reason?.rawValue == why, place) }
      let softer = result.findings.filter { $0.isSofter && $0.outcome == .fail }
      #expect(softer.map { "\($0.severity.rawValue) \($0.place.path)" } == rule.also, place)
      if let share = rule.share {
        #expect("\(result.parts.met)/\(result.parts.counted)" == share, place)
      }
      for text in rule.says {
        #expect(
          told.contains { $0.message.th.contains(text) || $0.message.en.contains(text) },
          place
        )
      }
    }
  }

  /// The score is stated as a fraction; it is printed in hundredths, half up.
  private static func compare(_ score: String, with card: Scorecard) {
    let parts = score.split(separator: "/").compactMap { Int($0) }
    guard parts.count == 2 else {
      Issue.record("\(score) is no fraction")
      return
    }
    let hundredths = (parts[0] * 20_000 + parts[1]) / (2 * parts[1])
    #expect(card.total?.hundredths == hundredths)
  }
}

extension ExpectedReport {
  /// Reads a file of expectations.
  init(_ file: String) throws {
    let text = try Marked.original("Examples/\(file)")
    let document = try YAMLReader.readOne(SourceFile(name: file, text: text))
    let reader = ExpectationReader(document: document)
    let root = document.root
    self.file = file
    submissions = reader.texts(root, "submission") ?? []
    asOf = reader.text(root, "as_of") ?? ""
    stage = reader.text(root, "stage") ?? ""
    verdict = reader.text(root, "verdict") ?? ""
    score = reader.text(root, "score")
    rules = reader.rules(root)
    structure = reader.elements(root, "structure").map { finding in
      ["id", "severity", "at"].map { reader.text(finding, $0) ?? "?" }.joined(separator: " ")
    }
    variations = ["with", "on_other_days", "on_other_stages"].flatMap { key in
      reader.elements(root, key).map { entry in
        Variation(
          asOf: reader.text(entry, "as_of"),
          stage: reader.text(entry, "stage"),
          with: reader.texts(entry, "submissions") ?? [],
          rules: reader.rules(entry)
        )
      }
    }
  }
}

/// Reads the parts of a file of expectations.
private struct ExpectationReader {
  let document: Document

  func text(_ node: NodeID, _ key: String) -> String? {
    document.child(of: node, key).map { document.text(of: $0) }
  }

  /// A text or a list of texts.
  func texts(_ node: NodeID, _ key: String) -> [String]? {
    guard let child = document.child(of: node, key) else { return nil }
    guard document.kind(of: child) == .list else { return [document.text(of: child)] }
    return document.children(of: child).map { document.text(of: $0) }
  }

  /// The elements of a list; a mapping is one element.
  func elements(_ node: NodeID, _ key: String) -> [NodeID] {
    guard let child = document.child(of: node, key) else { return [] }
    return document.kind(of: child) == .list ? Array(document.children(of: child)) : [child]
  }

  func rules(_ node: NodeID) -> [String: ExpectedReport.Rule] {
    guard let list = document.child(of: node, "rules") else { return [:] }
    var rules: [String: ExpectedReport.Rule] = [:]
    for rule in document.children(of: list) { rules[document.keyName(of: rule)] = self.rule(rule) }
    return rules
  }

  private func rule(_ node: NodeID) -> ExpectedReport.Rule {
    let says = elements(node, "says").flatMap { entry in
      ["th", "en"].compactMap { text(entry, $0) }
    }
    return ExpectedReport.Rule(
      outcome: text(node, "outcome") ?? "",
      at: texts(node, "at"),
      missing: texts(node, "missing"),
      why: text(node, "why"),
      also: elements(node, "also").map { entry in
        "\(text(entry, "severity") ?? "?") \(text(entry, "at") ?? "?")"
      },
      share: text(node, "share"),
      says: says
    )
  }
}
