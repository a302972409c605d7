import Diagnostics
import OpenXML
import Testing

/// Gathers what a part holds, as text that tests can compare.
private final class Recorder: XMLSink {
  var log: [String] = []
  var wanted = Int.max
  private var open: [UInt8] = []

  var isDone: Bool { log.count >= wanted }

  func start(_ name: XMLName, _ attributes: XMLAttributes) {
    let number = attributes["r"].map { " r=\($0)" } ?? ""
    log.append("<\(name.local)\(number)")
  }

  func end(_ name: XMLName) {
    if !open.isEmpty { log.append(String(decoding: open, as: UTF8.self)) }
    open = []
    log.append(">\(name.local)")
  }

  func text(_ text: XMLText) { text.append(to: &open) }
}

@Suite("Packages: containers of parts")
struct PackageTests {
  private static let sheet = """
    <?xml version="1.0" encoding="UTF-8"?>
    <x:row xmlns:x="http://schemas.openxmlformats.org/spreadsheetml/2006/main" r="7"><x:v>น้ำ &amp; ไฟ</x:v></x:row>
    """

  static func package(_ parts: [(String, String)]) -> [UInt8] {
    var writer = PackageWriter()
    for (name, text) in parts { writer.add(name, text) }
    return writer.finished()
  }

  @Test("what was written is read back, in order")
  func roundTrip() throws {
    let long = String(repeating: "แผนปฏิบัติการ ", count: 40_000)
    let archive = try PackageArchive(Self.package([("a/b.xml", long), ("ก.xml", ""), ("c", "x")]))
    #expect(archive.parts.map(\.name) == ["a/b.xml", "ก.xml", "c"])
    #expect(try archive.read("a/b.xml") == Array(long.utf8))
    #expect(try archive.read("ก.xml") == [])
    #expect(try archive.read("nothing") == nil)
  }

  @Test("the same parts give the same bytes")
  func deterministic() {
    let parts = [("a", String(repeating: "ab", count: 1000)), ("b", "")]
    #expect(Self.package(parts) == Self.package(parts))
  }

  @Test("a part is copied as it is packed")
  func copies() throws {
    let original = try PackageArchive(Self.package([("a", "one"), ("b", "two")]))
    var writer = PackageWriter()
    let part = try #require(original.part("b"))
    try writer.copy(part, from: original)
    let copy = try PackageArchive(writer.finished())
    #expect(try copy.read("b") == Array("two".utf8))
  }

  @Test("elements, attributes and text reach the sink, whatever the prefix")
  func parses() throws {
    let archive = try PackageArchive(Self.package([("s", Self.sheet)]))
    let recorder = Recorder()
    try archive.parse("s", into: recorder)
    #expect(recorder.log == ["<row r=7", "<v", "น้ำ & ไฟ", ">v", ">row"])
  }

  @Test("a sink that has enough ends the reading")
  func stops() throws {
    let archive = try PackageArchive(Self.package([("s", Self.sheet)]))
    let recorder = Recorder()
    recorder.wanted = 1
    try archive.parse("s", into: recorder)
    #expect(recorder.log == ["<row r=7"])
  }

  @Test(
    "text in any form survives writing and reading",
    arguments: ["a\tb\nc", "<&>\"'", "  กำ  ", "\u{10FFFF}"]
  )
  func markup(text: String) throws {
    var markup = Markup()
    markup.element("v", text: text)
    let recorder = Recorder()
    try PackageArchive(Self.package([("s", markup.text)])).parse("s", into: recorder)
    #expect(recorder.log == ["<v", text, ">v"])
  }

  @Test("control characters that XML cannot hold become a replacement sign")
  func controls() throws {
    var markup = Markup()
    markup.element("v", ["r": "a\u{0}b"], text: "x\u{1B}y")
    #expect(markup.text.hasSuffix("<v r=\"a\u{FFFD}b\">x\u{FFFD}y</v>"))
  }
}

@Suite("Packages: what hostile files try")
struct HostilePackageTests {
  private func problem(_ bytes: [UInt8], part: String = "s") -> PackageProblem? {
    do throws(PackageProblem) {
      try PackageArchive(bytes).parse(part, into: Recorder())
      return nil
    } catch {
      return error
    }
  }

  private func problem(xml: String) -> PackageProblem? {
    problem(PackageTests.package([("s", xml)]))
  }

