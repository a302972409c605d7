import SeededNumbers
import Testing
import ThaiText

@Suite struct ThaiDigitsTests {
  @Test func turnsDigitsBothWaysAndLeavesTheRest() {
    #expect(ThaiDigits.toArabic("ข้อ ๑๒.๕ และ 3") == "ข้อ 12.5 และ 3")
    #expect(ThaiDigits.toThai("ข้อ 12.5 และ ๓") == "ข้อ ๑๒.๕ และ ๓")
    #expect(ThaiDigits.toArabic(ThaiDigits.toThai("0123456789")) == "0123456789")
    #expect(ThaiDigits.toThai("") == "")
  }
}

@Suite struct BlankTests {
  @Test(arguments: ["", " ", "-", "–", "—", " -- ", "\u{A0}\t\n", "\u{200B}", "\u{2212}", "- -"])
  func takesSpaceAndDashesForNothing(text: String) {
    #expect(isBlank(text))
  }

  @Test(arguments: ["0", "ไม่มี", "false", "-1", ".", "_", "-ก", "😀", "- é"])
  func takesEverythingElseForAValue(text: String) {
    #expect(!isBlank(text))
  }
}

@Suite struct ThaiSortTests {
  @Test(arguments: [
    ["กา", "เกาะ", "แกะ", "ขอน"],
    ["กก", "กา", "ก่า", "ก้า", "กาง", "เก", "เก่า", "ไก่", "ขา"],
    ["แผน 1", "แผน ๒", "แผนก"],
    ["abc", "Abd", "ก", "ฮ"],
    ["ฤดู", "ลา", "ฦา", "วา"],
    ["", "ก"],
  ])
  func ordersAsADictionaryDoes(expected: [String]) {
    #expect(ThaiSort.sorted(expected.reversed()) == expected)
    var generator = SeededGenerator(seed: 11)
    for _ in 0..<10 {
      #expect(ThaiSort.sorted(expected.shuffled(using: &generator)) == expected)
    }
  }

  @Test func givesEqualKeysOnlyToEqualNormalForms() {
    #expect(ThaiSort.key("นํ้า") == ThaiSort.key("น้ำ"))
    #expect(ThaiSort.key("๑") != ThaiSort.key("1"))
    #expect(ThaiSort.key("A") != ThaiSort.key("a"))
    #expect(ThaiSort.precedes("ก\u{0}", "กก"))
  }

  @Test func keepsTheOrderOfEqualTexts() {
    let texts = ["ข", "น้ำ", "นํ้า", "ก"]
    let sorted = ThaiSort.sorted(texts)
    #expect(sorted.map { scalars($0) } == ["ก", "ข", "น้ำ", "นํ้า"].map { scalars($0) })
  }
}

@Suite struct ThaiTextJoinTests {
  private let names = ["วัตถุประสงค์", "กิจกรรม", "ระยะเวลา", "งบ", "ผล", "ก", "ข", "ค"]

  @Test func joinsThaiWithASpaceAndTheConjunction() {
    #expect(ThaiTextJoin.list([], language: .th) == "")
    #expect(ThaiTextJoin.list(["ก"], language: .th) == "ก")
    #expect(ThaiTextJoin.list(["ก", "ข"], language: .th) == "ก และข")
    let three = Array(names.prefix(3))
    #expect(ThaiTextJoin.list(three, language: .th) == "วัตถุประสงค์ กิจกรรม และระยะเวลา")
    #expect(
      ThaiTextJoin.list(three, conjunction: .or, language: .th)
        == "วัตถุประสงค์ กิจกรรม หรือระยะเวลา"
    )
  }

  @Test func joinsNumbersWithCommasOnRequest() {
    #expect(
      ThaiTextJoin.list(["5.1", "5.2", "5.4"], language: .th, separator: .comma)
        == "5.1, 5.2 และ 5.4"
    )
    #expect(ThaiTextJoin.list(["๑", "๒"], language: .th) == "๑ และ ๒")
  }

  @Test func joinsEnglishWithCommas() {
    #expect(ThaiTextJoin.list(["a", "b"], language: .en) == "a and b")
    #expect(ThaiTextJoin.list(["a", "b", "c"], conjunction: .or, language: .en) == "a, b or c")
  }

  @Test func saysHowManyMoreThereAreAfterFive() {
    #expect(
      ThaiTextJoin.list(names, language: .th)
        == "วัตถุประสงค์ กิจกรรม ระยะเวลา งบ ผล และอีก 3 รายการ"
    )
    #expect(
      ThaiTextJoin.list(["a", "b", "c", "d", "e", "f"], language: .en)
        == "a, b, c, d, e and 1 more"
    )
    #expect(ThaiTextJoin.list(Array(names.prefix(5)), language: .th).hasSuffix("งบ และผล"))
    #expect(ThaiTextJoin.list(["a", "b", "c"], language: .en, limit: 0) == "a and 2 more")
  }
}
