/// Where the lines of a text begin, and so the way between offsets and what people see.
///
/// Lines end at LF, CRLF or CR. A byte order mark at the start belongs to no column. Building costs
/// one pass over the bytes and four
/// bytes of memory a line; each question costs the length of one line.
public struct LineIndex: Sendable {
  private let bytes: [UInt8]
  private let starts: [UInt32]

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
