import Diagnostics
import DocumentReading
import Foundation
import SourceText
import TestSupport
import Testing

@Suite struct FileReaderTests {
  private func code(_ path: String, limits: ReadingLimits = .standard) -> String? {
    do throws(DiagnosticError) {
      _ = try FileReader.read(path, limits: limits)
      return nil
    } catch {
      let diagnostic = error.diagnostics.first
      #expect(diagnostic?.place.file == path)
      #expect(diagnostic?.place.position == nil)
      return diagnostic?.code.text
    }
  }

  @Test(arguments: [0, 1, 65_535, 65_536, 65_537, 300_000])
  func readsAllBytes(count: Int) throws {
    let folder = try TemporaryFolder()
    let bytes = (0..<count).map { UInt8(truncatingIfNeeded: $0 &* 31) }
    let path = try folder.write("แผน.yaml", bytes)
    let source = try FileReader.read(path)
    #expect(source.bytes == bytes)
    #expect(source.name == path)
  }

  @Test func saysWhyAFileCannotBeRead() throws {
    let folder = try TemporaryFolder()
    #expect(code(folder.path("ไม่มี.yaml")) == "FILE-001")
    #expect(code("") == "FILE-001")
    let file = try folder.write("a.yaml", "a: 1")
    #expect(code(file + "/b.yaml") == "FILE-001")
    #expect(code(folder.url.path) == "FILE-002")
    #expect(code("/dev/null") == "FILE-005")
  }

  @Test(.enabled(if: getuid() != 0, "root may read everything"))
  func saysThatPermissionIsMissing() throws {
    let folder = try TemporaryFolder()
    let path = try folder.write("a.yaml", "a: 1")
    try FileManager.default.setAttributes([.posixPermissions: 0], ofItemAtPath: path)
    #expect(code(path) == "FILE-003")
  }

  @Test func refusesLargeFilesBeforeReading() throws {
    let folder = try TemporaryFolder()
    let path = try folder.write("a.yaml", "12345678")
    var limits = ReadingLimits.standard
    limits.fileBytes = 8
    #expect(code(path, limits: limits) == nil)
    limits.fileBytes = 7
    #expect(code(path, limits: limits) == "FILE-004")
    // A file of two hundred megabytes that takes no room.
    let huge = try folder.write("huge.yaml", "")
    let handle = try #require(FileHandle(forWritingAtPath: huge))
    try handle.truncate(atOffset: 200 << 20)
    #expect(code(huge) == "FILE-004")
  }

  @Test func pipesAreReadToTheirEndOrTheLimit() throws {
    let folder = try TemporaryFolder()
    let path = folder.path("pipe")
    let made = unsafe mkfifo(path, 0o600)
    #expect(made == 0)
    #expect(code(path) == "FILE-008")
    let bytes = [UInt8](repeating: 0x61, count: 200_000)
    let writer = Thread {
      let handle = FileHandle(forWritingAtPath: path)
      try? handle?.write(contentsOf: Data(bytes))
      try? handle?.close()
    }
    // A reader that is open lets the writer open; the reader under test comes second.
    let keeper = unsafe open(path, O_RDONLY | O_NONBLOCK)
    writer.start()
    var descriptor = pollfd(fd: keeper, events: Int16(POLLIN), revents: 0)
    let ready = unsafe poll(&descriptor, 1, 10_000)
    #expect(ready == 1)
    let source = try FileReader.read(path)
    close(keeper)
    #expect(source.bytes == bytes)
  }

  @Test func messagesAreInBothLanguages() throws {
    let error = #expect(throws: DiagnosticError.self) { try FileReader.read("ไม่มี.yaml") }
    let diagnostics = error?.diagnostics ?? []
    #expect(
      DiagnosticRenderer(language: .th).render(diagnostics)
        == "ไม่มี.yaml: ข้อผิดพลาด: ไม่พบแฟ้มนี้ [FILE-001]\n  วิธีแก้: ตรวจตัวสะกดของชื่อแฟ้มและโฟลเดอร์\n"
    )
    #expect(
      DiagnosticRenderer(language: .en).render(diagnostics)
        == "ไม่มี.yaml: error: there is no such file [FILE-001]\n"
        + "  help: check the spelling of the name and its folder\n"
    )
  }

  @Test(arguments: ["", "# หมายเหตุ\n", "\n\n", "\u{FEFF}"])
  func anEmptyFileIsNoDocument(text: String) throws {
    let source = SourceFile(name: "a.yaml", text: text)
    #expect(try YAMLReader.read(source).isEmpty)
    let error = #expect(throws: DiagnosticError.self) { try YAMLReader.readOne(source) }
    #expect(error?.diagnostics.map(\.code) == [.fileEmpty])
  }

  @Test(arguments: [
    ("a.yaml", "{}", DocumentFormat.yaml), ("A.YML", "", .yaml), ("a.json", "", .json),
    ("a.JSON", "a: 1", .json), ("a.ndjson", "", .jsonLines), ("a.jsonl", "", .jsonLines),
    ("<stdin>", " \n{\"a\": 1}", .jsonLines), ("<stdin>", "\u{FEFF}[1]", .jsonLines),
    ("<stdin>", "a: 1", .yaml), ("plan", "", .yaml), ("json", "a", .yaml),
  ])
  func choosesTheFormat(name: String, text: String, format: DocumentFormat) {
    #expect(DocumentFormat(of: SourceFile(name: name, text: text)) == format)
  }
}
