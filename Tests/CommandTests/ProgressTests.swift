import Foundation
import Krong
import Synchronization
import TestSupport
import Testing

@testable import KrongCommand

@Suite("What a long work says meanwhile")
struct ProgressTests {
  /// A clock that is set by hand, and what was written.
  private final class Scene: Sendable {
    let time = Mutex<Int64>(0)
    let written = Mutex<String>("")

    func line(_ language: Language = .th) -> ProgressLine {
      ProgressLine(
        language: language,
        now: { self.time.withLock { $0 } },
        write: { text in self.written.withLock { $0 += text } }
      )
    }

    func wait(_ milliseconds: Int64) { time.withLock { $0 += milliseconds } }
    var text: String { written.withLock { $0 } }
  }

  @Test("nothing in the first second, and nothing to take away")
  func quick() {
    let scene = Scene()
    let line = scene.line()
    line.count(.read)
    scene.wait(999)
    line.count(.judged(of: 2))
    line.clear()
    #expect(scene.text.isEmpty)
  }

  @Test("then one line that is written over, ten times a second at most, and gone at the end")
  func slow() {
    let scene = Scene()
    let line = scene.line()
    for _ in 0..<50 {
      line.count(.read)
      scene.wait(50)
    }
    let start = "\r\u{1B}[K"
    let shown = scene.text.components(separatedBy: start).dropFirst()
    #expect(shown.first == "กำลังอ่าน 21 แฟ้ม")
    #expect(shown.count == 15)
    #expect(!scene.text.contains("\n"))
    line.clear()
    line.clear()
    #expect(scene.text.hasSuffix(start) && !scene.text.hasSuffix(start + start))
  }

  @Test("in both languages: files that are read, submissions of so many, the file that is written")
  func words() {
    for (language, texts) in [
      (Language.th, ["กำลังตรวจ 1 จาก 7 เรื่อง", "กำลังเขียน a?b.html"]),
      (.en, ["checking: 1 of 7 submissions", "writing a?b.html"]),
    ] {
      let scene = Scene()
      let line = scene.line(language)
      scene.wait(1_000)
      line.count(.judged(of: 7))
      scene.wait(100)
      line.writing("a\u{1B}b.html")
      #expect(scene.text.contains(texts[0]))
      let name = texts[1].split(separator: "?").map(String.init)
      #expect(name.allSatisfy(scene.text.contains))
      #expect(!scene.text.contains("a\u{1B}b"))
    }
  }

  @Test("each file and each submission is told, from whatever thread")
  func steps() throws {
    let date = try #require(CalendarDate(year: 2026, month: 9, day: 15))
    var options = CheckOptions(asOf: date)
    let told = Mutex<[CheckProgress]>([])
    options.onProgress = { step in told.withLock { $0.append(step) } }
    let folder = Program.root.appendingPathComponent("Examples/budget-request").path
    let files = ["ready", "faults-submitted"].map { "\(folder)/\($0).yaml" }
    _ = try CommandFixture.workspace.get().check(files, options: options)
    let steps = told.withLock { $0 }
    #expect(steps.count { $0 == .read } == 2)
    #expect(steps.count { $0 == .judged(of: 2) } == 2)
  }

  @Test("scripts see nothing of it")
  func notATerminal() throws {
    let run = try Program.run(["check", "Examples", "--as-of", "2026-09-15", "-q"])
    #expect(!run.errors.contains("\u{1B}") && !run.errors.contains("กำลัง"))
  }
}

@Suite("An interruption")
struct InterruptionTests {
  @Test(
    "leaves the old file or the new one, whole, and nothing beside it",
    arguments: [SIGINT, SIGTERM, SIGKILL]
  )
  func outputs(signal: Int32) throws {
    let folder = try TemporaryFolder()
    let files = ["report.html", "report.json", "report.csv"].map { folder.path($0) }
    let command =
      ["check", "Examples/annual-action-plan/faults-submitted.yaml", "--as-of", "2026-09-15", "-q"]
      + ["html", "json", "csv"].enumerated()
      .flatMap { ["--output", "\($0.element)=\(files[$0.offset])"] }
    let whole = try Program.run(command)
    let new = try files.map { try Data(contentsOf: URL(fileURLWithPath: $0)) }
    #expect(new.allSatisfy { !$0.isEmpty })
    let old = Data("what was there before\n".utf8)
    let rounds = 5
    for round in 0..<rounds {
      for file in files { try old.write(to: URL(fileURLWithPath: file)) }
      let process = Process()
      process.executableURL = URL(fileURLWithPath: try #require(Program.path))
      process.arguments = command
      process.currentDirectoryURL = Program.root
      process.standardOutput = FileHandle.nullDevice
      process.standardError = FileHandle.nullDevice
      try process.run()
      // Spread over the run, the last ones over its end, where the files are written.
      let share = 0.5 + 0.6 * Double(round) / Double(rounds)
      Thread.sleep(forTimeInterval: whole.seconds * share)
      _ = kill(process.processIdentifier, signal)
      process.waitUntilExit()
      for (file, new) in zip(files, new) {
        let found = try Data(contentsOf: URL(fileURLWithPath: file))
        #expect(found == old || found == new, "\(file): \(found.count) bytes")
      }
      // Nobody can clean up after the signal that cannot be caught.
      let names = try FileManager.default.contentsOfDirectory(atPath: folder.url.path)
      if signal != SIGKILL { #expect(names.count == files.count, "\(names)") }
    }
  }
}

@Suite("Formats that do not exist")
struct UnknownFormatTests {
  @Test(
    "are refused with the nearest one",
    arguments: [("htlm=x", "html"), ("docs=x", "docx"), ("jsn=x", "json")]
  )
  func nearest(value: String, format: String) throws {
    let error = #expect(throws: DiagnosticError.self) {
      _ = try OutputRequest<OutputFormat>(value)
    }
    let help = try #require(error?.diagnostics.first?.help)
    #expect(help.en.contains("did you mean “\(format)”?"))
    #expect(help.th.contains("หมายถึง “\(format)” หรือไม่"))
  }

  @Test(
    "or with how it is written, where none is near",
    arguments: ["=x", "zzzzzz=x", "html", "html="]
  )
  func form(value: String) throws {
    let error = #expect(throws: DiagnosticError.self) {
      _ = try OutputRequest<OutputFormat>(value)
    }
    let help = try #require(error?.diagnostics.first?.help)
    #expect(help.en.contains("write FORMAT=FILE") && !help.en.contains("did you mean"))
  }
}
