import CEL
import Diagnostics
import DocumentArena
import Findings
import RuleCompiler
import RuleModel
import Submissions

/// Counts the parts that are told, by sort, up to the bound of ``CheckLimits``.
struct ToldCounts {
  private var counts = Tally()
  private(set) var leftOut = 0

  /// Counts a part; false when its details are left out.
  mutating func take(_ part: PartResult) -> Bool {
    let outcome = part.outcome.rawValue
    let count = counts.add(part.softer.map { outcome + " " + $0.rawValue } ?? outcome)
    // A part that is not yet due by now says what it waits for, not what failed.
    let isUntold = part.isUntold && part.outcome != .unknown
    guard count > CheckLimits.findingsOfOneSort || isUntold else { return true }
    leftOut += 1
    return false
  }
}

// Parts to findings, outcome and counts.
extension RuleRun {
  /// The result of the rule, waivers applied.
  mutating func result(
    _ facts: RuleFacts,
    isScored: Bool,
    _ waivers: inout WaiverBook
  ) -> RuleResult {
    let (found, guardReason, guardDetail) = parts()
    let names = PlaceNames(scope: scope)
    var counts = PartCounts()
    var findings: [Finding] = []
    var notApplicable: [(reason: NotApplicableReason, detail: LocalizedText)] = []
    var seen: [String: Int] = [:]
    var told = ToldCounts()
    for var part in found {
      if part.outcome == .notApplicable, let reason = part.reason, part.softer == nil,
        notApplicable.count < CheckLimits.findingsOfOneSort
      {
        notApplicable.append((reason, part.detail))
      }
      let waiver = waive(&part, facts, &waivers)
      Fold.count(part, &counts)
      guard isTold(part), told.take(part) else { continue }
      findings.append(finding(part, facts, names, waiver, &seen))
    }
    let outcome = Fold.outcome(of: counts)
    let reason =
      outcome == .notApplicable ? guardReason ?? notApplicable.first?.reason ?? .when : nil
    let detail = guardReason != nil ? guardDetail : joinedDetail(notApplicable, reason)
    return RuleResult(
      rule: facts,
      outcome: outcome,
      isScored: isScored,
      reason: reason,
      reasonDetail: reason == nil ? nil : detail,
      parts: counts,
      findings: Self.inDocumentOrder(findings),
      leftOut: told.leftOut,
      notApplicableParts: notApplicable
    )
  }

  /// The findings, each with the part that it tells, for explanations.
  mutating func traced(
    _ facts: RuleFacts,
    _ waivers: inout WaiverBook
  ) -> [(part: PartResult, finding: Finding)] {
    let (found, _, _) = parts()
    let names = PlaceNames(scope: scope)
    var seen: [String: Int] = [:]
    var told = ToldCounts()
    var traced: [(part: PartResult, finding: Finding)] = []
    for var part in found {
      let waiver = waive(&part, facts, &waivers)
      guard isTold(part), told.take(part) else { continue }
      traced.append((part, finding(part, facts, names, waiver, &seen)))
    }
    return traced
  }

  /// Sets aside a part that failed, when there is a waiver for it.
  private func waive(
    _ part: inout PartResult,
    _ facts: RuleFacts,
    _ waivers: inout WaiverBook
  ) -> Waiver? {
    guard part.outcome == .fail, part.softer == nil else { return nil }
    let path = part.place.map { documentPath(of: $0) } ?? DocumentPath([])
    let waiver = waivers.waiver(for: part, of: facts, at: path, in: scope)
    if waiver != nil { part.outcome = .waived }
    return waiver
  }

  private func joinedDetail(
    _ parts: [(reason: NotApplicableReason, detail: LocalizedText)],
    _ reason: NotApplicableReason?
  ) -> LocalizedText? {
    let details = parts.filter { $0.reason == reason && !$0.detail.th.isEmpty }.map(\.detail)
    return details.isEmpty ? nil : MessageText.joined(details)
  }

  private func isTold(_ part: PartResult) -> Bool {
    switch part.outcome {
    case .fail, .error, .notChecked, .waived: true
    case .unknown: part.softer == nil
    case .pass, .notApplicable, .notSelected: false
    }
  }

  private func finding(
    _ part: PartResult,
    _ facts: RuleFacts,
    _ names: PlaceNames,
    _ waiver: Waiver?,
    _ seen: inout [String: Int]
  ) -> Finding {
    let place = names.place(part.place)
    var identity =
      [facts.id, scope.submission.id ?? "", part.discriminator, part.key] + part.identity
    let joined = identity.joined(separator: "\u{1F}")
    let repeats = seen[joined, default: 0]
    seen[joined] = repeats + 1
    if repeats > 0 { identity.append("#\(repeats)") }
    return Finding(
      rule: facts.id,
      outcome: part.outcome,
      // A profile may make the rule softer than its softer items.
      severity: part.softer.map { min($0, facts.severity) } ?? facts.severity,
      isSofter: part.softer != nil,
      message: part.outcome == .unknown ? unknownMessage(part, names) : part.message,
      remedy: compiled.rule.remedy,
      clauses: part.clauses ?? facts.clauses,
      place: place,
      related: part.related.map {
        Finding.RelatedPlace(text: $0.text, place: names.place($0.place))
      },
      missing: part.missing,
      part: part.key,
      element: waiverElement(of: part),
      fingerprint: Fingerprint.of(identity),
      values: part.values,
      waiver: waiver?.reason,
      approval: waiver.map {
        Finding.Approval(approver: $0.approver, from: $0.from, until: $0.until)
      }
    )
  }

  /// What an unknown part says: which data it needs.
  private func unknownMessage(_ part: PartResult, _ names: PlaceNames) -> LocalizedText {
    let root = PlaceTarget(document: 0, node: scope.submission.document.root, missing: [])
    var labels: [LocalizedText] = []
    for path in part.missing.prefix(6) {
      let target = PathFinder.target(
        path.steps,
        below: .init(document: 0, node: root.node),
        in: scope.documents
      )
      labels.append(names.place(target).label)
    }
    guard !labels.isEmpty else {
      return LocalizedText(
        th: "ข้อมูลไม่เพียงพอที่จะตรวจข้อนี้",
        en: "there is not enough data to check this"
      )
    }
    let joined = MessageText.joined(labels)
    return LocalizedText(
      th: "ตรวจข้อนี้ไม่ได้ เพราะยังไม่มีข้อมูลหรืออ่านข้อมูลไม่ได้: \(joined.th)",
      en: "this cannot be checked without \(joined.en), which is missing or cannot be read"
    )
  }

  /// Findings by their places; those of one place stay in the order of the items.
  static func inDocumentOrder(_ findings: [Finding]) -> [Finding] {
    // Places are ordered, not findings: those are large, and mostly in order already.
    let places = findings.map(\.place.position)
    let order = places.indices.sorted { a, b in
      switch (places[a], places[b]) {
      case (let x?, let y?) where x != y: x < y
      case (nil, .some): true
      case (.some, nil): false
      default: a < b
      }
    }
    return order.elementsEqual(places.indices) ? findings : order.map { findings[$0] }
  }
}
