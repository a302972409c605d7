import Diagnostics
import DocumentArena
import Findings
import RuleModel
import Submissions

/// What is wrong with the form of a submission, as a finding (requirements, section A).
enum StructureMessages {
  static func finding(_ finding: StructureFinding, in scope: SubmissionScope) -> Finding {
    let document = scope.submission.document
    let names = PlaceNames(scope: scope)
    var place = names.place(PlaceTarget(document: 0, node: finding.node, missing: []))
    if finding.pointsAtKey, let key = document.keyPosition(of: finding.node) {
      let length = document.keyName(of: finding.node).unicodeScalars.count
      place = FindingPlace(
        file: place.file, path: place.path, position: key, length: UInt32(clamping: max(length, 1)),
        isAbsent: false, label: place.label)
    }
    let related = finding.related.map {
      Finding.RelatedPlace(
        text: LocalizedText(th: "ค่าแรกที่ซ้ำกัน", en: "the first of the two"),
        place: names.place(PlaceTarget(document: 0, node: $0, missing: [])))
    }
    return Finding(
      rule: finding.code.rawValue,
      outcome: .fail,
      severity: severity(finding.code),
      message: message(finding, place, scope),
      remedy: StructureWords.remedy(finding.code),
      clauses: [],
      place: place,
      related: related.map { [$0] } ?? [],
      part: place.path.description,
      fingerprint: Fingerprint.of([
        finding.code.rawValue, scope.submission.id ?? "", place.path.description,
        finding.values["value"] ?? "",
      ])
    )
  }

  private static func severity(_ code: StructureCode) -> Severity {
    switch code {
    case .unknownField, .unknownStep, .unknownDocumentType: .warning
    default: .error
    }
  }

  private static func message(
    _ finding: StructureFinding, _ place: FindingPlace, _ scope: SubmissionScope
  ) -> LocalizedText {
    let text = StructureWords.message(finding.code)
    return LocalizedText(
      th: filled(text.th, finding, place, .th, scope), en: filled(text.en, finding, place, .en, scope))
  }

  private static func filled(
    _ text: String, _ finding: StructureFinding, _ place: FindingPlace, _ language: Language,
    _ scope: SubmissionScope
  ) -> String {
    var values = finding.values
    values["place"] = place.label[language]
    values["kind"] = scope.kind.title[language]
    values["job"] = values["job"] ?? scope.submission.job.map { String($0) }
    if let type = finding.values["type"] { values["type"] = StructureWords.type(type)[language] }
    var result = ""
    var rest = text[...]
    while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
      result += rest[..<open]
      result += values[String(rest[rest.index(after: open)..<close])] ?? MessageText.missing
      rest = rest[rest.index(after: close)...]
    }
    return result + rest
  }
}
