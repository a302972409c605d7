/// A place in a text that looks damaged, with what it should perhaps be.
public struct DamageSuspect: Sendable, Hashable {
  /// The kinds of damage that are looked for.
  public enum Kind: String, Sendable, CaseIterable {
    /// Nikhahit and า typed for ำ.
    case splitSaraAm = "split-sara-am"
    /// Two เ typed for แ.
    case doubledSaraE = "doubled-sara-e"
    /// A tone mark or other sign behind ำ.
    case markAfterSaraAm = "mark-after-sara-am"
    /// Signs of one letter in the wrong order.
    case markOrder = "mark-order"
    /// The same sign twice, two tone marks, or two vowels on one letter.
    case doubledMark = "doubled-mark"
    /// A sign without a consonant to carry it.
    case floatingMark = "floating-mark"
    /// ะ า or ำ after a space: the vowel was torn from its consonant (น าเสนอ).
    case tornVowel = "torn-vowel"
    /// เ แ โ ใ or ไ without a consonant behind it.
    case danglingVowel = "dangling-vowel"
    /// Letters of another Indian script inside a Thai word.
    case foreignScript = "foreign-script"
    /// A glyph number of an old Thai font (U+F700–U+F71A).
    case privateUse = "private-use"
    /// The replacement character U+FFFD: a letter was lost.
    case replacementCharacter = "replacement-character"
    /// A zero-width character or soft hyphen inside a word.
    case invisible = "invisible"
    /// A spelling that reading machines are known to make of a common official word.
    case knownWord = "known-word"
  }

  /// What is wrong.
  public let kind: Kind
  /// Where, in UTF-8 bytes from the start of the text.
  public let utf8Range: Range<Int>
  /// The text in that range.
  public let found: String
  /// What would be right there, if that can be told; an empty text means "leave it out".
  public let suggestion: String?
}

extension DamageSuspect.Kind {
  /// What the kind means, in Thai.
  public var descriptionTH: String {
    switch self {
    case .splitSaraAm: "สระอำพิมพ์แยกเป็นนิคหิตกับสระอา"
    case .doubledSaraE: "พิมพ์สระเอสองตัวแทนสระแอ"
    case .markAfterSaraAm: "วรรณยุกต์อยู่หลังสระอำ"
    case .markOrder: "ลำดับสระหรือวรรณยุกต์สลับกัน"
    case .doubledMark: "สระหรือวรรณยุกต์ซ้ำ"
    case .floatingMark: "สระหรือวรรณยุกต์ไม่มีพยัญชนะรองรับ"
    case .tornVowel: "สระหลุดจากพยัญชนะ"
    case .danglingVowel: "สระหน้าไม่มีพยัญชนะตาม"
    case .foreignScript: "มีอักษรต่างชาติปนอยู่ในคำไทย"
    case .privateUse: "มีรหัสอักษรของแบบอักษรรุ่นเก่า"
    case .replacementCharacter: "มีตัวอักษรที่อ่านไม่ออก"
    case .invisible: "มีอักขระที่มองไม่เห็นแทรกอยู่"
    case .knownWord: "น่าจะสะกดคลาดเคลื่อน"
    }
  }

  /// What the kind means, in English.
  public var descriptionEN: String {
    switch self {
    case .splitSaraAm: "sara am typed as nikhahit and sara aa"
    case .doubledSaraE: "two sara e typed for sara ae"
    case .markAfterSaraAm: "tone mark behind sara am"
    case .markOrder: "vowel and tone marks in the wrong order"
    case .doubledMark: "doubled vowel or tone mark"
    case .floatingMark: "vowel or tone mark without a consonant"
    case .tornVowel: "vowel separated from its consonant"
    case .danglingVowel: "leading vowel without a consonant"
    case .foreignScript: "letters of another script in a Thai word"
    case .privateUse: "glyph number of an old font"
    case .replacementCharacter: "unreadable character"
    case .invisible: "invisible character"
    case .knownWord: "probably misread word"
    }
  }
}
