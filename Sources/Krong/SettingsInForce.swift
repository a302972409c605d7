import Catalogues
import Diagnostics
import DocumentArena
import Reporting
import RuleModel

/// What the office and the profile of a check set and is not the default, for receipts.
///
/// A value that an office file states as it is anyhow is left out. Where the office and a profile set the same,
/// the office's counts and stands here alone.
struct SettingsInForce {
  let workspace: Workspace

  var settings: [Receipt.Setting] {
    let own = workspace.office.map(ofOffice) ?? []
    return ofProfiles.filter { setting in !own.contains { $0.name == setting.name } } + own
  }

  // MARK: Profiles

  /// What the profiles set, of several the last.
  private var ofProfiles: [Receipt.Setting] {
    var found: [Receipt.Setting] = []
    for profile in workspace.profiles {
      let more =
        profile.changes.flatMap(changes)
        + profile.settings.compactMap { setting($0, in: profile.document, from: .profile) }
      found = found.filter { old in !more.contains { $0.name == old.name } } + more
    }
    return found
  }

  /// Severity, weight and waivability of a rule.
  private func changes(_ change: Profile.Change) -> [Receipt.Setting] {
    guard let rule = workspace.rules.first(where: { $0.id == change.rule }) else { return [] }
    var made: [Receipt.Setting] = []
    func add(_ name: String, _ value: LocalizedText, _ standard: LocalizedText) {
      guard value != standard else { return }
      made.append(
        Receipt.Setting(
          source: .profile,
          name: "\(rule.id).\(name)",
          label: rule.title,
          value: value,
          standard: standard
        )
      )
    }
    if let severity = change.severity {
      add("severity", Self.words(severity), Self.words(rule.severity))
    }
    if let weight = change.weight {
      add("weight", LocalizedText(verbatim: "\(weight)"), LocalizedText(verbatim: "\(rule.weight)"))
    }
    if let isWaivable = change.isWaivable {
      add("waivable", Self.words(isWaivable), Self.words(rule.isWaivable))
    }
    return made
  }

  private static func words(_ severity: Severity) -> LocalizedText {
    LocalizedText(
      th: ReportWords(language: .th).severity(severity),
      en: ReportWords(language: .en).severity(severity)
    )
  }

  private static func words(_ truth: Bool) -> LocalizedText {
    truth ? LocalizedText(th: "ใช่", en: "yes") : LocalizedText(th: "ไม่ใช่", en: "no")
  }

  // MARK: Offices

  private func ofOffice(_ office: Office) -> [Receipt.Setting] {
    var made: [Receipt.Setting] = []
    func add(
      _ name: String,
      _ label: LocalizedText,
      _ value: LocalizedText,
      standard: LocalizedText
    ) {
      made.append(
        Receipt.Setting(source: .office, name: name, label: label, value: value, standard: standard)
      )
    }
    let none = LocalizedText(th: "ไม่ได้กำหนด", en: "none")
    if let province = office.province {
      let label = LocalizedText(th: "จังหวัด", en: "province")
      add("province", label, LocalizedText(verbatim: province), standard: none)
    }
    if let year = office.academicYear {
      add(
        "academic_year",
        LocalizedText(th: "ปีการศึกษาปัจจุบัน พ.ศ.", en: "current academic year"),
        LocalizedText(verbatim: "\(year)"),
        standard: LocalizedText(th: "ปีการศึกษาของเรื่อง", en: "that of the submission")
      )
    }
    if !office.frameworks.isEmpty {
      let files = LocalizedText(verbatim: office.frameworks.joined(separator: ", "))
      let label = LocalizedText(th: "แฟ้มแผนของพื้นที่", en: "files of the plans of the area")
      add("frameworks", label, files, standard: none)
    }
    return made + office.planEditions.compactMap(editions)
      + office.settings.compactMap { setting($0, in: office.document, from: .office) }
  }

  /// The editions of a plan as they count now, beside those of the registry.
  private func editions(_ set: PlanEditions) -> Receipt.Setting? {
    guard let item = workspace.catalogues["plans"]?.item(set.plan) else { return nil }
    return Receipt.Setting(
      source: .office,
      name: "plan_editions.\(set.plan)",
      label: LocalizedText(th: "ฉบับของ\(item.name.th)", en: "editions of \(item.name.en)"),
      value: Self.words(item.editions),
      standard: Self.words(item.registered)
    )
  }

