import Catalogues
import Diagnostics
import DocumentArena
import Findings
import RuleModel
import SourceText
import Submissions
import ThaiText

/// Which of the submissions that were read are judged, and what the others are for.
///
/// Two rounds of one submission have one id. The latest of those that are to be judged is judged; the
/// earlier ones can be looked up as `id#round`.
struct DocketReading {
  /// All submissions: those to be judged first, then those to be looked up.
  let all: [Submission]
  /// The positions of those that are judged, in the order in which they were given.
  let judged: [Int]
  /// The positions of the earlier rounds of those.
  private let earlierRounds: Set<Int>
  private let catalogues: CatalogueSet
  private let ids: SubmissionIDs

  init(given: [Submission], lookedUp: [Submission], catalogues: CatalogueSet) {
    all = given + lookedUp
    ids = SubmissionIDs(all)
    self.catalogues = catalogues
    var latest: [String: Int] = [:]
    for submission in given {
      guard let id = submission.id else { continue }
      latest[id] = max(latest[id] ?? 0, submission.round)
    }
    var earlier = Set(
      given.indices.filter { index in
        given[index].id.map { given[index].round != latest[$0] } ?? false
      }
    )
    earlier.formUnion(Self.followed(in: given))
    judged = given.indices.filter { !earlier.contains($0) }
    earlierRounds = earlier
  }

  /// Those that another one names as its earlier round, where each round was given an id of its own.
  private static func followed(in given: [Submission]) -> Set<Int> {
    var followed: Set<Int> = []
    let ids = SubmissionIDs(given)
    for (index, submission) in given.enumerated() {
      for reference in submission.references where reference.target == .earlierRound {
        let found = ids.matches(reference.sought).filter { $0 != index }
        guard let target = found.first, found.count == 1 else { continue }
        let isEarlier = given[target].round < submission.round
        if isEarlier, given[target].kind.id == submission.kind.id { followed.insert(target) }
      }
    }
    return followed
  }

  /// What reports say of the docket.
  func summary(waivers: [Waiver]) -> Docket {
    Docket(
      companions: companions,
      references: judged.flatMap(references),
      duplicates: duplicates,
      strayWaivers: strayWaivers(waivers)
    )
  }

  private var companions: [Docket.Companion] {
    let judgedOnes = Set(judged)
    var rounds: [String: Int] = [:]
    for index in judged {
      guard let id = all[index].id else { continue }
      rounds[id] = max(rounds[id] ?? 0, all[index].round)
    }
    return all.indices.filter { !judgedOnes.contains($0) }.map { index in
      let isRound =
        earlierRounds.contains(index)
        || all[index].id.flatMap { rounds[$0] }.map { all[index].round < $0 } ?? false
      return Docket.Companion(
        submission: name(all[index]),
        role: isRound ? .earlierRound : .lookedUp
      )
    }
  }

  private var duplicates: [Docket.Duplicate] {
    guard all.count > 1 else { return [] }
    var order: [RoundName] = []
    var files: [RoundName: [String]] = [:]
    for submission in all {
      guard let id = submission.id else { continue }
      let name = RoundName(id: id, round: submission.round)
      if files[name] == nil { order.append(name) }
      files[name, default: []].append(submission.document.source.name)
    }
    return order.compactMap { name in
      guard let files = files[name], files.count > 1 else { return nil }
      return Docket.Duplicate(id: name.id, round: name.round, files: files)
    }
  }

  private struct RoundName: Hashable {
    let id: String
    let round: Int
  }

  private func name(_ submission: Submission) -> Docket.Name {
    let document = submission.document
    let title = document.child(of: document.root, "title").flatMap { node in
      document.kind(of: node) == .string ? document.text(of: node) : nil
    }
    return Docket.Name(
      file: document.source.name,
      id: submission.id,
      round: submission.round,
      kind: submission.isKindKnown ? submission.kind.id : nil,
      title: title
    )
  }

  // MARK: References

  private func references(of index: Int) -> [Docket.Reference] {
    let submission = all[index]
    let labels = PlaceLabel(submission, catalogues: catalogues)
    return submission.references.map { reference in
      let found = ids.matches(reference.sought)
      let others = found.filter { $0 != index }
      let target = others.first ?? found.first
      return Docket.Reference(
        file: submission.document.source.name,
        id: submission.id,
        place: place(of: reference, in: submission, labels),
        written: reference.written,
        state: state(reference.target, index, others, isItself: !found.isEmpty),
        target: target.map { name(all[$0]) },
        suggestion: target == nil ? suggestion(for: reference, index) : nil
      )
    }
  }

  private func state(
    _ wanted: Field.SubmissionName,
    _ index: Int,
    _ others: [Int],
    isItself: Bool
  ) -> Docket.Reference.State {
    guard let target = others.first else { return isItself ? .itself : .notSupplied }
    if others.count > 1 { return .ambiguous }
    let (own, other) = (all[index], all[target])
    guard wanted.isOfRightKind(other, for: own) else { return .wrongKind }
    return wanted.serves(other, for: own) ? .found : .wrongRound
  }

  /// The id of the one that is probably meant: of that title, or with an id that is nearly the same.
  private func suggestion(for reference: SubmissionReference, _ index: Int) -> String? {
    // Ids of rounds differ in a digit from ids of others; a guess would name a stranger.
    if reference.target == .earlierRound || reference.target == .laterRound { return nil }
    let others = all.indices.filter { other in
      guard other != index else { return false }
      if case .kinds(let kinds) = reference.target { return kinds.contains(all[other].kind.id) }
      return true
    }
    let written = ThaiNormalizer.normalize(reference.written)
    let titled = others.first { other in
      name(all[other]).title.map { ThaiNormalizer.normalize($0).utf8.elementsEqual(written.utf8) }
        ?? false
    }
    if let id = titled.flatMap({ all[$0].id }) { return id }
    return Suggestion.nearest(to: reference.written, among: others.compactMap { all[$0].id })
  }

  private func place(
    of reference: SubmissionReference,
    in submission: Submission,
    _ labels: PlaceLabel
  ) -> FindingPlace {
    let document = submission.document
    let style = document.node(reference.node).style
    let quotes = style == .singleQuoted || style == .doubleQuoted ? 2 : 0
    return FindingPlace(
      file: document.source.name,
      path: reference.path,
      position: document.position(of: reference.node),
      length: UInt32(clamping: reference.written.unicodeScalars.count + quotes),
      isAbsent: false,
      label: labels.of(reference.path),
      scheme: document.scheme
    )
  }

  // MARK: Waivers

  private func strayWaivers(_ waivers: [Waiver]) -> [LocalizedText] {
    let ids = judged.compactMap { all[$0].id }
    return waivers.filter { waiver in
      !ids.contains { $0.utf8.elementsEqual(waiver.submission.utf8) }
    }
    .map { waiver in
      let meant = Suggestion.nearest(to: waiver.submission, among: ids)
      return LocalizedText(
        th: "การผ่อนผัน \(waiver.rule) ของ “\(waiver.submission)” ไม่มีผล เพราะไม่มีเรื่องนี้ในชุดที่ตรวจ"
          + (meant.map { " หมายถึง “\($0)” หรือไม่" } ?? ""),
        en: "the waiver of \(waiver.rule) for “\(waiver.submission)” has no effect: "
          + "no submission of that id was judged"
          + (meant.map { "; did you mean “\($0)”?" } ?? "")
      )
    }
  }
}
