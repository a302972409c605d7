import Foundation
import TestSupport
import Testing

/// Typical mistakes in expressions, each written as YAML lets one write it: `krong lint` finds each once,
/// at its place to the column, and says it in both languages.
@Suite("Mistakes in expressions, however they are written in YAML") struct ExpressionMistakesTests {
  /// One mistake; « and » stand around its place.
  struct Mistake: Decodable {
    let name: String
    let expression: String
    let code: String
    /// Words that the Thai and the English message or help must have.
    let th: [String]
    let en: [String]
  }

  static let mistakes: [Mistake] = CommandFixture.decode("expression-mistakes.json")

  /// The ways to write a scalar; all have Thai text before the mistake.
  enum Style: CaseIterable {
    case literal, folded, singleQuoted, doubleQuoted, doubleQuotedOverLines

    func scalar(_ expression: String) -> String {
      let before = "title == 'น้ำที่ดี' || "
      let escaped = expression.replacingOccurrences(of: "\\", with: "\\\\")
        .replacingOccurrences(of: "\"", with: "\\\"")
      switch self {
      case .literal: return "|\n      title == 'น้ำที่ดี'\n        || \(expression)\n"
      case .folded: return ">-\n      title == 'น้ำที่ดี' ||\n\n      \(expression)\n"
      case .singleQuoted:
        return "'" + (before + expression).replacingOccurrences(of: "'", with: "''") + "'\n"
      case .doubleQuoted: return "\"title == '\\u0e19้ำที่ดี' || " + escaped + "\"\n"
      case .doubleQuotedOverLines:
        return "\"title == 'น้ำ\\\n      ที่ดี' ||\n      " + escaped + "\"\n"
      }
    }
  }

  /// A rule with one mistake, and the place of the mistake in its file.
  private struct BrokenRule {
    let id: String
    let mistake: Mistake
    let style: Style
    let text: String
    let line: Int
    let column: Int
    let length: Int

    init?(_ number: Int, _ mistake: Mistake, _ style: Style) {
      self.mistake = mistake
      self.style = style
      let digits = String(number)
      id = "TST-CON-" + String(repeating: "0", count: 3 - digits.count) + digits
      let marked = """
        krong: 1
        rule: \(id)
        title: {th: ทดสอบ, en: Test}
        family: consistency
        severity: error
        weight: 1
        basis: derived
        source: [J2 §5.4]
        applies_to: {kinds: [annual-action-plan], jobs: [2], from_stage: submitted}
        check:
          - at: title
            assert: \(style.scalar(mistake.expression))
        message: {th: ไม่ผ่าน, en: not met}
        remedy: {th: แก้ไข, en: Mend it.}
        examples:
          - pass: {title: ก}
          - fail: {title: ข}

        """
      guard let start = marked.firstIndex(of: "«"), let end = marked.firstIndex(of: "»") else {
        return nil
      }
      let before = marked[..<start]
      let lines = before.split(separator: "\n", omittingEmptySubsequences: false)
      line = lines.count
      column = (lines.last?.unicodeScalars.count ?? 0) + 1
      let between = marked[marked.index(after: start)..<end]
      length = max(1, between.unicodeScalars.count)
      text = String(before + between + marked[marked.index(after: end)...])
    }
  }

  private struct LintReport: Decodable {
    struct Diagnostic: Decodable {
      struct Place: Decodable {
        let file: String
        let line: Int?
        let column: Int?
        let length: Int
      }
      let code: String
      let message: [String: String]
      let help: [String: String]?
      let place: Place

      func says(_ word: String, _ language: String) -> Bool {
        message[language]?.contains(word) == true || help?[language]?.contains(word) == true
      }
    }
    let diagnostics: [Diagnostic]
  }

  @Test("Each is found once, where it stands, in words that help")
  func mistakes() throws {
    let folder = try TemporaryFolder()
    let pairs = Self.mistakes.flatMap { mistake in Style.allCases.map { (mistake, $0) } }
    let rules = try pairs.enumerated().map { number, pair in
      try #require(BrokenRule(number + 1, pair.0, pair.1), "\(pair.0.name) has no marks")
    }
    #expect(Self.mistakes.count >= 20 && rules.count < 1_000)
    for rule in rules { try folder.write("\(rule.id).yaml", rule.text) }
    let run = try Program.run(["lint", folder.url.path, "--format", "json"])
    #expect(run.status == 1, "\(run.errors)")
    let report = try JSONDecoder().decode(LintReport.self, from: Data(run.output.utf8))
    for rule in rules {
      let found = report.diagnostics.filter { $0.place.file.hasSuffix("/\(rule.id).yaml") }
      let name = "\(rule.mistake.name), \(rule.style)"
      #expect(found.count == 1, "\(name): \(found.map(\.message))\n\(rule.text)")
      guard let first = found.first else { continue }
      #expect(first.code == rule.mistake.code, "\(name)")
      #expect(first.place.line == rule.line, "\(name)")
      #expect(first.place.column == rule.column, "\(name)")
      #expect(first.place.length == rule.length, "\(name)")
      for word in rule.mistake.th { #expect(first.says(word, "th"), "\(name): \(first.message)") }
      for word in rule.mistake.en { #expect(first.says(word, "en"), "\(name): \(first.message)") }
    }
  }

  @Test(
    "As text they stand with file, line and column in either language",
    arguments: ["th", "en"]
  )
  func text(_ language: String) throws {
    let folder = try TemporaryFolder()
    let rules = Self.mistakes.enumerated().compactMap { BrokenRule($0 + 1, $1, .folded) }
    for rule in rules { try folder.write("\(rule.id).yaml", rule.text) }
    let run = try Program.run(["lint", folder.url.path, "--lang", language])
    let lines = (run.output + run.errors).split(separator: "\n")
    for rule in rules {
      let place = "/\(rule.id).yaml:\(rule.line):\(rule.column): "
      let line = lines.first { $0.contains(place) }
      #expect(line?.contains("[\(rule.mistake.code)]") == true, "\(rule.mistake.name): \(place)")
    }
  }
}
