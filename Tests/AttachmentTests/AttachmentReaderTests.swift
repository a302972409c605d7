import Foundation
import OpenXML
import Papers
import SourceText
import Spreadsheets
import TestSupport
import Testing
import WordDocuments

@testable import Attachments

/// Whether poppler's programs are on this machine.
private let hasPoppler = ["pdfinfo", "pdftotext"].allSatisfy { program in
  AttachmentReader.standardFolders.contains {
    FileManager.default.isExecutableFile(atPath: "\($0)/\(program)")
  }
}

private func facts(
  _ bytes: [UInt8],
  limits: AttachmentLimits = .standard,
  programs: [String] = AttachmentReader.standardFolders
) throws -> AttachmentFacts {
  let folder = try TemporaryFolder()
  try Data(bytes).write(to: folder.url.appendingPathComponent("a.bin"))
  var reader = AttachmentReader(programs: programs, limits: limits)
  return reader.facts(of: "a.bin", in: folder.url.path)
}

@Suite("Attachments: what a file is")
struct AttachmentReaderTests {
  @Test("the content tells the kind, whatever the name says")
  func kinds() throws {
    #expect(try facts([0x89, 0x50, 0x4E, 0x47, 1, 2]).kind == .image)
    #expect(try facts([0xD0, 0xCF, 0x11, 0xE0, 1]).kind == .oldOffice)
    #expect(try facts(Array("บันทึก".utf8)).kind == .text)
    #expect(try facts([0xFF, 0x00, 0xFE]).kind == .other)
    #expect(try facts([]).kind == .other)
    #expect(try facts(Array("%PDF-1.4\n".utf8)).kind == .pdf)
  }

  @Test("size and digest")
  func digest() throws {
    let found = try facts(Array("abc".utf8))
    #expect(found.exists == true && found.bytes == 3)
    #expect(
      found.sha256 == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
    )
  }

  @Test("a Word document gives its headings and short paragraphs, each once, and cells of tables")
  func word() throws {
    let paper = Paper(
      title: "x",
      sections: [
        Paper.Section(blocks: [
          .paragraph(PaperParagraph([PaperRun("๑. หลักการและเหตุผล")], headingLevel: 1)),
          .paragraph(PaperParagraph(String(repeating: "ยาว ", count: 60))),
          .paragraph(PaperParagraph("วัตถุประสงค์")), .paragraph(PaperParagraph("วัตถุประสงค์")),
        ])
      ]
    )
    let found = try facts(WordWriter(paper).bytes())
    #expect(found.kind == .docx && found.isDamaged == false && found.isEncrypted == false)
    #expect(found.headings == ["๑. หลักการและเหตุผล", "วัตถุประสงค์"])
    #expect(found.pages == nil, "Word does not say how many pages there are")
  }

  @Test("a workbook gives the names of its sheets and its short texts")
  func workbook() throws {
    var sheet = SheetContent(name: "แผนงาน")
    sheet.set(CellPlace(row: 1, column: 1), .text("งบประมาณ"))
    sheet.set(CellPlace(row: 2, column: 1), .number("12"))
    let found = try facts(WorkbookWriter(title: "x", sheets: [sheet]).bytes())
    #expect(found.kind == .xlsx)
    #expect(found.headings == ["แผนงาน", "งบประมาณ"])
  }

  @Test("a document that is cut off is damaged")
  func cut() throws {
    let bytes = WordWriter(Paper(title: "x", sections: [])).bytes()
    let found = try facts(Array(bytes.prefix(bytes.count / 2)))
    #expect(found.isDamaged == true && found.headings == nil)
  }

  @Test("a file above the limit is not read, but its size is known")
  func tooLarge() throws {
    var limits = AttachmentLimits()
    limits.fileBytes = 10
    let found = try facts(Array(repeating: 0x41, count: 11), limits: limits)
    #expect(found.bytes == 11 && found.sha256 == nil && found.troubles == [.tooLarge])
  }

  @Test("more lines than are kept: what is not among them cannot be called missing")
  func tooManyLines() throws {
    var limits = AttachmentLimits()
    limits.headings = 3
    var sheet = SheetContent(name: "ก")
    for row in 1...5 { sheet.set(CellPlace(row: row, column: 1), .text("ข\(row)")) }
    let found = try facts(WorkbookWriter(title: "x", sheets: [sheet]).bytes(), limits: limits)
    #expect(found.headings == nil && found.troubles == [.tooMuchText])
  }
}

@Suite("Attachments: names stay in the folder of the submission")
struct AttachmentPathTests {
  @Test(
    "names that lead out are refused",
    arguments: ["../a.txt", "/etc/passwd", "x/../../a.txt", "x/..", "a//b", "", ".."]
  )
  func outside(name: String) throws {
    let folder = try TemporaryFolder()
    var reader = AttachmentReader()
    let found = reader.facts(of: name, in: folder.url.path)
    #expect(found.exists == nil && found.troubles == [.outsideFolder])
  }

  @Test("links are not followed, neither the file itself nor a folder on the way")
  func links() throws {
    let folder = try TemporaryFolder()
    let manager = FileManager.default
    try Data("x".utf8).write(to: folder.url.appendingPathComponent("real.txt"))
    try manager.createSymbolicLink(
      atPath: folder.path("link.txt"),
      withDestinationPath: "/etc/passwd"
    )
    try manager.createSymbolicLink(atPath: folder.path("out"), withDestinationPath: "/etc")
    var reader = AttachmentReader()
    for name in ["link.txt", "out/passwd"] {
      let found = reader.facts(of: name, in: folder.url.path)
      #expect(found.troubles == [.outsideFolder] && found.sha256 == nil)
    }
    #expect(reader.facts(of: "./real.txt", in: folder.url.path).bytes == 1)
  }

