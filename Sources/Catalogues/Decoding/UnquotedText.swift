package import Diagnostics
package import DocumentArena
import SourceText

/// What YAML makes of texts that should have been quoted, told in terms of what was meant.
package enum UnquotedText {
  /// The way out when a key without value is probably the rest of a text that a comma cut.
  package static func helpForCut(_ name: String, _ keys: [String]) -> LocalizedText {
    if let near = Suggestion.nearest(to: name, among: keys) {
      return LocalizedText(
        th: "หมายถึง \(DecodingWords.quoted(near)) หรือไม่",
        en: "did you mean \(DecodingWords.quoted(near))?"
      )
    }
    return LocalizedText(
      th:
        "ถ้าเป็นส่วนท้ายของข้อความก่อนหน้า จุลภาคได้ตัดข้อความนั้น ให้ใส่ข้อความทั้งหมดในเครื่องหมายคำพูด หรือเขียนแยกบรรทัดโดยไม่ใช้วงเล็บปีกกา",
      en:
        "if it is the rest of the text before it, a comma has cut that text: quote the whole text, or write it on lines of its own without braces"
    )
  }

  /// The way out when a value is empty because YAML read its beginning as a sign of its own.
  package static func help(forEmpty node: NodeID, _ decoder: FileDecoder) -> LocalizedText? {
    let document = decoder.document
    guard let position = document.keyPosition(of: node) else { return nil }
    let bytes = document.source.bytes
    var index = LineIndex(document.source).offset(of: position)
    index += document.keyName(of: node).utf8.count
    // The key may stand in quotes; then its colon and spaces.
    while index < bytes.count, [0x20, 0x3A, 0x22, 0x27].contains(bytes[index]) { index += 1 }
    guard index < bytes.count else { return nil }
    let sign: String
    switch bytes[index] {
    case UInt8(ascii: "!"): sign = "!"
    case UInt8(ascii: "&"): sign = "&"
    default: return nil
    }
    return LocalizedText(
      th: "YAML อ่าน \(sign) ที่ต้นข้อความเป็นเครื่องหมายของ YAML เอง ให้ใส่ข้อความทั้งหมดในเครื่องหมาย '…'",
      en:
        "YAML takes \(sign) at the beginning of a text for a sign of its own: put the whole text in '…'"
    )
  }
}
