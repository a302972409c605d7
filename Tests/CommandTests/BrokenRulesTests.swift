import Foundation
import Krong
import TestSupport
import Testing

/// One mistake put into a rule of the project, and how it must be refused.
struct BrokenRule: Decodable, Sendable, CustomTestStringConvertible {
  let name: String
  /// The rule, below `Rules/`.
  let file: String
  let replace: String
  let by: String
  /// Places that are right: the text around each with ▲ before the place itself.
  let at: [String]
  /// Words that the Thai and the English message or help must have.
  let th: [String]
  let en: [String]
  /// Why it is not yet refused as it should be.
  let known: String?

  var testDescription: String { "\(file): \(name)" }

  static let all: [BrokenRule] = CommandFixture.decode("broken-rules.json")
}

@Suite("Broken rules: each is refused at the right place, in words that help")
struct BrokenRulesTests {
  @Test("There are enough of them, and their fixtures can be read")
  func table() {
    #expect(BrokenRule.all.count >= 20)
  }

  @Test("A mistake is refused", arguments: BrokenRule.all)
  func mistake(_ broken: BrokenRule) throws {
    let original = try Marked.original("Rules/\(broken.file)")
    let text = try #require(Marked.replacing(broken.replace, by: broken.by, in: original))
    let places = try broken.at.map { try #require(Marked.place(of: $0, in: text), "\($0)") }
    let found = try Self.diagnostics(of: text, as: broken.file)
    let errors = found.filter { $0.severity == .error }
    let right = errors.first { diagnostic in
      guard let position = diagnostic.place.position else { return false }
      return places.contains("\(position.line):\(position.column)")
    }
    let told = errors.map { "\($0.code) \($0.place): \($0.message.en)" }
    let diagnostic = try #require(right, "\(places), but \(told)")
    let file = broken.file.split(separator: "/").last.map(String.init) ?? ""
    #expect(diagnostic.place.file.hasSuffix(file))
    func compare() {
      for word in broken.th { #expect(Self.says(diagnostic, word, in: .th), "\(diagnostic)") }
      for word in broken.en { #expect(Self.says(diagnostic, word, in: .en), "\(diagnostic)") }
    }
    guard let known = broken.known else { return compare() }
    withKnownIssue("\(known)") { compare() }
  }

  private static func says(_ diagnostic: Diagnostic, _ word: String, in language: Language) -> Bool
  {
    let texts =
      [diagnostic.message, diagnostic.help].compactMap { $0 } + diagnostic.notes.map(\.text)
    return texts.contains { $0[language].contains(word) }
  }

  /// What is said when the rules of the project are used with one file changed.
  private static func diagnostics(of text: String, as file: String) throws -> [Diagnostic] {
    let folder = try TemporaryFolder()
    let rules = folder.url.appendingPathComponent("Rules")
    try FileManager.default.copyItem(
      at: SharedData.packageRoot.appendingPathComponent("Rules"),
      to: rules
    )
    try folder.write("Rules/\(file)", text)
    let examples = SharedData.packageRoot.appendingPathComponent("Examples").path
    let date = try #require(Marked.date("2026-09-15"))
    do {
      let workspace = try Workspace.load(rules.path)
      let files = ["annual-action-plan/ready.yaml", "budget-transfer/ready.yaml"]
      _ = try workspace.check(
        files.map { "\(examples)/\($0)" },
        options: CheckOptions(asOf: date)
      )
      return []
    } catch {
      return error.diagnostics
    }
  }
}
