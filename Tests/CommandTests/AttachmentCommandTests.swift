import Foundation
import TestSupport
import Testing

@Suite("Attachments of submissions")
struct AttachmentCommandTests {
  private func submission(_ file: String, in folder: TemporaryFolder) throws -> String {
    let path = folder.path("plan.yaml")
    try """
    id: p1
    kind: annual-action-plan
    job: 2
    title: แผน
    documents:
      - {type: plan-volume, title: เล่มแผน, date: 2025-09-01, file: "\(file)"}
    """.write(toFile: path, atomically: true, encoding: .utf8)
    return path
  }

  @Test("a rule that asks has the files looked into; the receipt has their digests")
  func asked() throws {
    let folder = try TemporaryFolder()
    try Data("บันทึก".utf8).write(to: folder.url.appendingPathComponent("note.txt"))
    let plan = try submission("note.txt", in: folder)
    let run = try Program.run(["check", plan, "--select", "ATT", "--format", "json"])
    #expect(run.output.contains("\"attachments\""))
    #expect(run.output.contains("note.txt"))
    let report = folder.path("report.json")
    try run.output.write(toFile: report, atomically: true, encoding: .utf8)
    let again = try Program.run(["report", report, "--format", "json"])
    #expect(again.output == run.output, "a saved report shows as it was")
  }

  @Test("no rule asks: no file is opened")
  func notAsked() throws {
    let folder = try TemporaryFolder()
    let run = try Program.run(["check", try submission("../x", in: folder), "--format", "json"])
    #expect(!run.output.contains("\"attachments\""))
    #expect(!run.errors.contains("ATT-"))
  }

  @Test("a missing file is a finding at its name, one outside the folder is unknown and told")
  func missing() throws {
    let folder = try TemporaryFolder()
    let run = try Program.run(["check", try submission("none.pdf", in: folder), "--select", "ATT"])
    #expect(run.output.contains("none.pdf"))
    #expect(run.output.contains("plan.yaml:6:"))
    let outside = try Program.run([
      "check", try submission("../x.pdf", in: folder), "--select", "ATT",
    ])
    #expect(outside.errors.contains("ATT-001"))
    #expect(outside.output.contains("documents[0].attachment.exists"))
  }

  @Test("without poppler a PDF file is unknown, with the reason")
  func noPrograms() throws {
    let folder = try TemporaryFolder()
    try Data("%PDF-1.4\n".utf8).write(to: folder.url.appendingPathComponent("a.pdf"))
    let run = try Program.run(
      ["check", try submission("a.pdf", in: folder), "--select", "ATT"],
      environment: ["KRONG_PROGRAMS": folder.url.path]
    )
    #expect(run.errors.contains("ATT-005"))
    #expect(run.output.contains("documents[0].attachment.damaged"))
  }

  @Test("krong eval looks into the files that its expression asks for")
  func eval() throws {
    let folder = try TemporaryFolder()
    let plan = try submission("none.pdf", in: folder)
    let eval = try Program.run(["eval", "documents[0].attachment.exists", "--on", plan])
    #expect(eval.output.contains("false"))
  }
}
