import SeededNumbers
import SourceText
import TestSupport
import Testing

@Suite struct LineIndexTests {
  @Test func splitsAtEveryKindOfLineEnd() {
    let lines = LineIndex(SourceFile(name: "a", text: "ก\nข\r\nค\rง"))
    #expect(lines.lineCount == 4)
    #expect((1...4).map { lines.text(ofLine: $0) } == ["ก", "ข", "ค", "ง"])
    #expect(lines.text(ofLine: 0) == "")
    #expect(lines.text(ofLine: 5) == "")
  }

  @Test func otherSeparatorsAreNoLineEnds() {
    let lines = LineIndex(SourceFile(name: "a", text: "a\u{2028}b\u{85}c\u{0B}d"))
    #expect(lines.lineCount == 1)
  }

  @Test func byteOrderMarkTakesNoColumn() {
    let lines = LineIndex(SourceFile(name: "a", text: "\u{FEFF}key: 1"))
    #expect(lines.position(atOffset: 3) == SourcePosition(line: 1, column: 1))
    #expect(lines.offset(of: SourcePosition(line: 1, column: 1)) == 3)
    #expect(lines.text(ofLine: 1) == "key: 1")
  }

  @Test func countsScalarsAndUTF16Units() {
    let lines = LineIndex(SourceFile(name: "a", text: "x\nน้ำ😀ค"))
    let last = lines.position(atOffset: 2 + 9 + 4)
    #expect(last == SourcePosition(line: 2, column: 5))
    #expect(lines.utf16Column(of: last) == 6)
  }

  @Test func offsetsBeyondTheEndReadAsTheEnd() {
    let lines = LineIndex(SourceFile(name: "a", text: "ab\n"))
    #expect(lines.position(atOffset: 99) == SourcePosition(line: 2, column: 1))
    #expect(lines.position(atOffset: -1) == SourcePosition(line: 1, column: 1))
    #expect(lines.offset(of: SourcePosition(line: 1, column: 99)) == 2)
    #expect(lines.offset(of: SourcePosition(line: 9, column: 1)) == 3)
    #expect(LineIndex(SourceFile(name: "a", text: "")).lineCount == 1)
  }

  @Test(arguments: 0..<200)
  func offsetToPositionAndBack(seed: Int) {
    var random = SeededGenerator(seed: UInt64(seed))
    let parts = ["ก", "น้ำ", "\n", "\r\n", "\r", "a", "😀", "\t", "\u{2028}"]
    var text = ""
    for _ in 0..<40 { text += random.pick(parts) }
    let source = SourceFile(name: "a", text: text)
    let lines = LineIndex(source)
    var offset = 0
    for scalar in text.unicodeScalars {
      // The second half of CRLF is inside the line end.
      let isInsideLineEnd =
        scalar == "\n" && offset > 0 && source.bytes[offset - 1] == 0x0D
      if !isInsideLineEnd {
        #expect(lines.offset(of: lines.position(atOffset: offset)) == offset)
      }
      offset += String(scalar).utf8.count
    }
  }

  @Test func bytesThatAreNotUTF8CountOneEach() {
    let source = SourceFile(name: "a", bytes: [0x61, 0xFF, 0xE0, 0xB8, 0x62])
    let lines = LineIndex(source)
    #expect(lines.position(atOffset: 4) == SourcePosition(line: 1, column: 5))
    #expect(lines.offset(of: SourcePosition(line: 1, column: 5)) == 4)
  }

  @Test(arguments: [
    ([0xE0, 0x80, 0x80] as [UInt8], 3), ([0xED, 0xA0, 0x80], 3), ([0xF4, 0x90, 0x80, 0x80], 4),
    ([0xC0, 0xAF], 2), ([0xF0, 0x9F, 0x98], 3), ([0x80], 1), ([0xF8, 0x88], 2),
  ])
  func refusesOverlongAndForbiddenSequences(bytes: [UInt8], count: Int) {
    var cursor = UTF8Cursor(bytes[...])
    var scalars: [Unicode.Scalar] = []
    while let scalar = cursor.next() {
      scalars.append(scalar)
      #expect(cursor.wasInvalid)
    }
    #expect(scalars == Array(repeating: "\u{FFFD}", count: count))
  }

  @Test(arguments: ["ก\n😀ข", "", "abc"], [true, false])
  func decodesUTF16(text: String, isLittle: Bool) throws {
    let source = SourceFile(name: "a", bytes: Self.utf16(text, isLittle: isLittle))
    #expect(source.utf8Bytes == Array(text.utf8))
    #expect(try source.validUTF8Bytes().get() == Array(text.utf8))
  }

  @Test func findsInvalidUTF16() {
    let lone = SourceFile(name: "a", bytes: [0xFF, 0xFE, 0x61, 0x00, 0x3D, 0xD8])
    guard case .failure(let invalid) = lone.validUTF8Bytes() else {
      Issue.record("a lone surrogate was accepted")
      return
    }
    #expect(invalid.utf8Offset == 1)
    #expect(SourceFile(name: "a", bytes: [0xFE, 0xFF, 0x00]).utf8Bytes == Array("\u{FFFD}".utf8))
  }

  static func utf16(_ text: String, isLittle: Bool) -> [UInt8] {
    let units = [0xFEFF] + Array(text.utf16)
    return units.flatMap { unit in
      let pair = [UInt8(unit & 0xFF), UInt8(unit >> 8)]
      return isLittle ? pair : pair.reversed()
    }
  }
}
