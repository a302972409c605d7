public import Catalogues
public import Diagnostics
public import DocumentArena

/// The list of mutants that are as good as the rule, with the reasons.
public struct EquivalentMutants: Sendable {
  /// One of them.
  public struct Entry: Sendable {
    /// The rule.
    public let rule: String
    /// The id of the mutant.
    public let mutant: String
    /// Why nobody could tell it from the rule.
    public let reason: String
    /// The place of the entry.
    public let place: Diagnostic.Place
  }

  /// The entries, in order.
  public let entries: [Entry]

  /// A list without entries.
  public init() { entries = [] }

  private init(entries: [Entry]) { self.entries = entries }

  /// Reads the list; `rules` are the ids of all rules.
  public static func load(_ document: Document, rules: [String]) -> Loaded<EquivalentMutants> {
    let decoder = FileDecoder(document, .testing)
    var entries: [Entry] = []
    if let mapping = MappingReader(document.root, decoder, keys: CaseKeys.mutants) {
      decoder.checkVersion(mapping)
      let elements = mapping.required("equivalent").flatMap { decoder.list($0, min: 0) } ?? []
      entries = elements.compactMap { read($0, decoder, rules) }
    }
    return Loaded(EquivalentMutants(entries: entries), decoder.diagnostics)
  }

  private static func read(_ node: NodeID, _ decoder: FileDecoder, _ rules: [String]) -> Entry? {
    let what = LocalizedText(th: "เกณฑ์", en: "rule")
    guard let mapping = MappingReader(node, decoder, keys: CaseKeys.mutant) else {
      return nil
    }
    let rule = mapping.required("rule").flatMap { decoder.code($0, of: rules, what: what) }
    let mutant = mapping.required("mutant").flatMap(decoder.text)
    let reason = mapping.required("reason").flatMap(decoder.text)
    guard let rule, let mutant, let reason else { return nil }
    return Entry(rule: rule, mutant: mutant, reason: reason, place: decoder.value(node))
  }

  /// Why a mutant is as good as its rule; nil when nobody says so.
  public func reason(rule: String, mutant: String) -> String? {
    entries.first { $0.rule == rule && $0.mutant == mutant }?.reason
  }

  /// The entries about some rules that match no survivor.
  public func idle(
    among survivors: [MutationReport.Survivor],
    rules: Set<String>
  ) -> [Diagnostic] {
    let alive = Set(survivors.map { "\($0.rule) \($0.id)" })
    return entries.filter { rules.contains($0.rule) && !alive.contains("\($0.rule) \($0.mutant)") }
      .map { entry in
        Diagnostic(
          .idleMutant,
          .error,
          LocalizedText(
            th: "\(entry.rule) \(entry.mutant) ไม่ตรงกับเกณฑ์ฉบับดัดแปลงที่เหลือรอด",
            en: "\(entry.rule) \(entry.mutant) matches no surviving mutant"
          ),
          at: entry.place,
          help: LocalizedText(
            th: "ลบรายการนี้ หรือแก้รหัส",
            en: "take the entry out, or correct the id"
          )
        )
      }
  }
}
