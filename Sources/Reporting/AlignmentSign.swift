import DocumentArena
import Findings

/// What a cell of the alignment table comes to, as one sign.
enum AlignmentSign: String, CaseIterable {
  /// Item and reason are stated, and the item is one of the plan as far as can be told.
  case stated = "●"
  /// Something of it is missing, the plan has no such item, or a rule found fault with a link.
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
    let isFaulty = !cell.findings.isEmpty || cell.links.contains { !$0.findings.isEmpty }
    self = isSound && !isFaulty ? .stated : .incomplete
  }
}

extension AlignmentTable {
  /// The rows that have a link or lack one; the submission itself and its strategies in any case.
  var toldRows: [Row] {
    rows.enumerated().filter { index, row in
      index == 0 || row.isStrategy || !row.findings.isEmpty
        || row.cells.contains { !$0.links.isEmpty || !$0.findings.isEmpty }
    }.map(\.element)
  }
}

extension AlignmentTable.Row {
  /// Whether it is one of the strategies, whose links are what a plan is asked for.
  fileprivate var isStrategy: Bool { place.path.steps.first == .key("strategies") }

  /// Whether nothing at all is linked where something should be.
  var isEmptyLink: Bool { !hasLinks && (isStrategy || !findings.isEmpty) }

  /// What the row comes to as a whole: nil where there is nothing to say of it beside its cells.
  var sign: AlignmentSign? {
    if isEmptyLink { return findings.isEmpty ? AlignmentSign.none : .missing }
    return findings.isEmpty ? nil : .incomplete
  }
}
