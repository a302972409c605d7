public import Catalogues
import Diagnostics
public import DocumentArena

/// Reads profile files.
public enum ProfileLoader {
  /// Reads a profile; the rules that it names are checked for their form only.
  public static func load(_ document: Document, in context: RuleContext) -> Loaded<Profile> {
    let decoder = FileDecoder(document, .configuration)
    let reader = ProfileReader(decoder: decoder, context: context)
    let profile = reader.read()
    return Loaded(profile, decoder.diagnostics)
  }
}

/// The reading of one profile.
struct ProfileReader {
  let decoder: FileDecoder
  let context: RuleContext

  func read() -> Profile? {
    let root = decoder.document.root
    let keys = ["krong", "profile", "title", "extends", "select", "deselect", "set", "params"]
    guard let mapping = MappingReader(root, decoder, keys: keys) else { return nil }
    decoder.checkVersion(mapping)
    let id = mapping.required("profile").flatMap { decoder.name($0, .code) }
    let title = mapping.required("title").flatMap(decoder.localized)
    let extends = mapping.optional("extends").flatMap { decoder.name($0, .code) }
    let selection = mapping.optional("select").flatMap(readSelection)
    let deselected = mapping.optional("deselect").flatMap(readRules) ?? []
    let changes = mapping.optional("set").map(readChanges) ?? []
    let settings = SettingsReader(decoder: decoder, context: context).read(mapping)
    guard let id, let title else { return nil }
    return Profile(
      id: id,
      title: title,
      extends: extends,
      selection: selection,
      deselected: deselected,
      changes: changes,
      settings: settings,
      document: decoder.document
    )
  }

  private func readSelection(_ node: NodeID) -> Profile.Selection? {
    let keys = ["stages", "families", "basis", "rules"]
    guard let mapping = MappingReader(node, decoder, keys: keys) else { return nil }
    let stage = LocalizedText(th: "สถานะ", en: "stage")
    let family = LocalizedText(th: "หมวด", en: "family")
    let basis = LocalizedText(th: "ที่มา", en: "basis")
    let stages = mapping.optional("stages").flatMap { decoder.list($0) }?
      .compactMap { decoder.code($0, of: context.stages, what: stage) }
    let families = mapping.optional("families").flatMap { decoder.list($0) }?
      .compactMap { decoder.choice($0, of: Family.self, what: family) }
    let bases = mapping.optional("basis").flatMap { decoder.list($0) }?
      .compactMap { decoder.choice($0, of: Basis.self, what: basis) }
    let rules = mapping.optional("rules").flatMap(readRules)
    return Profile.Selection(stages: stages, families: families, bases: bases, rules: rules)
  }

  private func readRules(_ node: NodeID) -> [String]? {
    decoder.texts(node)?.compactMap { text, node in
      checkID(text, at: node) ? text : nil
    }
  }

  private func checkID(_ id: String, at node: NodeID, isKey: Bool = false) -> Bool {
    if RuleID.isWellFormed(id.utf8) { return true }
    decoder.report(
      .malformedName,
      LocalizedText(
        th: "\(DecodingWords.quoted(id)) ไม่ใช่รหัสเกณฑ์",
        en: "\(DecodingWords.quoted(id)) is no rule id"
      ),
      at: isKey ? decoder.key(node) : decoder.value(node)
    )
    return false
  }

  private func readChanges(_ node: NodeID) -> [Profile.Change] {
    guard let mapping = MappingReader(node, decoder) else { return [] }
    return mapping.entries.compactMap(readChange)
  }

  private func readChange(_ id: String, _ node: NodeID) -> Profile.Change? {
    let isID = checkID(id, at: node, isKey: true)
    let keys = ["severity", "weight", "waivable"]
    guard let mapping = MappingReader(node, decoder, keys: keys) else { return nil }
    let what = LocalizedText(th: "ระดับความสำคัญ", en: "severity")
    let severity = mapping.optional("severity").flatMap {
      decoder.choice($0, of: Severity.self, what: what)
    }
    let weight = mapping.optional("weight").flatMap { decoder.int($0, in: 1...10) }
    let isWaivable = mapping.optional("waivable").flatMap(decoder.bool)
    guard isID else { return nil }
    return Profile.Change(
      rule: id,
      severity: severity,
      weight: weight.map { Int($0) },
      isWaivable: isWaivable,
      node: node
    )
  }
}
