package import Diagnostics
package import Findings
import SourceText

/// Places as people find them again: `plan.yaml:41:7`, `แผน.xlsx › โครงการ!D12`, `plan.docx › ¶ 37`.
package enum PlaceText {
  /// The file and the place in it.
  package static func of(_ place: FindingPlace, _ language: Language) -> String {
    guard let position = place.position else { return place.file }
    switch place.scheme.spot(position) {
    case .line(let position): return "\(place.file):\(position.line):\(position.column)"
    case .cell(let sheet, let name): return "\(place.file) › \(sheet)!\(name)"
    case .paragraph(let number):
      let text = language == .th ? "ย่อหน้าที่ \(number)" : "paragraph \(number)"
      return "\(place.file) › \(text)"
    case .tableCell(let table, let row, let column):
      let text =
        language == .th
        ? "ตารางที่ \(table) แถว \(row) คอลัมน์ \(column)"
        : "table \(table) row \(row) column \(column)"
      return "\(place.file) › \(text)"
    }
  }

  /// The place for readers of a paper that names the file at its head: `บรรทัดที่ 41`, `โครงการ!D12`.
  static func short(_ place: FindingPlace, in file: String, _ language: Language) -> String {
    guard place.file.utf8.elementsEqual(file.utf8), let position = place.position else {
      return of(place, language)
    }
    guard place.scheme == .lines else { return inside(place, language) ?? "" }
    return language == .th ? "บรรทัดที่ \(position.line)" : "line \(position.line)"
  }

  /// The place inside a file without lines, for formats that have no member for it; nil for text files.
  package static func inside(_ place: FindingPlace, _ language: Language) -> String? {
    guard place.scheme != .lines, place.position != nil else { return nil }
    let whole = of(place, language)
    return String(whole.unicodeScalars.dropFirst(place.file.unicodeScalars.count + 3))
  }
}
