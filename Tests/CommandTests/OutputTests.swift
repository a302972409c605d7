import Foundation
import Krong
import TestSupport
import Testing

private let faults = "Examples/budget-transfer/faults-submitted.yaml"
private let day = ["--as-of", "2026-07-15"]

@Suite("Outputs of the command")
struct OutputTests {
  @Test("files are written whole, several in one run, and equal what is printed")
  func outputFiles() throws {
    let folder = try TemporaryFolder()
    let json = folder.path("report.json")
    let text = folder.path("report.txt")
    let outputs = ["--output", "json=\(json)", "--output", "text=\(text)"]
    let run = try Program.run(["check", faults] + day + outputs)
    #expect(run.status == 1)
    #expect(try String(contentsOfFile: text, encoding: .utf8) == run.output)
    let printed = try Program.run(["check", faults, "--format", "json"] + day)
    #expect(try String(contentsOfFile: json, encoding: .utf8) == printed.output)
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.url.path)
    #expect(names.sorted() == ["report.json", "report.txt"])
  }

  @Test("a file that cannot be written is told, and what was there stays")
  func unwritable() throws {
    let folder = try TemporaryFolder()
    let target = folder.path("no-such-folder/report.json")
    let run = try Program.run(["check", faults, "--output", "json=\(target)"] + day)
    #expect(run.status == 2)
    #expect(run.errors.contains("WORK-004"))
    #expect(throws: DiagnosticError.self) {
      try OutputFile.write("new", to: folder.url.path)
    }
  }

  @Test("no output replaces what was read, not through a link either")
  func inputsStay() throws {
    let folder = try TemporaryFolder()
    let text = try String(contentsOf: Program.root.appendingPathComponent(faults), encoding: .utf8)
    let plan = try folder.write("plan.yaml", text)
    let link = folder.path("link.yaml")
    try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: plan)
    let report = folder.path("report.json")
    #expect(try Program.run(["check", plan, "--output", "json=\(report)"] + day).status == 1)
    let saved = try String(contentsOfFile: report, encoding: .utf8)
    let commands = [
      ["check", plan, "--output", "json=\(plan)"], ["check", plan, "--output", "text=\(link)"],
      ["check", folder.path(""), "--output", "json=\(plan)"],
      ["check", plan, "--write-waivers", plan], ["convert", plan, "-o", link],
      ["annotate", plan, "-o", plan], ["report", report, "--output", "text=\(report)"],
      ["diff", report, report, "--output", "json=\(report)"],
      ["check", plan, "--baseline", report, "--output", "json=\(report)"],
    ]
    for command in commands {
      let run = try Program.run(command)
      #expect(run.status == 2, "\(command)")
      #expect(run.errors.contains("WORK-022"), "\(command): \(run.errors)")
      #expect(try String(contentsOfFile: plan, encoding: .utf8) == text, "\(command)")
      #expect(try String(contentsOfFile: report, encoding: .utf8) == saved, "\(command)")
    }
    // An earlier report is replaced: so it is run every day.
    #expect(try Program.run(["check", plan, "--output", "json=\(report)"] + day).status == 1)
  }

  @Test(
    "an attachment that cannot be opened keeps no folder from being checked; a plan that cannot be, does"
  )
  func unopenedAttachments() throws {
    let folder = try TemporaryFolder()
    let ready = Program.root.appendingPathComponent("Examples/budget-transfer/ready.yaml")
    let text = try String(contentsOf: ready, encoding: .utf8)
    let old: [UInt8] = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]
    let entry = "  - {type: cover-letter, title: ใบเสนอราคา, file: sub/quote.xlsx}\n"
    let range = try #require(text.range(of: "documents:\n"))
    try folder.write("plan.yaml", text.replacingCharacters(in: range, with: "documents:\n" + entry))
    try folder.write("sub/quote.xlsx", old)
    let named = try Program.run(["check", folder.path("")] + day)
    #expect(named.status != 2 && !named.errors.contains("quote.xlsx"), "\(named.errors)")
    try folder.write("other.xlsx", old)
    let unnamed = try Program.run(["check", folder.path("")] + day)
    #expect(unnamed.status == 2)
    #expect(unnamed.output.contains("other.xlsx") || unnamed.errors.contains("other.xlsx"))
  }

  @Test("a workbook to fill in replaces no file")
  func templateStays() throws {
    let folder = try TemporaryFolder()
    let file = try folder.write("plan.xlsx", "filled in")
    let run = try Program.run(["template", "budget-transfer", "-o", file])
    #expect(run.status == 2 && run.errors.contains("WORK-020"))
    #expect(try String(contentsOfFile: file, encoding: .utf8) == "filled in")
    #expect(
      try Program.run(["template", "budget-transfer", "-o", folder.path("n.xlsx")]).status == 0
    )
  }

  @Test("an existing file keeps its permissions, a link stays a link")
  func existingFiles() throws {
    let folder = try TemporaryFolder()
    let file = try folder.write("report.txt", "old")
    try FileManager.default.setAttributes([.posixPermissions: 0o640], ofItemAtPath: file)
    let link = folder.path("link.txt")
    try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: file)
    try OutputFile.write("new", to: link)
    #expect(try String(contentsOfFile: file, encoding: .utf8) == "new")
    let attributes = try FileManager.default.attributesOfItem(atPath: file)
    #expect((attributes[.posixPermissions] as? NSNumber)?.intValue == 0o640)
    #expect(try FileManager.default.destinationOfSymbolicLink(atPath: link) == file)
  }

  @Test("the same check gives the same bytes, whatever the machine's time zone and locale")
  func deterministic() throws {
    for format in ["text", "json"] {
      let arguments = ["check", "Examples/budget-transfer", "--format", format] + day
      let first = try Program.run(arguments, environment: ["TZ": "UTC", "LC_ALL": "C"])
      let second = try Program.run(
        arguments,
        environment: ["TZ": "America/Los_Angeles", "LC_ALL": "th_TH.UTF-8", "LANG": "th_TH"]
      )
      #expect(first.output.utf8.elementsEqual(second.output.utf8))
      #expect(first.status == second.status)
    }
  }

  @Test("no colours go to a file")
  func noColours() throws {
    let run = try Program.run(["check", faults] + day, environment: ["TERM": "xterm-256color"])
    #expect(!run.output.contains("\u{1B}"))
  }

  @Test("lists and explanations say what there is", arguments: ["th", "en"])
  func listsAndExplanations(language: String) throws {
    for subject in Listing.Subject.allCases {
      let run = try Program.run(["list", subject.rawValue, "--lang", language])
      #expect(run.status == 0)
      #expect(run.output.split(separator: "\n").count > (subject == .profiles ? 2 : 4))
    }
    let rule = try Program.run(["explain", "j02-cmp-003", "--lang", language])
    #expect(rule.status == 0)
    #expect(rule.output.contains("J02-CMP-003"))
    #expect(rule.output.contains("J2 §5.4"))
    for code in ["STR-001", "STR-011", "RULE-020", "WORK-004"] {
      #expect(try Program.run(["explain", code, "--lang", language]).status == 0)
    }
    let near = try Program.run(["explain", "J02-CMP-03", "--lang", language])
    #expect(near.errors.contains("“J02-CMP-0"))
  }

  @Test(
    "the day in Thailand does not depend on the machine",
    arguments: [
      (0, "1970-01-01"), (61_199, "1970-01-01"), (61_200, "1970-01-02"), (-25_200, "1970-01-01"),
      (-25_201, "1969-12-31"), (1_762_275_599, "2025-11-04"), (1_762_275_600, "2025-11-05"),
    ] as [(Int64, String)]
  )
  func today(seconds: Int64, day: String) {
    #expect(Today.day(secondsSince1970: seconds).formatted(.iso) == day)
  }
}

