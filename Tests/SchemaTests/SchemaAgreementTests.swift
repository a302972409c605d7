import Catalogues
import Diagnostics
import DocumentArena
import DocumentReading
import Foundation
import Intake
import RuleModel
import RuleTesting
import Schemas
import SourceText
import Submissions
import TestSupport
import Testing

/// The shipped files, the schemas and the strict readers side by side.
private struct Shipped {
  let context: RuleContext
  let set: SchemaSet
  private let envelope: Document

  static let root = SharedData.packageRoot.path

  init() throws {
    let catalogues = try CatalogueLoader.load(
      Self.files("Rules/catalogues", isDeep: false).map(Self.document)
    ).get()
    envelope = try Self.document("Rules/kinds/envelope.yaml")
    let kinds = try KindLoader.load(
      envelope: envelope,
      kinds: Self.files("Rules/kinds").filter { !$0.hasSuffix("envelope.yaml") }.map(Self.document),
      catalogues: catalogues
    ).get()
    let parameters = try ParameterLoader.load(
      Self.document("Rules/parameters.yaml"),
      kinds: kinds,
      catalogues: catalogues
    ).get()
    context = RuleContext(kinds: kinds, catalogues: catalogues, sharedParameters: parameters)
    set = SchemaSet(kinds: kinds, catalogues: catalogues)
  }

  static func document(_ path: String) throws -> Document {
    let bytes = try FileReader.read(root + "/" + path).bytes
    return try YAMLReader.readOne(SourceFile(name: path, bytes: bytes))
  }

  static func files(_ folder: String, isDeep: Bool = true) throws -> [String] {
    let names = try FileManager.default.subpathsOfDirectory(atPath: root + "/" + folder)
    return names.filter { $0.hasSuffix(".yaml") && (isDeep || !$0.contains("/")) }.sorted()
      .map { folder + "/" + $0 }
  }

  /// The files of a sort that are shipped.
  static func files(of sort: SchemaSet.Sort) throws -> [String] {
    switch sort {
    case .rule:
      try [
        "alignment", "completeness", "consistency", "disclosure", "optional", "procedure",
        "threshold",
      ].flatMap { try files("Rules/" + $0) }
    case .kind: try files("Rules/kinds").filter { !$0.hasSuffix("envelope.yaml") }
    case .envelope: ["Rules/kinds/envelope.yaml"]
    case .catalogue: try files("Rules/catalogues", isDeep: false)
    case .parameters: ["Rules/parameters.yaml"]
    case .office: try files("Rules/offices", isDeep: false)
    case .profile: try files("Rules/profiles")
    case .mapping: try files("Rules/mappings")
    case .mutants: ["Rules/mutants.yaml"]
    case .waivers, .cases: []
    }
  }

  /// What the strict reader of a sort says of a document.
  func diagnostics(of sort: SchemaSet.Sort, _ document: Document) -> [Diagnostic] {
    let stages = context.kinds.stages.map(\.id)
    switch sort {
    case .rule: return RuleLoader.load(document, in: context, examples: .required).diagnostics
    case .kind:
      return KindLoader.load(
        envelope: envelope,
        kinds: [document],
        catalogues: context.catalogues
      ).diagnostics
    case .envelope:
      return KindLoader.load(envelope: document, kinds: [], catalogues: context.catalogues)
        .diagnostics
    case .catalogue: return CatalogueLoader.load(document).diagnostics
    case .parameters:
      return ParameterLoader.load(
        document,
        kinds: context.kinds,
        catalogues: context.catalogues
      ).diagnostics
    case .office: return OfficeLoader.load(document, in: context).diagnostics
    case .profile: return ProfileLoader.load(document, in: context).diagnostics
    case .waivers: return WaiverLoader.load(document).diagnostics
    case .mapping: return MappingLoader.load(document, kinds: context.kinds).diagnostics
    case .cases: return CaseFileReader.load(document, stages: stages).diagnostics
    case .mutants: return EquivalentMutants.load(document, rules: ["COM-PRC-001"]).diagnostics
    }
  }
}

private let waivers = """
  krong: 1
  waivers:
    - {rule: J02-CMP-003, subject: "dp-01#projects[id=p2]", parts: [budget], reason: ก, approver: ข, from: 2026-01-01, until: 2026-12-31}
  """

private let cases = """
  krong: 1
  as_of: 2026-07-15
  submission: {kind: budget-transfer}
  stage: draft
  office: office.yaml
  params: {grace_days: 1}
  with: [other.yaml, {kind: meeting-record}]
  waivers: [{rule: J02-CMP-003, subject: dp-01, reason: ก, approver: ข, from: 2026-01-01, until: 2026-12-31}]
  others: [pass]
  cases:
    - name: ชื่อ
      expect:
        J03-CMP-003: {outcome: fail, at: [benefit], share: 1/2, says: {th: ก}, also: [{severity: info, at: x}]}
        J03-CMP-007: {outcome: unknown, missing: [a]}
        J03-CMP-001: not-applicable
  """

