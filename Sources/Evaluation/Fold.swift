import Findings

/// Outcomes of rules and groups from those of their parts.
enum Fold {
  /// The outcome of a group inside a rule: any fail, else unknown, else error, else not-checked, else
  /// pass; softer parts have no say.
  static func outcome(of parts: [PartResult]) -> Outcome {
    var counts = PartCounts()
    for part in parts { count(part, &counts) }
    return outcome(of: counts)
  }

  /// The outcome of a rule: a fail stands beside an error, because no value of the broken part could
  /// mend it; an error is a fault of the rule and is seen before what is unknown.
  static func outcome(of counts: PartCounts) -> Outcome {
    if counts.fail > 0 { return .fail }
    if counts.error > 0 { return .error }
    if counts.unknown > 0 { return .unknown }
    if counts.notChecked > 0 { return .notChecked }
    if counts.waived > 0 { return .waived }
    if counts.pass > 0 { return .pass }
    return .notApplicable
  }

  static func count(_ part: PartResult, _ counts: inout PartCounts) {
    guard part.softer == nil else { return }
    switch part.outcome {
    case .pass: counts.pass += 1
    case .fail: counts.fail += 1
    case .unknown: counts.unknown += 1
    case .error: counts.error += 1
    case .notChecked: counts.notChecked += 1
    case .notApplicable: counts.notApplicable += 1
    case .waived: counts.waived += 1
    case .notSelected: break
    }
  }
}
