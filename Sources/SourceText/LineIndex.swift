/// Where the lines of a text begin, and so the way between offsets and what people see.
///
/// Lines end at LF, CRLF or CR. A byte order mark at the start belongs to no column. Building costs
/// one pass over the bytes and four
/// bytes of memory a line; each question costs the length of one line, of a very long line only a piece.
public struct LineIndex: Sendable {
  /// The text.
  package let bytes: [UInt8]
  private let starts: [UInt32]
  /// Where the pieces of the lines longer than ``piece`` begin.
  private let marks: [Mark]

  /// A place inside a very long line.
  private struct Mark {
    let offset: UInt32
    let line: UInt32
    let column: UInt32
  }

  /// The length in bytes of the pieces into which very long lines are divided.
  private static let piece = 4096

  /// Finds the lines of a file.
  public init(_ source: SourceFile) {
    self.init(bytes: source.utf8Bytes)
  }

  /// Finds the lines of a text.
  public init(bytes: [UInt8]) {
    self.bytes = bytes
    var starts: [UInt32] = [bytes.starts(with: SourceFile.utf8Mark) ? 3 : 0]
    unsafe bytes.withUnsafeBufferPointer { buffer in
      var offset = 0
      while offset < buffer.count {
        let byte = unsafe buffer[offset]
        offset += 1
        guard byte == 0x0A || byte == 0x0D else { continue }
        if unsafe byte == 0x0D && offset < buffer.count && buffer[offset] == 0x0A { offset += 1 }
        starts.append(UInt32(truncatingIfNeeded: offset))
      }
    }
    self.starts = starts
    marks = Self.marks(bytes, starts)
  }

  private static func marks(_ bytes: [UInt8], _ starts: [UInt32]) -> [Mark] {
    var marks: [Mark] = []
    for index in starts.indices {
      let end = index + 1 < starts.count ? Int(starts[index + 1]) : bytes.count
      let start = Int(starts[index])
      guard end - start > piece else { continue }
      var cursor = UTF8Cursor(bytes[start..<end])
      var column: UInt32 = 1
      var next = start + piece
      while cursor.next() != nil {
        column += 1
        guard cursor.offset >= next else { continue }
        let offset = UInt32(truncatingIfNeeded: cursor.offset)
        marks.append(Mark(offset: offset, line: UInt32(index + 1), column: column))
        next += piece
      }
    }
    return marks
  }

  /// A place in a line at or before a column, near it, with its offset.
  func start(before position: SourcePosition) -> (column: UInt32, offset: Int) {
    let line = range(ofLine: position.line).lowerBound
    var low = 0
    var high = marks.count
    while low < high {
      let middle = (low + high) / 2
      let mark = marks[middle]
      let isBefore = (mark.line, mark.column) <= (position.line, position.column)
      if isBefore { low = middle + 1 } else { high = middle }
    }
    guard low > 0, marks[low - 1].line == position.line else { return (1, line) }
    return (marks[low - 1].column, Int(marks[low - 1].offset))
  }

  /// The number of lines; text after the last line end counts as a line, even when empty.
  public var lineCount: Int { starts.count }

  /// The offsets of a line's text without its line end; empty at the end for lines beyond it.
  public func range(ofLine line: UInt32) -> Range<Int> {
    let index = Int(line) - 1
    guard index >= 0 else { return 0..<0 }
    guard index < starts.count else { return bytes.count..<bytes.count }
    let start = Int(starts[index])
    var end = index + 1 < starts.count ? Int(starts[index + 1]) : bytes.count
    while end > start, bytes[end - 1] == 0x0A || bytes[end - 1] == 0x0D { end -= 1 }
    return start..<end
  }

  /// The bytes of a line without its line end; no copy is made.
  public func bytes(ofLine line: UInt32) -> ArraySlice<UInt8> { bytes[range(ofLine: line)] }

  /// The text of a line without its line end; bytes that are not UTF-8 become U+FFFD.
  public func text(ofLine line: UInt32) -> String {
    String(decoding: bytes[range(ofLine: line)], as: UTF8.self)
  }

  /// The line and column of an offset; offsets beyond the end read as the end.
  public func position(atOffset offset: Int) -> SourcePosition {
    let offset = min(max(offset, 0), bytes.count)
    var low = 0
    var high = starts.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if Int(starts[middle]) <= offset { low = middle } else { high = middle }
    }
    let start = min(Int(starts[low]), offset)
    var cursor = UTF8Cursor(bytes[start..<bytes.count])
    var column: UInt32 = 1
    while cursor.offset < offset, cursor.next() != nil {
      if cursor.offset <= offset { column += 1 }
    }
    return SourcePosition(line: UInt32(clamping: low + 1), column: column)
  }

  /// The offset of a place; a column beyond the end of its line reads as that end.
  public func offset(of position: SourcePosition) -> Int {
    let range = range(ofLine: position.line)
    var cursor = UTF8Cursor(bytes[range])
    var column: UInt32 = 1
    while column < position.column, cursor.next() != nil { column += 1 }
    return cursor.offset
  }

  /// The column of a place in UTF-16 units from 1, the unit of SARIF and LSP.
  public func utf16Column(of position: SourcePosition) -> UInt32 {
    var cursor = UTF8Cursor(bytes[range(ofLine: position.line)])
    var column: UInt32 = 1
    var units: UInt32 = 1
    while column < position.column, let scalar = cursor.next() {
      column += 1
      units += scalar.value > 0xFFFF ? 2 : 1
    }
    return units
  }
}
