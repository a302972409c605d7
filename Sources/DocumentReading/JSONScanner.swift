import Diagnostics
import DocumentArena
import SourceText

/// One pass over the bytes of a JSON text; the open lists and mappings are the builder's.
@safe
struct JSONScanner: ~Copyable {
  /// What may come next.
  private enum Expectation {
    case value
    /// A value or the end of a list that has just begun.
    case valueOrEnd
    case key
    /// A key or the end of a mapping that has just begun.
    case keyOrEnd
    case commaOrEnd
  }

  let bytes: UnsafeBufferPointer<UInt8>
  var builder: ArenaBuilder
  var offset = 0
  /// Where the line in hand begins, moved on by the bytes that do not begin a scalar: so that the
  /// column is a subtraction.
  var columnBase = 0
  var line: UInt32 = 1
  private let allowsSeveral: Bool

  init(_ bytes: UnsafeBufferPointer<UInt8>, _ builder: consuming ArenaBuilder, allowsSeveral: Bool)
  {
    unsafe self.bytes = bytes
    self.builder = builder
    self.allowsSeveral = allowsSeveral
    if unsafe bytes.starts(with: [0xEF, 0xBB, 0xBF]) {
      offset = 3
      columnBase = 3
    }
  }

  /// Reads all values.
  mutating func run() throws(DiagnosticError) {
    while skipBlanks() != nil {
      try document()
      let lineOfEnd = line
      guard skipBlanks() != nil else { break }
      guard allowsSeveral, line > lineOfEnd else { throw error(.textAfterEnd) }
    }
  }

  private mutating func document() throws(DiagnosticError) {
    var expectation = Expectation.value
    while true {
      guard let byte = skipBlanks() else { throw error(.endOfFile) }
      expectation = try step(byte, expectation)
      if expectation == .commaOrEnd, builder.depth == 0 { break }
    }
    try builder.finishDocument()
  }

  private mutating func step(
    _ byte: UInt8,
    _ expectation: Expectation
  ) throws(DiagnosticError) -> Expectation {
    switch expectation {
    case .commaOrEnd: return try commaOrEnd(byte)
    case .keyOrEnd where byte == UInt8(ascii: "}"), .valueOrEnd where byte == UInt8(ascii: "]"):
      offset += 1
      builder.close()
      return .commaOrEnd
    case .key, .keyOrEnd:
      try key(byte)
      return .value
    case .value, .valueOrEnd: return try value(byte)
    }
  }

  private mutating func commaOrEnd(_ byte: UInt8) throws(DiagnosticError) -> Expectation {
    let isMap = builder.top.isMap
    switch byte {
    case UInt8(ascii: ","):
      let comma = place
      offset += 1
      let next = skipBlanks()
      if next == UInt8(ascii: "}") || next == UInt8(ascii: "]") {
        throw error(.trailingComma, at: comma)
      }
      return isMap ? .key : .value
    case UInt8(ascii: "}") where isMap, UInt8(ascii: "]") where !isMap:
      offset += 1
      builder.close()
      return .commaOrEnd
    default: throw error(isMap ? .commaOrBrace : .commaOrBracket)
    }
  }

  private mutating func key(_ byte: UInt8) throws(DiagnosticError) {
    guard byte == UInt8(ascii: "\"") else { throw error(.keyWithoutQuotes) }
    let place = place
    let decoded = try string()
    if let escaped = decoded.escaped {
      try unsafe escaped.withUnsafeBufferPointer { (text) throws(DiagnosticError) in
        try unsafe builder.key(text, line: place.line, column: place.column)
      }
    } else {
      let text = unsafe UnsafeBufferPointer(rebasing: bytes[decoded.range])
      try unsafe builder.key(text, line: place.line, column: place.column)
    }
    guard skipBlanks() == UInt8(ascii: ":") else { throw error(.colon) }
    offset += 1
  }

