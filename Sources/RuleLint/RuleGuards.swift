import Catalogues
import Diagnostics
import DocumentArena
import RuleModel
import SourceText

/// Finds guards that no example shows at work.
struct RuleGuards {
  private let rule: Rule

  init(_ rule: Rule) { self.rule = rule }

  var diagnostics: [Diagnostic] {
    guard !rule.examples.isEmpty, !rule.examples.contains(where: { $0.outcome == "not-applicable" })
    else { return [] }
    let document = rule.document
    let decoder = FileDecoder(document, .rule)
    for key in ["when", "where", "in_force"] {
      guard let node = document.child(of: document.root, key) else { continue }
      decoder.report(
        .guardUntested,
        .warning,
        LocalizedText(
          th: "ไม่มีตัวอย่างใดแสดงว่า \(key) ทำให้เกณฑ์ไม่เกี่ยวข้อง",
          en: "no example shows that `\(key)` makes the rule not applicable"
        ),
        at: decoder.key(node),
        help: LocalizedText(
          th: "เพิ่มตัวอย่าง - not-applicable: {…} ที่อยู่นอกเงื่อนไขพอดี",
          en: "add an example `- not-applicable: {…}` that lies just outside it"
        )
      )
      break
    }
    return decoder.diagnostics
  }
}
