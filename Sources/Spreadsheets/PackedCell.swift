import SourceText

/// A cell in 16 bytes: place, kind and the number of its text.
struct PackedCell {
  enum Kind: UInt8 {
    case text
    case number
    case percentage
    case date
    case boolean
    case failure
    case uncomputed
  }

  let row: UInt32
  let column: UInt16
  let kind: Kind
  let isShared: Bool
  /// The number of the text in the sheet's buffer, or in that of the workbook.
  let text: UInt32

  var place: CellPlace { CellPlace(row: Int(row), column: Int(column)) }

  func content(_ text: @autoclosure () -> String) -> CellContent {
    switch kind {
    case .text: .text(text())
    case .number: .number(text())
    case .percentage: .percentage(text())
    case .date: .date(text())
    case .boolean: .boolean(text() == "1")
    case .failure: .failure(text())
    case .uncomputed: .uncomputed
    }
  }
}

/// Texts one behind the other in one buffer, by number; those that come again stand there once.
struct TextBuffer: Sendable {
  private var bytes: [UInt8] = []
  private var ends: [UInt32] = []
  private var recent = RecentTexts()

  var count: Int { ends.count }

  /// The size of all texts in bytes.
  var byteCount: Int { bytes.count }

  /// Adds a text and gives its number, which is that of an equal text added lately.
  mutating func intern(_ text: [UInt8]) -> UInt32 {
    let (slot, known) = unsafe text.withUnsafeBytes { unsafe recent.find($0) }
    if let known, bytes[range(of: Int(known))].elementsEqual(text) { return known }
    let number = append(text)
    recent.note(number, at: slot)
    return number
  }

  /// Adds a text and gives its number.
  @discardableResult
  mutating func append(_ text: [UInt8]) -> UInt32 {
    bytes += text
    ends.append(UInt32(truncatingIfNeeded: bytes.count))
    return UInt32(truncatingIfNeeded: ends.count - 1)
  }

  subscript(_ number: Int) -> String {
    guard number < ends.count else { return "" }
    return String(decoding: bytes[range(of: number)], as: UTF8.self)
  }

  private func range(of number: Int) -> Range<Int> {
    (number == 0 ? 0 : Int(ends[number - 1]))..<Int(ends[number])
  }
}
