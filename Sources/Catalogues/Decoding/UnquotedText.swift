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
    guard let line = document.keyPosition(of: node)?.line else { return nil }
    let bytes = lineBytes(document, line)
    let key = Array(document.keyName(of: node).utf8)
    guard let start = find(key, in: bytes) else { return nil }
    var index = start + key.count
    while index < bytes.count,
      bytes[index] == 0x20 || bytes[index] == 0x3A
        || bytes[index] == 0x22 || bytes[index] == 0x27
    {
      index += 1
    }
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

  /// The bytes of one line of the file, counted from 1.
  private static func lineBytes(_ document: Document, _ line: UInt32) -> [UInt8] {
    var current: UInt32 = 1
    var result: [UInt8] = []
    for byte in document.source.bytes {
      if byte == 0x0A {
        if current == line { break }
        current += 1
      } else if current == line {
        result.append(byte)
      }
    }
    return result
  }

  private static func find(_ part: [UInt8], in bytes: [UInt8]) -> Int? {
    guard !part.isEmpty, part.count <= bytes.count else { return nil }
    return (0...(bytes.count - part.count)).first { start in
      bytes[start..<(start + part.count)].elementsEqual(part)
    }
  }
}
