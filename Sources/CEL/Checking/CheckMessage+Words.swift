import Diagnostics

/// Parts of sentences, and what to write instead.
extension CheckMessage {
  static func beginningOfNames(_ name: String) -> LocalizedText {
    LocalizedText(
      th: "\(name) เป็นส่วนต้นของชื่อ ใช้เดี่ยว ๆ ไม่ได้",
      en: "\(name) is only the beginning of names"
    )
  }

  static func writeOne(of names: [String]) -> LocalizedText {
    let shown = names.prefix(3)
    return LocalizedText(
      th: "ให้เขียน \(shown.joined(separator: " หรือ "))",
      en: "write \(shown.joined(separator: " or "))"
    )
  }

  static func askWhether(_ call: String) -> LocalizedText {
    LocalizedText(
      th: "ถ้าต้องการรู้ว่ากรอกแล้วหรือไม่ ให้เขียน \(call)",
      en: "to ask whether it is filled in, write \(call)"
    )
  }

  static func chooseField(_ fields: [String]) -> LocalizedText {
    let limit = 4
    let more = fields.count > limit ? " …" : ""
    let th = fields.prefix(limit).joined(separator: " ") + more
    let en = fields.prefix(limit).joined(separator: ", ") + more
    return LocalizedText(th: "ให้ใช้ช่องข้อมูลข้างใน เช่น \(th)", en: "use a field of it, such as \(en)")
  }

  /// Parts of a Thai sentence: a space stands only beside letters of another script.
  static func thai(_ parts: String...) -> String {
    parts.reduce(into: "") { text, part in
      let isThai = [text.unicodeScalars.last, part.unicodeScalars.first].allSatisfy { scalar in
        scalar.map { (0x0E00...0x0E7F).contains($0.value) } ?? true
      }
      text += (isThai || text.isEmpty ? "" : " ") + part
    }
  }

  static func thaiList(_ parts: [String]) -> String {
    guard parts.count > 1, let last = parts.last else { return parts.first ?? "" }
    return thai(parts.dropLast().joined(separator: " "), "และ", last)
  }
}
