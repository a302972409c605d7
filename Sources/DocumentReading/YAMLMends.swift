import Diagnostics
import SourceText

/// Edits that mend mistakes of YAML syntax, where what was meant shows in the line.
struct YAMLMends {
  private let source: SourceFile
  private let bytes: [UInt8]
  private let lines: LineIndex

  init(_ source: SourceFile) {
    self.source = source
    bytes = source.bytes
    lines = LineIndex(source)
  }

  /// The mends of a mistake at a place.
  func mends(_ code: DiagnosticCode, at place: SourcePosition?) -> [Mend] {
    guard let place, source.bytes == source.utf8Bytes else { return [] }
    let line = lines.range(ofLine: place.line)
    let offset = lines.offset(of: place)
    switch code {
    case .yamlControlCharacter: return deletion(offset)
    case .yamlTab: return untabbed(line)
    case .yamlUnexpectedColon, .yamlReservedCharacter: return quoted(line)
    case .yamlMissingColon: return spaced(line)
    default: return []
    }
  }

  private func mend(
    _ certainty: Mend.Certainty,
    _ title: LocalizedText,
    _ range: Range<Int>,
    _ text: String
  ) -> Mend {
    Mend(
      certainty,
      title,
      file: source.name,
      span: SourceSpan(range),
      replacement: text
    )
  }

  private func deletion(_ offset: Int) -> [Mend] {
    var cursor = UTF8Cursor(bytes[min(offset, bytes.count)..<bytes.count])
    guard cursor.next() != nil else { return [] }
    return [
      mend(
        .certain,
        LocalizedText(th: "ลบอักขระนี้", en: "delete the character"),
        offset..<cursor.offset,
        ""
      )
    ]
  }

  /// Two blanks for each tab before the text of a line: how deep a tab was meant nobody can tell.
  private func untabbed(_ line: Range<Int>) -> [Mend] {
    let end = line.first { bytes[$0] != 0x20 && bytes[$0] != 0x09 } ?? line.upperBound
    let indent = bytes[line.lowerBound..<end].reduce(0) { $0 + ($1 == 0x09 ? 2 : 1) }
    guard bytes[line.lowerBound..<end].contains(0x09) else { return [] }
    return [
      mend(
        .proposed,
        LocalizedText(th: "เปลี่ยนแท็บเป็นช่องว่างสองช่อง", en: "write two blanks for each tab"),
        line.lowerBound..<end,
        String(repeating: " ", count: indent)
      )
    ]
  }

  /// The value of `key: value` in quotes, when the line holds nothing else.
  private func quoted(_ line: Range<Int>) -> [Mend] {
    guard let start = valueStart(line) else { return [] }
    var end = line.upperBound
    while end > start, bytes[end - 1] == 0x20 || bytes[end - 1] == 0x09 { end -= 1 }
    guard start < end else { return [] }
    let value = bytes[start..<end]
    let signs: [UInt8] = [
      UInt8(ascii: "\""), UInt8(ascii: "'"), UInt8(ascii: "["), UInt8(ascii: "{"),
      UInt8(ascii: "|"),
      UInt8(ascii: ">"), UInt8(ascii: "&"), UInt8(ascii: "*"),
    ]
    guard let first = value.first, !signs.contains(first) else { return [] }
    let hasComment = zip(value, value.dropFirst()).contains {
      $0 == 0x20 && $1 == UInt8(ascii: "#")
    }
    return [
      mend(
        hasComment ? .proposed : .certain,
        LocalizedText(th: "ใส่เครื่องหมายคำพูดคร่อมข้อความ", en: "put the text in quotes"),
        start..<end,
        YAMLQuotes.around(String(decoding: value, as: UTF8.self))
      )
    ]
  }

  /// Where the value begins in a line `key: value` or `- key: value`.
  private func valueStart(_ line: Range<Int>) -> Int? {
    guard let after = keyEnd(line), bytes[after] == 0x20 else { return nil }
    return bytes[after..<line.upperBound].firstIndex { $0 != 0x20 }
  }

  /// What stands behind the colon of a line `key:…` or `- key:…` in which something does.
  private func keyEnd(_ line: Range<Int>) -> Int? {
    var offset =
      line.first { bytes[$0] != 0x20 && bytes[$0] != UInt8(ascii: "-") } ?? line.upperBound
    let key = offset
    while offset < line.upperBound, Self.isKeyLetter(bytes[offset]) { offset += 1 }
    guard offset > key, offset + 1 < line.upperBound, bytes[offset] == UInt8(ascii: ":")
    else { return nil }
    return offset + 1
  }

  /// `key:value` with the blank that makes it a key.
  private func spaced(_ line: Range<Int>) -> [Mend] {
    guard let after = keyEnd(line) else { return [] }
    return [
      mend(
        .certain,
        LocalizedText(th: "เว้นวรรคหลัง :", en: "put a blank behind the colon"),
        after..<after,
        " "
      )
    ]
  }

  private static func isKeyLetter(_ byte: UInt8) -> Bool {
    (0x30...0x39).contains(byte) || (0x61...0x7A).contains(byte | 0x20) || byte == UInt8(ascii: "_")
      || byte == UInt8(ascii: "-")
  }
}
