import SourceText
import Spreadsheets
import ThaiText

/// A sheet with what the search for headings needs: texts by their form, merged ranges by column.
final class SheetView {
  /// The number of the sheet, or of the block for a table of a Word document.
  let number: Int
  let sheet: Sheet
  private let isBlock: Bool
  private lazy var labels = makeLabels()
  private lazy var ranges = makeRanges()

  /// How far down headings and labels are looked for.
  static let deepestHeading = 300
  /// How long a heading may be, in bytes.
  private static let longestHeading = 600

  init(_ sheet: Sheet, number: Int, isBlock: Bool = false) {
    self.sheet = sheet
    self.number = number
    self.isBlock = isBlock
  }

  /// A cell as a position of the arena.
  func position(_ place: CellPlace) -> SourcePosition {
    isBlock
      ? PlaceScheme.block(number, row: place.row, column: place.column)
      : PlaceScheme.cell(sheet: number, row: place.row, column: place.column)
  }

  /// The cells with a text, by its form.
  func places(of key: String) -> [CellPlace] { labels[key] ?? [] }

  /// The cell of a label: the leftmost with its text, because a value may read like a label.
  func label(_ key: String) -> CellPlace? {
    places(of: key).min { ($0.column, $0.row) < ($1.column, $1.row) }
  }

  /// The range that covers a cell, if it is merged.
  func range(at place: CellPlace) -> CellRange? {
    guard !sheet.merged.isEmpty, let column = ranges[place.column] else { return nil }
    var low = 0
    var high = column.count
    while low < high {
      let middle = (low + high) / 2
      if column[middle].first.row <= place.row { low = middle + 1 } else { high = middle }
    }
    guard low > 0, column[low - 1].contains(place) else { return nil }
    return column[low - 1]
  }

  /// The form of a heading; of a merged one in each of its columns.
  func heading(_ place: CellPlace) -> String {
    let place = range(at: place)?.first ?? place
    guard case .text(let text) = sheet[place], text.utf8.count <= Self.longestHeading else {
      return ""
    }
    return HeadingText.key(text)
  }

  /// The text of a cell as people see it; "" for others than texts.
  func text(_ place: CellPlace) -> String {
    guard case .text(let text) = sheet[range(at: place)?.first ?? place] else { return "" }
    return text
  }

  private func makeLabels() -> [String: [CellPlace]] {
    var labels: [String: [CellPlace]] = [:]
    for number in 0..<sheet.count {
      let place = sheet.place(number)
      guard place.row <= Self.deepestHeading else { break }
      guard case .text(let text) = sheet.content(number), text.utf8.count <= Self.longestHeading
      else { continue }
      labels[HeadingText.key(text), default: []].append(place)
    }
    return labels
  }

  /// The merged ranges of each column, by their first rows; hostile ones are bounded by their number.
  private func makeRanges() -> [Int: [CellRange]] {
    var ranges: [Int: [CellRange]] = [:]
    for range in sheet.merged.prefix(100_000).sorted(by: { $0.first < $1.first }) {
      for column in range.first.column...min(range.last.column, range.first.column + 255) {
        ranges[column, default: []].append(range)
      }
    }
    return ranges
  }
}

extension CellContent {
  /// Whether a cell says nothing.
  var isBlank: Bool {
    if case .text(let text) = self { ThaiText.isBlank(text) } else { false }
  }
}