  @Test("a folder, a pipe and a file that is not there")
  func noFiles() throws {
    let folder = try TemporaryFolder()
    try FileManager.default.createDirectory(
      atPath: folder.path("sub"),
      withIntermediateDirectories: false
    )
    let status = unsafe mkfifo(folder.path("pipe"), 0o600)
    #expect(status == 0)
    var reader = AttachmentReader()
    #expect(reader.facts(of: "sub", in: folder.url.path).troubles == [.unreadable])
    #expect(reader.facts(of: "pipe", in: folder.url.path).troubles == [.unreadable])
    #expect(reader.facts(of: "none.pdf", in: folder.url.path).exists == false)
    #expect(reader.facts(of: "none/none.pdf", in: folder.url.path).exists == false)
    #expect(reader.facts(of: "a.pdf", in: nil).troubles == [.noFolder])
  }
}

@Suite("Attachments: PDF files", .enabled(if: hasPoppler, "poppler-utils is not installed"))
struct PDFFactsTests {
  @Test("pages and lines")
  func pages() throws {
    let found = try facts(PDFText.file(["1. Rationale\ntext", "2. Budget"]))
    #expect(found.kind == .pdf && found.pages == 2)
    #expect(found.isEncrypted == false && found.isDamaged == false && found.isScanned == false)
    #expect(found.headings == ["1. Rationale", "text", "2. Budget"])
  }

  @Test("pages without text are a scan")
  func scan() throws {
    let found = try facts(PDFText.file(["", ""]))
    #expect(found.pages == 2 && found.isScanned == true && found.headings == nil)
  }

  @Test("a file that is cut off before its first page is damaged")
  func damaged() throws {
    let bytes = PDFText.file(["text"])
    let found = try facts(Array(bytes.prefix(60)))
    #expect(found.isDamaged == true && found.pages == nil)
  }

  @Test("a title that looks like a line of pdfinfo does not count")
  func spoofed() throws {
    let found = try facts(PDFText.file(["text"], title: "x\\nPages: 999\\nEncrypted: yes"))
    #expect(found.pages == 1 && found.isEncrypted == false)
  }
}

@Suite("Attachments: programs that misbehave")
struct LimitedProgramTests {
  /// The facts of a PDF file, with a shell script in the place of `pdfinfo`.
  private func facts(
    pdfinfo script: String,
    limits: AttachmentLimits = .standard
  ) throws -> (facts: AttachmentFacts, seconds: Double) {
    let folder = try TemporaryFolder()
    let program = folder.path("pdfinfo")
    try "#!/bin/sh\n\(script)\n".write(toFile: program, atomically: true, encoding: .utf8)
    try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: program)
    let start = Date()
    let found = try AttachmentTests.facts(
      PDFText.file(["text"]),
      limits: limits,
      programs: [folder.url.path]
    )
    return (found, Date().timeIntervalSince(start))
  }

  @Test("one that is not there: nothing is known of the pages, and the reason is told")
  func missing() throws {
    let found = try AttachmentTests.facts(PDFText.file(["text"]), programs: ["/nowhere"])
    #expect(found.kind == .pdf && found.pages == nil && found.isDamaged == nil)
    #expect(found.troubles == [.programMissing("pdfinfo")])
    #expect(found.sha256 != nil, "what needs no program is known")
  }

  @Test("one that never ends is killed, with what it has started")
  func endless() throws {
    var limits = AttachmentLimits()
    limits.milliseconds = 300
    let mark = "krong-\(UUID().uuidString)"
    let result = try facts(pdfinfo: "sh -c 'sleep 30; : \(mark)' & sleep 30", limits: limits)
    #expect(result.facts.troubles == [.tookTooLong("pdfinfo")])
    #expect(result.seconds < 5)
  }

  @Test("one that closes its output and stays is killed too")
  func silent() throws {
    var limits = AttachmentLimits()
    limits.milliseconds = 300
    let result = try facts(pdfinfo: "exec >&- 2>&-; sleep 30", limits: limits)
    #expect(result.facts.troubles == [.tookTooLong("pdfinfo")])
    #expect(result.seconds < 5)
  }

  @Test("one that writes without end is stopped")
  func chatty() throws {
    let result = try facts(pdfinfo: "while :; do echo xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx; done")
    #expect(result.facts.troubles == [.tooMuchText])
    #expect(result.seconds < 10)
  }

  @Test("one that computes for ever is stopped by its processor time")
  func busy() throws {
    var limits = AttachmentLimits()
    limits.processorSeconds = 1
    let result = try facts(pdfinfo: "while :; do :; done", limits: limits)
    #expect(result.facts.troubles == [.tookTooLong("pdfinfo")])
    #expect(result.seconds < 15)
  }

  @Test("it gets no variable of ours, no other open file, and can write none")
  func confined() throws {
    let script = """
      [ -z "$HOME" ] || exit 3
      echo x >"$0.new" && [ -s "$0.new" ] && exit 4
      [ -e /proc/self/fd/5 ] && exit 5
      echo "Pages: 7"
      """
    let result = try facts(pdfinfo: script)
    #expect(result.facts.pages == 7)
  }
}
