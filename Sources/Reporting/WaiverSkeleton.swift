public import Diagnostics
import Findings
import PlanValues

/// Writes a file of waivers to be filled in: one for each finding that a waiver may set aside.
///
/// Reason and approver are left empty, and a file with empty ones is refused, so that nothing is waived
/// before somebody answers for it.
public enum WaiverSkeleton {
  /// The file for a report; comments are in one language.
  public static func text(of report: Report, language: Language = .th) -> String {
    let words = WaiverWords(language: language)
    let from = report.receipt.asOf
    let until = FiscalYear(containing: from)?.end ?? from
    var text = words.head.map { "# \($0)\n" }.joined()
    text += "krong: 1\n"
    let entries = report.submissions.flatMap { self.entries(of: $0, from, until, words) }
    if entries.isEmpty {
      text += "# \(words.nothing)\nwaivers: []\n"
    } else {
      text += "waivers:\n" + entries.joined()
    }
    let nameless = report.submissions.filter { $0.result.header.id == nil }
    for submission in nameless {
      text += "# \(words.noID(comment(submission.result.header.file)))\n"
    }
    return text
  }

  private static func entries(
    of submission: CheckedSubmission,
    _ from: CalendarDate,
    _ until: CalendarDate,
    _ words: WaiverWords
  ) -> [String] {
    guard let id = submission.result.header.id else { return [] }
    var entries: [String] = []
    for result in submission.result.rules where result.rule.isWaivable {
      for finding in result.findings where finding.outcome == .fail && !finding.isSofter {
        let subject = finding.element.isEmpty ? id : "\(id)#\(finding.element)"
        entries.append(
          """
          # \(comment(result.rule.title[words.language]))
          # \(comment(finding.message[words.language]))
          - rule: \(result.rule.id)
            subject: \(quoted(subject))
            parts: [\(quoted(finding.part))]
            reason: ""      # \(words.reason)
            approver: ""    # \(words.approver)
            from: \(from.formatted(.iso))
            until: \(until.formatted(.iso))    # \(words.until)

          """
        )
      }
    }
    return entries
  }

  /// A text on one line of comment.
  private static func comment(_ text: String) -> String {
    var line = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      let isControl = scalar.value < 0x20 || (0x7F..<0xA0).contains(scalar.value)
      let isBreak = isControl || scalar.value == 0x2028 || scalar.value == 0x2029
      line.append(isBreak ? " " : scalar)
    }
    return String(line)
  }

  /// A double-quoted scalar; what JSON escapes, YAML reads alike.
  private static func quoted(_ text: String) -> String {
    var writer = JSONWriter()
    writer.string(text)
    return writer.text
  }
}

/// The comments of a skeleton.
private struct WaiverWords {
  let language: Language

  private func pick(_ th: String, _ en: String) -> String { language == .th ? th : en }

  var head: [String] {
    [
      pick(
        "แบบการผ่อนผันสำหรับข้อที่ตรวจพบและผ่อนผันได้ เก็บไว้เฉพาะข้อที่ผู้มีอำนาจอนุญาต",
        "waivers for what was found and can be waived; keep only what was approved"
      ),
      pick(
        "กรอกเหตุผล ผู้อนุญาต และช่วงวันที่ใช้ (ค.ศ. นับวันแรกและวันสุดท้ายด้วย) แล้วใช้ด้วย krong check --waivers แฟ้มนี้",
        "fill in reason, approver and days (C.E., both included), then use krong check --waivers FILE"
      ),
    ]
  }
  var nothing: String { pick("ไม่มีข้อที่ผ่อนผันได้", "there is nothing that can be waived") }
  var reason: String { pick("เหตุผลที่ผ่อนผัน", "why") }
  var approver: String { pick("ตำแหน่งหรือชื่อผู้อนุญาต", "who decided") }
  var until: String { pick("วันสุดท้ายที่ใช้ (สิ้นปีงบประมาณ)", "last day (end of the fiscal year)") }

  func noID(_ file: String) -> String {
    pick(
      "\(file) ไม่มีรหัสเรื่อง จึงผ่อนผันไม่ได้",
      "\(file) has no id, so nothing in it can be waived"
    )
  }
}
