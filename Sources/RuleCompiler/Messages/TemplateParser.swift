import Diagnostics
import SourceText

/// The pieces of one form of a sentence, placeholders not yet resolved.
struct ParsedTemplate {
  enum Piece {
    case text(String)
    /// A name with what follows the bars: `{plans|or}`, `{count|channel|channels}`.
    case placeholder(name: String, arguments: [String], span: SourceSpan)
  }

  private(set) var pieces: [Piece] = []
  private(set) var problem: (message: LocalizedText, span: SourceSpan)?

  /// Splits a sentence at its braces; `{{` and `}}` are braces.
  init(_ text: String) {
    let bytes = Array(text.utf8)
    var literal: [UInt8] = []
    var index = 0
    while index < bytes.count {
      let plain = Self.plainBytes(of: bytes, from: index)
      if !plain.isEmpty {
        literal += bytes[plain]
        index = plain.upperBound
        continue
      }
      let byte = bytes[index]
      let next = index + 1 < bytes.count ? bytes[index + 1] : 0
      if byte == UInt8(ascii: "{") || byte == UInt8(ascii: "}"), next == byte {
        literal.append(byte)
        index += 2
        continue
      }
      if byte == UInt8(ascii: "}") {
        fail(
          index,
          "วงเล็บปีกกาปิดไม่มีคู่ (พิมพ์ }} หากต้องการเครื่องหมายนี้)",
          "a closing brace without its opening one (write }} for a brace)"
        )
        return
      }
      guard let end = bytes[index...].firstIndex(of: UInt8(ascii: "}")) else {
        fail(
          index,
          "วงเล็บปีกกาเปิดไม่มีคู่ (พิมพ์ {{ หากต้องการเครื่องหมายนี้)",
          "an opening brace without its closing one (write {{ for a brace)"
        )
        return
      }
      flush(&literal)
      add(bytes[(index + 1)..<end])
      index = end + 1
    }
    flush(&literal)
  }

  /// What stands from a position up to the next brace.
  private static func plainBytes(of bytes: [UInt8], from start: Int) -> Range<Int> {
    var end = start
    while end < bytes.count, bytes[end] != UInt8(ascii: "{"), bytes[end] != UInt8(ascii: "}") {
      end += 1
    }
    return start..<end
  }

  private mutating func add(_ inner: ArraySlice<UInt8>) {
    let parts = inner.split(separator: UInt8(ascii: "|"), omittingEmptySubsequences: false)
      .map { String(decoding: $0, as: UTF8.self) }
    let span = SourceSpan(start: UInt32(inner.startIndex), end: UInt32(inner.endIndex))
    let name = parts.first ?? ""
    guard let path = PathSyntax(name), !path.goesThroughList else {
      problem = (
        LocalizedText(
          th: "“{\(name)}” ต้องเป็นชื่อหรือช่องข้อมูลเท่านั้น (ถ้าต้องคำนวณ ให้ตั้งชื่อใน define)",
          en: "\"{\(name)}\" must be a name or a field (name a calculation in define)"
        ), span
      )
      return
    }
    pieces.append(
      .placeholder(name: name, arguments: Array(parts.dropFirst()), span: span)
    )
  }

  private mutating func flush(_ literal: inout [UInt8]) {
    guard !literal.isEmpty else { return }
    pieces.append(.text(String(decoding: literal, as: UTF8.self)))
    literal = []
  }

  private mutating func fail(_ index: Int, _ th: String, _ en: String) {
    problem = (
      LocalizedText(th: th, en: en), SourceSpan(start: UInt32(index), end: UInt32(index + 1))
    )
  }
}
