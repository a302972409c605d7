import Foundation
import SeededNumbers
import TestSupport
import Testing
import ThaiText

/// Swift's == takes canonically equivalent texts for equal; tests must compare code points.
func scalars(_ text: String) -> [UInt32] { text.unicodeScalars.map(\.value) }

@Suite struct ThaiNormalizerTests {
  @Test(arguments: [
    ("\u{E19}\u{E49}\u{E33}", "\u{E19}\u{E49}\u{E33}"),
    ("\u{E19}\u{E4D}\u{E49}\u{E32}", "\u{E19}\u{E49}\u{E33}"),
    ("\u{E19}\u{E49}\u{E4D}\u{E32}", "\u{E19}\u{E49}\u{E33}"),
    ("\u{E19}\u{E33}\u{E49}", "\u{E19}\u{E49}\u{E33}"),
    ("\u{E19}\u{E4D}\u{E32}\u{E49}", "\u{E19}\u{E49}\u{E33}"),
    ("\u{E01}\u{E4D}\u{E32}", "\u{E01}\u{E33}"),
    ("\u{E01}\u{E4D}", "\u{E01}\u{E4D}"),
    ("\u{E01}\u{E4D}\u{E48}", "\u{E01}\u{E48}\u{E4D}"),
    ("เเผน", "แผน"),
    ("เเเ", "แเ"),
    ("\u{E17}\u{E48}\u{E35}", "\u{E17}\u{E35}\u{E48}"),
    ("\u{E01}\u{E48}\u{E38}", "\u{E01}\u{E38}\u{E48}"),
    ("\u{E18}\u{E4C}\u{E34}", "\u{E18}\u{E34}\u{E4C}"),
    ("แผน\u{200B}พัฒนา\u{FEFF}\u{AD}\u{200C}\u{200D}\u{2060}", "แผนพัฒนา"),
    ("\u{E19}\u{200B}\u{E4D}\u{200B}\u{E32}", "\u{E19}\u{E33}"),
    ("  แผน \u{A0}\t\r\nพัฒนา\u{3000}", "แผน พัฒนา"),
    ("Cafe\u{301}", "Caf\u{E9}"),
    ("a\u{302}\u{301}", "\u{1EA5}"),
    ("\u{E2}\u{323}", "\u{1EAD}"),
    ("a\u{301}\u{323}", "\u{1EA1}\u{301}"),
    ("", ""),
    (" \u{200B} ", ""),
    ("แผน ๒๕๖๘", "แผน ๒๕๖๘"),
    ("“แผน” – ก…", "“แผน” – ก…"),
  ])
  func bringsEverySpellingToOneForm(source: String, expected: String) {
    #expect(scalars(ThaiNormalizer.normalize(source)) == scalars(expected))
  }

  @Test func writesThaiDigitsAsArabicOnlyOnRequest() {
    #expect(ThaiNormalizer.normalize("ปี ๒๕๖๘") == "ปี ๒๕๖๘")
    #expect(ThaiNormalizer.normalize("ปี ๒๕๖๘", digits: .arabic) == "ปี 2568")
  }

  @Test(arguments: [
    ("แผนปี ๒๕๖๘", "แผนปี 2568", true),
    ("นํ้า", "น้ำ", true),
    ("แผน  พัฒนา", "แผน พัฒนา", true),
    ("แผนปฏิบัติการ", "แผนปฏิบัติราชการ", false),
    ("แผน", "แผ่น", false),
    ("กา", "กำ", false),
    ("OBEC", "obec", false),
    ("", " \u{200B}", true),
  ])
  func comparesAsAReaderWould(left: String, right: String, expected: Bool) {
    #expect(ThaiNormalizer.same(left, right) == expected)
    #expect(ThaiNormalizer.same(right, left) == expected)
  }

  @Test(arguments: [
    ("สำนักงานเขตพื้นที่", "เขต", true),
    ("ส\u{E4D}\u{E32}นักงาน", "สำนัก", true),
    ("งบประมาณ ๒๕๖๘", "2568", true),
    ("แผน", "แผนงาน", false),
    ("กกกข", "กกข", true),
    ("abababac", "ababac", true),
    ("แผน", "", true),
  ])
  func findsPartsInNormalForm(text: String, part: String, expected: Bool) {
    #expect(ThaiNormalizer.contains(text, part) == expected)
  }

