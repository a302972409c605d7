public import Catalogues
public import Diagnostics
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

  /// Checks what a profile says of single rules against the rules themselves.
  ///
  /// Apart from loading, because rules are many and are loaded on their own.
  public static func check(
    _ profile: Profile,
    against rules: [Rule],
    in context: RuleContext
  ) -> [Diagnostic] {
    let decoder = FileDecoder(profile.document, .configuration)
    let known = Set(rules.map(\.id))
    let selections = [profile.selection, profile.deselection, profile.unscored]
    let named = selections.compactMap { $0?.ruleNodes }.joined()
      .map { ($0.id, decoder.value($0.node)) }
    let changed = profile.changes.map { ($0.rule, decoder.key($0.node)) }
    for (id, place) in named + changed where !known.contains(id) {
      decoder.unknownName(
        id,
        at: place,
        what: LocalizedText(th: "เกณฑ์", en: "rule"),
        among: rules.map(\.id)
      )
    }
    SettingsReader(decoder: decoder, context: context).check(profile.settings, against: rules)
    return decoder.diagnostics
  }
}

/// The reading of one profile.
struct ProfileReader {
  let decoder: FileDecoder
  let context: RuleContext

  func read() -> Profile? {
    let root = decoder.document.root
    guard let mapping = MappingReader(root, decoder, keys: ConfigurationKeys.profile) else {
      return nil
    }
    decoder.checkVersion(mapping)
    let id = mapping.required("profile").flatMap { decoder.name($0, .code) }
    let title = mapping.required("title").flatMap(decoder.localized)
    let extends = mapping.optional("extends").flatMap { decoder.name($0, .code) }
    let selection = mapping.optional("select").flatMap(readSelection)
    let deselection = mapping.optional("deselect").flatMap(readDeselection)
    let unscored = mapping.optional("unscored").flatMap(readSelection)
    let changes = mapping.optional("set").map(readChanges) ?? []
    let settings = SettingsReader(decoder: decoder, context: context).read(mapping)
    guard let id, let title else { return nil }
    return Profile(
      id: id,
      title: title,
      extends: extends,
      selection: selection,
      deselection: deselection,
      unscored: unscored,
      changes: changes,
      settings: settings,
      document: decoder.document
    )
  }

  /// Ids alone, or what `select` takes.
  private func readDeselection(_ node: NodeID) -> RuleSelection? {
    guard decoder.document.kind(of: node) == .list else { return readSelection(node) }
    guard let rules = readRules(node) else { return nil }
    return RuleSelection(
      stages: nil,
      families: nil,
      bases: nil,
      severities: nil,
      clauses: nil,
      rules: rules.map(\.id),
      ruleNodes: rules
    )
  }

  private func readSelection(_ node: NodeID) -> RuleSelection? {
    guard let mapping = MappingReader(node, decoder, keys: ConfigurationKeys.selection) else {
      return nil
    }
    let stage = LocalizedText(th: "สถานะ", en: "stage")
    let family = LocalizedText(th: "หมวด", en: "family")
    let basis = LocalizedText(th: "ที่มา", en: "basis")
    let severity = LocalizedText(th: "ระดับความสำคัญ", en: "severity")
    let stages = mapping.optional("stages").flatMap { decoder.list($0) }?
      .compactMap { decoder.code($0, of: context.stages, what: stage) }
    let families = mapping.optional("families").flatMap { decoder.list($0) }?
      .compactMap { decoder.choice($0, of: Family.self, what: family) }
    let bases = mapping.optional("basis").flatMap { decoder.list($0) }?
      .compactMap { decoder.choice($0, of: Basis.self, what: basis) }
    let severities = mapping.optional("severities").flatMap { decoder.list($0) }?
      .compactMap { decoder.choice($0, of: Severity.self, what: severity) }
    let clauses = mapping.optional("clauses").flatMap(readClauses)
    let rules = mapping.optional("rules").flatMap(readRules)
    return RuleSelection(
      stages: stages,
      families: families,
      bases: bases,
      severities: severities,
      clauses: clauses,
      rules: rules?.map(\.id),
      ruleNodes: rules ?? []
    )
  }

  /// Jobs (`J2`), sections and clauses (`J2 §5`, `J2 §5.4`).
  private func readClauses(_ node: NodeID) -> [String]? {
    decoder.texts(node)?.compactMap { text, node in
      if ClauseCitation(text) != nil || ClauseCitation(text + " §1") != nil { return text }
      decoder.report(
        .malformedName,
        LocalizedText(
          th: "\(DecodingWords.quoted(text)) ไม่ใช่งานหรือข้อของคู่มือ",
          en: "\(DecodingWords.quoted(text)) is no job or clause of the manual"
        ),
        at: decoder.value(node),
        help: LocalizedText(
          th: "เขียน J2 คือ งานที่ 2 ทุกข้อ หรือ J2 §5.4 คือ งานที่ 2 ข้อ 5.4",
          en: "write J2 for all of job 2, or J2 §5.4 for job 2, clause 5.4"
        )
      )
      return nil
    }
  }

  private func readRules(_ node: NodeID) -> [(id: String, node: NodeID)]? {
    decoder.texts(node)?.compactMap { text, node in
      checkID(text, at: node) ? (text, node) : nil
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
    guard let mapping = MappingReader(node, decoder, keys: ConfigurationKeys.change) else {
      return nil
    }
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
