import Foundation
import TestSupport
import Testing

@Suite("Hostile inputs")
struct HostileInputTests {
  /// An input, how to make it, and what the message must say.
  struct Case: CustomTestStringConvertible {
    let name: String
    let file: String
    let says: String
    let bytes: @Sendable () -> [UInt8]

    var testDescription: String { name }
  }

  private static let bomb = """
    a: &a [x, x, x, x, x, x, x, x, x]
    b: &b [*a, *a, *a, *a, *a, *a, *a, *a, *a]
    c: &c [*b, *b, *b, *b, *b, *b, *b, *b, *b]
    d: &d [*c, *c, *c, *c, *c, *c, *c, *c, *c]
    e: &e [*d, *d, *d, *d, *d, *d, *d, *d, *d]
    f: &f [*e, *e, *e, *e, *e, *e, *e, *e, *e]
    g: &g [*f, *f, *f, *f, *f, *f, *f, *f, *f]

    """

  static let cases: [Case] = [
    Case(name: "bomb", file: "bomb.yaml", says: "references") { Array(bomb.utf8) },
    Case(name: "100,000 brackets", file: "deep.yaml", says: "deep") {
      Array("a: ".utf8) + Array(repeating: UInt8(ascii: "["), count: 100_000)
    },
    Case(name: "100,000 brackets as JSON", file: "deep.json", says: "deep") {
      Array(repeating: UInt8(ascii: "["), count: 100_000)
    },
    Case(name: "200 MB scalar", file: "large.yaml", says: "larger than") {
      Array("title: ".utf8) + Array(repeating: UInt8(ascii: "x"), count: 200 << 20)
    },
    Case(name: "16 MB scalar", file: "scalar.yaml", says: "long") {
      Array("title: ".utf8) + Array(repeating: UInt8(ascii: "x"), count: 16 << 20)
    },
    Case(name: "invalid UTF-8", file: "bytes.yaml", says: "UTF-8") {
      Array("title: ".utf8) + [0xFF, 0xC3, 0x28, 0x0A]
    },
    Case(name: "truncated", file: "cut.yaml", says: "quote") {
      Array("projects:\n  - {id: p1, name: \"พัฒนา".utf8)
    },
    Case(name: "cut inside a letter", file: "half.yaml", says: "UTF-8") {
      Array("title: ที่".utf8.dropLast())
    },
    Case(name: "empty", file: "empty.yaml", says: "empty") { [] },
    Case(name: "only comments", file: "comment.yaml", says: "empty") { Array("# x\n".utf8) },
    Case(name: "zeros", file: "zeros.yaml", says: "error") { Array(repeating: 0, count: 4096) },
  ]

  @Test("end with 2, a sentence, little memory and little time", arguments: cases)
  func refused(example: Case) throws {
    let folder = try TemporaryFolder()
    let file = try folder.write(example.file, example.bytes())
    // The shell's limit on address space stands for "little memory": 600 MB with all libraries.
    let program = try #require(Program.path)
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/bin/bash")
    let limited = "ulimit -v 614400; exec '\(program)' check '\(file)' --lang en --as-of 2026-07-15"
    process.arguments = ["-c", limited]
    process.currentDirectoryURL = Program.root
    let errors = folder.url.appendingPathComponent("errors")
    try Data().write(to: errors)
    process.standardError = try FileHandle(forWritingTo: errors)
    process.standardOutput = FileHandle.nullDevice
    let start = Date()
    try process.run()
    process.waitUntilExit()
    let text = String(decoding: try Data(contentsOf: errors), as: UTF8.self)
    #expect(process.terminationReason == .exit)
    #expect(process.terminationStatus == 2, "\(text)")
    #expect(text.contains(example.says), "\(text)")
    #expect(text.utf8.count < 4096)
    #expect(Date().timeIntervalSince(start) < 20)
  }

  @Test("folders, devices and files that may not be read end with 2")
  func notFiles() throws {
    let folder = try TemporaryFolder()
    let empty = folder.path("empty")
    try FileManager.default.createDirectory(atPath: empty, withIntermediateDirectories: true)
    let closed = try folder.write("closed.yaml", "id: x\n")
    try FileManager.default.setAttributes([.posixPermissions: 0o000], ofItemAtPath: closed)
    var paths = [empty, "/dev/null", folder.path("gone.yaml")]
    // The administrator may read everything.
    if getuid() != 0 { paths.append(closed) }
    for path in paths {
      let run = try Program.run(["check", path, "--as-of", "2026-07-15"])
      #expect(run.status == 2)
      #expect(run.errors.contains(path))
    }
  }

  @Test("standard input is read to its end, and refused like a file")
  func standardInput() throws {
    let input = try Data(
      contentsOf: Program.root.appendingPathComponent("Examples/budget-transfer/ready.yaml")
    )
    let day = ["--as-of", "2026-07-15"]
    let run = try Program.run(["check", "-"] + day, input: input)
    #expect(run.status == 0)
    #expect(run.output.contains("<stdin>"))
    #expect(try Program.run(["check", "-"] + day, input: Data("a: [".utf8)).status == 2)
    #expect(try Program.run(["check", "-"] + day).status == 2)
  }
}
