import Diagnostics
import DocumentArena
import Findings
import Papers
import RuleModel

/// What was not judged, or judged and set aside: missing data, questions for people, waivers, rules that do
/// not concern the submission.
struct UnjudgedParts {
  let paper: SubmissionPaper

  private var words: PaperWords { paper.words }
  private var reportWords: ReportWords { paper.reportWords }
  private var language: Language { paper.language }

  /// Everything under headings of its own; nothing where there is nothing.
  var blocks: [Paper.Block] { open + aside }

  /// What was set aside: waivers, and rules that do not concern the submission.
  var aside: [Paper.Block] { waived + outOfScope }

  /// What could not be checked, with what is missing; and what a person must judge.
  var open: [Paper.Block] {
    let outcomes = [
      (Outcome.unknown, reportWords.unknown), (.error, reportWords.broken),
      (.notChecked, reportWords.judged),
    ]
    return outcomes.flatMap { outcome, title -> [Paper.Block] in
      let results = paper.result.rules.filter { result in
        result.outcome == outcome || result.findings.contains { $0.outcome == outcome }
      }
      guard !results.isEmpty else { return [] }
      let rows = results.flatMap { self.rows(of: $0, outcome) }
      return [
        paper.heading("\(title) (\(reportWords.rules(results.count)))"),
        .table(table(title, [words.rule, words.message, reportWords.missing], [6, 9, 6], rows)),
      ]
    }
  }

  private func rows(of result: RuleResult, _ outcome: Outcome) -> [PaperRow] {
    let findings = result.findings.filter { $0.outcome == outcome }
    guard !findings.isEmpty else {
      return [PaperRow([rule(result), PaperCell(""), PaperCell("")])]
    }
    return findings.map { finding in
      let missing = finding.missing.map { PaperParagraph([PaperRun($0.description, isCode: true)]) }
      return PaperRow([rule(result), PaperCell(finding.message[language]), PaperCell(missing)])
    }
  }

  /// Findings that a waiver sets aside, and waivers that do nothing.
  private var waived: [Paper.Block] {
    var blocks: [Paper.Block] = []
    let rows = paper.result.rules.flatMap { result in
      result.findings.filter { $0.outcome == .waived }.map { waivedRow($0, result) }
    }
    if !rows.isEmpty {
      let heads = [words.rule, words.message, words.reason, reportWords.approver]
      blocks.append(paper.heading(reportWords.waived))
      blocks.append(.table(table(reportWords.waived, heads, [5, 7, 5, 5], rows)))
    }
    if !paper.result.idleWaivers.isEmpty {
      blocks.append(paper.heading(reportWords.idleWaivers))
      let items = paper.result.idleWaivers.map { PaperParagraph($0[language]) }
      blocks.append(.list(PaperList(.points, items)))
    }
    return blocks
  }

  private func waivedRow(_ finding: Finding, _ result: RuleResult) -> PaperRow {
    let approval = finding.approval.map { reportWords.approval($0) } ?? ""
    return PaperRow([
      rule(result), PaperCell(finding.message[language]), PaperCell(finding.waiver ?? ""),
      PaperCell(approval),
    ])
  }

  /// Requirements that are not applicable, with the reason; those of other kinds and jobs counted only.
  private var outOfScope: [Paper.Block] {
    let idle = paper.result.rules.filter { $0.outcome == .notApplicable }
    guard !idle.isEmpty else { return [] }
    let others = idle.count { $0.reason == .kind || $0.reason == .job }
    let rows = idle.filter { $0.reason != .kind && $0.reason != .job }.map { result in
      let detail = result.reasonDetail.map { " (\($0[language]))" } ?? ""
      let reason = (result.reason.map { reportWords.reason($0) } ?? "") + detail
      return PaperRow([rule(result), PaperCell(reason)])
    }
    var blocks: [Paper.Block] = [paper.heading(reportWords.notApplicable)]
    if others > 0 { blocks.append(.text(words.otherKinds(others))) }
    if !rows.isEmpty {
      let heads = [words.rule, words.reason]
      blocks.append(.table(table(reportWords.notApplicable, heads, [10, 10], rows)))
    }
    return blocks
  }

  private func rule(_ result: RuleResult) -> PaperCell {
    PaperCell([
      PaperParagraph([
        PaperRun(result.rule.id, isCode: true), PaperRun("  \(result.rule.title[language])"),
      ])
    ]).asRowHead
  }

  private func table(
    _ caption: String,
    _ heads: [String],
    _ widths: [Int],
    _ rows: [PaperRow]
  ) -> PaperTable {
    PaperTable(caption: caption, columns: widths.map { PaperColumn($0) }, heads: heads, rows: rows)
  }
}

extension PaperWords {
  func otherKinds(_ count: Int) -> String {
    pick(
      "เกณฑ์ที่ใช้กับเรื่องประเภทอื่นหรืองานอื่น \(count) เกณฑ์",
      "Rules for other kinds or jobs: \(count)"
    )
  }
}
