import Diagnostics
import Findings
import Papers
import PlanValues

/// What the submission itself says, as papers show it.
struct RecordParts {
  let paper: SubmissionPaper

  private var language: Language { paper.language }
  private var words: PaperWords { paper.words }

  /// A value as people read it; nil for a blank one.
  func text(_ value: SubmissionRecord.Value?) -> String? {
    switch value {
    case nil: nil
    case .text(let text): text
    case .code(_, let name): name[language]
    case .whole(let number): String(number)
    case .number(let number): number.formatted()
    case .money(let amount): amount.formatted()
    case .date(let date): words.date(date)
    case .bool(let truth): truth ? words.yes : words.no
    case .list(let values): values.compactMap { text($0) }.joined(separator: ", ")
    }
  }

  /// A value of a record of which there is one.
  func text(_ path: String, _ name: String) -> String? {
    text(paper.result.record?.value(path, name))
  }

  /// The value as a run, or a dotted line where it is blank.
  func run(_ path: String, _ name: String, blank width: Int = 24) -> PaperRun {
    text(path, name).map { PaperRun($0) } ?? .blank(width)
  }

  /// The documents that were supplied; nothing where there is no list of them.
  var documents: [Paper.Block] {
    guard
      let table = table(
        "documents",
        ["type", "title", "number", "date"],
        widths: [4, 7, 3, 3],
        page: true
      )
    else { return [] }
    return [paper.heading(words.suppliedDocuments, 0), .table(table)]
  }

  /// Some columns of a table of the record, numbered; nil where the submission leaves it blank.
  func table(
    _ path: String,
    _ names: [String],
    widths: [Int],
    page: Bool = false
  ) -> PaperTable? {
    guard let table = paper.result.record?.table(path) else { return nil }
    let columns = names.compactMap { name in
      table.columns.first { $0.name.utf8.elementsEqual(name.utf8) }
    }
    let rows = table.rows.indices.map { index in
      let cells = columns.map { column in
        PaperCell(text(table.values(column.name)[index]) ?? "–")
      }
      let pages = page ? [PaperCell([PaperParagraph([.blank(6)])])] : []
      return PaperRow([PaperCell("\(index + 1)")] + cells + pages)
    }
    return PaperTable(
      caption: table.label[language],
      columns: [PaperColumn(1, .right)] + widths.prefix(columns.count).map { PaperColumn($0) }
        + (page ? [PaperColumn(2)] : []),
      heads: [words.number] + columns.map { $0.label[language] } + (page ? [words.page] : []),
      rows: rows
    )
  }
}

extension PaperWords {
  var yes: String { pick("ใช่", "yes") }
  var no: String { pick("ไม่ใช่", "no") }
  var suppliedDocuments: String { pick("เอกสารที่แนบมา", "Documents supplied") }
}
