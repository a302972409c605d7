import DocumentReading
import Foundation
import Krong
import OpenXML
import TestSupport
import Testing

private let faults = "Examples/annual-action-plan/faults-submitted.yaml"
private let day = ["--as-of", "2026-09-15"]

@Suite("Marked-up copies")
struct AnnotateTests {
  /// The submissions among the examples.
  static let examples: [String] = {
    let folder = Program.root.appendingPathComponent("Examples")
    let all =
      FileManager.default.enumerator(atPath: folder.path)?.compactMap { $0 as? String } ?? []
    return all.filter {
      $0.hasSuffix(".yaml") && !$0.hasSuffix(".expected.yaml") && !$0.hasSuffix(".test.yaml")
    }
    .sorted().map { "Examples/" + $0 }
  }()

  @Test(
    "a YAML copy reads as the same tree, and marking it again changes nothing",
    arguments: examples
  )
  func sameTree(example: String) throws {
    let folder = try TemporaryFolder()
    let (copy, again) = (folder.path("copy.yaml"), folder.path("again.yaml"))
    let run = try Program.run(["annotate", example, "-o", copy] + day)
    try #require(run.status == 0, "\(run.errors)")
    let original = try DocumentReader.read(
      FileReader.read(Program.root.appendingPathComponent(example).path)
    )
    let marked = try DocumentReader.read(FileReader.read(copy))
    #expect(YAMLComments.areEqual(original, marked))
    #expect(try Program.run(["annotate", copy, "-o", again] + day).status == 0)
    #expect(
      try Data(contentsOf: URL(fileURLWithPath: copy))
        == Data(contentsOf: URL(fileURLWithPath: again))
    )
  }

  @Test("the comment stands right above the line that it is about")
  func place() throws {
    let folder = try TemporaryFolder()
    let copy = folder.path("copy.yaml")
    #expect(try Program.run(["annotate", faults, "-o", copy] + day).status == 0)
    let lines = try String(contentsOfFile: copy, encoding: .utf8).components(separatedBy: "\n")
    let year = try #require(lines.firstIndex { $0.hasPrefix("fiscal_year:") })
    let block = lines[..<year].reversed().prefix { $0.hasPrefix("# กรอง▸") }
    #expect(block.contains { $0.contains("ต้องแก้ไข · COM-CON-001") })
    let total = try #require(lines.firstIndex { $0.hasPrefix("  total:") })
    #expect(lines[total - 1].hasPrefix("  # กรอง▸"), "the comment stands in as far as its line")
  }

  @Test("notes are known again where a program has taken the name of their author away")
  func namelessNotes() throws {
    let folder = try TemporaryFolder()
    let (plan, first) = (folder.path("plan.xlsx"), folder.path("first.xlsx"))
    let faults = "Examples/budget-transfer/faults-submitted.yaml"
    #expect(try Program.run(["convert", faults, "-o", plan]).status == 0)
    #expect(try Program.run(["annotate", plan, "-o", first] + day).status == 0)
    let part = "xl/krongComments1.xml"
    let bytes = try Array(Data(contentsOf: URL(fileURLWithPath: first)))
    let archive = try PackageArchive(bytes)
    let notes = try #require(try archive.read(part).map { String(decoding: $0, as: UTF8.self) })
    let names = "<author>\(PackagePatch.author)</author>"
    #expect(notes.contains(names) && notes.contains("<comment "))
    var patch = PackagePatch(archive)
    patch.replace(part, with: Array(notes.replacing(names, with: "<author> </author>").utf8))
    let second = try folder.write("second.xlsx", patch.finished())
    let third = folder.path("third.xlsx")
    #expect(try Program.run(["annotate", second, "-o", third] + day).status == 0)
    let again = try PackageArchive(Array(Data(contentsOf: URL(fileURLWithPath: third))))
    let written = try #require(try again.read(part).map { String(decoding: $0, as: UTF8.self) })
    func count(_ text: String) -> Int { text.components(separatedBy: "<comment ").count }
    #expect(count(written) == count(notes))
    // None of ours is taken for a person's, behind whose words ours would stand.
    #expect(!written.contains("── กรอง ──"))
  }

  @Test("marking a workbook again with the same findings adds no looks")
  func noGrowth() throws {
    let folder = try TemporaryFolder()
    let faults = "Examples/budget-transfer/faults-submitted.yaml"
    #expect(try Program.run(["convert", faults, "-o", folder.path("0.xlsx")]).status == 0)
    var styles: [[UInt8]] = []
    for round in 0..<3 {
      let names = [
        "annotate", folder.path("\(round).xlsx"), "-o", folder.path("\(round + 1).xlsx"),
      ]
      #expect(try Program.run(names + day).status == 0)
      let bytes = try Array(Data(contentsOf: URL(fileURLWithPath: names[3])))
      styles.append(try #require(try PackageArchive(bytes).read("xl/styles.xml")))
    }
    #expect(styles[1] == styles[0] && styles[2] == styles[0])
    #expect(String(decoding: styles[0], as: UTF8.self).contains("<dxf>"))
  }

  @Test("English on demand")
  func english() throws {
    let folder = try TemporaryFolder()
    let copy = folder.path("copy.yaml")
    let run = try Program.run(["annotate", faults, "-o", copy, "--lang", "en"] + day)
    #expect(run.output.contains("places marked"))
    #expect(
      try String(contentsOfFile: copy, encoding: .utf8).contains("must be mended · COM-CON-001")
    )
  }

  @Test(
    "files that take no marks, and copies of another kind, are refused",
    arguments: [
      ("Examples/annual-action-plan/ready.json", "copy.json", "ANN-001"),
      (faults, "copy.xlsx", "WORK-009"), ("no-such.yaml", "copy.yaml", "FILE-001"),
    ]
  )
  func refused(file: String, copy: String, code: String) throws {
    let folder = try TemporaryFolder()
    let run = try Program.run(["annotate", file, "-o", folder.path(copy)] + day)
    #expect(run.status == 2)
    #expect(run.errors.contains(code), "\(run.errors)")
    #expect(!FileManager.default.fileExists(atPath: folder.path(copy)))
  }

  @Test("a waiver takes the mark away as it takes the failure away")
  func waivers() throws {
    let folder = try TemporaryFolder()
    let copy = folder.path("copy.yaml")
    let waivers = folder.path("waivers.yaml")
    try """
    krong: 1
    waivers:
      - {rule: J02-CMP-001, subject: aap-2570-002, reason: ตกลงกันแล้ว, approver: ศธจ., from: 2026-01-01, until: 2026-12-31}
    """.write(toFile: waivers, atomically: true, encoding: .utf8)
    let run = try Program.run(["annotate", faults, "-o", copy, "--waivers", waivers] + day)
    #expect(run.status == 0, "\(run.errors)")
    let lines = try String(contentsOfFile: copy, encoding: .utf8).components(separatedBy: "\n")
    let comments = lines.filter { $0.contains("# กรอง▸") && $0.contains("J02-CMP-001") }
    #expect(
      comments.allSatisfy { $0.contains("ได้รับการผ่อนผัน · J02-CMP-001") || $0.contains("ผลสรุป") }
    )
    #expect(comments.contains { $0.contains("ได้รับการผ่อนผัน · J02-CMP-001") })
  }
}
