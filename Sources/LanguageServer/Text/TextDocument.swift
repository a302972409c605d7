import SourceText

/// The unit in which columns are counted between client and server.
enum PositionEncoding: String, Sendable {
  /// Bytes.
  case utf8 = "utf-8"
  /// Units of UTF-16, the standard of the protocol.
  case utf16 = "utf-16"
  /// Unicode scalars.
  case utf32 = "utf-32"

  /// The units of one scalar.
  func units(_ scalar: Unicode.Scalar) -> Int {
    switch self {
    case .utf8: UTF8.width(scalar)
    case .utf16: scalar.value > 0xFFFF ? 2 : 1
    case .utf32: 1
    }
  }

  /// The encoding for a client: the first of those that it offers that we know; UTF-16 when it offers none.
  static func agreed(_ offered: [String]) -> PositionEncoding {
    offered.lazy.compactMap { PositionEncoding(rawValue: $0) }.first ?? .utf16
  }
}

/// A place as the protocol has it: line and column from 0, columns in the units agreed on.
struct TextPosition: Hashable, Sendable {
  let line: Int
  let column: Int

  var json: JSONValue { ["line": .int(line), "character": .int(column)] }

  init(line: Int, column: Int) {
    self.line = line
    self.column = column
  }

  init?(_ node: JSONNode?) {
    guard let line = node?["line"]?.int, let column = node?["character"]?.int, line >= 0,
      column >= 0
    else { return nil }
    self.init(line: line, column: column)
  }
}

/// A text with its lines, for going between offsets and places.
struct TextLines: Sendable {
  let bytes: [UInt8]
  private let index: LineIndex

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    index = LineIndex(bytes: bytes)
  }

  var lineCount: Int { index.lineCount }

  /// The bytes of a line from 0, without its end; a byte order mark belongs to the first line here.
  func range(ofLine line: Int) -> Range<Int> {
    guard line < index.lineCount else { return bytes.count..<bytes.count }
    let range = index.range(ofLine: UInt32(clamping: line + 1))
    return line == 0 ? 0..<range.upperBound : range
  }

  /// The offset of a place; what is beyond the end of a line or of the text reads as that end.
  func offset(of place: TextPosition, _ encoding: PositionEncoding) -> Int {
    let range = range(ofLine: place.line)
    if encoding == .utf8 {
      var offset = min(range.lowerBound + min(place.column, range.count), range.upperBound)
      // Inside a letter means before it.
      while offset > range.lowerBound, offset < bytes.count, bytes[offset] & 0xC0 == 0x80 {
        offset -= 1
      }
      return offset
    }
    var cursor = UTF8Cursor(bytes[range])
    var units = 0
    var offset = range.lowerBound
    while units < place.column, let scalar = cursor.next() {
      units += encoding.units(scalar)
      guard units <= place.column else { break }
      offset = cursor.offset
    }
    return offset
  }

  /// The place of an offset.
  func position(of offset: Int, _ encoding: PositionEncoding) -> TextPosition {
    let offset = min(max(0, offset), bytes.count)
    let line = Int(index.position(atOffset: offset).line) - 1
    let range = range(ofLine: line)
    let end = min(offset, range.upperBound)
    if encoding == .utf8 { return TextPosition(line: line, column: max(0, end - range.lowerBound)) }
    var cursor = UTF8Cursor(bytes[range.lowerBound..<max(range.lowerBound, end)])
    var units = 0
    while let scalar = cursor.next() { units += encoding.units(scalar) }
    return TextPosition(line: line, column: units)
  }

  /// The offset of a place as diagnostics have it: line and column from 1, columns in scalars.
  func offset(of place: SourcePosition) -> Int { index.offset(of: place) }

  /// The offset so many scalars further on, at most at the end of the line.
  func offset(_ start: Int, plus scalars: Int) -> Int {
    let line = Int(index.position(atOffset: start).line) - 1
    let end = range(ofLine: line).upperBound
    guard start < end else { return start }
    var cursor = UTF8Cursor(bytes[start..<end])
    var count = 0
    while count < scalars, cursor.next() != nil { count += 1 }
    return cursor.offset
  }

  /// A range of offsets as the protocol has it.
  func json(_ range: Range<Int>, _ encoding: PositionEncoding) -> JSONValue {
    [
      "start": position(of: range.lowerBound, encoding).json,
      "end": position(of: range.upperBound, encoding).json,
    ]
  }
}

/// A document that is open in the editor.
struct TextDocument: Sendable {
  let uri: String
  /// The path, or the address itself for documents that are no files.
  let path: String
  var version: Int
  private(set) var lines: TextLines
  /// Its structure as far as it can be made out.
  private(set) var outline: LooseYAML

  /// The largest text of which an outline is made; above it there are diagnostics only.
  static let mostOutlined = 4 << 20

  init(uri: String, path: String, version: Int, bytes: [UInt8]) {
    self.uri = uri
    self.path = path
    self.version = version
    lines = TextLines(bytes)
    outline = Self.outline(of: bytes)
  }

  var bytes: [UInt8] { lines.bytes }

  private static func outline(of bytes: [UInt8]) -> LooseYAML {
    LooseYAML(bytes.count > mostOutlined ? [] : bytes)
  }

  /// Puts another text in the place of a range, or of the whole.
  mutating func apply(
    _ changes: [(range: Range<TextPosition>?, text: [UInt8])],
    _ encoding: PositionEncoding
  ) {
    for (range, text) in changes {
      guard let range else {
        lines = TextLines(text)
        continue
      }
      let start = lines.offset(of: range.lowerBound, encoding)
      let end = max(start, lines.offset(of: range.upperBound, encoding))
      var bytes = lines.bytes
      bytes.replaceSubrange(start..<end, with: text)
      lines = TextLines(bytes)
    }
    outline = Self.outline(of: lines.bytes)
  }
}

extension TextPosition: Comparable {
  static func < (a: TextPosition, b: TextPosition) -> Bool {
    (a.line, a.column) < (b.line, b.column)
  }
}