@Suite("README.md")
struct ReadmeTests {
  @Test("shows what the program prints, but for the lines left out")
  func outputBlock() throws {
    let readme = try String(
      contentsOf: Program.root.appendingPathComponent("README.md"),
      encoding: .utf8
    )
    let lines = readme.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    let start = try #require(lines.firstIndex { $0.hasPrefix("$ krong check ") })
    let block = lines[(start + 1)...].prefix { $0 != "```" }
    let arguments = lines[start].split(separator: " ").dropFirst(2).map(String.init)
    let output = try Program.run(arguments).output
    var rest = output.split(separator: "\n").map(String.init)[...]
    for line in block where !line.isEmpty && line != "…" {
      let found = try #require(rest.firstIndex(of: line), "not printed: \(line)")
      rest = rest[(found + 1)...]
    }
    #expect(block.count > 20)
  }

  @Test("links to files that are there")
  func links() throws {
    let readme = try String(
      contentsOf: Program.root.appendingPathComponent("README.md"),
      encoding: .utf8
    )
    let pattern = /\]\(([^)#]+)\)/
    let targets = readme.matches(of: pattern).map { String($0.1) }
    #expect(targets.count > 10)
    for target in targets where !target.hasPrefix("http") {
      let path = Program.root.appendingPathComponent(target).path
      #expect(FileManager.default.fileExists(atPath: path), "\(target)")
    }
  }
}
