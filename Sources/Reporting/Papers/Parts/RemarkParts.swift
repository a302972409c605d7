import Diagnostics
import Findings
import Papers

/// Remarks of a resolution and comments of those who looked at the submission, with what was done.
struct RemarkParts {
  let paper: SubmissionPaper

  private var words: PaperWords { paper.words }
  private var reportWords: ReportWords { paper.reportWords }

  /// The remarks of the earlier resolution against change and place.
  var resolution: PaperTable? {
    let remarks = paper.result.remarks.filter { $0.source == .resolution }
    guard !remarks.isEmpty else { return nil }
    return PaperTable(
      caption: words.remarksAgainstChanges,
      columns: [
        PaperColumn(1, .right), PaperColumn(2), PaperColumn(7), PaperColumn(7), PaperColumn(4),
      ],
      heads: [words.number, words.code, words.remark, reportWords.done, reportWords.location],
      rows: remarks.enumerated().map { index, remark in
        PaperRow([
          PaperCell("\(index + 1)"), PaperCell(remark.id ?? "–", isCode: true),
          PaperCell(remark.text ?? reportWords.noSuchRemark).asRowHead,
          answer(remark.change, reportWords.notAnswered),
          answer(remark.location, reportWords.noLocation),
        ])
      }
    )
  }

  /// The comments with owner and status; rows to fill in where none is recorded.
  func comments(emptyRows: Int) -> PaperTable? {
    let comments = paper.result.remarks.filter { $0.source == .comment }
    guard !comments.isEmpty || emptyRows > 0 else { return nil }
    var rows = comments.enumerated().map { row($0, $1) }
    if comments.isEmpty {
      rows = (1...max(emptyRows, 1)).map { number in
        PaperRow([PaperCell("\(number)")] + Array(repeating: Self.open, count: 5))
      }
    }
    return PaperTable(
      caption: words.comments,
      columns: [
        PaperColumn(1, .right), PaperColumn(7), PaperColumn(4), PaperColumn(3), PaperColumn(6),
        PaperColumn(3),
      ],
      heads: [
        words.number, words.comment, words.commentSource, words.owner, reportWords.done,
        words.status,
      ],
      rows: rows
    )
  }

  private static let open = PaperCell([PaperParagraph([.blank(10)])])

  private func row(_ index: Int, _ remark: RemarkAnswer) -> PaperRow {
    var text = [PaperRun(remark.text ?? reportWords.noSuchRemark)]
    if let id = remark.id { text.insert(PaperRun("\(id) ", tone: .muted, isCode: true), at: 0) }
    let status = status(of: remark)
    return PaperRow([
      PaperCell("\(index + 1)"), PaperCell([PaperParagraph(text)]).asRowHead,
      PaperCell(remark.from.map { reportWords.commentFrom($0) } ?? "–"), Self.open,
      answer(remark.change, reportWords.notAnswered), PaperCell(status.text, tone: status.tone),
    ])
  }

  private func answer(_ text: String?, _ missing: String) -> PaperCell {
    text.map { PaperCell($0) } ?? PaperCell(missing, tone: .caution)
  }

  /// The state that is stated; else what the answer says by being there or not.
  private func status(of remark: RemarkAnswer) -> (text: String, tone: PaperTone) {
    switch remark.status {
    case "revised": (words.revised, .good)
    case "explained": (words.explained, .good)
    case "withdrawn": (words.withdrawn, .muted)
    case "open": (words.notDone, .caution)
    case let status?: (status, .plain)
    case nil: remark.change == nil ? (words.notDone, .caution) : ("–", .plain)
    }
  }

  /// Remarks and comments as rows for spreadsheets.
  var data: PaperData {
    PaperData(
      columns: [
        .init(words.id, width: 8), .init(words.commentSource, width: 12),
        .init(words.code, width: 6), .init(words.comment, width: 30),
        .init(reportWords.done, width: 30), .init(reportWords.location, width: 12),
        .init(words.status, width: 8),
      ],
      rows: paper.result.remarks.map { remark in
        let from = remark.from.map { reportWords.commentFrom($0) } ?? words.earlierResolution
        return [
          .text(paper.name), .text(from), .init(remark.id), .init(remark.text),
          .init(remark.change), .init(remark.location), .text(status(of: remark).text),
        ]
      }
    )
  }
}

extension PaperWords {
  var remarksAgainstChanges: String {
    pick("การดำเนินการตามข้อสังเกตในมติครั้งก่อน", "Remarks of the earlier resolution and what was done")
  }
  var code: String { pick("รหัส", "Id") }
  var remark: String { pick("ข้อสังเกตในมติ", "Remark") }
  var comments: String { pick("ความเห็นและข้อเสนอแนะ", "Comments and suggestions") }
  var comment: String { pick("ความเห็นและข้อเสนอแนะ", "Comment") }
  var commentSource: String { pick("ที่มาของความเห็น", "From") }
  var earlierResolution: String { pick("มติครั้งก่อน", "earlier resolution") }
  var owner: String { pick("ผู้รับผิดชอบ", "Owner") }
  var status: String { pick("สถานะ", "Status") }
  var notDone: String { pick("ยังไม่ดำเนินการ", "open") }
  var revised: String { pick("ปรับปรุงแล้ว", "revised") }
  var explained: String { pick("ชี้แจงแล้ว", "explained") }
  var withdrawn: String { pick("ถอนข้อเสนอแนะแล้ว", "withdrawn") }
}
