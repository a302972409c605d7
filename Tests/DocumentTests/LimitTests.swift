import Diagnostics
import DocumentArena
import DocumentReading
import SeededNumbers
import SourceText
import TestSupport
import Testing

/// Each limit, at it and one beyond it.
@Suite struct LimitTests {
  private func codes(
    _ text: String,
    _ name: String = "a.yaml",
    _ change: (inout ReadingLimits) -> Void
  ) -> [String] {
    var limits = ReadingLimits.standard
    change(&limits)
    do throws(DiagnosticError) {
      _ = try DocumentReader.read(SourceFile(name: name, text: text), limits: limits)
      return []
    } catch {
      return error.diagnostics.map(\.code.text)
    }
  }

  @Test(arguments: ["a.yaml", "a.json"])
  func bytesOfTheFile(name: String) {
    #expect(codes("[1, 2]", name) { $0.fileBytes = 6 } == [])
    #expect(codes("[1, 2]", name) { $0.fileBytes = 5 } == ["FILE-004"])
  }

  @Test(arguments: ["a.yaml", "a.json"])
  func bytesOfOneText(name: String) {
    #expect(codes("[\"กข\"]", name) { $0.scalarBytes = 6 } == [])
    #expect(codes("[\"กข\"]", name) { $0.scalarBytes = 5 } == ["READ-004"])
    #expect(codes("[1234567]", name) { $0.scalarBytes = 6 } == ["READ-004"])
  }

  @Test(arguments: ["a.yaml", "a.json"])
  func depth(name: String) {
    #expect(codes("[[[1]]]", name) { $0.depth = 3 } == [])
    #expect(codes("[[[1]]]", name) { $0.depth = 2 } == ["READ-002"])
    #expect(codes("{\"a\": {\"b\": 1}}", name) { $0.depth = 1 } == ["READ-002"])
  }

  @Test func depthCountsWhatAliasesNest() {
    let text = "- &a [1]\n- &b [*a]\n- &c [*b]\n- [*c]\n"
    #expect(codes(text) { $0.depth = 5 } == [])
    #expect(codes(text) { $0.depth = 4 } == ["READ-002"])
  }

  @Test(arguments: ["a.yaml", "a.ndjson"])
  func nodesOfAllDocuments(name: String) {
    let text = name == "a.yaml" ? "[1, 2]\n---\n[3]\n" : "[1, 2]\n[3]\n"
    #expect(codes(text, name) { $0.nodes = 5 } == [])
    #expect(codes(text, name) { $0.nodes = 4 } == ["READ-003"])
  }

  @Test func nodesCountCopies() {
    let text = "- &a [1, 2]\n- *a\n"
    #expect(codes(text) { $0.nodes = 7 } == [])
    #expect(codes(text) { $0.nodes = 6 } == ["READ-003"])
  }

  @Test func nodesThatAliasesAdd() {
    let text = "- &a [1, 2]\n- *a\n- *a\n- &b x\n- *b\n"
    #expect(codes(text) { $0.aliasNodes = 7 } == [])
    #expect(codes(text) { $0.aliasNodes = 6 } == ["YAML-022"])
  }

  @Test(arguments: ["a.yaml", "a.ndjson"])
  func documents(name: String) {
    let text = name == "a.yaml" ? "--- 1\n--- 2\n--- 3\n" : "1\n2\n3\n"
    #expect(codes(text, name) { $0.documents = 3 } == [])
    #expect(codes(text, name) { $0.documents = 2 } == ["READ-006"])
  }

  @Test(arguments: ["a.yaml", "a.json"])
  func bytesOfKeys(name: String) {
    #expect(codes("{\"กข\": 1}", name) { $0.keyBytes = 6 } == [])
    #expect(codes("{\"กข\": 1}", name) { $0.keyBytes = 5 } == ["READ-005"])
    let several = "{\"aa\": 1, \"bb\": {\"aa\": 2}}"
    #expect(codes(several, name) { $0.keyTableBytes = 4 } == [])
    #expect(codes(several, name) { $0.keyTableBytes = 3 } == ["READ-005"])
  }

  @Test func mistakesReported() {
    let text = "a: 1\n" + String(repeating: "a: 2\n", count: 10)
    #expect(codes(text) { $0.diagnostics = 100 }.count == 10)
    #expect(codes(text) { $0.diagnostics = 4 }.count == 4)
  }

  @Test func whatStandsBetweenTwoValues() {
    let comment = String(repeating: "# หมายเหตุ\n", count: 50_000)
    #expect(codes("a: 1\n\(comment)b: 2\n") { $0.scalarBytes = 100_000 } == ["READ-004"])
    #expect(codes("a: 1\n\(comment)b: 2\n") { _ in } == [])
  }
}

/// Files made to harm: each gives one clear error, soon.
@Suite struct HostileInputTests {
  private func firstError(_ text: String, _ name: String) -> Diagnostic? {
    do throws(DiagnosticError) {
      _ = try DocumentReader.read(SourceFile(name: name, text: text))
      return nil
    } catch {
      return error.diagnostics.first
    }
  }

