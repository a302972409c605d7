import Foundation
import TestSupport
import Testing

/// `krong lint --fix`, `--diff` and `krong fmt`, as people run them.
@Suite("mending and formatting rule files")
struct LintFixTests {
  private static func rule(_ changes: [(String, String)]) -> String {
    changes.reduce(LintMistake.good.replacingOccurrences(of: "RULE-ID", with: "X01-CMP-001")) {
      $0.replacingOccurrences(of: $1.0, with: $1.1)
    }
  }

  /// A rule with mistakes of which all but the last two are certain to mend.
  private static let mistakes = [
    ("severity:", "serverity:"), ("family: completeness", "family: completenes"),
    ("jobs: [2]", "jobs: 2"), ("weight: 3", "\u{A0}weight:3"),
    ("in_force:", "waivable: yes\nin_force:"),
    ("  th: โครงการวงเงินสูงระบุ", "  th: โครงการ: ระบุ"),
    ("  th: ระบุกลุ่มเป้าหมายและจำนวนของโครงการ", "  th: ระบุกลุ่มเป้าหมายเเละจํานวน"),
    ("{from: 2570}", "{from: 2027}"), ("from_stage: submitted", "from_stage: submit"),
  ]

  @Test("what is certain is mended, one mistake behind the other; the rest is told and left")
  func fix() throws {
    let folder = try TemporaryFolder()
    let file = try folder.write("X01-CMP-001.yaml", Self.rule(Self.mistakes))
    let run = try Program.run(["lint", file, "--fix", "--lang", "en"])
    #expect(run.status == 1)
    #expect(
      try folder.text("X01-CMP-001.yaml")
        == Self.rule([
          ("in_force:", "waivable: true\nin_force:"),
          ("  th: โครงการวงเงินสูงระบุกลุ่มเป้าหมาย", "  th: \"โครงการ: ระบุกลุ่มเป้าหมาย\""),
          ("  th: ระบุกลุ่มเป้าหมายและจำนวนของโครงการ", "  th: ระบุกลุ่มเป้าหมายและจำนวน"),
          ("{from: 2570}", "{from: 2027}"), ("from_stage: submitted", "from_stage: submit"),
        ])
    )
    #expect(run.output.contains("2 errors · 0 warnings"), "\(run.output)")
    let again = try Program.run(["lint", file, "--fix", "--lang", "en"])
    #expect(again.output == run.output)
    #expect(again.errors == "")
  }

  @Test("--diff shows what would be mended and writes nothing")
  func diff() throws {
    let folder = try TemporaryFolder()
    let text = Self.rule(Self.mistakes)
    let file = try folder.write("X01-CMP-001.yaml", text)
    let run = try Program.run(["lint", file, "--diff", "--lang", "en"])
    #expect(run.status == 1)
    #expect(run.output.contains("-serverity: warning\n"), "\(run.output)")
    #expect(run.output.contains("+severity: warning\n"), "\(run.output)")
    #expect(run.errors.contains("places in 1 files"))
    #expect(try folder.text("X01-CMP-001.yaml") == text)
  }

  @Test("warnings count with --fail-on warning, and what has run out depends on the day")
  func failOn() throws {
    let folder = try TemporaryFolder()
    let text = Self.rule([("{from: 2570}", "{from: 2568, until: 2570}")])
    let file = try folder.write("X01-CMP-001.yaml", text)
    for (day, level, status) in [
      ("2027-09-30", "warning", 0), ("2027-10-01", "warning", 1), ("2027-10-01", "error", 0),
    ] {
      let run = try Program.run(["lint", file, "--as-of", day, "--fail-on", level])
      #expect(run.status == Int32(status), "\(day) \(level)\n\(run.output)")
    }
  }

  @Test("SARIF carries the mends as fixes, in UTF-16 columns")
  func sarif() throws {
    let folder = try TemporaryFolder()
    let file = try folder.write("X01-CMP-001.yaml", Self.rule([("severity:", "serverity:")]))
    let run = try Program.run(["lint", file, "--format", "sarif", "--lang", "en"])
    let log = try JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any]
    let runs = try #require(log?["runs"] as? [[String: Any]])
    let results = try #require(runs.first?["results"] as? [[String: Any]])
    let fixes = try #require(results.first?["fixes"] as? [[String: Any]])
    let changes = try #require(fixes.first?["artifactChanges"] as? [[String: Any]])
    let replacement = try #require(
      (changes.first?["replacements"] as? [[String: Any]])?.first
    )
    let region = try #require(replacement["deletedRegion"] as? [String: Int])
    #expect(region == ["startLine": 7, "startColumn": 1, "endLine": 7, "endColumn": 10])
    #expect((replacement["insertedContent"] as? [String: String])?["text"] == "severity")
  }

  @Test("fmt puts keys in order and keeps comments; --check tells and writes nothing")
  func format() throws {
    let folder = try TemporaryFolder()
    let text = """
      # ส่วนบนของแฟ้ม
      rule: X01-CMP-001
      krong:   1
      # ความสำคัญ
      weight: 3     # สามคะแนน
      title: {en: b,th: ก}


      applies_to:
          jobs: [ 2,3 ]
          kinds: all
      family: completeness
      """
    let file = try folder.write("X01-CMP-001.yaml", text)
    let check = try Program.run(["fmt", "--check", file, "--lang", "en"])
    #expect(check.status == 1)
    #expect(check.errors.contains("FMT-002"), "\(check.errors)")
    #expect(try folder.text("X01-CMP-001.yaml") == text)
    let run = try Program.run(["fmt", file, "--lang", "en"])
    #expect(run.status == 0)
    #expect(run.output == file + "\n")
    let wanted = """
      # ส่วนบนของแฟ้ม
      krong: 1
      rule: X01-CMP-001
      title: {en: b, th: ก}
      family: completeness
      # ความสำคัญ
      weight: 3     # สามคะแนน

      applies_to:
        kinds: all
        jobs: [2, 3]

      """
    #expect(try folder.text("X01-CMP-001.yaml") == wanted)
    #expect(try Program.run(["fmt", "--check", folder.url.path]).status == 0)
    let piped = try Program.run(["fmt", "-"], input: Data(text.utf8))
    #expect(piped.output == wanted)
  }

  @Test("a file that cannot be laid out without loss is told and left alone")
  func unusual() throws {
    let folder = try TemporaryFolder()
    let text = "? rule\n: X01-CMP-001\nkrong:   1\n"
    let file = try folder.write("X01-CMP-001.yaml", text)
    let run = try Program.run(["fmt", file, "--lang", "en"])
    #expect(run.status == 2)
    #expect(run.errors.contains("FMT-001"), "\(run.errors)")
    #expect(try folder.text("X01-CMP-001.yaml") == text)
  }
}
