import Foundation
import Krong
import TestSupport
import Testing

/// One mistake put into a sound example, and what must be found because of it.
///
/// The expectations are worked out from the requirements, not from what the program prints.
struct SeededFault: Decodable, Sendable, CustomTestStringConvertible {
  let name: String
  /// The sound example, below `Examples/`.
  let file: String
  let replace: String
  let by: String
  /// Rule or structure code, and the text around its place with ▲ before the place itself; with further
  /// texts any of their places will do.
  let finds: [[String]]?
  /// Rules that cannot be judged any more.
  let unknown: [String]?
  /// Rules whose requirements leave open whether they can still be judged.
  let perhaps: [String]?
  let asOf: String?
  /// Why it is not yet found as it should be.
  let known: String?

  var testDescription: String { "\(file): \(name)" }

  enum CodingKeys: String, CodingKey {
    case name, file, replace, by, finds, unknown, perhaps, known
    case asOf = "as_of"
  }

  static let all: [SeededFault] = CommandFixture.decode("seeded-faults.json")

  /// The days on which the sound examples are sound.
  static let days = [
    "annual-action-plan/ready.yaml": "2026-09-15",
    "education-development-plan/ready.yaml": "2026-08-15",
    "budget-transfer/ready.yaml": "2026-05-15",
  ]
}

@Suite("Seeded faults: each is found by the right rule at the right place, and nothing else is")
struct SeededFaultsTests {
  @Test("There are enough of them, and their fixtures can be read")
  func table() {
    #expect(SeededFault.all.count >= 60)
    #expect(SeededFault.all.contains { ($0.finds ?? []).isEmpty })
  }

  @Test("The sound examples have no findings", arguments: SeededFault.days.keys.sorted())
  func sound(_ file: String) throws {
    let text = try Marked.original("Examples/\(file)")
    let found = try Self.check(text, file, on: SeededFault.days[file])
    #expect(found.findings == [])
    #expect(found.unknown == [])
    #expect(found.verdict == .ready)
    #expect(found.score == "100.00")
  }

  @Test("One mistake gives its findings and no other", arguments: SeededFault.all)
  func fault(_ fault: SeededFault) throws {
    let original = try Marked.original("Examples/\(fault.file)")
    let text = try #require(Marked.replacing(fault.replace, by: fault.by, in: original))
    let found = try Self.check(text, fault.file, on: fault.asOf ?? SeededFault.days[fault.file])
    let expected = try (fault.finds ?? []).map { find in
      let places = try find.dropFirst().map { anchor in
        "\(find[0]) \(try #require(Marked.place(of: anchor, in: text), "\(anchor)"))"
      }
      return try #require(places.first { found.findings.contains($0) } ?? places.first)
    }
    let open = Set(fault.perhaps ?? [])
    let unknown = found.unknown.filter { !open.contains($0) }
    func compare() {
      #expect(found.findings == expected.sorted())
      #expect(unknown == (fault.unknown ?? []).sorted())
    }
    guard let known = fault.known else { return compare() }
    withKnownIssue("\(known)") { compare() }
  }

  /// What a check says, as texts that compare well.
  struct Found {
    var findings: [String]
    var unknown: [String]
    var verdict: Scorecard.Verdict
    var score: String?
  }

  private static func check(_ text: String, _ file: String, on day: String?) throws -> Found {
    let folder = try TemporaryFolder()
    let path = try folder.write(file, text)
    let date = try #require(day.flatMap(Marked.date))
    let workspace = try CommandFixture.workspace.get()
    let check = try workspace.check([path], options: CheckOptions(asOf: date))
    #expect(check.report.problems == [])
    let submission = try #require(check.report.submissions.first)
    let rules = submission.result.rules
    let failures = submission.result.structure + rules.flatMap(\.findings)
    let findings = failures.filter { $0.outcome == .fail }.map { finding in
      let position = finding.place.position
      return "\(finding.rule) \(position?.line ?? 0):\(position?.column ?? 0)"
    }
    return Found(
      findings: findings.sorted(),
      unknown: rules.filter { $0.outcome == .unknown || $0.outcome == .error }.map(\.rule.id),
      verdict: submission.scorecard.verdict,
      score: submission.scorecard.total?.description
    )
  }
}
