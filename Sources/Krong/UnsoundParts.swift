import Diagnostics
import DocumentArena
import DocumentReading
import RuleModel
import SourceText

/// Kinds and shared parameters in which something is wrong, while rules are looked at all the same.
///
/// One run of `krong lint` tells everything. But a rule that builds on a broken file would be told of
/// mistakes that are none once the file is mended; so of such a rule only that is told which is wrong with
/// it as YAML, and how many there are.
struct UnsoundParts: Sendable {
  /// The files of the kinds, by id.
  var kinds: [String: String] = [:]
  /// The file of the parameters.
  var parameters: String?

  /// How many rules were passed over because of each file.
  private var passedOver: [String: Int] = [:]

  var isEmpty: Bool { kinds.isEmpty && parameters == nil }

  /// What a file of a rule comes to: nothing but its mistakes as YAML when it builds on what is unsound.
  mutating func judged(_ loaded: Loaded<Rule>, _ source: SourceFile) -> Loaded<Rule> {
    guard !isEmpty, let document = try? DocumentReader.readOne(source),
      let file = file(under: document)
    else { return loaded }
    passedOver[file, default: 0] += 1
    return Loaded(nil, loaded.diagnostics.filter { $0.code.text.hasPrefix("YAML-") })
  }

  /// The unsound file that a rule builds on; nil for none.
  private func file(under rule: Document) -> String? {
    if let parameters, takesSharedParameter(rule) { return parameters }
    let named = rule.child(of: rule.root, "applies_to").flatMap { rule.child(of: $0, "kinds") }
    // A rule for all kinds is one for these too.
    guard let named, rule.kind(of: named) == .list else { return kinds.values.min() }
    let ids = rule.children(of: named).map { rule.text(of: $0) }
    return ids.compactMap { kinds[$0] }.min()
  }

  private func takesSharedParameter(_ rule: Document) -> Bool {
    guard let parameters = rule.child(of: rule.root, "params") else { return false }
    return rule.children(of: parameters).contains { rule.child(of: $0, "shared") != nil }
  }

  /// What is said of the rules that were passed over.
  var notes: [Diagnostic] {
    passedOver.sorted { $0.key < $1.key }.map { file, count in
      Diagnostic(
        .rulesNotJudged,
        .warning,
        LocalizedText(
          th: "เกณฑ์ \(count) เกณฑ์อาศัยแฟ้มนี้ จึงยังไม่ได้ตรวจ",
          en: count == 1
            ? "1 rule builds on this file and was not looked at"
            : "\(count) rules build on this file and were not looked at"
        ),
        at: Diagnostic.Place(file: file, position: nil),
        help: LocalizedText(
          th: "แก้ข้อผิดพลาดของแฟ้มนี้ก่อน แล้วตรวจใหม่",
          en: "mend the errors of this file first, and run it again"
        )
      )
    }
  }
}
