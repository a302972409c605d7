import SeededNumbers
import SourceText
import TestSupport
import Testing

@Suite struct ExcerptTests {
  private func excerpt(
    _ text: String,
    column: UInt32,
    length: UInt32 = 1,
    columns: Int = 80
  ) throws -> Excerpt {
    let lines = LineIndex(SourceFile(name: "a", text: text))
    let position = SourcePosition(line: 1, column: column)
    return try #require(Excerpt(lines, at: position, length: length, columns: columns))
  }

  @Test func caretStandsUnderTheSecondColonInThai() throws {
    let text = "ชื่อแผน: ยุทธศาสตร์ที่ 1 : ผิด"
    let scalars = Array(text.unicodeScalars)
    let column = try #require(scalars.lastIndex(of: ":")) + 1
    let excerpt = try excerpt(text, column: UInt32(column))
    #expect(column == 26)
    #expect(excerpt.text == text)
    #expect(excerpt.carets == String(repeating: " ", count: 19) + "^")
  }

  @Test(arguments: [
    ("น้ำ", 2), ("กำ", 2), ("ที่", 1), ("ผู้ใหญ่", 4), ("abc", 3), ("漢字", 4), ("한", 2), ("😀", 2),
    ("\t", 1), ("e\u{301}", 1), ("ก\u{200B}ข", 2), ("\u{1B}", 8), ("\u{7F}", 8), ("\u{202E}", 8),
    ("ｱ", 1), ("Ａ", 2), ("", 0), ("ໄຂ່", 2),
  ])
  func countsColumns(text: String, columns: Int) {
    #expect(DisplayWidth.columns(of: text) == columns)
  }

  @Test func underlinesByDisplayWidth() throws {
    let excerpt = try excerpt("a: ที่นี่ b", column: 4, length: 6)
    #expect(excerpt.carets == "   ^^")
  }

  @Test func aMarkBelongsToTheLetterBeforeIt() throws {
    #expect(try excerpt("ab ที่", column: 5).carets == "   ^")
  }

  @Test func controlCharactersAreShown() throws {
    let excerpt = try excerpt("a\t\u{1B}[31mb\u{9B}\u{202E}", column: 8)
    #expect(excerpt.text == "a→<U+001B>[31mb<U+009B><U+202E>")
    #expect(excerpt.carets == String(repeating: " ", count: 14) + "^")
    #expect(VisibleText.of("a\nb\u{0}") == "a<U+000A>b<U+0000>")
    #expect(VisibleText.of("ภาษาไทย é 😀") == "ภาษาไทย é 😀")
  }

  @Test func cutsLongLinesAroundThePlace() throws {
    let text = String(repeating: "ก", count: 100) + "X" + String(repeating: "ข", count: 100)
    let excerpt = try excerpt(text, column: 101, columns: 40)
    #expect(DisplayWidth.columns(of: excerpt.text) == 40)
    #expect(excerpt.text.hasPrefix("…") && excerpt.text.hasSuffix("…"))
    let scalars = Array(excerpt.text.unicodeScalars)
    #expect(scalars[excerpt.carets.unicodeScalars.count - 1] == "X")
  }

  @Test(arguments: 0..<300)
  func caretIsAlwaysUnderItsScalar(seed: Int) throws {
    var random = SeededGenerator(seed: UInt64(seed))
    let parts = ["ก", "น้ำ", "ที่", "ab", "\t", "漢", "😀", " ", "\u{1B}"]
    var text = ""
    for _ in 0..<random.below(120) { text += random.pick(parts) }
    let before = text.unicodeScalars.count
    text += "X"
    for _ in 0..<random.below(120) { text += random.pick(parts) }
    let columns = 20 + random.below(80)
    let excerpt = try excerpt(text, column: UInt32(before + 1), columns: columns)
    #expect(DisplayWidth.columns(of: excerpt.text) <= columns)
    let head = excerpt.text.unicodeScalars.prefix { $0 != "X" }
    #expect(head.count < excerpt.text.unicodeScalars.count)
    let blanks = String(repeating: " ", count: DisplayWidth.columns(of: String(head)))
    #expect(excerpt.carets == blanks + "^")
  }

  @Test func endOfLineAndEmptyLinesHaveACaret() throws {
    #expect(try excerpt("abc", column: 4).carets == "   ^")
    #expect(try excerpt("abc", column: 99).carets == "   ^")
    #expect(try excerpt("", column: 1).carets == "^")
    #expect(try excerpt("abc", column: 2, length: 99).carets == " ^^")
  }

  @Test func placesOutsideTheTextAreNotDrawn() {
    let lines = LineIndex(SourceFile(name: "a", text: "abc"))
    #expect(Excerpt(lines, at: SourcePosition(line: 2, column: 1)) == nil)
    #expect(Excerpt(lines, at: SourcePosition(line: 0, column: 1)) == nil)
    #expect(Excerpt(lines, at: SourcePosition(line: 1, column: 2_000_000)) == nil)
  }

  @Test func bytesThatAreNotUTF8AreShownAsReplacement() throws {
    let lines = LineIndex(SourceFile(name: "a", bytes: [0x61, 0xFF, 0x62]))
    let excerpt = try #require(Excerpt(lines, at: SourcePosition(line: 1, column: 3)))
    #expect(excerpt.text == "a\u{FFFD}b")
    #expect(excerpt.carets == "  ^")
  }

  @Test func piledUpMarksAreBounded() throws {
    let text = "ก" + String(repeating: "\u{0E48}", count: 100_000) + "X"
    let excerpt = try excerpt(text, column: 100_002)
    #expect(excerpt.text.utf8.count < 2_000)
  }
}

/// Lines of megabytes, of which only a piece is looked at.
@Suite struct LongLineTests {
  @Test func anExcerptOfAVeryLongLineIsThatOfItsSurroundings() throws {
    let part = "กขค, abc; "
    let line = String(repeating: part, count: 30_000)
    let index = LineIndex(SourceFile(name: "a", text: "first\n" + line + "\nlast"))
    for repeats in [0, 1, 400, 10_000, 29_990] {
      let column = UInt32(repeats * part.unicodeScalars.count + 6)
      let place = SourcePosition(line: 2, column: column)
      let excerpt = try #require(Excerpt(index, at: place, length: 3, columns: 60))
      let carets = try #require(excerpt.carets.firstIndex(of: "^"))
      let blanks = excerpt.carets.distance(from: excerpt.carets.startIndex, to: carets)
      let shown = String(excerpt.text.unicodeScalars.dropFirst(blanks).prefix(3))
      #expect(shown == "abc", "\(repeats): \(excerpt.text)")
      #expect(excerpt.text.hasPrefix("…") == (repeats > 1))
    }
  }

  @Test func manyExcerptsOfOneLineCostNoMoreThanTheirNumber() {
    let line = String(repeating: "x", count: 900_000)
    let index = LineIndex(SourceFile(name: "a", text: line))
    let start = ContinuousClock.now
    for step in 0..<2_000 {
      _ = Excerpt(index, at: SourcePosition(line: 1, column: 898_000 + UInt32(step)), columns: 80)
    }
    // From the start of the line each would take milliseconds.
    #expect(ContinuousClock.now - start < .seconds(30))
  }
}
