/// The line around a place, cut to a width, and the carets that go under it.
///
/// Everything is counted in columns of a terminal, so the carets stand under the right letters in
/// Thai text too. The cost does not grow with the length of the line.
public struct Excerpt: Sendable {
  /// The text of the line, or the part of it around the place with `…` where it was cut.
  public let text: String

  /// Blanks and carets to be printed under the text.
  public let carets: String

  /// Places further right than this are not drawn: no person wrote such a line.
  private static let lastColumn: UInt32 = 1 << 20

  /// Draws the surroundings of a place; nil when the text has no such line or it cannot be drawn.
  ///
  /// - Parameters:
  ///   - lines: The lines of the file.
  ///   - position: The place.
  ///   - length: How many scalars to underline; at most to the end of what is shown.
  ///   - columns: The width to keep to, at least 16.
  public init?(
    _ lines: LineIndex,
    at position: SourcePosition,
    length: UInt32 = 1,
    columns: Int = 80
  ) {
    guard position.line >= 1, Int(position.line) <= lines.lineCount,
      position.column <= Self.lastColumn
    else { return nil }
    let columns = max(16, columns)
    var window = Window(lines, position, columns)
    window.cut(to: columns)
    text = String(window.text)
    let blanks = String(repeating: " ", count: window.caretColumn)
    carets = blanks + String(repeating: "^", count: window.caretCount(Int(length)))
  }
}

/// The part of a line that is shown, being cut to size.
private struct Window {
  struct Cell {
    let scalar: Unicode.Scalar
    let width: Int
  }

  private var before: [Cell]
  private var after: [Cell] = []
  private var isCutBefore: Bool
  private var isCutAfter = false

  /// Takes at most a screenful on both sides; marks without width are bounded too.
  init(_ lines: LineIndex, _ place: SourcePosition, _ columns: Int) {
    let most = columns * 4
    // The last scalars before the place, in a ring.
    var ring: [Cell] = []
    var passed = 0
    let wanted = SourcePosition(
      line: place.line,
      column: max(place.column, UInt32(most)) - UInt32(most)
    )
    let start = lines.start(before: wanted)
    let end = lines.range(ofLine: place.line).upperBound
    var cursor = UTF8Cursor(lines.bytes[min(start.offset, end)..<end])
    while passed < Int(place.column - start.column), let scalar = cursor.next() {
      let cell = Cell(scalar: scalar, width: DisplayWidth.columns(of: scalar))
      if ring.count < most { ring.append(cell) } else { ring[passed % most] = cell }
      passed += 1
    }
    isCutBefore = passed > most || start.column > 1
    let split = passed > most ? passed % most : 0
    before = Array(ring[split...] + ring[..<split])
    var width = 0
    while let scalar = cursor.next() {
      let cell = Cell(scalar: scalar, width: DisplayWidth.columns(of: scalar))
      width += cell.width
      if width > columns || after.count == most {
        isCutAfter = true
        break
      }
      after.append(cell)
    }
  }

  private static func width(of cells: [Cell]) -> Int { cells.reduce(0) { $0 + $1.width } }

  /// Drops what does not fit: the half before the place first, then the end.
  mutating func cut(to columns: Int) {
    let beforeWidth = Self.width(of: before)
    let afterWidth = Self.width(of: after)
    guard isCutBefore || isCutAfter || beforeWidth + afterWidth > columns else { return }
    let room = max(columns / 2, columns - afterWidth - (isCutAfter ? 1 : 0))
    if isCutBefore || beforeWidth > room { dropStart(to: room - 1) }
    let rest = columns - Self.width(of: before) - (isCutBefore ? 1 : 0)
    if isCutAfter || Self.width(of: after) > rest { dropEnd(to: rest - 1) }
  }

  private mutating func dropStart(to room: Int) {
    isCutBefore = true
    var width = Self.width(of: before)
    var dropped = 0
    while dropped < before.count, width > room || before[dropped].width == 0 {
      width -= before[dropped].width
      dropped += 1
    }
    before.removeFirst(dropped)
  }

  private mutating func dropEnd(to room: Int) {
    isCutAfter = true
    var width = 0
    var kept = 0
    while kept < after.count, width + after[kept].width <= room {
      width += after[kept].width
      kept += 1
    }
    after.removeLast(after.count - kept)
  }

  /// What is printed.
  var text: String.UnicodeScalarView {
    var text = String.UnicodeScalarView()
    if isCutBefore { text.append("…") }
    for cell in before { VisibleText.append(cell.scalar, to: &text) }
    for cell in after { VisibleText.append(cell.scalar, to: &text) }
    if isCutAfter { text.append("…") }
    return text
  }

  /// The columns before the first caret; a mark belongs to the letter before it.
  var caretColumn: Int {
    let column = Self.width(of: before) + (isCutBefore ? 1 : 0)
    guard let first = after.first, first.width == 0, let base = before.last(where: { $0.width > 0 })
    else { return column }
    return column - base.width
  }

  /// How many carets underline so many scalars.
  func caretCount(_ length: Int) -> Int {
    max(1, Self.width(of: Array(after.prefix(length))))
  }
}
