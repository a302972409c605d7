package import Catalogues
package import Diagnostics
import RuleModel
package import Submissions

/// The schemas of a rule set: one for each sort of file and one for each kind of submission.
package struct SchemaSet: Sendable {
  /// The sorts of files of the project.
  package enum Sort: String, Sendable, CaseIterable {
    /// Rules.
    case rule
    /// Kinds of submission.
    case kind
    /// The fields that all kinds share.
    case envelope
    /// Catalogues.
    case catalogue
    /// `parameters.yaml`.
    case parameters
    /// Offices.
    case office
    /// Profiles.
    case profile
    /// Waivers.
    case waivers
    /// Mappings of office files.
    case mapping
    /// Case files.
    case cases
    /// Equivalent mutants.
    case mutants

    /// What files of the sort are called.
    package var title: LocalizedText {
      switch self {
      case .rule: LocalizedText(th: "เกณฑ์ตรวจ", en: "rule")
      case .kind: LocalizedText(th: "ประเภทเรื่อง", en: "kind of submission")
      case .envelope: LocalizedText(th: "ข้อมูลทั่วไปของเรื่อง", en: "envelope of all kinds")
      case .catalogue: LocalizedText(th: "ทะเบียน", en: "catalogue")
      case .parameters: LocalizedText(th: "พารามิเตอร์ร่วม", en: "shared parameters")
      case .office: LocalizedText(th: "ค่าของสำนักงาน", en: "settings of an office")
      case .profile: LocalizedText(th: "โปรไฟล์", en: "profile")
      case .waivers: LocalizedText(th: "ข้อยกเว้น", en: "waivers")
      case .mapping: LocalizedText(th: "การจับคู่แฟ้มสำนักงาน", en: "mapping of office files")
      case .cases: LocalizedText(th: "กรณีทดสอบ", en: "case file")
      case .mutants: LocalizedText(th: "เกณฑ์ฉบับดัดแปลงที่เทียบเท่า", en: "equivalent mutants")
      }
    }
  }

  private let kinds: KindSet
  private let catalogues: CatalogueSet

  /// The schemas that follow from kinds and catalogues.
  package init(kinds: KindSet, catalogues: CatalogueSet) {
    self.kinds = kinds
    self.catalogues = catalogues
  }

  /// The names of all schemas, with what each is for: the sorts of files, then the kinds.
  package var names: [(name: String, title: LocalizedText)] {
    Sort.allCases.map { ($0.rawValue, $0.title) } + kinds.kinds.map { ($0.id, $0.title) }
  }

  /// The schema of a name; nil when there is none.
  package func schema(named name: String) -> JSONSchema? {
    if let sort = Sort(rawValue: name) { return schema(of: sort) }
    return kinds[name].map(schema)
  }

  /// The schema of a sort of files.
  package func schema(of sort: Sort) -> JSONSchema {
    body(of: sort).asDocument(sort.title)
  }

  /// The schema of a kind of submission.
  package func schema(of kind: SubmissionKind) -> JSONSchema {
    SubmissionSchema(kind: kind, catalogues: catalogues).document.asDocument(kind.title)
  }

  private func body(of sort: Sort) -> JSONSchema {
    let rules = RuleSchema(kinds: kinds, catalogues: catalogues)
    let stages = JSONSchema.codes(kinds.stages.map { ($0.id, $0.label) })
    let listed = kinds.envelope.codeLists["kind"]?.codes.map { ($0.id, $0.label) } ?? []
    return switch sort {
    case .rule: rules.document
    case .kind: KindSchemas.kind(names: listed, stages: stages)
    case .envelope: KindSchemas.envelope(stages: stages)
    case .catalogue: KindSchemas.catalogue
    case .parameters: ConfigurationSchemas.parameters(rules)
    case .office: ConfigurationSchemas.office(rules)
    case .profile: ConfigurationSchemas.profile(stages: stages)
    case .waivers: ConfigurationSchemas.waivers
    case .mapping: MappingSchema.document(kinds: kinds.kinds.map { ($0.id, $0.title) })
    case .cases: TestSchemas.cases(stages: stages)
    case .mutants: TestSchemas.mutants
    }
  }
}
