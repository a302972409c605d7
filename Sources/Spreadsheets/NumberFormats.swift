import OpenXML

/// What the formats of a workbook make of numbers: a number, a percentage or a date.
struct NumberFormats {
  enum Meaning {
    case number
    case percentage
    case date
  }

  private var meanings: [Meaning] = []

  /// The meaning of a cell's style.
  func meaning(ofStyle style: Int) -> Meaning {
    meanings.indices.contains(style) ? meanings[style] : .number
  }

  /// Reads the part of styles; without one, every number is a number.
  static func read(
    _ archive: PackageArchive,
    _ part: String?
  ) throws(PackageProblem) -> NumberFormats {
    guard let part, archive.part(part) != nil else { return NumberFormats() }
    let sink = StyleSink()
    try archive.parse(part, into: sink)
    var formats = NumberFormats()
    formats.meanings = sink.styles.map { number in
      sink.custom[number].map(meaning(ofCode:)) ?? meaning(ofBuiltIn: number)
    }
    return formats
  }

  /// The formats that are not written out in the file (ISO/IEC 29500-1, 18.8.30), Thai ones included.
  private static func meaning(ofBuiltIn number: Int) -> Meaning {
    switch number {
    case 9, 10, 67, 68: .percentage
    case 14...22, 27...36, 45...47, 50...58, 71...81: .date
    default: .number
    }
  }

  /// A code means a date when letters of dates stand outside quotes, brackets and escapes.
  static func meaning(ofCode code: String) -> Meaning {
    var isQuoted = false
    var isBracketed = false
    var isEscaped = false
    for byte in code.utf8 {
      if isEscaped {
        isEscaped = false
        continue
      }
      switch byte {
      case UInt8(ascii: "\\"), UInt8(ascii: "_"), UInt8(ascii: "*"): isEscaped = !isQuoted
      case UInt8(ascii: "\""): isQuoted.toggle()
      case UInt8(ascii: "[") where !isQuoted: isBracketed = true
      case UInt8(ascii: "]") where !isQuoted: isBracketed = false
      case _ where isQuoted || isBracketed: continue
      case UInt8(ascii: "%"): return .percentage
      case UInt8(ascii: "d"), UInt8(ascii: "D"), UInt8(ascii: "m"), UInt8(ascii: "M"),
        UInt8(ascii: "y"), UInt8(ascii: "Y"), UInt8(ascii: "h"), UInt8(ascii: "H"),
        UInt8(ascii: "s"), UInt8(ascii: "S"):
        return .date
      // The sections for negative numbers, zero and text say nothing new.
      case UInt8(ascii: ";"): return .number
      default: continue
      }
    }
    return .number
  }
}

/// Takes the number formats and the cell styles out of the part of styles.
private final class StyleSink: XMLSink {
  var custom: [Int: String] = [:]
  var styles: [Int] = []
  private var isInCellStyles = false

  func start(_ name: XMLName, _ attributes: XMLAttributes) {
    if name.isNamed("numFmt") {
      guard let id = attributes["numFmtId"].flatMap({ Int($0) }),
        let code = attributes["formatCode"]
      else { return }
      custom[id] = code
    } else if name.isNamed("cellXfs") {
      isInCellStyles = true
    } else if isInCellStyles, name.isNamed("xf") {
      styles.append(attributes["numFmtId"].flatMap { Int($0) } ?? 0)
    }
  }

  func end(_ name: XMLName) {
    if name.isNamed("cellXfs") { isInCellStyles = false }
  }

  func text(_ text: XMLText) {}
}
