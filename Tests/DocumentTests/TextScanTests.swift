import Diagnostics
import DocumentArena
import DocumentReading
import SourceText
import TestSupport
import Testing

/// What goes straight into the scanner's buffer is read as if libyaml had decoded it.
@Suite struct TextScanTests {
  private static let characters: [Character] = [
    "a", "Z", "0", " ", "~", "é", "ก", "ๆ", "—", "“", "€", "\u{FFFD}", "😀", "\u{10FFFF}", "\u{A0}",
  ]

  /// A YAML list of texts of all sorts of characters, longer than all buffers, and the texts.
  private func longList(seed: Int) -> (text: String, items: [String]) {
    var state = UInt64(seed)
    var items: [String] = []
    for _ in 0..<4_000 {
      var item = "x"
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      for shift in 0..<Int(state >> 59) {
        item.append(Self.characters[Int((state >> UInt64(shift)) % UInt64(Self.characters.count))])
      }
      items.append(item + "x")
    }
    return (items.map { "- \"\($0)\"\n" }.joined(), items)
  }

  @Test(arguments: 1...5)
  func charactersOfAllLengthsKeepTheirTextsAndPlaces(seed: Int) throws {
    let (text, items) = longList(seed: seed)
    let document = try yaml(text)
    let children = Array(document.children(of: document.root))
    #expect(children.count == items.count)
    for (line, (child, item)) in zip(children, items).enumerated() {
      let place = SourcePosition(line: UInt32(line + 1), column: 3)
      guard document.bytes(of: child).elementsEqual(item.utf8),
        document.position(of: child) == place
      else {
        Issue.record("line \(line + 1): \(document.text(of: child)), not \(item)")
        break
      }
    }
  }

  @Test(arguments: [0, 1, 1_023, 1_024, 16_383, 16_384, 49_000, 100_000, 200_000])
  func mistakesFarInsideHaveTheirPlaces(offset: Int) {
    // Malformed, cut off, overlong, a surrogate, beyond Unicode, controls, DEL, a mark inside.
    let mistakes: [[UInt8]] = [
      [0xFF], [0xE0, 0xB8], [0xC0, 0x80], [0xED, 0xA0, 0x80], [0xF4, 0x90, 0x80, 0x80], [0x00],
      [0x1B], [0x7F], [0xC2, 0x80], [0xEF, 0xBF, 0xBF], [0xEF, 0xBB, 0xBF],
    ]
    let line = Array("- กขค abc\n".utf8)
    var lead: [UInt8] = []
    while lead.count < offset { lead += line }
    for mistake in mistakes {
      let end = Array("- ก".utf8) + mistake + Array("\n- x\n".utf8)
      // The same mistake in a short file, which libyaml decodes itself.
      let alone = firstProblem(end)
      let found = firstProblem(lead + end)
      #expect(found?.code == alone?.code, "\(mistake)")
      let lines = UInt32(lead.count / line.count)
      #expect(found?.place.position?.line == alone?.place.position.map { $0.line + lines })
      #expect(found?.place.position?.column == alone?.place.position?.column, "\(mistake)")
    }
  }

  private func firstProblem(_ bytes: [UInt8]) -> Diagnostic? {
    do throws(DiagnosticError) {
      _ = try YAMLReader.read(SourceFile(name: "a.yaml", bytes: bytes))
      return nil
    } catch {
      return error.diagnostics.first
    }
  }

  @Test func lineEndsOfYAML11AfterALongBeginningAreCharacters() throws {
    let lead = String(repeating: "- กขค abc\n", count: 20_000)
    for sign in ["\u{85}", "\u{2028}", "\u{2029}"] {
      let document = try yaml(lead + "- a\(sign)b\n" + lead)
      let children = Array(document.children(of: document.root))
      #expect(children.count == 40_001)
      #expect(document.text(of: children[20_000]) == "a\(sign)b")
      #expect(document.position(of: children[40_000])?.line == 40_001)
    }
  }
}
