public import Catalogues
public import DocumentArena
import ThaiText

/// Reads a document as a submission: kind, job, stage, round, stand-ins and what is wrong with its
/// form.
public enum SubmissionReader {
  /// Reads a document; every document makes a submission, whatever its shape.
  ///
  /// - Parameters:
  ///   - document: The document.
  ///   - kinds: The kinds; the envelope stands in for a kind that is blank or unknown.
  ///   - catalogues: The catalogues that fields refer to.
  ///   - stageOverride: A stage that the user names in place of the document's.
  /// - Returns: The submission with its structure findings in document order.
  public static func read(
    _ document: Document,
    kinds: KindSet,
    catalogues: CatalogueSet,
    stageOverride: String? = nil
  ) -> Submission {
    let header = SubmissionHeader(document, kinds)
    let kind = header.kind ?? kinds.envelope
    var check = StructureCheck(
      document,
      kind,
      catalogues,
      isKindKnown: header.kind != nil
    )
    check.run(header)
    let stages = kinds.stages.map(\.id)
    let stage = stageOverride ?? header.stage ?? ""
    var standIns = StandIns.make(document, kind, header)
    if let stageOverride, stages.contains(stageOverride) {
      standIns["stage"] = .text(stageOverride)
    } else if let written = header.stage, !stages.contains(written), let first = stages.first {
      // STR-007: read as a draft.
      standIns["stage"] = .text(first)
    }
    return Submission(
      document: RuleView.make(check.changes, of: document),
      kind: kind,
      isKindKnown: header.kind != nil,
      id: header.id,
      job: header.job,
      stage: stages.firstIndex(of: stage) ?? header.stage.flatMap(stages.firstIndex) ?? 0,
      round: header.round,
      standIns: standIns,
      structureFindings: check.sortedFindings,
      structureLeftOut: check.leftOut
    )
  }
}

/// The fields of the envelope that decide how the rest is read.
struct SubmissionHeader {
  let kind: SubmissionKind?
  let kindNode: NodeID?
  let id: String?
  let job: Int?
  let jobNode: NodeID?
  let stage: String?
  let round: Int

  init(_ document: Document, _ kinds: KindSet) {
    let root = document.root
    func text(_ name: String) -> String? {
      guard let node = document.child(of: root, name),
        case .text(let text) = FieldValue(node, as: .text, in: document)
      else { return nil }
      return text
    }
    func number(_ name: String) -> Int? {
      guard let node = document.child(of: root, name),
        case .int(let number) = FieldValue(node, as: .int, in: document)
      else { return nil }
      return Int(exactly: number)
    }
    kind = text("kind").flatMap { kinds[SpacesAround.trimmed($0)] }
    kindNode = document.child(of: root, "kind")
    id = text("id")
    jobNode = document.child(of: root, "job")
    job = number("job").flatMap { (1...24).contains($0) ? $0 : nil }
    stage = text("stage").map { SpacesAround.trimmed($0) }
    round = number("round").flatMap { $0 >= 1 ? $0 : nil } ?? 1
  }
}

/// What blank fields of the submission stand for.
enum StandIns {
  static func make(
    _ document: Document,
    _ kind: SubmissionKind,
    _ header: SubmissionHeader
  ) -> [String: Field.Constant] {
    var standIns: [String: Field.Constant] = [:]
    for field in kind.root.fields {
      let derived = header.job.flatMap { field.derivedByJob[$0] }
      guard derived != nil || field.defaultValue != nil else { continue }
      if let node = document.child(of: document.root, field.name), !document.isBlank(node) {
        continue
      }
      standIns[field.name] = derived.map { .text($0) } ?? field.defaultValue
    }
    return standIns
  }
}
