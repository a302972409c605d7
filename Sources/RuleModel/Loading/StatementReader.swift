package import Catalogues
import Diagnostics
import DocumentArena

/// Reads what a test states beside the outcome; examples of rules and case files share the words.
package struct StatementReader {
  package let decoder: FileDecoder

  /// The keys of what is stated.
  package static let keys = RuleKeys.statement

  /// The outcomes that a test can state.
  package static let outcomes = [
    "pass", "fail", "unknown", "not-applicable", "waived", "not-checked", "error",
  ]

  /// Why a rule may be not applicable.
  package static let reasons = [
    "kind", "job", "stage", "in-force", "when", "no-elements", "not-recorded", "not-due",
    "not-supplied", "no-edition",
  ]

  /// Reads with a decoder.
  package init(decoder: FileDecoder) {
    self.decoder = decoder
  }

  /// The statement of a mapping that has the keys of ``keys``.
  package func read(_ mapping: MappingReader, rule: String, outcome: String) -> StatedResult {
    let why = LocalizedText(th: "เหตุที่ไม่เกี่ยวข้อง", en: "reason of not-applicable")
    return StatedResult(
      rule: rule,
      outcome: outcome,
      at: mapping.optional("at").flatMap(paths),
      share: mapping.optional("share").flatMap(share),
      missing: mapping.optional("missing").flatMap(paths),
      why: mapping.optional("why").flatMap { decoder.code($0, of: Self.reasons, what: why) },
      says: mapping.optional("says").flatMap(says),
      also: mapping.optional("also").map(also),
      node: mapping.node
    )
  }

  private func paths(_ node: NodeID) -> [String]? {
    decoder.list(node, min: 0)?.compactMap(decoder.text)
  }

  private func share(_ node: NodeID) -> String? {
    guard let text = decoder.text(node) else { return nil }
    let pieces = text.split(separator: "/", omittingEmptySubsequences: false)
    let numbers = pieces.compactMap { Int($0) }
    guard pieces.count == 2, numbers.count == 2, numbers[0] >= 0, numbers[0] <= numbers[1] else {
      decoder.report(
        .malformedName,
        LocalizedText(
          th: "\(DecodingWords.quoted(text)) ไม่ใช่สัดส่วน",
          en: "\(DecodingWords.quoted(text)) is no share"
        ),
        at: decoder.value(node),
        help: LocalizedText(
          th: "เขียนเป็น 2/7: ส่วนที่ผ่านต่อส่วนที่นับ",
          en: "write 2/7: parts that pass, parts that count"
        )
      )
      return nil
    }
    return text
  }

  /// Texts that must occur; one language is enough.
  private func says(_ node: NodeID) -> LocalizedText? {
    guard let mapping = MappingReader(node, decoder, keys: RuleKeys.languages) else { return nil }
    guard mapping.has("th") || mapping.has("en") else {
      _ = mapping.required("th")
      return nil
    }
    let th = mapping.optional("th").flatMap(decoder.text) ?? ""
    let en = mapping.optional("en").flatMap(decoder.text) ?? ""
    return LocalizedText(th: th, en: en)
  }

  /// Softer findings as `severity path`.
  private func also(_ node: NodeID) -> [String] {
    let what = LocalizedText(th: "ระดับความสำคัญ", en: "severity")
    return (decoder.list(node, min: 0) ?? []).compactMap { element in
      guard let mapping = MappingReader(element, decoder, keys: RuleKeys.also) else {
        return nil
      }
      let severity = mapping.required("severity").flatMap {
        decoder.choice($0, of: Severity.self, what: what)
      }
      let at = mapping.required("at").flatMap(decoder.text)
      guard let severity, let at else { return nil }
      return "\(severity.rawValue) \(at)"
    }
  }
}
