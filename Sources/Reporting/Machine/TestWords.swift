import Diagnostics
import DocumentArena
import Findings
import SourceText

/// The sentences of the tests of rules.
struct TestWords {
  let language: Language

  private func pick(_ th: String, _ en: String) -> String { language == .th ? th : en }

  func title(_ entry: TestReport.Entry) -> String { title(entry)[language] }

  private func title(_ entry: TestReport.Entry) -> LocalizedText {
    let name = entry.name.map { " “\($0)”" } ?? ""
    return entry.isCase
      ? LocalizedText(
        th: "\(entry.rule) กรณีที่ \(entry.number)\(name)",
        en: "\(entry.rule) case \(entry.number)\(name)"
      )
      : LocalizedText(
        th: "\(entry.rule) ตัวอย่างที่ \(entry.number)\(name)",
        en: "\(entry.rule) example \(entry.number)\(name)"
      )
  }

  func difference(_ difference: TestReport.Difference) -> LocalizedText {
    let expected = difference.expected.isEmpty ? "[]" : difference.expected
    let found = difference.found.isEmpty ? "[]" : difference.found
    return LocalizedText(
      th: "\(difference.name) ระบุว่า \(expected) แต่ได้ \(found)",
      en: "\(difference.name) is stated as \(expected), but came out as \(found)"
    )
  }

  /// The test that fails, with what is stated and found, and what led there.
  func diagnostic(_ entry: TestReport.Entry) -> Diagnostic {
    let title: LocalizedText = title(entry)
    let differences = entry.differences.map { difference($0) }
    let th = differences.map(\.th).joined(separator: " · ")
    let en = differences.map(\.en).joined(separator: "; ")
    return Diagnostic(
      DiagnosticCode("TEST-001"),
      .error,
      LocalizedText(th: "\(title.th): \(th)", en: "\(title.en): \(en)"),
      at: entry.place,
      notes: notes(entry)
    )
  }

  private func notes(_ entry: TestReport.Entry) -> [Diagnostic.Note] {
    if entry.findings.isEmpty { return [Diagnostic.Note(nothing(entry))] }
    return entry.findings.prefix(20).map { finding in
      Diagnostic.Note(
        sentence(finding),
        at: Diagnostic.Place(
          file: finding.place.file,
          position: finding.place.linePosition,
          length: finding.place.length
        )
      )
    }
  }

  private func nothing(_ entry: TestReport.Entry) -> LocalizedText {
    guard let outcome = entry.outcome else {
      return LocalizedText(th: "ไม่มีผลของเกณฑ์นี้", en: "the rule gave no result")
    }
    let reason = entry.reason.map { " (\($0.rawValue))" } ?? ""
    return LocalizedText(
      th: "เกณฑ์ให้ผล \(outcome.rawValue)\(reason) โดยไม่มีข้อตรวจพบ",
      en: "the rule came to \(outcome.rawValue)\(reason), without a finding"
    )
  }

  /// Outcome, path, sentence, the data that is missing and the values that were read.
  private func sentence(_ finding: Finding) -> LocalizedText {
    let path = finding.place.path.description
    let head = "\(finding.outcome.rawValue) \(path.isEmpty ? "." : path)"
    var th = "\(head): \(finding.message.th)"
    var en = "\(head): \(finding.message.en)"
    if !finding.missing.isEmpty {
      let missing = finding.missing.map(\.description).joined(separator: ", ")
      th += " · ขาด \(missing)"
      en += "; missing: \(missing)"
    }
    if !finding.values.isEmpty {
      th +=
        " · ค่าที่อ่าน " + finding.values.map { "\($0.name) = \($0.value.th)" }.joined(separator: ", ")
      en +=
        "; values read: "
        + finding.values.map { "\($0.name) = \($0.value.en)" }.joined(separator: ", ")
    }
    return LocalizedText(th: th, en: en)
  }

  /// The findings of a test, one to a line.
  func evidence(_ entry: TestReport.Entry) -> [String] {
    guard !entry.findings.isEmpty else { return [nothing(entry)[language]] }
    return entry.findings.prefix(20).map { finding in
      let line = finding.place.linePosition.map { ":\($0.line):\($0.column)" } ?? ""
      return "\(finding.place.file)\(line): \(sentence(finding)[language])"
    }
  }

  /// What is stated and found, and the findings.
  func lines(of entry: TestReport.Entry) -> [String] {
    entry.differences.map { difference($0)[language] } + evidence(entry)
  }

  func summary(_ report: TestReport) -> String {
    let examples = report.entries.count { !$0.isCase }
    let cases = report.entries.count - examples
    let untested = report.untested.count
    return pick(
      "เกณฑ์ตรวจ \(report.ruleCount) เกณฑ์ · ตัวอย่าง \(examples) ตัวอย่าง"
        + (cases > 0 ? " · ผลในแฟ้มกรณีทดสอบ \(cases) ข้อ" : "")
        + " · ไม่ตรงตามที่ระบุ \(report.failedCount)"
        + (untested > 0 ? " · ไม่มีการทดสอบ \(untested) เกณฑ์" : ""),
      EnglishCount.of(report.ruleCount, "rule") + " · " + EnglishCount.of(examples, "example")
        + (cases > 0 ? " · " + EnglishCount.of(cases, "statement") + " of cases" : "")
        + " · \(report.failedCount) not as stated"
        + (untested > 0 ? " · " + EnglishCount.of(untested, "rule") + " without tests" : "")
    )
  }
}
