import Foundation
import Testing
import ThaiText

@Suite struct ThaiDamageTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let text: String
    let kind: DamageSuspect.Kind
    let found: String
    let suggestion: String?
    var testDescription: String { "\(kind.rawValue): \(text)" }
  }

  @Test(arguments: [
    Case(
      text: "ก\u{E4D}\u{E32}",
      kind: .splitSaraAm,
      found: "\u{E4D}\u{E32}",
      suggestion: "\u{E33}"
    ),
    Case(
      text: "น\u{E4D}\u{E49}\u{E32}",
      kind: .splitSaraAm,
      found: "\u{E4D}\u{E49}\u{E32}",
      suggestion: "\u{E49}\u{E33}"
    ),
    Case(text: "เเผน", kind: .doubledSaraE, found: "เเ", suggestion: "แ"),
    Case(
      text: "น\u{E33}\u{E49}",
      kind: .markAfterSaraAm,
      found: "\u{E33}\u{E49}",
      suggestion: "\u{E49}\u{E33}"
    ),
    Case(
      text: "ท\u{E48}\u{E35}",
      kind: .markOrder,
      found: "\u{E48}\u{E35}",
      suggestion: "\u{E35}\u{E48}"
    ),
    Case(
      text: "ท\u{E35}\u{E35}\u{E48}",
      kind: .doubledMark,
      found: "\u{E35}\u{E35}\u{E48}",
      suggestion: "\u{E35}\u{E48}"
    ),
    Case(text: "ก\u{E48}\u{E49}", kind: .doubledMark, found: "\u{E48}\u{E49}", suggestion: nil),
    Case(text: "\u{E48}ก", kind: .floatingMark, found: "\u{E48}", suggestion: nil),
    Case(text: "พ.ศ \u{E35}", kind: .floatingMark, found: "\u{E35}", suggestion: nil),
    Case(text: "เ\u{E49}ก", kind: .floatingMark, found: "\u{E49}", suggestion: nil),
    Case(text: "น าเสนอ", kind: .tornVowel, found: "น า", suggestion: "นำ"),
    Case(text: "ส ำนัก", kind: .tornVowel, found: "ส ำ", suggestion: "สำ"),
    Case(text: "โ รงเรียน", kind: .danglingVowel, found: "โ", suggestion: nil),
    Case(
      text: "ท\u{93E}\u{930}\u{93E}ย",
      kind: .foreignScript,
      found: "\u{93E}\u{930}\u{93E}",
      suggestion: nil
    ),
    Case(text: "ที\u{F70A}", kind: .privateUse, found: "\u{F70A}", suggestion: "\u{E48}"),
    Case(text: "เป\u{FFFD}าหมาย", kind: .replacementCharacter, found: "\u{FFFD}", suggestion: nil),
    Case(text: "แผน\u{200B}งาน", kind: .invisible, found: "\u{200B}", suggestion: ""),
    Case(text: "จัดทาแผน", kind: .knownWord, found: "จัดทา", suggestion: "จัดทำ"),
    Case(text: "บุคคลากร", kind: .knownWord, found: "บุคคลากร", suggestion: "บุคลากร"),
  ])
  func namesTheDamage(example: Case) throws {
    let suspects = ThaiDamage.suspects(in: example.text)
    let first = try #require(suspects.first)
    #expect(suspects.count == 1, "\(suspects)")
    #expect(first.kind == example.kind)
    #expect(scalars(first.found) == scalars(example.found))
    #expect(first.suggestion.map { scalars($0) } == example.suggestion.map { scalars($0) })
    let bytes = Array(example.text.utf8)[first.utf8Range]
    #expect(bytes.elementsEqual(example.found.utf8))
  }

  @Test(arguments: [
    "สำนักงานศึกษาธิการจังหวัดอุทัยธานี", "น้ำ ที่ สิทธิ์ ก็ ฤๅษี แก่ ไก่ โต๊ะ เก้าอี้ เกาะ เพราะ",
    "ประชุมสัมมนามาใช้", "มาตรา จาก ทาง การ", "ประจาน จัดทางเดิน ราคาสั่งซื้อ", "พ.ศ. 2568 (ร่าง) ๑๐,๐๐๐",
    "O-NET – “แผน” 95%", "नमस्ते", "", "ฯลฯ ต่างๆ พุทฺโธ",
  ])
  func leavesGoodTextAlone(text: String) {
    #expect(ThaiDamage.suspects(in: text).isEmpty, "\(ThaiDamage.suspects(in: text))")
  }

  @Test func stopsAtTheLimitInOrderOfPlace() {
    let text = String(repeating: "เเก ", count: 300)
    #expect(ThaiDamage.suspects(in: text).count == 100)
    let starts = ThaiDamage.suspects(in: text, limit: 5).map(\.utf8Range.lowerBound)
    #expect(starts == [0, 10, 20, 30, 40])
  }

  @Test func describesEveryKindInBothLanguages() {
    let thai = Set(DamageSuspect.Kind.allCases.map(\.descriptionTH))
    let english = Set(DamageSuspect.Kind.allCases.map(\.descriptionEN))
    #expect(thai.count == DamageSuspect.Kind.allCases.count)
    #expect(english.count == DamageSuspect.Kind.allCases.count)
  }

  @Test(.enabled(if: SharedData.manual != nil, "needs the shared manual"))
  func findsTheKnownDamageOfTheManualAndLittleElse() throws {
    let manual = try #require(SharedData.manual)
    let suspects = ThaiDamage.suspects(in: manual, limit: 10_000)
    let byKind = Dictionary(grouping: suspects, by: \.kind).mapValues(\.count)
    // The manual has eight words that lost the ring of ำ, seven with an added letter, one with
    // Devanagari letters, and the rest of its text is sound.
    #expect(byKind[.foreignScript] == 1)
    let words = suspects.filter { $0.kind == .knownWord }.map(\.found)
    #expect(words.contains("กากับ"))
    #expect(words.contains("แจ้าง"))
    #expect(words.filter { $0 == "บุคคลากร" }.count >= 3)
    #expect(words.filter { $0 == "จัดทา" }.count >= 3)
    #expect(words.filter { $0 == "จัดตั้งประมาณ" }.count == 6)
    #expect(suspects.count < 40, "\(suspects.map(\.found))")
  }
}

/// The shared reading, which is not part of the package.
enum SharedData {
  static var manual: String? {
    let folder = ProcessInfo.processInfo.environment["KRONG_SHARED"] ?? "../shared"
    return try? String(contentsOfFile: folder + "/domain/manual.th.txt", encoding: .utf8)
  }
}
