import Diagnostics
import Findings
import Papers
import RuleModel
import Scoring

/// What must be there and whether it is: the rules of the family completeness that concern the submission.
struct ChecklistParts {
  let paper: SubmissionPaper

  private var words: PaperWords { paper.words }
  private var reportWords: ReportWords { paper.reportWords }
  private var language: Language { paper.language }

  private var results: [RuleResult] {
    paper.result.rules.filter { result in
      result.rule.family == .completeness && result.outcome != .notApplicable
        && result.outcome != .notSelected
    }
  }

  var blocks: [Paper.Block] {
    guard !results.isEmpty else { return [.text(words.nothingRequired)] }
    let met = results.count { $0.outcome == .pass || $0.outcome == .waived }
    return [
      .text(reportWords.met(met, of: results.count)),
      .table(
        PaperTable(
          caption: words.checklist,
          columns: [
            PaperColumn(2, .right), PaperColumn(16), PaperColumn(7), PaperColumn(17),
            PaperColumn(5),
          ],
          heads: [words.number, words.required, words.outcome, words.missingParts, words.page],
          rows: results.enumerated().map { row($0, $1) }
        )
      ),
    ]
  }

  private func row(_ index: Int, _ result: RuleResult) -> PaperRow {
    let title = PaperParagraph(result.rule.title[language])
    let id = PaperParagraph([
      PaperRun(result.rule.id, tone: .muted, isCode: true),
      PaperRun("  " + ClauseText.of(paper.clauses(result.rule.clauses), language), tone: .muted),
    ])
    let state = state(of: result)
    return PaperRow([
      PaperCell("\(index + 1)"), PaperCell([title, id]).asRowHead,
      PaperCell(state.text, tone: state.tone), PaperCell(missing(in: result)),
      PaperCell([PaperParagraph([.blank(6)])]),
    ])
  }

  private func state(of result: RuleResult) -> (text: String, tone: PaperTone) {
    let parts = result.parts
    let share = parts.counted > 1 ? " \(parts.met)/\(parts.counted)" : ""
    switch result.outcome {
    case .pass: return ("☑ \(words.complete)\(share)", .good)
    case .fail: return ("☐ \(words.incomplete)\(share)", .bad)
    default: return ("☐ \(words.outcome(result.outcome))\(share)", .caution)
    }
  }

  /// The sentences of what is missing, each once.
  private func missing(in result: RuleResult) -> [PaperParagraph] {
    let groups = FindingGroup.ofRules([result], .fail) + FindingGroup.ofRules([result], .unknown)
    var paragraphs = groups.flatMap(\.entries).map { PaperParagraph($0.message[language]) }
    paragraphs += result.findings.filter { $0.outcome == .waived }.map { finding in
      PaperParagraph("\(finding.message[language]) – \(finding.waiver ?? reportWords.waived)")
    }
    if result.leftOut > 0 { paragraphs.append(PaperParagraph(reportWords.leftOut(result.leftOut))) }
    return paragraphs
  }

  var data: PaperData {
    PaperData(
      columns: [
        .init(words.id, width: 8), .init(words.rule, width: 8), .init(words.required, width: 24),
        .init(words.outcome, width: 10), .init(words.present, width: 6),
        .init(words.asked, width: 6), .init(words.missingParts, width: 40),
      ],
      rows: results.map { result in
        [
          .text(paper.name), .text(result.rule.id), .text(result.rule.title[language]),
          .text(words.outcome(result.outcome)), .whole(result.parts.met),
          .whole(result.parts.counted),
          .text(missing(in: result).map(\.plainText).joined(separator: "; ")),
        ]
      }
    )
  }
}

extension PaperWords {
  var checklist: String { pick("แบบตรวจความครบถ้วนของเอกสาร", "Completeness checklist") }
  var nothingRequired: String {
    pick("ไม่มีรายการที่เกณฑ์กำหนดให้ต้องมี", "No rule asks for anything to be there.")
  }
  var required: String { pick("รายการที่ต้องมี", "What must be there") }
  var missingParts: String { pick("ส่วนที่ขาดหรือไม่ครบ", "What is missing") }
  var complete: String { pick("ครบ", "complete") }
  var incomplete: String { pick("ไม่ครบ", "incomplete") }
  var present: String { pick("มีแล้ว", "Present") }
  var asked: String { pick("ต้องมี", "Asked for") }
}