  @Test(arguments: [
    ("[", "a.yaml"), ("{a: ", "a.yaml"), ("- ", "a.yaml"), ("? ", "a.yaml"), ("[", "a.json"),
    ("{\"a\":", "a.json"), ("[", "<stdin>"), ("&a [", "a.yaml"),
  ])
  func aHundredThousandLevels(opening: String, name: String) {
    let error = firstError(String(repeating: opening, count: 100_000), name)
    #expect(["READ-002", "YAML-019"].contains(error?.code.text))
    #expect(error?.place.position?.line == 1)
  }

  @Test func indentedLevels() {
    var text = ""
    for level in 0..<300 { text += String(repeating: " ", count: level) + "a:\n" }
    #expect(firstError(text, "a.yaml")?.code == .tooDeep)
  }

  @Test func bombOfAliases() {
    var text = "a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n"
    for level in 1...12 {
      let aliases = Array(repeating: "*a\(level - 1)", count: 10).joined(separator: ", ")
      text += "a\(level): &a\(level) [\(aliases)]\n"
    }
    let error = firstError(text, "a.yaml")
    #expect(error?.code == .yamlAliasExpansion)
    #expect(error?.place.position?.line == 5)
  }

  @Test(arguments: ["", "'", "\"", "|\n ", ">\n  ", "# ", "[", "!<", "&"])
  func oneEndlessToken(opening: String) {
    let text = "a: \(opening)" + String(repeating: "x", count: 5 << 20)
    let error = firstError(text, "a.yaml")
    #expect(error?.code == .scalarTooLong)
    #expect(error?.place.position?.line == 1)
  }

  @Test func oneEndlessJSONString() {
    let error = firstError("[\"" + String(repeating: "x", count: 9 << 19), "a.json")
    #expect(error?.code == .scalarTooLong)
  }

  @Test(arguments: ["a.yaml", "a.json"])
  func aHundredThousandKeys(name: String) throws {
    let entries = (0..<100_000).map { "\"k\($0)\": \($0)" }.joined(separator: ", ")
    let text = "{\(entries)}"
    let source = SourceFile(name: name, text: text)
    let document = try DocumentReader.readOne(source)
    #expect(document.count(of: document.root) == 100_000)
    let twice = String(text.dropLast()) + ", \"k5\": 1}"
    let error = firstError(twice, name)
    #expect(error?.code == .duplicateKey)
    #expect(error?.notes.first?.place?.position != nil)
  }

  @Test(arguments: 0..<120)
  func truncatedFilesGiveAnErrorOrADocument(seed: Int) {
    let yaml =
      "krong: 1\ntitle: {th: แผน, en: \"plan \\u0041\"}\nlist:\n  - &a x\n  - *a\n  - |\n    ก\n"
    let json =
      "{\"krong\": 1, \"title\": {\"th\": \"แผน \\uD83D\\uDE00\"}, \"list\": [1.5e3, true]}"
    for (text, name) in [(yaml, "a.yaml"), (json, "a.json")] {
      let bytes = Array(text.utf8.prefix(seed))
      do throws(DiagnosticError) {
        _ = try DocumentReader.read(SourceFile(name: name, bytes: bytes))
      } catch {
        #expect(!error.diagnostics.isEmpty)
      }
    }
  }

  @Test(arguments: 0..<400)
  func randomBytesNeverTrap(seed: Int) {
    var random = SeededGenerator(seed: UInt64(seed))
    let pieces: [[UInt8]] = [
      Array("a: ".utf8), Array("- ".utf8), [0x0A], Array("[".utf8), Array("}".utf8), [0xFF],
      [0xE0, 0xB8], Array("\"".utf8), Array("'".utf8), Array("&a ".utf8), Array("*a".utf8),
      Array("|\n".utf8), Array("  ".utf8), [0x09], [0x00], Array("ก".utf8), [0x0D], Array("#".utf8),
      Array("---\n".utf8), Array("!!int ".utf8), Array("1".utf8), Array("\\u".utf8),
      [0xE2, 0x80, 0xA8],
      Array(",".utf8), Array("{".utf8), Array("]".utf8), Array("? ".utf8), [0xC2, 0x85],
    ]
    var bytes: [UInt8] = []
    for _ in 0..<random.below(60) { bytes += random.pick(pieces) }
    for name in ["a.yaml", "a.json", "a.ndjson"] {
      let source = SourceFile(name: name, bytes: bytes)
      do throws(DiagnosticError) {
        for document in try DocumentReader.read(source) {
          for index in document.nodes.indices {
            let map = ScalarMap(document: document, node: NodeID(UInt32(index)))
            _ = map.position(atUTF8Offset: 3)
          }
        }
      } catch {
        let text = DiagnosticRenderer(language: .th).render(error.diagnostics, sources: [source])
        #expect(text.contains("ข้อผิดพลาด"))
      }
    }
  }
}
