import Diagnostics
import DocumentArena
import SourceText

/// Strings: the only part of JSON with content to check.
extension JSONScanner {
  mutating func stringValue(_ place: SourcePosition) throws(DiagnosticError) {
    let decoded = try string()
    guard let escaped = decoded.escaped else {
      return try builder.scalar(
        inSource: decoded.range.lowerBound,
        count: decoded.range.count,
        kind: .string,
        style: .doubleQuoted,
        line: place.line,
        column: place.column
      )
    }
    try unsafe escaped.withUnsafeBufferPointer { (text) throws(DiagnosticError) in
      try unsafe builder.scalar(
        text,
        kind: .string,
        style: .doubleQuoted,
        line: place.line,
        column: place.column
      )
    }
  }

  /// Passes a string and returns its bytes: a range of the source, or a copy when it has escapes.
  mutating func string() throws(DiagnosticError) -> (range: Range<Int>, escaped: [UInt8]?) {
    let opening = place
    offset += 1
    let start = offset
    var escaped: [UInt8]?
    while let byte = current {
      switch byte {
      case UInt8(ascii: "\""):
        let end = offset
        offset += 1
        return (start..<end, escaped)
      case UInt8(ascii: "\\"):
        if escaped == nil { escaped = unsafe Array(bytes[start..<offset]) }
        try escape(into: &escaped)
      case 0x00...0x1F: throw error(byte == 0x0A || byte == 0x0D ? .openString : .control)
      default:
        let length = byte < 0x80 ? 1 : try sequenceLength(byte)
        if escaped != nil { unsafe escaped?.append(contentsOf: bytes[offset..<offset + length]) }
        offset += length
        columnBase += length - 1
      }
      guard offset - start <= builder.limits.scalarBytes else {
        throw builder.stop(.scalarTooLong, at: opening)
      }
    }
    throw error(.openString, at: opening)
  }

  /// The length of a sequence of UTF-8, checked after the table of RFC 3629 section 4.
  private func sequenceLength(_ first: UInt8) throws(DiagnosticError) -> Int {
    let second = byte(after: 1)
    let length =
      switch first {
      case 0xC2...0xDF where second & 0xC0 == 0x80: 2
      case 0xE0 where 0xA0...0xBF ~= second, 0xE1...0xEC where 0x80...0xBF ~= second,
        0xED where 0x80...0x9F ~= second, 0xEE...0xEF where 0x80...0xBF ~= second:
        byte(after: 2) & 0xC0 == 0x80 ? 3 : 0
      case 0xF0 where 0x90...0xBF ~= second, 0xF1...0xF3 where 0x80...0xBF ~= second,
        0xF4 where 0x80...0x8F ~= second:
        byte(after: 2) & 0xC0 == 0x80 && byte(after: 3) & 0xC0 == 0x80 ? 4 : 0
      default: 0
      }
    guard length > 0 else {
      throw builder.stop(ReadableSource.invalidEncoding(builder.source.name, place))
    }
    return length
  }

  private mutating func escape(into text: inout [UInt8]?) throws(DiagnosticError) {
    let start = place
    offset += 1
    guard let byte = current else { throw error(.endOfFile) }
    offset += 1
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): text?.append(byte)
    case UInt8(ascii: "b"): text?.append(0x08)
    case UInt8(ascii: "f"): text?.append(0x0C)
    case UInt8(ascii: "n"): text?.append(0x0A)
    case UInt8(ascii: "r"): text?.append(0x0D)
    case UInt8(ascii: "t"): text?.append(0x09)
    case UInt8(ascii: "u"):
      let scalar = try unicodeEscape(start)
      text?.append(contentsOf: Array(String(scalar).utf8))
    default: throw error(.escape, at: start)
    }
  }

  private mutating func unicodeEscape(
    _ start: SourcePosition
  ) throws(DiagnosticError) -> Unicode.Scalar {
    var value = try hexDigits(start)
    if value & 0xFC00 == 0xD800 {
      guard current == UInt8(ascii: "\\"), byte(after: 1) == UInt8(ascii: "u") else {
        throw error(.surrogate, at: start)
      }
      offset += 2
      let low = try hexDigits(start)
      guard low & 0xFC00 == 0xDC00 else { throw error(.surrogate, at: start) }
      value = 0x10000 + (value & 0x3FF) << 10 + low & 0x3FF
    }
    guard let scalar = Unicode.Scalar(value) else { throw error(.surrogate, at: start) }
    return scalar
  }

  private mutating func hexDigits(_ start: SourcePosition) throws(DiagnosticError) -> UInt32 {
    var value: UInt32 = 0
    for _ in 0..<4 {
      guard let byte = current, let digit = hexValue(byte) else {
        throw error(.escape, at: start)
      }
      value = value << 4 | digit
      offset += 1
    }
    return value
  }

  private func hexValue(_ byte: UInt8) -> UInt32? {
    switch byte {
    case 0x30...0x39: UInt32(byte - 0x30)
    case 0x41...0x46: UInt32(byte - 0x41 + 10)
    case 0x61...0x66: UInt32(byte - 0x61 + 10)
    default: nil
    }
  }
}