  @Test func remembersWhereEachCodePointCameFrom() {
    let normalized = ThaiNormalizer.normalizeWithOffsets(" \u{E19}\u{E33}\u{E49}\u{200B}  เเก")
    #expect(scalars(normalized.text) == scalars("\u{E19}\u{E49}\u{E33} แก"))
    #expect(normalized.sourceScalarIndices == [1, 3, 2, 5, 7, 9])
    #expect(normalized.sourceScalarCount == 10)
    #expect(normalized.sourceRange(of: 0..<3) == 1..<4)
    #expect(normalized.sourceRange(of: 4..<5) == 7..<8)
    #expect(normalized.sourceRange(of: 0..<0) == nil)
    #expect(normalized.sourceRange(of: 0..<7) == nil)
  }

  @Test func isIdempotentAndKeepsItsMapInBounds() {
    var generator = SeededGenerator(seed: 20_251)
    for _ in 0..<20_000 {
      let text = randomText(&generator)
      let once = ThaiNormalizer.normalize(text)
      #expect(scalars(ThaiNormalizer.normalize(once)) == scalars(once), "\(scalars(text))")
      let arabic = ThaiNormalizer.normalize(text, digits: .arabic)
      #expect(scalars(ThaiNormalizer.normalize(arabic, digits: .arabic)) == scalars(arabic))
      let mapped = ThaiNormalizer.normalizeWithOffsets(text)
      #expect(scalars(mapped.text) == scalars(once), "quick look disagrees: \(scalars(text))")
      #expect(mapped.sourceScalarIndices.count == mapped.text.unicodeScalars.count)
      #expect(mapped.sourceScalarIndices.allSatisfy { $0 < mapped.sourceScalarCount })
      #expect(Set(mapped.sourceScalarIndices).count <= mapped.sourceScalarCount)
    }
  }

  @Test func composesLatinAsFoundationDoes() {
    var generator = SeededGenerator(seed: 7)
    let letters = Array("aeiouAEIOUcnsy".unicodeScalars) + ["\u{E2}", "\u{1EA1}", "\u{F5}"]
    let accents: [Unicode.Scalar] = [
      "\u{300}", "\u{301}", "\u{302}", "\u{303}", "\u{323}", "\u{31B}",
    ]
    for _ in 0..<3_000 {
      var view = String.UnicodeScalarView()
      for _ in 0..<Int.random(in: 1...3, using: &generator) {
        view.append(letters.randomElement(using: &generator) ?? "a")
        for _ in 0..<Int.random(in: 0...3, using: &generator) {
          view.append(accents.randomElement(using: &generator) ?? "\u{301}")
        }
      }
      let text = String(view)
      let expected = text.precomposedStringWithCanonicalMapping
      #expect(scalars(ThaiNormalizer.normalize(text)) == scalars(expected), "\(scalars(text))")
    }
  }

  @Test func staysLinearOnRunsOfMarks() {
    func run(_ count: Int) -> String {
      "ก" + String(repeating: "\u{E48}\u{E38}\u{E4D}", count: count) + "า"
    }
    let long = run(40_000)
    let normal = ThaiNormalizer.normalize(long)
    #expect(normal.unicodeScalars.count == 120_001)
    #expect(scalars(ThaiNormalizer.normalize(normal)) == scalars(normal))
    // Eight times the text: proportionate is 8 times, the square would be 64 times.
    let eighth = run(5_000)
    let short = shortestTime { _ = ThaiNormalizer.normalize(eighth) }
    #expect(shortestTime { _ = ThaiNormalizer.normalize(long) } < 30 * short)
  }

  private func randomText(_ generator: inout SeededGenerator) -> String {
    let alphabet: [Unicode.Scalar] = [
      "ก", "น", "ม", "\u{E31}", "\u{E32}", "\u{E33}", "\u{E34}", "\u{E35}", "\u{E38}", "\u{E3A}",
      "เ", "แ", "\u{E47}", "\u{E48}", "\u{E49}", "\u{E4C}", "\u{E4D}", "\u{E4E}", "๑", "๙", " ",
      "\u{A0}",
      "\n", "\u{200B}", "\u{AD}", "a", "e", "\u{301}", "\u{323}", "\u{E9}", "ๆ", "–", "\u{915}",
      "\u{7F}",
    ]
    var view = String.UnicodeScalarView()
    for _ in 0..<Int.random(in: 0...9, using: &generator) {
      view.append(alphabet.randomElement(using: &generator) ?? "ก")
    }
    return String(view)
  }
}
