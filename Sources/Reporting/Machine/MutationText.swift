import Diagnostics
import RuleTesting
import SourceText

/// Shows mutants as text: each survivor as a diff, then the score.
struct MutationText {
  let language: Language

  private func pick(_ th: String, _ en: String) -> String { language == .th ? th : en }

  func text(of report: MutationReport) -> String {
    var text = ""
    for survivor in report.survivors where survivor.reason == nil {
      let line = survivor.place.position.map { ":\($0.line):\($0.column)" } ?? ""
      text +=
        "\(survivor.place.file)\(line): \(survivor.change[language]) [\(survivor.rule) \(survivor.id)]\n"
      text += survivor.diff
    }
    text += DiagnosticRenderer(language: language).render(report.idle)
    let score = report.score
    let left = report.survivors.count - report.equivalent
    return text
      + pick(
        "เกณฑ์ฉบับดัดแปลง \(report.total) · จับได้ \(report.killed) · เหลือรอด \(left) · "
          + "เทียบเท่าเกณฑ์เดิม \(report.equivalent) · ใช้ไม่ได้ \(report.invalid) (ไม่นับ)\n"
          + "คะแนน: \(score.text) % (\(score.reached)/\(score.total))\n",
        "\(report.total) mutants · \(report.killed) noticed · \(left) survived · "
          + "\(report.equivalent) equivalent · \(report.invalid) invalid (not counted)\n"
          + "mutation score: \(score.text) % (\(score.reached)/\(score.total))\n"
      )
  }
}

extension JSONWriter {
  mutating func mutation(_ report: MutationReport) {
    object {
      $0.member("mutants", report.total)
      $0.member("killed", report.killed)
      $0.member("equivalent", report.equivalent)
      $0.member("invalid", report.invalid)
      $0.member("score") { $0.share(report.score) }
      $0.member("idle", report.idle) { $0.diagnostic($1) }
      $0.member("survivors", report.survivors) { writer, survivor in
        writer.object {
          $0.member("rule", survivor.rule)
          $0.member("id", survivor.id)
          $0.member("change", survivor.change)
          $0.member("file", survivor.place.file)
          $0.member("line", survivor.place.position.map { Int($0.line) })
          $0.member("column", survivor.place.position.map { Int($0.column) })
          $0.member("diff", survivor.diff)
          $0.member("reason", survivor.reason)
        }
      }
    }
  }
}
