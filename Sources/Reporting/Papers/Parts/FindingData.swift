import Diagnostics
import DocumentArena
import Findings
import Papers
import RuleModel
import Scoring

/// Every finding of a submission as a row for spreadsheets, those that are no failures too.
struct FindingData {
  let paper: SubmissionPaper

  var data: PaperData {
    let words = paper.words
    return PaperData(
      columns: [
        .init(words.id, width: 8), .init(words.round, width: 4), .init(words.subject, width: 16),
        .init(words.severity, width: 7), .init(words.family, width: 9),
        .init(words.rule, width: 8), .init(words.outcome, width: 8), .init(words.basis, width: 8),
        .init(words.message, width: 30), .init(words.remedy, width: 24),
        .init(words.source, width: 14), .init(words.place, width: 20), .init(words.file, width: 20),
        .init(words.path, width: 14), .init(words.fingerprint, width: 12),
      ],
      rows: paper.result.structure.map { row($0, nil) }
        + paper.result.rules.flatMap { result in result.findings.map { row($0, result.rule) } }
    )
  }

  private func row(_ finding: Finding, _ rule: RuleFacts?) -> [PaperData.Value] {
    let (words, language) = (paper.reportWords, paper.language)
    let basis = rule.map { rule in
      rule.basis == .derived ? words.officePractice : paper.words.byTheManual
    }
    return [
      .text(paper.name), .whole(paper.header.round), .text(paper.title),
      .text(words.severity(finding.severity)),
      .text(rule.map { words.family($0.family) } ?? words.structure),
      .text(finding.rule), .text(paper.words.outcome(finding.outcome)), .init(basis),
      .text(finding.message[language]), .text(finding.remedy[language]),
      .text(ClauseText.of(paper.clauses(finding.clauses), language)),
      .text(finding.place.label[language]),
      .text(PlaceText.of(finding.place, language)), .text(finding.place.path.description),
      .text(finding.fingerprint),
    ]
  }
}

extension PaperWords {
  var byTheManual: String { pick("ตามถ้อยคำในคู่มือ", "the words of the manual") }

  func outcome(_ outcome: Outcome) -> String {
    switch outcome {
    case .pass: pick("เป็นไปตามเกณฑ์", "met")
    case .fail: pick("ไม่เป็นไปตามเกณฑ์", "not met")
    case .unknown: pick("ข้อมูลไม่เพียงพอ", "data missing")
    case .notApplicable: pick("ไม่เกี่ยวข้อง", "not applicable")
    case .notChecked: pick("ต้องพิจารณาโดยเจ้าหน้าที่", "for a person to judge")
    case .waived: pick("ได้รับการผ่อนผัน", "waived")
    case .error: pick("ตรวจไม่สำเร็จ", "could not be computed")
    case .notSelected: pick("ไม่ได้เลือกตรวจ", "not selected")
    }
  }
}
