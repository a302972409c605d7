import Testing
import ThaiText

@Suite("Headings as a reader sees them")
struct HeadingTests {
  @Test(
    "the same heading in other clothes",
    arguments: [
      "หลักการและเหตุผล", "๑. หลักการและเหตุผล", "1) หลักการและเหตุผล :", "ส่วนที่ ๒ หลักการและเหตุผล",
      "บทที่ 1 หลักการและเหตุผล", "หลักการ และ เหตุผล", "หลักการและเหตุผล (ต่อ)", "• หลักการและเหตุผล",
      "(๓) หลักการและเหตุผล",
    ]
  )
  func same(line: String) {
    #expect(HeadingText.isHeading(line, "หลักการและเหตุผล"))
    #expect(HeadingText.isHeading(line, "2. หลักการและเหตุผล"))
  }

  @Test(
    "sentences that begin alike, and other headings",
    arguments: ["หลักการและเหตุผลของโครงการนี้คือ", "เหตุผล", "ตามหลักการและเหตุผล", "", "๑."]
  )
  func others(line: String) {
    #expect(!HeadingText.isHeading(line, "หลักการและเหตุผล"))
  }

  @Test("vowels and tone marks in any order, and น้ำ in both spellings")
  func spelling() {
    #expect(HeadingText.isHeading("แผนจัดการนํ้า", "แผนจัดการน้ำ"))
    #expect(HeadingText.isHeading("เเผนงาน", "แผนงาน"))
  }

  @Test("the number of one level in front of a text")
  func number() {
    #expect(HeadingText.number("๑๒. ผล").map { $0.value } == 12)
    #expect(HeadingText.number("12) ผล").map { $0.mark } == ")")
    #expect(HeadingText.number("12 คน").map { $0.mark } == " ")
    for text in ["1.2 ผล", "12", "12คน", "", "ผล 1.", "123456. ผล"] {
      #expect(HeadingText.number(text) == nil, "\(text)")
    }
  }

  @Test("nothing asked for is no heading")
  func blank() {
    #expect(!HeadingText.isHeading("หลักการ", ""))
  }
}
