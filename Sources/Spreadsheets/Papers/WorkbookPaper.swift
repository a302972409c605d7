// Papers as workbooks: a sheet for each section as it stands on its pages, and behind them the rows and
// columns of the data, for filters and sums.

import Diagnostics
public import Papers

/// Writes papers as Excel workbooks: the same paper gives the same bytes on every machine and day.
///
/// Texts stay texts, whatever they begin with. A text longer than a cell can hold (32,767 characters) is
/// cut, and says so.
public struct WorkbookPaper: Sendable {
  private let paper: Paper

  /// Makes a writer of a paper.
  public init(_ paper: Paper) {
    self.paper = paper
  }

  /// The workbook as the bytes of its file.
  public func bytes() -> [UInt8] {
    WorkbookWriter(title: paper.title, sheets: pages + dataSheets).bytes()
  }

  private var pages: [SheetContent] {
    paper.sections.enumerated().map { number, section in
      let name = section.name.isEmpty ? paper.title : section.name
      let isOnly = paper.sections.count == 1
      let unique = SheetName.fitting(isOnly ? name : "\(number + 1) \(name)")
      return PaperSheet(section, language: paper.language).sheet(named: unique)
    }
  }

  /// One sheet for all sections with the same columns.
  private var dataSheets: [SheetContent] {
    var tables: [PaperData] = []
    for data in paper.sections.compactMap(\.data) {
      if let same = tables.firstIndex(where: { $0.columns == data.columns }) {
        tables[same].rows += data.rows
      } else {
        tables.append(data)
      }
    }
    let name = paper.language == .th ? "ข้อมูล" : "Data"
    return tables.enumerated().map { number, data in
      // Names of pages begin with a number where there are several, so that none of them is this one.
      DataSheet(data).sheet(named: tables.count == 1 ? "_\(name)" : "_\(name) \(number + 1)")
    }
  }
}

/// Looks of cells in papers.
enum PaperLook {
  static let size = 14

  static func text(_ change: (inout CellStyle) -> Void = { _ in }) -> CellStyle {
    var style = CellStyle()
    style.fontSize = size
    style.isWrapped = true
    style.alignment = .left
    change(&style)
    return style
  }

  static func alignment(_ alignment: PaperParagraph.Alignment) -> CellStyle.Alignment {
    switch alignment {
    case .left, .thaiDistribute: .left
    case .center: .center
    case .right: .right
    }
  }
}

/// Texts as cells can hold them.
enum PaperCellText {
  /// The most characters of a cell (Excel counts UTF-16 units).
  static let longest = 32_767
  private static let cutSign = " … (ตัดข้อความส่วนที่ยาวเกินเซลล์ / cut: longer than a cell)"

  static func fitting(_ text: String) -> String {
    guard text.utf16.count > longest else { return text }
    var room = longest - cutSign.utf16.count
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      room -= scalar.value > 0xFFFF ? 2 : 1
      if room < 0 { break }
      result.append(scalar)
    }
    return String(result) + cutSign
  }
}
