import ThaiText
import Catalogues
import Spreadsheets
import Submissions

/// How well a mapping fits a workbook.
enum MappingScore {
  /// The fewest headings by which a mapping is taken.
  static let least = 3

  /// A kind that the workbook itself names outweighs all headings.
  private static let namedKind = 10_000

  static func score(_ mapping: Mapping, _ finder: TableFinder, _ catalogues: CatalogueSet) -> Int {
    var score = 0
    for table in mapping.tables {
      score += finder.find(table).map(\.matches).max() ?? 0
    }
    for single in mapping.singles {
      guard case .label(let labels) = single.spot else { continue }
      for view in finder.sheets(single.sheets) {
        let place = labels.lazy.compactMap { view.label(HeadingText.key($0)) }.first
        guard let place else { continue }
        score += 1
        if single.field.steps == [.field("kind")], names(mapping, view, place, single, catalogues) {
          score += namedKind
        }
        break
      }
    }
    return score
  }

  /// Whether the cell beside a label names the kind of a mapping.
  private static func names(
    _ mapping: Mapping,
    _ view: SheetView,
    _ label: CellPlace,
    _ single: Mapping.Single,
    _ catalogues: CatalogueSet
  ) -> Bool {
    let column = (view.range(at: label)?.last.column ?? label.column) + 1
    let text = view.text(CellPlace(row: label.row, column: column))
    let code = CodeNames(single.field.type, in: mapping.kind, catalogues)?.code(text) ?? text
    return code.utf8.elementsEqual(mapping.kind.id.utf8)
  }
}
