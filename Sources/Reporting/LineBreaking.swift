import SourceText

/// Breaks text into lines by columns.
///
/// Thai has no spaces between words, and words cannot be found without a dictionary. So a line ends
/// at a space where that does not leave it nearly empty, else before one of the small words that join
/// phrases (และ หรือ ของ ที่ …), else before a vowel that opens a syllable (เ แ โ ใ ไ), else at a boundary that tears no syllable apart: never between a letter and its
/// marks, before a vowel that follows its consonant, or inside a Latin word or a number.
struct LineBreaking {
  struct Cell {
    let scalar: Unicode.Scalar
    let width: Int
    let style: TextStyle
  }

  private let cells: [Cell]
  private var position = 0

  /// Takes text apart; white space of any kind becomes one space, unsafe characters are shown.
  init(_ runs: [TextRun]) {
    var cells: [Cell] = []
    for run in runs {
      for scalar in VisibleText.of(Self.oneLine(run.text)).unicodeScalars {
        let width = DisplayWidth.columns(of: scalar)
        cells.append(Cell(scalar: scalar, width: width, style: run.style))
      }
    }
    self.cells = cells
  }

  private static func oneLine(_ text: String) -> String {
    guard text.unicodeScalars.contains(where: { isLineSpace($0) }) else { return text }
    var line = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      guard isLineSpace(scalar) else {
        line.append(scalar)
        continue
      }
      if line.last != " " { line.append(" ") }
    }
    return String(line)
  }

  private static func isLineSpace(_ scalar: Unicode.Scalar) -> Bool {
    scalar == "\n" || scalar == "\r" || scalar == "\t" || scalar == "\u{85}"
      || scalar == "\u{2028}" || scalar == "\u{2029}"
  }

  /// The text with spaces at which no line is broken, unless it is longer than a line.
  static func unbroken(_ text: String) -> String {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(text.utf8.count + 16)
    for byte in text.utf8 {
      if byte == UInt8(ascii: " ") {
        bytes += [0xC2, 0xA0]
      } else {
        bytes.append(byte)
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// The next line of at most so many columns, without the spaces around the break; nil at the end.
  mutating func nextLine(columns: Int) -> ArraySlice<Cell>? {
    while position < cells.count, position > 0, cells[position].scalar == " " { position += 1 }
    guard position < cells.count else { return nil }
    let start = position
    var end = start
    var width = 0
    while end < cells.count, width + cells[end].width <= columns {
      width += cells[end].width
      end += 1
    }
    if end < cells.count { end = breakPoint(from: start, upTo: end, columns: columns) }
    position = end
    var last = end
    while last > start, cells[last - 1].scalar == " " { last -= 1 }
    return cells[start..<last]
  }

  /// The best place for the end of a line that is too long; always after `start`.
  private func breakPoint(from start: Int, upTo limit: Int, columns: Int) -> Int {
    var width = cells[start..<limit].reduce(0) { $0 + $1.width }
    var word: Int?
    var syllable: Int?
    var boundary: Int?
    var index = limit
    // A break that would leave the line more than two fifths empty is taken only for want of another.
    while index > start, width * 5 >= columns * 3 {
      if cells[index].scalar == " " { return index }
      if isBoundary(index) {
        boundary = boundary ?? index
        if isJoiningWord(index) { word = word ?? index }
        if Self.isLeadingVowel(cells[index].scalar.value) { syllable = syllable ?? index }
      }
      index -= 1
      width -= cells[index].width
    }
    if let found = word ?? syllable ?? boundary { return found }
    while index > start {
      if cells[index].scalar == " " || isBoundary(index) { return index }
      index -= 1
    }
    // One word without end: cut before a letter, so that marks stay with theirs.
    index = limit
    while index > start + 1, cells[index].width == 0 { index -= 1 }
    return cells[index].width == 0 ? max(limit, start + 1) : max(index, start + 1)
  }

  /// Whether a line may end before a cell.
  private func isBoundary(_ index: Int) -> Bool {
    guard index > 0, cells[index].width > 0 else { return false }
    let next = cells[index].scalar.value
    let previous = cells[index - 1].scalar.value
    if Self.isWordPart(previous), Self.isWordPart(next) { return false }
    // Below a tone mark may stand a vowel that needs a letter behind it.
    var vowel = index - 1
    while vowel > 0, 0x0E48...0x0E4B ~= cells[vowel].scalar.value { vowel -= 1 }
    return !Self.neverEnds(cells[vowel].scalar.value) && !Self.neverStarts(next)
  }

  /// Whether one of the small words that join phrases begins at a cell.
  private func isJoiningWord(_ index: Int) -> Bool {
    Self.joiningWords.contains { word in
      cells[index...].prefix(word.count).elementsEqual(word) { $0.scalar == $1 }
    }
  }

  private static let joiningWords: [[Unicode.Scalar]] = [
    "และ", "หรือ", "ของ", "ที่", "ซึ่ง", "เพื่อ", "โดย", "จาก", "กับ", "ตาม", "พร้อม", "ความ", "การ",
  ].map { Array($0.unicodeScalars) }

  /// Letters and figures of which words, numbers, dates and paths are made.
  private static func isWordPart(_ value: UInt32) -> Bool {
    switch value {
    case 0x0E00..<0x0E80: false
    case 0x21, 0x22, 0x28, 0x29, 0x2C, 0x3B, 0x3F, 0x5B, 0x5D: false
    default: value > 0x20 && value < 0x1100 || (0x0E50...0x0E59 ~= value)
    }
  }

  private static func isLeadingVowel(_ value: UInt32) -> Bool { 0x0E40...0x0E44 ~= value }

  /// What needs something behind it: leading vowels, ั ึ ื ็, opening brackets and quotes.
  private static func neverEnds(_ value: UInt32) -> Bool {
    switch value {
    case 0x0E40...0x0E44, 0x0E31, 0x0E36, 0x0E37, 0x0E47, 0x28, 0x5B, 0x7B, 0x201C, 0x2018: true
    default: false
    }
  }

  /// What belongs to the letter before it: ะ า ำ ๅ ๆ ฯ, closing brackets, quotes and points.
  private static func neverStarts(_ value: UInt32) -> Bool {
    switch value {
    case 0x0E30, 0x0E32, 0x0E33, 0x0E45, 0x0E46, 0x0E2F, 0x0E3A, 0x29, 0x5D, 0x7D, 0x201D, 0x2019,
      0x2C, 0x2E, 0x3A, 0x3B, 0x21, 0x3F, 0x25, 0x2026, 0xB7:
      true
    default: false
    }
  }
}