  private mutating func value(_ byte: UInt8) throws(DiagnosticError) -> Expectation {
    let place = place
    switch byte {
    case UInt8(ascii: "{"), UInt8(ascii: "["):
      let isMap = byte == UInt8(ascii: "{")
      try builder.begin(isMap: isMap, line: place.line, column: place.column)
      offset += 1
      return isMap ? .keyOrEnd : .valueOrEnd
    case UInt8(ascii: "\""): try stringValue(place)
    case UInt8(ascii: "-"), 0x30...0x39: try number(place)
    case UInt8(ascii: "t"): try word("true", .bool, place)
    case UInt8(ascii: "f"): try word("false", .bool, place)
    case UInt8(ascii: "n"): try word("null", .null, place)
    default: throw error(.value(byte))
    }
    return .commaOrEnd
  }
}

// MARK: - Places and blanks

extension JSONScanner {
  /// The place of the next byte.
  var place: SourcePosition {
    SourcePosition(line: line, column: UInt32(clamping: offset - columnBase + 1))
  }

  /// The byte at the offset, or nil at the end.
  var current: UInt8? { unsafe offset < bytes.count ? bytes[offset] : nil }

  /// A byte further on, 0 beyond the end.
  func byte(after distance: Int) -> UInt8 {
    unsafe offset + distance < bytes.count ? bytes[offset + distance] : 0
  }

  /// Passes blanks and line ends, and returns the byte after them, nil at the end.
  private mutating func skipBlanks() -> UInt8? {
    while let byte = current {
      switch byte {
      case 0x20, 0x09: offset += 1
      case 0x0A, 0x0D:
        offset += 1
        if byte == 0x0D, current == 0x0A { offset += 1 }
        line += 1
        columnBase = offset
      default: return byte
      }
    }
    return nil
  }

  func error(_ problem: JSONProblem, at position: SourcePosition? = nil) -> DiagnosticError {
    builder.stop(problem.diagnostic(builder.source.name, position ?? place))
  }
}

// MARK: - Numbers and words

extension JSONScanner {
  private mutating func number(_ place: SourcePosition) throws(DiagnosticError) {
    let start = offset
    var kind = NodeKind.int
    if current == UInt8(ascii: "-") { offset += 1 }
    let firstDigit = current
    let digits = skipDigits()
    guard digits > 0 else { throw error(.number, at: place) }
    if firstDigit == 0x30, digits > 1 { throw error(.number, at: place) }
    if current == UInt8(ascii: ".") {
      kind = .double
      offset += 1
      guard skipDigits() > 0 else { throw error(.number, at: place) }
    }
    if let byte = current, byte | 0x20 == UInt8(ascii: "e") {
      kind = .double
      offset += 1
      if let sign = current, sign == 0x2B || sign == 0x2D { offset += 1 }
      guard skipDigits() > 0 else { throw error(.number, at: place) }
    }
    try scalar(start, kind, place)
  }

  private mutating func skipDigits() -> Int {
    let start = offset
    while let byte = current, byte &- 0x30 < 10 { offset += 1 }
    return offset - start
  }

  private mutating func word(
    _ word: StaticString,
    _ kind: NodeKind,
    _ place: SourcePosition
  ) throws(DiagnosticError) {
    let start = offset
    while let byte = current, (byte | 0x20) &- 0x61 < 26 { offset += 1 }
    let text = unsafe bytes[start..<offset]
    let expected = unsafe UnsafeBufferPointer(
      start: word.utf8Start,
      count: word.utf8CodeUnitCount
    )
    guard unsafe text.elementsEqual(expected) else {
      throw unsafe error(.value(bytes[start]), at: place)
    }
    try scalar(start, kind, place)
  }

  private mutating func scalar(
    _ start: Int,
    _ kind: NodeKind,
    _ place: SourcePosition
  ) throws(DiagnosticError) {
    guard offset - start <= builder.limits.scalarBytes else {
      throw builder.stop(.scalarTooLong, at: place)
    }
    try builder.scalar(
      inSource: start,
      count: offset - start,
      kind: kind,
      style: .plain,
      line: place.line,
      column: place.column
    )
  }
}