  private static func words(_ editions: [CatalogueItem.Edition]?) -> LocalizedText {
    guard let editions else {
      return LocalizedText(th: "ไม่จำกัดปี", en: "in force in all years")
    }
    guard !editions.isEmpty else {
      return LocalizedText(th: "ไม่มีแผนนี้", en: "there is no such plan")
    }
    let texts = editions.map { edition in
      let years = "\(edition.years.lowerBound)-\(edition.years.upperBound)"
      return edition.id.contains(years) ? edition.id : "\(edition.id) (\(years))"
    }
    return LocalizedText(verbatim: texts.joined(separator: ", "))
  }

  // MARK: Parameters

  private func setting(
    _ setting: ParameterSetting,
    in document: Document,
    from source: Receipt.Setting.Source
  ) -> Receipt.Setting? {
    guard let parameter = parameter(of: setting) else { return nil }
    let value = text(setting.value, setting.byFiscalYear, [:], of: parameter, in: document)
    let standard = text(
      parameter.defaultValue,
      parameter.byFiscalYear,
      parameter.byJob,
      of: parameter,
      in: parameter.document
    )
    guard value != standard else { return nil }
    return Receipt.Setting(
      source: source,
      name: setting.rule.map { "\($0).\(setting.name)" } ?? setting.name,
      label: parameter.label,
      value: value,
      standard: standard
    )
  }

  private func parameter(of setting: ParameterSetting) -> ParameterDeclaration? {
    guard let rule = setting.rule else {
      return workspace.parameters.first { $0.name == setting.name }
    }
    return workspace.rules.first { $0.id == rule }?.parameters.first { $0.name == setting.name }
  }

  /// A value with those of single fiscal years and jobs.
  private func text(
    _ value: NodeID?,
    _ byFiscalYear: [(year: Int, value: NodeID)],
    _ byJob: [Int: NodeID],
    of parameter: ParameterDeclaration,
    in document: Document
  ) -> LocalizedText {
    var texts = value.map { [text($0, of: parameter, in: document)] } ?? []
    for (year, node) in byFiscalYear {
      let own = text(node, of: parameter, in: document)
      texts.append(
        LocalizedText(
          th: "ตั้งแต่ปีงบประมาณ พ.ศ. \(year): \(own.th)",
          en: "from fiscal year \(year): \(own.en)"
        )
      )
    }
    for (job, node) in byJob.sorted(by: { $0.key < $1.key }) {
      let own = text(node, of: parameter, in: document)
      texts.append(LocalizedText(th: "งานที่ \(job): \(own.th)", en: "job \(job): \(own.en)"))
    }
    return LocalizedText(
      th: texts.map(\.th).joined(separator: "; "),
      en: texts.map(\.en).joined(separator: "; ")
    )
  }

  private func text(
    _ node: NodeID,
    of parameter: ParameterDeclaration,
    in document: Document
  ) -> LocalizedText {
    let value = text(node, as: parameter.type, in: document)
    guard let unit = parameter.unit else { return value }
    let isOne = value.en == "1" && unit.hasSuffix("s")
    return LocalizedText(
      th: "\(value.th) \(Self.thai(unit))",
      en: "\(value.en) \(isOne ? String(unit.dropLast()) : unit)"
    )
  }

  private func text(
    _ node: NodeID,
    as type: ParameterDeclaration.ParameterType,
    in document: Document
  ) -> LocalizedText {
    let text = document.text(of: node)
    switch type {
    case .list(let element):
      let items = document.children(of: node).map { self.text($0, as: element, in: document) }
      guard !items.isEmpty else { return LocalizedText(th: "ไม่มี", en: "none") }
      return LocalizedText(
        th: items.map(\.th).joined(separator: ", "),
        en: items.map(\.en).joined(separator: ", ")
      )
    case .bool: return Self.words(document.bytes(of: node).first == UInt8(ascii: "t"))
    case .code(let name):
      return workspace.ruleContext.name(ofCode: text, of: name) ?? LocalizedText(verbatim: text)
    case .catalogue: return workspace.catalogues[text]?.title ?? LocalizedText(verbatim: text)
    default: return LocalizedText(verbatim: text)
    }
  }

  private static func thai(_ unit: String) -> String {
    switch unit {
    case "days": "วัน"
    case "characters": "อักขระ"
    case "years": "ปี"
    case "channels": "ช่องทาง"
    case "percentage points": "จุดร้อยละ"
    default: unit
    }
  }
}