private let office = """
  krong: 1
  office: peo-x
  name: {th: ก, en: a}
  province: ก
  academic_year: 2568
  params: {grace_days: {2570: 3}, "J01-PRC-001.min_days_ahead": 3}
  frameworks: [plans/x.yaml]
  plan_editions: {provincial-plan: [{id: x, from: 2566, until: 2570}], cluster-plan: []}
  """

private let profile = """
  krong: 1
  profile: mine
  title: {th: ก, en: a}
  extends: full
  select: {stages: [draft], families: [alignment], basis: [text], severities: [error], clauses: [J2, J2 §5.4], rules: [J02-CMP-003]}
  deselect: [J02-CMP-004]
  unscored: {severities: [info]}
  set: {J02-CMP-003: {severity: info, weight: 2, waivable: true}}
  params: {grace_days: 3}
  """

@Suite("schemas of the project's files")
struct SchemaAgreementTests {
  private let shipped: Shipped

  init() throws { shipped = try Shipped() }

  @Test("every key of the strict readers has a schema, and no schema has another key")
  func tables() {
    for (name, _) in shipped.set.names {
      #expect(shipped.set.schema(named: name)?.gaps == [], "\(name)")
    }
  }

  @Test("shipped files fit their schemas", arguments: SchemaSet.Sort.allCases)
  func files(_ sort: SchemaSet.Sort) throws {
    let judge = SchemaJudge(shipped.set.schema(of: sort))
    for path in try Shipped.files(of: sort) {
      #expect(try judge.allows(JSONTree(Shipped.document(path))), "\(path)")
    }
  }

  @Test(
    "bent files: a schema refuses what the reader calls misshapen, and nothing that it takes",
    arguments: SchemaSet.Sort.allCases
  )
  func bent(_ sort: SchemaSet.Sort) throws {
    let judge = SchemaJudge(shipped.set.schema(of: sort))
    var tried = 0
    for (name, value) in try samples(of: sort) {
      #expect(try judge.allows(value), "\(name)")
      let all = value.bent
      for (index, bent) in all.enumerated() where index % max(1, all.count / Self.most) == 0 {
        tried += 1
        let document = try bent.value.document(named: name)
        let found = shipped.diagnostics(of: sort, document).filter { $0.severity == .error }
        let isAllowed = try judge.allows(bent.value)
        let isMisshapen = found.contains { Self.shapes.contains(String($0.code.text.suffix(3))) }
        if isAllowed, isMisshapen {
          Issue.record("\(name)\(bent.what): allowed, but \(found[0].message.en)")
        } else if !isAllowed, found.isEmpty {
          Issue.record("\(name)\(bent.what): refused, but the reader takes it")
        }
      }
    }
    #expect(tried > 10)
  }

  /// How many places of one file are bent at least, where there are as many.
  private static let most = 150

  /// Unknown keys, missing keys and choices, which every family of codes numbers alike.
  private static let shapes: Set<String> = ["001", "002", "012"]

  /// Files of a sort, shortened, that together have all check kinds.
  private func samples(of sort: SchemaSet.Sort) throws -> [(name: String, value: JSONTree)] {
    switch sort {
    case .waivers: return [("waivers.yaml", JSONTree(try yaml(waivers)))]
    case .cases: return [("x.test.yaml", JSONTree(try yaml(cases)))]
    case .office: return [("office.yaml", JSONTree(try yaml(office)))]
    case .profile: return [("mine.yaml", JSONTree(try yaml(profile)))]
    case .mutants:
      let text = "krong: 1\nequivalent: [{rule: COM-PRC-001, mutant: x, reason: ก}]"
      return [("mutants.yaml", JSONTree(try yaml(text)))]
    case .rule:
      var missing = Set(RuleKeys.checkKinds)
      var samples: [(name: String, value: JSONTree)] = []
      for path in try Shipped.files(of: .rule) {
        let value = Self.shortened(JSONTree(try Shipped.document(path)))
        let text = value["check"]?.json ?? ""
        let own = missing.filter { text.contains("\"\($0)\":") }
        guard !own.isEmpty else { continue }
        missing.subtract(own)
        samples.append((path, value))
      }
      return samples
    default:
      return try Shipped.files(of: sort).prefix(2).map { ($0, JSONTree(try Shipped.document($0))) }
    }
  }

  /// A rule with one example that passes and one that fails.
  private static func shortened(_ rule: JSONTree) -> JSONTree {
    guard case .object(let members) = rule else { return rule }
    return .object(
      members.map { member in
        guard member.key == "examples", case .list(let examples) = member.value else {
          return member
        }
        let kept = ["pass", "fail"].compactMap { outcome in
          examples.first { $0[outcome] != nil }
        }
        return (member.key, .list(kept))
      }
    )
  }
}
