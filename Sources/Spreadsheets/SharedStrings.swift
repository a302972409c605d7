import OpenXML

/// The texts that the sheets of a workbook share.
enum SharedStrings {
  static func read(_ archive: PackageArchive, _ part: String?) throws(PackageProblem) -> TextBuffer
  {
    guard let part, archive.part(part) != nil else { return TextBuffer() }
    let sink = SharedStringSink()
    try archive.parse(part, into: sink)
    return sink.texts
  }
}

/// Joins the runs of each text; pronunciation marks (`rPh`) are no part of it.
private final class SharedStringSink: XMLSink {
  var texts = TextBuffer()
  private var current: [UInt8] = []
  private var isInText = false
  private var phonetics = 0

  func start(_ name: XMLName, _ attributes: XMLAttributes) {
    if name.isNamed("t") {
      isInText = phonetics == 0
    } else if name.isNamed("rPh") {
      phonetics += 1
    }
  }

  func end(_ name: XMLName) {
    if name.isNamed("t") {
      isInText = false
    } else if name.isNamed("rPh") {
      phonetics -= 1
    } else if name.isNamed("si") {
      texts.append(EscapedText.resolved(current))
      current.removeAll(keepingCapacity: true)
    }
  }

  func text(_ text: XMLText) {
    if isInText { text.append(to: &current) }
  }
}

/// Texts of cells may hold `_x000D_` for characters that XML cannot hold (ISO/IEC 29500-1, 22.9.2.19).
enum EscapedText {
  static func resolved(_ text: [UInt8]) -> [UInt8] {
    guard text.contains(UInt8(ascii: "_")) else { return text }
    var result: [UInt8] = []
    var index = 0
    while index < text.count {
      if let value = escape(text, index) {
        result += Array(String(value).utf8)
        index += 7
      } else {
        result.append(text[index])
        index += 1
      }
    }
    return result
  }

  /// The text with everything escaped that XML cannot hold, and what looks like an escape.
  static func escaped(_ text: String) -> String {
    var result = ""
    let bytes = Array(text.utf8)
    var offset = 0
    for scalar in text.unicodeScalars {
      let isControl = scalar.value < 0x20 && scalar != "\n" && scalar != "\t"
      if isControl || scalar == "\u{FFFE}" || scalar == "\u{FFFF}" {
        result += hexadecimal(scalar.value)
      } else if scalar == "_", escape(bytes, offset) != nil {
        result += hexadecimal(0x5F)
      } else {
        result.unicodeScalars.append(scalar)
      }
      offset += UTF8.width(scalar)
    }
    return result
  }

  private static func hexadecimal(_ value: UInt32) -> String {
    let digits = String(value, radix: 16, uppercase: true)
    return "_x" + String(repeating: "0", count: 4 - digits.utf8.count) + digits + "_"
  }

  private static func escape(_ text: [UInt8], _ index: Int) -> Character? {
    guard index + 7 <= text.count, text[index] == UInt8(ascii: "_"),
      text[index + 1] == UInt8(ascii: "x"), text[index + 6] == UInt8(ascii: "_")
    else { return nil }
    let digits = String(decoding: text[(index + 2)..<(index + 6)], as: UTF8.self)
    guard let value = UInt32(digits, radix: 16), let scalar = Unicode.Scalar(value) else {
      return nil
    }
    return Character(scalar)
  }
}

/// What a cell can hold.
enum CellText {
  /// The most UTF-16 units of a text; Excel mends a file with more by throwing the text away.
  static let longest = 32_767

  /// A text as far as a cell can hold it, with a sign where it was cut.
  static func fitting(_ text: String) -> String {
    guard text.utf16.count > longest else { return text }
    var units = 0
    var end = text.unicodeScalars.startIndex
    for index in text.unicodeScalars.indices {
      units += UTF16.width(text.unicodeScalars[index])
      guard units < longest else { break }
      end = text.unicodeScalars.index(after: index)
    }
    return String(text.unicodeScalars[..<end]) + "…"
  }
}
