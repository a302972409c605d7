import Catalogues
import Diagnostics
import DocumentArena
import RuleModel
import SourceText

/// Finds rules whose id says another family than they state.
enum RuleFamilies {
  /// What the parts of ids mean (requirements, section E: `J02-CMP-003`).
  private static let codes: [String: Family] = [
    "ALN": .alignment, "CMP": .completeness, "CON": .consistency, "PRC": .procedure,
    "THR": .threshold, "DIS": .disclosure,
  ]

  static func diagnostics(of rule: Rule) -> [Diagnostic] {
    let parts = rule.id.split(separator: "-")
    guard parts.count >= 3, let said = codes[String(parts[parts.count - 2])], said != rule.family,
      let node = rule.document.child(of: rule.document.root, "family")
    else { return [] }
    let decoder = FileDecoder(rule.document, .rule)
    decoder.report(
      .familyOfID,
      .warning,
      LocalizedText(
        th: "รหัส \(rule.id) บอกหมวด \(said.rawValue) แต่ family เป็น \(rule.family.rawValue)",
        en: "the id \(rule.id) says \(said.rawValue), and `family` is \(rule.family.rawValue)"
      ),
      at: decoder.value(node),
      help: LocalizedText(
        th: "แก้ family เป็น \(said.rawValue) หรือเปลี่ยนรหัสเกณฑ์",
        en: "make `family` \(said.rawValue), or give the rule another id"
      )
    )
    return decoder.diagnostics
  }
}
