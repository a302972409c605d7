import PlanValues
import ThaiText

/// What lines of forms are, besides values.
enum WordLine {
  /// Whether it is a line to sign on, with which a form ends.
  static func isSignature(_ text: String) -> Bool {
    var rest = ListText.trimmed(text)
    if rest.utf8.first == UInt8(ascii: "(") { rest = Lead.dropped(rest, "(".utf8.count) }
    guard rest.utf8.starts(with: "ลงชื่อ".utf8) else { return false }
    rest = Lead.dropped(rest, "ลงชื่อ".utf8.count)
    if rest.utf8.first == UInt8(ascii: ")") { rest = Lead.dropped(rest, 1) }
    guard let next = rest.unicodeScalars.first(where: { $0 != " " }) else { return true }
    return "._…\t".unicodeScalars.contains(next)
  }

  /// Whether it leads to the entries of a list and is none: “มีดังนี้”, “เชิงปริมาณ”.
  static func isLead(_ text: String) -> Bool {
    Lead.ends(HeadingText.key(text), with: ["ดังนี้", "ต่อไปนี้", "เชิงปริมาณ", "เชิงคุณภาพ"])
  }

  /// The entries of a paragraph, without the numbers in front of them; a bare number that does not count them is
  /// part of what an entry says.
  static func entries(_ text: String, after count: Int) -> [String] {
    var entries: [String] = []
    for line in text.unicodeScalars.split(separator: "\n").map({ ListText.trimmed(String($0)) }) {
      let number = HeadingText.number(line)
      let isText = number?.mark == " " && number?.value != count + entries.count + 1
      let entry = isText ? line : ListText.trimmed(HeadingText.withoutNumber(line))
      if !ThaiText.isBlank(entry) { entries.append(entry) }
    }
    return entries
  }
}

/// Words that people write in front of a value.
enum Lead {
  /// A text without some words, blanks and colons in front of it.
  static func without(_ words: [String], _ text: String) -> String {
    var rest = ListText.trimmed(text)
    while true {
      if let word = words.first(where: { rest.utf8.starts(with: $0.utf8) }) {
        rest = ListText.trimmed(dropped(rest, word.utf8.count))
      } else if rest.utf8.first == UInt8(ascii: ":") {
        rest = ListText.trimmed(dropped(rest, 1))
      } else {
        return rest
      }
    }
  }

  static func ends(_ text: String, with words: [String]) -> Bool {
    words.contains { word in
      text.utf8.count >= word.utf8.count
        && text.utf8.suffix(word.utf8.count).elementsEqual(word.utf8)
    }
  }

  /// Never by `Character`: a blank and a Thai sign behind it are one.
  static func dropped(_ text: String, _ bytes: Int) -> String {
    String(decoding: text.utf8.dropFirst(bytes), as: UTF8.self)
  }

  /// A text parted before the bracket at its end; the bracket is nil when there is none.
  static func bracket(of text: String) -> (text: String, inside: String?) {
    let bytes = Array(text.utf8)
    guard bytes.last == UInt8(ascii: ")"), let open = bytes.lastIndex(of: UInt8(ascii: "(")) else {
      return (text, nil)
    }
    return (
      ListText.trimmed(String(decoding: bytes[..<open], as: UTF8.self)),
      ListText.trimmed(String(decoding: bytes[(open + 1)...].dropLast(), as: UTF8.self))
    )
  }
}

/// Texts of two ends: “1 ตุลาคม 2568 – 30 กันยายน 2569”, “จาก … ถึง …”.
enum SpanText {
  /// One side of a text that a dash or the word for “until” parts; the first side of others is all of it.
  static func side(_ side: Int, of text: String) -> String {
    let scalars = Array(text.unicodeScalars)
    for parting in ["จนถึง", "ถึง", " – ", " - ", "–", "—"] {
      let part = Array(parting.unicodeScalars)
      guard scalars.count >= part.count else { continue }
      for start in 0...scalars.count - part.count
      where scalars[start..<start + part.count].elementsEqual(part) {
        let half = side == 1 ? scalars[..<start] : scalars[(start + part.count)...]
        return ListText.trimmed(String(String.UnicodeScalarView(half)))
      }
    }
    return side == 1 ? text : ""
  }
}

/// Days as forms have them: “ตั้งแต่วันที่ 1 ตุลาคม 2569”.
enum DayText {
  private static let leads = ["เริ่มตั้งแต่", "ตั้งแต่", "ระหว่าง", "เริ่ม", "จาก", "วันที่", "ณ"]

  /// The day alone; a text without a day as it stands.
  static func read(_ text: String) -> String {
    var day = Lead.without(leads, text)
    let (before, inside) = Lead.bracket(of: day)
    if let inside, isLength(inside) { day = before }
    return CalendarDate.read(day) == nil ? text : day
  }

  /// Whether a text says how long: “12 เดือน”.
  private static func isLength(_ text: String) -> Bool {
    let key = HeadingText.key(Lead.without(["รวม", "ระยะเวลา", "จำนวน"], text))
    let unit = key.unicodeScalars.drop { (0x30...0x39).contains($0.value) }
    return unit.count < key.unicodeScalars.count
      && ["วัน", "เดือน", "ปี", "สัปดาห์"].contains { $0.unicodeScalars.elementsEqual(unit) }
  }
}

/// Amounts as forms have them: “รวมทั้งสิ้น 120,000 บาท (หนึ่งแสนสองหมื่นบาทถ้วน)”.
enum AmountText {
  /// Words that say nothing but that an amount follows; the longer of two that begin alike first.
  private static let leads = [
    "รวม", "ทั้งสิ้น", "ทั้งหมด", "เป็นเงิน", "จำนวนเงิน", "จำนวน", "งบประมาณ", "วงเงิน", "เงิน",
  ]

  /// The amount alone; a text that leaves a doubt as it stands.
  static func read(_ text: String) -> String {
    var amount = Lead.without(leads, text)
    let (before, inside) = Lead.bracket(of: amount)
    if let inside {
      guard isInWords(inside) else { return text }
      amount = before
    }
    return Lead.ends(amount, with: ["บาท", "บาทถ้วน"]) && Money(amount) != nil ? amount : text
  }

  /// Whether a text is an amount in words.
  private static func isInWords(_ text: String) -> Bool {
    !HeadingText.key(text).utf8.contains { 0x30...0x39 ~= $0 }
      && Lead.ends(text, with: ["บาท", "บาทถ้วน", "สตางค์"])
  }
}
