public import DocumentArena
public import SourceText

/// The way from an offset in a scalar's text back to its place in the file.
///
/// Quotes, escapes, folded lines and indentation make the two differ, so the scalar is read again from
/// its first byte and each stretch is remembered. Made when a message needs it, for one scalar; the
/// cost is the length of the scalar, and of the file when no line index is given.
public struct ScalarMap: Sendable {
  private let lines: LineIndex
  private let pieces: ScalarPieces
  private let start: SourcePosition

  /// Whether reading again gave the text that the reader gave; if not, all places are the start.
  public let isExact: Bool

  /// Reads a scalar again.
  ///
  /// - Parameters:
  ///   - document: The document, from YAML or JSON.
  ///   - node: A scalar in it. The value of an alias, a list, a mapping and a node that stands in no
  ///     file have one place only, their own.
  ///   - lines: The lines of the document's file, if they are known already.
  public init(document: Document, node: NodeID, lines: LineIndex? = nil) {
    let lines = lines ?? LineIndex(document.source)
    self.lines = lines
    start = document.position(of: node) ?? SourcePosition(line: 1, column: 1)
    let text = document.bytes(of: node)
    let scanner = ScalarScanner(
      source: document.source.utf8Bytes,
      start: lines.offset(of: start),
      text: Array(text)
    )
    let pieces = document.position(of: node) == nil ? nil : scanner.scan(document.node(node).style)
    isExact = pieces?.decoded.elementsEqual(text) ?? false
    self.pieces = isExact ? pieces ?? ScalarPieces() : ScalarPieces()
  }

  /// The place of an offset in the scalar's UTF-8 text; the end of the text is an offset too.
  public func position(atUTF8Offset offset: Int) -> SourcePosition {
    guard let source = pieces.source(of: offset) else { return start }
    return lines.position(atOffset: source)
  }

  /// The place behind what stands before an offset: where a stretch that ends there ends in the file.
  ///
  /// At the end of a line of a folded scalar that is the end of that line; ``position(atUTF8Offset:)``
  /// gives the beginning of the next.
  public func end(atUTF8Offset offset: Int) -> SourcePosition {
    guard let source = pieces.end(of: offset) else { return start }
    return lines.position(atOffset: source)
  }
}

/// Stretches of a scalar's text and where they come from.
struct ScalarPieces: Sendable {
  private struct Piece {
    let text: Int
    let source: Int
    /// Whether text and source go on byte by byte; else the whole piece has one place.
    let isRun: Bool
  }

  private var pieces: [Piece] = []
  private(set) var decoded: [UInt8] = []

  /// Adds one byte that stands in the source as it is.
  mutating func append(_ byte: UInt8, at source: Int) {
    if let last = pieces.last, last.isRun, last.source - last.text == source - decoded.count {
      decoded.append(byte)
      return
    }
    pieces.append(Piece(text: decoded.count, source: source, isRun: true))
    decoded.append(byte)
  }

  /// Adds text that something else in the source stands for.
  mutating func append(contentsOf bytes: [UInt8], at source: Int) {
    pieces.append(Piece(text: decoded.count, source: source, isRun: false))
    decoded += bytes
  }

  /// Marks where the text ends.
  mutating func end(at source: Int) {
    pieces.append(Piece(text: decoded.count, source: source, isRun: false))
  }

  /// The offset in the source; nil when there are no pieces.
  func source(of offset: Int) -> Int? {
    piece(of: offset).map { $0.isRun ? $0.source + max(0, offset - $0.text) : $0.source }
  }

  /// The offset in the source behind what stands before an offset; nil when there are no pieces.
  func end(of offset: Int) -> Int? {
    guard offset > 0, let last = piece(of: offset - 1), last.isRun else {
      return source(of: offset)
    }
    return last.source + offset - last.text
  }

  private func piece(of offset: Int) -> Piece? {
    var low = 0
    var high = pieces.count
    guard high > 0 else { return nil }
    while high - low > 1 {
      let middle = (low + high) / 2
      if pieces[middle].text <= offset { low = middle } else { high = middle }
    }
    return pieces[low]
  }
}
