public import Catalogues
public import Diagnostics
public import DocumentArena

/// Reads office files.
public enum OfficeLoader {
  /// Reads an office; its values for shared parameters are checked against their types and bounds.
  public static func load(_ document: Document, in context: RuleContext) -> Loaded<Office> {
    let decoder = FileDecoder(document, .configuration)
    guard let mapping = MappingReader(document.root, decoder, keys: ConfigurationKeys.office) else {
      return Loaded(nil, decoder.diagnostics)
    }
    decoder.checkVersion(mapping)
    let id = mapping.required("office").flatMap { decoder.name($0, .code) }
    let name = mapping.required("name").flatMap(decoder.localized)
    let province = mapping.optional("province").flatMap(decoder.text)
    let year = mapping.optional("academic_year").flatMap { decoder.buddhistYear($0) }
    let settings = SettingsReader(decoder: decoder, context: context).read(mapping)
    let frameworks = mapping.optional("frameworks").flatMap { decoder.texts($0) }?.map(\.text)
    let editions = planEditions(of: mapping, decoder, context.catalogues)
    guard let id, let name else { return Loaded(nil, decoder.diagnostics) }
    let office = Office(
      id: id,
      name: name,
      province: province,
      academicYear: year.map { Int($0) },
      settings: settings,
      frameworks: frameworks ?? [],
      planEditions: editions,
      document: document
    )
    return Loaded(office, decoder.diagnostics)
  }

  /// The editions that the settings of an office in some node add to the plans of the registry.
  package static func planEditions(
    of settings: NodeID,
    _ decoder: FileDecoder,
    _ catalogues: CatalogueSet
  ) -> [PlanEditions] {
    MappingReader(settings, decoder).map { planEditions(of: $0, decoder, catalogues) } ?? []
  }

  /// Reads editions by plan; the plans must be in the registry.
  private static func planEditions(
    of settings: MappingReader,
    _ decoder: FileDecoder,
    _ catalogues: CatalogueSet
  ) -> [PlanEditions] {
    guard let node = settings.optional("plan_editions"),
      let mapping = MappingReader(node, decoder)
    else { return [] }
    let plans = catalogues[CatalogueSet.plans]
    return mapping.entries.compactMap { plan, list in
      if plans?.item(plan) == nil {
        decoder.unknownName(
          plan,
          at: decoder.key(list),
          what: LocalizedText(th: "แผนในทะเบียน", en: "plan of the registry"),
          among: plans?.items.map(\.id) ?? []
        )
      }
      let editions = CatalogueLoader.readEditions(list, decoder)
      return editions.map { PlanEditions(plan: plan, editions: $0) }
    }
  }

  /// Checks what an office or profile sets for single rules against the rules themselves.
  ///
  /// Apart from loading, because rules are many and are loaded on their own.
  public static func check(
    _ settings: [ParameterSetting],
    of document: Document,
    against rules: [Rule],
    in context: RuleContext
  ) -> [Diagnostic] {
    let decoder = FileDecoder(document, .configuration)
    SettingsReader(decoder: decoder, context: context).check(settings, against: rules)
    return decoder.diagnostics
  }
}

/// Reads `params` of offices and profiles.
struct SettingsReader {
  let decoder: FileDecoder
  let context: RuleContext

  func read(_ mapping: MappingReader) -> [ParameterSetting] {
    guard let node = mapping.optional("params"), let entries = MappingReader(node, decoder) else {
      return []
    }
    return entries.entries.compactMap(setting)
  }

  private func setting(_ key: String, _ node: NodeID) -> ParameterSetting? {
    let pieces = key.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
    let rule = pieces.count == 2 ? pieces[0] : nil
    guard let name = pieces.last, pieces.count <= 2,
      rule.map({ RuleID.isWellFormed($0.utf8) }) ?? true
    else {
      decoder.report(
        .malformedName,
        LocalizedText(
          th: "\(DecodingWords.quoted(key)) ไม่ใช่ชื่อพารามิเตอร์",
          en: "\(DecodingWords.quoted(key)) names no parameter"
        ),
        at: decoder.key(node),
        help: LocalizedText(
          th: "เขียนชื่อพารามิเตอร์ร่วม หรือ รหัสเกณฑ์.ชื่อ เช่น J01-PRC-001.min_days_ahead",
          en:
            "write the name of a shared parameter, or RULE.name, such as J01-PRC-001.min_days_ahead"
        )
      )
      return nil
    }
    let shared = rule == nil ? context.sharedParameters.first { $0.name == name } : nil
    if rule == nil, shared == nil {
      decoder.unknownName(
        name,
        at: decoder.key(node),
        what: LocalizedText(th: "พารามิเตอร์ร่วม", en: "shared parameter"),
        among: context.sharedParameters.map(\.name)
      )
    }
    let setting = values(rule, name, node)
    if let shared { check(setting, shared) }
    return setting
  }

  /// One value, or values by fiscal year.
  private func values(_ rule: String?, _ name: String, _ node: NodeID) -> ParameterSetting {
    guard decoder.document.kind(of: node) == .map else {
      return ParameterSetting(rule: rule, name: name, value: node, byFiscalYear: [], node: node)
    }
    var rows: [(year: Int, value: NodeID)] = []
    for child in decoder.document.children(of: node) {
      let year = decoder.numericKey(child, in: DecodingBounds.years, what: DecodingBounds.year)
      if let year { rows.append((year, child)) }
    }
    rows.sort { $0.year < $1.year }
    return ParameterSetting(rule: rule, name: name, value: nil, byFiscalYear: rows, node: node)
  }

  private func check(_ setting: ParameterSetting, _ parameter: ParameterDeclaration) {
    let values = ParameterValues(
      decoder: decoder,
      kinds: context.kinds,
      catalogues: context.catalogues
    )
    let bounds = ParameterValues.Bounds(min: parameter.min, max: parameter.max)
    for node in [setting.value].compactMap({ $0 }) + setting.byFiscalYear.map(\.value) {
      values.check(node, parameter.type, bounds)
    }
  }

  func check(_ settings: [ParameterSetting], against rules: [Rule]) {
    for setting in settings {
      guard let id = setting.rule else { continue }
      guard let rule = rules.first(where: { $0.id == id }) else {
        decoder.unknownName(
          id,
          at: decoder.key(setting.node),
          what: LocalizedText(th: "เกณฑ์", en: "rule"),
          among: rules.map(\.id)
        )
        continue
      }
      guard let parameter = rule.parameters.first(where: { $0.name == setting.name }) else {
        decoder.unknownName(
          setting.name,
          at: decoder.key(setting.node),
          what: LocalizedText(th: "พารามิเตอร์ของ \(id)", en: "parameter of \(id)"),
          among: rule.parameters.map(\.name)
        )
        continue
      }
      check(setting, parameter)
    }
  }
}
