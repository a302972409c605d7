import Catalogues
import Diagnostics
import DocumentArena
import Findings
import RuleCompiler
import RuleModel
import Submissions

/// What is wrong with the form of a submission, as a finding (requirements, section A).
enum StructureMessages {
  static func finding(_ finding: StructureFinding, in scope: SubmissionScope) -> Finding {
    let document = scope.submission.document
    let names = PlaceNames(scope: scope)
    let (path, nodes) = scope.paths.path(of: finding.node, in: 0)
    var place = names.place(PlaceTarget(document: 0, node: finding.node, missing: []))
    if finding.pointsAtKey, let key = document.keyPosition(of: finding.node) {
      let length = document.keyName(of: finding.node).unicodeScalars.count
      place = FindingPlace(
        file: place.file,
        path: place.path,
        position: key,
        length: UInt32(clamping: max(length, 1)),
        isAbsent: false,
        label: place.label,
        scheme: place.scheme
      )
    }
    var related: [Finding.RelatedPlace] = []
    if let other = finding.related {
      related.append(
        Finding.RelatedPlace(
          text: relation(finding.code),
          place: names.place(PlaceTarget(document: 0, node: other, missing: []))
        )
      )
    }
    return Finding(
      rule: finding.code.rawValue,
      outcome: .fail,
      severity: finding.code.isError ? .error : .warning,
      message: StructureSentences.message(
        for: finding,
        at: path,
        along: nodes,
        in: scope.submission,
        catalogues: scope.rules.catalogues
      ),
      remedy: StructureSentences.remedy(for: finding),
      clauses: [],
      place: place,
      related: related,
      part: place.path.description,
      fingerprint: Fingerprint.of([
        finding.code.rawValue, scope.submission.id ?? "", place.path.description,
        finding.values["value"] ?? "",
      ])
    )
  }

  /// What the other place has to do with the finding.
  private static func relation(_ code: StructureCode) -> LocalizedText {
    switch code {
    case .kindAndJob: LocalizedText(th: "ประเภทเรื่องที่ระบุ", en: "the kind that is stated")
    case .againstJob: LocalizedText(th: "งานที่ระบุ", en: "the job that is stated")
    default: LocalizedText(th: "ค่าแรกที่ซ้ำกัน", en: "the first of the two")
    }
  }
}
