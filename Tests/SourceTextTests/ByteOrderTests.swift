import SourceText
import Testing

@Suite("Texts by their bytes")
struct ByteOrderTests {
  private static let texts = [
    "", "a", "b", "ab", "abc-1", "abc/", "abcdefghijklmnop", "abcdefghijklmnopq", "กำหนด",
    "กํ\u{0E32}หนด", "é", "e\u{301}", "a\u{0}b",
  ]

  @Test("agree with the comparisons of the standard library")
  func agreement() {
    for a in Self.texts {
      for b in Self.texts {
        #expect(a.hasSameBytes(as: b) == a.utf8.elementsEqual(b.utf8))
        #expect(a.precedesInBytes(b) == a.utf8.lexicographicallyPrecedes(b.utf8))
        let isEnd = a.utf8.reversed().starts(with: b.utf8.reversed())
        #expect(a.endsInBytes(with: b) == isEnd)
      }
    }
  }

  @Test("tell two spellings of one text apart")
  func spellings() {
    #expect("é" == "e\u{301}")
    #expect(!"é".hasSameBytes(as: "e\u{301}"))
  }
}
