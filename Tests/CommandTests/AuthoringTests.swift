import Foundation
import TestSupport
import Testing

@Suite("krong schema, krong docs, krong init")
struct AuthoringTests {
  private static let kinds = ["annual-action-plan", "budget-transfer", "meeting-record"]
  private static let checks = [
    "present", "within", "one_of", "pattern", "count", "unique", "documents", "before",
    "aligned_to", "assert",
  ]

  // MARK: Schemas

  @Test("schemas are written into a folder that need not exist, each of draft 2020-12")
  func schemas() throws {
    let folder = try TemporaryFolder()
    let run = try Program.run(["schema", "-o", folder.path("a/b"), "--lang", "en"])
    #expect(run.status == 0)
    #expect(run.output.contains("# yaml-language-server: $schema="))
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.path("a/b"))
    #expect(names.count == 26)
    for name in names {
      let data = try Data(contentsOf: folder.url.appendingPathComponent("a/b/" + name))
      let schema = try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
      #expect(schema["$schema"] as? String == "https://json-schema.org/draft/2020-12/schema")
    }
  }

  @Test("one schema goes to standard output; an unknown name is told with a suggestion")
  func oneSchema() throws {
    let run = try Program.run(["schema", "budget-transfer"])
    #expect(run.status == 0)
    #expect(run.output.contains("\"title\": \"คำขอโอนหรือเปลี่ยนแปลงงบประมาณ\""))
    let wrong = try Program.run(["schema", "rules", "--lang", "en"])
    #expect(wrong.status == 2)
    #expect(wrong.errors.contains("did you mean “rule”?"))
  }

  // MARK: The rule book

  @Test("the book has every rule, in both languages and formats, and links that lead somewhere")
  func book() throws {
    let folder = try TemporaryFolder()
    for language in ["th", "en"] {
      #expect(try Program.run(["docs", "-o", folder.path("book"), "--lang", language]).status == 0)
    }
    let rules = try Program.run(["list", "rules"]).output.split(separator: "\n")
      .compactMap { $0.hasPrefix(" ") ? nil : $0.split(separator: " ").first.map(String.init) }
    #expect(rules.count > 200)
    for language in ["th", "en"] {
      let page = try folder.text("book/rules.\(language).html")
      let markdown = try folder.text("book/rules.\(language).md")
      let ids = Set(Self.parts(of: page, after: "id=\"", before: "\""))
      let links = Self.parts(of: page, after: "href=\"#", before: "\"")
      #expect(links.filter { !ids.contains($0) } == [])
      let anchors = Set(Self.parts(of: markdown, after: "<a id=\"", before: "\""))
      let references = Self.parts(of: markdown, after: "](#", before: ")")
      #expect(references.filter { !anchors.contains($0) } == [])
      #expect(rules.filter { !ids.contains($0) || !anchors.contains($0) } == [])
      #expect(page.contains("<html lang=\"\(language)\">"))
      // Offline: nothing is loaded from elsewhere.
      #expect(!page.contains(" src=") && !page.contains("<link") && !page.contains("url("))
      let targets = Self.parts(of: page, after: "<a href=\"", before: "\"")
      #expect(targets.allSatisfy { $0.hasPrefix("#") })
    }
  }

  @Test("texts of rules cannot become markup")
  func markup() throws {
    let folder = try TemporaryFolder()
    let rules = try folder.copyRules()
    let name = "Rules/completeness/J02-CMP-003.yaml"
    let rule = try folder.text(name).replacingOccurrences(
      of: "\"รายละเอียดโครงการครบถ้วน\"",
      with: "'</script><script>alert(1)</script> [x](y) `|` *a*'"
    )
    try folder.write(name, rule)
    let run = try Program.run(["docs", "-o", folder.path("book"), "--rules", rules.path])
    #expect(run.status == 0, "\(run.errors)")
    let page = try folder.text("book/rules.th.html")
    #expect(page.contains("&lt;/script&gt;&lt;script&gt;alert(1)"))
    #expect(page.components(separatedBy: "<script>").count == 2)
    let markdown = try folder.text("book/rules.th.md")
    #expect(
      markdown.contains(#"&lt;/script>&lt;script>alert(1)&lt;/script> \[x\](y) \`\|\` \*a\*"#)
    )
  }

  @Test("one format alone is written when it is asked for")
  func oneFormat() throws {
    let folder = try TemporaryFolder()
    #expect(try Program.run(["docs", "-o", folder.path("book"), "-f", "html"]).status == 0)
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.path("book"))
    #expect(names == ["rules.th.html"])
  }

  // MARK: Skeletons

  @Test("rules to begin with pass lint and their own tests", arguments: checks)
  func rules(_ check: String) throws {
    let folder = try TemporaryFolder()
    var made = 0
    for kind in Self.kinds {
      let arguments = ["--kind", kind, "--check", check, "-o", folder.path(kind)]
      let run = try Program.run(["init", "rule", "X01-CMP-001"] + arguments)
      guard run.status == 0 else {
        #expect(run.errors.contains("WORK-021"))
        continue
      }
      made += 1
      let file = folder.path(kind + "/X01-CMP-001.yaml")
      let lint = try Program.run(["lint", file, "--lang", "en"])
      #expect(lint.status == 0, "\(lint.output)")
      // Of what a rule to begin with asks, a shipped rule may ask the same: that is told, and nothing else.
      let warnings = lint.output.components(separatedBy: ": warning: ").dropFirst()
      #expect(warnings.allSatisfy { $0.contains("[LINT-022]") }, "\(lint.output)")
      let test = try Program.run(["test", file, "--require-tests", "--lang", "en"])
      #expect(test.status == 0, "\(test.output)")
    }
    #expect(made > 0)
  }

  @Test("a kind to begin with passes lint once the envelope lists it")
  func kind() throws {
    let folder = try TemporaryFolder()
    try folder.copyRules()
    let made = try Program.run(["init", "kind", "school-plan", "-o", folder.path("Rules/kinds")])
    #expect(made.status == 0)
    let envelope = try folder.text("Rules/kinds/envelope.yaml")
    let line = "      school-plan: {th: ประเภทเรื่องใหม่, en: new kind}\n"
    #expect(made.output.contains(line))
    let mark = "      education-development-plan:"
    try folder.write(
      "Rules/kinds/envelope.yaml",
      Array(envelope.replacingOccurrences(of: mark, with: line + mark).utf8)
    )
    let lint = try Program.run(["lint", folder.path("Rules"), "--lang", "en"])
    #expect(lint.status == 0, "\(lint.output)")
    let submission = try Program.run([
      "init", "submission", "school-plan", "--rules", folder.path("Rules"), "-o", folder.path("s"),
    ])
    #expect(submission.status == 0)
    #expect(try folder.text("s/school-plan.yaml").contains("# * เรื่อง\nsubject:"))
  }

  @Test("a pack passes what its own CI runs")
  func pack() throws {
    let folder = try TemporaryFolder()
    let made = try Program.run([
      "init", "pack", "UTI-CMP-001", "--kind", "annual-action-plan", "-o", folder.path("pack"),
    ])
    #expect(made.status == 0)
    let rules = folder.path("pack/Rules")
    let lint = try Program.run(["lint", rules, "--fail-on", "warning", "--lang", "en"])
    #expect(lint.status == 0 && lint.output.contains("1 rule · 0 errors · 0 warnings"))
    #expect(try Program.run(["fmt", "--check", rules]).status == 0)
    let test = try Program.run(["test", rules, "--require-tests", "--coverage", "--lang", "en"])
    #expect(test.status == 0, "\(test.output)")
    // There are no conditions: nothing is not all.
    #expect(test.output.contains("conditions: – (0/0)"), "\(test.output)")
    #expect(test.output.contains("2 examples · 1 statement of cases"), "\(test.output)")
  }

  @Test("the article on CI has the same pieces as a pack")
  func pieces() throws {
    let folder = try TemporaryFolder()
    _ = try Program.run([
      "init", "pack", "UTI-CMP-001", "--kind", "annual-action-plan", "-o", folder.path("pack"),
    ])
    let article = try String(
      contentsOf: Program.root
        .appendingPathComponent("Sources/Krong/Krong.docc/ContinuousIntegration.md"),
      encoding: .utf8
    )
    for file in [".pre-commit-config.yaml", ".github/workflows/rules.yml", ".gitlab-ci.yml"] {
      #expect(article.contains("```yaml\n" + (try folder.text("pack/" + file)) + "```"), "\(file)")
    }
  }

  @Test("a submission to begin with has every field of its kind and no fault of form")
  func submission() throws {
    let folder = try TemporaryFolder()
    for kind in Self.kinds {
      #expect(try Program.run(["init", "submission", kind, "-o", folder.path("s")]).status == 0)
      let run = try Program.run([
        "check", folder.path("s/\(kind).yaml"), "--as-of", "2026-07-15", "--format", "json",
      ])
      #expect(run.status <= 1, "\(run.errors)")
      #expect(!run.output.contains("\"STR-0"))
    }
  }

  @Test("nothing is written over; when one file exists none is written")
  func existing() throws {
    let folder = try TemporaryFolder()
    try folder.write("pack/README.md", Array("mine".utf8))
    let run = try Program.run([
      "init", "pack", "UTI-CMP-001", "--kind", "annual-action-plan", "-o", folder.path("pack"),
      "--lang", "en",
    ])
    #expect(run.status == 2)
    #expect(run.errors.contains("WORK-020"))
    #expect(try folder.text("pack/README.md") == "mine")
    #expect(!FileManager.default.fileExists(atPath: folder.path("pack/Rules")))
  }

  private static func parts(of text: String, after start: String, before end: String) -> [String] {
    text.components(separatedBy: start).dropFirst().compactMap {
      $0.components(separatedBy: end).first
    }
  }
}

extension TemporaryFolder {
  func text(_ name: String) throws -> String {
    try String(contentsOf: url.appendingPathComponent(name), encoding: .utf8)
  }
}
