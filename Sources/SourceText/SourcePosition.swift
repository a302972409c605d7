/// A place in a text as people count: lines and columns from 1.
///
/// Columns count Unicode scalars, the unit in which libyaml counts, so that Thai marks count too.
/// Renderers turn it into terminal columns (``DisplayWidth``) or UTF-16 units (SARIF, LSP).
public struct SourcePosition: Hashable, Comparable, Sendable {
  /// The line, from 1.
  public let line: UInt32

  /// The column in Unicode scalars, from 1.
  public let column: UInt32

  /// Makes a position; both parts count from 1.
  public init(line: UInt32, column: UInt32) {
    self.line = line
    self.column = column
  }

  /// Orders positions as they follow each other in the text.
  public static func < (a: SourcePosition, b: SourcePosition) -> Bool {
    (a.line, a.column) < (b.line, b.column)
  }
}

/// A half-open range of UTF-8 offsets in a text.
public struct SourceSpan: Hashable, Sendable {
  /// The offset of the first byte.
  public let start: UInt32

  /// The offset after the last byte.
  public let end: UInt32

  /// Makes a span; an end before the start is read as empty.
  public init(start: UInt32, end: UInt32) {
    self.start = start
    self.end = max(start, end)
  }

  /// The span of a range of offsets.
  public init(_ range: Range<Int>) {
    self.init(start: UInt32(clamping: range.lowerBound), end: UInt32(clamping: range.upperBound))
  }
}
