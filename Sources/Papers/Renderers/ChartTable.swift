// A matrix is a table already; renderers that draw nothing write it as one.

extension PaperChart {
  /// The signs of a matrix as a table; nil for other shapes.
  var signs: PaperTable? {
    guard case .matrix(let matrix) = shape, !matrix.columns.isEmpty, !matrix.rows.isEmpty else {
      return nil
    }
    let label = max(3, matrix.columns.count / 2)
    let rows = matrix.rows.map { row in
      let cells = matrix.columns.indices.map { index in
        guard index < row.cells.count else { return PaperCell([]) }
        return PaperCell(row.cells[index].sign, tone: row.cells[index].tone)
      }
      return PaperRow([PaperCell(row.label).asRowHead] + cells)
    }
    return PaperTable(
      columns: [PaperColumn(label)] + matrix.columns.map { _ in PaperColumn(1, .center) },
      heads: [""] + matrix.columns,
      rows: rows
    )
  }
}
