import Findings

/// What a cell of the alignment table comes to, as one sign.
enum AlignmentSign: String, CaseIterable {
  /// Item and reason are stated, and the item is one of the plan as far as can be told.
  case stated = "●"
  /// Something of it is missing, or the plan has no such item.
  case incomplete = "○"
  /// A rule asks for it, and nothing is there.
  case missing = "x"
  /// Nothing is there, and no rule asks.
  case none = "·"

  init(_ cell: AlignmentTable.Cell) {
    guard !cell.links.isEmpty else {
      self = cell.findings.isEmpty ? .none : .missing
      return
    }
    let isSound = cell.links.contains { link in
      link.isComplete && link.recognition != .unknown && link.recognition != .torn
    }
    self = isSound && cell.findings.isEmpty ? .stated : .incomplete
  }
}

extension AlignmentTable {
  /// The rows that have a link or lack one, and the submission itself in any case.
  var toldRows: [Row] {
    rows.enumerated().filter { index, row in
      index == 0 || row.cells.contains { !$0.links.isEmpty || !$0.findings.isEmpty }
    }.map(\.element)
  }
}
