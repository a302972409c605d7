package import SourceText
package import Spreadsheets

/// Reads tables of text (RFC 4180) as sheets of one tab.
package enum CSVReader {
  /// How the bytes were turned into text.
  package enum Encoding: Sendable {
    case utf8
    case utf16
    /// TIS-620, or Windows-874, which holds it.
    case thai
  }

  /// What came of reading.
  package struct Table: Sendable {
    package let sheet: Sheet
    package let encoding: Encoding
  }

  /// Why a text is no table.
  package enum Problem: Error, Equatable {
    /// A quotation mark is not closed; the row in which it stands.
    case openQuote(row: Int)
    /// The bytes are no text.
    case notText
    /// More rows or columns than a sheet has.
    case tooLarge
  }

  /// Reads a file; the separator is the one of `,` `;` and tab that its first row has most of.
  ///
  /// The sheet has the name that Excel would give it: that of the file without its end.
  package static func read(_ source: SourceFile) throws(Problem) -> Table {
    let (bytes, encoding) = try text(source)
    var parser = Parser(bytes: bytes, separator: separator(bytes), sheet: Sheet(name: name(source)))
    try parser.run()
    return Table(sheet: parser.sheet, encoding: encoding)
  }

  /// The name of a file without folders and its last end.
  static func name(_ source: SourceFile) -> String {
    let last = source.name.utf8.split(separator: UInt8(ascii: "/")).last.map { Array($0) } ?? []
    let end = last.lastIndex(of: UInt8(ascii: ".")) ?? last.count
    return String(decoding: last[..<(end == 0 ? last.count : end)], as: UTF8.self)
  }

  private static func text(_ source: SourceFile) throws(Problem) -> ([UInt8], Encoding) {
    if source.isUTF16 {
      guard case .success(let bytes) = source.validUTF8Bytes() else { throw .notText }
      return (bytes, .utf16)
    }
    let hasMark = source.bytes.starts(with: [0xEF, 0xBB, 0xBF])
    let bytes = hasMark ? Array(source.bytes.dropFirst(3)) : source.bytes
    guard !bytes.contains(0) else { throw .notText }
    if String(validating: bytes, as: UTF8.self) != nil { return (bytes, .utf8) }
    guard !hasMark, let decoded = ThaiEncoding.utf8(bytes) else { throw .notText }
    return (decoded, .thai)
  }

  private static func separator(_ bytes: [UInt8]) -> UInt8 {
    var counts: [UInt8: Int] = [:]
    var isQuoted = false
    for byte in bytes.prefix(65_536) {
      if byte == UInt8(ascii: "\"") { isQuoted.toggle() }
      guard !isQuoted else { continue }
      if byte == UInt8(ascii: "\n"), !counts.isEmpty { break }
      if [UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: "\t")].contains(byte) {
        counts[byte, default: 0] += 1
      }
    }
    let order = [UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: "\t")]
    return order.max { counts[$0, default: 0] < counts[$1, default: 0] } ?? UInt8(ascii: ",")
  }

  private struct Parser {
    let bytes: [UInt8]
    let separator: UInt8
    var sheet: Sheet
    var index = 0
    var row = 1
    var column = 1

    mutating func run() throws(Problem) {
      while index < bytes.count {
        let field = try field()
        guard sheet.append(field, row: row, column: column) else { throw .tooLarge }
        guard index < bytes.count else { break }
        if bytes[index] == separator {
          column += 1
        } else {
          if bytes[index] == 0x0D, index + 1 < bytes.count, bytes[index + 1] == 0x0A { index += 1 }
          row += 1
          column = 1
        }
        index += 1
      }
    }

    /// One field; the index stops at what ends it.
    private mutating func field() throws(Problem) -> [UInt8] {
      guard index < bytes.count, bytes[index] == UInt8(ascii: "\"") else { return plain() }
      var text: [UInt8] = []
      index += 1
      while true {
        guard index < bytes.count else { throw .openQuote(row: row) }
        let byte = bytes[index]
        index += 1
        if byte != UInt8(ascii: "\"") {
          // Excel writes line ends inside cells as line feeds.
          if byte != 0x0D { text.append(byte) }
        } else if index < bytes.count, bytes[index] == UInt8(ascii: "\"") {
          text.append(byte)
          index += 1
        } else {
          return text + plain()
        }
      }
    }

    private mutating func plain() -> [UInt8] {
      let start = index
      while index < bytes.count, bytes[index] != separator, bytes[index] != 0x0A,
        bytes[index] != 0x0D
      { index += 1 }
      return Array(bytes[start..<index])
    }
  }
}

/// TIS-620 and the rest of Windows-874.
enum ThaiEncoding {
  /// The text as UTF-8; nil when a byte stands for nothing, or when there is no Thai letter.
  static func utf8(_ bytes: [UInt8]) -> [UInt8]? {
    var text = String.UnicodeScalarView()
    var letters = 0
    for byte in bytes {
      switch byte {
      case 0..<0x80: text.append(Unicode.Scalar(byte))
      case 0xA1...0xDA, 0xDF...0xFB:
        letters += 1
        text.append(Unicode.Scalar(UInt32(byte) - 0xA0 + 0x0E00) ?? " ")
      default:
        guard let scalar = others[byte] else { return nil }
        text.append(scalar)
      }
    }
    return letters > 0 ? Array(String(text).utf8) : nil
  }

  private static let others: [UInt8: Unicode.Scalar] = [
    0x80: "\u{20AC}", 0x85: "\u{2026}", 0x91: "\u{2018}", 0x92: "\u{2019}", 0x93: "\u{201C}",
    0x94: "\u{201D}", 0x95: "\u{2022}", 0x96: "\u{2013}", 0x97: "\u{2014}", 0xA0: "\u{A0}",
  ]
}