  @Test("files that are no packages")
  func otherFiles() {
    #expect(problem([]) == .notPackage)
    #expect(problem(Array("id: x\n".utf8)) == .notPackage)
    #expect(problem([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1]) == .oldOrProtected)
    #expect(problem([0x50, 0x4B, 0x03, 0x04]) == .damaged(part: nil))
  }

  @Test("every cut of a package is refused")
  func cuts() {
    let whole = PackageTests.package([("s", "<a>\(String(repeating: "x", count: 300))</a>")])
    for length in 0..<whole.count {
      #expect(problem(Array(whole[..<length])) != nil, "cut after \(length)")
    }
  }

  @Test("every changed byte is refused or changes nothing that is read")
  func changes() throws {
    let text = "<a>\((0..<60).map(String.init).joined(separator: " "))</a>"
    let whole = PackageTests.package([("s", text)])
    for index in whole.indices {
      var bytes = whole
      bytes[index] ^= 0x55
      guard let archive = try? PackageArchive(bytes), let read = try? archive.read("s") else {
        continue
      }
      #expect(read == Array(text.utf8), "byte \(index)")
    }
  }

  @Test("a part that grows beyond all reason is not inflated")
  func bomb() throws {
    var writer = PackageWriter()
    writer.add("s", [UInt8](repeating: 0x20, count: 40 << 20))
    let bytes = writer.finished()
    #expect(bytes.count < 1 << 20)
    #expect(problem(bytes) == .tooLarge(part: "s"))
  }

  @Test("parts are refused beyond their limits")
  func limits() throws {
    var limits = PackageLimits()
    limits.partBytes = 10
    let bytes = PackageTests.package([("s", "<a>12345678</a>")])
    #expect(throws: PackageProblem.tooLarge(part: "s")) {
      try PackageArchive(bytes, limits: limits).read("s")
    }
    limits.parts = 0
    #expect(throws: PackageProblem.tooManyParts) { try PackageArchive(bytes, limits: limits) }
    limits.fileBytes = 4
    #expect(throws: PackageProblem.tooLarge(part: nil)) {
      try PackageArchive(bytes, limits: limits)
    }
    var total = PackageLimits()
    total.totalBytes = 3
    #expect(throws: PackageProblem.tooLarge(part: "s")) {
      try PackageArchive(bytes, limits: total)
    }
  }

  @Test("two parts of one name are refused")
  func twice() {
    #expect(problem(PackageTests.package([("s", "<a/>"), ("s", "<b/>")])) == .damaged(part: "s"))
  }

  @Test("document types are refused: they are the way of entity attacks")
  func documentTypes() {
    let entity = "<!DOCTYPE a [<!ENTITY b SYSTEM \"file:///etc/passwd\">]><a>&b;</a>"
    #expect(problem(xml: entity) == .documentType(part: "s"))
    #expect(problem(xml: "<!DOCTYPE a><a/>") == .documentType(part: "s"))
  }

  @Test("nesting without end is refused")
  func nesting() {
    let deep = String(repeating: "<a>", count: 100_000)
    #expect(problem(xml: deep) == .tooComplex(part: "s"))
  }

  @Test("a tag without end is refused before it fills the memory")
  func longTag() {
    let noise = (0..<400_000).map { String($0 &* 2_654_435_761, radix: 36) }.joined()
    #expect(problem(xml: "<a b=\"\(noise)\"/>") == .tooComplex(part: "s"))
  }

  @Test("cut and malformed XML is refused with its place")
  func malformed() {
    #expect(problem(xml: "<a>\n<b></a>") == .malformed(part: "s", line: 2, column: 6))
    #expect(problem(xml: "<a>") == .malformed(part: "s", line: 1, column: 4))
    #expect(problem(xml: "") == .malformed(part: "s", line: 1, column: 1))
    #expect(problem(PackageTests.package([("t", "<a/>")])) == .missingPart("s"))
  }

  @Test("every problem has a sentence and a way out in both languages")
  func sentences() {
    let problems: [PackageProblem] = [
      .notPackage, .oldOrProtected, .damaged(part: "p"), .tooLarge(part: nil), .tooManyParts,
      .encrypted, .unknownCompression(part: "p"), .missingPart("p"),
      .malformed(part: "p", line: 1, column: 2), .documentType(part: "p"), .tooComplex(part: "p"),
    ]
    for problem in problems {
      let diagnostic = problem.diagnostic("แผน.xlsx")
      #expect(diagnostic.place.file == "แผน.xlsx")
      for language in Language.allCases {
        #expect(!diagnostic.message[language].isEmpty)
        #expect(diagnostic.help?[language].isEmpty == false)
      }
    }
  }
}
